//! Every phrase of every fact, found in one pass.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use foldhash::HashMap;
use rayon::prelude::*;

use crate::facts::{Fact, FigureUnit, Kind, Value};
use crate::mentions::{Use, Uses, spelling};
use crate::span::Span;
use crate::text::{Text, fold, normalize, pieces};

/// A phrase in the text.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Its place in the normalised text.
    pub span: Span,
    /// What it is to which fact (by index).
    pub uses: Uses,
}

impl Hit {
    /// The facts to which the phrase is what `wanted` says; what an index in a [`Use`] says does not count.
    pub fn facts(&self, wanted: impl Fn(Use) -> bool) -> impl Iterator<Item = usize> {
        let uses = self.uses.any(&wanted).then(|| self.uses.iter());
        let wanted = move |(_, r#use): &(usize, Use)| wanted(*r#use);
        uses.into_iter()
            .flatten()
            .filter(wanted)
            .map(|(fact, _)| fact)
    }

    /// Whether the phrase is that to that fact.
    pub fn is(&self, fact: usize, r#use: Use) -> bool {
        self.uses.of(fact).any(|own| own == r#use)
    }

    /// Whether the phrase is anything to that fact.
    pub fn is_of(&self, fact: usize) -> bool {
        self.uses.of(fact).next().is_some()
    }

    /// Whether the phrase is some kind of thing to some fact.
    pub fn is_any(&self, wanted: impl Fn(Use) -> bool) -> bool {
        self.uses.any(wanted)
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
struct Spelling<U> {
    case: Case,
    uses: U,
}

/// The automaton over all phrases.
#[derive(Debug)]
pub struct Phrases {
    automaton: Option<AhoCorasick>,
    /// For each pattern of the automaton its spellings by case.
    spellings: Vec<Vec<Spelling<Uses>>>,
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
        let norm = text.as_str();
        let find = |piece: &Span| self.find_in(automaton, norm, *piece);
        match pieces(norm)[..] {
            [ref all] => find(all),
            ref pieces => pieces.par_iter().flat_map_iter(find).collect(),
        }
    }

    /// What a right name is to the facts that ask for it as a phrase: a misspelling of it is that to them too.
    pub fn asked_of(&self, name: &str) -> Uses {
        let asked = |r#use: &Use| matches!(r#use, Use::Subject | Use::Context | Use::Of | Use::At);
        let text = fold(&normalize(name));
        let all = self.automaton.iter().flat_map(|automaton| {
            automaton
                .find_overlapping_iter(&text)
                .filter(|found| found.len() == text.len())
                .map(|found| found.pattern().as_usize())
                .collect::<Vec<_>>()
        });
        all.flat_map(|pattern| &self.spellings[pattern])
            .flat_map(|spelling| spelling.uses.iter())
            .filter(|(_, r#use)| asked(r#use))
            .collect()
    }

    /// The same in a piece of the text; no phrase goes on over the end of a block.
    fn find_in(&self, automaton: &AhoCorasick, norm: &str, piece: Span) -> Vec<Hit> {
        let addresses = spelling::addresses(norm, piece);
        let mut hits: Vec<Hit> = Vec::new();
        for found in automaton.find_overlapping_iter(&fold(piece.of(norm))) {
            let span = Span::new(piece.start + found.start(), piece.start + found.end());
            if !spelling::on_boundaries(norm, span) || spelling::inside(&addresses, span) {
                continue;
            }
            let slice = span.of(norm);
            let mut matching = self.spellings[found.pattern().as_usize()]
                .iter()
                .filter(|spelling| match &spelling.case {
                    Case::Any => true,
                    Case::As(exact) => {
                        // How a name is written is the business of its entity.
                        let name =
                            |r#use| matches!(r#use, Use::Name(_) | Use::Reject | Use::Unlike);
                        slice == exact
                            || spelling::all_capitals(slice)
                            || spelling::is_title_form(exact, slice) && !spelling.uses.any(name)
                    }
                })
                .map(|spelling| &spelling.uses);
            let Some(first) = matching.next() else {
                continue;
            };
            let uses = match matching.next() {
                None => first.clone(),
                Some(second) => {
                    let all = [first, second].into_iter().chain(matching);
                    all.flat_map(Uses::iter).collect()
                }
            };
            hits.push(Hit { span, uses });
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
            hit.uses = hit.uses.inside(&outer.uses, capitals);
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

/// What a spelling is to whom, while it is gathered.
type Gathered = Vec<(usize, Use)>;

#[derive(Default)]
struct Builder {
    patterns: Vec<String>,
    spellings: Vec<Vec<Spelling<Gathered>>>,
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
                    let uses: &[Use] = match figure.subject.is_empty() {
                        true => &[Use::Unit, Use::SoleUnit],
                        false => &[Use::Unit],
                    };
                    for r#use in uses {
                        self.all(nouns, index, *r#use);
                        let singular = nouns.iter().filter_map(|noun| spelling::singular(noun));
                        self.all(singular, index, *r#use);
                    }
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
            Kind::Affiliation(_) => {
                self.names(index, fact, |_| Use::Member);
                let cells = fact.table.records.iter().filter_map(|row| row.cells.get(1));
                for phrase in cells.flatten().flat_map(spellings_of) {
                    self.add(phrase, index, Use::MemberOf);
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
            // The facts come one after the other.
            Some(spelling)
                if (spelling.uses.iter().rev())
                    .take_while(|(of, _)| *of == fact)
                    .any(|(_, own)| *own == r#use) => {}
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
            // A full table of few phrases takes longer to make than an article to read.
            false => AhoCorasick::builder()
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .build(&self.patterns)
                .ok(),
        };
        let spellings = self.spellings.into_iter().map(|spellings| {
            let fixed = |spelling: Spelling<Gathered>| Spelling {
                case: spelling.case,
                uses: spelling.uses.into_iter().collect(),
            };
            spellings.into_iter().map(fixed).collect()
        });
        Phrases {
            automaton,
            spellings: spellings.collect(),
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
