//! `--changed-since`: the lines that git says changed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cli::walk::absolute;
use crate::finding::Finding;
use crate::report::{Problem, ProblemKind};

/// Lines of a file, from the first to the last, both meant.
type Lines = (usize, usize);

/// What changed since a revision.
pub struct Changed {
    /// Absolute paths; a file that git does not know yet changed as a whole.
    files: HashMap<PathBuf, Vec<Lines>>,
}

impl Changed {
    /// Asks git.
    ///
    /// # Errors
    /// If git is not there, this is no repository, or it does not know the revision.
    pub fn since(revision: &str) -> Result<Changed, Box<Problem>> {
        let root = git(&["rev-parse", "--show-toplevel"], revision)?;
        let root = PathBuf::from(root.trim_end_matches(['\r', '\n']));
        // A revision that looks like an option is none.
        let commit = format!("{revision}^{{commit}}");
        let verified = git(
            &["rev-parse", "--verify", "--end-of-options", &commit],
            revision,
        )?;
        let commit = verified.trim();
        #[rustfmt::skip]
        let diff = git(
            &[
                "-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-renames",
                "--src-prefix=a/", "--dst-prefix=b/", commit, "--", ":/",
            ],
            revision,
        )?;
        let mut files = hunks(&diff, &root);
        let new = git(
            &[
                "ls-files",
                "--others",
                "--exclude-standard",
                "-z",
                "--full-name",
                ":/",
            ],
            revision,
        )?;
        for path in new.split('\0').filter(|path| !path.is_empty()) {
            files.insert(root.join(path), vec![(1, usize::MAX)]);
        }
        Ok(Changed { files })
    }

    /// Whether a finding stands on a changed line. Of a packed file, whose lines git does not see, all have changed.
    pub fn holds(&self, article: &str, finding: &Finding) -> bool {
        let path = Path::new(article);
        let path = path.canonicalize().unwrap_or_else(|_| absolute(path));
        let Some(lines) = self.files.get(&path) else {
            return false;
        };
        let at = &finding.at;
        let meets = |(first, last): &Lines| *first <= at.end_line && at.line <= *last;
        lines.iter().any(meets)
    }
}

fn git(args: &[&str], revision: &str) -> Result<String, Box<Problem>> {
    let told = |message: String, help: &str| {
        let message = format!("--changed-since {revision}: {message}");
        Box::new(Problem::new(ProblemKind::Usage, "", message).help(help))
    };
    let output = Command::new("git").args(args).output();
    let output =
        output.map_err(|error| told(format!("git does not run: {error}"), "install git"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.lines().next().unwrap_or("git failed").to_string();
        let help = "name a branch, a tag or a commit of the repository that you are in";
        return Err(told(said, help));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The new lines of each file of a diff without context.
fn hunks(diff: &str, root: &Path) -> HashMap<PathBuf, Vec<Lines>> {
    let mut files: HashMap<PathBuf, Vec<Lines>> = HashMap::new();
    let mut file = None;
    let mut header = false;
    for line in diff.lines() {
        if line.starts_with("diff --git ") {
            (header, file) = (true, None);
        } else if let Some(name) = line.strip_prefix("+++ ").filter(|_| header) {
            let name = unquoted(name.trim_end_matches('\t'));
            file = name.strip_prefix("b/").map(|name| root.join(name));
        } else if let Some(hunk) = line.strip_prefix("@@ -") {
            header = false;
            let new = hunk.split(' ').find_map(|part| part.strip_prefix('+'));
            if let (Some(file), Some(lines)) = (&file, new.and_then(lines)) {
                files.entry(file.clone()).or_default().push(lines);
            }
        }
    }
    files
}

/// `12,3`: three lines from the twelfth; none for `12,0`, where lines were only taken out.
fn lines(range: &str) -> Option<Lines> {
    let (first, count) = range.split_once(',').unwrap_or((range, "1"));
    let (first, count): (usize, usize) = (first.parse().ok()?, count.parse().ok()?);
    (count > 0).then(|| (first, first + count - 1))
}

/// A name that git put into quotes for the sake of a sign in it.
fn unquoted(name: &str) -> String {
    let Some(inner) = name
        .strip_prefix('"')
        .and_then(|name| name.strip_suffix('"'))
    else {
        return name.to_string();
    };
    let mut out = String::new();
    let mut signs = inner.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next() {
                Some('t') => out.push('\t'),
                Some('n') => out.push('\n'),
                Some(other) => out.push(other),
                None => (),
            },
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_lines_of_each_file() {
        let diff = "\
diff --git a/a b.txt b/a b.txt
--- a/a b.txt\t
+++ b/a b.txt\t
@@ -3 +3,2 @@ some heading
-old
+new
+++ b/no-file.txt
@@ -9,2 +11,0 @@
-gone
-gone
diff --git a/gone.txt b/gone.txt
--- a/gone.txt
+++ /dev/null
@@ -1 +0,0 @@
-x
diff --git \"a/q\\\"q.txt\" \"b/q\\\"q.txt\"
--- \"a/q\\\"q.txt\"
+++ \"b/q\\\"q.txt\"
@@ -0,0 +1 @@
+x
";
        let found = hunks(diff, Path::new("/r"));
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort();
        let file = |name: &str, lines| (Path::new("/r").join(name), vec![lines]);
        assert_eq!(found, [file("a b.txt", (3, 4)), file("q\"q.txt", (1, 1))]);
    }
}
