//! What pronouns and definite descriptions may refer to: the last suitable subject of the paragraph.
//!
//! This is weak evidence: the nearest subject of the right sort is often, not always, what is meant.

use super::MAX_TOKENS;
use super::lexicon::{Class, classes};
use super::sentence::Sentence;
use super::tags::{Relation, Tag};
use super::views::{Clause, NounPhrase};

/// What sort of thing a noun phrase can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// One person.
    Person,
    /// One thing, place or body.
    Thing,
    /// Several.
    Plural,
    /// A name that can be a person or a thing.
    Name,
}

/// A word in one of the sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Antecedent {
    /// Index of the sentence.
    pub sentence: usize,
    /// Index of the head of the noun phrase in it.
    pub token: usize,
}

/// The antecedent of a pronoun or definite description at `token` of the last of the sentences, which are those of the
/// paragraph up to there and their text.
///
/// None for other words, and where nothing before is of its sort.
pub fn antecedent(sentences: &[Sentence], token: usize) -> Option<Antecedent> {
    let first = sentences.len().saturating_sub(REACH);
    let found = antecedent_in(sentences.get(first..)?, token)?;
    Some(Antecedent {
        sentence: first + found.sentence,
        ..found
    })
}

/// Nobody refers further back, in sentences.
const REACH: usize = 8;

fn antecedent_in(sentences: &[Sentence], token: usize) -> Option<Antecedent> {
    let long = |sentence: &Sentence| sentence.tokens().len() > MAX_TOKENS;
    if sentences.iter().any(long) {
        return None;
    }
    let (last, before) = sentences.split_last()?;
    let wanted = Wanted::of(last, token)?;
    // The same noun named before is likelier than any name: `the museum` is the museum.
    if let Some(noun) = &wanted.noun {
        let same = |sentence: &Sentence, limit: usize| {
            let mut heads = (0..limit).rev();
            heads.find(|head| {
                let named = sentence.lemma(*head).eq_ignore_ascii_case(noun);
                named && sentence.tag(*head).is_noun() && NounPhrase::at(sentence, *head).is_some()
            })
        };
        let limits = sentences.iter().map(|sentence| sentence.tokens().len());
        let limits = limits.take(before.len()).chain([token]);
        let named: Vec<Option<usize>> = sentences
            .iter()
            .zip(limits)
            .map(|(sentence, limit)| same(sentence, limit))
            .collect();
        let found = named
            .into_iter()
            .enumerate()
            .rev()
            .find_map(|(sentence, token)| Some((sentence, token?)));
        if let Some((sentence, token)) = found {
            return Some(Antecedent { sentence, token });
        }
    }
    let here = last_suitable(last, Some(token), &wanted).map(|token| Antecedent {
        sentence: before.len(),
        token,
    });
    here.or_else(|| {
        let earlier = before.iter().enumerate().rev();
        let mut found = earlier.filter_map(|(number, sentence)| {
            let token = last_suitable(sentence, None, &wanted)?;
            Some(Antecedent {
                sentence: number,
                token,
            })
        });
        found.next()
    })
}

/// What a pronoun or description asks of its antecedent.
struct Wanted {
    sort: Sort,
    /// The class of a description: `lender` refers to a body.
    class: Option<Class>,
    /// Its noun: `bridge` refers to `Veldane Bridge`.
    noun: Option<Box<str>>,
}

impl Wanted {
    fn of(sentence: &Sentence, token: usize) -> Option<Wanted> {
        let sort = |sort| Wanted {
            sort,
            class: None,
            noun: None,
        };
        let lemma = sentence.lemma(token);
        match sentence.tag(token) {
            Tag::Prp | Tag::PrpPoss => match lemma {
                "he" | "she" | "him" | "her" | "his" | "hers" | "himself" | "herself" => {
                    Some(sort(Sort::Person))
                }
                "it" | "its" | "itself" => Some(sort(Sort::Thing)),
                "they" | "them" | "their" | "theirs" | "themselves" => Some(sort(Sort::Plural)),
                _ => None,
            },
            Tag::Nn => {
                let phrase = NounPhrase::at(sentence, token)?;
                let definite = phrase
                    .determiner
                    .is_some_and(|index| matches!(sentence.lemma(index), "the" | "this" | "that"));
                // `the lender`, but not `the lender of last resort` or `the city's lender`
                if !definite || phrase.possessor.is_some() || !phrase.prepositions.is_empty() {
                    return None;
                }
                let classes = classes(lemma, Tag::Nn);
                let known = [
                    Class::Office,
                    Class::Person,
                    Class::Body,
                    Class::Place,
                    Class::Event,
                    Class::Work,
                    Class::Vehicle,
                ];
                let class = known.into_iter().find(|class| classes.has(*class));
                let person = matches!(class, Some(Class::Office | Class::Person));
                Some(Wanted {
                    sort: if person { Sort::Person } else { Sort::Thing },
                    class,
                    noun: Some(lemma.into()),
                })
            }
            _ => None,
        }
    }

