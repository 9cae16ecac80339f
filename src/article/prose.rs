//! The prose of a tree of elements: which elements part blocks, and which are no prose.

mod preformatted;

use std::collections::HashSet;

use super::tree::{Content, Tree};
use super::{Block, BlockKind, Run};
use crate::span::Span;

/// How many blocks after a picture may be its caption.
const CAPTIONS: usize = 3;

/// What stands for code and pictures in the text, so that the words around them do not meet.
const OBJECT: &str = "\u{FFFC}";

/// What an element means for the text in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Its text goes on in the block around it.
    Inline,
    /// A block of the kind of the one around it.
    Part,
    /// A block of its own kind.
    Block(BlockKind),
    /// No prose, and nothing that is seen.
    Hidden,
    /// No prose, but a block.
    Apart,
    /// Prose whose line breaks and columns are those of the source.
    Preformatted,
    /// Something that a sentence holds, but whose text is no prose.
    Object,
    /// A line break.
    Break,
    /// A picture with an alternative text.
    Image,
    /// Direct speech without marks of its own.
    Quote,
    /// Raised or lowered: `10<sup>2</sup>` is not 102.
    Raised,
}

/// The role of an element of HTML or NITF; what is not known is inline.
#[rustfmt::skip]
pub(super) fn role(name: &str) -> Role {
    use BlockKind::{Caption, Cell, Headline, Item, Paragraph, Quotation};
    match name {
        "p" | "dateline" | "byline" | "abstract" | "tagline" | "address" => Role::Block(Paragraph),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hl1" | "hl2" | "legend" => Role::Block(Headline),
        "li" | "dt" | "dd" => Role::Block(Item),
        "td" | "th" => Role::Block(Cell),
        "figcaption" | "caption" | "media-caption" => Role::Block(Caption),
        "blockquote" | "bq" => Role::Block(Quotation),
        "article" | "aside" | "body" | "center" | "details" | "dialog" | "dir" | "div" | "dl" | "fieldset" | "figure"
        | "footer" | "form" | "header" | "hgroup" | "hr" | "html" | "main" | "menu" | "ol" | "search" | "section"
        | "summary" | "table" | "tbody" | "tfoot" | "thead" | "tr" | "ul" | "optgroup" | "nitf" | "hedline"
        | "body.head" | "body.content" | "body.end" | "block" | "media" | "note" | "fn" | "credit" | "nitf-table"
        | "media-producer" => Role::Part,
        "area" | "colgroup" | "datalist" | "head" | "link" | "map" | "meta" | "noembed" | "noframes" | "noscript"
        | "param" | "rp" | "rt" | "script" | "source" | "style" | "template" | "title" | "track" | "docdata"
        | "media-metadata" | "media-reference" | "media-object" => Role::Hidden,
        "custom-table" | "distributor" | "frameset" | "nav" | "nitf-table-metadata" | "pre"
        | "rights" | "xmp" => Role::Apart,
        "applet" | "audio" | "button" | "canvas" | "code" | "embed" | "iframe" | "input" | "kbd" | "math"
        | "meter" | "object" | "progress" | "samp" | "select" | "svg" | "textarea" | "tt" | "var" | "video" => {
            Role::Object
        }
        "br" => Role::Break,
        "img" => Role::Image,
        "q" => Role::Quote,
        "sup" | "sub" => Role::Raised,
        _ => Role::Inline,
    }
}

/// The blocks of a node. What `skip` names is left out, with all that stands in it.
pub(super) fn blocks(tree: &Tree, root: usize, skip: &dyn Fn(usize) -> bool) -> Vec<Block> {
    blocks_from(tree, root, root, skip)
}

/// The blocks of what a node holds, whatever the node itself is: an Atom `title` holds prose, that of a page does not.
pub(super) fn inner_blocks(tree: &Tree, root: usize) -> Vec<Block> {
    blocks_from(tree, root, root + 1, &|_| false)
}

