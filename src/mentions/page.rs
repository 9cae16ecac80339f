use std::cell::RefCell;
use std::ops::Range;
use std::sync::{Mutex, OnceLock, PoisonError};

use foldhash::HashMap;
use jiff::civil::Date;
use rayon::prelude::*;

use crate::article::Article;
use crate::facts::Period;
use crate::language::{self, Mention};
use crate::span::Span;
use crate::syntax::{Parser, Sentence};
use crate::text::{Text, fold};

thread_local! {
    static PARSER: RefCell<Parser> = RefCell::default();
}

/// An article being read: its text, and what there is to a window of its sentences: their words in lower case, their
/// values and clauses, which are read when somebody asks. The window of an article of ordinary length is all of it; over
/// a long one it moves, so that what was read of its millions of sentences need not be kept.
pub struct Page<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its prose.
    pub text: &'a Text,
    /// The day that it is read as of.
    today: Option<Date>,
    thorough: bool,
    /// The sentences in the window, and their place.
    window: Range<usize>,
    span: Span,
    folded: String,
    values: Vec<OnceLock<Box<[Mention]>>>,
    clauses: Vec<OnceLock<Box<[Span]>>>,
    trees: Vec<OnceLock<Sentence>>,
    /// Of records, by fact and index, whether the article names them.
    named: Mutex<HashMap<(usize, usize), bool>>,
}

impl<'a> Page<'a> {
    /// So many sentences before and behind those that are looked at are in the window too.
    pub const NEAR: usize = 64;

    /// Opens an article with all of it in the window.
    pub fn new(article: &'a Article, text: &'a Text) -> Self {
        Self::at(article, text, 0..text.sentences().len())
    }

    /// Opens an article at some of its sentences.
    pub fn at(article: &'a Article, text: &'a Text, sentences: Range<usize>) -> Self {
        let all = text.sentences();
        let last = sentences.end.saturating_add(Self::NEAR).min(all.len());
        let window = sentences.start.saturating_sub(Self::NEAR).min(last)..last;
        let inside = &all[window.clone()];
        let span = match inside {
            [first, .., last] => first.span.to(last.span),
            [only] => only.span,
            [] => Span::default(),
        };
        Self {
            article,
            text,
            today: article.date,
            thorough: false,
            folded: fold(span.of(text.as_str())),
            span,
            values: inside.iter().map(|_| OnceLock::new()).collect(),
            clauses: inside.iter().map(|_| OnceLock::new()).collect(),
            trees: inside.iter().map(|_| OnceLock::new()).collect(),
            named: Mutex::default(),
            window,
        }
    }

    /// The same as of another day, that of an update.
    #[must_use]
    pub fn as_of(mut self, day: Option<Date>) -> Self {
        self.today = day;
        self
    }

    /// The same, with every reading weighed, also those that can't be reported: for those who ask why.
    #[must_use]
    pub fn thorough(mut self) -> Self {
        self.thorough = true;
        self
    }

    /// Whether every reading is weighed.
    pub fn is_thorough(&self) -> bool {
        self.thorough
    }

    /// The day that the article is read as of: its date, unless that of its update is asked for.
    pub fn date(&self) -> Option<Date> {
        self.today
    }

    /// Every day that the article is of: from its publication to its last update.
    pub fn period(&self) -> Option<Period> {
        let first = self.article.date?;
        Some(Period::new(first, self.article.last_day().unwrap_or(first)))
    }

    /// The words of a span in lower case, at the same offsets; of one that reaches out of the window none.
    pub fn lower(&self, span: Span) -> &str {
        let place = span.start.checked_sub(self.span.start);
        place
            .and_then(|start| self.folded.get(start..start + span.len()))
            .unwrap_or_default()
    }

    /// The values of the sentence with this index, in the order of their places; of one outside the window none.
    pub fn values(&self, sentence: usize) -> &[Mention] {
        self.read(&self.values, sentence, language::read)
    }

    /// The clauses of the sentence with this index, in order; of one outside the window none.
    pub fn clauses(&self, sentence: usize) -> &[Span] {
        self.read(&self.clauses, sentence, language::clauses)
    }

    /// The tree of the sentence with this index, parsed when first asked for; of one outside the window none.
    pub fn tree(&self, sentence: usize) -> Option<&Sentence> {
        let own = self.trees.get(sentence.checked_sub(self.window.start)?)?;
        let span = self.text.sentences()[sentence].span;
        Some(own.get_or_init(|| {
            let span = without_dateline(self.text.as_str(), span);
            PARSER.with_borrow_mut(|parser| parser.parse(self.text.as_str(), span))
        }))
    }

    /// The tree of any sentence of the article, kept only for the window.
    pub fn parse(&self, sentence: usize) -> Option<Sentence> {
        if self.window.contains(&sentence) {
            return self.tree(sentence).cloned();
        }
        let span = self.text.sentences().get(sentence)?.span;
        Some(PARSER.with_borrow_mut(|parser| parser.parse(self.text.as_str(), span)))
    }

    /// Whether the article names a record of a fact, if somebody has looked.
    pub fn known(&self, record: (usize, usize)) -> Option<bool> {
        let named = self.named.lock().unwrap_or_else(PoisonError::into_inner);
        named.get(&record).copied()
    }

    /// Notes whether it does.
    pub fn learn(&self, record: (usize, usize), is_named: bool) -> bool {
        let mut named = self.named.lock().unwrap_or_else(PoisonError::into_inner);
        named.insert(record, is_named);
        is_named
    }

    /// Reads the values of some sentences, on all cores.
    pub fn read_all(&self, sentences: Range<usize>) {
        sentences.into_par_iter().for_each(|sentence| {
            self.values(sentence);
        });
    }

    fn read<'p, T>(
        &'p self,
        all: &'p [OnceLock<Box<[T]>>],
        sentence: usize,
        read: fn(&str, Span) -> Vec<T>,
    ) -> &'p [T] {
        let own = sentence.checked_sub(self.window.start);
        let own = own.and_then(|own| all.get(own));
        debug_assert!(own.is_some(), "{sentence} is not in {:?}", self.window);
        own.map_or(&[], |own| {
            let span = self.text.sentences()[sentence].span;
            own.get_or_init(|| read(self.text.as_str(), span).into())
        })
    }
}

/// The sentence without the place and date in front of it: `PORT AMERY, Feb. 27 — The yard grew.`
fn without_dateline(text: &str, span: Span) -> Span {
    const LONGEST: usize = 70;
    let words = span.of(text);
    let dash = [" — ", " – ", " -- "]
        .iter()
        .filter_map(|dash| Some((words.find(dash)?, dash.len())))
        .min();
    let Some((at, len)) = dash.filter(|(at, _)| *at <= LONGEST) else {
        return span;
    };
    let place = words[..at].split([',', '(']).next().unwrap_or_default();
    let capitals = place.len() > 2
        && !place.contains(char::is_lowercase)
        && place.contains(char::is_uppercase);
    match capitals {
        true => Span::new(span.start + at + len, span.end),
        false => span,
    }
}
