//! `docs/reference` is what the program makes of its own tables.

mod support;

use std::fs;

use factlint::reference::pages;
use support::{below, name, root};

const FOLDER: &str = "docs/reference";

#[test]
fn the_pages_are_as_the_program_makes_them() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut stale = Vec::new();
    for page in pages() {
        let path = root(FOLDER).join(page.file);
        if update {
            fs::create_dir_all(root(FOLDER)).expect("the folder can be made");
            fs::write(&path, &page.text).expect("the page can be written");
        }
        if fs::read_to_string(&path).unwrap_or_default() != page.text {
            stale.push(page.file);
        }
    }
    assert!(
        stale.is_empty(),
        "UPDATE=1 cargo test --test reference writes {stale:?} anew"
    );
}

/// A page that nothing makes any more is taken out by hand.
#[test]
fn every_page_is_made() {
    let made: Vec<String> = pages()
        .iter()
        .map(|page| format!("{FOLDER}/{}", page.file))
        .collect();
    for path in below(FOLDER, "md") {
        assert!(made.contains(&name(&path)), "{path:?} is not made");
    }
}

/// A link leads to a page that is there, and to a heading of it.
#[test]
fn links_lead_somewhere() {
    let pages = pages();
    for page in &pages {
        for link in page.text.split("](").skip(1) {
            let link = link.split(')').next().unwrap_or_default();
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = match file {
                "" => page,
                file => pages
                    .iter()
                    .find(|other| other.file == file)
                    .unwrap_or_else(|| panic!("{}: {link}", page.file)),
            };
            let headings = target.text.lines().filter(|line| line.starts_with('#'));
            let mut anchors = headings.map(|heading| {
                let heading = heading.trim_start_matches('#').trim().to_lowercase();
                heading.replace(' ', "-").replace('`', "")
            });
            let id = format!("<a id=\"{anchor}\"></a>");
            assert!(
                anchor.is_empty()
                    || target.text.contains(&id)
                    || anchors.any(|known| known == anchor),
                "{}: {link}",
                page.file
            );
        }
    }
}

/// Every table has as many cells in each row as in its head.
#[test]
fn tables_are_whole() {
    for page in pages() {
        let mut cells = 0;
        for line in page.text.lines() {
            let bars = line.replace("\\|", "").matches('|').count();
            if line.starts_with("| ") && cells > 0 {
                assert_eq!(bars, cells, "{}: {line}", page.file);
            }
            cells = if line.starts_with('|') { bars } else { 0 };
        }
    }
}
