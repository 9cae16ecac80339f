//! `factlint explain`.

mod cli_support;
mod support;

use std::path::PathBuf;

use cli_support::Desk;
use factlint::article::{Article, Format};
use factlint::checks::CHECKS;
use factlint::explain::{Explainer, Explanation, Sample, check};
use factlint::linter::{Linter, Settings};
use factlint::packs::{self, PackSource, Packs};
use factlint::report::{Look, explain};
use jiff::civil::{Date, date};
use support::{FOLDERS, below, load, root};

const FERRIES: &str = r#"
[pack]
name = "Ferries"

[[entity]]
id      = "june-okafor"
name    = "June Okafor"
accept  = ["June A. Okafor", { name = "June Marsh", until = 2011-06-30 }]
reject  = ["June Okofor"]
unlike  = ["Jane Okafor"]
born    = 1961-04-29
source  = "Port Ellery council, list of members"
checked = 2025-10-01

[[office]]
id      = "harbor-master"
titles  = ["Harbor Master"]
of      = ["Port Ellery"]
holders = [
  { name = "Ida Holm", until = 2019-12-31 },
  { name = "@june-okafor", from = 2020-01-01, until = 2025-03-31 },
  { name = "Sven Aas", from = 2025-04-01, until = "2025-05", acting = true },
  { name = "Tomas Brandt", from = 2025-06-01 },
]
unless  = ["a drill"]
note    = "The post was vacant in spring."
source  = ["Port Ellery council, minutes of 12 March 2025", "https://example.org/harbor"]

[[figure]]
id      = "crew"
what    = "sailors on the ferries of Port Ellery"
unit    = ["sailors", "crew members"]
subject = ["ferries", "Bay Ferries"]
context = ["Port Ellery"]
values  = [{ value = 1_540, until = 2023 }, { value = 1_450, from = 2024 }]
source  = "Bay Ferries, yearly report"

[[event]]
id       = "regatta"
names    = ["Port Ellery Regatta"]
editions = [
  { number = 40, on = 2024-06-01, at = ["North Quay"] },
  { number = 41, on = 2025-06-07, to = 2025-06-08, at = ["South Quay", "Kade"] },
  { number = 42, on = 2026-06-06, at = ["North Quay"] },
]
severity = "warning"

[[statement]]
id      = "pier-owner"
what    = "owner of the old pier"
says    = ["(North|old) pier … owned by {owner}", "{owner}'s [old] North pier"]
records = [{ owner = "Bay Ferries", until = 2024-12-31 }, { owner = ["Elm Shipping", "Elm"], from = 2025-01-01 }]
in-quotes = "skip"

[[test]]
name  = "the harbor master before"
date  = 2025-11-03
text  = "Port Ellery Harbor Master Ida Holm closed the pier."
finds = [{ fact = "harbor-master", found = "Ida Holm", expected = "Tomas Brandt" }]
"#;

const IDS: [&str; 5] = [
    "june-okafor",
    "harbor-master",
    "crew",
    "regatta",
    "pier-owner",
];
const DAY: Date = date(2025, 11, 3);

fn desk() -> Desk {
    let desk = Desk::empty();
    desk.write("rules/ferries.toml", FERRIES);
    desk
}

fn ferries() -> Packs {
    let source = PackSource {
        file: "rules/ferries.toml".into(),
        text: FERRIES.into(),
    };
    packs::load(vec![source]).expect("the pack is well formed")
}

/// A drawing without its colours.
fn drawn(told: &Explanation, width: usize, unicode: bool) -> String {
    let mut look = Look::default();
    (look.width, look.unicode) = (width, unicode);
    anstream::adapter::strip_str(&explain::fact(told, look)).to_string()
}

#[test]
fn a_fact_of_each_kind() {
    for id in IDS {
        let done = desk().run(&["explain", id, "--date", "2025-11-03"]);
        assert_eq!((done.status, done.err.as_str()), (0, ""), "{id}");
        insta::assert_snapshot!(format!("fact_{id}"), done.out);
    }
}

