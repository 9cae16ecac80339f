//! `--format jsonl` in a pipe, with writers and readers of every kind.

mod cli_support;
mod jsonl_support;

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use cli_support::{Desk, Done, RIGHT, WRONG};
use jsonl_support::{CHECK, record, told};
use serde_json::{Value, json};

fn start(desk: &Desk, arguments: &[&str]) -> Child {
    let mut command = desk.command(arguments);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command.spawn().unwrap()
}

fn finish(child: Child) -> Done {
    let done = child.wait_with_output().unwrap();
    Done {
        status: done.status.code().unwrap_or(-1),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

#[test]
fn a_record_that_is_too_long_is_passed_over() {
    let desk = Desk::new();
    let mut child = start(&desk, CHECK);
    let mut input = child.stdin.take().unwrap();
    let feeding = thread::spawn(move || {
        let piece = [b'x'; 1 << 16];
        input.write_all(b"{\"id\": 1, \"body\": \"").unwrap();
        for _ in 0..=1024 {
            input.write_all(&piece).unwrap();
        }
        let rest = format!("\"}}\n{}", record(2, WRONG));
        input.write_all(rest.as_bytes()).unwrap();
    });
    let done = finish(child);
    feeding.join().unwrap();
    assert_eq!(done.status, 2);
    let told = told(&done);
    assert_eq!(told.len(), 2);
    assert_eq!((told[0].3, told[0].4.as_str()), (0, "unreadable"));
    assert!(done.out.contains("line 1 is longer than 64 MB"));
    assert_eq!((&told[1].2, told[1].3), (&json!(2), 1));
}

/// The lines that a child writes, as they come.
fn answers(child: &mut Child) -> mpsc::Receiver<String> {
    let (sender, answers) = mpsc::channel();
    let out = BufReader::new(child.stdout.take().unwrap());
    thread::spawn(move || {
        for line in out.lines() {
            if sender.send(line.unwrap()).is_err() {
                return;
            }
        }
    });
    answers
}

/// So long nothing takes; who waits longer waits for ever.
const PATIENCE: Duration = Duration::from_secs(120);

#[test]
fn who_waits_for_an_answer_gets_it() {
    let desk = Desk::new();
    let mut child = start(&desk, CHECK);
    let mut input = child.stdin.take().unwrap();
    let answers = answers(&mut child);
    let ask = |input: &mut ChildStdin, text: &str| {
        input.write_all(text.as_bytes()).unwrap();
        input.flush().unwrap();
    };
    for number in 1..=30 {
        let text = if number % 3 == 0 { WRONG } else { RIGHT };
        let asked = match number % 5 {
            0 => format!("broken {number}\n"),
            _ => record(number, text),
        };
        // In two pieces, with nothing behind the line.
        let (head, tail) = asked.split_at(7);
        ask(&mut input, head);
        ask(&mut input, tail);
        let line = answers.recv_timeout(PATIENCE).expect("an answer");
        let line: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(line["record"], number);
        let count = line["findings"].as_array().unwrap().len();
        assert_eq!(count, usize::from(number % 3 == 0 && number % 5 > 0));
    }
    drop(input);
    assert!(answers.recv_timeout(PATIENCE).is_err(), "no line more");
    assert_eq!(child.wait().unwrap().code(), Some(2));
}

/// The program takes no more than it can check while nobody reads what it writes.
#[test]
fn who_does_not_read_is_not_read_from() {
    const ENOUGH: usize = 64 << 20;
    let desk = Desk::new();
    let mut child = start(&desk, CHECK);
    let mut input = child.stdin.take().unwrap();
    let taken = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&taken);
    let feeding = thread::spawn(move || {
        let text = record(1, WRONG).repeat(100);
        while counted.load(Relaxed) < ENOUGH && input.write_all(text.as_bytes()).is_ok() {
            counted.fetch_add(text.len(), Relaxed);
        }
    });
    let mut before = usize::MAX;
    while before != taken.load(Relaxed) {
        before = taken.load(Relaxed);
        thread::sleep(Duration::from_secs(2));
    }
    assert!(before < ENOUGH / 2, "{before} bytes were taken");
    // And it goes on where somebody reads.
    let mut out = child.stdout.take().unwrap();
    let mut bytes = vec![0; 1 << 20];
    while before == taken.load(Relaxed) {
        out.read_exact(&mut bytes).unwrap();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    feeding.join().unwrap();
}

/// Its reader goes while its writer stays and says nothing more.
#[test]
fn a_closed_pipe_is_quiet() {
    let desk = Desk::new();
    let mut child = start(&desk, CHECK);
    let mut input = child.stdin.take().unwrap();
    input.write_all(record(1, WRONG).as_bytes()).unwrap();
    let mut line = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut line).unwrap();
    assert!(line.contains("\"record\":1,"), "{line}");
    drop(out);
    input.write_all(record(2, RIGHT).as_bytes()).unwrap();
    let mut said = String::new();
    let mut err = child.stderr.take().unwrap();
    err.read_to_string(&mut said).unwrap();
    // What was found is found.
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(1), ""));
    drop(input);
}

#[test]
fn a_full_disk_is_told() {
    let full = std::path::Path::new("/dev/full");
    if !full.exists() {
        return;
    }
    let desk = Desk::new();
    desk.write("a.jsonl", record(1, WRONG).repeat(10));
    let mut command = desk.command(&[
        "check",
        "--input-format",
        "jsonl",
        "--format",
        "jsonl",
        "a.jsonl",
    ]);
    let full = std::fs::File::options().write(true).open(full).unwrap();
    let done = command.stdout(full).output().unwrap();
    assert_eq!(done.status.code(), Some(2));
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(said.contains("No space left"), "{said}");
}

/// However the records come and however many check them, the bytes are the same.
#[test]
fn the_bytes_are_the_same_however_they_come() {
    let desk = Desk::new();
    let many = (0..1000).map(|number| match number % 7 {
        0 => "{\"id\": 1, \"bod\n".to_string(),
        1 => "\n".to_string(),
        _ => record(
            number,
            &[WRONG, RIGHT, "Bay Ferrys."].concat().repeat(number % 3),
        ),
    });
    let text: String = many.collect();
    let expected = desk.pipe(text.as_bytes(), CHECK).out;
    assert!(expected.lines().count() > 800);
    for (threads, piece) in [("1", 1 << 16), ("2", 333), ("7", 5000)] {
        let mut command = desk.command(CHECK);
        command.env("RAYON_NUM_THREADS", threads);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let bytes = text.clone().into_bytes();
        let feeding = thread::spawn(move || {
            for piece in bytes.chunks(piece) {
                input.write_all(piece).unwrap();
            }
        });
        let out = child.wait_with_output().unwrap().stdout;
        feeding.join().unwrap();
        assert!(out == expected.as_bytes(), "{threads} threads");
    }
}
