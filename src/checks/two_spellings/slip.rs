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
    let doubled = start.checked_sub(1).and_then(|n| long.get(n)) == Some(extra);
    Some(if doubled { Slip::Doubled } else { Slip::Other })
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
        ] {
            assert_eq!(slip(a, b), kind, "{a} {b}");
        }
    }
}
