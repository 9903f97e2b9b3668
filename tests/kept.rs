//! No command changes or removes what it was not asked to, and none says that it did well when it did not.

#![cfg(unix)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use xwalk::render::FORMATS;

const XWALK: &str = env!("CARGO_BIN_EXE_xwalk");

fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(XWALK).current_dir(folder).args(args).stdin(Stdio::null()).output().unwrap()
}

/// A line of a shell in a folder, with `$X` for the program.
fn shell(folder: &Path, line: &str) -> Output {
    Command::new("bash").current_dir(folder).env("X", XWALK).args(["--norc", "-c", line]).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Whatever stands in a folder and below it: each file with its bytes, its mode and its number.
fn everything(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, u32, u64)> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let state = |entry: walkdir::DirEntry| {
        let metadata = entry.path().symlink_metadata().unwrap();
        let bytes = if metadata.is_file() { fs::read(entry.path()).unwrap() } else { Vec::new() };
        (entry.path().strip_prefix(folder).unwrap().to_owned(), (bytes, metadata.mode(), metadata.ino()))
    };
    entries.map(state).collect()
}

/// A folder with a file of every kind that commands read.
fn inputs() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let put = |from: &str, to: &str| {
        fs::copy(root.join(from), folder.path().join(to)).unwrap();
    };
    fs::create_dir(folder.path().join("own")).unwrap();
    put("examples/harbour-it/assessment.yaml", "a.yaml");
    put("examples/service-bank/assessment.yaml", "bank.yaml");
    put("tests/sheet/assessment.csv", "sheet.csv");
    put("tests/sheet/table.csv", "rows.csv");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("own/house.yaml", "xwalk: catalog/1\nid: house:1\ntitle: House\nclauses:\n  \"1\": One\n");
    write(
        "table.yaml",
        "xwalk: relations/1\nid: table\nfrom: iso-9001:2000\nto: iso-9001:2008\nversion: 1\nsource: us\nconfidence: low\nrows:\n  - { from: \"4.1\", to: \"4.1\", relation: full }\n",
    );
    write("bad.yaml", "xwalk: assessment/1\norganization: Ex\nstatuses:\n  iso-9001:2008:\n    \"9.9\": implemented\n");
    write("bad.csv", "clause,status\niso-9001:2008/9.9,implemented\n");
    write("known.json", "");
    assert_eq!(run(folder.path(), &["check", "a.yaml", "--write-baseline", "known.json"]).status.code(), Some(0));
    folder
}

/// Every command, with something that it can do.
const COMMANDS: &[&[&str]] = &[
    &["list"],
    &["show", "iso-9001:2008"],
    &["search", "audit"],
    &["map", "9001:2008", "20000-1:2011"],
    &["matrix", "9001:2008", "20000-1:2011"],
    &["compare", "sw-cmm", "itil-pink"],
    &["density", "sw-cmm", "itil-pink"],
    &["suggest", "27001:2022", "nist-csf:2.0"],
    &["coverage", "a.yaml"],
    &["gap", "a.yaml"],
    &["explain", "a.yaml", "4.5.4"],
    &["guide", "9001:2008", "20000-1:2011", "--assessment", "a.yaml"],
    &["integrate", "9001:2008", "20000-1:2011"],
    &["plan", "a.yaml"],
    &["portfolio", "a.yaml"],
    &["soa", "bank.yaml"],
    &["evidence", "a.yaml"],
    &["report", "a.yaml"],
    &["portal", "a.yaml"],
    &["graph", "9001:2008", "20000-1:2011", "--assessment", "a.yaml"],
    &["trend", "a.yaml", "bank.yaml"],
    &["trend", "--git", "a.yaml"],
    &["diff", "a.yaml", "bank.yaml"],
    &["export", "a.yaml"],
    &["check", "a.yaml", "bank.yaml", "table.yaml"],
    &["check", "--baseline", "known.json", "a.yaml"],
    &["migrate", "a.yaml", "--to", "9001:2015"],
    &["init", "9001:2008"],
    &["set", "a.yaml", "iso-9001:2008/7.6", "implemented", "--dry-run"],
    &["interview", "a.yaml"],
    &["import", "sheet.csv", "--organization", "Us"],
    &["import", "sheet.csv", "--into", "a.yaml", "--dry-run"],
    &["import", "rows.csv", "--source", "Us", "--confidence", "low"],
    &["schema", "assessment"],
    &["completions", "bash"],
    &["man"],
    &["pack", "own"],
    &["audit", "table.yaml"],
    &["agree", "table.yaml", "table.yaml"],
    &["consensus", "table.yaml", "table.yaml"],
    &["map-sheet", "9001:2008", "20000-1:2011", "--mapper", "Us"],
    &["review", "table.yaml"],
];

