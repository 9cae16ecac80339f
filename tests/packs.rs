//! Rule files: every mistake in `tests/mistakes` is shown as its snapshot has it.
//!
//! A file there is one rule file, or several: `#=== name.toml` begins another.

use std::fmt::Write as _;
use std::path::Path;

use factlint::packs::{PackSource, Problem, load};
use miette::{GraphicalReportHandler, GraphicalTheme};

fn source(file: &str, text: &str) -> PackSource {
    PackSource {
        file: file.into(),
        text: text.into(),
    }
}

fn sources(text: &str) -> Vec<PackSource> {
    let mut sources = Vec::new();
    let mut name = "rules.toml";
    for (index, part) in text.split("#=== ").enumerate() {
        let mut part = part;
        if index > 0 {
            (name, part) = part.split_once('\n').expect("a name, and a line's end");
        }
        sources.push(source(name, part));
    }
    sources
}

fn shown(problems: &[Problem], sources: &[PackSource]) -> String {
    let handler =
        GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_width(80);
    let mut shown = String::new();
    for problem in problems {
        handler
            .render_report(&mut shown, problem.report(sources).as_ref())
            .expect("a report can be shown");
        writeln!(shown).expect("a string can be written to");
    }
    shown
}

#[test]
fn mistakes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path(folder.join("snapshots"));
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder of mistakes")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect();
    files.sort();
    assert!(files.len() > 40);
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a file of the folder");
        let sources = sources(&text);
        let name = path.file_stem().expect("a name").to_string_lossy();
        let Err(problems) = load(sources.clone()) else {
            panic!("{name}: nothing wrong was found");
        };
        settings.bind(|| insta::assert_snapshot!(name.as_ref(), shown(&problems, &sources)));
    }
}
