//! The ids that can be named, and patterns of them.

use globset::{Glob, GlobMatcher};

use crate::checks::CHECKS;
use crate::packs::Packs;
use crate::packs::kinds::KINDS;
use crate::packs::problem::suggest;

/// What flags, ignores and comments can name.
pub struct Known<'a> {
    /// The id of each fact, with its kind.
    facts: Vec<(&'a str, &'static str)>,
}

impl<'a> Known<'a> {
    /// The facts of these packs, and every check.
    pub fn new(packs: &'a Packs) -> Self {
        let facts = packs.facts.iter();
        Known {
            facts: facts.map(|fact| (&*fact.id, fact.kind.name())).collect(),
        }
    }

    /// Whether it names anything.
    pub fn names(&self, pattern: &Pattern) -> bool {
        let kind = || KINDS.iter().any(|kind| pattern.fits("", kind.name));
        let checks = || {
            let mut checks = CHECKS.iter();
            checks.any(|check| pattern.fits(&format!("check:{}", check.id), "check"))
        };
        let mut facts = self.facts.iter();
        facts.any(|(id, kind)| pattern.fits(id, kind)) || checks() || kind()
    }

    /// What to say of a name that nothing has.
    pub fn help(&self, name: &str) -> String {
        let checks = CHECKS.iter().map(|check| check.id);
        let kinds = KINDS.iter().map(|kind| kind.name);
        let names = self.facts.iter().map(|(id, _)| *id);
        match suggest(name, names.chain(checks).chain(kinds)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`factlint explain` lists the ids of facts and checks".into(),
        }
    }
}

/// The id of a fact or a check, a kind, or several of them with `*`.
#[derive(Clone, Debug)]
pub struct Pattern {
    text: String,
    glob: Option<GlobMatcher>,
}

impl Pattern {
    /// Reads it. One that is no glob stands for itself.
    pub fn new(text: &str) -> Pattern {
        let glob = text.contains(['*', '?', '[', '{']);
        let glob = glob.then(|| Glob::new(text).ok()).flatten();
        Pattern {
            text: text.to_string(),
            glob: glob.map(|glob| glob.compile_matcher()),
        }
    }

    /// Whether it names this fact (`check:weekday` is one) or this kind.
    pub fn fits(&self, fact: &str, kind: &str) -> bool {
        let bare = fact.strip_prefix("check:").unwrap_or(fact);
        let names = [fact, kind, bare];
        match &self.glob {
            // A pattern names facts; of kinds there are too few.
            Some(glob) => [fact, bare]
                .iter()
                .any(|name| !name.is_empty() && glob.is_match(name)),
            None => names.contains(&&*self.text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_name_ids_kinds_and_checks() {
        for (pattern, fact, kind, fits) in [
            ("usfk-strength", "usfk-strength", "figure", true),
            ("usfk-strength", "usfk", "figure", false),
            ("figure", "usfk-strength", "figure", true),
            ("usfk-*", "usfk-strength", "figure", true),
            ("*-strength", "usfk-strength", "figure", true),
            ("usfk-*", "scm", "event", false),
            ("fig*", "scm", "figure", false),
            ("weekday", "check:weekday", "check", true),
            ("check:weekday", "check:weekday", "check", true),
            ("check:*", "check:weekday", "check", true),
            ("two-*", "check:two-values", "check", true),
            ("check", "check:weekday", "check", true),
            ("[", "a", "figure", false),
        ] {
            assert_eq!(
                Pattern::new(pattern).fits(fact, kind),
                fits,
                "{pattern} {fact}"
            );
        }
    }
}
