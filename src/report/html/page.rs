//! The page as a whole, and an article in it.

use std::io::{self, Write};

use super::blocks::{Mark, Piece, headline, line, marks, of_part, pieces, words_read};
use super::escape::{attribute, shown, text};
use super::fixes::fixes;
use super::notes::{class, note};
use crate::article::{Article, Block, BlockKind};
use crate::finding::Finding;
use crate::report::{Checked, Look, Run, counted, dates, words};

/// Inline, so that the page is one file.
const STYLE: &str = include_str!("style.css");

/// The most names of clean articles that are listed.
const NAMES: usize = 2_000;

/// Writes the page.
pub fn write(run: &Run, _: Look, out: &mut dyn Write) -> io::Result<()> {
    let summary = words::summary(run);
    let mut head = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>factlint: {}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        shown(&summary),
    );
    head.push_str(&format!(
        "<header class=\"top\">\n<p class=\"brand\">factlint</p>\n<h1>{}</h1>\n",
        shown(&summary)
    ));
    head.push_str(&fixes(run));
    if let Some(dates) = run.dates.summary() {
        head.push_str(&format!("<p class=\"more\">{}.</p>\n", shown(&dates)));
    }
    if let Some(hidden) = words::hidden(run) {
        head.push_str(&format!("<p class=\"more\">{}.</p>\n", shown(&hidden)));
    }
    head.push_str("</header>\n<main>\n");
    problems(run, &mut head);
    let sheets = sheets(run);
    contents(run, &sheets, &mut head);
    out.write_all(head.as_bytes())?;
    for (index, sheet) in sheets.iter().enumerate() {
        let mut page = String::new();
        sheet.write(index + 1, &mut page);
        out.write_all(page.as_bytes())?;
    }
    writeln!(out, "</main>\n</body>\n</html>")
}

fn sheets(run: &Run) -> Vec<Sheet<'_>> {
    let mut before = 0;
    let sheet = |checked| {
        let sheet = Sheet::new(checked, before);
        before += sheet.findings.len();
        sheet
    };
    run.articles.iter().map(sheet).collect()
}

fn problems(run: &Run, out: &mut String) {
    if run.problems.is_empty() {
        return;
    }
    out.push_str("<section class=\"problems\">\n<h2>Problems</h2>\n<ul>\n");
    for problem in &run.problems {
        let place = match (&*problem.file, problem.place) {
            ("", _) => String::new(),
            (file, Some((_, line))) => {
                format!(" <span class=\"file\">{}:{line}</span>", shown(file))
            }
            (file, None) => format!(" <span class=\"file\">{}</span>", shown(file)),
        };
        let help = problem.help.as_deref().map(shown);
        let help = help.map_or(String::new(), |help| {
            format!(" <span class=\"help\">{help}</span>")
        });
        out.push_str(&format!(
            "<li class=\"{}\"><span class=\"severity\">{}</span>{place} {}{help}</li>\n",
            class(problem.severity),
            problem.severity.id(),
            shown(&problem.message),
        ));
    }
    out.push_str("</ul>\n</section>\n");
}

/// The articles and their findings, each a link; the names of those without.
fn contents(run: &Run, sheets: &[Sheet], out: &mut String) {
    if !sheets.is_empty() {
        out.push_str("<nav aria-label=\"Findings\">\n");
        for (index, sheet) in sheets.iter().enumerate() {
            let name = &sheet.checked.article.name;
            let title = sheet.title();
            let file = match title == *name {
                true => String::new(),
                false => format!("<span class=\"file\">{}</span> · ", shown(name)),
            };
            out.push_str(&format!(
                "<section>\n<h2><a href=\"#a{}\">{}</a></h2>\n<p class=\"counts\">{file}{}</p>\n<ol start=\"{}\">\n",
                index + 1,
                shown(&title),
                words::counts_of(sheet.checked),
                sheet.before + 1
            ));
            for (index, finding) in sheet.findings.iter().enumerate() {
                out.push_str(&entry(finding, sheet.read(index), sheet.before + index + 1));
            }
            out.push_str("</ol>\n</section>\n");
        }
        out.push_str("</nav>\n");
    }
    let clean = &run.clean;
    if !clean.is_empty() {
        let count = counted(clean.len(), "article", "articles");
        out.push_str(&format!(
            "<details class=\"clean\"><summary>{count} without findings</summary>\n<ul>\n"
        ));
        for name in clean.iter().take(NAMES) {
            out.push_str(&format!("<li>{}</li>\n", shown(name)));
        }
        if clean.len() > NAMES {
            let more = clean.len() - NAMES;
            out.push_str(&format!("<li>… and {more} more</li>\n"));
        }
        out.push_str("</ul>\n</details>\n");
    }
}

