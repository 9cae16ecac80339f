//! What must hold of any bytes: what the fuzz targets of `fuzz/` assert, and `tests/fuzzed.rs` of the seeds.
#![allow(dead_code)]

pub mod articles;
pub mod findings;
pub mod language;
pub mod rules;
pub mod syntax;
pub mod text;

/// What a target does with its input.
pub struct Target {
    /// The name of its binary and of the folders of its seeds and of what broke it.
    pub name: &'static str,
    /// Panics where a law does not hold.
    pub holds: fn(&[u8]),
}

/// Every target; each has a file of three lines in `fuzz/targets`.
pub const TARGETS: &[Target] = &[
    Target {
        name: "check",
        holds: findings::check,
    },
    Target {
        name: "fix",
        holds: findings::fix,
    },
    Target {
        name: "text",
        holds: text::text,
    },
    Target {
        name: "language",
        holds: language::language,
    },
    Target {
        name: "syntax",
        holds: syntax::syntax,
    },
    Target {
        name: "rules",
        holds: rules::rules,
    },
    Target {
        name: "layout",
        holds: rules::layout,
    },
    Target {
        name: "html",
        holds: |bytes| articles::read("html", bytes),
    },
    Target {
        name: "markdown",
        holds: |bytes| articles::read("markdown", bytes),
    },
    Target {
        name: "docx",
        holds: articles::docx,
    },
    Target {
        name: "nitf",
        holds: |bytes| articles::read("nitf", bytes),
    },
    Target {
        name: "newsml-g2",
        holds: |bytes| articles::read("newsml-g2", bytes),
    },
    Target {
        name: "newsml-1",
        holds: |bytes| articles::read("newsml-1", bytes),
    },
    Target {
        name: "rss",
        holds: |bytes| articles::read("rss", bytes),
    },
    Target {
        name: "atom",
        holds: |bytes| articles::read("atom", bytes),
    },
    Target {
        name: "json",
        holds: |bytes| articles::read("json", bytes),
    },
    Target {
        name: "jsonl",
        holds: |bytes| articles::read("jsonl", bytes),
    },
    Target {
        name: "ninjs",
        holds: |bytes| articles::read("ninjs", bytes),
    },
    Target {
        name: "plain",
        holds: |bytes| articles::read("plain", bytes),
    },
];

/// What a target does with its input: panics where a law does not hold.
pub fn holds(target: &str, input: &[u8]) {
    let target = TARGETS.iter().find(|known| known.name == target);
    (target.expect("it is a target").holds)(input);
}
