//! The text of a document: runs joined across formatting, tracked changes as if they were accepted.

mod place;

use quick_xml::events::{BytesStart, Event};

use super::styles::{Style, Styles, is_on, is_outline};
use super::xml::{self, Doc, attribute};
use crate::article::prose::script;
use crate::article::{ArticleError, BlockKind};

/// What stands for a picture or a formula, so that the words around it do not meet.
const OBJECT: char = '\u{FFFC}';

/// A paragraph as it is read.
pub(super) struct Paragraph {
    /// `paragraph 12`, `table 1, row 2, cell 3`.
    pub(super) place: String,
    /// The id of the note that it stands in.
    pub(super) note: Option<String>,
    /// What it is, where its style or its place says.
    pub(super) kind: Option<BlockKind>,
    pub(super) text: String,
}

/// The text of a part.
#[derive(Default)]
pub(super) struct Body {
    pub(super) paragraphs: Vec<Paragraph>,
    /// The ids of the notes, in the order in which the text refers to them.
    pub(super) footnotes: Vec<String>,
    pub(super) endnotes: Vec<String>,
}

/// An element that is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Paragraph,
    /// The properties of a paragraph.
    Properties,
    Run,
    /// The properties of a run, or of the mark that ends a paragraph.
    Look,
    Text {
        keeps_space: bool,
    },
    Table,
    Row,
    RowProperties,
    Cell,
    Box,
    Note,
    Other,
}

/// A paragraph that is being read.
#[derive(Default)]
struct Draft {
    place: String,
    text: String,
    style: Style,
    outline: bool,
    list: Option<bool>,
    /// The mark that ends it is deleted: the next paragraph goes on in it.
    joins: bool,
    /// It is the large first letter of the next paragraph, in a frame of its own.
    drop_cap: bool,
    /// How many alternative texts hang on it.
    alternatives: usize,
    /// The text boxes that hang on it.
    after: Vec<Paragraph>,
}

/// A run that is being read.
#[derive(Clone, Copy, Default)]
struct Run {
    hidden: bool,
    /// Raised, or lowered.
    low: Option<bool>,
}

/// What paragraphs are counted in: the document, a cell, a text box.
#[derive(Default)]
struct Story {
    name: String,
    is_cell: bool,
    /// A row or cell that is deleted.
    deleted: bool,
    paragraphs: usize,
    tables: usize,
    joined: Option<Draft>,
}

struct Table {
    name: String,
    row: usize,
    cell: usize,
    /// The row is deleted.
    deleted: bool,
}

struct Reader<'s> {
    styles: &'s Styles,
    /// The prefix of the names of word processing, `w:`.
    prefix: String,
    open: Vec<Open>,
    /// How many elements are open in one that is passed over.
    skipped: usize,
    stories: Vec<Story>,
    tables: Vec<Table>,
    drafts: Vec<Draft>,
    runs: Vec<Run>,
    /// Of each field that is open whether its instruction is being read, and how many that holds for.
    fields: Vec<bool>,
    instructions: usize,
    /// The text of the innermost text element.
    text: String,
    boxes: usize,
    note: Option<String>,
    body: Body,
}

impl Body {
    /// Reads a part.
    pub(super) fn read(source: &str, styles: &Styles) -> Result<Body, ArticleError> {
        let mut doc = Doc::new(source);
        let mut reader = Reader {
            styles,
            prefix: "w:".to_string(),
            open: Vec::new(),
            skipped: 0,
            stories: vec![Story::default()],
            tables: Vec::new(),
            drafts: Vec::new(),
            runs: Vec::new(),
            fields: Vec::new(),
            instructions: 0,
            text: String::new(),
            boxes: 0,
            note: None,
            body: Body::default(),
        };
        let mut first = true;
        while let Some(event) = doc.next()? {
            match &event {
                Event::Start(tag) | Event::Empty(tag) => {
                    if std::mem::take(&mut first) {
                        reader.prefix = prefix(tag);
                    }
                    reader.start(tag);
                    if matches!(event, Event::Empty(_)) {
                        reader.end();
                    }
                }
                Event::End(_) => reader.end(),
                event if reader.reads() => xml::push_text(event, &mut reader.text),
                _ => (),
            }
        }
        while reader.stories.len() > 1 {
            reader.leave();
        }
        reader.flush();
        Ok(reader.body)
    }
}

