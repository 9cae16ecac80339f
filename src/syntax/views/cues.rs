//! What makes a clause denied, conditional, asked or future: words beside the verb, and its form.

use super::predicate::{auxiliaries, shared_with};
use crate::syntax::lexicon::{Class, classes};
use crate::syntax::parser::MAX_TOKENS;
use crate::syntax::sentence::Sentence;
use crate::syntax::tags::{Relation, Tag};

/// Whether the verb itself is negated: by a word beside it, its subject or object, or the verb to which it is joined.
pub(super) fn is_negated(sentence: &Sentence, verb: usize) -> bool {
    let negative = |index: usize| {
        matches!(
            sentence.lemma(index),
            "not"
                | "n't"
                | "never"
                | "no"
                | "neither"
                | "nor"
                | "none"
                | "nobody"
                | "nothing"
                | "hardly"
                | "scarcely"
                | "without"
        )
    };
    let children: Vec<usize> = sentence.children(verb).collect();
    let beside = children.iter().any(|child| {
        let adverb = matches!(
            sentence.relation(*child),
            Relation::Neg | Relation::Advmod | Relation::Preconj | Relation::Cc | Relation::Aux
        );
        // `not only`, `no less than`
        let only = matches!(
            sentence.lemma(*child + 1),
            "only" | "just" | "merely" | "simply" | "least"
        );
        // `nor` after another clause: `nor did it sink`
        adverb
            && negative(*child)
            && !only
            && (sentence.relation(*child) != Relation::Cc || *child < verb)
    });
    let no_longer = children.iter().any(|child| {
        sentence.lemma(*child).starts_with("long")
            && sentence
                .children(*child)
                .any(|below| sentence.lemma(below) == "no")
    });
    let arguments = children.iter().any(|child| {
        let argument = matches!(
            sentence.relation(*child),
            Relation::Nsubj
                | Relation::Nsubjpass
                | Relation::Dobj
                | Relation::Attr
                | Relation::Expl
        );
        let determiner = |below: usize| {
            let place = matches!(
                sentence.relation(below),
                Relation::Det | Relation::Preconj | Relation::Neg
            );
            place && matches!(sentence.lemma(below), "no" | "neither")
        };
        argument
            && (negative(*child) && sentence.lemma(*child) != "no"
                || sentence.children(*child).any(determiner))
    });
    let preposition = sentence
        .head(verb)
        .filter(|_| sentence.relation(verb) == Relation::Pcomp);
    let without = preposition.is_some_and(|head| {
        matches!(sentence.lemma(head), "without" | "instead")
            || sentence.lemma(head) == "of"
                && sentence
                    .head(head)
                    .is_some_and(|head| sentence.lemma(head) == "instead")
    });
    let shared = shared_with(sentence, verb).is_some_and(|first| {
        let cc = sentence
            .child(first, Relation::Cc)
            .map(|cc| sentence.lemma(cc));
        cc != Some("but")
            && auxiliaries(sentence, verb) == auxiliaries(sentence, first)
            && is_negated(sentence, first)
    });
    beside || no_longer || arguments || without || shared
}

/// Whether a clause depends on a condition: `If it rains, the port closes.`
pub(super) fn has_condition(sentence: &Sentence, verb: usize) -> bool {
    let asks = classes(sentence.lemma(verb), sentence.tag(verb)).has(Class::Ask);
    let mut clauses = sentence.children(verb);
    !asks
        && clauses.any(|child| {
            sentence.relation(child) == Relation::Advcl && is_condition(sentence, child)
        })
}

