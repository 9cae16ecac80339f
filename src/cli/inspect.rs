use std::io;

use super::Status;

/// Not written yet.
#[derive(clap::Args)]
pub struct Args {}

/// Runs the command.
pub fn run(_: Args) -> io::Result<Status> {
    Ok(Status::Clean)
}
