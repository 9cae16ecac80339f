//! Users' files are replaced whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Why a file was not replaced.
#[derive(Debug)]
pub enum Kept {
    /// It is not what was read any more.
    Changed,
    /// It can't be written.
    Io(io::Error),
}

impl From<io::Error> for Kept {
    fn from(error: io::Error) -> Self {
        Kept::Io(error)
    }
}

/// Puts `after` in the place of `before`: beside the file first, then over it in one step, so that whoever reads it
/// sees the one or the other. Permissions stay, and a symbolic link stays one.
///
/// # Errors
/// If the file does not hold `before` any more, or can't be read or written; it is left as it is then.
pub fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<(), Kept> {
    let path = path.canonicalize()?;
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        // Its directory may let it be replaced all the same, but its owner meant otherwise.
        return Err(io::Error::from(io::ErrorKind::PermissionDenied).into());
    }
    let directory = directory_of(&path);
    let mut new = tempfile::Builder::new()
        .prefix(PREFIX)
        .tempfile_in(directory)?;
    new.write_all(after)?;
    new.as_file().set_permissions(permissions)?;
    same_owner(&path, new.as_file());
    new.as_file().sync_all()?;
    // Of two that mend a file at once the second must see what the first has made of it.
    let alone = alone(&path)?;
    if fs::read(&path)? != before {
        return Err(Kept::Changed);
    }
    new.persist(&path).map_err(|error| error.error)?;
    drop(alone);
    Ok(())
}

/// How the files begin that are written beside another and then take its name: hidden, so that nobody reads them.
const PREFIX: &str = ".factlint-";

fn directory_of(path: &Path) -> &Path {
    let directory = path.parent().filter(|it| !it.as_os_str().is_empty());
    directory.unwrap_or(Path::new("."))
}

/// The file, held for this process alone until it is dropped; None where files can't be held (over some networks). Who
/// waited for one that has been replaced meanwhile holds nothing yet.
#[cfg(unix)]
fn alone(path: &Path) -> io::Result<Option<File>> {
    use std::os::unix::fs::MetadataExt;
    loop {
        let file = File::open(path)?;
        if !held(&file)? {
            return Ok(None);
        }
        let (own, named) = (file.metadata()?, fs::metadata(path)?);
        if (own.dev(), own.ino()) == (named.dev(), named.ino()) {
            return Ok(Some(file));
        }
    }
}

/// Whether the file is held now; an error if another program does not let it go.
#[cfg(unix)]
fn held(file: &File) -> io::Result<bool> {
    use rustix::fs::{FlockOperation, flock};
    use rustix::io::Errno;
    use std::time::{Duration, Instant};
    const PAUSE: Duration = Duration::from_millis(2);
    const PATIENCE: Duration = Duration::from_secs(30);
    let started = Instant::now();
    loop {
        match flock(file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => return Ok(true),
            Err(Errno::INTR) => {}
            Err(Errno::WOULDBLOCK) if started.elapsed() > PATIENCE => {
                return Err(io::ErrorKind::ResourceBusy.into());
            }
            Err(Errno::WOULDBLOCK) => std::thread::sleep(PAUSE),
            Err(_) => return Ok(false),
        }
    }
}

#[cfg(not(unix))]
fn alone(_: &Path) -> io::Result<Option<File>> {
    Ok(None)
}

/// A file of the program's own, which is to get this name: others may read it, as far as the process lets files be
/// read that it makes.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let mut new = tempfile::Builder::new();
    new.prefix(PREFIX);
    #[cfg(unix)]
    new.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    new.tempfile_in(directory_of(path))
}

/// Writes a new file in one step.
///
/// # Errors
/// If it can't be written, or is there already; what was there stays.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut new = beside(path)?;
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    new.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// Writes a file of the program's own, a report or a page, new or in place of another, in one step. What is no file (a
/// pipe, `/dev/null`) is written into.
///
/// # Errors
/// If it can't be written; what was there stays.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = fs::metadata(path).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return fs::write(path, bytes);
    }
    // A link stays a link.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let directory = directory_of(&path);
    if !directory.is_dir() {
        let told = format!("there is no directory {}", directory.display());
        return Err(io::Error::other(told));
    }
    let mut new = beside(&path)?;
    new.write_all(bytes)?;
    if let Some(old) = old {
        new.as_file().set_permissions(old.permissions())?;
    }
    new.as_file().sync_all()?;
    new.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

/// Only the superuser can give a file away; for others it is theirs already.
#[cfg(unix)]
fn same_owner(path: &Path, new: &File) {
    use std::os::unix::fs::{MetadataExt, fchown};
    if let Ok(old) = fs::metadata(path) {
        let _ = fchown(new, Some(old.uid()), Some(old.gid()));
    }
}

#[cfg(not(unix))]
fn same_owner(_: &Path, _: &File) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_meanwhile_is_left_alone() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.txt");
        fs::write(&path, "new").unwrap();
        assert!(matches!(
            replace(&path, b"old", b"mended"),
            Err(Kept::Changed)
        ));
        assert_eq!(fs::read(&path).unwrap(), b"new");
        replace(&path, b"new", b"mended").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"mended");
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_report_is_written_anew_or_over_another() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.xml");
        for text in ["one", "another"] {
            write(&path, text.as_bytes()).unwrap();
            assert_eq!(fs::read(&path).unwrap(), text.as_bytes());
        }
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1);
        let told = write(&path.join("b"), b"").unwrap_err().to_string();
        assert!(told.contains("there is no directory"), "{told}");
        assert!(write(directory.path(), b"").is_err());
        #[cfg(unix)]
        write(Path::new("/dev/null"), b"gone").unwrap();
    }

    /// What another process puts in the file's place while this one waits for it is not lost.
    #[cfg(unix)]
    #[test]
    fn of_two_that_mend_a_file_the_second_sees_what_the_first_made_of_it() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.txt");
        fs::write(&path, "old").unwrap();
        let first = alone(&path).unwrap();
        assert!(first.is_some());
        std::thread::scope(|scope| {
            let second = scope.spawn(|| replace(&path, b"old", b"second"));
            std::thread::sleep(std::time::Duration::from_millis(300));
            assert!(!second.is_finished(), "it does not wait");
            let new = directory.path().join("new");
            fs::write(&new, "first").unwrap();
            fs::rename(new, &path).unwrap();
            drop(first);
            assert!(matches!(second.join().unwrap(), Err(Kept::Changed)));
        });
        assert_eq!(fs::read(&path).unwrap(), b"first");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let directory = tempfile::tempdir().unwrap();
        let (path, link) = (directory.path().join("a"), directory.path().join("b"));
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        replace(&link, b"old", b"new").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"new");
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
        assert!(matches!(replace(&path, b"new", b"x"), Err(Kept::Io(_))));
    }
}
