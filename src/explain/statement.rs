//! How a sentence with slots is told.

use jiff::civil::Date;

use super::example::Draft;
use super::words::{
    bounds, capital, day, digits, list, number, ordinal, quote, quoted, slips, with_unit,
};
use super::{Form, Teller, around, holding, moment};
use crate::facts::{
    ColumnType, Fact, Kind, Pattern, Piece, Record, Statement, Value, month_or_year,
};

pub(super) const TELLER: Teller = Teller {
    says,
    label,
    forms,
    drafts,
};

fn statement(fact: &Fact) -> Option<&Statement> {
    match &fact.kind {
        Kind::Statement(statement) => Some(statement),
        _ => None,
    }
}

/// A right value as copy has it.
fn written(value: &Value) -> String {
    match value {
        Value::Phrase(phrase) => phrase.preferred.clone(),
        Value::Amount {
            number: value,
            unit,
        } => match unit {
            Some(unit) => with_unit(&number(*value, 6), unit),
            None => digits(*value),
        },
        Value::Ordinal(number) => ordinal(*number),
        Value::Year(year) => year.to_string(),
        Value::Days(first, _) => day(*first),
        Value::Within(first, last) => month_or_year(*first, *last),
    }
}

/// The preferred value of each column.
fn values(record: &Record) -> Vec<Option<String>> {
    let cells = record.cells.iter();
    cells.map(|cell| cell.first().map(written)).collect()
}

/// A sentence of a pattern: its first alternatives, what is optional, no gap, and the values in the slots; None where a
/// slot has no value.
fn filled(pattern: &Pattern, values: &[Option<String>]) -> Option<String> {
    let mut out = String::new();
    fill(pattern, values, &mut out)?;
    Some(with_articles(&out))
}

fn fill(pattern: &Pattern, values: &[Option<String>], out: &mut String) -> Option<()> {
    for piece in &pattern.0 {
        match piece {
            Piece::Words(words) => append(words, out),
            Piece::Choice(branches) => fill(branches.first()?, values, out)?,
            Piece::Maybe(inner) => fill(inner, values, out)?,
            Piece::Gap => {}
            Piece::Slot(column) => append(values.get(*column)?.as_deref()?, out),
        }
    }
    Some(())
}

/// Adds words, with a space before them unless a sign joins them to what stands there. A pattern keeps no spaces at the
/// ends of its pieces: copy may write them or not.
fn append(words: &str, out: &mut String) {
    let joined = words.starts_with([
        ',', '.', ';', ':', ')', '\'', '’', '-', '–', '%', '?', '!', ']',
    ]);
    let open = out.is_empty() || out.ends_with(['(', '-', '–', '$', '€', '£', '[', '“']);
    if !joined && !open {
        out.push(' ');
    }
    out.push_str(words);
}

/// `a armistice` → `an armistice`.
fn with_articles(text: &str) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_string).collect();
    for at in 1..words.len() {
        let vowel = words[at]
            .to_lowercase()
            .starts_with(['a', 'e', 'i', 'o', 'u']);
        match words[at - 1].as_str() {
            "a" if vowel => words[at - 1] = "an".to_string(),
            "an" if !vowel => words[at - 1] = "a".to_string(),
            _ => {}
        }
    }
    words.join(" ")
}

/// The pattern as a rule file has it, with the names of its slots.
fn shown(fact: &Fact, pattern: &Pattern) -> String {
    let mut out = String::new();
    for piece in &pattern.0 {
        let text = match piece {
            Piece::Words(words) => words.clone(),
            Piece::Choice(branches) => {
                let branches: Vec<String> = branches.iter().map(|b| shown(fact, b)).collect();
                format!("({})", branches.join("|"))
            }
            Piece::Maybe(inner) => format!("[{}]", shown(fact, inner)),
            Piece::Gap => "…".to_string(),
            Piece::Slot(column) => {
                let column = fact.table.columns.get(*column);
                format!("{{{}}}", column.map_or("", |column| &column.name))
            }
        };
        append_piece(&text, &mut out);
    }
    out
}

