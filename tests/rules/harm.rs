//! Files that mean harm, and texts that mean nothing: each ends in a value or in a diagnostic.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use xwalk::diagnostic::{Diagnostic, Rule, Severity};
use xwalk::disk;
use xwalk::load;
use xwalk::source::Sources;

use crate::folder::{ROOT, WORLD, assert_inside, notes, world, yaml_files};

#[test]
fn a_file_beyond_the_limit_is_not_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("gamma.yaml");
    fs::File::create(&path).and_then(|file| file.set_len(disk::MAX_FILE_SIZE + (1 << 20))).expect("a sparse file");
    let mut sources = Sources::default();
    let fault = disk::file(&mut sources, &path).expect("it is there").expect_err("it is too large");
    assert_eq!((fault.rule, fault.message.as_str()), (Rule::TooLarge, "the file has 513 MiB"));
    assert_inside(&sources, &fault);
}

/// Loads a text as a file of the library and as an assessment, and checks what holds for every text whatsoever.
/// Hands back what is wrong with it as an assessment.
fn survive(text: &str) -> Vec<Diagnostic> {
    let mut sources = Sources::default();
    let mut files = world(&mut sources);
    let file = sources.add("alpha-1--beta-1--review.yaml", text.to_owned());
    files.read(&sources, file);
    let loaded = load::library(&sources, files);
    loaded.diagnostics().iter().for_each(|fault| assert_inside(&sources, fault));
    match loaded.sound() {
        Ok((_, warnings)) => assert!(warnings.iter().all(|fault| fault.severity() != Severity::Error)),
        Err(faults) => assert!(faults.iter().any(|fault| fault.severity() == Severity::Error)),
    }
    let mut sources = Sources::default();
    let files = world(&mut sources);
    let (library, _) = load::library(&sources, files).sound().expect("the world is sound");
    let file = sources.add("assessment.yaml", text.to_owned());
    let loaded = load::assessment(&sources, file, &library);
    loaded.diagnostics().iter().for_each(|fault| assert_inside(&sources, fault));
    match loaded.sound() {
        Ok((assessment, warnings)) => {
            notes(&sources, &library, &assessment, file).iter().for_each(|fault| assert_inside(&sources, fault));
            warnings
        }
        Err(faults) => {
            assert!(faults.iter().any(|fault| fault.severity() == Severity::Error));
            faults
        }
    }
}

/// What a change may put into a file.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\r",
    "\t",
    "  ",
    "    ",
    ":",
    ": ",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\"",
    "'",
    "#",
    "|\n",
    ">-\n",
    "&a ",
    "*a",
    "<<: *a",
    "!!int ",
    "!!str ",
    "!!binary ",
    "!!null ",
    "!x ",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "~",
    "null",
    "no",
    "4.10",
    "1e3",
    ".inf",
    "-0",
    "0x1F",
    "99999999999999999999",
    "full",
    "none",
    "alpha:1/4.1",
    "beta:1",
    "\"\"",
    "\\u001b",
    "\"\\x1b\"",
    "\u{feff}",
    "\u{85}",
    "\u{2028}",
    "\u{0}",
    "\u{1b}",
    "é",
    "👩‍💻",
    "rows:",
    "rows: ",
    "statuses:",
    "clauses:",
    "xwalk: catalog/1\n",
    "xwalk: relations/1\n",
    "xwalk: method/1\n",
    "xwalk: assessment/1\n",
    "parent: \"4\"",
    "after: [\"2\"]",
    "supersedes: alpha:1\n",
];

/// A change to a text.
#[derive(Debug, Clone)]
enum Change {
    Insert(Index, &'static str),
    Delete(Index, usize),
    RepeatLine(Index, Index),
    CutOff(Index),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        6 => (any::<Index>(), select(PIECES)).prop_map(|(at, piece)| Change::Insert(at, piece)),
        4 => (any::<Index>(), 1..12_usize).prop_map(|(at, length)| Change::Delete(at, length)),
        3 => (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::RepeatLine(from, to)),
        1 => any::<Index>().prop_map(Change::CutOff),
    ]
}

