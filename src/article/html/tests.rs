//! What is read of a page, and what is not.

use jiff::civil::{Date, date};

use super::*;
use crate::article::tests::shown;

fn html(text: &str) -> Article {
    Article::from_text("a.html", text, FORMAT).unwrap()
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, blocks) in cases {
        assert_eq!(shown(&html(text)), *blocks, "{text}");
    }
}

#[test]
fn elements_part_blocks() {
    check(&[
        (
            "<p>One.<p>Two.</p>Three.",
            &["Paragraph: One.", "Paragraph: Two.", "Paragraph: Three."],
        ),
        (
            "One<br>two<div>three</div>four",
            &["Paragraph: One/two", "Paragraph: three", "Paragraph: four"],
        ),
        (
            "<h1>A</h1><h3>B</h3><ul><li>C<li><p>D</p><ol><li>E</ol></ul>",
            &[
                "Headline: A",
                "Headline: B",
                "Item: C",
                "Item: D",
                "Item: E",
            ],
        ),
        (
            "<table><caption>A</caption><tr><th>B<td>C<tr><td>D<p>E</table>",
            &[
                "Caption: A",
                "Cell: B",
                "Cell: C",
                "Cell: D",
                "Paragraph: E",
            ],
        ),
        (
            "<blockquote><p>A</p><ul><li>B</ul></blockquote>C",
            &["Quotation: A", "Quotation: B", "Paragraph: C"],
        ),
        ("<dl><dt>A<dd>B</dl>", &["Item: A", "Item: B"]),
        ("<p>A</div>B</section>C</p>", &["Paragraph: ABC"]),
        ("<p>A<hr>B", &["Paragraph: A", "Paragraph: B"]),
        (
            "<h2>A<p>B</h2>C",
            &["Headline: A", "Headline: B", "Paragraph: C"],
        ),
        ("<td>A</td><td>B", &["Cell: A", "Cell: B"]),
    ]);
}

#[test]
fn inline_markup_joins() {
    check(&[
        (
            "Ahn <b>Gyu</b>-<i>ba<u>ck</u></i>",
            &["Paragraph: Ahn Gyu-back"],
        ),
        (
            "<p>Ahn<!-- x --> Gyu<wbr>-back<span class=\"a b\"></span>",
            &["Paragraph: Ahn Gyu-back"],
        ),
        ("<p><b>A<p>B</b>C", &["Paragraph: A", "Paragraph: BC"]),
        (
            "<a href=x>A<div>B</a>C</div>D",
            &["Paragraph: A", "Paragraph: BC", "Paragraph: D"],
        ),
        (
            "A&nbsp;B&shy;C&amp;D&#8209;E&eacute;&bogus;",
            &["Paragraph: A\u{A0}B\u{AD}C&D\u{2011}Eé&bogus;"],
        ),
        (
            "He said <q>so it is</q>.",
            &["Paragraph: He said “so it is”."],
        ),
        ("Run <code>x y</code> now", &["Paragraph: Run \u{FFFC} now"]),
        (
            "10<sup>2</sup> km<sup>2</sup>, CO<sub>2</sub>, 57<sup>th</sup>, 28,500<sup><a href=#1>1</a></sup> and 5<sup>[2]</sup>",
            &["Paragraph: 10² km², CO₂, 57th, 28,500 and 5"],
        ),
        (
            "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字",
            &["Paragraph: 漢字"],
        ),
        ("a < b & c <3", &["Paragraph: a < b & c <3"]),
    ]);
}

#[test]
fn what_nobody_reads_is_left_out() {
    check(&[
        (
            "A<script>\"<p>x\"</script><style>x</style>B",
            &["Paragraph: AB"],
        ),
        (
            "<noscript>x</noscript><template><p>x</template><nav>x</nav><aside>x</aside><form>x</form>A",
            &["Paragraph: A"],
        ),
        (
            "<p hidden>x</p><p aria-hidden=true>x</p><p style='color:red; Display : none'>x</p>A<b class=sr-only>x</b>",
            &["Paragraph: A"],
        ),
        (
            "<pre>x</pre><svg><title/><text>x</text></svg><iframe><p>x</iframe><textarea><p>x</textarea>A",
            &["Paragraph: \u{FFFC}\u{FFFC}\u{FFFC}A"],
        ),
        ("<select><option>x</select><button>x</button>", &[]),
        ("<svg><path d=x>A<p>B", &["Paragraph: B"]),
        ("A<!-- x", &["Paragraph: A"]),
        ("A<div class=\"x", &["Paragraph: A"]),
        ("<title>x</title>A", &["Headline: x", "Paragraph: A"]),
    ]);
}

