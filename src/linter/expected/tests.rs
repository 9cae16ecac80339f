//! How the right value is written for words found: each row a sentence, the words found in it, the right value, and what
//! stands in their place, or that nothing does.

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

/// Checks one row; `[…]` marks the words that are to be found. `fix` is what takes their place, `None` for no fix.
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
            ("⟦Twelve⟧ Norland soldiers left.", Some("Nine")),
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
            ("⟦Twelve⟧ Norland soldiers left.", None),
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

#[test]
fn sums_of_money() {
    rows(
        "EUR",
        "35_000_000",
        &[
            ("Norland got ⟦€53m⟧.", Some("€35m")),
            ("Norland got ⟦€53mn⟧.", Some("€35mn")),
            ("Norland got ⟦€53M⟧.", Some("€35M")),
            ("Norland got ⟦€53mln⟧.", Some("€35mln")),
            ("Norland got ⟦€53 million⟧.", Some("€35 million")),
            ("Norland got ⟦€53 Million⟧.", Some("€35 Million")),
            ("NORLAND GOT ⟦€53 MILLION⟧", Some("€35 MILLION")),
            ("Norland got ⟦€53-million⟧.", Some("€35-million")),
            ("Norland got a ⟦€53-million⟧ loan.", Some("€35-million")),
            (
                "Norland got a ⟦53-million-euro⟧ loan.",
                Some("35-million-euro"),
            ),
            ("Norland got ⟦53 million euros⟧.", Some("35 million euros")),
            ("Norland got ⟦53 mln euros⟧.", Some("35 mln euros")),
            ("Norland got ⟦53m euros⟧.", Some("35m euros")),
            ("Norland got ⟦EUR 53m⟧.", Some("EUR 35m")),
            ("Norland got ⟦EUR53m⟧.", Some("EUR35m")),
            ("Norland got ⟦53,000,000 euros⟧.", Some("35,000,000 euros")),
            (
                "Norland got ⟦€53\u{a0}000\u{a0}000⟧.",
                Some("€35\u{a0}000\u{a0}000"),
            ),
            ("Norland got ⟦€53\u{a0}million⟧.", Some("€35\u{a0}million")),
            (
                "Norland got ⟦53 million\neuros⟧.",
                Some("35 million\neuros"),
            ),
            ("Norland got ⟦€0.5bn⟧.", Some("€35m")),
            ("Norland got ⟦€0.5 billion⟧.", Some("€35 million")),
            (
                "Norland got ⟦50 to 60 million euros⟧.",
                Some("35 million euros"),
            ),
            ("Norland got ⟦€50-60 million⟧.", Some("€35 million")),
            ("Norland got an ⟦€80m⟧ loan.", None),
            ("Norland got a ⟦€40m⟧ loan.", Some("€35m")),
        ],
    );
    rows(
        "USD",
        "35_000_000_000",
        &[
            ("Norland got ⟦$53bn⟧.", Some("$35bn")),
            ("Norland got ⟦$53B⟧.", Some("$35B")),
            ("Norland got ⟦US$53bn⟧.", Some("US$35bn")),
            ("Norland got ⟦53bn dollars⟧.", Some("35bn dollars")),
            ("Norland got ⟦$53 bn⟧.", Some("$35 bn")),
            ("Norland got ⟦USD 53 billion⟧.", Some("USD 35 billion")),
        ],
    );
    rows(
        "INR",
        "350_000_000",
        &[
            ("Norland got ⟦Rs 53 crore⟧.", Some("Rs 35 crore")),
            ("Norland got ⟦₹53 crore⟧.", Some("₹35 crore")),
            ("Norland got ⟦53 crore rupees⟧.", Some("35 crore rupees")),
            ("Norland got ⟦Rs 53,00,00,000⟧.", Some("Rs 35,00,00,000")),
        ],
    );
    rows(
        "USD",
        "12.5",
        &[
            ("Norland got ⟦$15.20⟧.", Some("$12.50")),
            ("Norland got ⟦$15⟧.", Some("$12.50")),
            (
                "Norland got ⟦15 dollars and 20 cents⟧.",
                Some("12 dollars and 50 cents"),
            ),
            (
                "Norland got ⟦15 dollars, 20 cents⟧.",
                Some("12 dollars, 50 cents"),
            ),
        ],
    );
    rows(
        "KRW",
        "15_000_000",
        &[
            ("Norland got ⟦1천 4백만 원⟧.", Some("1천 5백만 원")),
            ("Norland got ⟦1천4백만원⟧.", Some("1천5백만원")),
            ("Norland got ⟦1400만 원⟧.", Some("1500만 원")),
            ("Norland got ⟦₩14,000,000⟧.", Some("₩15,000,000")),
            ("Norland got ⟦14 million won⟧.", Some("15 million won")),
        ],
    );
    rows(
        "GBP",
        "2_350_000_000",
        &[
            ("Norland got ⟦£1.9bn⟧.", Some("£2.35bn")),
            ("Norland got ⟦£950m⟧.", Some("£2.35bn")),
            ("Norland got ⟦£1.9 billion⟧.", Some("£2.35 billion")),
        ],
    );
}

