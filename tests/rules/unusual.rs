//! Files that are written in an unusual way mean the same as any other.

use std::collections::BTreeSet;
use std::path::Path;

use xwalk::diagnostic::{AllowComments, Diagnostic};
use xwalk::load::Files;
use xwalk::load::layout::Layout;
use xwalk::model::{ClauseId, ClauseNumber, EditionId, MethodId, TableId};
use xwalk::source::Sources;

use crate::folder::{ROOT, WORLD, load, yaml_files};

#[test]
fn a_file_with_a_byte_order_mark_and_windows_line_ends_reads_as_any_other() {
    let outcome = load("bom");
    let (library, assessment) = (outcome.library.expect("sound"), outcome.assessment.expect("sound"));
    let plan = library.clause(&clause("gamma:1/4.1")).expect("it is there");
    assert_eq!((&*plan.title, plan.attributes.get("level")), ("Plan", Some("3")));
    assert_eq!(library.catalog(&edition("gamma:1")).expect("it is there").published.as_deref(), Some("2008-11"));
    assert_eq!(&*assessment.organization, "Harbour IT Services");
    assert_eq!(assessment.scope.as_deref(), Some("The service desk and its night shift"));
    assert_eq!(assessment.date.map(|date| date.to_string()).as_deref(), Some("2026-11-20"));
    let statement = assessment.statement(&clause("gamma:1/4.1")).expect("it is stated");
    assert_eq!((statement.status.to_string().as_str(), statement.maturity), ("partial", Some(3)));
    assert_eq!(statement.due.map(|date| date.to_string()).as_deref(), Some("2027-03-31"));
}

#[test]
fn a_table_with_windows_line_ends_reads_as_any_other() {
    let outcome = load("crlf");
    let (library, assessment) = (outcome.library.expect("sound"), outcome.assessment.expect("sound"));
    let table = library.table(&TableId::parse("alpha-1--beta-1--review").expect("an id")).expect("it is there");
    let adds: Vec<_> = table.rows.iter().map(|row| (row.to.to_string(), row.add.as_deref())).collect();
    assert_eq!(adds, [("beta:1/6.1".to_owned(), Some("Nothing is left")), ("beta:1/7.2".to_owned(), None)]);
    assert_eq!(assessment.statement(&clause("alpha:1/4.2")).expect("it is stated").maturity, Some(0));
}

#[test]
fn ids_without_quotes_are_the_texts_that_stand_in_the_file() {
    let outcome = load("unquoted-ids");
    let (library, assessment) = (outcome.library.expect("sound"), outcome.assessment.expect("sound"));
    let gamma = library.catalog(&edition("gamma:1")).expect("it is there");
    let titles: Vec<_> = gamma.clauses().iter().map(|clause| (clause.number.as_str(), clause.title.as_str())).collect();
    assert_eq!(
        titles,
        [
            ("4", "Planning"),
            ("4.1", "Plan"),
            ("4.10", "Keep records"),
            ("1e3", "Thousand"),
            ("no", "Norway"),
            ("~", "Nothing"),
            ("0x1F", "Hexadecimal"),
            ("true", "Truth"),
            ("2026-11-20", "A day"),
            ("1:30", "Half past one"),
            (".inf", "No end"),
        ]
    );
    let statuses = ["4.1", "4.10", "1e3", "no", "~"].map(|number| {
        assessment.statement(&clause(&format!("gamma:1/{number}"))).expect("it is stated").status.to_string()
    });
    assert_eq!(statuses, ["planned", "implemented", "partial", "implemented", "partial"]);
}

