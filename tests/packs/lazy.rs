//! What is bundled, read when a question looks at it, is what its files say.

use xwalk::bundled;
use xwalk::crosswalk::{Crosswalk, Selection};
use xwalk::load::{self, Files};
use xwalk::model::{Catalog, ClauseKind, Library, Strength, Table};
use xwalk::query::{Assessed, AssessedQuestion, Case, Coverage, Explain, Gap, Question, Settings};
use xwalk::render::{self, Page};
use xwalk::report::Document;
use xwalk::source::Sources;
use xwalk::survey::{List, Map, Matrix, Show};

/// The same texts, once as they were packed and once read again.
fn both() -> (Sources, Library, Library) {
    let mut sources = Sources::default();
    let packed = bundled::files(&mut sources);
    let mut files = Files::default();
    files.read_all(&sources, &sources.ids().collect::<Vec<_>>());
    let read = load::library(&sources, files).sound().unwrap().0;
    let packed = load::library(&sources, packed).sound().unwrap().0;
    (sources, packed, read)
}

#[test]
fn every_clause_row_and_step_is_what_its_file_says() {
    let (_, packed, read) = both();
    let head = |catalog: &Catalog| {
        format!(
            "{:?}",
            (
                (&catalog.id, &catalog.title, &catalog.publisher, &catalog.published, catalog.status, catalog.span),
                (&catalog.supersedes, &catalog.lifecycle, &catalog.aliases, catalog.kind, &catalog.source),
                (catalog.confidence, catalog.provenance, &catalog.profile, catalog.requirement_count()),
            )
        )
    };
    assert_eq!(packed.catalogs().count(), read.catalogs().count());
    for (packed, read) in packed.catalogs().zip(read.catalogs()) {
        assert_eq!(head(packed), head(read));
        assert_eq!(packed.requirement_count(), read.requirements().count());
        assert_eq!(packed.clauses(), read.clauses(), "{}", read.id);
        for (at, clause) in read.clauses().iter().enumerate() {
            assert_eq!(packed.position(&clause.number), Some(at));
            assert_eq!((packed.children(at), packed.depth(at)), (read.children(at), read.depth(at)));
        }
    }
    let head = |table: &Table| {
        format!(
            "{:?}",
            (
                (&table.id, &table.title, &table.from, &table.to, table.version, &table.source, table.span),
                (table.confidence, table.provenance, &table.method, &table.mapper, &table.date, table.stage),
                (&table.derived_from, table.is_draft, &table.unrelated, table.rows.count()),
            )
        )
    };
    assert_eq!(packed.tables().count(), read.tables().count());
    for (packed, read) in packed.tables().zip(read.tables()) {
        assert_eq!(head(packed), head(read));
        for strength in [Strength::None, Strength::Related, Strength::Partial, Strength::Full] {
            assert_eq!(packed.rows.count_of(strength), read.rows.iter().filter(|row| row.forward == strength).count());
        }
        let among_others = packed.rows.editions().is_superset(&read.rows.editions());
        assert!(among_others, "{}", read.id);
        assert_eq!(**packed.rows, **read.rows, "{}", read.id);
    }
    assert!(packed.methods().eq(read.methods()));
}

fn json(document: &Document, sources: &Sources) -> String {
    let mut bytes = Vec::new();
    let format = render::format("json").unwrap();
    format.write(document, Page::new(sources, 80), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The answers of a library, each by itself, so that no question finds read what another one looked at.
fn answers(make: &dyn Fn() -> Library, sources: &mut Sources) -> Vec<String> {
    let settings = Settings::default();
    let questions: Vec<Box<dyn Question>> = vec![
        Box::new(List::default()),
        Box::new(Show { name: "iso-9001:2015".to_owned() }),
        Box::new(Show { name: "iso-9001:2008/4.2.1".to_owned() }),
        Box::new(Map { from: "9001:2015".to_owned(), to: "27001:2022".to_owned(), inferred: true }),
        Box::new(Matrix { editions: vec!["9001:2008".to_owned(), "20000-1:2011".to_owned()] }),
    ];
    let mut answers = Vec::new();
    for question in questions {
        let library = make();
        let crosswalk = Crosswalk::new(&library, &Selection::default());
        let case = Case { sources, library: &library, crosswalk: &crosswalk, settings: &settings };
        answers.push(json(&question.document(case).unwrap(), sources));
    }
    let text = std::fs::read_to_string("examples/harbour-it/assessment.yaml").unwrap();
    let file = sources.add("assessment.yaml", text);
    let target = vec!["iso-iec-20000-1:2011".to_owned()];
    let questions: Vec<Box<dyn AssessedQuestion>> = vec![
        Box::new(Gap { target: target.clone(), ..Gap::default() }),
        Box::new(Coverage { target, by: "chapter".to_owned() }),
        Box::new(Explain { clause: "iso-iec-20000-1:2011/4.3.1".to_owned() }),
    ];
    for question in questions {
        let library = make();
        let assessment = load::assessment(sources, file, &library).sound().unwrap().0;
        let crosswalk = Crosswalk::new(&library, &Selection::default());
        let case = Case { sources, library: &library, crosswalk: &crosswalk, settings: &settings };
        answers.push(json(&question.document(Assessed { case, assessment: &assessment, file }).unwrap(), sources));
    }
    answers
}

#[test]
fn an_answer_does_not_depend_on_what_was_read_before_it() {
    let (mut sources, _, read) = both();
    let whole = answers(&|| read.clone(), &mut sources);
    let mut texts = Sources::default();
    drop(bundled::files(&mut texts));
    let late = answers(
        &|| {
            let mut sources = Sources::default();
            let files = bundled::files(&mut sources);
            load::library(&sources, files).sound().unwrap().0
        },
        &mut texts,
    );
    assert_eq!(whole.len(), late.len());
    for (whole, late) in whole.iter().zip(&late) {
        assert_eq!(whole, late);
    }
    let read = read
        .catalogs()
        .map(|catalog| catalog.clauses().iter().filter(|clause| clause.kind == ClauseKind::Requirement).count());
    assert!(read.sum::<usize>() > 1_000, "there is something to read");
}
