//! Where the records of a file become articles, and what they lack is noted.

use serde_json::value::RawValue;

use crate::article::day::Stated;
use crate::article::decode::Decoded;
use crate::article::pieces::{self, Piece, Placed};
use crate::article::record::{Object, Record, date_of, place, runs, string};
use crate::article::{Article, ArticleError, Fields, Reading, RecordName, Sink, date, ninjs};

/// How many names of fields are told.
const NAMES: usize = 24;

/// In how many records they are looked for.
const LOOKED: usize = 100;

/// No id is shown with more characters.
const ID: usize = 80;

/// Makes articles of records.
pub(crate) struct Desk<'f> {
    fields: &'f Fields,
    /// Every record is ninjs.
    ninjs: bool,
    /// The records so far, broken ones too.
    count: usize,
    /// Those without words: how many, and the first.
    silent: (usize, usize),
    /// Those that are no objects: how many, and the first.
    strangers: (usize, usize),
    /// Whether a record had the text, the date and the id.
    met: [bool; 3],
    /// A date that is none: its record, and what stands there.
    undated: Option<(usize, String)>,
    /// The fields that the records have.
    names: Vec<String>,
}

impl<'f> Desk<'f> {
    pub(crate) fn new(fields: &'f Fields, ninjs: bool) -> Self {
        Desk {
            fields,
            ninjs,
            count: 0,
            silent: (0, 0),
            strangers: (0, 0),
            met: [false; 3],
            undated: None,
            names: Vec::new(),
        }
    }

    /// One before which there were so many records.
    pub(in crate::article) fn after(count: usize, fields: &'f Fields) -> Self {
        let mut desk = Desk::new(fields, false);
        desk.count = count;
        desk
    }

    /// Adds what another has seen of the records after these.
    pub(crate) fn add(&mut self, next: Desk<'f>) {
        self.count = next.count;
        for (own, next) in [
            (&mut self.silent, next.silent),
            (&mut self.strangers, next.strangers),
        ] {
            if own.0 == 0 {
                own.1 = next.1;
            }
            own.0 += next.0;
        }
        for (known, met) in self.met.iter_mut().zip(next.met) {
            *known |= met;
        }
        self.undated = self.undated.take().or(next.undated);
        for name in next.names {
            if self.names.len() < NAMES && !self.names.contains(&name) {
                self.names.push(name);
            }
        }
    }

    /// The records so far.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Counts a record that is no object.
    pub(in crate::article) fn stranger(&mut self) {
        self.count += 1;
        note(&mut self.strangers, self.count);
    }

    /// Counts a record that can't be read.
    pub(in crate::article) fn broken(&mut self) {
        self.count += 1;
    }

