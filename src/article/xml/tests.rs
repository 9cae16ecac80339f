//! NITF, NewsML-G2, RSS and Atom, and what is no article.

use jiff::civil::{Date, date};

use super::*;
use crate::article::tests::shown;

fn all(text: &str) -> Result<Vec<Article>, ArticleError> {
    Article::all_from_bytes("a.xml", text.as_bytes(), None)
}

fn one(text: &str) -> Article {
    let articles = all(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let [article] = <[Article; 1]>::try_from(articles).expect("one article");
    article
}

fn dates(article: &Article) -> Vec<(&str, Date)> {
    let dates = article.dates.iter();
    let shown = dates.map(|found| (found.span.of(&article.parts[found.part].source), found.date));
    shown.collect()
}

#[test]
fn nitf_is_one_article() {
    let article = one(
        "<?xml version=\"1.0\"?>\n<nitf xml:lang=\"en-GB\"><head><title>x</title><docdata><date.issue norm=\"20251103T090000+0900\"/>\
         <date.expire norm=\"20261103\"/></docdata><pubdata date.publication=\"20251104\"/></head>\
         <body><body.head><hedline><hl1>Two <em>towns</em> talk</hl1><hl2>In Oslo</hl2></hedline><byline>By <person>Jane Doe</person></byline>\
         <dateline><location>SEOUL</location>, <story.date norm=\"20251103\">Nov. 3, 2025</story.date></dateline></body.head>\
         <body.content><block><p>Ahn <person>Gyu<!-- x --></person>-back&#160;met &amp; left.</p><media><media-reference/><media-caption>At sea</media-caption></media>\
         <bq><block><p>So it is.</p></block></bq></block></body.content></body></nitf>",
    );
    assert_eq!(
        shown(&article),
        [
            "Headline: Two towns talk",
            "Headline: In Oslo",
            "Header: By Jane Doe",
            "Header: SEOUL, Nov. 3, 2025",
            "Paragraph: Ahn Gyu-back\u{A0}met & left.",
            "Caption: At sea",
            "Quotation: So it is.",
        ]
    );
    assert_eq!(article.title.as_deref(), Some("Two towns talk"));
    assert_eq!(article.language.as_deref(), Some("en-GB"));
    assert_eq!(
        dates(&article),
        [
            ("20251103", date(2025, 11, 3)),
            ("20251103", date(2025, 11, 3)),
            ("20251104", date(2025, 11, 4)),
            ("Nov. 3, 2025", date(2025, 11, 3)),
        ]
    );
}

#[test]
fn newsml_holds_text_of_many_kinds() {
    let item = |body: &str| {
        format!(
            "<n:newsItem xmlns:n=\"x\" xml:lang=\"en\"><n:itemMeta><n:versionCreated>2025-11-05T00:00:00Z</n:versionCreated></n:itemMeta>\
             <n:contentMeta><n:contentCreated>2025-11-03T09:00:00+09:00</n:contentCreated><n:headline>A title</n:headline>\
             <n:description>At sea</n:description></n:contentMeta><n:contentSet>{body}</n:contentSet></n:newsItem>"
        )
    };
    for body in [
        "<n:inlineXML><html xmlns=\"y\"><head><title>x</title></head><body><p>Ahn <b>Gyu</b>-back</p></body></html></n:inlineXML>",
        "<n:inlineXML><nitf><head><title>x</title></head><body><body.content><p>Ahn Gyu-back</p></body.content></body></nitf></n:inlineXML>",
        "<n:inlineData contenttype=\"text/html\">&lt;p&gt;Ahn &lt;b&gt;Gyu&lt;/b&gt;&amp;#45;back&lt;/p></n:inlineData>",
        "<n:inlineData contenttype=\"text/html\"><![CDATA[<p>Ahn <b>Gyu</b>&#45;back]]></n:inlineData>",
        "<n:inlineData contenttype=\"text/plain\">Ahn Gyu-back</n:inlineData>",
    ] {
        let text = item(body);
        let article = one(&text);
        assert_eq!(
            shown(&article),
            [
                "Headline: A title",
                "Paragraph: Ahn Gyu-back",
                "Caption: At sea"
            ],
            "{body}"
        );
        assert_eq!(
            dates(&article),
            [
                ("2025-11-03", date(2025, 11, 3)),
                ("2025-11-05", date(2025, 11, 5))
            ]
        );
        let block = &article.parts[0].blocks[1];
        assert!(block.source().of(&text).starts_with("Ahn "), "{body}");
        assert!(block.source().of(&text).ends_with("back"), "{body}");
    }
    let message = format!(
        "<newsMessage><itemSet>{}{}</itemSet></newsMessage>",
        item("<inlineData>One.</inlineData>"),
        item("<inlineData>Two.</inlineData>")
    );
    let articles = all(&message).unwrap();
    let labels: Vec<_> = articles
        .iter()
        .map(|article| article.parts[0].label.as_deref())
        .collect();
    assert_eq!(labels, [Some("item 1"), Some("item 2")]);
    assert_eq!(articles[1].parts[0].source, "A title\n\nTwo.\n\nAt sea");
    assert_eq!(articles[1].date, Some(date(2025, 11, 3)));
    assert!(matches!(
        all("<newsMessage/>"),
        Err(ArticleError::NoArticle { .. })
    ));
}

/// A file of NewsML 1.2 with one item, whose component holds this.
fn newsml_1(component: &str) -> String {
    format!(
        "<?xml version='1.0'?><NewsML><NewsEnvelope><DateAndTime>20310101T000000Z</DateAndTime></NewsEnvelope>\
         <NewsItem xml:lang='en'><Identification><NewsIdentifier><DateId>20251104</DateId></NewsIdentifier></Identification>\
         <NewsManagement><FirstCreated>20251103T093000+0900</FirstCreated><ThisRevisionCreated>20251105</ThisRevisionCreated></NewsManagement>\
         <NewsComponent>{component}</NewsComponent></NewsItem></NewsML>"
    )
}

#[test]
fn newsml_1_is_read_in_its_place() {
    let lines = "<NewsLines><DateLine>Arle, Nov 3 (Wire) -</DateLine><HeadLine>Head &amp; tail</HeadLine><CopyrightLine>No</CopyrightLine><SlugLine>No</SlugLine></NewsLines>";
    let item = |format: &str, content: &str| {
        format!(
            "<ContentItem><MediaType FormalName='Text'/><Format FormalName='{format}'/><DataContent>{content}</DataContent></ContentItem>"
        )
    };
    let head = "Headline: Head & tail";
    let dateline = "Paragraph: Arle, Nov 3 (Wire) -";
    for (component, blocks) in [
        (item("NITF3.1", "<nitf><head><title>No</title></head><body><body.head><hedline><hl1>Head &amp; tail</hl1></hedline></body.head><body.content><p>Ahn <em>Gyu</em>.</p></body.content></body></nitf>"), &["Paragraph: Ahn Gyu."][..]),
        (item("XHTML", "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>No</title></head><body><p>Ahn</p></body></html>"), &["Paragraph: Ahn"]),
        (item("bcNITF2.5", "<p>Ahn</p><p>Lee</p>"), &["Paragraph: Ahn", "Paragraph: Lee"]),
        (item("HTML", "<![CDATA[<P>Ahn &amp; Lee</P>]]>"), &["Paragraph: Ahn & Lee"]),
        (item("Text", "Ahn met.\n\nHe left."), &["Paragraph: Ahn met.", "Paragraph: He left."]),
        (item("CSS", ".a {color: red}"), &[]),
        (format!("<NewsComponent><Role FormalName='Caption'/>{}</NewsComponent>", item("Text", "Ahn at sea.")), &["Caption: Ahn at sea."]),
        ("<ContentItem><MediaType FormalName='Photo'/><Encoding Notation='Base64'><DataContent>QWhu</DataContent></Encoding></ContentItem>".to_string(), &[]),
        (format!("<NewsComponent EquivalentsList='yes'>{}{}</NewsComponent>", item("XHTML", "<p>Ahn</p>"), item("Text", "Ahn")), &["Paragraph: Ahn"]),
    ] {
        let article = one(&newsml_1(&format!("{lines}{component}")));
        assert_eq!(shown(&article), [&[head, dateline], blocks].concat(), "{component}");
        assert_eq!(article.date, Some(date(2025, 11, 3)));
        assert_eq!(article.title.as_deref(), Some("Head & tail"));
        assert_eq!(article.language.as_deref(), Some("en"));
    }
    let two = newsml_1("<ContentItem><DataContent>One.</DataContent></ContentItem>")
        .replace("</NewsML>", "<NewsItem><NewsComponent><ContentItem><DataContent><p>Two.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>");
    let articles = all(&two).unwrap();
    let labels: Vec<_> = articles
        .iter()
        .map(|article| article.parts[0].label.as_deref())
        .collect();
    assert_eq!(labels, [Some("item 1"), Some("item 2")]);
    assert_eq!(articles[1].parts[0].source, "Two.");
    assert!(matches!(
        all("<NewsML/>"),
        Err(ArticleError::NoArticle { .. })
    ));
}

#[test]
fn each_entry_of_a_feed_is_an_article() {
    let articles = all(
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Feed</title><language>en-us</language><lastBuildDate>Tue, 04 Nov 2025 00:00:00 GMT</lastBuildDate>\
         <item><title>Ahn &amp;amp; Lee</title><pubDate>Mon, 03 Nov 2025 09:00:00 +0900</pubDate>\
         <description>&lt;p&gt;Ahn&amp;nbsp;&lt;b&gt;Gyu&lt;/b&gt;-back met.&lt;br&gt;He left.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description></item>\
         <item><title><![CDATA[Two]]></title><description>The board met …</description><content:encoded><![CDATA[<p>The board met in spring.</p><img alt='At the sea'>]]></content:encoded></item>\
         <item><description>One.&nbsp;Two.\n\nThree.</description><media:description>x</media:description></item></channel></rss>",
    )
    .unwrap();
    let texts: Vec<&str> = articles
        .iter()
        .map(|article| &*article.parts[0].source)
        .collect();
    assert_eq!(
        texts,
        [
            "Ahn & Lee\n\nMon, 03 Nov 2025 09:00:00 +0900\n\nAhn Gyu-back met.\nHe left.",
            "Two\n\nThe board met in spring.\n\nAt the sea",
            "One. Two.\n\nThree.",
        ]
    );
    assert_eq!(articles[0].date, Some(date(2025, 11, 3)));
    assert_eq!(
        dates(&articles[0]),
        [("Mon, 03 Nov 2025", date(2025, 11, 3))]
    );
    assert_eq!(articles[0].title.as_deref(), Some("Ahn & Lee"));
    assert_eq!(articles[1].language.as_deref(), Some("en-us"));
    assert_eq!(articles[2].parts[0].label.as_deref(), Some("entry 3"));
    assert_eq!((articles[2].date, articles[2].title.as_ref()), (None, None));
    assert_eq!(
        shown(&articles[1]),
        [
            "Headline: Two",
            "Paragraph: The board met in spring.",
            "Caption: At the sea"
        ]
    );
}

#[test]
fn atom_and_old_rss_are_feeds_too() {
    let articles = all(
        "<feed xmlns='a' xml:lang='en'><title>Feed</title><updated>2025-11-09T00:00:00Z</updated>\
         <entry><title type='html'>One &amp;mdash; &lt;b>two&lt;/b></title><updated>2025-11-05T00:00:00Z</updated><published>2025-11-03T00:00:00Z</published>\
         <summary>A summary.</summary><content type='xhtml'><div xmlns='x'><p>Three <q>four</q></p></div></content></entry>\
         <entry><title>Five</title><updated>2025-11-05T00:00:00Z</updated><content type='text'>Six</content></entry></feed>",
    )
    .unwrap();
    let texts: Vec<&str> = articles
        .iter()
        .map(|article| &*article.parts[0].source)
        .collect();
    assert_eq!(
        texts,
        [
            "One — two\n\n2025-11-03T00:00:00Z\n\nA summary.\n\nThree “four”",
            "Five\n\nSix"
        ]
    );
    assert_eq!(articles[0].date, Some(date(2025, 11, 3)));
    assert_eq!(articles[1].date, Some(date(2025, 11, 5)));
    let old = all(
        "<rdf:RDF xmlns:rdf='r'><channel><title>x</title></channel><item rdf:about='y'><title>One</title><dc:date>2025-11-03</dc:date></item></rdf:RDF>",
    )
    .unwrap();
    assert_eq!(old[0].parts[0].source, "One\n\n2025-11-03");
    assert_eq!(all("<feed/>").unwrap().len(), 0);
}

#[test]
fn what_a_document_defines_itself_is_not_expanded() {
    let laughs = "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">\
                  <!ENTITY x SYSTEM \"file:///etc/passwd\">]><nitf><body><body.content><p>One &c;&x; two&eacute; &lt;</p></body.content></body></nitf>";
    assert_eq!(
        shown(&one(laughs)),
        ["Paragraph: One \u{FFFC}\u{FFFC} twoé <"]
    );
}

#[test]
fn a_declared_encoding_is_read() {
    let text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><title>Café</title></item></channel></rss>";
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(text);
    let articles = Article::all_from_bytes("a.rss", &bytes, None).unwrap();
    assert_eq!(articles[0].parts[0].source, "Café");
    assert_eq!(articles[0].encoding, Some("windows-1252"));
    let units: Vec<u8> = format!("\u{FEFF}{text}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let articles = Article::all_from_bytes("a.xml", &units, None).unwrap();
    assert_eq!(articles[0].parts[0].source, "Café");
}

#[test]
fn what_is_not_well_formed_is_an_error_at_its_place() {
    let mut told = String::new();
    for text in [
        "<nitf>\n<body>\n  <p>é One</body></nitf>",
        "<nitf>\n<p>One & two</p></nitf>",
        "<nitf>\n<p>One",
        "<nitf>\n<p>One</p></nitf></b>",
        "<nitf><p title=\"x></p></nitf>",
        "<nitf><!-- x </nitf>",
        "<nitf><![CDATA[ x </nitf>",
        "<nitf><p>&unfinished</p></nitf>",
        "<nitf",
        "",
    ] {
        let error = Article::all_from_bytes("a.nitf", text.as_bytes(), None).unwrap_err();
        told += &format!("{text:?}\n  {error}\n  {:?}\n", error.place());
    }
    told += &format!(
        "{}\n",
        all("<?xml version=\"1.0\"?><urlset><url/></urlset>").unwrap_err()
    );
    insta::assert_snapshot!(told);
}

#[test]
fn xml_is_told_by_its_root() {
    for (name, text, format) in [
        (
            "a.xml",
            "<?xml version=\"1.0\"?>\n<!-- x --><!DOCTYPE nitf [<!ENTITY a \"b\">]>\n<nitf>",
            "nitf",
        ),
        ("a.xml", "<newsItem>", "newsml-g2"),
        ("a.xml", "<x:newsMessage>", "newsml-g2"),
        (
            "a.xml",
            "<!DOCTYPE NewsML><NewsML Version=\"1.2\">",
            "newsml-1",
        ),
        ("a.xml", "<rss>", "rss"),
        ("a.xml", "<rdf:RDF>", "rss"),
        ("a.xml", "<feed>", "atom"),
        ("-", "<?xml version=\"1.0\"?><feed>", "atom"),
        ("-", "\u{FEFF}<rss>", "rss"),
        ("-", "<p>x</p>", "plain"),
        ("a.atom", "<rss>", "atom"),
    ] {
        assert_eq!(
            Format::detect(name, text.as_bytes()).name,
            format,
            "{name}: {text}"
        );
    }
    assert!(Format::may_be("a.xml") && !Format::may_be("a.txt"));
    assert!(Format::of_content("pom.xml", b"<project>").is_none());
}

#[test]
fn preformatted_text_of_news_markup_is_read_by_its_lines() {
    let body =
        |inner: &str| format!("<nitf><body><body.content>{inner}</body.content></body></nitf>");
    let long = "The harbor board met on Monday and agreed that";
    for (pre, blocks) in [
        (
            "<pre>Arle: Petra Lindhome\nBoro: Ana Beltran</pre>".to_string(),
            &[
                "Paragraph: Arle: Petra Lindhome",
                "Paragraph: Boro: Ana Beltran",
            ][..],
        ),
        (
            "<pre>\nTeam      P   W\nArle &amp; Co   12\t3\n\n\n</pre>".to_string(),
            &[
                "Cell: Team",
                "Cell: P",
                "Cell: W",
                "Cell: Arle & Co",
                "Cell: 12",
                "Cell: 3",
            ],
        ),
        (
            format!("<pre>{long}\n<em>Petra</em>\nLindhome would {long}\nleave.</pre>"),
            &[
                "Paragraph: The harbor board met on Monday and agreed that",
                "Paragraph: Petra",
                "Paragraph: Lindhome would The harbor board met on Monday and agreed that",
                "Paragraph: leave.",
            ],
        ),
        (
            format!(
                "<pre>{long}\nthe mayor, Petra Lindhome, who spoke to the\npress.\n\nTwo.</pre>"
            ),
            &[
                "Paragraph: The harbor board met on Monday and agreed that/the mayor, Petra Lindhome, who spoke to the/press.",
                "Paragraph: Two.",
            ],
        ),
        (
            "<bq><block><pre>One.</pre></block></bq>".to_string(),
            &["Quotation: One."],
        ),
    ] {
        assert_eq!(shown(&one(&body(&pre))), blocks, "{pre}");
    }
    let page = "<newsItem><contentSet><inlineXML><html><body><p>One.</p><pre>let x = 1;</pre></body></html></inlineXML></contentSet></newsItem>";
    assert_eq!(shown(&one(page)), ["Paragraph: One."]);
}

#[test]
fn titles_and_texts_of_a_feed_may_be_markup() {
    let div = |text: &str| format!("<div xmlns='http://www.w3.org/1999/xhtml'>{text}</div>");
    let port = "The <b>Port</b> Elery ferry";
    for (entry, text) in [
        (format!("<title type='xhtml'>{}</title>", div(port)), "The Port Elery ferry"),
        ("<title type='application/xhtml+xml'><x:div xmlns:x='x'>Port <x:i>Elery</x:i></x:div></title>".to_string(), "Port Elery"),
        ("<title><em>Port</em> Elery</title>".to_string(), "Port Elery"),
        ("<title type='html'>Port &lt;b&gt;Elery&lt;/b&gt;</title>".to_string(), "Port Elery"),
        (format!("<title>One</title><summary type='xhtml'>{}</summary>", div(port)), "One\n\nThe Port Elery ferry"),
        (format!("<title>One</title><content type='xhtml'>{}</content>", div("<h2>Two</h2><p>Port<br/>Elery</p>")), "One\n\nTwo\n\nPort\nElery"),
        ("<title>One</title><content type='image/png'>iVBORw0KGgo</content><summary>Two</summary>".to_string(), "One\n\nTwo"),
        ("<title>One</title><content type='text/html' mode='base64'>UG9ydA==</content>".to_string(), "One"),
        ("<x:title xmlns:x='x'>No</x:title><title>One</title>".to_string(), "One"),
        ("<title>One</title><x:body xmlns:x='x'><x:p>Port Elery</x:p></x:body>".to_string(), "One\n\nPort Elery"),
    ] {
        let articles = all(&format!("<feed xmlns='http://www.w3.org/2005/Atom'><entry>{entry}</entry></feed>")).unwrap();
        assert_eq!(articles[0].parts[0].source, text, "{entry}");
    }
}
