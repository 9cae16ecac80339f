//! `--format markdown`: a comment on a pull request, a mail, a ticket.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::rules::{Rule, rules};
use super::{Checked, Format, Look, Problem, Run, clean, counted, place, words};
use crate::finding::Finding;

/// The format.
pub const FORMAT: Format = Format {
    id: "markdown",
    about: "a comment on a pull request",
    write,
};

/// GitHub takes no comment of more than 65,536 characters; what comes around it needs some.
const MOST: usize = 60_000;

/// What is left for sources and notes, at least, where there are many findings.
const DETAILS: usize = 15_000;

fn write(run: &Run, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page::default();
    page.push(&format!(
        "<!-- factlint -->\n### factlint: {}\n",
        escaped(&words::summary(run))
    ));
    if let Some(fixes) = words::fixes(run) {
        page.push(&format!("\n{}.\n", escaped(&fixes)));
    }
    if let Some(dates) = run.dates.summary() {
        page.push(&format!("\n{}.\n", escaped(&dates)));
    }
    problems(run, &mut page);
    let mut left = 0;
    for checked in &run.articles {
        left += article(run, checked, &mut page);
    }
    if left > 0 {
        let more = counted(left, "more finding", "more findings");
        page.push(&format!(
            "\n**… and {more}**, for which there is no room here.\n"
        ));
    }
    if let Some(hidden) = words::hidden(run) {
        page.push(&format!("\n{}.\n", escaped(&hidden)));
    }
    details(run, &mut page);
    out.write_all(page.text.as_bytes())
}

/// A text that counts its characters.
#[derive(Default)]
struct Page {
    text: String,
    chars: usize,
}

impl Page {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.chars += text.chars().count();
    }

    /// Adds a text if the page then has no more characters than `most`.
    fn fits(&mut self, text: &str, most: usize) -> bool {
        let fits = self.chars + text.chars().count() <= most;
        if fits {
            self.push(text);
        }
        fits
    }
}

fn problems(run: &Run, page: &mut Page) {
    let mut left = 0;
    for (index, problem) in run.problems.iter().enumerate() {
        let line = problem_line(run, problem);
        let line = if index == 0 {
            format!("\n{line}")
        } else {
            line
        };
        // A long list of unreadable files leaves room for what was found.
        left += usize::from(!page.fits(&line, MOST / 4));
    }
    if left > 0 {
        let more = counted(left, "more problem", "more problems");
        page.push(&format!("- … and {more}\n"));
    }
}

fn problem_line(run: &Run, problem: &Problem) -> String {
    let place = match (&*problem.file, problem.place) {
        ("", _) => String::new(),
        (file, Some((_, line))) => format!(" {}:{line}:", named(run, file)),
        (file, None) => format!(" {}:", named(run, file)),
    };
    let told = shown(&problem.told(), 400);
    format!("- **{}:**{place} {told}\n", problem.severity.id())
}

fn named(run: &Run, name: &str) -> String {
    shown(&place::path(run, name), 200)
}

/// The findings of an article as a table; how many did not fit.
fn article(run: &Run, checked: &Checked, page: &mut Page) -> usize {
    let Checked { article, findings } = checked;
    let head = format!(
        "\n#### {} ({})\n\n| place | | found | expected | why |\n| ---: | --- | --- | --- | --- |\n",
        named(run, &article.name),
        words::counts_of(checked)
    );
    // A table without rows is none.
    let Some(first) = findings.first() else {
        return 0;
    };
    let row = row(checked, first);
    if !page.fits(&format!("{head}{row}"), MOST - DETAILS) {
        return findings.len();
    }
    let rows = findings.iter().enumerate().skip(1);
    for (index, finding) in rows {
        if !page.fits(&self::row(checked, finding), MOST - DETAILS) {
            return findings.len() - index;
        }
    }
    0
}

fn row(checked: &Checked, finding: &Finding) -> String {
    let part = checked.article.parts.get(finding.at.part);
    let part = part.and_then(|part| part.label.as_deref());
    let place = match part {
        Some(label) => shown(label, 60),
        None => format!("{}:{}", finding.at.line, finding.at.column),
    };
    let expected = finding.expected.as_deref();
    let mut why = shown(&finding.message, 400);
    if finding.in_quote {
        let _ = write!(why, "; {}", words::IN_QUOTE);
    }
    for related in &finding.related {
        let told = shown(&related.message, 100);
        let _ = write!(why, "; line {}: {told}", related.at.line);
    }
    format!(
        "| {place} | {} | {} | {} | {why} (`{}`) |\n",
        finding.severity.id(),
        shown(&finding.found, 120),
        expected.map_or(String::new(), |expected| shown(expected, 120)),
        finding.fact,
    )
}

/// What a reader opens who wants to know why.
fn details(run: &Run, page: &mut Page) {
    const END: &str = "\n</details>\n";
    /// For the end, and for saying how many are left out.
    const ROOM: usize = 100;
    let mut open = false;
    let mut left = 0;
    for rule in rules(run).iter().filter(|rule| tells(rule)) {
        let mut entry = detail(rule);
        if !open {
            entry = format!("\n<details>\n<summary>Sources and notes</summary>\n\n{entry}");
        }
        let fits = page.fits(&entry, MOST - ROOM);
        open |= fits;
        left += usize::from(!fits);
    }
    if left > 0 {
        let line = match left {
            1 => "- … and those of 1 more fact\n".to_string(),
            left => format!("- … and those of {left} more facts\n"),
        };
        page.push(&if open { line } else { format!("\n{line}") });
    }
    if open {
        page.push(END);
    }
}

fn tells(rule: &Rule) -> bool {
    !rule.sources.is_empty() || rule.note.is_some() || rule.about.is_some()
}

fn detail(rule: &Rule) -> String {
    let mut text = format!("- **`{}`**: {}.", rule.id, shown(&rule.title, 200));
    if let Some(about) = rule.about {
        let _ = write!(text, " {}", shown(about, 600));
    }
    if let Some(note) = &rule.note {
        let _ = write!(text, " Note: {}", shown(note, 600));
    }
    if !rule.sources.is_empty() {
        let sources = rule.sources.iter().map(|source| linked(source));
        let sources: Vec<String> = sources.collect();
        let _ = write!(text, " Source: {}", sources.join("; "));
    }
    if let Some(day) = rule.checked {
        let _ = write!(text, " (verified {day})");
    }
    text.push('\n');
    text
}

/// A text of no more than so many characters, escaped.
fn shown(text: &str, most: usize) -> String {
    escaped(&words::shortened(text, most))
}

/// A text as it stands, in one line: nothing in it is Markdown or HTML, names nobody (`@`) and no issue (`#`).
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // What stands beside a comment is no name of a person and no number of an issue.
            '@' | '#' => {
                out.push('\\');
                out.push(c);
                out.push_str("<!-- -->");
            }
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '~' | '$' | '!' | '^' | '=' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    // Nor is an address a link.
    out.replace("://", "\\://").replace("www.", "www\\.")
}

/// A source, its addresses as links.
pub fn linked(source: &str) -> String {
    let pieces = words::addresses(source).into_iter();
    pieces
        .map(|(text, address)| match address {
            // Between the brackets nothing is Markdown; addresses hold neither bracket nor space.
            true => format!("<{text}>"),
            false => escaped(text),
        })
        .collect()
}
