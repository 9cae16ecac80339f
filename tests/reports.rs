//! Every format of reports: one run with everything in it, and texts that try to break out.

#[path = "report_support/pages.rs"]
mod pages;
#[path = "report_support/mod.rs"]
mod support;

use factlint::report::{FORMATS, Problem, ProblemKind, Run};
use serde_json::Value;
use support::{article, checked, everything, shown};

#[test]
fn sarif() {
    insta::assert_snapshot!(shown("sarif", &everything()));
}

#[test]
fn github() {
    insta::assert_snapshot!(shown("github", &everything()));
}

#[test]
fn gitlab() {
    insta::assert_snapshot!(shown("gitlab", &everything()));
}

#[test]
fn junit() {
    insta::assert_snapshot!(shown("junit", &everything()));
}

#[test]
fn checkstyle() {
    insta::assert_snapshot!(shown("checkstyle", &everything()));
}

#[test]
fn compact() {
    insta::assert_snapshot!(shown("compact", &everything()));
}

#[test]
fn markdown() {
    insta::assert_snapshot!(shown("markdown", &everything()));
}

#[test]
fn jsonl() {
    insta::assert_snapshot!(shown("jsonl", &everything()));
}

#[test]
fn html() {
    let page = shown("html", &everything());
    let body = page.split("</style>").nth(1).unwrap();
    insta::assert_snapshot!(body);
}

