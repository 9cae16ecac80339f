//! Entities, each with its own bytes.

use html5gum::{Token, Tokenizer};

use crate::article::Run;
use crate::span::Span;

/// No entity of HTML has a longer name.
const LONGEST: usize = 40;

/// The runs of a stretch of HTML text: what stands as it is, and entities.
pub(crate) fn runs(source: &str, span: Span, mut push: impl FnMut(Run)) {
    let mut plain = span.start;
    let mut at = span.start;
    while let Some(found) = source.get(at..span.end).and_then(|rest| rest.find('&')) {
        let start = at + found;
        let reference = reference(source.get(start..span.end).unwrap_or_default());
        at = start + reference.len();
        let Some((len, text)) = decode(reference) else {
            continue;
        };
        if plain < start {
            push(verbatim(plain, start));
        }
        push(Run {
            source: Span::new(start, start + len),
            text: Some(text),
        });
        plain = start + len;
    }
    if plain < span.end {
        push(verbatim(plain, span.end));
    }
}

fn verbatim(start: usize, end: usize) -> Run {
    Run {
        source: Span::new(start, end),
        text: None,
    }
}

/// What may be a reference at the start of a text: `&name;`, `&#38`, or the `&` alone.
fn reference(text: &str) -> &str {
    let body = text.get(1..).unwrap_or_default();
    let name = body.strip_prefix('#').unwrap_or(body);
    let len = name
        .bytes()
        .take(LONGEST)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let end = text.len() - name.len() + len;
    let end = end + usize::from(text.as_bytes().get(end) == Some(&b';'));
    text.get(..end).unwrap_or_default()
}

/// How many bytes of a reference are an entity, and its text.
fn decode(reference: &str) -> Option<(usize, String)> {
    // What follows it is no part of a name.
    let followed = format!("{reference} ");
    let mut tokens = Tokenizer::new(&followed).flatten();
    let text = tokens.find_map(|token| match token {
        Token::String(text) => Some(text),
        _ => None,
    })?;
    let mut text = String::from_utf8(text.value.0).ok()?;
    text.pop();
    if text == reference {
        return None;
    }
    // `&copy2025` is an entity with figures after it.
    let same = |(a, b): &(char, char)| a == b;
    let first = text.chars().next().map_or(0, char::len_utf8);
    let rest = text.get(first..).unwrap_or_default();
    let tail = reference.chars().rev().zip(rest.chars().rev());
    let kept = match reference.ends_with(';') && !text.ends_with(';') {
        true => 0,
        false => tail.take_while(same).map(|(c, _)| c.len_utf8()).sum(),
    };
    let len = reference.len() - kept;
    Some((len, text.get(..text.len() - kept)?.to_string()))
}

/// What a named entity stands for.
pub(crate) fn named(name: &str) -> Option<String> {
    if name.len() > LONGEST || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let reference = format!("&{name};");
    let (len, text) = decode(&reference)?;
    (len == reference.len()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_have_their_own_bytes() {
        for (text, expected) in [
            ("a &amp; b", &["a ", "&amp;=&", " b"][..]),
            (
                "&nbsp;&#8209;&#x2011;",
                &["&nbsp;=\u{A0}", "&#8209;=\u{2011}", "&#x2011;=\u{2011}"],
            ),
            ("&eacute;&shy", &["&eacute;=é", "&shy=\u{AD}"]),
            (
                "&copy2025 &bogus; a&b &",
                &["&copy=©", "2025 &bogus; a&b &"],
            ),
            ("&#59;&semi;&#0;", &["&#59;=;", "&semi;=;", "&#0;=\u{FFFD}"]),
            (
                "&NotEqualTilde;x",
                &["&NotEqualTilde;=\u{2242}\u{338}", "x"],
            ),
            ("&&amp;amp;", &["&", "&amp;=&", "amp;"]),
            ("&notit;", &["&not=¬", "it;"]),
            ("é&안", &["é&안"]),
        ] {
            let mut found = Vec::new();
            runs(text, Span::new(0, text.len()), |run| {
                let source = run.source.of(text);
                found.push(match run.text {
                    Some(text) => format!("{source}={text}"),
                    None => source.to_string(),
                });
            });
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(named("eacute").as_deref(), Some("é"));
        assert_eq!(named("notit"), None);
    }
}
