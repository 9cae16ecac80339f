//! The words that tell what a capitalised phrase or a number is.

/// Heads of titles that one person holds at a time.
#[rustfmt::skip]
pub(super) const UNIQUE: &[&str] = &[
    "president", "minister", "secretary", "premier", "chancellor", "king", "queen", "emperor", "governor", "gov.", "mayor",
    "ceo", "chairman", "chairwoman", "chairperson", "chair", "leader", "speaker", "chief", "director-general",
    "secretary-general", "executive", "coach", "manager", "commissioner", "general", "director", "staff",
];

/// Heads that say too little by themselves: they need a word in front, or `of` and words behind.
const BARE: &[&str] = &[
    "minister",
    "secretary",
    "chief",
    "executive",
    "general",
    "staff",
    "director",
    "chair",
];

/// Whether a head needs a word beside it: `defense minister`, `chief executive`, `attorney general`.
pub(super) fn is_bare(head: &str) -> bool {
    BARE.contains(&head)
}

/// Words before a head that belong to the title.
#[rustfmt::skip]
pub(super) const BEFORE_HEAD: &[&str] = &[
    "prime", "chief", "attorney", "surgeon", "solicitor", "secretary", "director", "executive", "majority", "minority", "opposition", "supreme", "press", "communications",
];

/// What a ministry is for.
#[rustfmt::skip]
pub(super) const PORTFOLIOS: &[&str] = &[
    "defense", "defence", "war", "state", "foreign", "affairs", "finance", "interior", "justice", "health", "education",
    "trade", "treasury", "home", "energy", "labor", "labour", "agriculture", "commerce", "transport", "transportation",
    "homeland", "security", "environment", "culture", "science", "technology", "industry", "economy", "economic",
    "unification", "national", "veterans", "housing", "urban", "development", "social", "welfare", "tourism", "sports",
    "sport", "external", "internal", "public", "works", "planning", "budget", "climate", "digital", "innovation",
    "immigration", "work", "pensions", "justice", "oceans", "fisheries", "land", "infrastructure", "family", "gender",
    "equality", "human", "services", "information", "communications", "research", "water", "resources", "petroleum",
];

/// Portfolio words that join others: `Commerce and Industry`.
pub(super) const JOINTS: &[&str] = &["and", "&", "the"];

/// Heads whose body is a nation, so that all its names stand for it.
#[rustfmt::skip]
pub(super) const NATIONAL: &[&str] = &[
    "president", "minister", "secretary", "premier", "chancellor", "king", "queen", "emperor", "leader",
];

/// Words before or behind a title by which the person does not hold it.
#[rustfmt::skip]
pub(super) const NOT_HOLDER: &[&str] = &[
    "former", "formerly", "ex", "then", "late", "incoming", "outgoing", "designate", "elect", "nominee", "candidate",
    "acting", "interim", "deputy", "vice", "assistant", "honorary", "shadow", "caretaker", "onetime", "ousted",
    "impeached", "associate", "would-be", "aspiring", "previous", "past", "future", "next", "emeritus", "deposed",
    "disgraced", "jailed", "last", "another", "senior", "junior", "under", "co", "first", "second", "fellow", "regional",
    "local", "state", "several", "two", "three", "both", "sub", "one", "fictional", "longtime", "past", "ex-",
];

/// Titles and ranks before a person's name; many persons bear them at a time.
#[rustfmt::skip]
pub(super) const PERSON_TITLES: &[&str] = &[
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "prof", "prof.", "professor", "gen.", "lt.", "col.",
    "colonel", "adm.", "admiral", "maj.", "capt.", "captain", "sgt.", "sgt", "sir", "dame", "lord", "lady", "sen.", "senator",
    "rep.", "representative", "gov.", "rev.", "judge", "justice", "prince", "princess", "pope", "bishop",
    "archbishop", "cardinal", "imam", "rabbi", "ambassador", "congressman", "congresswoman", "lawmaker", "councillor",
    "councilman", "councilwoman", "alderman", "sheriff", "detective", "officer", "constable", "spokesman", "spokeswoman",
    "spokesperson", "analyst", "economist", "historian", "author", "actor", "actress", "singer", "director", "producer",
    "lawyer", "attorney", "prosecutor", "researcher", "scientist", "striker", "midfielder", "defender", "goalkeeper",
    "quarterback", "pitcher", "coach", "founder", "co-founder", "partner", "resident", "activist", "journalist", "editor",
    "principal", "superintendent", "envoy", "aide", "adviser", "advisor", "commander", "lieutenant", "major", "vice",
    "general", "md", "mp", "mep", "inspector", "skipper", "doctor", "engineer", "biologist", "baroness", "baron", "sheikh",
];