fn entry(finding: &Finding, found: &str, number: usize) -> String {
    let found = shown(&words::shortened(found, 80));
    let words = match &finding.expected {
        Some(expected) => format!(
            "<bdi>{found}</bdi> → <bdi>{}</bdi>",
            shown(&words::shortened(expected, 80))
        ),
        None => format!("<bdi>{found}</bdi>"),
    };
    format!(
        "<li class=\"{}\"><a href=\"#n{number}\">{words}</a> <span class=\"severity\">{}</span></li>\n",
        class(finding.severity),
        finding.severity.id()
    )
}

/// An article with its marks.
struct Sheet<'r> {
    checked: &'r Checked,
    article: &'r Article,
    findings: &'r [Finding],
    marks: Vec<Mark>,
    read: Vec<String>,
    /// How many findings go before it on the page.
    before: usize,
}

impl<'r> Sheet<'r> {
    fn new(checked: &'r Checked, before: usize) -> Self {
        let Checked { article, findings } = checked;
        let marks = marks(findings);
        Sheet {
            checked,
            article,
            findings,
            read: words_read(article, findings, &marks),
            marks,
            before,
        }
    }

    /// The words of a finding as they were read.
    fn read(&self, finding: usize) -> &str {
        self.read.get(finding).map_or("", String::as_str)
    }

    /// That of the metadata, else the headline, else the name of the file.
    fn title(&self) -> String {
        let title = self
            .article
            .title
            .clone()
            .or_else(|| headline(self.article));
        let title = title.map(|title| words::shortened(title.trim(), 160));
        let title = title.filter(|title| !title.is_empty());
        title.unwrap_or_else(|| self.article.name.clone())
    }

    /// The language of the article as an attribute, where the metadata name one.
    fn lang(&self) -> String {
        let sign = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let tag = self.article.language.as_deref();
        let tag = tag.filter(|tag| !tag.is_empty() && tag.len() <= 35 && tag.chars().all(sign));
        tag.map_or(String::new(), |tag| format!(" lang=\"{tag}\""))
    }

    /// The article: its blocks in order, the notes beside them.
    fn write(&self, index: usize, out: &mut String) {
        let article = self.article;
        let date = match (article.date, article.date_from) {
            (Some(date), Some(from)) => format!(
                "dated {} by {}",
                dates::period(date, article.until),
                dates::named(from, 1)
            ),
            _ => "no date found".to_string(),
        };
        out.push_str(&format!(
            "<article id=\"a{index}\">\n<header>\n<h2>{}</h2>\n<p class=\"where\">{date} · {}</p>\n</header>\n",
            shown(&self.article.name),
            words::counts_of(self.checked)
        ));
        self.rows(&self.lang(), out);
        out.push_str("</article>\n");
    }

    fn rows(&self, lang: &str, out: &mut String) {
        // The rows, each with the marks that stand in it.
        let mut rows: Vec<(String, Vec<usize>)> = Vec::new();
        let mut seen = vec![false; self.marks.len()];
        for (number, part) in self.article.parts.iter().enumerate() {
            let (from, own) = of_part(&self.marks, number);
            for block in &part.blocks {
                let mut row = String::new();
                let pieces = pieces(self.article, number, block, own);
                let met = self.block(block, &pieces, from, lang, &mut seen, &mut row);
                rows.push((row, met));
            }
        }
        let unseen = |index: &usize| seen.get(*index) == Some(&false);
        let loose: Vec<usize> = (0..self.marks.len()).filter(unseen).collect();
        let mut told = vec![false; self.findings.len()];
        if !loose.is_empty() {
            let mut row = String::from("<div class=\"head\">");
            for index in &loose {
                self.loose(*index, &mut row);
            }
            row.push_str("</div>");
            self.row(&row, &loose, &mut told, false, out);
        }
        for (row, met) in rows {
            self.row(&row, &met, &mut told, true, out);
        }
        // Words that could be shown nowhere have their notes all the same.
        let untold = |index: &usize| told.get(*index) == Some(&false);
        let rest: Vec<usize> = (0..told.len()).filter(untold).collect();
        if !rest.is_empty() {
            out.push_str("<div class=\"row\"><aside>\n");
            for index in rest {
                self.note(index, true, out);
            }
            out.push_str("</aside></div>\n");
        }
    }

