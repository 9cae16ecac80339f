use super::*;
use crate::article::{Article, Fields};
use crate::linter::{Linter, Settings};
use crate::packs::{PackSource, load};

const RULES: &str = r#"
[[affiliation]]
id      = "parties"
members = [
  { name = "June Okafor", of = ["Reform Party"] },
  { name = "Pia Lund", of = ["Greens", "Green Party"] },
]

[[affiliation]]
id      = "towns"
members = [{ name = "Port Ellery", of = ["Norland"] }, { name = "Lindhof", of = ["Castoria", "Castorian"] }]

[[affiliation]]
id      = "authors"
members = [{ name = "The Tide", of = ["Ida Falk"] }, { name = "Salt", of = ["Noor Haddad"] }]
"#;

fn found(linter: &Linter, text: &str) -> Vec<String> {
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

fn linter() -> Linter {
    let source = PackSource {
        file: "rules.toml".into(),
        text: RULES.into(),
    };
    let packs = load(vec![source]).expect("good rules");
    Linter::new(&packs, &Settings::default())
}

#[test]
#[cfg(feature = "model")]
fn every_construction_is_read() {
    let linter = linter();
    let mut wrong = Vec::new();
    for row in CONSTRUCTIONS {
        if found(&linter, row.example).len() != 1 {
            wrong.push(row.example);
        }
        if !found(&linter, row.counterexample).is_empty() {
            wrong.push(row.counterexample);
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
#[cfg(feature = "model")]
fn a_right_member_is_an_agreeing_claim() {
    let linter = linter();
    for row in CONSTRUCTIONS {
        let right = row
            .example
            .replace("The Greens", "The Reform Party")
            .replace("Green Party", "Reform Party")
            .replace("Greens", "Reform Party")
            .replace("Castoria", "Norland")
            .replace("Noor Haddad", "Ida Falk");
        assert!(found(&linter, &right).is_empty(), "{right}");
    }
}
