//! One run of a check over an article, a window of sentences at a time.

use std::ops::Range;

use super::Flag;
use crate::mentions::Page;

/// A run of a check over an article.
pub trait Pass: Send {
    /// Reads some sentences, which are in the window of the page and follow on those read before.
    fn read(&mut self, page: &Page, sentences: Range<usize>);

    /// What it found, after all sentences are read.
    fn end(self: Box<Self>, page: &Page) -> Vec<Flag>;
}

/// A check that judges each sentence with what stands near it.
pub(super) fn by_sentence(flags: fn(&Page, Range<usize>) -> Vec<Flag>) -> Box<dyn Pass> {
    Box::new(BySentence {
        flags,
        found: Vec::new(),
    })
}

struct BySentence {
    flags: fn(&Page, Range<usize>) -> Vec<Flag>,
    found: Vec<Flag>,
}

impl Pass for BySentence {
    fn read(&mut self, page: &Page, sentences: Range<usize>) {
        self.found.extend((self.flags)(page, sentences));
    }

    fn end(self: Box<Self>, _: &Page) -> Vec<Flag> {
        self.found
    }
}

/// A check that reads no sentence.
pub(super) fn by_article(flags: fn(&Page) -> Vec<Flag>) -> Box<dyn Pass> {
    Box::new(ByArticle(flags))
}

struct ByArticle(fn(&Page) -> Vec<Flag>);

impl Pass for ByArticle {
    fn read(&mut self, _: &Page, _: Range<usize>) {}

    fn end(self: Box<Self>, page: &Page) -> Vec<Flag> {
        (self.0)(page)
    }
}
