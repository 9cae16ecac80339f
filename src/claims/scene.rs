//! One sentence as the claim readers see it: its words, the phrases and the values in it.

use jiff::civil::Date;

use crate::claims::words::{self, Word, WordKind};
use crate::facts::Period;
use crate::language::dates::{DateExpr, Tense};
use crate::language::{self, Mention, Reading};
use crate::mentions::{Hit, Page, Use};
use crate::span::Span;
use crate::syntax::Sentence;

/// A sentence being read.
pub struct Scene<'a> {
    /// The article.
    pub page: &'a Page<'a>,
    /// The index of the sentence.
    pub index: usize,
    /// Its place.
    pub span: Span,
    /// The phrases in it, by start, the longer first.
    pub hits: &'a [Hit],
    /// All phrases of the article.
    pub all: &'a [Hit],
    /// The near misses of names in the article, by start.
    pub missed: &'a [Missed],
    /// Its words.
    pub words: Vec<Word>,
    /// Its clauses.
    pub clauses: &'a [Span],
    /// The last day stated before it.
    pub previous: Option<Date>,
    /// Its dates resolved, in order: the place, the expression, the days.
    pub dates: Vec<DateMention<'a>>,
}

/// A near miss of an entity's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missed {
    /// The words.
    pub span: Span,
    /// The index of the fact.
    pub fact: usize,
}

/// A date in the sentence.
pub struct DateMention<'a> {
    /// The words.
    pub span: Span,
    /// What they say.
    pub expr: &'a DateExpr,
    /// The days they mean, where that is known.
    pub days: Option<Period>,
    /// The time that they open with their preposition: without an end for `since 1957`.
    pub extent: Option<Period>,
}

impl<'a> Scene<'a> {
    /// Reads the sentence with this index. `hits` are all phrases of the article.
    pub fn new(
        page: &'a Page<'a>,
        index: usize,
        all: &'a [Hit],
        missed: &'a [Missed],
        previous: Option<Date>,
    ) -> Self {
        let text = page.text.as_str();
        let span = page.text.sentences()[index].span;
        let first = all.partition_point(|hit| hit.span.start < span.start);
        let last = all.partition_point(|hit| hit.span.start < span.end);
        let mut scene = Self {
            page,
            index,
            span,
            hits: &all[first..last],
            all,
            missed,
            words: words::words(text, span),
            clauses: page.clauses(index),
            previous,
            dates: Vec::new(),
        };
        let mut previous = previous;
        for mention in page.values(index) {
            let Reading::Date(expr) = &mention.reading else {
                continue;
            };
            let tense = scene.tense(mention.span);
            let days = expr.resolve(page.date(), tense, previous);
            if let Some(Period {
                from: Some(from),
                until: Some(until),
            }) = days
                && from == until
            {
                previous = Some(from);
            }
            scene.dates.push(DateMention {
                span: mention.span,
                expr,
                days,
                extent: expr.extent(page.date(), tense, previous),
            });
        }
        scene
    }

    /// The whole normalised text.
    pub fn text(&self) -> &'a str {
        self.page.text.as_str()
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &'a str {
        span.of(self.text())
    }

    /// The word with this index; `""` beyond the ends.
    pub fn word(&self, index: usize) -> &'a str {
        self.words
            .get(index)
            .map_or("", |word| self.slice(word.span))
    }

    /// The word in lower case.
    pub fn lower(&self, index: usize) -> &'a str {
        self.words
            .get(index)
            .map_or("", |word| self.page.lower(word.span))
    }

    /// The index of the first word that starts at or after an offset.
    pub fn word_from(&self, offset: usize) -> usize {
        self.words.partition_point(|word| word.span.start < offset)
    }

    /// The words inside a span, by index.
    pub fn word_range(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.word_from(span.start);
        start..self.word_from(span.end).max(start)
    }

    /// The clause around an offset.
    pub fn clause(&self, offset: usize) -> Span {
        let after = self.clauses.partition_point(|clause| clause.end <= offset);
        self.clauses.get(after).copied().unwrap_or(self.span)
    }

    /// The tense around a span.
    pub fn tense(&self, span: Span) -> Tense {
        language::tense::of(self.text(), self.clause(span.start), span.start)
    }

    /// The tree of the sentence, parsed when first asked for.
    pub fn tree(&self) -> Option<&'a Sentence> {
        self.page.tree(self.index)
    }

    /// The values of the sentence.
    pub fn values(&self) -> &'a [Mention] {
        self.page.values(self.index)
    }

    /// The phrases that stand in `span` and are that to `fact`.
    pub fn hits_in(&self, span: Span, fact: usize, wanted: Use) -> impl Iterator<Item = &'a Hit> {
        let first = self.hits.partition_point(|hit| hit.span.start < span.start);
        self.hits[first..]
            .iter()
            .take_while(move |hit| hit.span.start < span.end)
            .filter(move |hit| span.contains(hit.span) && hit.is(fact, wanted))
    }

    /// The phrase that starts at this offset, if a reader takes it (`wanted`); the longest.
    pub fn hit_at(&self, offset: usize, wanted: impl Fn(&Hit) -> bool) -> Option<&'a Hit> {
        let first = self.hits.partition_point(|hit| hit.span.start < offset);
        self.hits[first..]
            .iter()
            .take_while(|hit| hit.span.start == offset)
            .find(|hit| wanted(hit))
    }

    /// The phrase that ends at this offset, if a reader takes it; the longest.
    pub fn hit_before(&self, offset: usize, wanted: impl Fn(&Hit) -> bool) -> Option<&'a Hit> {
        self.hits
            .iter()
            .filter(|hit| hit.span.end == offset)
            .find(|hit| wanted(hit))
    }

    /// The near miss that starts at this offset.
    pub fn missed_at(&self, offset: usize) -> Option<&'a Missed> {
        let first = self
            .missed
            .partition_point(|missed| missed.span.start < offset);
        self.missed
            .get(first)
            .filter(|missed| missed.span.start == offset)
    }

    /// Whether the word is a sign, and which.
    pub fn is_sign(&self, index: usize, sign: &str) -> bool {
        self.words
            .get(index)
            .is_some_and(|word| word.kind == WordKind::Sign)
            && self.word(index) == sign
    }

    /// Whether some word of the span, in lower case, is one of these.
    pub fn holds(&self, span: Span, list: &[&str]) -> bool {
        self.word_range(span)
            .any(|index| list.contains(&self.lower(index)))
    }
}
