//! `--format jsonl`: a line for each record or article, whatever is wrong with it.

mod cli_support;
mod jsonl_support;

use cli_support::{Desk, RIGHT, WRONG};
use jsonl_support::{CHECK, lines, record, told};
use serde_json::{Value, json};

#[test]
fn a_line_for_each_record_in_order() {
    let desk = Desk::new();
    let text = [
        record("a", WRONG),
        record(2, RIGHT),
        record(Value::Null, WRONG),
        record("long ".repeat(50), &WRONG.repeat(2)),
        record(json!({"no": "id"}), RIGHT),
    ]
    .concat();
    let done = desk.pipe(text.as_bytes(), CHECK);
    assert_eq!((done.status, done.err.as_str()), (1, ""));
    assert_eq!(
        told(&done),
        [
            (json!(1), json!(1), json!("a"), 1, String::new()),
            (json!(2), json!(2), json!(2), 0, String::new()),
            (json!(3), json!(3), Value::Null, 1, String::new()),
            // It is whole, though reports for people cut it.
            (
                json!(4),
                json!(4),
                json!("long ".repeat(50)),
                2,
                String::new()
            ),
            (json!(5), json!(5), Value::Null, 0, String::new()),
        ]
    );
    // The keys and their order are what other programs rely on; the findings are those of JSON.
    let second = done.out.lines().nth(1).unwrap();
    let expected = r#"{"file":"<stdin>","record":2,"line":2,"id":2,"findings":[],"problems":[]}"#;
    assert_eq!(second, expected);
    let whole = desk.pipe(
        text.as_bytes(),
        &["check", "--format", "json", "--input-format", "jsonl", "-"],
    );
    let each = lines(&done).into_iter();
    let found: Vec<Value> = each
        .flat_map(|line| line["findings"].as_array().unwrap().clone())
        .collect();
    assert_eq!(json!(found), whole.json()["findings"]);
}

#[test]
fn a_bad_record_costs_the_others_nothing() {
    let desk = Desk::new();
    let mut text = format!("\u{feff}{}\r\n\n  \n", record("first", WRONG).trim_end()).into_bytes();
    text.extend(b"{\"id\": \"cut\", \"body\": \"Mayor Kata\n");
    text.extend(record("next", WRONG).bytes());
    text.extend(b"{\"id\": \"coded\", \"body\": \"caf\xc3\xa9 \xff\xc3\"}\n[1, 2]\n\"text\"\n");
    text.extend(b"{\"id\": \"number\", \"title\": \"A\", \"body\": 12}\n{\"id\": \"empty\", \"body\": \"\"}\n{}\n");
    text.extend(b"{\"id\": \"escape\", \"body\": \"\\ud800 b\"}\n\0\0\0\n");
    text.extend(record("last", WRONG).trim_end().bytes());
    let done = desk.pipe(&text, CHECK);
    assert_eq!(done.status, 2);
    let told: Vec<String> = told(&done)
        .into_iter()
        .map(|(record, line, id, count, kinds)| format!("{record} {line} {id} {count} {kinds}"))
        .collect();
    assert_eq!(
        told,
        [
            "1 1 \"first\" 1 ",
            "2 4 \"cut\" 0 unreadable",
            "3 5 \"next\" 1 ",
            "4 6 \"coded\" 0 encoding",
            "5 7 null 0 unreadable",
            "6 8 null 0 unreadable",
            "7 9 \"number\" 0 no-articles",
            "8 10 \"empty\" 0 no-articles",
            "9 11 null 0 no-articles",
            "10 12 \"escape\" 0 unreadable",
            "11 13 null 0 unreadable",
            "12 14 \"last\" 1 ",
        ]
    );
    let line = &lines(&done)[1];
    let problem = &line["problems"][0];
    assert_eq!(problem["line"], 4);
    let message = problem["message"].as_str().unwrap();
    assert!(message.contains("it ends in the middle"), "{message}");
    // Beside it only how many.
    let said = "5 of 12 records could not be checked (the first is record 2)";
    assert!(done.err.contains(said), "{}", done.err);
    assert!(!done.err.contains("it ends in the middle"), "{}", done.err);
}

#[test]
fn what_is_wrong_with_many_is_told_of_each_on_its_line() {
    let desk = Desk::new();
    let text = "no\n".repeat(500) + &record("last", WRONG);
    let done = desk.pipe(text.as_bytes(), CHECK);
    assert_eq!(done.status, 2);
    let told = told(&done);
    assert_eq!(told.len(), 501);
    assert!(told[..500].iter().all(|line| line.4 == "unreadable"));
    assert_eq!(told[500].2, "last");
    assert!(done.err.contains("500 of 501 records"), "{}", done.err);
    // Reports that are kept tell some, and count the others.
    let beside = [CHECK, &["--output", "json=out"]].concat();
    let again = desk.pipe(text.as_bytes(), &beside);
    assert_eq!((again.status, &again.out), (2, &done.out));
    let kept = std::fs::read_to_string(desk.path("out")).unwrap();
    let kept: Value = serde_json::from_str(&kept).unwrap();
    assert_eq!(kept["problems"].as_array().unwrap().len(), 21);
    assert!(again.err.contains("480 more lines"), "{}", again.err);
}

