//! What `factlint inspect --syntax` shows: sentences, tokens, trees and views, as text and as JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::article::Article;
use crate::span::Span;
use crate::syntax::reference::antecedent;
use crate::syntax::speech::speeches;
use crate::syntax::views::{Clause, NounPhrase};
use crate::syntax::{Parser, Sentence, show};
use crate::text::Text;

/// The sentences of an article and their trees, by paragraph.
struct Parsed<'a> {
    article: &'a Article,
    text: &'a Text,
    paragraphs: Vec<Vec<Sentence>>,
}

impl<'a> Parsed<'a> {
    fn new(article: &'a Article, text: &'a Text) -> Self {
        let mut parser = Parser::new();
        let mut paragraphs: Vec<Vec<Sentence>> = Vec::new();
        let mut last = None;
        for sentence in text.sentences() {
            if last != Some(sentence.block) {
                paragraphs.push(Vec::new());
                last = Some(sentence.block);
            }
            let tree = parser.parse(text.as_str(), sentence.span);
            if let Some(paragraph) = paragraphs.last_mut() {
                paragraph.push(tree);
            }
        }
        Parsed {
            article,
            text,
            paragraphs,
        }
    }

    /// Bytes of the file on disk (of a packed part, of its text).
    fn place(&self, span: Span) -> Span {
        let place = self.text.place(span);
        let part = self.article.parts.get(place.part);
        part.map_or(place.span, |part| part.disk(place.span))
    }

    fn written(&self, span: Span) -> &str {
        self.text.as_str().get(span.range()).unwrap_or_default()
    }

    /// Pronouns and descriptions of a sentence: the token, and the sentence and token that it may refer to.
    fn references(paragraph: &[Sentence], number: usize) -> Vec<(usize, usize, usize)> {
        let (Some(upto), Some(sentence)) = (paragraph.get(..=number), paragraph.get(number)) else {
            return Vec::new();
        };
        let tokens = 0..sentence.tokens().len();
        tokens
            .filter_map(|token| {
                let found = antecedent(upto, token)?;
                Some((token, found.sentence, found.token))
            })
            .collect()
    }
}

/// The sentences with their trees, clauses and noun phrases, each indented below the other.
pub fn plain(article: &Article, text: &Text) -> String {
    let parsed = Parsed::new(article, text);
    let mut out = String::new();
    for paragraph in &parsed.paragraphs {
        for (number, sentence) in paragraph.iter().enumerate() {
            let place = parsed.place(sentence.span);
            let _ = writeln!(
                out,
                "{}-{}  {}",
                place.start,
                place.end,
                parsed.written(sentence.span)
            );
            for line in show::tree(sentence, text.as_str()).lines() {
                let _ = writeln!(out, "  {line}");
            }
            for clause in Clause::all(sentence) {
                let _ = writeln!(
                    out,
                    "  clause  {}",
                    show::clause(&clause, sentence, text.as_str())
                );
            }
            for phrase in NounPhrase::all(sentence) {
                let _ = writeln!(
                    out,
                    "  phrase  {}",
                    show::noun_phrase(&phrase, sentence, text.as_str())
                );
            }
            for (token, of, antecedent) in Parsed::references(paragraph, number) {
                let word = |sentence: &Sentence, token: usize| {
                    let token = sentence.token(token).map(|token| token.span);
                    token.map_or("", |span| parsed.written(span)).to_string()
                };
                let target = paragraph.get(of).map(|sentence| word(sentence, antecedent));
                let _ = writeln!(
                    out,
                    "  refers  {}: `{}`",
                    word(sentence, token),
                    target.unwrap_or_default()
                );
            }
        }
        for speech in speeches(paragraph, text.speech()) {
            let speaker = speech
                .speaker
                .and_then(|speaker| paragraph.get(speaker.sentence)?.token(speaker.token));
            let speaker = speaker.map_or("nobody", |token| parsed.written(token.span));
            let _ = writeln!(out, "  speech  {speaker}: {}", parsed.written(speech.span));
        }
    }
    out
}

