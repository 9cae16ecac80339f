use super::{LONGEST, each_up_to};
use crate::article::{Article, Fields};

fn read(longest: usize, bytes: &[u8]) -> (Vec<Article>, Vec<String>) {
    let (mut articles, mut wrong) = (Vec::new(), Vec::new());
    each_up_to(
        longest,
        &mut &*bytes,
        &Fields::default(),
        &mut |read| match read {
            Ok(article) => articles.push(article),
            Err(error) => wrong.push(format!("{:?} {error}", error.place())),
        },
    )
    .unwrap();
    (articles, wrong)
}

fn labels(articles: &[Article]) -> Vec<&str> {
    let parts = articles.iter().flat_map(|article| &article.parts);
    parts.filter_map(|part| part.label.as_deref()).collect()
}

#[test]
fn a_broken_line_costs_the_others_nothing() {
    let text = "\u{FEFF}{\"text\": \"One.\", \"id\": 1}\r\n\r\n{\"text\": \"Tw\n{\"text\": \"Three.\"}\n[1]\n\n{\"text\": \"Five.\"}";
    let (articles, wrong) = read(LONGEST, text.as_bytes());
    assert_eq!(
        labels(&articles),
        ["record 1 (1)", "record 3 (line 4)", "record 5 (line 7)"]
    );
    assert_eq!(
        wrong,
        [
            "Some((43, 3)) this line is no record: it ends in the middle (line 3, column 12); the other lines were checked",
            "Some((64, 5)) this line is no record: a list stands where an object with the fields of an article is expected (line 5, column 1); the other lines were checked"
        ]
    );
    assert_eq!(&text.as_bytes()[64..67], b"[1]");
}

#[test]
fn a_long_line_is_passed_over_without_being_held() {
    let long = format!("{{\"text\": \"{}\"}}", "x".repeat(100));
    let text = format!("{{\"text\": \"One.\"}}\n{long}\n{{\"text\": \"Three.\"}}\n{long}");
    let (articles, wrong) = read(40, text.as_bytes());
    assert_eq!(labels(&articles), ["record 1", "record 3"]);
    assert_eq!(
        wrong,
        [
            "Some((17, 2)) line 2 is longer than 0 MB and was not checked; the other lines were",
            "Some((149, 4)) line 4 is longer than 0 MB and was not checked; the other lines were"
        ]
    );
}

#[test]
fn many_broken_lines_are_told_together() {
    let text = "no\n".repeat(1000) + "{\"text\": \"One.\"}";
    let (articles, wrong) = read(LONGEST, text.as_bytes());
    assert_eq!(labels(&articles), ["record 1001"]);
    assert_eq!(wrong.len(), 21);
    assert_eq!(
        wrong[20],
        "None 980 more lines are no records and were not checked"
    );
}

#[test]
fn each_line_may_be_in_another_encoding() {
    let mut bytes =
        b"{\"text\": \"One.\"}\n{\"text\": \"Caf\xE9 au lait, d\xE9j\xE0 vu.\"}\n".to_vec();
    bytes.extend("{\"text\": \"Größe und Maß, \u{2014} so".as_bytes());
    bytes.extend(b"\xC3\"}");
    let (articles, wrong) = read(LONGEST, &bytes);
    assert_eq!(wrong, [""; 0]);
    assert_eq!(articles[1].parts[0].source, "Café au lait, déjà vu.");
    assert_eq!(articles[1].encoding, Some("windows-1252"));
    assert_eq!(articles[2].encoding, None);
    assert_eq!(
        articles[2].broken.and_then(|broken| broken.place),
        Some((86, 3))
    );
}
