//! `--format checkstyle`: Checkstyle XML, which many CI servers and editors read.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, Event};

use super::xml::attribute;
use super::{Format, Look, Run, place, words};
use crate::facts::Severity;

/// The format.
pub const FORMAT: Format = Format {
    id: "checkstyle",
    about: "Checkstyle XML, for CI",
    write,
};

/// What stands in a file.
struct Entry {
    line: usize,
    column: usize,
    severity: Severity,
    message: String,
    source: String,
}

fn write(run: &Run, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut root = BytesStart::new("checkstyle");
    attribute(&mut root, "version", "4.3");
    xml.write_event(Event::Start(root))?;
    for (file, entries) in files(run) {
        let mut start = BytesStart::new("file");
        attribute(&mut start, "name", &file);
        xml.write_event(Event::Start(start))?;
        for entry in entries {
            let mut error = BytesStart::new("error");
            attribute(&mut error, "line", &entry.line.to_string());
            attribute(&mut error, "column", &entry.column.to_string());
            attribute(&mut error, "severity", entry.severity.id());
            attribute(&mut error, "message", &entry.message);
            attribute(&mut error, "source", &entry.source);
            xml.write_event(Event::Empty(error))?;
        }
        xml.write_event(Event::End(BytesEnd::new("file")))?;
    }
    xml.write_event(Event::End(BytesEnd::new("checkstyle")))?;
    drop(xml);
    writeln!(out)
}

/// The files in the order of the report, problems first, each once.
fn files(run: &Run) -> Vec<(String, Vec<Entry>)> {
    let mut files: Vec<(String, Vec<Entry>)> = Vec::new();
    let mut known = std::collections::HashMap::new();
    let mut add = |name: &str, entry: Entry| {
        let index = *known.entry(name.to_string()).or_insert_with(|| {
            let file = match name {
                "" => "factlint".to_string(),
                name => place::path(run, name),
            };
            files.push((file, Vec::new()));
            files.len() - 1
        });
        if let Some((_, entries)) = files.get_mut(index) {
            entries.push(entry);
        }
    };
    for problem in &run.problems {
        let entry = Entry {
            line: problem.place.map_or(1, |(_, line)| line),
            column: problem.column(),
            severity: problem.severity,
            message: problem.told(),
            source: format!("factlint.problem.{}", problem.kind.id()),
        };
        add(&problem.file, entry);
    }
    for checked in &run.articles {
        let article = &checked.article;
        for finding in &checked.findings {
            let part = article.parts.get(finding.at.part);
            let part = part.and_then(|part| part.label.as_deref());
            let entry = Entry {
                line: part.map_or(finding.at.line, |_| 1),
                column: part.map_or(finding.at.column, |_| 1),
                severity: finding.severity,
                message: match part {
                    Some(label) => format!("{} (in {label})", finding.message),
                    None => finding.message.clone(),
                },
                source: format!("factlint.{}", finding.fact),
            };
            add(&article.name, entry);
        }
    }
    if let Some(hidden) = words::hidden(run) {
        let entry = Entry {
            line: 1,
            column: 1,
            severity: Severity::Info,
            message: hidden,
            source: "factlint.not-shown".to_string(),
        };
        add("", entry);
    }
    files
}
