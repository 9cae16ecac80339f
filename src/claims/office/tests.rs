use super::*;
use crate::article::{Article, Fields};
use crate::linter::{Linter, Settings};
use crate::packs::{PackSource, load};

const RULES: &str = r#"
[[office]]
id      = "mayor"
titles  = ["Mayor"]
of      = ["Port Ellery"]
holders = [
  { name = "June Okafor", until = 2025-03-31 },
  { name = "Tomas Brandt", from = 2025-04-01 },
]
"#;

fn found(linter: &Linter, text: &str) -> Vec<String> {
    let text = format!("Nov. 3, 2025\n\n{text}\n");
    let mut found = Vec::new();
    Article::each_from_bytes(
        "a.txt",
        text.as_bytes(),
        None,
        &Fields::default(),
        &mut |article| {
            let article = article.expect("plain text");
            found.extend(
                linter
                    .check(&article)
                    .into_iter()
                    .map(|finding| finding.found),
            );
        },
    );
    found
}

#[test]
#[cfg(feature = "model")]
fn every_construction_is_read() {
    let source = PackSource {
        file: "rules.toml".into(),
        text: RULES.into(),
    };
    let linter = Linter::new(
        &load(vec![source]).expect("good rules"),
        &Settings::default(),
    );
    let mut wrong = Vec::new();
    for row in CONSTRUCTIONS {
        let right = row
            .example
            .replace("June Okafor", "Tomas Brandt")
            .replace("Okafor", "Brandt");
        if found(&linter, row.example).len() != 1 || !found(&linter, &right).is_empty() {
            wrong.push(row.example);
        }
        if !found(&linter, row.counterexample).is_empty() {
            wrong.push(row.counterexample);
        }
    }
    assert_eq!(wrong, [""; 0]);
}
