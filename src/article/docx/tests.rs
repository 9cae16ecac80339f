use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::article::{Article, ArticleError, BlockKind, Format};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn package(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn whole(body: &str) -> String {
    format!("<w:document xmlns:w=\"{WORD}\"><w:body>{body}</w:body></w:document>")
}

fn read(bytes: &[u8]) -> Result<Article, ArticleError> {
    Article::from_bytes("a.docx", bytes, None)
}

fn body(body: &str) -> Article {
    read(&package(&[("word/document.xml", &whole(body))])).unwrap()
}

/// `label: text`, line breaks as `/`.
fn parts(article: &Article) -> Vec<String> {
    let show = |part: &crate::article::Part| {
        let label = part.label.as_deref().unwrap_or("no label");
        format!("{label}: {}", part.source.replace('\n', "/"))
    };
    article.parts.iter().map(show).collect()
}

fn kinds(article: &Article) -> Vec<BlockKind> {
    let blocks = article.parts.iter().flat_map(|part| &part.blocks);
    blocks.map(|block| block.kind).collect()
}

/// A paragraph with these runs.
fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

/// A run with this text.
fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

#[test]
fn what_a_reader_sees_is_read() {
    let cases: &[(&str, &str)] = &[
        (
            "<w:r><w:t>Ahn &amp; </w:t></w:r><w:r><w:t xml:space=\"preserve\"> Kim&#33;</w:t></w:r>",
            "Ahn & Kim!",
        ),
        (
            "<w:r><w:rPr><w:b/></w:rPr><w:t>25,</w:t></w:r><w:proofErr/><w:r><w:t>800</w:t></w:r>",
            "25,800",
        ),
        (
            "<w:del><w:r><w:delText>no</w:delText></w:r><w:r><w:t>no</w:t></w:r></w:del><w:ins><w:r><w:t>yes</w:t></w:r></w:ins>",
            "yes",
        ),
        (
            "<w:moveFrom><w:r><w:t>no</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>yes</w:t></w:r></w:moveTo>",
            "yes",
        ),
        (
            "<w:ins><w:del><w:r><w:t>no</w:t></w:r></w:del></w:ins><w:r><w:t>yes</w:t></w:r>",
            "yes",
        ),
        (
            "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>yes</w:t></w:r>",
            "yes",
        ),
        (
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>yes</w:t></w:r>",
            "yes",
        ),
        (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>",
            "a b/c/d",
        ),
        (
            "<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r>",
            "a",
        ),
        (
            "<w:r><w:t>Gyu</w:t><w:noBreakHyphen/><w:t>back</w:t><w:softHyphen/></w:r>",
            "Gyu\u{2011}back\u{AD}",
        ),
        (
            "<w:r><w:t>a</w:t><w:sym w:char=\"F0E0\"/><w:sym w:char=\"2014\"/></w:r>",
            "a\u{FFFC}—",
        ),
        (
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>\
          <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>no</w:t></w:r>\
          <w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>yes</w:t></w:r>\
          <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            "yes",
        ),
        (
            "<w:hyperlink><w:fldSimple><w:smartTag><w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t>yes</w:t></w:r></w:sdtContent></w:sdt></w:smartTag></w:fldSimple></w:hyperlink>",
            "yes",
        ),
        (
            "<w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>",
            "10²",
        ),
        (
            "<w:commentRangeStart w:id=\"1\"/><w:r><w:t>a</w:t></w:r><w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>",
            "a",
        ),
        (
            "<w:r><w:t>a</w:t></w:r><m:oMath xmlns:m=\"m\"><m:r><m:t>x</m:t></m:r></m:oMath><w:r><w:t>b</w:t></w:r>",
            "a\u{FFFC}b",
        ),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>no</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>yes</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "yes",
        ),
    ];
    for (runs, wanted) in cases {
        assert_eq!(
            parts(&body(&p(runs))),
            [format!("paragraph 1: {wanted}")],
            "{runs}"
        );
    }
}