    /// A row: a block, and beside it the notes on the findings that it is the first to show.
    fn row(&self, row: &str, met: &[usize], told: &mut [bool], in_text: bool, out: &mut String) {
        let mut aside = String::new();
        for mark in met.iter().filter_map(|index| self.marks.get(*index)) {
            let Some(told) = told
                .get_mut(mark.finding)
                .filter(|told| mark.own && !**told)
            else {
                continue;
            };
            *told = true;
            self.note(mark.finding, in_text, &mut aside);
        }
        // The notes go first, so that they begin beside the first line of their block.
        if !aside.is_empty() {
            aside = format!("<aside>\n{aside}</aside>\n");
        }
        out.push_str(&format!("<div class=\"row\">{aside}{row}</div>\n"));
    }

    fn note(&self, finding: usize, in_text: bool, out: &mut String) {
        if let Some(found) = self.findings.get(finding) {
            let number = self.before + finding + 1;
            note(
                self.article,
                found,
                self.read(finding),
                (number, in_text),
                out,
            );
        }
    }

    /// A block of the text; the marks that stand in it.
    fn block(
        &self,
        block: &Block,
        pieces: &[Piece],
        from: usize,
        lang: &str,
        seen: &mut [bool],
        out: &mut String,
    ) -> Vec<usize> {
        let kind = block.kind.name();
        let tag = match block.kind {
            BlockKind::Headline => "h3",
            BlockKind::Quotation => "blockquote",
            _ => "p",
        };
        out.push_str(&format!("<{tag} class=\"{kind}\" dir=\"auto\"{lang}>"));
        let mut met: Vec<usize> = Vec::new();
        let mut open = None;
        for piece in pieces {
            let mark = piece.mark.map(|mark| from + mark);
            if mark != open {
                self.close(open, out);
                self.open(mark, seen, out);
                met.extend(mark);
                open = mark;
            }
            text(piece.text, out);
        }
        self.close(open, out);
        out.push_str(&format!("</{tag}>"));
        met
    }

    fn open(&self, mark: Option<usize>, seen: &mut [bool], out: &mut String) {
        let Some((index, mark)) = mark.and_then(|at| Some((at, self.marks.get(at)?))) else {
            return;
        };
        let number = self.before + mark.finding + 1;
        let first = seen
            .get_mut(index)
            .is_some_and(|seen| !std::mem::replace(seen, true));
        let severity = self
            .findings
            .get(mark.finding)
            .map(|found| class(found.severity));
        if mark.own {
            let id = if first {
                format!(" id=\"m{number}\"")
            } else {
                String::new()
            };
            out.push_str(&format!(
                "<mark class=\"{}\"{id}>",
                severity.unwrap_or_default()
            ));
        } else {
            out.push_str(&format!(
                "<span class=\"other\" title=\"see note {number}\">"
            ));
        }
    }

    fn close(&self, mark: Option<usize>, out: &mut String) {
        let Some(mark) = mark.and_then(|at| self.marks.get(at)) else {
            return;
        };
        let number = self.before + mark.finding + 1;
        out.push_str(if mark.own { "</mark>" } else { "</span>" });
        let severity = self
            .findings
            .get(mark.finding)
            .map(|found| class(found.severity));
        out.push_str(&format!(
            "<a class=\"number {}\" href=\"#n{number}\" aria-label=\"note {number}\">{number}</a>",
            if mark.own {
                severity.unwrap_or_default()
            } else {
                "see"
            }
        ));
    }

    /// Words of the file that belong to no block, a date in the front matter, in their line.
    fn loose(&self, index: usize, out: &mut String) {
        let Some(mark) = self.marks.get(index) else {
            return;
        };
        let Some([before, found, after]) = line(self.article, mark) else {
            return;
        };
        let number = self.before + mark.finding + 1;
        let class = match self.findings.get(mark.finding) {
            Some(found) if mark.own => class(found.severity),
            _ => "other",
        };
        let id = if mark.own {
            format!(" id=\"h{number}\"")
        } else {
            String::new()
        };
        out.push_str(&format!(
            "<p class=\"header\" dir=\"auto\">{}<mark class=\"{}\"{id}>{}</mark><a class=\"number {}\" href=\"#n{number}\">{number}</a>{}</p>",
            shown(&before),
            attribute(class),
            shown(&found),
            attribute(class),
            shown(&after)
        ));
    }
}