#[test]
fn the_page_says_in_words_how_to_correct_an_article() {
    let page = shown("html", &everything());
    for words in [
        "<summary>How to correct these</summary>",
        "Correct them by hand where you edit the article",
        "Ask whoever runs factlint for you",
        "<li>4 safe fixes: <code>factlint check --fix</code></li>",
        "<li>1 fix to review first: <code>factlint check --fix --unsafe-fixes</code></li>",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let clean = checked(vec![article("a.txt", "Nothing is wrong here.")]);
    assert!(!shown("html", &clean).contains("How to correct"));
}

#[test]
fn graphical() {
    let text = shown("graphical", &everything());
    insta::assert_snapshot!(anstream::adapter::strip_str(&text).to_string());
}

/// What a file may be called, and what a text may hold; a program may take any of it for its own signs.
const HOSTILE: &[&str] = &[
    "a,b::c%0A=d.txt",
    "::error file=x,line=1::owned.txt",
    "quo\"te's <b> & co ]]>.txt",
    "line\nbreak\r\t.txt",
    "기사 é \u{202e}gpj.txt",
    "esc\u{1b}[31m\u{1}\u{7f}\u{9b}.txt",
    "pipe|`tick`*@all*#1 www.a.org https://a.org.txt",
    "back\\slash;<!-- </script> -->.txt",
    "\u{fffe}\u{ffff}.txt",
    "a:b.txt",
];

/// One finding in each of these articles; its note and source are as hostile as its file.
fn hostile() -> Run {
    let text = "Mayor Katarzyna Wojick opened the pier.";
    let mut run = checked(HOSTILE.iter().map(|name| article(name, text)).collect());
    for checked in &mut run.articles {
        for finding in &mut checked.findings {
            let name = &checked.article.name;
            finding.message = format!("wrong {name}");
            finding.note = Some(name.clone());
            finding.sources = vec![name.clone(), "https://a.org/<\"'x>".into()];
            finding.since = Some(name.clone());
        }
    }
    for name in HOSTILE {
        let problem = Problem::new(ProblemKind::Unreadable, *name, *name).help(*name);
        run.problems.push(problem);
    }
    run.rules.clear();
    run
}

/// What steers a terminal or a log, or hides.
fn steers(text: &str) -> Option<char> {
    let steers = |c: &char| c.is_control() && *c != '\n' || matches!(c, '\u{202a}'..='\u{202e}');
    text.chars().find(steers)
}

#[test]
fn no_format_lets_a_text_steer_the_terminal() {
    let run = hostile();
    for format in FORMATS {
        let text = shown(format.id, &run);
        let text = anstream::adapter::strip_str(&text).to_string();
        let raw = match format.id {
            // Programs get the signs as they are, where their format can hold them.
            "json" | "jsonl" | "sarif" | "gitlab" | "junit" | "checkstyle" => None,
            // A tab is one in a path.
            "github" => steers(&text.replace('\t', " ")),
            _ => steers(&text),
        };
        assert_eq!(raw, None, "{}: {text}", format.id);
    }
}

#[test]
fn every_format_writes_the_same_bytes_again() {
    for format in FORMATS {
        assert_eq!(shown(format.id, &hostile()), shown(format.id, &hostile()));
        let clean = shown(format.id, &Run::default());
        assert!(clean.is_empty() || clean.ends_with('\n'), "{}", format.id);
    }
}

fn json(format: &str, run: &Run) -> Value {
    serde_json::from_str(&shown(format, run)).unwrap()
}

/// The characters from one line and column to another, as a reader of SARIF counts them.
fn between(text: &str, region: &Value) -> String {
    let number = |key: &str| region[key].as_u64().unwrap() as usize;
    let offset = |line: usize, column: usize| {
        let start: usize = text
            .split_inclusive('\n')
            .take(line - 1)
            .map(str::len)
            .sum();
        let line = &text[start..];
        let at = line.char_indices().nth(column - 1);
        start + at.map_or(line.len(), |(at, _)| at)
    };
    let start = offset(number("startLine"), number("startColumn"));
    let end = offset(number("endLine"), number("endColumn"));
    text[start..end].to_string()
}

#[test]
fn sarif_regions_and_fixes_are_those_of_the_file() {
    let text = "\u{feff}Über 기사: mayor Katarzyna\nWojick 😀 Katarzyna Wojick.\r\nBay Ferrys sold 😀.\r\n";
    let run = checked(vec![article("a b/기사.txt", text)]);
    let log = json("sarif", &run);
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    // A BOM takes no column, but its bytes.
    let seen = text.trim_start_matches('\u{feff}');
    for result in results {
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(
            place["artifactLocation"]["uri"],
            "a%20b/%EA%B8%B0%EC%82%AC.txt"
        );
        let region = &place["region"];
        let words = region["snippet"]["text"].as_str().unwrap();
        assert_eq!(between(seen, region), words);
        let start = region["byteOffset"].as_u64().unwrap() as usize;
        let length = region["byteLength"].as_u64().unwrap() as usize;
        assert_eq!(&text[start..start + length], words);
        let change = &result["fixes"][0]["artifactChanges"][0];
        assert_eq!(change["artifactLocation"], place["artifactLocation"]);
        let replacement = &change["replacements"][0];
        assert_eq!(between(seen, &replacement["deletedRegion"]), words);
        let right = replacement["insertedContent"]["text"].as_str().unwrap();
        assert!(right.split_whitespace().eq(["Katarzyna", "Wojcik"]) || right == "Bay Ferries");
    }
}

fn prints(format: &str, text: &str) -> Vec<String> {
    let run = checked(vec![article("a.txt", text)]);
    let (list, key) = match (format, json(format, &run)) {
        ("sarif", log) => (
            log["runs"][0]["results"].clone(),
            "/partialFingerprints/factlint~1v1",
        ),
        (_, issues) => (issues, "/fingerprint"),
    };
    let list = list.as_array().unwrap().iter();
    list.map(|it| it.pointer(key).unwrap().as_str().unwrap().to_string())
        .collect()
}

#[test]
fn fingerprints_outlive_edits_elsewhere() {
    let paragraph = "Mayor Katarzyna Wojick opened the pier.";
    let twice = format!("{paragraph}\n\n{paragraph}\n");
    for format in ["sarif", "gitlab"] {
        let before = prints(format, &twice);
        assert_eq!(before.len(), 2);
        assert_ne!(before[0], before[1], "two alike are told apart");
        let above = prints(format, &format!("It rained all day in the bay.\n\n{twice}"));
        assert_eq!(before, above);
        let once = prints(format, paragraph);
        assert_eq!(before[..1], once[..]);
        let other = prints(format, "Our mayor, Katarzyna Wojick, left.");
        assert!(!before.contains(&other[0]));
    }
    assert_eq!(prints("sarif", paragraph), prints("gitlab", paragraph));
}

/// A workflow command as the runner of GitHub reads it: its name, its properties and its message.
fn command(line: &str) -> (String, Vec<(String, String)>, String) {
    let data = |text: &str| {
        text.replace("%0D", "\r")
            .replace("%0A", "\n")
            .replace("%25", "%")
    };
    let property = |text: &str| {
        let text = text.replace("%0D", "\r").replace("%0A", "\n");
        text.replace("%3A", ":")
            .replace("%2C", ",")
            .replace("%25", "%")
    };
    let rest = line.strip_prefix("::").unwrap();
    let (head, message) = rest.split_once("::").unwrap();
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let properties = properties
        .split(',')
        .filter_map(|pair| pair.split_once('='));
    let properties = properties.map(|(key, value)| (key.to_string(), property(value)));
    (name.to_string(), properties.collect(), data(message))
}

#[test]
fn github_reads_every_command_back() {
    let text = shown("github", &hostile());
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2 * HOSTILE.len());
    for (line, name) in lines.iter().zip(HOSTILE.iter().chain(HOSTILE)) {
        let (command, properties, message) = command(line);
        assert_eq!(command, "error");
        let file = &properties[0];
        assert_eq!(file.0, "file");
        if steers(&name.replace(['\n', '\r', '\t'], "")).is_none() && !name.contains('\u{7f}') {
            assert_eq!(file.1, *name);
        }
        assert!(
            properties
                .iter()
                .any(|(key, value)| key == "title" && value.starts_with("factlint: "))
        );
        assert!(!message.is_empty());
    }
}

