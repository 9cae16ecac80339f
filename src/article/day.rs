//! The day that an article is of: which dates it states, and which of them is taken.

use jiff::civil::Date;
use serde::Serialize;

use super::{Article, HeaderDate};
use crate::span::Span;

/// Where an article's date was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateFrom {
    /// Given by the caller: `--date`, or the `date` of a rule test.
    Option,
    /// Stated for machines: front matter, `<meta>`, JSON-LD, `<time>`, an element of XML, a field of a record.
    Metadata,
    /// A header line, a byline or a dateline.
    Header,
}

impl DateFrom {
    /// All of them, in the order in which they are preferred.
    pub const ALL: [DateFrom; 3] = [Self::Option, Self::Metadata, Self::Header];
}

/// What a date in the header or the metadata says of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateKind {
    /// The day of publication, or a date that does not say what it is.
    #[default]
    Published,
    /// The day of a later change: `Updated:`, `dateModified`, `lastmod`.
    Updated,
}

/// A full date that the metadata or a header line state, by its bytes in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) span: Span,
    pub(super) date: Date,
    pub(super) kind: DateKind,
}

impl Stated {
    pub(super) fn published((span, date): (Span, Date)) -> Self {
        Self {
            span,
            date,
            kind: DateKind::Published,
        }
    }

    pub(super) fn updated((span, date): (Span, Date)) -> Self {
        Self {
            kind: DateKind::Updated,
            ..Self::published((span, date))
        }
    }

    /// The date in a part of an article.
    pub(super) fn in_part(self, part: usize) -> HeaderDate {
        HeaderDate {
            part,
            span: self.span,
            date: self.date,
            kind: self.kind,
        }
    }
}

/// What the metadata say of an article's day.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Days {
    pub(super) published: Option<Date>,
    pub(super) updated: Option<Date>,
}

impl Days {
    /// The surest day of publication, and the last of an update.
    pub(super) fn of(stated: &[Stated]) -> Self {
        let of = |kind| stated.iter().filter(move |found| found.kind == kind);
        Self {
            published: of(DateKind::Published).map(|found| found.date).next(),
            updated: of(DateKind::Updated).map(|found| found.date).max(),
        }
    }
}

impl Article {
    /// Takes the article's date: the metadata's, else that of the header lines; a later day of an update ends its period.
    /// Where no day of publication is stated, an update is the day that is known.
    pub(super) fn settle_date(&mut self, metadata: Days) {
        let of = |kind| self.dates.iter().filter(move |found| found.kind == kind);
        let header = |kind| of(kind).map(|found| found.date);
        let published = header(DateKind::Published).next();
        let updated = header(DateKind::Updated).max();
        let found = [
            (metadata.published, DateFrom::Metadata),
            (published, DateFrom::Header),
            (metadata.updated, DateFrom::Metadata),
            (updated, DateFrom::Header),
        ];
        let found = found
            .into_iter()
            .find_map(|(date, from)| Some((date?, from)));
        self.date = found.map(|(date, _)| date);
        self.date_from = found.map(|(_, from)| from);
        let last = metadata.updated.max(updated);
        self.until = last.filter(|last| self.date.is_some_and(|date| date < *last));
    }

    /// The article with the date that was given for it, where one was given, whatever it states itself.
    pub fn set_date(&mut self, given: Option<Date>) {
        if given.is_some() {
            self.date = given;
            self.until = None;
            self.date_from = given.map(|_| DateFrom::Option);
        }
    }

    /// The article with this date, whatever its metadata say.
    #[must_use]
    pub fn with_date(mut self, date: Date) -> Article {
        self.set_date(Some(date));
        self
    }

    /// The last day that the article is of: that of its update, else that of its publication.
    pub fn last_day(&self) -> Option<Date> {
        self.until.or(self.date)
    }
}
