//! Seed 001: ISO/IEC 20000-1:2011 into a quality management system after ISO 9001:2008 (Mesquida and Mas).

use std::collections::BTreeSet;

use xwalk::crosswalk::Level;
use xwalk::deliver::Guide;
use xwalk::model::{ClauseKind, Confidence, Provenance};
use xwalk::query::{Action, Gap, GapRow, Outcome, Question, Settings};
use xwalk::report::{Cell, Document, Entry, Part};
use xwalk::survey::MapRow;

use super::bundled::{Bundled, rows};

const QUALITY: &str = "iso-9001:2008";
const SERVICE: &str = "iso-iec-20000-1:2011";
const STATED: &str = "iso-9001-2008--iso-iec-20000-1-2011--mesquida-mas";
const RECONSTRUCTION: &str = "iso-9001-2008--iso-iec-20000-1-2011";
const ITIL: &str = "itil-2011--iso-iec-20000-1-2011";

const CERTIFIED: &str = "xwalk: assessment/1\norganization: An IT service provider\ntargets: [iso-iec-20000-1:2011]\n\
    statuses:\n  iso-9001:2008:\n    \"4\": implemented\n    \"5\": implemented\n    \"6\": implemented\n    \
    \"7\": implemented\n    \"8\": implemented\n";

/// Rows only, no chains: the table as the paper prints it.
fn one_row() -> Settings {
    Settings { max_hops: 1, ..Settings::default() }
}

/// Only what the text of the paper states.
fn stated() -> Settings {
    Settings { without_table: vec![RECONSTRUCTION.into()], ..one_row() }
}

fn gap(settings: &Settings) -> Vec<GapRow> {
    Bundled::assessed(CERTIFIED).ask_with(settings, |case| Gap::default().ask(case).unwrap().rows)
}

fn of<'r>(rows: &'r [GapRow], number: &str) -> &'r GapRow {
    rows.iter().find(|row| row.clause.number.as_str() == number).unwrap()
}

/// From, to, how far, and which items, of the rows of a table.
fn cells(rows: &[MapRow], table: &str) -> Vec<(String, String, Level, String)> {
    rows.iter()
        .filter(|row| row.tables.iter().any(|known| known.as_str() == table))
        .map(|row| {
            let from = row.from.iter().map(|clause| clause.number.to_string()).collect::<Vec<_>>().join(" ");
            let items = row.items.as_ref().map(ToString::to_string).unwrap_or_default();
            (from, row.to.number.to_string(), row.relation, items)
        })
        .collect()
}

fn the_stated_examples() -> [(String, String, Level, String); 7] {
    [
        ("4.2.1", "4.3.1", Level::Full, ""),
        ("5.1", "4.1.1", Level::Partial, "b, c, g"),
        ("", "4.5.1", Level::None, ""),
        ("", "4.5.2", Level::None, ""),
        ("", "4.5.3", Level::None, ""),
        ("", "4.5.4", Level::None, ""),
        ("", "4.5.5", Level::None, ""),
    ]
    .map(|(from, to, level, items)| (from.into(), to.into(), level, items.into()))
}

#[test]
fn row_001_1_a_full_relation_leaves_nothing_to_add() {
    let rows = gap(&stated());
    let documents = of(&rows, "4.3.1");
    assert_eq!((documents.outcome, documents.action), (Outcome::Covered, Action::None));
    assert_eq!(documents.add, "");
}

#[test]
fn row_001_1_a_partial_relation_asks_for_the_parts_of_it_services() {
    let rows = gap(&stated());
    let commitment = of(&rows, "4.1.1");
    assert_eq!((commitment.outcome, commitment.action), (Outcome::PartlyCovered, Action::Extend));
    assert!(commitment.add.contains("service management plan"), "{}", commitment.add);
}

