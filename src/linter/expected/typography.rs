//! The spaces, hyphens and digits of the file, which reading makes plain.

/// What a character or entity of a file reads as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Space,
    Hyphen,
    Other,
}

/// Entities of spaces and of hyphens.
const ENTITIES: &[(&str, Class)] = &[
    ("&nbsp;", Class::Space),
    ("&thinsp;", Class::Space),
    ("&ensp;", Class::Space),
    ("&emsp;", Class::Space),
    ("&#160;", Class::Space),
    ("&#xA0;", Class::Space),
    ("&#xa0;", Class::Space),
    ("&#8201;", Class::Space),
    ("&#8239;", Class::Space),
    ("&#x202F;", Class::Space),
    ("&#x202f;", Class::Space),
    ("&ndash;", Class::Hyphen),
    ("&#8211;", Class::Hyphen),
    ("&#x2013;", Class::Hyphen),
    ("&#8209;", Class::Hyphen),
    ("&#x2011;", Class::Hyphen),
    ("&minus;", Class::Hyphen),
];

/// The words with the spaces, hyphens and width of digits of those found: `28&nbsp;500` for `25&nbsp;800`, `13–23` for
/// `14–24`. Each stands where it stood if there are as many; else one kind found alone is taken for all.
pub(in crate::linter) fn restore(written: &str, found: &str) -> String {
    let text = each(written, found, Class::Space);
    let text = each(&text, found, Class::Hyphen);
    let wide = |c: char| ('０'..='９').contains(&c);
    match found.contains(wide) && !found.contains(|c: char| c.is_ascii_digit()) {
        true => text.chars().map(|c| widen(c, found)).collect(),
        false => text,
    }
}

/// A full-width sign for an ASCII one, where the words found have it so.
fn widen(c: char, found: &str) -> char {
    let wide = u32::from(c)
        .checked_add(0xFEE0)
        .filter(|_| c.is_ascii_graphic())
        .and_then(char::from_u32);
    match wide {
        Some(wide) if c.is_ascii_digit() || found.contains(wide) => wide,
        // A separator that was not needed before.
        Some(wide) if matches!(c, ',' | '.') => wide,
        _ => c,
    }
}

fn each(written: &str, found: &str, class: Class) -> String {
    let kept: Vec<&str> = pieces(found)
        .filter(|(piece, of)| *of == class && !piece.is_empty())
        .map(|(piece, _)| piece)
        .collect();
    let count = pieces(written).filter(|(_, of)| *of == class).count();
    let single = kept
        .first()
        .copied()
        .filter(|first| kept.iter().all(|piece| piece == first) && !first.contains(['\n', '\r']));
    let mut index = 0;
    pieces(written)
        .map(|(piece, of)| {
            if of != class {
                return piece;
            }
            let at = index;
            index += 1;
            match count == kept.len() {
                true => kept[at],
                false => single.unwrap_or(piece),
            }
        })
        .collect()
}

/// Runs of white space, single hyphens and dashes, and what lies between.
fn pieces(text: &str) -> impl Iterator<Item = (&str, Class)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let (mut len, class) = next(rest, first);
        // White space in a row, a line break with its indent, is one space.
        while let Some(c) = rest[len..].chars().next()
            && class == Class::Space
            && let (more, Class::Space) = next(&rest[len..], c)
        {
            len += more;
        }
        let (piece, after) = rest.split_at(len);
        rest = after;
        Some((piece, class))
    })
}

fn next(rest: &str, first: char) -> (usize, Class) {
    if first == '&'
        && let Some((entity, class)) = ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity))
    {
        return (entity.len(), *class);
    }
    let class = match first {
        c if c.is_whitespace() => Class::Space,
        '-' | '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{FF0D}' => Class::Hyphen,
        _ => Class::Other,
    };
    (first.len_utf8(), class)
}

#[cfg(test)]
mod tests {
    use super::restore;

    #[test]
    fn spaces_and_hyphens_are_kept() {
        for (written, found, expected) in [
            ("28 500", "25\u{a0}800", "28\u{a0}500"),
            ("28 500", "25&nbsp;800", "28&nbsp;500"),
            ("1 028 500", "985\u{202f}000", "1\u{202f}028\u{202f}500"),
            ("13-23 February", "14–24 February", "13–23 February"),
            ("Ines\n  Castell", "Rolf\n  Ekdal", "Ines\n  Castell"),
            ("Nov. 4,\n2025", "Nov. 14,\n2025", "Nov. 4,\n2025"),
            ("28,500", "２５，８００", "２８，５００"),
            ("35-million", "53\u{2011}million", "35\u{2011}million"),
            ("Ahn Gyu-back", "Ahn\nGyubak", "Ahn\nGyu-back"),
        ] {
            assert_eq!(restore(written, found), expected);
        }
    }
}
