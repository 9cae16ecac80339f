//! The words that dates are made of.

use std::sync::LazyLock;

use jiff::civil::Weekday;

use super::{Preposition, Season, Step};
use crate::language::lists::{WordList, WordMap};

/// What a word can do in a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Class {
    /// A number in digits.
    Digits,
    /// A sign.
    Sign(char),
    /// A month; the second says whether it is shortened.
    Month(i8, bool),
    /// A day of the week; the second says whether it is shortened.
    Weekday(Weekday, bool),
    /// `day`, `weeks`.
    Step(Step),
    /// `two`, `twenty`.
    Count(u32),
    /// `fourth`, `thirtieth`.
    Ordinal(u32),
    /// `spring`.
    Season(Season),
    /// `last` -1, `this` 0, `next` 1 and their like.
    Which(i8),
    /// `on`, `since`.
    Preposition(Preposition),
    /// Any other word.
    Plain,
}

/// Full names of the months, from January.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The months as wire style shortens them: five are never shortened.
pub(super) const WIRE_MONTHS: [&str; 12] = [
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.",
    "Dec.",
];

/// Full names of the days, from Monday.
pub(super) const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The ordinals of the days of a month, from the first.
#[rustfmt::skip]
pub(super) const ORDINALS: [&str; 31] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third",
    "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth",
    "twenty-ninth", "thirtieth", "thirty-first",
];

/// Other words and what they do.
const WORDS: &[(&str, Class)] = &[
    ("day", Class::Step(Step::Day)),
    ("days", Class::Step(Step::Day)),
    ("week", Class::Step(Step::Week)),
    ("weeks", Class::Step(Step::Week)),
    ("fortnight", Class::Step(Step::Fortnight)),
    ("fortnights", Class::Step(Step::Fortnight)),
    ("weekend", Class::Step(Step::Weekend)),
    ("month", Class::Step(Step::Month)),
    ("months", Class::Step(Step::Month)),
    ("quarter", Class::Step(Step::Quarter)),
    ("year", Class::Step(Step::Year)),
    ("years", Class::Step(Step::Year)),
    ("decade", Class::Step(Step::Decade)),
    ("decades", Class::Step(Step::Decade)),
    ("one", Class::Count(1)),
    ("two", Class::Count(2)),
    ("three", Class::Count(3)),
    ("four", Class::Count(4)),
    ("five", Class::Count(5)),
    ("six", Class::Count(6)),
    ("seven", Class::Count(7)),
    ("eight", Class::Count(8)),
    ("nine", Class::Count(9)),
    ("ten", Class::Count(10)),
    ("eleven", Class::Count(11)),
    ("twelve", Class::Count(12)),
    ("thirteen", Class::Count(13)),
    ("fourteen", Class::Count(14)),
    ("fifteen", Class::Count(15)),
    ("sixteen", Class::Count(16)),
    ("seventeen", Class::Count(17)),
    ("eighteen", Class::Count(18)),
    ("nineteen", Class::Count(19)),
    ("twenty", Class::Count(20)),
    ("thirty", Class::Count(30)),
    ("forty", Class::Count(40)),
    ("fifty", Class::Count(50)),
    ("sixty", Class::Count(60)),
    ("seventy", Class::Count(70)),
    ("eighty", Class::Count(80)),
    ("ninety", Class::Count(90)),
    ("spring", Class::Season(Season::Spring)),
    ("summer", Class::Season(Season::Summer)),
    ("autumn", Class::Season(Season::Autumn)),
    ("fall", Class::Season(Season::Autumn)),
    ("winter", Class::Season(Season::Winter)),
    ("last", Class::Which(-1)),
    ("past", Class::Which(-1)),
    ("previous", Class::Which(-1)),
    ("preceding", Class::Which(-1)),
    ("this", Class::Which(0)),
    ("current", Class::Which(0)),
    ("next", Class::Which(1)),
    ("coming", Class::Which(1)),
    ("upcoming", Class::Which(1)),
    ("following", Class::Which(1)),
    ("on", Class::Preposition(Preposition::On)),
    ("in", Class::Preposition(Preposition::In)),
    ("by", Class::Preposition(Preposition::By)),
    ("since", Class::Preposition(Preposition::Since)),
    ("until", Class::Preposition(Preposition::Until)),
    ("till", Class::Preposition(Preposition::Until)),
    ("through", Class::Preposition(Preposition::Through)),
    ("before", Class::Preposition(Preposition::Before)),
    ("after", Class::Preposition(Preposition::After)),
    ("from", Class::Preposition(Preposition::From)),
    ("to", Class::Preposition(Preposition::To)),
    ("during", Class::Preposition(Preposition::During)),
    ("throughout", Class::Preposition(Preposition::During)),
    ("for", Class::Preposition(Preposition::For)),
    ("of", Class::Preposition(Preposition::Of)),
    ("at", Class::Preposition(Preposition::At)),
    ("between", Class::Preposition(Preposition::Between)),
];

