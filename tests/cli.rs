//! What only the binary can show: transcripts, the commands of the README, exit codes, pipes, files, colours.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

#[expect(dead_code, reason = "its main is for docs/pictures.sh")]
#[path = "../docs/picture.rs"]
mod picture;

const ASSESSMENT: &str = "examples/harbour-it/assessment.yaml";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The binary, in the project's folder and without the environment's wishes.
fn xwalk() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    command.current_dir(root()).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("COLUMNS");
    command
}

fn run(args: &[&str]) -> Output {
    xwalk().args(args).output().unwrap()
}

fn code(args: &[&str]) -> i32 {
    run(args).status.code().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn the_transcripts_are_what_the_program_prints() {
    trycmd::TestCases::new().case("README.md").case("examples/*/README.md").case("tests/cli/*.md");
}

/// The lines `cargo run --release -- …` of a page, as arguments.
fn commands(page: &str) -> Vec<Vec<String>> {
    let page = fs::read_to_string(root().join(page)).unwrap();
    let lines = page.lines().filter_map(|line| line.strip_prefix("cargo run --release -- "));
    lines.map(|line| line.split_whitespace().map(str::to_owned).collect()).collect()
}

#[test]
fn every_command_of_the_readme_answers() {
    let commands = commands("README.md");
    assert_eq!(
        commands.len(),
        27,
        "the main job, eleven questions, seven ways to work, many assessments, four in CI and three for tables"
    );
    for args in commands {
        let output = xwalk().args(&args).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", text(&output.stderr));
        assert!(output.stderr.is_empty() && output.stdout.len() > 200, "{args:?}");
    }
}

#[test]
fn the_yaml_of_the_readme_is_sound() {
    let page = fs::read_to_string(root().join("README.md")).unwrap();
    let blocks = page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next());
    let (blocks, excerpts): (Vec<&str>, Vec<&str>) = blocks.partition(|block| block.starts_with("xwalk: "));
    assert_eq!(
        excerpts.len(),
        4,
        "the policy, what is aimed at with the evidence, the time that there is, and the progress"
    );
    let folder = tempfile::tempdir().unwrap();
    let standards = folder.path().join("standards");
    fs::create_dir(&standards).unwrap();
    fs::write(folder.path().join("assessment.yaml"), [&[blocks[0]], excerpts.as_slice()].concat().concat()).unwrap();
    fs::write(standards.join("house-rules.yaml"), blocks[1]).unwrap();
    fs::write(standards.join("iso-9001-2008--house-rules-1.yaml"), blocks[2]).unwrap();
    let assessment = folder.path().join("assessment.yaml");
    let output = run(&[
        "gap",
        assessment.to_str().unwrap(),
        "--standards",
        standards.to_str().unwrap(),
        "--target",
        "house-rules:1",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
}

#[test]
fn the_exit_code_distinguishes_an_answer_wrong_data_and_wrong_usage() {
    assert_eq!(code(&["gap", ASSESSMENT]), 0);
    assert_eq!(code(&["gap", "tests/rules/unknown-clause/assessment.yaml", "--standards", "tests/rules/_world"]), 1);
    assert_eq!(code(&["gap", "no-such-file.yaml"]), 2);
    assert_eq!(code(&["gap", "examples"]), 2);
    assert_eq!(code(&["gap", ASSESSMENT, "--target", "iso-9001:1066"]), 2);
    assert_eq!(code(&["gap", ASSESSMENT, "--format", "papyrus"]), 2);
    assert_eq!(code(&["list", "--standards", "no-such-folder"]), 2);
    assert_eq!(code(&["list", "--without-table", "nothing"]), 2);
    assert_eq!(code(&["list", "--output", "no-such-folder/out.txt"]), 2);
    assert_eq!(code(&["--version"]), 0);
    assert_eq!(code(&[]), 2);
}

#[test]
fn a_clash_with_what_is_bundled_is_an_error_that_names_both() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("mine.yaml"),
        "xwalk: catalog/1\nid: iso-9001:2008\ntitle: Mine\nclauses:\n  \"1\": One\n",
    )
    .unwrap();
    let output = run(&["list", "--standards", folder.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let message = text(&output.stderr);
    assert!(message.contains("standards/iso-9001/2008.yaml") && message.contains("mine.yaml:2:5"), "{message}");
    assert!(message.contains("never replaced silently"), "{message}");
}

#[test]
fn colours_are_for_terminals_and_for_those_who_ask() {
    let has_escapes = |output: &Output| output.stdout.contains(&0x1b);
    assert!(!has_escapes(&run(&["gap", ASSESSMENT])));
    assert!(has_escapes(&run(&["gap", ASSESSMENT, "--color", "always"])));
    assert!(!has_escapes(&run(&["gap", ASSESSMENT, "--color", "never"])));
    assert!(!has_escapes(&xwalk().args(["gap", ASSESSMENT]).env("NO_COLOR", "1").output().unwrap()));
}

#[test]
fn no_line_of_any_answer_is_wider_than_eighty_columns() {
    for args in [
        &["list"][..],
        &["gap", ASSESSMENT],
        &["coverage", ASSESSMENT],
        &["matrix"],
        &["map", "9001:2008", "20000-1:2011"],
        &["show", "20000-1:2011"],
        &["show", "9001:2008/4.2.1"],
        &["explain", ASSESSMENT, "6.1"],
        &["search", "audit"],
    ] {
        for line in text(&run(args).stdout).lines() {
            assert!(line.chars().count() <= 80, "{args:?}: {line}");
        }
    }
}

#[test]
fn no_line_of_an_answer_is_wider_than_eighty_columns_however_long_ids_are() {
    let folder = tempfile::tempdir().unwrap();
    let standards = folder.path().join("s");
    fs::create_dir(&standards).unwrap();
    let editions =
        ["one", "two"].map(|last| format!("{}{last}:2024-with-amendments", "a-very-long-standard-".repeat(4)));
    let number = format!("section-with-a-long-name.{}", "x".repeat(50));
    for edition in &editions {
        let name = edition.replace(':', "-");
        let clauses = format!("  \"1\": Chapter\n  \"{number}\": Audit of all\n  \"1.2\": {}\n", "W".repeat(120));
        let text = format!("xwalk: catalog/1\nid: {edition}\ntitle: A standard\nclauses:\n{clauses}");
        fs::write(standards.join(format!("{}.yaml", &name[name.len() - 40..])), text).unwrap();
    }
    let [one, two] = &editions;
    let table = format!("{one}--{two}").replace(':', "-");
    let rows = format!("rows:\n  - {{ from: \"1.2\", to: \"{number}\", relation: partial, add: more }}\n");
    let head = format!("id: {table}\nfrom: {one}\nto: {two}\nversion: 1\nsource: us\nconfidence: low\n");
    fs::write(standards.join(format!("{table}.yaml")), format!("xwalk: relations/1\n{head}{rows}")).unwrap();
    let stated = |more: &str| {
        format!(
            "xwalk: assessment/1\norganization: Us\ntargets: [\"{two}\"]\nstatuses:\n  {one}:\n    \"1.2\": implemented\n{more}"
        )
    };
    fs::write(folder.path().join("sound.yaml"), stated("")).unwrap();
    fs::write(folder.path().join("faulty.yaml"), stated(&format!("    \"{number}y\": partial\n"))).unwrap();
    for args in [
        &["list"][..],
        &["list", "tables"],
        &["search", "audit"],
        &["search", "1.2"],
        &["check", "faulty.yaml"],
        &["check", ".", "--notes"],
        &["gap", "sound.yaml"],
        &["coverage", "sound.yaml"],
        &["explain", "sound.yaml", "1.2"],
        &["plan", "sound.yaml"],
        &["matrix"],
        &["diff", "sound.yaml", "sound.yaml"],
    ] {
        let output = xwalk().current_dir(folder.path()).args(args).args(["--standards", "s"]).output().unwrap();
        assert!(output.stdout.len() > 100, "{args:?}: {}", text(&output.stderr));
        for line in text(&output.stdout).lines() {
            assert!(line.chars().count() <= 80, "{args:?}: {line}");
        }
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child =
        xwalk().args(["show", "iso-9001:2015"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut complaints = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(complaints, "");
}

#[test]
fn an_output_file_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gap.csv");
    fs::write(&path, "clause,before\n").unwrap();
    let target = path.to_str().unwrap();
    assert_eq!(code(&["gap", ASSESSMENT, "--target", "iso-9001:1066", "--format", "csv", "--output", target]), 2);
    assert_eq!(fs::read_to_string(&path).unwrap(), "clause,before\n");
    let output = run(&["gap", ASSESSMENT, "--format", "csv", "--output", target]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    assert_eq!(fs::read(&path).unwrap(), run(&["gap", ASSESSMENT, "--format", "csv"]).stdout);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing temporary is left");
}

#[test]
fn the_answer_does_not_depend_on_the_order_of_files() {
    let names = ["b.yaml", "a.yaml"];
    let texts = ["alpha", "beta"].map(|id| format!("xwalk: catalog/1\nid: {id}:1\ntitle: T\nclauses:\n  \"1\": One\n"));
    let answers: Vec<Vec<u8>> = [[0, 1], [1, 0]]
        .into_iter()
        .map(|order| {
            let folder = tempfile::tempdir().unwrap();
            for (name, text) in names.iter().zip(order) {
                fs::write(folder.path().join(name), &texts[text]).unwrap();
            }
            run(&["matrix", "--standards", folder.path().to_str().unwrap(), "--format", "csv"]).stdout
        })
        .collect();
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn nothing_from_a_file_steers_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| -> PathBuf {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let hostile = write(
        "assessment.yaml",
        "xwalk: assessment/1\norganization: \"\\e]0;owned\\a\\e[31mRed\\x9b\"\ntargets: [iso-iec-20000-1:2011]\nstatuses:\n  iso-9001:2008:\n    \
         \"5.1\": { status: implemented, evidence: [\"\\e[2J\"], note: \"\\u202eevil\" }\n",
    );
    let broken = write(
        "broken.yaml",
        "xwalk: assessment/1\norganization: x\nstatuses:\n  iso-9001:2008:\n    \"5.1\": \"\\e[31mdone\" # \u{1b}]0;x\u{7} \u{9b}31m\n",
    );
    for format in ["table", "csv", "json", "markdown"] {
        for question in [&["gap"][..], &["explain"]] {
            let mut args = vec![question[0], hostile.to_str().unwrap(), "--format", format];
            if question[0] == "explain" {
                args.push("4.1.1");
            }
            let output = run(&args);
            assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
            let harmful = text(&output.stdout).chars().find(|c| c.is_control() && *c != '\n' || *c == '\u{202e}');
            assert_eq!(harmful, None, "{args:?}");
        }
    }
    let output = run(&["gap", broken.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let harmful = text(&output.stderr).chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(harmful, None, "{}", text(&output.stderr));
}

#[test]
fn csv_reads_back_with_the_promised_columns_first() {
    for (args, promised) in [
        (&["gap", ASSESSMENT][..], "clause,title,level,outcome,action,because,add"),
        (&["map", "9001:2008", "20000-1:2011"], "from,to,relation,reverse,basis,hops,table,confidence,add"),
        (&["coverage", ASSESSMENT], "edition,group,applicable,full,partial,presumed,none,coverage,lower,upper"),
        (&["matrix"], "base,target,applicable,full,partial,presumed,none,coverage,lower,upper"),
    ] {
        let output = run(&[args, &["--format", "csv"]].concat());
        let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
        let headers = reader.headers().unwrap().iter().collect::<Vec<_>>().join(",");
        assert!(headers.starts_with(promised), "{headers}");
        assert!(reader.records().all(|record| record.is_ok()));
    }
    let output = run(&["gap", ASSESSMENT, "--format", "csv"]);
    assert_eq!(csv::Reader::from_reader(output.stdout.as_slice()).records().count(), 39);
}

#[test]
fn json_carries_what_csv_carries_under_the_same_names() {
    for args in [
        &["gap", ASSESSMENT][..],
        &["map", "9001:2008", "20000-1:2011", "--inferred"],
        &["coverage", ASSESSMENT],
        &["matrix"],
    ] {
        let table = run(&[args, &["--format", "csv"]].concat()).stdout;
        let json: serde_json::Value =
            serde_json::from_slice(&run(&[args, &["--format", "json"]].concat()).stdout).unwrap();
        assert_eq!(json["command"], args[0]);
        assert_eq!(json["shape"], 2);
        assert_eq!(json["basis"]["tool"], "xwalk");
        let mut reader = csv::Reader::from_reader(table.as_slice());
        let headers = reader.headers().unwrap().clone();
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let answer = json["answer"].as_array().unwrap();
        assert_eq!(answer.len(), records.len());
        for (record, object) in records.iter().zip(answer) {
            for (name, field) in headers.iter().zip(record) {
                let same = match &object[name] {
                    serde_json::Value::Null => field.is_empty(),
                    serde_json::Value::String(text) => text == field,
                    serde_json::Value::Number(number) => number.as_f64() == field.parse().ok(),
                    serde_json::Value::Bool(truth) => truth.to_string() == field,
                    other => panic!("{name}: {other}"),
                };
                assert!(same, "{name}: {} and {field}", object[name]);
            }
        }
    }
}

/// What stands in a folder, each with its bytes, in the order of names.
fn folder(path: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap());
    let mut files: Vec<(String, Vec<u8>)> =
        entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect();
    files.sort();
    files
}

fn portal(assessment: &Path, site: &Path) -> Output {
    run(&["portal", assessment.to_str().unwrap(), "--output", site.to_str().unwrap()])
}

#[test]
fn a_portal_is_a_folder_of_its_pages_and_its_next_run_leaves_no_page_of_it() {
    let temporary = tempfile::tempdir().unwrap();
    let (site, assessment) = (temporary.path().join("site"), temporary.path().join("assessment.yaml"));
    let write = |processes: &str| {
        fs::write(&assessment, format!("xwalk: assessment/1\norganization: Us\nprocesses:\n{processes}")).unwrap();
        let output = portal(&assessment, &site);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0), "{}", text(&output.stderr));
        folder(&site).into_iter().map(|(name, _)| name).collect::<Vec<_>>()
    };
    let main = ["basis.html", "documents.html", "index.html", "objectives.html"];
    let rest = ["processes.html", "standards.html", "work.html"];
    let names = |processes: &[&'static str]| [&[".xwalk-site"], &main[..], processes, &rest].concat();
    assert_eq!(
        write("  audit: { title: Audit }\n  buying: { title: Buying }\n"),
        names(&["process-audit.html", "process-buying.html"])
    );
    assert_eq!(write("  audit: { title: Audit }\n"), names(&["process-audit.html"]));
    assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 2, "nothing temporary is left");
}

#[test]
fn two_runs_write_the_same_portal() {
    let temporary = tempfile::tempdir().unwrap();
    let sites = ["one", "two"].map(|name| {
        let site = temporary.path().join(name);
        assert_eq!(portal(Path::new(ASSESSMENT), &site).status.code(), Some(0));
        folder(&site)
    });
    assert_eq!(sites[0], sites[1]);
}

#[test]
fn a_portal_never_takes_the_place_of_what_it_did_not_write() {
    let temporary = tempfile::tempdir().unwrap();
    fs::write(temporary.path().join("index.html"), "mine").unwrap();
    let output = portal(Path::new(ASSESSMENT), temporary.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("add --force to write into this one"), "{}", text(&output.stderr));
    assert_eq!(folder(temporary.path()), [("index.html".to_owned(), b"mine".to_vec())]);
    let args = ["portal", ASSESSMENT, "--force", "--output", temporary.path().to_str().unwrap()];
    assert_eq!(code(&args), 0);
    assert!(folder(temporary.path()).iter().all(|(_, bytes)| bytes != b"mine"));
}

#[test]
fn a_portal_without_a_folder_says_how_to_name_one() {
    let output = run(&["portal", ASSESSMENT]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert!(text(&output.stderr).contains("tip: add --output DIR"), "{}", text(&output.stderr));
}

/// The lines `xwalk … --output FILE` of a script: the arguments before `--output`, and the file.
fn written(script: &str) -> Vec<(Vec<String>, String)> {
    let script = fs::read_to_string(root().join(script)).unwrap();
    let lines = script.lines().filter_map(|line| line.strip_prefix("xwalk ")?.split_once(" --output "));
    let lines = lines.filter(|(_, file)| !file.contains('$'));
    lines.map(|(args, file)| (args.split(' ').map(str::to_owned).collect(), file.to_owned())).collect()
}

#[test]
fn the_files_that_scripts_write_are_current() {
    let temporary = tempfile::tempdir().unwrap();
    for (script, count) in [("examples/generate.sh", 8), ("docs/pictures.sh", 1)] {
        let written = written(script);
        assert_eq!(written.len(), count, "{script}");
        for (args, file) in written {
            let again = temporary.path().join(Path::new(&file).file_name().unwrap());
            let output = xwalk().args(&args).arg("--output").arg(&again).output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{args:?}: {}", text(&output.stderr));
            let is_current = fs::read(again).unwrap() == fs::read(root().join(&file)).unwrap();
            assert!(is_current, "{file} is out of date: run {script}");
        }
    }
}

#[test]
fn the_picture_of_the_gap_analysis_is_current() {
    let command = format!("gap {ASSESSMENT} --clause 4.3 --clause 4.4");
    let args = command.split(' ').chain(["--color", "always", "--width", "80"]);
    let printed = xwalk().args(args).output().unwrap().stdout;
    let drawn = picture::drawn(&format!("xwalk {command}"), text(&printed), 4);
    let is_current = drawn == fs::read_to_string(root().join("docs/pictures/gap.svg")).unwrap();
    assert!(is_current, "docs/pictures/gap.svg is out of date: run docs/pictures.sh");
}

/// One clause in the chapter of each of nine editions, whose eight clauses of one number share nothing with each other.
#[test]
fn an_audit_that_leaves_something_undecided_says_so_and_finds_no_fault() {
    let folder = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/undecided"));
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    let write = |name: &str, text: String| fs::write(folder.join(format!("{name}.yaml")), text).unwrap();
    let edition =
        |id: &str, clauses: &str| format!("xwalk: catalog/1\nid: {id}:1\ntitle: Made\nclauses: {{ {clauses} }}\n");
    let table = |from: &str, to: &str, rows: &str| {
        let head =
            format!("xwalk: relations/1\nid: {from}--{to}\nfrom: {from}:1\nto: {to}:1\nversion: 1\nsource: us\n");
        write(&format!("{from}--{to}"), format!("{head}confidence: high\nrows:\n{rows}"));
    };
    write("d", edition("d", "\"1\": One"));
    let clauses: String = (1..=8).map(|number| format!("\"4.{number}\": Clause, ")).collect();
    let none: String =
        (1..=8).map(|number| format!("  - {{ from: \"4.{number}\", to: \"4.{number}\", relation: none }}\n")).collect();
    for one in 1..=9 {
        let from = format!("e{one}");
        write(&from, edition(&from, &format!("{clauses}\"4\": Chapter")));
        table(&from, "d", "  - { from: \"4\", to: \"1\", relation: full }\n");
        (one + 1..=9).for_each(|other| table(&from, &format!("e{other}"), &none));
    }
    let output = run(&["audit", folder.to_str().unwrap(), "--no-project", "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let lead: Vec<&str> = answer["lead"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    assert!(
        lead.contains(
            &"For 1 claim it was not decided whether it is possible: too many clauses below headings would have to be tried."
        ),
        "{lead:#?}"
    );
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn an_audit_reads_tables_of_every_format_that_standards_may_be_in() {
    let folder = Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/audited"));
    let _ = fs::remove_dir_all(folder);
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let write = |format: &str, what: &str, name: &str| {
        fs::create_dir_all(Path::new(&path(name)).parent().unwrap()).unwrap();
        let unstated: &[&str] = if format == "ciso-assistant" { &[] } else { &["--unstated", "own-word"] };
        let args = ["export", what, "--to", format, "--output", &path(name)];
        assert_eq!(code(&[&args[..], unstated].concat()), 0, "{what} as {format}");
    };
    let table = "iso-9001-2008--iso-iec-20000-1-2011";
    write("oscal", table, "oscal/table.json");
    write("sssom", table, "sssom/table.tsv");
    for (what, name) in [("iso-9001:2008", "from"), ("iso-iec-20000-1:2011", "to"), (table, "table")] {
        write("ciso-assistant", what, &format!("ciso/{name}.yaml"));
    }
    assert_eq!(code(&["pack", "tests/rules/_world", "--output", &path("world.xwp"), "--no-project"]), 0);
    for (name, title) in [
        ("oscal/table.json", "Audited 1 table with 75 rows"),
        ("sssom/table.tsv", "Audited 1 table with 74 rows"),
        ("ciso", "Audited 1 table with 60 rows"),
        ("world.xwp", "Audited 1 table with 4 rows"),
    ] {
        let output = run(&["audit", &path(name), "--no-project", "--format", "json"]);
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((answer["title"].as_str(), output.status.code()), (Some(title), Some(0)), "{name}");
    }
}

/// Exit code 1 would say that rows contradict each other, and nothing was examined.
#[test]
fn an_audit_refuses_a_named_file_that_holds_something_else() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let assessment = root().join("examples/service-start/assessment.yaml").to_str().unwrap().to_owned();
    let table = "tests/rules/_world/alpha-1--beta-1.yaml";
    for (file, what) in [
        (assessment, "is an assessment, but relation tables are required"),
        (write("foo.yaml", "foo: 1\n"), "is no file of xwalk, but relation tables are required"),
        (write("empty.yaml", ""), "is empty, but relation tables are required"),
    ] {
        for paths in [vec![file.as_str()], vec![table, &file, "tests/rules/_world/alpha.yaml"]] {
            let output = run(&[&["audit", "--no-project"], paths.as_slice()].concat());
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{paths:?}: {said}");
            assert!(said.contains(&format!("{file} {what}")), "{paths:?}: {said}");
        }
    }
    let broken = write("t.yaml", "xwalk: relations/1\nid: t\n");
    assert_eq!(code(&["audit", &broken, "--no-project"]), 1);
}

#[test]
fn a_card_exits_as_the_audit_does() {
    let folders = |folder: &str| {
        let folder = format!("tests/rules/{folder}");
        let args = ["audit", &folder, "tests/rules/_world", "--no-project"];
        let bare = code(&args);
        for format in ["table", "json", "csv", "sarif", "markdown"] {
            assert_eq!(code(&[&args[..], &["--card", "--format", format]].concat()), bare, "{folder} as {format}");
        }
        bare
    };
    assert_eq!(folders("tables-contradict"), 1);
    // A format of findings has no card, and says why the run fails.
    for format in ["github", "gitlab", "junit", "sarif"] {
        let args =
            ["audit", "tests/rules/tables-contradict", "tests/rules/_world", "--no-project", "--card", "--format"];
        let card = run(&[&args[..], &[format]].concat());
        assert!(text(&card.stdout).contains("tables-contradict"), "{format}");
        assert_eq!(card.status.code(), Some(1), "{format}");
    }
    assert_eq!(folders("tables-contradict-strictly"), 0);
    assert_eq!(folders("copied-table"), 0);
    assert_eq!(code(&["audit", "tests/rules/_world/alpha.yaml", "--no-project", "--card"]), 2, "nothing to audit");
    assert_eq!(code(&["audit", "tests/rules/no-such-folder", "--no-project", "--card"]), 2);
}

/// Every command with an example of it, and what docs/json.md calls it.
const ASKED: &[(&str, &[&str])] = &[
    ("list", &["list"]),
    ("show an edition", &["show", "iso-9001:2008"]),
    ("show a clause", &["show", "iso-9001:2008/4.2.1"]),
    ("show a table", &["show", "iso-9001-2008--iso-iec-20000-1-2011"]),
    ("show a method", &["show", "ims-roadmap"]),
    ("search", &["search", "audit"]),
    ("map", &["map", "9001:2008", "20000-1:2011"]),
    ("matrix", &["matrix", "9001:2008", "20000-1:2011"]),
    ("compare", &["compare", "sw-cmm", "itil-pink"]),
    ("density", &["density", "sw-cmm", "itil-pink"]),
    ("suggest", &["suggest", "27001:2022", "nist-csf:2.0"]),
    ("coverage", &["coverage", DATED]),
    ("gap", &["gap", ASSESSMENT]),
    ("explain", &["explain", ASSESSMENT, "4.5.4"]),
    ("guide", &["guide", "9001:2008", "20000-1:2011"]),
    ("integrate", &["integrate", "9001:2008", "20000-1:2011", "--by", "element"]),
    ("integrate --suggest-base", &["integrate", "9001:2008", "20000-1:2011", "--suggest-base"]),
    ("plan", &["plan", ASSESSMENT, "--budget", "20", "--baseline", ASSESSMENT]),
    ("soa", &["soa", "examples/service-bank/assessment.yaml"]),
    ("evidence", &["evidence", DATED]),
    ("report", &["report", "examples/service-bank/assessment.yaml", "--related"]),
    ("graph", &["graph", "9001:2008", "20000-1:2011"]),
    ("portfolio", &["portfolio", "examples/portfolio/sites"]),
    ("trend", &["trend", "tests/cli/dates/2026-q1.yaml", DATED]),
    ("export an assessment", &["export", ASSESSMENT]),
    ("export an edition", &["export", "iso-9001:2008"]),
    ("export a table", &["export", "iso-9001-2008--iso-iec-20000-1-2011"]),
    ("map-sheet", &["map-sheet", "9001:2008", "20000-1:2011", "--mapper", "Ann"]),
    ("agree", &["agree", "tests/cli/mappers/ann.yaml", "tests/cli/mappers/bea.yaml"]),
    ("check", &["check", "examples", "--baseline", BASELINE]),
    ("audit", &["audit", "tests/rules/clauses-made-equal", "tests/rules/_world"]),
    ("audit --forced", &["audit", "tests/rules/clauses-made-equal", "tests/rules/_world", "--forced"]),
    ("audit --card", &["audit", "tests/rules/clauses-made-equal", "tests/rules/_world", "--card"]),
    ("review", &["review", "tests/rules/suspect-row/alpha-1--beta-1--own.yaml", "--standards", "tests/rules/_world"]),
    ("diff of assessments", &["diff", ASSESSMENT, "examples/service-bank/assessment.yaml"]),
    ("diff of editions", &["diff", "27001:2013", "27001:2022"]),
    ("diff of catalogs", &["diff", "standards/iso-9001/2008.yaml", "standards/iso-9001/2008.yaml"]),
    ("diff of tables", &["diff", EARLIER, TABLE]),
    ("migrate", &["migrate", "examples/harbour-it/assessment.yaml", "--to", "9001:2015", "--output", MIGRATED]),
    ("import an assessment", &["import", "tests/sheet/assessment.csv", "--organization", "Us", "--dry-run"]),
    ("import a table", &["import", "tests/sheet/table.csv", "--source", "Us", "--confidence", "low", "--dry-run"]),
    ("pack", &["pack", "tests/rules/_world", "--output", PACKED]),
];

/// An assessment with ratings of maturity, and evidence.
const DATED: &str = "tests/cli/dates/2026-q2.yaml";
const TABLE: &str = "standards/relations/iso-9001-2000--iso-9001-2008.yaml";
/// The same with rows that say less.
const EARLIER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/earlier.yaml");
static EARLIER_IS_WRITTEN: LazyLock<()> = LazyLock::new(|| {
    let table = fs::read_to_string(root().join(TABLE)).unwrap();
    assert!(table.contains("relation: full"));
    fs::write(EARLIER, table.replace("relation: full", "relation: partial")).unwrap();
});
/// A baseline that knows nothing.
const BASELINE: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/baseline.json");
static BASELINE_IS_WRITTEN: LazyLock<()> = LazyLock::new(|| {
    let settings = r#"{ "max-hops": "3", "partial-weight": "0.5" }"#;
    let known = format!(r#"{{ "xwalk-baseline": 2, "settings": {settings}, "findings": {{}}, "coverage": {{}} }}"#);
    fs::write(BASELINE, known).unwrap();
});
const MIGRATED: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/migrated.yaml");

const PACKED: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/world.xwp");

/// The rows of the table under a heading of docs/json.md, each as its cells without marks of code.
fn documented(heading: &str) -> Vec<Vec<String>> {
    let page = fs::read_to_string(root().join("docs/json.md")).unwrap().replace('`', "");
    let (_, section) = page.split_once(&format!("\n## {heading}\n")).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    rows.skip(1).map(|row| row.split("| ").map(|cell| cell.trim().to_owned()).collect()).collect()
}

#[test]
fn the_columns_are_those_that_the_documentation_names() {
    LazyLock::force(&EARLIER_IS_WRITTEN);
    LazyLock::force(&BASELINE_IS_WRITTEN);
    let asked = ASKED.iter().map(|(name, args)| {
        let output = run(&[args, &["--format", "csv"][..]].concat());
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", text(&output.stderr));
        let header = text(&output.stdout).lines().next().unwrap().replace(',', ", ");
        vec![(*name).to_owned(), header]
    });
    assert_eq!(asked.collect::<Vec<_>>(), documented("Columns"));
}

#[test]
fn the_further_tables_are_those_that_the_documentation_names() {
    LazyLock::force(&EARLIER_IS_WRITTEN);
    LazyLock::force(&BASELINE_IS_WRITTEN);
    let mut found = BTreeMap::new();
    // Commands that compare things of several kinds have tables of several kinds.
    let command = |called: &str| match called.starts_with("diff of ") {
        true => called.to_owned(),
        false => called.split(' ').next().unwrap().to_owned(),
    };
    for (called, args) in ASKED {
        let output = run(&[args, &["--format", "json"][..]].concat());
        let json: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
        for (name, rows) in json {
            let of_all = ["command", "shape", "basis", "title", "lead", "answer", "findings"].contains(&name.as_str());
            let Some(rows) = rows.as_array().filter(|_| !of_all) else { continue };
            let columns =
                |row: &serde_json::Value| row.as_object().unwrap().keys().cloned().collect::<Vec<_>>().join(", ");
            let first = columns(&rows[0]);
            assert!(rows.iter().all(|row| columns(row) == first), "{args:?}: {name} has rows of several kinds");
            found.insert((command(called), name), first);
        }
    }
    let answers = documented("Columns").into_iter().map(|row| (row[0].clone(), row[1].clone()));
    let mut named: BTreeMap<String, String> = answers.collect();
    let mut promised = BTreeMap::new();
    for row in documented("Other tables") {
        let columns = row[2].strip_prefix("those of ").map_or(row[2].clone(), |other| named[other].clone());
        for asked in row[0].split(", ") {
            named.insert(format!("{} of {asked}", row[1]), columns.clone());
            promised.insert((command(asked), row[1].clone()), columns.clone());
        }
    }
    // What an audit has depends on what it finds, and what is said of maturity on whether any is stated.
    promised.retain(|key, _| (key.0 != "audit" && key.1 != "maturity") || found.contains_key(key));
    assert_eq!(found, promised);
}

#[test]
fn the_formats_are_those_that_the_documentation_names() {
    let known = xwalk::render::FORMATS.iter().map(|known| {
        let endings: Vec<String> = known.extensions.iter().map(|ending| format!(".{ending}")).collect();
        (known.name.to_owned(), endings.join(", "))
    });
    let documented = documented("Formats").into_iter().map(|row| (row[0].clone(), row[1].clone()));
    assert_eq!(known.collect::<Vec<_>>(), documented.collect::<Vec<_>>());
}

#[test]
fn a_command_that_writes_one_thing_knows_no_format() {
    let site = concat!(env!("CARGO_TARGET_TMPDIR"), "/no-site");
    for args in [
        &["portal", ASSESSMENT, "--output", site][..],
        &["init", "9001:2008"],
        &["schema", "assessment"],
        &["completions", "bash"],
        &["man"],
    ] {
        let output = run(&[args, &["--format", "json"]].concat());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{args:?}");
        assert!(text(&output.stderr).contains("so --format is not possible"), "{}", text(&output.stderr));
    }
    assert!(!Path::new(site).exists());
}

#[test]
fn what_the_rows_of_a_sheet_are_is_known_by_the_heads_of_their_columns() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, rows: &str| {
        let path = folder.path().join(name);
        fs::write(&path, rows).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let statements = write("statements.txt", "edition,clause,status\niso-9001:2008,4.1,planned\n");
    let relations = write("rows.csv", "from,to,relation\niso-9001:2008/4.1,iso-iec-20000-1:2011/4.5.1,partial\n");
    let neither = write("neither.csv", "a,b\n1,2\n");
    let both = write("both.csv", "clause,status,from,to,relation\n");
    let head = ["--source", "Us", "--confidence", "low"];
    for (args, code, said) in [
        (&[statements.as_str(), "--from", "csv", "--organization", "Us"][..], 0, "  \"4.1\": planned\n"),
        (&[&statements, "--from", "xlsx", "--organization", "Us"], 2, "cannot be read as a workbook"),
        (&[&[relations.as_str()][..], &head].concat(), 0, "from: iso-9001:2008\n"),
        (&[&relations], 2, "add --source TEXT and --confidence"),
        (
            &[&[statements.as_str()][..], &head].concat(),
            2,
            "the rows are an assessment, but some options are not for that kind",
        ),
        (&[&relations, "--as", "assessment"], 2, "no row of the sheet names the columns clause and status"),
        (&[&both], 2, "add --as assessment or --as table"),
        (
            &[&neither],
            2,
            "as an assessment, no row of the sheet names the columns clause and status; as a table, no row",
        ),
    ] {
        let output = run(&[&["import"][..], args].concat());
        let shown = text(&output.stdout).to_owned() + text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {shown}");
        assert!(shown.contains(said), "{args:?}: {shown}");
    }
}

#[test]
fn what_is_exported_may_be_a_file_of_any_kind_and_said_to_be_one() {
    let lines = |args: &[&str]| {
        let output = run(&[&["export"][..], args].concat());
        let said = text(if output.status.success() { &output.stdout } else { &output.stderr }).to_owned();
        (output.status.code(), said)
    };
    let (catalog, table) = ("iso-9001:2008", "iso-9001-2000--iso-9001-2008");
    assert_eq!(lines(&["catalog", catalog]), lines(&[catalog]));
    assert_eq!(lines(&["standards/iso-9001/2008.yaml"]), lines(&[catalog]));
    assert_eq!(lines(&["table", TABLE]), lines(&[table]));
    assert_eq!(lines(&["assessment", ASSESSMENT]), lines(&[ASSESSMENT]));
    assert_eq!(lines(&[ASSESSMENT]).0, Some(0));
    for (args, said) in [
        (&["assessment", catalog][..], "no assessment file is called iso-9001:2008"),
        (&["catalog", table], "no edition is called iso-9001-2000--iso-9001-2008"),
        (&["table", "iso-9001-2000--iso-9001-2009"], "did you mean iso-9001-2000--iso-9001-2008?"),
        (&["table", ASSESSMENT], "holds an assessment\n\n  tip: leave the kind out"),
        (&["assessment", "standards/iso-9001/2008.yaml"], "holds a catalog\n\n  tip: leave the kind out"),
        (&["standards/methods/ims-roadmap.yaml"], "contains a method, which cannot be exported"),
    ] {
        let (code, shown) = lines(args);
        assert_eq!(code, Some(2), "{args:?}: {shown}");
        assert!(shown.contains(said), "{args:?}: {shown}");
    }
}

#[test]
fn a_sheet_is_merged_into_an_assessment_and_nothing_else_changes() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (assessment, sheet) = (path("assessment.yaml"), path("sheet.csv"));
    let before = fs::read_to_string(root().join(ASSESSMENT)).unwrap();
    fs::write(&assessment, &before).unwrap();
    assert_eq!(code(&["export", &assessment, "--output", &sheet]), 0);
    let into = ["import", &sheet, "--as", "assessment", "--into", &assessment];
    assert_eq!(code(&into), 0);
    assert_eq!(fs::read_to_string(&assessment).unwrap(), before, "the same statements are no change");
    let row = "iso-9001:2008,iso-9001:2008/4.2.1,General,implemented,";
    let changed = fs::read_to_string(&sheet).unwrap().replace(row, &row.replace("implemented", "partial"));
    fs::write(&sheet, changed).unwrap();
    assert_eq!(code(&into), 0);
    let after = fs::read_to_string(&assessment).unwrap();
    assert_eq!(after, before.replace("\"4.2.1\": implemented", "\"4.2.1\": partial"));
    let comments = |text: &str| text.lines().filter(|line| line.starts_with('#')).count();
    assert_eq!(comments(&after), 8, "the six lines of the head, and the two above the efforts");
}

#[test]
fn a_sheet_replaces_a_file_only_with_force_and_the_refusal_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("sheet.csv"), "clause,status\n4.1,implemented\n").unwrap();
    fs::write(path("ours.yaml"), "xwalk: assessment/1\n").unwrap();
    let (sheet, ours) = (path("sheet.csv"), path("ours.yaml"));
    let args = ["import", &sheet, "--edition", "9001:2015", "--organization", "Us", "--output", &ours];
    let refused = run(&args);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("or add --force to replace it"), "{}", text(&refused.stderr));
    assert_eq!(code(&[&args[..], &["--force", "--dry-run"]].concat()), 0);
    assert_eq!(fs::read_to_string(&ours).unwrap(), "xwalk: assessment/1\n");
    assert_eq!(code(&[&args[..], &["--force"]].concat()), 0);
    assert!(fs::read_to_string(&ours).unwrap().contains("\"4.1\": implemented"));
}

#[test]
fn how_the_cells_of_a_sheet_were_read_is_said_when_they_are_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("statements.csv"), "clause,status\nClause 4.1,implemented\n").unwrap();
    fs::write(path("rows.csv"), "from,A,relation,B\n4.1: all of it,5.1,partial,5.2\n").unwrap();
    let (statements, rows, tables) = (path("statements.csv"), path("rows.csv"), path("tables"));
    let of_statements = ["import", &statements, "--edition", "9001:2015", "--organization", "Us"];
    let editions = ["--from-edition", "9001:2015", "--source", "us", "--confidence", "low"];
    let of_rows = [&["import", &rows, "--map", "A=to", "--to-edition", "45001:2018"][..], &editions].concat();
    let columns = ["--to-column", "A=45001:2018", "--to-column", "B=14001:2015", "--output", &tables];
    let of_columns = [&["import", &rows][..], &editions, &columns].concat();
    for (args, note) in [
        (&of_statements[..], "words before ids that are ignored: 1, first Clause"),
        (&of_rows, "texts after ids that are ignored: 1, first 4.1: all of it"),
        (&of_columns, "texts after ids that are ignored: 1, first 4.1: all of it"),
    ] {
        for args in [[args, &["--dry-run"]].concat(), args.to_vec()] {
            let done = run(&args);
            assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
            assert!(text(&done.stderr).contains(note), "{args:?}: {}", text(&done.stderr));
        }
    }
}

#[test]
fn progress_stays_as_it_is_whatever_is_written_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (assessment, sheet) = (path("assessment.yaml"), path("sheet.csv"));
    let before = fs::read_to_string(root().join("examples/service-start/assessment.yaml")).unwrap();
    let progress = before.split_once("\nprogress:\n").unwrap().1;
    assert_eq!(progress.lines().count(), 9);
    fs::write(&assessment, &before).unwrap();
    fs::write(&sheet, "clause,status\niso-9001:2000/5.4.1,implemented\n").unwrap();
    for args in [
        &["set", &assessment, "iso-9001:2000/5.3", "implemented"][..],
        &["import", &sheet, "--into", &assessment],
        &["migrate", &assessment, "--to", "iso-9001:2008", "--in-place"],
    ] {
        let held = fs::read_to_string(&assessment).unwrap();
        assert_eq!(code(args), 0, "{args:?}");
        let after = fs::read_to_string(&assessment).unwrap();
        assert_ne!(after, held, "{args:?}");
        assert_eq!(after.split_once("\nprogress:\n").unwrap().1, progress, "{args:?}");
    }
}

#[test]
fn what_an_empty_cell_takes_away_is_counted_and_shown_before_and_when_it_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (assessment, sheet) = (path("assessment.yaml"), path("sheet.csv"));
    let before = "xwalk: assessment/1\norganization: Us\nstatuses:\n  iso-9001:2008:\n    \"4.1\": { status: partial, owner: QM, due: 2027-03-31 }\n    \"4.2.1\":\n      status: planned\n      owner: QM\n      note: soon\n    \"4.2.2\": planned\n";
    fs::write(&assessment, before).unwrap();
    // There is no column for due, and nothing but the clause is said of 4.2.2.
    let rows = "clause,status,owner,note\niso-9001:2008/4.1,partial,,\niso-9001:2008/4.2.1,planned,,\niso-9001:2008/4.2.2,,,\n";
    fs::write(&sheet, rows).unwrap();
    let import =
        |more: &[&str]| text(&run(&[&["import", &sheet, "--into", &assessment], more].concat()).stdout).to_owned();
    let said = import(&["--dry-run"]);
    assert!(said.contains("Fields removed by an empty cell: 3."), "{said}");
    assert!(said.contains("-      owner: QM\n-      note: soon\n"), "{said}");
    assert_eq!(fs::read_to_string(&assessment).unwrap(), before);
    let csv = import(&["--dry-run", "--format", "csv"]);
    assert_eq!(
        csv,
        "clause,before,after,taken-away\niso-9001:2008/4.1,partial,\"partial, other fields changed\",owner\niso-9001:2008/4.2.1,planned,\"planned, other fields changed\",\"owner, note\"\n"
    );
    assert_eq!(import(&[]), said);
    let after = fs::read_to_string(&assessment).unwrap();
    assert!(after.contains("due: 2027-03-31") && after.contains("\"4.2.2\": planned"), "{after}");
    assert!(!after.contains("QM") && !after.contains("soon"), "{after}");
}

