//! What is written: full disks, closed pipes, folders that may not be written. `.ci/faults` does the same on disks that
//! are full and read-only indeed.

use std::fs::{self, File};
use std::io::pipe;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::cli_support::{Desk, Done, RIGHT, WRONG, run};
use crate::{COMMANDS, FORMATS, run_after};

fn desk() -> Desk {
    let desk = Desk::new();
    let test = "\n[[test]]\nname = \"a test\"\ntext = \"The pier.\"\n";
    let rules = fs::read_to_string(desk.path("rules/people.toml")).unwrap();
    desk.write("rules/people.toml", rules + test);
    desk.write("a.txt", WRONG.repeat(300));
    desk
}

/// Commands and reports, each with the status that it comes to where all can be written.
fn each(desk: &Desk, run_one: impl Fn(&[&str], i32)) {
    let reports = FORMATS
        .iter()
        .map(|id| vec!["check", "--format", id, "a.txt"]);
    for args in COMMANDS.iter().map(|args| args.to_vec()).chain(reports) {
        let status = desk.run(&args).status;
        assert!(status < 2, "{args:?}");
        run_one(&args, status);
    }
}

#[test]
fn standard_output_on_a_full_disk_is_told() {
    let Ok(full) = File::options().write(true).open("/dev/full") else {
        return println!("there is no /dev/full: skipped");
    };
    let desk = desk();
    each(&desk, |args, _| {
        let mut command = desk.command(args);
        command.stdout(full.try_clone().unwrap());
        command.stderr(std::process::Stdio::piped());
        let output = command.spawn().unwrap().wait_with_output().unwrap();
        let done = Done {
            status: output.status.code().unwrap(),
            out: String::new(),
            err: String::from_utf8(output.stderr).unwrap(),
        };
        done.ended(2);
        done.told("standard output can't be written: the disk is full; make room");
    });
}

/// A mend that nobody can be told of is made.
#[test]
fn standard_error_on_a_full_disk_changes_nothing() {
    let Ok(full) = File::options().write(true).open("/dev/full") else {
        return println!("there is no /dev/full: skipped");
    };
    let desk = desk();
    let mut command = desk.command(&["check", "--fix", "a.txt", "none.txt"]);
    command.stderr(full).stdout(std::process::Stdio::null());
    assert_eq!(
        command.status().unwrap().code(),
        Some(2),
        "one is not there"
    );
    assert_eq!(
        fs::read_to_string(desk.path("a.txt")).unwrap(),
        RIGHT.repeat(300)
    );
}

/// Who reads no more has seen enough: the status is that of the run, and nothing is said.
#[test]
fn a_pipe_that_is_closed_from_the_start_is_quiet() {
    let desk = desk();
    each(&desk, |args, status| {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let mut command = desk.command(args);
        command.stdout(writer).stderr(std::process::Stdio::piped());
        let output = command.spawn().unwrap().wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        // How many fixes there are stands on standard error, which is not closed.
        let count = "factlint: 300 fixes would be made in 1 file\n";
        let known = if args.contains(&"--diff") && args[0] == "check" {
            count
        } else {
            ""
        };
        assert_eq!(
            (output.status.code(), &*told),
            (Some(status), known),
            "{args:?}"
        );
    });
    // Nobody listens at all.
    let (reader, writer) = pipe().unwrap();
    drop(reader);
    let mut command = desk.command(&["check", "a.txt", "none.txt"]);
    command.stdout(writer.try_clone().unwrap()).stderr(writer);
    assert_eq!(command.status().unwrap().code(), Some(2));
}

/// No file but what was there, and as it was.
#[track_caller]
fn untouched(desk: &Desk, folder: &str) {
    let names = fs::read_dir(desk.path(folder)).unwrap().flatten();
    let mut names: Vec<String> = names
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["b.json", "b.txt"]);
    assert_eq!(
        fs::read_to_string(desk.path(&format!("{folder}/b.txt"))).unwrap(),
        WRONG.repeat(300)
    );
    assert_eq!(
        fs::read_to_string(desk.path(&format!("{folder}/b.json"))).unwrap(),
        "old"
    );
}

/// What writes into the folder `full`, and what is told if it can't.
const WRITES: &[(&[&str], &str)] = &[
    (
        &["--output", "json=full/b.json"],
        "full/b.json: the report can't be written: ",
    ),
    (
        &["--output", "html=full/c.html"],
        "full/c.html: the report can't be written: ",
    ),
    (
        &["--write-baseline", "full/b.json"],
        "full/b.json can't be written: ",
    ),
    (
        &["--write-baseline", "full/c.json"],
        "full/c.json can't be written: ",
    ),
    (&["--fix"], "full/b.txt: "),
];

/// The size of files is limited: for the program that is as a disk that is full in the middle.
#[test]
fn a_file_that_can_be_written_in_part_is_not_written() {
    let desk = desk();
    desk.write("full/b.txt", WRONG.repeat(300))
        .write("full/b.json", "old");
    desk.write("c.txt", WRONG);
    for (args, told) in WRITES {
        let args = [
            &["check", "--format", "compact", "full/b.txt", "c.txt"],
            *args,
        ]
        .concat();
        let done = run_after(&desk, "trap '' XFSZ && ulimit -f 1", &args);
        done.ended(2)
            .told(told)
            .told("the system allows no file of this size");
        untouched(&desk, "full");
        if !args.contains(&"--write-baseline") {
            assert!(
                done.out.contains("full/b.txt:1:7"),
                "the findings are told: {done:?}"
            );
        }
    }
    assert_eq!(
        fs::read_to_string(desk.path("c.txt")).unwrap(),
        RIGHT,
        "the other is mended"
    );
}

#[test]
fn a_folder_that_may_not_be_written_is_told() {
    let desk = desk();
    desk.write("full/b.txt", WRONG.repeat(300))
        .write("full/b.json", "old");
    let mode = |path: &str, mode| {
        fs::set_permissions(desk.path(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    mode("full", 0o555);
    mode("", 0o755);
    let superuser = fs::write(desk.path("full/probe"), "").is_ok();
    if superuser {
        fs::remove_file(desk.path("full/probe")).unwrap();
    }
    let one = |args: &[&str]| {
        let plain = desk.command(args);
        let mut command = Command::new("setpriv");
        command
            .args(["--reuid=65534", "--clear-groups"])
            .arg(plain.get_program());
        command.args(args).current_dir(desk.path(""));
        if superuser {
            command
        } else {
            desk.command(args)
        }
    };
    if !one(&["--version"])
        .output()
        .is_ok_and(|done| done.status.success())
    {
        return println!("nobody else can be asked: skipped");
    }
    for (args, told) in WRITES {
        let args = [&["check", "--format", "compact", "full/b.txt"], *args].concat();
        let done = run(one(&args));
        done.ended(2)
            .told(told)
            .told("permission to write it is denied");
        untouched(&desk, "full");
    }
    mode("full", 0o755);
}

#[test]
fn a_place_that_is_not_there_is_told() {
    let desk = desk();
    for (args, told) in [
        (
            &["check", "--output", "json=none/a.json"][..],
            "none/a.json: the report can't be written: there is no directory none",
        ),
        (
            &["check", "--write-baseline", "none/a.json"],
            "none/a.json can't be written: there is no directory none",
        ),
        (
            &["check", "--output", "json=a.txt/b.json"],
            "there is no directory a.txt",
        ),
        (&["man", "--dir", "a.txt/man"], "a.txt/man can't be written"),
        (
            &["init", "a.txt"],
            "this is a file, but a directory of this name is needed",
        ),
    ] {
        desk.run(args).ended(2).told(told);
    }
}
