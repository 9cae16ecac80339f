//! Slips of the keyboard inside a word.

/// A part shorter than this differs from too many other names.
const SHORTEST: usize = 5;

/// A part shorter than this with another letter in it is another name: `Rosen`, `Risen`.
const SHORTEST_CHANGED: usize = 6;

/// What kind of slip parts two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// Two neighbours changed places.
    Swapped,
    /// A letter was doubled, or one of two left out.
    Doubled,
    /// A letter was put in, left out or changed.
    Other,
}

/// The one slip that makes two words differ; none at their first or last letter, where inflections and other names are.
pub(super) fn slip(a: &str, b: &str) -> Option<Slip> {
    if is_inflected(a, b) || is_shortened(a) || is_shortened(b) {
        return None;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    if short.len() < SHORTEST || long.len() - short.len() > 1 {
        return None;
    }
    let start = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let end = short
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    if start == 0 {
        return None;
    }
    if short.len() == long.len() {
        let middle = start..short.len().checked_sub(end)?;
        return match middle.len() {
            1 if end > 0 && short.len() >= SHORTEST_CHANGED && !is_plural(&short[..], long) => {
                Some(Slip::Other)
            }
            2 => {
                let swapped = short[start] == long[start + 1] && short[start + 1] == long[start];
                swapped.then_some(Slip::Swapped)
            }
            _ => None,
        };
    }
    if start + end < short.len() || end == 0 {
        return None;
    }
    // one letter more: where runs of one letter are, start and end overlap
    let extra = long.get(start)?;
    // `Veteran\u{E2}s`: what is left of an apostrophe in a wrong encoding
    if !extra.is_ascii() && !short.iter().any(|c| !c.is_ascii()) {
        return None;
    }
    let doubled = start.checked_sub(1).and_then(|n| long.get(n)) == Some(extra);
    Some(if doubled { Slip::Doubled } else { Slip::Other })
}

/// `leagues` and `leaguers`, `koreas` and `koreans`, `analysis` and `analyses`: one word, or what is derived from it.
fn is_inflected(a: &str, b: &str) -> bool {
    let (Some(a), Some(b)) = (a.strip_suffix('s'), b.strip_suffix('s')) else {
        return false;
    };
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let derived = long.strip_prefix(short).is_some_and(|end| end.len() == 1);
    let plural = |one: &str, many: &str| {
        let stem = one.strip_suffix('i');
        stem.is_some() && stem == many.strip_suffix('e') && one.ends_with(['i']) && {
            let stem = stem.unwrap_or_default();
            stem.ends_with(['s', 'x'])
        }
    };
    derived || plural(a, b) || plural(b, a)
}

/// `Stcks`: a word without a vowel is cut short, and no slip.
fn is_shortened(word: &str) -> bool {
    word.is_ascii() && !word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// `woman`, `women`.
fn is_plural(a: &[char], b: &[char]) -> bool {
    let (one, many) = (['m', 'a', 'n'], ['m', 'e', 'n']);
    a.ends_with(&one) && b.ends_with(&many) || a.ends_with(&many) && b.ends_with(&one)
}

#[cfg(test)]
mod tests {
    use super::{Slip, slip};

    #[test]
    fn slips() {
        for (a, b, kind) in [
            ("wojcik", "wojick", Some(Slip::Swapped)),
            ("philip", "phillip", Some(Slip::Doubled)),
            ("andersen", "anderson", Some(Slip::Other)),
            ("hernandez", "hernadez", Some(Slip::Other)),
            ("korea", "korean", None),
            ("jason", "mason", None),
            ("kowalski", "kowalska", None),
            ("anna", "anan", None),
            ("aaaaa", "aaaaaa", Some(Slip::Doubled)),
            ("wojcik", "wojcik", None),
            ("rosen", "risen", None),
            ("women", "woman", None),
            ("policeman", "policemen", None),
            ("leagues", "leaguers", None),
            ("analysis", "analyses", None),
            ("stocks", "stcks", None),
            ("veterans", "veteran\u{E2}s", None),
            ("landers", "landres", Some(Slip::Swapped)),
            ("harris", "haris", Some(Slip::Doubled)),
        ] {
            assert_eq!(slip(a, b), kind, "{a} {b}");
        }
    }
}