    fn look<'a>(&mut self, object: &Object<'a>) -> Record<'a> {
        self.count += 1;
        let keys = || object.fields().map(|(key, _)| key).collect::<Vec<_>>();
        let usual = self.fields.text.is_none();
        let record = match self.ninjs || usual && ninjs::is_ninjs(keys().into_iter()) {
            true => ninjs::read(object, self.fields),
            false => Record::read(object, self.fields),
        };
        let met = [record.has_text, record.date.is_some(), record.id.is_some()];
        for (known, met) in self.met.iter_mut().zip(met) {
            *known |= met;
        }
        if let Some(value) = record.date
            && self.fields.date.is_some()
            && date_of(value).is_none()
            && self.undated.is_none()
        {
            self.undated = Some((self.count, short(value.get())));
        }
        if self.count <= LOOKED {
            self.names_of(object);
        }
        record
    }

    fn names_of(&mut self, object: &Object) {
        for (key, value) in object.fields() {
            let inner = Object::read(value);
            let inner: Vec<String> = match &inner {
                Some(inner) => inner
                    .fields()
                    .take(NAMES)
                    .map(|(own, _)| format!("{key}.{own}"))
                    .collect(),
                None => vec![key.to_string()],
            };
            for name in inner {
                if self.names.len() < NAMES && !self.names.contains(&name) {
                    self.names.push(short(&name));
                }
            }
        }
    }

    /// The article of a record among others, each string of it a part with a text of its own. `line` is told where
    /// it says more than the number does.
    pub(in crate::article) fn record(
        &mut self,
        object: &Object,
        line: Option<usize>,
        encoding: Option<&'static str>,
    ) -> Result<Article, ArticleError> {
        let record = self.look(object);
        let number = self.count;
        let name = RecordName {
            number,
            line,
            id: record.id(),
            has_text: record.has_text,
        };
        let line = line.filter(|line| *line != number);
        let beside: Vec<String> = [line.map(|line| format!("line {line}")), id(&record)]
            .into_iter()
            .flatten()
            .collect();
        let label = match beside.is_empty() {
            true => format!("record {number}"),
            false => format!("record {number} ({})", beside.join(", ")),
        };
        let mut texts = Vec::with_capacity(record.bits.len());
        for bit in &record.bits {
            let label = match &bit.what {
                Some(what) => format!("{label}, {what}"),
                None => label.clone(),
            };
            texts.push(Piece {
                label: Some(label),
                kind: bit.kind,
                markup: bit.markup,
                text: string(bit.value).ok_or_else(|| broken_escape(number))?,
            });
        }
        if texts.iter().all(|piece| piece.text.trim().is_empty()) {
            note(&mut self.silent, number);
        }
        let mut article = Article {
            language: record.language.and_then(string),
            title: record.title.and_then(string),
            encoding,
            record: Some(name),
            label: Some(label),
            ..pieces::article(texts)
        };
        article.settle_date(record.days());
        Ok(article)
    }

    /// The article of the only record of a file, in its place in the file.
    pub(in crate::article) fn only(
        &mut self,
        object: &Object,
        source: &str,
        decoded: Decoded,
    ) -> Result<Article, ArticleError> {
        let record = self.look(object);
        let mut placed = Vec::with_capacity(record.bits.len());
        for bit in &record.bits {
            let found = string(bit.value).zip(runs(source, bit.value));
            let (text, runs) = found.ok_or_else(|| broken_escape(1))?;
            placed.push(Placed {
                piece: Piece {
                    label: None,
                    kind: bit.kind,
                    markup: bit.markup,
                    text,
                },
                runs,
            });
        }
        if placed.iter().all(|one| one.piece.text.trim().is_empty()) {
            note(&mut self.silent, 1);
        }
        let (blocks, mut dates) = pieces::in_file(source, placed);
        let day = |value: &RawValue| date::stamp(source, place(source, value.get())?);
        let published = record.date.and_then(day).map(Stated::published);
        let updated = record.updated.and_then(day).map(Stated::updated);
        dates.splice(..0, published.into_iter().chain(updated));
        let reading = Reading {
            blocks,
            days: record.days(),
            dates,
            language: record.language.and_then(string),
            title: record.title.and_then(string),
            ..Reading::default()
        };
        Ok(Article {
            entities: record.bits.iter().any(|bit| bit.markup),
            escapes: true,
            record: Some(RecordName {
                number: 1,
                line: None,
                id: record.id(),
                has_text: record.has_text,
            }),
            ..Article::of(decoded, reading)
        })
    }

    /// Says what the records lack.
    pub(crate) fn finish(self, sink: Sink) {
        if self.count == 0 {
            return;
        }
        if self.strangers.0 > 0 {
            sink(Err(ArticleError::Records {
                what: "no object with fields",
                count: self.strangers.0,
                of: self.count,
                first: self.strangers.1,
            }));
        }
        if self.strangers.0 == self.count {
            return;
        }
        for ((flag, field), met) in self.fields.chosen().into_iter().zip(self.met) {
            if !met && (field.is_some() || flag == "--text-field") {
                sink(Err(ArticleError::NoField {
                    flag,
                    field: field.map(short),
                    known: self.names.clone(),
                }));
            }
        }
        if let (Some((record, value)), Some(field)) = (self.undated, &self.fields.date) {
            sink(Err(ArticleError::NoDate {
                field: short(field),
                value,
                record,
            }));
        }
        // That there is no text at all is said above.
        if self.silent.0 > 0 && self.met[0] {
            sink(Err(ArticleError::Records {
                what: "without a word to check",
                count: self.silent.0,
                of: self.count,
                first: self.silent.1,
            }));
        }
    }
}

fn note(seen: &mut (usize, usize), number: usize) {
    if seen.0 == 0 {
        seen.1 = number;
    }
    seen.0 += 1;
}

fn id(record: &Record) -> Option<String> {
    let value = record.id?;
    let id = string(value).unwrap_or_else(|| value.get().to_string());
    let id = id.split_whitespace().collect::<Vec<_>>().join(" ");
    (!id.is_empty()).then(|| short(&id))
}

fn short(text: &str) -> String {
    match text.char_indices().nth(ID) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_string(),
    }
}

fn broken_escape(record: usize) -> ArticleError {
    ArticleError::Escape { record }
}
