//! What moves an amount: a number of how much it changed by is none of how much there is.

use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::mentions::Hit;

/// Verbs that move an amount.
#[rustfmt::skip]
pub(super) const MOVES: &[&str] = &[
    "withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing", "pull", "pulls", "pulled", "pulling",
    "cut", "cuts", "cutting", "reduce", "reduces", "reduced", "reducing", "slash", "slashed", "slashing",
    "remove", "removed", "removing", "add", "adds", "added", "adding", "send", "sends", "sent", "sending",
    "hire", "hires", "hired", "hiring", "lay", "laid", "laying", "shed", "sheds", "shedding", "recruit",
    "recruited", "recruits", "recruiting", "gain", "gained", "gains", "lose", "lost", "loses", "losing",
    "rotate", "rotated", "rotating", "redeploy", "redeployed", "transfer", "transferred", "dismiss",
    "dismissed", "eliminate", "eliminated", "create", "created", "bring", "brought", "save", "saved",
    "evacuate", "give", "gives", "gave", "given", "giving", "donate", "donated", "ship", "shipped", "return", "returned", "relocate", "relocated", "mobilize", "mobilized",
    "fire", "fired", "axe", "axed",
];

/// Verbs of rising and falling: with `by` or nothing before the number it is a change, with `to` or `at` a level.
#[rustfmt::skip]
pub(super) const RISES: &[&str] = &[
    "rise", "rises", "rose", "risen", "rising", "increase", "increases", "increased", "increasing", "grow",
    "grows", "grew", "grown", "growing", "climb", "climbed", "climbs", "climbing", "jump", "jumped", "jumps",
    "jumping", "surge", "surged", "surges", "soar", "soared", "fall", "falls", "fell", "fallen", "falling",
    "drop", "drops", "dropped", "dropping", "decline", "declined", "declines", "declining", "decrease",
    "decreased", "shrink", "shrank", "shrinks", "shrunk", "slip", "slipped", "slips", "slid", "slide", "sink",
    "sank", "plunge", "plunged", "plunges", "dip", "dipped", "gain", "gained", "advance", "advanced", "expand",
    "expanded", "expands", "contract", "contracted", "raise", "raised", "raises", "raising", "lower", "lowered",
    "lowers", "boost", "boosted", "boosts", "cut", "reduce", "reduced", "trim", "trimmed", "hike", "hiked",
    "up", "down", "widen", "widened", "narrow", "narrowed", "ease", "eased", "accelerate", "accelerated",
    "tumble", "tumbled", "rebound", "rebounded", "edge", "edged", "inch", "inched", "swell", "swelled",
];

/// Nouns of change: `an 8.2% rise`, `a rise of 8.2%`.
#[rustfmt::skip]
pub(super) const CHANGES: &[&str] = &[
    "rise", "increase", "growth", "gain", "jump", "surge", "hike", "boost", "climb", "upturn", "uptick",
    "advance", "expansion", "fall", "drop", "decline", "decrease", "cut", "reduction", "slump", "dip", "plunge",
    "slide", "contraction", "shrinkage", "cutback", "raise", "change", "swing", "improvement", "deterioration",
    "expansion", "addition", "increment", "markup", "discount", "loss", "rally", "rebound", "rises",
    "increases", "cuts", "gains", "higher", "lower", "fewer", "more", "less", "extra", "additional", "further",
    "up", "down", "reinforcement", "reinforcements", "layoffs",
];

/// Just before a number that is added.
const ADDED: &[&str] = &[
    "another",
    "additional",
    "extra",
    "further",
    "more",
    "new",
    "fresh",
    "other",
];

/// `the reservoir lost 9 million cubic metres`, unless the fact itself is of what was lost.
pub(super) fn is_moved(scene: &Scene, fact: usize, head: usize) -> bool {
    #[rustfmt::skip]
    const TAKES: &[&str] = &[
        "lose", "loses", "lost", "losing", "gain", "gains", "gained", "gaining", "add", "adds", "added", "adding", "shed", "sheds",
        "shedding",
    ];
    let Some(verb) = head.checked_sub(1) else {
        return false;
    };
    TAKES.contains(&scene.lower(verb)) && !is_own(scene, fact, verb)
}

/// Whether a word belongs to a phrase of the fact's own, and so says nothing of its own: `the hospital ship`.
pub(super) fn is_own(scene: &Scene, fact: usize, index: usize) -> bool {
    let word = scene.words[index].span;
    let own = |hit: &Hit| hit.span.contains(word) && hit.is_of(fact);
    scene.hits.iter().any(own)
}

#[allow(clippy::too_many_arguments)] // places in one sentence
pub(super) fn is_change(
    scene: &Scene,
    fact: usize,
    first: usize,
    head: usize,
    end: usize,
    tail: usize,
    measured: bool,
    before: &[&str],
) -> bool {
    let back = |steps: usize| {
        before
            .len()
            .checked_sub(steps)
            .map_or("", |index| before[index])
    };
    if ADDED.contains(&back(1))
        || matches!(
            scene.lower(end),
            "more" | "additional" | "extra" | "new" | "fewer" | "others" | "further"
        )
    {
        return true;
    }
    // `rose by 3%`, `up 3%`, but `rose to 3%`
    let preposition = back(1);
    let mut at = head;
    if matches!(preposition, "by" | "a" | "an" | "of" | "the") {
        at = at.saturating_sub(1);
    }
    let verb = at.checked_sub(1).map_or("", |index| scene.lower(index));
    let adverb = verb.ends_with("ly");
    let verb = if adverb {
        at.checked_sub(2).map_or("", |index| scene.lower(index))
    } else {
        verb
    };
    let by = preposition == "by"
        && (first..head).any(|index| {
            RISES.contains(&scene.lower(index)) || MOVES.contains(&scene.lower(index))
        });
    // `the dam rises 185 meters above the gorge`
    let stands = measured
        && matches!(
            scene.lower(end),
            "above" | "high" | "tall" | "into" | "over"
        );
    if by
        || RISES.contains(&verb) && !matches!(preposition, "of" | "the") && !stands
        || preposition == "of" && CHANGES.contains(&verb)
    {
        return true;
    }
    // `an 8.2% rise`
    if measured
        && (CHANGES.contains(&scene.lower(end))
            || CHANGES.contains(&scene.lower(end + 1))
                && scene
                    .words
                    .get(end)
                    .is_some_and(|word| word.kind == WordKind::Word && !word.capital)
                && !matches!(
                    scene.lower(end),
                    "and" | "or" | "the" | "in" | "of" | "after" | "to" | "from" | "with" | "than"
                ))
    {
        return true;
    }
    let differs = matches!(scene.lower(tail), "more" | "fewer" | "less" | "other")
        && scene.lower(tail + 1) == "than";
    if differs || matches!(scene.lower(tail), "short" | "shy" | "ahead" | "behind") {
        return true;
    }
    // A sum of what was moved is a level.
    let summed = (first..head)
        .any(|index| matches!(scene.lower(index), "far" | "total" | "altogether" | "date"));
    // `sent all its 21 ships`: so many it has.
    let all = (1..=3).any(|steps| back(steps) == "all")
        && matches!(
            preposition,
            "all" | "its" | "their" | "the" | "his" | "her" | "our"
        );
    // `may withdraw 4,500 U.S. troops`
    !measured
        && !all
        && !summed
        && (head.saturating_sub(3).max(first)..head)
            .any(|index| MOVES.contains(&scene.lower(index)) && !is_own(scene, fact, index))
        && !matches!(preposition, "to" | "at")
}
