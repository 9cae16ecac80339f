//! `--watch`: running again whenever something has changed.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use jiff::Zoned;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::packs;
use super::{Status, output};

/// A burst of events is over when none came for so long: an editor writes, renames and touches in one go.
const CALM: Duration = Duration::from_millis(40);
/// Some file systems tell nothing (those over a network); so the files are looked at without being told, too.
const LOOK: Duration = Duration::from_millis(1500);
/// The same where there is nobody to tell at all.
const LOOK_ALONE: Duration = Duration::from_millis(400);

/// Runs now, and again after each change of what `inputs` names (rule files, directories of them, the configuration),
/// for ever. `inputs` is asked anew each time. With a `title`, a line with the time stands above each run.
///
/// # Errors
/// Those of `run`: nobody reads any more.
pub fn again_and_again(
    title: Option<&str>,
    inputs: impl Fn() -> Vec<PathBuf>,
    run: impl Fn() -> io::Result<Status>,
) -> io::Result<Status> {
    let mut seen: Option<Contents> = None;
    loop {
        // First the ears, then the eyes: what changes in between is heard.
        let paths = inputs();
        let ears = Ears::new(&paths);
        let contents = contents(&paths);
        if seen.as_ref() != Some(&contents) {
            if let Some(title) = title {
                let changed = seen.as_ref().map(|seen| changed(seen, &contents));
                announce(title, changed)?;
            }
            run()?;
            seen = Some(contents);
        }
        while !ears.heard() && seen.as_ref() == Some(&self::contents(&paths)) {}
    }
}

/// Who tells of changes.
struct Ears {
    events: Receiver<()>,
    watcher: Option<RecommendedWatcher>,
}

impl Ears {
    fn new(paths: &[PathBuf]) -> Ears {
        let (send, events) = mpsc::channel();
        let told = move |event: notify::Result<Event>| {
            // Reading is no change, and we read ourselves.
            if event.is_ok_and(|event| !event.kind.is_access()) {
                let _ = send.send(());
            }
        };
        let watcher = notify::recommended_watcher(told).ok().map(|mut watcher| {
            for path in paths {
                if path.is_dir() {
                    // A directory that can't be watched is looked at all the same.
                    let _ = watcher.watch(path, RecursiveMode::Recursive);
                }
                // An editor puts another file in place of the one there: only the directory around sees that.
                let _ = watcher.watch(&standing(path), RecursiveMode::NonRecursive);
            }
            watcher
        });
        Ears { events, watcher }
    }

    /// Waits for a change, and says true; or until it is time to look.
    fn heard(&self) -> bool {
        let patience = self.watcher.as_ref().map_or(LOOK_ALONE, |_| LOOK);
        match self.events.recv_timeout(patience) {
            Ok(()) => {
                while self.events.recv_timeout(CALM).is_ok() {}
                true
            }
            Err(RecvTimeoutError::Timeout) => false,
            // The watcher has gone, and tells no more.
            Err(RecvTimeoutError::Disconnected) => {
                std::thread::sleep(patience);
                false
            }
        }
    }
}

/// The nearest directory around a path that is there.
fn standing(path: &Path) -> PathBuf {
    let above = path.ancestors().skip(1).find(|above| above.is_dir());
    match above {
        Some(above) if !above.as_os_str().is_empty() => above.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// Every rule file, and what is in it: times of files are too coarse, and change where nothing has.
type Contents = BTreeMap<PathBuf, Option<u64>>;

fn contents(paths: &[PathBuf]) -> Contents {
    let files = paths.iter().flat_map(|path| packs::named(path));
    files
        .map(|file| {
            let bytes = std::fs::read(&file).ok();
            let hash = bytes.map(|bytes| {
                let mut hasher = DefaultHasher::new();
                bytes.hash(&mut hasher);
                hasher.finish()
            });
            (file, hash)
        })
        .collect()
}

/// The names of the files that differ.
fn changed(before: &Contents, now: &Contents) -> Vec<String> {
    let all: std::collections::BTreeSet<&PathBuf> = before.keys().chain(now.keys()).collect();
    all.into_iter()
        .filter(|file| before.get(*file) != now.get(*file))
        .map(|file| {
            let name = file.file_name().unwrap_or(file.as_os_str());
            output::clean(&name.to_string_lossy())
        })
        .collect()
}

/// The line between two runs. A terminal is cleared; its history stays.
fn announce(title: &str, changed: Option<Vec<String>>) -> io::Result<()> {
    let clears = output::watched() && std::env::var_os("TERM").is_none_or(|term| term != "dumb");
    if clears {
        let mut out = io::stdout().lock();
        out.write_all(b"\x1b[2J\x1b[H")?;
        out.flush()?;
    }
    let time = Zoned::now().strftime("%H:%M:%S").to_string();
    output::to_stdout(|out| {
        let dash = if output::look().unicode {
            "──"
        } else {
            "--"
        };
        match &changed {
            None => writeln!(
                out,
                "{dash} {time} {title}, again at every change; Ctrl-C ends it {dash}"
            ),
            Some(changed) => {
                let what = match &changed[..] {
                    [] => "changed".to_string(),
                    [one] => format!("{one} changed"),
                    [one, others @ ..] => format!("{one} and {} more changed", others.len()),
                };
                if !clears {
                    writeln!(out)?;
                }
                writeln!(out, "{dash} {time} {what} {dash}")
            }
        }?;
        writeln!(out)
    })
}
