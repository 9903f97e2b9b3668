//! What stands around the program: completions as bash asks for them, manual pages, schemas.

use std::fs;
use std::path::Path;
use std::process::Command;

const XWALK: &str = env!("CARGO_BIN_EXE_xwalk");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn printed(args: &[&str]) -> String {
    let output = Command::new(XWALK).current_dir(root()).args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What bash may put instead of the last part of a line, the cursor being at its end. The parts are those into
/// which bash takes it: at blanks, and at colons and equals signs, which are parts themselves.
fn in_bash(line: &str, parts: &[&str]) -> Vec<String> {
    in_bash_at(root(), line, parts)
}

/// The same in a folder.
fn in_bash_at(folder: &Path, line: &str, parts: &[&str]) -> Vec<String> {
    // The second argument of the function is the word to complete; right behind a colon or an equals sign it is empty.
    let script = r#"
        source <("$0" completions bash)
        COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9
        COMP_WORDS=("${@:2}") COMP_CWORD=$(($# - 2))
        typed=${COMP_WORDS[COMP_CWORD]}
        [[ $typed == [:=] ]] && typed=
        _xwalk "$0" "$typed" "${COMP_WORDS[COMP_CWORD - 1]}"
        [[ ${#COMPREPLY[@]} -eq 0 ]] || printf '%s\n' "${COMPREPLY[@]}"
    "#;
    let mut bash = Command::new("bash");
    bash.current_dir(folder).args(["--norc", "-c", script, XWALK, line]).args(parts);
    let output = bash.output().expect("bash is there");
    assert!(output.status.success() && output.stderr.is_empty(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn bash_registers_the_function_for_the_command() {
    let script = r#"source <("$0" completions bash); complete -p xwalk"#;
    let output = Command::new("bash").args(["--norc", "-c", script, XWALK]).output().unwrap();
    let registered = String::from_utf8(output.stdout).unwrap();
    assert!(registered.ends_with("-F _xwalk xwalk\n"), "{registered}");
}

#[test]
fn bash_completes_commands_and_options() {
    assert_eq!(in_bash("xwalk comp", &["xwalk", "comp"]), ["compare", "completions"]);
    assert_eq!(in_bash("xwalk gap x.yaml --cl", &["xwalk", "gap", "x.yaml", "--cl"]), ["--clause"]);
}

#[test]
fn bash_completes_an_edition_behind_its_colon() {
    let editions = ["1987", "1994", "2000", "2008", "2015", "2026"];
    assert_eq!(in_bash("xwalk map iso-9001:", &["xwalk", "map", "iso-9001", ":"]), editions);
    assert_eq!(in_bash("xwalk map iso-9001:20", &["xwalk", "map", "iso-9001", ":", "20"]), editions[2..]);
    assert_eq!(in_bash("xwalk guide pas", &["xwalk", "guide", "pas"]), ["pas-99:2006"]);
}

#[test]
fn bash_completes_what_stands_behind_an_equals_sign_and_a_colon() {
    let parts = ["xwalk", "gap", "x.yaml", "--target", "=", "iso-iec-20000-1", ":", "2"];
    assert_eq!(in_bash("xwalk gap x.yaml --target=iso-iec-20000-1:2", &parts), ["2011", "2018"]);
}

#[test]
fn a_colon_earlier_in_the_line_does_not_shift_what_is_completed() {
    let parts = ["xwalk", "map", "iso-9001", ":", "2008", "iso-iec-20000-1", ":", "2011", "--format", "x"];
    assert_eq!(in_bash("xwalk map iso-9001:2008   iso-iec-20000-1:2011 --format x", &parts), ["xlsx"]);
}

#[test]
fn an_alias_is_completed_where_no_id_begins_as_typed() {
    assert_eq!(in_bash("xwalk map 9001:2", &["xwalk", "map", "9001", ":", "2"]), ["2000", "2008", "2015", "2026"]);
}

#[test]
fn a_clause_is_completed_first_by_its_edition_then_by_its_number() {
    let parts = ["xwalk", "explain", "x.yaml", "iso-9001", ":", "2008"];
    assert_eq!(in_bash("xwalk explain x.yaml iso-9001:2008", &parts), ["2008/"]);
    let parts = ["xwalk", "explain", "x.yaml", "iso-9001", ":", "2008/4.2."];
    let numbers = ["2008/4.2.1", "2008/4.2.2", "2008/4.2.3", "2008/4.2.4"];
    assert_eq!(in_bash("xwalk explain x.yaml iso-9001:2008/4.2.", &parts), numbers);
}

#[test]
fn tables_methods_properties_and_kinds_of_file_are_completed() {
    let parts = ["xwalk", "matrix", "--without-table", "iso-9001-2008--iso-9"];
    let line = "xwalk matrix --without-table iso-9001-2008--iso-9";
    assert_eq!(in_bash(line, &parts), ["iso-9001-2008--iso-9001-2015"]);
    let methods = [
        "ims-roadmap",
        "ims-roadmap-industry",
        "iso-14001-2026-transition",
        "iso-20000-implementation",
        "iso-9001-2026-transition",
        "iso-iec-20000-1-implementation",
        "iso-iec-27001-implementation",
    ];
    assert_eq!(in_bash("xwalk plan x.yaml --method ", &["xwalk", "plan", "x.yaml", "--method", ""]), methods);
    assert_eq!(in_bash("xwalk coverage x --by pd", &["xwalk", "coverage", "x", "--by", "pd"]), ["pdca"]);
    assert_eq!(in_bash("xwalk schema m", &["xwalk", "schema", "m"]), ["method"]);
    assert_eq!(in_bash("xwalk man com", &["xwalk", "man", "com"]), ["compare", "completions"]);
}

#[test]
fn files_are_completed_and_quoted() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("our assessment.yaml"), "").unwrap();
    let path = folder.path().to_str().unwrap();
    let typed = format!("{path}/our");
    let completed = in_bash(&format!("xwalk gap {typed}"), &["xwalk", "gap", &typed]);
    assert_eq!(completed, [format!("{path}/our\\ assessment.yaml")]);
}

#[test]
fn what_nothing_completes_is_left_to_bash_as_it_was_typed() {
    assert_eq!(in_bash("xwalk gap no-such-file", &["xwalk", "gap", "no-such-file"]), [""; 0]);
    let parts = ["xwalk", "map", "iso-9001", ":", "2008", "iso-9001", ":", "19x"];
    assert_eq!(in_bash("xwalk map iso-9001:2008 iso-9001:19x", &parts), [""; 0]);
}

#[test]
fn what_may_be_a_file_or_a_name_is_completed_as_both() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("iso-9001-our-own.yaml"), "").unwrap();
    let complete = |line: &str| {
        let parts: Vec<&str> = line.split(' ').collect();
        in_bash_at(folder.path(), line, &parts)
    };
    for line in
        ["xwalk export iso-9001", "xwalk export catalog iso-9001", "xwalk diff iso-9001", "xwalk diff x iso-9001"]
    {
        let found = complete(line);
        for expected in ["iso-9001:1987", "iso-9001:2015", "iso-9001-our-own.yaml"] {
            assert!(found.contains(&expected.to_owned()), "{line}: {found:?}");
        }
    }
    for line in ["xwalk export iso-9001-2008--iso-9", "xwalk export table iso-9001-2008--iso-9"] {
        assert_eq!(complete(line), ["iso-9001-2008--iso-9001-2015"], "{line}");
    }
    assert_eq!(complete("xwalk export ta"), ["table"]);
    assert_eq!(complete("xwalk set x.yaml 4.1 --evidence iso"), ["iso-9001-our-own.yaml"]);
}

#[test]
fn a_clause_is_completed_by_its_number_alone_behind_an_assessment() {
    let folder = tempfile::tempdir().unwrap();
    let assessment =
        "xwalk: assessment/1\norganization: Us\ntargets: [iso-9001:2008]\nstatuses:\n  iso-iec-20000-1:2011:\n";
    fs::write(folder.path().join("our.yaml"), assessment).unwrap();
    let complete = |line: &str| in_bash_at(folder.path(), line, &line.split(' ').collect::<Vec<_>>());
    // What `set` takes a number alone for: nothing is stated yet, so it is of the one target.
    assert_eq!(complete("xwalk set our.yaml 4.3."), [""; 0]);
    assert_eq!(complete("xwalk set our.yaml 7.6"), ["7.6"]);
    // `gap` asks about the targets alone.
    assert_eq!(complete("xwalk gap our.yaml --clause 9."), [""; 0]);
    assert_eq!(complete("xwalk gap our.yaml --clause 7.6"), ["7.6"]);
    // `interview` asks about what stands under statuses.
    assert_eq!(complete("xwalk interview our.yaml --from 9."), ["9.1", "9.2", "9.3"]);
    assert_eq!(complete("xwalk set other.yaml 7.6"), [""; 0]);
}

#[test]
fn a_clause_is_completed_whatever_the_shell_says_of_the_name_of_the_assessment() {
    let folder = tempfile::tempdir().unwrap();
    // What is wrong with a statement does not matter, and of two targets a number is of the one that alone has it.
    let assessment = "xwalk: assessment/1\norganization: Us\ntargets: [iso-9001:2015, iso-iec-27001:2022]\nstatuses:\n  iso-9001:2015:\n    \"4.1\": nonsense\n";
    fs::write(folder.path().join("our own.yaml"), assessment).unwrap();
    let complete = |file: &str, typed: &str| {
        let line = format!("xwalk gap {file} --clause {typed}");
        in_bash_at(folder.path(), &line, &["xwalk", "gap", file, "--clause", typed])
    };
    for file in ["our\\ own.yaml", "\"our own.yaml\"", "'our own.yaml'"] {
        assert_eq!(complete(file, "8.7."), ["8.7.1", "8.7.2"], "{file}");
        assert_eq!(
            complete(file, "A.5.3"),
            ["A.5.3", "A.5.30", "A.5.31", "A.5.32", "A.5.33", "A.5.34", "A.5.35", "A.5.36", "A.5.37"]
        );
        assert_eq!(complete(file, "4.1"), [""; 0], "both have it");
        assert_eq!(complete(file, "iso"), ["iso-9001:2015/", "iso-iec-27001:2022/"], "what it aims at");
    }
}

#[test]
fn clauses_of_the_standards_of_a_project_are_completed() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("xwalk.toml", "standards = [\"own.yaml\"]\ntargets = [\"house-rules:1\"]\n");
    write(
        "own.yaml",
        "xwalk: catalog/1\nid: house-rules:1\ntitle: House rules\nclauses: { \"1\": One, \"1.1\": First, \"2\": Two }\n",
    );
    write("a.yaml", "xwalk: assessment/1\norganization: Us\nstatuses:\n  iso-9001:2015: { \"4.1\": implemented }\n");
    let complete = |line: &str| in_bash_at(folder.path(), line, &line.split(' ').collect::<Vec<_>>());
    assert_eq!(complete("xwalk gap a.yaml --clause 1"), ["1", "1.1"]);
    assert_eq!(complete("xwalk show house"), ["house-rules:1"]);
    assert_eq!(complete("xwalk --no-project show house"), [""; 0]);
}

#[test]
fn ids_of_the_folders_in_the_line_are_completed_and_what_a_shell_would_run_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let catalog = "
xwalk: catalog/1
id: house-rules:1
title: House rules
clauses: { \"1\": One, \"$(reboot)\": Two, \"1;reboot\": Three, \"1*\": Four }
";
    fs::write(folder.path().join("house-rules.yaml"), catalog).unwrap();
    let path = folder.path().to_str().unwrap();
    let line = format!("xwalk --standards {path} show house-rules:1/");
    let parts = ["xwalk", "--standards", path, "show", "house-rules", ":", "1/"];
    assert_eq!(in_bash(&line, &parts), ["1/1"]);
    fs::write(folder.path().join("broken.yaml"), "xwalk: nothing").unwrap();
    let line = format!("xwalk --standards {path} show pas");
    let parts = ["xwalk", "--standards", path, "show", "pas"];
    let bundled = ["pas-99:2006", "pas-99-2006--iso-annex-sl-2012"];
    assert_eq!(in_bash(&line, &parts), bundled, "what is bundled is there all the same");
}

#[test]
fn every_shell_gets_a_script_that_names_no_place_of_this_machine() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = printed(&["completions", shell]);
        assert!(script.contains("XWALK_COMPLETE"), "{shell}: {script}");
        assert!(!script.contains(env!("CARGO_MANIFEST_DIR")), "{shell}: {script}");
    }
    let unknown = Command::new(XWALK).args(["completions", "tcsh"]).output().unwrap();
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn a_manual_has_a_page_for_every_command_and_is_the_same_on_any_day() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("man1");
    fs::create_dir(&pages).unwrap();
    fs::write(pages.join("other.1"), "left alone").unwrap();
    printed(&["man", "--output", pages.to_str().unwrap()]);
    let mut names: Vec<String> =
        fs::read_dir(&pages).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let help = printed(&["--help"]);
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    // A line that goes on is indented further than a name.
    let commands = commands.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let commands = commands.map(|line| line.split_whitespace().next().unwrap()).filter(|name| *name != "help");
    let mut expected: Vec<String> = commands.map(|name| format!("xwalk-{name}.1")).collect();
    assert!(expected.len() > 20, "{expected:?}");
    expected.extend(["other.1".to_owned(), "xwalk.1".to_owned()]);
    expected.sort();
    assert_eq!(names, expected);
    let title = |name: &str| fs::read_to_string(pages.join(name)).unwrap().lines().nth(2).unwrap().to_owned();
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(title("xwalk-gap.1"), format!(".TH xwalk-gap 1 \" \" \"xwalk {version}\" xwalk"));
    assert_eq!(printed(&["man", "gap"]), fs::read_to_string(pages.join("xwalk-gap.1")).unwrap());
    assert_eq!(printed(&["man"]), fs::read_to_string(pages.join("xwalk.1")).unwrap());
}

#[test]
fn a_manual_page_of_no_command_is_wrong_usage() {
    let output = Command::new(XWALK).args(["man", "gaps"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said, "error: command gaps does not exist\n\n  tip: `xwalk --help` lists them\n");
}

#[test]
fn a_schema_is_printed_as_it_is_kept() {
    for kind in ["assessment", "catalog", "relations", "method"] {
        let kept = fs::read_to_string(root().join(format!("schemas/{kind}.json"))).unwrap().replace("\r\n", "\n");
        assert_eq!(printed(&["schema", kind]), kept);
    }
}
