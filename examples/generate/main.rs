//! Writes made-up news and facts to measure with, the same bytes at every run.
//!
//! ```text
//! cargo run --release --example generate -- articles COUNT BYTES FOLDER   # that many files of about that size
//! cargo run --release --example generate -- file BYTES FILE               # one file
//! cargo run --release --example generate -- facts COUNT FOLDER            # rules/, and their names as other programs take them
//! ```

mod lists;
#[path = "../../benches/texts/news/mod.rs"]
#[allow(dead_code, unused_imports)]
mod news;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str =
    "usage: generate articles COUNT BYTES FOLDER | file BYTES FILE | facts COUNT FOLDER";
/// A large file is made of stories of this size.
const STORY: usize = 6_000;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["articles", count, bytes, folder] => number(count).and_then(|count| {
            let bytes = number(bytes)?;
            articles(count, bytes, Path::new(folder))
        }),
        ["file", bytes, file] => number(bytes).and_then(|bytes| large(bytes, Path::new(file))),
        ["facts", count, folder] => number(count).and_then(|count| facts(count, Path::new(folder))),
        _ => Err(io::Error::other(USAGE)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("generate: {error}");
            ExitCode::from(2)
        }
    }
}

fn number(word: &str) -> io::Result<usize> {
    word.replace('_', "")
        .parse()
        .map_err(|_| io::Error::other(format!("“{word}” is no number\n{USAGE}")))
}

fn articles(count: usize, bytes: usize, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for seed in 0..count {
        fs::write(
            folder.join(format!("{seed:06}.txt")),
            news::article(seed, bytes),
        )?;
    }
    Ok(())
}

fn large(bytes: usize, file: &Path) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(file)?);
    let mut written = 0;
    for seed in 0.. {
        if written >= bytes {
            break;
        }
        let story = news::article(seed, STORY.min(bytes - written));
        written += story.len();
        out.write_all(story.as_bytes())?;
    }
    out.flush()
}

fn facts(count: usize, folder: &Path) -> io::Result<()> {
    let rules = folder.join("rules");
    fs::create_dir_all(&rules)?;
    // Nobody keeps them all in one file.
    const FILE: usize = 1_000;
    let pack = news::pack(count);
    let entries: Vec<&str> = pack.split_inclusive("\n\n").collect();
    for (number, part) in entries.chunks(FILE).enumerate() {
        fs::write(rules.join(format!("{number:03}.toml")), part.concat())?;
    }
    let names = news::names(count);
    for (file, list) in lists::LISTS {
        fs::write(folder.join(file), list(&names))?;
    }
    Ok(())
}
