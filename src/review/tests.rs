use super::*;
use crate::packs::PackSource;
use jiff::civil::date;

/// The remarks on a pack as of 1 July 2025, but for missing sources and tests, each as `id @ the marked words: message`.
fn remarks(text: &str) -> Vec<String> {
    notes(text)
        .into_iter()
        .filter(|note| !matches!(note.remark.id, "no-source" | "no-test"))
        .map(|note| {
            let marked: Vec<&str> = note
                .labels
                .iter()
                .map(|label| label.span.of(text))
                .collect();
            format!(
                "{} @ {}: {}",
                note.remark.id,
                marked.join(" & "),
                note.message
            )
        })
        .collect()
}

fn notes(text: &str) -> Vec<Note> {
    let source = PackSource {
        file: "rules/a.toml".into(),
        text: text.into(),
    };
    let packs = crate::packs::load(vec![source]).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    review(&packs, date(2025, 7, 1), None)
}

fn office(holders: &str) -> String {
    format!(
        "[[office]]\nid = \"mayor\"\ntitles = [\"Mayor\"]\nof = [\"Ellery\"]\nholders = [{holders}]\n"
    )
}

fn figure(values: &str) -> String {
    format!(
        "[[figure]]\nid = \"boats\"\nunit = [\"boats\"]\nsubject = [\"Ellery\"]\nvalues = [{values}]\n"
    )
}

fn says(patterns: &str) -> String {
    format!("[[statement]]\nid = \"pier\"\nsays = [{patterns}]\nyear = 2030\n")
}

#[track_caller]
fn silent(text: &str) {
    assert_eq!(remarks(text), [""; 0], "{text}");
}

#[track_caller]
fn says_of(text: &str, wanted: &[&str]) {
    assert_eq!(remarks(text), wanted, "{text}");
}

#[test]
fn stale_and_never_checked() {
    let pack = |days: &str, facts: &str| format!("[pack]\n{days}\n{facts}");
    let bay = |checked: &str| format!("[[entity]]\nname = \"Oak Bay\"\n{checked}\n");
    let days = "review-after = \"180 days\"";
    says_of(
        &pack(days, &bay("checked = 2025-01-01")),
        &["stale @ 2025-01-01: `oak-bay` was last verified on 2025-01-01, 181 days ago"],
    );
    silent(&pack(days, &bay("checked = 2025-01-02")));
    says_of(
        &pack(days, &bay("")),
        &["never-checked @ \"Oak Bay\": `oak-bay` never becomes due for a review"],
    );
    silent(&pack("", &bay("")));
    says_of(
        &pack("", &bay("checked = 2025-07-03")),
        &[
            "checked-ahead @ 2025-07-03: `oak-bay` was verified on 2025-07-03, which is still to come",
        ],
    );
    // In the east of the world it may be tomorrow.
    silent(&pack(days, &bay("checked = 2025-07-02")));
}

#[test]
fn a_point_for_thousands() {
    says_of(
        &figure("{ value = 1.312, from = 2025 }"),
        &["point-for-thousands @ 1.312: `boats` counts to three decimals"],
    );
    silent(&figure("{ value = 1.3, from = 2025 }"));
    silent(&figure("{ value = 1_312, from = 2025 }"));
    silent("[[figure]]\nid = \"pole\"\nunit = \"km\"\nsubject = [\"pole\"]\nvalue = 1.312\n");
}

#[test]
fn gaps() {
    says_of(
        &office(
            "{ name = \"A\", from = 2019-01-01, until = 2024-12-05 }, { name = \"B\", from = 2024-12-07 }",
        ),
        &["gap @ 2024-12-07 & 2024-12-05: nobody holds `mayor` on 2024-12-06"],
    );
    says_of(
        &office("{ name = \"B\", from = 2025 }, { name = \"A\", until = 2021 }"),
        &["gap @ 2025 & 2021: nobody holds `mayor` from 2022-01-01 to 2024-12-31"],
    );
    says_of(
        &figure("{ value = 5, until = \"2024-10\" }, { value = 6, from = 2024-11-04 }"),
        &[
            "gap @ 2024-11-04 & \"2024-10\": nothing is right in `boats` from 2024-11-01 to 2024-11-03",
        ],
    );
    for quiet in [
        "{ name = \"A\", until = 2004 }, { name = \"B\", from = 2004 }",
        "{ name = \"A\", until = 2004 }, { name = \"B\", from = 2005 }",
        "{ name = \"A\", until = 2024-12-05 }, { name = \"B\", from = 2024-12-05 }",
        "{ name = \"A\", until = 2024-12-05 }, { name = \"B\", from = 2024-12-06 }",
        "{ name = \"A\", until = 2024-12-05 }, { name = \"B\", from = \"2024-12\" }",
        "{ name = \"A\" }, { name = \"B\", from = 2024-12-06 }",
        // Another fills the gap.
        "{ name = \"A\", until = 2020 }, { name = \"C\", until = 2023 }, { name = \"B\", from = 2024 }",
    ] {
        let gaps = remarks(&office(quiet));
        assert!(gaps.iter().all(|gap| !gap.starts_with("gap")), "{gaps:?}");
    }
    // What was not known for years was left out on purpose.
    silent(&figure(
        "{ value = 5, until = 2004 }, { value = 6, from = 2008 }",
    ));
}

