//! One figure given two ways in one article.

use std::ops::Range;

use foldhash::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::{Check, Flag, Pass, Sample, Spot};
use crate::facts::Severity;
use crate::language::lists::WordList;
use crate::language::{Amount, Reading, Role};
use crate::mentions::Page;
use crate::span::Span;
use crate::syntax::tags::Relation;
use crate::syntax::views::{Clause, Mood, NounPhrase, Tense};
use crate::syntax::{Margin, Sentence};
use crate::text::{fold, pieces};

pub(super) const CHECK: Check = Check {
    id: "two-values",
    severity: Severity::Warning,
    summary: "one figure given two ways in one article",
    about: "Two clauses have the same subject, the same verb and the same object, and two different numbers, or two \
            long numbers of one thing have the same digits in another order. Not reported are numbers that somebody \
            else gives, of another time, rounded, denied or expected ones, and those of an article with several such \
            subjects. Without the feature `model` nothing is reported.",
    why: "A headline and a text that differ cost trust, whichever is right.",
    reported: Sample::new(
        "The shipyard employs 1,450 people. It was founded in 1921. The shipyard employs 1,540 people.",
    ),
    silent: Sample::new(
        "The shipyard employs 1,450 people. It was founded in 1921. The shipyard employed 1,540 people in 2019.",
    ),
    begin: || Box::<Figures>::default(),
};

/// Lemmas of verbs that state what something has or is. What they state holds for the whole article.
static STATES: WordList = WordList::new(
    "\
    be have employ host operate own serve cover cost produce seat hold house weigh measure span stretch comprise number \
    total contain reach carry represent",
);

/// Lemmas of verbs of what happened: two of their numbers are one figure only where they look like one slip.
static HAPPENINGS: WordList = WordList::new(
    "\
    kill injure wound displace destroy damage draw attract raise approve carry host cover",
);

/// Forms of all these verbs, by which a number is a candidate.
static FORMS: WordList = WordList::new(
    "\
    is was has have employs employ hosts host operates operate owns own serves serve covers cover covered costs cost \
    produces produce seats holds hold houses weighs weighed measures measured spans stretches comprises comprise numbers \
    totals contains contain reaches carries carry carried represents employed hosted killed injured wounded displaced \
    destroyed damaged drew attracted raised approved",
);

/// Lemmas in a clause that make its number another time's or no statement.
static NO_CLAIM: WordList = WordList::new(
    "\
    if once now then initially originally previously formerly late early today currently already still used per each \
    every another more other additional further extra few less first last next new former ago since before after until \
    when while during expect plan project target alone instead almost nearly about roughly some around over under than \
    least most up only just average combined total half official union critic different accord estimate as",
);

/// Shorter numbers have the same digits in another order by chance.
const LONG_NUMBER: usize = 3;

/// A number that may be a figure's, and what says so without a tree.
struct Candidate {
    sentence: usize,
    place: Span,
    value: Decimal,
    /// Whether a verb of [`FORMS`] is before it.
    stated: bool,
    /// Whether it has a unit.
    measured: bool,
    /// Whether it counts something, and has many digits.
    long: bool,
}

/// The candidates of an article by their verb and by the word behind them. Only those that contradict another of theirs
/// are parsed.
#[derive(Default)]
struct Figures {
    by_words: HashMap<String, Vec<Candidate>>,
    order: Vec<String>,
}

impl Pass for Figures {
    fn read(&mut self, page: &Page, sentences: Range<usize>) {
        let text = page.text.as_str();
        for index in sentences {
            let span = page.text.sentences()[index].span;
            for mention in page.values(index) {
                let Reading::Amount(amount) = &mention.reading else {
                    continue;
                };
                let place = mention.span;
                if !is_plain(amount) || page.text.in_speech(place) {
                    continue;
                }
                let before = text.get(span.start..place.start).unwrap_or_default();
                let after = text.get(place.end..span.end).unwrap_or_default();
                let verb = last_word(before).filter(|word| FORMS.has(word));
                let next = first_word(after).unwrap_or_default();
                let unit = amount.unit.map_or("", |unit| unit.code);
                let long = is_long(place.of(text)) && unit.is_empty() && !next.is_empty();
                if verb.is_none() && !long {
                    continue;
                }
                let key = fold(&format!("{unit} {next}"));
                if !self.by_words.contains_key(&key) {
                    self.order.push(key.clone());
                }
                self.by_words.entry(key).or_default().push(Candidate {
                    sentence: index,
                    place,
                    value: amount.number.value,
                    stated: verb.is_some(),
                    measured: !unit.is_empty(),
                    long,
                });
            }
        }
    }

