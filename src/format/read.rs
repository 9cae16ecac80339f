//! TOML → what is laid out: tables, entries and values as they are written, and the comments by them.

use toml_parser::Source;
use toml_parser::decoder::Encoding;
use toml_parser::parser::{Event, EventKind, parse_document};

/// A file.
#[derive(Debug, Default)]
pub(super) struct Document<'t> {
    /// The first one holds what stands above any header.
    pub tables: Vec<Table<'t>>,
    /// What stands behind the last entry.
    pub end: Vec<Remark<'t>>,
}

/// A line without an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remark<'t> {
    Comment(&'t str),
    Blank,
}

/// A comment behind something, with the number of spaces between.
pub(super) type Aside<'t> = Option<(usize, &'t str)>;

/// A header with the entries below it.
#[derive(Debug, Default)]
pub(super) struct Table<'t> {
    pub before: Vec<Remark<'t>>,
    /// Of none above the first header.
    pub brackets: usize,
    /// As it is written, without spaces.
    pub name: String,
    /// Its parts.
    pub path: Vec<String>,
    pub aside: Aside<'t>,
    pub entries: Vec<Entry<'t>>,
}

/// A key with its value, or an item of a list.
#[derive(Debug)]
pub(super) struct Entry<'t> {
    pub before: Vec<Remark<'t>>,
    /// As it is written, without spaces; empty for an item of a list.
    pub name: String,
    /// The parts of the name.
    pub path: Vec<String>,
    /// How many columns the name takes with the spaces behind it.
    pub width: usize,
    pub value: Value<'t>,
    pub aside: Aside<'t>,
    /// Whether a line begins with it.
    pub own_line: bool,
}

/// A value.
#[derive(Debug)]
pub(super) enum Value<'t> {
    /// As it is written.
    Plain(&'t str),
    List(List<'t>),
}

/// A list, or a table within braces.
#[derive(Debug, Default)]
pub(super) struct List<'t> {
    pub is_table: bool,
    pub entries: Vec<Entry<'t>>,
    /// Comments behind the last of them.
    pub end: Vec<Remark<'t>>,
    /// Whether it goes over several lines.
    pub broken: bool,
}

impl List<'_> {
    /// Whether a comment stands in it.
    pub fn has_comments(&self) -> bool {
        let is_comment = |remark: &Remark<'_>| matches!(remark, Remark::Comment(_));
        self.end.iter().any(is_comment)
            || self.entries.iter().any(|entry| {
                entry.aside.is_some()
                    || entry.before.iter().any(is_comment)
                    || matches!(&entry.value, Value::List(list) if list.has_comments())
            })
    }
}

/// A name under way.
#[derive(Default)]
struct Name {
    text: String,
    path: Vec<String>,
    start: usize,
    own_line: bool,
    width: usize,
}

/// A list under way.
#[derive(Default)]
struct Open<'t> {
    list: List<'t>,
    /// The entry that it is the value of.
    name: Name,
    before: Vec<Remark<'t>>,
}

struct Reader<'t> {
    text: &'t str,
    document: Document<'t>,
    /// The lists that are open; the parser bounds their depth.
    open: Vec<Open<'t>>,
    /// Lines that belong to what follows.
    pending: Vec<Remark<'t>>,
    name: Name,
    /// Brackets of a header under way.
    header: usize,
    /// Whether nothing but space stands in the line so far.
    fresh: bool,
    /// Whether an entry ended in this line.
    ended: bool,
    /// The width of the space read last.
    space: usize,
}

/// Reads a text that is TOML; of any other something comes out, too.
pub(super) fn document(text: &str) -> Document<'_> {
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let mut events: Vec<Event> = Vec::with_capacity(tokens.len());
    let mut guarded = toml_parser::parser::RecursionGuard::new(&mut events, 100);
    parse_document(&tokens, &mut guarded, &mut ());
    let mut reader = Reader {
        text,
        document: Document {
            tables: vec![Table::default()],
            end: Vec::new(),
        },
        open: Vec::new(),
        pending: Vec::new(),
        name: Name::default(),
        header: 0,
        fresh: true,
        ended: false,
        space: 0,
    };
    for event in &events {
        reader.read(event);
    }
    reader.document.end = reader.pending;
    reader.document
}

/// The comments of a text.
pub(super) fn remarks(text: &str) -> Vec<String> {
    let source = Source::new(text);
    let tokens = source.lex();
    let comments = tokens.filter(|token| token.kind() == toml_parser::lexer::TokenKind::Comment);
    comments
        .filter_map(|token| text.get(token.span().start()..token.span().end()))
        .map(|comment| comment.trim_end().to_string())
        .collect()
}