#[test]
fn a_table_goes_into_a_sheet_and_back_and_keeps_its_head_and_its_comments() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let table = path("our-own.yaml");
    let before = "# ours\nxwalk: relations/1\nid: our-own\ntitle: Ours\nfrom: iso-9001:2000\nto: iso-9001:2008\nversion: 7\nsource: us\nconfidence: low\nprovenance: derived\nmethod: by hand\nstatus: draft\nrows:\n  - { from: \"4.1\", to: \"4.1\", relation: full } # sure\n  - { from: \"4.2.1\", to: \"4.2.1\", relation: full }\n";
    fs::write(&table, before).unwrap();
    for sheet in [path("sheet.csv"), path("sheet.xlsx")] {
        assert_eq!(code(&["export", &table, "--output", &sheet]), 0);
        assert_eq!(code(&["import", &sheet, "--into", &table]), 0, "{sheet}");
        assert_eq!(fs::read_to_string(&table).unwrap(), before, "{sheet}");
    }
    let sheet = path("sheet.csv");
    let rows = fs::read_to_string(&sheet).unwrap();
    let changed: Vec<&str> = rows.lines().filter(|row| !row.contains("4.2.1")).collect();
    fs::write(&sheet, changed.join("\n") + "\n").unwrap();
    let said = text(&run(&["import", &sheet, "--into", &table]).stdout).to_owned();
    assert!(said.contains("Rows that are new or changed: 0; rows that are removed or changed: 1."), "{said}");
    assert!(said.contains("-  - { from: \"4.2.1\", to: \"4.2.1\", relation: full }\n"), "{said}");
    let (kept, _) = before.split_once("  - { from: \"4.2.1\"").unwrap();
    assert_eq!(fs::read_to_string(&table).unwrap(), kept);
    for (args, said) in [
        (&["--into", &table, "--source", "Us"][..], "cannot be used with"),
        (
            &["--into", ASSESSMENT],
            "the rows are a relation table, but examples/harbour-it/assessment.yaml contains an assessment",
        ),
        (&["--output", &table], "add the rows to this one with --into FILE"),
        (&["--provenance", "told"], "one of stated, published, recalled, community, derived, reconstruction"),
    ] {
        let output = run(&[&["import", &sheet], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(text(&output.stderr).contains(said), "{args:?}: {}", text(&output.stderr));
    }
    let head = ["--source", "Us", "--confidence", "high", "--version", "2", "--provenance", "recalled", "--draft"];
    let made =
        run(&[&["import", &sheet, "--from-edition", "9001:2000", "--to-edition", "9001:2008"][..], &head].concat());
    let made = text(&made.stdout);
    for line in ["version: 2\n", "provenance: recalled\n", "status: draft\n"] {
        assert!(made.contains(line), "{made}");
    }
}

#[test]
fn a_fresh_skeleton_is_exported_with_all_that_is_to_be_filled_in() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("assessment.yaml").to_str().unwrap().to_owned();
    assert_eq!(code(&["init", "pas-99:2006", "--output", &path]), 0);
    let rows = |more: &[&str]| text(&run(&[&["export", &path], more].concat()).stdout).lines().count();
    let asked = text(&run(&["export", "pas-99:2006"]).stdout).matches(",requirement,").count();
    assert!(asked > 10);
    assert_eq!((rows(&["--all"]), rows(&[])), (asked + 1, 1), "the head, and every requirement");
}

