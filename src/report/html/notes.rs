//! What stands at the margin: what was expected, why, and where that is written.

use super::escape::{shown, source};
use crate::article::Article;
use crate::facts::Severity;
use crate::finding::Finding;
use crate::report::words;

/// The class of a severity.
pub fn class(severity: Severity) -> &'static str {
    severity.id()
}

/// The note on a finding: `found` is what was read, `number` counts from 1 over the page, and the words stand in the text
/// or in the head.
pub fn note(
    article: &Article,
    finding: &Finding,
    found: &str,
    (number, in_text): (usize, bool),
    out: &mut String,
) {
    let id = if in_text { "m" } else { "h" };
    out.push_str(&format!(
        "<section class=\"note {}\" id=\"n{number}\"><h4><a class=\"number\" href=\"#{id}{number}\">{number}</a> ",
        class(finding.severity),
    ));
    match &finding.expected {
        Some(expected) => out.push_str(&format!(
            "<span class=\"wrong\"><bdi>{}</bdi></span> <span class=\"arrow\">→</span> <span class=\"right\"><bdi>{}</bdi></span>",
            shown(found),
            shown(expected)
        )),
        None => out.push_str(&format!("<bdi>{}</bdi>", shown(found))),
    }
    out.push_str("</h4>\n<p class=\"why\">");
    out.push_str(&format!(
        "<span class=\"severity\">{}</span> ",
        finding.severity.id()
    ));
    out.push_str(&shown(&sentence(&finding.message)));
    out.push_str("</p>\n");
    if let Some(note) = &finding.note {
        out.push_str(&format!("<p class=\"advice\">{}</p>\n", shown(note)));
    }
    if finding.in_quote {
        let advice = sentence(words::IN_QUOTE);
        out.push_str(&format!("<p class=\"advice\">{}</p>\n", shown(&advice)));
    }
    for related in &finding.related {
        out.push_str(&format!(
            "<p class=\"also\">Line {}: {}</p>\n",
            related.at.line,
            shown(&related.message)
        ));
    }
    if !finding.sources.is_empty() {
        out.push_str("<ul class=\"sources\">");
        for text in &finding.sources {
            out.push_str(&format!("<li>{}</li>", source(text)));
        }
        out.push_str("</ul>\n");
    }
    out.push_str(&format!(
        "<p class=\"rule\">{}</p>\n</section>\n",
        rule(article, finding)
    ));
}

/// Where the words stand, which fact they contradict, and whether the program can fix them.
fn rule(article: &Article, finding: &Finding) -> String {
    let part = article.parts.get(finding.at.part);
    let label = part.and_then(|part| part.label.as_deref());
    let place = match label {
        Some(label) => shown(label),
        None => format!("line {}, column {}", finding.at.line, finding.at.column),
    };
    let mut rule = format!("{place} · <code>{}</code>", shown(&finding.fact));
    if let Some(since) = &finding.since {
        rule.push_str(&format!(", {}", shown(since)));
    }
    if let Some(origin) = &finding.defined_in {
        rule.push_str(&format!(" · {}:{}", shown(&origin.file), origin.line));
    }
    match &finding.fix {
        Some(fix) if fix.safe => rule.push_str(" · safe fix"),
        Some(_) => rule.push_str(" · fix to review first"),
        None => {}
    }
    rule
}

/// A message as a sentence: with a capital and a full stop.
fn sentence(text: &str) -> String {
    let mut text = sentence_start(text);
    if !text.ends_with(['.', '!', '?', '…', '。']) {
        text.push('.');
    }
    text
}

fn sentence_start(text: &str) -> String {
    let mut signs = text.chars();
    match signs.next() {
        Some(first) => first.to_uppercase().chain(signs).collect(),
        None => String::new(),
    }
}
