//! An article as the kinds of suggestion read it, and what the loaded packs know of it.

use std::collections::HashSet;

use crate::article::BlockKind;
use crate::claims::names;
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::facts::{Kind, Value};
use crate::linter::Linter;
use crate::mentions::Page;
use crate::packs::Packs;
use crate::span::Span;
use crate::verdict::name;

use super::fact::{Site, Suggestion};

/// What the loaded packs know.
pub(super) struct Known<'a> {
    linter: &'a Linter,
    packs: &'a Packs,
    /// The ids of all facts.
    pub ids: HashSet<String>,
    /// All names, by their keys.
    names: HashSet<String>,
}

impl<'a> Known<'a> {
    /// What these packs know; the linter is compiled from them.
    pub fn new(packs: &'a Packs, linter: &'a Linter) -> Self {
        let mut names = HashSet::new();
        for fact in packs.facts.iter() {
            let cells = fact.table.records.iter().flat_map(|record| &record.cells);
            for value in cells.flatten() {
                if let Value::Phrase(phrase) = value {
                    names.extend(phrase.spellings.iter().map(|name| name::key(name)));
                }
            }
            match &fact.kind {
                Kind::Entity(entity) => {
                    let others = entity.reject.iter().chain(&entity.unlike);
                    names.extend(others.map(|name| name::key(name)));
                }
                Kind::Event(event) => names.extend(event.names.iter().map(|name| name::key(name))),
                _ => {}
            }
        }
        Self {
            linter,
            packs,
            ids: packs.facts.iter().map(|fact| fact.id.clone()).collect(),
            names,
        }
    }

    /// Whether some pack knows the name.
    pub fn has_name(&self, name: &str) -> bool {
        self.names.contains(&name::key(name))
    }

    /// Whether the packs have such a fact.
    pub fn covers(&self, fact: &Suggestion) -> bool {
        match fact.kind {
            "entity" => fact.text("name").is_some_and(|name| self.has_name(name)),
            "event" => fact.list("names").iter().any(|name| self.has_name(name)),
            "office" => self.packs.facts.iter().any(|loaded| match &loaded.kind {
                Kind::Office(office) => {
                    let alike = |known: &[String], drafted: &[String]| {
                        drafted
                            .iter()
                            .any(|one| known.iter().any(|other| same_phrase(one, other)))
                    };
                    alike(&office.titles, fact.list("titles"))
                        && (office.of.is_empty() || alike(&office.of, fact.list("of")))
                }
                _ => false,
            }),
            _ => false,
        }
    }
}

/// Whether two phrases are one but for capitals and the spelling of two countries.
pub(super) fn same_phrase(one: &str, other: &str) -> bool {
    let plain = |phrase: &str| phrase.to_lowercase().replace("defence", "defense");
    plain(one) == plain(other)
}

/// An article being read.
pub(super) struct Doc<'a> {
    /// Its index.
    pub index: usize,
    /// The article and its text.
    pub page: &'a Page<'a>,
    /// Its sentences, but for headers, headlines and what is set in capitals like one.
    pub scenes: Vec<Scene<'a>>,
    /// What the packs know.
    pub known: &'a Known<'a>,
    /// What they claim of this article.
    covered: Vec<Span>,
    /// Where the lines of each part start.
    lines: Vec<Vec<usize>>,
}

impl<'a> Doc<'a> {
    /// Opens an article.
    pub fn new(index: usize, page: &'a Page<'a>, known: &'a Known<'a>) -> Self {
        let text = page.text;
        let prose = |block: usize| {
            let kind = text.blocks().get(block).map(|block| block.kind);
            !matches!(kind, None | Some(BlockKind::Header | BlockKind::Headline))
        };
        let scenes = (0..text.sentences().len())
            .filter(|at| prose(text.sentences()[*at].block))
            .map(|at| {
                let previous = crate::linter::previous_day(page, at);
                Scene::new(page, at, &[], &[], previous)
            })
            .filter(|scene| !names::is_title_case(scene))
            .collect();
        let starts = |source: &str| {
            let breaks = source
                .bytes()
                .enumerate()
                .filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0)
                .chain(breaks.map(|(at, _)| at + 1))
                .collect()
        };
        let mut covered = known.linter.claimed(page);
        covered.sort_unstable();
        Self {
            index,
            page,
            scenes,
            known,
            covered,
            lines: page
                .article
                .parts
                .iter()
                .map(|part| starts(&part.source))
                .collect(),
        }
    }

    /// Whether a loaded fact claims these words.
    pub fn is_covered(&self, span: Span) -> bool {
        let first = self
            .covered
            .partition_point(|claimed| claimed.start + 200 < span.start);
        self.covered
            .iter()
            .skip(first)
            .take_while(|claimed| claimed.start < span.end)
            .any(|claimed| claimed.overlaps(span))
    }

    /// A place in this article.
    pub fn site(&self, scene: &Scene, span: Span) -> Site {
        let place = self.page.text.place(span);
        let lines = self.lines.get(place.part);
        Site {
            article: self.index,
            date: self.page.date(),
            start: (place.part, place.span.start),
            line: lines.map_or(1, |lines| {
                lines.partition_point(|start| *start <= place.span.start)
            }),
            words: span.of(self.page.text.as_str()).to_string(),
            sentence: scene.slice(scene.span).to_string(),
        }
    }
}

/// Small words inside a name.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "del", "della", "der", "den", "di", "du", "van", "von", "ter", "la",
    "le", "el", "al", "bin", "ibn", "bint", "af", "zu",
];

/// Whether the word with this index may be part of a name.
pub(super) fn is_part(scene: &Scene, index: usize) -> bool {
    scene.words.get(index).is_some_and(|word| {
        word.capital && word.kind == WordKind::Word && !names::is_never_name(scene.lower(index))
    })
}

/// The capitalised phrases of a sentence, by words.
pub(super) fn phrases(scene: &Scene) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < scene.words.len() {
        if !is_part(scene, at) {
            at += 1;
            continue;
        }
        let start = at;
        at += 1;
        loop {
            let initial = scene.word(at - 1).chars().count() == 1 && scene.is_sign(at, ".");
            let particle = PARTICLES.contains(&scene.lower(at));
            if is_part(scene, at) {
                at += 1;
            } else if (initial || particle) && is_part(scene, at + 1) {
                at += 2;
            } else if particle && PARTICLES.contains(&scene.lower(at + 1)) && is_part(scene, at + 2)
            {
                at += 3;
            } else {
                break;
            }
        }
        out.push(start..at);
    }
    out
}
