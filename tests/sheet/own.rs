//! Our own sheets that people fill in: in every language, with nothing said of what is only to be read.

use xwalk::api;
use xwalk::deliver::{Plan, Soa};
use xwalk::exchange::import::{self, Kind, SheetChoice, changes};
use xwalk::exchange::sheet::{self, Sheet, Value};
use xwalk::language::DocumentLanguage;
use xwalk::query::{Assessed, AssessedQuestion, Case, Settings};
use xwalk::render::{Format, Page, Presentation, Xlsx};
use xwalk::report::Document;
use xwalk::source::Sources;

use super::write::{bundled, example};

/// A document as a workbook in a language, read back.
fn sheets(document: Document, case: Case<'_>, language: DocumentLanguage) -> Vec<Sheet> {
    let document = api::for_readers(document, &Xlsx, case.library, language, true);
    let presentation = Presentation { language, ..Presentation::PLAIN.clone() };
    let mut bytes = Vec::new();
    Xlsx.write(&document, Page { sources: case.sources, width: 80, presentation: &presentation }, &mut bytes).unwrap();
    sheet::workbook(&mut Sources::default(), "sheet.xlsx", &bytes, sheet::MAX_SIZE).unwrap()
}

/// Asks with the assessment of an example.
fn with_example(name: &str, ask: impl Fn(Assessed<'_>)) {
    let (mut sources, library) = bundled();
    let assessment = example(name, &mut sources, &library);
    let settings = Settings::default();
    let crosswalk = xwalk::crosswalk::Crosswalk::new(&library, &settings.selection(&library).unwrap());
    let file = sources.add("assessment.yaml", "");
    let case = Case { sources: &sources, library: &library, crosswalk: &crosswalk, settings: &settings };
    ask(Assessed { case, assessment: &assessment, file });
}

#[test]
fn sheets_of_every_language_come_back_without_a_word_about_our_own_columns() {
    with_example("hosting", |case| {
        let soa = Soa { edition: vec!["iso-iec-27001:2022".to_owned()] };
        let questions: [&dyn AssessedQuestion; 2] = [&Plan::default(), &soa];
        for (question, language) in
            questions.into_iter().flat_map(|question| DocumentLanguage::available().map(move |one| (question, one)))
        {
            let sheets = sheets(question.document(case).unwrap(), case.case, language);
            let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]).unwrap();
            assert_eq!((&rows.ignored, &rows.left_out), (&Vec::new(), &Vec::new()), "{language}");
            let (statements, warnings) = import::statements(&rows, None, case.case.library).unwrap();
            assert!(warnings.is_empty() && statements.list.len() > 5, "{language}: {warnings:?}");
            assert!(changes(case.assessment, &statements, case.case.library).is_empty(), "{language}");
        }
    });
}

#[test]
fn the_sheet_of_steps_of_our_own_plan_is_passed_over_without_a_word() {
    with_example("service-start", |case| {
        for language in DocumentLanguage::available() {
            let sheets = sheets(Plan::default().document(case).unwrap(), case.case, language);
            let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]).unwrap();
            assert_eq!(rows.remarks, [""; 0], "{language}");
        }
    });
}

#[test]
fn a_column_and_a_sheet_that_somebody_added_to_ours_are_named() {
    with_example("hosting", |case| {
        let mut sheets = sheets(Plan::default().document(case).unwrap(), case.case, DocumentLanguage::English);
        let head = sheets[0].rows[0].cells.last_mut().unwrap();
        head.value = Value::Text("Priority".to_owned());
        let mut added = sheets[0].clone();
        (added.name, added.rows) = (Some("Notes".to_owned()), added.rows.split_off(1));
        sheets.push(added);
        let rows = import::rows(&sheets, &SheetChoice::Only, Kind::Assessment, &[]).unwrap();
        assert!(rows.ignored.len() == 1 && rows.ignored[0].ends_with("(Priority)"), "{:?}", rows.ignored);
        assert_eq!(rows.left_out, ["Notes"]);
    });
}
