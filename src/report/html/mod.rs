//! `--format html`: one page that an editor opens, with the articles as they were read, the wrong words marked, and
//! beside them what was expected and where that is written. No script, nothing from elsewhere.

mod blocks;
mod escape;
mod fixes;
mod notes;
mod page;
#[cfg(test)]
mod tests;

use super::Format;

/// The format.
pub const FORMAT: Format = Format {
    id: "html",
    about: "one page with the articles marked, for editors",
    write: page::write,
};
