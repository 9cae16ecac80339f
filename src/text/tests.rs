use super::*;
use crate::article::{Article, Format};

fn plain(text: &str) -> (Article, Text) {
    let article = Article::from_text("a.txt", text, Format::PLAIN).unwrap();
    let text = Text::new(&article);
    (article, text)
}

fn markdown(text: &str) -> (Article, Text) {
    let article = Article::from_text("a.md", text, Format::MARKDOWN).unwrap();
    let text = Text::new(&article);
    (article, text)
}

/// The bytes of the file for the first place of `words` in the normalised text, and whether they are one run.
fn source<'a>((article, text): &'a (Article, Text), words: &str) -> (&'a str, bool) {
    let start = text
        .as_str()
        .find(words)
        .expect("the words stand in the text");
    let place = text.place(Span::new(start, start + words.len()));
    (
        place.span.of(&article.parts[place.part].source),
        place.whole,
    )
}

fn sentences(text: &str) -> Vec<String> {
    let (_, text) = plain(text);
    let of = |sentence: &Sentence| sentence.span.of(text.as_str()).to_string();
    text.sentences().iter().map(of).collect()
}

fn speech(text: &str) -> Vec<String> {
    let (_, text) = plain(text);
    let of = |span: &Span| span.of(text.as_str()).to_string();
    text.speech().iter().map(of).collect()
}

#[test]
fn the_normal_form_folds_what_looks_alike() {
    for (text, norm) in [
        ("a  b\t\u{A0}\u{2009}c", "a b c"),
        ("Gyu\u{2010}a Gyu\u{2011}b \u{2212}5", "Gyu-a Gyu-b -5"),
        ("1950\u{2013}1953", "1950-1953"),
        ("one \u{2013} two", "one \u{2014} two"),
        (
            "one -- two--three---four",
            "one \u{2014} two\u{2014}three\u{2014}four",
        ),
        ("one - two", "one - two"),
        ("one\u{2014}two", "one\u{2014}two"),
        (
            "\u{201C}a\u{201D} \u{AB}b\u{BB} \u{201E}c\u{201C}",
            "\"a\" \"b\" \"c\"",
        ),
        ("\u{2018}a\u{2019} Seoul\u{2019}s", "'a' Seoul's"),
        ("Heg\u{AD}seth Gyu\u{200B}-back\u{FEFF}", "Hegseth Gyu-back"),
        ("\u{FF12}\u{FF18}\u{FF0C}\u{FF15} \u{FF21}", "28,5 A"),
        ("10\u{B2} \u{BD}", "10\u{B2} \u{BD}"),
        ("O\u{308}zge e\u{301}", "\u{D6}zge \u{E9}"),
        (
            "\u{110B}\u{1161}\u{11AB}\u{1100}\u{1172}",
            "\u{C548}\u{ADDC}",
        ),
        ("\u{FF76}\u{FF9E}", "\u{30AC}"),
        ("\u{FB01}ne", "\u{FB01}ne"),
        ("  a  ", "a"),
    ] {
        assert_eq!(normalize(text), norm, "{text:?}");
        assert_eq!(normalize(norm), norm);
    }
}

#[test]
fn folding_keeps_every_offset() {
    let text = "ÉCOLE İstanbul ẞ Ⱥ 안 K";
    let folded = fold(text);
    assert_eq!(folded, "école İstanbul ẞ Ⱥ 안 k");
    let sizes = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
    assert_eq!(sizes(text), sizes(&folded));
}

#[test]
fn a_span_maps_to_the_bytes_that_a_person_would_select() {
    for (text, words, selected) in [
        (
            "The minister, Ahn\nGyu\u{2011}pak, met.",
            "Ahn Gyu-pak",
            "Ahn\nGyu\u{2011}pak",
        ),
        (
            "a \u{200B}Heg\u{AD}seth\u{AD} b",
            "Hegseth",
            "Heg\u{AD}seth",
        ),
        ("by O\u{308}zge Aydin", "\u{D6}zge", "O\u{308}zge"),
        ("one \u{2013} two", " \u{2014} ", " \u{2013} "),
        ("one--two", "\u{2014}", "--"),
        ("about \u{FF12}\u{FF18} men", "28", "\u{FF12}\u{FF18}"),
        (
            "x \u{1112}\u{1161}\u{11AB}\u{ADDC} y",
            "\u{D55C}\u{ADDC}",
            "\u{1112}\u{1161}\u{11AB}\u{ADDC}",
        ),
        ("28\u{202F}500 men", "28 500", "28\u{202F}500"),
    ] {
        assert_eq!(source(&plain(text), words), (selected, true), "{text:?}");
    }
}

