//! One figure given two ways in one article.

use std::ops::Range;
use std::sync::LazyLock;

use foldhash::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::{Check, Flag, Pass, Sample, Spot, around, listed};
use crate::facts::Severity;
use crate::language::lists::{WordList, WordMap};
use crate::language::{self, Amount, Mention, Reading};
use crate::mentions::Page;
use crate::span::Span;
use crate::text::{fold, pieces};

pub(super) const CHECK: Check = Check {
    id: "two-values",
    severity: Severity::Warning,
    summary: "one figure given two ways in one article",
    about: "Two clauses have the same subject, the same verb and the same counted noun or unit, and two different \
            numbers. A number of somebody else's, of another time, hedged, denied or expected is no such claim, and \
            nothing is said where the article speaks of several such subjects.",
    why: "A headline and a text that differ cost trust, whichever is right.",
    reported: Sample::new(
        "The shipyard employs 1,450 people. It was founded in 1921. The shipyard employs 1,540 people.",
    ),
    silent: Sample::new(
        "The shipyard employs 1,450 people. It was founded in 1921. The shipyard employed 1,540 people in 2019.",
    ),
    begin: || Box::<Figures>::default(),
};

/// Verbs that state what something has or is, each form with its base. What they state holds for the whole article.
#[rustfmt::skip]
const STATES: &[(&str, &str)] = &[
    ("is", "be"), ("was", "be"), ("has", "have"), ("have", "have"), ("employs", "employ"), ("employ", "employ"),
    ("hosts", "host"), ("host", "host"), ("operates", "operate"), ("operate", "operate"), ("owns", "own"),
    ("own", "own"), ("serves", "serve"), ("serve", "serve"), ("covers", "cover"), ("cover", "cover"),
    ("covered", "cover"), ("costs", "cost"), ("cost", "cost"), ("produces", "produce"), ("produce", "produce"),
    ("seats", "seat"), ("holds", "hold"), ("hold", "hold"), ("houses", "house"), ("weighs", "weigh"),
    ("weighed", "weigh"), ("measures", "measure"), ("measured", "measure"), ("spans", "span"),
    ("stretches", "stretch"), ("comprises", "comprise"), ("comprise", "comprise"), ("numbers", "number"),
    ("totals", "total"), ("contains", "contain"), ("contain", "contain"), ("reaches", "reach"),
    ("carries", "carry"), ("carry", "carry"), ("carried", "carry"), ("represents", "represent"),
    ("employed", "employ"), ("hosted", "host"), ("killed", "kill"), ("injured", "injure"), ("wounded", "wound"),
    ("displaced", "displace"), ("destroyed", "destroy"), ("damaged", "damage"), ("drew", "draw"),
    ("attracted", "attract"), ("raised", "raise"), ("approved", "approve"),
];

/// The same to look them up.
static VERBS: LazyLock<WordMap<&str>> = LazyLock::new(|| STATES.iter().copied().collect());

/// Bases of verbs that tell of what happened: two numbers of them are one figure only where they look like one slip.
static HAPPENINGS: WordList = WordList::new(
    "\
    kill injure wound displace destroy damage draw attract raise approve carry host cover",
);

/// Words that make a number another's, another time's or no statement.
static NO_CLAIM: WordList = WordList::new(
    "\
    said says say told claimed claims claim according estimated estimates estimate reported reports report \
    reportedly alleged allegedly argued counted put puts believes think thinks would could \
    may might will should if once now then initially originally previously formerly later earlier today \
    currently already still used per each every another more other additional further extra fewer less first \
    last next new former ago since before after until when while during expected planned projected target \
    wants plans hopes alone instead almost nearly about roughly some around over under than least most up \
    only just average combined total half quarter officials unions critics different",
);

/// Words that deny what their clause says.
static DENIALS: WordList = WordList::new("not never no t");

/// One statement of a figure.
struct Claim {
    key: String,
    verb: &'static str,
    value: Decimal,
    place: Span,
    subject: String,
}