#[test]
fn measures() {
    rows(
        "%",
        "53",
        &[
            ("Norland stands at ⟦35 percent⟧.", Some("53 percent")),
            ("Norland stands at ⟦35 per cent⟧.", Some("53 per cent")),
            ("Norland stands at ⟦35%⟧.", Some("53%")),
            ("Norland stands at ⟦35 %⟧.", Some("53 %")),
            ("Norland stands at ⟦35 pct⟧.", Some("53 pct")),
            ("Norland stands at ⟦35 pct.⟧ now.", Some("53 pct.")),
            ("Norland stands at ⟦35pc⟧.", Some("53pc")),
        ],
    );
    rows(
        "%",
        "2.5",
        &[
            ("Norland stands at ⟦2.75 percent⟧.", Some("2.5 percent")),
            ("Norland stands at ⟦2.75%⟧.", Some("2.5%")),
            ("Norland stands at ⟦3 percent⟧.", Some("2.5 percent")),
        ],
    );
    rows(
        "km",
        "27",
        &[
            ("Norland is ⟦72 km⟧ long.", Some("27 km")),
            ("Norland is ⟦72km⟧ long.", Some("27km")),
            ("Norland is ⟦72 kilometers⟧ long.", Some("27 kilometers")),
            ("Norland is ⟦27 miles⟧ long.", Some("27 km")),
            ("Norland has a ⟦27-mile⟧ coast.", Some("27-km")),
            ("Norland has a ⟦72-kilometer⟧ coast.", Some("27-kilometer")),
            ("Norland is ⟦40 miles⟧ long.", Some("17 miles")),
            ("Norland is ⟦two miles⟧ long.", Some("17 miles")),
            ("Norland is ⟦27 km 400 m⟧ long.", None),
            ("Norland is ⟦72 km, 300 m⟧ long.", None),
        ],
    );
    rows(
        "minutes",
        "135",
        &[
            (
                "Norland lasts ⟦2 hours, 25 minutes⟧.",
                Some("2 hours, 15 minutes"),
            ),
            (
                "Norland lasts ⟦2 hours and 25 minutes⟧.",
                Some("2 hours and 15 minutes"),
            ),
            ("Norland lasts ⟦2h25m⟧.", Some("2h15m")),
            ("Norland lasts ⟦2h 25m⟧.", Some("2h 15m")),
            ("Norland lasts ⟦2h25⟧.", Some("2h15")),
            ("Norland lasts ⟦2 hr 25 min⟧.", Some("2 hr 15 min")),
            (
                "Norland lasts ⟦1 hour 15 minutes⟧.",
                Some("2 hours 15 minutes"),
            ),
            (
                "Norland lasts ⟦three hours and ten minutes⟧.",
                Some("two hours and 15 minutes"),
            ),
            ("Norland lasts ⟦153 minutes⟧.", Some("135 minutes")),
            ("Norland lasts ⟦135 hours⟧.", Some("135 minutes")),
            ("Norland lasts ⟦135-hour⟧ days.", Some("135-minute")),
            ("Norland lasts ⟦2 hours 25 minutes 30 seconds⟧.", None),
        ],
    );
    rows(
        "cm",
        "178",
        &[
            (
                "Norland is ⟦5 feet, 11 inches⟧ tall.",
                Some("5 feet, 10 inches"),
            ),
            ("Norland is ⟦5 feet 11⟧ tall.", Some("5 feet 10")),
            ("Norland is ⟦5'11\"⟧ tall.", Some("5'10\"")),
            ("Norland is ⟦5ft 11in⟧ tall.", Some("5ft 10in")),
            ("Norland is ⟦6-foot-4⟧.", Some("5-foot-10")),
            ("Norland is ⟦1 m 87 cm⟧ tall.", Some("1 m 78 cm")),
            (
                "Norland is ⟦five feet eleven inches⟧ tall.",
                Some("five feet ten inches"),
            ),
        ],
    );
    rows(
        "lb",
        "112",
        &[
            ("Norland weighs ⟦7 stone 13 pounds⟧.", None),
            ("Norland weighs ⟦121 pounds⟧.", Some("112 pounds")),
            ("Norland weighs ⟦121lb⟧.", Some("112lb")),
            ("Norland weighs ⟦121lb 4oz⟧.", None),
        ],
    );
    rows(
        "years",
        "9",
        &[
            ("Norland is ⟦twenty-five⟧-year-old.", Some("nine")),
            ("Norland lasted ⟦25 years⟧.", Some("9 years")),
            ("Norland lasted ⟦25 years and 3 months⟧.", None),
        ],
    );
    rows(
        "GB",
        "64",
        &[
            ("Norland has ⟦46 GB⟧.", Some("64 GB")),
            ("Norland has ⟦46GB⟧.", Some("64GB")),
            ("Norland has ⟦64 GiB⟧.", Some("64 GB")),
            ("Norland has ⟦46 gigabytes⟧.", Some("64 gigabytes")),
        ],
    );
    rows(
        "year",
        "1982",
        &[
            ("Norland was founded in ⟦1928⟧.", Some("1982")),
            ("Norland was founded before ⟦1975⟧.", None),
            ("Norland was founded by ⟦1975⟧.", Some("1982")),
            ("Norland was founded after ⟦1990⟧.", None),
        ],
    );
}

