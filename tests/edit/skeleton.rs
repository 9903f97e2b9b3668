//! The skeleton of an assessment is sound, however much of it is uncommented.

use std::process::Command;

use xwalk::edit::{Draft, Template};
use xwalk::model::{Catalog, ClauseId, ClauseKind, Library, Status};

use crate::worlds::{bundled, clause, said, small};

fn skeleton(editions: Vec<&Catalog>) -> String {
    Template { editions, targets: Vec::new(), organization: None }.text()
}

fn read(text: String, library: &Library) -> Draft {
    Draft::read("a.yaml", text, library).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// A line without the `# ` that makes a comment of an entry.
fn uncommented(line: &str) -> Option<String> {
    line.strip_prefix("    # \"").map(|rest| format!("    \"{rest}"))
}

#[test]
fn a_skeleton_names_every_requirement_under_its_headings() {
    let library = small();
    let text = skeleton(library.catalogs().collect());
    let statuses = text.split_once("\nstatuses:\n").unwrap().1;
    assert_eq!(
        statuses,
        r#"  c:1:
    # c:1: C
    # 1 One
    # "1.1": implemented   # First
    # "1.2": implemented   # Second
    # "1.10": implemented  # Tenth
    # 2 Two
    # "2.1": implemented   # Third
    # "2.2": implemented   # Fourth
    # "3": implemented     # Three
  d:1:
    # d:1: D
    # "A.1": implemented   # Alpha
    # "A.2": implemented   # Beta
    # "A.10": implemented  # Gamma
"#
    );
    assert!(said(&read(text, &library)).is_empty());
}

#[test]
fn a_skeleton_of_everything_bundled_states_every_requirement_once_it_is_uncommented() {
    let library = bundled();
    let text = skeleton(library.catalogs().collect());
    assert!(said(&read(text.clone(), &library)).is_empty());
    let all: Vec<String> = text.lines().map(|line| uncommented(line).unwrap_or_else(|| line.to_owned())).collect();
    let stated: Vec<ClauseId> = said(&read(all.join("\n"), &library)).into_keys().collect();
    let mut requirements: Vec<ClauseId> = Vec::new();
    for catalog in library.catalogs() {
        for requirement in catalog.clauses().iter().filter(|clause| clause.kind == ClauseKind::Requirement) {
            requirements.push(ClauseId { edition: catalog.id.clone(), number: requirement.number.clone() });
        }
    }
    requirements.sort();
    assert!(requirements.len() > 1000);
    assert_eq!(stated, requirements);
}

#[test]
fn each_line_of_a_skeleton_may_be_uncommented_alone() {
    let library = bundled();
    for catalog in library.catalogs() {
        let text = skeleton(vec![catalog]);
        let lines: Vec<&str> = text.lines().collect();
        for at in 0..lines.len() {
            let Some(line) = uncommented(lines[at]) else { continue };
            let one = [&lines[..at], &[line.as_str()], &lines[at + 1..]].concat().join("\n");
            assert_eq!(said(&read(one, &library)).len(), 1, "{line}");
        }
    }
}

#[test]
fn the_head_of_a_skeleton_may_be_uncommented() {
    let library = small();
    let text = skeleton(library.catalogs().collect());
    for key in ["scope", "date", "assessor", "targets"] {
        assert_eq!(text.matches(&format!("\n# {key}: ")).count(), 1, "{key}");
        read(text.replace(&format!("\n# {key}: "), &format!("\n{key}: ")), &library);
    }
}

#[test]
fn a_title_does_not_get_out_of_its_comment() {
    let (mut sources, mut files) = (xwalk::source::Sources::default(), xwalk::load::Files::default());
    let text = "xwalk: catalog/1\nid: e:1\ntitle: \"E\\nstatuses: {}\"\nclauses:\n  \"1\\\"\\\\x\": \"a\\n    evil: planned\\u2028b\"\n";
    let file = sources.add("e.yaml", text);
    files.read(&sources, file);
    let library = xwalk::load::library(&sources, files).sound().unwrap().0;
    let text = skeleton(library.catalogs().collect());
    assert!(said(&read(text.clone(), &library)).is_empty());
    assert_eq!(said(&read(text.replace("# \"", "\""), &library)).len(), 1);
}

#[test]
fn stating_every_requirement_of_a_skeleton_uncomments_it_line_by_line() {
    let library = small();
    let mut draft = read(skeleton(library.catalogs().collect()), &library);
    let expected: Vec<String> =
        draft.text().lines().map(|line| uncommented(line).unwrap_or_else(|| line.to_owned())).collect();
    for id in ["d:1/A.2", "c:1/3", "c:1/1.1", "c:1/1.10", "d:1/A.1", "c:1/2.2", "c:1/1.2", "c:1/2.1", "d:1/A.10"] {
        let id = clause(id);
        draft = draft.set(&library, &id, &draft.with_status(&id, Status::Implemented)).unwrap();
    }
    assert_eq!(draft.text(), format!("{}\n", expected.join("\n")));
}

#[test]
fn the_command_writes_a_skeleton_and_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_xwalk")).arg("init").args(args).current_dir(folder.path()).output().unwrap()
    };
    let args = ["9001:2008", "ISO 9001:2008", "--target", "20000-1:2011", "--organization", "A: B"];
    let shown = run(&args);
    assert_eq!((shown.status.code(), shown.stderr.is_empty()), (Some(0), true));
    let text = String::from_utf8(shown.stdout).unwrap();
    assert!(text.contains("\norganization: \"A: B\"\n") && text.contains("\ntargets: [\"iso-iec-20000-1:2011\"]\n"));
    assert_eq!(text.matches("\n  iso-9001:2008:\n").count(), 1);
    assert_eq!(run(&[&args[..], &["--output", "a.yaml"]].concat()).status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(folder.path().join("a.yaml")).unwrap(), text);
    let again = run(&["9001:2015", "--output", "a.yaml"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8(again.stderr).unwrap().contains("a.yaml: it already exists"));
    assert_eq!(std::fs::read_to_string(folder.path().join("a.yaml")).unwrap(), text);
}
