//! What the engine reads in an article, as JSON.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::{Value, json};

use crate::article::Article;
use crate::language::dates::{DateExpr, Precision};
use crate::language::tokens::{Token, TokenKind, tokens};
use crate::language::{self, Amount, Dimension, Mention, Numeral, Reading, Tense, Unit, tense};
use crate::span::Span;
use crate::text::Text;

/// Everything that is read in an article: `{"values": [{"kind", "start", "end", "text", "value", "unit"}]}`.
///
/// Kinds are `number`, `ordinal`, `percent`, `money`, `date`, `year`, `duration`, `quantity`, `name`, `quote` and
/// `sentence`; the number inside a percentage, sum of money or quantity is listed too. `start` and `end` are bytes of
/// the file on disk (of a packed part, of its text), `value` a number or an ISO 8601 date, null where it is not known.
pub fn values(article: &Article, text: &Text) -> Value {
    let mut list = List {
        article,
        text,
        items: Vec::new(),
        day: None,
    };
    for span in text.speech() {
        list.push("quote", *span, Value::Null, None);
    }
    for sentence in text.sentences() {
        list.push("sentence", sentence.span, Value::Null, None);
        let mentions = language::read(text.as_str(), sentence.span);
        for name in names(text.as_str(), sentence.span, &mentions) {
            list.push("name", name, Value::Null, None);
        }
        let clauses = language::clauses(text.as_str(), sentence.span);
        for mention in &mentions {
            list.mention(mention, &clauses);
        }
    }
    list.items.sort_by_key(|item| item.place);
    let values: Vec<Value> = list.items.into_iter().map(|item| item.json).collect();
    json!({ "values": values })
}

/// The text of an article that is read: `{"blocks": [{"kind", "start", "end", "text"}]}`.
///
/// A block is a paragraph, a heading, a caption or another text of its own. Spaces and line ends are single spaces.
/// `start` and `end` are bytes of the file on disk (of a packed part, of its text).
pub fn blocks(article: &Article) -> Value {
    let parts = article.parts.iter();
    let blocks = parts.flat_map(|part| {
        part.blocks.iter().map(|block| {
            let text: String = block
                .runs
                .iter()
                .map(|run| match &run.text {
                    Some(text) => text.as_str(),
                    None => part.source.get(run.source.range()).unwrap_or_default(),
                })
                .collect();
            // What stands for a picture is no text.
            let text = text.replace('\u{FFFC}', " ");
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let disk = part.disk(block.source());
            json!({ "kind": block.kind.name(), "start": disk.start, "end": disk.end, "text": text })
        })
    });
    json!({ "blocks": blocks.collect::<Vec<Value>>() })
}

struct Item {
    /// Part, start, longer ones first: what holds another stands before it.
    place: (usize, usize, std::cmp::Reverse<usize>),
    json: Value,
}

struct List<'a> {
    article: &'a Article,
    text: &'a Text,
    items: Vec<Item>,
    /// The day stated last, for `the next day`.
    day: Option<Date>,
}

impl List<'_> {
    fn push(&mut self, kind: &str, span: Span, value: Value, unit: Option<&str>) {
        let place = self.text.place(span);
        let Some(part) = self.article.parts.get(place.part) else {
            return;
        };
        let disk = part.disk(place.span);
        let found = part.source.get(place.span.range()).unwrap_or_default();
        self.items.push(Item {
            place: (place.part, disk.start, std::cmp::Reverse(disk.end)),
            json: json!({
                "kind": kind, "start": disk.start, "end": disk.end,
                "text": found, "value": value, "unit": unit,
            }),
        });
    }

    fn mention(&mut self, mention: &Mention, clauses: &[Span]) {
        match &mention.reading {
            Reading::Ordinal(number) => self.push("ordinal", mention.span, json!(number), None),
            Reading::Date(date) => self.date(mention.span, date, clauses),
            Reading::Amount(amount) => self.amount(mention.span, amount),
        }
    }

    fn date(&mut self, span: Span, date: &DateExpr, clauses: &[Span]) {
        let text = self.text.as_str();
        let clause = clauses.iter().find(|clause| clause.overlaps(span));
        let tense = clause.map_or(Tense::Unknown, |clause| {
            tense::of(text, *clause, span.start)
        });
        let value = date.iso(self.article.date, tense, self.day);
        // `in two years` names a day, however coarsely
        let kind = match value.as_deref() {
            Some(year) if year.len() == 4 => "year",
            _ => "date",
        };
        if date.precision() == Precision::Day {
            let period = date.resolve(self.article.date, tense, self.day);
            self.day = period.and_then(|period| period.until).or(self.day);
        }
        self.push(kind, span, json!(value), None);
    }

    fn amount(&mut self, span: Span, amount: &Amount) {
        let numerals = std::iter::once(&amount.number).chain(&amount.upper);
        for numeral in numerals {
            self.push("number", numeral.span, number(numeral.value), None);
        }
        let Some(unit) = amount.unit else { return };
        // the unit of a range stands with its upper end
        let (numeral, span) = match &amount.upper {
            Some(upper) => (upper, self.upper_end(span, amount, upper)),
            None => (&amount.number, span),
        };
        self.push(kind(unit), span, number(numeral.value), Some(unit.code));
    }

    /// The upper end of a range with its unit: `$4 billion` of `$3 billion-$4 billion`.
    fn upper_end(&self, span: Span, amount: &Amount, upper: &Numeral) -> Span {
        let between = &self.text.as_str()[amount.number.span.end..upper.span.start];
        let sign = between
            .char_indices()
            .rev()
            .take_while(|(_, c)| !c.is_whitespace() && !c.is_ascii_punctuation() || *c == '$')
            .last();
        let start = sign.map_or(upper.span.start, |(at, _)| amount.number.span.end + at);
        Span::new(start, span.end)
    }
}

