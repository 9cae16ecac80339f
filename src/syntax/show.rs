//! Trees and views as text, one line each: for `factlint inspect --syntax` and for the tables in `tests/syntax`.

use std::fmt::Write as _;

use super::sentence::Sentence;
use super::views::{Adjunct, Clause, Link, NounPhrase, Prepositional};

/// The words of a stretch as they are written.
fn written(sentence: &Sentence, text: &str, index: usize) -> String {
    sentence
        .token(index)
        .map_or(String::new(), |token| token.written(text).to_string())
}

fn quoted(sentence: &Sentence, text: &str, index: usize) -> String {
    format!("`{}`", written(sentence, text, index))
}

/// The tree, a line for each token, indented below its head; children before and after their head stay in order.
///
/// `ferries  NNS  ferry  nsubj  9.14`: the form, tag, lemma, relation and margin.
pub fn tree(sentence: &Sentence, text: &str) -> String {
    let mut out = String::new();
    let mut open: Vec<(usize, usize)> = sentence.roots().map(|root| (root, 0)).collect();
    open.reverse();
    while let Some((index, depth)) = open.pop() {
        let Some(token) = sentence.token(index) else {
            continue;
        };
        let indent = "  ".repeat(depth.min(40));
        let _ = write!(out, "{indent}{}  {}", token.written(text), token.tag);
        if *token.lemma != *token.written(text) {
            let _ = write!(out, "  {}", token.lemma);
        }
        let _ = write!(out, "  {}", token.relation);
        match token.head {
            Some(_) => {
                let _ = writeln!(
                    out,
                    "  {}.{:02}",
                    token.margin.0 / 100,
                    token.margin.0 % 100
                );
            }
            None => out.push('\n'),
        }
        let children: Vec<usize> = sentence.children(index).collect();
        open.extend(children.into_iter().rev().map(|child| (child, depth + 1)));
    }
    out
}

/// A noun phrase: ``the city's 12 ferries: head `ferries`; quantity `12`; possessor `city` ``.
pub fn noun_phrase(phrase: &NounPhrase, sentence: &Sentence, text: &str) -> String {
    let quoted = |index: usize| quoted(sentence, text, index);
    let mut parts = vec![format!("head {}", quoted(phrase.head))];
    let mut one = |name: &str, index: Option<usize>| {
        parts.extend(index.map(|index| format!("{name} {}", quoted(index))));
    };
    one("determiner", phrase.determiner);
    one("possessor", phrase.possessor);
    if let Some(quantity) = &phrase.quantity {
        let words = text.get(quantity.span.range()).unwrap_or_default();
        parts.push(format!("quantity `{words}`"));
    }
    let list = |name: &str, indices: &[usize]| {
        let words: Vec<String> = indices.iter().map(|index| quoted(*index)).collect();
        (!words.is_empty()).then(|| format!("{name} {}", words.join(", ")))
    };
    parts.extend(list("modifiers", &phrase.modifiers));
    parts.extend(
        phrase
            .prepositions
            .iter()
            .map(|phrase| prepositional(phrase, sentence, text)),
    );
    parts.extend(
        phrase
            .apposition
            .map(|index| format!("apposition {}", quoted(index))),
    );
    parts.extend(
        phrase
            .clause
            .map(|index| format!("clause {}", quoted(index))),
    );
    parts.extend(list("joined", &phrase.conjuncts));
    let words = text.get(phrase.span.range()).unwrap_or_default();
    format!("{words}: {}", parts.join("; "))
}

fn prepositional(phrase: &Prepositional, sentence: &Sentence, text: &str) -> String {
    let preposition = written(sentence, text, phrase.preposition);
    format!("{preposition} {}", quoted(sentence, text, phrase.object))
}

/// A clause: `main sank: past, asserted; subject `ferry`; adjuncts in `2024``.
pub fn clause(clause: &Clause, sentence: &Sentence, text: &str) -> String {
    let quoted = |index: usize| quoted(sentence, text, index);
    let predicate = &clause.predicate;
    let words: Vec<String> = predicate
        .auxiliaries
        .iter()
        .chain([&predicate.verb])
        .chain(&predicate.particle)
        .map(|index| written(sentence, text, *index))
        .collect();
    let mut form = vec![predicate.tense.name(), predicate.mood.name()];
    form.extend(predicate.negated.then_some("negated"));
    form.extend(predicate.passive.then_some("passive"));
    let mut parts = vec![form.join(", ")];
    let mut one = |name: &str, index: Option<usize>| {
        parts.extend(index.map(|index| format!("{name} {}", quoted(index))));
    };
    one("source", predicate.source);
    one("subject", clause.subject);
    one("agent", clause.agent);
    for object in &clause.objects {
        one("object", Some(*object));
    }
    one("complement", clause.complement);
    one("parent", clause.parent);
    let adjuncts: Vec<String> = clause
        .adjuncts
        .iter()
        .map(|adjunct| match adjunct {
            Adjunct::Prepositional {
                preposition,
                object,
            } => {
                let phrase = Prepositional {
                    preposition: *preposition,
                    object: *object,
                };
                prepositional(&phrase, sentence, text)
            }
            Adjunct::Noun(index) | Adjunct::Adverb(index) => quoted(*index),
        })
        .collect();
    if !adjuncts.is_empty() {
        parts.push(format!("adjuncts {}", adjuncts.join(", ")));
    }
    format!(
        "{} {}: {}",
        clause.kind.name(),
        words.join(" "),
        parts.join("; ")
    )
}

/// A link: ``copula: nsubj ↑ `is` ↓ attr``, with the rival if there is one.
pub fn link(link: &Link, sentence: &Sentence, text: &str) -> String {
    let mut out = format!("{}:", link.tie.name());
    for relation in &link.up {
        let _ = write!(out, " {relation}↑");
    }
    if let Some(top) = link.top {
        let _ = write!(out, " {}", quoted(sentence, text, top));
    }
    for relation in &link.down {
        let _ = write!(out, " ↓{relation}");
    }
    if link.crosses_clause {
        out.push_str("; crosses a clause");
    }
    if let Some(rival) = link.rival {
        let _ = write!(out, "; rival {}", quoted(sentence, text, rival));
    }
    out
}