#[test]
fn markup_inside_a_span_is_told() {
    for (text, words, selected) in [
        (
            "Ahn **Gyu-pak** met.",
            "Ahn Gyu-pak",
            ("Ahn **Gyu-pak", false),
        ),
        ("Ahn **Gyu-pak** met.", "Gyu-pak", ("Gyu-pak", true)),
        (
            "Ahn <b>Gyu-pak</b> met.",
            "Ahn Gyu-pak",
            ("Ahn <b>Gyu-pak", false),
        ),
        (
            "Ahn&nbsp;Gyu\\-pak met.",
            "Ahn Gyu-pak",
            ("Ahn&nbsp;Gyu\\-pak", true),
        ),
        (
            "- Ahn\n  Gyu-pak met.",
            "Ahn Gyu-pak",
            ("Ahn\n  Gyu-pak", true),
        ),
        (
            "> Ahn\n> Gyu-pak met.",
            "Ahn Gyu-pak",
            ("Ahn\n> Gyu-pak", false),
        ),
        ("\\*Ahn met.", "*Ahn", ("\\*Ahn", true)),
    ] {
        assert_eq!(source(&markdown(text), words), selected, "{text:?}");
    }
}

#[test]
fn plain_ascii_costs_one_breakpoint() {
    let (_, text) = plain(
        &"The board met in the spring of 2025, and left; it's \"well-known\" - (so they say) late. ".repeat(500),
    );
    assert_eq!(text.map.len(), 1);
    assert_eq!(text.sentences().len(), 500);
}

#[test]
fn blocks_are_parted_by_one_line_break() {
    let (_, text) = plain("One.\n\n\nTwo\nthree.\n \nFour.");
    assert_eq!(text.as_str(), "One.\nTwo three.\nFour.");
    assert_eq!(text.blocks().len(), 3);
    assert_eq!(text.block_at(0), Some(0));
    assert_eq!(text.block_at(4), None);
    assert_eq!(text.block_at(5), Some(1));
    assert_eq!(text.sentence_at(20), Some(2));
    assert_eq!(text.sentence_at(99), None);
}

#[test]
fn sentences_end_where_they_do() {
    // `|` marks the ends.
    for marked in [
        "The board met.| It left.",
        "U.S. Secretary Doe met Gen. Roe and Lt. Gen. Poe in St. Paul on Nov. 3, 2025.| He left.",
        "No. 2 and No. 3 met J. R. Smith at 10 a.m. Tuesday and 9 p.m. EST.| They left.",
        "It rose 2.5 percent to 3.75.| Then it fell.",
        "Some, e.g. Acme Inc. and Roe Corp. Chairman Doe, i.e. two, left.| He said so.",
        "It is made in the U.S.| The rest comes from the U.K.| It sells well.",
        "It closed at 4 p.m.| Shares rose.| It reopened at 10 a.m.| The next day it closed.",
        "She runs Acme Inc.| He runs Roe Co.| They met.",
        "“We are ready.”| She left.",
        "“Ready?”| Doe said no.| “Go!” he said.| They went.",
        "“‘Go,’ he said.”| They went.",
        "He paused ... and went on.| Well...| That was it.| And … so on.",
        "Roe vs. Doe is known.| U.S.-made drums sold in Washington, D.C., and N.Y. too.",
        "The list (see p. 5 and Fig. 2) is long.| (It was cut.)| It ended in 2026.| 12 men left.",
        "He said no.| Then he left.| Was it no. 3?| Yes!",
        "두 장관이 만났다.| 회의는 끝났다.| 57차 회의다.",
        "Donald J. Trump met John F. Kennedy Jr. and Sen. Doe.| All left.",
        "Sec. Gen. Park spoke.| He met Rep. Doe on Tues. in Seoul.",
        "It took vitamin C.| The rest was Plan B.| He left.",
        "See example.com for more.| Version 2.0 is out.",
        "The unit grew.| iPhone sales fell.",
        "It employs 5,000 in the U.S.| “We are glad,” Doe said.",
    ] {
        let wanted: Vec<String> = marked.split('|').map(normalize).collect();
        assert_eq!(sentences(&marked.replace('|', "")), wanted);
    }
}