#[test]
fn each_paragraph_says_where_it_stands() {
    let cell = |text: &str| format!("<w:tc><w:tcPr/>{}</w:tc>", p(&r(text)));
    let inner = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("deep"));
    let table = format!(
        "<w:tbl><w:tblPr/><w:tr>{}{}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{}</w:tr>\
         <w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>{}</w:tc><w:tc>{}{}{inner}</w:tc></w:tr></w:tbl>",
        cell("a"),
        cell("b"),
        cell("gone"),
        p(&r("gone")),
        p(&r("c")),
        p(&r("d")),
    );
    let text_box = format!(
        "<w:p>{}<w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><w:drawing><wps:txbx xmlns:wps=\"w\"><w:txbxContent>{}{}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>{}</w:p>",
        r("Host "),
        p(&r("box")),
        p(&r("box two")),
        p(&r("box")),
        r("goes on."),
    );
    let article = body(&format!(
        "{}{}{table}{text_box}{}",
        p(&r("One.")),
        p(""),
        p(&r("End."))
    ));
    assert_eq!(
        parts(&article),
        [
            "paragraph 1: One.",
            "table 1, row 1, cell 1: a",
            "table 1, row 1, cell 2: b",
            "table 1, row 3, cell 2: c",
            "table 1, row 3, cell 2, paragraph 2: d",
            "table 1, row 3, cell 2, table 1, row 1, cell 1: deep",
            "paragraph 3: Host goes on.",
            "text box 1: box",
            "text box 1, paragraph 2: box two",
            "paragraph 4: End."
        ]
    );
}

#[test]
fn a_deleted_mark_joins_two_paragraphs() {
    let gone = "<w:pPr><w:pStyle w:val=\"Heading1\"/><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
    let article = body(&format!(
        "{}{}{}{}",
        p(&format!("{gone}{}", r("One "))),
        p(&r("two.")),
        p(&r("Three.")),
        p(&format!("{gone}{}", r("Last"))),
    ));
    assert_eq!(
        parts(&article),
        [
            "paragraph 1: One two.",
            "paragraph 3: Three.",
            "paragraph 4: Last"
        ]
    );
}

#[test]
fn notes_come_at_the_end_in_the_order_of_the_text() {
    let main = whole(&format!(
        "{}{}",
        p(&format!(
            "{}<w:r><w:footnoteReference w:id=\"7\"/></w:r><w:del><w:r><w:footnoteReference w:id=\"8\"/></w:r></w:del>",
            r("One.")
        )),
        p(
            "<w:r><w:t>Two.</w:t><w:footnoteReference w:id=\"2\"/><w:endnoteReference w:id=\"2\"/></w:r>"
        )
    ));
    let note =
        |id: u32, text: &str| format!("<w:footnote w:id=\"{id}\">{}</w:footnote>", p(&r(text)));
    let notes = format!(
        "<w:footnotes xmlns:w=\"{WORD}\"><w:footnote w:type=\"separator\" w:id=\"-1\">{}</w:footnote>{}{}{}</w:footnotes>",
        p(&r("no")),
        note(2, "second"),
        note(7, "first"),
        note(8, "deleted")
    );
    let ends = notes.replace("footnote", "endnote");
    let relations = "<Relationships><Relationship Type=\"http://x/footnotes\" Target=\"notes/f.xml\"/></Relationships>";
    let article = read(&package(&[
        ("word/document.xml", &main),
        ("word/_rels/document.xml.rels", relations),
        ("word/notes/f.xml", &notes),
        ("word/endnotes.xml", &ends),
        (
            "docProps/core.xml",
            "<c xmlns:dc=\"d\"><dc:title> A &lt; B </dc:title></c>",
        ),
    ]))
    .unwrap();
    assert_eq!(
        parts(&article),
        [
            "paragraph 1: One.",
            "paragraph 2: Two.",
            "footnote 1: first",
            "footnote 2: second",
            "endnote 1: second"
        ]
    );
    assert_eq!(article.title.as_deref(), Some("A < B"));
}

