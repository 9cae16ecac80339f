//! The normal form: one writer for articles and for phrases of rule files.

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::span::Span;

use super::map::{Origin, SourceMap};

/// A letter with more marks than this is left as it is, so that hostile text costs linear time
/// (Unicode's Stream-Safe Text Format draws the same line).
const MOST_MARKS: usize = 30;

/// A quotation mark or apostrophe of the normalised text, as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its place in the normalised text.
    pub(super) at: usize,
    /// The character as written.
    pub(super) original: char,
}

/// Writes normalised text, its map, and its quotation marks as they were written.
#[derive(Debug, Default)]
pub(super) struct Writer {
    pub(super) norm: String,
    pub(super) map: SourceMap,
    pub(super) marks: Vec<Mark>,
    /// Where the current block begins in `norm`.
    block: usize,
    part: u32,
    stretch: u32,
    /// The end of the last run, to see whether the next one follows at once.
    last_end: Option<usize>,
    space: Option<Space>,
    dash: Option<Dash>,
    cluster: Cluster,
}

/// White space in a row, which becomes one space where something follows.
#[derive(Clone, Copy, Debug)]
struct Space {
    source: Span,
    /// It is one ASCII space already.
    same: bool,
}

/// Hyphens and en dashes in a row; what they become depends on what follows.
#[derive(Clone, Copy, Debug)]
struct Dash {
    source: Span,
    original: char,
    count: usize,
    spaced: bool,
    stretch: u32,
}

/// A letter with its marks.
#[derive(Debug, Default)]
struct Cluster {
    chars: Vec<char>,
    /// The bytes of the source.
    source: Span,
    stretch: u32,
    /// One character that stands in the source as it is.
    same: bool,
}

impl Writer {
    /// Begins a block in this part.
    pub(super) fn open(&mut self, part: usize) {
        if !self.norm.is_empty() && !self.norm.ends_with('\n') {
            let at = self.last_end.unwrap_or_default();
            let origin = self.origin(Span::new(at, at), false);
            self.map.push(self.norm.len(), origin);
            self.norm.push('\n');
        }
        self.block = self.norm.len();
        self.part = u32::try_from(part).unwrap_or(u32::MAX);
        self.last_end = None;
        self.stretch = self.stretch.wrapping_add(1);
    }

    /// Ends the block and gives its place, without surrounding space.
    pub(super) fn close(&mut self) -> Span {
        self.flush_dash(true);
        self.flush_cluster();
        self.space = None;
        Span::new(self.block, self.norm.len())
    }

    /// Adds a run whose text is `text`; `verbatim` says that these are the very bytes of `source`.
    pub(super) fn run(&mut self, text: &str, source: Span, verbatim: bool) {
        if self.last_end.is_some_and(|end| end != source.start) {
            self.stretch = self.stretch.wrapping_add(1);
        }
        self.last_end = Some(source.end);
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let plain = if verbatim { plain_prefix(rest) } else { 0 };
            if plain > 0 {
                let from = source.start + at;
                self.plain(&rest[..plain], Span::new(from, from + plain));
                at += plain;
            } else if let Some(c) = rest.chars().next() {
                let span = match verbatim {
                    true => Span::new(source.start + at, source.start + at + c.len_utf8()),
                    false => source,
                };
                self.char(c, span, verbatim);
                at += c.len_utf8();
            }
        }
    }

    /// Adds characters that stay as they are.
    fn plain(&mut self, text: &str, source: Span) {
        self.flush_dash(false);
        self.flush_cluster();
        self.flush_space();
        let origin = self.origin(source, true);
        self.map.push(self.norm.len(), origin);
        self.norm.push_str(text);
    }

    fn char(&mut self, c: char, source: Span, verbatim: bool) {
        if is_invisible(c) {
            return;
        }
        if c.is_whitespace() {
            self.flush_dash(true);
            self.flush_cluster();
            self.space = Some(match self.space {
                None => Space {
                    source,
                    same: verbatim && c == ' ',
                },
                Some(space) => Space {
                    source: Span::new(space.source.start, source.end),
                    same: false,
                },
            });
            return;
        }
        let folded = fold_width(c);
        match folded {
            '-' | EN_DASH => {
                self.flush_cluster();
                if let Some(dash) = &mut self.dash {
                    dash.count += 1;
                    dash.source.end = source.end;
                } else {
                    let spaced = self.space.is_some() || self.norm.len() == self.block;
                    self.flush_space();
                    self.dash = Some(Dash {
                        source,
                        original: folded,
                        count: 1,
                        spaced,
                        stretch: self.stretch,
                    });
                }
            }
            '"' | '\'' => {
                self.flush_dash(false);
                self.flush_cluster();
                self.flush_space();
                self.marks.push(Mark {
                    at: self.norm.len(),
                    original: c,
                });
                let origin = self.origin(source, verbatim && c == folded);
                self.map.push(self.norm.len(), origin);
                self.norm.push(folded);
            }
            _ => {
                self.flush_dash(false);
                if self.cluster.chars.is_empty() || starts_cluster(folded) {
                    self.flush_cluster();
                    self.flush_space();
                    self.cluster.source = source;
                    self.cluster.stretch = self.stretch;
                    self.cluster.same = verbatim && folded == c;
                } else {
                    self.cluster.same = false;
                    self.cluster.source = self.cluster.source.to(source);
                }
                self.cluster.chars.push(folded);
            }
        }
    }

    fn flush_space(&mut self) {
        let Some(space) = self.space.take() else {
            return;
        };
        if self.norm.len() > self.block {
            let origin = self.origin(space.source, space.same);
            self.map.push(self.norm.len(), origin);
            self.norm.push(' ');
        }
    }

    fn flush_dash(&mut self, space_follows: bool) {
        let Some(dash) = self.dash.take() else {
            return;
        };
        let long = dash.count > 1 || dash.original == EN_DASH && dash.spaced && space_follows;
        let same = !long && dash.original == '-' && dash.source.len() == 1;
        let mut origin = self.origin(dash.source, same);
        origin.stretch = dash.stretch;
        self.map.push(self.norm.len(), origin);
        self.norm.push(if long { EM_DASH } else { '-' });
    }

    fn flush_cluster(&mut self) {
        let Some(&first) = self.cluster.chars.first() else {
            return;
        };
        let at = self.norm.len();
        if self.cluster.chars.len() == 1 && is_nfc_quick([first].into_iter()) == IsNormalized::Yes {
            self.norm.push(first);
        } else if self.cluster.chars.len() > MOST_MARKS {
            self.norm.extend(self.cluster.chars.iter());
        } else {
            self.norm.extend(self.cluster.chars.iter().copied().nfc());
            self.cluster.same = false;
        }
        let mut origin = self.origin(self.cluster.source, self.cluster.same);
        origin.stretch = self.cluster.stretch;
        self.map.push(at, origin);
        self.cluster.chars.clear();
    }

    fn origin(&self, source: Span, same: bool) -> Origin {
        Origin {
            source,
            same,
            part: self.part,
            stretch: self.stretch,
        }
    }
}