#[test]
fn long_and_short_forms_say_the_same() {
    let outcome = load("long-and-short-forms");
    let (library, assessment) = (outcome.library.expect("sound"), outcome.assessment.expect("sound"));
    let gamma = library.catalog(&edition("gamma:1")).expect("it is there");
    assert_eq!(gamma.aliases.iter().map(|alias| &**alias).collect::<Vec<_>>(), ["Gamma One"]);
    let clauses: Vec<_> = gamma.clauses().iter().map(|clause| (clause.title.as_str(), clause.mandatory)).collect();
    assert_eq!(clauses, [("Planning", true), ("Plan", true), ("Review", true), ("Improve", false)]);
    let table = library.table(&TableId::parse("alpha-1--gamma-1").expect("an id")).expect("it is there");
    let rows: Vec<String> = table.rows.iter().map(|row| format!("{:?} {} {}", row.from, row.to, row.forward)).collect();
    assert_eq!(
        rows,
        [
            "[alpha:1/4.1] gamma:1/4.1 full",
            "[alpha:1/4.2, beta:1/6.2] gamma:1/4.2 partial",
            "[alpha:1/4.2, beta:1/6.2] gamma:1/4.3 partial",
        ]
    );
    let stated: Vec<String> = assessment
        .statements()
        .map(|(clause, statement)| format!("{clause} {} {}", statement.status, statement.evidence.join(" ")))
        .collect();
    assert_eq!(
        stated,
        [
            "alpha:1/4.1 implemented ",
            "alpha:1/4.10 implemented docs/records.pdf",
            "alpha:1/4.2 implemented ",
            "alpha:1/5.1 partial docs/a.pdf https://b.example",
        ]
    );
    let method = library.method(&MethodId::parse("alpha-in-steps").expect("an id")).expect("it is there");
    assert_eq!(method.steps.iter().map(|step| step.mandatory).collect::<Vec<_>>(), [Some(false), Some(true)]);
    assert_eq!(method.steps[1].after.iter().map(|step| &**step).collect::<Vec<_>>(), ["1"]);
    assert_eq!(method.steps[1].done_when.as_deref(), Some("The plan is signed"));
}

fn edition(id: &str) -> EditionId {
    EditionId::parse(id).expect("an edition id")
}

fn clause(id: &str) -> ClauseId {
    let (edition_id, number) = id.split_once('/').expect("a clause ref");
    ClauseId { edition: edition(edition_id), number: ClauseNumber::parse(number).expect("a clause id") }
}

/// What is wrong in the files of a folder and of the common world, with what ends their lines replaced.
fn found(folder: &str, end: &str) -> Vec<String> {
    let mut sources = Sources::default();
    let mut ids = Vec::new();
    for path in [WORLD, folder].iter().flat_map(|name| yaml_files(&Path::new(ROOT).join(name))) {
        if let Ok(text) = std::fs::read_to_string(&path) {
            let text = text.replace("\r\n", "\n").replace('\n', end);
            ids.push(sources.add(path.display().to_string(), text));
        }
    }
    let (_, mut faults) = xwalk::load::everything(&sources, Files::default(), &ids, &BTreeSet::new()).into_parts();
    let comments = |text: &str| Layout::read(text).map(|layout| layout.comments).unwrap_or_default();
    AllowComments { comments: &comments, is_judged: &|_, _| true }.apply(
        &sources,
        &ids.iter().copied().collect(),
        &mut faults,
    );
    let line = |fault: &Diagnostic| {
        let place = sources.position(fault.span);
        format!("{}:{}:{}: {}", sources.get(fault.span.file).name(), place.line, place.column, fault.message)
    };
    faults.iter().map(line).collect()
}

#[test]
fn places_are_the_same_whatever_ends_the_lines() {
    let mut count = 0;
    for entry in std::fs::read_dir(ROOT).expect("it is there") {
        let entry = entry.expect("it can be listed");
        if entry.path().is_dir() {
            let name = entry.file_name().into_string().expect("a plain name");
            let usual = found(&name, "\n");
            assert_eq!(found(&name, "\r"), usual, "{name}");
            assert_eq!(found(&name, "\r\n"), usual, "{name}");
            count += usual.len();
        }
    }
    assert!(count > 150, "{count}");
}
