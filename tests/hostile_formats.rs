//! Markup that nobody writes but somebody sends: it is read in a time that grows with its length, or refused at
//! a place.

use std::time::{Duration, Instant};

use factlint::article::{Article, ArticleError, Format};
use factlint::text::Text;

type Hostile = (&'static str, fn(usize) -> String);

const PAGES: &[Hostile] = &[
    ("divs in divs", |n| "<div>".repeat(n)),
    ("divs in divs, closed", |n| {
        format!("{}x{}", "<div>".repeat(n), "</div>".repeat(n))
    }),
    ("bold in bold", |n| {
        format!("<p>{}x", "<b class=x>".repeat(n))
    }),
    ("quotations in quotations", |n| {
        format!("{}x{}", "<blockquote>".repeat(n), "</blockquote>".repeat(n))
    }),
    ("speech in speech", |n| {
        format!("{}x{}", "<q>".repeat(n), "</q>".repeat(n))
    }),
    ("articles in articles", |n| {
        format!("<body>{}<p>The board met.", "<article>".repeat(n))
    }),
    ("articles with text in articles", |n| {
        format!("<body>{}", "<article><p>The board met.".repeat(n))
    }),
    ("bodies in bodies", |n| {
        format!("<body>{}", "<div itemprop=articleBody>x".repeat(n))
    }),
    ("headers in headers", |n| {
        format!("<body>{}", "<header>x".repeat(n))
    }),
    ("headings in headings", |n| "<h1><div>".repeat(n)),
    ("lists in lists", |n| "<ul><li>x".repeat(n)),
    ("tables in tables", |n| "<table><tr><td>x".repeat(n)),
    ("items that stay open", |n| {
        format!("<ul>{}", "<li><b x=y class=z>x".repeat(n))
    }),
    ("paragraphs in bold", |n| {
        format!("<p>{}{}", "<b class=x>".repeat(n), "<p>x".repeat(n))
    }),
    ("end tags of nothing", |n| {
        format!("{}{}", "<div>".repeat(n), "</p></span></section>".repeat(n))
    }),
    ("rules in bold", |n| {
        format!("<div>{}{}", "<b class=x>".repeat(n), "<hr>".repeat(n))
    }),
    ("links", |n| {
        format!("<body>{}", "<a href=x>x</a> ".repeat(n))
    }),
    ("lists of links", |n| {
        format!("<body>{}", "<div><a href=x>x</a>".repeat(n))
    }),
    ("times", |n| {
        format!("<body>{}", "<time datetime=2025-11-03>x</time>".repeat(n))
    }),
    ("dates", |n| "<meta name=date content=2025-11-03>".repeat(n)),
    ("descriptions", |n| {
        "<script type=application/ld+json>{\"@type\":\"Article\"}</script>".repeat(n)
    }),
    ("a deep description", |n| {
        format!(
            "<script type=application/ld+json>{}</script>",
            "[".repeat(n)
        )
    }),
    ("a deep graph", |n| {
        format!(
            "<script type=application/ld+json>{}</script>",
            "{\"@graph\":[".repeat(n)
        )
    }),
    ("pictures", |n| "<img alt='one two'>".repeat(n)),
    ("pictures that stay open", |n| "<svg>".repeat(n)),
    ("raised", |n| "<sup>".repeat(n)),
    ("raised text", |n| format!("{}one two", "<sup>".repeat(n))),
    ("raised numbers", |n| "1<sup>2</sup>".repeat(n)),
    ("entities", |n| "&amp;&nbsp;".repeat(n)),
    ("ampersands", |n| "&".repeat(n)),
    ("an entity without end", |n| format!("&{}", "a".repeat(n))),
    ("a number without end", |n| format!("&#{}", "1".repeat(n))),
    ("comments", |n| "<!---->".repeat(n)),
    ("an open comment", |n| format!("<!--{}", "- ->".repeat(n))),
    ("open scripts", |n| "<script><!--<script>".repeat(n)),
    ("a long attribute", |n| {
        format!("<img alt=\"{}", "x ".repeat(n))
    }),
    ("a long alternative text", |n| {
        format!("<img alt=\"{}\">", "x &amp; ".repeat(n))
    }),
    ("many attributes", |n| {
        format!("<p {}>x", "class=x ".repeat(n))
    }),
    ("many other attributes", |n| {
        format!(
            "<p {}>x",
            (0..n).map(|i| format!("a{i}=x ")).collect::<String>()
        )
    }),
    ("a long name", |n| format!("<{}>x", "a".repeat(n))),
    ("many names", |n| {
        (0..n).map(|i| format!("<a{i}>")).collect()
    }),
    ("less than", |n| "<".repeat(n)),
    ("zeros", |n| format!("<p>x{}", " x\0 ".repeat(n / 300 + 1))),
    ("formatting elements", |n| "<b><i><u></b></i></u>".repeat(n)),
    ("templates", |n| "<template><p>".repeat(n)),
];

const DOCUMENTS: &[Hostile] = &[
    ("nitf", |n| {
        format!(
            "<nitf>{}x{}</nitf>",
            "<block>".repeat(n),
            "</block>".repeat(n)
        )
    }),
    ("nitf, open", |n| format!("<nitf>{}", "<block>".repeat(n))),
    ("attributes", |n| {
        format!(
            "<nitf {}/>",
            (0..n).map(|i| format!("a{i}='x' ")).collect::<String>()
        )
    }),
    ("references", |n| {
        format!("<nitf><p>{}</p></nitf>", "&lol;&amp;".repeat(n))
    }),
    ("definitions", |n| {
        let rest: String = (1..n)
            .map(|i| format!("<!ENTITY a{i} \"&a{};&a{};\">", i - 1, i - 1))
            .collect();
        format!(
            "<!DOCTYPE nitf [<!ENTITY a0 \"lol\">{rest}]><nitf><p>&a{};</p></nitf>",
            n - 1
        )
    }),
    ("an open definition", |n| {
        format!("<!DOCTYPE nitf [{}", "<!ENTITY a '".repeat(n))
    }),
    ("comments", |n| {
        format!("<nitf>{}</nitf>", "<!-- x -->".repeat(n))
    }),
    ("sections", |n| {
        format!("<nitf><p>{}</p></nitf>", "<![CDATA[x]]>".repeat(n))
    }),
    ("instructions", |n| {
        format!("{}<nitf/>", "<?x y?>".repeat(n))
    }),
    ("entries", |n| {
        format!("<rss>{}</rss>", "<item><title>x</title></item>".repeat(n))
    }),
    ("entries in entries", |n| {
        format!("<rss>{}{}</rss>", "<item>".repeat(n), "</item>".repeat(n))
    }),
    ("an entry", |n| {
        format!(
            "<rss><item><description>{}</description></item></rss>",
            "&lt;p&gt;x &amp;amp; y".repeat(n)
        )
    }),
    ("children of an entry", |n| {
        format!("<rss><item>{}</item></rss>", "<a/>".repeat(n))
    }),
    ("items", |n| {
        format!(
            "<newsMessage>{}</newsMessage>",
            "<newsItem><inlineData>x</inlineData></newsItem>".repeat(n)
        )
    }),
    ("items in items", |n| {
        format!(
            "<newsMessage>{}{}</newsMessage>",
            "<newsItem>".repeat(n),
            "</newsItem>".repeat(n)
        )
    }),
    ("data in data", |n| {
        format!(
            "<newsItem>{}x{}</newsItem>",
            "<inlineData>".repeat(n),
            "</inlineData>".repeat(n)
        )
    }),
    ("markup in markup", |n| {
        format!(
            "<newsItem>{}x{}</newsItem>",
            "<inlineXML>".repeat(n),
            "</inlineXML>".repeat(n)
        )
    }),
];

fn read(text: &str, format: Format) -> Duration {
    let started = Instant::now();
    if let Ok(articles) = Article::all_from_bytes("a", text.as_bytes(), Some(format)) {
        for article in &articles {
            let prose = Text::new(article);
            let place = prose.place(factlint::span::Span::new(0, prose.as_str().len()));
            assert!(
                article.parts[place.part]
                    .source
                    .get(place.span.range())
                    .is_some()
            );
        }
    }
    started.elapsed()
}

/// Four times the text takes about four times as long; what is quick is not measured.
fn check(list: &[Hostile], format: &str) {
    let format = Format::named(format).expect("it is a format");
    for (name, text) in list {
        let one = text(1).len().max(2) + text(2).len().saturating_sub(text(1).len());
        let many = (100_000 / one).max(2_000);
        let (small, large) = (read(&text(many), format), read(&text(many * 4), format));
        println!("{name}: {small:?}, {large:?}");
        assert!(
            large < Duration::from_millis(2_000) || large < small * 10,
            "{name}: {small:?}, then {large:?} for four times as much"
        );
    }
}

#[test]
fn pages() {
    check(PAGES, "html");
}

#[test]
fn pages_in_feeds() {
    let format = Format::named("rss").expect("it is a format");
    for (name, text) in PAGES {
        println!("{name}");
        read(
            &format!(
                "<rss><item><description><![CDATA[{}]]></description></item></rss>",
                text(2_000)
            ),
            format,
        );
    }
}

#[test]
fn documents() {
    check(DOCUMENTS, "nitf");
}

#[test]
fn a_page_nested_deeply_is_read() {
    for tag in ["div", "b", "blockquote", "span", "q", "section", "font"] {
        let page = format!(
            "<html><body>{}Ahn Gyu-back met.",
            format!("<{tag}>").repeat(100_000)
        );
        let article = Article::from_text("a", &page, Format::HTML).expect("a page is always read");
        assert!(
            Text::new(&article).as_str().contains("Ahn Gyu-back met."),
            "{tag}"
        );
    }
}

#[test]
fn what_is_not_closed_is_told_with_its_place() {
    let text = "<nitf>\n".to_string() + &"<block>".repeat(100_000);
    let error = Article::from_bytes("a.nitf", text.as_bytes(), None).expect_err("it is open");
    assert!(
        matches!(
            error,
            ArticleError::Malformed {
                line: 2,
                column: 699_994,
                ..
            }
        ),
        "{error}"
    );
}
