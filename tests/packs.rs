//! Rule files: every mistake in `tests/mistakes` is shown as its snapshot has it.
//!
//! A file there is one rule file, or several: `#=== name.toml` begins another.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use factlint::packs::{PackSource, Problem, load};
use factlint::report::{self, Look, ProblemKind, Source};
use proptest::prelude::*;

fn source(file: &str, text: &str) -> PackSource {
    PackSource {
        file: file.into(),
        text: text.into(),
    }
}

fn sources(text: &str) -> Vec<PackSource> {
    let mut sources = Vec::new();
    let mut name = "rules.toml";
    for (index, part) in text.split("#=== ").enumerate() {
        let mut part = part;
        if index > 0 {
            (name, part) = part.split_once('\n').expect("a name, and a line's end");
        }
        sources.push(source(name, part));
    }
    sources
}

fn shown(problems: &[Problem], sources: &[PackSource]) -> String {
    let known: Vec<Arc<Source>> = sources
        .iter()
        .map(|source| Arc::new(Source::new(source.file.clone(), source.text.clone())))
        .collect();
    let mut shown = String::new();
    for problem in problems {
        let problem = report::Problem::of_mistake(ProblemKind::Rule, problem.clone(), &known);
        let drawn = problem.draw(Look::default());
        writeln!(shown, "{}", anstream::adapter::strip_str(&drawn))
            .expect("a string can be written to");
    }
    shown
}

#[test]
fn mistakes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path(folder.join("snapshots"));
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder of mistakes")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    files.sort();
    assert!(files.len() > 40);
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a file of the folder");
        let sources = sources(&text);
        let name = path.file_stem().expect("a name").to_string_lossy();
        let Err(problems) = load(sources.clone()) else {
            panic!("{name}: nothing wrong was found");
        };
        settings.bind(|| insta::assert_snapshot!(name.as_ref(), shown(&problems, &sources)));
    }
}

const GOOD: &str = include_str!("good.toml");

#[test]
fn a_good_pack_is_good() {
    let packs = load(vec![source("good.toml", GOOD)]).unwrap_or_else(|problems| {
        panic!("{}", shown(&problems, &[source("good.toml", GOOD)]));
    });
    assert_eq!(packs.facts.len(), 8);
}

/// Every place can be shown: it lies on the characters of a file that was given.
fn assert_placed(problems: &[Problem], sources: &[PackSource]) {
    assert!(!problems.is_empty());
    for problem in problems {
        assert!(!problem.message.is_empty());
        assert!(!problem.labels.is_empty(), "{problem:?}");
        for label in &problem.labels {
            let source = sources.iter().find(|source| source.file == label.file);
            let text = &source.expect("a file that was given").text;
            assert!(text.get(label.span.range()).is_some(), "{problem:?}");
            assert!(!label.text.is_empty(), "{problem:?}");
        }
    }
    shown(problems, sources);
}

/// The text with one character taken out, put in or exchanged.
fn edited(text: &str, place: usize, edit: u8, sign: char) -> (usize, String) {
    let (at, c) = text
        .char_indices()
        .nth(place % text.chars().count())
        .expect("a place in the text");
    let rest = match edit % 3 {
        0 => &text[at..],
        _ => &text[at + c.len_utf8()..],
    };
    let sign = if edit % 3 == 2 {
        String::new()
    } else {
        sign.to_string()
    };
    (at, format!("{}{sign}{rest}", &text[..at]))
}

fn line(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_never_panics(place in any::<usize>(), edit in any::<u8>(), sign in any::<char>()) {
        let (_, text) = edited(GOOD, place, edit, sign);
        let sources = [source("good.toml", &text)];
        if let Err(problems) = load(sources.to_vec()) {
            assert_placed(&problems, &sources);
        }
    }

    #[test]
    fn no_text_panics(text in "(\\[\\[(entity|office|test|statement)\\]\\]\n|[a-z]{1,4} = |[\\PC\n]{0,9}|[\"'\\[\\]{}=,.\\\\\n0-9-]{0,9}){0,20}") {
        let sources = [source("any.toml", &text)];
        if let Err(problems) = load(sources.to_vec()) {
            assert_placed(&problems, &sources);
        }
    }
}

