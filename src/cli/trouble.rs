//! What the system refuses, in a user's words, and what helps.

use std::io::{self, ErrorKind};

use crate::report::{Problem, ProblemKind};

/// What is wrong, and the remedy.
pub type Told = (String, &'static str);

fn told(message: &str, help: &'static str) -> Option<Told> {
    Some((message.to_string(), help))
}

/// Why something can't be read.
pub fn reading(error: &io::Error) -> Told {
    let known = match error.kind() {
        ErrorKind::NotFound => told("there is no such file", "check the path"),
        ErrorKind::PermissionDenied => told(
            "permission to read it is denied",
            "change its permissions, or leave it out",
        ),
        ErrorKind::IsADirectory => told("this is a directory", "name a file"),
        ErrorKind::NotADirectory => told("a part of its path is no directory", "check the path"),
        _ => of_path(error),
    };
    known.unwrap_or_else(|| {
        let message = format!("it can't be read: {error}");
        (message, "see to the disk, and run the command again")
    })
}

/// Why something can't be written: what follows on “it can't be written: ”.
pub fn writing(error: &io::Error) -> Told {
    let known = match error.kind() {
        ErrorKind::PermissionDenied => told(
            "permission to write it is denied",
            "change its permissions, or those of its directory",
        ),
        ErrorKind::ReadOnlyFilesystem => told(
            "the disk is read-only",
            "choose another place, or let the disk be written",
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            told("the disk is full", "make room, and run the command again")
        }
        ErrorKind::FileTooLarge => told(
            "the system allows no file of this size",
            "allow larger files (`ulimit -f`), or choose another disk",
        ),
        ErrorKind::ResourceBusy => told(
            "another program holds it",
            "wait until that has ended, and run the command again",
        ),
        _ => of_path(error),
    };
    known.unwrap_or_else(|| {
        let help = "check the path and its permissions";
        (error.to_string(), help)
    })
}

/// What is wrong with a path, whatever it is wanted for.
fn of_path(error: &io::Error) -> Option<Told> {
    if error.kind() == ErrorKind::InvalidFilename {
        return told(
            "its path is longer than the system allows",
            "run the command in a directory nearer to it",
        );
    }
    of_system(error)
}

#[cfg(unix)]
fn of_system(error: &io::Error) -> Option<Told> {
    use rustix::io::Errno;
    match Errno::from_io_error(error)? {
        Errno::MFILE | Errno::NFILE => told(
            "too many files are open at once",
            "allow more of them (`ulimit -n 256`), and run the command again",
        ),
        Errno::LOOP => told(
            "its symbolic links lead in a circle",
            "mend the link, or take it out",
        ),
        Errno::NXIO => told("this is a socket or a device, not a file", "name a file"),
        _ => None,
    }
}

#[cfg(not(unix))]
fn of_system(_: &io::Error) -> Option<Told> {
    None
}

/// A path that can't be read.
pub fn unreadable(name: &str, error: &io::Error) -> Problem {
    if error.kind() == ErrorKind::NotFound && name.contains(['*', '?', '[', '{']) {
        let message = "no file matches this pattern";
        let problem = Problem::new(ProblemKind::Unreadable, name, message);
        return problem.help("check the pattern, or name the directory");
    }
    let (message, help) = reading(error);
    Problem::new(ProblemKind::Unreadable, name, message).help(help)
}

/// A file that can't be written, in one line.
pub fn unwritten(error: &io::Error) -> Told {
    let (why, help) = writing(error);
    match error.kind() {
        ErrorKind::PermissionDenied => (why, help),
        _ => (format!("it can't be written: {why}"), help),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_told_in_words_with_a_remedy() {
        for kind in [
            ErrorKind::NotFound,
            ErrorKind::PermissionDenied,
            ErrorKind::NotADirectory,
            ErrorKind::InvalidFilename,
            ErrorKind::StorageFull,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::Other,
        ] {
            for told in [reading, writing] {
                let (message, help) = told(&io::Error::from(kind));
                assert!(!message.contains("os error") && !help.is_empty(), "{kind}");
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn codes_that_have_no_kind_are_known() {
        use rustix::io::Errno;
        let message = |code: Errno| reading(&code.into()).0;
        assert_eq!(message(Errno::MFILE), "too many files are open at once");
        assert_eq!(message(Errno::LOOP), "its symbolic links lead in a circle");
        assert_eq!(
            message(Errno::NXIO),
            "this is a socket or a device, not a file"
        );
    }
}