#[test]
fn row_001_1_where_there_is_no_relation_the_requirement_is_new() {
    let rows = gap(&stated());
    for new in ["4.5.1", "4.5.2", "4.5.3"] {
        assert_eq!((of(&rows, new).outcome, of(&rows, new).action), (Outcome::New, Action::Build), "{new}");
    }
}

#[test]
fn row_001_2_the_text_states_one_full_one_partial_and_five_empty_cells() {
    let bundled = Bundled::new();
    assert_eq!(cells(&bundled.map(QUALITY, SERVICE), STATED), the_stated_examples());
    let table = bundled.table(STATED);
    assert_eq!((table.confidence, table.provenance), (Confidence::High, Some(Provenance::Stated)));
    assert!(table.rows[0].note.as_deref().unwrap().contains("item d)"), "the full relation rests on item d");
}

#[test]
fn row_001_2_the_clauses_of_the_examples_have_the_titles_of_the_text() {
    let bundled = Bundled::new();
    for (edition, number, title) in [
        (QUALITY, "4.2.1", "General"),
        (QUALITY, "5.1", "Management commitment"),
        (SERVICE, "4.1.1", "Management commitment"),
        (SERVICE, "4.3.1", "Establish and maintain documents"),
        (SERVICE, "4.5.1", "Define scope"),
        (SERVICE, "4.5.2", "Plan the SMS (Plan)"),
        (SERVICE, "4.5.3", "Implement and operate the SMS (Do)"),
        (SERVICE, "4.5.4", "Monitor and review the SMS (Check)"),
        (SERVICE, "4.5.5", "Maintain and improve the SMS (Act)"),
    ] {
        assert_eq!(bundled.title(edition, number), title, "{edition}/{number}");
    }
}

#[test]
fn row_001_2_internal_audits_keep_both_readings() {
    // The text counts 4.5.4 among what is unrelated, and its interviews internal audits among the most integrable.
    let all = of(&gap(&one_row()), "4.5.4.2").outcome;
    assert!(matches!(all, Outcome::Covered | Outcome::PartlyCovered), "{all:?}");
    assert_eq!(of(&gap(&stated()), "4.5.4.2").outcome, Outcome::New);
}

#[test]
fn row_001_3_the_reconstruction_of_the_table_marks_its_origin() {
    let bundled = Bundled::new();
    let table = bundled.table(RECONSTRUCTION);
    assert_eq!((table.confidence, table.provenance), (Confidence::Low, Some(Provenance::Reconstruction)));
    assert!(table.rows.iter().all(|row| row.confidence == Confidence::Low));
    let shown = bundled.show("iso-9001:2008/5.1");
    let warning = shown.lead.iter().find(|line| line.starts_with("Caution")).unwrap();
    assert!(warning.contains("our own reconstruction"), "{warning}");
    let sure: Vec<String> = rows(&shown)
        .into_iter()
        .filter(|row| row["other"] == "iso-iec-20000-1:2011/4.1.1")
        .map(|row| format!("{} {}", row["table"], row["confidence"]))
        .collect();
    assert_eq!(sure, [format!("{RECONSTRUCTION} low"), format!("{STATED} high")]);
}

#[test]
fn row_001_3_the_reconstruction_can_be_left_out_by_its_name_and_by_its_confidence() {
    let bundled = Bundled::new();
    let left = |settings: &Settings| {
        let rows = bundled.map_with(settings, QUALITY, SERVICE);
        assert!(cells(&rows, RECONSTRUCTION).is_empty());
        cells(&rows, STATED)
    };
    assert!(!cells(&bundled.map(QUALITY, SERVICE), RECONSTRUCTION).is_empty());
    assert_eq!(left(&Settings { min_confidence: Some(Confidence::Medium), ..one_row() }), the_stated_examples());
    assert_eq!(left(&stated()), the_stated_examples());
}

