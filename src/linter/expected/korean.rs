//! Korean numbers in the form of another: `2만8500`, `1천 5백만`, `66.3조`.

use rust_decimal::Decimal;

use super::Expected;

/// Signs of a myriad and more, the largest first, with their powers of ten.
const MYRIADS: [(char, u32); 3] = [('조', 12), ('억', 8), ('만', 4)];

/// The number, where `found` is written with Korean signs.
pub(super) fn number_like(number: Decimal, found: &str) -> Option<Expected> {
    let small = found.contains(['천', '백', '십']);
    if !small && !found.contains(|c| MYRIADS.iter().any(|(sign, _)| *sign == c)) {
        return None;
    }
    let written = match found.contains('.') {
        true => decimal(number, found),
        false => whole(number, found, small),
    };
    Some(match written {
        Some(text) => Expected::sure(text),
        None => Expected::unsure(number.normalize().to_string()),
    })
}

/// `66.3조`: one sign with a decimal fraction.
fn decimal(number: Decimal, found: &str) -> Option<String> {
    let sign = found.chars().find(|c| !c.is_ascii_digit() && *c != '.')?;
    let (_, power) = MYRIADS.iter().find(|(known, _)| *known == sign)?;
    let mantissa = number
        .checked_div(Decimal::from(10u64.pow(*power)))?
        .normalize();
    let head = found.find(sign).map(|at| &found[at..])?;
    let alone = head.chars().count() == 1;
    (alone && mantissa >= Decimal::ONE && mantissa.scale() <= 4)
        .then(|| format!("{mantissa}{sign}"))
}

/// Groups of four digits; with `small`, a group is written with signs too, `1천5백`.
fn whole(number: Decimal, found: &str, small: bool) -> Option<String> {
    let mut rest = u64::try_from(number).ok().filter(|_| number.is_integer())?;
    let spaced = found.contains(' ');
    let commas = found.contains(',');
    let mut groups: Vec<String> = Vec::new();
    for (sign, power) in MYRIADS {
        let scale = 10u64.pow(power);
        let group = rest / scale;
        rest %= scale;
        if group > 9_999 {
            return None;
        }
        if group > 0 {
            groups.push(format!(
                "{}{sign}",
                group_like(group, small, commas, spaced)
            ));
        }
    }
    if rest > 0 {
        groups.push(group_like(rest, small, commas, spaced));
    }
    let joint = if spaced { " " } else { "" };
    Some(groups.join(joint))
}

fn group_like(group: u64, small: bool, commas: bool, spaced: bool) -> String {
    if !small {
        let digits = group.to_string();
        return match commas && digits.len() == 4 {
            true => format!("{},{}", &digits[..1], &digits[1..]),
            false => digits,
        };
    }
    let mut parts = Vec::new();
    let (thousands, hundreds, rest) = (group / 1_000, group / 100 % 10, group % 100);
    if thousands > 0 {
        parts.push(format!("{thousands}천"));
    }
    if hundreds > 0 {
        parts.push(format!("{hundreds}백"));
    }
    if rest > 0 {
        parts.push(rest.to_string());
    }
    parts.join(if spaced { " " } else { "" })
}
