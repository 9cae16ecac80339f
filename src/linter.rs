//! The whole way from an article to its findings: a stand-in that finds rejected names only.

use std::collections::BTreeMap;

use crate::article::Article;
use crate::facts::{Fact, Kind, Severity};
use crate::finding::{Finding, Fix, Location};
use crate::packs::Packs;
use crate::span::Span;

/// Compiled facts and checks, ready for many articles at once.
#[derive(Debug, Default)]
pub struct Linter {
    facts: Vec<Fact>,
}

/// What a user may set.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The id of a check → its severity, or None for off.
    pub checks: BTreeMap<String, Option<Severity>>,
}

impl Linter {
    /// Compiles the facts.
    pub fn new(packs: &Packs, settings: &Settings) -> Linter {
        let _ = settings;
        Linter {
            facts: packs.facts.clone(),
        }
    }

    /// Every finding in an article, sorted by start, then fact.
    pub fn check(&self, article: &Article) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (number, part) in article.parts.iter().enumerate() {
            for fact in &self.facts {
                let Kind::Entity(entity) = &fact.kind else {
                    continue;
                };
                for wrong in &entity.reject {
                    for (at, _) in part.source.match_indices(wrong.as_str()) {
                        let span = Span::new(at, at + wrong.len());
                        let place = |at: usize| {
                            let before = &part.source[..at];
                            let start = before.rfind('\n').map_or(0, |at| at + 1);
                            (
                                before.matches('\n').count() + 1,
                                before[start..].chars().count() + 1,
                            )
                        };
                        let (line, column) = place(span.start);
                        let (end_line, end_column) = place(span.end);
                        findings.push(Finding {
                            fact: fact.id.clone(),
                            kind: fact.kind.name(),
                            severity: fact.severity,
                            reason: None,
                            message: format!("The name is {}, not {wrong}.", entity.name),
                            found: wrong.clone(),
                            expected: Some(entity.name.clone()),
                            at: Location {
                                part: number,
                                source: span,
                                disk: part.disk(span),
                                line,
                                column,
                                end_line,
                                end_column,
                            },
                            in_quote: false,
                            fix: Some(Fix {
                                text: entity.name.clone(),
                                safe: true,
                            }),
                            related: Vec::new(),
                            sources: fact.sources.clone(),
                            note: fact.note.clone(),
                            since: None,
                            defined_in: Some(fact.defined_in.clone()),
                        });
                    }
                }
            }
        }
        findings.sort_by(|a, b| (a.at.source, &a.fact).cmp(&(b.at.source, &b.fact)));
        findings
    }
}
