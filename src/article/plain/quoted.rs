//! Lines that an e-mail quotes: `> ` before each, once a level.

/// How a line is quoted: its level (0 where it is not), and the length of the marks before its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Quote {
    pub(super) level: usize,
    pub(super) len: usize,
}

impl Quote {
    /// The marks at the start of a line.
    fn read(line: &str) -> Quote {
        let text = line.trim_start_matches(' ');
        let mut quote = Quote::default();
        // Deeper in, a sign is one of a table or a program.
        if line.len() - text.len() > 3 {
            return quote;
        }
        let mut rest = text;
        while let Some(after) = rest.strip_prefix('>') {
            quote.level += 1;
            rest = after;
            // The space after a mark is its own; one more before the next mark is common.
            let next = after.trim_start_matches(' ');
            if next.starts_with('>') {
                rest = next;
            }
        }
        // `>50` is more than 50, `>=` a comparison.
        if quote.level == 0 || rest.starts_with(|c: char| c.is_ascii_digit() || c == '=') {
            return Quote::default();
        }
        quote.len = line.len() - rest.len();
        quote
    }
}

/// How each of these lines is quoted.
///
/// A quotation begins after a blank line or a colon, or goes on over several lines: `> 50` may also begin a line of
/// wrapped prose.
pub(super) fn quotes(lines: &[&str]) -> Vec<Quote> {
    let read: Vec<Quote> = lines.iter().map(|line| Quote::read(line)).collect();
    let mut out: Vec<Quote> = Vec::with_capacity(lines.len());
    for (at, quote) in read.iter().enumerate() {
        let before = at.checked_sub(1);
        let begins = before.and_then(|at| lines.get(at)).is_none_or(|line| {
            let line = line.trim_end();
            line.is_empty() || line.ends_with(':')
        });
        let goes_on = before
            .and_then(|at| out.get(at))
            .is_some_and(|quote| quote.level > 0);
        let more = read.get(at + 1).is_some_and(|quote| quote.level > 0);
        out.push(match begins || goes_on || more {
            true => *quote,
            false => Quote::default(),
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(text: &str) -> Vec<(usize, usize)> {
        let lines: Vec<&str> = text.split('\n').collect();
        quotes(&lines)
            .iter()
            .map(|quote| (quote.level, quote.len))
            .collect()
    }

    #[test]
    fn quoted_lines_have_a_level() {
        assert_eq!(
            levels("Ana wrote:\n> One\n>> Two\n> > Three\n>\nFour"),
            [(0, 0), (1, 1), (2, 2), (2, 3), (1, 1), (0, 0)]
        );
        assert_eq!(levels("\n>One"), [(0, 0), (1, 1)]);
        assert_eq!(levels("Yes.\n> One\n> two"), [(0, 0), (1, 1), (1, 1)]);
    }

    #[test]
    fn a_comparison_is_no_quotation() {
        for text in [
            "it rose by\n> 50 percent",
            "\n>50 percent",
            "\n>= 4",
            "a\n      > b\n      > c",
            "a > b",
        ] {
            assert!(levels(text).iter().all(|(level, _)| *level == 0), "{text}");
        }
    }
}
