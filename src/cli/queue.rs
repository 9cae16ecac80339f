//! Lines between the thread that reads them and those that check them: as many as have come, but no more than some.

use std::io::{self, BufRead};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::article::jsonl::{Line, Lines};

/// So many bytes may wait for each core, and one line more.
const BYTES: usize = 256 << 10;

/// So many lines may wait for each core.
const LINES: usize = 256;

/// The lines that were read and are not yet taken.
pub struct Queue {
    waiting: Mutex<Waiting>,
    changed: Condvar,
    bytes: usize,
    lines: usize,
}

#[derive(Default)]
struct Waiting {
    lines: Vec<Line>,
    bytes: usize,
    /// Nothing more comes.
    ended: bool,
    /// Why, where the stream can't be read further.
    error: Option<io::Error>,
    /// Nothing more is wanted.
    closed: bool,
}

impl Queue {
    /// For so many cores.
    pub fn new(cores: usize) -> Self {
        Queue {
            waiting: Mutex::default(),
            changed: Condvar::new(),
            bytes: BYTES * cores.max(1),
            lines: LINES * cores.max(1),
        }
    }

    /// Reads a stream to its end, or until nothing more is wanted. Who reads faster than lines are taken waits.
    pub fn feed(&self, from: impl BufRead) {
        // However this ends, nobody waits for more.
        let _end = End(self);
        let mut lines = Lines::new(from);
        loop {
            match lines.next() {
                Ok(Some(line)) => {
                    let full = |waiting: &mut Waiting| {
                        let many = waiting.lines.len() >= self.lines || waiting.bytes >= self.bytes;
                        many && !waiting.closed
                    };
                    let mut waiting = self.wait_while(full);
                    if waiting.closed {
                        return;
                    }
                    waiting.bytes += line.len();
                    waiting.lines.push(line);
                    self.changed.notify_all();
                }
                Ok(None) => return,
                Err(error) => return self.fail(error),
            }
        }
    }

    /// All lines that have come, at least one; None after the last.
    pub fn take(&self) -> Option<Vec<Line>> {
        let mut waiting = self.wait_while(|waiting| waiting.lines.is_empty() && !waiting.ended);
        waiting.bytes = 0;
        let lines = std::mem::take(&mut waiting.lines);
        self.changed.notify_all();
        (!lines.is_empty()).then_some(lines)
    }

    /// Why the stream ended, if not with its last line.
    pub fn error(&self) -> Option<io::Error> {
        self.lock().error.take()
    }

    /// Says that nothing more comes, and why.
    pub fn fail(&self, error: io::Error) {
        let mut waiting = self.lock();
        waiting.error = Some(error);
        waiting.ended = true;
        self.changed.notify_all();
    }

    /// Lets the reader go.
    pub fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait_while(&self, wait: impl FnMut(&mut Waiting) -> bool) -> MutexGuard<'_, Waiting> {
        let waiting = self.changed.wait_while(self.lock(), wait);
        waiting.unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says at its end that nothing more comes.
struct End<'q>(&'q Queue);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.lock().ended = true;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;
    use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

    use super::*;

    /// Lines without end, and how many bytes of them were read.
    struct Endless<'c>(&'static [u8], usize, &'c AtomicUsize);

    impl io::Read for Endless<'_> {
        fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
            for byte in bytes.iter_mut() {
                *byte = self.0[self.1 % self.0.len()];
                self.1 += 1;
            }
            self.2.fetch_add(bytes.len(), Relaxed);
            Ok(bytes.len())
        }
    }

    #[test]
    fn no_more_than_some_lines_are_read_ahead() {
        const LONG: &[u8] = &{
            let mut line = [b'x'; 10_000];
            line[9_999] = b'\n';
            line
        };
        for (line, cores) in [(b"a\n".as_slice(), 1), (b"a\n", 3), (LONG, 1)] {
            let read = AtomicUsize::new(0);
            let queue = Queue::new(cores);
            std::thread::scope(|scope| {
                scope.spawn(|| queue.feed(BufReader::new(Endless(line, 0, &read))));
                let mut taken = 0;
                for _ in 0..20 {
                    let full = |waiting: &mut Waiting| {
                        waiting.lines.len() < queue.lines && waiting.bytes < queue.bytes
                    };
                    drop(queue.wait_while(full));
                    let lines = queue.take().unwrap();
                    assert!(lines.len() <= LINES * cores, "{}", lines.len());
                    let bytes: usize = lines.iter().map(Line::len).sum();
                    assert!(bytes < BYTES * cores + line.len(), "{bytes}");
                    taken += lines.len() * line.len();
                    // Besides those that wait: one in its hand, and what its buffer holds.
                    let most = taken + (BYTES * cores).min(LINES * cores * line.len());
                    assert!(read.load(Relaxed) <= most + 3 * line.len() + (1 << 14));
                }
                queue.close();
            });
        }
    }

    #[test]
    fn an_error_ends_it_after_what_came() {
        struct Broken(bool);
        impl io::Read for Broken {
            fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
                if std::mem::replace(&mut self.0, true) {
                    return Err(io::Error::other("the cable"));
                }
                bytes[..4].copy_from_slice(b"a\nb\n");
                Ok(4)
            }
        }
        let queue = Queue::new(1);
        queue.feed(BufReader::new(Broken(false)));
        assert_eq!(queue.take().unwrap().len(), 2);
        assert!(queue.take().is_none());
        assert_eq!(queue.error().unwrap().to_string(), "the cable");
    }
}
