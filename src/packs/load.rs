//! The way from rule files to facts.

use toml::de::DeValue;

use super::decode::{At, Context, Node, Table, end_of};
use super::ids::{self, Id, Ids, is_kebab, kebab};
use super::kinds::{KINDS, KindRule, kind};
use super::problem::{Problems, suggest};
use super::syntax::{self, Document};
use super::{Pack, PackSource, Packs, Problem, RuleTest, common, pack, test};
use crate::facts::{Fact, Origin};
use crate::span::Span;

/// Reads and validates rule files, all of them in one go.
///
/// # Errors
/// Every mistake of every file, in the order of the files and of their places.
pub fn load(sources: Vec<PackSource>) -> Result<Packs, Vec<Problem>> {
    let mut problems = Problems::default();
    let documents: Vec<Document<'_>> = sources
        .iter()
        .enumerate()
        .map(|(file, source)| syntax::parse(file, source, &mut problems))
        .collect();
    let syntax = std::mem::take(&mut problems);
    let outlines: Vec<Outline<'_>> = sources
        .iter()
        .zip(&documents)
        .enumerate()
        .map(|(file, (source, document))| Outline::new(file, source, document, &mut problems))
        .collect();
    let (ids, own) = gather(&sources, &documents, &outlines, &mut problems);
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
    problems.retain(|file, problem| {
        let outline = outlines.get(file).zip(documents.get(file));
        outline.is_none_or(|(outline, document)| !outline.echoes(document, problem.place()))
    });
    problems.append(syntax);
    if problems.is_empty() {
        Ok(Packs { packs, facts })
    } else {
        Err(problems.sorted())
    }
}

/// An entry that makes a fact.
struct Entry<'a> {
    rule: &'static KindRule,
    node: &'a Node<'a>,
}

/// What stands in a file, by its top-level tables.
struct Outline<'a> {
    pack: Option<&'a Node<'a>>,
    entries: Vec<Entry<'a>>,
    tests: Vec<&'a Node<'a>>,
    /// Where each top-level table begins, in order.
    starts: Vec<usize>,
}

impl<'a> Outline<'a> {
    fn new(
        file: usize,
        source: &PackSource,
        document: &'a Document<'a>,
        problems: &mut Problems,
    ) -> Self {
        let mut outline = Outline {
            pack: None,
            entries: Vec::new(),
            tests: Vec::new(),
            starts: Vec::new(),
        };
        for (name, node) in document.tree.get_ref() {
            let name_span: Span = name.span().into();
            let name = name.get_ref().as_ref();
            if name == "pack" {
                outline.pack = Some(node);
                outline.starts.push(node.span().start);
                continue;
            }
            let rule = kind(name);
            if rule.is_none() && name != "test" {
                outline.starts.push(node.span().start);
                let mut add = |message: String, label: &str, help: String| {
                    problems
                        .add(file, &source.file, name_span, message, label)
                        .help = Some(help);
                };
                unknown(name, node, &mut add);
                continue;
            }
            let DeValue::Array(items) = node.get_ref() else {
                outline.starts.push(node.span().start);
                problems
                    .add(
                        file,
                        &source.file,
                        node.span().into(),
                        format!("every `{name}` stands in double brackets"),
                        "a file may hold many of them",
                    )
                    .help = Some(format!("write `[[{name}]]`"));
                continue;
            };
            for item in items {
                outline.starts.push(item.span().start);
                if item.get_ref().as_table().is_none() {
                    problems
                        .add(
                            file,
                            &source.file,
                            item.span().into(),
                            format!("every `{name}` is a table of its own"),
                            "this is not a table",
                        )
                        .help = Some(format!("write `[[{name}]]`, and its keys below"));
                    continue;
                }
                match rule {
                    Some(rule) => outline.entries.push(Entry { rule, node: item }),
                    None => outline.tests.push(item),
                }
            }
        }
        outline.entries.sort_by_key(|entry| entry.node.span().start);
        outline.tests.sort_by_key(|test| test.span().start);
        outline.starts.sort_unstable();
        outline
    }

    /// Whether a mistake at this place is but an echo of a syntax error.
    fn echoes(&self, document: &Document<'_>, place: Span) -> bool {
        let table = |at: usize| self.starts.partition_point(|start| *start <= at);
        let inside = table(place.start);
        document
            .broken
            .iter()
            .any(|error| table(error.start) == inside)
            || document.wrong.iter().any(|error| error.contains(place))
    }
}

/// Reports a top-level table or key that is not of a rule file.
fn unknown(name: &str, node: &Node<'_>, add: &mut dyn FnMut(String, &str, String)) {
    let known: Vec<&str> = KINDS
        .iter()
        .map(|kind| kind.name)
        .chain(["test", "pack"])
        .collect();
    let brackets = |name: &str| match name {
        "pack" => "[pack]".to_string(),
        _ => format!("[[{name}]]"),
    };
    let is_table = match node.get_ref() {
        DeValue::Table(_) => true,
        DeValue::Array(items) => items.iter().any(|item| item.get_ref().is_table()),
        _ => false,
    };
    let singular = match name {
        "entities" => Some("entity"),
        _ => name.strip_suffix('s').filter(|name| known.contains(name)),
    };
    let near = singular.or_else(|| suggest(name, known.iter().copied()));
    let help = match near {
        Some(near) if is_table => format!("did you mean `{}`?", brackets(near)),
        _ => {
            let listed: Vec<String> = known
                .iter()
                .map(|name| format!("`{}`", brackets(name)))
                .collect();
            format!("a rule file is made of {}", listed.join(", "))
        }
    };
    if is_table {
        add(
            format!("there is no kind of fact `{name}`"),
            "unknown table",
            help,
        );
    } else {
        add(
            format!("`{name}` stands outside any fact"),
            "no table is open here",
            help,
        );
    }
}

/// The ids of all entries, for `@id`, and those of the entries one by one.
fn gather<'a>(
    sources: &[PackSource],
    documents: &[Document<'a>],
    outlines: &[Outline<'a>],
    problems: &mut Problems,
) -> (Ids<'a>, Vec<Option<String>>) {
    let mut ids = Ids::default();
    let mut own = Vec::new();
    for (file, ((source, document), outline)) in
        sources.iter().zip(documents).zip(outlines).enumerate()
    {
        if !document.broken.is_empty() {
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
        cx.check_required(&table, &keys, entry.rule.a_name);
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

/// Where the lines of a file begin.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at + 1).collect())
    }

    /// The line of a byte, from 1.
    fn of(&self, at: usize) -> usize {
        self.0.partition_point(|start| *start <= at) + 1
    }
}
