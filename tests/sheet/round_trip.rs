//! What is exported is imported as it was.

use jiff::civil::Date;
use proptest::prelude::*;
use xwalk::exchange::import::{self, Kind, TableHeader, changes};
use xwalk::model::{Assessment, ClauseId, Library, PersonDays, Relation, Statement, Status, Strength, Table};
use xwalk::query::{Assessed, AssessedQuestion, Case, Question, Settings};
use xwalk::source::{Sources, Span};

use super::write::{EXAMPLES, bundled, example, hostile, said};
use super::{as_sheets, bare, edition, export, read, stated, world};
use crate::common::{World, clause};

fn document(assessment: &Assessment, library: &Library, all: bool) -> xwalk::report::Document {
    let settings = Settings::default();
    let crosswalk = xwalk::crosswalk::Crosswalk::new(library, &settings.selection(library).unwrap());
    let mut sources = Sources::default();
    let file = sources.add("assessment.yaml", "");
    let case = Case { sources: &sources, library, crosswalk: &crosswalk, settings: &settings };
    AssessedQuestion::document(&export("", all), Assessed { case, assessment, file }).unwrap()
}

fn table_document(world: &World, name: &str) -> xwalk::report::Document {
    world.ask(|case| Question::document(&export(name, false), case.case).unwrap())
}

#[test]
fn the_statements_of_every_example_come_back_from_csv_and_from_a_workbook() {
    let (mut sources, library) = bundled();
    for (name, count) in EXAMPLES.into_iter().zip([46, 74, 69]) {
        let assessment = example(name, &mut sources, &library);
        let before = stated(&assessment);
        assert_eq!(before.len(), count, "{name}");
        for all in [false, true] {
            for (_, sheets) in as_sheets(document(&assessment, &library, all)) {
                let rows = import::rows(&sheets, &import::SheetChoice::Only, Kind::Assessment, &[]).unwrap();
                let (statements, warnings) = import::statements(&rows, None, &library).unwrap();
                assert!(warnings.is_empty() && rows.ignored.is_empty());
                let after: Vec<(String, Statement)> =
                    statements.list.iter().map(|(clause, statement)| (clause.to_string(), bare(statement))).collect();
                assert_eq!(after, before, "{name}");
                assert_eq!(statements.without_statement > 0, all, "{name}");
                assert!(changes(&assessment, &statements, &library).is_empty(), "{name}");
            }
        }
    }
}

#[test]
fn the_rows_of_every_bundled_table_come_back_from_csv_and_from_a_workbook() {
    let (sources, library) = bundled();
    let settings = Settings::default();
    let crosswalk = xwalk::crosswalk::Crosswalk::new(&library, &settings.selection(&library).unwrap());
    let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &settings };
    for before in library.tables() {
        let document = Question::document(&export(before.id.as_str(), false), case).unwrap();
        for (_, sheets) in as_sheets(document) {
            let found = import::rows(&sheets, &import::SheetChoice::Only, Kind::Table, &[]).unwrap();
            assert!(found.ignored.is_empty());
            let (after, _) = import::table(&found, &TableHeader::of(before), &library).unwrap();
            assert_eq!(said(&after), said(before), "{}", before.id);
        }
    }
}

#[test]
fn a_sheet_to_fill_in_lists_the_requirements_of_which_nothing_is_stated() {
    let world = world(Some(
        "xwalk: assessment/1\norganization: Us\ntargets: [plain:1]\nstatuses:\n  odd:1: { \"4\": partial, \"4.10\": implemented }\n",
    ));
    let (assessment, _) = world.assessment.as_ref().unwrap();
    let lines = |all| {
        let rows = crate::common::answer(&document(assessment, &world.library, all));
        rows.into_iter().map(|row| format!("{} {} {}", row[1], row[2], row[3])).collect::<Vec<_>>()
    };
    let words = ["implemented", "partial", "planned", "not-implemented", "not-applicable"];
    assert_eq!(
        document(assessment, &world.library, true).tables().next().unwrap().choices,
        [("status", &words[..])],
        "a workbook offers them"
    );
    assert_eq!(lines(false), ["odd:1/4 Context partial", "odd:1/4.10 Tenth implemented"]);
    assert_eq!(
        lines(true),
        [
            "odd:1/4 Context partial",
            "odd:1/4.1 First ",
            "odd:1/4.10 Tenth implemented",
            "odd:1/4.2 Second ",
            "odd:1/5.1 '=1+1 ",
            "odd:1/A+B Both ",
            "odd:1/C,D Either ",
            "odd:1/=E Formula ",
            "odd:1/yes Truth ",
            "plain:1/1 One ",
            "plain:1/2 Two ",
            "plain:1/3 Three ",
        ]
    );
}

