//! DOCX.

use std::io::{Cursor, Write};

use factlint::article::BlockKind;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Story;
use super::words::{Dice, escaped};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"";

const STYLES: &str = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\"><w:name w:val=\"Normal\"/></w:style>\
     <w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Standard\"/></w:style>\
     <w:style w:type=\"paragraph\" w:styleId=\"Zwischentitel\"><w:name w:val=\"House\"/><w:basedOn w:val=\"berschrift1\"/></w:style>\
     <w:style w:type=\"paragraph\" w:styleId=\"Zitat\"><w:name w:val=\"Quote\"/></w:style>\
     <w:style w:type=\"paragraph\" w:styleId=\"Beschriftung\"><w:name w:val=\"caption\"/></w:style>";

/// A package of these files.
pub fn package(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        let options = SimpleFileOptions::default();
        zip.start_file(*name, options)
            .expect("memory takes anything");
        zip.write_all(text.as_bytes())
            .expect("memory takes anything");
    }
    zip.finish().expect("memory takes anything").into_inner()
}

/// A document with this body.
pub fn document(body: &str) -> Vec<u8> {
    package(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &whole(body)),
        (
            "word/styles.xml",
            &format!("{XML}<w:styles {WORD}>{STYLES}</w:styles>"),
        ),
    ])
}

/// The main part.
pub fn whole(body: &str) -> String {
    format!("{XML}<w:document {WORD}><w:body>{body}<w:sectPr/></w:body></w:document>")
}

/// The runs of a text, with all that a reporter leaves in them.
fn runs(text: &str, dice: &mut Dice) -> String {
    let mut out = String::new();
    let mut run = String::new();
    let flush = |run: &mut String, out: &mut String, dice: &mut Dice| {
        if run.is_empty() {
            return;
        }
        let text = std::mem::take(run);
        let looks = if dice.one_in(3) {
            "<w:rPr><w:b/></w:rPr>"
        } else {
            ""
        };
        let words = format!("<w:r>{looks}<w:t xml:space=\"preserve\">{text}</w:t></w:r>");
        match dice.one_in(4) {
            true => *out += &format!("<w:ins w:id=\"1\" w:author=\"a\">{words}</w:ins>"),
            false => *out += &words,
        }
    };
    for c in text.chars() {
        if dice.one_in(13) {
            flush(&mut run, &mut out, dice);
        }
        if dice.one_in(29) {
            flush(&mut run, &mut out, dice);
            out += "<w:del w:id=\"2\"><w:r><w:delText>Pete Hesgeth</w:delText></w:r></w:del>\
                    <w:proofErr w:type=\"spellStart\"/><w:commentRangeStart w:id=\"0\"/>\
                    <w:r><w:rPr><w:vanish/></w:rPr><w:t>Hesgeth</w:t></w:r>\
                    <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DATE 1999 </w:instrText></w:r>\
                    <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        }
        let special = match c {
            '\u{2011}' => "<w:r><w:noBreakHyphen/></w:r>",
            '\u{AD}' => "<w:r><w:softHyphen/></w:r>",
            '\u{FFFC}' => "<w:r><w:drawing><wp:inline/></w:drawing></w:r>",
            '\n' => "<w:r><w:br/></w:r>",
            ' ' if dice.one_in(19) => "<w:r><w:tab/></w:r>",
            _ => "",
        };
        match special {
            "" => run += &escaped(&c.to_string()),
            special => {
                flush(&mut run, &mut out, dice);
                out += special;
            }
        }
    }
    flush(&mut run, &mut out, dice);
    out
}

fn paragraph(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>\n")
}

/// A date that stood in metadata stands in a line of its own.
fn date(story: &Story, dice: &mut Dice) -> String {
    let plain = story.source.is_some();
    let stated = story.date.filter(|_| !plain).map(|date| date.to_string());
    stated.map_or_else(String::new, |date| paragraph("", &runs(&date, dice)))
}

/// Each block in its style.
pub fn styled(story: &Story) -> Vec<u8> {
    in_styles(story, false)
}

/// The same with a large letter at the start of each paragraph, in a frame of its own.
pub fn drop_caps(story: &Story) -> Vec<u8> {
    in_styles(story, true)
}

/// A paragraph of running text, its first letter in a frame where that is asked for.
fn running(text: &str, capped: bool, dice: &mut Dice) -> String {
    let text = text.replace('\n', " ");
    let first = text.chars().next().filter(|c| capped && c.is_alphabetic());
    let Some(first) = first else {
        return paragraph("", &runs(&text, dice));
    };
    let cap = format!("<w:r><w:rPr><w:sz w:val=\"96\"/></w:rPr><w:t>{first}</w:t></w:r>");
    let frame = "<w:keepNext/><w:framePr w:dropCap=\"drop\" w:lines=\"3\" w:wrap=\"around\"/>";
    let rest = text.get(first.len_utf8()..).unwrap_or_default();
    paragraph(frame, &cap) + &paragraph("", &runs(rest, dice))
}

fn in_styles(story: &Story, capped: bool) -> Vec<u8> {
    let mut dice = Dice::new(story.seed);
    let mut body = date(story, &mut dice);
    for (index, (kind, text)) in story.blocks.iter().enumerate() {
        let runs = runs(&text.replace('\n', " "), &mut dice);
        body += &match kind {
            BlockKind::Headline if index < 3 => {
                paragraph("<w:pStyle w:val=\"berschrift1\"/>", &runs)
            }
            BlockKind::Headline => paragraph("<w:pStyle w:val=\"Zwischentitel\"/>", &runs),
            BlockKind::Item => paragraph(
                "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>",
                &runs,
            ),
            BlockKind::Cell => format!(
                "<w:tbl><w:tblPr/><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
                paragraph("", &runs)
            ),
            BlockKind::Caption => paragraph("<w:pStyle w:val=\"Beschriftung\"/>", &runs),
            BlockKind::Quotation => paragraph("<w:pStyle w:val=\"Zitat\"/>", &runs),
            _ => running(text, capped, &mut dice),
        };
    }
    document(&body)
}

/// As most reporters write: nothing but paragraphs, and line breaks in them.
pub fn bare(story: &Story) -> Vec<u8> {
    let Some(source) = &story.source else {
        return styled(story);
    };
    let mut dice = Dice::new(story.seed);
    let mut body = date(story, &mut dice);
    for text in source.split("\n\n") {
        body += &paragraph("", &runs(text, &mut dice));
    }
    document(&body)
}
