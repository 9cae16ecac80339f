//! `factlint fmt`: one layout, and nothing else changes.

mod cli_support;
mod support;

use std::fs;

use cli_support::Desk;
use factlint::format::format;
use factlint::packs::{PackSource, load};
use proptest::prelude::*;
use support::{FOLDERS, below, name, pack, root};

const MESSY: &str = r#"

# The town of Port Ellery
   [ pack ]
name="Town"   
review-after   = "180 days"  # half a year



[[entity]]
# what is said of her
source = 'Town Hall'
name = "Marta \"M.\" Lindqvist"
# wrong
reject=["Martha Lindqvist","Marta Lindquest" , # seen twice
  "M. Lindkvist"]
checked=2026-03-01
id="marta"
zeal = 3
# born = 1971-05-14

[[office]]
holders=[{until=2022-06-30,name="June Okafor",from=2014-07-01},{name="@marta",from=2022-07-01,acting=true}]
titles=["Mayor"]
id="mayor"
of=[
"Port Ellery","Ellery","the town","the port","the harbor town","the place on the river","the other place","where we live"]
# stays here

# ---------- figures

[[figure]] # the census
id="residents"
unit=["residents"]
subject=["Port Ellery"]
values=[
# of the old one
{value=16_200,from=2011}, {value=18_400, from=2021} # the new one
# no more
]
note = """
Two lines, the second
 with a space.  """
[[statement]]
id = "ferry"
records = [{from=2020, place="Oslo"}]
says = ["to {place}",]

[[statement]]
id = "war"
outcome.not = ["a surrender"]
outcome.is = [
  "a truce",
  "an armistice",
]
says = ["it ended in {outcome}"]
# the end
   

# really
"#;

fn source(file: &str, text: &str) -> PackSource {
    PackSource {
        file: file.into(),
        text: text.into(),
    }
}

fn formatted(text: &str) -> Option<String> {
    format(&source("rules.toml", text)).ok()
}

/// What a rule file comes to, but for the places of things.
fn facts(text: &str) -> String {
    let said = match load(vec![source("rules.toml", text)]) {
        Ok(packs) => {
            let tests: Vec<_> = packs
                .packs
                .iter()
                .map(|pack| (&pack.name, &pack.review_after, &pack.tests))
                .collect();
            format!("{:#?} {tests:#?}", packs.facts)
        }
        Err(problems) => {
            let mut messages: Vec<_> = problems.iter().map(|problem| &problem.message).collect();
            messages.sort();
            format!("{messages:#?}")
        }
    };
    let place = |line: &&str| {
        let line = line.trim_start();
        !["start: ", "end: ", "line: "]
            .iter()
            .any(|place| line.starts_with(place))
    };
    said.lines().filter(place).collect::<Vec<_>>().join("\n")
}

/// The comments of a text whose quotes are closed in the line where they open.
fn comments(text: &str) -> Vec<&str> {
    let comment = |line: &'_ str| {
        let mut quote = None;
        line.char_indices()
            .find_map(|(at, sign)| match (sign, quote) {
                ('#', None) => Some(at),
                ('"' | '\'', None) => {
                    quote = Some(sign);
                    None
                }
                (_, Some(open)) if open == sign => {
                    quote = None;
                    None
                }
                _ => None,
            })
    };
    let lines = text.lines();
    lines
        .filter_map(|line| Some(line.get(comment(line)?..)?.trim_end()))
        .collect()
}

/// The laws of the layout, for any text.
fn assert_lawful(text: &str) {
    let Some(laid_out) = formatted(text) else {
        return;
    };
    assert_eq!(facts(&laid_out), facts(text), "{laid_out}");
    assert_eq!(formatted(&laid_out).as_deref(), Some(&*laid_out));
    assert!(!laid_out.contains("\n\n\n") || text.contains("\"\"\"") || text.contains("'''"));
    assert!(laid_out.is_empty() || laid_out.ends_with('\n'));
}

#[test]
fn a_messy_pack() {
    insta::assert_snapshot!(formatted(MESSY).expect("this is TOML"));
    assert_lawful(MESSY);
}

#[test]
fn every_pack_keeps_its_facts_and_comments() {
    let folders = FOLDERS.iter().chain(&["rules", "tests/mistakes"]);
    let mut files: Vec<_> = folders.flat_map(|folder| below(folder, "toml")).collect();
    files.push(root("tests/good.toml"));
    assert!(files.len() > 100);
    let mut laid_out = 0;
    for file in files {
        let text = fs::read_to_string(&file).expect("a pack is text");
        let first = text.split("#=== ").next().unwrap_or_default();
        laid_out += usize::from(formatted(first).is_some());
        assert_lawful(first);
        if let Some(laid_out) = formatted(first) {
            assert_eq!(comments(&laid_out), comments(first), "{}", name(&file));
        }
    }
    assert!(laid_out > 90, "{laid_out}");
}