/// Whether the clause is a condition: `if`, `unless`, `had it sunk`.
pub(super) fn is_condition(sentence: &Sentence, verb: usize) -> bool {
    let marked = |verb: usize| {
        sentence.children(verb).any(|child| {
            let mark = matches!(
                sentence.relation(child),
                Relation::Mark | Relation::Advmod | Relation::Prep
            );
            mark && matches!(
                sentence.lemma(child),
                "if" | "unless" | "whether" | "provided" | "assuming" | "lest"
            )
        })
    };
    let adverbial = matches!(
        sentence.relation(verb),
        Relation::Advcl | Relation::Ccomp | Relation::Pcomp
    );
    let inverted = sentence.relation(verb) == Relation::Advcl
        && sentence.child(verb, Relation::Mark).is_none()
        && auxiliaries(sentence, verb)
            .first()
            .is_some_and(|auxiliary| {
                let subject = sentence
                    .child(verb, Relation::Nsubj)
                    .or(sentence.child(verb, Relation::Nsubjpass));
                matches!(sentence.lemma(*auxiliary), "have" | "should")
                    && subject.is_some_and(|subject| *auxiliary < subject)
            });
    // `Had the dam burst, …`, with `burst` taken for a noun
    let had = sentence.relation(verb) == Relation::Advcl
        && sentence.tag(verb) == Tag::Vbd
        && sentence.lemma(verb) == "have"
        && sentence.children(verb).all(|child| child > verb);
    let shared = shared_with(sentence, verb).is_some_and(|first| is_condition(sentence, first));
    adverbial && marked(verb) || inverted || had || shared
}

/// `claims` of `rejected claims that it sank`, `evidence` of `no evidence that it sank`.
pub(super) fn is_denied_noun(sentence: &Sentence, noun: usize) -> bool {
    let no = sentence
        .children(noun)
        .any(|child| sentence.lemma(child) == "no");
    let verb = sentence
        .head(noun)
        .filter(|_| sentence.relation(noun) == Relation::Dobj);
    no || verb
        .is_some_and(|verb| classes(sentence.lemma(verb), sentence.tag(verb)).has(Class::Deny))
}

/// Whether a question mark closes the sentence, or the quotation in it, that a verb is in.
///
/// In `“Did it sink?” she said` only `sink` is asked.
pub(super) fn is_question(sentence: &Sentence, verb: usize) -> bool {
    let is_quote = |index: usize| {
        matches!(sentence.tag(index), Tag::OpenQuote | Tag::CloseQuote)
            || matches!(sentence.lemma(index), "\"" | "“" | "”")
    };
    // No tree reaches further.
    let end = sentence.tokens().len().min(verb + MAX_TOKENS);
    let mark = (verb + 1..end).find(|index| sentence.lemma(*index) == "?");
    let Some(mark) = mark else { return false };
    if !is_quote(mark + 1) {
        return true;
    }
    let start = mark.saturating_sub(MAX_TOKENS);
    let opening = (start..mark).rev().find(|index| is_quote(*index));
    opening.is_none_or(|opening| opening < verb)
}

/// `Sell the ferry!`: a base form without a subject or `to`, as the root.
pub(super) fn is_imperative(sentence: &Sentence, verb: usize) -> bool {
    sentence.tag(verb) == Tag::Vb
        && matches!(sentence.relation(verb), Relation::Root | Relation::Ccomp)
        && sentence.children(verb).all(|child| {
            !matches!(
                sentence.relation(child),
                Relation::Nsubj
                    | Relation::Nsubjpass
                    | Relation::Aux
                    | Relation::Auxpass
                    | Relation::Expl
            )
        })
}

/// `going` of `is going to sink`, `is` of `is to sink`.
pub(super) fn is_future_auxiliary(sentence: &Sentence, verb: usize) -> bool {
    match sentence.lemma(verb) {
        "go" => sentence.tag(verb) == Tag::Vbg && !auxiliaries(sentence, verb).is_empty(),
        "be" => {
            let present = matches!(sentence.tag(verb), Tag::Vbz | Tag::Vbp);
            present
                && sentence
                    .child(verb, Relation::Attr)
                    .or(sentence.child(verb, Relation::Acomp))
                    .is_none()
        }
        _ => false,
    }
}