#[test]
fn a_catalog_is_exported_with_a_column_for_each_attribute() {
    let world = world(None);
    let document = world.ask(|case| Question::document(&export("odd/standard 1", false), case.case).unwrap());
    let table = document.tables().next().unwrap();
    let keys: Vec<&str> = table.headings.iter().map(|heading| heading.key.as_ref()).collect();
    assert_eq!(keys, ["clause", "title", "kind", "parent", "summary", "mandatory", "clause (attribute)", "weight"]);
    let rows = crate::common::answer(&document);
    assert_eq!(rows.len(), 10);
    assert_eq!(rows[1], ["odd:1/4.1", "First", "requirement", "odd:1/4", "", "true", "", "heavy"]);
    assert_eq!(rows[3], ["odd:1/4.2", "Second", "requirement", "odd:1/4", "", "true", "odd indeed", ""]);
    let refused = world.ask(|case| Question::document(&export("odd:1", true), case.case).unwrap_err());
    assert_eq!(refused.help.as_deref(), Some("leave out --all"));
    let unknown = world.ask(|case| Question::document(&export("odd:2", false), case.case).unwrap_err());
    assert_eq!(
        unknown.to_string(),
        "no file, edition or table is called odd:2\n\n  tip: there is odd:1; `xwalk list editions` shows the available editions; --standards DIR adds a folder of your own"
    );
}

#[test]
fn what_a_sheet_has_no_column_for_stays_as_it_is() {
    let world = world(Some(
        "xwalk: assessment/1\norganization: Us\nstatuses:\n  plain:1:\n    \"1\": { status: partial, owner: QM, note: half }\n    \"2\": partial\n    \"3\": planned\n",
    ));
    let (assessment, _) = world.assessment.as_ref().unwrap();
    let mut sources = Sources::default();
    let file = sources.add("sheet.csv", "clause,status,note\nplain:1/1,implemented,\nplain:1/2,partial,\n");
    let statements = read(&xwalk::exchange::sheet::csv(&sources, file), &world);
    let changes = changes(assessment, &statements, &world.library);
    assert_eq!(changes.len(), 1);
    let (id, after) = &changes[0];
    assert_eq!(*id, clause("plain:1/1"));
    assert_eq!((after.status, after.owner.as_deref(), &after.note), (Status::Implemented, Some("QM"), &None));
}

