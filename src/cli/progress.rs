//! A bar on standard error while a person waits: never in a log, and gone before anything else is printed.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What is done sooner needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the time shown moves on.
const TICK: Duration = Duration::from_millis(200);

/// A bar that appears once the work has lasted for a while. It goes when it is dropped.
pub struct Progress {
    bar: ProgressBar,
    /// Tells the thread that shows the bar to end.
    over: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins a work of so many steps.
    pub fn new(steps: usize) -> Progress {
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::hidden());
        let over = watched().then_some(()).and_then(|()| {
            let (sender, over) = mpsc::channel();
            let shown = bar.clone();
            let show = move || {
                if over.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                    shown.set_draw_target(ProgressDrawTarget::stderr());
                    let style = ProgressStyle::with_template(
                        "{pos} of {len} files checked [{bar:30}] {elapsed}",
                    );
                    shown.set_style(
                        style
                            .unwrap_or_else(|_| ProgressStyle::default_bar())
                            .progress_chars("=> "),
                    );
                    shown.tick();
                    while over.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
                        shown.tick();
                    }
                }
            };
            // Without a thread there is no bar.
            Some((sender, thread::Builder::new().spawn(show).ok()?))
        });
        Progress { bar, over }
    }

    /// One step more is done.
    pub fn step(&self) {
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.over.take() {
            drop(sender);
            // It draws nothing any more once it has ended.
            let _ = thread.join();
            self.bar.finish_and_clear();
        }
    }
}

/// Whether a person watches standard error. A CI server may have a terminal, but what it shows is a log.
fn watched() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stderr().is_terminal() && !dumb && !set("CI")
}
