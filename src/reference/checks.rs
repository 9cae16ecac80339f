//! The page on checks: the same texts as `factlint explain`.

use crate::checks::CHECKS;
use crate::explain::{self, Sample};
use crate::language::dates::month_name;

/// `checks.md`.
pub(super) fn checks() -> String {
    let mut out = String::from(
        "# Checks\n\n\
         Checks need no fact: they look for what an article contradicts by itself. All are on. `factlint explain \
         weekday` shows any of them at the terminal.\n\n\
         | check | severity | reports |\n| --- | --- | --- |\n",
    );
    for check in CHECKS {
        let severity = check.severity.id();
        out += &format!(
            "| [`{0}`](#{0}) | {severity} | {1} |\n",
            check.id,
            super::cell(check.summary)
        );
    }
    for check in CHECKS {
        let Some(told) = explain::check(check.id) else {
            continue;
        };
        out += &format!("\n## {}\n\nReports {}.\n\n", check.id, check.summary);
        out += &format!("{}\n\n", check.about);
        out += &format!("**Why it matters.** {}\n", check.why);
        if let Some(sample) = &told.reported {
            out += &format!("\n**Reported**{}\n\n{}", dated(sample), quoted(sample));
            for finding in &sample.findings {
                let expected = finding.expected.as_ref();
                let expected =
                    expected.map_or(String::new(), |right| format!("; expected “{right}”"));
                let severity = finding.severity.id();
                out += &format!(
                    "\n- {severity} at “{}”: {}{expected}\n",
                    finding.found, finding.message
                );
            }
        }
        if let Some(sample) = &told.silent {
            out += &format!("\n**Not reported**{}\n\n{}", dated(sample), quoted(sample));
        }
        out += &format!(
            "\nIts severity is {}. To turn it off, or to give it another severity, write in `factlint.toml`:\n\n\
             ```toml\n[checks]\n{} = \"off\"   # or \"info\", \"warning\", \"error\"\n```\n",
            check.severity.id(),
            check.id
        );
    }
    out
}

fn dated(sample: &Sample) -> String {
    sample.date.map_or(":".to_string(), |day| {
        let month = month_name(day.month());
        format!(", in an article of {} {month} {}:", day.day(), day.year())
    })
}

/// An article as a quotation, line by line.
fn quoted(sample: &Sample) -> String {
    let lines: Vec<String> = sample
        .text
        .trim_end()
        .lines()
        .map(|line| format!("> {line}"))
        .collect();
    format!("{}\n", lines.join("  \n"))
}
