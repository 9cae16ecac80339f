//! Files in the formats of articles that might make a careless reader take long.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Hostile;

/// Markdown.
pub const MARKDOWN: &[Hostile] = &[
    ("square brackets", |n| "[".repeat(n)),
    ("pictures", |n| "![".repeat(n)),
    ("links in links", |n| {
        format!("{}{}", "[".repeat(n), "](x)".repeat(n))
    }),
    ("open links", |n| "[a](".repeat(n)),
    ("links with open titles", |n| "[a](b \"".repeat(n)),
    ("links", |n| "[a](b) ".repeat(n)),
    ("references", |n| "[a]: b\n".repeat(n)),
    ("references, used", |n| {
        format!("{}\n{}", "[a]: b\n".repeat(n), "[a] ".repeat(n))
    }),
    ("many references, used", |n| {
        let define = |k: usize| format!("[a{k}]: b\n");
        let used = |k: usize| format!("[a{k}] ");
        let (define, used): (String, String) =
            ((0..n).map(define).collect(), (0..n).map(used).collect());
        format!("{define}\n{used}")
    }),
    ("footnotes", |n| "[^a]".repeat(n)),
    ("stars", |n| "*".repeat(n)),
    ("stars and words", |n| "*a ".repeat(n)),
    ("stars in stars", |n| {
        format!("{}{}", "*a ".repeat(n), "a* ".repeat(n))
    }),
    ("stars of all lengths", |n| "*a **a ***a _a __a ".repeat(n)),
    ("lines below", |n| "a_".repeat(n)),
    ("backticks", |n| "`".repeat(n)),
    ("backticks of all lengths", |n| {
        // Of a thousand signs there are forty-four lengths.
        (0..n)
            .map(|k| format!("{} ", "`".repeat(k % 99 + 1)))
            .collect()
    }),
    ("open code", |n| "`a ".repeat(n)),
    ("fences", |n| "```\n".repeat(n)),
    ("quotations in quotations", |n| ">".repeat(n)),
    ("quotations, line by line", |n| "> a\n".repeat(n)),
    ("quotations, deep and long", |n| {
        format!("{}a\n", "> ".repeat(50)).repeat(n)
    }),
    ("lists in lists", |n| "- ".repeat(n)),
    ("lists", |n| "- a\n".repeat(n)),
    ("lists, loose", |n| "- a\n\n".repeat(n)),
    ("lists ever deeper", |n| {
        (0..n)
            .map(|k| format!("{}- a\n", "  ".repeat(k % 200)))
            .collect()
    }),
    ("numbered lists", |n| "1. ".repeat(n)),
    ("tables", |n| format!("a|b\n-|-\n{}", "a|b\n".repeat(n))),
    ("wide tables", |n| {
        format!("{0}\n{1}\n{0}\n", "a|".repeat(n), "-|".repeat(n))
    }),
    ("wide and short tables", |n| {
        format!(
            "{}\n{}\n{}",
            "a|".repeat(n),
            "-|".repeat(n),
            "a\n".repeat(n)
        )
    }),
    ("headings", |n| "# a\n".repeat(n)),
    ("lines under lines", |n| "a\n=\n".repeat(n)),
    ("rules", |n| "***\n".repeat(n)),
    ("backslashes", |n| "\\".repeat(n)),
    ("escapes", |n| "\\*".repeat(n)),
    ("hard breaks", |n| "a  \n".repeat(n)),
    ("entities", |n| "&amp;&nbsp;".repeat(n)),
    ("ampersands", |n| "&".repeat(n)),
    ("less than", |n| "<".repeat(n)),
    ("tags", |n| "<b>".repeat(n)),
    ("blocks of markup", |n| "<div>\n\n".repeat(n)),
    ("open comments", |n| "<!-- ".repeat(n)),
    ("comments", |n| "<!-- factlint-ignore -->\n".repeat(n)),
    ("open instructions", |n| "<?".repeat(n)),
    ("open sections", |n| "<![CDATA[".repeat(n)),
    ("open declarations", |n| "<!A".repeat(n)),
    ("addresses", |n| "<https://a.b/".repeat(n)),
    ("dollars", |n| "$$".repeat(n)),
    ("tildes", |n| "~~a ".repeat(n)),
    ("front matter", |n| {
        format!("---\n{}---\n", "a: b\n".repeat(n))
    }),
    ("open front matter", |n| {
        format!("---\n{}", "a: b\n".repeat(n))
    }),
    ("carriage returns", |n| "a\r".repeat(n)),
    ("zeros", |n| "a \u{FFFD} ".repeat(n)),
];

