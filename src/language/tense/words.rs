//! The words that tell a tense, each list with spaces between.

/// Past forms that no present has too. (`put`, `set`, `cut`, `read` tell nothing.)
pub(super) const IRREGULAR: &str = "\
    ate awoke beat became began begun bent bit bled blew bore bought bound broke brought built burnt came \
    caught chose clung crept dealt did done dove drank drew drove dug dwelt fed fell felt fled flew forbade \
    forgot fought found froze gave gone got grew ground heard held hid hung kept knelt knew laid lay leapt \
    learnt led left lent lit lost made meant met overcame oversaw overthrew overtook paid pled ran rang rode \
    rose said sang sank sat saw sent shone shook shot showed slept slid sold sought spent split spoke sprang \
    stole stood stole struck stuck swam swept swore swung taught thought threw told took tore understood \
    undertook went withdrew withheld withstood woke won wore wrote wound";

/// Words in `-ed` that are no verbs, or no past ones.
pub(super) const NOT_PAST: &str = "\
    aged armed bed bleed breed creed deed embed exceed feed greed heed hundred indeed kindred led limited \
    naked need proceed red reed rugged sacred seed shed sled speed succeed unarmed unidentified united \
    unmanned weed wicked wretched advanced alleged so-called unprecedented supposed med ted fred ahmed \
    mohammed";

/// Past helpers.
pub(super) const PAST_HELPERS: &str = "\
    was were had did has have wasn weren hadn didn hasn haven";

/// Present forms of `be`.
pub(super) const BE: &str = "\
    is are am be isn aren being";

/// Helpers that look ahead, or do not report.
pub(super) const MODALS: &str = "\
    will won shall would may might could should must can ll wouldn couldn shouldn mightn cannot";

/// After `is`, `was` or a noun, with `to`, `for`, `on`: a plan, not a report.
pub(super) const PLANNED: &str = "\
    scheduled expected planned due set slated poised likely going about supposed bound ready projected \
    planning preparing hoping expecting aiming forecast tipped predicted anticipated intended timed \
    earmarked penciled pencilled hoped eligible unlikely meant destined";

/// With `for`, `to` or `until` after them a plan too; with a day alone a report (`was announced on Tuesday`).
pub(super) const MOVED: &str = "\
    announced called moved pushed confirmed fixed cleared proposed invited arranged postponed delayed booked \
    rescheduled billed targeted required obliged promised estimated designed";

/// With `to` after them these look ahead, whatever their own tense.
pub(super) const INTENDS: &str = "\
    plan plans planned intend intends intended hope hopes hoped aim aims aimed want wants wanted vow vows \
    vowed expect expects expected promise promises promised pledge pledges pledged agree agrees agreed seek \
    seeks decide decides decided threaten threatens threatened prepare prepares prepared propose proposes \
    proposed offer offers offered need needs ready due scheduled slated set expecting hoping planning aiming \
    deadline chance opportunity ordered asked urged";

/// Words that may stand inside a verb group.
pub(super) const INSIDE: &str = "\
    not be been being have also only never still now first t just all both soon again then already";

/// Common verbs in the present, for telling that a clause has a verb.
pub(super) const PRESENT: &str = "\
    is are has have says say do does goes go makes make plans wants hosts employs remains includes shows \
    show holds hold meets keeps keep comes come takes take gives give runs run seems expects hopes faces \
    stands stand sits leads lead means mean becomes become begins begin starts start ends opens closes lies \
    lives live works calls costs continues continue produces operates serves serve number numbers totals \
    total needs need put puts set sets cut cuts hit hits rises falls grows owns pays";

/// Words before a participle that make it an adjective: `the proposed deal`, `its armed forces`.
pub(super) const BEFORE_ADJECTIVES: &str = "\
    the a an its his her their our this that these those of for with by in on at from to more most newly so \
    as";

/// Words that open a noun phrase: after `to` they tell that no verb follows.
pub(super) const DETERMINERS: &str = "\
    the a an it its his her their our this that these those all any no some one two three";