#[test]
fn speech_stands_between_its_marks() {
    // `<` and `>` mark the stretches.
    for marked in [
        "“<We are ready,>” Doe said. “<We go.>”",
        "\"<We are ready,>\" Doe said. \"<We go.>\"",
        "« <We are ready> », Doe said.",
        "‘<We are ready,>’ Doe said. ‘<The soldiers’ pay isn’t Seoul’s,>’ he said.",
        "'<We are ready,>' Doe said. 'Twas Seoul's and the soldiers' pay in the '90s.",
        "Seoul’s ’90s and the soldiers’ pay, rock ’n’ roll.",
        "“<He said ‘go’ and “go” twice>” is odd.",
        "‘<He said “go” to me,>’ Doe said.",
        "A \"<combat credible>\" partner and a ‘<real>’ one.",
        "The 12\" pipe and 6'2\" man.",
        "(“<So,>” he said)—“<yes>”—and “<no>”.",
        "“<It’s ours,>” and it’s Doe’s.",
        "The so-called ‘<players’ union>’ met.",
        "„<So>“, he said.",
    ] {
        let mut wanted = Vec::new();
        let mut rest = marked;
        while let Some((_, after)) = rest.split_once('<') {
            let (inner, after) = after.split_once('>').unwrap();
            wanted.push(normalize(inner));
            rest = after;
        }
        if marked.contains("“go” twice") {
            wanted = vec!["He said 'go' and \"go".to_string()];
        }
        assert_eq!(speech(&marked.replace(['<', '>'], "")), wanted, "{marked}");
    }
}

#[test]
fn speech_goes_on_over_paragraphs_that_open_it_again() {
    assert_eq!(
        speech("“We are ready.\n\n“We go,” Doe said.\n\nHe left."),
        ["We are ready.", "We go,"]
    );
    assert_eq!(
        speech(
            "Roe said it was \"not true.\n\nI feel it,\" Doe said, \"and so do you.\"\n\nHe left."
        ),
        ["not true.", "I feel it,", "and so do you."]
    );
    assert_eq!(
        speech("He left \"it.\n\nThe \"real\" one stayed."),
        ["it.", "real"]
    );
}

#[test]
fn a_block_quotation_is_speech() {
    let (_, text) = markdown("Doe said:\n\n> We are ready.\n\nHe left.");
    let spans: Vec<&str> = text
        .speech()
        .iter()
        .map(|span| span.of(text.as_str()))
        .collect();
    assert_eq!(spans, ["We are ready."]);
    let at = text.as_str().find("ready").unwrap();
    assert!(text.in_speech(Span::new(at, at + 5)));
    assert!(!text.in_speech(Span::new(0, 3)));
}

#[test]
fn hostile_text_takes_linear_time() {
    let size = 20_000;
    let start = std::time::Instant::now();
    for text in [
        "e\u{301}".repeat(size),
        format!("e{}", "\u{301}".repeat(size)),
        format!("e{}", "\u{1161}".repeat(size)),
        "\"".repeat(size),
        "'a".repeat(size),
        " 'a".repeat(size),
        " \u{2018}s\u{2019} a".repeat(size),
        "\" ".repeat(size),
        ".".repeat(size),
        ". ".repeat(size),
        "A. ".repeat(size),
        "1".repeat(size),
        "-\u{2013}".repeat(size),
        " \u{200B}".repeat(size),
        "a\n".repeat(size),
        "a\n\n".repeat(size),
        "\r\n".repeat(size),
        "Nov. ".repeat(size),
        "By ".repeat(size),
        "1. a\n".repeat(size),
        "[".repeat(size),
        "<b".repeat(size),
        "&#".repeat(size),
        "> ".repeat(size),
        "![".repeat(size),
    ] {
        plain(&text);
        markdown(&text);
    }
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}
