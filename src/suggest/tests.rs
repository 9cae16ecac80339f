//! What is drafted of single sentences, and that every draft holds for its own articles.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::date;

use super::{Draft, suggest};
use crate::article::{Article, Format};
use crate::linter::{Linter, Settings};
use crate::packs::{self, PackSource, Packs};
use crate::rule_tests::run_tests;

fn article(name: &str, text: &str) -> Article {
    let article = Article::from_text(name, text, Format::PLAIN).unwrap();
    match article.date {
        Some(_) => article,
        None => article.with_date(date(2025, 6, 3)),
    }
}

fn drafted(texts: &[&str]) -> Draft {
    let articles: Vec<Article> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| article(&format!("{at}.txt"), text))
        .collect();
    holds(&articles)
}

/// A draft without the spaces that bring its keys into line.
fn plain(draft: &str) -> String {
    let line = |line: &str| match line.split_once(" = ") {
        Some((key, value)) => format!("{} = {value}\n", key.trim_end()),
        None => format!("{line}\n"),
    };
    draft.lines().map(line).collect()
}

/// The draft of the articles; it loads, its tests hold, and it reports nothing in them but what its comments name.
fn holds(articles: &[Article]) -> Draft {
    let draft = suggest(articles, &Packs::default());
    let packs = packs::load(vec![PackSource {
        file: "draft.toml".into(),
        text: draft.text.clone().into(),
    }]);
    let packs = packs.unwrap_or_else(|problems| panic!("{problems:?}\n{}", draft.text));
    for outcome in run_tests(&packs, 0..1) {
        assert!(outcome.passed(), "{outcome:?}\n{}", draft.text);
    }
    let checks = crate::checks::CHECKS
        .iter()
        .map(|check| (check.id.to_string(), None))
        .collect();
    let linter = Linter::new(&packs, &Settings { checks });
    let named: BTreeSet<&str> = draft
        .text
        .lines()
        .filter_map(|line| line.strip_prefix("# DISAGREEMENT: "))
        .collect();
    let mut found = 0;
    for article in articles {
        for finding in linter.check(article) {
            let place = format!("{}:{}", article.name, finding.at.line);
            let words: String = finding.found.split_whitespace().collect();
            let known = named.iter().any(|line| {
                let line_words: String = line.split_whitespace().collect();
                line.starts_with(&place) && line_words.contains(&words)
            });
            assert!(
                known,
                "{place}: {} {:?}\n{}",
                finding.fact, finding.found, draft.text
            );
            found += 1;
        }
    }
    assert!(found <= draft.disagreements);
    draft
}

#[track_caller]
fn drafts(text: &str, lines: &[&str]) {
    let mut draft = drafted(&[text]);
    draft.text = plain(&draft.text);
    let facts = draft.text.split("-- tests").next().unwrap();
    for line in lines {
        assert!(facts.contains(line), "{line} is not in\n{}", draft.text);
    }
}

/// Nothing of this kind is drafted.
#[track_caller]
fn silent(kind: &str, text: &str) {
    let draft = drafted(&[text]);
    assert!(
        !draft.text.contains(&format!("[[{kind}]]")),
        "{}",
        draft.text
    );
}

#[test]
fn people() {
    drafts(
        "The mayor, who is new, met Katarzyna Wojcik. Wojcik said it went well. Later Katarzyna Wojcik left.",
        &["name = \"Katarzyna Wojcik\"", "# 3 times"],
    );
    drafts(
        "Councilwoman Ada F. Lindqvist spoke. Ada Lindqvist was calm. \"Ada Lindqvist is right,\" a man said.",
        &[
            "name = \"Ada Lindqvist\"",
            "accept = [\"Ada F. Lindqvist\"]",
        ],
    );
    // Once is no fact yet.
    silent("entity", "Dr. Katarzyna Wojcik came.");
    for text in [
        "Goldman Harbor Bank said so. Goldman Harbor Bank said it again.",
        "They met in New Corvena Park. New Corvena Park was full. Green Corvena Valley was not.",
        "He plays for Corvena United. Corvena United won. Corvena United said so.",
        "The Tea Party said so. The Tea Party is loud.",
        "South Korea said so. South Korea told Japan.",
    ] {
        silent("entity", text);
    }
}

