//! Walking a directory as a person would: hidden files, and what `.gitignore` leaves out, are no articles.

use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use walkdir::{DirEntry, WalkDir};

use super::trouble::unreadable;
use crate::report::{Problem, ProblemKind};

/// What helps where a symbolic link was not followed.
const NAME_IT: &str = "name the directory that it leads to, if its articles are to be checked, too";

/// A walk through a directory.
pub struct Walk {
    root: PathBuf,
    /// The same, absolute: what `.gitignore` files are matched with.
    absolute: PathBuf,
    /// Absolute paths that are not entered.
    avoid: Vec<PathBuf>,
    ignores: Ignores,
    /// Where symbolic links have led.
    links: HashSet<PathBuf>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// How many files and directories are hidden or ignored.
    pub left_out: usize,
}

impl Walk {
    /// A walk through `root` that enters no directory of `avoid` (but `root` itself).
    pub fn new(root: &Path, avoid: &[PathBuf]) -> Walk {
        let absolute = absolute(root);
        Walk {
            root: root.to_path_buf(),
            avoid: avoid.iter().map(|path| self::absolute(path)).collect(),
            ignores: Ignores::above(&absolute),
            absolute,
            links: HashSet::new(),
            problems: Vec::new(),
            left_out: 0,
        }
    }

    /// The files that `wanted` lets pass, sorted by path.
    pub fn files(&mut self, wanted: &dyn Fn(&Path) -> bool) -> Vec<PathBuf> {
        let mut files = Vec::new();
        let mut walk = WalkDir::new(&self.root)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter();
        while let Some(entry) = walk.next() {
            match entry {
                Ok(entry) if !self.enters(&entry, wanted) => {
                    if entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                }
                Ok(entry) => {
                    if entry.file_type().is_file() && wanted(entry.path()) {
                        files.push(self.shown(entry.path()));
                    }
                }
                Err(error) => self.stumble(&error, wanted),
            }
        }
        files
    }

    fn enters(&mut self, entry: &DirEntry, wanted: &dyn Fn(&Path) -> bool) -> bool {
        let path = self.absolute_of(entry.path());
        let directory = entry.file_type().is_dir();
        self.ignores.leave(entry.depth());
        if entry.depth() > 0 && directory && self.avoid.contains(&path) {
            return false;
        }
        let hidden = hidden(entry.path());
        if entry.depth() > 0 && (hidden || self.ignores.ignored(&path, directory)) {
            // `.git` and the like are not what anybody misses.
            self.left_out += usize::from(!hidden || !directory && wanted(entry.path()));
            return false;
        }
        if directory && entry.path_is_symlink() && !self.is_first(entry) {
            return false;
        }
        if directory {
            self.ignores.enter(entry.depth(), &path);
        }
        true
    }

    /// Whether no other link has led here. Links that lead to folders of links that lead to folders of links would else
    /// make a walk without end.
    fn is_first(&mut self, entry: &DirEntry) -> bool {
        let Ok(target) = entry.path().canonicalize() else {
            return true;
        };
        let first = self.links.insert(target);
        if !first {
            let name = self.shown(entry.path()).to_string_lossy().into_owned();
            let message =
                "another symbolic link leads to the same directory; this one was not followed";
            let problem = Problem::new(ProblemKind::Loop, name, message);
            self.problems.push(problem.help(NAME_IT));
        }
        first
    }

    /// A walk goes on after an error; what nobody asked for is no error.
    fn stumble(&mut self, error: &walkdir::Error, wanted: &dyn Fn(&Path) -> bool) {
        let path = error.path().unwrap_or(&self.root).to_path_buf();
        self.ignores.leave(error.depth());
        let absolute = self.absolute_of(&path);
        if error.depth() > 0 && (hidden(&path) || self.ignores.ignored(&absolute, true)) {
            return;
        }
        let name = self.shown(&path).to_string_lossy().into_owned();
        if let Some(ancestor) = error.loop_ancestor() {
            let message = format!(
                "this symbolic link leads back to {}; it was not followed",
                self.shown(ancestor).display()
            );
            let problem = Problem::new(ProblemKind::Loop, name, message);
            self.problems.push(problem.help(NAME_IT));
            return;
        }
        let dangling = path.is_symlink() && !path.exists();
        if dangling && !wanted(&path) {
            return;
        }
        if let Some(error) = error.io_error() {
            let mut problem = unreadable(&name, error);
            if dangling {
                problem.message = "this symbolic link leads nowhere".into();
                problem.help = Some("mend the link, or take it out".into());
            }
            self.problems.push(problem);
        }
    }

    fn absolute_of(&self, path: &Path) -> PathBuf {
        match path.strip_prefix(&self.root) {
            Ok(rest) if rest.as_os_str().is_empty() => self.absolute.clone(),
            Ok(rest) => self.absolute.join(rest),
            Err(_) => absolute(path),
        }
    }

    /// Without a `./` in front.
    fn shown(&self, path: &Path) -> PathBuf {
        path.strip_prefix(".").unwrap_or(path).to_path_buf()
    }
}

/// A path from the root, without `.` and `..` parts, for laying paths beside each other: a name that is reached from
/// a directory below is the same name.
pub fn absolute(path: &Path) -> PathBuf {
    let here = Path::new(".");
    let path = if path.as_os_str().is_empty() {
        here
    } else {
        path
    };
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

fn hidden(path: &Path) -> bool {
    let name = path.file_name();
    name.is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The `.gitignore` files that hold where the walk is, the outermost first.
struct Ignores {
    stack: Vec<(usize, Gitignore)>,
    /// How many of them stand above the root of the walk.
    above: usize,
}

impl Ignores {
    /// Those above a directory, up to the root of its repository.
    fn above(root: &Path) -> Ignores {
        let inside = |dir: &&Path| !dir.join(".git").exists();
        let ancestors: Vec<&Path> = root.ancestors().skip(1).collect();
        let mut stack = Vec::new();
        if !root.join(".git").exists() {
            let below = ancestors.iter().take_while(|dir| inside(dir)).count();
            if below < ancestors.len() {
                let found = ancestors[..=below].iter().rev();
                stack = found.filter_map(|dir| read(dir)).map(|i| (0, i)).collect();
            }
        }
        Ignores {
            above: stack.len(),
            stack,
        }
    }

    fn enter(&mut self, depth: usize, directory: &Path) {
        self.stack
            .extend(read(directory).map(|found| (depth, found)));
    }

    /// Forgets the directories that an entry of this depth does not stand in.
    fn leave(&mut self, depth: usize) {
        while self.stack.len() > self.above
            && self.stack.last().is_some_and(|(known, _)| *known >= depth)
        {
            self.stack.pop();
        }
    }

    fn ignored(&self, path: &Path, directory: bool) -> bool {
        let verdicts = self.stack.iter().rev();
        let mut decided = verdicts.map(|(_, ignore)| ignore.matched(path, directory));
        let first = decided.find(|verdict| !verdict.is_none());
        matches!(first, Some(Match::Ignore(_)))
    }
}

fn read(directory: &Path) -> Option<Gitignore> {
    let file = directory.join(".gitignore");
    if !file.is_file() {
        return None;
    }
    let mut builder = GitignoreBuilder::new(directory);
    // A line that is no pattern is passed over, as git does.
    let _ = builder.add(file);
    builder.build().ok()
}
