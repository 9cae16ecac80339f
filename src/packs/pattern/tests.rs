use super::*;

/// Knows the entity `ana` alone.
#[derive(Default)]
struct Names(Vec<String>, Vec<(String, Range<usize>)>);

impl Scope for Names {
    fn slot(&mut self, name: &str, _: Range<usize>) -> usize {
        let known = self.0.iter().position(|known| known == name);
        known.unwrap_or_else(|| {
            self.0.push(name.to_string());
            self.0.len() - 1
        })
    }

    fn names(&mut self, id: &str, at: Range<usize>) -> Vec<String> {
        self.1.push((id.to_string(), at));
        match id {
            "ana" => vec!["Ana".into(), "Ana R".into()],
            _ => Vec::new(),
        }
    }
}

/// A pattern in short: words in quotes, `(|)`, `[]`, `_` for a gap, a number for a slot.
fn short(pattern: &Pattern) -> String {
    let pieces = pattern.0.iter().map(|piece| match piece {
        Piece::Words(words) => format!("'{words}'"),
        Piece::Choice(arms) => {
            let arms: Vec<String> = arms.iter().map(short).collect();
            format!("({})", arms.join("|"))
        }
        Piece::Maybe(inner) => format!("[{}]", short(inner)),
        Piece::Gap => "_".to_string(),
        Piece::Slot(column) => column.to_string(),
    });
    pieces.collect::<Vec<_>>().join(" ")
}

#[test]
fn good_patterns() {
    let table = [
        ("the budget of {year}", "'the budget of' 0"),
        (
            "(regain|take back) … OPCON ... by {year}",
            "('regain'|'take back') _ 'OPCON' _ 'by' 0",
        ),
        (
            "Hanwha [Ocean]'s {place} shipyard",
            "'Hanwha' ['Ocean'] ''s' 0 'shipyard'",
        ),
        ("Korean War ({a}-{b})", "'Korean War (' 0 '-' 1 ')'"),
        ("{a}, a {b} lawmaker of {a}", "0 ', a' 1 'lawmaker of' 0"),
        ("war (in (a|b) time)", "'war (in' ('a'|'b') 'time)'"),
        ("(a|(b|c) d) e", "('a'|('b'|'c') 'd') 'e'"),
        ("[the|a] vote", "[('the'|'a')] 'vote'"),
        ("[[very] big] vote", "[['very'] 'big'] 'vote'"),
        (r"a \(b\|c\) \[d\] \{e\} \\ f", r"'a (b|c) [d] {e} \ f'"),
        ("  much   space  {x} ", "'much space' 0"),
        ("@ana's vote", "('Ana'|'Ana R') ''s vote'"),
        ("(@ana|Luis) won", "(('Ana'|'Ana R')|'Luis') 'won'"),
        (r"mail \@ana or a@ana.org", "'mail @ana or a@ana.org'"),
        ("@ won", "'@ won'"),
        ("vote 50.5..", "'vote 50.5..'"),
        ("한국 {x} 국회", "'한국' 0 '국회'"),
    ];
    for (text, expected) in table {
        let parsed = parse(text, &mut Names::default());
        let shown = parsed.as_ref().map(short);
        assert_eq!(shown.as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn mistakes_stand_at_their_bytes() {
    let table = [
        ("a (b|c {x}", "("),
        ("a b|c) {x}", "|"),
        ("a [b) {x}", ")"),
        ("a ] {x}", "]"),
        ("a {x", "{"),
        ("a } b", "}"),
        ("a {} b", "{}"),
        ("a {X y} b", "{X y}"),
        ("a {9} b", "{9}"),
        ("a [] b", "[]"),
        ("a (|b) c", "(|"),
        ("a (b||c) d", "||"),
        ("a (b| ) c", "| )"),
        ("a \\", "\\"),
        ("{x} … [{y}]", "{x} … [{y}]"),
        ("…", "…"),
    ];
    for (text, marked) in table {
        let mistakes = parse(text, &mut Names::default()).unwrap_err();
        assert_eq!(&text[mistakes[0].at.clone()], marked, "{text}");
    }
}

#[test]
fn several_mistakes_at_once() {
    let mistakes = parse("a ) b } c (d|e", &mut Names::default()).unwrap_err();
    assert_eq!(mistakes.len(), 3);
}

#[test]
fn references_are_told_with_their_place() {
    let mut names = Names::default();
    parse("by @ana and @luis-costa's", &mut names).unwrap();
    assert_eq!(
        names.1,
        [("ana".into(), 3..7), ("luis-costa".into(), 12..23)]
    );
}

#[test]
fn deep_brackets_are_refused() {
    for sign in ["(", "[", "(a|"] {
        let text = sign.repeat(100_000);
        assert_eq!(parse(&text, &mut Names::default()).unwrap_err().len(), 1);
    }
}

#[test]
fn a_place_in_a_literal() {
    let table = [
        (r#""abcX""#, "abcX"),
        (r#"'a\bX'"#, r"a\bX"),
        (r#""a\"b\\X""#, r#"a"b\X"#),
        (r#""é\u00e9\U0001F600\x41\tX""#, "éé😀A\tX"),
        ("\"\"\"\nab\\\n    cdX\"\"\"", "abcdX"),
        ("\"\"\"ab\r\ncX\"\"\"", "ab\ncX"),
        ("\"\"\"\r\nabX\"\"\"", "abX"),
        ("'''\nab\"X'''", "ab\"X"),
        ("abX", "abX"),
    ];
    for (literal, decoded) in table {
        let places = in_literal(literal, decoded);
        let at = places[decoded.find('X').unwrap()];
        assert_eq!(literal.find('X'), Some(at), "{literal}");
        assert_eq!(places.len(), decoded.len() + 1);
    }
}
