//! What is bundled: sound, complete, and as large as counted by hand.

use std::collections::BTreeSet;

use xwalk::load::{self, embedded};
use xwalk::model::{Catalog, ClauseKind, Confidence, EditionId, Library, Strength, Table, TableId};
use xwalk::source::Sources;

fn library() -> Library {
    let mut sources = Sources::default();
    let files = embedded::files(&mut sources);
    load::library(&sources, files).sound().unwrap().0
}

fn catalog<'l>(library: &'l Library, id: &str) -> &'l Catalog {
    library.catalog(&EditionId::parse(id).unwrap()).unwrap()
}

fn table<'l>(library: &'l Library, id: &str) -> &'l Table {
    library.table(&TableId::parse(id).unwrap()).unwrap()
}

fn counts(catalog: &Catalog) -> [usize; 3] {
    [ClauseKind::Requirement, ClauseKind::Heading, ClauseKind::Informative]
        .map(|kind| catalog.clauses().iter().filter(|clause| clause.kind == kind).count())
}

fn rows(table: &Table) -> [usize; 3] {
    [Strength::Full, Strength::Partial, Strength::None]
        .map(|strength| table.rows.iter().filter(|row| row.forward == strength).count())
}

#[test]
fn what_is_bundled_has_no_faults_and_no_warnings() {
    let mut sources = Sources::default();
    let files = embedded::files(&mut sources);
    let loaded = load::library(&sources, files);
    let shown: Vec<String> = loaded
        .diagnostics()
        .iter()
        .map(|fault| {
            format!("{}:{}: {}", sources.get(fault.span.file).name(), sources.place(fault.span).line, fault.message)
        })
        .collect();
    assert!(shown.is_empty(), "\n{}", shown.join("\n"));
}

#[test]
fn every_edition_has_as_many_requirements_headings_and_informative_clauses_as_were_counted() {
    let library = library();
    assert_eq!(library.catalogs().count(), 4);
    assert_eq!(counts(catalog(&library, "iso-9001:2000")), [51, 16, 12]);
    assert_eq!(counts(catalog(&library, "iso-9001:2008")), [51, 16, 12]);
    assert_eq!(counts(catalog(&library, "iso-9001:2015")), [65, 26, 21]);
    assert_eq!(counts(catalog(&library, "iso-iec-20000-1:2011")), [39, 14, 6]);
}

#[test]
fn every_table_has_as_many_full_partial_and_none_rows_as_were_counted() {
    let library = library();
    assert_eq!(library.tables().count(), 4);
    assert_eq!(rows(table(&library, "iso-9001-2000--iso-9001-2008")), [67, 0, 0]);
    assert_eq!(rows(table(&library, "iso-9001-2008--iso-9001-2015")), [0, 93, 1]);
    assert_eq!(rows(table(&library, "iso-9001-2008--iso-iec-20000-1-2011--mesquida-mas")), [1, 1, 5]);
    assert_eq!(rows(table(&library, "iso-9001-2008--iso-iec-20000-1-2011")), [5, 60, 10]);
}

#[test]
fn the_paper_states_one_full_one_partial_and_five_empty_cells() {
    let library = library();
    let paper = table(&library, "iso-9001-2008--iso-iec-20000-1-2011--mesquida-mas");
    assert_eq!(paper.confidence, Confidence::High);
    let cells: Vec<(String, String, Strength, Option<&str>)> = paper
        .rows
        .iter()
        .map(|row| {
            let from = row.from.iter().map(|clause| clause.number.to_string()).collect::<Vec<_>>().join("+");
            (from, row.to.number.to_string(), row.forward, row.items.as_deref())
        })
        .collect();
    let cell = |from: &str, to: &str, strength, items| (from.to_owned(), to.to_owned(), strength, items);
    assert_eq!(
        cells,
        [
            cell("4.2.1", "4.3.1", Strength::Full, None),
            cell("5.1", "4.1.1", Strength::Partial, Some("b, c, g")),
            cell("", "4.5.1", Strength::None, None),
            cell("", "4.5.2", Strength::None, None),
            cell("", "4.5.3", Strength::None, None),
            cell("", "4.5.4", Strength::None, None),
            cell("", "4.5.5", Strength::None, None),
        ]
    );
}

