use super::*;
use crate::packs::{self, PackSource};

/// The facts of a rule file, with the words that stand for each.
fn places(text: &str) -> Vec<String> {
    let source = PackSource {
        file: "a.toml".into(),
        text: text.into(),
    };
    let packs = packs::load(vec![source]).unwrap();
    let source = Source::new("a.toml", text);
    let facts = packs.facts.iter();
    facts
        .map(|fact| {
            let place = Unexercised::new(&*fact.id, fact.defined_in.span).place(&source);
            place.of(text).to_string()
        })
        .collect()
}

#[test]
fn a_fact_is_shown_by_what_it_is_known_by() {
    for (entry, shown) in [
        ("[[entity]]\nname = \"Oak Bay\"\n", "\"Oak Bay\""),
        ("[[entity]]\nname = 'Oak Bay' # x\n", "'Oak Bay'"),
        (
            "[[entity]]\nname = \"Oak Bay\"\n  id\t=  \"oak\"\n",
            "\"oak\"",
        ),
        (
            "entity = [{ id = \"oak\", name = \"Oak Bay\" }]\n",
            "{ id = \"oak\", name = \"Oak Bay\" }",
        ),
        (
            "[[entity]]\nnear = false\nname = \"\"\"\nOak Bay\"\"\"\n",
            "[[entity]]",
        ),
    ] {
        assert_eq!(places(entry), [shown], "{entry}");
    }
}
