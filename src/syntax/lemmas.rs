//! Lemmas: regular endings by rule, the rest from the lexicon.

use super::lexicon::{Inflection, irregular};
use super::tags::Tag;

/// The form that dictionaries list, in lower case; names as they are written.
pub(super) fn lemma(form: &str, tag: Tag) -> String {
    if tag.is_proper() || form == "I" {
        return form.to_string();
    }
    let form = form.to_lowercase();
    let Some(inflection) = Inflection::of(tag) else {
        return form;
    };
    if let Some(lemma) = irregular(&form, inflection) {
        return lemma.to_string();
    }
    regular(&form, inflection).unwrap_or(form)
}

fn regular(form: &str, inflection: Inflection) -> Option<String> {
    if !form.is_ascii() {
        return None;
    }
    match inflection {
        Inflection::Plural | Inflection::Third => singular(form),
        Inflection::Past => match form.strip_suffix("ied") {
            Some(stem) => Some(format!("{stem}y")),
            None => Some(verb(form.strip_suffix("ed")?)),
        },
        Inflection::Participle => {
            let stem = form.strip_suffix("ing").filter(|stem| stem.len() > 1)?;
            Some(verb(stem))
        }
        Inflection::Comparative => Some(adjective(form.strip_suffix("er")?)),
        Inflection::Superlative => Some(adjective(form.strip_suffix("est")?)),
        Inflection::Base => None,
    }
}

/// `ferries` → `ferry`, `boxes` → `box`, `ships` → `ship`.
fn singular(form: &str) -> Option<String> {
    if let Some(stem) = form.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return Some(format!("{stem}y"));
    }
    if ["sses", "shes", "ches", "xes", "zzes"]
        .iter()
        .any(|end| form.ends_with(end))
    {
        return form.strip_suffix("es").map(str::to_string);
    }
    let stem = form.strip_suffix('s')?;
    (!stem.ends_with('s')).then(|| stem.to_string())
}

/// `stopp` → `stop`, `hop` of `hoped` is an irregular row, `mov` → `move`, `walk` → `walk`.
fn verb(stem: &str) -> String {
    if is_doubled(stem) {
        return stem[..stem.len() - 1].to_string();
    }
    match ends_in_e(stem) {
        true => format!("{stem}e"),
        false => stem.to_string(),
    }
}

/// `bigg` → `big`, `earli` → `early`, `high` → `high`.
fn adjective(stem: &str) -> String {
    match stem.strip_suffix('i') {
        Some(stem) => format!("{stem}y"),
        None if is_doubled(stem) => stem[..stem.len() - 1].to_string(),
        None => stem.to_string(),
    }
}

/// Whether the last consonant was doubled before the ending.
fn is_doubled(stem: &str) -> bool {
    let mut letters = stem.bytes().rev();
    match (letters.next(), letters.next()) {
        (Some(last), Some(before)) => {
            stem.len() > 3 && last == before && !b"aeioulsz".contains(&last)
        }
        _ => false,
    }
}

/// Whether a verb lost an `e` before its ending. Letters tell most verbs; the table has the others.
fn ends_in_e(stem: &str) -> bool {
    #[rustfmt::skip]
    const WITH_E: [&str; 48] = [
        "at", "iz", "is", "ut", "iv", "ag", "ur", "ir", "uc", "ns", "rs", "id", "ud", "ib", "as", "us", "os", "v", "c",
        "g", "u", "bl", "pl", "tl", "dl", "gl", "ak", "ik", "ok", "iat", "ul", "or", "ar", "ap", "op", "ot", "am",
        "om", "um", "im", "ad", "od", "ed", "ys", "ps", "th", "rg", "ng",
    ];
    #[rustfmt::skip]
    const WITHOUT_E: [&str; 38] = [
        "ng", "it", "er", "or", "on", "in", "om", "op", "ap", "ain", "oin", "awn", "ar", "ead", "oad", "eed", "ook",
        "eek", "eak", "oak", "eat", "oat", "eam", "oom", "eep", "oop", "eas", "il", "dit", "al", "ul", "ip", "im", "am",
        "ot", "aid", "ed", "oar",
    ];
    let has = |ends: &[&str]| ends.iter().any(|end| stem.ends_with(end));
    has(&WITH_E) && !has(&WITHOUT_E)
        || stem.len() > 4
            && (stem.ends_with("at") || stem.ends_with("ut"))
            && !has(&["eat", "oat", "out"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lemmas_are_what_dictionaries_list() {
        let rows = [
            ("ferries", Tag::Nns, "ferry"),
            ("boxes", Tag::Nns, "box"),
            ("women", Tag::Nns, "woman"),
            ("Olympics", Tag::Nnps, "Olympics"),
            ("was", Tag::Vbd, "be"),
            ("are", Tag::Vbp, "be"),
            ("stopped", Tag::Vbd, "stop"),
            ("moved", Tag::Vbn, "move"),
            ("carried", Tag::Vbd, "carry"),
            ("walking", Tag::Vbg, "walk"),
            ("left", Tag::Vbd, "leave"),
            ("passes", Tag::Vbz, "pass"),
            ("earlier", Tag::Rbr, "early"),
            ("biggest", Tag::Jjs, "big"),
            ("Lower", Tag::Jjr, "low"),
            ("I", Tag::Prp, "I"),
            ("naïvetés", Tag::Nns, "naïvetés"),
        ];
        for (form, tag, expected) in rows {
            assert_eq!(lemma(form, tag), expected, "{form}");
        }
    }
}