    fn end(self: Box<Self>, page: &Page) -> Vec<Flag> {
        let mut flags = Vec::new();
        let mut words = None;
        for key in &self.order {
            let Some(candidates) = self.by_words.get(key) else {
                continue;
            };
            let first = candidates.first().map(|candidate| candidate.value);
            if candidates.len() > MOST || candidates.iter().all(|other| Some(other.value) == first)
            {
                continue;
            }
            for (place, other) in contradictions(page, candidates) {
                let words = words.get_or_insert_with(|| Words::new(page));
                if other
                    .subject
                    .as_ref()
                    .is_some_and(|subject| words.has_several(subject))
                {
                    continue;
                }
                flags.push(Flag {
                    at: Spot::Text(place),
                    message: format!(
                        "this figure is `{}` elsewhere in this article",
                        other.place.of(page.text.as_str())
                    ),
                    expected: None,
                    related: vec![(Spot::Text(other.place), "the other figure".to_string())],
                });
            }
        }
        flags.sort_by_key(|flag| match flag.at {
            Spot::Text(span) | Spot::Source { span, .. } => span,
        });
        flags.dedup_by(|next, kept| next.at == kept.at);
        flags
    }
}

/// An article with more numbers of one thing is a table.
const MOST: usize = 12;

/// One statement of a figure.
#[derive(Clone)]
struct Claim {
    key: String,
    /// None where only the digits of two numbers are compared.
    subject: Option<String>,
    /// Whether any two numbers contradict each other, not only those that look like a slip.
    lasting: bool,
    value: Decimal,
    place: Span,
    sentence: usize,
}

/// The places that contradict an earlier claim, each with that claim.
fn contradictions(page: &Page, candidates: &[Candidate]) -> Vec<(Span, Claim)> {
    let text = page.text.as_str();
    let mut firsts: HashMap<String, Claim> = HashMap::default();
    let mut found = Vec::new();
    for candidate in candidates {
        let Some(tree) = page.parse(candidate.sentence) else {
            continue;
        };
        for claim in claims(text, &tree, candidate) {
            let Some(first) = firsts.get(&claim.key) else {
                firsts.insert(claim.key.clone(), claim);
                continue;
            };
            let slip = || looks_like_slip(first.place.of(text), claim.place.of(text));
            let apart = claim.lasting || first.sentence != claim.sentence && slip();
            if first.value != claim.value && apart {
                found.push((claim.place, first.clone()));
                break;
            }
        }
    }
    found
}

/// Whether a number stands for itself: no range, no hedge, no part of an adjective.
fn is_plain(amount: &Amount) -> bool {
    amount.hedge.is_none() && amount.upper.is_none() && amount.role == Role::Value
}

/// Whether a number has many digits, and is no year.
fn is_long(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let year = number.len() == 4 && (number.starts_with('1') || number.starts_with('2'));
    digits >= LONG_NUMBER && !year
}

/// Words before a thing of which there are several.
static ONE_OF_SEVERAL: WordList =
    WordList::new("another second other sister new old third each every one");

/// The words of an article, and those that come after one of several, in lower case.
#[derive(Default)]
struct Words {
    alone: HashSet<String>,
    of_several: HashSet<String>,
}

impl Words {
    fn new(page: &Page) -> Self {
        let mut all = Self::default();
        let mut one_of_several = false;
        for piece in pieces(page.text.as_str()) {
            let folded = fold(piece.of(page.text.as_str()));
            let words = folded.split(|c: char| !c.is_alphanumeric());
            for word in words.filter(|word| !word.is_empty()) {
                if !all.alone.contains(word) {
                    all.alone.insert(word.to_string());
                }
                if one_of_several && !all.of_several.contains(word) {
                    all.of_several.insert(word.to_string());
                }
                one_of_several = ONE_OF_SEVERAL.has(word);
            }
        }
        all
    }