/// How many of these edits are mistakes, and how many of those are reported within two lines of the edit; and what was
/// shown of the others.
fn slips(text: &str, edits: impl Iterator<Item = (usize, u8, char)>) -> (usize, usize, String) {
    let (mut wrong, mut near) = (0, 0);
    let mut far = String::new();
    for (place, edit, sign) in edits {
        let (at, text) = edited(text, place, edit, sign);
        let sources = [source("edited.toml", &text)];
        let Err(problems) = load(sources.to_vec()) else {
            continue;
        };
        assert_placed(&problems, &sources);
        let distance = |problem: &Problem| {
            let labels = problem.labels.iter();
            let lines = labels.map(|label| line(&text, label.span.start));
            lines.map(|there| there.abs_diff(line(&text, at))).min()
        };
        wrong += 1;
        let is_near = |problem: &Problem| distance(problem) <= Some(2);
        if problems.iter().any(is_near) {
            near += 1;
        } else {
            writeln!(
                far,
                "line {}:\n{}",
                line(&text, at) + 1,
                shown(&problems, &sources)
            )
            .expect("a string can be written to");
        }
    }
    (wrong, near, far)
}

const SIGNS: [char; 12] = ['"', '[', ']', '{', '}', '=', ',', 'x', '-', '7', '\n', '@'];

#[test]
fn a_slip_is_reported_where_it_stands() {
    // Every seventh character, each edit and sign in its turn.
    let places = (0..GOOD.chars().count()).step_by(7).enumerate();
    let edits = places.flat_map(|(turn, place)| {
        (0..3).map(move |edit| (place, edit, SIGNS[(turn + usize::from(edit)) % SIGNS.len()]))
    });
    let (wrong, near, far) = slips(GOOD, edits);
    assert!(wrong > 300);
    assert!(near * 100 >= wrong * 90, "{near} of {wrong}\n{far}");
}

#[test]
fn a_slip_in_any_pack_is_reported_where_it_stands() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let mut packs = 0;
    for entry in std::fs::read_dir(folder).expect("the folder of packs") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|end| end != "toml") {
            continue;
        }
        let name = path.display();
        let text = std::fs::read_to_string(&path).expect("a pack");
        // A hundred places, edits and signs, at random and at every run the same.
        let mut state = 2_026_u64;
        let mut random = move || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).expect("31 bits")
        };
        let edits = (0..100).map(|_| {
            let edit = u8::try_from(random() % 3).expect("below three");
            (random(), edit, SIGNS[random() % SIGNS.len()])
        });
        let (wrong, near, far) = slips(&text, edits.collect::<Vec<_>>().into_iter());
        println!("{name}: {near} of {wrong} mistakes");
        assert!(wrong > 15, "{name}: {wrong}");
        assert!(near * 10 >= wrong * 9, "{name}: {near} of {wrong}\n{far}");
        packs += 1;
    }
    assert!(packs >= 6);
}

#[test]
fn hostile_files_are_quickly_done_with() {
    let many = 100_000;
    let texts = [
        "[".repeat(many),
        format!("a = {}", "[".repeat(many)),
        format!("a = {}", "{a=".repeat(many)),
        format!("[[entity]]\nname = {}", "[".repeat(many)),
        format!("{} = 1", vec!["a"; many].join(".")),
        format!("[[entity]]\nname = \"{}\"", "\\u00e9".repeat(many)),
        format!(
            "[[entity]]\nname = \"x\"\naccept = [{}]",
            "\"x\",".repeat(many)
        ),
        format!("[[entity]]\n{}", "x = 1\n".repeat(many)),
        "[[entity]]\n".repeat(many),
        "[[entity]]\nname = \"x\"\n".repeat(many / 4),
        "x = =\n".repeat(many),
        "= ".repeat(many),
        format!("[[entity]]\n{}", "x y ".repeat(many)),
        format!(
            "[[statement]]\nid = \"x\"\nsays = [\"{}\"]",
            "(a|".repeat(many)
        ),
        format!(
            "[[statement]]\nid = \"x\"\nsays = [\"{}\"]",
            "(a|b)".repeat(many)
        ),
        format!(
            "[[statement]]\nid = \"x\"\nsays = [\"{}\"]",
            "a]".repeat(many)
        ),
        format!(
            "[[event]]\nid = \"x\"\nnames = [{}]",
            "\"@x\",".repeat(many)
        ),
        "\u{feff}".repeat(many),
        "\"\"\"".repeat(many),
        "\r".repeat(many),
    ];
    for text in texts {
        let start: String = text.chars().take(40).collect();
        let begun = std::time::Instant::now();
        let sources = vec![source("hostile.toml", &text)];
        let problems = load(sources).err().unwrap_or_default();
        let took = begun.elapsed();
        assert!(problems.len() <= 2 * many);
        assert!(took.as_secs() < 30, "{start}: {took:?}");
    }
}
