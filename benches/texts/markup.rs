//! Markup that might make a careless reader take long.

use super::Hostile;

/// Pages of HTML.
pub const PAGES: &[Hostile] = &[
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
    ("labels", |n| {
        format!(
            "<body><p>The board met.{}",
            "<h2>Read next</h2><p>x".repeat(n)
        )
    }),
    ("labels in labels", |n| {
        format!("<body>{}", "<div><h2>Related</h2>".repeat(n))
    }),
    ("labels and nothing", |n| {
        format!(
            "<body>{}{}",
            "<p>Read more</p>".repeat(n),
            "<p></p>".repeat(n)
        )
    }),
    ("cards in cards", |n| {
        format!("<body>{}", "<div><h3><a href=x>x</a></h3>".repeat(n))
    }),
    ("asides in forms", |n| {
        format!("<body>{}", "<form><aside>x.".repeat(n))
    }),
    ("names", |n| {
        format!("<body><div class=\"{}\">x", "ad-x sidebar ".repeat(n))
    }),
    ("streamed parts", |n| {
        format!(
            "<body><template id=B:0></template>{}",
            "<div hidden id=S:0>x<template id=B:0></template></div>".repeat(n)
        )
    }),
    ("pictures", |n| {
        format!(
            "<body>{}<p>{}",
            "<img alt='x y'>".repeat(n),
            "x y".repeat(n)
        )
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

/// Documents of XML.
pub const DOCUMENTS: &[Hostile] = &[
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
