//! `factlint man` and `factlint completions`: they say what `--help` says.

mod cli_support;

use std::process::Command;

use cli_support::{Desk, run};

/// The commands, as `--help` lists them.
fn commands(desk: &Desk) -> Vec<String> {
    let help = desk.run(&["--help"]).out;
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names = lines.take_while(|line| !line.is_empty());
    let names = names.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let names = names.filter(|name| !name.is_empty() && *name != "help");
    let names: Vec<String> = names.map(str::to_string).collect();
    assert!(names.len() > 5, "{help}");
    names
}

/// The long options of a command, as its `--help` lists them.
fn options(desk: &Desk, command: &str) -> Vec<String> {
    let help = desk.run(&[command, "--help"]).out;
    let words = help.lines().filter_map(|line| {
        let line = line
            .trim_start_matches([' ', 'h', 'V', ','])
            .trim_start_matches("-,");
        let start = line.find("--").filter(|at| *at < 5)?;
        let rest = &line[start + 2..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        Some(rest[..end.unwrap_or(rest.len())].to_string())
    });
    let options: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    assert!(options.iter().any(|it| it == "color"), "{help}");
    options
}

#[test]
fn one_page_holds_every_command_and_option() {
    let desk = Desk::empty();
    let done = desk.run(&["man"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    let page = done.out;
    let version = env!("CARGO_PKG_VERSION");
    assert!(page.starts_with(&format!(
        ".TH FACTLINT 1 \"\" \"factlint {version}\" \"factlint manual\"\n.SH \"NAME\"\n"
    )));
    let sections: Vec<&str> = page.split("\n.SH ").collect();
    for command in commands(&desk) {
        let heading = format!("\"FACTLINT {}\"", command.to_uppercase());
        let own = sections.iter().find(|it| it.starts_with(&heading));
        let own = own.unwrap_or_else(|| panic!("no section for {command}"));
        assert!(own.contains(".SS \"SYNOPSIS\"\nfactlint "), "{own}");
        for option in options(&desk, &command) {
            let written = option.replace('-', "\\-");
            let general = ["color", "help", "version"].contains(&&*option);
            assert!(
                general || own.contains(&format!("\\-\\-{written}")),
                "{command} {option}"
            );
        }
    }
    for line in page.lines() {
        let known = [
            "TH", "SH", "SS", "TP", "PP", "nf", "fi", "br", "ie", "el", "RS", "RE",
        ];
        let request = line
            .strip_prefix('.')
            .map(|line| line.split(' ').next().unwrap_or_default());
        assert!(
            request.is_none_or(|request| known.contains(&request)),
            "{line}"
        );
        assert!(!line.starts_with('\''), "{line}");
    }
    assert!(!page.contains("\\*("), "a name that is not defined");
}

#[test]
fn a_page_for_each_command() {
    let desk = Desk::empty();
    let done = desk.run(&["man", "--dir", "share/man1"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    let commands = commands(&desk);
    assert_eq!(
        done.out,
        format!("{} pages written to share/man1\n", commands.len() + 1)
    );
    for command in &commands {
        let page = std::fs::read_to_string(desk.path(&format!("share/man1/factlint-{command}.1")))
            .unwrap();
        let title = format!(".TH FACTLINT-{} 1 ", command.to_uppercase());
        assert!(page.starts_with(&title), "{page}");
        assert!(
            page.contains(&format!("factlint\\-{command} \\- ")),
            "{page}"
        );
    }
    let index = std::fs::read_to_string(desk.path("share/man1/factlint.1")).unwrap();
    for command in &commands {
        assert!(
            index.contains(&format!("factlint\\-{command}(1)")),
            "{index}"
        );
    }
    desk.write("file", "");
    let done = desk.run(&["man", "--dir", "file"]);
    assert_eq!(done.status, 2);
    assert!(done.err.contains("file can't be written"), "{}", done.err);
}

#[test]
fn completions_for_every_shell() {
    let desk = Desk::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let done = desk.run(&["completions", shell]);
        assert_eq!((done.status, done.err.as_str()), (0, ""), "{shell}");
        for command in commands(&desk) {
            assert!(done.out.contains(&command), "{shell} {command}");
        }
    }
    let done = desk.run(&["completions", "csh"]);
    assert_eq!(done.status, 2);
    assert!(done.err.contains("possible values: bash"), "{}", done.err);
}

#[test]
fn bash_completes() {
    if Command::new("bash").arg("--version").output().is_err() {
        eprintln!("no bash here: not tried");
        return;
    }
    let desk = Desk::empty();
    let script = desk.run(&["completions", "bash"]).out;
    desk.write("factlint.bash", &script);
    let bash = |args: &[&str]| {
        let mut command = Command::new("bash");
        command
            .args(["--norc", "--noprofile"])
            .args(args)
            .current_dir(desk.path("."));
        run(command)
    };
    let done = bash(&["-n", "factlint.bash"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    for (words, expected) in [
        ("factlint te", "test"),
        ("factlint test --cov", "--coverage"),
        ("factlint completions fi", "fish"),
    ] {
        let count = words.split(' ').count() - 1;
        let last = words.split(' ').next_back().unwrap();
        let before = words.split(' ').nth(count - 1).unwrap();
        let asked = format!(
            "source factlint.bash; COMP_WORDS=({words}); COMP_CWORD={count}; \
             _factlint factlint '{last}' '{before}'; echo \"${{COMPREPLY[@]}}\""
        );
        let done = bash(&["-c", &asked]);
        assert_eq!(done.out.trim_end(), expected, "{words}: {done:?}");
    }
}