#[test]
fn a_day_is_typed_as_files_write_it() {
    let import = ["import", "tests/sheet/assessment.csv", "--organization", "Us", "--dry-run", "--date"];
    assert_eq!(code(&[&import[..], &["2026-11-20"]].concat()), 0);
    for day in ["20261120", "2026-11-20T10:00", "20.11.2026", "2026-02-30"] {
        assert_eq!(code(&[&import[..], &[day]].concat()), 2, "{day}");
        assert_eq!(code(&["plan", ASSESSMENT, "--start", day]), 2, "{day}");
    }
}

#[test]
fn a_statement_is_set_in_place_and_a_skeleton_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("assessment.yaml").to_str().unwrap().to_owned();
    assert_eq!(code(&["init", "iso-9001:2008", "--organization", "Us", "--output", &path]), 0);
    assert_eq!(code(&["init", "iso-9001:2008", "--output", &path]), 2, "what is there is not overwritten");
    assert_eq!(code(&["check", &path]), 0);
    assert_eq!(code(&["set", &path, "iso-9001:2008/4.2.1", "implemented", "--evidence", "manual.pdf"]), 0);
    assert_eq!(code(&["set", &path, "iso-9001:2008/7.3.1", "not-applicable"]), 2, "it needs a justification");
    assert!(text(&run(&["gap", &path, "--target", "20000-1:2011", "--clause", "4.3.1"]).stdout).contains("full"));
}

