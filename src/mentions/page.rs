use std::cell::OnceCell;

use jiff::civil::Date;

use crate::article::Article;
use crate::language::{self, Mention};
use crate::text::Text;

/// An article being read: its text, and the values of its sentences, which are read when somebody asks.
pub struct Page<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its prose.
    pub text: &'a Text,
    values: Vec<OnceCell<Vec<Mention>>>,
}

impl<'a> Page<'a> {
    /// Opens an article.
    pub fn new(article: &'a Article, text: &'a Text) -> Self {
        let values = text.sentences().iter().map(|_| OnceCell::new()).collect();
        Self {
            article,
            text,
            values,
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
}
