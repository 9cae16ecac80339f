//! Hostile texts in three sizes, each twice the last: what is linear takes twice as long.
//!
//! `cargo bench --bench hostile`, or `cargo bench --bench hostile -- NAME…` for those whose name holds one of the words.

mod texts;

use std::path::Path;
use std::time::{Duration, Instant};

use factlint::article::{Article, Format};
use factlint::linter::{Linter, Settings};
use factlint::packs::{self, PackSource};

const SIZES: [usize; 3] = [500, 1_000, 2_000];

fn main() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/korea-us-alliance.toml");
    let text = std::fs::read_to_string(path).expect("the pack is text");
    let source = PackSource {
        file: "rules.toml".into(),
        text: text.into(),
    };
    let packs = packs::load(vec![source]).expect("the pack is good");
    let linter = Linter::new(&packs, &Settings::default());
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    println!(
        "{:<32} {:>9} {:>9} {:>9}  growth",
        "", SIZES[0], SIZES[1], SIZES[2]
    );
    for (name, text) in texts::HOSTILE {
        if !wanted.is_empty() && !wanted.iter().any(|word| name.contains(word.as_str())) {
            continue;
        }
        let times = SIZES.map(|size| best(&linter, &text(size)));
        let [_, before, last] = times.map(|time| time.as_secs_f64());
        let shown = times.map(|time| format!("{:.2} ms", time.as_secs_f64() * 1e3));
        println!(
            "{name:<32} {:>9} {:>9} {:>9}  × {:.1}",
            shown[0],
            shown[1],
            shown[2],
            last / before
        );
    }
}

/// The best of three runs.
fn best(linter: &Linter, text: &str) -> Duration {
    let once = || {
        let article = Article::from_text("a", text, Format::PLAIN);
        let start = Instant::now();
        if let Ok(article) = article {
            std::hint::black_box(linter.check(&article));
        }
        start.elapsed()
    };
    let first = once();
    // What is slow is measured once.
    if first > Duration::from_secs(1) {
        return first;
    }
    first.min(once()).min(once())
}
