//! The package: a ZIP archive, and the parts in it. What is packed small may be large: nothing is unpacked beyond a
//! limit, whatever the archive says of its sizes.

use std::io::{Cursor, Read};

use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{self, Doc};
use crate::article::ArticleError;
use crate::article::decode::decode_as;

/// No more bytes are unpacked, all parts together.
const MOST: u64 = 64 << 20;

/// More entries has no article.
const ENTRIES: usize = 10_000;

/// How a ZIP archive begins.
const ZIP: &[u8] = b"PK\x03\x04";

/// How an old office document begins, or one with a password.
const OLD: &[u8] = b"\xD0\xCF\x11\xE0";

/// Whether a file begins as an office document does.
pub(super) fn is_office(start: &[u8]) -> bool {
    start.starts_with(ZIP) || start.starts_with(OLD)
}

/// What has been opened.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// The bytes that may still be unpacked.
    left: u64,
    /// How many byte sequences of what was read are no text.
    pub(super) broken: usize,
}

fn package(what: impl Into<String>, help: &'static str) -> ArticleError {
    ArticleError::Package {
        what: what.into(),
        help,
    }
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, ArticleError> {
        if bytes.starts_with(OLD) {
            return Err(old(bytes));
        }
        if !bytes.starts_with(ZIP) {
            return Err(package(
                "this is no Word document: it is no ZIP archive",
                "save it as .docx, or name what it is with `--input-format`",
            ));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        if archive.len() > ENTRIES {
            return Err(package(
                format!("the document holds more than {ENTRIES} files"),
                "save it anew as .docx",
            ));
        }
        Ok(Package {
            archive,
            left: MOST,
            broken: 0,
        })
    }

    /// The name of the part that holds the text.
    pub(super) fn main(&mut self) -> Result<String, ArticleError> {
        const USUAL: &str = "word/document.xml";
        let relations = self.relations("_rels/.rels", "")?;
        let named = relations
            .into_iter()
            .find(|(kind, _)| kind == "officeDocument")
            .map(|(_, target)| target);
        let main = named.unwrap_or_else(|| USUAL.to_string());
        let here = self.archive.index_for_name(&main).is_some();
        if here && (main.starts_with("word/") || main.contains("document")) {
            return Ok(main);
        }
        let holds = |start: &str| {
            let mut names = self.archive.file_names_raw();
            names.any(|name| name.starts_with(start.as_bytes()))
        };
        let what = match () {
            () if holds("xl/") => "a spreadsheet",
            () if holds("ppt/") => "a presentation",
            () if holds("content.xml") => "an OpenDocument file",
            () if holds("META-INF/") => "an e-book or another package",
            () => "a ZIP archive without a Word document in it",
        };
        Err(package(
            format!("this is {what}, which can't be read as an article"),
            "save the article as .docx, or unpack what the archive holds",
        ))
    }

    /// The text of the part that the main one is related to in this way.
    pub(super) fn beside(
        &mut self,
        main: &str,
        kind: &str,
    ) -> Result<Option<String>, ArticleError> {
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
        let slash = if folder.is_empty() { "" } else { "/" };
        let own = format!("{folder}{slash}_rels/{file}.rels");
        let relations = self.relations(&own, folder)?;
        let named = relations.into_iter().find(|(own, _)| own == kind);
        let target = named.map_or_else(
            || format!("{folder}{slash}{kind}.xml"),
            |(_, target)| target,
        );
        match self.archive.index_for_name(&target) {
            Some(_) => self.text(&target).map(Some),
            None => Ok(None),
        }
    }

    /// What a part is related to: how, and the names of the parts.
    fn relations(
        &mut self,
        name: &str,
        folder: &str,
    ) -> Result<Vec<(String, String)>, ArticleError> {
        if self.archive.index_for_name(name).is_none() {
            return Ok(Vec::new());
        }
        let text = self.text(name)?;
        let mut doc = Doc::new(&text);
        let mut found = Vec::new();
        while let Some(event) = doc.next()? {
            let (Event::Start(tag) | Event::Empty(tag)) = event else {
                continue;
            };
            if xml::local(tag.name().as_ref()) != "Relationship" {
                continue;
            }
            let kind = xml::attribute(&tag, "Type").unwrap_or_default();
            let target = xml::attribute(&tag, "Target").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_string();
            found.push((kind, resolve(folder, &target)));
        }
        Ok(found)
    }

    /// The text of a part.
    pub(super) fn text(&mut self, name: &str) -> Result<String, ArticleError> {
        let left = self.left;
        let entry = self
            .archive
            .by_name(name)
            .map_err(|error| damaged_at(name, &error))?;
        let mut bytes = Vec::new();
        let read = entry.take(left + 1).read_to_end(&mut bytes);
        read.map_err(|error| {
            package(
                format!("the document is damaged: {name} in it can't be unpacked ({error})"),
                DAMAGED,
            )
        })?;
        self.left = left.saturating_sub(bytes.len() as u64);
        if bytes.len() as u64 > left {
            return Err(package(
                format!(
                    "the document is larger than {} MB when it is unpacked; it was not read",
                    MOST >> 20
                ),
                "if it is sound, save its text alone as .docx or as plain text",
            ));
        }
        let start = bytes.get(..200).unwrap_or(&bytes);
        let decoded = decode_as(&bytes, crate::article::xml::encoding(start))?;
        self.broken += decoded.broken.map_or(0, |broken| broken.count);
        Ok(decoded.text)
    }

    /// The title in the document's properties.
    pub(super) fn title(&mut self) -> Result<String, ArticleError> {
        const CORE: &str = "docProps/core.xml";
        let mut title = String::new();
        if self.archive.index_for_name(CORE).is_none() {
            return Ok(title);
        }
        let text = self.text(CORE)?;
        let mut doc = Doc::new(&text);
        let mut inside = false;
        while let Some(event) = doc.next()? {
            match event {
                Event::Start(tag) => inside = xml::local(tag.name().as_ref()) == "title",
                Event::End(_) => inside = false,
                event if inside => xml::push_text(&event, &mut title),
                _ => (),
            }
        }
        Ok(title)
    }
}

const DAMAGED: &str = "open it in a word processor, which can often mend it, and save it anew";

/// A document of before 2007, or one that is locked.
fn old(bytes: &[u8]) -> ArticleError {
    let locked: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let is_locked = bytes.windows(locked.len()).any(|part| part == locked);
    match is_locked {
        true => package(
            "this document is locked with a password",
            "save it without a password",
        ),
        false => package(
            "this is an old office document (.doc), which can't be read as an article",
            "save it as .docx",
        ),
    }
}

fn damaged(error: &ZipError) -> ArticleError {
    package(
        format!("the document is damaged, or cut short: {error}"),
        DAMAGED,
    )
}

fn damaged_at(name: &str, error: &ZipError) -> ArticleError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => package(
            "this document is locked with a password",
            "save it without a password",
        ),
        ZipError::FileNotFound => package(format!("{name} is not in the document"), DAMAGED),
        error => package(
            format!("the document is damaged: {name} in it can't be unpacked ({error})"),
            DAMAGED,
        ),
    }
}

/// A target that is told from a folder.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_string();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => (),
            ".." => _ = path.pop(),
            part => path.push(part),
        }
    }
    path.join("/")
}