/// Title words that are surnames too: in the middle of a phrase they end a title only behind another title word.
pub(super) const ALSO_NAMES: &[&str] = &[
    "king",
    "judge",
    "major",
    "pope",
    "prince",
    "bishop",
    "justice",
    "chief",
    "general",
    "dean",
    "lord",
    "mayor",
    "chancellor",
    "cardinal",
    "sheriff",
    "baron",
    "queen",
    "speaker",
    "justice",
    "partner",
    "coach",
];

/// Verbs of speaking: who stands before or behind one is a person.
#[rustfmt::skip]
pub(super) const SPEAKS: &[&str] = &[
    "said", "says", "told", "added", "tells", "explained", "argued", "wrote", "tweeted", "replied", "insisted", "warned",
    "noted", "recalled", "stated", "joked", "remarked", "testified", "vowed",
];

/// Words that no person's name holds, beside those of [`ORDINARY`](crate::checks::ORDINARY).
#[rustfmt::skip]
pub(super) const NO_PERSON: &[&str] = &[
    "inc", "inc.", "ltd", "ltd.", "llc", "plc", "corp", "corp.", "co", "co.", "news", "times", "post", "press", "media",
    "television", "tv", "radio", "network", "studios", "pictures", "records", "entertainment", "airport", "station",
    "hotel", "hall", "tower", "building", "center", "square", "bridge", "canal", "sea", "ocean", "gulf", "bay", "peninsula",
    "desert", "forest", "zone", "region", "province", "district", "prefecture", "territory", "republic", "kingdom", "empire", "war", "day",
    "week", "year", "award", "prize", "medal", "cup", "open", "championship", "championships", "olympics", "festival",
    "fund", "trust", "foundation", "institute", "society", "club", "team", "united", "fc", "afc", "band", "orchestra",
    "army", "navy", "corps", "marine", "marines", "guards", "brigade", "command", "agency", "bureau", "authority",
    "administration", "ministry", "parliament", "assembly", "summit", "meeting", "conference", "forum", "plan", "program",
    "project", "initiative", "policy", "agreement", "accord", "pact", "deal", "treaty", "act", "law", "rule", "code",
    "amendment", "constitution", "report", "review", "journal", "magazine", "book", "church", "cathedral", "temple",
    "mosque", "god", "christmas", "easter", "ramadan", "thanksgiving", "halloween", "games", "game", "world", "street",
    "wall", "house", "white", "capitol", "hill", "hospital", "clinic", "medical", "school", "college", "university",
    "academy", "library", "museum", "gallery", "theatre", "theater", "opera", "stadium", "arena", "park", "gardens", "island",
    "islands", "city", "town", "village", "county", "state", "states", "north", "south", "east", "west", "northern",
    "southern", "eastern", "western", "central", "upper", "lower", "middle", "new", "old", "great", "grand", "saint", "san",
    "santa", "los", "las", "fort", "port", "mount", "lake", "river", "supreme", "federal", "national", "international",
    "global", "american", "european", "asian", "african", "latin", "royal", "high", "court", "bank", "group", "holdings",
    "company", "industries", "motors", "airlines", "airways", "energy", "oil", "gas", "electric", "systems", "services",
    "solutions", "capital", "partners", "associates", "management", "research", "security", "council", "committee",
    "commission", "organization", "organisation", "association", "union", "league", "federation", "party", "congress",
    "senate", "cabinet", "office", "department", "division", "board", "force", "forces", "police", "service", "democrats",
    "republicans", "democrat", "republican", "conservative", "liberal", "labour", "labor", "facebook", "twitter", "google",
    "apple", "iphone", "microsoft", "internet", "covid", "monday", "valley", "beach", "coast", "mountain", "mountains", "road",
    "avenue", "boulevard", "series", "season", "episode", "show", "movie", "film", "album", "song", "network", "channel",
    "the", "model", "mobile", "galaxy", "windows", "android", "star", "wars", "super", "bowl", "final", "finals", "prix",
    "formula", "premier", "division", "association", "fire", "health", "care", "affairs", "justice", "rights", "media",
    "minister", "president", "secretary", "ceo", "democracy", "spring", "summer", "winter", "autumn", "catholic", "islamic",
    "christian", "jewish", "muslim", "brotherhood", "alliance", "coalition", "front", "movement", "army's", "studio", "inquiry",
];

/// Verbs by which a subject has, holds or is a number.
#[rustfmt::skip]
pub(super) const STATES: &[&str] = &[
    "has", "have", "employs", "employ", "hosts", "operates", "owns", "serves", "covers", "produces", "seats", "holds",
    "houses", "weighs", "measures", "spans", "stretches", "comprises", "numbers", "totals", "contains", "carries",
    "represents", "maintains", "fields", "deploys", "stations", "keeps", "includes", "runs",
];

