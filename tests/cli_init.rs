//! `factlint init`.

mod cli_support;

use cli_support::Desk;

const WROTE: &str = "Wrote factlint.toml\nWrote rules/example.toml\n";

/// The findings in a text as of a day, each as `fact: found`.
fn found(desk: &Desk, date: &str, text: &str) -> Vec<String> {
    let done = desk.pipe(
        text.as_bytes(),
        &["check", "--date", date, "--format", "json", "-"],
    );
    let json = done.json();
    let findings = json["findings"].as_array().unwrap().iter();
    findings
        .map(|one| {
            format!(
                "{}: {}",
                one["fact"].as_str().unwrap(),
                one["found"].as_str().unwrap()
            )
        })
        .collect()
}

#[test]
fn a_desk_is_set_up_in_one_step() {
    let desk = Desk::empty();
    let done = desk.run(&["init"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    insta::assert_snapshot!(done.out);
    let test = desk.run(&["test", "--coverage"]);
    assert_eq!(
        (test.status, test.out.as_str()),
        (0, "All 5 facts exercised\n7 tests passed in 1 rule file\n")
    );
    let rules = desk.run(&["rules", "--fail-on", "info"]);
    assert_eq!((rules.status, rules.err.as_str()), (0, ""));
    insta::assert_snapshot!(rules.out, @r"
    rules/example.toml: 1 entity, 1 event, 1 figure, 1 office, 1 statement, 7 tests
    5 facts in 1 rule file, no mistakes
    ");
    desk.write("story.txt", "Martha Lindqvist spoke.\n");
    let check = desk.run(&["check"]);
    assert_eq!((check.status, check.err.as_str()), (1, ""), "{check:?}");
}

#[test]
fn what_the_example_says_is_true() {
    let desk = Desk::empty();
    desk.run(&["init"]);
    let of_today = |text: &str| found(&desk, "2026-03-02", text);
    for (text, wanted) in [
        (
            "Marta Lindquvist spoke.",
            "marta-lindqvist: Marta Lindquvist",
        ),
        ("Marta Lindqvist, 53, spoke.", "marta-lindqvist: 53"),
        (
            "Port Ellery Mayor June Okafor spoke.",
            "port-ellery-mayor: June Okafor",
        ),
        (
            "Port Ellery has 14,800 residents.",
            "port-ellery-residents: 14,800",
        ),
        (
            "Port Ellery has 184,000 residents.",
            "port-ellery-residents: 184,000",
        ),
        (
            "Port Ellery has 16,200 residents.",
            "port-ellery-residents: 16,200",
        ),
        (
            "The 43rd Harbor Festival opens on June 12, 2026.",
            "harbor-festival: 43rd",
        ),
        (
            "The Harbor Festival opens on June 21, 2026.",
            "harbor-festival: June 21, 2026",
        ),
        (
            "The Gull Island ferry is run by Northline Shipping.",
            "gull-island-ferry: Northline Shipping",
        ),
    ] {
        assert_eq!(of_today(text), [wanted], "{text}");
    }
    for text in [
        "Marta E. Lindqvist, 54, spoke with Maria Lindqvist.",
        "Former Mayor June Okafor of Port Ellery spoke.",
        "June Okafor, Port Ellery's deputy mayor, spoke.",
        "Gull Island Mayor June Okafor spoke.",
        "Port Ellery has about 18,000 residents; some 18,400 residents pay.",
        "In Port Ellery, 400 residents left.",
        "Gull Island has 1,200 residents.",
        "She arrives on June 9 for the Harbor Festival, not the Harvest Festival.",
        "Northline Shipping has the ferry to Gull Island.",
    ] {
        assert_eq!(of_today(text), [""; 0], "{text}");
    }
    for text in [
        "Port Ellery Mayor June Okafor spoke.",
        "Port Ellery has 16,200 residents.",
    ] {
        assert_eq!(found(&desk, "2016-03-02", text), [""; 0], "{text}");
    }
}

#[test]
fn nothing_is_overwritten() {
    let desk = Desk::empty();
    desk.write("factlint.toml", "fail-on = \"warning\"\n");
    let done = desk.run(&["init"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    insta::assert_snapshot!(done.out);
    let kept = std::fs::read_to_string(desk.path("factlint.toml")).unwrap();
    assert_eq!(kept, "fail-on = \"warning\"\n");
    let again = desk.run(&["init"]);
    assert_eq!((again.status, again.err.as_str()), (0, ""));
    insta::assert_snapshot!(again.out, @r"
    factlint.toml is there already and was left as it is
    rules/example.toml is there already and was left as it is
    .factlint/config.schema.json is there already and was left as it is
    .factlint/pack.schema.json is there already and was left as it is
    Nothing was written
    ");
}

#[test]
fn a_configuration_that_does_not_read_the_example_is_told() {
    let desk = Desk::empty();
    desk.write("factlint.toml", "rules = [\"facts\"]\n")
        .write("facts/people.toml", cli_support::PEOPLE);
    insta::assert_snapshot!(desk.run(&["init"]).out);
}

#[test]
fn another_directory() {
    let desk = Desk::empty();
    let done = desk.run(&["init", "desk/new"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    insta::assert_snapshot!(done.out);
    assert_eq!(desk.run_in("desk/new", &["test"]).status, 0);
    assert!(desk.run(&["init", "."]).out.starts_with(WROTE));
}

#[test]
fn what_is_in_the_way_is_named() {
    let desk = Desk::empty();
    desk.write("rules", "no directory");
    let done = desk.run(&["init"]);
    assert_eq!(
        (done.status, done.out.as_str()),
        (2, "Wrote factlint.toml\n")
    );
    insta::assert_snapshot!(done.err, @r"
    error: rules: this is a file, but a directory of this name is needed
      help: give the file another name, or run `factlint init` in another directory
    ");
    // The way is free: what was written before is left alone, the rest follows.
    std::fs::remove_file(desk.path("rules")).unwrap();
    assert_eq!(desk.run(&["init"]).status, 0);
    assert_eq!(desk.run(&["test"]).status, 0);
    let done = desk.run(&["init", "factlint.toml"]);
    assert_eq!((done.status, done.out.as_str()), (2, ""));
    assert!(
        done.err.contains("factlint.toml: this is a file"),
        "{done:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_directory_that_cannot_be_written_is_told() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::empty();
    desk.write("desk/keep.txt", "");
    let set = |mode| {
        let permissions = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(desk.path("desk"), permissions).unwrap();
    };
    set(0o555);
    // Whoever may do everything is not stopped by permissions.
    if std::fs::write(desk.path("desk/probe"), "").is_err() {
        let done = desk.run(&["init", "desk"]);
        assert_eq!((done.status, done.out.as_str()), (2, ""));
        insta::assert_snapshot!("no_permission", done.err);
    }
    set(0o755);
    // A link that leads nowhere is somebody's, too.
    symlink("nowhere", desk.path("desk/factlint.toml")).unwrap();
    let done = desk.run(&["init", "desk"]);
    assert_eq!(done.status, 0);
    assert!(
        done.out.starts_with("desk/factlint.toml is there already"),
        "{done:?}"
    );
    // Others can read what was written, and nothing else was left behind.
    let mode = std::fs::metadata(desk.path("desk/rules/example.toml")).unwrap();
    assert_eq!(mode.permissions().mode() & 0o600, 0o600);
    assert_eq!(
        std::fs::read_dir(desk.path("desk/rules")).unwrap().count(),
        1
    );
}
