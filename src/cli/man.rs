use std::fs;
use std::io;
use std::path::PathBuf;

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use roff::{Roff, roman};

use super::replace::write;
use super::{Cli, Status, output};

/// Print the manual page, or write one page for each command.
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  factlint man | man -l -                      read it now
  factlint man --dir ~/.local/share/man/man1   install it: `man factlint`, `man factlint-check`")]
pub struct Args {
    /// Write factlint.1 and a page for each command into this directory, which is made where it is missing.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: Args) -> io::Result<Status> {
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    let Some(dir) = args.dir else {
        let page = whole(&program)?;
        output::to_stdout(|out| out.write_all(page.as_bytes()))?;
        return Ok(Status::Clean);
    };
    fs::create_dir_all(&dir).map_err(|error| output::unwritten(&dir, &error))?;
    let mut pages = vec![("factlint".to_string(), index(&program)?)];
    for command in program.get_subcommands() {
        let name = format!("factlint-{}", command.get_name());
        let mut parts = sections(command)?;
        parts.push(("SEE ALSO".to_string(), "\\fBfactlint\\fR(1)\n".to_string()));
        let page = title(&name) + &text(parts, "SH");
        pages.push((name, page));
    }
    for (name, page) in &pages {
        let path = dir.join(format!("{name}.1"));
        write(&path, page.as_bytes()).map_err(|error| output::unwritten(&path, &error))?;
    }
    let count = pages.len();
    output::to_stdout(|out| writeln!(out, "{count} pages written to {}", dir.display()))?;
    Ok(Status::Clean)
}

/// A heading with what stands below it.
type Section = (String, String);

/// The page of the program, which refers to those of the commands.
fn index(program: &Command) -> io::Result<String> {
    Ok(title("factlint") + &text(sections(program)?, "SH"))
}

/// One page for everything.
fn whole(program: &Command) -> io::Result<String> {
    let mut all = sections(program)?;
    for (heading, body) in &mut all {
        if heading == "COMMANDS" {
            // They are on this page.
            *body = body.replace("factlint\\-", "factlint ").replace("(1)", "");
        }
    }
    let mut page = title("factlint") + &text(all, "SH");
    for command in program.get_subcommands() {
        // What holds for all commands is said once.
        let command = command.clone().mut_args(|arg| {
            let general = matches!(arg.get_id().as_str(), "color" | "help" | "version");
            if general { arg.hide(true) } else { arg }
        });
        let mut parts = sections(&command)?;
        parts.retain(|(heading, _)| heading != "NAME");
        let name = format!("FACTLINT {}", command.get_name().to_uppercase());
        page.push_str(&Roff::new().control("SH", [&*name]).to_roff());
        page.push_str(&text(parts, "SS"));
    }
    Ok(page)
}

fn title(name: &str) -> String {
    let version = format!("factlint {}", env!("CARGO_PKG_VERSION"));
    // Without a date: the same program makes the same page.
    let name = name.to_uppercase();
    format!(".TH {name} 1 \"\" \"{version}\" \"factlint manual\"\n")
}

fn text(sections: Vec<Section>, level: &str) -> String {
    let sections = sections.into_iter();
    let shown = sections.map(|(heading, body)| format!(".{level} \"{heading}\"\n{body}"));
    shown.collect()
}

/// What clap makes of a command, but for its usage, which is the one of `--help`, and its examples.
fn sections(command: &Command) -> io::Result<Vec<Section>> {
    let mut command = command.clone();
    let notes = command.get_after_help().map(ToString::to_string);
    command = command.after_help(None::<&str>);
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    // The page's own name for an apostrophe is defined in a head that is not taken over.
    let page = String::from_utf8_lossy(&page).replace("\\*(Aq", "\\(aq");
    let mut sections = Vec::new();
    for section in page.split("\n.SH ").skip(1) {
        let (heading, body) = section.split_once('\n').unwrap_or((section, ""));
        let body = format!("{}\n", body.trim_end_matches('\n'));
        let heading = heading.trim_matches('"');
        match heading {
            "SYNOPSIS" => {
                let usage = command.render_usage().to_string();
                let usage = usage.trim_start_matches("Usage: ").to_string();
                sections.push((
                    heading.to_string(),
                    Roff::new().text([roman(usage)]).to_roff(),
                ));
            }
            "SUBCOMMANDS" => sections.push(("COMMANDS".to_string(), body)),
            "VERSION" => {}
            _ => sections.push((heading.to_string(), body)),
        }
    }
    sections.extend(paragraphs(&notes.unwrap_or_default()));
    Ok(sections)
}

/// The text below `--help`: examples as they are, the exit status, and what else there is to say.
fn paragraphs(notes: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for paragraph in notes.split("\n\n").filter(|it| !it.trim().is_empty()) {
        let mut roff = Roff::new();
        let heading = if let Some(examples) = after(paragraph, &["Examples:\n", "Example:\n"]) {
            roff.control("nf", []);
            for line in examples.lines() {
                roff.text([roman(line.trim_start())]);
            }
            roff.control("fi", []);
            "EXAMPLES"
        } else if let Some(status) = after(paragraph, &["Exit status: "]) {
            roff.text([roman(status)]);
            "EXIT STATUS"
        } else {
            roff.text([roman(paragraph)]);
            "NOTES"
        };
        match sections.last_mut().filter(|(known, _)| known == heading) {
            Some((_, body)) => body.push_str(&format!(".PP\n{}", roff.to_roff())),
            None => sections.push((heading.to_string(), roff.to_roff())),
        }
    }
    sections
}

fn after<'t>(text: &'t str, openings: &[&str]) -> Option<&'t str> {
    openings
        .iter()
        .find_map(|opening| text.strip_prefix(opening))
}
