//! What is read: files that change under the reader, and what is no file.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{OpenOptionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::process::Stdio;
use std::time::Duration;

use crate::cli_support::{Desk, Done, RIGHT, WRONG};
use crate::{FORMATS, system};

/// Checks a pipe and, behind it, `a.txt`, to which something happens when the run has long begun.
fn meanwhile(args: &[&str], happens: impl FnOnce(&Desk)) -> (Desk, Done) {
    let desk = Desk::new();
    desk.write("a.txt", WRONG);
    system(&desk, "mkfifo", &["pipe"]);
    let args = [&["check", "--format", "json", "pipe", "a.txt"], args].concat();
    let mut child = desk
        .command(&args)
        // One after the other.
        .env("RAYON_NUM_THREADS", "1")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let no_wait = rustix::fs::OFlags::NONBLOCK.bits() as i32;
    let mut pipe: File = loop {
        let opened = OpenOptions::new()
            .write(true)
            .custom_flags(no_wait)
            .open(desk.path("pipe"));
        match opened {
            Ok(pipe) => break pipe,
            Err(error) => assert!(child.try_wait().unwrap().is_none(), "{error}"),
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    happens(&desk);
    pipe.write_all(WRONG.as_bytes()).unwrap();
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    let done = Done {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    };
    (desk, done)
}

#[test]
fn a_file_that_vanishes_costs_no_other_its_findings() {
    let (_, done) = meanwhile(&[], |desk| fs::remove_file(desk.path("a.txt")).unwrap());
    done.ended(2).told("a.txt: there is no such file");
    assert_eq!(done.files(), ["pipe"], "what a pipe gives is read too");
}

#[test]
fn a_file_that_grows_or_shrinks_is_read_as_it_is_then() {
    let long = RIGHT.repeat(10_000) + WRONG;
    for (text, files) in [(&*long, &["pipe", "a.txt"][..]), ("", &["pipe"])] {
        let (_, done) = meanwhile(&[], |desk| fs::write(desk.path("a.txt"), text).unwrap());
        assert_eq!(done.ended(1).files(), files);
    }
}

#[test]
fn a_file_that_becomes_a_folder_is_told() {
    let (_, done) = meanwhile(&[], |desk| {
        fs::remove_file(desk.path("a.txt")).unwrap();
        fs::create_dir(desk.path("a.txt")).unwrap();
    });
    done.ended(2).told("a.txt: this is a directory");
    assert_eq!(done.files(), ["pipe"]);
}

#[test]
fn what_is_no_file_holds_nothing_up() {
    let desk = Desk::new();
    desk.write("news/a.txt", WRONG);
    system(
        &desk,
        "mkfifo",
        &["news/b.txt", "news/.gitignore", "factlint.toml"],
    );
    let _socket = UnixListener::bind(desk.path("news/c.txt")).unwrap();
    symlink("/dev/zero", desk.path("news/d.txt")).unwrap();
    symlink("b.txt", desk.path("news/e.txt")).unwrap();
    let done = desk.run(&["check", "--format", "json", "news"]);
    assert_eq!(done.ended(1).files(), ["news/a.txt"]);
    assert_eq!(done.problems(), [""; 0], "nobody asked for them");
    // Whoever names them is told.
    let done = desk.run(&["check", "--format", "json", "news/c.txt", "news/a.txt"]);
    assert_eq!(done.ended(2).files(), ["news/a.txt"]);
    done.told("news/c.txt: this is a socket or a device, not a file");
}

#[test]
fn a_device_without_end_fills_no_machine() {
    let desk = Desk::new();
    desk.write("a.txt", WRONG);
    let done = desk.run(&["check", "--format", "json", "/dev/zero", "a.txt"]);
    assert_eq!(done.ended(2).files(), ["a.txt"]);
    done.told("/dev/zero: it holds more than 512 MB and was not checked");
}

#[test]
fn names_of_any_bytes_are_checked_and_mended_and_steer_no_terminal() {
    let names: &[&[u8]] = &[
        b"broken \xff\xfe.txt",
        b"two\nlines.txt",
        b"red \x1b[31m.txt",
        b"bell \x07\x08.txt",
        b"turned \xe2\x80\xae.txt",
        b"--fix.txt",
        b" .txt",
    ];
    let desk = Desk::new();
    desk.write("news/z.txt", RIGHT);
    let path = |name: &[u8]| desk.path("news").join(OsStr::from_bytes(name));
    for name in names {
        fs::write(path(name), WRONG).unwrap();
    }
    for format in FORMATS {
        let done = desk.run(&["check", "--format", format, "news"]);
        done.ended(1);
        let shown = done.out + &done.err;
        // Who reads a report for programs has to clean what it shows itself.
        let people = ["graphical", "compact", "html", "markdown"].contains(format);
        let steers =
            |c: &char| c.is_control() && *c != '\n' && *c != '\t' || people && *c == '\u{202E}';
        let raw: Vec<char> = shown.chars().filter(steers).collect();
        assert_eq!(raw, [' '; 0], "{format}");
    }
    let done = desk.run(&["check", "--fix", "news"]);
    done.ended(0)
        .told(&format!("{0} fixes made in {0} files", names.len()));
    for name in names {
        assert_eq!(fs::read_to_string(path(name)).unwrap(), RIGHT);
    }
}

#[test]
fn a_path_that_is_too_long_is_told_and_what_lies_above_is_checked() {
    let desk = Desk::new();
    desk.write("a.txt", WRONG);
    let name = "n".repeat(300) + ".txt";
    let done = desk.run(&["check", "--format", "json", &name, "a.txt"]);
    assert_eq!(done.ended(2).files(), ["a.txt"]);
    done.told("its path is longer than the system allows");
    // Two trees that can be made, one below the other.
    let half = [&*"d".repeat(200); 15].join("/");
    desk.write(&format!("one/{half}/a.txt"), WRONG)
        .write(&format!("two/{half}/a.txt"), WRONG);
    fs::rename(desk.path("two"), desk.path(&format!("one/{half}/two"))).unwrap();
    let done = desk.run(&["check", "--format", "json", "one"]);
    assert_eq!(done.ended(2).files().len(), 1, "the upper one");
    done.told("its path is longer than the system allows");
}

/// Each folder holds two links to the next: there are a million ways to the last.
#[test]
fn links_to_folders_of_links_are_followed_once() {
    let desk = Desk::new();
    for folder in 0..20 {
        desk.write(&format!("news/{folder:02}/a.txt"), WRONG);
        for link in ["b", "c"] {
            let next = format!("../{:02}", folder + 1);
            symlink(next, desk.path(&format!("news/{folder:02}/{link}"))).unwrap();
        }
    }
    fs::remove_file(desk.path("news/19/b")).unwrap();
    fs::remove_file(desk.path("news/19/c")).unwrap();
    let done = desk.run(&["check", "--format", "json", "news"]);
    let files = done.ended(1).files();
    assert!((20..=60).contains(&files.len()), "{} files", files.len());
    assert!(done.problems().iter().all(|kind| kind == "loop"));
    done.told("another symbolic link leads to the same directory");
}

#[test]
fn an_empty_file_of_any_format() {
    let desk = Desk::new();
    for end in [
        "txt", "md", "html", "jsonl", "json", "nitf", "rss", "ninjs", "docx",
    ] {
        let name = format!("a.{end}");
        desk.write(&name, "").write("b.txt", WRONG);
        let done = desk.run(&["check", "--format", "json", &name, "b.txt"]);
        // What must hold something (an element, a package) is damaged if it holds nothing.
        let damaged = ["nitf", "rss", "docx"].contains(&end);
        assert_eq!(
            done.ended(if damaged { 2 } else { 1 }).files(),
            ["b.txt"],
            "{end}"
        );
    }
}
