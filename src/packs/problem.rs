//! Mistakes in rule files, and how they are shown.

use std::sync::Arc;

use miette::{Diagnostic, LabeledSpan, NamedSource, Severity, SourceCode};

use super::{Label, PackSource, Problem};
use crate::span::Span;

/// Every mistake of every file, with the index of its file.
#[derive(Debug, Default)]
pub(crate) struct Problems(Vec<(usize, Problem)>);

impl Problems {
    /// Adds a mistake.
    pub fn add(
        &mut self,
        file: usize,
        name: &Arc<str>,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> &mut Problem {
        let problem = Problem {
            message: message.into(),
            labels: vec![Label {
                file: name.clone(),
                span,
                text: label.into(),
            }],
            help: None,
        };
        let at = self.0.len();
        self.0.push((file, problem));
        &mut self.0[at].1
    }

    /// The mistakes in the order of the files and of their places.
    pub fn sorted(mut self) -> Vec<Problem> {
        self.0
            .sort_by_key(|(file, problem)| (*file, problem.place()));
        self.0.into_iter().map(|(_, problem)| problem).collect()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds others.
    pub fn append(&mut self, mut others: Problems) {
        self.0.append(&mut others.0);
    }

    /// Leaves out what `keep` refuses.
    pub fn retain(&mut self, mut keep: impl FnMut(usize, &Problem) -> bool) {
        self.0.retain(|(file, problem)| keep(*file, problem));
    }
}

/// The known word nearest to one that is unknown, if any is near enough to be meant.
pub(crate) fn suggest<'n>(word: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let folded = word.to_lowercase();
    known
        .map(|name| (strsim::jaro_winkler(&folded, name), name))
        .filter(|(nearness, name)| {
            *nearness > 0.86 || strsim::damerau_levenshtein(&folded, name) <= 1
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

impl Problem {
    /// Adds another place.
    pub(crate) fn label(&mut self, file: &Arc<str>, span: Span, text: &str) -> &mut Self {
        self.labels.push(Label {
            file: file.clone(),
            span,
            text: text.to_string(),
        });
        self
    }

    /// The place of the mistake itself.
    pub(crate) fn place(&self) -> Span {
        self.labels
            .first()
            .map_or(Span::default(), |label| label.span)
    }

    /// The mistake as a report over the rule files that it came from.
    pub fn report(&self, sources: &[PackSource]) -> miette::Report {
        let mut groups: Vec<(Arc<str>, Vec<LabeledSpan>)> = Vec::new();
        for (index, label) in self.labels.iter().enumerate() {
            let text = Some(label.text.clone());
            let span = label.span.range();
            let shown = match index {
                0 => LabeledSpan::new_primary_with_span(text, span),
                _ => LabeledSpan::new_with_span(text, span),
            };
            match groups.iter_mut().find(|(file, _)| *file == label.file) {
                Some((_, labels)) => labels.push(shown),
                None => groups.push((label.file.clone(), vec![shown])),
            }
        }
        let mut views = groups.into_iter().map(|(file, labels)| {
            let text = sources
                .iter()
                .find(|source| source.file == file)
                .map_or_else(|| "".into(), |source| source.text.clone());
            View {
                message: String::new(),
                source: NamedSource::new(&*file, text.to_string()).with_language("TOML"),
                labels,
                severity: None,
                help: None,
                related: Vec::new(),
            }
        });
        let mut main = views.next().unwrap_or_else(|| View {
            message: String::new(),
            source: NamedSource::new("", String::new()),
            labels: Vec::new(),
            severity: None,
            help: None,
            related: Vec::new(),
        });
        main.message = self.message.clone();
        main.help = self.help.clone();
        main.related = views
            .map(|mut view| {
                view.message = "the other place".to_string();
                view.severity = Some(Severity::Advice);
                view
            })
            .collect();
        miette::Report::new(main)
    }
}

/// A mistake with the text of one rule file.
#[derive(Debug)]
struct View {
    message: String,
    source: NamedSource<String>,
    labels: Vec<LabeledSpan>,
    severity: Option<Severity>,
    help: Option<String>,
    related: Vec<View>,
}

impl std::fmt::Display for View {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for View {}

impl Diagnostic for View {
    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as _)
    }

    fn severity(&self) -> Option<Severity> {
        self.severity
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        if self.related.is_empty() {
            return None;
        }
        Some(Box::new(self.related.iter().map(|view| view as _)))
    }
}