/// Runs git in a folder, without what the machine has set up, at a moment.
#[cfg(feature = "git")]
fn git(folder: &Path, moment: &str, args: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(folder).args(args).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Ann").env(format!("GIT_{who}_EMAIL"), "ann@example.com");
    }
    let output = command.env("GIT_AUTHOR_DATE", moment).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
}

#[cfg(feature = "git")]
#[test]
fn the_commits_of_a_file_are_answered_by_the_day_of_their_author() {
    let folder = tempfile::tempdir().unwrap();
    let (below, read) = (folder.path().join("audit"), |name: &str| fs::read_to_string(root().join(name)).unwrap());
    let path = below.join("a.yaml");
    let trend = |more: &[&str]| run(&[&["trend", "--git", path.to_str().unwrap(), "--format", "csv"], more].concat());
    fs::create_dir(&below).unwrap();
    fs::write(&path, read("tests/cli/dates/2026-q1.yaml")).unwrap();
    let output = trend(&[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("it is not in a work tree of git"), "{}", text(&output.stderr));
    git(folder.path(), "2026-03-31T23:30:00-05:00", &["init", "--quiet"]);
    assert!(text(&trend(&[]).stderr).contains("nothing is committed yet"));
    let commit = |moment: &str| {
        git(folder.path(), moment, &["add", "."]);
        git(folder.path(), moment, &["commit", "--quiet", "--message", "x"]);
    };
    // The day of the author, though it was the next one in Greenwich.
    commit("2026-03-31T23:30:00-05:00");
    fs::write(&path, read("tests/cli/dates/2026-q1.yaml").replace("planned", "wishful")).unwrap();
    commit("2026-04-15T10:00:00+02:00");
    fs::write(&path, read(DATED)).unwrap();
    commit("2026-07-01T00:30:00+02:00");
    fs::write(folder.path().join("other"), "").unwrap();
    commit("2026-08-01T00:30:00+02:00");
    // What is not committed is not read.
    fs::write(&path, "").unwrap();

    let days = |output: &Output| -> Vec<String> {
        text(&output.stdout).lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
    };
    let output = trend(&[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(days(&output), ["2026-03-31", "2026-07-01"]);
    assert!(text(&output.stderr).contains("1 commit was left out"), "{}", text(&output.stderr));
    assert_eq!(days(&trend(&["--since", "2026-04-01"])), ["2026-07-01"]);
    assert_eq!(trend(&["--since", "2027-01-01"]).status.code(), Some(2));
    let output = run(&["trend", "--git", path.to_str().unwrap(), "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    // What is left out is a warning at its place; the answer names the date, and programs get the commit.
    let words = text(&output.stderr);
    assert!(words.contains("warning[left-out]: commit ") && words.contains(":9:20"), "{words}");
    assert_eq!(json["findings"], serde_json::json!([]));
    let [left_out] = json["left-out-commits"].as_array().unwrap().as_slice() else { panic!("{json}") };
    assert_eq!((&left_out["date"], &left_out["line"]), (&"2026-04-15".into(), &9.into()));
    let message = left_out["message"].as_str().unwrap();
    assert!(message.ends_with(" of 2026-04-15 was left out: wishful is not a valid status (and 1 more)"), "{message}");
    let html = run(&["trend", "--git", path.to_str().unwrap(), "--client", "Harbour IT", "--format", "html"]);
    let page = text(&html.stdout);
    let told = "1 version of the assessment could not be read and is left out: 2026-04-15.";
    assert!(page.contains(told) && page.contains("Harbour IT"), "{page}");
    assert!(!page.contains(left_out["commit"].as_str().unwrap()), "the commit is in the document");
}

#[test]
fn files_without_a_day_are_refused_at_their_place_and_all_in_one_run() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("undated.yaml");
    let stated = |more: &str| {
        let text = format!(
            "xwalk: assessment/1\norganization: Us\ntargets: [iso-9001:2008]\nstatuses:\n  iso-9001:2008:\n    \"4.1\": {{ status: implemented{more} }}\n"
        );
        fs::write(&path, text).unwrap();
        run(&["trend", path.to_str().unwrap(), "tests/cli/dates/2026-q1.yaml", "--format", "csv"])
    };
    let output = stated("");
    assert_eq!(output.status.code(), Some(1));
    let message = text(&output.stderr);
    assert!(message.contains("undated.yaml:1:1") && message.contains("add `date: …`"), "{message}");
    // The latest day of a statement is a day too.
    let output = stated(", assessed: 2025-12-31");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).lines().nth(1).unwrap().starts_with("2025-12-31,iso-iec-27001:2022,"));
}

#[test]
fn the_register_of_evidence_says_which_files_are_missing() {
    let output = run(&["evidence", DATED, "--format", "csv"]);
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    assert_eq!(
        lines,
        [
            "evidence,title,owner,date,valid-until,validity,file,supports,note",
            "https://example.com/context,,,,,,web address,iso-iec-27001:2022/4,",
            "old-plan.md,Plan of 2025,,,2026-01-31,expired,missing,,",
            "policy.md,Security policy,Ann,2026-04-28,2027-04-28,valid,found,iso-iec-27001:2022/A.5.1,",
        ]
    );
}

#[test]
fn a_named_file_that_holds_no_file_of_xwalk_is_refused_by_every_command_in_one_message() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let workbook = at("sheet.xlsx");
    let made = run(&[
        "map-sheet",
        "iso-9001:2008",
        "iso-9001:2015",
        "--mapper",
        "Smith",
        "--limit",
        "1",
        "--output",
        &workbook,
    ]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    let write = |name: &str, bytes: &[u8]| {
        fs::write(at(name), bytes).unwrap();
        at(name)
    };
    let files = [
        (workbook.clone(), "an Excel workbook"),
        (write("sheet.csv", b"to,from,relation\n4.1,4.1,full\n"), "a sheet"),
        (write("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "a picture"),
        (write("paper.pdf", b"%PDF-1.7\n"), "a PDF document"),
        (write("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"), "a workbook in an old format, or a locked one"),
        (write("note.txt", b"hello\n"), "plain text"),
        (write("page.html", b"<html></html>\n"), "XML or HTML"),
        (write("data.json", b"{\"a\": 1}\n"), "JSON that begins with the key a"),
        (write("data.bin", b"\0\x01\x02\x03"), "binary data"),
    ];
    let commands: [&[&str]; 19] = [
        &["check", "FILE"],
        &["check", "--standards", "FILE", "examples/service-start"],
        &["audit", "FILE"],
        &["agree", "FILE", "FILE"],
        &["consensus", "FILE", "FILE"],
        &["review", "FILE"],
        &["coverage", "FILE"],
        &["gap", "FILE"],
        &["report", "FILE"],
        &["plan", "FILE"],
        &["evidence", "FILE"],
        &["trend", "FILE"],
        &["soa", "FILE"],
        &["interview", "FILE"],
        &["set", "FILE", "4.1", "implemented"],
        &["diff", "FILE", "FILE"],
        &["migrate", "FILE", "--to", "iso-9001:2015"],
        &["export", "FILE", "--to", "oscal"],
        &["map-sheet", "iso-9001:2008", "iso-9001:2015", "--mapper", "Smith", "--standards", "FILE"],
    ];
    for (file, what) in &files {
        for command in commands {
            let args: Vec<&str> = command.iter().map(|arg| if *arg == "FILE" { file } else { *arg }).collect();
            let said = run(&args);
            let words = text(&said.stderr);
            assert_eq!(said.status.code(), Some(2), "{args:?}: {words}");
            assert!(words.contains(&format!(" is {what}, but a")), "{args:?}: {words}");
            assert!(words.contains("tip: ") && !words.contains("error["), "{args:?}: {words}");
        }
    }
}

#[test]
fn what_lies_where_the_reviews_of_an_assessment_are_kept_and_is_something_else_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let (path, beside) = (folder.path().join("a.yaml"), folder.path().join("a.reviews.yaml"));
    fs::copy(root().join("examples/service-start/assessment.yaml"), &path).unwrap();
    let table = "xwalk: relations/1\nid: a.reviews\nfrom: iso-9001:2008\nto: iso-9001:2015\nversion: 1\nsource: us\nconfidence: low\nrows:\n  - { from: \"4.1\", to: \"4.4\", relation: partial }\n";
    let cases = [
        (fs::read_to_string(&path).unwrap(), "this is an assessment, but the reviews of an assessment are kept under"),
        (table.to_owned(), "this is a relation table, but the reviews of an assessment are kept under this name"),
        ("foo: bar\n".to_owned(), "this is another file, but the reviews of an assessment are kept under this name"),
        (
            "xwalk: reviews/1\nof: iso-9001-2008--iso-9001-2015\nstamps: []\n".to_owned(),
            "these are the reviews of iso-9001-2008--iso-9001-2015, but they lie where those of a.yaml are kept",
        ),
    ];
    for (held, message) in cases {
        fs::write(&beside, held).unwrap();
        for named in [&path, folder.path()] {
            let output = run(&["check", named.to_str().unwrap(), "--width", "200"]);
            assert_eq!(output.status.code(), Some(1), "{message}: {}", text(&output.stdout));
            assert!(text(&output.stdout).contains(message), "{message}: {}", text(&output.stdout));
        }
    }
    fs::write(&beside, "xwalk: relations/1\n").unwrap();
    let output = run(&["coverage", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
}

#[test]
fn a_project_gives_owners_their_time_unless_the_assessment_does_and_a_plan_without_a_start_says_how_to_give_one() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("xwalk.toml", "[capacity]\nAnn = 1\nBob = 2.5\n");
    write(
        "a.yaml",
        "xwalk: assessment/1\norganization: Us\ntargets: [iso-9001:2008]\ncapacity: { Ann: 5 }\nstatuses:\n  iso-9001:2008:\n    \"4.1\": { status: planned, owner: Ann, effort: 10 }\n    \"4.2.1\": { status: planned, owner: Bob, effort: 10 }\n",
    );
    let path = folder.path().join("a.yaml");
    let plan = |more: &[&str]| run(&[&["plan", path.to_str().unwrap(), "--format", "csv"], more].concat());
    let ends = |output: &Output, clause: &str| -> String {
        let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
        let at = |name: &str, headers: &csv::StringRecord| headers.iter().position(|known| known == name).unwrap();
        let headers = reader.headers().unwrap().clone();
        let (clauses, begins, ends) = (at("clause", &headers), at("begins", &headers), at("ends", &headers));
        let record = reader.records().map(Result::unwrap).find(|record| &record[clauses] == clause).unwrap();
        let time = |at: usize| record[at].parse::<f64>().unwrap();
        (time(ends) - time(begins)).to_string()
    };
    let output = plan(&[]);
    assert_eq!(ends(&output, "iso-9001:2008/4.1"), "10");
    assert_eq!(ends(&output, "iso-9001:2008/4.2.1"), "20");
    assert!(text(&output.stderr).contains("add --start DATE"), "{}", text(&output.stderr));
    let output = plan(&["--no-project", "--start", "2027-01-11"]);
    assert_eq!(ends(&output, "iso-9001:2008/4.2.1"), "10");
    assert!(!text(&output.stderr).contains("--start"), "{}", text(&output.stderr));
    let check = run(&["check", path.to_str().unwrap()]);
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stdout));
}

#[test]
fn an_earlier_plan_that_is_none_is_refused_with_what_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.csv");
    fs::write(&path, "clause,title\n4.1,One\n").unwrap();
    let output = run(&["plan", ASSESSMENT, "--baseline", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    let words = text(&output.stderr);
    assert!(words.contains("is a sheet, but an earlier plan is required"), "{words}");
    assert!(
        words.contains("name an earlier assessment, or a file that `xwalk plan FILE --output plan.json`"),
        "{words}"
    );
}

#[test]
#[cfg(feature = "languages")]
fn a_workbook_comes_back_the_same_whatever_its_language() {
    let folder = tempfile::tempdir().unwrap();
    let read_back = |language: &str| {
        let path = folder.path().join(format!("{language}.xlsx"));
        let path = path.to_str().unwrap();
        let written = run(&["soa", "examples/hosting/assessment.yaml", "--language", language, "--output", path]);
        assert!(written.status.success(), "{language}: {written:?}");
        let read = run(&["import", path, "--edition", "iso-iec-27001:2022", "--organization", "Us"]);
        assert!(read.status.success(), "{language}: {}", String::from_utf8_lossy(&read.stderr));
        String::from_utf8(read.stdout).unwrap()
    };
    let english = read_back("en");
    assert!(english.contains("not-applicable"), "{english}");
    for language in ["de", "fr", "es"] {
        assert_eq!(read_back(language), english, "{language}");
    }
}
