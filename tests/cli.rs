//! `factlint check`, as a user meets it.

mod cli_support;

use cli_support::{Desk, RIGHT, WRONG, run};

const JSON: &[&str] = &["check", "--format", "json"];

fn json<'a>(paths: &[&'a str]) -> Vec<&'a str> {
    JSON.iter().chain(paths).copied().collect()
}

#[test]
fn the_exit_status() {
    let desk = Desk::new();
    desk.write("wrong.txt", WRONG)
        .write("right.txt", RIGHT)
        .write("ferry.txt", "The Bay Ferrys pier.")
        .write("bad.toml", "[[entity]]\nnmae = \"X\"\n");
    for (args, status) in [
        (&["check", "right.txt"][..], 0),
        (&["check", "wrong.txt"], 1),
        (&["check", "wrong.txt", "right.txt"], 1),
        (&["check", "ferry.txt"], 0),
        (&["check", "--fail-on", "warning", "ferry.txt"], 1),
        (&["check", "--fail-on", "info", "ferry.txt"], 1),
        (&["check", "wrong.txt", "missing.txt"], 2),
        (&["check", "right.txt", "missing.txt"], 2),
        (&["check", "--rules", "bad.toml", "wrong.txt"], 2),
        (&["check", "--rules", "missing.toml", "wrong.txt"], 2),
        (&["check", "--date", "2025-02-30", "right.txt"], 2),
        (&["check", "--format", "yaml", "right.txt"], 2),
        (&["check", "--fail-on", "fatal", "right.txt"], 2),
        (&["check", "--unsafe-fixes", "right.txt"], 2),
        (&["chekc", "right.txt"], 2),
        (&[], 2),
    ] {
        let done = desk.run(args);
        assert_eq!(done.status, status, "{args:?}: {done:?}");
    }
}