#[test]
fn a_fact_on_other_days() {
    let says = |id: &str, day: &str| {
        let done = desk().run(&["explain", id, "--date", day]);
        done.out.lines().nth(1).unwrap_or_default().to_string()
    };
    let told = [
        ("harbor-master", "2015-05-05"),
        ("harbor-master", "2022-05-05"),
        ("harbor-master", "2025-04-05"),
        ("crew", "2020-01-01"),
        ("regatta", "2024-06-01"),
        ("regatta", "2030-01-01"),
        ("pier-owner", "2024-01-01"),
    ];
    let told = told.map(|(id, day)| format!("{day} {}", says(id, day)));
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn each_check() {
    for known in CHECKS {
        let done = Desk::empty().run(&["explain", known.id]);
        assert_eq!(
            (done.status, done.err.as_str()),
            (0, ""),
            "a check needs no rules"
        );
        insta::assert_snapshot!(format!("check_{}", known.id), done.out);
    }
}

#[test]
fn examples_of_checks_are_what_they_say() {
    for known in CHECKS {
        let told = check(known.id).expect("a check");
        let reported = told.reported.expect("an example");
        let facts: Vec<&str> = reported.findings.iter().map(|f| f.fact.as_str()).collect();
        assert_eq!(facts, [format!("check:{}", known.id)]);
        assert!(
            told.silent.expect("an example").findings.is_empty(),
            "{}",
            known.id
        );
    }
}

#[test]
fn several_at_once_and_in_the_order_asked_for() {
    let done = desk().run(&["explain", "crew", "check:weekday", "regatta"]);
    let places = ["crew (figure)", "weekday (check)", "regatta (event)"];
    let places = places.map(|head| done.out.find(head).expect(head));
    assert!(places.is_sorted());
}

#[test]
fn an_unknown_id_is_told_with_its_neighbours() {
    let done = desk().run(&["explain", "harbour-master", "crew"]);
    assert_eq!(done.status, 2);
    assert!(done.out.contains("crew (figure)"), "the others are told");
    assert!(
        done.err.contains("did you mean `harbor-master`?"),
        "{}",
        done.err
    );
    let done = desk().run(&["explain", "xyz"]);
    assert!(
        done.err.contains("`factlint explain` lists all"),
        "{}",
        done.err
    );
    let done = Desk::empty().run(&["explain", "crew"]);
    assert_eq!(done.status, 2, "there are no rules");
}

#[test]
fn all_are_listed_one_a_line() {
    let done = desk().run(&["explain", "--date", "2025-11-03"]);
    insta::assert_snapshot!(done.out);
}

#[test]
fn the_same_as_json() {
    let done = desk().run(&[
        "explain",
        "--format",
        "json",
        "--date",
        "2025-11-03",
        "crew",
        "weekday",
    ]);
    insta::assert_snapshot!(done.out);
    let all = desk().run(&["explain", "--format", "json"]).json();
    assert_eq!(
        all["all"].as_array().expect("a list").len(),
        IDS.len() + CHECKS.len()
    );
}

#[test]
fn the_chart_at_other_widths() {
    let packs = ferries();
    let mut explainer = Explainer::new(&packs);
    let mut out = String::new();
    for (width, unicode) in [(40, true), (60, true), (120, true), (80, false)] {
        for id in IDS {
            let told = explainer.explain(id, DAY).expect("a fact");
            let text = drawn(&told, width, unicode);
            let (chart, _) = text.split_once("\n\n  ").map_or(("", ""), |(_, rest)| {
                rest.split_once("\n\n").unwrap_or((rest, ""))
            });
            out += &format!("{id}, {width} columns\n  {chart}\n\n");
            let widest = text.lines().map(|line| line.chars().count()).max();
            assert!(
                widest.is_some_and(|widest| widest <= width.max(60)),
                "{text}"
            );
            let chart_is_ascii = unicode || chart.is_ascii();
            assert!(chart_is_ascii, "{chart}");
        }
    }
    insta::assert_snapshot!(out);
}

/// The packs of the project, as they are read together.
fn sets() -> Vec<Vec<PathBuf>> {
    let alone = FOLDERS.iter().flat_map(|folder| below(folder, "toml"));
    let mut sets: Vec<Vec<PathBuf>> = alone.map(|file| vec![file]).collect();
    sets.push(below("rules", "toml"));
    sets.push(vec![root("tests/good.toml")]);
    sets
}

fn check_again(linter: &Linter, sample: &Sample) -> Vec<String> {
    let mut article = Article::from_text("a", &sample.text, Format::PLAIN).expect("text");
    article.date = sample.date;
    let found = linter.check(&article);
    found.into_iter().map(|finding| finding.fact).collect()
}

/// Every fact of every pack has an explanation, nearly every one has examples, and the linter says of these what they
/// say.
#[test]
fn examples_are_what_they_say() {
    let (mut all, mut shown, mut mute) = (0, 0, Vec::new());
    for files in sets() {
        let packs = load(&files);
        let mut explainer = Explainer::new(&packs);
        for pack in &packs.packs {
            // The loader alone can leave facts out: those of the pack, and the entities that it refers to.
            let mut seen = packs.clone();
            seen.facts = packs.facts_of(pack).cloned().collect();
            let linter = Linter::new(&seen, &Settings::default());
            for fact in packs.facts.get(pack.facts.clone()).expect("its facts") {
                let told = explainer.explain(&fact.id, DAY).expect("an explanation");
                assert!(told.says.ends_with('.') && told.says.len() > 10, "{told:?}");
                for (width, unicode) in [(40, false), (60, true), (120, true)] {
                    assert!(drawn(&told, width, unicode).contains(&fact.id));
                }
                let Some((reported, silent)) = told.reported.zip(told.silent) else {
                    let why = told.no_example.expect("a reason");
                    if !why.contains("reports nothing") {
                        all += 1;
                        mute.push(fact.id.clone());
                    }
                    continue;
                };
                all += 1;
                shown += 1;
                assert_eq!(check_again(&linter, &reported).join(" "), fact.id);
                assert_eq!(check_again(&linter, &silent), [""; 0], "{}", silent.text);
            }
        }
    }
    println!("{shown} of {all} have both examples; without: {mute:?}");
    assert!(shown * 100 >= all * 95, "{shown} of {all}: {mute:?}");
}
