//! JUnit XML: suites of cases, as CI servers read them.

use std::io::{self, Write};
use std::time::Duration;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::xml::{attribute, legal};

/// Cases that belong together.
#[derive(Clone, Debug, Default)]
pub struct Suite {
    /// Its name.
    pub name: String,
    /// Its cases.
    pub cases: Vec<Case>,
}

/// Something that held or did not.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// Its name.
    pub name: String,
    /// What it is grouped by, with dots.
    pub class: String,
    /// The file that it stands in; empty for none.
    pub file: String,
    /// The line, from 1.
    pub line: Option<usize>,
    /// How long it took.
    pub time: Duration,
    /// Why it did not hold.
    pub fault: Option<Fault>,
    /// What is worth a look though it held; empty for nothing.
    pub note: String,
}

/// Why a case did not hold.
#[derive(Clone, Debug)]
pub struct Fault {
    /// It could not be tried at all.
    pub error: bool,
    /// In one line.
    pub message: String,
    /// At length.
    pub text: String,
}

/// Writes the suites as one document.
///
/// # Errors
/// Those of `out`.
pub fn write(name: &str, suites: &[Suite], out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut root = BytesStart::new("testsuites");
    attribute(&mut root, "name", name);
    counts(&mut root, || suites.iter().flat_map(|suite| &suite.cases));
    xml.write_event(Event::Start(root))?;
    for suite in suites {
        let mut start = BytesStart::new("testsuite");
        attribute(&mut start, "name", &suite.name);
        counts(&mut start, || suite.cases.iter());
        xml.write_event(Event::Start(start))?;
        suite.cases.iter().try_for_each(|it| case(&mut xml, it))?;
        xml.write_event(Event::End(BytesEnd::new("testsuite")))?;
    }
    xml.write_event(Event::End(BytesEnd::new("testsuites")))?;
    drop(xml);
    writeln!(out)
}

fn counts<'c, I: Iterator<Item = &'c Case>>(start: &mut BytesStart<'_>, cases: impl Fn() -> I) {
    let faults = |error: bool| {
        let of = move |case: &&Case| case.fault.as_ref().is_some_and(|it| it.error == error);
        cases().filter(of).count()
    };
    attribute(start, "tests", &cases().count().to_string());
    attribute(start, "failures", &faults(false).to_string());
    attribute(start, "errors", &faults(true).to_string());
    attribute(start, "time", &seconds(cases().map(|case| case.time).sum()));
}

fn case<W: Write>(xml: &mut Writer<W>, case: &Case) -> io::Result<()> {
    let mut start = BytesStart::new("testcase");
    attribute(&mut start, "name", &case.name);
    attribute(&mut start, "classname", &case.class);
    if !case.file.is_empty() {
        attribute(&mut start, "file", &case.file);
    }
    if let Some(line) = case.line {
        attribute(&mut start, "line", &line.to_string());
    }
    attribute(&mut start, "time", &seconds(case.time));
    if case.fault.is_none() && case.note.is_empty() {
        return xml.write_event(Event::Empty(start));
    }
    xml.write_event(Event::Start(start))?;
    if let Some(fault) = &case.fault {
        let mut inner = BytesStart::new(if fault.error { "error" } else { "failure" });
        attribute(&mut inner, "message", &fault.message);
        element(xml, inner, &fault.text)?;
    }
    if !case.note.is_empty() {
        element(xml, BytesStart::new("system-out"), &case.note)?;
    }
    xml.write_event(Event::End(BytesEnd::new("testcase")))
}

fn element<W: Write>(xml: &mut Writer<W>, start: BytesStart<'_>, text: &str) -> io::Result<()> {
    let end = start.to_end().into_owned();
    xml.write_event(Event::Start(start.borrow()))?;
    xml.write_event(Event::Text(BytesText::new(&legal(text))))?;
    xml.write_event(Event::End(end))
}

fn seconds(time: Duration) -> String {
    format!("{:.6}", time.as_secs_f64())
}