fn blocks_from(tree: &Tree, root: usize, first: usize, skip: &dyn Fn(usize) -> bool) -> Vec<Block> {
    let mut reader = Reader {
        tree,
        out: Vec::new(),
        runs: Vec::new(),
        captions: Vec::new(),
        pictures: Vec::new(),
        around: vec![Around {
            end: tree.end(root),
            kind: BlockKind::Paragraph,
            block: true,
            mark: None,
        }],
    };
    let mut at = first;
    while at < tree.end(root) {
        reader.leave(at);
        at = reader.node(at, skip);
    }
    reader.leave(usize::MAX);
    reader.finish(BlockKind::Paragraph);
    reader.without_repeats()
}

/// An element around the one that is read.
struct Around {
    /// One past its last descendant.
    end: usize,
    kind: BlockKind,
    /// It parts blocks.
    block: bool,
    /// Where the quotation mark that closes it would stand.
    mark: Option<Span>,
}

struct Reader<'t> {
    tree: &'t Tree<'t>,
    out: Vec<Block>,
    /// The block that is being read.
    runs: Vec<Run>,
    /// Alternative texts, which follow the block that they stand in.
    captions: Vec<Block>,
    /// Which of the blocks are alternative texts.
    pictures: Vec<usize>,
    around: Vec<Around>,
}