#[test]
fn the_rarer_spelling_is_a_disagreement() {
    let text = |name: &str| format!("Defense Minister {name} spoke. Later {name} left the hall.");
    let draft = drafted(&[
        &text("Ahn Gyu-back"),
        &text("Ahn Gyu-back"),
        &text("Ahn Kyu-back"),
    ]);
    assert!(
        plain(&draft.text).contains("name = \"Ahn Gyu-back\""),
        "{}",
        draft.text
    );
    assert!(
        draft
            .text
            .contains("# DISAGREEMENT: 2.txt:1, of 3 June 2025, writes “Ahn Kyu-back”"),
        "{}",
        draft.text
    );
    assert_eq!(draft.disagreements, 2);
    let draft = drafted(&[
        &text("Yoon Suk Yeol"),
        &text("Yoon Suk Yeol"),
        &text("Yun Suk Yeol"),
    ]);
    assert!(
        draft.text.contains("writes “Yun Suk Yeol”"),
        "{}",
        draft.text
    );
}

#[test]
fn two_people_of_nearly_one_name_are_two() {
    let draft = drafted(&[
        "Dr. Martin Lindqvist and Dr. Marvin Lindqvist spoke. Martin Lindqvist left, Marvin Lindqvist stayed.",
    ]);
    assert!(!draft.text.contains("DISAGREEMENT"), "{}", draft.text);
}

#[test]
fn offices() {
    drafts(
        "Port Ellery Harbor Chief Executive Nora Okafor closed the pier.",
        &[
            "titles = [\"Chief Executive\"]",
            "of = [\"Port Ellery Harbor\"]",
            "name = \"@nora-okafor\"",
        ],
    );
    drafts(
        "North Korea's leader, Kim Jong Un, stayed away.",
        &[
            "titles = [\"leader\"]",
            "of = [\"North Korea\", \"North Korean\"]",
        ],
    );
    drafts(
        "Nora Okafor, the chief executive of Bay Ferries, closed the pier.",
        &["titles = [\"chief executive\"]", "of = [\"Bay Ferries\"]"],
    );
    drafts(
        "South Korean Minister of National Defense Ahn Gyu-back spoke.",
        &["titles = [\"Minister of National Defense\"]"],
    );
    drafts(
        "Bank of Corvena Governor Nora Okafor spoke.",
        &["of = [\"Bank of Corvena\"]"],
    );
    drafts(
        "Ohio Republican Gov. Nora Okafor spoke.",
        &["titles = [\"Governor\", \"Gov.\"]", "of = [\"Ohio\"]"],
    );
    for text in [
        "Former Veldanian President Nora Okafor spoke.",
        "Veldanian President-elect Nora Okafor spoke.",
        "Veldanian Vice President Nora Okafor spoke.",
        "Acting Veldanian Defense Minister Nora Okafor spoke.",
        "then-Veldanian President Nora Okafor spoke.",
        "\"Veldanian President Nora Okafor is late,\" he said.",
        "Veldanian Ambassador Nora Okafor spoke.",
        "Veldanian Minister Nora Okafor spoke.",
        "President Nora Okafor spoke.",
        "Tomas Brandt hired him. Brandt's attorney general, Nora Okafor, resigned.",
        "City Council Chairman Nora Okafor spoke.",
        "In 2001, Veldanian President Nora Okafor spoke.",
    ] {
        silent("office", text);
    }
}

#[test]
fn a_new_holder_is_a_disagreement_whatever_the_number_of_articles_about_the_old_one() {
    let draft = drafted(&[
        "Nov. 10, 2025\n\nHarrow Bay Mayor Tom Ridley called the plan a mistake.",
        "Nov. 12, 2025\n\nHarrow Bay Mayor Tom Ridley is to speak on Monday.",
        "Nov. 14, 2025\n\nHarrow Bay Mayor Sue Bannister welcomed it.",
    ]);
    let text = plain(&draft.text);
    assert!(
        text.contains("holders = [{ name = \"@sue-bannister\" }]"),
        "{text}"
    );
    let told = text.matches("writes “Tom Ridley”").count();
    assert_eq!(told, 2, "{text}");
}

