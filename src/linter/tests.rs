use std::fs;
use std::path::Path;

use super::*;
use crate::article::Fields;
use crate::packs::{PackSource, load};

fn linter() -> Linter {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let read = |path: &Path| PackSource {
        file: path.display().to_string().into(),
        text: fs::read_to_string(path).expect("a rule file").into(),
    };
    let files = walkdir::WalkDir::new(root).into_iter();
    let files = files.filter_map(Result::ok);
    let files = files.filter(|file| file.path().extension().is_some_and(|end| end == "toml"));
    let packs = load(files.map(|file| read(file.path())).collect()).expect("good rules");
    Linter::new(&packs, &Settings::default())
}

/// Says the same of an article however many of its sentences are read at a time.
fn says_the_same(linter: &Linter, article: &Article) -> usize {
    let whole = format!("{:?}", linter.check(article));
    for size in [1, 2, 3, 7] {
        let found = format!("{:?}", linter.check_by(article, size));
        assert_eq!(found, whole, "{} by {size}", article.name);
    }
    linter.check(article).len()
}

#[test]
fn the_size_of_the_window_changes_nothing() {
    let linter = linter();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut found = 0;
    for file in walkdir::WalkDir::new(root)
        .into_iter()
        .filter_map(Result::ok)
    {
        let Ok(bytes) = fs::read(file.path()) else {
            continue;
        };
        let name = file.path().display().to_string();
        Article::each_from_bytes(&name, &bytes, None, &Fields::default(), &mut |read| {
            if let Ok(article) = read {
                found += says_the_same(&linter, &article);
            }
        });
    }
    assert!(found > 50, "{found} findings are too few to tell");
}

/// What one sentence says is wrong only by another that is far from it.
#[test]
fn an_article_is_one_however_long_it_is() {
    let between = "The crew painted a door blue. ".repeat(2 * WINDOW);
    for (first, last, wanted) in [
        (
            "The shipyard employs 1,450 people.",
            "The shipyard employs 1,540 people.",
            "1,540",
        ),
        (
            "Katarzyna Wojcik opened the pier. Katarzyna Wojcik left.",
            "Later Katarzyna Wojick thanked the crew.",
            "Katarzyna Wojick",
        ),
        ("The fair opens on Monday, Nov. 4.", "It is old.", "Monday"),
        // 4 November 2019 was a Monday.
        (
            "The fair opened on Monday, Nov. 4.",
            "That was in 2019.",
            "",
        ),
    ] {
        let text = format!("{first}\n\n{between}\n\n{last}\n");
        let format = crate::article::Format::of_path("a.txt").expect("plain text");
        let article = Article::from_text("a.txt", &text, format).expect("an article");
        let article = article.with_date(jiff::civil::date(2025, 11, 3));
        let linter = Linter::new(&Packs::default(), &Settings::default());
        let findings = linter.check(&article);
        let found: Vec<&str> = findings.iter().map(|finding| &*finding.found).collect();
        let wanted: Vec<&str> = [wanted]
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect();
        assert_eq!(found, wanted, "{first} … {last}");
    }
}

fn linter_of(rules: &str) -> Linter {
    let source = PackSource {
        file: "rules.toml".into(),
        text: rules.into(),
    };
    Linter::new(
        &load(vec![source]).expect("good rules"),
        &Settings::default(),
    )
}

/// What is found in a text, of which fact.
fn found(linter: &Linter, text: &str) -> Vec<String> {
    let format = crate::article::Format::PLAIN;
    let article = Article::from_text("story.txt", text, format).expect("it is text");
    let findings = linter.check(&article).into_iter();
    findings.map(|finding| finding.found).collect()
}

/// Each row of a table has an example, in which nothing is found, and the same words elsewhere are found.
#[track_caller]
fn cites(linter: &Linter, table: &[claims::Construction], plain: &str, words: &str) {
    for row in table {
        let text = row.example;
        assert_eq!(found(linter, text), [""; 0], "{text}");
        assert!(text.contains(words), "{text}");
        let both = format!("{text} {plain}");
        assert_eq!(found(linter, &both), [words], "{both}");
    }
}

#[test]
fn names_that_are_cited_are_no_findings() {
    let rules = "[[entity]]\nname = \"Petra Lindholm\"\nreject = [\"Petra Lindhome\"]\n";
    let plain = "Petra Lindhome sang twice.";
    cites(&linter_of(rules), claims::CITED, plain, "Petra Lindhome");
    // A near miss that nobody listed is cited in the same way.
    let rules = "[[entity]]\nname = \"Petra Lindholm\"\n";
    let near = |row: &claims::Construction| row.example.replace("Lindhome", "Lindhlom");
    let linter = linter_of(rules);
    for row in claims::CITED {
        assert_eq!(found(&linter, &near(row)), [""; 0], "{}", near(row));
    }
    assert_eq!(
        found(&linter, "Petra Lindhlom sang twice."),
        ["Petra Lindhlom"]
    );
}

#[test]
fn names_that_were_given_up_are_no_findings() {
    let rules = "[[entity]]\nname = \"Norland\"\nnear = false\naccept = [{ name = \"Veldtia\", until = 2018-04-18 }]\n";
    let plain = "Ferries reached Veldtia on Monday.";
    let linter = linter_of(rules);
    let dated = |text: &str| format!("Nov 3, 2025\n\n{text}");
    for row in claims::RENAMED {
        let text = dated(row.example);
        assert_eq!(found(&linter, &text), [""; 0], "{text}");
        let both = format!("{text} {plain}");
        assert_eq!(found(&linter, &both), ["Veldtia"], "{both}");
    }
}

#[test]
fn sentences_that_deny_or_ask_are_no_findings() {
    let rules = "[[figure]]\nid = \"army\"\nunit = [\"soldiers\"]\nsubject = [\"Norland\"]\nvalue = 12_400\n";
    let plain = "Norland has 14,200 soldiers.";
    cites(&linter_of(rules), claims::DENIED, plain, "14,200");
}

#[test]
fn verbs_tie_days_to_events() {
    let rules =
        "[[event]]\nid = \"fair\"\nnames = [\"Lindhof Fair\"]\non = 2025-11-05\nto = 2025-11-07\n";
    let linter = linter_of(rules);
    let dated = |text: &str| format!("Nov 3, 2025\n\n{text}");
    for row in claims::EVENT_VERBS {
        assert_eq!(
            found(&linter, &dated(row.example)),
            ["Tuesday"],
            "{}",
            row.example
        );
        let other = row.counterexample;
        assert_eq!(found(&linter, &dated(other)), [""; 0], "{other}");
    }
}