    /// Whether the article speaks of more than one such subject: `plants`, `the second plant`, `each plant`.
    fn has_several(&self, subject: &str) -> bool {
        let head = subject.rsplit([' ', '-']).next().unwrap_or(subject);
        self.alone.contains(&format!("{head}s")) || self.of_several.contains(head)
    }
}

/// Whether two numbers have the same digits in another order, or all but one alike: a slip of the hand.
fn looks_like_slip(a: &str, b: &str) -> bool {
    let digits = |text: &str| -> Vec<char> { text.chars().filter(char::is_ascii_digit).collect() };
    let (a, b) = (digits(a), digits(b));
    let (mut x, mut y) = (a.clone(), b.clone());
    x.sort_unstable();
    y.sort_unstable();
    a.len() == b.len() && a.len() > 1 && a != b && x == y
}

/// What a sentence says with a number: `the plant employs 1,450 workers`, and `1,450 workers` alone.
fn claims(text: &str, tree: &Sentence, candidate: &Candidate) -> Vec<Claim> {
    let Some(object) = object(tree, candidate.place) else {
        return Vec::new();
    };
    let Some(clause) = Clause::around(tree, object) else {
        return Vec::new();
    };
    let predicate = &clause.predicate;
    let asserted =
        predicate.mood == Mood::Asserted && predicate.source.is_none() && !predicate.negated;
    if !matches!(predicate.tense, Tense::Past | Tense::Present) {
        return Vec::new();
    }
    let verb = tree.token(predicate.verb);
    // `employs` is not `employed`
    let verb = fold(verb.map_or("", |verb| verb.written(text)));
    let inside = tree.subtree_without(predicate.verb, |index| {
        // a clause of its own says nothing of this one
        matches!(
            tree.relation(index),
            Relation::Relcl
                | Relation::Conj
                | Relation::Advcl
                | Relation::Parataxis
                | Relation::Ccomp
        )
    });
    let number = candidate.place;
    let is_number = |index: &usize| {
        tree.token(*index)
            .is_some_and(|token| token.span.overlaps(number))
    };
    let mut others = inside.iter().filter(|index| !is_number(index));
    if !asserted || others.any(|index| NO_CLAIM.has(tree.lemma(*index))) {
        return Vec::new();
    }
    let end = |index: usize| tree.token(index).map_or(number.end, |token| token.span.end);
    let counted = text.get(number.end..end(object)).unwrap_or_default();
    let counted = fold(counted.trim_matches(['-', ' ']));
    let mut claims = Vec::new();
    if candidate.stated
        && let Some(claim) = stated(text, tree, (&clause, &verb), (object, &counted, candidate))
    {
        claims.push(claim);
    }
    let words = counted.split_whitespace().count();
    let sure = tree
        .token(object)
        .is_some_and(|token| token.margin >= Margin::DOUBTFUL);
    let acts = clause.subject.filter(|index| *index != object);
    let named = acts.map(|head| subject(text, tree, head));
    if sure
        && candidate.long
        && (1..=3).contains(&words)
        && let Some(subject) = named.unwrap_or_else(|| Some(String::new()))
    {
        claims.push(Claim {
            key: format!("{counted}\n{subject}\n{verb}"),
            subject: None,
            lasting: false,
            value: candidate.value,
            place: number,
            sentence: candidate.sentence,
        });
    }
    claims
}

/// Head of the phrase that a number counts or is: `workers` of `1,450 workers`, `tall` of `412 metres tall`.
fn object(tree: &Sentence, number: Span) -> Option<usize> {
    let mut head = tree.head_of(number)?;
    loop {
        let token = tree.token(head)?;
        let inside = matches!(
            token.relation,
            Relation::Nummod
                | Relation::Quantmod
                | Relation::Compound
                | Relation::Nmod
                | Relation::Npadvmod
        );
        if !inside {
            return Some(head);
        }
        head = token.head?;
    }
}