#[test]
fn captions_are_prose() {
    check(&[
        (
            "<p>A <img alt=\"Ahn &amp; Lee at sea\"> B</p>C",
            &[
                "Paragraph: A \u{FFFC} B",
                "Caption: Ahn & Lee at sea",
                "Paragraph: C",
            ],
        ),
        (
            "<figure><img alt='Two at sea'><figcaption>One <p>two</figcaption></figure>",
            &["Caption: Two at sea", "Caption: One ", "Caption: two"],
        ),
        (
            "<img alt=logo><img alt=\"\"><img>A",
            &["Paragraph: \u{FFFC}\u{FFFC}\u{FFFC}A"],
        ),
    ]);
}

/// Long enough to be an article.
fn prose(words: &str) -> String {
    format!("<p>{words} The board met in spring, and it left before the summer came.</p>").repeat(3)
}

/// The first words of each block.
fn starts(text: &str) -> Vec<String> {
    let blocks = shown(&html(text));
    let first = |block: &String| {
        block
            .split_whitespace()
            .nth(1)
            .unwrap_or_default()
            .to_string()
    };
    blocks.iter().map(first).collect()
}

#[test]
fn the_article_is_found_in_its_page() {
    let (body, other) = (prose("Body."), prose("Other."));
    let teaser = "<article><h2><a href=x>Teaser</a></h2><p>Teaser text.</p></article>";
    let three = ["Body."; 3];
    for page in [
        format!("<body>{other}<div itemprop=\"description articleBody\">{body}</div>{other}"),
        format!("<body>{other}<main>{body}</main>"),
        format!("<body>{other}<div role=main>{body}</div>"),
        format!("<body><article>{body}</article>{teaser}{teaser}"),
        format!("<body>{teaser}<main>{teaser}<article>{body}</article></main>"),
        format!("<body><article><article>{body}</article>{teaser}</article>"),
        format!("<body><header>Other</header>{body}<footer>Other.</footer>"),
        format!(
            "<body><div class=sidebar>Other.</div><div class=has-sidebar>{body}</div><div id=comments>Other.</div>"
        ),
        format!(
            "<body><ul><li><a href=a>Other</a><li><a href=b>Other</a> | <li><a href=c>Other</a></ul>{body}"
        ),
        format!(
            "<body><p><a href=a>Other</a> · <a href=b>Other</a> · <a href=c>Other</a></p>{body}"
        ),
        format!("<body><div role=banner>Other</div>{body}"),
        format!("<html><main></main>{body}"),
        format!("<head><p>{body}"),
    ] {
        let found: Vec<String> = starts(&page)
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect();
        assert_eq!(found, three, "{page}");
    }
}

#[test]
fn a_page_of_short_articles_is_read_whole() {
    let post = |name: &str| {
        format!("<article><h2>{name}</h2><p>{name} text of the post, which is short.</p></article>")
    };
    let page = format!(
        "<body><main>{}{}{}{}</main>",
        post("One"),
        post("Two"),
        post("Three"),
        post("Four")
    );
    assert_eq!(
        starts(&page),
        ["One", "One", "Two", "Two", "Three", "Three", "Four", "Four"]
    );
}

#[test]
fn linked_names_are_no_navigation() {
    for text in [
        "<body><p><a href=a>Ahn Gyu-back</a>, <a href=b>Pete Hegseth</a> and <a href=c>Lee Jae Myung</a> met.</p>",
        "<body><ul><li><a href=a>Ahn</a> met Lee in Seoul and told him so, as he has often done before in the same place.<li><a href=b>B</a><li><a href=c>C</a></ul>",
    ] {
        assert!(!shown(&html(text)).is_empty(), "{text}");
    }
}