fn changed(text: &str, changes: &[Change]) -> String {
    changes.iter().fold(text.to_owned(), |text, change| {
        let mut characters: Vec<char> = text.chars().collect();
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        match change {
            Change::Insert(at, piece) => {
                let at = at.index(characters.len() + 1);
                characters.splice(at..at, piece.chars());
            }
            Change::Delete(at, length) => {
                let at = at.index(characters.len() + 1);
                characters.drain(at..(at + length).min(characters.len()));
            }
            Change::RepeatLine(from, to) => {
                if !lines.is_empty() {
                    lines.insert(to.index(lines.len()), lines[from.index(lines.len())]);
                }
                return lines.concat();
            }
            Change::CutOff(at) => characters.truncate(at.index(characters.len() + 1)),
        }
        characters.into_iter().collect()
    })
}

/// Texts to begin with: the good files, and those with many faults.
fn seeds() -> Vec<String> {
    [
        WORLD,
        "bom",
        "crlf",
        "long-and-short-forms",
        "unquoted-ids",
        "anchors-and-tags",
        "several-errors",
        "two-files-with-errors",
        "step-cycle",
        "parent-cycle",
    ]
    .iter()
    .flat_map(|folder| yaml_files(&Path::new(ROOT).join(folder)))
    .map(|path| fs::read_to_string(path).expect("it is text"))
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_end_in_a_value_or_in_a_diagnostic(bytes in vec(any::<u8>(), 0..400)) {
        survive(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_pieces_of_yaml_end_in_a_value_or_in_a_diagnostic(kind in select(&["", "xwalk: catalog/1\nid: gamma:1\n", "xwalk: assessment/1\n"][..]), pieces in vec(select(PIECES), 0..40)) {
        survive(&format!("{kind}{}", pieces.concat()));
    }

    #[test]
    fn any_change_of_a_file_ends_in_a_value_or_in_a_diagnostic(seed in select(seeds()), changes in vec(change(), 1..6)) {
        survive(&changed(&seed, &changes));
    }
}

#[test]
fn a_scalar_of_fifty_megabytes_ends_in_a_diagnostic() {
    let scalar = "x".repeat(50 << 20);
    let start = "xwalk: assessment/1\norganization: Harbour\n";
    for (text, rule) in [
        (scalar.clone(), Rule::WrongType),
        (format!("{start}date: {scalar}\n"), Rule::BadDate),
        (format!("{start}statuses:\n  alpha:1:\n    ? {scalar}\n    : implemented\n"), Rule::BadId),
    ] {
        let faults = survive(&text);
        assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [rule]);
    }
}

#[test]
fn a_status_of_fifty_megabytes_ends_in_a_diagnostic() {
    let status = "x".repeat(50 << 20);
    let faults =
        survive(&format!("xwalk: assessment/1\norganization: Harbour\nstatuses:\n  alpha:1:\n    \"4.1\": {status}\n"));
    assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [Rule::UnknownStatus]);
}

#[test]
fn an_alias_bomb_ends_in_a_diagnostic() {
    let mut list = "xwalk: assessment/1\norganization: Harbour\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    let mut mapping = "xwalk: assessment/1\norganization: Harbour\na0: &a0 { x: x }\n".to_owned();
    for level in 1..30 {
        let alias = format!("*a{}", level - 1);
        let several = [alias.as_str(); 10].join(", ");
        writeln!(list, "a{level}: &a{level} [{several}]").expect("a string takes it");
        writeln!(mapping, "a{level}: &a{level} {{ b: {alias}, c: {alias}, <<: [{several}] }}")
            .expect("a string takes it");
    }
    let merges = "xwalk: assessment/1\norganization: &a Harbour\nstatuses: &s { <<: *s }\n".to_owned();
    for text in [list, mapping, merges] {
        let faults = survive(&text);
        assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [Rule::Syntax], "{}", &text[..80]);
    }
}

#[test]
fn nesting_a_hundred_thousand_deep_ends_in_a_diagnostic() {
    let start = "xwalk: assessment/1\norganization: Harbour\nstatuses: ";
    let (open, close) = ("[".repeat(100_000), "]".repeat(100_000));
    let indented = (1..2_000).fold("\n".to_owned(), |text, level| format!("{text}{}a:\n", " ".repeat(level)));
    for nest in [
        open.clone(),
        format!("{open}{close}"),
        "{".repeat(100_000),
        "{a: ".repeat(100_000),
        format!("\n{}", "- ".repeat(100_000)),
        format!("\n{}", "? ".repeat(100_000)),
        indented,
    ] {
        let faults = survive(&format!("{start}{nest}\n"));
        assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [Rule::Syntax], "{}", &nest[..8]);
    }
}
