//! The words of header lines.

/// Words that say that the article's date follows.
#[rustfmt::skip]
pub(super) const PUBLISHED: &[&str] = &[
    "date", "dated", "today", "published", "publication", "posted", "created", "issued", "released", "release",
    "filed", "print", "online", "edition", "version", "pubdate", "입력", "등록", "승인", "게재", "작성", "송고", "발행",
];

/// Words that say that the day of a later change follows.
#[rustfmt::skip]
pub(super) const UPDATED: &[&str] = &[
    "updated", "update", "modified", "modification", "edited", "corrected", "correction", "revised", "revision",
    "amended", "changed", "reviewed", "수정", "최종수정", "업데이트",
];

/// Words that say that another date follows: of an event, of a person, of somebody who looked it up.
#[rustfmt::skip]
pub(super) const OTHERS: &[&str] = &[
    "accessed", "archived", "retrieved", "expires", "expiry", "expiration", "deadline", "when", "born", "died",
    "birth", "death", "due", "event", "opens", "opening", "closes", "closing", "starts", "begins", "ends", "from",
    "until", "through", "valid", "effective", "copyright", "embargo", "embargoed", "meeting", "hearing", "next",
    "where", "venue", "founded", "opened", "closed", "built", "signed", "started", "ended", "held", "launched", "taken", "captured", "recorded", "premiere", "premieres",
];

/// Words that are next to labels and between dates.
#[rustfmt::skip]
pub(super) const FILLERS: &[&str] = &[
    "last", "first", "time", "at", "on", "and", "originally", "story", "article", "post", "report", "ago", "기사", "for",
    "immediate",
];

/// How bylines begin.
#[rustfmt::skip]
pub(super) const BY: &[&str] = &[
    "by ", "written by ", "posted by ", "published by ", "submitted by ", "story by ", "words by ", "reported by ",
    "text by ", "by: ", "author: ",
];

/// Words of a byline that have no capital.
#[rustfmt::skip]
pub(super) const BYLINE_WORDS: &[&str] = &[
    "and", "de", "van", "von", "in", "for", "al", "bin", "da", "del",
];

/// What bylines call those who write.
#[rustfmt::skip]
pub(super) const POSTS: &[&str] = &[
    "staff", "writer", "reporter", "correspondent", "editor", "author", "written", "columnist", "contributor", "admin",
    "news", "category", "tags", "submitted", "with",
];

/// How what follows the date of a header line begins.
pub(super) const TRIMMING_STARTS: &[&str] = &[
    "by", "updated", "leave", "no", "share", "reading", "posted", "filed",
];

/// Words that follow the date of a header line.
#[rustfmt::skip]
pub(super) const TRIMMINGS: &[&str] = &[
    "by", "and", "in", "under", "min", "mins", "minute", "minutes", "read", "reading", "time", "comment", "comments",
    "reply", "replies", "leave", "a", "no", "ago", "hour", "hours", "hr", "hrs", "day", "days", "week", "weeks", "month",
    "months", "share", "shares", "view", "views", "words", "updated", "posted", "filed", "paid", "free", "de", "van",
    "von", "for", "of", "the", "less", "than", "about", "an", "to",
];

/// Words that begin a sentence and no dateline.
pub(super) const LEADS: &[&str] = &[
    "On", "In", "At", "By", "The", "A", "An", "As", "After", "Since", "Until", "From", "Before",
];

/// Words inside the name of a place that have no capital: `Rio de Janeiro`.
#[rustfmt::skip]
pub(super) const CONNECTORS: &[&str] = &[
    "de", "del", "la", "las", "los", "of", "the", "upon", "am", "do", "da", "dos", "le", "sur", "and", "el", "al",
];

/// Words after which a sentence goes on: a line that ends in one is prose, whatever begins the next.
#[rustfmt::skip]
pub(super) const OPEN: &[&str] = &[
    "on", "of", "in", "the", "since", "until", "till", "by", "from", "to", "and", "or", "before", "after", "for", "at",
    "that", "was", "were", "is", "are", "born", "dated", "a", "an", "with", "as", "between", "through", "than", "which",
    "who", "when", "held", "opened", "signed", "died", "about", "around", "during", "its", "his", "her", "their", "but",
];

/// Whether a word is in a list, whatever its case.
pub(super) fn has(list: &[&str], word: &str) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}
