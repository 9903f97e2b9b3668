//! Every command says of a requirement what the gap analysis says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use xwalk::changes::Migrate;
use xwalk::crosswalk::Level;
use xwalk::deliver::{Graph, GraphState, Guide, Integrate, IntegrationKind, Plan, Portal, Report, Soa};
use xwalk::model::{Assessment, ClauseId, EditionId};
use xwalk::query::{Action, Assessed, AssessedQuestion, Coverage, Gap, GapRow, Outcome, Settings, SiteQuestion, Tally};
use xwalk::report::{ANSWER, Cell, Document, Part, Table};
use xwalk::survey::{Map, Matrix};

use super::common::World;
use super::diff::bundled;

/// The rows of the gap analysis for an edition, whatever the assessment aims at.
fn rows(case: Assessed<'_>, target: &str) -> Vec<GapRow> {
    Gap { target: vec![target.into()], ..Gap::default() }.ask(case).unwrap().rows
}

/// The requirements of an edition that apply, each with its level by the gap analysis.
fn levels(case: Assessed<'_>, target: &str) -> BTreeMap<ClauseId, Level> {
    rows(case, target).into_iter().map(|row| (row.clause, row.level)).collect()
}

fn tally(levels: &BTreeMap<ClauseId, Level>) -> Tally {
    Tally::of(levels.values().map(|level| Some(*level)))
}

fn tables<'d>(document: &'d Document, name: &'d str) -> impl Iterator<Item = &'d Table> {
    document.parts.iter().filter_map(move |part| match part {
        Part::Table(table) if table.name == name => Some(table),
        Part::Table(_)
        | Part::Section(_)
        | Part::Entry(_)
        | Part::Tree(_)
        | Part::Chart(_)
        | Part::Graph(_)
        | Part::Schedule(_)
        | Part::Plot(_) => None,
    })
}

/// The levels that a table shows, by clause.
fn shown(table: &Table) -> Vec<(ClauseId, String)> {
    let place = |key: &str| table.headings.iter().position(|heading| heading.key == key).unwrap();
    let (clause, level) = (place("clause"), place("level"));
    let rows = table.rows.iter().filter_map(|row| match (&row[clause], &row[level]) {
        (Cell::Refs(refs, _), Cell::Word(level, _)) => Some((refs[0].clone(), level.to_string())),
        _ => None,
    });
    rows.collect()
}

fn edition(id: &str) -> EditionId {
    EditionId::parse(id).unwrap()
}

/// Compares all that is said of an edition on the ground of an assessment.
fn agree_on(case: Assessed<'_>, target: &str) {
    let (rows, expected) = (rows(case, target), levels(case, target));
    let level = |clause: &ClauseId| expected.get(clause).copied();
    let id = edition(target);

    let coverage = Coverage { target: vec![target.into()], by: "chapter".into() }.ask(case).unwrap();
    assert_eq!(coverage.groups.last().unwrap().tally, tally(&expected), "coverage of {target}");

    let graph = Graph { names: vec![base_of(case, &id), target.into()], depth: 1, inferred: false };
    for clause in graph.ask(case.case, Some(case.assessment)).unwrap().clauses {
        if clause.clause.edition == id && case.case.crosswalk.requirements(&id).any(|one| *one == clause.clause) {
            let state = level(&clause.clause).map_or(GraphState::NotApplicable, GraphState::At);
            assert_eq!(clause.state, state, "graph: {}", clause.clause);
        }
    }

    if let Ok(controls) = (Soa { edition: vec![target.into()] }).ask(case) {
        for control in controls.controls {
            assert_eq!(control.level, level(&control.clause), "soa: {}", control.clause);
        }
    }

    let plans = Plan { target: vec![target.into()], ..Plan::default() }.ask(case).unwrap();
    let open: BTreeSet<(&ClauseId, Action)> =
        rows.iter().filter(|row| row.action != Action::None).map(|row| (&row.clause, row.action)).collect();
    // What is part of the work on another clause has no item of its own.
    let included: BTreeSet<&ClauseId> = plans.items().flat_map(|item| &item.includes).collect();
    assert!(included.iter().all(|clause| open.iter().any(|(known, _)| known == clause)), "plan for {target}");
    let open: BTreeSet<(&ClauseId, Action)> =
        open.into_iter().filter(|(clause, _)| !included.contains(clause)).collect();
    let items = plans.items();
    let items: BTreeSet<_> =
        items.filter(|item| item.clause.edition == id).map(|item| (&item.clause, item.action)).collect();
    assert_eq!(items, open, "plan for {target}");

    let report = Report { target: vec![target.into()], ..Report::default() }.document(case).unwrap();
    let of_report: BTreeMap<ClauseId, String> = tables(&report, ANSWER).flat_map(shown).collect();
    let words: BTreeMap<ClauseId, String> =
        expected.iter().map(|(clause, level)| (clause.clone(), level.to_string())).collect();
    assert_eq!(of_report, words, "report on {target}");

    if let Ok(migration) = (Migrate { to: target.into(), from: None }).ask(case) {
        let full = rows.iter().filter(|row| row.level == Level::Full).map(|row| &row.clause);
        let stated = migration.requirements.iter().filter(|one| one.statement.is_some()).map(|one| &one.gap.clause);
        assert!(full.eq(stated), "migrate to {target}");
        assert!(migration.requirements.iter().map(|one| &one.gap).eq(&rows), "migrate to {target}");
    }
}