#[test]
fn row_001_3_the_table_speaks_of_every_clause_with_requirements_of_iso_9001() {
    let bundled = Bundled::new();
    let table = bundled.table(RECONSTRUCTION);
    let related = table.rows.iter().flat_map(|row| &row.from).map(|clause| &clause.number);
    let said: BTreeSet<_> = related.chain(table.unrelated.keys()).collect();
    let requirements = bundled.catalog(QUALITY).requirements().map(|clause| &clause.number);
    let unsaid: Vec<_> = requirements.filter(|number| !said.contains(number)).collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}

#[test]
fn row_001_3_the_user_corrects_a_cell_with_a_table_of_their_own() {
    let own = "xwalk: relations/1\nid: our-table-9\nfrom: iso-9001:2008\nto: iso-iec-20000-1:2011\nversion: 1\n\
        source: our copy of the paper\nconfidence: high\n\
        rows:\n  - { from: \"8.2.2\", to: \"4.5.4.2\", relation: full }\n";
    let rows = Bundled::with_own("our-table-9.yaml", own).map_with(&stated(), QUALITY, SERVICE);
    assert_eq!(cells(&rows, "our-table-9"), [("8.2.2".into(), "4.5.4.2".into(), Level::Full, String::new())]);
}

#[test]
fn row_001_4_several_itil_processes_together_serve_sections_four_and_five_only() {
    let bundled = Bundled::new();
    let table = bundled.table(ITIL);
    assert_eq!((table.confidence, table.provenance), (Confidence::Low, Some(Provenance::Reconstruction)));
    let rows: Vec<MapRow> = bundled.map("itil:2011", SERVICE).into_iter().filter(|row| !row.from.is_empty()).collect();
    let sections = |rows: &mut dyn Iterator<Item = &MapRow>| -> BTreeSet<String> {
        rows.map(|row| row.to.number.as_str().split('.').next().unwrap().to_owned()).collect()
    };
    let set = |sections: &[&str]| sections.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
    assert_eq!(sections(&mut rows.iter()), set(&["4", "5", "6", "7", "8", "9"]));
    assert_eq!(sections(&mut rows.iter().filter(|row| row.from.len() > 1)), set(&["4", "5"]));
}

#[test]
fn row_001_4_the_rows_of_sections_four_and_five_bear_the_asterisk() {
    for row in &Bundled::new().table(ITIL).rows {
        let is_marked = row.note.as_deref().is_some_and(|note| note.contains("asterisk"));
        assert_eq!(is_marked, row.to.number.as_str().starts_with(['4', '5']), "{}", row.to);
        assert_eq!(is_marked, row.from.len() > 1, "{}: several processes together, or one", row.to);
    }
}

#[test]
fn row_001_5_the_guide_finds_for_clause_5_1_title_relation_addition_and_related_requirement() {
    let shown = Bundled::new().show("iso-9001:2008/5.1");
    assert_eq!(shown.title, "iso-9001:2008/5.1 Management commitment");
    let stated = rows(&shown).into_iter().find(|row| row["table"] == STATED).unwrap();
    assert_eq!((&*stated["direction"], &*stated["other"]), ("to", "iso-iec-20000-1:2011/4.1.1"));
    assert_eq!(stated["relation"], "overlaps");
    for item in ["service management plan", "service requirements", "risks to services are assessed and managed"] {
        assert!(stated["add"].contains(item), "{item}: {}", stated["add"]);
    }
    let bundled = Bundled::new();
    let related = bundled.map(QUALITY, SERVICE);
    assert!(cells(&related, STATED).contains(&("5.1".into(), "4.1.1".into(), Level::Partial, "b, c, g".into())));
}

/// The guide from quality to service management.
fn guide(settings: &Settings, all: bool) -> Document {
    let guide = Guide { base: QUALITY.into(), target: SERVICE.into(), all, inferred: false };
    Bundled::new().ask_with(settings, |case| guide.document(case.case).unwrap())
}

