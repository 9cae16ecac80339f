use std::sync::Arc;

use super::drawing::{Drawing, Marked};
use super::{Look, Source};
use crate::facts::Severity;
use crate::packs;
use crate::span::Span;

/// Something that kept a file from being used, or that is worth a note.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Problem {
    /// What kind.
    pub kind: ProblemKind,
    /// How bad it is: what fails is an error, any other a warning, if nobody says otherwise.
    pub severity: Severity,
    /// The file, as it was given or walked to; empty where there is none.
    pub file: Arc<str>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// The remedy.
    pub help: Option<String>,
    /// The bytes on disk and the line of the mistake, where it has a place.
    pub place: Option<(Span, usize)>,
    /// The places to show, the mistake itself first.
    pub marks: Vec<Mark>,
}

/// A marked place of a [`Problem`].
#[derive(Clone, Debug)]
pub struct Mark {
    /// The file.
    pub source: Arc<Source>,
    /// The bytes.
    pub span: Span,
    /// What is there.
    pub text: String,
}

/// What kind of problem it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ProblemKind {
    /// A mistake in a rule file.
    Rule,
    /// A mistake in `factlint.toml`.
    Config,
    /// A flag that can't be followed, or means nothing.
    Usage,
    /// A path that is not there, can't be read, or is no text in an encoding that could be told.
    Unreadable,
    /// The program itself failed on an article.
    Internal,
    /// A file that was to be mended and could not be replaced.
    Unwritten,
    /// A note: text that was decoded from another encoding than UTF-8, or with bytes that are not valid in its encoding.
    Encoding,
    /// A note: symbolic links that lead back into themselves; they were not followed.
    Loop,
    /// A note: an `[[ignore]]` that matches nothing any more.
    UnusedIgnore,
    /// A note: an ignore or a comment with an id that no fact and no check has.
    UnknownId,
    /// Nothing was there to check. A failure where a whole path, pattern or run has no article, else a note: a record
    /// without text, a rule file among the articles.
    NoArticles,
    /// A note: there are no rules, so that only the checks ran that need no fact.
    NoRules,
    /// A remark on rules that hold no mistake.
    Review,
}

impl ProblemKind {
    /// Its name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            ProblemKind::Rule => "rule",
            ProblemKind::Config => "config",
            ProblemKind::Usage => "usage",
            ProblemKind::Unreadable => "unreadable",
            ProblemKind::Internal => "internal",
            ProblemKind::Unwritten => "unwritten",
            ProblemKind::Encoding => "encoding",
            ProblemKind::Loop => "loop",
            ProblemKind::UnusedIgnore => "unused-ignore",
            ProblemKind::UnknownId => "unknown-id",
            ProblemKind::NoArticles => "no-articles",
            ProblemKind::NoRules => "no-rules",
            ProblemKind::Review => "review",
        }
    }

    /// Whether problems of this kind make the exit status 2, if nobody says otherwise.
    fn fails(self) -> bool {
        use ProblemKind::{Config, Internal, Rule, Unreadable, Unwritten, Usage};
        matches!(
            self,
            Rule | Config | Usage | Unreadable | Internal | Unwritten
        )
    }
}

impl Problem {
    /// A problem of a whole file.
    pub fn new(kind: ProblemKind, file: impl Into<Arc<str>>, message: impl Into<String>) -> Self {
        let severity = match kind.fails() {
            true => Severity::Error,
            false => Severity::Warning,
        };
        Self {
            kind,
            severity,
            file: file.into(),
            message: message.into(),
            help: None,
            place: None,
            marks: Vec::new(),
        }
    }

    /// A mistake of a rule file or configuration, with its places in the files `known`.
    pub fn of_mistake(
        kind: ProblemKind,
        mistake: packs::Problem,
        known: &[Arc<Source>],
    ) -> Problem {
        let file = mistake.labels.first().map(|label| label.file.clone());
        let mut problem = Problem::new(kind, file.unwrap_or_default(), mistake.message);
        problem.help = mistake.help;
        for label in mistake.labels {
            if let Some(source) = known.iter().find(|source| source.name == label.file) {
                problem = problem.mark(source, label.span, label.text);
            }
        }
        problem
    }

    /// The same with a remedy.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with another severity.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same with a marked place.
    pub fn mark(mut self, source: &Arc<Source>, span: Span, text: impl Into<String>) -> Self {
        self.place.get_or_insert((span, source.line(span.start)));
        self.marks.push(Mark {
            source: Arc::clone(source),
            span,
            text: text.into(),
        });
        self
    }

    /// Whether it makes the exit status 2.
    pub fn fails(&self) -> bool {
        let may = self.kind.fails() || self.kind == ProblemKind::NoArticles;
        may && self.severity == Severity::Error
    }

    /// The column of the mistake in characters, from 1; 1 where it is not known.
    pub fn column(&self) -> usize {
        let mark = self.marks.first();
        mark.map_or(1, |mark| mark.source.column(mark.span.start))
    }

    /// What is wrong, and the remedy: `there is no such file (check the path)`.
    pub fn told(&self) -> String {
        match &self.help {
            Some(help) => format!("{} ({help})", self.message),
            None => self.message.clone(),
        }
    }

    /// The problem as people read it, with its places marked.
    pub fn draw(&self, look: Look) -> String {
        let severity = self.severity;
        let message = if self.marks.is_empty() && !self.file.is_empty() {
            format!("{}: {}", self.file, self.message)
        } else {
            self.message.clone()
        };
        let mut drawing = Drawing::new(severity, &message, look);
        let places = self.marks.iter().enumerate();
        let mut places: Vec<Marked> = places
            .map(|(n, mark)| mark.place((n == 0).then_some(severity)))
            .collect();
        while let Some(first) = places.first() {
            let (name, line) = (first.name, first.line);
            // Places on one line share an excerpt, if they fit.
            let (mut together, others): (Vec<Marked>, Vec<Marked>) = places
                .into_iter()
                .partition(|place| (place.name, place.line) == (name, line));
            places = others;
            together.sort_by_key(|place| place.span);
            if !drawing.mark(&together) {
                for place in together {
                    drawing.mark(&[place]);
                }
            }
        }
        if let Some(help) = &self.help {
            drawing.footer("help", help);
        }
        drawing.draw()
    }
}

impl Mark {
    fn place(&self, severity: Option<Severity>) -> Marked<'_> {
        Marked {
            name: &self.source.name,
            part: None,
            text: &self.source.text,
            span: self.span,
            line: self.source.line(self.span.start),
            column: self.source.column(self.span.start),
            labels: vec![self.text.clone()],
            severity,
        }
    }
}
