//! How the right value is written for words found: each row a sentence, the words found in it, the right value, and what
//! takes their place, or that nothing does.

mod dates;
mod measures;
mod money;

use jiff::civil::date;

use crate::article::{Article, Format};
use crate::finding::Finding;
use crate::linter::{Linter, Settings};
use crate::packs::{PackSource, load};

/// A figure of `unit` (as a rule file has it) with the right value.
fn figure(unit: &str, value: &str) -> String {
    let nouns = ["soldiers", "soldier"];
    let unit = match unit {
        "" => format!("{nouns:?}"),
        unit => format!("{unit:?}"),
    };
    format!("[[figure]]\nid = \"f\"\nunit = {unit}\nsubject = [\"Norland\"]\nvalue = {value}\n")
}

fn event(keys: &str) -> String {
    format!("[[event]]\nid = \"f\"\nnames = [\"Arle Fair\"]\n{keys}\n")
}

fn findings(pack: &str, text: &str) -> Vec<Finding> {
    let source = PackSource {
        file: "a.toml".into(),
        text: pack.into(),
    };
    let packs = load(vec![source]).unwrap_or_else(|problems| panic!("{problems:?} in {pack}"));
    let linter = Linter::new(&packs, &Settings::default());
    let format = Format::of_path("a.txt").expect("plain text");
    let article = Article::from_text("a.txt", text, format).expect("an article");
    let article = article.with_date(date(2025, 11, 3));
    let mut findings = linter.check(&article);
    findings.retain(|finding| finding.fact == "f");
    findings
}

/// What a unit, a currency or a separator leaves when the digits and number words are gone.
fn shape(words: &str) -> String {
    let mut shape = String::new();
    for c in words.chars() {
        let c = if c.is_ascii_digit() { '0' } else { c };
        if c != '0' || !shape.ends_with('0') {
            shape.push(c);
        }
    }
    shape
}

/// Checks one row; `⟦…⟧` marks the words that are to be found. `fix` is what takes their place, `None` for no fix.
fn row(pack: &str, marked: &str, fix: Option<&str>) -> Result<(), String> {
    let text = marked.replace(['⟦', '⟧'], "");
    let start = marked.find('⟦').expect("words found");
    let end = marked.find('⟧').expect("their end") - '⟦'.len_utf8();
    let found = &text[start..end];
    let first = findings(pack, &text);
    let [finding] = first.as_slice() else {
        let all: Vec<_> = first.iter().map(|finding| &finding.found).collect();
        return Err(format!("{marked}: {all:?}"));
    };
    if finding.found != found {
        return Err(format!("{marked}: found {:?}", finding.found));
    }
    let written = finding.fix.as_ref().map(|fix| fix.text.as_str());
    if written != fix {
        let expected = &finding.expected;
        return Err(format!("{marked}: fix {written:?}, expected {expected:?}"));
    }
    let Some(written) = written else {
        return Ok(());
    };
    let changed = format!("{}{written}{}", &text[..start], &text[end..]);
    match findings(pack, &changed).first() {
        Some(again) => Err(format!("{changed}: {}", again.message)),
        None => Ok(()),
    }
}

/// Checks every row, and says all that is wrong.
#[track_caller]
fn each(pack: &str, rows: &[(&str, Option<&str>)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(marked, fix)| row(pack, marked, *fix).err())
        .collect();
    assert!(wrong.is_empty(), "{pack}\n{}", wrong.join("\n"));
}

/// Rows of the same unit and value; those with a fix keep the shape of the words found.
#[track_caller]
fn rows(unit: &str, value: &str, rows: &[(&str, Option<&str>)]) {
    let pack = figure(unit, value);
    each(&pack, rows);
}

