//! A draft as a rule file.

use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::KINDS;
use super::fact::{Suggestion, Toml};
use crate::article::Article;
use crate::finding::Finding;

/// More sources than these are counted, not listed.
const SOURCES: usize = 3;

/// The table of a fact without its comments: with its own values, or with the other ones that prove it. `ids` are those of
/// entities by name, to which holders refer.
pub(super) fn table(fact: &Suggestion, other: bool, ids: &HashMap<String, String>) -> String {
    let mut out = format!("[[{}]]\nid = {}\n", fact.kind, text(&fact.id));
    for (key, value) in &fact.keys {
        let other = fact
            .other
            .iter()
            .filter(|_| other)
            .find(|(name, _)| name == key);
        let value = other.map_or(value, |(_, value)| value);
        let _ = writeln!(out, "{key} = {}", written(value, ids));
    }
    out
}

fn written(value: &Toml, ids: &HashMap<String, String>) -> String {
    match value {
        Toml::Text(words) => text(words),
        Toml::List(list) => self::list(list),
        Toml::Number(value) => number(*value),
        Toml::Day(day) => day.to_string(),
        Toml::Holder(name) => {
            let name = ids
                .get(name)
                .map_or(text(name), |id| text(&format!("@{id}")));
            format!("[{{ name = {name} }}]")
        }
        Toml::Editions(editions) => {
            let rows = editions.iter().map(|edition| {
                let number = edition.number.map(|number| format!("number = {number}"));
                let on = edition.on.map(|on| format!("on = {on}"));
                let at = edition
                    .at
                    .iter()
                    .map(|at| format!("at = {}", self::list(std::slice::from_ref(at))));
                let keys: Vec<String> = number.into_iter().chain(on).chain(at).collect();
                format!("{{ {} }}", keys.join(", "))
            });
            format!("[{}]", rows.collect::<Vec<_>>().join(", "))
        }
    }
}

fn text(words: &str) -> String {
    toml::Value::String(words.to_string()).to_string()
}

fn list(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| text(word)).collect();
    format!("[{}]", words.join(", "))
}

/// `28_500`, `8.2`
fn number(value: Decimal) -> String {
    let plain = value.normalize().to_string();
    let (whole, fraction) = plain
        .split_once('.')
        .map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if at > 0 && left % 3 == 0 && whole.len() > 4 {
            out.push('_');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        let _ = write!(out, ".{fraction}");
    }
    out
}

/// A written draft, and the bytes of each fact and each test in it.
pub(super) struct Written {
    pub text: String,
    pub facts: Vec<Range<usize>>,
}

/// Writes the facts, each with the findings of its test.
pub(super) fn draft(
    facts: &[Suggestion],
    tests: &[Option<Vec<Finding>>],
    articles: &[Article],
) -> Written {
    let ids: HashMap<String, String> = facts
        .iter()
        .filter(|fact| fact.kind == "entity")
        .filter_map(|fact| Some((fact.text("name")?.to_string(), fact.id.clone())))
        .collect();
    let mut out = head(facts, articles);
    let mut places = Vec::new();
    let mut section = None;
    for fact in facts {
        if section != Some(fact.section) {
            section = Some(fact.section);
            let title = KINDS.get(fact.section).map_or("", |kind| kind.title);
            let _ = write!(out, "\n# {} {title}\n", "-".repeat(64));
        }
        out.push('\n');
        comments(&mut out, fact, articles);
        let start = out.len();
        out.push_str(&table(fact, false, &ids));
        let _ = writeln!(out, "source = {}", sources(fact, articles));
        places.push(start..out.len());
    }
    if tests.iter().any(Option::is_some) {
        let _ = write!(
            out,
            "\n# {} tests\n# Sentences of the articles, each with a slip put in.\n",
            "-".repeat(64)
        );
    }
    for (fact, found) in facts.iter().zip(tests) {
        if let (Some(probe), Some(found)) = (&fact.probe, found) {
            test(&mut out, fact, probe.date, &probe.text, found);
        }
    }
    Written {
        text: out,
        facts: places,
    }
}