#[test]
fn exit_statuses() {
    let desk = Desk::new();
    let warning = record(1, "Bay Ferrys sold it.");
    let with = |arguments: &[&str], text: &str| {
        let arguments = [CHECK, arguments].concat();
        desk.pipe(text.as_bytes(), &arguments).status
    };
    assert_eq!(with(&[], ""), 0);
    assert_eq!(with(&[], &record(1, RIGHT)), 0);
    assert_eq!(with(&[], &warning), 0);
    assert_eq!(with(&["--fail-on", "warning"], &warning), 1);
    assert_eq!(with(&[], &(warning + &record(2, WRONG))), 1);
    assert_eq!(with(&[], &(record(2, WRONG) + "no\n")), 2);
    // No record has what is asked for, and each says so.
    let done = desk.pipe(b"{\"a\": 1}\n{\"a\": 2}\n", CHECK);
    assert_eq!(done.status, 2);
    let said = done
        .err
        .contains("no record has a field that is known to hold its text");
    assert!(said, "{}", done.err);
    assert!(told(&done).iter().all(|line| line.4 == "no-articles"));
    // Without rules nothing is checked: no record has a line.
    desk.write("rules/people.toml", "[[entity]]\nnmae = 1\n");
    let done = desk.pipe(record(1, RIGHT).as_bytes(), CHECK);
    assert_eq!(done.status, 2);
    let lines = lines(&done);
    assert!(lines.iter().all(|line| line["record"].is_null()));
    assert_eq!(lines[0]["problems"][0]["kind"], "rule");
}

#[test]
fn files_have_a_line_for_each_article() {
    let desk = Desk::new();
    desk.write("a.txt", RIGHT)
        .write(
            "b.jsonl",
            record("b1", WRONG) + "{\"id\": \"b2\"\n" + &record("b3", RIGHT),
        )
        .write("c.txt", WRONG)
        .write(
            "d.json",
            format!("[{}, {}, 3]", record("d1", RIGHT), record("d2", WRONG)),
        )
        .write("e.json", record("e1", WRONG))
        .write("f.txt", b"%PDF-1.4\n\0\0\0\0");
    let paths = [
        "none.txt", "a.txt", "b.jsonl", "c.txt", "d.json", "e.json", "f.txt",
    ];
    let done = desk.run(&[&["check", "--format", "jsonl"], &paths[..]].concat());
    assert_eq!(done.status, 2);
    let files = lines(&done).into_iter().map(|line| line["file"].clone());
    let told = files
        .zip(told(&done))
        .map(|(file, (record, line, id, count, kinds))| {
            format!(
                "{} {record} {line} {id} {count} {kinds}",
                file.as_str().unwrap()
            )
        });
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            "none.txt null null null 0 unreadable",
            "a.txt null null null 0 ",
            "b.jsonl 1 1 \"b1\" 1 ",
            "b.jsonl 2 2 \"b2\" 0 unreadable",
            "b.jsonl 3 3 \"b3\" 0 ",
            "c.txt null null null 1 ",
            "d.json 1 null \"d1\" 0 ",
            "d.json 2 null \"d2\" 1 ",
            "e.json 1 null \"e1\" 1 ",
            "f.txt null null null 0 unreadable",
        ]
    );
    // A folder is walked as ever.
    let walked = desk.run(&["check", "--format", "jsonl", "."]);
    let files = lines(&walked).into_iter().map(|line| line["file"].clone());
    assert_eq!(files.collect::<Vec<_>>(), ["a.txt", "c.txt", "f.txt"]);
}

#[test]
fn other_reports_beside_it_are_what_they_are_alone() {
    let desk = Desk::new();
    let text = record("a", WRONG) + "no\n" + &record("b", RIGHT) + &record("c", WRONG);
    desk.write("r.jsonl", &text).write("s.txt", WRONG);
    let paths = ["--input-format", "jsonl", "r.jsonl", "s.txt", "-"];
    let with = |arguments: &[&str]| {
        let arguments = [&["check"], arguments, &paths[..]].concat();
        desk.pipe(text.as_bytes(), &arguments)
    };
    let alone = with(&["--format", "json"]);
    let lines = with(&["--format", "jsonl"]);
    let file = |name: &str| std::fs::read_to_string(desk.path(name)).unwrap();
    let done = with(&[
        "--format",
        "jsonl",
        "--output",
        "json=out",
        "--output",
        "jsonl=lines",
    ]);
    assert_eq!(done.out, lines.out);
    assert_eq!(
        (file("out"), file("lines")),
        (alone.out.clone(), lines.out.clone())
    );
    let done = with(&["--format", "json", "--output", "jsonl=lines2"]);
    assert_eq!((done.out, file("lines2")), (alone.out, lines.out));
    // A file that is mended is told as it is then.
    let done = desk.run(&["check", "--fix", "--format", "jsonl", "s.txt"]);
    assert_eq!((done.status, file("s.txt").as_str()), (0, RIGHT));
    assert_eq!(told(&done)[0].3, 0, "{}", done.out);
}

#[test]
fn lines_can_not_be_left_out() {
    let desk = Desk::new();
    for format in ["--format=jsonl", "--output=jsonl=x"] {
        let done = desk.run(&["check", format, "--max-findings", "1"]);
        assert_eq!(done.status, 2);
        let told = "`--max-findings` can't be used with `jsonl`";
        assert!(done.err.contains(told), "{}", done.err);
    }
}

#[test]
fn what_is_not_to_be_reported_is_not() {
    let desk = Desk::new();
    let ignores = "[[ignore]]\nfact = \"mayor\"\nreason = \"r\"\n[[ignore]]\nfact = \"ferry\"\nreason = \"r\"\n";
    desk.write("factlint.toml", ignores);
    let text = record(1, WRONG) + &record(2, RIGHT);
    let done = desk.pipe(text.as_bytes(), CHECK);
    assert_eq!(done.status, 0);
    assert_eq!(told(&done).iter().map(|line| line.3).sum::<usize>(), 0);
    // What concerns no record has no line among theirs.
    assert_eq!(done.out.lines().count(), 2);
    assert!(
        done.err.contains("matches nothing any more"),
        "{}",
        done.err
    );
}