/// The same as JSON: an array of sentences.
///
/// `start` and `end` are bytes of the file on disk; `head`, `subject` and the like are indices of tokens in the
/// sentence; a margin is in hundredths, null for a root.
pub fn values(article: &Article, text: &Text) -> Value {
    let parsed = Parsed::new(article, text);
    let mut sentences = Vec::new();
    for paragraph in &parsed.paragraphs {
        let first = sentences.len();
        for (number, sentence) in paragraph.iter().enumerate() {
            let span = parsed.place(sentence.span);
            let references = Parsed::references(paragraph, number);
            let references = references.into_iter().map(|(token, of, antecedent)| {
                json!({ "token": token, "sentence": first + of, "antecedent": antecedent })
            });
            sentences.push(json!({
                "start": span.start,
                "end": span.end,
                "tokens": tokens(&parsed, sentence),
                "clauses": Clause::all(sentence).map(|clause| clause_value(&clause)).collect::<Value>(),
                "phrases": NounPhrase::all(sentence).map(|phrase| phrase_value(&parsed, &phrase)).collect::<Value>(),
                "references": references.collect::<Value>(),
            }));
        }
        for speech in speeches(paragraph, text.speech()) {
            let span = parsed.place(speech.span);
            let speaker = speech.speaker.map(
                |speaker| json!({ "sentence": first + speaker.sentence, "token": speaker.token }),
            );
            let spoken = json!({ "start": span.start, "end": span.end, "speaker": speaker });
            let mut of = sentences.iter_mut().skip(first);
            let holds = |sentence: &Value| {
                let end = sentence.get("end").and_then(Value::as_u64);
                end.is_some_and(|end| end as usize >= span.start)
            };
            if let Some(sentence) = of.find(|sentence| holds(sentence)) {
                let list = sentence
                    .as_object_mut()
                    .map(|sentence| sentence.entry("speech").or_insert(json!([])));
                if let Some(Value::Array(list)) = list {
                    list.push(spoken);
                }
            }
        }
    }
    Value::Array(sentences)
}

fn tokens(parsed: &Parsed, sentence: &Sentence) -> Value {
    let tokens = sentence.tokens().iter().map(|token| {
        let span = parsed.place(token.span);
        json!({
            "start": span.start,
            "end": span.end,
            "text": parsed.written(token.span),
            "tag": token.tag.name(),
            "lemma": &*token.lemma,
            "head": token.head,
            "relation": token.relation.name(),
            "margin": token.head.map(|_| token.margin.0),
        })
    });
    tokens.collect()
}

fn clause_value(clause: &Clause) -> Value {
    let predicate = &clause.predicate;
    let classes: Value = predicate.classes.iter().map(|class| class.name()).collect();
    json!({
        "kind": clause.kind.name(),
        "verb": predicate.verb,
        "classes": classes,
        "tense": predicate.tense.name(),
        "mood": predicate.mood.name(),
        "negated": predicate.negated,
        "passive": predicate.passive,
        "source": predicate.source,
        "subject": clause.subject,
        "agent": clause.agent,
        "objects": clause.objects,
        "complement": clause.complement,
        "parent": clause.parent,
    })
}

fn phrase_value(parsed: &Parsed, phrase: &NounPhrase) -> Value {
    let span = parsed.place(phrase.span);
    let prepositions: Value = phrase
        .prepositions
        .iter()
        .map(|phrase| json!({ "preposition": phrase.preposition, "object": phrase.object }))
        .collect();
    json!({
        "start": span.start,
        "end": span.end,
        "head": phrase.head,
        "determiner": phrase.determiner,
        "numbers": phrase.quantity.as_ref().map(|quantity| &quantity.numbers),
        "possessor": phrase.possessor,
        "modifiers": phrase.modifiers,
        "prepositions": prepositions,
        "apposition": phrase.apposition,
        "clause": phrase.clause,
        "joined": phrase.conjuncts,
    })
}
