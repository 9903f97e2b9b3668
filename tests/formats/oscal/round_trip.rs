//! What is written as OSCAL and read again: all that is bundled, and the examples.

use std::collections::{BTreeSet, HashSet};

use xwalk::exchange::content::Choices;
use xwalk::exchange::foreign::ForeignFiles;
use xwalk::exchange::format::Format;
use xwalk::exchange::oscal::write::{assessment_results, catalog, mapping_collection};
use xwalk::exchange::written::OpenReverse;
use xwalk::load::{self, Files};
use xwalk::model::{Assessment, Catalog, ClauseId, ClauseKind, ClauseNumber, Library, Relation, Statement, Table};
use xwalk::source::{FileId, Sources};

use super::A;
use super::bundled::{assessments, library};
use crate::common::World;

/// What is said of an edition and its clauses, in lines.
fn edition(catalog: &Catalog) -> Vec<String> {
    let Catalog { id, title, publisher, published, status, kind, confidence, provenance, translations, .. } = catalog;
    let mut lines = vec![format!(
        "{id} {title} {publisher:?} {published:?} {status:?} {kind:?} {confidence:?} {provenance:?} {translations:?}"
    )];
    lines.extend(catalog.clauses().iter().map(|clause| {
        let parent = clause.parent.map(|parent| catalog.clauses()[parent].number.to_string());
        // An id that is not made of the number alone is kept.
        let attributes: Vec<_> = clause.attributes.iter().filter(|(name, _)| *name != "uri").collect();
        format!(
            "{id}/{} {:?} {:?} {parent:?} {} {attributes:?} {:?} {:?}",
            clause.number, clause.title, clause.kind, clause.mandatory, clause.summary, clause.translations
        )
    }));
    lines
}

fn row(row: &Relation) -> String {
    let Relation { from, to, forward, reverse, items, add, add_reverse, note, confidence, .. } = row;
    format!("{from:?} {to} {forward} {reverse:?} {items:?} {add:?} {add_reverse:?} {note:?} {confidence}")
}

/// The numbers of the requirements that a clause stands for: a gap summary names those.
fn requirements(catalog: &Catalog, number: &ClauseNumber) -> Vec<String> {
    let position = catalog.position(number).unwrap();
    let is_under = |at: &usize| *at == position || catalog.ancestors(*at).any(|above| above == position);
    let is_asked = |at: &usize| catalog.clauses()[*at].kind == ClauseKind::Requirement;
    let under = (0..catalog.clauses().len()).filter(is_under).filter(is_asked);
    under.map(|at| catalog.clauses()[at].number.to_string()).collect()
}

/// Rows without a clause that they are about, as one for each requirement.
fn rows(table: &Table, library: &Library) -> Vec<String> {
    let mut rows = Vec::new();
    for written in &table.rows {
        match written.from.as_slice() {
            [] => rows.extend(
                requirements(library.catalog(&written.to.edition).unwrap(), &written.to.number)
                    .into_iter()
                    .map(|number| format!("nothing covers {}/{number}", written.to.edition)),
            ),
            _ => rows.push(row(written)),
        }
    }
    rows
}

fn head(table: &Table, library: &Library) -> String {
    let Table { id, from, to, version, source, confidence, is_draft, .. } = table;
    let edition = library.catalog(from).unwrap();
    let unrelated: BTreeSet<String> = table.unrelated.keys().flat_map(|number| requirements(edition, number)).collect();
    format!("{id} {from} {to} {version} {source} {confidence} {is_draft} {unrelated:?}")
}

/// What is not the same: lines that are only there before, and lines that are only there after.
fn different(before: Vec<String>, after: Vec<String>) -> Vec<String> {
    let lost = before.iter().filter(|line| !after.contains(line)).map(|line| format!("- {line}"));
    let found = after.iter().filter(|line| !before.contains(line)).map(|line| format!("+ {line}"));
    lost.chain(found).collect()
}

/// A library that documents describe by themselves.
fn read(texts: Vec<(String, String)>) -> (Sources, Vec<(FileId, Format)>, Library) {
    let mut sources = Sources::default();
    let files: Vec<(FileId, Format)> = texts
        .into_iter()
        .map(|(name, text)| {
            let format = Format::of(&text).expect("a known format");
            (sources.add(name, text), format)
        })
        .collect();
    let mut own = Files::default();
    ForeignFiles::read(&sources, &files).add_to(&mut own, &sources, Choices::default());
    let (library, faults) = load::library(&sources, own).into_parts();
    let told: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    // That is so of what is bundled too; and what an edition supersedes is not among every selection.
    let is_known = |told: &&str| {
        told.ends_with("is marked as a heading, but has no clauses below it")
            || told.starts_with("an edition supersedes")
            || told.ends_with("counts, not the properties next to it that say something else")
    };
    assert!(told.iter().all(is_known), "{told:?}");
    (sources, files, library)
}

