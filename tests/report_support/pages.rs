//! What people read: comments in Markdown, and the page.

use super::support::{article, checked, everything, shown};
use super::{HOSTILE, hostile};

/// Everything of Markdown that a reader finds in a text: the text itself, and what is no text.
fn read(markdown: &str) -> (String, Vec<String>) {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let mut text = String::new();
    let mut others = Vec::new();
    for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(piece) => text.push_str(&piece),
            Event::InlineHtml(html) if &*html == "<!-- -->" => {}
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            other => others.push(format!("{other:?}")),
        }
    }
    (text, others)
}

#[test]
fn nothing_of_an_article_is_markdown() {
    let run = hostile();
    let page = shown("markdown", &run);
    for (index, line) in page
        .lines()
        .filter(|line| line.starts_with("| 1:"))
        .enumerate()
    {
        assert_eq!(line.replace("\\|", "").matches('|').count(), 6, "{line}");
        let why = line
            .replace("\\|", "\u{1}")
            .split('|')
            .nth(5)
            .unwrap()
            .replace('\u{1}', "\\|");
        let why = why.trim().trim_end_matches("(`mayor`)").to_string();
        // Each at the start of a paragraph, where more would be Markdown.
        let (text, others) = read(why.trim_start_matches("wrong "));
        assert!(others.is_empty(), "{why}: {others:?}");
        let name = factlint::report::clean(HOSTILE[index]);
        assert_eq!(text.trim(), name.trim());
        assert!(!why.contains("@a") && !why.contains("#1"), "{why}");
    }
}

#[test]
fn a_comment_is_no_longer_than_github_takes() {
    let text = "Mayor Katarzyna Wojick opened the pier. ".repeat(20);
    let many = (0..100).map(|n| article(&format!("story-{n}.txt"), &text));
    let page = shown("markdown", &checked(many.collect()));
    assert!(page.chars().count() <= 60_000, "{}", page.chars().count());
    let rows = page.lines().filter(|line| line.starts_with("| 1:")).count();
    assert!(rows > 200, "{rows}");
    let more = format!("**… and {} more findings**", 2_000 - rows);
    assert!(page.contains(&more), "{more}");
    assert!(page.contains("<details>") && page.ends_with("</details>\n"));
}

/// The text of a page, without its elements; panics at one that the program does not write.
pub fn page_text(page: &str) -> String {
    const KNOWN: &[&str] = &[
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "main",
        "nav",
        "section",
        "article",
        "aside",
        "div",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "ol",
        "ul",
        "li",
        "a",
        "span",
        "bdi",
        "mark",
        "code",
        "blockquote",
        "details",
        "summary",
    ];
    let mut text = String::new();
    let body = page.split_once("<body>").unwrap().1;
    for (index, piece) in body.split('<').enumerate() {
        let Some((tag, after)) = piece.split_once('>').filter(|_| index > 0) else {
            text.push_str(piece);
            continue;
        };
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        assert!(KNOWN.contains(&name), "<{tag}>");
        assert_eq!(tag.matches('"').count() % 2, 0, "<{tag}>");
        for attribute in tag
            .split('"')
            .step_by(2)
            .skip(usize::from(!tag.contains('"')))
        {
            assert!(!attribute.contains(" on"), "<{tag}>");
        }
        text.push_str(after);
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    entities
        .iter()
        .fold(text, |text, (entity, sign)| text.replace(entity, sign))
}

#[test]
fn a_page_holds_nothing_that_runs_or_loads() {
    for run in [hostile(), everything()] {
        let page = shown("html", &run);
        page_text(&page);
        assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
        for word in [
            "<script",
            "<img",
            "<link",
            "<iframe",
            " src=",
            "url(",
            "@import",
            "javascript:",
        ] {
            assert!(!page.contains(word), "{word}");
        }
        for link in page.split("href=\"").skip(1) {
            assert!(link.starts_with(['#', 'h']), "{link}");
        }
    }
}

#[test]
fn a_page_shows_what_was_read_and_every_finding() {
    let run = everything();
    let page = shown("html", &run);
    let text = page_text(&page);
    for words in [
        "Mayor Katarzyna Wojick",
        " opened the pier, which employs ",
        "Katarzyna\u{a0}Wojick",
        "The pier | opens </script>",
        "on Monday & thanked",
        "Katarzyna Wojick",
        "2 January 2024 here",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let count: usize = run
        .articles
        .iter()
        .map(|checked| checked.findings.len())
        .sum();
    for number in 1..=count {
        assert!(page.contains(&format!("id=\"n{number}\"")), "note {number}");
        let place = page.contains(&format!("id=\"m{number}\""))
            || page.contains(&format!("id=\"h{number}\""));
        assert!(place, "place {number}");
        assert!(page.contains(&format!("href=\"#n{number}\"")));
    }
}
