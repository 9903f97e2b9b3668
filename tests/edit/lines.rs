//! What is written is laid out as the default rules of yamllint want it: lines of at most 80 columns, `---` at the beginning, no
//! blanks inside braces or at the end of a line, two before a comment, no word that readers of YAML 1.1 take for a truth value.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use xwalk::bundled;
use xwalk::edit::{Template, write};
use xwalk::load;
use xwalk::load::layout::{Form, Layout, Node, Quote, Style};
use xwalk::model::Library;
use xwalk::source::Sources;

/// A text that has to be broken, with a word that cannot be.
const LONG: &str = "Kept by the service desk: every change is recorded, reviewed \"twice\" and closed by whoever asked for it, see https://example.com/a/very/long/address/that/nobody/would/want/to/see/broken/into/two/lines/of/text and the rest";

fn bundled() -> Library {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    load::library(&sources, files).sound().unwrap().0
}

/// Words that readers of YAML 1.1 take for `true` or `false`.
const TRUTHS: [&str; 6] = ["yes", "no", "on", "off", "y", "n"];

/// What is wrong below a value: braces with blanks inside, and truth values.
fn faults_of(node: &Node, text: &str, found: &mut Vec<String>) {
    let inside = &text[node.span.clone()];
    match &node.form {
        Form::Map(Style::Flow | Style::Json, _) if inside.starts_with("{ ") || inside.ends_with(" }") => {
            found.push(format!("blanks inside braces: {inside}"));
        }
        Form::Text(word, Quote::Plain) if TRUTHS.contains(&word.to_lowercase().as_str()) => {
            found.push(format!("a truth value: {word}"));
        }
        Form::Nothing | Form::Alias(_) | Form::Text(..) | Form::List(..) | Form::Map(..) => {}
    }
    node.pairs().iter().for_each(|pair| [&pair.key, &pair.value].iter().for_each(|node| faults_of(node, text, found)));
    if let Form::List(_, items) = &node.form {
        items.iter().for_each(|node| faults_of(node, text, found));
    }
}

/// What the default rules of yamllint have against a text, as far as its writer can do anything about it.
fn faults(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let is_begun = text.lines().find(|line| !line.starts_with('#')) == Some("---");
    found.extend((!is_begun).then(|| "no --- at the beginning".to_owned()));
    found.extend(
        (!text.ends_with('\n') || text.ends_with("\n\n")).then(|| "no single end of line at the end".to_owned()),
    );
    for line in text.lines() {
        // A line that is one word may be as long as that is.
        let words = line.trim_start().trim_start_matches("- ").trim_start_matches("# ");
        found.extend((line.chars().count() > 80 && words.contains(' ')).then(|| format!("too wide: {line}")));
        found.extend(line.ends_with([' ', '\t']).then(|| format!("blanks at the end: {line:?}")));
    }
    let layout = Layout::read(text).expect("YAML");
    for comment in &layout.comments {
        let before = text[..comment.start].rsplit('\n').next().unwrap_or("");
        let is_near = !before.trim().is_empty() && !before.ends_with("  ");
        found.extend(is_near.then(|| format!("near: {before}{}", &text[comment.clone()])));
        let said = &text[comment.clone()];
        found.extend((said.len() > 1 && !said.starts_with("# ")).then(|| format!("no blank: {said}")));
    }
    faults_of(&layout.root, text, &mut found);
    found
}

#[test]
fn a_skeleton_of_any_edition_is_laid_out_well() {
    let library = bundled();
    for catalog in library.catalogs() {
        for organization in [None, Some("Harbour IT".to_owned()), Some(LONG.to_owned()), Some("no".to_owned())] {
            let text = Template { editions: vec![catalog], targets: vec![catalog], organization }.text();
            assert_eq!(faults(&text), [""; 0], "{}", catalog.id);
        }
    }
    let all: Vec<_> = library.catalogs().collect();
    let text = Template { editions: all.clone(), targets: all, organization: None }.text();
    assert_eq!(faults(&text), [""; 0]);
}

