//! Words that readers of figures look for, beside the classes of the lexicon.

/// What opens no name though it has a capital: abbreviations and titles.
#[rustfmt::skip]
pub(super) const NO_NAMES: &[&str] = &[
    "GDP", "GNP", "CEO", "CFO", "COO", "AI", "IT", "TV", "PC", "GPS", "DNA", "MP", "MPs", "PM", "FY", "SLA", "SSH", "API", "CO2",
    "AM", "EST", "GMT", "PhD", "Mr", "Ms", "Mrs", "Dr", "Mr.", "Ms.", "Mrs.", "Dr.", "Sir", "Lord", "Lady", "Q1", "Q2", "Q3", "Q4",
    "H1", "H2", "UPDATE", "CORRECTION", "Correction", "Q", "A", "Today", "Yesterday", "Tonight", "Tomorrow", "English",
];

/// What opens no name at the head of a sentence.
#[rustfmt::skip]
pub(super) const COMMON: &[&str] = &[
    "today", "yesterday", "tonight", "tomorrow", "now", "then", "here", "there", "this", "that", "these", "those", "some", "most",
    "many", "all", "both", "each", "every", "another", "other", "more", "less", "only", "even", "still", "just", "also", "once",
    "since", "while", "when", "where", "why", "what", "who", "how", "if", "but", "and", "or", "so", "yet", "at", "in", "on", "of",
    "for", "from", "by", "with", "after", "before", "over", "under", "about", "around", "nearly", "almost", "roughly", "energy",
    "tuition", "enrollment", "enrolment", "founded", "built", "opened", "fees", "sales", "revenue", "profit", "turnover",
    "passengers", "students", "population", "staff", "work", "construction", "officials", "scientists", "engineers", "researchers",
    "police", "prosecutors",
];

/// Months, weekdays and feasts.
#[rustfmt::skip]
const CALENDAR: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sept", "sep", "oct", "nov", "dec", "christmas", "easter",
];

pub(super) fn is_calendar(lower: &str) -> bool {
    CALENDAR.contains(&lower.trim_end_matches('.'))
}

/// Prepositions after which a name is the owner of what stands before them.
pub(super) const OWNING: &[&str] = &[
    "of", "at", "for", "from", "in", "aboard", "on", "by", "to", "into", "across", "inside",
];

/// Prepositions after which a name is no owner: it only stands by.
#[rustfmt::skip]
pub(super) const ASIDE: &[&str] = &[
    "after", "before", "about", "against", "near", "behind", "beside", "until", "toward", "towards", "unlike", "than", "outside",
    "from", "over", "like", "with", "without", "despite", "amid", "ahead", "following",
];

/// Nouns that only say that there is an amount.
#[rustfmt::skip]
pub(super) const AMOUNTS: &[&str] = &[
    "number", "total", "figure", "count", "sum", "amount", "level", "size", "strength", "height", "length", "depth", "price", "cost",
    "value", "tally", "headcount", "workforce", "payroll", "roll", "rate", "share", "average", "record", "reading", "capacity",
    "score", "bill", "population", "weight", "area", "distance", "speed", "volume", "crowd", "audience", "attendance", "staff",
    "rank", "force", "turnout", "toll", "estimate", "output",
];

/// Verbs that make an amount greater or smaller.
#[rustfmt::skip]
pub(super) const RISE: &[&str] = &[
    "rise", "increase", "grow", "climb", "jump", "surge", "soar", "fall", "drop", "decline", "decrease", "shrink", "slip", "slide",
    "sink", "plunge", "dip", "gain", "advance", "expand", "contract", "raise", "lower", "boost", "cut", "reduce", "trim", "hike",
    "widen", "narrow", "ease", "accelerate", "tumble", "rebound", "edge", "inch", "swell", "slow", "drift", "creep", "leap",
    "rocket", "tick", "slump", "halve", "double", "triple", "appreciate", "depreciate", "weaken", "strengthen",
];

/// Nouns and comparatives of difference.
#[rustfmt::skip]
pub(super) const CHANGE: &[&str] = &[
    "rise", "increase", "growth", "gain", "jump", "surge", "hike", "boost", "climb", "upturn", "uptick", "advance", "expansion",
    "fall", "drop", "decline", "decrease", "cut", "reduction", "slump", "dip", "plunge", "slide", "contraction", "shrinkage",
    "cutback", "raise", "change", "swing", "improvement", "deterioration", "addition", "increment", "markup", "discount", "loss",
    "rally", "rebound", "higher", "lower", "fewer", "more", "less", "extra", "additional", "further", "reinforcement", "layoff",
    "drawdown", "redundancy", "withdrawal",
];