/// Compares what the pages of the portal say of clauses.
fn agree_on_portal(case: Assessed<'_>) {
    let mut expected: BTreeMap<EditionId, BTreeMap<ClauseId, Level>> = BTreeMap::new();
    for page in Portal::default().site(case).unwrap().pages {
        for (clause, shown) in tables(&page.document, "clauses").flat_map(shown) {
            let of_edition =
                expected.entry(clause.edition.clone()).or_insert_with(|| levels(case, clause.edition.as_str()));
            let level = of_edition.get(&clause).map_or("not applicable".to_owned(), |level| level.to_string());
            assert_eq!(shown, level, "portal: {clause} on {}", page.path);
        }
    }
}

/// An edition of which something is stated, the target excepted.
fn base_of(case: Assessed<'_>, target: &EditionId) -> String {
    let base = case.assessment.editions().into_iter().find(|edition| *edition != target);
    base.expect("something is stated on another edition").to_string()
}

/// Compares all that is said of two editions where all of the first is in place.
fn agree_between(world: &World, base: &str, target: &str) {
    world.ask(|case| between(case, base, target));
    // What rows say directly is what follows over one of them.
    world.ask_with(&Settings { max_hops: 1, ..Settings::default() }, |case| between(case, base, target));
}

fn between(case: Assessed<'_>, base: &str, target: &str) {
    let expected = levels(Assessed { assessment: &in_place(case, base), ..case }, target);
    let none: BTreeSet<&ClauseId> =
        expected.iter().filter(|(_, level)| **level == Level::None).map(|(clause, _)| clause).collect();

    let matrix = Matrix { editions: vec![base.into(), target.into()] }.ask(case.case).unwrap().0;
    let row = matrix.iter().find(|row| row.base.as_str() == base && row.target.as_str() == target).unwrap();
    assert_eq!(row.tally, tally(&expected), "matrix: {base} {target}");

    let map = Map { from: base.into(), to: target.into(), inferred: true }.ask(case.case).unwrap();
    assert!(map.uncovered >= none.len(), "map: {base} {target}");
    let told: BTreeSet<&ClauseId> = map.rows.iter().map(|row| &row.to).collect();
    assert!(expected.keys().all(|clause| told.contains(clause)), "map leaves nothing out: {base} {target}");
    for row in map.rows.iter().filter(|row| row.basis.is_none()) {
        assert!(expected[&row.to] <= Level::Presumed, "map: {}", row.to);
    }
    for row in map.rows.iter().filter(|row| row.from.len() == 1 && expected.contains_key(&row.to)) {
        assert!(row.relation <= expected[&row.to], "map: {:?} {}", row.from, row.to);
    }

    let inferred = case.case.settings.max_hops > 1;
    let guide = Guide { base: base.into(), target: target.into(), all: false, inferred }.ask(case.case).unwrap();
    assert_eq!(guide.target_tally, tally(&expected), "guide: {base} {target}");
    assert_eq!(guide.new.iter().map(|new| &new.clause).collect::<BTreeSet<_>>(), none, "guide: {base} {target}");
    let one_alone = guide.clauses.iter().flat_map(|line| &line.related).filter(|related| related.row.from.len() == 1);
    for related in one_alone.filter(|related| expected.contains_key(&related.row.to)) {
        assert!(related.row.relation <= expected[&related.row.to], "guide: {:?}", related.row);
    }

    let editions = vec![base.into(), target.into()];
    let question = Integrate { editions, suggest_base: false, by: "clause".into() };
    let integration = question.ask(case.case).unwrap();
    let of_target = integration.requirements.iter().filter(|one| one.clause.edition.as_str() == target);
    let of_target: Vec<_> = of_target.collect();
    assert_eq!(of_target.len(), expected.len());
    for one in of_target {
        let level = expected[&one.clause];
        assert_eq!(one.level, Some(level), "integrate: {}", one.clause);
        let kind = match level {
            Level::Full => IntegrationKind::Covered,
            Level::Partial => IntegrationKind::Extend,
            Level::Presumed => IntegrationKind::Verify,
            Level::None => IntegrationKind::New,
        };
        assert_eq!((one.kind, one.attachments.is_empty()), (kind, level < Level::Partial), "integrate: {}", one.clause);
        let whole = case.case.crosswalk.clause(&one.clause).unwrap();
        for attachment in &one.attachments {
            let alone = stated(case, &attachment.to);
            let alone = levels(Assessed { assessment: &alone, ..case }, target);
            assert_eq!(alone[&one.clause], level, "{} attaches to {:?}", whole.title, attachment.to);
        }
    }
}

