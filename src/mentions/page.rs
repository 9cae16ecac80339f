use std::cell::OnceCell;

use jiff::civil::Date;

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
    values: Vec<OnceCell<Vec<Mention>>>,
    clauses: Vec<OnceCell<Vec<Span>>>,
}

impl<'a> Page<'a> {
    /// Opens an article.
    pub fn new(article: &'a Article, text: &'a Text) -> Self {
        let sentences = text.sentences();
        Self {
            article,
            text,
            values: sentences.iter().map(|_| OnceCell::new()).collect(),
            clauses: sentences.iter().map(|_| OnceCell::new()).collect(),
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
            language::read(self.text.as_str(), span)
        })
    }

    /// The clauses of the sentence with this index, in order.
    pub fn clauses(&self, sentence: usize) -> &[Span] {
        self.clauses[sentence].get_or_init(|| {
            let span = self.text.sentences()[sentence].span;
            language::clauses(self.text.as_str(), span)
        })
    }
}
