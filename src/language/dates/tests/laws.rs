//! What holds for every text.

use proptest::prelude::*;

use super::super::*;

/// Bits that dates are made of, in any order.
fn soup() -> impl Strategy<Value = String> {
    let bit = prop::sample::select(vec![
        "Nov.",
        "November",
        "4",
        "31",
        "4th",
        "2025",
        "1950-53",
        "Tuesday",
        "Tue",
        "last",
        "this",
        "next",
        "the",
        "following",
        "day",
        "two",
        "weeks",
        "ago",
        "later",
        "in",
        "on",
        "since",
        "from",
        "after",
        ",",
        "(",
        ")",
        "-",
        "—",
        ".",
        "/",
        "'s",
        "of",
        "Q3",
        "second",
        "quarter",
        "half",
        "early",
        "mid",
        "end",
        "spring",
        "Christmas",
        "Day",
        "1990s",
        "fiscal",
        "11월",
        "4일",
        "2025년",
        "é",
        "ÿ",
        "한국",
        "twenty",
        "first",
        "nineteen",
        "eighty",
        "may",
        "will",
    ]);
    prop::collection::vec((bit, prop::bool::ANY), 0..24).prop_map(|bits| {
        bits.into_iter()
            .map(|(bit, space)| {
                if space {
                    format!("{bit} ")
                } else {
                    bit.to_string()
                }
            })
            .collect()
    })
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let article = Some(jiff::civil::date(2024, 2, 29));
    let mut end = 0;
    for (span, expr) in scan(text, Span::new(0, text.len())) {
        prop_assert!(end <= span.start && span.start < span.end && span.end <= text.len());
        prop_assert!(text.get(span.range()).is_some());
        end = span.end;
        for tense in [Tense::Past, Tense::Future, Tense::Unknown] {
            if let Some(Period {
                from: Some(from),
                until: Some(until),
            }) = expr.resolve(article, tense, article)
            {
                prop_assert!(from <= until, "{:?}", expr);
            }
        }
        let _ = expr.precision();
        for day in [jiff::civil::date(2025, 11, 4), Date::MIN, Date::MAX] {
            prop_assert!(!expr.write_like(span.of(text), day, day, article).is_empty());
        }
        let _ = expr.resolve(Some(Date::MAX), Tense::Future, Some(Date::MAX));
        let _ = expr.resolve(Some(Date::MIN), Tense::Past, Some(Date::MIN));
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read_in_order(text in "\\PC{0,80}") {
        check(&text)?;
    }

    #[test]
    fn any_mix_of_date_words_is_read_in_order(text in soup()) {
        check(&text)?;
    }

    #[test]
    fn an_absolute_date_is_read_alike_wherever_its_sentence_stands(
        days in 0i32..60_000, before in "[a-z ]{0,12}", style in 0usize..5,
    ) {
        let day = jiff::civil::date(1900, 1, 1).checked_add(jiff::Span::new().days(days)).expect("a day");
        let month = words::MONTHS[words::month_index(day.month())];
        let wire = words::WIRE_MONTHS[words::month_index(day.month())];
        let written = match style {
            0 => format!("{month} {}, {}", day.day(), day.year()),
            1 => format!("{} {month} {}", day.day(), day.year()),
            2 => format!("{wire} {}, {}", day.day(), day.year()),
            3 => day.to_string(),
            _ => format!("{}년 {}월 {}일", day.year(), day.month(), day.day()),
        };
        let text = format!("{before}. It was signed on {written}, he said.");
        let from = before.len() + 2;
        let found = scan(&text, Span::new(from, text.len()));
        prop_assert_eq!(found.len(), 1, "{}", text);
        let (span, expr) = &found[0];
        prop_assert_eq!(span.of(&text), written.as_str());
        prop_assert_eq!(expr.resolve(None, Tense::Unknown, None), Some(Period::day(day)));
        // and written anew it is the same
        prop_assert_eq!(expr.write_like(&written, day, day, None), written);
    }
}
