//! Mistakes in rule files, and how they are shown.

use std::sync::Arc;

use super::{Label, Problem};
use crate::span::Span;

/// Every mistake of every file, with the index of its file.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<(usize, Problem)>);

impl Problems {
    /// Adds a mistake.
    pub fn add(
        &mut self,
        file: usize,
        name: &Arc<str>,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> &mut Problem {
        let problem = Problem {
            message: message.into(),
            labels: vec![Label {
                file: name.clone(),
                span,
                text: label.into(),
            }],
            help: None,
        };
        let at = self.0.len();
        self.0.push((file, problem));
        &mut self.0[at].1
    }

    /// The mistakes in the order of the files and of their places.
    pub fn sorted(mut self) -> Vec<Problem> {
        self.0
            .sort_by_key(|(file, problem)| (*file, problem.place()));
        self.0.into_iter().map(|(_, problem)| problem).collect()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds others.
    pub fn append(&mut self, mut others: Problems) {
        self.0.append(&mut others.0);
    }

    /// Leaves out what `keep` refuses.
    pub fn retain(&mut self, mut keep: impl FnMut(usize, &Problem) -> bool) {
        self.0.retain(|(file, problem)| keep(*file, problem));
    }
}

/// The known word nearest to one that is unknown, if any is near enough to be meant.
pub(crate) fn suggest<'n>(word: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let folded = word.to_lowercase();
    known
        .map(|name| (strsim::jaro_winkler(&folded, name), name))
        .filter(|(nearness, name)| {
            *nearness > 0.86 || strsim::damerau_levenshtein(&folded, name) <= 1
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

impl Problem {
    /// Adds another place.
    pub(crate) fn label(&mut self, file: &Arc<str>, span: Span, text: &str) -> &mut Self {
        self.labels.push(Label {
            file: file.clone(),
            span,
            text: text.to_string(),
        });
        self
    }

    /// The place of the mistake itself.
    pub(crate) fn place(&self) -> Span {
        self.labels
            .first()
            .map_or(Span::default(), |label| label.span)
    }
}