/// The first statement of each figure, and those that say otherwise.
#[derive(Default)]
struct Figures {
    first: HashMap<String, Claim>,
    others: Vec<Claim>,
}

impl Pass for Figures {
    fn read(&mut self, page: &Page, sentences: Range<usize>) {
        let text = page.text.as_str();
        for index in sentences {
            for claim in claims(page, index, page.text.sentences()[index].span) {
                let Some(first) = self.first.get(&claim.key) else {
                    self.first.insert(claim.key.clone(), claim);
                    continue;
                };
                let same = first.value == claim.value;
                let slip = || looks_like_slip(first.place.of(text), claim.place.of(text));
                if !same && (!HAPPENINGS.has(claim.verb) || slip()) {
                    self.others.push(claim);
                }
            }
        }
    }

    fn end(self: Box<Self>, page: &Page) -> Vec<Flag> {
        if self.others.is_empty() {
            return Vec::new();
        }
        let words = Words::new(page);
        let others = self.others.iter();
        let others = others.filter(|claim| !words.has_several(&claim.subject));
        let flag = |claim: &Claim| {
            let place = self.first.get(&claim.key)?.place;
            Some(Flag {
                at: Spot::Text(claim.place),
                message: format!(
                    "this figure is `{}` elsewhere in this article",
                    place.of(page.text.as_str())
                ),
                expected: None,
                related: vec![(Spot::Text(place), "the other figure".to_string())],
            })
        };
        others.filter_map(flag).collect()
    }
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

/// The statements of a sentence.
fn claims(page: &Page, index: usize, sentence: Span) -> Vec<Claim> {
    let text = page.text.as_str();
    let values = page.values(index);
    // Few sentences state anything of this kind, and clauses are dear to find.
    let stated = |value: &Mention| {
        let near = Span::new(sentence.start, value.span.start);
        last_word(near.of(text)).is_some_and(|word| VERBS.get(word).is_some())
    };
    if !values.iter().any(stated) {
        return Vec::new();
    }
    let clauses = page.clauses(index);
    let mut claims = Vec::new();
    for (n, clause) in clauses.iter().enumerate() {
        let first = values.partition_point(|value| value.span.start < clause.start);
        let inside = values.iter().skip(first);
        let inside = inside.take_while(|value| value.span.end <= clause.end);
        let (mut amounts, mut times) = (Vec::new(), String::new());
        for value in inside {
            match &value.reading {
                Reading::Amount(amount) => amounts.push((value.span, amount)),
                Reading::Date(_) => times.push_str(value.span.of(text)),
                Reading::Ordinal(_) => {}
            }
        }
        let [(place, amount)] = amounts.as_slice() else {
            continue;
        };
        let before = n.checked_sub(1).and_then(|n| clauses.get(n)).copied();
        if !is_attributed(text, sentence, *place)
            && !is_denied(text, *clause, *place)
            && !page.text.in_speech(*place)
            && let Some(mut claim) = claim(text, *clause, before, *place, amount)
        {
            // of the same time, in the same words
            claim.key.push_str(&times);
            claims.push(claim);
        }
    }
    claims
}

/// Whether a word of the sentence gives the number to somebody else or to another time.
fn is_attributed(text: &str, sentence: Span, number: Span) -> bool {
    words(text, around(text, sentence, number))
        .filter(|span| !span.overlaps(number))
        .any(|span| NO_CLAIM.has(span.of(text)))
}

/// Whether the number's own clause denies it.
fn is_denied(text: &str, clause: Span, number: Span) -> bool {
    words(text, around(text, clause, number)).any(|span| DENIALS.has(span.of(text)))
}

/// Reads `the plant employs 1,450 workers` and `, which employs 1,450 workers`.
fn claim(
    text: &str,
    clause: Span,
    before: Option<Span>,
    number: Span,
    amount: &Amount,
) -> Option<Claim> {
    if amount.hedge.is_some() || amount.upper.is_some() || amount.role != language::Role::Value {
        return None;
    }
    let head: Vec<Span> = words(text, Span::new(clause.start, number.start)).collect();
    let (verb_place, subject) = head.split_last()?;
    let verb_word = verb_place.of(text).to_lowercase();
    let verb = VERBS.get(&verb_word)?;
    let past = language::tense::is_past_form(&verb_word);
    let relative =
        |word: &str| word.eq_ignore_ascii_case("which") || word.eq_ignore_ascii_case("who");
    let subject = match subject {
        [only] if relative(only.of(text)) => noun_phrase(text, words(text, before?).collect())?,
        _ => noun_phrase(text, subject.to_vec())?,
    };
    let counted = counted(text, Span::new(number.end, clause.end));
    let unit = amount.unit.map_or("", |unit| unit.code);
    // `is 324 meters tall` states a measure; `is 324 meters away` and `is 324` do not
    let measure = listed(&counted, "long wide tall high deep thick old");
    if counted.is_empty() && unit.is_empty() || verb == "be" && (unit.is_empty() || !measure) {
        return None;
    }
    Some(Claim {
        key: format!("{subject}\n{verb}\n{past}\n{unit}\n{counted}"),
        verb,
        value: amount.number.value,
        place: number,
        subject,
    })
}

/// A subject that names one thing: `the plant`, `Acme Corp`; pronouns and long subjects are none.
fn noun_phrase(text: &str, words: Vec<Span>) -> Option<String> {
    let lower = |span: &Span| span.of(text).to_lowercase();
    let from = words
        .iter()
        .rposition(|word| ["the", "and", "but"].contains(&lower(word).as_str()));
    let defined = from.is_some_and(|from| words.get(from).is_some_and(|word| lower(word) == "the"));
    let words = match from {
        Some(from) => words.get(from + 1..)?,
        None => words.as_slice(),
    };
    let first = words.first()?;
    // a capital at the start of a clause says nothing; inside, all words of a name have one
    let named = words
        .iter()
        .all(|word| word.of(text).starts_with(char::is_uppercase));
    let pronoun = [
        "it", "he", "she", "they", "we", "i", "this", "that", "there", "who", "which", "these",
        "those",
    ];
    let good = (defined || named) && words.len() <= 4 && !pronoun.contains(&lower(first).as_str());
    good.then(|| words.iter().map(lower).collect::<Vec<_>>().join(" "))
}

/// The counted noun with what stands before it, up to the first sign or preposition; at most three words.
fn counted(text: &str, rest: Span) -> String {
    #[rustfmt::skip]
    const STOP: &[&str] = &[
        "in", "on", "at", "of", "for", "with", "to", "from", "by", "and", "or", "that", "which",
        "who", "as", "across", "into", "is", "are", "was", "were", "including", "through", "than",
        "but",
    ];
    let slice = text.get(rest.range()).unwrap_or_default();
    let end = slice
        .find([',', ';', '.', '(', '—', ':', '"', '?', '!'])
        .unwrap_or(slice.len());
    let part = Span::new(rest.start, rest.start + end);
    let words: Vec<String> = words(text, part)
        .map(|word| word.of(text).to_lowercase())
        .take_while(|word| !STOP.contains(&word.as_str()))
        .take(4)
        .collect();
    if words.len() > 3 {
        String::new()
    } else {
        words.join(" ")
    }
}

/// The last of [`words`].
fn last_word(text: &str) -> Option<&str> {
    let words = text.rsplit(|c: char| !c.is_alphanumeric() && c != '-');
    words.into_iter().find(|word| !word.is_empty())
}

/// The words of a span.
fn words(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let slice = text.get(span.range()).unwrap_or_default();
    let base = slice.as_ptr() as usize;
    slice
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty())
        .map(move |word| {
            let start = span.start + (word.as_ptr() as usize - base);
            Span::new(start, start + word.len())
        })
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
            "The plant employs 1,450 workers. \"The plant employs 1,540 workers,\" he said.",
        ] {
            silent("two-values", text, None);
        }
    }
}
