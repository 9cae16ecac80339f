//! Articles written in other formats: one function a format.
#![allow(dead_code)]

pub mod docx;
pub mod html;
pub mod json;
pub mod words;
pub mod xml;

use factlint::article::{Article, BlockKind, Format};
use factlint::text::normalize;
use jiff::civil::Date;

/// An article as its readers see it.
pub struct Story {
    /// What marks and entities are strewn by: another for each article.
    pub seed: u64,
    /// The day of publication.
    pub date: Option<Date>,
    /// The blocks, in order: what each is, and its words as they were written.
    pub blocks: Vec<(BlockKind, String)>,
    /// The text as it was written, where it was plain.
    pub source: Option<String>,
}

impl Story {
    /// What an article says.
    pub fn of(article: &Article, seed: u64) -> Story {
        let part = &article.parts[0];
        let blocks = part.blocks.iter().map(|block| {
            let runs = block.runs.iter().map(|run| match &run.text {
                Some(text) => text.as_str(),
                None => run.source.of(&part.source),
            });
            (block.kind, runs.collect())
        });
        Story {
            seed,
            date: article.date,
            blocks: blocks.collect(),
            source: None,
        }
    }
}

/// A way to write a story down.
pub struct Writer {
    /// What it is called when a test fails.
    pub name: &'static str,
    /// The name of a file of it, which must tell the format.
    pub file: &'static str,
    /// The format that it is read as.
    pub format: &'static str,
    /// The bytes of the file. The story is the first article of the file.
    pub write: fn(&Story) -> Vec<u8>,
    /// How often the words on disk are wrapped in markup and entities; 0 where a record has a text of its own,
    /// which is not the file's.
    pub layers: usize,
}

/// Every format that a story can be written in; a new format is a line here.
pub const WRITERS: &[Writer] = &[
    Writer {
        name: "plain page",
        file: "story.html",
        format: "html",
        write: html::simple,
        layers: 1,
    },
    Writer {
        name: "page as published",
        file: "story.htm",
        format: "html",
        write: html::published,
        layers: 1,
    },
    Writer {
        name: "XHTML",
        file: "story.xhtml",
        format: "html",
        write: html::strict,
        layers: 1,
    },
    Writer {
        name: "fragment",
        file: "story.html",
        format: "html",
        write: html::fragment,
        layers: 1,
    },
    Writer {
        name: "NITF",
        file: "story.xml",
        format: "nitf",
        write: xml::nitf,
        layers: 1,
    },
    Writer {
        name: "NewsML-G2 with XHTML",
        file: "story.xml",
        format: "newsml-g2",
        write: xml::newsml,
        layers: 1,
    },
    Writer {
        name: "NewsML-G2 with escaped HTML",
        file: "story.newsml",
        format: "newsml-g2",
        write: xml::newsml_escaped,
        layers: 2,
    },
    Writer {
        name: "NewsML-G2 with two items",
        file: "story.xml",
        format: "newsml-g2",
        write: xml::newsml_message,
        layers: 0,
    },
    Writer {
        name: "NewsML 1.2 with NITF",
        file: "story.xml",
        format: "newsml-1",
        write: xml::newsml_1_nitf,
        layers: 1,
    },
    Writer {
        name: "NewsML 1.2 with XHTML",
        file: "story.xml",
        format: "newsml-1",
        write: xml::newsml_1_xhtml,
        layers: 1,
    },
    Writer {
        name: "NewsML 1.2 with escaped HTML",
        file: "story.xml",
        format: "newsml-1",
        write: xml::newsml_1_escaped,
        layers: 2,
    },
    Writer {
        name: "RSS with escaped HTML",
        file: "story.rss",
        format: "rss",
        write: xml::rss,
        layers: 0,
    },
    Writer {
        name: "RSS with CDATA",
        file: "story.xml",
        format: "rss",
        write: xml::rss_cdata,
        layers: 0,
    },
    Writer {
        name: "Atom with XHTML",
        file: "story.atom",
        format: "atom",
        write: xml::atom,
        layers: 0,
    },
    Writer {
        name: "JSON",
        file: "story.json",
        format: "json",
        write: json::object,
        layers: 1,
    },
    Writer {
        name: "JSON with HTML",
        file: "story.json",
        format: "json",
        write: json::object_with_html,
        layers: 2,
    },
    Writer {
        name: "JSON list",
        file: "story.json",
        format: "json",
        write: json::list,
        layers: 0,
    },
    Writer {
        name: "JSON paragraphs",
        file: "story.json",
        format: "json",
        write: json::paragraphs,
        layers: 0,
    },
    Writer {
        name: "JSON Lines",
        file: "story.jsonl",
        format: "jsonl",
        write: json::lines,
        layers: 0,
    },
    Writer {
        name: "ninjs 1",
        file: "story.json",
        format: "ninjs",
        write: json::ninjs_1,
        layers: 1,
    },
    Writer {
        name: "ninjs with body_main",
        file: "story.json",
        format: "ninjs",
        write: json::ninjs_main,
        layers: 1,
    },
    Writer {
        name: "ninjs 3",
        file: "story.json",
        format: "ninjs",
        write: json::ninjs_3,
        layers: 2,
    },
    Writer {
        name: "DOCX with styles",
        file: "story.docx",
        format: "docx",
        write: docx::styled,
        layers: 0,
    },
    Writer {
        name: "DOCX with drop caps",
        file: "story.docx",
        format: "docx",
        write: docx::drop_caps,
        layers: 0,
    },
    Writer {
        name: "DOCX without styles",
        file: "story.docx",
        format: "docx",
        write: docx::bare,
        layers: 0,
    },
];

/// The normalised words of a slice of a file, without markup and entities.
pub fn words_of(slice: &str, format: Format, layers: usize) -> String {
    let unwrapped = (0..layers).fold(slice.to_string(), |text, _| {
        let article = Article::from_text("a", &text, format).expect("it is text");
        let blocks = Story::of(&article, 0).blocks;
        let words: Vec<String> = blocks.into_iter().map(|(_, words)| words).collect();
        words.join(" ")
    });
    normalize(&unwrapped)
}
