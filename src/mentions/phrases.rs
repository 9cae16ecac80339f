//! Every phrase of every fact, found in one pass.

use std::collections::HashMap;

use aho_corasick::AhoCorasick;

use crate::facts::{Fact, FigureUnit, Kind, Value};
use crate::mentions::spelling;
use crate::span::Span;
use crate::text::{Text, fold, normalize};

/// What a phrase is to a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Use {
    /// A right name of an entity: the index of its record.
    Name(usize),
    /// A known wrong name of an entity.
    Reject,
    /// Another real name.
    Unlike,
    /// A title of an office.
    Title,
    /// The nation or body of an office.
    Of,
    /// A name of a holder of an office: the index of the record.
    Holder(usize),
    /// The counted noun of a figure.
    Unit,
    /// The subject of a figure.
    Subject,
    /// The context of a figure.
    Context,
    /// A name of an event.
    Event,
    /// A place of an event.
    At,
    /// The fixed words that a pattern of a statement can't do without: the index of the pattern.
    Anchor(usize),
    /// Silences the fact in this sentence.
    Unless,
}

impl Use {
    /// Whether it stays what it is inside a longer phrase that is `outer` (and nothing that takes its words away):
    /// `earthquake` in the name of an event is still a subject, `Korea` in `North Korea` is no context.
    fn stands_in(self, outer: Use, capitals: bool) -> bool {
        let about = |r#use: Use| matches!(r#use, Use::Subject | Use::Context | Use::Unit);
        let neutral = |r#use: Use| matches!(r#use, Use::Anchor(_) | Use::Unless);
        match self {
            _ if neutral(self) || neutral(outer) => true,
            _ if about(self) => !capitals || matches!(outer, Use::Event | Use::At),
            Use::Name(_) | Use::Reject | Use::Unlike => about(outer),
            _ => false,
        }
    }

    /// Whether a sentence that holds it may hold a claim.
    pub fn is_trigger(self) -> bool {
        !matches!(
            self,
            Use::Unlike | Use::Of | Use::Holder(_) | Use::Context | Use::At | Use::Unless
        )
    }
}

/// A phrase in the text.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Its place in the normalised text.
    pub span: Span,
    /// What it is to which fact (by index).
    pub uses: Vec<(usize, Use)>,
}

