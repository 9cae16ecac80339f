//! `factlint inspect --syntax`.
#![cfg(feature = "model")]

mod cli_support;

use cli_support::Desk;

const TEXT: &str = "Veldane Rail employs 6,420 people. “We will hire,” Ida Lund said.\n";

#[test]
fn the_syntax_of_an_article_is_shown_as_a_tree() {
    let desk = Desk::new();
    desk.write("a.txt", TEXT);
    let done = desk.run(&["inspect", "--syntax", "a.txt"]);
    assert_eq!((done.status, done.err.as_str()), (0, ""));
    for line in [
        "0-34  Veldane Rail employs 6,420 people.",
        "  employs  VBZ  employ  ROOT",
        "  clause  main employs: present, asserted; subject `Rail`; object `people`",
        "  phrase  6,420 people: head `people`; quantity `6,420`",
        "  speech  Lund: We will hire,",
    ] {
        assert!(
            done.out.lines().any(|shown| shown == line),
            "{line:?}: {}",
            done.out
        );
    }
}

#[test]
fn the_syntax_of_an_article_is_shown_as_json() {
    let desk = Desk::new();
    desk.write("a.txt", TEXT);
    let shown = desk
        .run(&["inspect", "--syntax", "--format", "json", "a.txt"])
        .json();
    let first = &shown["sentences"][0];
    // Bytes of the file, and indices of tokens.
    let number = &first["tokens"][3];
    assert_eq!((&number["start"], &number["end"]), (&21.into(), &26.into()));
    assert_eq!(
        (&number["text"], &number["tag"]),
        (&"6,420".into(), &"CD".into())
    );
    assert_eq!(
        (&number["head"], &number["relation"]),
        (&4.into(), &"nummod".into())
    );
    let clause = &first["clauses"][0];
    assert_eq!(
        (&clause["verb"], &clause["subject"]),
        (&2.into(), &1.into())
    );
    assert_eq!(clause["classes"][0], "HAVE");
    let second = &shown["sentences"][1];
    assert_eq!(second["clauses"][0]["mood"], "future");
    assert_eq!(second["speech"][0]["speaker"]["sentence"], 1);
}
