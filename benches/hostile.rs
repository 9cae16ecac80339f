//! Hostile texts, files and rules in three sizes, each twice the last: what is linear takes twice as long. Of a busy
//! machine's time only what was spent on it counts, on all cores: long texts are read by several.
//!
//! `cargo bench --bench hostile` measures them small, `-- --large` up to a million of their kind, and `-- NAME…` those
//! whose name holds one of the words.

mod texts;

use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use cpu_time::ProcessTime;
use factlint::article::{Article, Fields, Format};
use factlint::linter::{Linter, Settings};
use factlint::packs::{self, PackSource, Packs};
use texts::rules::RULES;
use texts::{Hostile, files, markup};

/// How much is measured.
struct Size {
    /// No text has more of its kind.
    most: usize,
    /// No text has more bytes.
    bytes: usize,
    /// No rule file has more of its kind.
    facts: usize,
    /// What is dear is measured smaller, so that the largest takes no more than about this.
    time: Duration,
}

const SMALL: Size = Size {
    most: 16_000,
    bytes: 64_000,
    facts: 400,
    time: Duration::from_millis(50),
};

const LARGE: Size = Size {
    most: 1_000_000,
    bytes: 4_000_000,
    facts: 10_000,
    time: Duration::from_secs(1),
};

/// What hostile sentences are made of.
#[cfg(feature = "model")]
#[rustfmt::skip]
const SENTENCES: [&str; 12] = [
    "a ", "and ", "(", "1-", "a.", "“", "한", "https://a.b/", "he said he ", "the man who ", "did it sink? ",
    "if not the port of ",
];

/// What grows faster is told at the end: twice as long, and what a busy machine adds.
const GROWTH: f64 = 2.8;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let size = match arguments.iter().any(|word| word == "--large") {
        true => LARGE,
        false => SMALL,
    };
    let wanted = arguments.iter().filter(|word| !word.starts_with('-'));
    let mut bench = Bench {
        size,
        wanted: wanted.cloned().collect(),
        grown: Vec::new(),
        count: 0,
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/korea-us-alliance.toml");
    let pack = std::fs::read_to_string(path).expect("the pack is text");
    let packs = load(pack).expect("the pack is good");
    bench.texts(&packs, "plain", texts::HOSTILE);
    bench.texts(&packs, "markdown", texts::HOSTILE);
    bench.texts(&packs, "markdown", files::MARKDOWN);
    bench.texts(&packs, "html", markup::PAGES);
    bench.texts(&packs, "nitf", markup::DOCUMENTS);
    bench.texts(&packs, "rss", files::FEEDS);
    bench.texts(&packs, "json", files::JSON);
    bench.texts(&packs, "jsonl", files::LINES);
    bench.texts(&packs, "docx", files::BODIES);
    bench.rules();
    #[cfg(feature = "model")]
    bench.syntax();
    println!("\n{} measured", bench.count);
    for row in bench.grown {
        println!("more than twice as long for twice as much: {row}");
    }
}

fn load(text: String) -> Option<Packs> {
    let source = PackSource {
        file: "rules.toml".into(),
        text: text.into(),
    };
    packs::load(vec![source]).ok()
}

/// How long a linter takes for a file, from its bytes to its findings.
fn check(linter: &Linter, format: Format, bytes: &[u8]) -> Duration {
    let start = ProcessTime::now();
    let fields = Fields::default();
    Article::each_from_bytes("a", bytes, Some(format), &fields, &mut |read| {
        if let Ok(article) = read {
            std::hint::black_box(linter.check(&article));
        }
    });
    start.elapsed()
}

struct Bench {
    size: Size,
    wanted: Vec<String>,
    grown: Vec<String>,
    count: usize,
}

impl Bench {
    fn texts(&mut self, packs: &Packs, format: &str, list: &[Hostile]) {
        let reader = Format::named(format).expect("it is a format");
        for (name, text) in list {
            let one = text(16)
                .len()
                .saturating_sub(text(8).len())
                .div_ceil(8)
                .max(1);
            let most = self.size.most.min(self.size.bytes / one);
            let file = |n: usize| match format {
                "docx" => files::document(&text(n)),
                _ => text(n).into_bytes(),
            };
            let row = format!("{format}: {name}");
            self.row(&row, most, &|n| {
                let bytes = file(n);
                // A linter remembers the names that it has read: each run has a new one.
                best(|| check(&Linter::new(packs, &Settings::default()), reader, &bytes))
            });
        }
    }