#[test]
fn a_surname_a_letter_away_is_pointed_at() {
    let draft = drafted(&[
        "The ward stays open, chief executive Priya Raman said. Raman gave no date.",
        "The ward will close, chief executive Priya Rahman said.",
        "The ward may close, Priya Ramirez said.",
    ]);
    let text = plain(&draft.text);
    assert!(
        text.contains("# 1.txt:1 writes “Priya Rahman”: the same, or another?"),
        "{text}"
    );
    assert!(!text.contains("Ramirez”"), "{text}");
}

#[test]
fn a_hundred_disagreements_are_counted() {
    let one = "Harrow Bay General Hospital has 640 beds.";
    let mut texts = vec![one; 9];
    texts.extend(["Harrow Bay General Hospital has 460 beds."; 8]);
    let articles: Vec<Article> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| article(&format!("{at}.txt"), text))
        .collect();
    let text = suggest(&articles, &Packs::default()).text;
    assert_eq!(text.matches("writes “460”").count(), 3, "{text}");
    assert!(text.contains("# DISAGREEMENT too: 5 more places"), "{text}");
}

#[test]
fn one_person_two_titles_of_one_office() {
    let draft = drafted(&[
        "U.S. Defense Secretary Dale Hopwick spoke.",
        "U.S. War Secretary Dale Hopwick spoke.",
        "US Secretary of Defense Dale Hopwick spoke.",
    ]);
    assert!(
        plain(&draft.text).contains(
            "titles = [\"Defense Secretary\", \"War Secretary\", \"Secretary of Defense\"]"
        ),
        "{}",
        draft.text
    );
}

#[test]
fn figures() {
    drafts(
        "About 14,200 American soldiers are stationed in Japan.",
        &[
            "value = 14_200",
            "context = [\"Japan\", \"Japanese\"]",
            "# the article says only “About 14,200”",
        ],
    );
    drafts(
        "Japan has 247,000 troops.",
        &[
            "what = \"Japan's troops\"",
            "subject = [\"Japan\", \"Japanese\"]",
        ],
    );
    drafts(
        "Japan's defense spending rose 7.5 percent to 8.7 trillion yen.",
        &[
            "measures = \"change\"",
            "value = 7.5",
            "unit = \"JPY\"",
            "value = 8_700_000_000_000",
        ],
    );
    drafts(
        "Japan's inflation rate was 2.9 percent.",
        &["subject = [\"inflation rate\"]", "value = 2.9"],
    );
    drafts(
        "The earthquake in Herat killed 213 people.",
        &["measures = \"toll\"", "context = [\"Herat\"]"],
    );
    for text in [
        "Three men came with 2,000 bananas.",
        "\"Japan has 247,000 troops,\" he said.",
        "Japan may have 247,000 troops.",
        "Japan had more than 247,000 troops.",
        "Copper shipments were worth $51 billion.",
        "He walked 300 miles in 200 days.",
    ] {
        silent("figure", text);
    }
}

#[test]
fn changes_that_are_asked_for() {
    drafts(
        "South Korean President Lee Jae Myung urged parliament to approve a 7.5% rise in defense spending next year.",
        &[
            "[[statement]]",
            "percent = 7.5",
            "{percent} rise in defense spending",
        ],
    );
}

#[test]
fn occasions() {
    drafts(
        "The 24th Harbor Security Dialogue (HSD) will be held in Corvena on Friday.",
        &[
            "names = [\"Harbor Security Dialogue\", \"HSD\"]",
            "number = 24",
            "on = 2025-06-06",
            "at = [\"Corvena\"]",
        ],
    );
    drafts(
        "The HSD forum, now in its 24th edition, is small.",
        &["names = [\"HSD forum\"]", "number = 24"],
    );
    // Of several days the first is not all.
    silent(
        "event",
        "The Harbor Security Dialogue opens in Corvena on Friday.",
    );
    silent("event", "His third Corvena Summit was his last.");
}