/// Adds a piece: what opens with a bracket is joined as its inside would be.
fn append_piece(piece: &str, out: &mut String) {
    let at = out.len();
    append(piece, out);
    let inside = piece.strip_prefix('[').unwrap_or_default();
    if inside.starts_with(['\'', '-', ',']) && out[at..].starts_with(' ') {
        out.remove(at);
    }
}

/// The sentence that tells a record best: a pattern whose slots all have a value.
fn told(fact: &Fact, record: &Record) -> Option<String> {
    let patterns = statement(fact)?.says.iter();
    let values = values(record);
    patterns
        .filter_map(|pattern| filled(pattern, &values))
        .next()
}

fn label(fact: &Fact, record: &Record) -> String {
    let cells = fact.table.columns.iter().zip(&record.cells);
    let cells = cells
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(column, cell)| {
            let values: Vec<String> = cell.iter().map(written).collect();
            let values = list(&values, "or");
            match fact.table.columns.len() {
                1 => values,
                _ => format!("{} {values}", column.name),
            }
        });
    cells.collect::<Vec<_>>().join(", ")
}

/// `, or “Philly”` and `; “surrender” is wrong`: what else a record allows and the fact forbids.
fn others(fact: &Fact, record: &Record) -> String {
    let mut says = String::new();
    let also = record
        .cells
        .iter()
        .flat_map(|cell| cell.iter().skip(1).map(written));
    let also: Vec<String> = also.collect();
    if !also.is_empty() {
        says += &format!(", or with {}", quoted(&also, "or"));
    }
    let wrong = statement(fact).map(|statement| statement.wrong.concat());
    if let Some(wrong) = wrong.filter(|wrong| !wrong.is_empty()) {
        says += &format!(", and wrong to write {}", quoted(&wrong, "or"));
    }
    says
}

/// What the fact says, after what it is about.
fn says(fact: &Fact, date: Date) -> String {
    let says = said(fact, date);
    let Some(what) = statement(fact).and_then(|statement| statement.what.as_deref()) else {
        return says;
    };
    let mut signs = says.chars();
    let first = signs.next().map(char::to_lowercase).into_iter().flatten();
    format!(
        "{}: {}",
        capital(what),
        first.chain(signs).collect::<String>()
    )
}

fn said(fact: &Fact, date: Date) -> String {
    let sentence = |record: &Record| told(fact, record).unwrap_or_else(|| label(fact, record));
    let records = holding(fact, date);
    if let Some(record) = records.first() {
        let when = bounds(&record.during, date);
        let head = match when.as_str() {
            "" => "It is right to write".to_string(),
            when => format!("{} it is right to write", capital(when)),
        };
        let mut says = format!("{head} {}", quote(&sentence(record)));
        if records.len() > 1 {
            let more = records.len() - 1;
            let what = if more == 1 { "record" } else { "records" };
            says += &format!(", and so on for {more} more {what}");
        } else {
            says += &others(fact, record);
        }
        return says + ".";
    }
    let (before, after) = around(fact, date);
    let mut says = format!("Nothing is listed for {}", day(date));
    if let Some(record) = before {
        let when = bounds(&record.during, date);
        says += &format!(
            "; {when} it was right to write {}",
            quote(&sentence(record))
        );
    }
    if let Some(record) = after {
        let when = bounds(&record.during, date);
        says += &format!("; {when} it is right to write {}", quote(&sentence(record)));
    }
    says + "."
}

fn forms(fact: &Fact) -> Vec<Form> {
    let Some(statement) = statement(fact) else {
        return Vec::new();
    };
    let patterns = statement.says.iter().map(|pattern| shown(fact, pattern));
    let mut forms = vec![Form::new("says", patterns)];
    if let Some(column) = fact.table.key.and_then(|key| fact.table.columns.get(key)) {
        forms.push(Form::new("key", [column.name.clone()]));
    }
    let wrong = statement.wrong.concat();
    forms.push(Form::new("known wrong", wrong));
    forms
}