/// Nouns whose amount is news, and stays the same thing from one article to the next.
#[rustfmt::skip]
pub(super) const MEASURED: &[&str] = &[
    "spending", "budget", "budgets", "revenue", "revenues", "sales", "profit", "profits", "exports", "imports", "output",
    "production", "inflation", "unemployment", "turnout", "growth", "gdp", "prices", "wages", "debt", "deficit", "surplus",
    "investment", "aid", "rents", "tax", "taxes", "fares", "tuition", "emissions", "tariff", "tariffs", "expenditure",
    "income", "earnings", "consumption", "demand", "traffic", "enrollment", "enrolment", "population", "rate", "salaries",
    "pensions", "funding", "pay", "shipments", "deliveries", "orders", "premiums", "bills", "levy", "loan", "package",
    "contract", "bailout", "fund", "contribution", "share", "deal", "grant", "program", "fine", "settlement",
];

/// Nouns whose level is a percentage.
#[rustfmt::skip]
pub(super) const RATES: &[&str] = &[
    "inflation", "unemployment", "turnout", "growth", "tariff", "tariffs", "rate", "tax", "levy", "share",
];

/// Nouns of change behind a percentage.
#[rustfmt::skip]
pub(super) const CHANGES: &[&str] = &[
    "rise", "increase", "hike", "boost", "growth", "jump", "cut", "drop", "fall", "decline", "decrease", "reduction",
];

/// Verbs of change between a subject and its percentage.
#[rustfmt::skip]
pub(super) const RISES: &[&str] = &[
    "rise", "rose", "rises", "risen", "increase", "increased", "increases", "grow", "grew", "grows", "climbed", "jumped",
    "fell", "fall", "falls", "dropped", "declined", "declines", "decreased", "shrank", "contracted", "expanded", "surged",
];

/// Counted nouns that say too little for a fact.
#[rustfmt::skip]
pub(super) const IDLE: &[&str] = &[
    "years", "days", "months", "weeks", "hours", "minutes", "seconds", "times", "ways", "things", "points", "goals",
    "games", "reasons", "questions", "steps", "decades", "dollars", "euros", "pounds", "percent", "nights", "occasions",
    "seasons", "matches", "centuries", "words", "series", "yards", "degrees", "instances", "views", "others", "likes",
    "followers", "comments", "copies", "runs", "innings", "wickets", "assists", "rebounds", "tickets", "laps", "results",
];

/// Nouns of what kills.
#[rustfmt::skip]
pub(super) const DISASTERS: &[&str] = &[
    "earthquake", "quake", "flood", "floods", "flooding", "fire", "wildfire", "crash", "explosion", "blast", "attack", "bombing",
    "shooting", "landslide", "storm", "hurricane", "typhoon", "tornado", "cyclone", "tsunami", "collapse", "outbreak", "eruption",
    "derailment", "massacre", "airstrike", "strike", "stampede", "ambush", "raid", "war",
];

/// Words of death around a toll.
#[rustfmt::skip]
pub(super) const DEATHS: &[&str] = &["killed", "died", "dead", "killing", "deaths", "fatalities", "kills", "perished"];

/// Plurals without an `s`.
pub(super) const PLURALS: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "police",
    "personnel",
    "staff",
    "aircraft",
    "troops",
    "cattle",
];

/// Counted nouns that are one in news.
pub(super) const ALIKE: &[&[&str]] = &[
    &["troops", "soldiers", "service members", "personnel"],
    &["workers", "employees", "staff"],
    &["residents", "inhabitants"],
    &["lawmakers", "members of parliament"],
];

/// Last words of the names of occasions.
#[rustfmt::skip]
pub(super) const OCCASIONS: &[&str] = &[
    "meeting", "summit", "conference", "games", "olympics", "congress", "forum", "festival", "dialogue", "assembly",
    "championship", "championships", "convention", "plenum", "expo", "marathon", "talks", "referendum", "fair", "biennale",
    "symposium", "awards", "inauguration", "parade", "session",
];

/// Words before a place.
pub(super) const LOCATES: &[&str] = &["in", "at", "near", "across", "on", "throughout", "inside"];

/// Words between a counted noun and its place.
pub(super) const STATIONED: &[&str] = &[
    "stationed",
    "based",
    "deployed",
    "living",
    "working",
    "serving",
    "posted",
    "already",
    "currently",
    "permanently",
    "now",
    "are",
    "were",
    "is",
    "who",
];