/// The claim of a clause whose verb states what its subject has or is.
fn stated(
    text: &str,
    tree: &Sentence,
    (clause, form): (&Clause, &str),
    (object, counted, candidate): (usize, &str, &Candidate),
) -> Option<Claim> {
    let verb = clause.predicate.verb;
    let lemma = tree.lemma(verb);
    let (states, happens) = (STATES.has(lemma), HAPPENINGS.has(lemma));
    let own = tree.head(object) == Some(verb);
    if !own || clause.predicate.passive || !(states || happens) {
        return None;
    }
    // `is 324 meters tall` states a measure; `is 324 meters away` and `is 324` do not
    let measure =
        ["long", "wide", "tall", "high", "deep", "thick", "old"].contains(&tree.lemma(object));
    let words = counted.split_whitespace().count();
    let bare = words == 0 && !candidate.measured;
    if bare || (lemma == "be") != measure || words > 3 {
        return None;
    }
    let subject = subject(text, tree, clause.subject?)?;
    // of the same time and place, in the same words
    let after: Vec<&str> = tree
        .subtree(verb)
        .into_iter()
        .filter(|index| *index > object && !tree.tag(*index).is_punctuation())
        .filter_map(|index| Some(tree.token(index)?.written(text)))
        .collect();
    Some(Claim {
        key: format!(
            "{subject}\n{lemma} {form}\n{counted}\n{}",
            fold(&after.join(" "))
        ),
        subject: Some(subject),
        lasting: !happens,
        value: candidate.value,
        place: candidate.place,
        sentence: candidate.sentence,
    })
}

/// A subject that names one thing: `the plant`, `Acme Corp`; pronouns and long subjects are none.
fn subject(text: &str, tree: &Sentence, head: usize) -> Option<String> {
    let phrase = NounPhrase::at(tree, head)?;
    let tag = tree.tag(head);
    let defined = phrase
        .determiner
        .is_some_and(|index| tree.lemma(index) == "the");
    let words = phrase.span.of(text);
    let words = fold(words);
    let words = words.strip_prefix("the ").unwrap_or(&words);
    let named = phrase.determiner.is_none() && tag.is_proper();
    let several = !phrase.conjuncts.is_empty() || phrase.quantity.is_some();
    let good = (defined || named) && tag.is_noun() && !several && words.split(' ').count() <= 4;
    good.then(|| words.to_string())
}

/// The last word of a text.
fn last_word(text: &str) -> Option<&str> {
    let mut words = text.rsplit(|c: char| !c.is_alphanumeric() && c != '-');
    words.find(|word| !word.is_empty())
}

/// The first word of a text, if it follows at once.
fn first_word(text: &str) -> Option<&str> {
    let text = text.strip_prefix([' ', '-'])?;
    let end = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    text.get(..end).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, silent};

    #[test]
    fn one_figure_two_ways() {
        for (text, found) in [
            (
                "The plant employs 1,450 workers. The plant, which employs 1,540 workers, opened in 1998.",
                "1,540",
            ),
            (
                "The stadium seats 41,000 fans. It is old. The stadium seats 14,000 fans.",
                "14,000",
            ),
            (
                "The quake killed 179 people. It was strong. The quake killed 197 people.",
                "197",
            ),
            (
                "The bridge cost $3.5 million. The bridge cost $5.3 million.",
                "$5.3 million",
            ),
            (
                "The mast is 412 metres tall. The mast, which is 421 metres tall, has no lift.",
                "421 metres",
            ),
        ] {
            finds("two-values", text, None, &[(found, None)]);
        }
    }

    #[test]
    fn figures_of_other_things_times_and_people() {
        for text in [
            "The plant employs 1,450 workers. Unions said the plant employs 1,540 workers.",
            "The north plant employs 1,450 workers and the south plant employs 1,540 workers. In 2019 the north plant employed 1,200 workers.",
            "The plant employs 1,450 workers. The plant employs more than 1,400 workers.",
            "The plant employs 1,450 workers. The plant employs 200 managers.",
            "The plant employs 1,450 workers. The plants differ. The plant employs 1,540 workers.",
            "The plant employs 1,450 workers. The plant employed 1,540 workers.",
            "It employs 1,450 workers. It employs 1,540 workers.",
            "A plant employs 1,450 workers. A plant employs 1,540 workers.",
            "The plant employs 1,450 workers. The plant does not employ 1,540 workers.",
            "The fair drew 4.2 million visitors in 2024. The fair drew 2.4 million visitors in 2023.",
            "The tower is 324 meters away. The tower is 342 meters away.",
            "The raid killed 12 people. The raid killed 7 people.",
            "The Reds have 28 seats. The Reds have 82. The Reds have 31.",
            "The plant employs 1,450 workers. \"The plant employs 1,540 workers,\" he said.",
        ] {
            silent("two-values", text, None);
        }
    }
}