/// Wrong values for a column, the likeliest first.
fn wrong(fact: &Fact, column: usize, record: &Record) -> Vec<String> {
    let cell = record.cells.get(column).map_or(&[][..], Vec::as_slice);
    let Some(value) = cell.first() else {
        return Vec::new();
    };
    let of_column = |record: &Record| {
        record
            .cells
            .get(column)
            .and_then(|cell| cell.first().map(written))
    };
    let right: Vec<String> = cell.iter().map(written).collect();
    let records = fact.table.records.iter().rev();
    let mut wrong: Vec<String> = records.filter_map(of_column).collect();
    let choices = statement(fact).and_then(|statement| statement.wrong.get(column));
    match value {
        Value::Phrase(_) => {
            wrong.extend(choices.into_iter().flatten().cloned());
            let is_choice =
                fact.table.columns.get(column).map(|column| column.ty) == Some(ColumnType::Choice);
            if is_choice {
                wrong = choices.cloned().unwrap_or_default();
            } else {
                wrong.extend(
                    ["Geneva", "Westfield", "Tomas Brandt", "Delta Union"].map(String::from),
                );
            }
        }
        Value::Year(year) => {
            wrong.extend([year + 1, year - 1, year + 10].map(|year| year.to_string()))
        }
        Value::Days(first, last) => {
            wrong.extend(
                [last.tomorrow(), first.yesterday()]
                    .into_iter()
                    .flatten()
                    .map(day),
            );
        }
        Value::Within(first, last) => {
            let others = [last.tomorrow(), first.yesterday()];
            wrong.extend(
                others
                    .into_iter()
                    .flatten()
                    .map(|day| day.year().to_string()),
            );
        }
        Value::Ordinal(number) => {
            wrong.extend([number.saturating_add(1), number.saturating_add(2)].map(ordinal));
        }
        Value::Amount {
            number: value,
            unit,
        } => {
            let text = number(*value, 6);
            wrong.extend(slips(&text).into_iter().take(8).map(|slip| match unit {
                Some(unit) => with_unit(&slip, unit),
                None => slip,
            }));
        }
    }
    wrong.retain(|word| !right.contains(word));
    wrong.dedup();
    wrong.truncate(6);
    wrong
}

fn drafts(fact: &Fact, date: Date) -> Vec<Draft> {
    let (Some(statement), Some((mut date, mut record))) = (statement(fact), moment(fact, date))
    else {
        return Vec::new();
    };
    // Of records with a key all hold at once: the first is told.
    if fact.table.key.is_some() {
        record = holding(fact, date).first().copied().unwrap_or(record);
    }
    // What is told of a day is told after it.
    for value in record.cells.iter().flatten() {
        if let Value::Days(_, last) = value
            && *last >= date
        {
            let later = last.saturating_add(jiff::Span::new().days(30));
            date = if record.during.holds(later) {
                later
            } else {
                date
            };
        }
    }
    let mut drafts = Vec::new();
    let values = values(record);
    // The key tells which record is meant: a wrong one would tell of another.
    let columns: Vec<usize> = (0..fact.table.columns.len())
        .filter(|column| fact.table.key != Some(*column))
        .collect();
    for pattern in &statement.says {
        for column in &columns {
            for wrong in wrong(fact, *column, record) {
                let mut changed = values.clone();
                if let Some(value) = changed.get_mut(*column) {
                    *value = Some(wrong);
                }
                let both = (filled(pattern, &changed), filled(pattern, &values));
                let (Some(wrong), Some(right)) = both else {
                    continue;
                };
                if wrong != right {
                    for frame in ["{}.", "{}, the report says."] {
                        drafts.push(Draft::new(date, frame, &wrong, &right));
                    }
                }
            }
        }
    }
    drafts
}