fn test(
    out: &mut String,
    fact: &Suggestion,
    date: Option<Date>,
    sentence: &str,
    found: &[Finding],
) {
    let _ = write!(
        out,
        "\n[[test]]\nname = {}\n",
        text(&format!("{}: a slip", fact.id))
    );
    if let Some(date) = date {
        let _ = writeln!(out, "date = {date}");
    }
    let _ = writeln!(out, "text = {}", text(sentence));
    let finds = found.iter().map(|finding| {
        let mut row = format!(
            "fact = {}, found = {}",
            text(&finding.fact),
            text(&finding.found)
        );
        if let Some(expected) = &finding.expected {
            let _ = write!(row, ", expected = {}", text(expected));
        }
        format!("{{ {row} }}")
    });
    let _ = writeln!(out, "finds = [{}]", finds.collect::<Vec<_>>().join(", "));
}

fn head(facts: &[Suggestion], articles: &[Article]) -> String {
    let disputed = facts
        .iter()
        .filter(|fact| !fact.disputes.is_empty())
        .count();
    let mut out = format!(
        "# A draft of {}, read from {} by `factlint suggest`. Nobody has verified any of it.\n#\n\
         # How to go on:\n\
         # 1. Strike out what no article of yours will get wrong.\n",
        crate::report::counted(facts.len(), "fact", "facts"),
        crate::report::counted(articles.len(), "article", "articles"),
    );
    let mut step = 2;
    if disputed > 0 {
        let _ = writeln!(
            out,
            "# {step}. Look for DISAGREEMENT: there the articles differ ({}). Find out who is right.",
            crate::report::counted(disputed, "fact", "facts"),
        );
        step += 1;
    }
    let _ = write!(
        out,
        "# {step}. Verify the rest. Put into `source` where you looked it up, and add `checked` with the day on which you did.\n\
         # {}. Where a fact holds for a time only, bound it with `from` and `until`.\n\
         # {}. Run `factlint rules` and `factlint test`.\n\
         \n[pack]\nname = \"Draft\"\n",
        step + 1,
        step + 2,
    );
    out
}

/// What stands above a fact: how often it is said, and who says otherwise.
fn comments(out: &mut String, fact: &Suggestion, articles: &[Article]) {
    let count = fact.mentions.max(fact.sites.len());
    let agree = fact.articles().len();
    let first = fact
        .sites
        .first()
        .map_or(String::new(), |site| place(site, articles));
    let _ = match (count, agree) {
        (1, _) => writeln!(out, "# once: {first}"),
        (2, 1) => writeln!(out, "# twice, first {first}"),
        (_, 1) => writeln!(out, "# {count} times, first {first}"),
        (2, _) => writeln!(out, "# twice, in {agree} articles, first {first}"),
        _ => writeln!(out, "# {count} times in {agree} articles, first {first}"),
    };
    for remark in &fact.remarks {
        let _ = writeln!(out, "# {}", plain(remark));
    }
    for site in &fact.disputes {
        // Of a holder or an edition the days of the two articles may tell which is the newer.
        let date = site.date.map_or(String::new(), |date| {
            format!(", of {},", date.strftime("%-d %B %Y"))
        });
        let _ = writeln!(
            out,
            "# DISAGREEMENT: {}{date} writes “{}”",
            place(site, articles),
            plain(&site.words)
        );
    }
}

fn place(site: &super::fact::Site, articles: &[Article]) -> String {
    let article = articles.get(site.article);
    let label = article.and_then(|article| article.parts.get(site.start.0)?.label.as_deref());
    let label = label.map_or(String::new(), |label| format!(" ({})", plain(label)));
    format!(
        "{}:{}{label}",
        plain(article.map_or("", |article| &article.name)),
        site.line
    )
}

/// The name of a file without its folders: a source is read far from them.
fn file(name: &str) -> String {
    plain(name.rsplit(['/', '\\']).next().unwrap_or(name))
}

/// On one line, and without signs that a comment must not hold.
fn plain(words: &str) -> String {
    words
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

fn sources(fact: &Suggestion, articles: &[Article]) -> String {
    let agree = fact.articles();
    let mut sources: Vec<String> = agree
        .iter()
        .take(SOURCES)
        .filter_map(|index| articles.get(*index))
        .map(|article| match article.date {
            Some(date) => format!("{}, {}", file(&article.name), date.strftime("%-d %B %Y")),
            None => file(&article.name),
        })
        .collect();
    if agree.len() > SOURCES {
        sources.push(format!(
            "and {}",
            crate::report::counted(agree.len() - SOURCES, "more article", "more articles")
        ));
    }
    match sources.as_slice() {
        [only] => text(only),
        all => list(all),
    }
}