/// The entry with this title, before the part on what is new or in it.
fn entry<'d>(guide: &'d Document, title: &str, is_new: bool) -> Option<&'d Entry> {
    let is_news = |part: &Part| matches!(part, Part::Section(title) if title.starts_with("New"));
    let border = guide.parts.iter().position(is_news).unwrap();
    let parts = if is_new { &guide.parts[border..] } else { &guide.parts[..border] };
    let mut entries = parts.iter().filter_map(|part| if let Part::Entry(entry) = part { Some(entry) } else { None });
    entries.find(|entry| entry.title == title)
}

/// What an entry says under a name.
fn said<'e>(entry: &'e Entry, name: &str) -> Option<&'e str> {
    let (_, cell) = entry.values.iter().find(|(known, _)| *known == name)?;
    if let Cell::Text(text) = cell { Some(text) } else { None }
}

fn mark(entry: &Entry) -> Option<&str> {
    entry.mark.as_ref().map(|(word, _)| word.as_str())
}

#[test]
fn row_001_5_the_guide_has_the_excerpt_of_figure_3() {
    for settings in [stated(), Settings::default()] {
        let guide = guide(&settings, false);
        let commitment = entry(&guide, "5.1 Management commitment", false).unwrap();
        assert_eq!(mark(commitment), Some("partial"));
        assert!(said(commitment, "").unwrap().contains("top management stands behind the system"));
        let [related] = commitment.children.as_slice() else { panic!("{:?}", commitment.children) };
        assert_eq!((related.title.as_str(), mark(related)), ("→ 4.1.1 Management commitment", Some("partial")));
        assert_eq!(said(related, "Items"), Some("b, c, g"));
        for item in ["service management plan", "service requirements", "risks to services are assessed and managed"] {
            assert!(said(related, "To add").unwrap().contains(item), "{item}");
        }
        assert!(said(related, "It requires").unwrap().contains("managed service risks"));
        assert!(said(related, "Mapping").unwrap().starts_with(&format!("{STATED}, confidence high")));
    }
}

#[test]
fn row_001_5_the_guide_shows_the_related_requirement_only_where_the_relation_is_partial() {
    for settings in [stated(), Settings::default()] {
        for all in [false, true] {
            let guide = guide(&settings, all);
            let documentation = entry(&guide, "4.2.1 General", false).unwrap();
            assert_eq!(mark(documentation), Some("full"));
            let [related] = documentation.children.as_slice() else { panic!("{:?}", documentation.children) };
            assert_eq!(related.title, "→ 4.3.1 Establish and maintain documents");
            assert_eq!(said(related, "To add"), Some("Nothing."));
            assert_eq!(said(related, "It requires").is_some(), all);
        }
    }
}

#[test]
fn row_001_5_the_guide_lists_what_is_to_be_implemented_as_the_standard_says() {
    for settings in [stated(), Settings::default()] {
        let guide = guide(&settings, false);
        for title in ["4.5.1 Define scope", "4.5.2 Plan the SMS (Plan)", "4.5.3 Implement and operate the SMS (Do)"] {
            let new = entry(&guide, title, true).unwrap();
            assert_eq!(mark(new), Some("new"), "{title}");
            assert!(said(new, "Relation").unwrap().contains(STATED), "{title}");
        }
        assert!(entry(&guide, "4.1.1 Management commitment", true).is_none());
    }
    // The paper calls 4.5.4 and 4.5.5 unrelated as a whole; the reconstruction relates what is below them.
    for title in ["4.5.4.2 Internal audit", "4.5.5.1 General"] {
        let reason = said(entry(&guide(&stated(), false), title, true).unwrap(), "Relation").unwrap().to_owned();
        assert!(reason.starts_with("none, as part of 4.5."), "{title}: {reason}");
        assert!(entry(&guide(&Settings::default(), false), title, true).is_none(), "{title}");
    }
}