fn kind(unit: &Unit) -> &'static str {
    match unit.dimension {
        Dimension::Percent => "percent",
        Dimension::Money(_) => "money",
        Dimension::Duration => "duration",
        _ => "quantity",
    }
}

/// A whole number where it is one: 28500, not 28500.0.
fn number(value: Decimal) -> Value {
    match value.normalize() {
        whole if whole.is_integer() => whole
            .to_i64()
            .map_or_else(|| json!(whole.to_f64()), |whole| json!(whole)),
        other => json!(other.to_f64()),
    }
}

/// Words in lower case that stand inside names.
#[rustfmt::skip]
const INNER: &[&str] = &[
    "of", "de", "la", "van", "von", "bin", "al",
];

/// Words that begin a sentence without being names.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "a", "an", "the", "in", "on", "at", "by", "of", "to", "for", "from", "with", "as", "and",
    "but", "or", "if", "it", "he", "she", "we", "they", "i", "you", "this", "that", "these",
    "those", "there", "some", "all", "more", "most", "after", "before", "when", "while", "since",
    "his", "her", "its", "their", "our", "my", "no", "not", "about", "over", "nearly", "almost",
    "both", "each", "what", "who", "how", "why", "where", "is", "are", "was", "were", "will",
];

/// Runs of capitalised words, with `of` and the like between them, that are no values.
fn names(text: &str, sentence: Span, mentions: &[Mention]) -> Vec<Span> {
    let mut names = Vec::new();
    let mut open: Option<Span> = None;
    // `of` or a hyphen, which counts only if the name goes on
    let mut link = None;
    let mut first = true;
    let taken = |token: &Token| {
        let after = mentions.partition_point(|m| m.span.end <= token.span.start);
        let next = mentions.get(after);
        next.is_some_and(|m| m.span.overlaps(token.span))
    };
    for token in tokens(text, sentence) {
        let word = token.of(text);
        let opener = std::mem::take(&mut first) && OPENERS.contains(&word.to_lowercase().as_str());
        first |= token.kind == TokenKind::Sign && open.is_none() && names.is_empty();
        // `Gyu-back`, `Hwasong-20`
        let joined = link == Some("-") && !token.spaced && token.kind != TokenKind::Sign;
        let capital = token.is_capitalised(text) && !opener;
        let number = token.kind == TokenKind::Digits && open.is_some() && link.is_none();
        if (capital || joined || number) && !taken(&token) {
            open = Some(open.map_or(token.span, |name| name.to(token.span)));
            link = None;
        } else if open.is_some()
            && link.is_none()
            && (word == "-" && !token.spaced || INNER.contains(&word))
        {
            link = Some(word);
        } else {
            names.extend(open.take());
            link = None;
        }
    }
    names.extend(open);
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Format;

    fn rows(source: &str) -> Vec<String> {
        let format = Format::named("plain").or_else(|| Format::of_path("a.txt"));
        let article = Article::from_bytes("a.txt", source.as_bytes(), format).unwrap_or_default();
        let shown = values(&article, &Text::new(&article));
        let all = shown["values"].as_array().cloned().unwrap_or_default();
        all.iter()
            .filter(|value| value["kind"] != "sentence")
            .map(|value| {
                let (start, end) = (&value["start"], &value["end"]);
                let range =
                    start.as_u64().unwrap_or(0) as usize..end.as_u64().unwrap_or(0) as usize;
                assert_eq!(value["text"], source[range]);
                let unit = value["unit"].as_str().unwrap_or("-");
                format!(
                    "{} {} = {} {unit}",
                    value["kind"], value["text"], value["value"]
                )
                .replace('"', "")
            })
            .collect()
    }

    #[test]
    fn values_are_listed_with_their_place_in_the_file() {
        assert_eq!(
            rows("Some ２８,500 troops cost 66.3 trillion\u{a0}won, or 2.8%, at the 57th meeting."),
            [
                "number ２８,500 = 28500 -",
                "money 66.3 trillion\u{a0}won = 66300000000000 KRW",
                "number 66.3 trillion = 66300000000000 -",
                "percent 2.8% = 2.8 %",
                "number 2.8 = 2.8 -",
                "ordinal 57th = 57 -",
            ]
        );
    }

    #[test]
    fn the_unit_of_a_range_stands_with_its_upper_end() {
        assert_eq!(
            rows("It is 8 to 10 feet tall and costs $3 billion-$4 billion."),
            [
                "number 8 = 8 -",
                "quantity 10 feet = 10 ft",
                "number 10 = 10 -",
                "number 3 billion = 3000000000 -",
                "money $4 billion = 4000000000 USD",
                "number 4 billion = 4000000000 -",
            ]
        );
    }

    #[test]
    fn names_quotes_and_durations_are_listed() {
        assert_eq!(
            rows(
                "“We met,” said Ahn Gyu-back of the Ministry of National Defense after three days."
            ),
            [
                "quote We met, = null -",
                "name Ahn Gyu-back = null -",
                "name Ministry of National Defense = null -",
                "duration three days = 3 days",
                "number three = 3 -",
            ]
        );
    }
}
