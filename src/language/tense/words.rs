//! The words that tell a tense.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::lists::WordMap;

/// Past forms that no present has too.
pub(super) const IRREGULAR: u16 = 1 << 0;
/// Words in `-ed` that are no verbs, or no past ones.
pub(super) const NOT_PAST: u16 = 1 << 1;
/// Past helpers.
pub(super) const PAST_HELPERS: u16 = 1 << 2;
/// Present forms of `be`.
pub(super) const BE: u16 = 1 << 3;
/// Helpers that look ahead, or do not report.
pub(super) const MODALS: u16 = 1 << 4;
/// After `is`, `was` or a noun, with `to`, `for`, `on`: a plan, not a report.
pub(super) const PLANNED: u16 = 1 << 5;
/// With `for`, `to` or `until` after them a plan too; with a day alone a report (`was announced on Tuesday`).
pub(super) const MOVED: u16 = 1 << 6;
/// With `to` after them these look ahead, whatever their own tense.
pub(super) const INTENDS: u16 = 1 << 7;
/// Words that may stand inside a verb group.
pub(super) const INSIDE: u16 = 1 << 8;
/// Common verbs in the present, for telling that a clause has a verb.
pub(super) const PRESENT: u16 = 1 << 9;
/// Words before a participle that make it an adjective: `the proposed deal`, `its armed forces`.
pub(super) const BEFORE_ADJECTIVES: u16 = 1 << 10;
/// Words that open a noun phrase: after `to` they tell that no verb follows.
pub(super) const DETERMINERS: u16 = 1 << 11;

/// Participles, and past forms that the present shares; the news tells them of the past.
pub(super) const PARTICIPLE: u16 = 1 << 12;

/// Right before a date these say that it is still to come: `effective April 1`, `matures on Nov. 15`.
pub(super) const AHEAD: u16 = 1 << 13;
/// Words between such a word and its date.
pub(super) const BETWEEN: u16 = 1 << 14;

/// Each list with spaces between its words.
const LISTS: &[(u16, &str)] = &[
    (
        IRREGULAR,
        "\
    ate awoke beat became began begun bent bit bled blew bore bought bound broke brought built burnt came \
    caught chose clung crept dealt did done dove drank drew drove dug dwelt fed fell felt fled flew forbade \
    forgot fought found froze gave gone got grew ground heard held hid hung kept knelt knew laid lay leapt \
    learnt led left lent lit lost made meant met overcame oversaw overthrew overtook paid pled ran rang rode \
    rose said sang sank sat saw sent shone shook shot showed slept slid sold sought spent split spoke sprang \
    stole stood stole struck stuck swam swept swore swung taught thought threw told took tore understood \
    undertook went withdrew withheld withstood woke won wore wrote wound",
    ),
    (
        NOT_PAST,
        "\
    aged armed bed bleed breed creed deed embed exceed feed greed heed hundred indeed kindred led limited \
    naked need proceed red reed rugged sacred seed shed sled speed succeed unarmed unidentified united \
    unmanned weed wicked wretched advanced alleged so-called unprecedented supposed med ted fred ahmed \
    mohammed",
    ),
    (
        PAST_HELPERS,
        "\
    was were had did has have wasn weren hadn didn hasn haven",
    ),
    (
        BE,
        "\
    is are am be isn aren being",
    ),
    (
        MODALS,
        "\
    will won shall would may might could should must can ll wouldn couldn shouldn mightn cannot",
    ),
    (
        PLANNED,
        "\
    scheduled expected planned due set slated poised likely going about supposed bound ready projected \
    planning preparing hoping expecting aiming forecast tipped predicted anticipated intended timed \
    earmarked penciled pencilled hoped eligible unlikely meant destined",
    ),
    (
        MOVED,
        "\
    announced called moved pushed confirmed fixed cleared proposed invited arranged postponed delayed booked \
    rescheduled billed targeted required obliged promised estimated designed",
    ),
    (
        INTENDS,
        "\
    plan plans planned intend intends intended hope hopes hoped aim aims aimed want wants wanted vow vows \
    vowed expect expects expected promise promises promised pledge pledges pledged agree agrees agreed seek \
    seeks decide decides decided threaten threatens threatened prepare prepares prepared propose proposes \
    proposed offer offers offered need needs ready due scheduled slated set expecting hoping planning aiming \
    deadline chance opportunity ordered asked urged",
    ),
    (
        INSIDE,
        "\
    not be been being have also only never still now first t just all both soon again then already",
    ),
    (
        PRESENT,
        "\
    is are has have says say do does goes go makes make plans wants hosts employs remains includes shows \
    show holds hold meets keeps keep comes come takes take gives give runs run seems expects hopes faces \
    stands stand sits leads lead means mean becomes become begins begin starts start ends opens closes lies \
    lives live works calls costs continues continue produces operates serves serve number numbers totals \
    total needs need put puts set sets cut cuts hit hits rises falls grows owns pays",
    ),
    (
        BEFORE_ADJECTIVES,
        "\
    the a an its his her their our this that these those of for with by in on at from to more most newly so \
    as",
    ),
    (
        DETERMINERS,
        "\
    the a an it its his her their our this that these those all any no some one two three",
    ),
    (
        AHEAD,
        "\
    effective matures maturing continues continuing resumes resuming expires expiring lapses begins starts opens \
    reopens closes ends concludes runs lasts returns arrives kicks commences premieres debuts launches takes",
    ),
    (
        BETWEEN,
        "\
    on in at from as of until till through again here there the early late to",
    ),
    (
        PARTICIPLE,
        "been seen given taken shown known written spoken chosen driven fallen risen broken drawn \
    grown thrown put set cut hit read let",
    ),
];

/// The lists that each word stands in.
static ROLES: LazyLock<WordMap<u16>> = LazyLock::new(|| {
    let mut roles: HashMap<&str, u16> = HashMap::new();
    for (list, words) in LISTS {
        for word in words.split_ascii_whitespace() {
            *roles.entry(word).or_default() |= list;
        }
    }
    roles.into_iter().collect()
});

/// The lists that a word stands in, whatever its case.
pub(super) fn roles(word: &str) -> u16 {
    ROLES.get(word).unwrap_or(0)
}
