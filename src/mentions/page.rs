use std::sync::OnceLock;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::article::Article;
use crate::language::{self, Mention};
use crate::span::Span;
use crate::text::Text;

/// An article being read: its text, and the values of its sentences, which are read when somebody asks.
pub struct Page<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its prose.
    pub text: &'a Text,
    values: Vec<OnceLock<Box<[Mention]>>>,
    clauses: Vec<OnceLock<Box<[Span]>>>,
}

impl<'a> Page<'a> {
    /// Opens an article.
    pub fn new(article: &'a Article, text: &'a Text) -> Self {
        let sentences = text.sentences();
        Self {
            article,
            text,
            values: sentences.iter().map(|_| OnceLock::new()).collect(),
            clauses: sentences.iter().map(|_| OnceLock::new()).collect(),
        }
    }

    /// The article's date.
    pub fn date(&self) -> Option<Date> {
        self.article.date
    }

    /// The values of the sentence with this index, in the order of their places.
    pub fn values(&self, sentence: usize) -> &[Mention] {
        self.values[sentence].get_or_init(|| {
            let span = self.text.sentences()[sentence].span;
            language::read(self.text.as_str(), span).into()
        })
    }

    /// Reads the values of all sentences, on all cores.
    pub fn read_all(&self) {
        (0..self.values.len()).into_par_iter().for_each(|sentence| {
            self.values(sentence);
        });
    }

    /// The clauses of the sentence with this index, in order.
    pub fn clauses(&self, sentence: usize) -> &[Span] {
        self.clauses[sentence].get_or_init(|| {
            let span = self.text.sentences()[sentence].span;
            language::clauses(self.text.as_str(), span).into()
        })
    }
}
