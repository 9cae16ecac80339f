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
        let value = json!(date.iso(self.article.date, tense, self.day));
        let kind = match date.precision() {
            Precision::Year => "year",
            _ => "date",
        };
        if date.precision() == Precision::Day {
            let period = date.resolve(self.article.date, tense, self.day);
            self.day = period.and_then(|period| period.until).or(self.day);
        }
        self.push(kind, span, value, None);
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
const INNER: &[&str] = &[
    "of", "the", "and", "for", "de", "la", "van", "von", "bin", "al",
];

/// Words that begin a sentence without being names.
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
    // words in lower case that count only if a capitalised one follows
    let mut pending = false;
    let taken = |token: &Token| {
        let after = mentions.partition_point(|m| m.span.end <= token.span.start);
        mentions
            .get(after)
            .is_some_and(|m| m.span.overlaps(token.span))
    };
    for token in tokens(text, sentence) {
        let word = token.of(text);
        let hyphen = word == "-" && !token.spaced;
        let designation = token.kind == TokenKind::Digits && open.is_some();
        if (token.is_capitalised(text) || designation) && !taken(&token) {
            let first = token.span.start == sentence.start;
            if first && OPENERS.contains(&word.to_lowercase().as_str()) {
                continue;
            }
            open = Some(open.map_or(token.span, |name| name.to(token.span)));
            pending = false;
        } else if open.is_some() && !pending && (hyphen || INNER.contains(&word)) {
            pending = true;
        } else if !(open.is_some() && pending && INNER.contains(&word)) {
            names.extend(open.take());
            pending = false;
        }
    }
    names.extend(open);
    names
}