#[test]
fn row_001_5_the_guide_names_the_paper_where_the_reconstruction_is_at_odds_with_it() {
    let guide = guide(&Settings::default(), false);
    let audit = entry(&guide, "8.2.2 Internal audit", false).unwrap();
    let by = said(&audit.children[0], "Mapping").unwrap();
    assert!(by.starts_with(&format!("{RECONSTRUCTION}, confidence low")), "{by}");
    assert!(by.ends_with("(confidence high) differs: iso-iec-20000-1:2011/4.5.4 has no counterpart"), "{by}");
    assert!(guide.lead.iter().any(|line| line.contains("our own reconstruction")), "{:?}", guide.lead);
}

#[test]
fn row_001_5_an_addition_goes_with_every_partial_relation_and_with_no_full_one() {
    for row in Bundled::new().map(QUALITY, SERVICE) {
        assert_eq!(row.add.is_some(), row.relation == Level::Partial, "{:?} {}", row.from, row.to);
    }
}

#[test]
fn row_001_5_the_guide_lists_the_requirements_that_are_related_to_nothing() {
    let bundled = Bundled::new();
    let unrelated = |settings: &Settings| -> BTreeSet<String> {
        let rows = bundled.map_with(settings, QUALITY, SERVICE);
        rows.into_iter().filter(|row| row.from.is_empty()).map(|row| row.to.number.to_string()).collect()
    };
    let (all, stated) = (unrelated(&Settings::default()), unrelated(&stated()));
    for number in ["4.5.1", "4.5.2", "4.5.3", "4.5.4", "4.5.5"] {
        assert!(all.contains(number) && stated.contains(number), "{number}");
    }
    for number in ["4.1.1", "4.3.1"] {
        assert!(!all.contains(number) && !stated.contains(number), "{number}");
    }
}

#[test]
fn row_001_6_an_existing_system_is_widened_by_partly_related_and_unrelated_requirements() {
    let bundled = Bundled::new();
    let related: BTreeSet<String> = bundled
        .map(QUALITY, SERVICE)
        .into_iter()
        .filter(|row| !row.from.is_empty())
        .map(|row| row.to.number.to_string())
        .collect();
    for row in gap(&one_row()) {
        let is_related = related.contains(row.clause.number.as_str());
        assert_eq!(row.action == Action::Build, !is_related, "{}", row.clause);
        assert!(!is_related || matches!(row.action, Action::Extend | Action::None), "{}", row.clause);
    }
}

#[test]
fn row_001_6_the_table_says_by_which_three_stages_it_was_made() {
    let bundled = Bundled::new();
    let method = bundled.table(STATED).method.clone().unwrap().to_lowercase();
    for stage in [
        "joint analysis",
        "two or three",
        "individual re-examination",
        "joint review",
        "the opposite direction",
        "indicative",
    ] {
        assert!(method.contains(stage), "{stage}: {method}");
    }
}

#[test]
fn row_001_7_the_standards_for_integration_are_known() {
    let bundled = Bundled::new();
    for (name, edition, published) in
        [("ISO Guide 72:2001", "iso-guide-72:2001", "2001"), ("PAS 99:2006", "pas-99:2006", "2006")]
    {
        assert!(bundled.show(name).title.starts_with(edition), "{name}");
        assert!(bundled.catalog(edition).published.as_deref().unwrap().starts_with(published), "{name}");
    }
    assert_eq!(bundled.catalog("iso-guide-72:2001").publisher.as_deref(), Some("ISO"));
    assert_eq!(bundled.catalog("pas-99:2006").publisher.as_deref(), Some("BSI"));
}

#[test]
fn row_001_7_iso_guide_72_has_six_subjects_and_pas_99_the_same() {
    let subjects = [
        "policy",
        "planning",
        "implementation and operation",
        "performance assessment",
        "improvement",
        "management review",
    ];
    let bundled = Bundled::new();
    let guide: Vec<String> =
        bundled.below("iso-guide-72:2001", None).into_iter().map(|(_, title)| title.to_lowercase()).collect();
    assert_eq!(guide, subjects);
    let specification = bundled.below("pas-99:2006", Some("4"));
    for subject in subjects {
        assert!(specification.iter().any(|(_, title)| title.to_lowercase().ends_with(subject)), "{subject}");
    }
}

