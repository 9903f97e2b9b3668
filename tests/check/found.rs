//! Which files are looked at, and what is said of those that cannot be.

use std::path::Path;

use crate::{ASSESSMENT, code, findings, folder, run};

fn said(folder: &Path, args: &[&str]) -> String {
    String::from_utf8(run(folder, args).stdout).unwrap()
}

#[test]
fn what_others_make_and_what_is_to_be_ignored_is_left_out_of_folders() {
    let wrong = "xwalk: assessment/1\n";
    let files = folder(&[
        ("a.yaml", ASSESSMENT),
        (".gitignore", "/made\n"),
        ("made/b.yaml", wrong),
        (".xwalkignore", "# not ours\ninputs/\n*.draft.yaml\n!kept.draft.yaml\n"),
        ("deep/inputs/b.yaml", wrong),
        ("deep/b.draft.yaml", wrong),
        ("deep/kept.draft.yaml", ASSESSMENT),
        ("deep/target/b.yaml", wrong),
        ("node_modules/b.yaml", wrong),
        (".hidden/b.yaml", wrong),
    ]);
    let path = files.path();
    assert_eq!(
        said(path, &[]).lines().take(3).collect::<Vec<_>>(),
        [
            "Checked 2 files: no faults",
            "2 folders are not searched, because other programs use them: deep/target,",
            "  node_modules.",
        ]
    );
    assert_eq!(code(path, &[]), 0);
    // What is named itself is looked at all the same.
    assert_eq!(findings(path, &["deep/target"]), ["deep/target/b.yaml:1:1 missing-key"]);
    assert_eq!(findings(path, &["deep/inputs"]), ["deep/inputs/b.yaml:1:1 missing-key"]);
    assert_eq!(findings(path, &["deep/b.draft.yaml", "."]), ["deep/b.draft.yaml:1:1 missing-key"]);
    // Patterns of the command line hold for what is named too, and for folders with all that is in them.
    assert!(said(path, &["--exclude", "deep/"]).starts_with("Checked 1 file: no faults\n"));
    assert_eq!(code(path, &["deep/b.draft.yaml", "a.yaml", "--exclude", "*.draft.yaml"]), 0);
    assert_eq!(code(path, &["--exclude", "[z-a]"]), 2);
}

#[test]
fn the_folder_of_this_project_is_clean() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let said = said(root, &["."]);
    assert!(said.starts_with("Checked 13 files: no faults\n"), "nine examples, three catalogs and a table: {said}");
}

#[test]
fn a_hook_that_names_what_a_commit_has_changed_gets_a_right_answer() {
    let files = folder(&[
        (".xwalkignore", "tests/\n"),
        ("tests/wrong.yaml", "xwalk: assessment/1\n"),
        ("other.yaml", "name: something else\n"),
        ("a.yaml", "xwalk: assessment/1\norganization: Us\nstatuses: { mine:1: { \"1\": implemented } }\n"),
        ("library/mine.yaml", "xwalk: catalog/1\nid: mine:1\ntitle: Mine\nclauses: { \"1\": One }\n"),
        ("b.yaml", "xwalk: assessment/1\norganization: \"\"\n"),
    ]);
    let path = files.path();
    let hook = |names: &[&str]| {
        let args = [&["--skip-others", "--beside", "."], names].concat();
        (code(path, &args), findings(path, &args))
    };
    assert_eq!(hook(&["a.yaml", "tests/wrong.yaml", "other.yaml"]), (0, vec![]));
    assert_eq!(hook(&["other.yaml"]), (0, vec![]), "nothing of ours was changed");
    assert_eq!(hook(&["b.yaml"]), (1, vec!["b.yaml:2:15 missing-key".to_owned()]));
    assert_eq!(findings(path, &["a.yaml"]), ["a.yaml:3:13 unknown-edition"], "alone it is not known");
    assert_eq!(code(path, &["tests/wrong.yaml"]), 1, "who names a file means it");
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_a_finding_and_hides_none() {
    let files = folder(&[("a.yaml", ASSESSMENT)]);
    let path = files.path();
    std::os::unix::fs::symlink("moved.yaml", path.join("b.yaml")).unwrap();
    let gate = ["--min-coverage", "99"];
    assert_eq!(findings(path, &gate), ["a.yaml:3:11 coverage-too-low", "b.yaml:1:1 unreadable"]);
    assert_eq!(code(path, &gate), 1);
    let said = said(path, &[]);
    assert!(said.starts_with("Checked 2 files: 1 error\n") && !said.contains("clean"), "{said}");
    assert_eq!(code(path, &["--format", "sarif", "--output", "found.sarif"]), 1);
    let log: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(path.join("found.sarif")).unwrap()).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "unreadable");
    assert_eq!(code(path, &["--write-baseline", "known.json"]), 1);
    assert!(!path.join("known.json").exists(), "what nobody saw is not known");
    // How to correct it.
    assert_eq!(code(path, &["--exclude", "b.yaml"]), 0);
    assert_eq!(code(path, &["nowhere.yaml"]), 2, "a name that names nothing is wrong usage");
}

#[cfg(unix)]
#[test]
fn evidence_is_a_file_at_or_below_the_folder_of_the_assessment_or_an_address() {
    let evidence = [
        "a.pdf",
        "deep/b.pdf#page=2",
        "c#1.pdf",
        "deep/../a.pdf",
        "inside.pdf",
        "https://example.com/x",
        "mailto:ann@example.com",
        // From here on there are findings.
        ".",
        "deep",
        "pipe",
        "../other.pdf",
        "outside.pdf",
        "/dev/null",
        "file:///dev/null",
        "FILE:a.pdf",
        "gone.pdf",
        "no scheme://a",
        "\"\"",
    ];
    let list: String = evidence.iter().map(|path| format!("        - {path}\n")).collect();
    let text = format!(
        "xwalk: assessment/1\norganization: Us\npolicy: {{ evidence-exists: true }}\nstatuses:\n  iso-9001:2008:\n    \"4.2.1\":\n      status: implemented\n      evidence:\n{list}"
    );
    let files =
        folder(&[("in/a.yaml", &text), ("in/a.pdf", ""), ("in/deep/b.pdf", ""), ("in/c#1.pdf", ""), ("other.pdf", "")]);
    let inside = files.path().join("in");
    std::os::unix::fs::symlink("a.pdf", inside.join("inside.pdf")).unwrap();
    std::os::unix::fs::symlink("../other.pdf", inside.join("outside.pdf")).unwrap();
    nix::unistd::mkfifo(&inside.join("pipe"), nix::sys::stat::Mode::S_IRWXU).unwrap();
    let expected: Vec<String> = (16..=26)
        .map(|line| {
            let rule = match line {
                24 | 25 => "evidence-not-found",
                26 => "empty-evidence",
                _ => "evidence-out-of-place",
            };
            format!("in/a.yaml:{line}:11 {rule}")
        })
        .collect();
    assert_eq!(findings(files.path(), &["in", "--all"]), expected);
    assert_eq!(code(files.path(), &["in"]), 3);
}