/// Verbs that take things or people from one place to another: how many is no level.
#[rustfmt::skip]
pub(super) const MOVE: &[&str] = &[
    "withdraw", "pull", "cut", "reduce", "slash", "remove", "add", "send", "hire", "lay", "shed", "recruit", "gain", "lose", "rotate",
    "redeploy", "transfer", "dismiss", "eliminate", "create", "bring", "save", "evacuate", "give", "donate", "ship", "return",
    "relocate", "mobilize", "fire", "axe", "deploy", "import", "export", "spend", "invest", "raise", "borrow", "sell", "buy", "order",
    "build", "demolish", "close", "open", "deliver", "supply", "move", "release", "free", "offload", "dispatch", "redirect",
];

/// Verbs that do so to what is measured too.
pub(super) const TAKE: &[&str] = &["lose", "gain", "add", "shed"];

/// Before a number that is added.
pub(super) const ADDED: &[&str] = &[
    "another",
    "additional",
    "extra",
    "further",
    "more",
    "new",
    "fresh",
    "other",
];

/// Verbs after which a number is not real: what is wished, planned, denied.
#[rustfmt::skip]
pub(super) const UNREAL: &[&str] = &[
    "need", "require", "project", "forecast", "target", "aim", "propose", "plan", "hope", "want", "expect", "predict", "foresee",
    "anticipate", "intend", "seek", "wish", "envisage", "mull", "consider", "suggest", "demand", "deny", "misstate", "misreport",
    "correct", "threaten",
];

/// Verbs after which it may be so or not.
#[rustfmt::skip]
pub(super) const UNSURE: &[&str] = &[
    "urge", "pledge", "promise", "see", "call", "budget", "limit", "cap", "allow", "permit", "order", "ask", "request", "recommend",
    "estimate", "ban", "restrict", "vow", "commit", "fear",
];

/// Of those, what also says other things: only the present tense is meant.
pub(super) const PRESENT_ONLY: &[&str] = &[
    "see", "call", "fear", "record", "estimate", "order", "permit", "find",
];

/// Nouns of what is not real.
#[rustfmt::skip]
pub(super) const UNREAL_NOUNS: &[&str] = &[
    "target", "goal", "aim", "forecast", "projection", "limit", "cap", "ceiling", "threshold", "quota", "maximum", "minimum", "plan",
    "proposal", "requirement", "demand", "need", "correction", "prediction", "pledge", "hope", "scenario", "expectation",
    "potential",
];

/// Of those, the ones whose own amount is the number: `a target of 40`.
#[rustfmt::skip]
pub(super) const AIMS: &[&str] = &[
    "target", "goal", "aim", "forecast", "projection", "limit", "cap", "ceiling", "threshold", "quota", "maximum", "minimum",
    "requirement", "ambition", "objective",
];

/// Words of death.
#[rustfmt::skip]
pub(super) const TOLL: &[&str] = &[
    "die", "dead", "kill", "death", "toll", "fatality", "perish", "drown", "slay", "body", "massacre", "casualty", "murder",
    "execute", "claim", "victim", "lethal", "fatal",
];

/// Words of harm short of death.
#[rustfmt::skip]
pub(super) const HURT: &[&str] = &[
    "injure", "injury", "wound", "hurt", "missing", "hospitalize", "hospitalise", "rescue", "evacuate", "trap", "infect", "strand",
    "displace", "homeless", "survive", "survivor", "affect",
];

/// Verbs whose subject or object is as large as the number says.
#[rustfmt::skip]
pub(super) const LEVEL: &[&str] = &[
    "be", "have", "number", "total", "stand", "reach", "hit", "amount", "come", "remain", "exceed", "surpass", "top", "pass",
    "average", "measure", "span", "stretch", "weigh", "employ", "hold", "own", "count", "equal", "cost", "pay", "charge", "win",
    "receive", "carry", "seat", "run", "last", "cover", "contain", "comprise", "include", "operate", "attract", "draw", "earn", "post",
    "report", "make", "generate", "produce", "host", "serve", "house", "accommodate", "join", "tower", "sit", "rank", "play", "score",
    "station", "base", "live", "work", "keep", "maintain", "take", "pack", "crowd", "welcome", "see", "sign", "collect", "contribute",
    "travel", "orbit", "fly", "employ", "house", "boast", "field", "get",
];

