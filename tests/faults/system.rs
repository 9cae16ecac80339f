//! What the system withholds: handles, memory for the stack, threads, a home, a place for temporary files.

use std::fs;
use std::process::Command;

use crate::cli_support::{Desk, RIGHT, WRONG, run};
use crate::{after, run_after};

#[test]
fn few_handles_are_enough_for_thousands_of_files_and_a_deep_tree() {
    let desk = Desk::new();
    let mut folder = String::from("news");
    for depth in 0..100 {
        desk.write(&format!("{folder}/a{depth}.txt"), WRONG);
        folder += "/d";
    }
    for file in 0..2_000 {
        desk.write(&format!("news/b{file}.txt"), RIGHT);
    }
    let done = run_after(
        &desk,
        "ulimit -n 16",
        &["check", "--format", "json", "news"],
    );
    assert_eq!(done.ended(1).files().len(), 100);
    assert_eq!(done.json()["summary"]["articles"], 2_100);
    let done = run_after(&desk, "ulimit -n 16", &["check", "--fix", "news"]);
    done.ended(0).told("100 fixes made in 100 files");
}

#[test]
fn a_small_stack_is_enough() {
    let desk = Desk::new();
    desk.write("a.txt", WRONG)
        .write("b.html", "<div>".repeat(20_000) + WRONG)
        .write("c.md", ">".repeat(20_000) + " " + WRONG)
        .write("d.json", "[".repeat(20_000));
    for format in ["graphical", "json", "html"] {
        let args = ["check", "--format", format, "a.txt", "b.html", "c.md"];
        run_after(&desk, "ulimit -s 512", &args).ended(1);
    }
    run_after(&desk, "ulimit -s 512", &["check", "a.txt", "d.json"])
        .ended(2)
        .told("d.json");
    run_after(&desk, "ulimit -s 512", &["suggest", "a.txt"]).ended(0);
}

/// Of the superuser no threads are withheld: someone else is asked to run the program, if there is a way.
#[test]
fn without_threads_it_takes_longer() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.write("a.txt", WRONG).write("b.txt", WRONG);
    let open = fs::Permissions::from_mode(0o755);
    fs::set_permissions(desk.path(""), open).unwrap();
    let nobody = |args: &[&str]| {
        let plain = desk.command(args);
        let mut command = Command::new("setpriv");
        command
            .args(["--reuid=65534", "--clear-groups", "prlimit", "--nproc=0"])
            .arg(plain.get_program())
            .args(args)
            .current_dir(desk.path(""));
        command
    };
    let may = nobody(&["--version"]).output();
    if !may.is_ok_and(|done| done.status.success()) {
        println!("nobody else can be asked: skipped");
        return;
    }
    for args in [
        &["check", "--format", "compact", "a.txt", "b.txt"][..],
        &["test"],
        &["rules"],
        &["suggest", "a.txt"],
    ] {
        let done = run(nobody(args));
        done.ended(i32::from(args[0] == "check"));
    }
}

#[test]
fn no_home_no_terminal_no_place_for_temporary_files() {
    let desk = Desk::new();
    desk.write("a.txt", WRONG);
    let bare = |args: &[&str]| {
        let mut command = desk.command(args);
        command.env_clear().env("TMPDIR", "/nowhere");
        run(command)
    };
    bare(&["check", "a.txt"]).ended(1);
    bare(&["check", "--write-baseline", "known.json", "a.txt"]).ended(0);
    bare(&["check", "--output", "json=a.json", "a.txt"]).ended(1);
    bare(&["check", "--fix", "a.txt"])
        .ended(0)
        .told("1 fix made in 1 file");
    assert_eq!(fs::read_to_string(desk.path("a.txt")).unwrap(), RIGHT);
}

#[test]
fn a_working_directory_that_is_gone() {
    let desk = Desk::new();
    desk.write("a.txt", WRONG);
    let whole = |path: &str| desk.path(path).to_str().unwrap().to_string();
    let (rules, article) = (whole("rules"), whole("a.txt"));
    let gone = "mkdir gone && cd gone && rmdir ../gone";
    let mut command = after(&desk, gone, &["check", "--rules", &rules, &article]);
    command.env("PWD", "/nowhere");
    run(command).ended(1);
    run_after(&desk, gone, &["check"])
        .ended(2)
        .told("this directory holds no article");
    for args in [
        &["rules"][..],
        &["test"],
        &["fmt"],
        &["init"],
        &["suggest", "a.txt"],
    ] {
        run_after(&desk, gone, args).ended(2);
    }
}