fn day() -> impl Strategy<Value = Date> {
    (0..=9999_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn statement() -> impl Strategy<Value = Statement> {
    let status = proptest::sample::select(
        &[Status::Implemented, Status::Partial, Status::Planned, Status::NotImplemented, Status::NotApplicable][..],
    );
    let maybe = || proptest::option::of(hostile());
    let texts = (proptest::collection::vec(hostile(), 0..4), maybe(), maybe(), hostile());
    let rest = (
        proptest::option::of(day()),
        proptest::option::of(day()),
        (proptest::option::of(0..=5_u8), proptest::option::of(0..=5_u8)),
        proptest::option::of((0..=10_000_000_u32).prop_map(PersonDays)),
        proptest::collection::btree_set("[A-Z]-[0-9]{1,3}|[0-9]{1,2}", 0..3),
    );
    (status, texts, rest).prop_map(
        |(status, (evidence, owner, note, why), (due, assessed, maturity, effort, risks))| {
            let is_out = status == Status::NotApplicable;
            Statement {
                status,
                evidence: evidence.into_iter().map(Into::into).collect(),
                owner: owner.map(Into::into),
                due,
                assessed,
                maturity: maturity.0,
                maturity_target: maturity.1,
                effort,
                // A justification is never blank, and has to be there where a clause does not apply.
                justification: match why.trim().is_empty() {
                    true => is_out.then(|| "why".into()),
                    false => Some(why.into()),
                },
                risks: risks.into_iter().map(Into::into).collect(),
                note: note.map(Into::into),
                span: Span::start_of(Sources::default().add("", "")),
            }
        },
    )
}

const CLAUSES: [&str; 9] =
    ["odd:1/4", "odd:1/4.1", "odd:1/4.10", "odd:1/4.2", "odd:1/A+B", "odd:1/C,D", "odd:1/=E", "odd:1/yes", "plain:1/2"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn any_statement_comes_back_from_csv_and_from_a_workbook(
        said in proptest::collection::btree_map(proptest::sample::select(&CLAUSES[..]), statement(), 1..5)
    ) {
        let world = world(None);
        let mut assessment = Assessment::new("Us".into());
        for (id, statement) in said {
            assessment.add(clause(id), statement).unwrap();
        }
        for (_, sheets) in as_sheets(document(&assessment, &world.library, true)) {
            let statements = read(&sheets, &world);
            let mut after = Assessment::new("Us".into());
            for (id, statement) in statements.list {
                after.add(id, statement).unwrap();
            }
            prop_assert_eq!(stated(&after), stated(&assessment));
        }
    }

    #[test]
    fn any_row_comes_back_from_csv_and_from_a_workbook(
        from in proptest::sample::subsequence(&CLAUSES[1..], 1..4),
        (items, add, add_reverse, note, why) in (proptest::option::of(hostile()), proptest::option::of(hostile()), proptest::option::of(hostile()), proptest::option::of(hostile()), hostile()),
        reverse in proptest::option::of(proptest::sample::select(&[Strength::Partial, Strength::Full][..])),
        is_related in proptest::bool::ANY,
        derived_from in proptest::sample::subsequence(&["other", "third"][..], 0..=2),
        mappers in proptest::sample::subsequence(&["A. Smith", "B: C; D | E", "F, \"G\""][..], 0..=3),
        reviewed_by in proptest::sample::subsequence(&["A. Lee", "Audit; Risk", "NA", "x | y"][..], 0..=4),
    ) {
        let mut world = world(None);
        let empty = |id: &str| {
            format!("xwalk: relations/1\nid: {id}\nfrom: odd:1\nto: plain:1\nversion: 1\nsource: us\nconfidence: medium\nrows: []\n")
        };
        for id in ["other", "third"] {
            let other = super::write::table(empty(id), &world.library);
            world.library.add_table(other).unwrap();
        }
        let base = super::write::table(empty("t"), &world.library);
        let relation = Relation {
            from: from.into_iter().map(clause).collect::<Vec<ClauseId>>(),
            to: clause("plain:1/1"),
            forward: if is_related { Strength::Related } else { Strength::Partial },
            reverse: reverse.filter(|_| !is_related),
            items: items.map(|items| Box::new(items.into())),
            add: add.map(Into::into),
            add_reverse: add_reverse.map(Into::into),
            note: note.map(Into::into),
            confidence: xwalk::model::Confidence::Low,
            derived_from: derived_from.into_iter().map(|id| xwalk::model::TableId::parse(id).unwrap()).collect(),
            said: mappers.into_iter().zip([None, Some(Strength::Full), Some(Strength::Partial)]).map(|(mapper, reverse)| xwalk::model::Said { mapper: mapper.into(), forward: Strength::Partial, reverse }).collect(),
            reviewed_by: reviewed_by.into_iter().map(Into::into).collect(),
            span: base.span,
        };
        let nothing = Relation { from: Vec::new(), to: clause("plain:1/3"), forward: Strength::None, reverse: None, ..relation.clone() };
        let unrelated = [(clause("odd:1/5.1").number, why.into())].into();
        let before = Table { rows: vec![relation, nothing].into(), unrelated: std::collections::BTreeMap::into(unrelated), ..base };
        prop_assert_eq!(said(&super::write::table(xwalk::edit::write::table(&before), &world.library)), said(&before));
        world.library.add_table(before.clone()).unwrap();
        for (_, sheets) in as_sheets(table_document(&world, "t")) {
            let found = import::rows(&sheets, &import::SheetChoice::Only, Kind::Table, &[]).unwrap();
            let after = import::table(&found, &TableHeader::of(&before), &world.library);
            prop_assert!(after.is_ok(), "{:?}", after);
            prop_assert_eq!(said(&after.unwrap().0), said(&before));
        }
    }
}

#[test]
fn the_editions_of_a_table_are_those_that_all_its_clauses_name() {
    let world = world(None);
    let editions = |text: &'static str| {
        let mut sources = Sources::default();
        let file = sources.add("sheet.csv", text);
        let sheets = xwalk::exchange::sheet::csv(&sources, file);
        import::editions(&import::rows(&sheets, &import::SheetChoice::Only, Kind::Table, &[]).unwrap(), &world.library)
    };
    let both = (Some(edition("odd:1")), Some(edition("plain:1")));
    assert_eq!(editions("from,to,relation\nodd:1/4.1 odd:1/4.2,plain:1/1,full\n,plain:1/2,none\n"), both);
    assert_eq!(editions("from,to,relation\n4.1,plain:1/1,full\n"), (None, both.1));
    assert_eq!(editions("from,to,relation\nodd:1/4.1 plain:1/1,1,full\n"), (None, None));
}
