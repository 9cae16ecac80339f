//! The words that tell what a title in the text is, and whose.

/// Words before or behind a title that make it another claim.
#[rustfmt::skip]
pub(super) const OTHER: &[&str] = &[
    "former", "formerly", "ex", "then", "late", "incoming", "outgoing", "designate", "elect", "nominee", "candidate",
    "acting", "interim", "deputy", "vice", "assistant", "honorary", "first-vice", "shadow", "caretaker", "onetime",
    "one-time", "ousted", "impeached", "associate", "sub", "co", "would-be", "aspiring", "hopeful", "contender", "pick",
    "choice", "self-proclaimed", "previous", "past", "future", "next", "emeritus", "deposed", "disgraced", "jailed",
    "last", "another", "prospective", "founding", "senior", "junior", "minister-counselor", "frontrunner",
    "front-runner", "in-waiting", "aspirant", "prime", "pro", "potential", "possible", "fictional", "first", "second",
    "third", "parliamentary", "regional", "provincial", "rival", "fellow", "one", "no", "every", "any", "not",
    "longest-serving", "longest-reigning", "greatest", "presumptive", "putative", "de-facto", "self-styled", "wartime", "successive",
];

/// Words before a title that say what it is of inside its body, and so make another office of it: `medical director`.
#[rustfmt::skip]
pub(super) const KINDS: &[&str] = &[
    "medical", "clinical", "nursing", "managing", "artistic", "creative", "musical", "music", "art", "arts", "cultural", "casting",
    "stage", "film", "sports", "sporting", "athletic", "technical", "finance", "financial", "fiscal", "marketing", "sales",
    "commercial", "communications", "communication", "media", "press", "publicity", "editorial", "operating", "operations", "legal",
    "research", "scientific", "science", "engineering", "technology", "information", "digital", "data", "product", "production",
    "programme", "program", "project", "planning", "policy", "strategy", "development", "design", "investment", "procurement",
    "logistics", "personnel", "resources", "hr", "recruitment", "safety", "risk", "compliance", "security", "education",
    "educational", "campaign", "flight", "mission", "race", "tournament", "funeral", "spiritual", "executive", "non-executive",
    "nonexecutive", "general", "permanent", "private", "principal", "branch", "divisional", "departmental", "night", "state",
];

/// Titles that `and` joins to another: `founder and CEO`.
#[rustfmt::skip]
pub(super) const JOINED: &[&str] = &[
    "founder", "co-founder", "cofounder", "owner", "co-owner", "chairman", "chairwoman", "chairperson", "chair", "president",
    "chief", "executive", "editor", "publisher", "director", "captain", "manager", "secretary", "treasurer", "ceo",
];

/// Lower-case words that may stand between a nation and the title.
#[rustfmt::skip]
pub(super) const BETWEEN: &[&str] = &[
    "new", "newly", "appointed", "elected", "re-elected", "current", "incumbent", "sitting", "conservative", "liberal",
    "female", "civilian", "top", "embattled", "populist", "left-wing", "right-wing", "long-serving", "hard-line",
    "hardline", "centrist", "leftist", "reformist", "nationalist", "longtime", "long-ruling", "pro-western",
    "first-ever", "youngest", "veteran", "popular", "unpopular", "powerful", "pro-european", "social-democratic",
    "centre-left", "centre-right", "center-left", "center-right", "far-right", "hawkish", "dovish", "beleaguered",
    "millionaire", "billionaire", "fiery", "charismatic", "outspoken", "present", "republican", "democratic", "democrat",
    "gop", "tory",
];

/// Words before a title that date it: `under President NAME`, `defeated President NAME`.
#[rustfmt::skip]
pub(super) const ERA: &[&str] = &[
    "under", "during", "since", "by-then", "defeated", "beat", "unseated", "toppled", "overthrew", "deposed", "ousted",
    "followed", "inherited", "ousting", "defeating", "incumbent",
];

/// What is left of a holder: before `of` they date a title as [`ERA`] does.
#[rustfmt::skip]
pub(super) const RELICS: &[&str] = &[
    "widow", "widower", "death", "assassination", "killing", "murder", "funeral", "memory", "biography", "portrait",
    "statue", "legacy", "reign", "presidency", "era", "days", "tenure", "fall", "ouster", "overthrow", "impeachment",
    "removal", "resignation", "trial", "grave", "tomb", "time", "term", "years", "arrest", "premiership", "departure",
];

/// Nouns of bodies: before a title they make it another's (`party president`), before `and` a title of their own
/// (`chairman and president`).
#[rustfmt::skip]
pub(super) const BODIES: &[&str] = &[
    "party", "club", "company", "firm", "bank", "team", "council", "association", "union", "federation", "league",
    "society", "university", "college", "school", "student", "board", "group", "senate", "house", "parliament",
    "assembly", "court", "conference", "committee", "commission", "institute", "academy", "church", "city", "region",
    "agency", "division", "unit", "airline", "brand", "rival", "subsidiary", "chapter", "branch", "class", "guild",
    "opposition", "chairman", "chairwoman", "chair", "chief", "founder", "co-founder", "owner", "editor", "secretary",
    "mayor", "governor", "treasurer", "captain", "general", "minister", "director", "president", "officer", "ceo",
    "executive", "manager", "coach", "head", "leader", "state", "county",
];

