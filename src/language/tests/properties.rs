//! What holds of every text.

use proptest::prelude::*;

use super::mention;
use crate::language::{Mention, at, read};
use crate::span::Span;

fn all(text: &str) -> Vec<Mention> {
    read(text, Span::new(0, text.len()))
}

/// Pieces that readers look at, in any order.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "28,500", "28 500", "1.2", "million", "bn", "$", "US$", "€", "%", "percent", "points",
        "one", "twenty", "-", " ", " ", " ", "five", "hundred", "and", "a", "half", "third",
        "57th", "제", "57", "차", "만", "원", "between", "from", "to", "over", "at least", "or so",
        "km", "square", "feet", "2 in", "½", "/", "4", ".", ",", "(", ")", "years", "old", "K",
        "m", "No.", "Boeing", "p.m.", "\n", "é", "１", "'", "\"", ":", "e10", "USD", "in",
        "out of", "dozen", "minus", "°C", "+", "plus",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn mentions_are_sorted_disjoint_and_on_boundaries(text in prop_oneof![prose(), "\\PC*"]) {
        let mut end = 0;
        for mention in all(&text) {
            prop_assert!(mention.span.start >= end && !mention.span.is_empty());
            end = mention.span.end;
            prop_assert!(text.get(mention.span.range()).is_some());
        }
    }

    #[test]
    fn a_value_is_read_alike_wherever_its_sentence_stands(text in prose(), before in "([A-Z][a-z]{2,8} [a-z]{2,8}\\. ){1,3}") {
        let text = text.replace('\n', " ");
        let shifted = format!("{before}{text}. Then more.");
        let part = Span::new(before.len(), before.len() + text.len());
        // a list number stands at the start of a block only
        let alone = format!("\"{text}. Then more.");
        let lead = 1;
        let show = |text: &str, span: Span| -> Vec<String> {
            read(text, span).iter().map(|m| mention(text, m)).collect()
        };
        let there = show(&shifted, part);
        let here = show(&alone, Span::new(lead, lead + text.len()));
        prop_assert_eq!(there, here);
    }

    #[test]
    fn readers_at_a_place_never_panic(text in prop_oneof![prose(), "\\PC*"], offset in 0usize..80, len in 0usize..80) {
        let end = offset + len;
        let spans = [
            at::number(&text, offset, end).map(|r| r.0),
            at::ordinal(&text, offset, end).map(|r| r.0),
            at::percent(&text, offset, end).map(|r| r.0),
            at::money(&text, offset, end).map(|r| r.0),
            at::duration(&text, offset, end).map(|r| r.0),
            at::quantity(&text, offset, end).map(|r| r.0),
        ];
        for span in spans.into_iter().flatten() {
            prop_assert_eq!(span.start, offset);
            prop_assert!(span.end <= end && text.get(span.range()).is_some());
        }
    }

    #[test]
    fn a_grouped_number_is_read_as_it_is_written(number in 1_000u64..1_000_000_000) {
        let digits = number.to_string();
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        for text in [format!("some {grouped} people"), format!("some {} people", grouped.replace(',', " "))] {
            let mentions = all(&text);
            prop_assert_eq!(mentions.len(), 1);
            let shown = mention(&text, &mentions[0]);
            let want = format!("= {number} (some: About)");
            prop_assert!(shown.ends_with(&want), "{}", shown);
        }
    }
}

/// Texts on which a reader that looks back or ahead without bounds would not come to an end.
#[test]
fn hostile_texts_are_read() {
    // in a debug build a reader that takes square time would need hours for as many
    let n = 2_000;
    for text in [
        "1".repeat(n),
        "1 ".repeat(n),
        "111 ".repeat(n),
        "1,111,".repeat(n),
        "one ".repeat(n),
        "twenty-".repeat(n),
        "one million ".repeat(n),
        "hundred and ".repeat(n),
        "dozen ".repeat(n),
        "between 1 and ".repeat(n),
        "at least about ".repeat(n),
        "$".repeat(n),
        "$1-".repeat(n),
        "-".repeat(n),
        "(".repeat(n),
        "half a ".repeat(n),
        "1 in ".repeat(n),
        "5 feet and ".repeat(n),
        "만".repeat(n),
        "1만".repeat(n),
        "A 5 ".repeat(n),
        format!("{} {}", "A".repeat(n), "Boeing 5 ".repeat(n)),
        "a.".repeat(n),
        "'s".repeat(n),
        "#1@".repeat(n),
    ] {
        let mut end = 0;
        for mention in all(&text) {
            assert!(mention.span.start >= end);
            end = mention.span.end;
        }
    }
}