#[test]
fn joint_holders() {
    says_of(
        &office(
            "{ name = \"A\", from = 2019, until = 2024-12-05 }, { name = \"B\", from = 2024-11-05 }",
        ),
        &[
            "joint-holders @ 2024-11-05 & 2024-12-05: A and B both hold `mayor` from 2024-11-05 to 2024-12-05",
        ],
    );
    for quiet in [
        "{ name = \"A\", from = 2019, until = 2024-12-05 }, { name = \"B\", from = 2024-11-05, acting = true }, \
         { name = \"B\", from = 2024-12-05 }",
        "{ name = \"A\", from = 2019, until = 2024-12-05 }, { name = \"A\", from = 2024-11-05 }",
        "{ name = \"A\", from = 2019 }, { name = \"B\", from = 2019 }",
        "{ name = \"A\" }, { name = \"B\" }",
    ] {
        silent(&office(quiet));
    }
}

#[test]
fn overlaps() {
    says_of(
        &figure("{ value = 5, from = 2019, until = 2024-12-05 }, { value = 6, from = 2024-12-01 }"),
        &[
            "overlap @ 6 & 5: two records of `boats` that say different things are right from 2024-12-01 to 2024-12-05",
        ],
    );
    says_of(
        &figure(
            "{ value = 5, until = 2019 }, { value = 6, until = 2024 }, { value = 7, from = 2025 }",
        ),
        &[
            "overlap @ 6 & 5: two records of `boats` that say different things are right until 2019-12-31",
        ],
    );
    for quiet in [
        "{ value = 5, until = 2004 }, { value = 6, from = 2004 }",
        "{ value = 5, until = 2024-12-01 }, { value = 6, from = 2024-12-01 }",
        "{ value = 5 }, { value = 6 }",
        // Rounded, and to the last digit.
        "{ value = 5, from = 2020-12-08 }, { value = 6, from = 2020-12-08 }",
        // The sum of this year, and that of the next, as soon as it is known.
        "{ value = 5, from = 2025, until = 2025 }, { value = 6, from = 2024-10-04, until = 2026 }",
    ] {
        silent(&figure(quiet));
    }
    let party = |records: &str| {
        format!(
            "[[statement]]\nid = \"parties\"\nsays = [\"{{name}} of the {{party}}\"]\nkey = \"name\"\n\
             records = [{records}]\n"
        )
    };
    let (red, blue) = (
        "{ name = \"Han\", party = \"Reds\"",
        "{ name = \"Han\", party = \"Blues\"",
    );
    says_of(
        &party(&format!("{red}, until = 2024 }}, {blue}, from = 2020 }}")),
        &[
            "overlap @ { name = \"Han\", party = \"Blues\", from = 2020 } & { name = \"Han\", party = \"Reds\", until = \
             2024 }: two records of `parties` that say different things are right from 2020-01-01 to 2024-12-31",
        ],
    );
    assert_eq!(remarks(&party(&format!("{red} }}, {blue} }}"))).len(), 1);
    silent(&party(&format!(
        "{red} }}, {{ name = \"Oh\", party = \"Blues\" }}"
    )));
    silent(&party(&format!("{red} }}, {red} }}")));
}

