use std::sync::{Arc, OnceLock};

/// A text file that problems point into, with its lines indexed when somebody asks.
#[derive(Debug)]
pub struct Source {
    /// The path shown.
    pub name: Arc<str>,
    /// The whole text.
    pub text: Arc<str>,
    lines: OnceLock<Vec<usize>>,
}

impl Source {
    /// A file with its text.
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
            lines: OnceLock::new(),
        }
    }

    /// The line of a byte, from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.starts().partition_point(|start| *start <= offset)
    }

    /// The column of a byte in characters, from 1.
    pub fn column(&self, offset: usize) -> usize {
        let line = self.line(offset).saturating_sub(1);
        let start = self.starts().get(line).copied().unwrap_or(0);
        self.text
            .get(start..offset)
            .map_or(1, |before| before.chars().count() + 1)
    }

    /// The offset of the first byte of each line.
    fn starts(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let ends = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(ends).collect()
        })
    }
}