#[test]
fn counted_numbers() {
    rows(
        "",
        "28_500",
        &[
            ("Norland has ⟦25,800⟧ soldiers.", Some("28,500")),
            ("Norland has ⟦25800⟧ soldiers.", Some("28500")),
            ("Norland has ⟦25 800⟧ soldiers.", Some("28 500")),
            ("Norland has ⟦25\u{a0}800⟧ soldiers.", Some("28\u{a0}500")),
            (
                "Norland has ⟦25\u{202f}800⟧ soldiers.",
                Some("28\u{202f}500"),
            ),
            (
                "Norland has ⟦25.8 thousand⟧ soldiers.",
                Some("28.5 thousand"),
            ),
            ("Norland has ⟦25.8K⟧ soldiers.", Some("28.5K")),
            ("Norland has ⟦25.8k⟧ soldiers.", Some("28.5k")),
            (
                "Norland has a ⟦25,800⟧-strong army of soldiers.",
                Some("28,500"),
            ),
            ("Norland has ⟦２５８００⟧ soldiers.", Some("２８５００")),
            ("Norland has ⟦２５，８００⟧ soldiers.", Some("２８，５００")),
            ("Norland has ⟦2만5800⟧ soldiers.", Some("2만8500")),
            ("Norland has ⟦2만 5800⟧ soldiers.", Some("2만 8500")),
            ("Norland has ⟦2만5천8백⟧ soldiers.", Some("2만8천5백")),
            (
                "Norland has ⟦twenty-five thousand⟧ soldiers.",
                Some("28,500"),
            ),
            ("⟦Twenty-five thousand⟧ Norland soldiers left.", None),
            ("Norland has about ⟦35,800⟧ soldiers.", Some("28,500")),
            ("Norland has more than ⟦45,800⟧ soldiers.", None),
            ("Norland has at least ⟦45,800⟧ soldiers.", Some("28,500")),
            ("Norland has ⟦over 28,500⟧ soldiers.", Some("28,500")),
            (
                "Norland has ⟦30,000 soldiers or more⟧.",
                Some("28,500 soldiers"),
            ),
            ("Norland has ⟦30,000-35,000⟧ soldiers.", Some("28,500")),
            ("Norland has between ⟦30,000 and 35,000⟧ soldiers.", None),
            ("Norland has ⟦25,800⟧* soldiers.", Some("28,500")),
            ("Norland has ⟦25,800⟧[1] soldiers.", Some("28,500")),
        ],
    );
    rows(
        "",
        "9",
        &[
            ("Norland has ⟦twelve⟧ soldiers.", Some("nine")),
            ("⟦Twelve⟧ soldiers of Norland are there.", Some("Nine")),
            ("NORLAND HAS ⟦TWELVE⟧ SOLDIERS", Some("NINE")),
            ("Norland has ⟦12⟧ soldiers.", Some("9")),
            ("Norland has ⟦a dozen⟧ soldiers.", Some("nine")),
            ("Norland has ⟦one⟧ soldier.", None),
            ("Norland has an ⟦8⟧-soldier guard.", None),
            ("Norland has a ⟦7⟧-soldier guard.", Some("9")),
        ],
    );
    rows(
        "",
        "13",
        &[
            ("Norland has ⟦twelve⟧ soldiers.", Some("13")),
            ("⟦Twelve⟧ soldiers of Norland are there.", None),
            ("Norland has ⟦thirty-one⟧ soldiers.", Some("13")),
        ],
    );
    rows(
        "",
        "2_350_000",
        &[
            ("Norland has ⟦1.9 million⟧ soldiers.", Some("2.35 million")),
            ("Norland has ⟦3,250,000⟧ soldiers.", Some("2,350,000")),
            (
                "Norland has ⟦three million⟧ soldiers.",
                Some("2.35 million"),
            ),
            ("Norland has ⟦23,50,00,000⟧ soldiers.", Some("23,50,000")),
        ],
    );
    rows(
        "",
        "2_000_000",
        &[
            ("Norland has ⟦three million⟧ soldiers.", Some("two million")),
            ("NORLAND HAS ⟦THREE MILLION⟧ SOLDIERS", Some("TWO MILLION")),
            (
                "⟦Three million⟧ Norland soldiers left.",
                Some("Two million"),
            ),
        ],
    );
}

/// Whatever is written takes the place of what was found: it keeps its unit, separators, hyphens and spaces, and is then
/// read as the right value.
#[test]
fn what_is_written_keeps_its_shape_and_is_right() {
    let scaled = ["", "_000", "_000_000", "_000_000_000"];
    for (unit, scale, templates) in [
        (
            "EUR",
            2,
            &[
                "€{}m",
                "€{} million",
                "€{}-million",
                "{}-million-euro",
                "EUR {}m",
                "{} mln euros",
            ][..],
        ),
        (
            "USD",
            3,
            &["${}bn", "US${} billion", "${}B", "{} billion dollars"],
        ),
        ("INR", 0, &["Rs {}", "₹{}", "{} rupees"]),
        ("km", 0, &["{} km", "{}km", "{} kilometers", "{}-km"]),
        ("%", 0, &["{}%", "{} percent", "{} per cent", "{}pc"]),
        ("", 1, &["{},000", "{} 000", "{}000", "{}K", "{} thousand"]),
        ("minutes", 0, &["{} minutes", "{} min", "{}-minute"]),
        ("kg", 0, &["{} kg", "{}kg", "{} kilograms"]),
    ] {
        for (right, wrong) in [
            (35, 53),
            (27, 72),
            (110, 101),
            (9, 12),
            (96, 69),
            (640, 460),
            (75, 65),
        ] {
            let pack = figure(unit, &format!("{right}{}", scaled[scale]));
            for template in templates {
                let found = template.replace("{}", &wrong.to_string());
                let counted = if unit.is_empty() { " soldiers" } else { "" };
                let text = format!("Norland has {found}{counted} in all.");
                let first = findings(&pack, &text);
                let [finding] = first.as_slice() else {
                    panic!("{text}: {} findings", first.len());
                };
                let Some(fix) = &finding.fix else {
                    panic!("{text}: no fix, expected {:?}", finding.expected);
                };
                assert_eq!(shape(&fix.text), shape(&finding.found), "{text}");
                let changed = text.replace(&finding.found, &fix.text);
                assert!(findings(&pack, &changed).is_empty(), "{changed}");
            }
        }
    }
}
