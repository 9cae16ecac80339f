//! `--format sarif`: SARIF 2.1.0, for code scanning and viewers.

use std::collections::HashMap;
use std::io::{self, Write};

use serde::ser::{Serialize, SerializeSeq, Serializer};
use serde_json::{Map, Value, json};

use super::fingerprint::Fingerprints;
use super::markdown::{escaped, linked};
use super::rules::{Rule, rules};
use super::{Checked, Format, Look, Problem, ProblemKind, Run, place, words};
use crate::article::Article;
use crate::facts::Severity;
use crate::finding::{Finding, Location, Related};
use crate::span::Span;

/// The format.
pub const FORMAT: Format = Format {
    id: "sarif",
    about: "SARIF 2.1.0, for code scanning",
    write,
};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What paths of articles are relative to: the directory that the program ran in.
const ROOT: &str = "%SRCROOT%";

fn write(run: &Run, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let rules = rules(run);
    let log = Log {
        schema: SCHEMA,
        runs: [SarifRun {
            artifacts: artifacts(run),
            column_kind: "unicodeCodePoints",
            invocations: [invocation(run)],
            original_uri_base_ids: json!({
                ROOT: { "description": { "text": "The directory that factlint ran in." } }
            }),
            results: Results { run, rules: &rules },
            tool: json!({ "driver": driver(&rules) }),
        }],
        version: "2.1.0",
    };
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

/// The document. Its keys are sorted, as those of every object in it.
#[derive(serde::Serialize)]
struct Log<'r> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    runs: [SarifRun<'r>; 1],
    version: &'static str,
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRun<'r> {
    artifacts: Vec<Value>,
    column_kind: &'static str,
    invocations: [Value; 1],
    original_uri_base_ids: Value,
    results: Results<'r>,
    tool: Value,
}

/// The findings, each made when it is written: all of them at once would take far more memory than the article.
struct Results<'r> {
    run: &'r Run,
    rules: &'r [Rule],
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let ids = self.rules.iter().map(|rule| rule.id.as_str());
        let indices: HashMap<&str, usize> = ids.zip(0..).collect();
        let mut prints = Fingerprints::default();
        let mut list = serializer.serialize_seq(None)?;
        for checked in &self.run.articles {
            let file = File::new(self.run, &checked.article);
            for finding in &checked.findings {
                let mut result = file.result(finding, &mut prints);
                let index = indices.get(finding.fact.as_str()).map(|index| json!(index));
                put(&mut result, "ruleIndex", index);
                list.serialize_element(&result)?;
            }
        }
        list.end()
    }
}

fn driver(rules: &[Rule]) -> Value {
    let version = env!("CARGO_PKG_VERSION");
    let mut driver = json!({
        "name": "factlint",
        "version": version,
        "semanticVersion": version,
        "rules": rules.iter().map(descriptor).collect::<Vec<_>>(),
    });
    // Empty where the package names none.
    let homes = [env!("CARGO_PKG_HOMEPAGE"), env!("CARGO_PKG_REPOSITORY")];
    let home = homes.into_iter().find(|home| !home.is_empty());
    put(&mut driver, "informationUri", home.map(Value::from));
    driver
}

/// A fact or check, with what an editor needs to judge it.
fn descriptor(rule: &Rule) -> Value {
    let title = format!("{}.", rule.title.trim_end_matches('.'));
    let mut text = vec![rule.about.unwrap_or(&title).to_string()];
    let mut markdown = vec![rule.about.map_or_else(|| escaped(&title), escaped)];
    text.extend(rule.note.iter().map(|note| format!("Note: {note}")));
    markdown.extend(
        rule.note
            .iter()
            .map(|note| format!("**Note:** {}", escaped(note))),
    );
    if !rule.sources.is_empty() {
        text.push(format!("Source: {}", rule.sources.join("; ")));
        let sources = rule.sources.iter().map(|source| linked(source));
        markdown.push(format!(
            "**Source:** {}",
            sources.collect::<Vec<_>>().join("; ")
        ));
    }
    if let Some(day) = rule.checked {
        text.push(format!("Last verified: {day}"));
        markdown.push(format!("**Last verified:** {day}"));
    }
    if let Some(origin) = &rule.defined_in {
        text.push(format!("Written in {}:{}", origin.file, origin.line));
        markdown.push(format!(
            "**Written in** {}, line {}",
            escaped(&origin.file),
            origin.line
        ));
    }
    json!({
        "id": rule.id,
        "name": name(rule),
        "shortDescription": { "text": title },
        "fullDescription": { "text": rule.about.unwrap_or(&title) },
        "help": { "text": text.join("\n"), "markdown": markdown.join("\n\n") },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "kind": rule.kind, "tags": ["facts", rule.kind] },
    })
}