#[test]
fn the_reconstruction_says_that_it_is_one_and_every_partial_row_says_what_to_add() {
    let library = library();
    let table = table(&library, "iso-9001-2008--iso-iec-20000-1-2011");
    assert_eq!(table.confidence, Confidence::Low);
    assert!(table.source.to_lowercase().contains("reconstruction"));
    let adds: Vec<&str> = table
        .rows
        .iter()
        .filter(|row| row.forward == Strength::Partial)
        .map(|row| row.add.as_deref().unwrap_or(""))
        .collect();
    assert_eq!(adds.len(), 60);
    assert!(adds.iter().all(|add| add.split_whitespace().count() >= 10), "an add is a sentence, not a word");
    assert_eq!(adds.iter().collect::<BTreeSet<_>>().len(), 60, "no add serves two rows");
    let unrelated: Vec<&str> = table.unrelated.keys().map(|number| number.as_str()).collect();
    assert_eq!(unrelated, ["6.4", "7.5.5", "7.6"]);
}

#[test]
fn the_reconstruction_speaks_of_every_requirement_of_iso_iec_20000_1() {
    let library = library();
    let table = table(&library, "iso-9001-2008--iso-iec-20000-1-2011");
    let said: BTreeSet<_> = table.rows.iter().map(|row| &row.to.number).collect();
    for requirement in catalog(&library, "iso-iec-20000-1:2011").requirements() {
        assert!(said.contains(&requirement.number), "{}", requirement.number);
    }
}

#[test]
fn every_requirement_has_a_summary_of_its_own_and_the_words_that_people_group_by() {
    const PDCA: [&str; 4] = ["plan", "do", "check", "act"];
    const ELEMENTS: [&str; 21] = [
        "policy",
        "needs",
        "issues",
        "objectives",
        "resource-planning",
        "roles",
        "operational-planning",
        "contingency",
        "operational-control",
        "human-resources",
        "resources",
        "documentation",
        "communication",
        "suppliers",
        "monitoring",
        "nonconformity",
        "audit",
        "corrective-action",
        "preventive-action",
        "continual-improvement",
        "management-review",
    ];
    let library = library();
    for catalog in library.catalogs() {
        let mut summaries = BTreeSet::new();
        for clause in catalog.requirements() {
            let place = format!("{}/{}", catalog.id, clause.number);
            let summary = clause.summary.as_deref().unwrap_or("");
            assert!(summary.split_whitespace().count() >= 6, "{place} has no summary");
            assert!(summaries.insert(summary), "{place} has the summary of another clause");
            assert!(!summary.contains("shall"), "{place} sounds like a standard");
            assert!(PDCA.contains(&clause.attributes.get("pdca").unwrap_or("")), "{place} has no pdca");
            assert!(ELEMENTS.contains(&clause.attributes.get("element").unwrap_or("")), "{place} has no element");
        }
    }
}

#[test]
fn every_file_says_what_it_rests_on_and_how_sure_that_is() {
    let library = library();
    for catalog in library.catalogs() {
        assert!(catalog.source.is_some() && catalog.confidence.is_some(), "{}", catalog.id);
    }
    for table in library.tables() {
        assert!(!table.source.is_empty() && table.method.is_some(), "{}", table.id);
    }
}

#[test]
fn every_clause_of_2000_is_equal_to_the_clause_of_2008_with_its_number() {
    let library = library();
    for row in &table(&library, "iso-9001-2000--iso-9001-2008").rows {
        assert_eq!(row.from.len(), 1);
        assert_eq!(row.from[0].number, row.to.number);
        assert_eq!((row.forward, row.reverse), (Strength::Full, Some(Strength::Full)));
    }
}

#[test]
fn the_2015_table_leads_from_2008_to_2015() {
    let library = library();
    let rows = &table(&library, "iso-9001-2008--iso-9001-2015").rows;
    let leads = |from: &str, to: &str| {
        rows.iter().any(|row| row.from.iter().any(|clause| clause.to_string() == from) && row.to.to_string() == to)
    };
    assert!(leads("iso-9001:2008/7.5.4", "iso-9001:2015/8.5.3"));
    assert!(leads("iso-9001:2008/8.5.3", "iso-9001:2015/6.1"));
    let nothing: Vec<_> = rows.iter().filter(|row| row.from.is_empty()).map(|row| row.to.number.to_string()).collect();
    assert_eq!(nothing, ["7.1.6"]);
}
