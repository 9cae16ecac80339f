//! What articles are called in reports that other machines read: from the directory of the run, with `/`.

use std::path::{Component, Path, PathBuf};

use super::Run;

/// The path of an article from the directory that the program ran in, where it stands below it; else as it was given.
pub fn path(run: &Run, name: &str) -> String {
    let below = run
        .directory
        .as_deref()
        .and_then(|directory| below(directory, Path::new(name)));
    let path = below.unwrap_or_else(|| name.to_string());
    if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path
    }
}

/// A path below a directory, without `.` and `..`; None where it is not below it, or is the directory itself.
fn below(directory: &Path, name: &Path) -> Option<String> {
    let mut whole = PathBuf::new();
    for part in directory.join(name).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                whole.pop();
            }
            part => whole.push(part),
        }
    }
    let below = whole.strip_prefix(directory).ok()?;
    let below = below.to_str().filter(|below| !below.is_empty())?;
    Some(below.to_string())
}

/// A path as a URI: a reference from the directory of the run, or a `file:` URI where the path is absolute.
pub fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len() + 8);
    let absolute = path.starts_with('/');
    let drive = cfg!(windows) && path.as_bytes().get(1) == Some(&b':');
    if absolute {
        uri.push_str("file://");
    } else if drive {
        uri.push_str("file:///");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            b':' if drive => uri.push(':'),
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    // What starts with two slashes would name a host.
    match uri.strip_prefix("file:////") {
        Some(rest) => format!("file:///{}", rest.trim_start_matches('/')),
        None => uri,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uris() {
        for (path, shown) in [
            ("a/b.md", "a/b.md"),
            ("a b%.md", "a%20b%25.md"),
            ("기.md", "%EA%B8%B0.md"),
            ("x:y::z.md", "x%3Ay%3A%3Az.md"),
            ("<stdin>", "%3Cstdin%3E"),
            ("a#b?c.md", "a%23b%3Fc.md"),
            ("a\n\\.md", "a%0A%5C.md"),
            ("/srv/é.md", "file:///srv/%C3%A9.md"),
            ("//srv/a.md", "file:///srv/a.md"),
            ("../a.md", "../a.md"),
        ] {
            assert_eq!(uri(path), shown);
        }
    }

    #[cfg(unix)]
    #[test]
    fn paths() {
        let mut run = Run {
            directory: Some("/desk/paper".into()),
            ..Run::default()
        };
        for (name, shown) in [
            ("a/b.md", "a/b.md"),
            ("./a//b.md", "a/b.md"),
            ("/desk/paper/a.md", "a.md"),
            ("../paper/a.md", "a.md"),
            ("../a.md", "../a.md"),
            ("/tmp/a.md", "/tmp/a.md"),
            ("/desk/paper", "/desk/paper"),
            ("<stdin>", "<stdin>"),
        ] {
            assert_eq!(path(&run, name), shown);
        }
        run.directory = None;
        assert_eq!(path(&run, "./a.md"), "./a.md");
    }
}
