//! Which date each article was read with, and where it was found.

use std::fmt::Write as _;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::counted;
use crate::article::{Article, DateFrom};

/// What is not checked in an article without a date.
pub const UNDATED: &str =
    "ages, future-past, weekdays without a year and the time of facts are not checked";

/// The date of an article, as the JSON states it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ArticleDate {
    file: String,
    /// Which of several articles of its file.
    part: Option<String>,
    #[serde(serialize_with = "iso")]
    date: Option<Date>,
    /// The day of its last update, where that is a later one.
    #[serde(serialize_with = "iso")]
    until: Option<Date>,
    date_from: Option<DateFrom>,
}

impl ArticleDate {
    fn of(article: &Article) -> Self {
        Self {
            file: article.name.clone(),
            part: article.label.clone(),
            date: article.date,
            until: article.until,
            date_from: article.date_from,
        }
    }
}

/// The dates of the articles of a run.
#[derive(Debug, Default)]
pub struct Dates {
    /// Each article's, in order, where a report lists them.
    pub list: Vec<ArticleDate>,
    first: Option<ArticleDate>,
    /// How many articles have their date from each of [`DateFrom::ALL`].
    found: [usize; DateFrom::ALL.len()],
    missing: usize,
}

impl Dates {
    /// Adds an article; `lists` keeps its own date.
    pub fn add(&mut self, article: &Article, lists: bool) {
        match article.date_from {
            Some(from) => {
                let slot = DateFrom::ALL.iter().position(|known| *known == from);
                if let Some(count) = slot.and_then(|slot| self.found.get_mut(slot)) {
                    *count += 1;
                }
            }
            None => self.missing += 1,
        }
        if self.first.is_none() {
            self.first = Some(ArticleDate::of(article));
        }
        if lists {
            self.list.push(ArticleDate::of(article));
        }
    }

    /// Adds those that came after.
    pub fn append(&mut self, next: &mut Dates) {
        self.list.append(&mut next.list);
        self.first = self.first.take().or(next.first.take());
        for (own, next) in self.found.iter_mut().zip(next.found) {
            *own += next;
        }
        self.missing += next.missing;
    }

    /// `Dated 3 November 2025 by a header line`, or of several articles how many were dated by what.
    pub fn summary(&self) -> Option<String> {
        let first = self.first.as_ref()?;
        let all = self.found.iter().sum::<usize>() + self.missing;
        if all == 1 {
            return Some(match (first.date, first.date_from) {
                (Some(date), Some(from)) => {
                    format!("Dated {} by {}", period(date, first.until), named(from, 1))
                }
                _ => format!("No date found (--date sets one): {UNDATED}"),
            });
        }
        let found = DateFrom::ALL.iter().zip(self.found);
        let found = found.filter(|(_, count)| *count > 0);
        let found: Vec<String> = found
            .map(|(from, count)| format!("{count} by {}", named(*from, count)))
            .collect();
        let mut line = match found.is_empty() {
            true => "No article has a date".to_string(),
            false => format!("Dated: {}", found.join(", ")),
        };
        if self.missing > 0 {
            if !found.is_empty() {
                let articles = counted(self.missing, "article has", "articles have");
                let _ = write!(line, "; {articles} no date");
            }
            let _ = write!(line, ": {UNDATED}");
        }
        Some(line)
    }
}

/// Writes a date as `2025-11-03`, or null.
///
/// # Errors
/// Those of the serializer.
pub fn iso<S: Serializer>(date: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
    match date {
        Some(date) => to.collect_str(date),
        None => to.serialize_none(),
    }
}

/// `3 November 2025`, `3 November 2025 to 5 November 2025`.
pub fn period(date: Date, until: Option<Date>) -> String {
    let written = |date: Date| date.strftime("%-d %B %Y").to_string();
    match until {
        Some(until) => format!("{} to {}", written(date), written(until)),
        None => written(date),
    }
}

/// Where dates were found, in words.
pub fn named(from: DateFrom, count: usize) -> &'static str {
    match (from, count) {
        (DateFrom::Option, _) => "--date",
        (DateFrom::Metadata, _) => "metadata",
        (DateFrom::Header, 1) => "a header line",
        (DateFrom::Header, _) => "header lines",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Format;

    fn article(text: &str) -> Article {
        Article::from_text("a.txt", text, Format::PLAIN).expect("text")
    }

    #[test]
    fn one_article_and_several() {
        let dated = article("Pier shut\n\nNov. 3, 2025\n\nThe pier shut.");
        let updated = article("Published: Nov. 3, 2025\nUpdated: Nov. 9, 2025\n\nThe pier shut.");
        let undated = article("The pier shut.");
        let given = article("The pier shut.").with_date(jiff::civil::date(2025, 11, 3));
        let summary = |articles: &[&Article]| {
            let mut dates = Dates::default();
            for article in articles {
                dates.add(article, true);
            }
            assert_eq!(dates.list.len(), articles.len());
            dates.summary().unwrap_or_default()
        };
        for (articles, line) in [
            (&[][..], ""),
            (&[&dated], "Dated 3 November 2025 by a header line"),
            (
                &[&updated],
                "Dated 3 November 2025 to 9 November 2025 by a header line",
            ),
            (&[&given], "Dated 3 November 2025 by --date"),
            (&[&dated, &updated], "Dated: 2 by header lines"),
            (&[&given, &dated], "Dated: 1 by --date, 1 by a header line"),
        ] {
            assert_eq!(summary(articles), line);
        }
        assert!(summary(&[&undated]).starts_with("No date found (--date sets one): ages,"));
        assert!(
            summary(&[&dated, &undated])
                .starts_with("Dated: 1 by a header line; 1 article has no date: ages,")
        );
        assert!(summary(&[&undated, &undated]).starts_with("No article has a date: ages,"));
    }
}