impl Reader<'_> {
    /// Leaves the elements that end before a node.
    fn leave(&mut self, at: usize) {
        while let Some(around) = self.around.pop_if(|around| around.end <= at) {
            if let Some(mark) = around.mark {
                self.push(mark, "\u{201D}");
            }
            if around.block {
                self.finish(around.kind);
            }
        }
    }

    fn kind(&self) -> BlockKind {
        self.around
            .last()
            .map_or(BlockKind::Paragraph, |around| around.kind)
    }

    /// Reads a node, and gives the index of the next one.
    fn node(&mut self, at: usize, skip: &dyn Fn(usize) -> bool) -> usize {
        let Some(node) = self.tree.node(at) else {
            return at + 1;
        };
        let (name, tag) = match &node.content {
            Content::Text { run, .. } => {
                if !skip(at) {
                    self.runs.push(run.clone());
                }
                return at + 1;
            }
            Content::Element { name, tag, .. } => (super::tree::local(name), *tag),
        };
        let role = match name {
            "pre" if preformatted::is_prose(self.tree, at) => Role::Preformatted,
            name => role(name),
        };
        if skip(at) {
            if matches!(
                role,
                Role::Part | Role::Block(_) | Role::Apart | Role::Preformatted
            ) {
                self.finish(self.kind());
            }
            return node.end;
        }
        let kind = self.kind();
        let mut around = Around {
            end: node.end,
            kind,
            block: false,
            mark: None,
        };
        match role {
            Role::Hidden => return node.end,
            Role::Apart => {
                self.finish(kind);
                return node.end;
            }
            Role::Preformatted => {
                self.finish(kind);
                self.out.extend(preformatted::blocks(self.tree, at, kind));
                return node.end;
            }
            Role::Object => {
                self.push(tag, OBJECT);
                return node.end;
            }
            Role::Break => self.push(tag, "\n"),
            Role::Image => self.image(at, tag),
            Role::Raised if self.raised(at) => return node.end,
            Role::Inline | Role::Raised => (),
            Role::Quote => {
                self.push(tag, "\u{201C}");
                around.mark = Some(node.close).filter(|close| !close.is_empty());
            }
            Role::Part => around.block = true,
            Role::Block(own) => {
                around.block = true;
                around.kind = inner(kind, own);
            }
        }
        if around.block {
            self.finish(kind);
        }
        if around.block || around.mark.is_some() {
            self.around.push(around);
        }
        at + 1
    }

    fn image(&mut self, at: usize, tag: Span) {
        self.push(tag, OBJECT);
        let Some(runs) = self.tree.value(at, "alt") else {
            return;
        };
        let text: String = runs.iter().map(|run| self.tree.words(run)).collect();
        // A single word is a file, an icon or an emoji.
        if text.trim().contains(char::is_whitespace) {
            self.captions.push(Block {
                kind: BlockKind::Caption,
                runs: runs.to_vec(),
            });
        }
    }

    /// Reads the digits of an exponent as such, and passes over the mark of a footnote.
    fn raised(&mut self, at: usize) -> bool {
        // An exponent or the mark of a footnote holds little.
        if self.tree.end(at) - at > 8 {
            return false;
        }
        let text = self.tree.text_of(at);
        let text = text.trim();
        if text.len() > 40 || text.contains(char::is_alphabetic) {
            return false;
        }
        let linked = (at..self.tree.end(at)).any(|at| {
            matches!(
                self.tree.node(at).map(|node| &node.content),
                Some(Content::Text { linked: true, .. })
            )
        });
        if linked || !text.chars().all(|c| c.is_ascii_digit()) {
            return true;
        }
        let low = self.tree.local(at) == Some("sub");
        let runs: Vec<Run> = self.tree.runs(at).cloned().collect();
        for run in runs {
            let raised = self.tree.words(&run).chars().filter_map(|c| script(c, low));
            let raised: String = raised.collect();
            self.push(run.source, &raised);
        }
        true
    }

    fn push(&mut self, source: Span, text: &str) {
        self.runs.push(Run {
            source,
            text: Some(text.to_string()),
        });
    }

    /// Ends the block that is being read.
    fn finish(&mut self, kind: BlockKind) {
        let runs = std::mem::take(&mut self.runs);
        if !is_blank(self.tree, &runs) {
            self.out.push(Block { kind, runs });
        }
        let pictures = self.out.len()..self.out.len() + self.captions.len();
        self.pictures.extend(pictures);
        self.out.append(&mut self.captions);
    }

    /// The blocks but the alternative texts that repeat what is seen, such as the caption below the picture.
    fn without_repeats(self) -> Vec<Block> {
        if self.pictures.is_empty() {
            return self.out;
        }
        let tree = self.tree;
        let words = |block: &Block| {
            let text: String = block.runs.iter().map(|run| tree.words(run)).collect();
            let text = text.replace(OBJECT, "");
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let mut pictures = self.pictures.into_iter().peekable();
        let blocks: Vec<(Block, String, bool)> = self
            .out
            .into_iter()
            .enumerate()
            .map(|(at, block)| {
                let text = words(&block);
                (block, text, pictures.next_if_eq(&at).is_some())
            })
            .collect();
        let mut seen: HashSet<&str> = blocks
            .iter()
            .filter(|(.., picture)| !picture)
            .map(|(_, text, _)| text.as_str())
            .collect();
        let kept: Vec<bool> = blocks
            .iter()
            .enumerate()
            .map(|(at, (_, text, picture))| {
                let following = blocks.iter().skip(at + 1).take(CAPTIONS);
                let mut captions = following.filter(|(.., picture)| !picture);
                !picture
                    || !captions.any(|(_, caption, _)| caption.contains(text.as_str()))
                        && seen.insert(text)
            })
            .collect();
        let mut kept = kept.into_iter();
        let blocks = blocks.into_iter().filter(|_| kept.next() == Some(true));
        blocks.map(|(block, ..)| block).collect()
    }
}

/// A digit as an exponent or index.
pub(super) fn script(digit: char, low: bool) -> Option<char> {
    const HIGH: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let value = digit.to_digit(10)?;
    match low {
        true => char::from_u32('₀' as u32 + value),
        false => HIGH.get(value as usize).copied(),
    }
}

/// The kind of a block inside another.
fn inner(outer: BlockKind, own: BlockKind) -> BlockKind {
    match (outer, own) {
        (BlockKind::Quotation, _) => outer,
        // A paragraph in a list item is that item; in a cell it is often the whole page.
        (BlockKind::Cell, _) => own,
        (_, BlockKind::Paragraph) => outer,
        _ => own,
    }
}

/// Whether runs hold no words.
pub(super) fn is_blank(tree: &Tree, runs: &[Run]) -> bool {
    runs.iter().all(|run| {
        let text = tree.words(run);
        text == OBJECT || text.trim().is_empty()
    })
}
