//! A page of the book: its blocks, links and headings.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::support::name;

/// A fenced block: ```` ```toml,fragment file=rules/ferries.toml ````.
pub struct Block {
    /// `toml`.
    pub language: String,
    /// `fragment`.
    pub flags: Vec<String>,
    /// The file that it is written to, and whether it is added to what stands there.
    pub file: Option<(String, bool)>,
    pub text: String,
    /// The bytes of the page that hold the text.
    pub bytes: Range<usize>,
    /// The line on which it starts, counted from 1.
    pub line: usize,
}

impl Block {
    pub fn is(&self, flag: &str) -> bool {
        self.flags.iter().any(|known| known == flag)
    }
}

/// A page of Markdown.
pub struct Page {
    pub path: PathBuf,
    /// As it is called from the root of the project.
    pub name: String,
    pub text: String,
    pub blocks: Vec<Block>,
    /// Where the links lead to, with their lines.
    pub links: Vec<(String, usize)>,
    /// What the headings are called in a link.
    pub anchors: Vec<String>,
    /// Code within a line, with its line.
    pub code: Vec<(String, usize)>,
}

impl Page {
    pub fn read(path: &Path) -> Page {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        Page::parse(path, text)
    }

    pub fn parse(path: &Path, text: String) -> Page {
        let mut page = Page {
            path: path.to_path_buf(),
            name: name(path),
            text: text.clone(),
            blocks: Vec::new(),
            links: Vec::new(),
            anchors: Vec::new(),
            code: Vec::new(),
        };
        let mut heading: Option<String> = None;
        let mut inside = false;
        for (event, range) in Parser::new_ext(&text, Options::ENABLE_TABLES).into_offset_iter() {
            let line = text[..range.start].matches('\n').count() + 1;
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                    inside = true;
                    page.blocks.push(block(&info, line, range.start));
                }
                Event::End(TagEnd::CodeBlock) => inside = false,
                Event::Text(words) if inside => {
                    if let Some(block) = page.blocks.last_mut() {
                        if block.text.is_empty() {
                            block.bytes = range.clone();
                        }
                        block.bytes.end = range.end;
                        block.text += &words;
                    }
                }
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push((dest_url.to_string(), line));
                }
                Event::InlineHtml(tag) | Event::Html(tag) => {
                    let anchor = tag.split_once("<a id=\"").map(|(_, rest)| rest);
                    let anchor = anchor.and_then(|rest| rest.split('"').next());
                    page.anchors.extend(anchor.map(str::to_string));
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => {
                    page.anchors
                        .extend(heading.take().map(|words| slug(&words)));
                }
                Event::Text(words) => {
                    if let Some(heading) = &mut heading {
                        *heading += &words;
                    }
                }
                Event::Code(words) => {
                    page.code.push((words.to_string(), line));
                    if let Some(heading) = &mut heading {
                        *heading += &words;
                    }
                }
                _ => {}
            }
        }
        page
    }

    /// `docs/tests.md:12`.
    pub fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.name)
    }
}

fn block(info: &str, line: usize, start: usize) -> Block {
    let mut words = info.split(' ');
    let mut flags = words
        .next()
        .unwrap_or_default()
        .split(',')
        .map(str::to_string);
    let mut file = None;
    let language = flags.next().unwrap_or_default();
    let flags = flags.collect();
    for word in words {
        file = match word.split_once('=') {
            Some(("file", path)) => Some((path.to_string(), false)),
            Some(("append", path)) => Some((path.to_string(), true)),
            _ => panic!("line {line}: a block knows no `{word}`"),
        };
    }
    Block {
        language,
        flags,
        file,
        text: String::new(),
        bytes: start..start,
        line,
    }
}

/// What a link calls a heading, as mdBook and GitHub make it.
fn slug(heading: &str) -> String {
    let signs = heading.trim().chars().filter_map(|sign| match sign {
        ' ' => Some('-'),
        '-' | '_' => Some(sign),
        sign if sign.is_alphanumeric() => Some(sign.to_ascii_lowercase()),
        _ => None,
    });
    signs.collect()
}