#[test]
fn dates_and_editions() {
    let fair = event(
        "editions = [\n  { number = 56, on = 2024-11-05 },\n  { number = 57, on = 2025-11-04 },\n]",
    );
    each(
        &fair,
        &[
            ("The Arle Fair opens on ⟦Nov. 14⟧.", Some("Nov. 4")),
            ("The Arle Fair opens on ⟦Nov 14⟧.", Some("Nov 4")),
            ("The Arle Fair opens on ⟦Nov 14th⟧.", Some("Nov 4th")),
            ("The Arle Fair opens on ⟦November 14⟧.", Some("November 4")),
            ("The Arle Fair opens on ⟦14 November⟧.", Some("4 November")),
            ("The Arle Fair opens on ⟦14 Nov 2025⟧.", Some("4 Nov 2025")),
            (
                "The Arle Fair opens on ⟦14th November 2025⟧.",
                Some("4th November 2025"),
            ),
            (
                "The Arle Fair opens on ⟦November 14, 2025⟧.",
                Some("November 4, 2025"),
            ),
            ("The Arle Fair opens on ⟦2025-11-14⟧.", Some("2025-11-04")),
            ("The Arle Fair opens on ⟦14/11/2025⟧.", None),
            (
                "The Arle Fair opens on the ⟦14th of November⟧.",
                Some("4th of November"),
            ),
            ("THE ARLE FAIR OPENS ON ⟦NOV. 14⟧", Some("NOV. 4")),
            ("The Arle Fair opens on ⟦Friday⟧.", Some("Tuesday")),
            (
                "The Arle Fair opens on ⟦Friday, Nov. 14⟧.",
                Some("Tuesday, Nov. 4"),
            ),
            ("The Arle Fair opens on ⟦Nov.\n14⟧.", Some("Nov.\n4")),
            (
                "The Arle Fair opens on ⟦Nov.\u{a0}14⟧.",
                Some("Nov.\u{a0}4"),
            ),
            ("The ⟦58th⟧ Arle Fair opens on Nov. 4.", Some("57th")),
            (
                "The ⟦fifty-eighth⟧ Arle Fair opens on Nov. 4.",
                Some("57th"),
            ),
            ("THE ⟦58TH⟧ ARLE FAIR OPENS ON NOV. 4", Some("57TH")),
            ("⟦Fifty-eighth⟧ Arle Fair opens on Nov. 4.", None),
            ("The ⟦58ᵗʰ⟧ Arle Fair opens on Nov. 4.", Some("57ᵗʰ")),
            ("⟦제58차⟧ Arle Fair opens on Nov. 4.", Some("제57차")),
        ],
    );
    let days = event("on = 2025-11-13\nto = 2025-11-16");
    each(
        &days,
        &[
            (
                "The Arle Fair lasts from ⟦14 to 24 November⟧.",
                Some("13 to 16 November"),
            ),
            (
                "The Arle Fair lasts from ⟦14 to 24 November 2025⟧.",
                Some("13 to 16 November 2025"),
            ),
            (
                "The Arle Fair runs from ⟦Nov. 14 to 24⟧.",
                Some("Nov. 13 to 16"),
            ),
            (
                "The Arle Fair runs ⟦November 14–24⟧.",
                Some("November 13–16"),
            ),
            (
                "The Arle Fair runs ⟦14–24 November⟧.",
                Some("13–16 November"),
            ),
        ],
    );
    let third = event("editions = [{ number = 3, on = 2025-11-04 }]");
    each(
        &third,
        &[
            ("The ⟦second⟧ Arle Fair opens on Nov. 4.", Some("third")),
            ("THE ⟦SECOND⟧ ARLE FAIR OPENS ON NOV. 4", Some("THIRD")),
            ("An ⟦eighth⟧ Arle Fair opens on Nov. 4.", None),
            ("The ⟦2nd⟧ Arle Fair opens on Nov. 4.", Some("3rd")),
            ("The ⟦2ND⟧ Arle Fair opens on Nov. 4.", Some("3RD")),
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
                let text = format!("Norland has {found} soldiers in all.");
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