#[test]
fn what_is_bundled_comes_back_as_it_went() {
    let (_, library) = library();
    let mut texts: Vec<(String, String)> =
        library.catalogs().map(|edition| (format!("{}.json", edition.id), catalog(edition).text)).collect();
    let none = BTreeSet::new();
    let mut left_out = 0;
    for table in library.tables() {
        let written = mapping_collection(&[table], &library, OpenReverse::OwnWord, &none);
        let losses = written.losses.iter().filter(|loss| loss.what.contains("left out"));
        left_out += losses.map(|loss| loss.count).sum::<usize>();
        texts.push((format!("{}.json", table.id), written.text));
    }
    let (_, _, again) = read(texts);
    let changed: Vec<String> = library
        .catalogs()
        .flat_map(|before| different(edition(before), edition(again.catalog(&before.id).unwrap())))
        .collect();
    assert!(changed.is_empty(), "{changed:#?}");
    let mut missing = Vec::new();
    for table in library.tables() {
        let after = again.table(&table.id).unwrap();
        assert_eq!(head(table, &library), head(after, &again));
        missing.extend(different(rows(table, &library), rows(after, &again)));
    }
    // Four rows draw on several editions, two are of headings without a requirement, of which one is not a row of any
    // clause.
    assert_eq!((missing.len(), left_out), (5, 6), "{missing:#?}");
}

#[test]
fn titles_in_other_languages_and_cleaned_ids_come_back() {
    let world = World::new(&[("a.yaml", A)], None);
    let before = world.library.catalogs().next().unwrap();
    let (_, _, again) = read(vec![("a.json".to_owned(), catalog(before).text)]);
    let after = again.catalog(&before.id).unwrap();
    // Blanks and line breaks of titles are the only thing that is not kept.
    let cleaned =
        |line: &String| line.replace("Made  up:\n the first", "Made up: the first").replace("One\\nand", "One and");
    let before: Vec<String> = edition(before).iter().map(cleaned).collect();
    assert_eq!(different(before, edition(after)), [""; 0]);
}

/// What is stated on each requirement, be it on a heading above it, in lines.
fn statements(assessment: &Assessment, library: &Library) -> Vec<String> {
    let Assessment { organization, scope, date, assessor, targets, .. } = assessment;
    let mut lines = vec![format!("{organization} {scope:?} {date:?} {assessor:?} {targets:?}")];
    for edition in assessment.editions() {
        let catalog = library.catalog(edition).unwrap();
        let own = |at: usize| {
            let number = catalog.clauses()[at].number.clone();
            assessment.statement(&ClauseId { edition: edition.clone(), number })
        };
        for (at, clause) in catalog.clauses().iter().enumerate() {
            let headings = catalog.ancestors(at).filter(|above| catalog.clauses()[*above].kind == ClauseKind::Heading);
            let stated = std::iter::once(at).chain(headings).find_map(own);
            let Some(stated) = stated.filter(|_| clause.kind == ClauseKind::Requirement) else { continue };
            let Statement { status, evidence, owner, due, assessed, maturity, effort, justification, note, .. } =
                stated;
            let Statement { maturity_target, risks, .. } = stated;
            let work = format!("{owner:?} {due:?} {assessed:?} {maturity:?} {maturity_target:?} {effort:?} {risks:?}");
            let clause = &clause.number;
            lines.push(format!("{edition}/{clause} {status} {evidence:?} {work} {justification:?} {note:?}"));
        }
    }
    lines
}

#[test]
fn the_examples_come_back_as_they_went() {
    let (_, library) = library();
    for (name, before) in assessments() {
        let editions = before.editions();
        let is_named = |edition: &&Catalog| editions.contains(&&edition.id) || before.targets.contains(&edition.id);
        let editions = library.catalogs().filter(is_named);
        let texts = editions.map(|edition| (format!("{}.json", edition.id), catalog(edition).text));
        let written = (name.to_owned(), assessment_results(&before, &library).text);
        let (sources, files, again) = read(texts.chain([written]).collect());
        let mut foreign = ForeignFiles::read(&sources, &files);
        foreign.catalogs(&sources, Choices::default(), HashSet::new());
        let contents = foreign.assessments(&again, Choices::default());
        let mut read = contents.into_iter().flat_map(|(_, content)| content.assessments);
        let after = load::assessment_from_raw(read.next().unwrap(), &again).sound().unwrap().0;
        let changed = different(statements(&before, &library), statements(&after, &again));
        assert!(changed.is_empty(), "{name} {changed:#?}");
    }
}

