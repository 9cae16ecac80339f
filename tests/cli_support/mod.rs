//! A newsroom's directory to run the program in.
#![allow(dead_code)]

pub mod rule_tests;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A directory of its own, with rules.
pub struct Desk {
    root: tempfile::TempDir,
}

/// What a run came to.
#[derive(Debug)]
pub struct Done {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    /// A directory without anything.
    pub fn empty() -> Desk {
        let root = tempfile::tempdir().unwrap();
        Desk { root }
    }

    /// A directory with one rule: the mayor's name.
    pub fn new() -> Desk {
        let desk = Desk::empty();
        desk.write("rules/people.toml", PEOPLE);
        desk
    }

    /// A directory with two rules, and an article `a.md` with four mistakes.
    pub fn bridge() -> Desk {
        let desk = Desk::empty();
        desk.write("rules/names.toml", BRIDGE_RULES)
            .write("a.md", BRIDGE);
        desk
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) -> &Desk {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        self
    }

    pub fn run(&self, args: &[&str]) -> Done {
        run(self.command(args))
    }

    /// The program, run in a directory below.
    pub fn run_in(&self, directory: &str, args: &[&str]) -> Done {
        let mut command = self.command(args);
        command.current_dir(self.path(directory));
        run(command)
    }

    pub fn pipe(&self, input: &[u8], args: &[&str]) -> Done {
        let file = self.path(".input");
        std::fs::write(&file, input).unwrap();
        let mut command = self.command(args);
        command.stdin(std::fs::File::open(file).unwrap());
        run(command)
    }

    pub fn command(&self, args: &[&str]) -> Command {
        program(self.root.path(), args)
    }
}

const BRIDGE_RULES: &str = r#"
[[entity]]
name = "Petra Lindholm"

[[figure]]
id      = "bridge-length"
unit    = "km"
subject = ["bridge"]
value   = 7.8
"#;

/// An article with four mistakes.
pub const BRIDGE: &str = "\
The bridge is 8.7 km long, says Petra Lindhlom.

Some say that the bridge is 8.7 km long. That was on Tuesday, 3 November 2025.
";

pub const PEOPLE: &str = r#"
[[entity]]
id     = "mayor"
name   = "Katarzyna Wojcik"
reject = ["Katarzyna Wojick"]
source = "https://example.org/council"
note   = "She spells it without accents."

[[entity]]
id       = "ferry"
name     = "Bay Ferries"
reject   = ["Bay Ferrys"]
severity = "warning"
"#;

pub const WRONG: &str = "Mayor Katarzyna Wojick opened the pier.\n";
pub const RIGHT: &str = "Mayor Katarzyna Wojcik opened the pier.\n";

fn program(directory: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factlint"));
    command
        .args(args)
        .current_dir(directory)
        .stdin(Stdio::null())
        .env("LC_ALL", "en_US.UTF-8");
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "CI"] {
        command.env_remove(name);
    }
    command
}

pub fn run(mut command: Command) -> Done {
    let done = command.output().unwrap();
    Done {
        status: done.status.code().unwrap_or(-1),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

impl Done {
    /// The JSON on standard output.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The files of the findings.
    pub fn files(&self) -> Vec<String> {
        texts(&self.json()["findings"], "file")
    }

    /// The kinds of the problems.
    pub fn problems(&self) -> Vec<String> {
        texts(&self.json()["problems"], "kind")
    }
}

fn texts(list: &serde_json::Value, key: &str) -> Vec<String> {
    let list = list.as_array().unwrap().iter();
    list.map(|item| item[key].as_str().unwrap().to_string())
        .collect()
}
