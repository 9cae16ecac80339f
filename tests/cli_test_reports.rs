//! What `factlint test` writes for other programs.

mod cli_support;

use cli_support::rule_tests::{FAILING, TESTS, desk};

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

/// An element: its name, its attributes, its text.
type Element = (String, Vec<(String, String)>, String);

/// The elements of a document, by a reader that knows nothing of the writer.
fn elements(xml: &str) -> Vec<Element> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut all: Vec<Element> = Vec::new();
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
    let get = |element: &Element, key: &str| {
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
        ("junit", "the extension names no format: write FORMAT=junit"),
        ("xml=a", "known formats: graphical, json, junit"),
        ("junit=", "a path is missing after `junit=`"),
        (
            "junit=none/a.xml",
            "none/a.xml: the report can't be written: there is no directory none",
        ),
        ("junit=rules", "rules: the report can't be written"),
    ] {
        let done = desk.run(&["test", "--output", output]);
        assert_eq!(done.status, 2, "{output}");
        assert!(done.err.contains(told), "{output}: {}", done.err);
    }
}