#[test]
fn a_heading_that_nothing_covers_or_that_relates_to_nothing_comes_back_as_it_was_written() {
    const TABLE: &str = r#"
xwalk: relations/1
id: a-1--b-2
from: a:1
to: b:2
version: 1
source: A test
confidence: medium
unrelated: { "5": "Nothing\nlike it" }
rows:
  - { from: "4.1", to: "1", relation: full, reverse: full }
  - { to: "2", relation: none, note: "Looked for,\nto do: nothing", add: Do all of it, items: "a, b", confidence: high }
  - { to: "3", relation: none }
"#;
    let world = World::new(&[("a.yaml", A), ("b.yaml", super::B), ("a-1--b-2.yaml", TABLE)], None);
    let before = world.library.tables().next().unwrap();
    let written = mapping_collection(&[before], &world.library, OpenReverse::LeaveOut, &BTreeSet::new());
    assert_eq!(written.losses, []);
    super::checked(&written);
    let mut texts: Vec<(String, String)> =
        world.library.catalogs().map(|edition| (format!("{}.json", edition.id), catalog(edition).text)).collect();
    texts.push(("t.json".to_owned(), written.text));
    let (_, _, again) = read(texts);
    let after = again.table(&before.id).unwrap();
    let lines = |table: &Table| -> BTreeSet<String> { table.rows.iter().map(row).collect() };
    assert_eq!(lines(after), lines(before));
    assert_eq!(after.unrelated, before.unrelated);
}

#[test]
fn what_an_edition_superseded_and_gained_comes_back_and_so_does_what_took_the_place_of_a_control() {
    const FIRST: &str = "xwalk: catalog/1\nid: f:1\ntitle: First\nclauses: { \"1\": One }\n";
    const SECOND: &str = r#"
xwalk: catalog/1
id: f:2
title: Second
kind: control-set
provenance: stated
supersedes: f:1
superseded-by: f:3 (draft)
transition: { ends: 2027-10-31, note: "Three\nyears" }
amendments:
  "Amd 1:2024": { date: 2024-02-23, clauses: { "1": "Climate,\nwhether it matters", "2.1": Of others too } }
  "Amd 2:2025": { date: 2025-01-01, clauses: {} }
clauses:
  "1": One
  "2": Two
  "2.1": Two one
  "3": { title: Gone, kind: informative, status: withdrawn, successors: ["1", "2.1"] }
  "4": { title: Gone too, kind: informative, status: withdrawn, successors: "2" }
  "5": { title: Elsewhere, kind: informative, status: withdrawn, successors: "other:1/7" }
"#;
    let world = World::new(&[("f1.yaml", FIRST), ("f2.yaml", SECOND)], None);
    let texts = |names: &[&str]| -> Vec<(String, String)> {
        let is_named = |edition: &&Catalog| names.contains(&edition.id.as_str());
        let editions = world.library.catalogs().filter(is_named);
        editions.map(|edition| (format!("{}.json", edition.id), catalog(edition).text)).collect()
    };
    let (_, _, again) = read(texts(&["f:1", "f:2"]));
    let pair = |library: &Library| library.catalogs().find(|edition| edition.id.as_str() == "f:2").cloned().unwrap();
    let (before, after) = (pair(&world.library), pair(&again));
    assert_eq!(different(edition(&before), edition(&after)), [""; 0]);
    assert_eq!(after.supersedes, before.supersedes);
    let lineage = |catalog: &Catalog| {
        let lifecycle = &catalog.lifecycle;
        let amendments = lifecycle
            .amendments
            .iter()
            .map(|amendment| format!("{} {} {:?}", amendment.id, amendment.date, amendment.clauses));
        let amendments: Vec<String> = amendments.collect();
        let transition = lifecycle.transition.as_ref().map(|transition| (transition.ends, transition.note.clone()));
        (lifecycle.superseded_by.clone(), transition, amendments)
    };
    assert_eq!(lineage(&after), lineage(&before));
    // As in NIST's catalogs, what took a control's place is a link, where it stands in the same document.
    let written: serde_json::Value = serde_json::from_str(&texts(&["f:2"])[0].1).unwrap();
    let links = |value: &serde_json::Value| value["links"].to_string();
    let found: Vec<String> = written["catalog"]["controls"]
        .as_array()
        .into_iter()
        .flatten()
        .chain(
            written["catalog"]["groups"]
                .as_array()
                .into_iter()
                .flatten()
                .flat_map(|group| group["controls"].as_array())
                .flatten(),
        )
        .filter(|control| control["links"].is_array())
        .map(links)
        .collect();
    assert_eq!(
        found,
        [
            r##"[{"href":"#c-1","rel":"incorporated-into"},{"href":"#c-2.1","rel":"incorporated-into"}]"##,
            r##"[{"href":"#c-2","rel":"incorporated-into"}]"##,
        ]
    );
    // Alone, it cannot say what it superseded.
    let mut sources = Sources::default();
    let file = sources.add("f2.json", texts(&["f:2"]).remove(0).1);
    let mut own = Files::default();
    ForeignFiles::read(&sources, &[(file, Format::Oscal)]).add_to(&mut own, &sources, Choices::default());
    let (alone, faults) = load::library(&sources, own).into_parts();
    assert_eq!(alone.catalogs().next().unwrap().supersedes, None);
    let told: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(told, ["an edition supersedes f:1, which is not available: the link is left out"]);
}

