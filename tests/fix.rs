//! Fixes: what is mended is not reported again, nothing else is touched, and files are replaced whole.

mod cli_support;
mod support;

use cli_support::Desk;
use factlint::article::{Article, Format};
use factlint::fix::{Edit, Wanted, apply, edits};
use factlint::linter::{Linter, Settings};
use factlint::span::Span;
use jiff::civil::Date;
use support::{FOLDERS, below, load};

struct Case<'a> {
    linter: &'a Linter,
    name: String,
    date: Option<Date>,
    format: Format,
}

impl Case<'_> {
    fn article(&self, bytes: &[u8]) -> Article {
        let mut article =
            Article::from_bytes(self.name.as_str(), bytes, Some(self.format)).unwrap();
        article.set_date(self.date);
        article
    }

    /// Mends it once, and sees to it that this settled the matter.
    fn mend(&self, before: &[u8], wanted: Wanted, faults: &mut Vec<String>) -> usize {
        let article = self.article(before);
        let edits = edits(&article, &self.linter.check(&article), wanted);
        let (after, made) = apply(before, &edits, article.encoding);
        let text = String::from_utf8_lossy(before).into_owned();
        if made != edits.len() || !untouched(before, &after, &edits) {
            faults.push(format!("{}: bytes beside the edits: {text}", self.name));
        }
        let places = places(&edits);
        let article = self.article(&after);
        for finding in self.linter.check(&article) {
            let at = finding.at.disk;
            let here = |place: &&Span| place.start < at.end && at.start < place.end;
            if let Some(place) = places.iter().find(here) {
                faults.push(format!(
                    "{}: mended to {:?}, and then {} finds {:?}: {text}",
                    self.name,
                    String::from_utf8_lossy(&after[place.range()]),
                    finding.fact,
                    finding.found,
                ));
            }
        }
        made
    }
}

/// Where the words of the edits stand once they are made.
fn places(edits: &[Edit]) -> Vec<Span> {
    let mut shift = 0isize;
    let place = |edit: &Edit| {
        let start = edit.at.start.saturating_add_signed(shift);
        shift += edit.text.len() as isize - edit.at.len() as isize;
        Span::new(start, start + edit.text.len())
    };
    edits.iter().map(place).collect()
}

/// Whether what stands between the edits is as it was.
fn untouched(before: &[u8], after: &[u8], edits: &[Edit]) -> bool {
    let (mut old, mut new) = (0, 0);
    for (edit, place) in edits.iter().zip(places(edits)) {
        if before.get(old..edit.at.start) != after.get(new..place.start) {
            return false;
        }
        (old, new) = (edit.at.end, place.end);
    }
    before.get(old..) == after.get(new..)
}

#[test]
fn what_was_mended_is_not_reported_again() {
    let known = std::fs::read_to_string("tests/known-failures.txt").expect("the list is there");
    let mut faults = Vec::new();
    let mut made = 0;
    let files = FOLDERS.iter().flat_map(|folder| below(folder, "toml"));
    for file in files.chain(below("rules", "toml")) {
        let packs = load(std::slice::from_ref(&file));
        for pack in &packs.packs {
            let linter = Linter::new(&packs, &Settings::default());
            for test in &pack.tests {
                let name = format!("{}: {}", pack.source.file, test.name);
                // What is not found as it should be can't be fixed as it should be.
                if known
                    .lines()
                    .any(|line| line.starts_with(&format!("{name}: ")))
                {
                    continue;
                }
                let case = Case {
                    linter: &linter,
                    name,
                    date: test.date,
                    format: Format::PLAIN,
                };
                for wanted in [Wanted::Safe, Wanted::Unsafe] {
                    made += case.mend(test.text.as_bytes(), wanted, &mut faults);
                }
            }
        }
    }
    assert!(made > 500, "{made} fixes");
    assert!(
        faults.is_empty(),
        "{}\n{} of {made}",
        faults.join("\n"),
        faults.len()
    );
}

const NAME: &str = r#"
[[entity]]
name   = "Petra Lindholm"
reject = ["Petra Lindhome", "Pietra Lindholm"]

[[figure]]
id      = "bridge"
unit    = "km"
subject = ["bridge"]
value   = 7.8
"#;

fn desk() -> Desk {
    let desk = Desk::empty();
    desk.write("rules/names.toml", NAME);
    desk
}