/// An article's file in this run.
struct File<'r> {
    article: &'r Article,
    name: String,
    artifact: Value,
}

impl<'r> File<'r> {
    fn new(run: &Run, article: &'r Article) -> Self {
        let name = place::path(run, &article.name);
        Self {
            article,
            artifact: artifact(&name),
            name,
        }
    }

    fn label(&self, at: &Location) -> Option<&str> {
        let part = self.article.parts.get(at.part)?;
        part.label.as_deref()
    }

    fn result(&self, finding: &Finding, prints: &mut Fingerprints) -> Value {
        let mut text = finding.message.clone();
        if finding.in_quote {
            text = format!("{text} ({})", words::IN_QUOTE);
        }
        let mut properties = json!({ "found": finding.found, "in-quote": finding.in_quote });
        let expected = finding.expected.as_deref().map(Value::from);
        put(&mut properties, "expected", expected);
        let reason = finding.reason.map(|reason| reason.id().into());
        put(&mut properties, "reason", reason);
        let since = finding.since.as_deref().map(Value::from);
        put(&mut properties, "since", since);
        let mut result = json!({
            "ruleId": finding.fact,
            "level": level(finding.severity),
            "message": { "text": text },
            "locations": [self.location(&finding.at, Some(&finding.found))],
            "partialFingerprints": { "factlint/v1": prints.next(&self.name, self.article, finding) },
            "properties": properties,
        });
        let related = finding.related.iter().enumerate();
        let related = related.map(|(index, other)| self.related(index, other));
        let related: Vec<Value> = related.collect();
        put(
            &mut result,
            "relatedLocations",
            (!related.is_empty()).then(|| related.into()),
        );
        put(&mut result, "fixes", self.fix(finding));
        result
    }

    /// Words in a part of a packed file have no place that a reader of the file could show.
    fn location(&self, at: &Location, snippet: Option<&str>) -> Value {
        let mut physical = json!({ "artifactLocation": self.artifact });
        let label = self.label(at);
        let region = label.is_none().then(|| region(at, snippet));
        put(&mut physical, "region", region);
        let mut location = json!({ "physicalLocation": physical });
        let part = label.map(|label| json!([{ "name": label, "kind": "part" }]));
        put(&mut location, "logicalLocations", part);
        location
    }

    fn related(&self, index: usize, related: &Related) -> Value {
        let mut location = self.location(&related.at, None);
        put(&mut location, "id", Some(index.into()));
        let message = json!({ "text": related.message });
        put(&mut location, "message", Some(message));
        location
    }

    fn fix(&self, finding: &Finding) -> Option<Value> {
        let fix = finding.fix.as_ref()?;
        if self.label(&finding.at).is_some() {
            return None;
        }
        let description = format!("Replace “{}” with “{}”", finding.found, fix.text);
        Some(json!([{
            "description": { "text": description },
            "artifactChanges": [{
                "artifactLocation": self.artifact,
                "replacements": [{
                    "deletedRegion": region(&finding.at, None),
                    "insertedContent": { "text": fix.text },
                }],
            }],
            "properties": { "safe": fix.safe },
        }]))
    }
}

