//! What can't be read is named with its remedy, and everything else is checked.

mod cli_support;

use cli_support::{Desk, Done, WRONG};

/// Checks one bad path beside a good one: the good one's finding is there, the bad one's problem is named.
fn beside(desk: &Desk, bad: &str) -> (Done, String) {
    desk.write("good.txt", WRONG);
    let done = desk.run(&["check", "--format", "json", bad, "good.txt"]);
    assert_eq!(done.files(), ["good.txt"], "{done:?}");
    let people = desk.run(&["check", bad, "good.txt"]);
    assert_eq!(people.status, done.status);
    assert!(people.out.contains("Katarzyna Wojcik"), "{people:?}");
    (done, people.err)
}

#[test]
fn a_missing_path() {
    let desk = Desk::new();
    let (done, said) = beside(&desk, "none.txt");
    assert_eq!(
        (done.status, done.problems()),
        (2, vec!["unreadable".into()])
    );
    insta::assert_snapshot!(said, @r"
    error: none.txt: there is no such file
      help: check the path
    ");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new();
    desk.write("locked.txt", WRONG);
    let path = desk.path("locked.txt");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&path).is_ok() {
        return; // A user who may read everything.
    }
    let (done, said) = beside(&desk, "locked.txt");
    assert_eq!(
        (done.status, done.problems()),
        (2, vec!["unreadable".into()])
    );
    assert!(said.contains("permission"), "{said}");
}

#[cfg(unix)]
#[test]
fn symbolic_links_that_lead_into_themselves() {
    use std::os::unix::fs::symlink;
    let desk = Desk::new();
    desk.write("text/a.txt", WRONG);
    symlink(desk.path("text"), desk.path("text/again")).unwrap();
    symlink(desk.path("text/ring"), desk.path("text/ring")).unwrap();
    symlink(desk.path("gone"), desk.path("text/gone")).unwrap();
    symlink(desk.path("gone.txt"), desk.path("text/gone.txt")).unwrap();
    let done = desk.run(&["check", "--format", "json", "text"]);
    assert_eq!(done.files(), ["text/a.txt"]);
    assert_eq!(done.problems(), ["loop", "unreadable"]);
    assert_eq!(done.status, 2);
    assert!(
        done.err
            .contains("text/again: this symbolic link leads back to text"),
        "{done:?}"
    );
    assert!(
        done.err
            .contains("text/gone.txt: this symbolic link leads nowhere"),
        "{done:?}"
    );
    std::fs::remove_file(desk.path("text/gone.txt")).unwrap();
    assert_eq!(desk.run(&["check", "text"]).status, 1, "a loop is a note");
    let (done, _) = beside(&desk, "text/ring");
    assert_eq!(done.problems(), ["unreadable"]);
}

#[test]
fn a_binary_file() {
    let desk = Desk::new();
    desk.write(
        "photo.txt",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0",
    );
    let (done, said) = beside(&desk, "photo.txt");
    assert_eq!(
        (done.status, done.problems()),
        (2, vec!["unreadable".into()])
    );
    assert!(said.contains("photo.txt: this is"), "{said}");
    assert!(said.contains("help: "), "{said}");
}

#[test]
fn text_in_another_encoding_is_read_and_said() {
    let desk = Desk::new();
    let latin = "Jos\u{e9} und die B\u{fc}rgermeisterin gr\u{fc}\u{df}ten im Caf\u{e9}.\n";
    let latin: Vec<u8> = latin.chars().map(|c| c as u8).collect();
    desk.write("old.txt", [&latin[..], WRONG.as_bytes()].concat());
    let done = desk.run(&["check", "--format", "json", "old.txt"]);
    assert_eq!(
        (done.status, done.problems()),
        (1, vec!["encoding".into()]),
        "{done:?}"
    );
    let finding = &done.json()["findings"][0];
    let start = latin.len() + "Mayor ".len();
    assert_eq!(finding["start"], start, "bytes on disk");
    assert_eq!(
        (&finding["line"], &finding["column"]),
        (&2.into(), &7.into())
    );
}