/// The rules of this project are laid out: what they look like is what the layout looks like.
#[test]
fn the_rules_are_laid_out() {
    for file in below("rules", "toml") {
        let pack = pack(&file);
        let laid_out = format(&pack).expect("this is TOML");
        let same = *laid_out == *pack.text;
        assert!(same, "`factlint fmt {}` lays it out", name(&file));
    }
}

#[test]
fn line_ends_and_marks_stay() {
    let unix = formatted(MESSY).expect("this is TOML");
    let windows = MESSY.replace('\n', "\r\n");
    assert_eq!(
        formatted(&windows).expect("this is TOML"),
        unix.replace('\n', "\r\n")
    );
    assert_eq!(
        formatted(&format!("\u{feff}{MESSY}")),
        Some(format!("\u{feff}{unix}"))
    );
    assert_lawful("[pack]\r\nname = \"a\"\n[[entity]]\nname = \"\"\"b\r\nc\"\"\"\r\n");
    // A single line is told of what it lacks, whatever ends it.
    assert_lawful("\r\nid=\"x\"");
    assert_eq!(formatted("").as_deref(), Some(""));
}

#[test]
fn what_is_no_toml_is_an_error() {
    let problems = format(&source("a.toml", "[[entity]\nname = x")).expect_err("this is no TOML");
    assert_eq!(problems[0].labels[0].span.start, 8, "{problems:?}");
}

