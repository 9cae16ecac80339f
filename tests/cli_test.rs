//! `factlint test`, as the author of rules meets it.

mod cli_support;

use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

use cli_support::{Desk, PEOPLE};

const TESTS: &str = r#"
[[test]]
name  = "a wrong name"
text  = "Mayor Katarzyna Wojick spoke."
finds = [{ fact = "mayor", found = "Katarzyna Wojick", expected = "Katarzyna Wojcik" }]
"#;

/// The first rules again, with an office and a figure, whose values have their time.
fn desk(tests: &str) -> Desk {
    let desk = Desk::empty();
    let facts = r#"
[[office]]
id      = "harbor-master"
titles  = ["Harbor Master"]
of      = ["Port Ellery"]
holders = [
  { name = "June Okafor", from = 2020-01-01, until = 2025-03-31 },
  { name = "Tomas Brandt", from = 2025-04-01 },
]

[[figure]]
id      = "crew"
unit    = ["sailors"]
subject = ["Bay Ferries"]
value   = 28_500
"#;
    desk.write("rules/people.toml", format!("{PEOPLE}{facts}{tests}"));
    desk
}

#[test]
fn tests_pass() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["test"]).out, "No tests in 1 rule file\n");
    desk.write("rules/people.toml", format!("{PEOPLE}{TESTS}"));
    let done = desk.run(&["test"]);
    assert_eq!(
        (done.status, done.out.as_str(), done.err.as_str()),
        (
            0,
            "1 of 2 facts exercised; no test for ferry\n1 test passed in 1 rule file\n",
            ""
        )
    );
}

#[test]
fn tests_fail() {
    let desk = Desk::new();
    desk.write(
        "rules/people.toml",
        format!(
            r#"{PEOPLE}
[[test]]
name = "noisy"
text = "It was \"Katarzyna Wojick\", he said."

[[test]]
name  = "missing"
text  = """
The clerk, Katarzyna Nowak,
spoke on Friday."""
finds = [{{ fact = "mayor", found = "Nowak" }}]

[[test]]
name  = "not so"
text  = "Katarzyna Wojick and Bay Ferrys, both of which stand in one long line that goes on for quite a while."
finds = [{{ fact = "mayor", found = "Katarzyna Wojick", expected = "Kate Wojcik" }}]
"#
        ),
    );
    let done = desk.run(&["test"]);
    assert_eq!((done.status, done.err.as_str()), (1, ""));
    insta::assert_snapshot!(done.out);
}