#[test]
fn a_style_says_what_a_paragraph_is() {
    let styles = format!(
        "<w:styles xmlns:w=\"{WORD}\"><w:style w:styleId=\"T1\"><w:name w:val=\"heading 1\"/></w:style>\
         <w:style w:styleId=\"X\"><w:name w:val=\"Ours\"/><w:basedOn w:val=\"T1\"/></w:style>\
         <w:style w:styleId=\"Loop\"><w:name w:val=\"L\"/><w:basedOn w:val=\"Loop\"/></w:style>\
         <w:style w:styleId=\"Z\"><w:name w:val=\"Intense Quote\"/></w:style>\
         <w:style w:styleId=\"C\"><w:name w:val=\"caption\"/></w:style>\
         <w:style w:styleId=\"L\"><w:name w:val=\"List Bullet 2\"/></w:style>\
         <w:style w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/></w:style>\
         <w:style w:styleId=\"H\"><w:name w:val=\"Secret\"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    );
    let long = "A line that is a whole sentence, so that it is a paragraph by itself.";
    let styled = |style: &str, text: &str| {
        p(&format!(
            "<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}",
            r(text)
        ))
    };
    let text = [
        styled("T1", "Head"),
        styled("X", "Ours"),
        styled("TOC1", "Contents 3"),
        styled("H", "Hidden."),
        styled("Loop", long),
        styled("Z", "Quoted."),
        styled("C", "Shown."),
        styled("L", "Listed."),
        p(&format!(
            "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>{}",
            r("Level")
        )),
        p(&format!(
            "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}",
            r("Listed.")
        )),
    ];
    let article = read(&package(&[
        ("word/document.xml", &whole(&text.concat())),
        ("word/styles.xml", &styles),
    ]))
    .unwrap();
    use BlockKind::{Caption, Headline, Item, Paragraph, Quotation};
    assert_eq!(
        kinds(&article),
        [
            Headline, Headline, Paragraph, Quotation, Caption, Item, Headline, Item
        ]
    );
}

#[test]
fn head_lines_are_read_over_paragraphs() {
    let lines = [
        "A headline of a few words",
        "By Jane Doe",
        "Nov 03, 2025",
        "The minister met the board in Seoul on Monday, and left.",
    ];
    let article = body(&lines.map(|line| p(&r(line))).concat());
    use BlockKind::{Header, Headline, Paragraph};
    assert_eq!(kinds(&article), [Headline, Header, Header, Paragraph]);
    assert_eq!(article.dates[0].part, 2);
    assert_eq!(
        article.dates[0].span.of(&article.parts[2].source),
        "Nov 03, 2025"
    );
    assert_eq!(article.date, Some(jiff::civil::date(2025, 11, 3)));
}

#[test]
fn any_prefix_will_do() {
    for (prefix, declared) in [("v:", "xmlns:v="), ("", "xmlns=")] {
        let text = whole(&p(&r("One.")));
        let text = text.replace("xmlns:w=", declared);
        let text = text.replace("<w:", &format!("<{prefix}"));
        let text = text.replace("</w:", &format!("</{prefix}"));
        let article = read(&package(&[("word/document.xml", &text)])).unwrap();
        assert_eq!(parts(&article), ["paragraph 1: One."], "{text}");
    }
}

#[test]
fn what_is_no_document_is_told_with_a_remedy() {
    let told = |bytes: &[u8]| {
        let error = read(bytes).unwrap_err();
        format!("{error}: {}", error.help())
    };
    let mut locked = b"\xD0\xCF\x11\xE0....".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(
        told(&locked),
        "this document is locked with a password: save it without a password"
    );
    assert_eq!(
        told(b"\xD0\xCF\x11\xE0...."),
        "this is an old office document (.doc), which can't be read as an article: save it as .docx"
    );
    assert!(told(b"plain text").starts_with("this is no Word document: it is no ZIP archive"));
    assert!(told(b"PK\x03\x04 cut").starts_with("the document is damaged, or cut short"));
    assert!(told(&package(&[("xl/workbook.xml", "<a/>")])).starts_with("this is a spreadsheet"));
    assert!(told(&package(&[("a.txt", "a")])).contains("without a Word document in it"));
    let broken = package(&[("word/document.xml", "<w:document>\n<w:body></w:p>")]);
    assert!(
        told(&broken).contains("not well formed"),
        "{}",
        told(&broken)
    );
    let cut = package(&[("word/document.xml", "<w:document><w:body>")]);
    assert!(told(&cut).contains("it ends in the middle"));
    let deep = package(&[("word/document.xml", &"<w:p>".repeat(100_000))]);
    assert!(told(&deep).contains("nested too deep"));
    assert_eq!(Format::detect("a.bin", &package(&[])), Format::PLAIN);
    assert_eq!(Format::detect("a", &deep).name, "docx");
}

#[test]
fn a_bomb_is_not_unpacked() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default())
        .unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..200 {
        zip.write_all(&zeros).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert!(bytes.len() < 1 << 20, "it is small: {}", bytes.len());
    let error = read(&bytes).unwrap_err().to_string();
    assert_eq!(
        error,
        "the document is larger than 64 MB when it is unpacked; it was not read"
    );
}

