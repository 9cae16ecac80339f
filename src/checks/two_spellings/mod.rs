//! One name written two ways in one article.

mod slip;

use std::cell::LazyCell;
use std::hash::BuildHasher;

use foldhash::HashMap;
use foldhash::fast::FixedState;

use super::{Check, Flag, Sample, Spot};
use crate::facts::Severity;
use crate::language::lists::WordList;
use crate::mentions::Page;
use crate::span::Span;
use slip::{Slip, slip};

pub(super) const CHECK: Check = Check {
    id: "two-spellings",
    severity: Severity::Warning,
    summary: "one name written two ways in one article",
    about: "The name has several parts, of which all but one are equal, and that one differs by \
            a slip of the keyboard inside the word. Relatives share a surname and differ in the given name, and \
            plurals, adjectives and spellings of two countries differ at the end: these are left alone.",
    why: "One of the two is wrong, and a reader who looks either up may find somebody else.",
    reported: Sample::new(
        "Katarzyna Wojcik opened the pier. Katarzyna Wojcik thanked the crew. Later Katarzyna Wojick left.",
    ),
    silent: Sample::new(
        "Katarzyna Wojcik opened the pier. Katarzyna Wojcik thanked the crew. Later Marta Wojcik left.",
    ),
    run,
};

/// A given name of as many letters has few neighbours that are names too: `Elizabeth`, `Elisabeth`.
const LONG_GIVEN: usize = 8;

/// Words of names that are no persons, or that two countries spell two ways.
pub(crate) static ORDINARY: WordList = WordList::new(
    "\
    center centre centers centres theater theatre theaters theatres defense defence labor labour harbor \
    harbour organization organisation program programme ministry minister ministers party republic \
    republican republicans democratic democrat democrats court courts university college school street road \
    avenue bank company corporation group union federation federal national international association \
    committee commission council department agency office force forces army navy guard police state states \
    county country city town north south east west northern southern eastern western central league cup \
    games series award awards museum gallery hospital church island islands river lake mount mountain \
    mountains valley beach park house senate congress parliament assembly act bill law treaty agreement \
    summit conference congressional presidential president vice general secretary grey gray colour color \
    honor honour license licence civilization civilisation stadium arena airport airlines airways industries \
    industry social socialist communist conservative liberal christian muslim islamic catholic january \
    february march april june july august september october november december monday tuesday wednesday \
    thursday friday saturday sunday europe european america american africa african asia asian australia \
    austria australian austrian slovakia slovenia slovak slovene niger nigeria iran iraq iranian iraqi class \
    open masters",
);

/// Words that stand in capitals before a name or at the start of a sentence without belonging to it.
static BEFORE_NAMES: WordList = WordList::new(
    "\
    mr mrs ms miss dr prof professor sir lord lady dame mayor president minister secretary chancellor king \
    queen prince princess pope senator sen rep gov governor gen general col colonel capt captain lt maj \
    major sgt adm admiral judge justice director chairman chairwoman chair coach defender striker midfielder \
    goalkeeper actor actress singer author analyst economist spokesman spokeswoman spokesperson prime \
    foreign defense defence finance interior vice former chief ceo the a an and but or in on at by for from \
    with to of as after before later then when while since until if however meanwhile both also like unlike \
    his her their its our my he she they it we i this that these those what who where how why now today \
    yesterday so yet even only under over about according because although though despite during among \
    between against",
);

/// The most parts of a name that is looked at.
const MOST_PARTS: usize = 4;

/// The parts of a name in lower case; what is left over is empty.
type Parts<'t> = [&'t str; MOST_PARTS];

/// One spelling of a name, and where it stands.
struct Name<'t> {
    parts: Parts<'t>,
    words: &'t str,
    places: Vec<(Span, usize)>,
}

impl Name<'_> {
    fn len(&self) -> usize {
        self.parts.iter().filter(|part| !part.is_empty()).count()
    }
}

