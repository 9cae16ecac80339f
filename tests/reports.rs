//! Every format of reports: one run with everything in it, and texts that try to break out.

#[path = "report_support/mod.rs"]
mod support;

use factlint::report::{FORMATS, Problem, ProblemKind, Run};
use serde_json::Value;
use support::{article, checked, everything, shown};

#[test]
fn sarif() {
    insta::assert_snapshot!(shown("sarif", &everything()));
}

#[test]
fn github() {
    insta::assert_snapshot!(shown("github", &everything()));
}

#[test]
fn gitlab() {
    insta::assert_snapshot!(shown("gitlab", &everything()));
}

#[test]
fn junit() {
    insta::assert_snapshot!(shown("junit", &everything()));
}

#[test]
fn checkstyle() {
    insta::assert_snapshot!(shown("checkstyle", &everything()));
}

#[test]
fn compact() {
    insta::assert_snapshot!(shown("compact", &everything()));
}

#[test]
fn markdown() {
    insta::assert_snapshot!(shown("markdown", &everything()));
}

#[test]
fn html() {
    let page = shown("html", &everything());
    let body = page.split("</style>").nth(1).unwrap();
    insta::assert_snapshot!(body);
}

#[test]
fn graphical() {
    let text = shown("graphical", &everything());
    insta::assert_snapshot!(anstream::adapter::strip_str(&text).to_string());
}
