//! Sentences → their values.

use factlint::article::{Article, Format};
use factlint::language::{self, Mention, Reading, Tense, at};
use factlint::span::Span;
use factlint::text::Text;
use jiff::civil::{Date, date};

/// The values of the sentences of a text; and of the text as one sentence, though none is ever read so.
pub fn language(input: &[u8]) {
    let source = String::from_utf8_lossy(input);
    values(&source, Span::new(0, source.len()));
    let Ok(article) = Article::from_text("a", &source, Format::PLAIN) else {
        return;
    };
    let text = Text::new(&article);
    for sentence in text.sentences() {
        values(text.as_str(), sentence.span);
        clauses(text.as_str(), sentence.span);
        starts(text.as_str(), sentence.span);
        let block = text.blocks()[sentence.block].span;
        alone(text.as_str(), block, sentence.span);
    }
}

/// What stands in other blocks does not tell how a sentence is read.
fn alone(text: &str, block: Span, sentence: Span) {
    let words = block.of(text);
    let inside = Span::new(sentence.start - block.start, sentence.end - block.start);
    let alone = language::read(words, inside);
    let alone = alone.iter().map(|value| moved(value.span, block.start));
    let here = language::read(text, sentence);
    let here: Vec<Span> = here.iter().map(|value| value.span).collect();
    assert_eq!(here, alone.collect::<Vec<_>>(), "{words:?} of {text:?}");
}

fn moved(span: Span, by: usize) -> Span {
    Span::new(span.start + by, span.end + by)
}

fn is_slice(text: &str, span: Span, of: Span) -> bool {
    of.contains(span) && !span.is_empty() && text.get(span.range()).is_some()
}

/// They stand in order, apart, inside the sentence, and none is an impossible time.
fn values(text: &str, sentence: Span) {
    let mut last = sentence.start;
    for mention in language::read(text, sentence) {
        let span = mention.span;
        assert!(span.start >= last, "{span:?} of {text:?}");
        assert!(is_slice(text, span, sentence), "{span:?} of {text:?}");
        last = span.end;
        inner(text, sentence, &mention);
    }
}

fn inner(text: &str, sentence: Span, mention: &Mention) {
    match &mention.reading {
        Reading::Amount(amount) => {
            for number in [Some(&amount.number), amount.upper.as_ref()]
                .into_iter()
                .flatten()
            {
                let span = number.span;
                assert!(
                    is_slice(text, span, mention.span),
                    "{mention:?} of {text:?}"
                );
            }
            if let Some(hedge) = &amount.hedge {
                assert!(
                    is_slice(text, hedge.span, sentence),
                    "{hedge:?} of {text:?}"
                );
            }
        }
        Reading::Ordinal(_) => (),
        Reading::Date(expr) => {
            let weekday = expr.weekday.map(|(span, _)| span);
            for span in [weekday, expr.date].into_iter().flatten() {
                assert!(
                    is_slice(text, span, mention.span),
                    "{mention:?} of {text:?}"
                );
            }
            for today in TODAYS {
                for tense in [Tense::Past, Tense::Future, Tense::Unknown] {
                    for previous in [None, Some(date(2025, 11, 4)), Some(Date::MAX)] {
                        let days = expr.resolve(today, tense, previous);
                        let Some((from, until)) = days.and_then(|days| days.from.zip(days.until))
                        else {
                            continue;
                        };
                        assert!(from <= until, "{expr:?} of {text:?}");
                    }
                }
            }
        }
    }
}

const TODAYS: [Option<Date>; 5] = [
    None,
    Some(date(2024, 2, 29)),
    Some(date(2031, 12, 31)),
    Some(Date::MIN),
    Some(Date::MAX),
];

/// They stand in order and apart, inside the sentence.
fn clauses(text: &str, sentence: Span) {
    let mut last = sentence.start;
    for clause in language::clauses(text, sentence) {
        assert!(clause.start >= last, "{clause:?} of {text:?}");
        assert!(sentence.contains(clause), "{clause:?} of {text:?}");
        assert!(text.get(clause.range()).is_some(), "{clause:?} of {text:?}");
        last = clause.end;
    }
}

/// What a slot may hold, at every character.
fn starts(text: &str, sentence: Span) {
    let end = sentence.end;
    let offsets = text[sentence.range()].char_indices().take(200);
    for offset in offsets.map(|(at, _)| sentence.start + at) {
        let rest = Span::new(offset, end);
        let amounts = [
            at::number(text, offset, end),
            at::percent(text, offset, end),
            at::money(text, offset, end),
            at::duration(text, offset, end),
            at::quantity(text, offset, end),
        ];
        let spans = amounts.into_iter().flatten().map(|(span, _)| span);
        let spans = spans
            .chain(at::ordinal(text, offset, end).map(|(span, _)| span))
            .chain(at::year(text, offset, end).map(|(span, _)| span));
        for span in spans {
            assert!(is_slice(text, span, rest), "{span:?} of {text:?}");
        }
    }
}
