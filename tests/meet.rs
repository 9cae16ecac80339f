//! Where people meet the program without typing its name: the hooks, the action of GitHub, the template of GitLab, the
//! container file. Their scripts are run here as they stand, with a program in the place of factlint that tells how it
//! was called. `.ci/meet` shows the files to checkers that are not ours, `.ci/pre-commit` runs the hooks.

mod cli_support;
mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use cli_support::Desk;
use factlint::article::FORMATS;
use support::root;
use yaml_rust2::{Yaml, YamlLoader};

fn yaml(path: &str) -> Yaml {
    let text = fs::read_to_string(root(path)).expect("it is there");
    let mut documents = YamlLoader::load_from_str(&text).unwrap_or_else(|e| panic!("{path}: {e}"));
    assert_eq!(documents.len(), 1, "{path}");
    documents.remove(0)
}

fn text<'y>(yaml: &'y Yaml, key: &str) -> &'y str {
    yaml[key].as_str().unwrap_or_default()
}

#[test]
fn the_hooks_take_every_format_that_an_ending_tells() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hooks = hooks.as_vec().expect("a list");
    let ids: Vec<&str> = hooks.iter().map(|hook| text(hook, "id")).collect();
    let all = [
        "factlint",
        "factlint-system",
        "factlint-rules",
        "factlint-rules-system",
    ];
    assert_eq!(ids, all);
    for hook in hooks
        .iter()
        .filter(|hook| !text(hook, "id").contains("rules"))
    {
        let files = text(hook, "files");
        let endings = files
            .strip_prefix(r"(?i)\.(")
            .and_then(|rest| rest.strip_suffix(")$"));
        let endings: Vec<&str> = endings.expect("a list of endings").split('|').collect();
        for ending in FORMATS.iter().flat_map(|format| format.extensions) {
            assert!(endings.contains(ending), "{ending}: {files}");
        }
        assert!(!endings.contains(&"toml"), "rules are no articles");
    }
    for (built, installed) in [(0, 1), (2, 3)] {
        let (built, installed) = (&hooks[built], &hooks[installed]);
        assert_eq!(
            (text(built, "language"), text(installed, "language")),
            ("rust", "system")
        );
        for key in ["entry", "files"] {
            assert_eq!(text(built, key), text(installed, key));
        }
    }
}

/// A desk with a program in the place of factlint that writes what it was called with into `called`, one word a line,
/// and exits with the status in `exit`.
fn stage() -> Desk {
    let desk = Desk::empty();
    let fake = "#!/bin/sh\nprintf '%s\\n' \"$@\" >called\nexit \"$(cat exit)\"\n";
    desk.write("bin/factlint", fake).write("exit", "0");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::Permissions::from_mode(0o755);
        fs::set_permissions(desk.path("bin/factlint"), mode).expect("it is ours");
    }
    desk
}

/// Runs a script as the runners do, and says how it ended and what factlint was called with.
fn play(desk: &Desk, script: &str, set: &[(&str, &str)]) -> (i32, Vec<String>, String) {
    let path = format!(
        "{}:{}",
        desk.path("bin").display(),
        std::env::var("PATH").unwrap_or_default()
    );
    let _ = fs::remove_file(desk.path("called"));
    let status = Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        .current_dir(desk.path(""))
        .env("PATH", path)
        .env("GITHUB_OUTPUT", desk.path("output"))
        .env("GITHUB_PATH", desk.path("path"))
        .env("RUNNER_TEMP", desk.path("temp"))
        .envs(set.iter().copied())
        .status()
        .expect("bash runs");
    let read = |name: &str| fs::read_to_string(desk.path(name)).unwrap_or_default();
    let called = read("called").lines().map(str::to_string).collect();
    (status.code().unwrap_or(-1), called, read("output"))
}

/// The step of the action that has this name.
fn step(name: &str) -> Yaml {
    let action = yaml("action.yml");
    assert_eq!(text(&action["runs"], "using"), "composite");
    let steps = action["runs"]["steps"].as_vec().expect("a list");
    let step = steps.iter().find(|step| text(step, "name") == name);
    step.unwrap_or_else(|| panic!("there is no step {name}"))
        .clone()
}