/// The commands that the help names.
fn known_commands() -> BTreeSet<String> {
    let help = said(&run(Path::new("."), &["--help"]));
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let lines = commands.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    lines.map(|line| line.split_whitespace().next().unwrap().to_owned()).filter(|name| name != "help").collect()
}

/// Which of the entries of a folder are not as they were.
fn changed(before: &BTreeMap<PathBuf, (Vec<u8>, u32, u64)>, folder: &Path) -> Vec<PathBuf> {
    let after = everything(folder);
    let names: BTreeSet<&PathBuf> = before.keys().chain(after.keys()).collect();
    names.into_iter().filter(|name| before.get(*name) != after.get(*name)).cloned().collect()
}

#[test]
fn no_command_changes_or_removes_anything_but_its_output() {
    assert_eq!(COMMANDS.iter().map(|args| args[0].to_owned()).collect::<BTreeSet<_>>(), known_commands());
    let folder = inputs();
    let before = everything(folder.path());
    let own = ["--standards", "own"];
    for command in COMMANDS {
        run(folder.path(), &[command, &own[..]].concat());
        assert_eq!(changed(&before, folder.path()), [""; 0].map(PathBuf::from), "{command:?}");
        // A new file, then the same again over it; some commands know no --output, or write a folder.
        for (output, times) in [("new.csv", 2), ("new.yaml", 1)] {
            let args = [command, &own[..], &["--output", output]].concat();
            for _ in 0..times {
                run(folder.path(), &args);
                let others = changed(&before, folder.path());
                let is_output = |path: &PathBuf| path.starts_with(output);
                assert!(
                    others.iter().all(|path| is_output(path) || path.as_os_str().is_empty()),
                    "{args:?}: {others:?}"
                );
            }
            let path = folder.path().join(output);
            if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { drop(fs::remove_file(path)) }
        }
    }
}

#[test]
fn no_command_writes_over_what_is_there_and_is_no_earlier_output() {
    let folder = inputs();
    let before = everything(folder.path());
    for command in COMMANDS {
        for (output, format) in [
            ("a.yaml", Some("csv")),
            ("bank.yaml", Some("json")),
            ("bank.yaml", None),
            ("known.json", None),
            ("own", Some("csv")),
        ] {
            // An assessment takes the place of another one, and pages of a manual stand beside other files.
            if matches!((command[0], output), ("migrate", "bank.yaml") | ("man", "own")) {
                continue;
            }
            let format = format.map_or_else(Vec::new, |format| vec!["--format", format]);
            let args = [*command, &["--standards", "own", "--output", output], &format].concat();
            let done = run(folder.path(), &args);
            assert_ne!(done.status.code(), Some(0), "{args:?}: {}", said(&done));
            assert_eq!(changed(&before, folder.path()), [""; 0].map(PathBuf::from), "{args:?}");
        }
    }
}