const EN_DASH: char = '\u{2013}';
const EM_DASH: char = '\u{2014}';

/// How many bytes at the start of `text` stay as they are: letters and signs, and single spaces between them.
fn plain_prefix(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut last, mut end) = (0, 0);
    loop {
        match bytes.get(end) {
            Some(&byte) if stays(byte) => {
                last = end;
                end += 1;
            }
            Some(b' ') if end > 0 => match bytes.get(end + 1) {
                Some(&next) if stays(next) => {
                    last = end + 1;
                    end += 2;
                }
                Some(0x80..) => match letter(text, end + 1) {
                    0 => return end,
                    len => {
                        last = end + 1;
                        end += 1 + len;
                    }
                },
                _ => return end,
            },
            Some(0x80..) => match letter(text, end) {
                // A mark that belongs to the last character may follow.
                0 => return last,
                len => {
                    last = end;
                    end += len;
                }
            },
            None => return last,
            Some(_) => return end,
        }
    }
}

fn stays(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'-' | b'"' | b'\'')
}

/// The bytes of the letter at `at` if it is of a common script and in normal form; else 0.
fn letter(text: &str, at: usize) -> usize {
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        Some(
            c @ ('\u{C0}'..='\u{17F}'
            | '\u{400}'..='\u{481}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30A1}'..='\u{30FA}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{AC00}'..='\u{D7A3}'),
        ) => c.len_utf8(),
        _ => 0,
    }
}

fn starts_cluster(c: char) -> bool {
    c.is_ascii()
        || canonical_combining_class(c) == 0 && is_nfc_quick([c].into_iter()) != IsNormalized::Maybe
}

/// Characters that nobody sees: zero-width, soft hyphens, marks of direction, variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180B}'..='\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{E0100}'..='\u{E01EF}')
}

/// Width, hyphens, dashes and quotation marks; everything else stays.
fn fold_width(c: char) -> char {
    match c {
        '\0'..='\u{7F}' => c,
        '\u{2018}'..='\u{201B}' | '\u{2039}' | '\u{203A}' | '\u{02BC}' | '\u{FF07}' => '\'',
        '\u{201C}'..='\u{201F}' | '\u{AB}' | '\u{BB}' | '\u{301D}'..='\u{301F}' | '\u{FF02}' => '"',
        '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}' => '-',
        '\u{2012}' | EN_DASH => EN_DASH,
        EM_DASH | '\u{2015}' | '\u{FE58}' => EM_DASH,
        '\u{FF01}'..='\u{FFEE}' => {
            let mut out = [None, None];
            decompose_compatible(c, |part| match out {
                [None, _] => out[0] = Some(part),
                [_, None] => out[1] = Some(part),
                _ => (),
            });
            match out {
                [Some(only), None] => only,
                _ => c,
            }
        }
        _ => c,
    }
}

/// Lower case where it is as long; the offsets stay the same.
pub(super) fn fold(norm: &str) -> String {
    let mut out = String::with_capacity(norm.len());
    let mut rest = norm;
    while !rest.is_empty() {
        let ascii = rest.bytes().position(|byte| !byte.is_ascii());
        let (plain, after) = rest.split_at(ascii.unwrap_or(rest.len()));
        out.push_str(plain);
        rest = after;
        let Some(c) = rest.chars().next() else { break };
        out.push(lower(c));
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    out.make_ascii_lowercase();
    out
}

fn lower(c: char) -> char {
    // Scripts without cases, which are long.
    if matches!(c, '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{A000}' | '\u{AC00}'..='\u{D7A3}') {
        return c;
    }
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(only), None) if only.len_utf8() == c.len_utf8() => only,
        _ => c,
    }
}
