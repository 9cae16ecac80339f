//! The words by which a sentence ties a date or a place to an occasion.

/// Helpers of a verb, and the verb of being: `is on Tuesday`, `will be held`.
#[rustfmt::skip]
pub(super) const HELPERS: &[&str] = &[
    "is", "was", "are", "were", "be", "been", "being", "will", "would", "shall", "has", "have", "had",
];

/// Verbs by which an occasion happens.
#[rustfmt::skip]
pub(super) const HAPPENS: &[&str] = &[
    "take", "takes", "took", "fall", "falls", "fell", "run", "runs", "ran", "return", "returns", "returned", "come",
    "comes", "came", "arrive", "arrives", "arrived", "occur", "occurs", "occurred", "happen", "happens", "happened",
    "convene", "convenes", "meet", "meets", "met", "get", "gets", "got", "go", "goes", "went", "last", "lasts", "lasted",
    "struck", "strikes", "hit", "hits", "erupted", "broke", "lifted", "blasted",
];

/// Verbs before `open` the adjective: an occasion that is open on a day need not open on it.
#[rustfmt::skip]
pub(super) const OPEN_AS_IT_IS: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "being", "stay", "stays", "stayed", "remain", "remains", "remained", "keep", "keeps",
    "kept",
];

/// Participles by which it happens: `the SCM, held on Tuesday`.
#[rustfmt::skip]
pub(super) const HELD: &[&str] = &[
    "held", "staged", "convened", "hosted", "signed", "organized", "organised", "launched", "played", "fought", "contested",
    "taking", "running", "falling", "opening", "beginning", "starting", "closing", "ending", "concluding",
];

/// Participles by which it is going to happen; these are of nothing but an occasion.
#[rustfmt::skip]
pub(super) const PLANNED: &[&str] = &[
    "scheduled", "set", "slated", "planned", "due", "expected", "fixed", "timed",
];

/// By which a result happens: `the rate decision will be announced on Tuesday`.
#[rustfmt::skip]
pub(super) const PUBLISHED: &[&str] = &[
    "announced", "published", "released", "unveiled", "delivered", "revealed", "issued", "presented", "declared",
    "handed", "down", "made", "read",
];

/// Last words of the names of results.
#[rustfmt::skip]
pub(super) const RESULTS: &[&str] = &[
    "decision", "result", "results", "report", "verdict", "ruling", "figures", "winner", "winners", "data", "statement",
    "announcement", "judgment", "judgement", "sentence", "forecast", "forecasts", "shortlist", "longlist", "earnings",
    "accounts", "budget", "laureate", "laureates", "nominations", "minutes", "sentencing",
];

/// Words between a verb and a date or place that leave the two together.
#[rustfmt::skip]
pub(super) const FILLERS: &[&str] = &[
    "now", "also", "again", "only", "place", "off", "up", "out", "under", "way", "underway", "here", "there", "once",
    "ahead", "itself", "it", "the", "a", "this", "its", "doors", "annual", "going", "gotten", "taken",
];

/// Prepositions before a date.
#[rustfmt::skip]
pub(super) const PREPOSITIONS: &[&str] = &[
    "on", "in", "at", "near", "for", "from", "to", "between", "through", "until", "till", "by",
];

/// Verbs whose object is the occasion that they date.
#[rustfmt::skip]
pub(super) const HOLDS: &[&str] = &[
    "hold", "holds", "held", "holding", "host", "hosts", "hosted", "hosting", "open", "opens", "opened", "opening",
    "convene", "convenes", "convened", "stage", "stages", "staged", "staging", "attend", "attends", "attended",
    "chair", "chairs", "chaired", "co-chair", "co-chairs", "co-chaired", "close", "closed", "closes", "conclude",
    "concluded", "begin", "began", "begins", "start", "started", "starts", "win", "wins", "won", "lost", "play",
    "played", "contest", "contested",
];

/// What governs an occasion at which something is done.
pub(super) const WITHIN: &[&str] = &["at", "during", "in"];

/// Conjunctions and verbs of saying behind which an occasion is a subject.
#[rustfmt::skip]
pub(super) const CLAUSE: &[&str] = &[
    "that", "when", "while", "but", "because", "said", "says", "where", "so", "although", "though", "if", "whether",
    "than",
];

/// Prepositions that are conjunctions too: `before the SCM on Tuesday`, `before the SCM opens on Tuesday`.
pub(super) const EITHER: &[&str] = &["before", "after", "until", "till", "since", "as", "once"];

/// Prepositions behind which a place that follows is the occasion's: `arrived for the SCM in Seoul`.
pub(super) const TOWARDS: &[&str] = &["for", "to", "from", "of"];

/// Nouns and adjectives of days: `the last day of`, `the date of`.
pub(super) const DAYS: &[&str] = &["day", "date", "night", "morning", "edition"];

/// Verbs of an organisation that has the occasion's name: `the festival on Monday named its jury`.
#[rustfmt::skip]
pub(super) const ACTS: &[&str] = &[
    "said", "says", "announced", "announces", "named", "names", "unveiled", "unveils", "released", "releases",
    "published", "revealed", "told", "confirmed", "denied", "warned", "apologized", "apologised", "appointed",
    "invited", "launched", "withdrew", "dropped", "defended", "urged", "called", "condemned", "rejected", "banned",
    "picked", "selected", "added", "cut", "sold", "bought", "hired", "fired", "sacked", "offered", "promised",
    "pledged", "asked", "issued", "presented", "signed", "reported", "posted", "sued", "suspended",
    "announce", "name", "unveil", "release", "publish", "reveal", "appoint", "invite", "present",
];

