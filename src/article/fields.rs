//! Which fields of a record hold its text, its date and its name.

/// Which fields of a record are read; None: those that are usual.
///
/// A field is the key of a value, or a path to it: `article.body`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fields {
    /// The text: a string, or a list of strings, which are its paragraphs. HTML where its name says so: `body_html`.
    pub text: Option<String>,
    /// The day of publication.
    pub date: Option<String>,
    /// What the record is called in reports.
    pub id: Option<String>,
}

impl Fields {
    /// Whether one is chosen.
    pub fn any(&self) -> bool {
        self.text.is_some() || self.date.is_some() || self.id.is_some()
    }

    /// What is chosen: the flag, and the field.
    pub(super) fn chosen(&self) -> [(&'static str, Option<&str>); 3] {
        [
            ("--text-field", self.text.as_deref()),
            ("--date-field", self.date.as_deref()),
            ("--id-field", self.id.as_deref()),
        ]
    }
}