#[test]
fn broken_bytes_are_reported_and_the_rest_is_checked() {
    let filler = "Nothing much happened at the caf\u{e9} by the harbor. ".repeat(800);
    let mayor = WRONG.trim_end();
    let text = |broken: &[u8]| {
        [
            filler.as_bytes(),
            b"Jos",
            broken,
            b" came.\n\n",
            mayor.as_bytes(),
            b"\n",
        ]
        .concat()
    };
    for broken in [&b"\xE9"[..], b"\xFF", b"\xE2\x80", b"\x93"] {
        let before = text(broken);
        for (name, bytes) in [
            ("a.txt", before.clone()),
            ("a.md", before.clone()),
            (
                "a.html",
                [b"<article><p>", &before[..], b"</p></article>"].concat(),
            ),
            (
                "a.nitf",
                [
                    b"<nitf><body><body.content><p>",
                    &before[..],
                    b"</p></body.content></body></nitf>",
                ]
                .concat(),
            ),
        ] {
            let desk = Desk::new();
            desk.write(name, &bytes);
            let done = desk.run(&["check", "--format", "json", name]);
            assert_eq!(
                (done.status, done.problems()),
                (1, vec!["encoding".into()]),
                "{name} {done:?}"
            );
            let report = done.json();
            let finding = &report["findings"][0];
            let at = |key: &str| usize::try_from(finding[key].as_u64().unwrap()).unwrap();
            assert_eq!(&bytes[at("start")..at("end")], b"Katarzyna Wojick");
            let place = bytes
                .windows(broken.len())
                .position(|window| window == broken)
                .unwrap();
            assert_eq!(report["problems"][0]["start"], place);

            // The fix changes its own bytes, and no other.
            let fixed = desk.run(&["check", "--fix", "--unsafe-fixes", name]);
            let written = std::fs::read(desk.path(name)).unwrap();
            let wanted = [
                &bytes[..at("start")],
                b"Katarzyna Wojcik",
                &bytes[at("end")..],
            ]
            .concat();
            assert!(written == wanted, "{name} {fixed:?}");
        }
    }
}

#[test]
fn an_empty_file() {
    let desk = Desk::new();
    desk.write("empty.txt", "");
    let (done, said) = beside(&desk, "empty.txt");
    assert_eq!(
        (done.status, done.problems().len(), said.as_str()),
        (1, 0, "")
    );
    assert_eq!(done.json()["summary"]["articles"], 2);
}

#[test]
fn one_endless_line() {
    let desk = Desk::new();
    let line = "and so it goes on, day after day, ".repeat(10_000);
    desk.write("long.txt", format!("{line}{}", WRONG.trim_end()));
    let done = desk.run(&["check", "long.txt"]);
    assert_eq!(done.status, 1);
    let column = line.len() + "Mayor ".len() + 1;
    assert!(
        done.out.contains(&format!("╭─[long.txt:1:{column}]\n")),
        "{}",
        done.out
    );
    assert!(
        done.out.lines().all(|line| line.chars().count() <= 80),
        "{}",
        done.out
    );
}

#[test]
fn rule_files_that_are_none() {
    for (name, content, says) in [
        (
            "rules/a.toml",
            &b"PK\x03\x04\x14\0\0\0\xff\xfe"[..],
            "this is a binary file, not a rule file",
        ),
        ("rules/a.toml", b"# \xff\n", "is not UTF-8 text: line 1"),
        ("rules/a.toml", b"Dear editors,\n", "rules/a.toml:1:"),
    ] {
        let desk = Desk::empty();
        desk.write(name, content).write("good.txt", WRONG);
        let done = desk.run(&["check", "--format", "json", "good.txt"]);
        assert_eq!(done.status, 2, "{done:?}");
        assert!(done.err.contains(says), "{done:?}");
        assert!(
            done.problems().iter().all(|kind| kind == "rule"),
            "{done:?}"
        );
        assert_eq!(done.files(), [""; 0]);
    }
}

#[test]
fn a_directory_in_place_of_a_rule_file_in_a_directory_is_walked() {
    let desk = Desk::new();
    desk.write(
        "rules/odd.toml/more.toml",
        "[[entity]]\nname = \"Oak Bay\"\nreject = [\"Oakby\"]\n",
    )
    .write("a.txt", "Oakby");
    assert_eq!(desk.run(&["check", "a.txt"]).status, 1);
}