/// An assessment by which all of an edition is in place.
fn in_place(case: Assessed<'_>, base: &str) -> Assessment {
    let requirements: Vec<ClauseId> = case.case.crosswalk.requirements(&edition(base)).cloned().collect();
    stated(case, &requirements)
}

/// An assessment by which these clauses are in place.
fn stated(case: Assessed<'_>, clauses: &[ClauseId]) -> Assessment {
    use std::fmt::Write as _;
    let mut text = "xwalk: assessment/1\norganization: Us\nstatuses:\n".to_owned();
    let editions: BTreeSet<&EditionId> = clauses.iter().map(|clause| &clause.edition).collect();
    for edition in editions {
        writeln!(text, "  {edition}:").unwrap();
        for clause in clauses.iter().filter(|clause| clause.edition == *edition) {
            writeln!(text, "    \"{}\": implemented", clause.number).unwrap();
        }
    }
    let mut sources = case.case.sources.clone();
    let file = sources.add("in-place.yaml", text);
    xwalk::load::assessment(&sources, file, case.case.library).sound().unwrap().0
}

fn example(name: &str) -> World {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).join("assessment.yaml");
    bundled(Some(&fs::read_to_string(path).unwrap()))
}

#[test]
fn the_examples_are_reported_the_same_by_every_command() {
    for (name, targets) in [
        ("harbour-it", ["iso-iec-20000-1:2011", "iso-9001:2015"].as_slice()),
        ("service-bank", &["ims-objectives:1", "iso-iec-27001:2022"]),
        ("software-house", &["sw-cmm:1.1", "iso-9001:2000"]),
    ] {
        let world = example(name);
        world.ask(agree_on_portal);
        for target in targets {
            world.ask(|case| agree_on(case, target));
        }
    }
}

#[test]
fn two_editions_are_reported_the_same_by_every_command() {
    let world = bundled(None);
    for (base, target) in [
        ("iso-9001:2008", "iso-iec-20000-1:2011"),
        ("iso-9001:2000", "iso-iec-20000-1:2011"),
        ("iso-14001:2004", "ohsas-18001:2007"),
        ("itil:pink-2001", "sw-cmm:1.1"),
    ] {
        agree_between(&world, base, target);
    }
}

