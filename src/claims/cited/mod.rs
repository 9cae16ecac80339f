//! Names that a sentence only cites: as a mistake, as a former name, or as a part of a longer name.
//!
//! `She was born Petra Lindhome` and `misspelled as Petra Lindhome` are right whatever the rules say of the spelling, and
//! an edit would make them wrong.

mod longer;
mod table;

pub(crate) use longer::{is_in_name_of_thing, is_part_of_longer};
pub(crate) use table::{CITED, RENAMED};

use crate::claims::construction;
use crate::claims::scene::Scene;
use crate::span::Span;

/// Whether the name at this place is quoted, corrected or denied, and so is nobody's misspelling.
pub(crate) fn is_cited(scene: &Scene, name: Span) -> bool {
    construction::is_in(scene, name, CITED, scene.span)
}

/// Whether the name at this place is one that the sentence says was given up: `Swaziland, now Eswatini,`.
pub(crate) fn is_renamed(scene: &Scene, name: Span) -> bool {
    construction::is_in(scene, name, RENAMED, scene.span)
}
