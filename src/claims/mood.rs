//! Sentences that claim nothing: corrections, denials, wishes and questions.

use crate::claims::construction::{self, Construction, row};
use crate::claims::scene::Scene;
use crate::claims::words::WordKind;
use crate::claims::{Claim, Known, StatedValue};
use crate::facts::Kind;
use crate::language::corrections;
use crate::mentions::Use;
use crate::span::Span;

/// Constructions that deny, correct or only wish what `{Y}` says, in its own clause. The examples are about `Norland`, which
/// has 12,400 soldiers.
#[rustfmt::skip]
pub(crate) const DENIED: &[Construction] = &[
    row("not|isn't|wasn't|never|longer the? true|correct|accurate|right|case|so that ~ {Y}", "It is not true that Norland has 14,200 soldiers."),
    row("false|untrue|wrong|incorrect|inaccurate|nonsense|mistaken|misleading|absurd|lie|myth that|to ~ {Y}", "It is false that Norland has 14,200 soldiers."),
    row("the|a|this|any|such|of|false|old|popular|widespread|despite|no|repeated|his|her|its|their|to|'s claim|claims|lies that ~ {Y}", "The claim that Norland has 14,200 soldiers spread fast."),
    row("rumor|rumors|rumour|rumours|myth|lie|allegation|allegations|misconception|falsehood|hoax that ~ {Y}", "Rumors that Norland has 14,200 soldiers spread fast."),
    row("report|reports|suggestion|suggestions|notion|idea|belief|statement|assertion|assumption|story|post|posts that ~ {Y} ~ is|was|are|were|as … false|untrue|wrong|incorrect|inaccurate|baseless|unfounded|mistaken|misleading|nonsense|fake|denied|refuted|debunked|true", "The report that Norland has 14,200 soldiers was quickly denied."),
    row("deny|denied|denies|denying|refuted|refutes|refute|refuting|rejected|rejects|rejecting|dismissed|dismisses|disproved|debunked|doubted|doubts|disputed|disputes … that ~ {Y}", "The minister denied that Norland has 14,200 soldiers."),
    row("deny|denied|denies|denying … {Y}", "The minister denied keeping 14,200 soldiers in Norland."),
    row("that ~ {Y} ~ is|was|are|were … false|untrue|incorrect|baseless|unfounded|nonsense", "That Norland has 14,200 soldiers is simply false."),
    row("{Y} … , which is|was … not|never|n't|hardly true|correct|right|so", "Norland has 14,200 soldiers, which is not true."),
    row("{Y} … , which is|was … false|untrue|wrong|incorrect|nonsense", "Norland has 14,200 soldiers in all, which is plainly false."),
    row("contrary to … that ~ {Y}", "Contrary to reports that Norland has 14,200 soldiers, it has fewer."),
    row("falsely|wrongly|incorrectly|mistakenly|erroneously said|says|claimed|claims|stated|states|reported|reports|wrote|writes|told|gave|put|suggested|believed ~ {Y}", "A post wrongly claimed that Norland has 14,200 soldiers."),
    row("misstat*|misreport*|misremember*|misquot* ~ {Y}", "The minister misstated the soldiers of Norland as 14,200 soldiers."),
    row("nobody|few believe|believes|think|thinks|claim|claims|say|says|pretends that ~ {Y}", "Nobody believes that Norland has 14,200 soldiers."),
    row("whether … {Y}", "The council asked whether Norland has 14,200 soldiers."),
    row("wish|wishes|wished|wishing|hope|hopes|hoped|demanded|demands|pretended|pretends|imagine|suppose that ~ {Y}", "The minister wishes that Norland had 14,200 soldiers."),
];

/// Words before a verb of denial that turn it round: `nobody disputes that` denies nothing.
#[rustfmt::skip]
const NEGATED: &[&str] = &[
    "nobody", "no", "none", "never", "not", "neither", "cannot", "can't", "hardly", "few", "didn't", "doesn't", "don't", "couldn't",
    "won't", "nor", "one", "without",
];

/// Verbs of denial that such words turn round.
#[rustfmt::skip]
const DENIES: &[&str] = &[
    "deny", "denied", "denies", "dispute", "disputed", "disputes", "doubt", "doubted", "doubts", "refuted", "reject", "rejected",
    "rejects", "question", "questioned",
];

/// Whether the sentence is part of a notice that corrects the article: it says so itself, the heading above it does, or what
/// follows (`That was wrong.`).
pub(crate) fn is_correction(scene: &Scene) -> bool {
    let text = scene.page.text;
    let sentences = text.sentences();
    let block = sentences[scene.index].block;
    if corrections::is_correction(scene.slice(scene.span)) {
        return true;
    }
    let retracted = sentences.get(scene.index + 1).is_some_and(|next| {
        next.block == block && corrections::is_retraction(next.span.of(text.as_str()))
    });
    let is_heading = |block: usize| {
        text.blocks().get(block).is_some_and(|block| {
            block.span.len() < LONGEST_HEADING
                && corrections::is_correction(block.span.of(text.as_str()))
        })
    };
    // `Corrections and clarifications`: a heading of its own, or of the whole page.
    retracted || block.checked_sub(1).is_some_and(is_heading) || is_heading(0)
}

/// A heading that says that a mistake follows is no longer, in bytes.
const LONGEST_HEADING: usize = 40;

