//! Explanations for other programs.

use serde_json::{Value, json};

use crate::explain::{CheckExplanation, Explanation, Sample};
use crate::facts::InQuotes;

/// A fact as a JSON object; every key is always there.
pub fn of_fact(told: &Explanation) -> Value {
    let rows = told.rows.iter().map(|row| {
        json!({
            "label": row.label,
            "from": row.during.from.map(|day| day.to_string()),
            "until": row.during.until.map(|day| day.to_string()),
            "now": row.now,
            "acting": row.acting,
        })
    });
    let forms = told
        .forms
        .iter()
        .map(|form| json!({ "what": form.what, "words": form.words }));
    json!({
        "id": told.id,
        "kind": told.kind,
        "date": told.date.to_string(),
        "says": told.says,
        "records": rows.collect::<Vec<_>>(),
        "forms": forms.collect::<Vec<_>>(),
        "source": told.sources,
        "checked": told.checked.map(|day| day.to_string()),
        "note": told.note,
        "severity": told.severity.id(),
        "in-quotes": match told.in_quotes {
            InQuotes::Check => "check",
            InQuotes::Soften => "soften",
            InQuotes::Skip => "skip",
        },
        "unless": told.unless,
        "reported": told.reported.as_ref().map(sample),
        "silent": told.silent.as_ref().map(sample),
        "no-example": told.no_example,
        "tests": told.tests,
        "used-by": told.used_by,
        "defined-in": {
            "file": &*told.defined_in.file,
            "start": told.defined_in.span.start,
            "end": told.defined_in.span.end,
            "line": told.defined_in.line,
        },
    })
}

/// A check as a JSON object; every key is always there.
pub fn of_check(told: &CheckExplanation) -> Value {
    let check = told.check;
    json!({
        "id": format!("check:{}", check.id),
        "kind": "check",
        "says": check.summary,
        "about": check.about,
        "why": check.why,
        "severity": check.severity.id(),
        "reported": told.reported.as_ref().map(sample),
        "silent": told.silent.as_ref().map(sample),
    })
}

fn sample(sample: &Sample) -> Value {
    let finding = sample.findings.first();
    json!({
        "text": sample.text,
        "date": sample.date.map(|day| day.to_string()),
        "found": finding.map(|finding| &finding.found),
        "expected": finding.and_then(|finding| finding.expected.as_ref()),
        "message": finding.map(|finding| &finding.message),
    })
}