#[test]
fn a_fragment_is_read_whole() {
    check(&[(
        "<header>A</header><footer>B</footer><div class=sidebar>C</div><ul><li><a href=a>D</a><li><a href=b>E</a><li><a href=c>F</a></ul>",
        &[
            "Paragraph: A",
            "Paragraph: B",
            "Paragraph: C",
            "Item: D",
            "Item: E",
            "Item: F",
        ],
    )]);
}

#[test]
fn a_headline_above_the_article_is_read() {
    let page = format!(
        "<head><title>Site</title></head><body><h1>Logo</h1><h1>Title</h1><div itemprop=articleBody>{}</div>",
        prose("Body.")
    );
    assert_eq!(starts(&page), ["Title", "Body.", "Body.", "Body."]);
    let page = format!(
        "<head><title>Site</title><meta property=og:title content='The title'></head><body>{}",
        prose("Body.")
    );
    let article = html(&page);
    assert_eq!(shown(&article)[0], "Headline: The title");
    assert_eq!(article.title.as_deref(), Some("The title"));
}

/// Dates and where they stand.
fn dates(text: &str) -> (Option<Date>, Vec<String>) {
    let article = html(text);
    let dates = article.dates.iter();
    let shown = dates.map(|found| found.span.of(&article.parts[0].source).to_string());
    (article.date, shown.collect())
}

#[test]
fn the_day_of_publication_is_read() {
    let day = Some(date(2025, 11, 3));
    for (text, found) in [
        (
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-11-03T23:30:00-05:00\",\"dateModified\":\"2026-01-01\"}</script>A",
            &["2025-11-03", "2026-01-01"][..],
        ),
        (
            "<script type=application/ld+json>[{\"@type\":\"WebSite\",\"datePublished\":\"1999-01-01\"},{\"@graph\":[{\"@type\":[\"Thing\",\"BlogPosting\"],\"datePublished\":\"2025-11-03\"}]}]</script>A",
            &["2025-11-03"],
        ),
        (
            "<script type=application/ld+json>/*<![CDATA[*/{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"ReportageNewsArticle\",\"datePublished\":\"2025-11-03\"}}/*]]>*/</script>A",
            &["2025-11-03"],
        ),
        (
            "<meta property='article:published_time' content='2025-11-03T05:00:00Z'><meta property=article:modified_time content=2026-01-01>A",
            &["2025-11-03", "2026-01-01"],
        ),
        (
            "<meta itemprop=datePublished content=20251103>A",
            &["20251103"],
        ),
        (
            "<meta name=DC.date.issued content='3 November 2025'>A",
            &["3 November 2025"],
        ),
        (
            "<h1>A</h1><time datetime=2026-01-01 class=updated>now</time><time datetime='2025-11-03 09:00'>Monday</time><p>B",
            &["2025-11-03", "2026-01-01"],
        ),
        (
            "<h1>A</h1><time>Nov. 3, 2025</time><p>B",
            &["Nov. 3, 2025", "Nov. 3, 2025"],
        ),
        (
            "<time itemprop=datePublished datetime=2025-11-03>x</time><p>A",
            &["2025-11-03"],
        ),
        (
            "<h1>A</h1><p>By <a href=x>Jane Doe</a></p><p><b>Published:</b> Nov&nbsp;3, 2025</p><p>The board met.",
            &["Nov&nbsp;3, 2025"],
        ),
        (
            "<p><b>SEOUL, Nov. <i>3</i>, 2025</b> (Agency) &mdash; The board met.",
            &["Nov. <i>3</i>, 2025"],
        ),
        (
            "<p>World</p><p>3\nNovember 2025 | Jane Doe</p><p>The board met.",
            &["3\nNovember 2025"],
        ),
    ] {
        let (date, dates) = dates(text);
        assert_eq!(date, day, "{text}");
        assert_eq!(dates, found, "{text}");
    }
}

