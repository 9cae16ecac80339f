//! The way from rule files to facts.

use std::borrow::Cow;

use rayon::prelude::*;

use super::decode::{At, Context, Node, end_of};
use super::ids::{self, Id, Ids, is_kebab, kebab};
use super::outline::{Entry, Outline};
use super::problem::Problems;
use super::syntax::{self, Lines, Parsed, Tree};
use super::table::Table;
use super::{Pack, PackSource, Packs, Problem, RuleTest, common, pack, test};
use crate::facts::{Fact, Origin};
use crate::span::Span;

/// Reads and validates rule files, all of them in one go.
///
/// # Errors
/// Every mistake of every file, in the order of the files and of their places.
pub fn load(sources: Vec<PackSource>) -> Result<Packs, Vec<Problem>> {
    let parse = |(file, source)| {
        let mut problems = Problems::default();
        (syntax::parse(file, source, &mut problems), problems)
    };
    let parsed: Vec<(Parsed<'_>, Problems)> = sources.par_iter().enumerate().map(parse).collect();
    let mut syntax = Problems::default();
    let mut problems = Problems::default();
    let parsed: Vec<Parsed<'_>> = parsed
        .into_iter()
        .map(|(parsed, problems)| {
            syntax.append(problems);
            parsed
        })
        .collect();
    let trees: Vec<Cow<'_, Tree<'_>>> = parsed
        .iter()
        .map(|parsed| match &parsed.mended {
            Some(text) => Cow::Owned(syntax::reparse(text)),
            None => Cow::Borrowed(&parsed.tree),
        })
        .collect();
    let outlines: Vec<Outline<'_>> = sources
        .iter()
        .zip(&trees)
        .enumerate()
        .map(|(file, (source, tree))| Outline::new(file, source, tree, &mut problems))
        .collect();
    let (ids, own) = gather(&sources, &parsed, &outlines, &mut problems);
    let mut facts = Vec::new();
    let mut packs = Vec::new();
    let mut own = own.into_iter();
    for (file, (source, outline)) in sources.iter().zip(&outlines).enumerate() {
        let mut cx = Context {
            file,
            source,
            ids: &ids,
            problems: &mut problems,
            referred: Default::default(),
        };
        let lines = Lines::new(&source.text);
        let (name, review_after) = outline
            .pack
            .map_or((None, None), |node| pack::read(&mut cx, node));
        let first = facts.len();
        for entry in &outline.entries {
            let id = own.next().flatten();
            facts.extend(fact(&mut cx, entry, id, &lines));
        }
        let tests: Vec<RuleTest> = outline
            .tests
            .iter()
            .filter_map(|node| test::read(&mut cx, node))
            .collect();
        let referred = cx.referred;
        let range = first..facts.len();
        packs.push(Pack {
            source: source.clone(),
            name,
            review_after,
            borrowed: referred
                .into_iter()
                .filter(|fact| !range.contains(fact))
                .collect(),
            facts: range,
            tests,
        });
    }
    // The value of a syntax error is no second mistake.
    problems.retain(|file, problem| {
        let place = problem.place();
        let wrong = parsed.get(file).map_or(&[][..], |parsed| &parsed.wrong);
        !wrong.iter().any(|wrong| wrong.contains(place))
    });
    problems.append(syntax);
    if problems.is_empty() {
        Ok(Packs {
            packs,
            facts: facts.into(),
        })
    } else {
        Err(problems.sorted())
    }
}

/// The ids of all entries, for `@id`, and those of the entries one by one.
fn gather<'a>(
    sources: &[PackSource],
    parsed: &[Parsed<'_>],
    outlines: &[Outline<'a>],
    problems: &mut Problems,
) -> (Ids<'a>, Vec<Option<String>>) {
    let mut ids = Ids::default();
    let mut own = Vec::new();
    for (file, ((source, parsed), outline)) in sources.iter().zip(parsed).zip(outlines).enumerate()
    {
        if parsed.mended.is_some() {
            ids.damaged(&source.text);
        }
        for entry in &outline.entries {
            let id = id(file, source, entry, problems);
            own.push(id.as_ref().map(|id| id.it.clone()));
            let Some(id) = id else { continue };
            let is_entity = entry.rule.name == "entity";
            let known = Id {
                file,
                span: id.span,
                kind: entry.rule.name,
                from_name: is_entity && !has_id(entry.node),
                fact: own.len() - 1,
                names: if is_entity {
                    ids::names(entry.node)
                } else {
                    Vec::new()
                },
            };
            ids.add(id, known, sources, problems);
        }
    }
    (ids, own)
}

fn has_id(node: &Node<'_>) -> bool {
    node.get_ref()
        .as_table()
        .is_some_and(|table| table.contains_key("id"))
}

/// The id of an entry; of an entity without one, its name in kebab-case.
fn id(
    file: usize,
    source: &PackSource,
    entry: &Entry<'_>,
    problems: &mut Problems,
) -> Option<At<String>> {
    let table = entry.node.get_ref().as_table()?;
    let is_entity = entry.rule.name == "entity";
    let Some(node) = table.get("id") else {
        let name = table.get("name").filter(|_| is_entity);
        let Some(name) = name else {
            if !is_entity {
                problems
                    .add(
                        file,
                        &source.file,
                        entry.node.span().into(),
                        format!("{} needs `id`: its name in reports", entry.rule.a_name),
                        "`id` is missing here",
                    )
                    .help = Some("add for example `id = \"usfk-strength\"`".into());
            }
            return None;
        };
        let text = name.get_ref().as_str()?;
        if let Some(id) = kebab(text) {
            return Some(At::new(id, name.span().into()));
        }
        if !text.trim().is_empty() {
            problems
                .add(
                    file,
                    &source.file,
                    name.span().into(),
                    format!("no id can be made of the name `{text}`"),
                    "the entity needs an `id`",
                )
                .help =
                Some("add one of Latin letters, for example `id = \"ahn-gyu-back\"`".into());
        }
        return None;
    };
    let span: Span = node.span().into();
    let Some(text) = node.get_ref().as_str() else {
        problems
            .add(
                file,
                &source.file,
                span,
                "`id` must be text in quotes",
                "not text",
            )
            .help = Some("write for example `id = \"usfk-strength\"`".into());
        return None;
    };
    if !is_kebab(text) {
        let help = match kebab(text) {
            Some(better) => format!("write `id = \"{better}\"`"),
            None => "write for example `id = \"usfk-strength\"`".into(),
        };
        problems
            .add(
                file,
                &source.file,
                span,
                "an id is made of lower-case letters and digits, joined by single hyphens",
                "not such an id",
            )
            .help = Some(help);
    }
    Some(At::new(text.to_string(), span))
}

/// Decodes an entry.
fn fact<'a>(
    cx: &mut Context<'a, '_>,
    entry: &Entry<'a>,
    id: Option<String>,
    lines: &Lines,
) -> Option<Fact> {
    let header: Span = entry.node.span().into();
    let tree = entry.node.get_ref().as_table()?;
    let keys = [common::KEYS, entry.rule.keys];
    let table = Table::new(tree, header, &keys);
    if !entry.rule.open {
        cx.check_keys(&table, &keys, &[], entry.rule.a_name);
    } else {
        cx.check_required(&table, &keys, &[], entry.rule.a_name);
    }
    let common = common::read(cx, &table);
    let made = (entry.rule.read)(cx, &table);
    let made = made?;
    Some(Fact {
        id: id?,
        kind: made.kind,
        table: made.table,
        sources: common.sources,
        checked: common.checked,
        note: common.note,
        severity: common.severity,
        in_quotes: common.in_quotes.unwrap_or(entry.rule.in_quotes),
        unless: common.unless,
        defined_in: Origin {
            file: cx.source.file.clone(),
            span: Span::new(header.start, end_of(entry.node)),
            line: lines.of(header.start),
        },
    })
}
