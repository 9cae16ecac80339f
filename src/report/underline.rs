//! The rows below an excerpt: what underlines its places, and what is said of them.
//!
//! ```text
//! …visit to Panmunjeom and the lunch at Camp Boniface.
//!           ^^^^^^^^^^                  ^^^^^^^^^^^^^ expected Camp Bonifas
//!           expected Panmunjom
//! ```

use std::ops::Range;

use super::signs;

/// A place to underline.
#[derive(Debug)]
pub struct Underline {
    /// Its columns in the excerpt.
    pub columns: Range<usize>,
    /// What is said of it.
    pub label: String,
    /// What it is underlined with.
    pub sign: char,
    /// The escape sequence of its color.
    pub color: &'static str,
}

/// Signs by their columns.
#[derive(Default)]
struct Row(Vec<Option<(String, &'static str)>>);

impl Row {
    fn is_free(&self, columns: Range<usize>) -> bool {
        let taken = |cell: &Option<_>| cell.is_some();
        let end = columns.end.min(self.0.len());
        !self
            .0
            .get(columns.start.min(end)..end)
            .is_some_and(|cells| cells.iter().any(taken))
    }

    fn put(&mut self, mut column: usize, text: &str, color: &'static str) {
        for c in text.chars() {
            let width = signs::width(c);
            let end = column + width.max(1);
            if self.0.len() < end {
                self.0.resize(end, None);
            }
            if width == 0 {
                if let Some(Some((before, _))) = self.0.get_mut(column.wrapping_sub(1)) {
                    before.push(c);
                }
                continue;
            }
            for cell in &mut self.0[column..end] {
                *cell = Some((String::new(), color));
            }
            self.0[column] = Some((c.to_string(), color));
            column = end;
        }
    }

    fn write(&self) -> String {
        let mut out = String::new();
        let mut current = "";
        for cell in &self.0 {
            let (text, color) = cell
                .as_ref()
                .map_or((" ", ""), |(text, color)| (text.as_str(), *color));
            if color != current {
                out.push_str(if color.is_empty() { "\u{1b}[0m" } else { color });
                current = color;
            }
            out.push_str(text);
        }
        if !current.is_empty() {
            out.push_str("\u{1b}[0m");
        }
        out
    }
}

/// The rows for places sorted by their first column. A label is beside its place if it has room there, else it begins
/// below the first column.
pub fn underlines(places: &[Underline], columns: usize) -> Vec<String> {
    let mut rows: Vec<Row> = Vec::new();
    let mut in_row = Vec::with_capacity(places.len());
    for place in places {
        let Range { start, end } = place.columns;
        // Two places that touch would look as one.
        let free = |row: &Row| row.is_free(start.saturating_sub(1)..end + 1);
        let index = rows.iter().position(free).unwrap_or(rows.len());
        row(&mut rows, index).put(
            start,
            &place.sign.to_string().repeat(end - start),
            place.color,
        );
        in_row.push(index);
    }
    let mut hanging = Vec::new();
    for (place, index) in places.iter().zip(in_row).rev() {
        let width = signs::text_width(&place.label);
        let end = place.columns.end;
        let beside = end..end + width + 2;
        if width == 0 {
        } else if end + 1 + width <= columns && rows[index].is_free(beside) {
            rows[index].put(end + 1, &place.label, place.color);
        } else {
            hanging.push((place, index, width));
        }
    }
    for (place, above, width) in hanging {
        let start = place.columns.start;
        let mut index = above + 1;
        while !row(&mut rows, index).is_free(start.saturating_sub(1)..start + width + 1) {
            index += 1;
        }
        for row in &mut rows[above + 1..index] {
            if row.is_free(start..start + 1) {
                row.put(start, "|", place.color);
            }
        }
        rows[index].put(start, &place.label, place.color);
    }
    rows.iter().map(Row::write).collect()
}

fn row(rows: &mut Vec<Row>, index: usize) -> &mut Row {
    while rows.len() <= index {
        rows.push(Row::default());
    }
    &mut rows[index]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places as `start..end label`.
    fn drawn(places: &[(Range<usize>, &str)], columns: usize) -> Vec<String> {
        let places: Vec<Underline> = places
            .iter()
            .map(|(columns, label)| Underline {
                columns: columns.clone(),
                label: (*label).to_string(),
                sign: '^',
                color: "\u{1b}[31m",
            })
            .collect();
        let rows = underlines(&places, columns).into_iter();
        rows.map(|row| anstream::adapter::strip_str(&row).to_string())
            .collect()
    }

    #[test]
    fn labels_are_beside_their_places_or_below() {
        assert_eq!(drawn(&[(3..6, "one")], 40), ["   ^^^ one"]);
        assert_eq!(
            drawn(&[(0..3, "one"), (10..12, "two")], 40),
            ["^^^ one   ^^ two"]
        );
        assert_eq!(
            drawn(&[(0..3, "one"), (5..7, "two")], 40),
            ["^^^  ^^ two", "one"]
        );
        assert_eq!(
            drawn(
                &[(0..3, "number one"), (5..7, "number two"), (9..11, "three")],
                14
            ),
            [
                "^^^  ^^  ^^",
                "|    |   three",
                "|    number two",
                "number one"
            ]
        );
    }

    #[test]
    fn places_that_overlap_are_below_each_other() {
        assert_eq!(
            drawn(&[(0..6, "all"), (2..4, "part")], 40),
            ["^^^^^^ all", "  ^^ part"]
        );
        assert_eq!(
            drawn(&[(2..6, "one"), (2..6, "two")], 40),
            ["  ^^^^ one", "  ^^^^ two"]
        );
    }
}
