//! Made-up news and rules, the same at every run.

use std::fmt::Write as _;

/// Numbers that look like chance: a linear congruential generator.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    pub fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const FIRST: &[&str] = &[
    "Anna", "Piotr", "Min-jae", "Seo-yeon", "Carlos", "Ingrid", "Tomas", "Leila", "Grace", "Omar",
    "Yuki", "Henrik", "Amara", "Noah", "Sofia", "Viktor", "Mei-ling", "Ravi", "Elena", "Jonas",
    "Fatima", "Hugo", "Clara", "Dae-jung",
];
const ONSETS: &[&str] = &[
    "B", "Br", "D", "F", "G", "H", "K", "Kl", "L", "M", "N", "P", "R", "S", "St", "T", "V", "W",
    "Z",
];
const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "ie", "ou", "ar", "en", "al"];
const ENDINGS: &[&str] = &[
    "ski", "son", "mann", "berg", "ez", "ov", "ini", "sen", "ter", "dal", "kova", "ley", "ton",
    "ric",
];

/// The name with this number; names with small numbers differ.
pub fn name(number: usize) -> String {
    let mut dice = Dice::new(number as u64);
    let middle =
        |dice: &mut Dice| format!("{}{}", dice.pick(VOWELS), dice.pick(ONSETS).to_lowercase());
    let (first, onset) = (dice.pick(FIRST), dice.pick(ONSETS));
    let (one, two) = (middle(&mut dice), middle(&mut dice));
    format!(
        "{first} {onset}{one}{two}{}{}",
        dice.pick(VOWELS),
        dice.pick(ENDINGS)
    )
}

const SENTENCES: &[&str] = &[
    "{name}, who has run the port authority since 2019, told reporters that the decision was not final.",
    "South Korean Defense Minister Ahn Gyu-back met {name} in Seoul on Tuesday.",
    "About 28,500 U.S. troops are stationed in South Korea, and {number} of them took part in the drill.",
    "The council voted {small} to 12 in favor of the plan, which will cost $2.{small} billion over eight years.",
    "“We have waited long enough,” {name} said. “It is time to act, and we will.”",
    "Turnout was up {small} percentage points from four years ago, according to the election commission.",
    "The ministry, which declined to comment, is expected to publish its report by the end of the month.",
    "President Lee Jae Myung has said that he wants the budget passed before the 57th Security Consultative Meeting.",
    "Prices rose {small}.2 percent in October from a year earlier, the slowest pace since March 2021.",
    "Residents of the valley, about {number} people, have been without power since the storm on Nov. 1.",
    "The talks broke down in 2023 after {name} walked out, and they have not been resumed.",
    "A spokesman for the company, {name}, said the plant would employ {number} workers by 2027.",
    "In Washington, Secretary Pete Hegseth told lawmakers that the review was nearly done.",
    "It was not clear who had ordered the repairs, or when they would begin.",
    "The museum reopened on Friday, October 31, 2025, with a show of {number} photographs.",
    "Analysts had expected a smaller rise, and shares fell in early trading before they recovered.",
    "{name} and {name} won silver for Norway, {small} seconds behind the Koreans.",
    "Officials in both capitals played down the dispute, which began over fishing rights.",
];

/// An article of about this many bytes.
pub fn article(seed: usize, bytes: usize) -> String {
    let mut dice = Dice::new(seed as u64 + 1);
    let mut text = format!(
        "Allies weigh a new plan, {}\n\nSEOUL, Nov. 5, 2025 (Newswire) — ",
        seed + 1
    );
    let mut sentences = 0;
    while text.len() < bytes {
        let mut rest = dice.pick(SENTENCES);
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (slot, after) = after.split_once('}').unwrap_or(("", after));
            let _ = match slot {
                "name" => write!(text, "{}", name(dice.below(5_000))),
                "number" => write!(text, "{},{:03}", 1 + dice.below(90), dice.below(1000)),
                _ => write!(text, "{}", 2 + dice.below(50)),
            };
            rest = after;
        }
        text.push_str(rest);
        sentences += 1;
        text.push_str(if sentences % 4 == 0 { "\n\n" } else { " " });
    }
    text
}

/// A rule file of this many facts: people, the offices that they hold, and figures.
pub fn pack(facts: usize) -> String {
    let mut text = String::new();
    for number in 0..facts {
        let _ = match number % 5 {
            0..3 => write!(
                text,
                "[[entity]]\nid = \"p-{number}\"\nname = \"{}\"\nsource = \"A list\"\nchecked = 2025-11-01\n\n",
                name(number)
            ),
            3 => write!(
                text,
                "[[office]]\nid = \"o-{number}\"\ntitles = [\"Mayor\"]\nof = [\"{} City\"]\n\
                 holders = [{{ name = \"{}\", until = 2024-06-30 }}, {{ name = \"@p-{}\", from = 2024-07-01 }}]\n\n",
                name(number).replace(' ', ""),
                name(number + 1),
                number - 3
            ),
            _ => write!(
                text,
                "[[figure]]\nid = \"f-{number}\"\nwhat = \"staff of {0}\"\nunit = [\"workers\", \"staff\"]\n\
                 subject = [\"{0} Works\"]\nvalue = {1}\n\n",
                name(number),
                1_000 + number * 37
            ),
        };
    }
    text
}
