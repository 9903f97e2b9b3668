//! `expected.txt`, the folders and the list of rules belong together: none has what the others do not know.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use xwalk::diagnostic::{ALL, Rule};

use crate::folder::{ROOT, WORLD, files};

const EXPECTED: &str = include_str!("expected.txt");

/// Rules that `check` cannot be made to tell by a folder: it takes every kind of file, a file that is too large, or
/// cannot be read, is none to be kept (see `harm.rs`), rows of a spreadsheet are not a file of ours (see
/// `tests/sheet/kept.rs`), a pack is not either (see `tests/packs/damage.rs`), what is in no format at all is looked at
/// where --standards names its folder, and tables are compared with each other by `audit`.
const NOT_OF_CHECK: [Rule; 17] = [
    Rule::Unreadable,
    Rule::TooLarge,
    Rule::UnknownFormat,
    Rule::UnexpectedKind,
    Rule::OutdatedPack,
    Rule::ContradictingCells,
    Rule::NotTakenOver,
    Rule::TablesContradict,
    Rule::TablesContradictStrictly,
    Rule::ClausesMadeEqual,
    Rule::CopiedTable,
    Rule::ChapterOutrunsClauses,
    Rule::SwappedEnds,
    Rule::ImpossibleLineage,
    Rule::WideFan,
    Rule::ChapterAlone,
    Rule::ChapterNotMapped,
];

/// Those of them that no folder can break.
const OF_NO_FOLDER: [Rule; 5] =
    [Rule::Unreadable, Rule::TooLarge, Rule::OutdatedPack, Rule::ContradictingCells, Rule::NotTakenOver];

/// By what a folder is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// As for a question: see `question.rs`.
    Question,
    /// By `xwalk check` with every gate: see `check.rs`.
    Check,
    /// By `xwalk audit` beside the common world: see `audit.rs`.
    Audit,
}

/// The folders, each with what is wrong in it.
pub(crate) fn expected(by: By) -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut folder = "";
    for line in EXPECTED.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let Some((mark, fault)) = line.split_at_checked(4).filter(|(mark, _)| mark.starts_with(' ')) else {
            folder = line;
            assert!(folders.insert(folder, Vec::new()).is_none(), "{folder} is listed twice");
            continue;
        };
        let is_told = match mark {
            "    " => by != By::Audit,
            "  - " => by == By::Question,
            "  + " => by == By::Check,
            "  * " => by == By::Audit,
            _ => panic!("{folder}: {line}"),
        };
        if is_told {
            folders.get_mut(folder).expect("a folder above it").push(fault);
        }
    }
    folders
}

/// The folders where something else is found than is written down, each with both. `check` has an order of files of its
/// own.
pub(crate) fn differences<'f>(by: By, found: impl IntoIterator<Item = (&'f str, Vec<String>)>) -> String {
    let expected = expected(by);
    let lines = |lines: &[String]| lines.iter().map(|line| format!("    {line}\n")).collect::<String>();
    let mut report = String::new();
    for (folder, mut found) in found {
        let mut by_hand: Vec<String> = expected[folder].iter().copied().map(str::to_owned).collect();
        if by != By::Question {
            by_hand.sort();
            found.sort();
        }
        if by_hand != found {
            let (by_hand, found) = (lines(&by_hand), lines(&found));
            writeln!(report, "{folder}\n  by hand:\n{by_hand}  by the program:\n{found}").expect("a string takes it");
        }
    }
    report
}

/// Every folder that is listed.
pub(crate) fn folders() -> Vec<&'static str> {
    expected(By::Question).into_keys().collect()
}

fn is_of(fault: &str, rule: Rule) -> bool {
    fault.ends_with(&format!(" [{}]", rule.id()))
}

#[test]
fn the_list_and_the_folders_are_the_same() {
    let entries = fs::read_dir(ROOT).expect("it can be listed").map(|entry| entry.expect("it can be listed"));
    let there: BTreeSet<String> = entries
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name != WORLD)
        .collect();
    let listed: BTreeSet<String> = folders().into_iter().map(str::to_owned).collect();
    let without_other: Vec<&String> = there.symmetric_difference(&listed).collect();
    assert!(without_other.is_empty(), "listed and not there, or there and not listed: {without_other:?}");
}

#[test]
fn nothing_lies_in_a_folder_that_nobody_reads() {
    for folder in folders() {
        let files = files(&Path::new(ROOT).join(folder));
        let is_read = |path: &Path| path.extension().is_some_and(|ending| ending == "yaml" || ending == "json");
        assert!(!files.is_empty() && files.iter().all(|path| is_read(path)), "{folder}: {files:?}");
    }
}

#[test]
fn every_rule_has_a_folder_of_its_name() {
    let folders = folders();
    let without: Vec<_> =
        ALL.iter().filter(|rule| !OF_NO_FOLDER.contains(rule) && !folders.contains(&rule.id())).collect();
    assert!(without.is_empty(), "{without:?}");
}

/// A folder whose rule does not fire in it any more has gone stale.
#[test]
fn a_folder_that_is_named_after_a_rule_breaks_it() {
    let by_audit = expected(By::Audit);
    for (folder, mut faults) in expected(By::Question) {
        faults.extend(&by_audit[folder]);
        let names =
            |rule: &&Rule| folder.strip_prefix(rule.id()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
        let Some(rule) = ALL.iter().filter(names).max_by_key(|rule| rule.id().len()) else { continue };
        assert!(faults.iter().any(|fault| is_of(fault, *rule)), "{folder} does not break {}", rule.id());
    }
}

#[test]
fn check_reports_every_rule_somewhere() {
    let told: Vec<&str> = expected(By::Check).into_values().flatten().collect();
    let untold = |rule: &&Rule| !told.iter().any(|fault| is_of(fault, **rule));
    let untold: Vec<_> = ALL.iter().filter(untold).copied().collect();
    assert_eq!(untold, NOT_OF_CHECK);
}

/// What audit alone finds is not called unused by `check` where a comment allows it.
#[test]
fn a_rule_is_of_audit_where_audit_alone_finds_it() {
    let of_audit: BTreeSet<&str> = ALL.iter().filter(|rule| rule.is_of_audit()).map(|rule| rule.id()).collect();
    let not_of_check = NOT_OF_CHECK.iter().filter(|rule| !OF_NO_FOLDER.contains(rule)).map(|rule| rule.id());
    let read_elsewhere = [Rule::UnknownFormat.id(), Rule::UnexpectedKind.id()];
    assert_eq!(of_audit, not_of_check.filter(|id| !read_elsewhere.contains(id)).collect());
}
