//! One name written two ways in one article.

mod names;
mod slip;

use std::cell::LazyCell;
use std::ops::Range;

use super::{Check, Flag, Pass, Sample, Spot};
use crate::facts::Severity;
use crate::language::lists::WordList;
use crate::mentions::Page;
use crate::text::Text;
use names::{MOST_PARTS, Name, Names};
use slip::{Slip, slip};

pub(super) const CHECK: Check = Check {
    id: "two-spellings",
    severity: Severity::Warning,
    summary: "one name written two ways in one article",
    about: "Two names of several words are equal but for one word, and that word differs by a typing error inside it. Not \
            reported are relatives, who share a surname and differ in the given name, plurals, adjectives, British and \
            American spellings, abbreviated words in tables, and sentences about a spelling.",
    why: "One of the two is wrong, and a reader who looks it up may find somebody else.",
    reported: Sample::new(
        "Katarzyna Wojcik opened the pier. Katarzyna Wojcik thanked the crew. Later Katarzyna Wojick left.",
    ),
    silent: Sample::new(
        "Katarzyna Wojcik opened the pier. Katarzyna Wojcik thanked the crew. Later Marta Wojcik left.",
    ),
    begin: || Box::<Names>::default(),
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
    open masters adviser advisers advisor advisors councilor councilors councillor councillors counselor \
    counselors counsellor counsellors traveler travelers traveller travellers jewelry jewellery judgment judgement",
);

impl Pass for Names {
    fn read(&mut self, page: &Page, sentences: Range<usize>) {
        self.gather(page, sentences);
    }

    fn end(self: Box<Self>, page: &Page) -> Vec<Flag> {
        // names that share all parts but one meet under what is left of them
        let mut meeting: Vec<([u32; MOST_PARTS], usize)> = Vec::new();
        for (index, name) in self.names.iter().enumerate() {
            for hole in 0..name.len() {
                let mut rest = name.parts;
                rest[hole] = u32::MAX;
                meeting.push((rest, index));
            }
        }
        meeting.sort_unstable();
        let mut keys: Vec<Vec<usize>> = meeting
            .chunk_by(|(a, _), (b, _)| a == b)
            .filter(|group| (2..=20).contains(&group.len()))
            .map(|group| group.iter().map(|(_, index)| *index).collect())
            .collect();
        keys.sort_unstable();
        let counts = LazyCell::new(|| self.counts(page.text));
        let mut flags: Vec<Flag> = Vec::new();
        for group in keys {
            for (n, &a) in group.iter().enumerate() {
                for &b in group.get(n + 1..).unwrap_or_default() {
                    let (Some(a), Some(b)) = (self.names.get(a), self.names.get(b)) else {
                        continue;
                    };
                    if self.is_slip(page.text, a, b) {
                        flags.extend(judge(page.text, &counts, a, b));
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
}

/// Which of two spellings is the rarer, and what to say of it. `counts`: how often each word stands in the text.
fn judge(text: &Text, counts: &[usize], a: &Name, b: &Name) -> Vec<Flag> {
    let text = text.as_str();
    let Some(hole) = (0..a.len()).find(|n| a.parts[*n] != b.parts[*n]) else {
        return Vec::new();
    };
    // the part alone counts too: `Wojcik said`
    let weight = |name: &Name| counts.get(name.parts[hole] as usize).copied();
    let weight = |name: &Name| weight(name).unwrap_or_default();
    let (weight_a, weight_b) = (weight(a), weight(b));
    let (common, rare) = if weight_b <= weight_a { (a, b) } else { (b, a) };
    let (most, least) = (weight_a.max(weight_b), weight_a.min(weight_b));
    if least > 1 && least * 2 > most {
        // both are at home here: two people
        return Vec::new();
    }
    let tied = most == least;
    let (common, rare) = match (common.places().next(), rare.places().next()) {
        (Some(x), Some(y)) if tied && x.start > y.start => (rare, common),
        _ => (common, rare),
    };
    let first = common.places().next();
    let words = common.shown.of(text);
    rare.places()
        .map(|span| Flag {
            at: Spot::Text(span),
            message: format!(
                "`{}` is written `{words}` elsewhere in this article",
                span.of(text)
            ),
            expected: (!tied).then(|| {
                if span.of(text).chars().any(char::is_lowercase) {
                    words.to_string()
                } else {
                    words.to_uppercase()
                }
            }),
            related: first
                .map(|place| (Spot::Text(place), "the other spelling".to_string()))
                .into_iter()
                .collect(),
        })
        .collect()
}

/// Whether the two stand in one sentence: then they are meant to differ.
fn together(text: &Text, a: &Name, b: &Name) -> bool {
    let sentences = |name: &Name| -> Vec<Option<usize>> {
        let places = name.places();
        places.map(|place| text.sentence_at(place.start)).collect()
    };
    // places are in the order of their sentences
    let others = sentences(b);
    let mut own = sentences(a).into_iter();
    own.any(|sentence| others.binary_search(&sentence).is_ok())
}

impl Names {
    /// Whether two names differ by a slip in one part.
    fn is_slip(&self, text: &Text, a: &Name, b: &Name) -> bool {
        let mut differ = (0..MOST_PARTS).filter(|n| a.parts[*n] != b.parts[*n]);
        let (Some(at), None) = (differ.next(), differ.next()) else {
            return false;
        };
        let (x, y) = (self.word(a.parts[at]), self.word(b.parts[at]));
        let ordinary = |name: &Name| {
            let mut parts = name.parts.iter();
            parts.any(|part| ORDINARY.has(self.word(*part)))
        };
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
            Some(Slip::Other) => {
                (!given || x.len().min(y.len()) >= LONG_GIVEN) && !together(text, a, b)
            }
            None => false,
        }
    }
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
            "Amber Leagues clubs met. The Amber Leaguers sang. The Amber Leagues are old.",
            "Flow Analysis is taught. Two Flow Analyses were read. Flow Analysis helps.",
            "Start Stocks 551 551 300 300. Start Stcks 184 184 180 180. Start Stocks 12 13 14 15.",
            "Ada Lindqvist spoke. Ada Lindqvist sang. A caption misspelled her name as Ada Lindqivst.",
            "Nora Fell, the Security Adviser, spoke. A Security Advisor sang. The Security Adviser left.",
        ] {
            silent("two-spellings", text, None);
        }
    }
}
