//! Where paragraphs stand, and what becomes of them: counted in the document, in cells and in text boxes.

use super::super::styles::Style;
use super::{Draft, Open, Paragraph, Reader, Story, Table};
use crate::article::BlockKind;
use crate::article::head::is_short;

/// A longer name of a place is not made longer: tables stand in tables in tables.
const LABEL: usize = 120;

/// No first letter has more characters, with the quotation mark before it.
const DROP_CAP: usize = 4;

/// What a word processor writes below the descriptions that it makes of pictures itself.
const GENERATED: &[&str] = &["automatically generated", "AI-generated content"];

impl Draft {
    fn is_drop_cap(&self) -> bool {
        self.drop_cap && (1..=DROP_CAP).contains(&self.text.trim().chars().count())
    }
}

impl Reader<'_> {
    /// Keeps the alternative text of a picture beside its paragraph.
    pub(super) fn alternative(&mut self, text: Option<String>) {
        let shown = self.shown();
        let Some((draft, text)) = self.drafts.last_mut().zip(text).filter(|_| shown) else {
            return;
        };
        let text = text.trim();
        let generated = GENERATED.iter().any(|words| text.contains(words));
        // A single word is a file or an icon.
        if generated || !text.contains(char::is_whitespace) {
            return;
        }
        draft.alternatives += 1;
        draft.after.push(Paragraph {
            place: match draft.alternatives {
                1 => format!("{}, alternative text", draft.place),
                nth => format!("{}, alternative text {nth}", draft.place),
            },
            note: self.note.clone(),
            kind: Some(BlockKind::Caption),
            text: text.to_string(),
        });
    }

    /// Begins a paragraph.
    pub(super) fn paragraph(&mut self) {
        let Some(story) = self.stories.last_mut() else {
            return;
        };
        story.paragraphs += 1;
        let number = story.paragraphs;
        let fresh = Draft {
            place: match (story.name.is_empty(), number) {
                (true, _) => format!("paragraph {number}"),
                (false, 1) => story.name.clone(),
                (false, _) => format!("{}, paragraph {number}", story.name),
            },
            ..Draft::default()
        };
        let draft = match story.joined.take() {
            Some(cap) if cap.drop_cap => Draft {
                text: cap.text.trim().to_string(),
                after: cap.after,
                ..fresh
            },
            Some(joined) => Draft {
                style: Style::default(),
                joins: false,
                ..joined
            },
            None => fresh,
        };
        self.drafts.push(draft);
    }

    /// Ends a paragraph.
    pub(super) fn finish(&mut self) {
        let Some(draft) = self.drafts.pop() else {
            return;
        };
        match self.stories.last_mut() {
            Some(story) if draft.joins || draft.is_drop_cap() => story.joined = Some(draft),
            _ => self.keep(draft),
        }
    }

    pub(super) fn keep(&mut self, draft: Draft) {
        let story = self.stories.last();
        let is_cell = story.is_some_and(|story| story.is_cell);
        let deleted = story.is_some_and(|story| story.deleted);
        let in_box = story.is_some_and(|story| !story.name.is_empty());
        let own = match draft.style.kind {
            _ if draft.outline => Some(BlockKind::Headline),
            Some(BlockKind::Headline) => Some(BlockKind::Headline),
            Some(BlockKind::Item) if draft.list == Some(false) => None,
            None if draft.list == Some(true) => Some(BlockKind::Item),
            kind => kind,
        };
        let kind = own.or(match (is_cell, in_box) {
            (true, _) if is_short(&draft.text) => Some(BlockKind::Cell),
            (_, true) => Some(BlockKind::Paragraph),
            _ => None,
        });
        let left_out = deleted || draft.style.left_out || draft.text.trim().is_empty();
        let paragraph = (!left_out).then(|| Paragraph {
            place: draft.place,
            note: self.note.clone(),
            kind,
            text: draft.text,
        });
        let out = match self.drafts.last_mut() {
            Some(host) => &mut host.after,
            None => &mut self.body.paragraphs,
        };
        out.extend(paragraph.into_iter().chain(draft.after));
    }

    /// Keeps a paragraph that nothing came to join.
    pub(super) fn flush(&mut self) {
        let joined = self
            .stories
            .last_mut()
            .and_then(|story| story.joined.take());
        if let Some(draft) = joined {
            self.keep(draft);
        }
    }

    /// Enters what paragraphs are counted in anew.
    pub(super) fn enter(&mut self, name: String, is_cell: bool, deleted: bool) {
        let deleted = deleted || self.stories.last().is_some_and(|story| story.deleted);
        self.stories.push(Story {
            name,
            is_cell,
            deleted,
            ..Story::default()
        });
    }

    pub(super) fn leave(&mut self) {
        self.flush();
        if self.stories.len() > 1 {
            self.stories.pop();
        }
    }

    pub(super) fn table(&mut self) -> Open {
        if let Some(story) = self.stories.last_mut() {
            story.tables += 1;
            let name = match story.name.as_str() {
                "" => format!("table {}", story.tables),
                outer if outer.len() > LABEL => outer.to_string(),
                outer => format!("{outer}, table {}", story.tables),
            };
            self.tables.push(Table {
                name,
                row: 0,
                cell: 0,
                deleted: false,
            });
        }
        Open::Table
    }

    pub(super) fn cell(&mut self) -> Open {
        let (name, deleted) = match self.tables.last_mut() {
            Some(table) => {
                table.cell += 1;
                let (row, cell) = (table.row, table.cell);
                (
                    format!("{}, row {row}, cell {cell}", table.name),
                    table.deleted,
                )
            }
            None => ("a cell".to_string(), false),
        };
        self.enter(name, true, deleted);
        Open::Cell
    }
}