/// The subjects of ISO Guide 72 to which clauses of an edition are joined.
fn subjects_of(bundled: &Bundled, edition: &str) -> BTreeSet<String> {
    let rows = bundled.map("iso-guide-72:2001", edition);
    let subjects =
        rows.iter().flat_map(|row| &row.from).map(|clause| clause.number.as_str().split('.').next().unwrap());
    subjects.map(ToOwned::to_owned).collect()
}

#[test]
fn row_001_7_the_six_subjects_of_iso_guide_72_are_present_in_quality_environment_and_safety() {
    let bundled = Bundled::new();
    for edition in ["iso-9001:2008", "iso-14001:2004", "ohsas-18001:2007"] {
        assert_eq!(subjects_of(&bundled, edition).len(), 6, "{edition}");
    }
}

#[test]
fn row_001_7_the_six_subjects_of_iso_guide_72_are_present_in_information_security() {
    assert_eq!(subjects_of(&Bundled::new(), "iso-iec-27001:2005").len(), 6);
}

#[test]
fn row_001_8_iso_9001_has_eight_clauses_of_which_the_first_three_ask_for_nothing() {
    let bundled = Bundled::new();
    assert_eq!(chapters(&bundled, QUALITY), ["1", "2", "3", "4", "5", "6", "7", "8"]);
    assert_eq!(asking(&bundled, QUALITY), BTreeSet::from(['4', '5', '6', '7', '8']));
}

#[test]
fn row_001_8_iso_20000_1_has_nine_clauses_and_the_first_three_ask_for_nothing() {
    let bundled = Bundled::new();
    assert_eq!(chapters(&bundled, SERVICE), ["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    assert_eq!(asking(&bundled, SERVICE), BTreeSet::from(['4', '5', '6', '7', '8', '9']));
    for (number, words) in [
        ("4", "general requirements"),
        ("5", "design and transition of new or changed services"),
        ("6", "service delivery processes"),
        ("7", "relationship processes"),
        ("8", "resolution processes"),
        ("9", "control processes"),
    ] {
        let title = bundled.title(SERVICE, number).to_lowercase();
        assert!(title.contains(words), "{number} {title}");
    }
}

/// The numbered chapters of an edition; the introduction, numbered 0, and the annexes are no clauses.
fn chapters<'b>(bundled: &'b Bundled, edition: &str) -> Vec<&'b str> {
    let numbers = bundled.below(edition, None).into_iter().map(|(number, _)| number);
    numbers.filter(|number| number.parse().is_ok_and(|number: u32| number > 0)).collect()
}

/// The first digits of the requirements of an edition.
fn asking(bundled: &Bundled, edition: &str) -> BTreeSet<char> {
    bundled.catalog(edition).requirements().map(|clause| clause.number.as_str().chars().next().unwrap()).collect()
}

#[test]
fn row_001_8_the_service_management_system_is_planned_done_checked_and_acted_upon() {
    let bundled = Bundled::new();
    for (number, phase) in [("4.5.2", "plan"), ("4.5.3", "do"), ("4.5.4", "check"), ("4.5.5", "act")] {
        let below = format!("{number}.");
        let mut requirements = bundled.catalog(SERVICE).clauses().iter().filter(|clause| {
            clause.kind == ClauseKind::Requirement
                && (clause.number.as_str() == number || clause.number.as_str().starts_with(&below))
        });
        assert!(requirements.clone().count() > 0, "{number}");
        assert!(requirements.all(|clause| clause.attributes.get("pdca") == Some(phase)), "{number} is {phase}");
    }
}
