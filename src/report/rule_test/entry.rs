//! Findings as a rule file writes them: entries of `finds`, ready to paste.

use super::pairs::Pairs;
use super::{Source, Tested};
use crate::finding::Finding;
use crate::packs::Expected;

/// The entry of `finds` that states this finding: its fact, words and expected words, and what else `asked` states.
pub fn entry(found: &Finding, asked: Option<&Expected>) -> String {
    let states = |key: fn(&Expected) -> &Option<String>| asked.is_some_and(|it| key(it).is_some());
    let mut keys = vec![("fact", &*found.fact), ("found", &*found.found)];
    keys.extend(found.expected.as_deref().map(|it| ("expected", it)));
    if states(|asked| &asked.reason) {
        keys.extend(found.reason.map(|reason| ("reason", reason.id())));
    }
    if states(|asked| &asked.severity) {
        keys.push(("severity", found.severity.id()));
    }
    let keys = keys
        .iter()
        .map(|(key, value)| format!("{key} = {}", string(value)));
    format!("{{ {} }}", keys.collect::<Vec<_>>().join(", "))
}

/// The lines that make the test pass in place of its `finds`: entries that are met stay as they are written.
/// None where there is nothing to find.
pub fn remedy(source: &Source, tested: &Tested) -> Option<Vec<String>> {
    let Tested { test, outcome, .. } = tested;
    let pairs = Pairs::new(test, outcome);
    let kept = outcome.right.iter().zip(&outcome.met).map(|(found, met)| {
        let written = test.finds.get(*met);
        let written = written.and_then(|wanted| source.text.get(wanted.span.range()));
        let one_line = written.filter(|written| !written.contains('\n'));
        let entry = one_line.map_or_else(|| entry(found, test.finds.get(*met)), str::to_string);
        (found.at.disk, entry)
    });
    let changed = pairs
        .differing
        .iter()
        .map(|(wanted, found)| (found.at.disk, entry(found, Some(wanted))));
    let added = pairs
        .noisy
        .iter()
        .map(|found| (found.at.disk, entry(found, None)));
    let mut entries: Vec<_> = kept.chain(changed).chain(added).collect();
    entries.sort_by_key(|(span, _)| *span);
    match &entries[..] {
        [] => None,
        [(_, entry)] => Some(vec![format!("finds = [{entry}]")]),
        _ => {
            let mut lines = vec!["finds = [".to_string()];
            lines.extend(entries.into_iter().map(|(_, entry)| format!("  {entry},")));
            lines.push("]".to_string());
            Some(lines)
        }
    }
}

/// A TOML string on one line.
fn string(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if crate::report::signs::hidden(c) => {
                out.push_str(&format!("\\U{:08X}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_string_is_what_toml_reads(text in "\\PC{0,8}[\n\t\r\"'\\\\\u{1b}\u{202e}é가]{0,8}") {
            let file = format!("t = {}", string(&text));
            proptest::prop_assert!(!file.contains('\n'));
            let table: toml::Table = file.parse().unwrap();
            proptest::prop_assert_eq!(table["t"].as_str(), Some(&*text));
        }
    }
}