fn region(at: &Location, snippet: Option<&str>) -> Value {
    let mut region = json!({
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.end_line,
        "endColumn": at.end_column,
        "byteOffset": at.disk.start,
        "byteLength": at.disk.len(),
    });
    let snippet = snippet.map(|text| json!({ "text": text }));
    put(&mut region, "snippet", snippet);
    region
}

/// A file by its URI.
fn artifact(name: &str) -> Value {
    let uri = place::uri(name);
    if uri.starts_with("file:") {
        json!({ "uri": uri })
    } else {
        json!({ "uri": uri, "uriBaseId": ROOT })
    }
}

fn artifacts(run: &Run) -> Vec<Value> {
    let mut seen = std::collections::HashSet::new();
    let files = run.articles.iter().map(|Checked { article, .. }| article);
    let files = files.filter(|article| seen.insert(article.name.as_str()));
    files
        .map(|article| {
            let location = artifact(&place::path(run, &article.name));
            let packed = article.parts.iter().any(|part| part.label.is_some());
            let mut artifact = json!({ "location": location });
            let encoding = (!packed).then(|| article.encoding.unwrap_or("UTF-8"));
            put(&mut artifact, "encoding", encoding.map(Value::from));
            artifact
        })
        .collect()
}

/// How the run went: what kept an article or the rules from being used, and what else is worth a note.
fn invocation(run: &Run) -> Value {
    let failed = run.problems.iter().any(|problem| problem.fails());
    let of_settings = |problem: &&Problem| {
        matches!(
            problem.kind,
            ProblemKind::Rule | ProblemKind::Config | ProblemKind::Usage
        )
    };
    let (settings, others): (Vec<&Problem>, Vec<&Problem>) =
        run.problems.iter().partition(of_settings);
    let told = |problems: &[&Problem]| -> Vec<Value> {
        let told = problems.iter().map(|problem| notification(run, problem));
        told.collect()
    };
    let mut others = told(&others);
    others.extend(words::hidden(run).map(|hidden| {
        json!({ "level": "note", "message": { "text": hidden }, "descriptor": { "id": "not-shown" } })
    }));
    let mut invocation = json!({ "executionSuccessful": !failed });
    let settings = told(&settings);
    for (key, list) in [
        ("toolConfigurationNotifications", settings),
        ("toolExecutionNotifications", others),
    ] {
        put(
            &mut invocation,
            key,
            (!list.is_empty()).then(|| list.into()),
        );
    }
    invocation
}

fn notification(run: &Run, problem: &Problem) -> Value {
    let mut notification = json!({
        "level": level(problem.severity),
        "message": { "text": problem.told() },
        "descriptor": { "id": problem.kind.id() },
    });
    if !problem.file.is_empty() {
        let file = artifact(&place::path(run, &problem.file));
        let mut physical = json!({ "artifactLocation": file });
        let region = problem.place.map(|(span, line)| whereabouts(span, line));
        put(&mut physical, "region", region);
        let locations = json!([{ "physicalLocation": physical }]);
        put(&mut notification, "locations", Some(locations));
    }
    notification
}

fn whereabouts(span: Span, line: usize) -> Value {
    json!({ "startLine": line, "byteOffset": span.start, "byteLength": span.len() })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A key that is left out where there is nothing.
fn put(object: &mut Value, key: &str, value: Option<Value>) {
    let object: Option<&mut Map<String, Value>> = object.as_object_mut();
    if let (Some(object), Some(value)) = (object, value) {
        object.insert(key.to_string(), value);
    }
}

/// `FigureUsfkStrength` for `usfk-strength`, `CheckWeekday` for `check:weekday`: viewers want a name that is not the id.
fn name(rule: &Rule) -> String {
    let words = rule.id.split(|c: char| !c.is_alphanumeric());
    let capital = |word: &str| {
        let mut signs = word.chars();
        let first = signs.next().into_iter().flat_map(char::to_uppercase);
        first.chain(signs).collect::<String>()
    };
    let kind = (rule.kind != "check").then_some(rule.kind);
    kind.into_iter().chain(words).map(capital).collect()
}
