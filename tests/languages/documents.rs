//! Documents of the examples in every language.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::civil::date;
use xwalk::deliver::{EvidenceRegister, Guide, Integrate, Moment, Plan, PlanBaseline, Portal, Report, Soa, Trend};
use xwalk::disk;
use xwalk::language::{DocumentLanguage, Phrase};
use xwalk::load::{self, Files};
use xwalk::model::{Catalog, PersonDays};
use xwalk::query::{Assessed, AssessedQuestion, Case, Coverage, Question, SiteQuestion};
use xwalk::report::{self, Document, EditionNames, Part};
use xwalk::source::Sources;

use super::world::World;

const EXAMPLES: [&str; 4] = ["harbour-it", "hosting", "service-bank", "software-house"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What we ship with an example.
fn example(name: &str) -> World {
    let (mut sources, mut files) = (Sources::default(), Files::default());
    disk::folder(&mut sources, &mut files, &root().join("standards")).unwrap();
    let assessment = fs::read_to_string(root().join("examples").join(name).join("assessment.yaml")).unwrap();
    let library = load::library(&sources, files).sound().unwrap().0;
    let file = sources.add("assessment.yaml", assessment);
    let assessment = Some((load::assessment(&sources, file, &library).sound().unwrap().0, file));
    World { sources, library, assessment }
}

/// The documents that are said in every language.
fn documents(world: &World) -> Vec<Document> {
    world.ask(|case| {
        let report = Report { related: true, ..Report::default() };
        let brief = Report { brief: true, ..Report::default() };
        let coverage = Coverage { target: Vec::new(), by: "chapter".to_owned() };
        let budgeted =
            Plan { budget: Some(PersonDays::whole(20)), default_effort: Some(PersonDays::whole(2)), ..plan() };
        let questions: [&dyn AssessedQuestion; 7] =
            [&report, &brief, &Soa::default(), &plan(), &budgeted, &EvidenceRegister::default(), &coverage];
        let answers = questions.into_iter().filter_map(|question| question.document(case).ok());
        let others = guides(case).into_iter().chain(integrated(case.case)).chain(portal(case));
        answers.chain(since_baseline(case)).chain(trend(case)).chain(others).collect()
    })
}

fn plan() -> Plan {
    Plan { wins: 3, ..Plan::default() }
}

/// The plan with what has become of itself.
fn since_baseline(case: Assessed<'_>) -> Option<Document> {
    let baseline = PlanBaseline::of(&plan().ask(case).ok()?);
    plan().document_since(case, Some(&baseline)).ok()
}

/// The same assessment at two dates.
fn trend(case: Assessed<'_>) -> Option<Document> {
    let moment = |date| Moment { date, assessment: case.assessment, file: case.file, commit: None };
    let moments = [moment(date(2026, 1, 1)), moment(date(2026, 6, 30))];
    Trend::default().document(case.case, &moments, &[]).ok()
}

/// Guides between editions that tables relate directly, over others, and not at all, with an assessment and without.
fn guides(case: Assessed<'_>) -> Vec<Document> {
    let pairs = [
        ("iso-9001:2008", "iso-iec-20000-1:2011"),
        ("iso-9001:2015", "iso-iec-27001:2022"),
        ("iso-9001:2000", "iso-iec-20000-1:2011"),
        ("iso-iec-27001:2022", "iso-14001:2004"),
    ];
    let guides = pairs.into_iter().flat_map(|(base, target)| {
        [false, true].map(|inferred| Guide { base: base.into(), target: target.into(), all: true, inferred })
    });
    let both = |guide: Guide| {
        [Question::document(&guide, case.case).unwrap(), AssessedQuestion::document(&guide, case).unwrap()]
    };
    guides.flat_map(both).collect()
}

fn integrated(case: Case<'_>) -> Vec<Document> {
    let editions = ["iso-9001:2008", "iso-iec-20000-1:2011", "iso-iec-27001:2005"].map(str::to_owned);
    let question = |by: &str, suggest_base| Integrate { editions: editions.to_vec(), suggest_base, by: by.into() };
    let questions = [question("clause", false), question("chapter", false), question("clause", true)];
    questions.iter().map(|question| question.document(case).unwrap()).collect()
}

fn portal(case: Assessed<'_>) -> Vec<Document> {
    Portal::default().site(case).unwrap().pages.into_iter().map(|page| page.document).collect()
}

/// All that is written in the files of a world, on one line.
fn written(world: &World) -> String {
    let text = |file| world.sources.get(file).text().split_whitespace().collect::<Vec<_>>().join(" ");
    world.sources.ids().map(text).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_a_document_says_itself_it_says_in_the_language() {
    for name in EXAMPLES {
        let world = example(name);
        let written = written(&world);
        let names: Vec<&str> = world.library.catalogs().map(Catalog::name).collect();
        // Each text once, since documents share most of them.
        let mut verbatim: BTreeMap<String, &str> = BTreeMap::new();
        for mut document in documents(&world) {
            let command = document.command;
            document.each_phrase(&mut |phrase| {
                if phrase.is_verbatim() {
                    verbatim.entry(phrase.to_string()).or_insert(command);
                }
            });
        }
        // Of what is no message only what stands in a file is the same in every language.
        verbatim.retain(|text, _| !is_of_files(text, &written, &names));
        assert_eq!(verbatim, BTreeMap::new(), "{name}");
    }
}

/// Whether there is something to translate.
fn has_word(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1
}

/// Whether a text consists of what stands in files, clause by clause, and of numbers and signs.
fn is_of_files(text: &str, written: &str, names: &[&str]) -> bool {
    let whole = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if written.contains(&whole) {
        return true;
    }
    let is_reference = |word: &&str| word.contains(':') && word.contains('/') || word.contains("--");
    let text = whole.split(' ').filter(|word| !is_reference(word)).collect::<Vec<_>>().join(" ");
    // What people call an edition stands before the numbers of its clauses.
    let without_names = names.iter().fold(text.clone(), |text, name| text.replace(&format!("{name} "), ""));
    is_written(&text, written) || is_written(&without_names, written)
}

fn is_written(text: &str, written: &str) -> bool {
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 2;
    let pieces = text.split(['→', '+', ';', '|', '(', ')']).map(str::trim);
    pieces.filter(|piece| piece.split(' ').any(|word| is_word(&word))).all(|piece| {
        let without_number = piece.split_once(' ').map_or(piece, |(_, rest)| rest);
        let is_reference = piece.split(", ").all(|piece| piece.contains(':') && !piece.contains(' '));
        is_reference || written.contains(piece) || written.contains(without_number)
    })
}

#[test]
fn no_heading_of_a_column_for_people_is_left_in_english() {
    for name in EXAMPLES {
        let world = example(name);
        for document in documents(&world) {
            for table in document.tables().filter(|table| table.audience.has_people()) {
                let seen = table.headings.iter().filter(|heading| heading.audience.has_people());
                // The columns of editions are called by their ids, which become names.
                let seen = seen.filter(|heading| heading.label != *heading.key);
                let verbatim = seen.filter(|heading| heading.label.is_verbatim() && has_word(&heading.label));
                let left: Vec<&str> = verbatim.map(|heading| heading.label.as_str()).collect();
                assert_eq!(left, [""; 0], "{} of {name}: {}", document.command, table.title);
            }
        }
    }
}

#[test]
fn a_document_in_german_reads_german_and_programs_read_english() {
    let world = example("hosting");
    let document = world.ask(|case| Soa::default().document(case).unwrap());
    let german = document.clone().in_language(DocumentLanguage::German);
    assert!(german.title.starts_with("Erklärung zur Anwendbarkeit"), "{}", german.title);
    let table = |document: &Document, name: &str| {
        let found = document.parts.iter().find_map(|part| match part {
            Part::Table(table) if table.name == name && table.audience.has_programs() => Some(table.clone()),
            _ => None,
        });
        found.unwrap()
    };
    let (programs, others) = (table(&document, "answer"), table(&german, "answer"));
    let level = programs.headings.iter().position(|heading| heading.key == "level").unwrap();
    for (row, other) in programs.rows.iter().zip(&others.rows) {
        assert_eq!(row[level], other[level]);
    }
}

#[test]
fn what_is_found_is_said_in_the_language_and_in_english_as_the_rules_say_it() {
    for name in EXAMPLES {
        let world = example(name);
        for document in documents(&world).into_iter().filter(Document::is_deliverable) {
            for finding in &document.findings {
                assert!(finding.said.is_some(), "{} of {name}: {}", document.command, finding.message);
                assert_eq!(report::in_words(finding), finding.message);
                let german = report::in_words(finding).in_language(DocumentLanguage::German);
                assert!(!german.contains(" is ") && !german.contains("stated"), "{german}");
            }
        }
    }
}

#[test]
fn documents_that_are_handed_over_name_relation_tables_by_their_editions() {
    for name in EXAMPLES {
        let world = example(name);
        let names = EditionNames::of(&world.library);
        for document in documents(&world).into_iter().filter(Document::is_deliverable) {
            let command = document.command;
            names.in_document(document).each_phrase(&mut |phrase| {
                // An id in a text that somebody wrote stays there.
                let is_table = |text: &str| world.library.tables().any(|table| table.id.as_str() == text);
                let named = phrase.with_texts(&|text| is_table(text).then(String::new));
                assert!(named.is_none(), "{command} of {name}: {phrase}");
            });
        }
    }
}

#[test]
fn words_before_names_depend_on_how_these_begin() {
    let world = example("hosting");
    let guide =
        Guide { base: "iso-9001:2015".into(), target: "iso-iec-27001:2022".into(), all: false, inferred: false };
    let document = world.ask(|case| Question::document(&guide, case.case).unwrap());
    let document = EditionNames::of(&world.library).in_document(document);
    let french = document.clone().in_language(DocumentLanguage::French);
    assert_eq!(french.title, "Guide de l’ISO 9001:2015 vers l’ISO/IEC 27001:2022");
    let list = |names: [&str; 2]| Phrase::list(names).in_language(DocumentLanguage::Spanish);
    assert_eq!(list(["ISO 9001:2015", "ISO/IEC 27001:2022"]), "ISO 9001:2015 e ISO/IEC 27001:2022");
    assert_eq!(list(["ISO 9001:2015", "NIST CSF 2.0"]), "ISO 9001:2015 y NIST CSF 2.0");
}

#[test]
fn the_verb_agrees_with_how_many_clauses_there_are() {
    let left = |count: usize, language| {
        let arguments = vec![("clauses", "4.1".into()), ("count", count.into()), ("text", "x".into())];
        Phrase::message("left-with", arguments).in_language(language).to_string()
    };
    assert_eq!(left(1, DocumentLanguage::German), "wenn 4.1 umgesetzt ist: x");
    assert_eq!(left(2, DocumentLanguage::German), "wenn 4.1 umgesetzt sind: x");
    assert_eq!(left(2, DocumentLanguage::Spanish), "con 4.1 ya implantados: x");
}