/// Words that may follow a title that stands behind a name; a noun there makes it another's (`the president spokesman`).
#[rustfmt::skip]
pub(super) const AFTER: &[&str] = &[
    "and", "but", "or", "who", "whose", "which", "that", "until", "till", "since", "from", "for", "in", "at", "on",
    "during", "as", "to", "by", "with", "after", "before", "under", "when", "while", "said", "told", "over", "than",
    "because", "if", "about", "between", "through", "amid", "despite", "against", "where", "is", "was", "has", "had",
    "will", "would", "were", "again",
];

/// Verbs between a name and `as` by which the name has the title now.
pub(super) const SERVES: &[&str] = &[
    "speaking", "serving", "serves", "acting", "working", "works",
];

/// By which it had it once, or has it since.
#[rustfmt::skip]
pub(super) const SERVED: &[&str] = &[
    "served", "sat", "ruled", "governed", "worked", "reigned", "inaugurated", "installed", "started", "began",
    "office", "years", "term", "terms", "time", "months", "career", "tenure",
];

/// Verbs of choosing: before `NAME as TITLE` they tell of no holder.
#[rustfmt::skip]
pub(super) const CHOOSES: &[&str] = &[
    "name", "named", "names", "naming", "nominate", "nominated", "nominates", "nominating", "appoint", "appointed",
    "appoints", "appointing", "elect", "elected", "elects", "electing", "choose", "chose", "chosen", "picked", "pick",
    "picks", "propose", "proposed", "proposes", "tapped", "tap", "taps", "want", "wants", "wanted", "back", "backed",
    "backs", "endorse", "endorsed", "endorses", "confirm", "confirmed", "confirms", "reject", "rejected", "rejects",
    "approve", "approved", "approves", "replace", "designate", "designated", "suggested", "suggests", "floated", "see",
    "sees", "saw", "reinstate", "reinstated", "install", "sack", "sacked", "fire", "fired", "dismiss", "dismissed",
    "remove", "removed", "removing", "oust", "portray", "portrayed", "cast", "imagine", "described", "describes",
    "remember", "remembered", "remembers", "known", "seen", "touted", "tipped", "mentioned", "considered", "would",
    "will", "could", "should", "may", "might", "not", "never", "if", "impersonated", "play", "played", "plays", "stars",
    "starring", "without", "voted", "swear", "swore", "re-elected", "re-elect", "reelected",
];

/// Prepositions before a place or an organisation: what follows is not whom the title is given to.
#[rustfmt::skip]
pub(super) const OF_A_PLACE: &[&str] = &[
    "in", "at", "from", "near", "to", "across", "inside", "outside", "per", "via", "into", "toward", "towards", "of",
];

/// Further words before a title that is no subject: `with the mayor`.
pub(super) const GOVERNS: &[&str] = &[
    "by", "with", "for", "than", "like", "under", "as", "about", "against", "and", "or",
];

/// Words of a condition before a name or title: `when NAME becomes president`.
pub(super) const CONDITIONS: &[&str] = &[
    "if", "when", "once", "unless", "until", "whether", "should", "whenever", "were",
];

/// Nouns of people who are somebody's: what follows `the wife of the mayor,` is the wife's name.
#[rustfmt::skip]
pub(super) const RELATIVES: &[&str] = &[
    "wife", "husband", "son", "daughter", "brother", "sister", "father", "mother", "widow", "widower", "aide", "ally", "friend",
    "rival", "critic", "lawyer", "successor", "predecessor", "deputy", "adviser", "advisor", "spokesman", "spokeswoman", "biographer",
    "spokesperson", "chief-of-staff", "partner", "nephew", "niece", "cousin", "confidant", "protege", "opponent", "supporter",
];

/// Verbs of judging before a title: `criticized President NAME`.
#[rustfmt::skip]
pub(super) const JUDGES: &[&str] = &[
    "admired", "admires", "applauded", "blamed", "blames", "compared", "condemned", "condemns", "credited",
    "credits", "criticised", "criticises", "criticising", "criticism", "criticized", "criticizes", "criticizing", "critic", "critical",
    "defended", "defends", "denounced", "faulted", "faults", "hailed", "honored", "honoured", "lauded", "mocked", "opposed", "praise",
    "praised", "praises", "praising", "remembered", "remembers", "ridiculed",
];

/// Last words of the names of things that are called after an office.
#[rustfmt::skip]
pub(super) const THINGS: &[&str] = &[
    "cup", "prize", "medal", "award", "office", "palace", "house", "hotel", "library", "foundation", "day", "trophy",
    "street", "square", "avenue", "park", "bridge", "airport", "cabinet", "party", "summit", "university", "fund",
    "school", "bank", "scholarship", "fellowship", "plate", "stakes", "guard", "regiment", "suite", "club", "lines", "airlines",
    "airways", "motors", "pictures", "records", "brands", "foods", "industries", "insurance", "hotels", "corporation", "corp", "corp.",
    "inc", "inc.", "co", "co.", "ltd", "ltd.", "llc", "plc", "holdings", "group", "partners", "capital", "media", "entertainment",
    "container", "shipping", "company", "county", "base", "island", "college",
];

/// What a person did who has the title no more, behind `NAME, who`.
#[rustfmt::skip]
pub(super) const LEFT: &[&str] = &[
    "left", "resigned", "stepped", "quit", "died", "lost", "served", "retired", "was", "fell", "had", "ruled",
];
