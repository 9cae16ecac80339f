//! Comments in an article: `<!-- factlint-ignore some-fact: the reason -->` for the next block, `factlint-ignore-file` for
//! all of it.

use std::sync::Arc;

use super::known::{Known, Pattern};
use crate::article::{Article, Comment};
use crate::finding::Finding;
use crate::report::{Problem, ProblemKind, Source};
use crate::span::Span;

const HOW: &str = "write `<!-- factlint-ignore some-fact: the reason -->` above the paragraph, or `factlint-ignore-file`";

/// A comment that can be followed.
struct Ignore {
    comment: Comment,
    names: Vec<(String, Pattern)>,
    /// Where it holds: None for the whole file.
    block: Option<Span>,
    used: Vec<bool>,
}

/// Takes out what the article's comments ignore, and tells those that are no use.
pub fn apply(article: &Article, findings: &mut Vec<Finding>, known: &Known) -> Vec<Problem> {
    if article.comments.is_empty() {
        return Vec::new();
    }
    let mut problems = Problems::new(article);
    let comments = article.comments.iter();
    let mut ignores: Vec<Ignore> = comments
        .filter_map(|comment| read(article, *comment, known, &mut problems))
        .collect();
    findings.retain(|finding| {
        let mut kept = true;
        for ignore in ignores.iter_mut().filter(|ignore| ignore.holds(finding)) {
            let names = ignore.names.iter().zip(&mut ignore.used);
            for ((_, pattern), used) in names {
                if pattern.fits(&finding.fact, finding.kind) {
                    *used = true;
                    kept = false;
                }
            }
        }
        kept
    });
    for ignore in &ignores {
        let names = ignore.names.iter().zip(&ignore.used);
        for ((name, pattern), used) in names {
            if !used && known.names(pattern) {
                let message = format!("this comment ignores `{name}`, but nothing is found there");
                problems.add(
                    ProblemKind::UnusedIgnore,
                    ignore.comment,
                    message,
                    "take it out",
                );
            }
        }
    }
    problems.list
}

impl Ignore {
    fn holds(&self, finding: &Finding) -> bool {
        let at = &finding.at;
        let inside = |block: Span| block.start <= at.source.start && at.source.start < block.end;
        at.part == self.comment.part && self.block.is_none_or(inside)
    }
}

fn read(
    article: &Article,
    comment: Comment,
    known: &Known,
    problems: &mut Problems,
) -> Option<Ignore> {
    let part = article.parts.get(comment.part)?;
    let text = comment.span.of(&part.source);
    let text = text
        .trim_start_matches("<!--")
        .trim_end_matches("-->")
        .trim();
    let end = text.find(|c: char| c.is_whitespace() || c == ':');
    let (word, rest) = text.split_at(end.unwrap_or(text.len()));
    let file = match word {
        "factlint-ignore" => false,
        "factlint-ignore-file" => true,
        _ => {
            let message = format!("`{word}` is no comment that factlint knows");
            problems.add(ProblemKind::UnknownId, comment, message, HOW);
            return None;
        }
    };
    // The id of a check has a colon in it, but no space behind that.
    let (names, reason) = match rest.split_once(": ") {
        Some((names, reason)) => (names, reason.trim()),
        None => (rest.trim_end_matches(':'), ""),
    };
    let names: Vec<&str> = names
        .split([',', ' '])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    if names.is_empty() || reason.is_empty() {
        let message = match names.is_empty() {
            true => "this comment does not say what to ignore",
            false => "this comment does not say why; it is not followed",
        };
        problems.add(ProblemKind::UnusedIgnore, comment, message.into(), HOW);
        return None;
    }
    let names: Vec<(String, Pattern)> = names
        .into_iter()
        .map(|name| (name.to_string(), Pattern::new(name)))
        .collect();
    for (name, pattern) in &names {
        if !known.names(pattern) {
            let message = format!("no fact, kind or check is called `{name}`");
            problems.add(ProblemKind::UnknownId, comment, message, &known.help(name));
        }
    }
    let mut blocks = part.blocks.iter().map(crate::article::Block::source);
    let block = blocks
        .find(|block| block.end > comment.span.end)
        .unwrap_or(Span::new(comment.span.end, comment.span.end));
    Some(Ignore {
        comment,
        used: vec![false; names.len()],
        names,
        block: (!file).then_some(block),
    })
}

/// Problems of an article, at their places.
struct Problems<'a> {
    article: &'a Article,
    source: Option<Arc<Source>>,
    list: Vec<Problem>,
}

impl<'a> Problems<'a> {
    fn new(article: &'a Article) -> Self {
        Problems {
            article,
            source: None,
            list: Vec::new(),
        }
    }

    fn add(&mut self, kind: ProblemKind, comment: Comment, message: String, help: &str) {
        let Some(part) = self.article.parts.get(comment.part) else {
            return;
        };
        let source = self.source.get_or_insert_with(|| {
            let name = self.article.name.as_str();
            Arc::new(Source::new(name, part.source.as_str()))
        });
        let mut problem = Problem::new(kind, self.article.name.as_str(), message)
            .mark(source, comment.span, "this comment")
            .help(help);
        let line = source.line(comment.span.start);
        problem.place = Some((part.disk(comment.span), line));
        self.list.push(problem);
    }
}
