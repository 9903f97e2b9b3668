//! Other programs' files on the command line: what is read of them, what is written, and what is refused.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const PIER: &str = "tests/rules/left-out/pier.yaml";
const TABLE: &str = "iso-9001-2008--iso-iec-20000-1-2011";
const ASSESSMENT: &str = "examples/harbour-it/assessment.yaml";

fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(args);
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|entry| entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/")).collect()
}

#[test]
fn a_library_becomes_a_file_for_each_edition_and_table_which_are_sound() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let output = run(&["import", PIER, "--output", path, "--format", "csv"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(names(folder.path()), ["pier/2026.yaml", "quay/2020.yaml", "relations/pier-2026--quay-2020--ciso.yaml"]);
    assert!(text(&output.stderr).contains("left-out"), "{}", text(&output.stderr));
    // What was written stands by itself.
    let map = run(&["map", "pier:2026", "quay:2020", "--standards", path, "--format", "csv"]);
    let rows = text(&map.stdout);
    assert_eq!(
        rows.lines().nth(1).unwrap().split(',').take(4).collect::<Vec<_>>(),
        ["pier:2026/1", "quay:2020/1", "full", "full"]
    );
    // And the library as it is says the same.
    let same = run(&["map", "pier:2026", "quay:2020", "--standards", PIER, "--format", "csv"]);
    assert_eq!(text(&same.stdout), rows);
}

#[test]
fn what_is_read_is_what_is_taken_and_what_is_left_out() {
    let output = run(&["import", PIER, "--dry-run", "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let counts = answer["counts"].as_array().unwrap();
    let whole: Vec<_> = counts
        .iter()
        .map(|count| {
            (
                count["what"].as_str().unwrap(),
                count["read"].as_u64(),
                count["taken"].as_u64(),
                count["left-out"].as_u64(),
            )
        })
        .collect();
    let nodes = ("requirement nodes", Some(1), Some(1), Some(0));
    assert_eq!(whole, [nodes, nodes, ("mapping rows", Some(2), Some(1), Some(1))]);
    // Why something is left out is a list of its own.
    let causes = answer["left-out"].as_array().unwrap();
    assert_eq!((causes.len(), &causes[0]["what"], &causes[0]["left-out"]), (1, &"mapping rows".into(), &1.into()));
    assert!(causes[0]["why"].as_str().unwrap().starts_with("mapping rows name nodes"), "{causes:?}");
}

#[test]
fn several_files_go_into_a_folder_and_one_wherever_it_is_wanted() {
    let output = run(&["import", PIER]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("the input gives 3 files"), "{}", text(&output.stderr));
    let one = run(&["import", "tests/rules/read-as/framework.yaml"]);
    assert!(text(&one.stdout).starts_with("---\nxwalk: catalog/1\nid: pier:2026\n"), "{}", text(&one.stdout));
}

#[test]
fn what_is_in_no_known_format_is_said_with_what_it_looks_like() {
    let output = run(&["import", "tests/rules/unknown-format/other.json"]);
    assert_eq!(output.status.code(), Some(2));
    let told = text(&output.stderr);
    assert!(
        told.contains("other.json is JSON that begins with the key name, which is not a format that `import` reads"),
        "{told}"
    );
    let own = run(&["import", ASSESSMENT]);
    assert!(text(&own.stderr).contains("is already a file of xwalk"), "{}", text(&own.stderr));
    let stray = run(&["import", PIER, "--organization", "Us"]);
    assert!(text(&stray.stderr).contains("some options are only for spreadsheets"), "{}", text(&stray.stderr));
}

#[test]
fn each_format_is_written_twice_alike_and_says_what_it_could_not_hold() {
    for args in [
        &["export", "iso-9001:2015", "--to", "oscal"][..],
        &["export", TABLE, "--to", "oscal", "--unstated", "own-word"],
        &["export", ASSESSMENT, "--to", "oscal"],
        &["export", ASSESSMENT, "--to", "oscal-poam", "--target", "iso-iec-20000-1:2011"],
        &["export", "iso-9001:2015", "--to", "ciso-assistant"],
        &["export", TABLE, "--to", "ciso-assistant", "--unstated", "weaken"],
        &["export", TABLE, "--to", "sssom", "--unstated", "weaken"],
        &["export", "iso-9001-2015--iso-iec-27001-2022", "--to", "strm", "--format", "csv"],
        &["export", "9001:2015", "--against", "27001:2022", "--inferred", "--to", "sssom"],
    ] {
        let [first, second] = [run(args), run(args)];
        assert_eq!(first.status.code(), Some(0), "{args:?}: {}", text(&first.stderr));
        assert!(first.stdout.len() > 400, "{args:?}");
        assert_eq!((first.stdout, first.stderr), (second.stdout, second.stderr), "{args:?}");
    }
    // A CSV file holds the rows alone.
    let csv = run(&["export", "iso-9001-2015--iso-iec-27001-2022", "--to", "strm", "--format", "csv"]);
    let left = "1 sheet with the table's own particulars was left out: this format holds only the rows";
    assert!(text(&csv.stderr).contains(left), "{}", text(&csv.stderr));
    let json = run(&["export", "iso-9001-2015--iso-iec-27001-2022", "--to", "strm", "--format", "json"]);
    assert!(!text(&json.stderr).contains(left), "{}", text(&json.stderr));
    let nothing = run(&["export", TABLE, "--to", "oscal"]);
    assert_eq!(nothing.status.code(), Some(2), "of no row there the reverse is stated");
    assert!(text(&nothing.stderr).contains("--unstated own-word"), "{}", text(&nothing.stderr));
    let joint = run(&["export", TABLE, "--to", "sssom"]);
    assert!(text(&joint.stderr).contains("1 joint row is left out"), "{}", text(&joint.stderr));
}

#[test]
fn what_was_exported_to_oscal_is_what_is_there_beside_the_bundled_standards() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.json");
    let path = path.to_str().unwrap();
    let output = run(&["export", "iso-9001:2015", "--to", "oscal", "--output", path]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let told = "iso-9001:2015 was written by xwalk and already exists: the existing edition is read";
    let output = run(&["import", path, "--dry-run"]);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains(told), "{}", text(&output.stderr));
    let list = run(&["list", "--standards", path, "--format", "csv"]);
    assert_eq!(list.status.code(), Some(0), "{}", text(&list.stderr));
    let answer = text(&list.stdout);
    let ids = || answer.lines().filter_map(|line| line.split(',').nth(1));
    assert!(ids().any(|id| id == "iso-9001:2015") && !ids().any(|id| id.ends_with("-oscal")), "{answer}");
    assert!(text(&list.stderr).contains(told), "{}", text(&list.stderr));
}

#[test]
fn a_table_that_is_imported_into_a_file_is_called_by_that_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let exported = path("t.tsv");
    let output = run(&["export", TABLE, "--to", "sssom", "--output", &exported]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let own = path("our-own.yaml");
    let output = run(&["import", &exported, "--output", &own]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let written = fs::read_to_string(&own).unwrap();
    assert!(written.contains("\nid: our-own\n"), "{written}");
    assert!(text(&output.stderr).contains("got the id our-own, after its file"), "{}", text(&output.stderr));
    let check = run(&["check", &own]);
    assert!(!text(&check.stdout).contains("id-not-file-name"), "{}", text(&check.stdout));
    let refused = run(&["import", &exported, "--output", &path("our own.yaml")]);
    assert_eq!(refused.status.code(), Some(2), "{}", text(&refused.stderr));
    assert!(text(&refused.stderr).contains("our own is not a valid table id"), "{}", text(&refused.stderr));
}

#[test]
fn a_sheet_of_statements_says_what_it_does_not_hold() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (workbook, rows) = (path("a.xlsx"), path("a.csv"));
    let told = text(&run(&["export", ASSESSMENT, "--output", &workbook]).stderr);
    assert!(
        told.contains("1 list of usual efforts is left out") && !told.contains("organization is left out"),
        "{told}"
    );
    let told = text(&run(&["export", ASSESSMENT, "--output", &rows]).stderr);
    assert!(
        told.contains("5 processes are left out") && told.contains("1 name of the organization is left out"),
        "{told}"
    );
    let read = run(&["import", &workbook]);
    assert_eq!(read.status.code(), Some(0), "{}", text(&read.stderr));
    let read = text(&read.stdout);
    assert!(read.contains("\norganization: Harbour IT"), "{read}");
    let unnamed = run(&["import", &rows]);
    assert_eq!(unnamed.status.code(), Some(2), "{}", text(&unnamed.stderr));
}

#[test]
fn where_nothing_is_left_to_write_only_formats_are_named_that_hold_something() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let table = |id: &str, row: &str| {
        let head =
            "xwalk: relations/1\nfrom: iso-9001:2008\nto: iso-9001:2015\nversion: 1\nsource: Us\nconfidence: high\n";
        write(&format!("{id}.yaml"), &format!("{head}id: {id}\nrows:\n  - {row}\n"))
    };
    let help = |named: &str, to: &str| {
        let output = run(&["export", named, "--to", to]);
        assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
        text(&output.stderr).lines().find_map(|line| Some(line.split_once("tip: ")?.1.to_owned())).unwrap()
    };
    let joint = table("joint", "{ from: [\"4.1\", \"5.1\"], to: \"5.1.1\", relation: full, reverse: full }");
    assert_eq!(help(&joint, "strm"), "--to oscal can hold some of it; a spreadsheet, without --to, holds all rows");
    let related = table("related", "{ from: \"4.1\", to: \"5.1.1\", relation: related }");
    assert_eq!(
        help(&related, "ciso-assistant"),
        "--to oscal or --to sssom can hold some of it; a spreadsheet, without --to, holds all rows"
    );
}

#[test]
fn what_was_exported_to_ciso_assistant_is_what_is_there_beside_the_bundled_standards() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (edition, table) = ("iso-9001:2015", "iso-9001-2015--iso-iec-27001-2022");
    for (named, file) in [(edition, "a.yaml"), ("iso-iec-27001:2022", "b.yaml"), (table, "m.yaml")] {
        let output = run(&["export", named, "--to", "ciso-assistant", "--output", &path(file)]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    }
    let output = run(&["import", &path("m.yaml"), &path("a.yaml"), &path("b.yaml"), "--dry-run", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(
        text(&output.stderr)
            .contains("iso-9001:2015 was written by xwalk and already exists: the existing edition is read"),
        "{}",
        text(&output.stderr)
    );
    let made = run(&["import", &path("m.yaml"), "--id", "x"]);
    assert_eq!(made.status.code(), Some(2), "an id is for sheets");
    let made = text(&run(&["import", &path("m.yaml")]).stdout);
    assert!(made.contains("\nfrom: iso-9001:2015\nto: iso-iec-27001:2022\n"), "{made}");
    // Of 129 rows 14 are joint, 68 say that nothing covers a clause, and 3 are only related.
    assert_eq!(made.matches("relation: ").count(), 44, "{made}");
    let list = run(&["list", "--standards", folder.path().to_str().unwrap(), "--format", "csv"]);
    let list = text(&list.stdout);
    let ids = || list.lines().filter_map(|line| line.split(',').nth(1));
    assert!(ids().any(|id| id == edition) && !ids().any(|id| id.ends_with("-ciso-assistant")), "{list}");
}

#[test]
fn what_a_format_does_not_hold_is_refused_with_what_it_holds() {
    for (args, told) in [
        (&["export", "iso-9001:2015", "--to", "sssom"][..], "a mapping set"),
        (&["export", ASSESSMENT, "--to", "ciso-assistant"], "a CISO Assistant library"),
        (&["export", TABLE, "--to", "oscal-poam"], "it holds the plan of an assessment"),
        (
            &["export", TABLE, "--with", "iso-9001:2015", "--to", "oscal"],
            "iso-9001:2015 is a catalog, but the other names are tables",
        ),
        (&["export", "no-such-table", "--to", "sssom"], "no file, edition or table is called no-such-table"),
    ] {
        let output = run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(text(&output.stderr).contains(told), "{args:?}: {}", text(&output.stderr));
    }
}

#[test]
fn an_export_takes_the_place_of_an_earlier_one_and_of_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("catalog.json");
    let args = ["export", "iso-9001:2015", "--to", "oscal", "--output", path.to_str().unwrap()];
    assert_eq!(run(&args).status.code(), Some(0));
    assert_eq!(run(&args).status.code(), Some(0));
    fs::write(&path, "{ \"mine\": true }").unwrap();
    assert_eq!(run(&args).status.code(), Some(2));
    assert_eq!(fs::read_to_string(&path).unwrap(), "{ \"mine\": true }");
}

#[test]
fn a_pack_was_read_when_it_was_made_and_nothing_else_is_believed() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("pier.xwp");
    let pack = pack.to_str().unwrap();
    assert_eq!(run(&["pack", PIER, "--output", pack]).status.code(), Some(0));
    let said = run(&["map", "pier:2026", "quay:2020", "--standards", pack, "--intersect-as", "related"]);
    assert_eq!(said.status.code(), Some(2));
    assert!(
        text(&said.stderr)
            .contains("this pack was created with intersect-as partial, and --intersect-as cannot change this"),
        "{}",
        text(&said.stderr)
    );
    let unsaid = run(&["map", "pier:2026", "quay:2020", "--standards", pack, "--format", "csv"]);
    let same = run(&["map", "pier:2026", "quay:2020", "--standards", PIER, "--format", "csv"]);
    assert_eq!(text(&unsaid.stdout), text(&same.stdout));
}

#[test]
fn a_file_of_ours_that_breaks_off_and_other_yaml_are_no_sheets() {
    let folder = tempfile::tempdir().unwrap();
    for (name, held, expected) in [
        ("a.yaml", "xwalk: cata", "starts like a file of xwalk, but does not name its kind"),
        ("b.yaml", "xwalk:", "starts like a file of xwalk, but does not name its kind"),
        ("c.txt", "\u{feff}# ours\nxwalk:\nid: a:1\n", "starts like a file of xwalk"),
        (
            "d.yml",
            "urn: urn:x\nname: y\n",
            "is YAML that begins with the key urn, which is not a format that `import` reads",
        ),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, held).unwrap();
        let output = run(&["import", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(text(&output.stderr).contains(expected), "{name}: {}", text(&output.stderr));
    }
}

#[test]
fn where_nothing_is_left_to_write_every_format_says_why_and_what_would_change_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("t.yaml");
    let rows = "rows:\n  - { from: \"4.1\", to: \"4.1\", relation: full }\n";
    let head = "xwalk: relations/1\nid: t\nfrom: iso-9001:2008\nto: iso-9001:2015\nversion: 1\nsource: Made up\nconfidence: low\n";
    fs::write(&path, format!("{head}{rows}")).unwrap();
    let out = folder.path().join("out");
    let export = |to: &str, more: &[&str]| {
        let args = ["export", path.to_str().unwrap(), "--to", to, "--output", out.to_str().unwrap()];
        let output = run(&[&args, more].concat());
        let is_written = out.exists();
        drop(fs::remove_file(&out));
        (output.status.code(), is_written, text(&output.stderr))
    };
    for (to, way) in [("sssom", "weaken"), ("oscal", "own-word"), ("ciso-assistant", "weaken"), ("strm", "")] {
        let (code, is_written, told) = export(to, &[]);
        assert_eq!((code, is_written), (Some(2), false), "{to}: {told}");
        assert!(told.contains("nothing was written, because nothing remains to be written: 1 "), "{to}: {told}");
        let tip = match way {
            "" => "a spreadsheet, without --to, holds all rows".to_owned(),
            way => format!("--unstated {way} writes"),
        };
        assert!(told.contains(&tip), "{to}: {told}");
        if !way.is_empty() {
            assert!(export(to, &["--unstated", way]).1, "{to}");
        }
    }
    for (to, is_held) in [("sssom", true), ("oscal", true), ("ciso-assistant", false), ("strm", false)] {
        assert_eq!(export(to, &["--unstated", "own-word"]).1, is_held, "{to}");
    }
}

#[test]
fn ids_of_statements_are_known_with_zeros_capitals_and_words_before_them() {
    let folder = tempfile::tempdir().unwrap();
    let sheet = folder.path().join("s.csv");
    let import = |id: &str| {
        fs::write(&sheet, format!("clause,status\n\"{id}\",implemented\n")).unwrap();
        let output = run(&["import", sheet.to_str().unwrap(), "--edition", "27001:2022", "--organization", "Us"]);
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    for (id, clause) in [
        ("A.5.01", "A.5.1"),
        ("a.5.1", "A.5.1"),
        ("ISO 27001 A.5.1", "A.5.1"),
        ("ISO/IEC 27001:2022 A.5.01", "A.5.1"),
        ("Annex A.5.1", "A.5.1"),
        ("A.05", "A.5"),
        ("05", "5"),
        ("04.1", "4.1"),
    ] {
        let (code, yaml, told) = import(id);
        assert_eq!(code, Some(0), "{id}: {told}");
        assert!(yaml.contains(&format!("    \"{clause}\": implemented\n")), "{id}: {yaml}");
    }
    for (id, why) in [
        ("4.1 4.2", "names several clauses"),
        ("ISO 9001 4.1", "is not a valid clause id"),
        ("A.055", "has no clause A.055"),
        ("4.1 04.2", "is not a valid clause id"),
    ] {
        let (code, _, told) = import(id);
        assert!(code == Some(1) && told.contains(why), "{id}: {told}");
    }
}

#[test]
fn each_column_of_a_wide_crosswalk_becomes_a_table_in_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let (sheet, out) = (folder.path().join("wide.csv"), folder.path().join("tables"));
    let write = |itil: &str| {
        fs::write(&sheet, format!("Control,ISO 9001,ITIL,Else\nA.5.1,\"5.2.1; 6.2.1\",,x\nA.5.2,5.3,{itil},\n"))
            .unwrap()
    };
    let import = |more: &[&str]| {
        let args = [
            "import",
            sheet.to_str().unwrap(),
            "--map",
            "Control=from",
            "--relation",
            "related",
            "--from-edition",
            "27001:2022",
            "--to-column",
            "ISO 9001=9001:2015",
            "--to-column",
            "ITIL=itil:4",
            "--source",
            "ACME",
            "--confidence",
            "low",
        ];
        let output = run(&[&args, more].concat());
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let path = out.to_str().unwrap();
    write("SMP.14");
    let (code, _, told) = import(&[]);
    assert!(code == Some(2) && told.contains("2 tables") && told.contains("--output DIR"), "{told}");
    let (code, answer, told) = import(&["--output", path, "--format", "csv"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("column 4 (Else)"), "{told}");
    let lines: Vec<&str> = answer.lines().collect();
    assert_eq!(
        lines[1..3],
        [
            "iso-iec-27001-2022--iso-9001-2015.yaml,relation table,iso-iec-27001-2022--iso-9001-2015,3",
            "iso-iec-27001-2022--itil-4.yaml,relation table,iso-iec-27001-2022--itil-4,1",
        ]
    );
    fs::remove_dir_all(&out).unwrap();
    // What would be written is listed row by row.
    let (code, answer, told) = import(&["--dry-run", "--format", "json"]);
    assert_eq!((code, out.exists()), (Some(0), false), "{told}");
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let to: Vec<&str> = answer["rows"].as_array().unwrap().iter().map(|row| row["to"].as_str().unwrap()).collect();
    assert_eq!(to, ["iso-9001:2015/5.2.1", "iso-9001:2015/6.2.1", "iso-9001:2015/5.3", "itil:4/SMP.14"], "{answer}");
    import(&["--output", path]);
    assert_eq!(names(&out), ["iso-iec-27001-2022--iso-9001-2015.yaml", "iso-iec-27001-2022--itil-4.yaml"]);
    // Where one column is wrong, none is written.
    fs::remove_dir_all(&out).unwrap();
    write("Nobody");
    assert_eq!((import(&["--output", path]).0, out.exists()), (Some(1), false));
    let (code, _, told) = import(&["--output", path, "--id", "mine"]);
    assert!(code == Some(2) && told.contains("leave out --into, --id and --title"), "{told}");
}

#[test]
fn a_pair_that_is_refused_is_written_once_and_does_not_come_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("us.refused.csv");
    let file = path.to_str().unwrap();
    let suggest = |rest: &[&str]| {
        let args = ["suggest", "iso-iec-27001:2022", "pci-dss:4.0.1", "--refused", file];
        run(&[&args[..], rest].concat())
    };
    let candidates = ["--for", "1.1", "--stated", "--format", "csv"];
    assert_eq!(suggest(&candidates).status.code(), Some(2), "a file that is named has to be there");
    assert_eq!(suggest(&["--refuse", "A.8.21", "1.1"]).status.code(), Some(2), "a reason is asked for");
    assert_eq!(suggest(&["--refuse", "A.8.21", "1.1", "--why", "bought, not built"]).status.code(), Some(0));
    assert_eq!(suggest(&["--unsure", "A.8.16", "1.1"]).status.code(), Some(0));
    let written = "from,to,verdict,why\niso-iec-27001:2022/A.8.21,pci-dss:4.0.1/1.1,refused,\"bought, not built\"\n\
                   iso-iec-27001:2022/A.8.16,pci-dss:4.0.1/1.1,unsure,\n";
    assert_eq!(fs::read_to_string(&path).unwrap(), written);
    let again = suggest(&["--unsure", "A.8.16", "1.1"]);
    assert!(text(&again.stdout).starts_with("Nothing changes"), "{}", text(&again.stdout));
    let turned = suggest(&["--unsure", "A.8.21", "1.1"]);
    assert_eq!(turned.status.code(), Some(2));
    assert!(text(&turned.stderr).contains("are already refused"), "{}", text(&turned.stderr));
    assert_eq!(fs::read_to_string(&path).unwrap(), written);
    // Who was unsure and is sure changes the line where it stands.
    assert_eq!(suggest(&["--refuse", "A.8.16", "1.1", "--why", "sure, now"]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(&path).unwrap(), written.replace("unsure,", "refused,\"sure, now\""));
    fs::write(&path, written).unwrap();
    let rows = text(&suggest(&candidates).stdout);
    assert_eq!(rows.lines().count(), 6, "{rows}");
    assert!(!rows.contains("/A.8.21,") && !rows.contains("/A.8.16,"), "{rows}");
    // In an empty file nothing is refused.
    fs::write(&path, "").unwrap();
    assert_eq!(suggest(&candidates).status.code(), Some(0));
    // What is wrong in it stops the next decision too, and nothing is written.
    fs::write(&path, written.replace("unsure", "unsrue")).unwrap();
    assert_eq!(suggest(&["--unsure", "A.8.9", "1.2"]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(&path).unwrap(), written.replace("unsure", "unsrue"));
}

#[test]
fn the_metadata_beside_a_mapping_set_is_found_where_the_set_itself_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("x.sssom.tsv");
    let rows = "subject_id\tpredicate_id\tobject_id\tmapping_justification\nA:4.1\tskos:exactMatch\tB:4.1\tsemapv:ManualMappingCuration\n";
    fs::write(&table, rows).unwrap();
    let path = table.to_str().unwrap();
    let bare = run(&["import", path, "--dry-run", "--format", "json"]);
    assert!(text(&bare.stderr).contains("does not say what its prefixes stand for"), "{}", text(&bare.stderr));
    let metadata = "mapping_set_id: https://x.example/x\ncurie_map:\n  A: \"urn:xwalk:iso-9001:2008:\"\n  B: \"urn:xwalk:iso-9001:2015:\"\n";
    fs::write(folder.path().join("x.sssom.yml"), metadata).unwrap();
    let found = run(&["import", path, "--dry-run", "--format", "json"]);
    assert_eq!(text(&found.stderr), "");
    let answer: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
    assert_eq!(answer["answer"][0]["entries"], 1, "{answer}");
    let listed = run(&["list", "tables", "--standards", path, "--format", "csv"]);
    assert!(
        text(&listed.stdout).contains("iso-9001:2015") && text(&listed.stderr).is_empty(),
        "{}",
        text(&listed.stderr)
    );
}

#[test]
fn a_dry_run_ends_as_the_run_would() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let empty = "#curie_map:\n#  a: \"urn:a:\"\nsubject_id\tpredicate_id\tobject_id\na:1\tskos:exactMatch\ta:2\n";
    fs::write(path("set.sssom.tsv"), empty).unwrap();
    fs::write(path("theirs.yaml"), "somebody: else\n").unwrap();
    fs::write(path("s.csv"), "clause,status\n4.1,implemented\n").unwrap();
    let pier: &[&str] = &["import", PIER, "--output"];
    for args in [
        [&["import", &path("set.sssom.tsv")][..], &[]].concat(),
        [pier, &[&path("theirs.yaml")]].concat(),
        [
            &["import", &path("s.csv"), "--edition", "9001:2015", "--organization", "Us", "--output"],
            &[path("theirs.yaml").as_str()][..],
        ]
        .concat(),
    ] {
        let (dry, wet) = (run(&[&args[..], &["--dry-run"]].concat()), run(&args));
        assert_eq!((dry.status.code(), wet.status.code()), (Some(2), Some(2)), "{args:?}");
        let error = |output: &Output| {
            let told = text(&output.stderr);
            told.find("error:").map(|at| told[at..].to_owned())
        };
        assert_eq!(error(&dry), error(&wet), "{args:?}");
        assert!(error(&dry).is_some());
    }
    assert_eq!(text(&fs::read(path("theirs.yaml")).unwrap()), "somebody: else\n");
}

#[test]
fn an_answer_says_that_an_edition_of_others_has_another_name() {
    let folder = tempfile::tempdir().unwrap();
    let library = "urn: urn:intuitem:risk:library:iso\nref_id: iso\nname: Theirs\nobjects:\n  framework:\n    urn: urn:intuitem:risk:framework:iso-9001-2015\n    ref_id: iso-9001-2015\n    name: Theirs\n    requirement_nodes:\n    - urn: urn:intuitem:risk:req_node:iso-9001-2015:1\n      assessable: true\n      depth: 1\n      ref_id: '1'\n      name: One\n";
    fs::write(folder.path().join("library.yaml"), library).unwrap();
    let standards = folder.path().to_str().unwrap();
    let gap = |target: &str| run(&["gap", ASSESSMENT, "--target", target, "--standards", standards]);
    let note = "an edition of --standards has the name of one that was there, and the answer does not speak of it: that of iso-9001:2015 is iso-9001:2015-ciso-assistant";
    let asked = gap("iso-9001:2015");
    assert!(text(&asked.stderr).contains(note), "{}", text(&asked.stderr));
    let theirs = gap("iso-9001:2015-ciso-assistant");
    assert_eq!(theirs.status.code(), Some(0), "{}", text(&theirs.stderr));
    assert!(!text(&theirs.stderr).contains("that of iso-9001:2015 is"), "{}", text(&theirs.stderr));
    let stated = "xwalk: assessment/1\norganization: Us\nscope: All\ndate: 2026-11-20\nassessor: We\ntargets: [iso-9001:2015]\nstatuses: { iso-9001:2015: { \"4.1\": implemented } }\n";
    let beside = tempfile::tempdir().unwrap();
    let path = |name: &str| beside.path().join(name).to_str().unwrap().to_owned();
    let (own, site) = (path("assessment.yaml"), path("site"));
    fs::write(&own, stated).unwrap();
    for args in [
        &["portal", &own, "--output", &site][..],
        &["export", &own, "--format", "csv"],
        &["export", &own, "--to", "oscal"],
        &["export", "iso-9001:2015", "--format", "csv"],
        &["export", "iso-9001:2015", "--to", "ciso-assistant"],
        &["export", "iso-9001-2008--iso-9001-2015", "--to", "sssom", "--unstated", "weaken"],
        &["suggest", "iso-9001:2015", "iso-14001:2015", "--limit", "1"],
        &["map-sheet", "iso-9001:2015", "iso-14001:2015", "--mapper", "Us", "--format", "csv"],
        &["diff", "iso-9001:2008", "iso-9001:2015"],
        &["trend", &own, &own],
        &["audit", "standards/relations/iso-9001-2008--iso-9001-2015.yaml"],
        &["portfolio", &own],
        &["portfolio", &own, "--format", "csv"],
    ] {
        let told = run(&[args, &["--standards", standards]].concat());
        assert_eq!(told.status.code(), Some(0), "{args:?}: {}", text(&told.stderr));
        assert_eq!(text(&told.stderr).matches(note).count(), 1, "{args:?}: {}", text(&told.stderr));
    }
}

#[test]
fn an_option_that_counts_says_what_it_takes() {
    for (args, takes) in [
        (["plan", ASSESSMENT, "--wins", "-1"], "'--wins <N>': a whole number, such as 10"),
        (["search", "audit", "--limit", "0"], "'--limit <N>': a whole number from 1, such as 10"),
        (["audit", ASSESSMENT, "--limit", "ten"], "'--limit <N>': a whole number, such as 10"),
    ] {
        let told = run(&args);
        assert_eq!(told.status.code(), Some(2), "{args:?}");
        assert!(text(&told.stderr).contains(takes), "{args:?}: {}", text(&told.stderr));
    }
}