/// Whether the words of a claim are denied, only wished for or asked after, and so claim nothing. How a name is written is
/// no matter of mood.
pub(crate) fn claims_nothing(scene: &Scene, known: &Known, claim: &Claim) -> bool {
    let written = |value: &StatedValue| matches!(value, StatedValue::Written(_));
    if claim.cells.iter().any(|cell| written(&cell.value)) {
        return false;
    }
    let Some(span) = claim.cells.iter().map(|cell| cell.span).reduce(Span::to) else {
        return false;
    };
    is_denied(scene, span) || is_asked(scene, known, claim, span)
}

fn is_denied(scene: &Scene, span: Span) -> bool {
    let clause = scene.clause(span.start);
    // `…, which is not true`
    let judged = scene.clauses.iter().find(|next| next.start >= clause.end);
    let judged = judged.filter(|next| scene.lower(scene.word_from(next.start)) == "which");
    let within = judged.map_or(clause, |judged| clause.to(*judged)).to(span);
    construction::is_in(scene, span, DENIED, within) && !is_affirmed(scene, clause, span)
}

/// Whether the clause denies a denial: `Nobody disputes that …`.
fn is_affirmed(scene: &Scene, clause: Span, span: Span) -> bool {
    let before = Span::new(clause.start, span.start.max(clause.start));
    let mut range = scene.word_range(before);
    range.any(|index| {
        let negated = (1..=3).any(|steps| {
            index
                .checked_sub(steps)
                .is_some_and(|at| NEGATED.contains(&scene.lower(at)))
        });
        negated && DENIES.contains(&scene.lower(index))
    })
}

/// Words before the first of a question.
const LEADS: &[&str] = &["so", "but", "and", "or", "then", "now", "yet", "well"];

/// Helpers that begin a question about the predicate.
#[rustfmt::skip]
const HELPERS: &[&str] = &[
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "can", "could", "will", "would", "should", "may", "might",
    "must", "am", "isn't", "aren't", "wasn't", "weren't", "don't", "doesn't", "didn't", "hasn't", "haven't", "won't", "can't",
];

/// Whether a question asks what the words state: `Does Norland have 14,200 soldiers?` What it presupposes it claims: an
/// attribute (`Will Norland's 14,200 soldiers stay?`), an insertion between commas, and all of `Why does Norland keep …?`.
fn is_asked(scene: &Scene, known: &Known, claim: &Claim, span: Span) -> bool {
    let sentence = scene.slice(scene.span);
    let bare = sentence.trim_end_matches(|c: char| !(c.is_alphanumeric() || c == '?'));
    if !bare.ends_with('?') {
        return false;
    }
    let is_sign = |index: usize| scene.words[index].kind == WordKind::Sign;
    let first = (0..scene.words.len())
        .find(|index| !is_sign(*index) && !LEADS.contains(&scene.lower(*index)));
    let Some(first) = first else {
        return false;
    };
    let start = scene.word_from(span.start);
    // `May I point out that …?`, `Did you know that …?` ask no question of fact.
    let helper = |index: usize| {
        HELPERS.contains(&scene.lower(index))
            && !matches!(scene.lower(index + 1), "i" | "you" | "we")
    };
    let inverted = helper(first)
        || (first + 1..start).any(|index| scene.is_sign(index - 1, ",") && helper(index));
    let what_if = scene.lower(first) == "what" && scene.lower(first + 1) == "if";
    let how_many = scene.lower(first) == "how" && matches!(scene.lower(first + 1), "many" | "much");
    // `Norland has 14,200 soldiers?`
    let place = scene.words[first].span;
    let mut own = scene.hits.iter().filter(|hit| hit.is_of(claim.fact));
    let stated = own.any(|hit| hit.span.contains(place))
        && !(start..scene.words.len()).any(|index| scene.is_sign(index, ":"));
    (inverted || what_if || how_many || stated) && !is_presupposed(scene, known, claim, span)
}

/// Whether the words of a claim are an attribute or an insertion, whatever the sentence asks.
fn is_presupposed(scene: &Scene, known: &Known, claim: &Claim, span: Span) -> bool {
    let words = scene.word_range(span);
    let comma = |index: usize| {
        [",", "(", ")", "—"]
            .iter()
            .any(|sign| scene.is_sign(index, sign))
    };
    let before = (0..words.start).rev().take(10).any(comma);
    let after = (words.end..scene.words.len()).take(10).any(comma);
    if before && after {
        return true;
    }
    if matches!(known.facts[claim.fact].kind, Kind::Office(_)) {
        let start = claim
            .cells
            .first()
            .map_or(span.start, |cell| cell.span.start);
        let title = |index: usize| {
            let end = scene.words[index].span.end;
            let titled = |hit: &crate::mentions::Hit| hit.is_any(|r#use| r#use == Use::Title);
            scene.hit_before(end, titled).is_some()
        };
        return scene.word_from(start).checked_sub(1).is_some_and(title);
    }
    // `the 14,200 soldiers`, `Norland's nearly 14,200 soldiers`
    let number = claim
        .cells
        .iter()
        .map(|cell| cell.span.start)
        .min()
        .unwrap_or(span.start);
    let at = scene.word_from(number);
    (at.saturating_sub(3)..at).any(|index| {
        scene.words[index].kind == WordKind::Possessive
            || matches!(
                scene.lower(index),
                "the" | "its" | "their" | "his" | "her" | "our" | "these" | "those" | "this"
            )
    })
}