fn run(page: &Page) -> Vec<Flag> {
    let text = page.text.as_str();
    let names = names(page);
    // names that share all parts but one meet under what is left of them
    let mut meeting: Vec<(u64, usize)> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        for hole in 0..name.len() {
            let mut rest = name.parts;
            rest[hole] = "\0";
            meeting.push((FixedState::default().hash_one(rest), index));
        }
    }
    meeting.sort_unstable();
    let mut keys: Vec<Vec<usize>> = meeting
        .chunk_by(|(a, _), (b, _)| a == b)
        .filter(|group| (2..=20).contains(&group.len()))
        .map(|group| group.iter().map(|(_, index)| *index).collect())
        .collect();
    keys.sort_unstable();
    let counts = LazyCell::new(|| counts(page.text.folded()));
    let mut flags: Vec<Flag> = Vec::new();
    for group in keys {
        for (n, &a) in group.iter().enumerate() {
            for &b in group.get(n + 1..).unwrap_or_default() {
                let (Some(a), Some(b)) = (names.get(a), names.get(b)) else {
                    continue;
                };
                if is_slip(a, b) {
                    flags.extend(judge(text, &counts, a, b));
                }
            }
        }
    }
    let place = |flag: &Flag| match flag.at {
        Spot::Text(span) | Spot::Source { span, .. } => span,
    };
    // the longer of two that overlap says it all
    flags.sort_by_key(|flag| (place(flag).start, usize::MAX - place(flag).len()));
    flags.dedup_by(|next, kept| place(next).overlaps(place(kept)));
    flags
}

/// Which of two spellings is the rarer, and what to say of it.
fn judge(text: &str, counts: &HashMap<&str, usize>, a: &Name, b: &Name) -> Vec<Flag> {
    let Some(hole) = (0..a.len()).find(|n| a.parts[*n] != b.parts[*n]) else {
        return Vec::new();
    };
    // the part alone counts too: `Wojcik said`
    let weight = |name: &Name| counts.get(name.parts[hole]).copied().unwrap_or(0);
    let (weight_a, weight_b) = (weight(a), weight(b));
    let (common, rare) = if weight_b <= weight_a { (a, b) } else { (b, a) };
    let (most, least) = (weight_a.max(weight_b), weight_a.min(weight_b));
    if least > 1 && least * 2 > most {
        // both are at home here: two people
        return Vec::new();
    }
    let tied = most == least;
    let (common, rare) = match (common.places.first(), rare.places.first()) {
        (Some(x), Some(y)) if tied && x.0.start > y.0.start => (rare, common),
        _ => (common, rare),
    };
    let first = common.places.first().map(|(span, _)| *span);
    rare.places
        .iter()
        .map(|(span, _)| Flag {
            at: Spot::Text(*span),
            message: format!(
                "`{}` is written `{}` elsewhere in this article",
                span.of(text),
                common.words
            ),
            expected: (!tied).then(|| {
                if span.of(text).chars().any(char::is_lowercase) {
                    common.words.to_string()
                } else {
                    common.words.to_uppercase()
                }
            }),
            related: first
                .map(|place| (Spot::Text(place), "the other spelling".to_string()))
                .into_iter()
                .collect(),
        })
        .collect()
}