/// Shortened months and weekdays that are not their first three letters.
const SHORT: &[(&str, Class)] = &[
    ("sept", Class::Month(9, true)),
    ("tues", Class::Weekday(Weekday::Tuesday, true)),
    ("thur", Class::Weekday(Weekday::Thursday, true)),
    ("thurs", Class::Weekday(Weekday::Thursday, true)),
];

/// The day that `index` days after a Monday is.
pub(super) fn weekday_at(index: usize) -> Weekday {
    let offset = i8::try_from(index % 7).unwrap_or(0);
    Weekday::from_monday_zero_offset(offset).unwrap_or(Weekday::Monday)
}

/// The English name of a weekday.
pub(super) fn weekday_name(day: Weekday) -> &'static str {
    let index = usize::try_from(day.to_monday_zero_offset()).unwrap_or(0);
    WEEKDAYS[index % 7]
}

/// The place of a month in the tables above.
pub(super) fn month_index(month: i8) -> usize {
    usize::try_from(month - 1).unwrap_or(0) % 12
}

/// Every word that does something.
static CLASSES: LazyLock<WordMap<Class>> = LazyLock::new(|| {
    let short = |name: &str| name.get(..3).unwrap_or(name).to_lowercase();
    let shortened = (1..).zip(MONTHS);
    let shortened = shortened.map(|(n, name)| (short(name), Class::Month(n, true)));
    // May is its own short form
    let months = (1..).zip(MONTHS);
    let months = months.map(|(n, name)| (name.to_lowercase(), Class::Month(n, false)));
    let days = WEEKDAYS.iter().enumerate().flat_map(|(n, name)| {
        let day = weekday_at(n);
        [
            (short(name), Class::Weekday(day, true)),
            (name.to_lowercase(), Class::Weekday(day, false)),
        ]
    });
    // A word of a text has no hyphen here.
    let ordinals = (1..).zip(ORDINALS).filter(|(_, name)| !name.contains('-'));
    let ordinals = ordinals.map(|(n, name)| (name.to_string(), Class::Ordinal(n)));
    let others = WORDS.iter().chain(SHORT);
    let others = others.map(|(word, class)| (word.to_string(), *class));
    let all = shortened.chain(months).chain(days);
    all.chain(ordinals).chain(others).collect()
});

/// What a word can do, whatever its case.
pub(super) fn class(word: &str) -> Class {
    CLASSES.get(word).unwrap_or(Class::Plain)
}

/// Plain words that a date may begin with.
pub(super) static OPENERS: WordList = WordList::new(
    "today tonight yesterday tomorrow tmrw the a an early beginning start mid middle late end q h fiscal fy \
    new valentine st international earth juneteenth bastille halloween armistice veterans martin memorial \
    labor columbus thanksgiving black christmas boxing good easter",
);

/// After a four-digit number these say that it is a count or a measure, not a year.
pub(super) static COUNTED: WordList = WordList::new(
    "\
    people troops soldiers men women children workers jobs dead votes homes houses students employees \
    members passengers personnel police officers cases deaths points meters metres miles km kilometers \
    kilometres m feet ft kg tons tonnes pounds dollars euros won yen yuan percent per gmt utc hours hrs et \
    est cet local acres hectares pages words years days times square million billion trillion thousand \
    calories seats guests residents families refugees prisoners migrants civilians protesters horsepower \
    barrels shares vehicles cars tanks units copies rounds kilograms cubic",
);

/// Nouns that a year stands before even without an article.
pub(super) static YEARLY: WordList = WordList::new(
    "\
    election elections budget season campaign war edition census report summit agreement accord treaty deal \
    law survey forecast referendum draft model title championship final finals earthquake coup crash crisis \
    invasion uprising vote race midterm midterms primary primaries olympics games levels prices figures film \
    study book album novel documentary movie interview speech tournament playoffs",
);

/// Names that hold a weekday without meaning that day.
pub(super) static WEEKDAY_NAMES_BEFORE: WordList = WordList::new(
    "\
    black bloody super cyber ash palm good giving fat easter holy maundy whit sheffield casual ruby mardi \
    shrove every each any a most girl freaky taco",
);

/// The same, for the word after the weekday.
pub(super) static WEEKDAY_NAMES_AFTER: WordList = WordList::new(
    "\
    times mirror telegraph mail express herald club nights mornings evenings afternoons weld addams",
);

/// Words that may follow a date without being a noun that it describes.
pub(super) static AFTER_A_DATE: WordList = WordList::new(
    "\
    and or but as when where with that which who is was are were will would the a an he she it they we his \
    her its their has have had not if while because so than then under over against near into about within \
    following said says also only there to unless though although amid alongside via",
);

/// Verbs after which `from one day to another` tells two days.
pub(super) static MOVED: WordList = WordList::new(
    "\
    move moved moving moves postpone postponed postponing delay delayed delaying push pushed pushing extend \
    extended extending extends reschedule rescheduled shift shifted shifting change changed changing switched \
    brought slipped advanced corrected",
);

/// Words before eight digits that are a number and no day.
pub(super) static NUMBERED: WordList =
    WordList::new("no nos number numbers id code order case ref account won yen");