/// The attributes of every element of this name, as an XML reader gives them.
fn attributes(text: &str, element: &str, key: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap();
                    if tag.name().as_ref() == element && attribute.key.as_ref() == key {
                        let value = attribute
                            .normalized_value(quick_xml::XmlVersion::Explicit1_0)
                            .unwrap();
                        found.push(value.to_string());
                    }
                }
            }
            quick_xml::events::Event::Eof => return found,
            _ => {}
        }
    }
}

/// As XML can hold it.
fn held(name: &str) -> String {
    let signs = name.chars().map(|c| match c {
        '\n' | '\r' | '\t' => ' ',
        c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => '\u{fffd}',
        c => c,
    });
    signs.collect()
}

#[test]
fn xml_is_read_back() {
    let run = hostile();
    let names: Vec<String> = HOSTILE.iter().map(|name| held(name)).collect();
    let checkstyle = shown("checkstyle", &run);
    assert_eq!(attributes(&checkstyle, "file", "name"), names);
    let messages = attributes(&checkstyle, "error", "message");
    assert!(messages.contains(&format!("wrong {}", names[0])));
    assert_eq!(messages.len(), 2 * HOSTILE.len());
    let junit = shown("junit", &run);
    let mut cases = attributes(&junit, "testcase", "file");
    let mut twice = [names.clone(), names].concat();
    cases.sort();
    twice.sort();
    assert_eq!(cases, twice);
    assert_eq!(attributes(&junit, "testsuites", "failures"), ["10"]);
    assert_eq!(attributes(&junit, "testsuites", "errors"), ["10"]);
}

#[test]
fn compact_is_one_line_each() {
    let text = shown("compact", &hostile());
    assert_eq!(text.lines().count(), 2 * HOSTILE.len());
    for line in text.lines() {
        assert!(
            line.contains(":1:7: error: mayor: ") || line.contains(":1:1: error: unreadable: "),
            "{line}"
        );
    }
}

#[test]
fn junit_fails_as_the_run_does() {
    let mut run = checked(vec![article("a.txt", "Bay Ferrys sold it.")]);
    assert_eq!(
        attributes(&shown("junit", &run), "testsuites", "failures"),
        ["0"]
    );
    assert!(shown("junit", &run).contains("<system-out>a.txt:1:1: info: "));
    run.fail_on = Some(factlint::facts::Severity::Info);
    assert_eq!(
        attributes(&shown("junit", &run), "testsuites", "failures"),
        ["1"]
    );
}

#[test]
fn every_problem_has_one_name() {
    for problem in everything().problems.iter().chain(&hostile().problems) {
        let name = serde_json::to_value(problem.kind).unwrap();
        assert_eq!(name, problem.kind.id());
    }
}

proptest::proptest! {
    #[test]
    fn any_article_is_shown(text in "(?s)(Katarzyna Wojick|Bay Ferrys|[<>&\"'|`*@#]|\\PC|\n){0,40}", name in "\\PC{1,9}\\.(md|txt)") {
        let run = checked(vec![article(&name, &text)]);
        for format in FORMATS {
            shown(format.id, &run);
        }
        pages::page_text(&shown("html", &run));
        let log = json("sarif", &run);
        for result in log["runs"][0]["results"].as_array().unwrap() {
            let region = &result["locations"][0]["physicalLocation"]["region"];
            proptest::prop_assert_eq!(region["snippet"]["text"].as_str().unwrap(), &between(&text, region));
        }
    }
}
