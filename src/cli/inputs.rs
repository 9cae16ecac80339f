//! Which files are articles.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::article::{Article, Part};
use crate::report::{Problem, ProblemKind};

/// Where an article comes from.
pub enum Input {
    /// `-`.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// Its name in reports, and its bytes.
    pub fn read(&self, stdin: &str) -> Result<(String, Vec<u8>), Problem> {
        let mut bytes = Vec::new();
        let (name, result) = match self {
            Input::Stdin => (stdin.to_string(), io::stdin().read_to_end(&mut bytes)),
            Input::File(path) => {
                let read = std::fs::File::open(path).and_then(|mut f| f.read_to_end(&mut bytes));
                (path.to_string_lossy().into_owned(), read)
            }
        };
        match result {
            Ok(_) => Ok((name, bytes)),
            Err(error) => Err(Problem::new(
                ProblemKind::Unreadable,
                name,
                format!("This file can't be read: {error}"),
            )),
        }
    }
}

/// The article in these bytes.
pub fn article(name: String, bytes: Vec<u8>) -> Result<Article, Problem> {
    match String::from_utf8(bytes) {
        Ok(source) => Ok(Article {
            name,
            parts: vec![Part {
                source,
                ..Part::default()
            }],
            ..Article::default()
        }),
        Err(_) => Err(Problem::new(
            ProblemKind::Undecodable,
            name,
            "This is not UTF-8.",
        )),
    }
}

/// The articles that the paths name.
pub fn find(paths: &[PathBuf]) -> (Vec<Input>, Vec<Problem>) {
    let mut inputs = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            inputs.push(Input::Stdin);
        } else if path.is_dir() {
            inputs.extend(
                walkdir::WalkDir::new(path)
                    .sort_by_file_name()
                    .into_iter()
                    .filter_map(Result::ok)
                    .map(walkdir::DirEntry::into_path)
                    .filter(|path| {
                        path.extension()
                            .is_some_and(|end| end == "txt" || end == "md" || end == "markdown")
                    })
                    .map(Input::File),
            );
        } else {
            inputs.push(Input::File(path.clone()));
        }
    }
    (inputs, Vec::new())
}