impl<'t> Reader<'t> {
    fn read(&mut self, event: &Event) {
        let span = event.span();
        let text: &'t str = self.text.get(span.start()..span.end()).unwrap_or_default();
        match event.kind() {
            EventKind::Whitespace => {
                self.space = text.chars().count();
                return;
            }
            EventKind::Newline => self.newline(),
            EventKind::Comment => self.comment(text.trim_end()),
            EventKind::StdTableOpen => self.header = 1,
            EventKind::ArrayTableOpen => self.header = 2,
            EventKind::StdTableClose | EventKind::ArrayTableClose => self.open_table(),
            EventKind::SimpleKey => self.key(text, event.encoding(), span.start()),
            EventKind::KeySep => self.name.text.push('.'),
            EventKind::KeyValSep => {
                let name = self.text.get(self.name.start..span.start());
                self.name.width = name.map_or(0, |name| name.chars().count());
            }
            EventKind::Scalar => {
                self.item();
                self.end(Value::Plain(text));
            }
            EventKind::ArrayOpen => self.open_list(false),
            EventKind::InlineTableOpen => self.open_list(true),
            EventKind::ArrayClose | EventKind::InlineTableClose => self.close_list(),
            EventKind::ValueSep => self.fresh = false,
            EventKind::Error => {}
        }
        self.space = 0;
    }

    fn newline(&mut self) {
        if self.fresh {
            self.pending.push(Remark::Blank);
        }
        if let Some(open) = self.open.last_mut() {
            open.list.broken = true;
        }
        self.fresh = true;
        self.ended = false;
    }

    fn comment(&mut self, text: &'t str) {
        let space = self.space.max(1);
        if self.ended {
            let last = match self.open.last_mut() {
                Some(open) => open.list.entries.last_mut().map(|entry| &mut entry.aside),
                None => self.document.tables.last_mut().map(|table| {
                    let last = table.entries.last_mut().map(|entry| &mut entry.aside);
                    last.unwrap_or(&mut table.aside)
                }),
            };
            if let Some(aside @ None) = last {
                *aside = Some((space, text));
                self.fresh = false;
                return;
            }
        }
        self.pending.push(Remark::Comment(text));
        self.fresh = false;
    }

    fn key(&mut self, text: &'t str, encoding: Option<Encoding>, start: usize) {
        if self.name.text.is_empty() {
            self.name.start = start;
            self.name.own_line = self.fresh;
        }
        self.fresh = false;
        self.name.text.push_str(text);
        // A quoted name with escapes is no key of ours.
        let bare = match encoding {
            Some(_) => text.get(1..text.len().saturating_sub(1)).unwrap_or(text),
            None => text,
        };
        self.name.path.push(bare.to_string());
    }

    fn open_table(&mut self) {
        let name = std::mem::take(&mut self.name);
        self.document.tables.push(Table {
            before: std::mem::take(&mut self.pending),
            brackets: self.header,
            name: name.text,
            path: name.path,
            ..Table::default()
        });
        self.header = 0;
        self.fresh = false;
        self.ended = true;
    }

    /// An item of a list begins where a value does that has no name.
    fn item(&mut self) {
        if self.name.text.is_empty() {
            self.name.own_line = self.fresh;
        }
        self.fresh = false;
    }

    fn open_list(&mut self, is_table: bool) {
        self.item();
        self.open.push(Open {
            list: List {
                is_table,
                ..List::default()
            },
            name: std::mem::take(&mut self.name),
            before: std::mem::take(&mut self.pending),
        });
        self.ended = false;
    }

    fn close_list(&mut self) {
        let Some(open) = self.open.pop() else {
            return;
        };
        let mut list = open.list;
        list.end = std::mem::replace(&mut self.pending, open.before);
        self.name = open.name;
        self.end(Value::List(list));
        self.fresh = false;
    }

    fn end(&mut self, value: Value<'t>) {
        let name = std::mem::take(&mut self.name);
        let entry = Entry {
            before: std::mem::take(&mut self.pending),
            name: name.text,
            path: name.path,
            width: name.width,
            value,
            aside: None,
            own_line: name.own_line,
        };
        match self.open.last_mut() {
            Some(open) => open.list.entries.push(entry),
            None => {
                if let Some(table) = self.document.tables.last_mut() {
                    table.entries.push(entry);
                }
            }
        }
        self.ended = true;
    }
}