#[test]
fn vacant() {
    let ended = "{ name = \"A\", from = 2019, until = 2025-03-31 }";
    says_of(
        &office(ended),
        &["vacant @ 2025-03-31: nobody holds `mayor` after 2025-03-31"],
    );
    says_of(
        &office("{ name = \"A\", from = 2026 }"),
        &["vacant @ 2026: nobody holds `mayor` before 2026-01-01"],
    );
    says_of(
        &figure("{ value = 5, until = 2020 }, { value = 6, from = 2020, until = 2024 }"),
        &["vacant @ 2024: nothing is right in `boats` after 2024-12-31"],
    );
    silent(&figure("{ value = 5, from = 2020, until = 2024 }"));
    silent(&office("{ name = \"A\", from = 2019, until = 2025-07-01 }"));
    // Who verified it since knows.
    silent(&format!("{}checked = 2025-06-01\n", office(ended)));
    assert_eq!(
        remarks(&format!("{}checked = 2025-03-01\n", office(ended))).len(),
        1
    );
}

#[test]
fn one_name_of_two() {
    let two = |one: &str, other: &str| {
        format!(
            "[[entity]]\nid = \"one\"\nname = \"Oak Bay\"\naccept = [{one}]\n\n[[entity]]\nid = \"other\"\n\
             name = \"Elm Bay\"\naccept = [{other}]\n"
        )
    };
    says_of(
        &two("\"the Bay\"", "{ name = \"the Bay\", from = 2020 }"),
        &["same-name @ \"the Bay\" & \"the Bay\": “the Bay” is a name of `one` and of `other`"],
    );
    silent(&two(
        "{ name = \"the Bay\", until = 2019 }",
        "{ name = \"the Bay\", from = 2020 }",
    ));
    silent(&two("\"the Bay\"", "\"the bay\""));

    let events = |name: &str| {
        format!(
            "[[event]]\nid = \"one\"\nnames = [\"Bay Fair\", \"Fair\"]\non = 2025-06-01\n\n\
             [[event]]\nid = \"other\"\nnames = [\"{name}\", \"Fair\"]\non = 2025-06-08\n"
        )
    };
    says_of(
        &events("Bay Fair"),
        &[
            "same-event @ \"Bay Fair\" & \"Bay Fair\": “Bay Fair” is a name of the events `one` and `other`",
        ],
    );
    silent(&events("Elm Fair").replace(", \"Fair\"", ""));

    let offices = |of: &str| {
        format!(
            "[[office]]\nid = \"one\"\ntitles = [\"Mayor\"]\nof = [\"Ellery\", \"Ellery's\"]\nholders = [{{ name = \"A\" }}]\n\n\
             [[office]]\nid = \"other\"\ntitles = [\"Town Mayor\", \"mayor\"]\nof = [\"{of}\"]\nholders = [{{ name = \"B\" }}]\n"
        )
    };
    says_of(
        &offices("Ellery"),
        &[
            "same-office @ \"mayor\" & \"Mayor\": `one` and `other` are both the office “mayor” of “Ellery”",
        ],
    );
    silent(&offices("Elm Bay"));
}

#[test]
fn figures_that_measure_the_same() {
    let two = |keys: &str, value: &str| {
        format!(
            "[[figure]]\nid = \"one\"\nunit = [\"boats\", \"ships\"]\nsubject = [\"Ellery\"]\nvalue = 5\n\n\
             [[figure]]\nid = \"other\"\nunit = [\"ships\"]\nsubject = [\"Ellery\"]\n{keys}\n{value}\n"
        )
    };
    says_of(
        &two("", "value = 6"),
        &["same-figure @ 6 & 5: `one` and `other` measure the same, and their values differ"],
    );
    silent(&two("", "value = 5"));
    silent(&two("measures = \"change\"", "value = 6"));
    silent(&two("context = [\"the harbor\"]", "value = 6"));
}

#[test]
fn right_and_wrong() {
    let entity = "[[entity]]\nname = \"Oak Bay\"\nreject = [\"Oakbay\", \"Oke Bay\"]\n";
    says_of(
        &format!("{entity}\n{}", office("{ name = \"Oke Bay\" }")),
        &[
            "right-and-wrong @ Oke Bay & \"Oke Bay\": “Oke Bay” is right by `mayor` and wrong by `oak-bay`",
        ],
    );
    says_of(
        &format!(
            "{entity}\n[[entity]]\nname = \"Oke\"\naccept = [{{ name = \"Oakbay\", from = 2020 }}]\n"
        ),
        &[
            "right-and-wrong @ \"Oakbay\" & \"Oakbay\": “Oakbay” is right by `oke` and wrong by `oak-bay`",
        ],
    );
    silent(&format!("{entity}\n{}", office("{ name = \"@oak-bay\" }")));
    silent(&format!(
        "{entity}\n[[entity]]\nname = \"Oke\"\nunlike = [\"Oakbay\"]\n"
    ));
}