#[test]
fn what_was_migrated_is_full_and_nothing_else_falls() {
    let world = example("harbour-it");
    for target in ["iso-9001:2015", "iso-9001:2000"] {
        world.ask(|case| {
            let before = levels(case, target);
            let migration = Migrate { to: target.into(), from: None }.ask(case).unwrap();
            let full: Vec<ClauseId> = before.keys().filter(|clause| before[clause] == Level::Full).cloned().collect();
            assert_eq!(migration.count(Outcome::Covered), full.len());
            let mut assessment = case.assessment.clone();
            for one in &migration.requirements {
                if let Some(statement) = &one.statement {
                    assessment.add(one.gap.clause.clone(), statement.clone()).unwrap();
                }
            }
            let after = levels(Assessed { assessment: &assessment, ..case }, target);
            for (clause, level) in &before {
                assert!(after[clause] >= *level, "{clause}");
            }
        });
    }
}

const CATALOG: &str =
    "clauses:\n  \"1\": Chapter\n  \"1.1\": A\n  \"1.2\": B\n  \"2\": Other\n  \"2.1\": C\n  \"3\": D\n";
const NUMBERS: [&str; 6] = ["1", "1.1", "1.2", "2", "2.1", "3"];
const TABLES: [(&str, &str); 4] = [("a:1", "b:1"), ("b:1", "a:1"), ("b:1", "c:1"), ("a:1", "c:1")];

/// A row of one of the tables: from some clauses to one, how far, and how far backwards.
type Drawn = (usize, BTreeSet<usize>, usize, usize);

fn drawn_rows() -> impl Strategy<Value = Vec<Drawn>> {
    let from = proptest::collection::btree_set(0..NUMBERS.len(), 1..3);
    proptest::collection::vec((0..TABLES.len(), from, 0..NUMBERS.len(), 0..6usize), 1..9)
}

fn drawn_world(rows: &[Drawn], statuses: &[usize]) -> World {
    use std::fmt::Write as _;
    let mut files: Vec<(String, String)> = Vec::new();
    for id in ["a:1", "b:1", "c:1"] {
        files.push((format!("{}.yaml", &id[..1]), format!("xwalk: catalog/1\nid: {id}\ntitle: T\n{CATALOG}")));
    }
    for (number, (from, to)) in TABLES.iter().enumerate() {
        let id = format!("{}-1--{}-1", &from[..1], &to[..1]);
        let mut text = format!(
            "xwalk: relations/1\nid: {id}\nfrom: {from}\nto: {to}\nversion: 1\nsource: drawn\nconfidence: high\nrows:\n"
        );
        let mut pairs = BTreeSet::new();
        for (_, from, to, relation) in rows.iter().filter(|(table, ..)| *table == number) {
            // A joint row says each clause once, and not a heading beside what stands below it.
            let from: Vec<&str> = from.iter().map(|at| NUMBERS[*at]).collect();
            let is_nested = from.iter().any(|one| from.iter().any(|two| two.starts_with(&format!("{one}."))));
            if is_nested || !pairs.insert((from.clone(), *to)) {
                continue;
            }
            let relation =
                ["full, reverse: full", "full, reverse: partial", "full", "partial, reverse: full", "partial", "none"]
                    [*relation];
            let from = from.iter().map(|number| format!("\"{number}\"")).collect::<Vec<_>>().join(", ");
            writeln!(text, "  - {{ from: [{from}], to: \"{}\", relation: {relation} }}", NUMBERS[*to]).unwrap();
        }
        if !pairs.is_empty() {
            files.push((format!("{id}.yaml"), text));
        }
    }
    let mut assessment = "xwalk: assessment/1\norganization: Us\ntargets: [b:1, c:1]\nprocesses:\n  p: { title: P, clauses: [\"b:1/1\", \"b:1/2\", \"b:1/3\"] }\nstatuses:\n  a:1:\n    \"3\": implemented\n".to_owned();
    for (number, status) in ["1", "1.1", "1.2", "2"].iter().zip(statuses) {
        let status =
            ["", "implemented", "partial", "planned", "{ status: not-applicable, justification: none }"][*status];
        if !status.is_empty() {
            writeln!(assessment, "    \"{number}\": {status}").unwrap();
        }
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    World::new(&files, Some(&assessment))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn small_worlds_are_told_the_same_by_every_command(
        rows in drawn_rows(),
        statuses in proptest::collection::vec(0..5usize, 4),
    ) {
        let world = drawn_world(&rows, &statuses);
        world.ask(agree_on_portal);
        for target in ["b:1", "c:1"] {
            world.ask(|case| agree_on(case, target));
            agree_between(&world, "a:1", target);
        }
    }
}