fn text(desk: &Desk, path: &str) -> Vec<u8> {
    std::fs::read(desk.path(path)).unwrap()
}

#[test]
fn safe_fixes_are_made_and_the_rest_is_reported() {
    let desk = desk();
    let before = "The bridge is 8.7 km long, Petra Lindhome’s son says.\r\n\r\nPETRA LINDHOME opened it.\r\n";
    desk.write("a.txt", before);
    let done = desk.run(&["check", "--fix", "a.txt"]);
    assert_eq!(done.status, 1, "{done:?}");
    assert!(done.out.contains("8.7 km"), "{}", done.out);
    assert!(!done.out.contains("Lindhome"), "{}", done.out);
    assert_eq!(done.err, "factlint: 2 fixes made in 1 file\n");
    let after = "The bridge is 8.7 km long, Petra Lindholm’s son says.\r\n\r\nPETRA LINDHOLM opened it.\r\n";
    assert_eq!(text(&desk, "a.txt"), after.as_bytes());
    let done = desk.run(&["check", "--fix", "--unsafe-fixes", "a.txt"]);
    assert_eq!(
        (done.status, &*done.err),
        (0, "factlint: 1 fix made in 1 file\n")
    );
    assert_eq!(text(&desk, "a.txt"), after.replace("8.7", "7.8").as_bytes());
    let done = desk.run(&["check", "--fix", "--unsafe-fixes", "a.txt"]);
    assert_eq!(
        (done.status, &*done.err),
        (0, "factlint: 0 fixes made in 0 files\n")
    );
}

#[test]
fn a_diff_changes_nothing() {
    let desk = desk();
    desk.write("a.txt", "One.\n\nPetra Lindhome spoke.\n");
    let done = desk.run(&["check", "--diff", "a.txt"]);
    let diff = "--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n One.\n \n-Petra Lindhome spoke.\n+Petra Lindholm spoke.\n";
    assert_eq!(done.out, diff);
    assert_eq!(done.status, 1);
    assert_eq!(text(&desk, "a.txt"), b"One.\n\nPetra Lindhome spoke.\n");
    let done = desk.run(&["check", "--diff", "rules/../a.txt", "--fix"]);
    assert!(
        done.out.ends_with("+Petra Lindholm spoke.\n"),
        "{}",
        done.out
    );
    assert_eq!(text(&desk, "a.txt"), b"One.\n\nPetra Lindhome spoke.\n");
}