/// Words that say the occasion is not as first planned, so that its dates and places are no claims.
#[rustfmt::skip]
pub(super) const MOVED: &[&str] = &[
    "postponed", "cancelled", "canceled", "rescheduled", "delayed", "moved", "moving", "relocated", "originally",
    "instead", "scrapped", "pushed", "initially", "tentatively", "propose", "proposed", "respectively", "shifted",
    "abandoned", "brought",
];

/// Words of denials and conditions, where there is no tree to read the mood from.
pub(super) const UNREAL: &[&str] = &["not", "never", "could", "might", "may", "if", "unless"];

/// Those of them that tell so from any clause of the sentence: `was due on Monday but was moved up a day`.
#[rustfmt::skip]
pub(super) const RESCHEDULED: &[&str] = &["postponed", "rescheduled", "cancelled", "canceled", "moved", "delayed"];

/// Nouns that count editions: `its 57th iteration`, `the 57th edition of`.
#[rustfmt::skip]
pub(super) const EDITION: &[&str] = &[
    "edition", "iteration", "session", "round", "staging", "instalment", "installment", "running", "meeting", "outing",
    "year", "time", "event", "renewal", "season",
];

/// Words before a name that belong to its noun phrase.
#[rustfmt::skip]
pub(super) const MODIFIERS: &[&str] = &[
    "annual", "inaugural", "upcoming", "yearly", "biennial", "forthcoming", "historic", "joint", "bilateral",
    "scheduled", "regular", "planned", "quadrennial", "long-awaited", "recent", "latest", "past", "coming", "previous",
];

/// Nouns of buildings and grounds: such a place lies in a town, and says nothing against it.
#[rustfmt::skip]
pub(super) const VENUES: &[&str] = &[
    "hall", "stadium", "arena", "theatre", "theater", "center", "centre", "palace", "park", "square", "room",
    "building", "teatro", "hotel", "museum", "church", "cathedral", "university", "college", "school", "house",
    "street", "avenue", "island", "bay", "chamber", "dome", "field", "ground", "court", "pavilion", "airport",
    "tower", "castle", "garden", "gardens", "road", "plaza", "library", "gallery", "opera", "auditorium", "club",
    "group", "round", "pool", "parliament", "congress", "senate", "pentagon", "kremlin", "formula", "phase",
];

/// What the names of occasions end with that happen at a site, not in a town: `the launch at Kourou`.
#[rustfmt::skip]
pub(super) const AT_A_SITE: &[&str] = &[
    "launch", "liftoff", "lift-off", "landing", "touchdown", "blast-off", "splashdown", "crash",
];

/// Adjectives between `in` and a town.
#[rustfmt::skip]
pub(super) const AREA: &[&str] = &[
    "central", "downtown", "northern", "southern", "eastern", "western", "nearby", "neighboring", "neighbouring",
];

/// Regions that hold towns, and so say nothing against one.
#[rustfmt::skip]
pub(super) const REGIONS: &[&str] = &[
    "Europe", "Asia", "Africa", "America", "North America", "South America", "Latin America", "Central America",
    "Oceania", "Middle East", "Southeast Asia", "East Asia", "Central Asia", "South Asia", "West Africa", "Scandinavia",
    "Balkans", "Caribbean", "Gulf", "Western Europe", "Eastern Europe", "Central Europe", "Northern Europe", "Britain",
    "England", "Scotland", "Wales", "Northern Ireland", "Alaska", "Alabama", "Arizona", "Arkansas", "California",
    "Colorado", "Connecticut", "Delaware", "Florida", "Hawaii", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas",
    "Kentucky", "Louisiana", "Maine", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Mississippi", "Missouri",
    "Montana", "Nebraska", "Nevada", "New Hampshire", "New Jersey", "New Mexico", "North Carolina", "North Dakota",
    "Ohio", "Oklahoma", "Oregon", "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota", "Tennessee",
    "Texas", "Utah", "Vermont", "Virginia", "West Virginia", "Wisconsin", "Wyoming", "Ontario", "Alberta",
    "British Columbia", "Manitoba", "Nova Scotia", "Saskatchewan", "Bavaria", "Saxony", "Hesse", "Tuscany", "Lombardy",
    "Sicily", "Sardinia", "Piedmont", "Veneto", "Catalonia", "Andalusia", "Galicia", "Provence", "Brittany", "Normandy",
    "Alsace", "Istria", "Dalmatia", "Crimea", "Siberia", "Flanders", "Wallonia", "Guangdong", "Sichuan", "Xinjiang",
    "Tibet", "Inner Mongolia", "Gansu", "Hokkaido", "Kyushu", "Gyeonggi", "Gangwon",
    "Maharashtra", "Punjab", "Gujarat", "Kerala", "Tamil Nadu", "Kashmir", "Queensland", "Victoria", "Tasmania",
    "New South Wales", "Sussex", "Yorkshire", "Cornwall", "Java", "Sumatra",
];