#[test]
fn short_forms() {
    drafts(
        "They saw the Demilitarized Zone (DMZ). The DMZ is wide.",
        &["name = \"Demilitarized Zone\"", "accept = [\"DMZ\"]"],
    );
    silent("entity", "They saw the Joint Area (XYZ). The XYZ is wide.");
    silent("entity", "They saw the Demilitarized Zone (DMZ).");
}

#[test]
fn places_only_where_they_are_misspelt() {
    let draft = drafted(&[
        "They met in Gyeongju. Snow fell in Gyeongju.",
        "He was in Kyongju.",
    ]);
    assert!(
        plain(&draft.text).contains("name = \"Gyeongju\""),
        "{}",
        draft.text
    );
    assert!(
        draft
            .text
            .contains("1.txt:1, of 3 June 2025, writes “Kyongju”"),
        "{}",
        draft.text
    );
    silent("entity", "They met in Panmunjom. Snow fell in Panmunjom.");
}

#[test]
fn quotes_and_signs_in_names_are_escaped() {
    let draft = drafted(&[
        "Mayor Zoë \"Zee\" O'Brien-Łuk of \"Port\\Ellery\" spoke. Dr. Zoë O'Brien said: \"C:\\new\". Zoë O'Brien left.",
    ]);
    assert!(draft.text.contains("Zoë O'Brien"), "{}", draft.text);
}

#[test]
fn nothing_of_nothing() {
    assert_eq!(suggest(&[], &Packs::default()).text, "");
    assert_eq!(drafted(&["", "…", "1 2 3."]).text, "");
}

fn files(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let walk = walkdir::WalkDir::new(root).sort_by_file_name().into_iter();
    walk.filter_map(Result::ok)
        .map(|entry| entry.into_path())
        .filter(|path| path.is_file())
        .collect()
}

/// The articles of `fixtures/` and the texts of the held tests.
fn ours() -> Vec<Article> {
    let mut articles = Vec::new();
    for path in files("fixtures")
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end != "json"))
    {
        let bytes = std::fs::read(path).unwrap();
        articles.extend(Article::all_from_bytes(path.to_string_lossy(), &bytes, None).unwrap());
    }
    for path in files("tests/held") {
        let text = std::fs::read_to_string(&path).unwrap();
        let source = PackSource {
            file: path.to_string_lossy().into(),
            text: text.into(),
        };
        for (at, test) in packs::load(vec![source]).unwrap().packs[0]
            .tests
            .iter()
            .enumerate()
        {
            let stem = path.file_stem().unwrap().to_string_lossy();
            let name = format!("{stem}-{at}.txt");
            let mut article = Article::from_text(name, &test.text, Format::PLAIN).unwrap();
            article.set_date(test.date);
            articles.push(article);
        }
    }
    articles
}

#[test]
fn every_draft_holds_for_its_own_articles() {
    let articles = ours();
    assert!(articles.len() > 300);
    // Alone, in tens, and all together.
    holds(&articles);
    for size in [1, 10, 40] {
        for few in articles.chunks(size) {
            holds(few);
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]
    #[test]
    fn any_articles_together(chosen in proptest::collection::vec(0usize..300, 1..12)) {
        let articles = ours();
        let few: Vec<Article> = chosen.iter().filter_map(|at| articles.get(*at).cloned()).collect();
        holds(&few);
    }

    #[test]
    fn any_text(text in "[A-Z][a-z]{1,6}( (of|Mr\\.|said|President|South Korea's|57th|\\(AB\\)|8\\.2%|\\$5 billion|1,200|troops|in|Summit|[A-Z][a-z]{2,7}|[.,\"'—-])){0,30}") {
        holds(&[article("a.txt", &text)]);
    }
}