#[test]
fn what_a_user_sees() {
    let desk = Desk::new();
    desk.write("wrong.txt", WRONG)
        .write("right.txt", RIGHT)
        .write("ferry.txt", "The Bay Ferrys pier.");
    let done = desk.run(&[
        "check",
        "wrong.txt",
        "right.txt",
        "ferry.txt",
        "missing.txt",
    ]);
    assert_eq!(done.status, 2);
    insta::assert_snapshot!(done.out);
    insta::assert_snapshot!(done.err, @r"
    error: missing.txt: there is no such file
      help: check the path
    ");
    let done = desk.run(&["check", "right.txt"]);
    assert_eq!(
        done.out,
        "No mistakes found in 1 article\n\
         No date found (--date sets one): ages, future-past, weekdays without a year and\n\
         \x20 the time of facts are not checked\n"
    );
    assert_eq!(done.err, "");
}

#[test]
fn every_key_of_the_json_is_there_and_in_order() {
    let desk = Desk::new();
    desk.write("wrong.txt", WRONG);
    let done = desk.run(&json(&["wrong.txt", "missing.txt"]));
    insta::assert_snapshot!(done.out);
    for _ in 0..3 {
        assert_eq!(desk.run(&json(&["wrong.txt", "missing.txt"])).out, done.out);
    }
}

#[test]
fn findings_come_in_the_order_of_the_files_given() {
    let desk = Desk::new();
    for name in [
        "b.txt",
        "a.txt",
        "d/z.txt",
        "d/c/b.txt",
        "d/a.md",
        "d-a.txt",
    ] {
        desk.write(name, WRONG);
    }
    let done = desk.run(&json(&["b.txt", "d", "a.txt", "./b.txt", "d/z.txt"]));
    assert_eq!(
        done.files(),
        ["b.txt", "d/a.md", "d/c/b.txt", "d/z.txt", "a.txt"]
    );
    let done = desk.run(&json(&[]));
    assert_eq!(
        done.files(),
        [
            "a.txt",
            "b.txt",
            "d/a.md",
            "d/c/b.txt",
            "d/z.txt",
            "d-a.txt"
        ]
    );
}

#[test]
fn a_directory_is_walked_as_a_person_would() {
    let desk = Desk::new();
    for name in [
        "text/a.txt",
        "text/b.markdown",
        "text/UPPER.TXT",
        "text/data.csv",
        "text/.hidden.txt",
        "text/.git/c.txt",
        "text/drafts/d.txt",
        "text/drafts/keep.txt",
        "text/sub/e.txt",
        "text/sub/notes/f.txt",
        "text/rules/readme.txt",
    ] {
        desk.write(name, WRONG);
    }
    desk.write("text/.gitignore", "/drafts/*\n!keep.txt\n")
        .write("text/sub/.gitignore", "notes/\n")
        .write("text/rules/people.toml", cli_support::PEOPLE);
    let done = desk.run(&json(&["--rules", "text/rules", "text"]));
    assert_eq!(
        done.files(),
        [
            "text/UPPER.TXT",
            "text/a.txt",
            "text/b.markdown",
            "text/drafts/keep.txt",
            "text/sub/e.txt"
        ]
    );
    // A file that is named is read, whatever it is.
    let named = ["text/data.csv", "text/.hidden.txt", "text/drafts/d.txt"];
    assert_eq!(desk.run(&json(&named)).files(), named);
}

#[test]
fn a_gitignore_above_counts_inside_a_repository() {
    let desk = Desk::new();
    desk.write("text/old/a.txt", WRONG)
        .write("text/b.txt", WRONG)
        .write(".gitignore", "old/\n");
    assert_eq!(desk.run(&json(&["text"])).files().len(), 2);
    desk.write(".git/HEAD", "ref: refs/heads/main\n");
    assert_eq!(desk.run(&json(&["text"])).files(), ["text/b.txt"]);
}

#[test]
fn standard_input() {
    let desk = Desk::new();
    desk.write("right.txt", RIGHT);
    let done = desk.pipe(WRONG.as_bytes(), &json(&["-"]));
    assert_eq!(
        (done.status, done.files()),
        (1, vec!["<stdin>".to_string()])
    );
    let done = desk.pipe(
        WRONG.as_bytes(),
        &json(&["right.txt", "-", "--stdin-filename", "pier.md"]),
    );
    assert_eq!(
        (done.status, done.files()),
        (1, vec!["pier.md".to_string()])
    );
    assert_eq!(done.json()["summary"]["articles"], 2);
}

#[test]
fn a_closed_pipe_is_a_quiet_exit() {
    let desk = Desk::new();
    desk.write("wrong.txt", WRONG.repeat(2_000));
    for format in ["graphical", "json"] {
        let mut command = desk.command(&["check", "--format", format, "wrong.txt"]);
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        command.stdout(writer).stderr(std::process::Stdio::piped());
        let done = command.output().unwrap();
        assert_eq!(String::from_utf8_lossy(&done.stderr), "", "{format}");
        assert!(done.status.code().is_some(), "{format}");
    }
}

#[test]
fn colour_is_only_where_it_is_wanted() {
    let desk = Desk::new();
    desk.write("wrong.txt", WRONG);
    let colored = |args: &[&str], variables: &[(&str, &str)]| {
        let mut command = desk.command(&[&["check", "wrong.txt", "missing.txt"], args].concat());
        command.envs(variables.iter().copied());
        let done = run(command);
        assert_eq!(done.out.contains('\u{1b}'), done.err.contains('\u{1b}'));
        done.out.contains('\u{1b}')
    };
    assert!(!colored(&[], &[]));
    assert!(colored(&["--color", "always"], &[]));
    assert!(colored(&["--color=always"], &[("NO_COLOR", "1")]));
    assert!(colored(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&[], &[("NO_COLOR", "1")]));
    assert!(!colored(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn rules_may_be_files_and_directories() {
    let desk = Desk::empty();
    desk.write("a/people.toml", cli_support::PEOPLE)
        .write(
            "a/deep/more.toml",
            "[[entity]]\nname = \"Oak Bay\"\nreject = [\"Oakby\"]\n",
        )
        .write("a/notes.txt", "no rule")
        .write(
            "one.rules",
            "[[entity]]\nname = \"Elm Bay\"\nreject = [\"Elmby\"]\n",
        )
        .write("x.txt", "Oakby, Elmby, Katarzyna Wojick");
    let facts = |rules: &[&str]| -> Vec<String> {
        let done = desk.run(&json(&[&["x.txt"], rules].concat()));
        let json = done.json();
        let findings = json["findings"].as_array().unwrap().iter();
        findings
            .map(|finding| finding["fact"].as_str().unwrap().to_string())
            .collect()
    };
    assert_eq!(facts(&["--rules", "a"]), ["oak-bay", "mayor"]);
    assert_eq!(facts(&["--rules", "one.rules"]), ["elm-bay"]);
    assert_eq!(
        facts(&["--rules", "one.rules", "--rules", "a/people.toml"]),
        ["elm-bay", "mayor"]
    );
    // The same file twice is one file.
    assert_eq!(
        facts(&["--rules", "a/people.toml", "--rules", "./a/people.toml"]),
        ["mayor"]
    );
}

#[test]
fn help_texts() {
    let desk = Desk::empty();
    let list = desk.run(&["--help"]).out;
    let commands = list.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands = commands.take_while(|line| !line.is_empty());
    // A line that goes on is indented further.
    let commands = commands.filter(|line| !line.starts_with("   "));
    let commands = commands.filter_map(|line| line.split_whitespace().next());
    for command in commands.filter(|command| *command != "help").chain([""]) {
        let args: Vec<&str> = [command, "--help"]
            .into_iter()
            .filter(|arg| !arg.is_empty())
            .collect();
        let done = desk.run(&args);
        assert_eq!((done.status, done.err.as_str()), (0, ""));
        insta::assert_snapshot!(format!("help_{command}"), done.out);
    }
    let version = format!("factlint {}", env!("CARGO_PKG_VERSION"));
    assert_eq!(desk.run(&["-V"]).out, format!("{version}\n"));
    let done = desk.run(&["--version"]);
    assert_eq!(done.out, format!("{version} (rule language 1, JSON 1)\n"));
}
