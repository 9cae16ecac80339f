//! The verbs and nouns that tie a date or place to an occasion, with a sentence for each and one against it.

use crate::claims::Edge;
use crate::syntax::Sentence;
use crate::syntax::lexicon::{Class, classes};

/// What the occasion is to the verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// The subject: `The fair opens on Friday.`
    Active,
    /// The subject of a passive, or the noun before a participle: `the fair, held on Friday`.
    Passive,
    /// The object: `Lindhof will host the fair on Friday.`
    Object,
}

/// A verb whose dates and places are those of an occasion.
pub(crate) struct Construction {
    /// Its name as evidence.
    pub(super) name: &'static str,
    lemmas: &'static [&'static str],
    voice: Voice,
    /// The day that it says.
    pub(super) edge: Edge,
    /// Whether it goes on for a time: `until` says the last day.
    pub(super) lasts: bool,
    /// A sentence in which `Tuesday` is wrong of a fair of Wednesday to Friday; `Thursday` is right of the middle day,
    /// `Wednesday` of the first and `Friday` of the last.
    #[cfg_attr(not(test), allow(dead_code, reason = "examples run as tests"))]
    pub(crate) example: &'static str,
    /// A sentence in which `Tuesday` is not the fair's.
    #[cfg_attr(not(test), allow(dead_code, reason = "examples run as tests"))]
    pub(crate) counterexample: &'static str,
}

/// The table: a verb and what the occasion is to it license a claim; of any other verb the date says what was done.
#[rustfmt::skip]
pub(crate) const VERBS: &[Construction] = &[
    Construction { name: "opens", lemmas: &["open", "begin", "start", "kick", "commence"], voice: Voice::Active, edge: Edge::First, lasts: false,
        example: "The Lindhof Fair, which drew 40,000 people last time, opens with a parade on Tuesday.",
        counterexample: "The Lindhof Fair opens its new hall to the press on Tuesday." },
    Construction { name: "closes", lemmas: &["end", "close", "conclude", "finish", "wrap", "culminate"], voice: Voice::Active, edge: Edge::Last, lasts: false,
        example: "The Lindhof Fair, for all its troubles, closes with fireworks on Tuesday.",
        counterexample: "The box office of the Lindhof Fair closes at noon on Tuesday." },
    Construction { name: "takes place", lemmas: &["be", "take", "fall", "occur", "happen", "convene", "strike", "erupt", "break"], voice: Voice::Active, edge: Edge::Any, lasts: false,
        example: "The Lindhof Fair, which few expected to survive, takes place again on Tuesday.",
        counterexample: "The Lindhof Fair takes its accounts to the council on Tuesday." },
    Construction { name: "runs", lemmas: &["run", "last", "continue", "return"], voice: Voice::Active, edge: Edge::Any, lasts: true,
        example: "The Lindhof Fair, for all its troubles, runs with a shorter program until Tuesday.",
        counterexample: "The Lindhof Fair runs a competition for bakers until Tuesday." },
    Construction { name: "is held", lemmas: &["hold", "stage", "convene", "host", "conduct", "organize", "play", "fight", "contest", "run", "celebrate", "complete", "take", "launch", "sign", "schedule", "set", "slate", "plan", "fix", "time", "expect", "open", "inaugurate"], voice: Voice::Passive, edge: Edge::Any, lasts: false,
        example: "The Lindhof Fair, which few expected to survive, will be held behind closed doors on Tuesday.",
        counterexample: "The Lindhof Fair, which few expected to survive, was praised in the council on Tuesday." },
    Construction { name: "opened by", lemmas: &["open", "begin", "start", "inaugurate"], voice: Voice::Object, edge: Edge::First, lasts: false,
        example: "The mayor, who has been ill, will open the Lindhof Fair with a short speech on Tuesday.",
        counterexample: "The mayor discussed the Lindhof Fair with a visitor on Tuesday." },
    Construction { name: "closed by", lemmas: &["close", "end", "conclude"], voice: Voice::Object, edge: Edge::Last, lasts: false,
        example: "The mayor, who has been ill, will close the Lindhof Fair with a short speech on Tuesday.",
        counterexample: "The mayor praised the Lindhof Fair in a short speech on Tuesday." },
    Construction { name: "held by", lemmas: &["hold", "host", "stage", "convene", "win"], voice: Voice::Object, edge: Edge::Any, lasts: false,
        example: "The town, which has no hotel, will host the Lindhof Fair again on Tuesday.",
        counterexample: "The town will finance the Lindhof Fair with a new tax on Tuesday." },
];