#[test]
fn what_a_run_reads_is_never_its_output_whatever_leads_to_it() {
    let folder = inputs();
    symlink("a.yaml", folder.path().join("soft.yaml")).unwrap();
    fs::hard_link(folder.path().join("a.yaml"), folder.path().join("hard.yaml")).unwrap();
    let before = everything(folder.path());
    for line in [
        "$X gap a.yaml --output a.yaml --format csv",
        "$X gap a.yaml --output ./soft.yaml --format csv --force",
        "$X gap a.yaml --output hard.yaml --format csv --force",
        "$X gap /dev/stdin --output a.yaml --format csv --force < a.yaml",
        "$X gap a.yaml --standards own --output own/house.yaml --format csv --force",
        "$X export a.yaml --output a.yaml --format json --force",
        "$X diff a.yaml bank.yaml --output bank.yaml --format csv --force",
        "$X migrate a.yaml --to 9001:2015 --output a.yaml --force",
        "$X check a.yaml --write-baseline a.yaml --force",
        "$X check a.yaml --baseline known.json --format json --output known.json --force",
        "$X check a.yaml --write-baseline own/new.json --format json --output own/../own/new.json --force",
    ] {
        let done = shell(folder.path(), line);
        assert_eq!(done.status.code(), Some(2), "{line}: {}", said(&done));
        assert!(said(&done).contains("this run reads the file") || line.contains("new.json"), "{}", said(&done));
        assert_eq!(changed(&before, folder.path()), [""; 0].map(PathBuf::from), "{line}");
    }
}

#[test]
fn every_format_knows_its_earlier_output_and_no_other_file() {
    let folder = inputs();
    let asked = |name: &str| match name {
        "dot" | "graphml" => vec!["graph", "9001:2008", "20000-1:2011"],
        "mermaid" | "svg" | "ics" => vec!["plan", "a.yaml", "--start", "2027-01-01"],
        "github" => vec!["check", "bad.yaml"],
        _ => vec!["gap", "a.yaml"],
    };
    for format in FORMATS {
        let args = [asked(format.name), vec!["--format", format.name, "--output", "out"]].concat();
        for _ in 0..2 {
            let done = run(folder.path(), &args);
            assert_ne!(done.status.code(), Some(2), "{args:?}: {}", said(&done));
        }
        let written = fs::read(folder.path().join("out")).unwrap();
        assert!(written.len() > 2, "{}", format.name);
        for other in FORMATS.iter().filter(|other| other.name != format.name) {
            assert!(!other.format.is_earlier_output(&written), "{} takes {} for its own", other.name, format.name);
        }
        for name in ["a.yaml", "own/house.yaml", "known.json"] {
            let held = fs::read(folder.path().join(name)).unwrap();
            assert!(!format.format.is_earlier_output(&held), "{} takes {name} for its own", format.name);
        }
        fs::write(folder.path().join("out"), "mine\n").unwrap();
        let refused = run(folder.path(), &args);
        assert_eq!(refused.status.code(), Some(2), "{args:?}");
        assert!(said(&refused).contains("tip: name another file, or add --force to replace it"), "{}", said(&refused));
        assert_eq!(fs::read(folder.path().join("out")).unwrap(), b"mine\n");
        run(folder.path(), &[&args[..], &["--force"]].concat());
        assert_eq!(fs::read(folder.path().join("out")).unwrap(), written, "{}", format.name);
        fs::remove_file(folder.path().join("out")).unwrap();
    }
}

#[test]
fn texts_that_are_no_answers_are_replaced_by_their_kind_alone() {
    let folder = inputs();
    let commands: [&[&str]; 6] = [
        &["schema", "catalog", "--output", "out"],
        &["completions", "zsh", "--output", "out"],
        &["check", "--explain", "bad-id", "--output", "out"],
        &["check", "a.yaml", "--write-baseline", "out"],
        &["migrate", "a.yaml", "--to", "9001:2015", "--output", "out"],
        &["man", "gap", "--output", "."],
    ];
    let file = |args: &[&str]| folder.path().join(if args[0] == "man" { "xwalk-gap.1" } else { "out" });
    for args in commands {
        for _ in 0..2 {
            let done = run(folder.path(), args);
            assert_eq!(done.status.code(), Some(0), "{args:?}: {}", said(&done));
        }
        let written = fs::read(file(args)).unwrap();
        for other in commands.iter().filter(|other| **other != args) {
            fs::write(file(other), &written).unwrap();
            let refused = run(folder.path(), other);
            assert_eq!(refused.status.code(), Some(2), "{other:?} over what {args:?} wrote");
            assert_eq!(fs::read(file(other)).unwrap(), written);
            fs::remove_file(file(other)).unwrap();
        }
    }
}

