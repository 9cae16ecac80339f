//! Made-up news and rules, the same at every run.

mod calendar;
mod dice;
mod facts;
mod grammar;
mod names;

use std::fmt::Write as _;

use calendar::Day;
use dice::Dice;
pub use facts::{names, pack};
use grammar::{GRAMMAR, Piece};
pub use names::person as name;

/// An article of about this many bytes. Some of its names, offices and figures are those of [`pack`], the low numbers
/// oftener; few of them are wrong.
pub fn article(seed: usize, bytes: usize) -> String {
    let mut story = Story::new(seed);
    story.open();
    while story.text.len() < bytes {
        let sentences = 1 + story.dice.below(3);
        for number in 0..sentences {
            if number > 0 {
                story.text.push(' ');
            }
            story.line("sentence");
        }
        story.text.push_str("\n\n");
    }
    story.text
}

/// An article that is being written.
struct Story {
    dice: Dice,
    text: String,
    date: Day,
    /// The surname of the person named last.
    surname: String,
    /// Whether the next word begins with a capital.
    capital: bool,
}

impl Story {
    fn new(seed: usize) -> Self {
        let mut dice = Dice::new(seed as u64 + 1);
        let date = Day(30 + dice.below(330));
        let surname = surname(&facts::somebody(&mut dice));
        Self {
            dice,
            text: String::new(),
            date,
            surname,
            capital: false,
        }
    }

    /// The headline and the dateline.
    fn open(&mut self) {
        self.line("headline");
        let place = facts::town(&mut self.dice).to_uppercase();
        let (date, year) = (self.date.short(), self.date.year());
        let _ = write!(self.text, "\n\n{place}, {date}, {year} (Newswire) — ");
    }

    /// One entry of a list, with a capital.
    fn line(&mut self, list: &str) {
        let start = self.text.len();
        self.capital = true;
        self.entry(GRAMMAR.list(list));
        if self.dice.once_in(12) {
            self.slip(start);
        }
    }

    fn entry(&mut self, list: usize) {
        let entries = GRAMMAR.entries(list);
        for piece in &entries[self.dice.below(entries.len())] {
            match piece {
                Piece::Text(text) => self.push(text),
                Piece::List(list) => self.entry(*list),
                Piece::Made(what) => {
                    let made = self.made(what);
                    self.push(&made);
                }
            }
        }
    }

    /// Adds words; `a` becomes `an` where it must, and of two commas one stays.
    fn push(&mut self, words: &str) {
        let vowel = words.starts_with(['a', 'e', 'i', 'o', 'u']) && !words.starts_with("uni");
        if vowel && (self.text.ends_with(" a ") || self.text.ends_with(" A ")) {
            self.text.insert(self.text.len() - 1, 'n');
        }
        if self.text.ends_with(',') && words.starts_with([',', '.', ';']) {
            self.text.pop();
        }
        if self.capital
            && let Some(at) = words.find(char::is_alphanumeric)
        {
            let (before, rest) = words.split_at(at);
            let first = rest.chars().next().unwrap_or_default();
            self.text.push_str(before);
            self.text.extend(first.to_uppercase());
            self.text.push_str(&rest[first.len_utf8()..]);
            self.capital = false;
        } else {
            self.text.push_str(words);
        }
        self.capital |= words.ends_with(". “");
    }

    fn made(&mut self, what: &str) -> String {
        let dice = &mut self.dice;
        match what {
            "NAME" => {
                let mut name = facts::somebody(dice);
                self.surname = surname(&name);
                if dice.once_in(60) {
                    misspell(&mut name, dice);
                }
                name
            }
            "SURNAME" => self.surname.clone(),
            "TITLED" => facts::holder(dice),
            "FIGURE" => facts::figure(dice),
            "PLACE" => facts::town(dice),
            "COMPANY" => facts::firm(dice),
            "COUNT" => {
                let size = 10usize.pow(2 + dice.below(4) as u32);
                facts::grouped(size + dice.below(9 * size))
            }
            "SMALL" => (10 + dice.below(90)).to_string(),
            "SMALLNESS" => dice
                .pick(&["two", "three", "four", "five", "seven", "nine"])
                .into(),
            "TENTH" => format!("{}.{}", 1 + dice.below(19), dice.below(10)),
            "YEAR" => (1988 + dice.below(35)).to_string(),
            "AGE" => (19 + dice.below(70)).to_string(),
            "DAY" => self.past().weekday().into(),
            "DATE" => self.past().short(),
            "WEEKDATE" => {
                let date = self.past();
                // One in fifty has the weekday of the day after.
                let wrong = self.dice.once_in(50);
                let named = Day(date.0 + usize::from(wrong));
                format!("{}, {}", named.weekday(), date.short())
            }
            "FUTURE" => {
                let date = Day(self.date.0 + 30 + dice.below(300));
                format!("{}, {}", date.short(), date.year())
            }
            other => panic!("nobody makes {other}"),
        }
    }

    /// A day of the last week.
    fn past(&mut self) -> Day {
        Day(self.date.0 - 1 - self.dice.below(6))
    }

    /// Misspells a word that often is.
    fn slip(&mut self, start: usize) {
        let slips = &GRAMMAR.slips;
        let first = self.dice.below(slips.len());
        for (right, wrong) in slips[first..].iter().chain(&slips[..first]) {
            if let Some(at) = self.text[start..].find(right) {
                let at = start + at;
                self.text.replace_range(at..at + right.len(), wrong);
                return;
            }
        }
    }
}

fn surname(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or(name).to_string()
}

/// Two letters of the surname change places.
fn misspell(name: &mut String, dice: &mut Dice) {
    let start = name.rfind(' ').map_or(0, |at| at + 1);
    let mut letters: Vec<char> = name[start..].chars().collect();
    let at = 1 + dice.below(letters.len() - 2);
    letters.swap(at, at + 1);
    name.truncate(start);
    name.extend(letters);
}