/// The row of a verb.
pub(super) fn verb(tree: &Sentence, verb: usize, voice: Voice) -> Option<&'static Construction> {
    let lemma = tree.lemma(verb);
    let row = VERBS
        .iter()
        .find(|row| row.voice == voice && row.lemmas.contains(&lemma))?;
    // `opens its new hall`, `takes its accounts`: the occasion acts. `takes place` does not.
    let mut objects = tree
        .children(verb)
        .filter(|child| tree.relation(*child) == crate::syntax::tags::Relation::Dobj);
    let acts = voice == Voice::Active
        && objects.any(|object| {
            !matches!(tree.lemma(object), "place" | "off" | "way")
                && !classes(tree.lemma(object), tree.tag(object)).has(Class::Time)
        });
    // `was a success on Friday`
    let judged = lemma == "be" && tree.children(verb).any(|child| is_judgment(tree, child));
    (!acts && !judged).then_some(row)
}

/// Whether a complement says what the occasion was, not when or where.
fn is_judgment(tree: &Sentence, child: usize) -> bool {
    use crate::syntax::tags::{Relation, Tag};
    let complement = matches!(tree.relation(child), Relation::Attr | Relation::Acomp);
    let noun = matches!(
        tree.tag(child),
        Tag::Nn | Tag::Nns | Tag::Jj | Tag::Jjr | Tag::Jjs
    );
    let plan = matches!(tree.lemma(child), "due" | "set" | "underway" | "open");
    complement && noun && !plan && !classes(tree.lemma(child), tree.tag(child)).has(Class::Time)
}

/// Nouns of parts and of editions: which day of the occasion they are.
pub(super) fn part(tree: &Sentence, noun: usize) -> Option<Edge> {
    let which = |words: &[&str]| {
        tree.children(noun)
            .any(|child| words.contains(&tree.lemma(child)))
    };
    match tree.lemma(noun) {
        "opening" | "start" | "beginning" | "kickoff" => Some(Edge::First),
        "end" | "close" | "closing" | "conclusion" | "finish" => Some(Edge::Last),
        "edition" | "iteration" | "staging" | "instalment" | "installment" | "running" | "date" => {
            Some(Edge::Any)
        }
        "day" | "night" | "morning" | "evening" if which(&["first", "opening"]) => {
            Some(Edge::First)
        }
        "day" | "night" | "morning" | "evening" if which(&["last", "final", "closing"]) => {
            Some(Edge::Last)
        }
        _ => None,
    }
}

/// Prepositions of a day.
pub(super) const DATE_PREPOSITIONS: &[&str] = &[
    "on", "in", "at", "from", "until", "till", "through", "to", "for", "of", "over",
];

/// Prepositions of a place.
pub(super) const PLACE_PREPOSITIONS: &[&str] = &["in", "at", "on"];

/// Verbs and adjectives by which it is going to happen.
pub(super) const PLANNED: &[&str] = &[
    "schedule", "set", "slate", "plan", "fix", "time", "expect", "due",
];

/// Prepositions whose occasion has its day or place with it: `since the fair on Nov. 4`.
pub(super) const ATTACHED: &[&str] = &["since", "during", "following", "despite", "of"];

/// Prepositions whose occasion has a place right behind it with it: `left for the fair in Lindhof`.
pub(super) const AT: &[&str] = &["at", "to", "for", "from", "after", "before"];

/// Verbs that say an occasion is not when or where it was to be.
pub(super) const RESCHEDULED: &[&str] = &["postpone", "reschedule", "cancel", "move", "delay"];