/// Documents of JSON.
pub const JSON: &[Hostile] = &[
    ("lists in lists", |n| "[".repeat(n)),
    ("objects in objects", |n| "{\"a\":".repeat(n)),
    ("lists in lists, closed", |n| {
        format!("{}{}", "[".repeat(n), "]".repeat(n))
    }),
    ("a deep body", |n| {
        format!("{{\"body\":{}{}}}", "[".repeat(n), "]".repeat(n))
    }),
    ("one long line", |n| {
        format!(
            "{{\"body\":\"{}\"}}",
            "Some 25,800 U.S. troops are in South Korea. ".repeat(n)
        )
    }),
    ("escapes", |n| {
        format!("{{\"body\":\"{}\"}}", "\\u00e9".repeat(n))
    }),
    ("pairs of escapes", |n| {
        format!("{{\"body\":\"{}\"}}", "\\ud83d\\ude00".repeat(n))
    }),
    ("halves of escapes", |n| {
        format!("{{\"body\":\"{}\"}}", "\\ud83d".repeat(n))
    }),
    ("breaks", |n| {
        format!("{{\"body\":\"{}\"}}", "a\\n\\n".repeat(n))
    }),
    ("quotes", |n| {
        format!("{{\"body\":\"{}\"}}", "\\\"".repeat(n))
    }),
    ("an open string", |n| {
        format!("{{\"body\":\"{}", "a ".repeat(n))
    }),
    ("keys", |n| {
        let keys: String = (0..n).map(|k| format!("\"k{k}\":1,")).collect();
        format!("{{{keys}\"body\":\"a\"}}")
    }),
    ("one key", |n| {
        format!("{{{}\"body\":\"a\"}}", "\"body\":\"a\",".repeat(n))
    }),
    ("records", |n| {
        format!("[{}{{}}]", "{\"body\":\"a b\"},".repeat(n))
    }),
    ("records of other kinds", |n| {
        format!("[{}1]", "1,[],null,".repeat(n))
    }),
    ("records behind each other", |n| {
        "{\"body\":\"a\"}".repeat(n)
    }),
    ("long numbers", |n| {
        format!("{{\"body\":\"a\",\"b\":{}}}", "7".repeat(n))
    }),
    ("markup in a string", |n| {
        format!("{{\"body_html\":\"{}\"}}", "<p>a &amp; b".repeat(n))
    }),
    ("spaces", |n| format!("{}{{}}", " ".repeat(n))),
];

/// Lines of JSON.
pub const LINES: &[Hostile] = &[
    ("lines", |n| "{\"body\":\"a b\"}\n".repeat(n)),
    ("empty lines", |n| "\n".repeat(n)),
    ("broken lines", |n| "{\"body\":\n".repeat(n)),
    ("lines without a text", |n| "{\"a\":1}\n".repeat(n)),
    ("deep lines", |n| format!("{}\n", "[".repeat(200)).repeat(n)),
    ("one line", |n| {
        format!("{{\"body\":\"{}\"}}", "a ".repeat(n))
    }),
];

/// Feeds.
pub const FEEDS: &[Hostile] = &[
    ("markup in entries", |n| {
        format!(
            "<rss><item><description><![CDATA[{}]]></description></item></rss>",
            "<div>a".repeat(n)
        )
    }),
    ("escaped markup", |n| {
        format!(
            "<rss><item><description>{}</description></item></rss>",
            "&lt;b&gt;a".repeat(n)
        )
    }),
    ("markup escaped twice", |n| {
        format!(
            "<rss><item><description>{}</description></item></rss>",
            "&amp;lt;b&amp;gt;a".repeat(n)
        )
    }),
    ("namespaces", |n| {
        let names: String = (0..n).map(|k| format!("xmlns:a{k}='b' ")).collect();
        format!("<rss {names}><item><title>a</title></item></rss>")
    }),
];

/// Bodies of DOCX documents.
pub const BODIES: &[Hostile] = &[
    ("paragraphs", |n| {
        "<w:p><w:r><w:t>a b</w:t></w:r></w:p>".repeat(n)
    }),
    ("runs", |n| {
        format!("<w:p>{}</w:p>", "<w:r><w:t>a</w:t></w:r>".repeat(n))
    }),
    ("texts", |n| {
        format!("<w:p><w:r>{}</w:r></w:p>", "<w:t>a</w:t>".repeat(n))
    }),
    ("runs in runs", |n| format!("<w:p>{}", "<w:ins>".repeat(n))),
    ("tables in tables", |n| "<w:tbl><w:tr><w:tc>".repeat(n)),
    ("one long text", |n| {
        format!(
            "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
            "Some 25,800 U.S. troops are in South Korea. ".repeat(n)
        )
    }),
    ("styles that are not there", |n| {
        (0..n)
            .map(|k| format!("<w:p><w:pPr><w:pStyle w:val=\"s{k}\"/></w:pPr></w:p>"))
            .collect()
    }),
    ("fields", |n| {
        format!(
            "<w:p>{}</w:p>",
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>".repeat(n)
        )
    }),
    ("bookmarks", |n| {
        format!("<w:p>{}</w:p>", "<w:bookmarkStart w:id=\"0\"/>".repeat(n))
    }),
];

/// A DOCX document with this body.
pub fn document(body: &str) -> Vec<u8> {
    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let text = format!("<w:document xmlns:w=\"{WORD}\"><w:body>{body}</w:body></w:document>");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default())
        .and_then(|()| Ok(zip.write_all(text.as_bytes())?))
        .and_then(|()| zip.finish())
        .expect("memory takes anything")
        .into_inner()
}
