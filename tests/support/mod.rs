//! Files of the project.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};

use factlint::packs::{self, PackSource, Packs};

/// Where packs stand that are read file by file; those of `rules` are read together.
pub const FOLDERS: [&str; 5] = [
    "tests/spec",
    "tests/packs",
    "tests/packs2",
    "tests/held",
    "tests/field",
];

/// A path from the root of the project.
pub fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The files below a folder of the project that end so, sorted; none where there is no such folder.
pub fn below(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(root(folder)).sort_by_file_name();
    let files = entries.into_iter().filter_map(Result::ok);
    let files = files.map(walkdir::DirEntry::into_path);
    files
        .filter(|path| path.extension().is_some_and(|end| end == ending))
        .collect()
}

/// A path as it is called from the root of the project.
pub fn name(path: &Path) -> String {
    let below = path.strip_prefix(root("")).unwrap_or(path);
    below.to_string_lossy().replace('\\', "/")
}

/// A rule file.
pub fn pack(path: &Path) -> PackSource {
    PackSource {
        file: name(path).into(),
        text: fs::read_to_string(path).expect("a pack is text").into(),
    }
}

/// Rule files read together.
pub fn load(files: &[PathBuf]) -> Packs {
    packs::load(files.iter().map(|file| pack(file)).collect())
        .unwrap_or_else(|problems| panic!("{files:?}: {problems:#?}"))
}