    /// Whether a noun phrase can be meant.
    fn accepts(&self, sentence: &Sentence, head: usize) -> bool {
        let Some(sort) = sort(sentence, head) else {
            return false;
        };
        let fits = match (self.sort, sort) {
            // A body is spoken of as `they` too.
            (Sort::Plural, Sort::Plural) => true,
            (Sort::Plural, Sort::Thing) => {
                classes(sentence.lemma(head), sentence.tag(head)).has(Class::Body)
            }
            (Sort::Plural, _) => false,
            (_, Sort::Name) => true,
            (wanted, found) => wanted == found,
        };
        match &self.noun {
            None => fits,
            Some(noun) => {
                let named = sentence.lemma(head).eq_ignore_ascii_case(noun);
                let name = sentence.tag(head).is_proper();
                let own = name_classes(sentence, head);
                let other = self
                    .class
                    .is_some_and(|class| own.is_some_and(|own| own != class));
                fits && (named || name && self.class.is_some() && !other)
            }
        }
    }
}

/// The class that a name says itself: `Veldane Bridge` is a place.
fn name_classes(sentence: &Sentence, head: usize) -> Option<Class> {
    let known = classes(sentence.lemma(head), sentence.tag(head));
    let sorts = [
        Class::Body,
        Class::Place,
        Class::Event,
        Class::Work,
        Class::Vehicle,
    ];
    sorts.into_iter().find(|class| known.has(*class))
}

/// The sort of the noun phrase at a head; none for times, numbers, and pronouns, which refer themselves.
pub fn sort(sentence: &Sentence, head: usize) -> Option<Sort> {
    let tag = sentence.tag(head);
    let known = classes(sentence.lemma(head), tag);
    let person = || known.has(Class::Office) || known.has(Class::Person);
    match tag {
        Tag::Nns | Tag::Nnps if known.has(Class::Time) => None,
        Tag::Nns => Some(Sort::Plural),
        Tag::Nn
            if known.has(Class::Time) || known.has(Class::Money) || known.has(Class::Measure) =>
        {
            None
        }
        Tag::Nn if sentence.child(head, Relation::Conj).is_some() && person() => Some(Sort::Plural),
        Tag::Nn => Some(if person() { Sort::Person } else { Sort::Thing }),
        Tag::Nnp | Tag::Nnps => name_sort(sentence, head),
        _ => None,
    }
}

/// A name with a title, an age or `who` is a person's; one with `the`, or with a noun of things in it, is not.
fn name_sort(sentence: &Sentence, head: usize) -> Option<Sort> {
    if is_calendar(sentence.lemma(head)) {
        return None;
    }
    if sentence.child(head, Relation::Conj).is_some() {
        return Some(Sort::Plural);
    }
    let person = |index: usize| {
        let known = classes(sentence.lemma(index), sentence.tag(index));
        known.has(Class::Office) || known.has(Class::Person)
    };
    let title = |index: usize| {
        let honorific = matches!(
            sentence.lemma(index).trim_end_matches('.'),
            "Mr" | "Mrs"
                | "Ms"
                | "Dr"
                | "Sir"
                | "Dame"
                | "Lord"
                | "Lady"
                | "Prof"
                | "Gen"
                | "Sen"
                | "Rep"
                | "Lt"
                | "Col"
                | "Capt"
                | "Sgt"
                | "Rev"
        );
        sentence.relation(index) == Relation::Compound && (honorific || person(index))
    };
    let apposition = sentence.child(head, Relation::Appos);
    let age = apposition.is_some_and(|index| sentence.tag(index) == Tag::Cd);
    let who = sentence.child(head, Relation::Relcl).is_some_and(|verb| {
        sentence
            .children(verb)
            .any(|child| sentence.lemma(child) == "who")
    });
    if sentence.children(head).any(title) || apposition.is_some_and(person) || age || who {
        return Some(Sort::Person);
    }
    let the = sentence.child(head, Relation::Det).is_some();
    if the
        || name_classes(sentence, head).is_some()
        || sentence.lemma(head).chars().all(|c| c.is_uppercase())
    {
        return Some(Sort::Thing);
    }
    Some(Sort::Name)
}

fn is_calendar(name: &str) -> bool {
    #[rustfmt::skip]
    const NAMES: [&str; 32] = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
        "April", "May", "June", "July", "August", "September", "October", "November", "December", "Jan.", "Feb.",
        "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.", "Easter",
    ];
    NAMES.contains(&name)
}

/// The last subject of a sentence that fits, before a token if one is given; else the last other noun phrase.
fn last_suitable(sentence: &Sentence, before: Option<usize>, wanted: &Wanted) -> Option<usize> {
    let limit = before.unwrap_or(sentence.tokens().len());
    let fits = |head: usize| {
        // `its` is not of a phrase that it is in.
        let around = before.is_some_and(|token| sentence.is_within(token, head));
        head < limit && !around && wanted.accepts(sentence, head)
    };
    let mut subjects: Vec<usize> = Clause::all(sentence)
        .flat_map(|clause| clause.subjects(sentence))
        .collect();
    subjects.sort_unstable();
    subjects.dedup();
    // The subject of the main clause comes first where several are before the pronoun.
    let subject = subjects
        .iter()
        .copied()
        .filter(|head| fits(*head))
        .min_by_key(|head| (sentence.ancestors(*head).count(), std::cmp::Reverse(*head)));
    let joined = |head: usize| sentence.relation(head) == Relation::Conj;
    let heads = (0..limit).rev();
    subject.or_else(|| {
        heads
            .filter(|head| !joined(*head))
            .find(|head| fits(*head) && NounPhrase::at(sentence, *head).is_some())
    })
}
