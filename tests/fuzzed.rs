//! The laws that the fuzz targets hold any bytes to, on what they begin with and on what broke one of them once.
//! `SEEDS=fuzz/seeds cargo test --test fuzzed` writes the seeds and dictionaries of the targets.

mod formats_support;
mod fuzz_seeds;
mod fuzz_support;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use factlint::article::FORMATS;
use factlint::packs::{self, PackSource};
use fuzz_seeds::{dictionary, seeds};
use fuzz_support::{TARGETS, holds};
use rayon::prelude::*;
use support::root;

#[test]
fn every_seed_keeps_the_laws() {
    let seeds = seeds();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for seed in &seeds {
        *counts.entry(seed.target).or_default() += 1;
    }
    for target in TARGETS {
        let count = counts.get(target.name).copied().unwrap_or_default();
        assert!(count >= 10, "{}: only {count} seeds", target.name);
    }
    if let Some(folder) = std::env::var_os("SEEDS") {
        let folder = PathBuf::from(folder);
        for seed in &seeds {
            let folder = folder.join(seed.target);
            fs::create_dir_all(&folder).expect("a folder can be made");
            fs::write(folder.join(&seed.name), &seed.input).expect("a file can be written");
        }
        for target in TARGETS {
            let file = folder.join(format!("{}.dict", target.name));
            fs::write(file, dictionary(target.name)).expect("a file can be written");
        }
        return;
    }
    seeds
        .par_iter()
        .for_each(|seed| holds(seed.target, &seed.input));
}

#[test]
fn every_format_and_every_law_has_a_target() {
    let manifest =
        fs::read_to_string(root("fuzz/Cargo.toml")).expect("the targets have a manifest");
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    for format in FORMATS {
        assert!(names.contains(&format.name), "{}", format.name);
    }
    for name in names {
        assert!(
            manifest.contains(&format!("\nname = \"{name}\"\n")),
            "{name}"
        );
        let file = format!("fuzz/targets/{}.rs", name.replace('-', "_"));
        let text = fs::read_to_string(root(&file)).expect("a target has a file");
        assert!(text.contains(&format!("\"{name}\"")), "{file}");
    }
}

#[test]
fn what_broke_a_law_once_keeps_it() {
    let files = walkdir::WalkDir::new(root("tests/regressions")).sort_by_file_name();
    let files = files.into_iter().filter_map(Result::ok);
    for file in files.filter(|entry| entry.file_type().is_file()) {
        let target = file.path().parent().and_then(|folder| folder.file_name());
        let target = target.and_then(|name| name.to_str()).expect("a target");
        let input = fs::read(file.path()).expect("a file can be read");
        holds(target, &input);
    }
}

/// The parser of TOML counts the place of one from itself.
#[test]
fn a_lone_carriage_return_is_told_at_its_byte() {
    for text in [
        "name = \"안\"\n\rb = 2\n",
        "[[entity]]\rname = \"안규백\"\r",
        "[[entity]]\nname = \"안규백\"\r\nnote = \"a\"\r# 안\n",
    ] {
        let source = PackSource {
            file: "a.toml".into(),
            text: text.into(),
        };
        let problems = packs::load(vec![source]).expect_err("it is a mistake");
        let told = problems
            .iter()
            .filter(|problem| problem.message.contains("line ends"));
        let places = told.map(|problem| problem.labels[0].span.of(text));
        assert_eq!(
            places.collect::<Vec<_>>(),
            ["\r"],
            "{text:?}: {problems:#?}"
        );
    }
}