/// The prefix of the names of word processing.
fn prefix(root: &BytesStart) -> String {
    let mut attributes = root.attributes();
    let attributes = attributes.with_checks(false).flatten();
    let mut named = attributes.filter(|attribute| {
        let value = &*attribute.value;
        value.contains("wordprocessingml") && value.ends_with("main")
    });
    let key = named
        .next()
        .map(|attribute| attribute.key.as_ref().to_string());
    match key.as_deref().map(|key| key.split_once(':')) {
        Some(Some((_, prefix))) => format!("{prefix}:"),
        Some(None) => String::new(),
        None => "w:".to_string(),
    }
}

impl Reader<'_> {
    fn start(&mut self, tag: &BytesStart) {
        if self.skipped > 0 {
            self.skipped += 1;
            return;
        }
        let name = tag.name();
        let name: &str = name.as_ref();
        let opened = match name.strip_prefix(self.prefix.as_str()) {
            Some(name) if !name.contains(':') => self.word(name, tag),
            _ => self.foreign(xml::local(name), tag),
        };
        match opened {
            Some(open) => self.open.push(open),
            None => self.skipped = 1,
        }
    }

    /// An element of another language; None if it is to be passed over.
    fn foreign(&mut self, name: &str, tag: &BytesStart) -> Option<Open> {
        match name {
            // The same again, for programs that do not know the first.
            "Fallback" => return None,
            "oMath" => {
                self.push(OBJECT);
                return None;
            }
            "inline" => self.push(OBJECT),
            // A picture of today, and one of before 2007.
            "docPr" => self.alternative(attribute(tag, "descr")),
            "shape" => self.alternative(attribute(tag, "alt")),
            _ => (),
        }
        Some(Open::Other)
    }

    /// An element of word processing; None if it is to be passed over.
    fn word(&mut self, name: &str, tag: &BytesStart) -> Option<Open> {
        let around = self.open.last().copied().unwrap_or(Open::Other);
        let value = || attribute(tag, "val");
        let in_run = around == Open::Run;
        match (name, around) {
            ("p", _) => self.paragraph(),
            ("pPr", _) => return Some(Open::Properties),
            ("r", _) => {
                self.runs.push(Run::default());
                return Some(Open::Run);
            }
            ("rPr", _) => return Some(Open::Look),
            ("t", Open::Run) => {
                self.text.clear();
                let keeps_space = attribute(tag, "space").as_deref() == Some("preserve");
                return Some(Open::Text { keeps_space });
            }
            ("tab" | "ptab", Open::Run) => self.push(' '),
            ("br" | "cr", Open::Run) => self.push('\n'),
            ("noBreakHyphen", Open::Run) => self.push('\u{2011}'),
            ("softHyphen", Open::Run) => self.push('\u{AD}'),
            ("sym", Open::Run) => self.push(symbol(attribute(tag, "char"))),
            ("object", _) => {
                self.push(OBJECT);
                return None;
            }
            ("fldChar", _) => self.field(&attribute(tag, "fldCharType").unwrap_or_default()),
            ("footnoteReference", _) if in_run && self.shown() => {
                let id = attribute(tag, "id").unwrap_or_default();
                self.body.footnotes.push(id);
            }
            ("endnoteReference", _) if in_run && self.shown() => {
                let id = attribute(tag, "id").unwrap_or_default();
                self.body.endnotes.push(id);
            }
            ("del" | "moveFrom", Open::Look) => {
                if self.is_mark()
                    && let Some(draft) = self.drafts.last_mut()
                {
                    draft.joins = true;
                }
            }
            ("del", Open::RowProperties) => {
                if let Some(table) = self.tables.last_mut() {
                    table.deleted = true;
                }
            }
            ("cellDel", _) => {
                if let Some(story) = self.stories.last_mut() {
                    story.deleted |= story.is_cell;
                }
            }
            ("vanish", Open::Look) if !self.is_mark() => {
                if let Some(run) = self.runs.last_mut() {
                    run.hidden = is_on(value());
                }
            }
            ("rStyle", Open::Look) if !self.is_mark() => {
                let style = self.styles.style(&value().unwrap_or_default());
                if let Some(run) = self.runs.last_mut() {
                    run.hidden |= style.left_out;
                }
            }
            ("vertAlign", Open::Look) if !self.is_mark() => {
                if let Some(run) = self.runs.last_mut() {
                    run.low = match value().as_deref() {
                        Some("superscript") => Some(false),
                        Some("subscript") => Some(true),
                        _ => None,
                    };
                }
            }
            ("pStyle" | "outlineLvl" | "numId", _) => self.property(name, value()),
            ("framePr", Open::Properties) => {
                let cap = attribute(tag, "dropCap").is_some_and(|cap| cap != "none");
                if let Some(draft) = self.drafts.last_mut() {
                    draft.drop_cap = cap;
                }
            }
            ("tbl", _) => return Some(self.table()),
            ("tr", _) => {
                if let Some(table) = self.tables.last_mut() {
                    (table.row, table.cell, table.deleted) = (table.row + 1, 0, false);
                }
                return Some(Open::Row);
            }
            ("trPr", _) => return Some(Open::RowProperties),
            ("tc", _) => return Some(self.cell()),
            ("txbxContent", _) => {
                self.boxes += 1;
                self.enter(format!("text box {}", self.boxes), false, false);
                return Some(Open::Box);
            }
            ("footnote" | "endnote", _) => {
                // What parts the notes from the text is a note itself.
                if attribute(tag, "type").is_some_and(|kind| kind != "normal") {
                    return None;
                }
                self.note = attribute(tag, "id");
                return Some(Open::Note);
            }
            (
                "del" | "moveFrom" | "pPrChange" | "rPrChange" | "sectPrChange" | "tblPrChange"
                | "tcPrChange" | "trPrChange" | "tblPrExChange" | "sectPr" | "sdtPr" | "sdtEndPr"
                | "instrText" | "delInstrText" | "delText" | "rt" | "tblPr" | "tblGrid" | "fldData",
                _,
            ) => return None,
            _ => (),
        }
        Some(match name {
            "p" => Open::Paragraph,
            _ => Open::Other,
        })
    }

    fn end(&mut self) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match self.open.pop() {
            Some(Open::Paragraph) => self.finish(),
            Some(Open::Run) => _ = self.runs.pop(),
            Some(Open::Text { keeps_space }) => self.words(keeps_space),
            Some(Open::Table) => _ = self.tables.pop(),
            Some(Open::Cell | Open::Box) => self.leave(),
            Some(Open::Note) => {
                self.flush();
                self.note = None;
            }
            _ => (),
        }
    }

    /// Whether text is read here.
    fn reads(&self) -> bool {
        self.skipped == 0 && matches!(self.open.last(), Some(Open::Text { .. }))
    }

    /// Whether what a run holds is seen.
    fn shown(&self) -> bool {
        self.instructions == 0 && !self.runs.last().is_some_and(|run| run.hidden)
    }

    /// Whether the properties that are read are those of the mark that ends a paragraph.
    fn is_mark(&self) -> bool {
        let around = self.open.len().checked_sub(2);
        around.and_then(|at| self.open.get(at)) == Some(&Open::Properties)
    }

    fn push(&mut self, c: char) {
        if self.shown()
            && let Some(draft) = self.drafts.last_mut()
        {
            draft.text.push(c);
        }
    }

    /// Adds the text of a text element to its paragraph.
    fn words(&mut self, keeps_space: bool) {
        let text = std::mem::take(&mut self.text);
        let shown = self.shown();
        let low = self.runs.last().and_then(|run| run.low);
        let Some(draft) = self.drafts.last_mut().filter(|_| shown) else {
            return;
        };
        let words = match keeps_space {
            true => text.as_str(),
            false => text.trim_matches([' ', '\t', '\r', '\n']),
        };
        let digits = || words.chars().all(|c| c.is_ascii_digit());
        match low.filter(|_| digits()) {
            // 10² is not 102.
            Some(low) => draft
                .text
                .extend(words.chars().filter_map(|c| script(c, low))),
            None => draft.text.extend(words.chars().map(|c| match c {
                '\n' | '\r' | '\t' => ' ',
                c => c,
            })),
        }
    }

    fn field(&mut self, kind: &str) {
        match kind {
            "begin" => {
                self.fields.push(true);
                self.instructions += 1;
            }
            "separate" => {
                if let Some(instruction) = self.fields.last_mut() {
                    self.instructions -= usize::from(std::mem::take(instruction));
                }
            }
            "end" => {
                let instruction = self.fields.pop().unwrap_or_default();
                self.instructions -= usize::from(instruction);
            }
            _ => (),
        }
    }

    fn property(&mut self, name: &str, value: Option<String>) {
        let Some(draft) = self.drafts.last_mut() else {
            return;
        };
        match name {
            "pStyle" => draft.style = self.styles.style(&value.unwrap_or_default()),
            "outlineLvl" => draft.outline = is_outline(value),
            _ => draft.list = value.map(|id| id != "0"),
        }
    }
}

/// A sign by its number in a font; those of fonts of symbols are no letters.
fn symbol(code: Option<String>) -> char {
    let code = code.and_then(|code| u32::from_str_radix(&code, 16).ok());
    let found = code.and_then(char::from_u32);
    found
        .filter(|c| !matches!(c, '\u{E000}'..='\u{F8FF}') && !c.is_control())
        .unwrap_or(OBJECT)
}