#[test]
fn where_a_reader_goes_away_a_fault_stays_a_fault() {
    let folder = inputs();
    fs::write(folder.path().join("worse.csv"), "clause,status\niso-9001:2008/4.1,bogus\n").unwrap();
    for (line, code) in [
        ("gap bad.yaml --target 9001:2015", 1),
        ("coverage bad.yaml --target 9001:2015", 1),
        ("explain bad.yaml 9001:2015/4.1", 1),
        ("plan bad.yaml", 1),
        ("soa bad.yaml", 1),
        ("report bad.yaml", 1),
        ("portal bad.yaml --output site", 1),
        ("graph 9001:2008 --assessment bad.yaml", 1),
        ("guide 9001:2008 9001:2015 --assessment bad.yaml", 1),
        ("export bad.yaml", 1),
        ("diff a.yaml bad.yaml", 1),
        ("diff bad.yaml a.yaml", 1),
        ("migrate bad.yaml --to 9001:2015", 1),
        ("migrate bad.yaml --to 9001:2015 --in-place", 1),
        ("set bad.yaml 9001:2008/7.6 partial", 1),
        ("interview bad.yaml", 1),
        ("import bad.csv --organization Us", 1),
        ("import worse.csv --into a.yaml", 1),
        ("check bad.yaml", 1),
        ("check a.yaml --min-coverage 20000-1:2011=100", 3),
        ("list --standards nothing", 2),
        ("gap a.yaml --target nothing", 2),
        ("gap nothing.yaml", 2),
        ("nothing", 2),
        ("gap", 2),
    ] {
        // Nobody reads either of the two, from the beginning on; then standard error alone.
        for readers in ["2>&1 | true", "2> >(true) > /dev/null"] {
            let reader = format!("set -o pipefail; {{ sleep 0.02; exec $X {line}; }} {readers}");
            assert_eq!(shell(folder.path(), &reader).status.code(), Some(code), "{line} {readers}");
        }
    }
    assert_eq!(shell(folder.path(), "set -o pipefail; $X gap a.yaml | true").status.code(), Some(0));
}

#[test]
fn what_is_done_and_cannot_be_reported_is_called_done() {
    let folder = inputs();
    let text = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    let before = text("a.yaml");
    for (line, done) in [
        ("set a.yaml iso-9001:2008/7.6 implemented", "a.yaml was changed, but the report on it could not be written: "),
        ("import sheet.csv --into a.yaml", "a.yaml was changed, but the report on it could not be written: "),
        ("migrate a.yaml --to 9001:2015 --in-place", "a.yaml was changed, but the report on it could not be written: "),
    ] {
        fs::write(folder.path().join("a.yaml"), &before).unwrap();
        let output = shell(folder.path(), &format!("$X {line} > /dev/full"));
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert!(said(&output).starts_with(&format!("error: {done}")), "{line}: {}", said(&output));
        assert_ne!(text("a.yaml"), before, "{line}");
    }
    fs::write(folder.path().join("a.yaml"), &before).unwrap();
    let output = shell(folder.path(), "$X migrate a.yaml --to 9001:2015 --output b.yaml > /dev/full");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).starts_with("error: b.yaml was written, but the report on it could not be written: "),
        "{}",
        said(&output)
    );
    let output = shell(folder.path(), "$X check a.yaml --write-baseline b.json > /dev/full");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).starts_with("error: b.json was written, but the report on it could not be written: "),
        "{}",
        said(&output)
    );
    for line in ["--help", "--version", "gap --help", "list", "schema method", "check --explain bad-id"] {
        let output = shell(folder.path(), &format!("$X {line} > /dev/full"));
        assert_eq!(output.status.code(), Some(2), "{line}");
    }
}

