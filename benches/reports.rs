//! Ten thousand findings in one file of a megabyte: how long it takes to find them, and to write each report.
//!
//! `cargo bench --bench reports`

use std::io::Write;

use cpu_time::ProcessTime;
use factlint::article::{Article, Format};
use factlint::facts::Severity;
use factlint::linter::{Linter, Settings};
use factlint::packs::{self, PackSource};
use factlint::report::{Checked, FORMATS, Look, Problem, ProblemKind, Run};

const FINDINGS: usize = 10_000;

/// Rules whose findings tell all that there is to tell.
const RULES: &str = r#"
[[entity]]
name    = "Petra Lindholm"
reject  = ["Petra Lindhome"]
source  = ["The register of voters", "https://example.org/register"]
note    = "She was asked herself."
checked = 2025-11-03

[[figure]]
id      = "bridge-length"
unit    = "km"
subject = ["bridge"]
value   = 7.8
source  = "The survey of 2024"
"#;

fn main() {
    let source = PackSource {
        file: "rules.toml".into(),
        text: RULES.into(),
    };
    let packs = packs::load(vec![source]).expect("the rules are good");
    let linter = Linter::new(&packs, &Settings::default());
    let wrong = "Petra Lindhome told reporters by the river that the bridge is 8.7 km long, which nobody who had seen it \
                 could quite believe, and that the work would go on until the end of the year.";
    for (name, end) in [
        ("a paragraph each", "\n\n"),
        ("a line each", "\n"),
        ("all in one line", " "),
    ] {
        let text = [wrong, end].concat().repeat(FINDINGS / 2);
        let start = ProcessTime::now();
        let article = Article::from_text("a.txt", &text, Format::PLAIN).expect("it is text");
        let findings = linter.check(&article);
        let found = findings.len();
        println!("\n{found} findings in {} kB, {name}", text.len() / 1000);
        row("to find them", start, None);
        let mut run = Run::default();
        run.articles.push(Checked { article, findings });
        run.checked = 1;
        run.fail_on = Some(Severity::Error);
        run.know(&packs.facts);
        for format in FORMATS {
            let mut out = Vec::new();
            let start = ProcessTime::now();
            (format.write)(&run, Look::default(), &mut out).expect("memory takes anything");
            row(format.id, start, Some(out.len()));
        }
    }
    println!("\n{FINDINGS} files that can't be read");
    let mut run = Run::default();
    for file in 0..FINDINGS {
        let problem = Problem::new(
            ProblemKind::Unreadable,
            format!("{file}.txt"),
            "there is no such file",
        );
        run.problems.push(problem.help("check the path"));
    }
    for format in FORMATS {
        let mut out = Vec::new();
        let start = ProcessTime::now();
        (format.write)(&run, Look::default(), &mut out).expect("memory takes anything");
        row(format.id, start, Some(out.len()));
    }
}

fn row(name: &str, start: ProcessTime, bytes: Option<usize>) {
    let time = start.elapsed().as_secs_f64() * 1e3;
    let size = bytes.map_or_else(String::new, |bytes| format!("{:>9} kB", bytes / 1000));
    println!("{name:<16}{time:>9.1} ms{size}");
    let _ = std::io::stdout().flush();
}