#[test]
fn one_pack_of_many() {
    let desk = Desk::new();
    desk.write(
        "rules/offices.toml",
        "[[office]]\nid = \"m\"\ntitles = [\"Mayor\"]\nholders = [{ name = \"@mayor\" }]\n\n\
         [[test]]\nname = \"clean\"\ntext = \"Nothing.\"\n",
    )
    .write("rules/people.toml", format!("{PEOPLE}{TESTS}"));
    let out = |args: &[&str]| desk.run(args).out;
    insta::assert_snapshot!(out(&["test"]), @r"
    rules/offices.toml  1 test passed  0 of 1 fact exercised
    rules/people.toml   1 test passed  1 of 2 facts exercised

    1 of 3 facts exercised; no test for m and ferry
    2 tests passed in 2 rule files
    ");
    for pack in ["rules/people.toml", "rules/offices.toml"] {
        let last = out(&["test", pack]);
        let last = last.lines().last();
        assert_eq!(last, Some("1 test passed in 1 rule file"));
    }
    assert_eq!(desk.run(&["test", "rules/none.toml"]).status, 2);
}

#[test]
fn packs_are_tested_apart_and_tallied() {
    let desk = Desk::new();
    desk.write("rules/people.toml", format!("{PEOPLE}{TESTS}"));
    let wrong = TESTS.replace("= \"Katarzyna Wojcik\"", "= \"Kate Wojcik\"");
    desk.write("other/people.toml", format!("{PEOPLE}{wrong}"));
    let done = desk.run(&["test", "--table", "rules", "other/people.toml"]);
    assert_eq!((done.status, done.err.as_str()), (1, ""));
    insta::assert_snapshot!(done.out, @r"
    | kind      | expected | right | missed | spurious | recall | precision |
    | --------- | -------: | ----: | -----: | -------: | -----: | --------: |
    | entity    |        2 |     1 |      1 |        1 | 50.0 % |    50.0 % |
    | office    |        0 |     0 |      0 |        0 |      – |         – |
    | figure    |        0 |     0 |      0 |        0 |      – |         – |
    | event     |        0 |     0 |      0 |        0 |      – |         – |
    | statement |        0 |     0 |      0 |        0 |      – |         – |
    | check     |        0 |     0 |      0 |        0 |      – |         – |
    | all       |        2 |     1 |      1 |        1 | 50.0 % |    50.0 % |

    1 of 2 tests failed in 2 rule files
    ");
}

/// Every way to fail, and every kind of string.
const FAILING: &str = r#"
[[test]]
name  = "an escaped text, nothing expected"
text  = "It was \"Katarzyna Wojick\",\u0020he said."

[[test]]
name  = "words that are right"
text  = """
The clerk, Katarzyna Wojcik,
spoke on Friday."""
finds = [{ fact = "mayor", found = "Katarzyna Wojcik", expected = "K. Wojcik" }]

[[test]]
name  = "another value"
text  = "Katarzyna Wojick spoke."
finds = [{ fact = "mayor", found = "Katarzyna Wojick", expected = "Kate Wojcik" }]

[[test]]
name  = "another reason"
text  = 'Katarzyna Wojick spoke.'
finds = [{ fact = "mayor", found = "Katarzyna Wojick", reason = "outdated" }]

[[test]]
name  = "another fact and severity"
text  = "Katarzyna Wojick spoke."
finds = [{ fact = "ferry", found = "Katarzyna Wojick", severity = "info" }]

[[test]]
name  = "other words, over a line"
date  = 2025-11-03
text  = """
Over
28,500 sailors work for Bay Ferries."""
finds = [{ fact = "crew", found = "28,500", expected = "28,500" }]

[[test]]
name  = "an entry too many"
date  = 2025-11-03
text  = "Some 25,800 sailors work for Bay Ferries."
finds = [
  { fact = "crew", found = "25,800" },
  { fact = "crew", found = "25,800", expected = "28,500" },
]

[[test]]
name  = "the second of two places"
text  = "Katarzyna Wojick met Katarzyna Wojcik of Bay Ferries, not of Bay Ferries."
finds = [{ fact = "mayor", found = "Katarzyna Wojick" }, { fact = "ferry", found = "Bay Ferries" }]

[[test]]
name  = "no date"
text  = "Port Ellery Harbor Master June Okafor closed the pier."
finds = [{ fact = "harbor-master", found = "June Okafor", expected = "Tomas Brandt" }]

[[test]]
name  = "no record"
date  = 2006-01-01
text  = "Port Ellery Harbor Master June Okafor closed the pier."
finds = [{ fact = "harbor-master", found = "June Okafor", expected = "Tomas Brandt" }]

[[test]]
name  = "no article"
text  = "\u0000\u0001\u0002"

[[test]]
name  = "all is well"
text  = "Nothing."
"#;

#[test]
fn every_way_to_fail() {
    let done = desk(FAILING).run(&["test"]);
    assert_eq!((done.status, done.err.as_str()), (1, ""));
    insta::assert_snapshot!(done.out);
}

#[test]
fn what_is_to_be_pasted_makes_the_test_pass() {
    let desk = desk(FAILING);
    let tests = desk.run(&["test", "--format", "json"]).json();
    let tests = tests["tests"].as_array().unwrap();
    assert_eq!(tests.len(), 12);
    // Whole entries, with what was found in place of what was asked for.
    let mut mended = String::new();
    for (entry, test) in FAILING.split("[[test]]").skip(1).zip(tests) {
        let keep = entry.split("finds =").next().unwrap();
        let finds = test["finds"].as_str().unwrap_or_default();
        mended.push_str(&format!("[[test]]{}\n{finds}\n\n", keep.trim_end()));
    }
    let done = self::desk(&mended).run(&["test"]);
    // The one that is no article can't be mended so.
    assert!(
        done.out.ends_with("1 of 12 tests failed in 1 rule file\n"),
        "{}",
        done.out
    );
}

#[test]
fn a_filter_means_names_and_facts() {
    let desk = desk(FAILING);
    let names = |args: &[&str]| -> Vec<String> {
        let done = desk.run(&[&["test", "--format", "json"], args].concat());
        let json = done.json();
        let tests = json["tests"].as_array().unwrap().iter();
        tests
            .map(|test| test["name"].as_str().unwrap().to_string())
            .collect()
    };
    let crew = ["other words, over a line", "an entry too many"];
    assert_eq!(names(&["--filter", "CREW"]), crew);
    assert_eq!(names(&["--filter", "no*d*"]), ["no date", "no record"]);
    assert_eq!(
        names(&["--filter", "no date", "--filter", "an entry"]),
        ["an entry too many", "no date"]
    );
    assert_eq!(names(&["--filter", "*"]).len(), 12);
    let done = desk.run(&["test", "--filter", "all is"]);
    assert_eq!(done.status, 0);
    assert_eq!(
        done.out,
        "1 test passed in 1 rule file; 11 left out by --filter, so coverage is not judged\n"
    );
}

#[test]
fn a_filter_that_matches_nothing() {
    let desk = desk(FAILING);
    let done = desk.run(&["test", "--filter", "crwe", "--filter", "zzz"]);
    assert_eq!((done.status, done.out.as_str()), (2, ""));
    insta::assert_snapshot!(done.err, @r"
      error: no test matches `--filter crwe`
      help: the nearest is “crew”

      error: no test matches `--filter zzz`
      help: it is looked for in the names of 12 tests, and in the ids of the facts
        that they find
    ");
    let done = desk.run(&["test", "--filter", "crew", "--filter", "zzz"]);
    assert_eq!(done.status, 2, "one that means nothing is a slip");
    let done = desk.run(&["test", "--filter", "crew", "--coverage"]);
    assert_eq!(done.status, 2);
    assert!(done.err.contains("cannot be used with '--coverage'"));
}

#[test]
fn coverage() {
    let desk = desk(TESTS);
    let done = desk.run(&["test"]);
    assert_eq!(done.status, 0);
    assert_eq!(
        done.out,
        "1 of 4 facts exercised; no test for ferry, harbor-master and crew\n\
         1 test passed in 1 rule file\n"
    );
    let done = desk.run(&["test", "--coverage"]);
    assert_eq!((done.status, done.err.as_str()), (1, ""));
    insta::assert_snapshot!(done.out);
    let many = "[[entity]]\nname = \"Pier A\"\n[[entity]]\nname = \"Pier B\"\n[[entity]]\nname = \"Pier C\"\n";
    desk.write("rules/piers.toml", many);
    insta::assert_snapshot!(desk.run(&["test"]).out, @r"
    rules/people.toml  1 test passed  1 of 4 facts exercised
    rules/piers.toml   no tests       0 of 3 facts exercised

    1 of 7 facts exercised; --coverage shows the other 6
    1 test passed in 2 rule files
    ");
    // An entity is named by its name where it has no id.
    let done = desk.run(&["test", "--coverage", "rules/piers.toml"]);
    assert!(
        done.out.contains("\n 2 │ name = \"Pier A\"\n"),
        "{}",
        done.out
    );
    desk.write(
        "rules/people.toml",
        format!(
            "{PEOPLE}{TESTS}{}",
            TESTS
                .replace("mayor", "ferry")
                .replace("Katarzyna Wojick", "Bay Ferrys")
                .replace("Katarzyna Wojcik", "Bay Ferries")
        ),
    );
    let done = desk.run(&["test", "--coverage", "rules/people.toml"]);
    assert_eq!(done.status, 0);
    assert_eq!(
        done.out,
        "All 2 facts exercised\n2 tests passed in 1 rule file\n"
    );
}

#[test]
fn a_file_given_twice_is_one_file() {
    let desk = desk(TESTS);
    let last = |args: &[&str]| {
        let done = desk.run(args);
        assert_eq!((done.status, done.err.as_str()), (0, ""), "{args:?}");
        done.out.lines().last().unwrap().to_string()
    };
    let one = "1 test passed in 1 rule file";
    let file = desk.path("rules/people.toml");
    let absolute = file.to_str().unwrap();
    for args in [
        &["test", "rules/people.toml", "./rules/../rules/people.toml"][..],
        &["test", "rules", "rules/people.toml"],
        &["test", "rules/people.toml", "rules"],
        &["test", "rules/people.toml", absolute],
        &["test", "--rules", "rules", "--rules", "rules/people.toml"],
        &["test", "--rules", "rules", "--rules", absolute],
    ] {
        assert_eq!(last(args), one, "{args:?}");
    }
    // The same where it needs the rules around it.
    desk.write(
        "rules/offices.toml",
        "[[office]]\nid = \"m\"\ntitles = [\"Mayor\"]\nholders = [{ name = \"@mayor\" }]\n\n\
         [[test]]\nname = \"clean\"\ntext = \"Nothing.\"\n",
    );
    assert_eq!(
        last(&["test", "rules/offices.toml", "rules/offices.toml"]),
        one
    );
    let done = desk.run(&["rules", "--rules", "rules", "--rules", absolute]);
    assert!(done.out.ends_with("in 2 rule files, no mistakes\n"));
}

#[test]
fn mistakes_of_every_pack_are_told_in_one_run() {
    let desk = desk(TESTS);
    desk.write("a.toml", "[[entity]]\nnmae = \"X\"\n")
        .write("b.toml", "[[entity]]\nnaem = \"X\"\n");
    let done = desk.run(&["test", "a.toml", "rules/people.toml", "b.toml", "a.toml"]);
    assert_eq!((done.status, done.out.as_str()), (2, ""));
    assert_eq!(done.err.matches("`nmae`").count(), 1, "{}", done.err);
    assert_eq!(done.err.matches("`naem`").count(), 1, "{}", done.err);
}

#[test]
fn json() {
    let desk = desk(FAILING);
    let args = [
        "test", "--format", "json", "--filter", "other", "--filter", "well",
    ];
    let done = desk.run(&args);
    assert_eq!((done.status, done.err.as_str()), (1, ""));
    insta::assert_snapshot!(done.out);
    assert_eq!(desk.run(&args).out, done.out);
    let json = desk.run(&["test", "--format", "json"]).json();
    let pack = std::fs::read_to_string(desk.path("rules/people.toml")).unwrap();
    let tests = json["tests"].as_array().unwrap();
    for test in tests {
        let line = test["line"].as_u64().unwrap() as usize;
        let written = pack.lines().nth(line - 1).unwrap();
        assert!(written.contains(test["name"].as_str().unwrap()));
        for found in test["noisy"].as_array().unwrap() {
            let at = |key: &str| found[key].as_u64().unwrap() as usize;
            assert_eq!(
                &pack[at("start")..at("end")],
                found["found"].as_str().unwrap()
            );
        }
    }
    assert_eq!(json["coverage"]["facts"], 4);
    assert_eq!(json["coverage"]["exercised"], 4);
    desk.write("rules/piers.toml", "[[entity]]\nname = \"Pier A\"\n");
    let json = desk.run(&["test", "--format", "json"]).json();
    assert_eq!(
        json["coverage"]["unexercised"],
        serde_json::json!([{ "fact": "pier-a", "pack": "rules/piers.toml", "line": 1 }])
    );
    desk.write("rules/bad.toml", "[[entity]]\nnmae = \"X\"\n");
    let done = desk.run(&["test", "--format", "json"]);
    assert_eq!(
        (done.status, done.problems()),
        (2, vec!["rule".to_string()])
    );
    assert_eq!(done.json()["tests"].as_array().unwrap().len(), 0);
}

/// The elements of a document, each with its attributes and text, by a reader that knows nothing of the writer.
fn elements(xml: &str) -> Vec<(String, Vec<(String, String)>, String)> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut all: Vec<(String, Vec<(String, String)>, String)> = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => {
                let attributes = tag.attributes().map(|attribute| {
                    let attribute = attribute.unwrap();
                    let key = attribute.key.as_ref().to_string();
                    let value = quick_xml::escape::unescape(&attribute.value).unwrap();
                    (key, value.into_owned())
                });
                let name = tag.name().as_ref().to_string();
                all.push((name, attributes.collect(), String::new()));
            }
            Event::Text(text) => {
                if let Some(last) = all.last_mut() {
                    last.2.push_str(&text);
                }
            }
            Event::GeneralRef(reference) => {
                let written = format!("&{};", &*reference);
                let sign = quick_xml::escape::unescape(&written).unwrap();
                if let Some(last) = all.last_mut() {
                    last.2.push_str(&sign);
                }
            }
            Event::Eof => return all,
            _ => {}
        }
    }
}

#[test]
fn junit() {
    let desk = desk(&FAILING.replace("\"no date\"", r#""<no> & \"date\" \u0007\n\uFFFF ]]>""#));
    desk.write(
        "rules/piers.toml",
        "[[entity]]\nname = \"Pier <A>\"\n\n[[test]]\nname = \"clean\"\ntext = \"Nothing.\"\n",
    );
    let done = desk.run(&["test", "--coverage", "--format", "junit"]);
    assert_eq!((done.status, done.err.as_str()), (1, ""));
    let all = elements(&done.out);
    let named = |name: &str| {
        all.iter()
            .filter(move |it| it.0 == name)
            .collect::<Vec<_>>()
    };
    let get = |element: &(String, Vec<(String, String)>, String), key: &str| {
        let found = element.1.iter().find(|(name, _)| name == key);
        found.map(|(_, value)| value.clone()).unwrap()
    };
    let suites = named("testsuite");
    let names: Vec<_> = suites.iter().map(|suite| get(suite, "name")).collect();
    assert_eq!(names, ["rules/people.toml", "rules/piers.toml"]);
    let cases = named("testcase");
    // Twelve tests and one, and the pier, which none of them exercises.
    assert_eq!(
        (get(named("testsuites")[0], "tests"), cases.len()),
        ("14".into(), 14)
    );
    assert_eq!(
        get(named("testsuites")[0], "failures"),
        named("failure").len().to_string()
    );
    let odd = cases
        .iter()
        .find(|case| get(case, "name").starts_with("<no>"))
        .unwrap();
    assert_eq!(get(odd, "name"), "<no> & \"date\" \u{FFFD} \u{FFFD} ]]>");
    assert_eq!(
        (get(odd, "classname"), get(odd, "file")),
        ("rules.people".into(), "rules/people.toml".into())
    );
    let pack = std::fs::read_to_string(desk.path("rules/people.toml")).unwrap();
    let line: usize = get(odd, "line").parse().unwrap();
    assert!(
        pack.lines()
            .nth(line - 1)
            .unwrap()
            .starts_with("name  = \"<no>")
    );
    assert!(get(odd, "time").parse::<f64>().unwrap() >= 0.0);
    let failure = named("failure")
        .into_iter()
        .find(|it| get(it, "message").contains("<no>"))
        .unwrap();
    assert!(
        failure
            .2
            .contains("missing: expected “Tomas Brandt” (harbor-master)"),
        "{}",
        failure.2
    );
    assert!(done.out.chars().all(|c| c == '\n' || !c.is_control()));

    desk.write("rules/bad.toml", "[[entity]]\nnmae = \"X\"\n");
    let done = desk.run(&["test", "--format", "junit"]);
    assert_eq!(done.status, 2);
    let all = elements(&done.out);
    let errors: Vec<_> = all.iter().filter(|it| it.0 == "error").collect();
    assert!(
        errors.iter().any(|it| it.2.contains("rules/bad.toml:2:1")),
        "{}",
        done.out
    );
}

#[test]
fn reports_in_files() {
    let desk = desk(TESTS);
    desk.write("report.json", "old");
    let shown = desk.run(&["test"]).out;
    let done = desk.run(&[
        "test",
        "--output",
        "junit=report.xml",
        "--output",
        "json=report.json",
        "--output=graphical=/dev/null",
    ]);
    assert_eq!((done.status, done.out, done.err.as_str()), (0, shown, ""));
    let read = |name: &str| std::fs::read_to_string(desk.path(name)).unwrap();
    assert_eq!(
        read("report.json"),
        desk.run(&["test", "--format", "json"]).out
    );
    assert!(
        read("report.xml").starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites ")
    );
    for (output, told) in [
        ("junit", "write FORMAT=PATH, for example junit=report.xml"),
        ("xml=a", "known formats: graphical, json, junit"),
        ("junit=", "a path is missing after `junit=`"),
        (
            "junit=none/a.xml",
            "none/a.xml can't be written: there is no directory none",
        ),
        ("junit=rules", "rules can't be written"),
    ] {
        let done = desk.run(&["test", "--output", output]);
        assert_eq!(done.status, 2, "{output}");
        assert!(done.err.contains(told), "{output}: {}", done.err);
    }
}

/// Long enough for any machine; a run that works is over at once.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn watching() {
    let desk = desk(TESTS);
    let pack = desk.path("rules/people.toml");
    let good = std::fs::read_to_string(&pack).unwrap();
    let mut child = desk
        .command(&["test", "--watch"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (send, lines) = mpsc::channel();
    let readers: [Box<dyn std::io::Read + Send>; 2] = [
        Box::new(child.stdout.take().unwrap()),
        Box::new(child.stderr.take().unwrap()),
    ];
    for reader in readers {
        let send = send.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(reader).lines().map_while(Result::ok) {
                let _ = send.send(line);
            }
        });
    }
    let until = |words: &str| {
        let mut seen = Vec::new();
        loop {
            match lines.recv_timeout(PATIENCE) {
                Ok(line) => seen.push(line),
                Err(_) => panic!("waited in vain for {words:?}: {seen:#?}"),
            }
            if seen.last().is_some_and(|line| line.contains(words)) {
                return seen;
            }
        }
    };
    let first = until("1 test passed in 1 rule file");
    assert!(first[0].contains("factlint test, again at every change; Ctrl-C ends it"));
    std::fs::write(&pack, format!("{good}{TESTS}")).unwrap();
    until("people.toml changed");
    let second = until("2 tests passed in 1 rule file");
    assert!(
        !second.iter().any(|line| line.contains('\u{1b}')),
        "no screen to clear"
    );
    // An editor that writes beside the file and renames.
    let beside = desk.path("rules/.people.swp");
    std::fs::write(
        &beside,
        good.replace("\"Katarzyna Wojick\", expected", "\"Wojick\", expected"),
    )
    .unwrap();
    std::fs::rename(&beside, &pack).unwrap();
    until("1 of 1 test failed in 1 rule file");
    std::fs::write(&pack, format!("{good}\n[[entiti]]\n")).unwrap();
    until("did you mean `[[entity]]`?");
    std::fs::write(&pack, &good).unwrap();
    until("1 test passed in 1 rule file");
    desk.write("rules/more/piers.toml", "[[entity]]\nname = \"Pier A\"\n");
    until("piers.toml changed");
    until("1 test passed in 2 rule files");
    child.kill().unwrap();
    child.wait().unwrap();
}