#[test]
fn the_encoding_and_the_mark_at_the_start_stay() {
    let desk = desk();
    desk.write("bom.txt", "\u{feff}Petra Lindhome spoke.");
    desk.write(
        "latin.txt",
        b"In Malm\xF6 spoke Petra Lindhome, na\xEFvely.",
    );
    let utf16 = |text: &str| -> Vec<u8> {
        let units = [0xFEFF].into_iter().chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    desk.write("wide.txt", utf16("In Malmö spoke Petra Lindhome."));
    let done = desk.run(&["check", "--fix", "bom.txt", "latin.txt", "wide.txt"]);
    assert_eq!(done.status, 0, "{done:?}");
    assert_eq!(
        text(&desk, "bom.txt"),
        "\u{feff}Petra Lindholm spoke.".as_bytes()
    );
    assert_eq!(
        text(&desk, "latin.txt"),
        b"In Malm\xF6 spoke Petra Lindholm, na\xEFvely."
    );
    assert_eq!(
        text(&desk, "wide.txt"),
        utf16("In Malmö spoke Petra Lindholm.")
    );
}

#[test]
fn standard_input_is_mended_to_standard_output() {
    let desk = desk();
    let done = desk.pipe(
        "Petra\nLindhome said that the bridge is 8.7 km long.".as_bytes(),
        &["check", "--fix", "-"],
    );
    assert_eq!(
        done.out,
        "Petra\nLindholm said that the bridge is 8.7 km long."
    );
    assert!(done.err.contains("8.7 km"), "{}", done.err);
    assert_eq!(done.status, 1);
    let done = desk.pipe(b"Nothing is wrong.", &["check", "--fix", "-"]);
    assert_eq!((done.status, &*done.out), (0, "Nothing is wrong."));
}

#[test]
fn markup_between_the_letters_and_speech_are_left_alone() {
    let desk = desk();
    let before = "Petra **Lind**home spoke. \u{201c}The bridge is 8.7 km long,\u{201d} said Pietra Lindholm.\n";
    desk.write("a.md", before);
    desk.run(&["check", "--fix", "--unsafe-fixes", "a.md"]);
    let after = before.replace("Pietra", "Petra");
    assert_eq!(String::from_utf8(text(&desk, "a.md")).unwrap(), after);
}

#[test]
fn a_page_stays_a_page() {
    let desk = Desk::empty();
    let rules = "[[entity]]\nname = \"Bay & Sons <Ferries>\"\nreject = [\"Bay and Sons\"]\n";
    desk.write("rules/names.toml", rules);
    let before = "<!DOCTYPE html><p>Bay and Sons sail.</p><p title=\"Bay and Sons\">B<b>ay</b> and Sons stay.</p>";
    desk.write("a.html", before);
    desk.run(&["check", "--fix", "a.html"]);
    let after = before.replacen("Bay and Sons", "Bay &amp; Sons &lt;Ferries>", 1);
    assert_eq!(String::from_utf8(text(&desk, "a.html")).unwrap(), after);
    let feed = "<rss version=\"2.0\"><channel><item><description>Bay and Sons sail.</description></item></channel></rss>";
    desk.write("a.rss", feed);
    let done = desk.run(&["check", "--fix", "a.rss"]);
    assert_eq!(
        text(&desk, "a.rss"),
        feed.as_bytes(),
        "an entry of a feed is told, not mended"
    );
    assert!(done.out.contains("entry 1"), "{}", done.out);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_named_and_left() {
    use std::os::unix::fs::PermissionsExt;
    let desk = desk();
    desk.write("a.txt", "Petra Lindhome spoke.");
    desk.write("b.txt", "Petra Lindhome spoke.");
    std::fs::set_permissions(desk.path("a.txt"), std::fs::Permissions::from_mode(0o444)).unwrap();
    let done = desk.run(&["check", "--fix", "a.txt", "b.txt"]);
    assert_eq!(done.status, 2, "{done:?}");
    assert!(
        done.err
            .contains("a.txt: permission to write it is denied; nothing was changed"),
        "{}",
        done.err
    );
    assert!(
        done.out.contains("Lindhome"),
        "what was not mended is still reported: {}",
        done.out
    );
    assert_eq!(text(&desk, "a.txt"), b"Petra Lindhome spoke.");
    assert_eq!(text(&desk, "b.txt"), b"Petra Lindholm spoke.");
}

#[test]
fn a_file_that_could_not_be_read_after_stays_as_it_is() {
    let desk = desk();
    // One byte less, and more than one in twenty would be broken.
    let words = "Petra Lindhome, Petra Lindhome spoke at the harbor on Monday. ".repeat(6);
    let text = words.get(..320).unwrap_or_default();
    let mixed = [b"\xEF\xBB\xBF", &b"\xFF".repeat(17)[..], text.as_bytes()].concat();
    desk.write(
        "rules/names.toml",
        "[[entity]]\nname = \"Petra Lind\"\nreject = [\"Petra Lindhome\"]\n",
    );
    desk.write("mixed.txt", &mixed);
    for args in [
        &["check", "--fix", "mixed.txt"][..],
        &["check", "--diff", "mixed.txt"],
    ] {
        let done = desk.run(args);
        assert_eq!(done.status, 2, "{done:?}");
        assert!(done.err.contains("could not be read"), "{}", done.err);
        assert!(done.err.contains("0 fixes"), "{}", done.err);
        assert!(std::fs::read(desk.path("mixed.txt")).unwrap() == mixed);
    }
}

#[test]
fn a_file_of_two_encodings_keeps_its_other_bytes() {
    let desk = desk();
    desk.write(
        "rules/accents.toml",
        "[[entity]]\nname = \"Ada Lindqvist\"\nreject = [\"Ada Lindqvist\u{E9}\"]\n",
    );
    let rest = b" spoke. Caf\xC3\xA9 Malm\xF6 is na\xEFve, d\xE9j\xE0 vu.\xFF";
    desk.write("mixed.txt", [b"Ada Lindqvist\xE9", &rest[..]].concat());
    let done = desk.run(&["check", "--fix", "mixed.txt"]);
    assert_eq!(done.status, 0, "{done:?}");
    assert_eq!(
        text(&desk, "mixed.txt"),
        [b"Ada Lindqvist", &rest[..]].concat()
    );
}