#[test]
fn a_file_that_may_not_grow_so_large_is_reported_and_nothing_is_left_half_written() {
    let folder = inputs();
    fs::write(folder.path().join("old.html"), "").unwrap();
    let before = everything(folder.path());
    for line in [
        "set a.yaml iso-9001:2008/7.6 implemented",
        "import sheet.csv --into a.yaml",
        "migrate a.yaml --to 9001:2015 --in-place",
        "report a.yaml --output old.html",
        "report a.yaml --output new.html",
        "portal a.yaml --output site",
        "man --output own",
        "check a.yaml --write-baseline baseline.json",
        "init 9001:2008 --output new.yaml",
        "gap a.yaml --format xlsx --output new.xlsx",
    ] {
        let output = shell(folder.path(), &format!("ulimit -f 1; $X {line} > /dev/null"));
        assert_eq!(output.status.code(), Some(2), "{line}: {}", said(&output));
        assert!(
            said(&output).starts_with("error: ") && said(&output).contains("exceed the maximum file size"),
            "{}",
            said(&output)
        );
        assert!(!said(&output).contains(".xwalk-"), "nobody knows a temporary file: {}", said(&output));
        let others = changed(&before, folder.path());
        // A page of a manual that is small enough may stand there.
        let is_page = |path: &PathBuf| line.starts_with("man") && path.extension().is_some_and(|ending| ending == "1");
        assert!(others.iter().all(|path| is_page(path) || path.as_os_str() == "own"), "{line}: {others:?}");
        others.iter().filter(|path| is_page(path)).for_each(|path| fs::remove_file(folder.path().join(path)).unwrap());
    }
    let output = shell(folder.path(), "ulimit -f 1; $X report a.yaml > out.html");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("standard output"), "{}", said(&output));
}

#[test]
fn of_many_who_change_a_file_at_once_every_one_does() {
    let folder = inputs();
    let children: Vec<_> = (1..=20)
        .map(|number| {
            let evidence = format!("proof-{number}-of-20");
            let args = ["set", "a.yaml", "iso-9001:2008/7.6", "partial", "--add-evidence", "--evidence", &evidence];
            Command::new(XWALK).current_dir(folder.path()).args(args).stdout(Stdio::null()).spawn().unwrap()
        })
        .collect();
    for mut child in children {
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
    let text = fs::read_to_string(folder.path().join("a.yaml")).unwrap();
    for number in 1..=20 {
        assert!(text.contains(&format!("proof-{number}-of-20")), "{number} is lost");
    }
}

#[test]
fn a_file_that_another_program_changes_is_waited_for_or_refused_at_once() {
    let folder = inputs();
    let path = folder.path().join("a.yaml");
    let before = fs::read_to_string(&path).unwrap();
    let set: &[&str] = &["set", "a.yaml", "iso-9001:2008/7.6", "implemented"];
    let commands: [&[&str]; 3] =
        [set, &["import", "sheet.csv", "--into", "a.yaml"], &["migrate", "a.yaml", "--to", "9001:2015", "--in-place"]];
    let other = fs::OpenOptions::new().read(true).write(true).open(&path).unwrap();
    other.lock().unwrap();
    for args in commands {
        let refused = run(folder.path(), &[args, &["--no-wait"]].concat());
        assert_eq!(refused.status.code(), Some(2), "{args:?}");
        let message = "error: a.yaml: another program is changing it, and nothing was changed";
        assert!(said(&refused).starts_with(message), "{}", said(&refused));
        assert_eq!(fs::read_to_string(&path).unwrap(), before);
    }
    assert_eq!(run(folder.path(), &[set, &["--dry-run"]].concat()).status.code(), Some(0), "looking needs no waiting");
    let waiting = Command::new(XWALK).current_dir(folder.path()).args(set).stdout(Stdio::null()).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(fs::read_to_string(&path).unwrap(), before, "it waits");
    drop(other);
    assert_eq!(waiting.wait_with_output().unwrap().status.code(), Some(0));
    assert_ne!(fs::read_to_string(&path).unwrap(), before);
}

#[test]
fn standard_output_under_its_name_as_a_device_is_appended_to() {
    let folder = inputs();
    fs::write(folder.path().join("log"), "mine\n").unwrap();
    let done = shell(folder.path(), "$X list methods --format csv --output /dev/stdout >> log");
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    assert!(fs::read_to_string(folder.path().join("log")).unwrap().starts_with("mine\nkind,id,"));
}