#[test]
fn a_drop_cap_begins_the_next_paragraph() {
    let cap = |letter: &str| {
        format!(
            "<w:p><w:pPr><w:framePr w:dropCap=\"drop\" w:lines=\"3\"/></w:pPr><w:r><w:t>{letter}</w:t></w:r></w:p>"
        )
    };
    for (document, wanted) in [
        (
            format!(
                "{}{}",
                cap("P"),
                p("<w:r><w:t>etra Lindhome left.</w:t></w:r>")
            ),
            &["paragraph 2: Petra Lindhome left."][..],
        ),
        (
            format!(
                "{}{}",
                cap("\u{201C}I "),
                p("<w:r><w:t>t rained.</w:t></w:r>")
            ),
            &["paragraph 2: \u{201C}It rained."],
        ),
        (
            format!(
                "{}{}",
                cap("A"),
                p("<w:r><w:t xml:space=\"preserve\"> ferry came.</w:t></w:r>")
            ),
            &["paragraph 2: A ferry came."],
        ),
        (
            format!(
                "{}{}{}",
                p("<w:r><w:t>One.</w:t></w:r>"),
                cap("T").replace("drop\"", "margin\""),
                p("<w:r><w:t>wo.</w:t></w:r>")
            ),
            &["paragraph 1: One.", "paragraph 3: Two."],
        ),
        (
            format!("{}{}", cap("A whole box"), p("<w:r><w:t>One.</w:t></w:r>")),
            &["paragraph 1: A whole box", "paragraph 2: One."],
        ),
        (
            format!(
                "{}{}",
                cap("N").replace("drop\"", "none\""),
                p("<w:r><w:t>One.</w:t></w:r>")
            ),
            &["paragraph 1: N", "paragraph 2: One."],
        ),
        (cap("N"), &["paragraph 1: N"]),
    ] {
        assert_eq!(parts(&body(&document)), wanted, "{document}");
    }
}

#[test]
fn alternative_texts_of_pictures_are_captions() {
    let drawing = |attributes: &str| {
        format!(
            "<w:r><w:drawing><wp:inline xmlns:wp=\"wp\"><wp:docPr id=\"1\" name=\"Picture 1\" {attributes}/><a:graphic xmlns:a=\"a\"><pic:cNvPr xmlns:pic=\"p\" descr=\"Again and again\"/></a:graphic></wp:inline></w:drawing></w:r>"
        )
    };
    let text = "<w:r><w:t>One.</w:t></w:r>";
    for (runs, wanted) in [
        (
            format!("{text}{}", drawing("descr=\"The Port Elery ferry\"")),
            &[
                "paragraph 1: One.\u{FFFC}",
                "paragraph 1, alternative text: The Port Elery ferry",
            ][..],
        ),
        (
            format!(
                "{}{}",
                drawing("descr=\"At sea &amp;c.\""),
                drawing("descr=\"In port today\"")
            ),
            &[
                "paragraph 1, alternative text: At sea &c.",
                "paragraph 1, alternative text 2: In port today",
            ],
        ),
        (
            format!("{text}{}", drawing("descr=\"logo.png\" title=\"No title\"")),
            &["paragraph 1: One.\u{FFFC}"],
        ),
        (
            format!(
                "{text}{}",
                drawing("descr=\"A ship at sea&#10;&#10;Description automatically generated\"")
            ),
            &["paragraph 1: One.\u{FFFC}"],
        ),
        (
            format!("{text}<w:del>{}</w:del>", drawing("descr=\"Not this one\"")),
            &["paragraph 1: One."],
        ),
        (
            format!("{text}<w:r><w:pict><v:shape xmlns:v=\"v\" alt=\"At sea\"/></w:pict></w:r>"),
            &["paragraph 1: One.", "paragraph 1, alternative text: At sea"],
        ),
    ] {
        let read = parts(&body(&p(&runs)));
        let read: Vec<&String> = read
            .iter()
            .filter(|part| !part.ends_with("1: \u{FFFC}\u{FFFC}"))
            .collect();
        assert_eq!(read, wanted, "{runs}");
    }
}
