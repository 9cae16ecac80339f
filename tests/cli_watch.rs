//! `factlint test --watch`.

mod cli_support;

use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

use cli_support::rule_tests::{TESTS, desk};

/// Long enough for any machine; a run that works is over at once.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn watching() {
    let desk = desk(TESTS);
    let pack = desk.path("rules/people.toml");
    let good = std::fs::read_to_string(&pack).unwrap();
    let mut child = desk
        .command(&["test", "--watch"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (send, lines) = mpsc::channel();
    let readers: [Box<dyn std::io::Read + Send>; 2] = [
        Box::new(child.stdout.take().unwrap()),
        Box::new(child.stderr.take().unwrap()),
    ];
    for reader in readers {
        let send = send.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(reader).lines().map_while(Result::ok) {
                let _ = send.send(line);
            }
        });
    }
    let until = |words: &str| {
        let mut seen = Vec::new();
        loop {
            match lines.recv_timeout(PATIENCE) {
                Ok(line) => seen.push(line),
                Err(_) => panic!("waited in vain for {words:?}: {seen:#?}"),
            }
            if seen.last().is_some_and(|line| line.contains(words)) {
                return seen;
            }
        }
    };
    let first = until("1 test passed in 1 rule file");
    assert!(first[0].contains("factlint test, again at every change; Ctrl-C ends it"));
    std::fs::write(&pack, format!("{good}{TESTS}")).unwrap();
    until("people.toml changed");
    let second = until("2 tests passed in 1 rule file");
    assert!(
        !second.iter().any(|line| line.contains('\u{1b}')),
        "no screen to clear"
    );
    // An editor that writes beside the file and renames.
    let beside = desk.path("rules/.people.swp");
    std::fs::write(
        &beside,
        good.replace("\"Katarzyna Wojick\", expected", "\"Wojick\", expected"),
    )
    .unwrap();
    std::fs::rename(&beside, &pack).unwrap();
    until("1 of 1 test failed in 1 rule file");
    std::fs::write(&pack, format!("{good}\n[[entiti]]\n")).unwrap();
    until("did you mean `[[entity]]`?");
    std::fs::write(&pack, &good).unwrap();
    until("1 test passed in 1 rule file");
    desk.write("rules/more/piers.toml", "[[entity]]\nname = \"Pier A\"\n");
    until("piers.toml changed");
    until("1 test passed in 2 rule files");
    child.kill().unwrap();
    child.wait().unwrap();
}