#[cfg(unix)]
#[test]
fn the_action_calls_the_program_with_what_its_inputs_say() {
    let step = step("Check the articles");
    let script = text(&step, "run");
    let plain = ["check", "--format", "github"];
    for (paths, args, sarif, called) in [
        ("", "", "", &["--"][..]),
        ("stories", "", "", &["--", "stories"]),
        (
            "two words\n\n  \nb.md\n",
            "--fail-on  warning\n--no-config\n",
            "out dir/a.sarif",
            &[
                "--fail-on",
                "warning",
                "--no-config",
                "--output",
                "sarif=out dir/a.sarif",
                "--",
                "two words",
                "  ",
                "b.md",
            ],
        ),
        // Nothing of an input is run, and a path is no option.
        (
            "$(touch run)\n--fix\n`touch run`;touch run\n*.md",
            "$(touch run)",
            "",
            &[
                "$(touch",
                "run)",
                "--",
                "$(touch run)",
                "--fix",
                "`touch run`;touch run",
                "*.md",
            ],
        ),
    ] {
        let desk = stage();
        desk.write("a.md", "x");
        let set = [
            ("PATHS", paths),
            ("ARGS", args),
            ("SARIF", sarif),
            ("BINARY", ""),
        ];
        let (status, words, output) = play(&desk, script, &set);
        assert_eq!(words, [&plain[..], called].concat());
        assert_eq!((status, &*output), (0, "status=0\n"));
        assert!(!desk.path("run").exists());
    }
    for wanted in [1, 2] {
        let desk = stage();
        desk.write("exit", wanted.to_string());
        let (status, _, output) =
            play(&desk, script, &[("PATHS", ""), ("ARGS", ""), ("SARIF", "")]);
        assert_eq!((status, output), (wanted, format!("status={wanted}\n")));
    }
}

/// The real program takes what the action calls it with.
#[cfg(unix)]
#[test]
fn the_action_finds_a_mistake() {
    let desk = Desk::new();
    desk.write("stories/a.md", cli_support::WRONG)
        .write("stories/b.md", cli_support::RIGHT);
    let script = text(&step("Check the articles"), "run").to_string();
    let set = |paths| {
        [
            ("PATHS", paths),
            ("ARGS", ""),
            ("SARIF", "a.sarif"),
            ("BINARY", env!("CARGO_BIN_EXE_factlint")),
        ]
    };
    let (status, _, output) = play(&desk, &script, &set("stories"));
    assert_eq!((status, &*output), (1, "status=1\n"));
    let sarif = fs::read_to_string(desk.path("a.sarif")).expect("a report");
    assert!(sarif.contains("Katarzyna Wojick"), "{sarif}");
    let (status, ..) = play(&desk, &script, &set("stories/b.md"));
    assert_eq!(status, 0);
}