/// How often each word stands in the text.
fn counts(folded: &str) -> HashMap<&str, usize> {
    let mut counts = HashMap::default();
    for word in folded.split(|c: char| !c.is_alphanumeric()) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// Whether the two stand in one sentence: then they are meant to differ.
fn together(a: &Name, b: &Name) -> bool {
    // places are in the order of their sentences
    let other = |sentence: usize| b.places.binary_search_by_key(&sentence, |(_, at)| *at);
    a.places
        .iter()
        .any(|(_, sentence)| other(*sentence).is_ok())
}

/// Whether two names differ by a slip in one part.
fn is_slip(a: &Name, b: &Name) -> bool {
    let mut differ = (0..MOST_PARTS).filter(|n| a.parts[*n] != b.parts[*n]);
    let (Some(at), None) = (differ.next(), differ.next()) else {
        return false;
    };
    let (x, y) = (a.parts[at], b.parts[at]);
    let ordinary = |name: &Name| name.parts.iter().any(|part| ORDINARY.has(part));
    if ordinary(a) || ordinary(b) {
        return false;
    }
    // of a short given name only a change of places or a doubled letter: `Martin` and `Marvin` are two sons,
    // `Christina` and `Christian` are two children
    let given = at + 1 < a.len();
    let ends_alike = x.chars().next_back() == y.chars().next_back();
    match slip(x, y) {
        Some(Slip::Swapped) => !given || ends_alike,
        Some(Slip::Doubled) => true,
        Some(Slip::Other) => !together(a, b) && (!given || x.len().min(y.len()) >= LONG_GIVEN),
        None => false,
    }
}

/// Every name of two to four parts, by its spelling, in the order of its first place.
fn names<'t>(page: &Page<'t>) -> Vec<Name<'t>> {
    let text = page.text.as_str();
    let mut index: HashMap<Parts, usize> = HashMap::default();
    let mut names: Vec<Name> = Vec::new();
    for (sentence, place) in page.text.sentences().iter().enumerate() {
        for run in capitalised(text, place.span) {
            let words = without_titles(text, &run);
            // a title that nobody listed may stand in front: the last two of three count by themselves too
            let short = (words.len() == 3).then(|| &words[1..]);
            for words in [Some(words), short].into_iter().flatten() {
                let Some((span, parts)) = name(page.text.folded(), words) else {
                    continue;
                };
                if is_anothers(text, span.end) {
                    continue;
                }
                let place = (span, sentence);
                let at = *index.entry(parts).or_insert(names.len());
                let Some(name) = names.get_mut(at) else {
                    names.push(Name {
                        parts,
                        words: span.of(text),
                        places: vec![place],
                    });
                    continue;
                };
                if name.words.chars().all(|c| !c.is_lowercase()) {
                    name.words = span.of(text);
                }
                name.places.push(place);
            }
        }
    }
    names
}

/// Whether the spelling is somebody else's: `Ada Lindqivst (sic)`, or the signature of a post, `Ada Lindqvist (@ada)`.
fn is_anothers(text: &str, end: usize) -> bool {
    let after = text.get(end..).unwrap_or_default();
    let after = after.strip_prefix("'s").unwrap_or(after).trim_start();
    ["(@", "(sic", "[sic"]
        .iter()
        .any(|sign| after.starts_with(sign))
}

fn without_titles<'r>(text: &str, run: &'r [Span]) -> &'r [Span] {
    let title = |span: &&Span| BEFORE_NAMES.has(span.of(text));
    let titles = run.iter().take_while(title).count();
    run.get(titles..).unwrap_or_default()
}

/// The name that two to four words of the text in lower case are.
fn name<'t>(folded: &'t str, words: &[Span]) -> Option<(Span, Parts<'t>)> {
    let span = words.first()?.to(*words.last()?);
    let mut parts = [""; MOST_PARTS];
    for (part, word) in parts.iter_mut().zip(words) {
        *part = word.of(folded);
    }
    (2..=MOST_PARTS)
        .contains(&words.len())
        .then_some((span, parts))
}

