//! `--format junit`: what CI shows. A suite for each rule file, a case for each test.

use std::io::{self, Write};

use super::{Format, PackRun, TestRun, Tested, failure};
use crate::report::suites::{Case, Fault, Suite, write as write_xml};
use crate::report::{Look, Problem};

/// The format.
pub const FORMAT: Format<TestRun> = Format {
    id: "junit",
    about: "JUnit XML, for CI",
    write,
};

fn write(run: &TestRun, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let mut suites: Vec<Suite> = run.packs.iter().map(|pack| suite(run, pack)).collect();
    for problem in &run.problems {
        let case = broken(problem);
        match suites.iter_mut().find(|suite| suite.name == *problem.file) {
            Some(suite) => suite.cases.push(case),
            None => suites.push(Suite {
                name: problem.file.to_string(),
                cases: vec![case],
            }),
        }
    }
    write_xml("factlint test", &suites, out)
}

fn suite(run: &TestRun, pack: &PackRun) -> Suite {
    let mut cases: Vec<Case> = pack.tests.iter().map(|tested| case(pack, tested)).collect();
    if run.covers_all {
        cases.extend(pack.unexercised.iter().map(|fact| Case {
            name: format!("coverage of {}", fact.fact),
            class: class(&pack.source.name),
            file: pack.source.name.to_string(),
            line: Some(pack.source.line(fact.place(&pack.source).start)),
            fault: Some(Fault {
                error: false,
                message: format!("no test exercises the fact `{}`", fact.fact),
                text: String::new(),
            }),
            ..Case::default()
        }));
    }
    Suite {
        name: pack.source.name.to_string(),
        cases,
    }
}

fn case(pack: &PackRun, tested: &Tested) -> Case {
    let outcome = &tested.outcome;
    Case {
        name: tested.test.name.clone(),
        class: class(&pack.source.name),
        file: pack.source.name.to_string(),
        line: Some(tested.line(&pack.source)),
        time: outcome.elapsed,
        fault: (!outcome.passed()).then(|| Fault {
            error: false,
            message: failure::message(tested),
            text: plain(&failure::draw(&pack.source, tested, WIDE)),
        }),
        ..Case::default()
    }
}

/// A mistake that kept the rules from being used.
fn broken(problem: &Problem) -> Case {
    Case {
        name: "the rule file can be used".to_string(),
        class: class(&problem.file),
        file: problem.file.to_string(),
        line: problem.place.map(|(_, line)| line),
        fault: Some(Fault {
            error: true,
            message: problem.message.clone(),
            text: plain(&problem.draw(WIDE)),
        }),
        ..Case::default()
    }
}

/// Reports are the same whatever the terminal.
const WIDE: Look = Look {
    width: 100,
    unicode: true,
};

fn plain(drawing: &str) -> String {
    anstream::adapter::strip_str(drawing).to_string()
}

/// `rules.people` for `rules/people.toml`: what CI groups by.
fn class(file: &str) -> String {
    let stem = file.strip_suffix(".toml").unwrap_or(file);
    let parts = stem.split(['/', '\\']).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(".")
}
