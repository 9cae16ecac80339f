//! `--fix` and the disk: links, permissions, others who write, and a program that is killed in the middle.
#![cfg(unix)]

mod cli_support;

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::process::Stdio;
use std::time::{Duration, Instant};

use cli_support::Desk;

const OLD: &str = "Petra Lindhome spoke.\n";
const NEW: &str = "Petra Lindholm spoke.\n";

fn desk() -> Desk {
    let desk = Desk::empty();
    desk.write(
        "rules/names.toml",
        "[[entity]]\nname = \"Petra Lindholm\"\nreject = [\"Petra Lindhome\"]\n",
    );
    desk
}

fn text(desk: &Desk, path: &str) -> String {
    fs::read_to_string(desk.path(path)).expect("it is there")
}

#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    let desk = desk();
    desk.write("elsewhere/a.txt", OLD);
    let mode = Permissions::from_mode(0o640);
    fs::set_permissions(desk.path("elsewhere/a.txt"), mode).expect("it is ours");
    symlink(desk.path("elsewhere/a.txt"), desk.path("link.txt")).expect("a link");
    let done = desk.run(&["check", "--fix", "link.txt"]);
    assert_eq!(
        (done.status, &*done.err),
        (0, "factlint: 1 fix made in 1 file\n")
    );
    assert!(desk.path("link.txt").is_symlink());
    assert_eq!(text(&desk, "elsewhere/a.txt"), NEW);
    let mode = fs::metadata(desk.path("elsewhere/a.txt"))
        .expect("it is there")
        .mode();
    assert_eq!(mode & 0o777, 0o640);
}

/// A file is put in the place of the other: its second name keeps what it had. The book says so.
#[test]
fn another_hard_link_keeps_the_old_text() {
    let desk = desk();
    desk.write("a.txt", OLD);
    fs::hard_link(desk.path("a.txt"), desk.path("b.txt")).expect("a link");
    desk.run(&["check", "--fix", "a.txt"]);
    assert_eq!(
        (text(&desk, "a.txt"), text(&desk, "b.txt")),
        (NEW.into(), OLD.into())
    );
}

/// A file that is named twice, by itself and by a link, is mended once and comes to no harm.
#[test]
fn a_file_that_is_named_by_two_links_is_whole() {
    let desk = desk();
    desk.write("a.txt", OLD);
    symlink(desk.path("a.txt"), desk.path("b.txt")).expect("a link");
    let done = desk.run(&["check", "--fix", "a.txt", "b.txt"]);
    assert_eq!(text(&desk, "a.txt"), NEW, "{done:?}");
    assert!(desk.path("b.txt").is_symlink());
}

#[test]
fn a_directory_that_may_not_be_written_leaves_the_file_as_it_is() {
    let desk = desk();
    desk.write("stories/a.txt", OLD);
    let mode = |mode| fs::set_permissions(desk.path("stories"), Permissions::from_mode(mode));
    mode(0o555).expect("it is ours");
    let done = if fs::write(desk.path("stories/probe"), "").is_ok() {
        // The superuser may write everywhere; someone else is asked to run the program, if there is a way.
        let mut command = std::process::Command::new("setpriv");
        command
            .args(["--reuid=65534", "--clear-groups"])
            .arg(env!("CARGO_BIN_EXE_factlint"))
            .args(["check", "--fix", "stories/a.txt"])
            .current_dir(desk.path(""));
        fs::set_permissions(desk.path(""), Permissions::from_mode(0o755)).expect("it is ours");
        match command.output() {
            Ok(done) if done.status.code() == Some(2) => {
                String::from_utf8_lossy(&done.stderr).into_owned()
            }
            _ => return mode(0o755).expect("it is ours"),
        }
    } else {
        desk.run(&["check", "--fix", "stories/a.txt"]).err
    };
    mode(0o755).expect("it is ours");
    assert_eq!(text(&desk, "stories/a.txt"), OLD);
    let told = "stories/a.txt: permission to write it is denied; nothing was changed";
    assert!(done.contains(told), "{done}");
}

/// What somebody else writes while the program runs is not lost.
#[test]
fn what_changed_meanwhile_is_kept() {
    let desk = desk();
    let long = OLD.repeat(20_000);
    desk.write("a.txt", &long);
    let mut child = desk
        .command(&["check", "--fix", "--format", "json", "a.txt"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    std::thread::sleep(Duration::from_millis(400));
    let edited = format!("{long}A line that an editor has just written.\n");
    let beside = desk.path("a.txt~");
    fs::write(&beside, &edited).expect("it can be written");
    fs::rename(&beside, desk.path("a.txt")).expect("it can be renamed");
    let status = child.wait().expect("it ends");
    let now = text(&desk, "a.txt");
    assert!(
        now.ends_with("has just written.\n"),
        "the edit is lost: {status}"
    );
}

/// Killed at any moment, each file holds all of what it held, or all of what it was to hold.
#[test]
fn a_kill_in_the_middle_leaves_every_file_whole() {
    const FILES: usize = 200;
    const KILLS: usize = 50;
    let desk = desk();
    let (old, new) = (OLD.repeat(3), NEW.repeat(3));
    let file = |number: usize| format!("stories/{number}.txt");
    let fix = || {
        desk.command(&["check", "--fix", "--format", "json", "stories"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs")
    };
    let prepare = || {
        for number in 0..FILES {
            desk.write(&file(number), &old);
        }
    };
    prepare();
    let started = Instant::now();
    fix().wait().expect("it ends");
    let whole = started.elapsed();
    assert_eq!(text(&desk, &file(0)), new);
    let (mut cut, mut left) = (0, 0);
    for kill in 0..KILLS {
        prepare();
        let mut child = fix();
        // Spread over the run, in no order.
        let moment = whole * (kill * 37 % KILLS) as u32 / KILLS as u32;
        std::thread::sleep(moment);
        child.kill().expect("it was started");
        child.wait().expect("it ends");
        let mended = (0..FILES).filter(|number| {
            let text = text(&desk, &file(*number));
            assert!(
                text == old || text == new,
                "{number} after {moment:?}: {text}"
            );
            text == new
        });
        let mended = mended.count();
        cut += usize::from(0 < mended && mended < FILES);
        for entry in fs::read_dir(desk.path("stories"))
            .expect("a folder")
            .flatten()
        {
            let name = entry.file_name().into_string().expect("UTF-8");
            if !name.ends_with(".txt") || name.starts_with('.') {
                assert!(name.starts_with(".factlint-"), "{name}");
                fs::remove_file(entry.path()).expect("it is ours");
                left += 1;
            }
        }
    }
    assert!(cut > 0, "no kill came in the middle of {whole:?}");
    println!("{cut} of {KILLS} kills came in the middle of {whole:?}; {left} files left beside");
    prepare();
    let done = desk.run(&["check", "--fix", "stories"]);
    assert_eq!(
        (done.status, &*done.err),
        (
            0,
            &*format!("factlint: {} fixes made in {FILES} files\n", FILES * 3)
        )
    );
}
