//! How the values of keys are shaped: what the schema and the formatter know of a rule file.

use super::table::Key;

/// The shape of a value. The decoder checks more than a shape can say; it never checks less.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// Text that is not empty.
    Text,
    /// Text of a certain form: a regular expression that JSON Schema knows.
    Form(&'static str),
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// Lower-case letters and digits, joined by single hyphens.
    Id,
    /// The id of a fact, or `check:` and the id of a check.
    Fact,
    /// A name written out, where no reference can stand.
    Name,
    /// Plain words, or `@id` for all names of an entity.
    Phrase,
    /// `true` or `false`.
    Bool,
    /// Any number.
    Number,
    /// A number from 0 to less than 1.
    Share,
    /// A whole number of at least 1.
    Ordinal,
    /// A year of our era.
    Year,
    /// A day.
    Date,
    /// A day, a year, or a month in quotes.
    Bound,
    /// A list that is not empty.
    List(&'static Shape),
    /// One, or a list of them.
    OneOrList(&'static Shape),
    /// Any of these.
    Either(&'static [Shape]),
    /// A table of these keys.
    Table(&'static [Key], Needs),
    /// A record of a statement: these keys, and slots.
    Record(&'static [Key]),
    /// A severity or `"off"` for each check.
    Checks,
}

/// Which keys a table needs beside those that are required anyway.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Needs {
    /// None.
    Nothing,
    /// At least one of these.
    AnyOf(&'static [&'static str]),
    /// Some of one group, and none of the others.
    OneGroup(&'static [&'static [&'static str]]),
}

/// The words of a choice.
pub(crate) const fn words<T, const N: usize>(choice: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = choice[at].0;
        at += 1;
    }
    words
}