/// What a rate is reckoned by.
#[rustfmt::skip]
pub(super) const PER: &[&str] = &[
    "month", "year", "week", "day", "hour", "minute", "second", "quarter", "night", "head", "person", "capita", "season", "game",
    "household", "pupil", "visitor", "passenger", "resident", "share",
];

/// Adverbs of rate.
pub(super) const RATE_ADVERBS: &[&str] = &[
    "annually", "monthly", "weekly", "daily", "hourly", "yearly", "apiece", "each",
];

/// Behind a number that says how far off something is.
#[rustfmt::skip]
pub(super) const DISTANCE: &[&str] = &[
    "away", "off", "outside", "beyond", "apart", "inland", "downrange", "ago", "later", "earlier", "north", "south", "east", "west",
    "northeast", "northwest", "southeast", "southwest",
];

/// Verbs of what somebody does to something, after whose subject the owner is still to come.
#[rustfmt::skip]
pub(super) const ACT: &[&str] = &[
    "say", "tell", "announce", "promise", "approve", "award", "vote", "raise", "sign", "build", "sell", "buy", "give", "grant",
    "offer", "pay", "fund", "set", "put", "sentence", "jail", "order", "launch", "open", "close", "publish", "report", "estimate",
    "find", "seize", "name", "call", "win", "lose", "lead", "take", "bring", "make", "agree", "commission", "install", "deliver",
    "ship", "drop", "lower", "increase", "cut", "spend", "invest",
];

/// Nouns that stand for something named before.
#[rustfmt::skip]
pub(super) const STAND_INS: &[&str] = &[
    "company", "bank", "firm", "group", "agency", "club", "party", "team", "country", "city", "union", "airline", "university",
    "museum", "it", "they", "he", "she", "both", "hospital", "station", "school", "force", "army", "navy", "fund", "studio",
    "council", "board",
];

/// The same, where `the` stands before them.
#[rustfmt::skip]
pub(super) const DEFINITE: &[&str] = &[
    "plant", "bridge", "prison", "jail", "mission", "craft", "spacecraft", "probe", "ship", "vessel", "ferry", "line", "tunnel",
    "dam", "festival", "forward", "striker", "player", "midfielder", "defender", "goalkeeper", "captain", "champion", "ministry",
    "department", "alliance", "bloc", "institute", "institution", "laboratory", "telescope", "rover", "helicopter", "aircraft",
    "jet", "plane", "train", "service", "airport", "port", "harbour", "harbor", "park", "stadium", "ground", "arena", "venue",
    "crossing", "span", "structure", "building", "tower", "church", "site", "farm", "project", "scheme", "facility", "factory",
    "mill", "store", "chain", "retailer", "maker", "manufacturer", "carrier", "operator", "lender", "insurer", "utility",
    "business", "organisation", "organization", "charity", "body", "county", "state", "province", "region", "island", "town",
    "village", "capital", "district", "storm", "hurricane", "typhoon", "cyclone", "quake", "earthquake", "fire", "blaze", "crash",
    "accident", "disaster", "man", "woman", "author", "writer", "novelist", "poet", "film", "book", "novel", "album", "show", "play",
    "award", "prize", "league", "cup", "tournament", "race", "competition", "brigade", "corps", "division", "regiment", "court",
    "tribunal", "campaign", "programme", "program", "software", "app", "device", "phone", "car", "model", "truck", "fleet",
    "collection", "gallery", "theatre", "theater", "orchestra", "hotel", "trust", "foundation", "assembly", "parliament",
    "operation", "raid", "cable", "link", "interconnector", "grid", "reactor", "turbine", "network",
];

pub(super) fn stands_in(lemma: &str) -> bool {
    STAND_INS.contains(&lemma) || DEFINITE.contains(&lemma)
}

/// Possessive pronouns.
pub(super) const POSSESSIVES: &[&str] = &["its", "their", "his", "her", "our", "my", "whose"];

/// Denials before a number.
pub(super) const NEGATIVES: &[&str] = &["not", "n't", "no", "never", "without", "neither", "nor"];

/// Cues of an earlier time in the clause.
pub(super) const PAST: &[&str] = &[
    "then",
    "former",
    "formerly",
    "previously",
    "predecessor",
    "predecessors",
    "originally",
    "initially",
    "once",
];