#[test]
fn patterns_that_find_nothing() {
    let dead = |marked: &str, what: &str| {
        vec![format!(
            "dead-pattern @ {marked}: a pattern of `pier` {what}"
        )]
    };
    for (pattern, what) in [
        ("\"the pier … opens\"", "states nothing that could be wrong"),
        ("\"[the pier] … by {year}\"", ""),
        ("\"[opens] [in] {year}\"", "is never looked for"),
        (
            "\"It opens late. The pier opens in {year}\"",
            "is never found",
        ),
        ("\"the pier of Mr. Oke opens in {year}\"", ""),
        (
            "\"the pier, (the old one|the new one), opens in {year}\"",
            "",
        ),
    ] {
        let with = format!("\"the pier by {{year}}\", {pattern}");
        let wanted = match what {
            "" => Vec::new(),
            what => dead(pattern, what),
        };
        assert_eq!(remarks(&says(&with)), wanted);
    }
    let keyed = "[[statement]]\nid = \"parties\"\nsays = [\"{name} of the {party}\", \"{name} sits there\"]\nkey = \"name\"\n\
                 records = [{ name = \"Han\", party = \"Reds\" }]\n";
    says_of(
        keyed,
        &[
            "dead-pattern @ \"{name} sits there\": a pattern of `parties` states nothing that could be wrong",
        ],
    );
}

#[test]
fn patterns_that_say_it_twice() {
    says_of(
        &says("\"the pier opens in {year}\", \"the  pier opens in {year}\""),
        &[
            "repeated-pattern @ \"the  pier opens in {year}\" & \"the pier opens in {year}\": a pattern of `pier` \
             stands there twice",
        ],
    );
    says_of(
        &says("\"the pier (opens|starts|opens) in {year}\""),
        &["repeated-pattern @ opens: an alternative of a pattern of `pier` stands there twice"],
    );
    silent(&says("\"the (pier|Pier) (opens|starts) in {year}\""));
}

#[test]
fn silenced() {
    let with = |unless: &str| {
        format!(
            "{}unless = [{unless}]\n",
            says("\"the new pier opens in {year}\", \"a new pier by {year}\"")
        )
    };
    says_of(
        &with("\"old\", \"new pier\""),
        &["silenced @ \"new pier\": `unless` silences `pier` everywhere"],
    );
    silent(&with("\"new pier opens\""));
    silent(&with("\"ne\""));
    says_of(
        &format!("{}unless = [\"mayor\"]\n", office("{ name = \"A\" }")),
        &["silenced @ \"mayor\": `unless` silences `mayor` everywhere"],
    );
}

#[test]
fn sources_and_tests() {
    let bare = "[[entity]]\nname = \"Oak Bay\"\nreject = [\"Oakbay\"]\n";
    let ids = |text: &str| -> Vec<&str> {
        let notes = notes(text).into_iter();
        notes.map(|note| note.remark.id).collect()
    };
    assert_eq!(ids(bare), ["no-source", "no-test"]);
    let full = format!(
        "{bare}source = \"the map\"\n\n[[test]]\nname = \"t\"\ntext = \"In Oakbay it rained.\"\n\
         finds = [{{ found = \"Oakbay\" }}]\n"
    );
    assert_eq!(ids(&full), [""; 0]);
    let clean = full
        .replace("Oakbay it", "Oak Bay it")
        .replace("finds", "# finds");
    assert_eq!(ids(&clean), ["no-test"]);
}

#[test]
fn every_remark_is_described() {
    let mut ids: Vec<&str> = REMARKS.iter().map(|remark| remark.id).collect();
    for remark in REMARKS {
        assert!(
            remark.about.ends_with('.') && remark.apart > 0,
            "{}",
            remark.id
        );
        assert!(remark.severity < Severity::Error, "{}", remark.id);
    }
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), REMARKS.len());
}

#[test]
fn hostile_packs_take_no_more_than_their_length() {
    let mut text = String::new();
    for n in 0..1500 {
        text.push_str(&format!(
            "[[entity]]\nid = \"e{n}\"\nname = \"Oak\"\n\n[[statement]]\nid = \"s{n}\"\nsays = [\"the pier by {{year}}\"]\nyear = 2030\n"
        ));
    }
    let many: Vec<String> = (0..3000)
        .map(|n| format!("{{ value = {n}, until = 2024-12-05 }}"))
        .collect();
    text.push_str(&figure(&many.join(", ")));
    let began = std::time::Instant::now();
    assert!(!remarks(&text).is_empty());
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}
