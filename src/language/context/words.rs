//! Words around a number that tell what it is.

/// Nouns before a number that only tells one thing from another.
#[rustfmt::skip]
pub(crate) const DESIGNATORS: &[&str] = &[
    "no.", "nos.", "page", "pages", "room", "rooms", "chapter", "chapters", "section", "sections", "article",
    "articles", "paragraph", "paragraphs", "clause", "clauses", "line", "lines", "route", "highway", "exit",
    "flight", "gate", "platform", "channel", "phase", "stage", "category", "level", "tier", "type", "part",
    "parts", "volume", "vol.", "episode", "season", "version", "verse", "figure", "table", "appendix", "annex",
    "resolution", "question", "bus", "lane", "track", "ward", "district", "precinct", "apartment", "apt.",
    "apt", "suite", "block", "box", "lot", "unit", "round", "group", "pier", "terminal", "interstate", "camp",
    "formula", "form", "rule", "step", "exercise", "nrs.",
];

/// Words that begin a sentence or a title and name nothing, so that a number after them is a value.
#[rustfmt::skip]
pub(crate) const COMMON: &[&str] = &[
    "a", "about", "above", "across", "add", "added", "adding", "after", "all", "almost", "also", "although",
    "among", "an", "and", "another", "any", "approximately", "are", "around", "as", "at", "barely", "because",
    "before", "below", "between", "both", "but", "buy", "by", "can", "did", "does", "down", "during", "each",
    "even", "every", "exactly", "except", "excluding", "for", "from", "get", "give", "had", "has", "have",
    "here", "how", "however", "if", "in", "include", "included", "including", "into", "is", "it", "its", "just",
    "killed", "killing", "last", "least", "less", "like", "make", "many", "meanwhile", "more", "most", "my",
    "nearly", "next", "nor", "not", "now", "of", "off", "on", "once", "only", "or", "other", "our", "out",
    "over", "past", "per", "plus", "roughly", "send", "sell", "since", "so", "some", "still", "such", "take",
    "than", "that", "the", "their", "then", "there", "these", "they", "this", "those", "though", "through",
    "throughout", "to", "together", "total", "under", "until", "up", "was", "we", "well", "were", "what",
    "when", "where", "while", "who", "why", "will", "with", "within", "without", "would", "yes", "yet", "you",
    "your", "he", "she", "i", "his", "her", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "today", "yesterday", "tomorrow", "overall", "altogether", "again", "first", "finally",
    "nationwide", "worldwide", "globally", "elsewhere", "currently", "previously", "earlier", "later",
    "recently", "initially", "aged", "age", "ages", "minus", "negative", "estimated", "circa",
];

/// Words that end a street address.
#[rustfmt::skip]
pub(crate) const STREETS: &[&str] = &[
    "street", "st.", "st", "avenue", "ave.", "ave", "road", "rd.", "rd", "boulevard", "blvd.", "blvd", "lane",
    "drive", "dr.", "way", "square", "place", "court", "crescent", "terrace", "parkway", "plaza", "quay",
];

/// Words after a number that make it a time of day.
#[rustfmt::skip]
pub(crate) const CLOCK: &[&str] = &[
    "am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "hrs.",
];

/// Time zones, in capitals, that make the number before them a time of day.
#[rustfmt::skip]
pub(crate) const ZONES: &[&str] = &[
    "GMT", "UTC", "KST", "JST", "EST", "EDT", "CET", "CEST", "BST", "PST", "PDT", "IST", "MSK",
];

/// Words before `one` or `half` that make a noun of it.
#[rustfmt::skip]
pub(crate) const BEFORE_NOUN: &[&str] = &[
    "the", "this", "that", "no", "any", "each", "every", "another", "which", "first", "second", "last", "next",
    "only", "other", "good", "new", "latter", "former", "final", "better", "opening", "someone", "as", "with",
    "like",
];

/// Words after `one` that show the same.
#[rustfmt::skip]
pub(crate) const AFTER_ONE: &[&str] = &[
    "of", "another", "'s", "'", "that", "who", "which", "is", "was", "will", "can", "could",
];

/// Words that show a length of time to be measured, so that `over` before it is a hedge.
#[rustfmt::skip]
pub(crate) const LASTING: &[&str] = &[
    "for", "took", "take", "takes", "taking", "lasted", "lasting", "last", "lasts", "spent", "spanning",
    "spans", "after", "in", "is", "was", "of", "just", "well", "from", "to", "with", "nearly", "aged",
];

/// Verbs and nouns of change: `rose from 2 to 3 percent` states two values.
#[rustfmt::skip]
pub(crate) const CHANGE: &[&str] = &[
    "rose", "rise", "rises", "risen", "rising", "raise", "raised", "raises", "raising", "increase", "increased",
    "increases", "increasing", "grew", "grow", "grown", "growing", "grows", "growth", "climbed", "climb",
    "climbs", "jumped", "jump", "fell", "fall", "falls", "fallen", "falling", "drop", "dropped", "drops",
    "dropping", "cut", "cuts", "cutting", "lowered", "lower", "lowers", "lowering", "reduced", "reduce",
    "reduces", "reducing", "reduction", "decrease", "decreased", "decline", "declined", "declines", "down",
    "up", "changed", "change", "widened", "narrowed", "slowed", "slipped", "dipped", "moved", "went",
    "expanded", "expand", "shrank", "shrunk", "revised", "hiked", "hike", "doubled", "tripled", "swelled",
    "rebounded", "edged", "inched", "soared", "surged", "plunged", "tumbled", "eased",
];

/// Words before `over` that make it no hedge: `took over two companies`, `the dispute over five islands`.
#[rustfmt::skip]
pub(crate) const BEFORE_OVER: &[&str] = &[
    "hand", "hands", "handed", "handing", "take", "takes", "took", "taken", "taking", "turn", "turned", "turning", "carried",
    "bring", "brought", "win", "won", "winning", "victory", "victories", "triumph", "lead", "advantage", "edge", "control",
    "dispute", "disputes", "disputed", "row", "clash", "clashes", "clashed", "fight", "fighting", "fought", "feud", "talks", "protest", "protests",
    "protested", "concern", "concerns", "concerned", "worries", "fears", "anger", "outrage", "presided", "presides", "preside",
    "ruled", "rule", "rules", "flew", "fly", "flies", "flown", "fell", "knocked", "ran", "run", "rolled", "watch", "charged",
    "arrested", "sued", "resigned", "quit", "fired", "suspended", "jurisdiction", "authority", "sovereignty", "bridge",
    "spread", "sentenced", "criticised", "criticized", "accused", "deadlock", "standoff", "debate", "crisis", "battle",
];

/// Words before `under` that make it no hedge: `served under three presidents`.
#[rustfmt::skip]
pub(crate) const BEFORE_UNDER: &[&str] = &[
    "serve", "served", "serves", "serving", "work", "worked", "working", "lived", "live", "buried", "trapped", "operates",
    "operate", "operated", "came", "comes", "fall", "falls", "fell", "charged", "listed", "grouped", "sold", "marketed",
];