#[test]
fn files_are_laid_out_in_place() {
    let desk = Desk::new();
    let good = fs::read(desk.path("rules/people.toml")).unwrap();
    desk.write("rules/messy.toml", MESSY)
        .write("factlint.toml", "fail-on=\"error\"\nrules=[\"rules\"]")
        .write("rules/broken.toml", "[[entity]]\nname = \n");
    let done = desk.run(&["fmt", "--check"]);
    assert_eq!(done.status, 2, "{done:?}");
    insta::assert_snapshot!(format!("{}{}", done.out, done.err));
    fs::remove_file(desk.path("rules/broken.toml")).unwrap();
    assert_eq!(desk.run(&["fmt", "--check"]).status, 1);
    let done = desk.run(&["fmt", "--diff", "factlint.toml"]);
    assert_eq!(done.status, 0);
    insta::assert_snapshot!(done.out, @r#"
    --- a/factlint.toml
    +++ b/factlint.toml
    @@ -1,2 +1,2 @@
    -fail-on="error"
    -rules=["rules"]
    \ No newline at end of file
    +rules   = ["rules"]
    +fail-on = "error"
    "#);
    assert_eq!(
        fs::read_to_string(desk.path("rules/messy.toml")).unwrap(),
        MESSY
    );
    let done = desk.run(&["fmt"]);
    insta::assert_snapshot!(done.out, @r"
    Formatted rules/messy.toml
    Formatted rules/people.toml
    Formatted factlint.toml
    3 of 3 files changed
    ");
    let text = fs::read_to_string(desk.path("rules/messy.toml")).unwrap();
    assert_eq!(Some(text), formatted(MESSY));
    assert_ne!(fs::read(desk.path("rules/people.toml")).unwrap(), good);
    let done = desk.run(&["fmt", "--check"]);
    assert_eq!(
        (done.status, &*done.out),
        (0, "3 files, nothing to change\n")
    );
}

#[test]
fn a_pipe() {
    let desk = Desk::empty();
    let done = desk.pipe(b"[pack]\nname='a'", &["fmt", "-"]);
    assert_eq!((done.status, &*done.out), (0, "[pack]\nname = 'a'\n"));
    let done = desk.pipe(b"[pack]\nname = 'a'\n", &["fmt", "-"]);
    assert_eq!((done.status, &*done.out), (0, "[pack]\nname = 'a'\n"));
    let done = desk.pipe(b"[pack\n", &["fmt", "-"]);
    assert_eq!((done.status, &*done.out), (2, ""));
    assert!(done.err.contains("<stdin>:1"), "{done:?}");
    desk.write("a.toml", "[pack]\nname='a'");
    let done = desk.pipe(b"[pack]\nname='b'", &["fmt", "-", "a.toml"]);
    assert_eq!(done.out, "[pack]\nname = 'b'\n");
    assert_eq!(done.err, "Formatted a.toml\n1 of 2 files changed\n");
    assert_eq!(
        desk.pipe(b"[pack]\nname='a'", &["fmt", "--check", "-"])
            .status,
        1
    );
}

/// In a directory of other things only rule files are laid out; what is named is laid out whatever it is.
#[test]
fn other_peoples_files_are_left_alone() {
    let desk = Desk::empty();
    let cargo = "[package]\nname='a'\n[[test]]\nname='b'\n";
    desk.write("Cargo.toml", cargo)
        .write("town.toml", "[[entity]]\nname='Marta'\n")
        .write("tests.toml", "[[test]]\nname='a'\ntext='b'\n");
    let done = desk.run(&["fmt", "."]);
    assert_eq!(done.status, 0, "{done:?}");
    assert_eq!(fs::read_to_string(desk.path("Cargo.toml")).unwrap(), cargo);
    assert_eq!(
        done.out,
        "Formatted tests.toml\nFormatted town.toml\n2 of 2 files changed\n"
    );
    assert_eq!(desk.run(&["fmt", "Cargo.toml"]).status, 0);
    assert_ne!(fs::read_to_string(desk.path("Cargo.toml")).unwrap(), cargo);
    assert_eq!(desk.run(&["fmt", "none.toml"]).status, 2);
}

#[cfg(unix)]
#[test]
fn what_can_not_be_written_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let path = desk.path("rules/people.toml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let done = desk.run(&["fmt"]);
    assert_eq!(done.status, 2, "{done:?}");
    assert!(
        done.err.contains("permission to write it is denied"),
        "{done:?}"
    );
}

/// A pack with its lines made untidy, as the numbers say.
fn untidy(text: &str, dice: &[u8]) -> String {
    let mut dice = dice.iter().cycle().copied();
    let mut roll = || dice.next().unwrap_or(0);
    let mut out = String::new();
    let mut inside = false;
    for line in text.lines() {
        if inside || line.contains("\"\"\"") {
            inside ^= line.matches("\"\"\"").count() == 1;
            out.push_str(line);
            out.push('\n');
            continue;
        }
        match roll() % 12 {
            0 => out.push('\n'),
            1 => out.push_str("# a remark\n"),
            2 => out.push_str("\n\n  # apart\n\n"),
            3 => out.push('\t'),
            4 => out.push_str("   "),
            _ => {}
        }
        let line = match roll() % 4 {
            0 => line.replacen(" = ", "=", 1),
            1 => line.replacen(" = ", "    = ", 1),
            _ => line.to_string(),
        };
        // A new line may stand where a list has a comma, a remark behind any line.
        let line = match roll() % 6 {
            0 if line.contains("= [\"") => line.replacen("\", \"", "\",\n\"", 1),
            1 if line.contains("= [{") => line.replacen("}, {", "}, # one\n {", 1),
            2 if line.contains("= [") => line.replacen("= [", "= [ # first\n", 1),
            _ => line,
        };
        out.push_str(&line);
        match roll() % 8 {
            0 => out.push_str("  # aside"),
            1 => out.push_str(" \t "),
            _ => {}
        }
        out.push('\n');
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn untidy_packs(dice in prop::collection::vec(any::<u8>(), 1..200)) {
        // Formatted before, so that no key has to move, and no remark with it.
        let good = formatted(include_str!("good.toml")).unwrap_or_default();
        let text = untidy(&good, &dice);
        let laid_out = formatted(&text);
        prop_assert!(laid_out.is_some(), "{}", text);
        let laid_out = laid_out.unwrap_or_default();
        prop_assert_eq!(comments(&laid_out), comments(&text));
        assert_lawful(&text);
    }

    #[test]
    fn any_edit(place in any::<usize>(), sign in prop_oneof![any::<char>(), "[\\[\\]{}\"'=#,\n.\r ]".prop_map(|sign| sign.chars().next().unwrap_or(' '))]) {
        let good = include_str!("good.toml");
        let mut signs: Vec<char> = good.chars().collect();
        signs.insert(place % signs.len(), sign);
        assert_lawful(&signs.into_iter().collect::<String>());
    }

    #[test]
    fn any_text(text in "(\\[\\[(entity|office|figure\\.values|statement|ignore)\\]\\]|\\[(pack|checks)\\]|(id|name|values|says|a\\.b|\"q\") *= *|\\[|\\]|\\{|\\}|,|\"x\"|'''\n'''|1_0|2025-11-03|#.?|\n|\r\n| ){0,30}") {
        assert_lawful(&text);
    }
}