#[test]
fn other_days_date_no_page() {
    for text in [
        "<script type=application/ld+json>{\"@type\":\"Event\",\"datePublished\":\"2025-11-03\"}</script>A",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":2025</script>A",
        "<script>{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-11-03\"}</script>A",
        "<p>The board met on <time datetime=2025-31-03>Monday</time>.",
        "<p>The board met again, for the third time in a year and in the old hall, on <time datetime=2025-11-03>Monday</time>.",
        &format!(
            "{}{}{}<p>On <time datetime=2025-11-03>Monday</time> it met.",
            prose("A"),
            prose("B"),
            prose("C")
        ),
    ] {
        assert_eq!(dates(text), (None, vec![]), "{text}");
    }
}

#[test]
fn the_language_and_encoding_are_what_the_page_says() {
    let article = html("<html lang=en-GB><title>A &amp;\n B</title>");
    assert_eq!(article.language.as_deref(), Some("en-GB"));
    assert_eq!(article.title.as_deref(), Some("A & B"));
    for (head, encoding) in [
        ("<meta charset=euc-kr>", encoding_rs::EUC_KR),
        (
            "<meta content='text/html; charset=iso-8859-1' http-equiv=Content-Type>",
            encoding_rs::WINDOWS_1252,
        ),
        (
            "<?xml version='1.0' encoding='windows-1251'?><html>",
            encoding_rs::WINDOWS_1251,
        ),
    ] {
        let word = if encoding == encoding_rs::EUC_KR {
            "안녕"
        } else if encoding == encoding_rs::WINDOWS_1251 {
            "Да"
        } else {
            "Café"
        };
        let (bytes, ..) = encoding.encode(word);
        let bytes = [head.as_bytes(), b"<p>", &bytes].concat();
        let article = Article::from_bytes("a.html", &bytes, None).unwrap();
        assert_eq!(shown(&article), [format!("Paragraph: {word}")]);
        assert_eq!(article.encoding, Some(encoding.name()));
        let part = &article.parts[0];
        let at = part.source.find(word).unwrap();
        let disk = part.disk(crate::span::Span::new(at, part.source.len()));
        assert_eq!(disk.end, bytes.len());
    }
    // A page that says so of itself, but is none.
    let utf8 = Article::from_bytes(
        "a.html",
        "<meta charset=iso-8859-1><p>Café".as_bytes(),
        None,
    )
    .unwrap();
    assert_eq!(shown(&utf8), ["Paragraph: Café"]);
    let marked = Article::from_bytes(
        "a.html",
        "\u{FEFF}<meta charset=euc-kr><p>Café".as_bytes(),
        None,
    )
    .unwrap();
    assert_eq!(shown(&marked), ["Paragraph: Café"]);
}

#[test]
fn a_page_is_told_by_its_name_or_its_start() {
    for (name, text, format) in [
        ("a.HTM", "x", "html"),
        (
            "-",
            "\u{FEFF} \n<!-- x -->\n<!DOCTYPE html PUBLIC \"x\">",
            "html",
        ),
        ("-", "<html><p>", "html"),
        ("-", "<p>One</p>", "plain"),
        ("-", "1 < 2", "plain"),
        (
            "a.xml",
            "<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"x\">",
            "html",
        ),
        ("a.md", "<!DOCTYPE html>", "markdown"),
    ] {
        assert_eq!(
            Format::detect(name, text.as_bytes()).name,
            format,
            "{name}: {text}"
        );
    }
}

#[test]
fn comments_to_us_are_kept() {
    let text = "<p>One <!-- x --><!-- factlint-ignore a: b -->two<script><!-- factlint-ignore c: d --></script>";
    for (text, format) in [
        (text.to_string(), "html"),
        (format!("<nitf>{}</nitf>", text.replace("<p>", "")), "nitf"),
    ] {
        let article = Article::from_text("a", &text, Format::named(format).unwrap()).unwrap();
        let first = article
            .comments
            .first()
            .map(|comment| comment.span.of(&text));
        assert_eq!(first, Some("<!-- factlint-ignore a: b -->"), "{format}");
    }
}
