use jiff::civil::date;

use crate::article::tests::shown;
use crate::article::{Article, ArticleError, Fields, Format};
use crate::span::Span;

/// The articles of a file, and what is wrong with the rest.
fn all(name: &str, text: &str, fields: &Fields) -> (Vec<Article>, Vec<ArticleError>) {
    let (mut articles, mut wrong) = (Vec::new(), Vec::new());
    Article::each_from_bytes(
        name,
        text.as_bytes(),
        None,
        fields,
        &mut |read| match read {
            Ok(article) => articles.push(article),
            Err(error) => wrong.push(error),
        },
    );
    (articles, wrong)
}

fn usual(name: &str, text: &str) -> (Vec<Article>, Vec<String>) {
    let (articles, wrong) = all(name, text, &Fields::default());
    let wrong = wrong.iter().map(ToString::to_string).collect();
    (articles, wrong)
}

fn labels(article: &Article) -> Vec<&str> {
    let labels = article
        .parts
        .iter()
        .filter_map(|part| part.label.as_deref());
    labels.collect()
}

fn texts(article: &Article) -> Vec<&str> {
    let texts = article.parts.iter().map(|part| part.source.as_str());
    texts.collect()
}

#[test]
fn one_object_is_read_in_its_place() {
    let text = "\u{FEFF}{\"body\": \"One \\u201cAhn\\u201d.\\n\\nTwo \\ud83d\\ude00 \\/ three.\",\n \"headline\": \"Head\", \"published\": \"2025-11-03T23:30:00Z\"}";
    let (articles, wrong) = usual("a.json", text);
    assert_eq!(wrong, [""; 0]);
    let [article] = articles.as_slice() else {
        panic!("one article");
    };
    assert_eq!(
        shown(article),
        [
            "Headline: Head",
            "Paragraph: One “Ahn”.",
            "Paragraph: Two 😀 / three."
        ]
    );
    let part = &article.parts[0];
    assert_eq!(part.label, None);
    assert_eq!(part.source, text.trim_start_matches('\u{FEFF}'));
    let place = part.disk(part.blocks[0].source());
    assert_eq!(text.get(place.range()), Some("Head"));
    let found = article.dates[0];
    assert_eq!(found.date, date(2025, 11, 3));
    assert_eq!(found.span.of(&part.source), "2025-11-03");
    assert_eq!(article.date, Some(date(2025, 11, 3)));
    assert_eq!(article.title.as_deref(), Some("Head"));
}

#[test]
fn each_record_of_a_list_has_a_text_of_its_own() {
    let text = r#"[{"id": "a\n b", "title": "Head", "text": "One.", "date": 20251103},
        {"text": ["One.", "", "Two."], "date": 1762128000, "language": "en"}, {"body_html": "<p>O<b>n</b>e &amp; two"}]"#;
    let (articles, wrong) = usual("a.json", text);
    assert_eq!(wrong, [""; 0]);
    assert_eq!(
        labels(&articles[0]),
        ["record 1 (a b), headline", "record 1 (a b)"]
    );
    assert_eq!(texts(&articles[0]), ["Head", "One."]);
    assert_eq!(articles[0].date, Some(date(2025, 11, 3)));
    assert_eq!(
        labels(&articles[1]),
        ["record 2, paragraph 1", "record 2, paragraph 3"]
    );
    assert_eq!(articles[1].date, Some(date(2025, 11, 3)));
    assert_eq!(articles[1].language.as_deref(), Some("en"));
    assert_eq!(texts(&articles[2]), ["<p>O<b>n</b>e &amp; two"]);
    assert_eq!(shown(&articles[2]), ["Paragraph: One & two"]);
}

#[test]
fn of_a_key_that_stands_twice_the_later_counts_and_null_is_none() {
    let (articles, _) = usual(
        "a.json",
        r#"[{"text": "One.", "body": null, "text": "Two.", "Headline": "Any case"}]"#,
    );
    assert_eq!(texts(&articles[0]), ["Any case", "Two."]);
}

#[test]
fn the_records_before_a_cut_are_read_and_no_half_one() {
    let whole = r#"[{"text": "One."}, {"text": "Two é."}, {"text": "Three."}]"#;
    for (cut, _) in whole.char_indices() {
        let (articles, wrong) = usual("a.json", &whole[..cut]);
        let complete = whole[..cut].matches('}').count();
        assert_eq!(articles.len(), complete, "{cut}");
        if cut > 0 {
            assert_eq!(wrong.len(), 1, "{cut}: {wrong:?}");
        }
    }
    let (_, wrong) = usual("a.json", &whole[..35]);
    assert_eq!(
        wrong,
        [
            "the JSON ends in the middle of record 2 (line 1, column 34); what stands before it was checked"
        ]
    );
    let (_, wrong) = usual("a.json", "{\"text\": \"One.");
    assert_eq!(wrong, ["the JSON ends in the middle (line 1, column 14)"]);
    let (articles, wrong) = usual("a.json", "{\"text\":\n \"One.\"} x");
    assert_eq!(articles.len(), 1);
    assert_eq!(
        wrong,
        [
            "the JSON is broken: expected value (line 2, column 10); what stands before it was checked"
        ]
    );
}