/// Runs of two or more capitalised words with nothing but a space, a hyphen or the apostrophe of `O'Neill` between them.
fn capitalised(text: &str, sentence: Span) -> Vec<Vec<Span>> {
    let slice = text.get(sentence.range()).unwrap_or_default();
    let mut runs: Vec<Vec<Span>> = Vec::new();
    let mut last: Option<usize> = None;
    let mut word_start = None;
    let ended = slice.char_indices().map(Some).chain([None]);
    for next in ended {
        let letter = next.is_some_and(|(_, c)| c.is_alphanumeric());
        let at = next.map_or(slice.len(), |(at, _)| at);
        match (word_start, letter) {
            (None, true) => word_start = Some(at),
            (Some(from), false) => {
                word_start = None;
                let span = Span::new(sentence.start + from, sentence.start + at);
                let gap = last.map(|end| text.get(end..span.start).unwrap_or_default());
                let initial = last.is_some_and(|end| is_initial(text, end));
                let joined =
                    matches!(gap, Some(" " | "-")) || initial && matches!(gap, Some(". " | "'"));
                let capital = span.of(text).starts_with(char::is_uppercase);
                // the second half of `Gyu-back` has no capital
                let tail = gap == Some("-");
                let open = last.is_some() && joined;
                if open && (capital || tail) {
                    if let Some(run) = runs.last_mut() {
                        run.push(span);
                    }
                    last = Some(span.end);
                } else if capital {
                    runs.push(vec![span]);
                    last = Some(span.end);
                } else {
                    last = None;
                }
            }
            _ => {}
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

/// Whether a single letter ends at a place: the `F` of `John F. Kennedy`.
fn is_initial(text: &str, end: usize) -> bool {
    let mut before = text.get(..end).unwrap_or_default().chars().rev();
    before.next().is_some_and(char::is_uppercase) && before.next() == Some(' ')
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, silent};

    #[test]
    fn the_rarer_spelling() {
        finds(
            "two-spellings",
            "Mayor Katarzyna Wojcik opened the bridge. Later, Katarzyna Wojick thanked the crew, and Katarzyna Wojcik left.",
            None,
            &[("Katarzyna Wojick", Some("Katarzyna Wojcik"))],
        );
        finds(
            "two-spellings",
            "Michael Thornbury spoke. Thornbury was calm. Then Micheal Thornbury left. Michael Thornbury will return.",
            None,
            &[("Micheal Thornbury", Some("Michael Thornbury"))],
        );
        finds(
            "two-spellings",
            "Ana Hernandez spoke. Hernandez was calm. The crowd cheered Ana Hernandes again. Later Ana Hernadez left.",
            None,
            &[("Ana Hernadez", Some("Ana Hernandez"))],
        );
    }

    #[test]
    fn titles_and_initials() {
        finds(
            "two-spellings",
            "Councillor Ada Lindqvist spoke. Ada Lindqvist was calm. Then Ada Lindqivst left.",
            None,
            &[("Ada Lindqivst", Some("Ada Lindqvist"))],
        );
        finds(
            "two-spellings",
            "Ada F. Lindqvist spoke. Lindqvist was calm. Then Ada F. Lindqivst left.",
            None,
            &[("Ada F. Lindqivst", Some("Ada F. Lindqvist"))],
        );
    }

    #[test]
    fn apostrophes() {
        finds(
            "two-spellings",
            "Donie O'Lindqvist spoke. O'Lindqvist was calm. Then Donie O'Lindqivst left.",
            None,
            &[("Donie O'Lindqivst", Some("Donie O'Lindqvist"))],
        );
    }

    #[test]
    fn a_tie_names_no_winner() {
        finds(
            "two-spellings",
            "Judge Paul Lindqvist spoke. The hall cheered when Paul Lindqivst left.",
            None,
            &[("Paul Lindqivst", None)],
        );
    }

    #[test]
    fn other_people_and_things() {
        for text in [
            "Katarzyna Wojcik and her brother Kacper Wojcik opened the bridge with Anna and Anne Kowalska.",
            "Jason Miller spoke. Mason Miller sang. Jason Miller left.",
            "Maria Garcia spoke. Mario Garcia sang. Maria Garcia left.",
            "Daniel Novak spoke. Daniela Novak sang. Daniel Novak left.",
            "Christian Berg spoke. Christina Berg sang. Christian Berg left.",
            "Jan Kowalski spoke. Jan Kowalska sang. Jan Kowalski left.",
            "North Korea spoke. North Korean envoys sang. South Korea left.",
            "The World Trade Center opened. The World Trade Centre closed. The World Trade Center is big.",
            "The Defense Minister spoke. The Defence Minister sang. The Defense Ministers left.",
            "John Anderson spoke and John Andersen sang. John Anderson left.",
            "Republican Party lawmakers spoke. The Republic Party sang. The Republican Party left.",
            "Ada Lindqvist spoke. Fans of Ada Lindqivst (sic) sang. Ada Lindqvist left.",
            "François Lindqvist spoke. \"It is over\" - Francois Lindqvist (@lindqvist). François Lindqvist left.",
            "The reporter James Rosen spoke. The reporter James Risen sang.",
            "The Tall Women series opened. A Tall Woman sang. The Tall Women series closed.",
            "Supreme Court judges spoke. Supreme Courts sang. The Supreme Court left.",
        ] {
            silent("two-spellings", text, None);
        }
    }
}
