//! Values of a rule file in plain words, and as they were probably meant.

use std::str::FromStr;

use rust_decimal::Decimal;
use toml::de::DeValue;
use toml::value::Datetime;

use super::meant::{self, Meant};

/// What a value is, for people who don't write programs.
pub(super) fn describe(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(true) => "`true`",
        DeValue::Boolean(false) => "`false`",
        DeValue::Datetime(value) => match (value.date, value.time) {
            (Some(_), None) => "a date",
            (None, _) => "a time of day",
            _ => "a date with a time",
        },
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// The value as it was probably meant, in the manner of an example; None where nothing tells, and for texts that need
/// no mending but their place.
pub(super) fn amended(value: &DeValue<'_>, example: &str) -> Option<String> {
    let has_digit = example.bytes().any(|byte| byte.is_ascii_digit());
    if example.starts_with('"') {
        return match value {
            DeValue::String(text) => Some(quoted(text)),
            DeValue::Integer(number) if !has_digit => Some(format!("\"{number}\"")),
            DeValue::Float(number) if !has_digit => Some(format!("\"{number}\"")),
            _ => None,
        };
    }
    let text = match value {
        DeValue::String(text) if example.starts_with("{ name = ") => {
            return Some(format!("{{ name = {} }}", quoted(text)));
        }
        DeValue::String(text) if example.starts_with("{ fact = ") => {
            return Some(format!("{{ found = {} }}", quoted(text)));
        }
        DeValue::String(_) if example.starts_with('{') => return None,
        DeValue::String(text) => text.trim(),
        DeValue::Integer(number) if example.matches('-').count() == 2 => {
            return match meant::date(number.as_str()) {
                Some(Meant::Date(day)) => Some(day),
                _ => None,
            };
        }
        DeValue::Datetime(value) => return value.date.map(|day| day.to_string()),
        _ => return None,
    };
    let is_day = example.matches('-').count() == 2;
    if matches!(example, "true" | "false") {
        return meant::boolean(text).map(|yes| yes.to_string());
    }
    if is_day
        && let Some(Meant::Date(day)) = meant::date(text)
        && !day.starts_with('"')
    {
        return Some(day);
    }
    if has_digit
        && !is_day
        && let Some(Meant::Number { number, .. }) = meant::number(text)
    {
        return Some(number);
    }
    let meant = match text {
        "true" | "false" => matches!(example, "true" | "false"),
        _ if is_day => Datetime::from_str(text).is_ok_and(|day| day.time.is_none()),
        _ => has_digit && text.replace(',', "").parse::<Decimal>().is_ok(),
    };
    meant.then(|| text.replace(',', "_"))
}

/// A text as TOML has it.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