    /// Each set of rules as it is loaded, ever more of it; then copy, ever more of it, by half of the most rules.
    fn rules(&mut self) {
        let loading = |text: String| {
            let start = ProcessTime::now();
            let packs = load(text);
            let linter = packs.map(|packs| Linter::new(&packs, &Settings::default()));
            (start.elapsed(), linter)
        };
        for (name, rules, copy) in RULES {
            let facts = self.size.facts;
            self.row(&format!("rules, loaded: {name}"), facts, &|n| {
                best(|| loading(rules(n)).0)
            });
            // One sentence of each kind, and twice the rules.
            self.row(&format!("rules, more of them: {name}"), facts, &|n| {
                let (_, linter) = loading(rules(n));
                let linter = linter.expect("the rules are good");
                let text = copy(100);
                best(|| check(&linter, Format::PLAIN, text.as_bytes()))
            });
            let row = format!("rules, more copy: {name}");
            if self.wants(&row) {
                let (_, linter) = loading(rules(facts / 2));
                let linter = linter.expect("the rules are good");
                let most = self.size.bytes / copy(16).len() * 16;
                self.row(&row, self.size.most.min(most), &|n| {
                    let text = copy(n);
                    best(|| check(&linter, Format::PLAIN, text.as_bytes()))
                });
            }
        }
    }

    /// One sentence of up to four times 4,096 bytes, through the parser and the views.
    #[cfg(feature = "model")]
    fn syntax(&mut self) {
        use factlint::span::Span;
        use factlint::syntax::Parser;
        use factlint::syntax::views::{Clause, NounPhrase};

        for filling in SENTENCES {
            let row = format!("syntax, a sentence of {filling:?}");
            self.row(&row, 16_384, &|bytes| {
                let text = filling.repeat(bytes / filling.len());
                best(|| {
                    let mut parser = Parser::new();
                    let start = ProcessTime::now();
                    let sentence = parser.parse(&text, Span::new(0, text.len()));
                    let views = NounPhrase::all(&sentence).count() + Clause::all(&sentence).count();
                    std::hint::black_box(views);
                    start.elapsed()
                })
            });
        }
    }

    fn wants(&self, row: &str) -> bool {
        let mut words = self.wanted.iter();
        self.wanted.is_empty() || words.any(|word| row.contains(word.as_str()))
    }

    /// Measures at three sizes, each twice the last, no more than `most`.
    fn row(&mut self, row: &str, most: usize, time: &dyn Fn(usize) -> Duration) {
        if !self.wants(row) {
            return;
        }
        print!("{row:<62}");
        let _ = std::io::stdout().flush();
        let mut sizes = [0; 3];
        let mut times = [Duration::ZERO; 3];
        let mut n = (most / 65_536).max(1);
        while n <= most.max(4) && (sizes[0] == 0 || times[2] * 2 < self.size.time) {
            sizes = [sizes[1], sizes[2], n];
            times = [times[1], times[2], time(n)];
            n *= 2;
        }
        let seconds = times.map(|time| time.as_secs_f64());
        let (first, last) = (seconds[1] / seconds[0], seconds[2] / seconds[1]);
        let shown: String = times
            .iter()
            .map(|time| format!("{:>12}", format!("{:.2} ms", time.as_secs_f64() * 1e3)))
            .collect();
        println!("{:>9}{shown}  × {last:.1}", sizes[2]);
        self.count += 1;
        // Of what takes no time the clock tells nothing.
        if first.min(last) > GROWTH && times[2] > Duration::from_millis(4) {
            self.grown.push(format!("{row}: × {first:.1}, × {last:.1}"));
        }
    }
}

/// The best of three runs; what is slow is measured once.
fn best(once: impl Fn() -> Duration) -> Duration {
    let first = once();
    if first > Duration::from_millis(300) {
        return first;
    }
    first.min(once()).min(once())
}
