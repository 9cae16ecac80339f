//! Users' files are replaced whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

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
    let directory = path.parent().unwrap_or(Path::new("."));
    let mut new = tempfile::Builder::new()
        .prefix(".factlint-")
        .tempfile_in(directory)?;
    new.write_all(after)?;
    new.as_file().set_permissions(permissions)?;
    same_owner(&path, new.as_file());
    new.as_file().sync_all()?;
    if fs::read(&path)? != before {
        return Err(Kept::Changed);
    }
    new.persist(&path).map_err(|error| error.error)?;
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
    let directory = path.parent().filter(|it| !it.as_os_str().is_empty());
    let directory = directory.unwrap_or(Path::new("."));
    if !directory.is_dir() {
        let told = format!("there is no directory {}", directory.display());
        return Err(io::Error::other(told));
    }
    let mut new = tempfile::Builder::new();
    new.prefix(".factlint-");
    // Others may read it, as far as the process lets files be read that it makes.
    #[cfg(unix)]
    new.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut new = new.tempfile_in(directory)?;
    new.write_all(bytes)?;
    if let Some(old) = old {
        new.as_file().set_permissions(old.permissions())?;
    }
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
