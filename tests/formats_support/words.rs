//! Strews inline markup and entities over words, the same at every run.

/// A source of numbers that look random.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// Whether one of so many throws falls.
    pub fn one_in(&mut self, many: u64) -> bool {
        // xorshift
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20).is_multiple_of(many)
    }
}

/// What may be strewn.
pub struct Manner {
    /// Opening and closing tags around a few letters.
    pub tags: &'static [(&'static str, &'static str)],
    /// The entities of HTML are known.
    pub named: bool,
    /// What stands for code and pictures.
    pub object: &'static str,
}

pub const HTML: Manner = Manner {
    tags: &[
        ("<b>", "</b>"),
        ("<em class=\"x\">", "</em>"),
        ("<a href=\"/topic?a=1&b=2\">", "</a>"),
        ("<span>", "</span>"),
        ("<!-- a > b -->", ""),
        ("<wbr>", ""),
    ],
    named: true,
    object: "<code>x</code>",
};

pub const XHTML: Manner = Manner {
    tags: &[
        ("<b>", "</b>"),
        ("<em class=\"x\">", "</em>"),
        ("<a href=\"/topic?a=1&amp;b=2\">", "</a>"),
        ("<span>", "</span>"),
        ("<!-- a > b -->", ""),
        ("<span/>", ""),
    ],
    named: false,
    object: "<code>x</code>",
};

pub const NITF: Manner = Manner {
    tags: &[
        ("<person>", "</person>"),
        ("<em>", "</em>"),
        ("<org idsrc=\"x\">", "</org>"),
        ("<!-- a > b -->", ""),
    ],
    named: false,
    object: "\u{FFFC}",
};

pub const BARE: Manner = Manner {
    tags: &[],
    named: false,
    object: "\u{FFFC}",
};

/// The words with markup in them.
pub fn strewn(text: &str, manner: &Manner, dice: &mut Dice) -> String {
    let mut out = String::new();
    // The end tag that is due, and after how many letters.
    let mut due: Option<(&str, usize)> = None;
    for c in text.chars() {
        if let Some((end, left)) = due {
            due = match left {
                0 => {
                    out.push_str(end);
                    None
                }
                _ => Some((end, left - 1)),
            };
        }
        if due.is_none() && dice.one_in(23) {
            for (index, (start, end)) in manner.tags.iter().enumerate() {
                if dice.one_in((manner.tags.len() - index) as u64) {
                    out.push_str(start);
                    due = (!end.is_empty()).then_some((*end, 4));
                    break;
                }
            }
        }
        match c {
            '\u{FFFC}' => out.push_str(manner.object),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | ' ' if dice.one_in(9) => out.push_str("\n\t "),
            ' ' if dice.one_in(17) => out.push_str("&#160;"),
            ' ' if manner.named && dice.one_in(17) => out.push_str("&nbsp;"),
            '"' if dice.one_in(3) => out.push_str("&quot;"),
            '\u{2019}' if manner.named && dice.one_in(2) => out.push_str("&rsquo;"),
            '\u{201C}' if manner.named && dice.one_in(2) => out.push_str("&ldquo;"),
            '\u{2014}' if manner.named && dice.one_in(2) => out.push_str("&mdash;"),
            'é' if manner.named => out.push_str("&eacute;"),
            c if c != '\n' && dice.one_in(29) => out += &format!("&#x{:X};", c as u32),
            c if c.is_ascii_digit() && dice.one_in(11) => out += &format!("&#{};", c as u32),
            c => out.push(c),
        }
    }
    if let Some((end, _)) = due {
        out.push_str(end);
    }
    out
}

/// Text as a value of XML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
