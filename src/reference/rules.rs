//! The pages on rule files and on `factlint.toml`.

use super::keys::{section, table};
use crate::cli::config;
use crate::facts::InQuotes;
use crate::packs::kinds::KINDS;
use crate::packs::shape::Needs;
use crate::packs::{common, pack, slots, test};

/// `rules.md`: every key of a rule file.
pub(super) fn rules() -> String {
    let mut out = String::from(
        "# Rule files\n\n\
         A rule file is TOML. It is called a pack. It holds facts, one table each, and tests of these facts. \
         This page lists every key. An unknown key, a wrong type or a date that does not exist is an error, and is \
         shown at its place; a pack with an error checks nothing.\n\n\
         Wherever a phrase may stand, `\"@id\"` stands for all names of that entity.\n\n\
         - [`[pack]`](#pack): what the file says of itself\n\
         - [Every fact](#every-fact)\n",
    );
    for kind in KINDS {
        let about = kind.about.trim_end_matches('.');
        out += &format!("- [`[[{0}]]`](#{0}): {1}\n", kind.name, lower(about));
    }
    out += "- [Slots](#slots): the values in a statement\n\
            - [`[[test]]`](#test): an article, and what must be found in it\n\
            - [Units](units.md)\n";
    out += "\n## `[pack]`\n<a id=\"pack\"></a>\n\n";
    out += "It stands once, at the head of the file, and may be left out.\n\n";
    out += &section(pack::KEYS, Needs::Nothing, 3);
    out += "\n## Every fact\n\nThese keys may stand in a fact of any kind.\n\n";
    out += &section(common::KEYS, Needs::Nothing, 3);
    for kind in KINDS {
        let name = kind.name;
        out += &format!(
            "\n## `[[{name}]]`\n<a id=\"{name}\"></a>\n\n{}\n\n",
            kind.about
        );
        out += &section(kind.keys, kind.needs, 3);
        let quotes = match kind.in_quotes {
            InQuotes::Check => {
                "In direct speech it is checked as anywhere: a speaker does not misspell, we do."
            }
            InQuotes::Soften => {
                "In direct speech a finding is one severity lower and offers no fix: check what was said."
            }
            InQuotes::Skip => "In direct speech it is not checked.",
        };
        out += &format!("\n{quotes} `in-quotes` changes that.\n");
    }
    out += "\n## Slots\n\nA slot of a statement, `{place}`, is a key of your own. Its value is a phrase, or a list of \
            them, unless the name of the slot is one of these types. A slot of another name takes a type as a \
            table: `start = { year = 1950 }`.\n\n";
    out += &table(slots::TYPES);
    out += "\nA closed choice reports only the wrong words that it lists:\n\n";
    out += &table(slots::CHOICE);
    out += "\n## `[[test]]`\n<a id=\"test\"></a>\n\nA short article, and every finding that it must give. Run them \
            with `factlint test`.\n\n";
    out += &section(test::KEYS, Needs::Nothing, 3);
    out
}

/// `config.md`: every key of `factlint.toml`.
pub(super) fn config() -> String {
    let mut out = format!(
        "# `{}`\n\n\
         The configuration. It is looked for in the working directory and in those above it; `--config PATH` names \
         another, `--no-config` reads none. Every key may be left out.\n\n\
         ```toml\n",
        config::NAME
    );
    for key in config::KEYS {
        if key.name == "checks" || key.name == "ignore" {
            continue;
        }
        out += &format!("{} = {}\n", key.name, key.example);
    }
    out += "\n[checks]\nweekday = \"warning\"\n\n\
            [[ignore]]\nfact   = \"usfk-strength\"\npath   = \"content/archive/**\"\nreason = \"a quotation from 2003\"\n\
            ```\n\n";
    out += &section(config::KEYS, Needs::Nothing, 2);
    let states: Vec<String> = config::STATES
        .iter()
        .map(|(state, _)| format!("`\"{state}\"`"))
        .collect();
    out += "\n## Checks\n\n";
    out += &format!("A check may be set to {}. ", states.join(", "));
    out += "What each does stands in [checks](checks.md).\n";
    out
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}
