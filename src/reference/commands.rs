//! The pages on commands, from their definitions.

use super::command;
use crate::cli::STATUSES;

/// `commands.md`: what `--help` says, command by command.
pub(super) fn commands() -> String {
    let mut program = command();
    program.build();
    let mut out = String::from(
        "# Commands\n\n\
         `factlint COMMAND --help` says the same at the terminal. What the exit status of a command means stands in \
         [exit status](exit-status.md).\n\n\
         | command | what it does |\n| --- | --- |\n",
    );
    let listed = || program.get_subcommands().filter(|command| !hidden(command));
    for command in listed() {
        let about = command
            .get_about()
            .map(ToString::to_string)
            .unwrap_or_default();
        let name = command.get_name();
        out += &format!(
            "| [`factlint {name}`](#factlint-{name}) | {} |\n",
            super::cell(about.trim_end_matches('.'))
        );
    }
    for command in listed() {
        let help = command.clone().render_long_help().to_string();
        let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
        out += &format!(
            "\n## factlint {}\n\n```text\n{}\n```\n",
            command.get_name(),
            lines.join("\n").trim()
        );
    }
    out
}

fn hidden(command: &clap::Command) -> bool {
    command.is_hide_set() || command.get_name() == "help"
}

/// `exit-status.md`.
pub(super) fn statuses() -> String {
    let mut out = String::from("# Exit status\n\n| status | meaning |\n| --- | --- |\n");
    for (status, meaning) in STATUSES {
        out += &format!("| {status} | {meaning} |\n");
    }
    out += "\nA higher status outranks a lower one: where one file could not be read, the findings of the others are \
            still printed, and the status is 2. A closed pipe is no error.\n\n\
            For the single commands:\n\n| command | exit status |\n| --- | --- |\n";
    let program = command();
    for command in program.get_subcommands().filter(|command| !hidden(command)) {
        let help = command
            .get_after_help()
            .map(ToString::to_string)
            .unwrap_or_default();
        let status = help.split("Exit status: ").nth(1).unwrap_or_default();
        let status = status.lines().collect::<Vec<_>>().join(" ");
        if !status.is_empty() {
            out += &format!(
                "| `factlint {}` | {} |\n",
                command.get_name(),
                super::cell(&status)
            );
        }
    }
    out
}