impl Hit {
    /// The facts to which the phrase is what `wanted` says.
    pub fn facts(&self, wanted: impl Fn(Use) -> bool) -> impl Iterator<Item = usize> {
        self.uses
            .iter()
            .filter(move |(_, r#use)| wanted(*r#use))
            .map(|(fact, _)| *fact)
    }

    /// Whether the phrase is that to that fact.
    pub fn is(&self, fact: usize, r#use: Use) -> bool {
        self.uses.contains(&(fact, r#use))
    }
}

/// How the capitals of a phrase bind.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Case {
    /// These capitals, or all capitals.
    As(String),
    /// Any.
    Any,
}

#[derive(Debug)]
struct Spelling {
    case: Case,
    uses: Vec<(usize, Use)>,
}

/// The automaton over all phrases.
#[derive(Debug)]
pub struct Phrases {
    automaton: Option<AhoCorasick>,
    /// For each pattern of the automaton its spellings by case.
    spellings: Vec<Vec<Spelling>>,
}

impl Phrases {
    /// Compiles the phrases of all facts.
    pub fn new(facts: &[Fact]) -> Self {
        let mut builder = Builder::default();
        for (index, fact) in facts.iter().enumerate() {
            builder.fact(index, fact);
        }
        builder.build()
    }

    /// Every phrase in the text that stands on word boundaries, by start, the longer first.
    pub fn find(&self, text: &Text) -> Vec<Hit> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        let (norm, folded) = (text.as_str(), text.folded());
        let addresses = spelling::addresses(norm);
        let mut hits: Vec<Hit> = Vec::new();
        for found in automaton.find_overlapping_iter(folded) {
            let span = Span::new(found.start(), found.end());
            if !spelling::on_boundaries(norm, span) || spelling::inside(&addresses, span) {
                continue;
            }
            let slice = span.of(norm);
            let uses: Vec<_> = self.spellings[found.pattern().as_usize()]
                .iter()
                .filter(|spelling| match &spelling.case {
                    Case::Any => true,
                    Case::As(exact) => slice == exact || spelling::all_capitals(slice),
                })
                .flat_map(|spelling| spelling.uses.iter().copied())
                .collect();
            if !uses.is_empty() {
                hits.push(Hit { span, uses });
            }
        }
        hits.sort_by_key(|hit| (hit.span.start, std::cmp::Reverse(hit.span.end)));
        drop_nested(hits, norm)
    }
}

/// Takes away what a phrase inside a longer one no longer is. `hits` are sorted by start, the longer first.
fn drop_nested(hits: Vec<Hit>, norm: &str) -> Vec<Hit> {
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    // The phrase that reaches furthest; whatever lies inside another lies inside it or is its rival.
    let mut widest: Option<usize> = None;
    for mut hit in hits {
        if let Some(outer) = widest
            .map(|index| &kept[index])
            .filter(|outer| outer.span.contains(hit.span))
        {
            let capitals = hit.span.of(norm).chars().any(char::is_uppercase);
            hit.uses.retain(|(_, inner)| {
                outer
                    .uses
                    .iter()
                    .all(|(_, outer)| inner.stands_in(*outer, capitals))
            });
        }
        if hit.uses.is_empty() {
            continue;
        }
        if widest.is_none_or(|index| kept[index].span.end < hit.span.end) {
            widest = Some(kept.len());
        }
        kept.push(hit);
    }
    kept
}

#[derive(Default)]
struct Builder {
    patterns: Vec<String>,
    spellings: Vec<Vec<Spelling>>,
    index: HashMap<String, usize>,
}

impl Builder {
    fn fact(&mut self, index: usize, fact: &Fact) {
        for phrase in &fact.unless {
            self.add(phrase, index, Use::Unless);
        }
        match &fact.kind {
            Kind::Entity(entity) => {
                self.names(index, fact, Use::Name);
                for name in &entity.reject {
                    self.add_exact(name, index, Use::Reject);
                }
                for name in &entity.unlike {
                    self.add_exact(name, index, Use::Unlike);
                }
            }
            Kind::Office(office) => {
                for title in &office.titles {
                    self.add_any_case(title, index, Use::Title);
                }
                self.all(&office.of, index, Use::Of);
                self.names(index, fact, Use::Holder);
            }
            Kind::Figure(figure) => {
                if let FigureUnit::Counted(nouns) = &figure.unit {
                    self.all(nouns, index, Use::Unit);
                    self.all(
                        nouns.iter().filter_map(|noun| spelling::singular(noun)),
                        index,
                        Use::Unit,
                    );
                }
                self.all(&figure.subject, index, Use::Subject);
                self.all(&figure.context, index, Use::Context);
            }
            Kind::Event(event) => {
                self.all(&event.names, index, Use::Event);
                let places = fact
                    .table
                    .columns
                    .iter()
                    .position(|column| column.name == "at");
                for cell in fact
                    .table
                    .records
                    .iter()
                    .filter_map(|record| record.cells.get(places?))
                {
                    cell.iter()
                        .flat_map(spellings_of)
                        .for_each(|place| self.add(place, index, Use::At));
                }
            }
            Kind::Statement(statement) => {
                for (number, pattern) in statement.says.iter().enumerate() {
                    let mut anchors = pattern.anchors();
                    // `{name} ({party})` has no words of its own: what it says of whom stands for them.
                    if anchors.is_empty() {
                        let cells = fact.table.records.iter().flat_map(|record| &record.cells);
                        anchors = cells.flatten().flat_map(spellings_of).cloned().collect();
                    }
                    for words in anchors {
                        self.add(&words, index, Use::Anchor(number));
                    }
                }
            }
        }
    }

    /// The names in the first column of a table, each with the index of its record.
    fn names(&mut self, index: usize, fact: &Fact, r#use: fn(usize) -> Use) {
        for (record, row) in fact.table.records.iter().enumerate() {
            for name in row
                .cells
                .first()
                .into_iter()
                .flatten()
                .flat_map(spellings_of)
            {
                self.add_exact(name, index, r#use(record));
            }
        }
    }

    /// Phrases that are all the same to the fact.
    fn all(&mut self, phrases: impl IntoIterator<Item = impl AsRef<str>>, fact: usize, r#use: Use) {
        for phrase in phrases {
            self.add(phrase.as_ref(), fact, r#use);
        }
    }

    /// A phrase in all spellings that mean the same.
    fn add(&mut self, phrase: &str, fact: usize, r#use: Use) {
        for variant in spelling::variants(&normalize(phrase)) {
            let case = match variant.chars().any(char::is_uppercase) {
                true => Case::As(variant.clone()),
                false => Case::Any,
            };
            self.insert(&variant, case, fact, r#use);
        }
    }

    fn add_any_case(&mut self, phrase: &str, fact: usize, r#use: Use) {
        for variant in spelling::variants(&normalize(phrase)) {
            self.insert(&variant, Case::Any, fact, r#use);
        }
    }

    /// A name: only as it is written.
    fn add_exact(&mut self, name: &str, fact: usize, r#use: Use) {
        let name = normalize(name);
        let case = match name.chars().any(char::is_uppercase) {
            true => Case::As(name.clone()),
            false => Case::Any,
        };
        self.insert(&name, case, fact, r#use);
    }

    fn insert(&mut self, phrase: &str, case: Case, fact: usize, r#use: Use) {
        if phrase.is_empty() {
            return;
        }
        let folded = fold(phrase);
        let pattern = *self.index.entry(folded.clone()).or_insert_with(|| {
            self.patterns.push(folded);
            self.spellings.push(Vec::new());
            self.patterns.len() - 1
        });
        let spellings = &mut self.spellings[pattern];
        match spellings.iter_mut().find(|spelling| spelling.case == case) {
            Some(spelling) if spelling.uses.contains(&(fact, r#use)) => {}
            Some(spelling) => spelling.uses.push((fact, r#use)),
            None => spellings.push(Spelling {
                case,
                uses: vec![(fact, r#use)],
            }),
        }
    }

    fn build(self) -> Phrases {
        // Only patterns beyond the automaton's own limits (billions of states) make this fail.
        let automaton = match self.patterns.is_empty() {
            true => None,
            false => AhoCorasick::new(&self.patterns).ok(),
        };
        Phrases {
            automaton,
            spellings: self.spellings,
        }
    }
}

fn spellings_of(value: &Value) -> impl Iterator<Item = &String> {
    match value {
        Value::Phrase(phrase) => phrase.spellings.as_slice(),
        _ => &[],
    }
    .iter()
}