#[test]
fn who_said_and_reviewed_a_row_comes_back_and_a_word_that_another_program_changed_counts() {
    const TABLE: &str = "xwalk: relations/1\nid: a-1--b-2\nfrom: a:1\nto: b:2\nversion: 1\nsource: A test\nconfidence: medium\nrows:\n  - { from: \"4.1\", to: \"1\", relation: full, reverse: full, reviewed-by: [Ann, Bob], said: { Ann: full, Bob: partial/full } }\n";
    let world = World::new(&[("a.yaml", A), ("b.yaml", super::B), ("a-1--b-2.yaml", TABLE)], None);
    let before = world.library.tables().next().unwrap();
    let written = mapping_collection(&[before], &world.library, OpenReverse::LeaveOut, &BTreeSet::new()).text;
    let mut texts: Vec<(String, String)> =
        world.library.catalogs().map(|edition| (format!("{}.json", edition.id), catalog(edition).text)).collect();
    texts.push(("t.json".to_owned(), written.clone()));
    let (_, _, again) = read(texts.clone());
    let (after, before) =
        (again.table(&before.id).unwrap().rows.iter().next().unwrap(), before.rows.iter().next().unwrap());
    assert_eq!((&after.reviewed_by, &after.said), (&before.reviewed_by, &before.said));
    assert_eq!(before.said.len(), 2);
    texts.last_mut().unwrap().1 = written.replace("equivalent-to", "intersects-with");
    let (_, _, changed) = read(texts);
    let row = changed.tables().next().unwrap().rows.iter().next().unwrap();
    assert_eq!(
        (row.forward.to_string(), row.reverse.map(|word| word.to_string())),
        ("partial".into(), Some("partial".into()))
    );
}

#[test]
fn evidence_with_blanks_comes_back_and_no_day_is_made_up() {
    const TEXT: &str = "xwalk: assessment/1\norganization: Us\nstatuses:\n  a:1:\n    \"4.1\": { status: partial, evidence: [docs/My manual.pdf, \"100% done.md\"] }\n    \"5\": implemented\n";
    let world = World::new(&[("a.yaml", A)], None);
    for (date, assessed) in [("", ""), ("date: 2026-01-02\n", ""), ("", ", assessed: 2026-02-03")] {
        let text = TEXT.replace("statuses", &format!("{date}statuses")).replace("md\"]", &format!("md\"]{assessed}"));
        let world_of = World::new(&[("a.yaml", A)], Some(&text));
        let (before, library) = (&world_of.assessment.as_ref().unwrap().0, &world.library);
        let edition = library.catalogs().next().unwrap();
        let written = assessment_results(before, library).text;
        let (sources, files, again) =
            read(vec![("a.json".to_owned(), catalog(edition).text), ("r.json".to_owned(), written)]);
        let mut foreign = ForeignFiles::read(&sources, &files);
        foreign.catalogs(&sources, Choices::default(), HashSet::new());
        let contents = foreign.assessments(&again, Choices::default());
        let read = contents.into_iter().flat_map(|(_, content)| content.assessments).next().unwrap();
        let after = load::assessment_from_raw(read, &again).sound().unwrap().0;
        let changed = different(statements(before, library), statements(&after, &again));
        assert!(changed.is_empty(), "{date}{assessed} {changed:#?}");
    }
}