#[test]
fn what_is_no_article_is_told() {
    let told = |text: &str| usual("a.json", text).1.join("\n");
    assert_eq!(
        told(r#"{"name": "x", "meta": {"by": 1, "story": "Ahn"}}"#),
        "no record has a field that is known to hold its text; the fields that are there: name, meta.by, meta.story"
    );
    assert_eq!(
        told("[1, [2], {}]"),
        "2 of 3 records are no object with fields (the first is record 1)\nno record has a field that is known to hold its text; the records have no fields"
    );
    assert_eq!(
        told(r#"[{"text": "One."}, {"title": ""}]"#),
        "1 of 2 records is without a word to check (the first is record 2)"
    );
    assert_eq!(
        told("3"),
        "the JSON is broken: integer `3` stands where an article, which is an object, or a list of them is expected (line 1, column 1)"
    );
    assert_eq!(
        told(r#"[{"text": "\ud800"}, {"text": "Two."}]"#),
        "record 1 was not checked: a `\\u` escape in its text stands for no character"
    );
    assert_eq!(told("[]"), "");
}

#[test]
fn fields_are_chosen() {
    let text = r#"[{"story": {"paras": [{"t": "One."}, {"t": "Two."}]}, "a.b": "Dot.", "when": "3 Nov 2025", "nr": {"x": 4}}]"#;
    let mut fields = Fields {
        text: Some("story.paras.t".into()),
        date: Some("when".into()),
        id: Some("nr.x".into()),
    };
    let (articles, wrong) = all("a.json", text, &fields);
    assert_eq!(wrong, []);
    assert_eq!(texts(&articles[0]), ["One.", "Two."]);
    assert_eq!(labels(&articles[0])[0], "record 1 (4), paragraph 1");
    assert_eq!(articles[0].date, Some(date(2025, 11, 3)));
    fields = Fields {
        text: Some("a.b".into()),
        date: Some("a.b".into()),
        id: Some("no.where".into()),
    };
    let (articles, wrong) = all("a.json", text, &fields);
    assert_eq!(texts(&articles[0]), ["Dot."]);
    let wrong: Vec<String> = wrong.iter().map(ToString::to_string).collect();
    assert_eq!(
        wrong,
        [
            "no record has the field `no.where` (--id-field); the fields that are there: story.paras, a.b, when, nr.x",
            "the field `a.b` of record 1 holds no date, but \"Dot.\""
        ]
    );
}

#[test]
fn nesting_costs_no_more_than_its_length() {
    let deep = |open: &str, close: &str| open.repeat(100_000) + &close.repeat(100_000);
    let text = format!("[{{\"text\": \"One.\", \"x\": {}}}]", deep("[", "]"));
    let (articles, wrong) = usual("a.json", &text);
    assert_eq!((articles.len(), wrong.len()), (1, 0));
    let (articles, wrong) = usual("a.json", &deep("[", "]"));
    assert_eq!((articles.len(), wrong.len()), (0, 1));
    let (articles, wrong) = usual("a.json", &"{\"text\":".repeat(100_000));
    assert_eq!((articles.len(), wrong.len()), (0, 1));
}

#[test]
fn the_format_is_told_by_the_fields() {
    let told = |name: &str, text: &str| Format::detect(name, text.as_bytes()).name;
    let news = r#"{"uri": "a", "versioncreated": "2025-11-03", "body_text": "One."}"#;
    assert_eq!(told("a.json", news), "ninjs");
    assert_eq!(told("-", news), "ninjs");
    assert_eq!(told("a.json", &format!("{news}\n{news}")), "jsonl");
    assert_eq!(told("a.json", r#"{"title": "A", "body": "B"}"#), "json");
    assert_eq!(told("-", r#"[{"title": "A", "body": "B"}, {"#), "json");
    assert_eq!(told("a.json", r#"{"name": "a"}"#), "json");
    assert_eq!(
        told("-", "{\"title\": \"A\", \"body\": \"B\"}\n{\"title"),
        "jsonl"
    );
    assert_eq!(told("a.jsonl", "anything"), "jsonl");
    assert_eq!(told("a.txt", news), "plain");
    assert_eq!(told("-", "{curly} text"), "plain");
    // What a folder of a program holds is no article.
    let package = br#"{"name": "a", "version": "1", "text": 3}"#;
    assert_eq!(Format::of_content("package.json", package), None);
}

#[test]
fn ninjs_is_read_with_its_headlines_and_captions() {
    let first = r#"{"uri": "urn:x", "headline": "Head", "versioncreated": "2025-11-04T01:00:00Z", "firstcreated": "2025-11-03T09:00:00Z",
        "language": "en", "body_text": "One two.", "body_xhtml": "<p>One</p><p>two.</p>", "description_text": "Not read",
        "associations": {"pic": {"type": "picture", "headline": "No", "description_text": "A ship."}}}"#;
    let (articles, wrong) = usual("a.json", first);
    assert_eq!(wrong, [""; 0]);
    assert_eq!(
        shown(&articles[0]),
        [
            "Headline: Head",
            "Paragraph: One",
            "Paragraph: two.",
            "Caption: A ship."
        ]
    );
    assert_eq!(articles[0].date, Some(date(2025, 11, 3)));
    let third = r#"[{"uri": "urn:x", "headlines": [{"role": "main", "value": "Head"}], "versionCreated": "2025-11-04",
        "bodies": [{"contentType": "application/xml", "value": "<NITF>"}, {"contentType": "text/plain", "value": "One."}],
        "associations": [{"descriptions": [{"value": "A."}]}, {"descriptions": [{"value": "B."}]}]},
        {"uri": "urn:y", "type": "picture", "versionCreated": "2025-11-04", "descriptions": [{"value": "Alone."}]}]"#;
    let (articles, wrong) = usual("a.json", third);
    assert_eq!(wrong, [""; 0]);
    assert_eq!(texts(&articles[0]), ["Head", "One.", "A.", "B."]);
    assert_eq!(
        labels(&articles[0]),
        [
            "record 1 (urn:x), headline",
            "record 1 (urn:x)",
            "record 1 (urn:x), caption 1",
            "record 1 (urn:x), caption 2"
        ]
    );
    assert_eq!(articles[0].title.as_deref(), Some("Head"));
    assert_eq!(texts(&articles[1]), ["Alone."]);
}

#[test]
fn ninjs_has_its_text_under_many_names() {
    let head = r#""uri": "urn:x", "versioncreated": "2025-11-03""#;
    for (fields, blocks) in [
        (
            r#""headline": "Head", "body_main": "<p>Ahn <b>Gyu</b></p>""#,
            &["Headline: Head", "Paragraph: Ahn Gyu"][..],
        ),
        (
            r#""body_main": "Ahn met.\n\nHe left.""#,
            &["Paragraph: Ahn met.", "Paragraph: He left."],
        ),
        (
            r#""body_main": "Short", "body_richtext": "<p>Ahn</p>", "body_text": "Ahn""#,
            &["Paragraph: Short"],
        ),
        (
            r#""body_html": "<p>Ahn</p>", "body_text": "No""#,
            &["Paragraph: Ahn"],
        ),
        (r#""body_teaser": "Ahn met.""#, &["Paragraph: Ahn met."]),
        (
            r#""headline": "Head", "body_text": """#,
            &["Headline: Head"],
        ),
        (
            r#""headline_main": "Head", "headline_subhead": "Sub", "headline": "Head""#,
            &["Headline: Head", "Headline: Sub"],
        ),
        (
            r#""headlines": [{"role": "main", "value": "Head"}, {"role": "sub", "contenttype": "text/html", "value": "<i>Port</i> Elery"}]"#,
            &["Headline: Head", "Headline: Port Elery"],
        ),
        (
            r#""headlines": ["Head", "Head"], "descriptions": [{"role": "text", "value": "Ahn met."}]"#,
            &["Headline: Head", "Paragraph: Ahn met."],
        ),
        (
            r#""title": "An event", "descriptions": [{"contenttype": "text/html", "value": "<p>Ahn</p>"}]"#,
            &["Headline: An event", "Paragraph: Ahn"],
        ),
        (
            r#""headlines": [{"value": "Head"}], "bodies": [{"contenttype": "application/nitf+xml", "value": "<nitf/>"}, {"role": "main", "value": "<p>Ahn</p>"}]"#,
            &["Headline: Head", "Paragraph: Ahn"],
        ),
        (
            r#""headline": "Head", "description_text": "Ahn met.""#,
            &["Headline: Head", "Paragraph: Ahn met."],
        ),
        (
            r#""type": "picture", "headline": "Head", "description_main": "Ahn at sea.""#,
            &["Headline: Head", "Caption: Ahn at sea."],
        ),
    ] {
        let (articles, wrong) = usual("a.json", &format!("{{{head}, {fields}}}"));
        assert_eq!(wrong, [""; 0], "{fields}");
        assert_eq!(shown(&articles[0]), blocks, "{fields}");
        assert!(!articles[0].is_silent(), "{fields}");
    }
    for keys in [
        r#""headlines": []"#,
        r#""descriptions": []"#,
        r#""body_main": """#,
        r#""headline_main": """#,
    ] {
        let text = format!(r#"{{"uri": "urn:x", {keys}}}"#);
        assert_eq!(
            Format::detect("a.json", text.as_bytes()).name,
            "ninjs",
            "{keys}"
        );
    }
}

#[test]
fn other_encodings_are_read() {
    let text = r#"{"title": "Café", "body": "One — two."}"#;
    let units: Vec<u8> = [0xFEFF]
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let article = Article::from_bytes("a.json", &units, Some(Format::JSON)).unwrap();
    assert_eq!(article.encoding, Some("UTF-16LE"));
    assert_eq!(shown(&article), ["Headline: Café", "Paragraph: One — two."]);
    let place = article.parts[0].disk(Span::new(11, 16));
    assert_eq!(place, Span::new(24, 32));
}
