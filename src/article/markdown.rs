//! Markdown: code, link targets, tags and comments are no prose; entities and escapes keep their own bytes.

mod templates;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::day::Days;
use super::front::Front;
use super::markup::{self, Bit};
use super::{
    Article, ArticleError, Block, BlockKind, Format, Reading, Run, Way, comments, head, unreadable,
};
use crate::span::Span;

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    extensions: &["md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd"],
    shares: &[],
    entities: false,
    sniff,
    read: Way::Whole(read),
};

/// What stands for code and addresses in the text, so that the words around them do not meet.
const OBJECT: &str = "\u{FFFC}";

fn sniff(bytes: &[u8]) -> bool {
    let start = bytes.get(..4096).unwrap_or(bytes);
    let start = String::from_utf8_lossy(start);
    start.starts_with("# ")
        || ["---\n", "---\r\n", "+++\n", "+++\r\n"]
            .iter()
            .any(|fence| start.starts_with(fence))
            && Front::read(&start).is_some_and(|front| !front.is_empty())
}

fn read(bytes: &[u8]) -> Result<Vec<Article>, ArticleError> {
    let read = |source: &str| {
        let front = Front::read(source).unwrap_or_default();
        let mut blocks = Vec::new();
        if !front.headline.is_empty() {
            blocks.push(Block {
                kind: BlockKind::Headline,
                runs: front.headline,
            });
        }
        let comments = Reader::new(source, &mut blocks).read(front.end);
        let mut dates = front.dates;
        let days = Days::of(&dates);
        dates.extend(head::read_markdown(source, &mut blocks));
        Reading {
            blocks,
            days,
            dates,
            language: front.language,
            title: front.title,
            comments,
        }
    };
    Article::from_reading(bytes, read).map(|article| vec![article])
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

/// Collects blocks from the parser's events.
struct Reader<'a> {
    source: &'a str,
    out: &'a mut Vec<Block>,
    /// The block that is being read.
    runs: Vec<Run>,
    /// Alternative texts, which follow the block that they stand in.
    captions: Vec<Block>,
    /// The runs around the image whose alternative text is being read.
    around: Option<Vec<Run>>,
    images: usize,
    quotes: usize,
    items: usize,
    heading: bool,
    cell: bool,
    /// In a code block or an address: what comes is no prose.
    hidden: usize,
    tags: markup::Tags,
    comments: Vec<Span>,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str, out: &'a mut Vec<Block>) -> Self {
        Self {
            source,
            out,
            runs: Vec::new(),
            captions: Vec::new(),
            around: None,
            images: 0,
            quotes: 0,
            items: 0,
            heading: false,
            cell: false,
            hidden: 0,
            tags: markup::Tags::default(),
            comments: Vec::new(),
        }
    }

    /// Reads to the end, and gives the comments to us.
    fn read(mut self, from: usize) -> Vec<Span> {
        let body = self.source.get(from..).unwrap_or_default();
        for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
            self.event(event, Span::new(from + range.start, from + range.end));
        }
        self.finish();
        self.comments
    }

    fn event(&mut self, event: Event, span: Span) {
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(tag) => self.end(tag),
            _ if self.hidden > 0 => (),
            Event::Text(text) => {
                if !self.tags.is_hidden() {
                    self.text(&text, span);
                }
            }
            Event::SoftBreak | Event::HardBreak => self.push(span, Some(" ")),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.push(span, Some(OBJECT));
            }
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html, span),
            Event::Rule => self.finish(),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => (),
        }
    }

    fn start(&mut self, tag: &Tag, span: Span) {
        match tag {
            Tag::Image { .. } => {
                self.images += 1;
                if self.images == 1 {
                    self.push(Span::new(span.start, span.start), Some(OBJECT));
                    self.around = Some(std::mem::take(&mut self.runs));
                }
                return;
            }
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            } => {
                self.push(span, Some(OBJECT));
                self.hidden += 1;
                return;
            }
            Tag::Link { .. } if self.hidden > 0 => {
                self.hidden += 1;
                return;
            }
            Tag::Link { .. } | Tag::Emphasis | Tag::Strong | Tag::Strikethrough => return,
            _ => self.finish(),
        }
        match tag {
            // `> [!NOTE]` is a box, nobody's words.
            Tag::BlockQuote(None) => self.quotes += 1,
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => self.hidden += 1,
            Tag::Item => self.items += 1,
            Tag::Heading { .. } => self.heading = true,
            Tag::TableCell => self.cell = true,
            _ => (),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => {
                self.images = self.images.saturating_sub(1);
                if self.images == 0 {
                    let runs =
                        std::mem::replace(&mut self.runs, self.around.take().unwrap_or_default());
                    // A single word is a file or an icon, as in HTML.
                    if self.words(&runs).trim().contains(char::is_whitespace) {
                        self.captions.push(Block {
                            kind: BlockKind::Caption,
                            runs,
                        });
                    }
                }
                return;
            }
            TagEnd::Link => {
                self.hidden = self.hidden.saturating_sub(1);
                return;
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => return,
            _ => {
                self.finish();
                // A tag that is never closed hides no more than its block.
                self.tags = markup::Tags::default();
            }
        }
        match tag {
            TagEnd::BlockQuote(None) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            TagEnd::Item => self.items = self.items.saturating_sub(1),
            TagEnd::Heading(_) => self.heading = false,
            TagEnd::TableCell => self.cell = false,
            _ => (),
        }
    }

    fn text(&mut self, text: &str, span: Span) {
        if self.source.get(span.range()) != Some(text) {
            // An entity.
            self.push(span, Some(text));
            return;
        }
        let escaped = span.start > 0
            && self.source.as_bytes().get(span.start - 1) == Some(&b'\\')
            && self
                .runs
                .last()
                .is_none_or(|run| run.source.end < span.start)
            && text.starts_with(|c: char| c.is_ascii_punctuation());
        if escaped {
            let sign = Span::new(span.start - 1, span.start + 1);
            self.push(sign, text.get(..1));
            let rest = Span::new(span.start + 1, span.end);
            if !rest.is_empty() {
                self.push(rest, None);
            }
        } else {
            self.push(span, None);
        }
    }

    fn html(&mut self, html: &str, span: Span) {
        if self.source.get(span.range()) != Some(html) {
            return;
        }
        let starts = html.match_indices("<!--").map(|(at, _)| span.start + at);
        self.comments
            .extend(starts.filter_map(|start| comments::at(self.source, start)));
        let bits: Vec<_> = self.tags.read(html).collect();
        for bit in bits {
            match bit {
                Bit::Text(at) => {
                    self.push(Span::new(span.start + at.start, span.start + at.end), None);
                }
                Bit::Char(at, text) => {
                    let at = Span::new(span.start + at.start, span.start + at.end);
                    self.push(at, Some(&text));
                }
                Bit::Space(at) => {
                    self.push(Span::new(span.start + at, span.start + at), Some(" "));
                }
                Bit::Break => self.finish(),
            }
        }
    }

    /// Adds a run; where only white space parts it from the one before, that belongs to the line break.
    fn push(&mut self, source: Span, text: Option<&str>) {
        if let Some(last) = self.runs.last_mut()
            && last.text.as_deref() == Some(" ")
            && last.source.end < source.start
            && self
                .source
                .get(last.source.end..source.start)
                .is_some_and(|gap| gap.trim().is_empty())
        {
            last.source.end = source.start;
        }
        self.runs.push(Run {
            source,
            text: text.map(str::to_string),
        });
    }

    fn words(&self, runs: &[Run]) -> String {
        let words = runs.iter().map(|run| match &run.text {
            Some(text) => text,
            None => self.source.get(run.source.range()).unwrap_or_default(),
        });
        words.collect()
    }

    /// Ends the block that is being read.
    fn finish(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        let text = self.words(&runs);
        let runs = match templates::tags(&text).as_slice() {
            [] => runs,
            tags => unreadable::masked(self.source, &runs, tags),
        };
        let kind = if self.quotes > 0 {
            BlockKind::Quotation
        } else if self.heading {
            BlockKind::Headline
        } else if self.cell {
            BlockKind::Cell
        } else if self.items > 0 {
            BlockKind::Item
        } else {
            BlockKind::Paragraph
        };
        let blank = runs.iter().all(|run| match &run.text {
            Some(text) => text == OBJECT || text.trim().is_empty(),
            None => self
                .source
                .get(run.source.range())
                .is_none_or(|text| text.trim().is_empty()),
        });
        if !blank {
            self.out.push(Block { kind, runs });
        }
        self.out.append(&mut self.captions);
    }
}
