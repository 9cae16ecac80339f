//! One slip of the keyboard between two rows of letters.

/// What was done to a name's letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// Nothing.
    None,
    /// The letter at this place was left out of the text.
    Dropped(usize),
    /// The text has a letter more, at this place of the text.
    Added(usize),
    /// The letter at this place is another.
    Swapped(usize),
    /// The letters at this place and the next changed places.
    Transposed(usize),
}

/// The one slip that makes `text` of `name`; None where it takes more.
pub(super) fn slip(text: &[char], name: &[char]) -> Option<Slip> {
    let same = text.iter().zip(name).take_while(|(a, b)| a == b).count();
    let (text_rest, name_rest) = (&text[same..], &name[same..]);
    match (text_rest, name_rest) {
        ([], []) => Some(Slip::None),
        (rest, [_, after @ ..]) if rest == after => Some(Slip::Dropped(same)),
        ([_, after @ ..], rest) if rest == after => Some(Slip::Added(same)),
        ([a, b, text_after @ ..], [c, d, name_after @ ..])
            if a == d && b == c && text_after == name_after =>
        {
            Some(Slip::Transposed(same))
        }
        ([_, text_after @ ..], [_, name_after @ ..]) if text_after == name_after => {
            Some(Slip::Swapped(same))
        }
        _ => None,
    }
}

impl Slip {
    /// Where it shows.
    pub fn place(self) -> usize {
        match self {
            Slip::None => 0,
            Slip::Dropped(at) | Slip::Added(at) | Slip::Swapped(at) | Slip::Transposed(at) => at,
        }
    }
}
