//! `[[test]]`: an article and what must be found in it.

use super::common::{SEVERITIES, SEVERITY_WORDS};
use super::decode::{At, Context, Node};
use super::problem::suggest;
use super::shape::{Needs, Shape, words};
use super::table::{Key, Table};
use super::{Expected, RuleTest};
use crate::checks::CHECKS;

pub(crate) const KEYS: &[Key] = &[
    Key::required(
        "name",
        Shape::Text,
        "\"transposed digits\"",
        "what is tested",
    ),
    Key::new("date", Shape::Date, "2025-11-03", "the date of the article")
        .more("It comes before any date that the text states itself."),
    Key::required(
        "text",
        Shape::Text,
        "\"Some 25,800 U.S. troops are there.\"",
        "the article",
    ),
    Key::new(
        "finds",
        Shape::List(&Shape::Table(FINDS, Needs::Nothing)),
        "[{ fact = \"usfk-strength\", found = \"25,800\" }]",
        "every finding; left out where the text is clean",
    ),
    Key::new(
        "agrees",
        Shape::List(&Shape::Table(AGREES, Needs::Nothing)),
        "[{ fact = \"usfk-strength\", found = \"28,500\" }]",
        "claims that must be read and hold; left out, nothing is demanded",
    ),
];

const AGREES: &[Key] = &[
    Key::required(
        "fact",
        Shape::Fact,
        "\"usfk-strength\"",
        "the id of the fact",
    ),
    Key::required("found", Shape::Text, "\"28,500\"", "the right words")
        .more("As they stand in the text, sign by sign."),
];

const FINDS: &[Key] = &[
    Key::new(
        "fact",
        Shape::Fact,
        "\"usfk-strength\"",
        "the id of the fact, or of a check: \"check:weekday\"",
    ),
    Key::required("found", Shape::Text, "\"25,800\"", "the wrong words")
        .more("As they stand in the text, sign by sign."),
    Key::new("expected", Shape::Text, "\"28,500\"", "what was expected"),
    Key::new(
        "reason",
        Shape::Choice(&words(REASONS)),
        "\"transposed\"",
        "what kind of slip it looks like",
    ),
    Key::new(
        "severity",
        Shape::Choice(&SEVERITY_WORDS),
        "\"error\"",
        "how bad it is: \"error\", \"warning\" or \"info\"",
    ),
];

const REASONS: &[(&str, ()); 7] = &[
    ("transposed", ()),
    ("magnitude", ()),
    ("outdated", ()),
    ("rounded", ()),
    ("hedge", ()),
    ("unit", ()),
    ("other", ()),
];

pub(crate) fn read<'a>(cx: &mut Context<'a, '_>, node: &'a Node<'a>) -> Option<RuleTest> {
    let tree = node.get_ref().as_table()?;
    let table = Table::new(tree, node.span().into(), &[KEYS]);
    cx.check_keys(&table, &[KEYS], &[], "a test");
    let name = table
        .get("name")
        .and_then(|field| cx.text(field, field.node));
    let text = table
        .get("text")
        .and_then(|field| cx.text(field, field.node));
    let date = cx.day_of(&table, "date").map(|day| day.it);
    let mut finds = Vec::new();
    if let Some(field) = table.get("finds") {
        for node in cx.list(field, "findings") {
            if let Some(find) = cx.table(field, node, FINDS) {
                finds.push(expected(cx, &find, text));
            }
        }
    }
    let mut agrees = Vec::new();
    if let Some(field) = table.get("agrees") {
        for node in cx.list(field, "claims") {
            if let Some(claim) = cx.table(field, node, AGREES) {
                agrees.push(expected(cx, &claim, text));
            }
        }
    }
    let (name, text) = (name?, text?);
    Some(RuleTest {
        name: name.it.to_string(),
        date,
        text: text.it.to_string(),
        finds,
        agrees,
        name_span: name.span,
        text_span: text.span,
    })
}

fn expected<'a>(
    cx: &mut Context<'a, '_>,
    find: &Table<'a>,
    article: Option<At<&'a str>>,
) -> Expected {
    let mut get = |key: &str| find.get(key).and_then(|field| cx.text(field, field.node));
    let fact = get("fact");
    let found = get("found");
    let expected = get("expected");
    let reason = get("reason");
    let severity = get("severity");
    if reason.is_some() {
        cx.one_of(find, "reason", REASONS);
    }
    if severity.is_some() {
        cx.one_of(find, "severity", SEVERITIES);
    }
    if let Some(fact) = fact {
        seen(cx, fact);
    }
    if let (Some(found), Some(article)) = (found, article)
        && !article.it.contains(found.it)
    {
        let file = cx.source.file.clone();
        cx.problem(
            found.span,
            format!("\"{}\" does not stand in the text of the test", found.it),
            "not in the text",
        )
        .label(&file, article.span, "the text")
        .help = Some("write it exactly as it stands there, sign by sign".into());
    }
    let owned = |text: At<&str>| text.it.to_string();
    Expected {
        fact: fact.map(owned),
        found: found.map(owned),
        expected: expected.map(owned),
        reason: reason.map(owned),
        severity: severity.map(owned),
        span: find.span,
    }
}

/// Takes an entity of another pack in, and reports a fact that the test can't see.
fn seen(cx: &mut Context<'_, '_>, fact: At<&str>) {
    if let Some(check) = fact.it.strip_prefix("check:") {
        let known = CHECKS.iter().map(|check| check.id);
        if !known.clone().any(|id| id == check) {
            let help = match suggest(check, known.clone()) {
                Some(near) => format!("did you mean \"check:{near}\"?"),
                None => format!("the checks are {}", known.collect::<Vec<_>>().join(", ")),
            };
            cx.problem(
                fact.span,
                format!("there is no check `{check}`"),
                "unknown check",
            )
            .help = Some(help);
        }
        return;
    }
    match cx.ids.get(fact.it) {
        None => cx.ids.no_fact(fact, cx.file, cx.source, cx.problems),
        Some(id) if id.file == cx.file || cx.ids.is_doubled(fact.it) => {}
        Some(id) if id.kind == "entity" => {
            cx.referred.insert(id.fact);
        }
        Some(_) => {
            cx.problem(
                fact.span,
                format!("the test does not see the fact `{}`", fact.it),
                "this is a fact of another pack",
            )
            .help = Some(
                "a test sees its own pack, and the entities that it refers to: move the test to that pack"
                    .into(),
            );
        }
    }
}