fn run(folder: &Path, args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_xwalk")).current_dir(folder).args(args).output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{args:?}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn what_is_set_is_laid_out_well_and_read_back_as_it_was_said() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    run(here, &["init", "iso-9001:2008", "--output", "a.yaml"]);
    let said = |name: &str| fs::read_to_string(here.join(name)).unwrap();
    let evidence = ["docs/a.pdf", "records/of/the/management/review/2026.pdf", "https://example.com/minutes/of/all"];
    let evidence: Vec<&str> = evidence.iter().flat_map(|path| ["--evidence", path]).collect();
    run(
        here,
        &[&["set", "a.yaml", "iso-9001:2008/4.1", "partial", "--note", LONG, "--owner", "no"][..], &evidence].concat(),
    );
    run(here, &["set", "a.yaml", "iso-9001:2008/4.2.2", "implemented", "--note", "short"]);
    run(here, &["set", "a.yaml", "iso-9001:2008/4.2.2", "implemented", "--note", LONG, "--due", "2027-01-01"]);
    run(here, &["set", "a.yaml", "iso-9001:2008/7.3.1", "not-applicable", "--justification", LONG]);
    assert_eq!(faults(&said("a.yaml")), [""; 0], "{}", said("a.yaml"));
    let library = bundled();
    let mut sources = Sources::default();
    let file = sources.add("a.yaml", said("a.yaml"));
    let (assessment, _) = load::assessment(&sources, file, &library).sound().unwrap();
    let notes: Vec<&str> = assessment.statements().filter_map(|(_, one)| one.note.as_deref()).collect();
    assert_eq!(notes, [LONG, LONG]);
    let why = assessment.statements().find_map(|(_, one)| one.justification.as_deref());
    assert_eq!(why, Some(LONG));
    let blank =
        Command::new(env!("CARGO_BIN_EXE_xwalk")).args(["init", "iso-9001:2008", "--organization", " "]).output();
    assert_eq!(blank.unwrap().status.code(), Some(2), "an organization without a name is none");
    // A sheet both ways.
    run(here, &["export", "a.yaml", "--output", "a.csv"]);
    run(here, &["import", "a.csv", "--organization", LONG, "--output", "b.yaml"]);
    assert_eq!(faults(&said("b.yaml")), [""; 0], "{}", said("b.yaml"));
    // The way to another edition.
    run(here, &["migrate", "a.yaml", "--to", "iso-9001:2015", "--output", "c.yaml"]);
    assert_eq!(faults(&said("c.yaml")), [""; 0], "{}", said("c.yaml"));
}

#[test]
fn a_table_that_is_written_is_laid_out_well() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let mut sheet = "from,to,relation,add,note\n".to_owned();
    let quoted = LONG.replace('"', "\"\"");
    writeln!(sheet, "4.1,4.1,partial,\"{quoted}\",\"{quoted}\"").unwrap();
    writeln!(sheet, "4.2.1 4.2.2 4.2.3 4.2.4 5.1 5.2 5.3 5.4.1 5.4.2 5.5.1 5.5.2 5.5.3,4.4,full,,").unwrap();
    fs::write(here.join("rows.csv"), sheet).unwrap();
    let editions = ["--from-edition", "iso-9001:2008", "--to-edition", "iso-9001:2015"];
    let head = ["--source", LONG, "--confidence", "low", "--output", "mine.yaml"];
    run(here, &[&["import", "rows.csv", "--as", "table"][..], &editions, &head].concat());
    let text = fs::read_to_string(here.join("mine.yaml")).unwrap();
    assert_eq!(faults(&text), [""; 0], "{text}");
}

#[test]
fn a_catalog_that_is_written_is_laid_out_well() {
    for catalog in bundled().catalogs() {
        let text = write::catalog(catalog);
        assert_eq!(faults(&text), [""; 0], "{text}");
        let mut catalog = catalog.clone();
        catalog.source = Some(LONG.to_owned().into());
        catalog.publisher = Some("no".into());
        catalog.profile.audience = Some(LONG.to_owned().into());
        assert_eq!(faults(&write::catalog(&catalog)), [""; 0], "{}", catalog.id);
    }
}

/// The YAML files of folders of the project.
fn shipped(folder: &str) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).sort_by_file_name();
    let paths = entries.into_iter().map(|entry| entry.unwrap().into_path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml")).collect()
}

fn faults_in(folder: &str) -> Vec<String> {
    let faults = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        faults(&text).into_iter().map(move |fault| format!("{}: {fault}", path.display())).collect::<Vec<_>>()
    };
    shipped(folder).into_iter().flat_map(faults).collect()
}

#[test]
fn the_examples_are_laid_out_well() {
    assert_eq!(faults_in("examples"), [""; 0], "python3 docs/reflow.py examples");
}

#[test]
fn the_standards_are_laid_out_well() {
    assert_eq!(faults_in("standards"), [""; 0], "python3 docs/reflow.py standards");
}