#[cfg(unix)]
#[test]
fn the_action_installs_what_was_asked_for_and_keeps_it() {
    let desk = Desk::empty();
    let which = step("Which factlint");
    let source = root("").display().to_string();
    let key = |version: &str, source: &str| {
        let _ = fs::remove_file(desk.path("output"));
        let set = [("VERSION", version), ("SOURCE", source)];
        let (status, _, output) = play(&desk, text(&which, "run"), &set);
        assert_eq!(status, 0);
        let key = output
            .strip_prefix("key=")
            .expect("a key")
            .trim()
            .to_string();
        assert_eq!(key.len(), 32, "{key}");
        key
    };
    let own = key("", &source);
    assert_eq!(own, key("", &source));
    assert_ne!(own, key("0.1.0", &source));
    desk.write("other/Cargo.toml", "")
        .write("other/Cargo.lock", "")
        .write("other/src/a.rs", "");
    assert_ne!(own, key("", "other"));

    let install = step("Install factlint");
    for (version, what) in [("0.1.0", "factlint --version 0.1.0"), ("", "--path /src")] {
        let said = desk.path("said");
        let script = format!(
            "cargo() {{ echo \"$@\" >said; }}\n{}",
            text(&install, "run")
        );
        let (status, ..) = play(&desk, &script, &[("VERSION", version), ("SOURCE", "/src")]);
        assert_eq!(status, 0);
        let said = fs::read_to_string(said).expect("cargo was called");
        assert!(said.starts_with("install --locked "), "{said}");
        assert!(said.trim_end().ends_with(what), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn the_template_of_gitlab_calls_the_program_and_keeps_its_reports() {
    let template = yaml("ci/gitlab.yml");
    let job = &template["factlint"];
    let script = text(&template["factlint"], "script").to_string();
    let script = match job["script"].as_vec() {
        Some(lines) => lines
            .iter()
            .filter_map(Yaml::as_str)
            .collect::<Vec<_>>()
            .join("\n"),
        None => script,
    };
    let desk = stage();
    let set = [
        ("FACTLINT_PATHS", "stories old"),
        ("FACTLINT_ARGS", "--fail-on warning"),
    ];
    let (status, called, _) = play(&desk, &script, &set);
    let reports = &job["artifacts"]["reports"];
    let quality = format!("gitlab={}", text(reports, "codequality"));
    let junit = format!("junit={}", text(reports, "junit"));
    let wanted = [
        "check",
        "--output",
        &quality,
        "--output",
        &junit,
        "--fail-on",
        "warning",
        "--",
        "stories",
        "old",
    ];
    assert_eq!((status, called), (0, wanted.map(str::to_string).to_vec()));
    assert_eq!(
        text(&job["artifacts"], "when"),
        "always",
        "when there are findings, too"
    );
}

/// A fact that is due for review stops neither the tests nor the check.
#[cfg(unix)]
#[test]
fn the_weekly_jobs_run_every_command() {
    let lines = |steps: &Yaml, line: fn(&Yaml) -> &str| {
        let steps = steps.as_vec().expect("a list").iter();
        steps.map(line).collect::<Vec<_>>().join("\n")
    };
    let template = yaml("ci/gitlab.yml");
    let gitlab = lines(&template["factlint-weekly"]["script"], |line| {
        line.as_str().unwrap_or_default()
    });
    let page = fs::read_to_string(root("docs/ci.md")).expect("the page is there");
    let docs = page.split("```sh\n").map(|rest| rest.split("```").next());
    let docs = docs
        .flatten()
        .find(|block| block.contains("factlint rules"));
    for script in [gitlab.as_str(), docs.expect("a script")] {
        for (due, status) in [(0, 0), (1, 1)] {
            let desk = stage();
            let fake = format!("#!/bin/sh\necho $1 >>called\n[ $1 != rules ] || exit {due}\n");
            fs::write(desk.path("bin/factlint"), fake).expect("it is ours");
            let (ended, called, _) = play(&desk, script, &[]);
            assert_eq!(
                (ended, called),
                (
                    status,
                    ["rules", "test", "check"].map(String::from).to_vec()
                )
            );
        }
    }
    let workflow = yaml("ci/github.yml");
    let steps = workflow["jobs"]["weekly"]["steps"]
        .as_vec()
        .expect("a list");
    let at = |command: &str| {
        steps
            .iter()
            .position(|step| text(step, "run").starts_with(command))
    };
    let rules = at("factlint rules").expect("a step");
    for command in ["factlint test", "factlint check"] {
        let step = at(command).expect("a step");
        assert!(
            step > rules && text(&steps[step], "if") == "${{ !cancelled() }}",
            "{command}"
        );
    }
    // The real program takes what the jobs call it with.
    for command in [&["rules", "--fail-on", "warning"][..], &["test"]] {
        assert_ne!(Desk::new().run(command).status, 2, "{command:?}");
    }
}

/// What the image is built of is what the container file copies, and what the ignore file lets through.
#[test]
fn the_container_file_copies_what_the_program_is_built_of() {
    let read = |name: &str| fs::read_to_string(root(name)).expect("it is there");
    let (file, ignored) = (read("Containerfile"), read(".dockerignore"));
    let copied = file.lines().filter_map(|line| line.strip_prefix("COPY "));
    let copied = copied.filter(|line| !line.starts_with("--from"));
    let copied: Vec<&str> = copied
        .flat_map(|line| {
            line.rsplit_once(' ')
                .map_or("", |(from, _)| from)
                .split(' ')
        })
        .collect();
    let let_through = ignored.lines().filter_map(|line| line.strip_prefix('!'));
    let mut let_through: Vec<&str> = let_through.collect();
    let mut sorted = copied.clone();
    sorted.sort_unstable();
    let_through.sort_unstable();
    assert_eq!(sorted, let_through);
    for needed in ["Cargo.toml", "Cargo.lock", "src"] {
        assert!(copied.contains(&needed), "{needed}");
    }
    for path in copied {
        assert!(root(path).exists(), "{path}");
    }
    // The sources include no file from elsewhere than they and the weights are.
    let copied = ["src", "model"].map(|folder| root(folder).canonicalize().expect("it is there"));
    for source in support::below("src", "rs") {
        let text = fs::read_to_string(&source).expect("text");
        for part in text.split("include_str!(\"").skip(1) {
            let path = part.split('"').next().unwrap_or_default();
            let path = source.parent().unwrap_or(Path::new("")).join(path);
            let path = path
                .canonicalize()
                .unwrap_or_else(|error| panic!("{path:?}: {error}"));
            let is_copied = copied.iter().any(|folder| path.starts_with(folder));
            assert!(is_copied, "{path:?}");
        }
    }
    let run = file.rsplit_once("\nUSER ").expect("no root").1;
    assert!(run.contains("WORKDIR /work") && run.contains("ENTRYPOINT [\"factlint\"]"));
}
