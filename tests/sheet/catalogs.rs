//! Catalogs as YAML, written and read back by the loader.

use proptest::prelude::*;
use xwalk::edit::write;
use xwalk::load::raw::{self, Parent, Scalar};
use xwalk::load::{self, Files, pack};
use xwalk::model::{Catalog, Clause, EditionId, Library};
use xwalk::source::{Sources, Span};

use super::write::{bundled, hostile};

/// The library that comes of texts, each a catalog.
fn library(texts: &[String]) -> Library {
    let mut sources = Sources::default();
    let mut files = Files::default();
    for text in texts {
        let file = sources.add("catalog.yaml", text.clone());
        files.read(&sources, file);
    }
    let loaded = load::library(&sources, files);
    let errors = loaded.diagnostics().iter().filter(|fault| fault.rule.id() != "heading-without-clauses");
    assert_eq!(errors.collect::<Vec<_>>(), Vec::<&xwalk::diagnostic::Diagnostic>::new(), "{texts:#?}");
    loaded.sound().unwrap().0
}

/// All that a catalog says, without places.
fn said(catalog: &Catalog) -> Vec<String> {
    let Catalog { id, title, publisher, published, status, supersedes, aliases, kind, source, .. } = catalog;
    let Catalog { lifecycle, confidence, provenance, profile, translations, .. } = catalog;
    let amendments: Vec<_> =
        lifecycle.amendments.iter().map(|change| (&change.id, change.date, &change.clauses)).collect();
    let head = format!(
        "{:#?}",
        (
            (id, title, publisher, published, status, supersedes, aliases, kind, source, confidence, provenance),
            (profile, translations, &lifecycle.superseded_by, &lifecycle.transition, amendments)
        )
    );
    let clause = |clause: &Clause| {
        let Clause { number, title, kind, parent, summary, mandatory, attributes, translations, span: _ } = clause;
        format!("{:#?}", (number, title, kind, parent, summary, mandatory, attributes, translations))
    };
    std::iter::once(head).chain(catalog.clauses().iter().map(clause)).collect()
}

#[test]
fn every_bundled_catalog_is_read_back_as_it_was() {
    let (_, before) = bundled();
    let texts: Vec<String> = before.catalogs().map(write::catalog).collect();
    assert!(texts.len() > 40);
    let after = library(&texts);
    for catalog in before.catalogs() {
        assert_eq!(said(after.catalog(&catalog.id).unwrap()), said(catalog), "{}", catalog.id);
    }
}

/// All that a catalog can say, as it is written.
const WHOLE: &str = r#"---
xwalk: catalog/1
id: made:2
title: Made
titles: {de: Gemacht, pt-BR: Feito}
publisher: Us
published: 2024-05
status: withdrawn
supersedes: made:1
superseded-by: Made 3
transition: {ends: "2027-10-31", note: "As we say: so"}
amendments:
  Amd 1:2025:
    date: "2025-02-01"
    clauses:
      "1.1": Climate
aliases: [Made 2, MADE]
kind: control-set
source: Our own
confidence: high
provenance: reconstruction
profile:
  audience: Everybody
clauses:
  "1": First
  "1.1":
    title: First of the first
    titles: {de: Erstes vom Ersten}
    mandatory: false
    summary: Asks for a first.
    summaries: {de: Verlangt ein Erstes., fr: Demande un premier.}
    groups: [basic, soa]
    pdca: plan
  "1.10": {title: Stands alone, parent: null}
  "2": {title: Second, kind: requirement, groups: [soa]}
  "2.1": Part of the second
  "A": {title: Elsewhere, parent: "2"}
  "B": {title: Told only, kind: informative}
"#;

#[test]
fn a_catalog_is_written_with_all_that_it_says_and_nothing_that_goes_without_saying() {
    let first = "xwalk: catalog/1\nid: made:1\ntitle: Made\nclauses: { \"1\": One }\n".to_owned();
    let library = library(&[WHOLE.to_owned(), first]);
    let catalog = library.catalog(&EditionId::parse("made:2").unwrap()).unwrap();
    // A list of one value is that value.
    assert_eq!(write::catalog(catalog), WHOLE.replace("groups: [soa]", "groups: soa"));
}

#[test]
fn a_catalog_is_unpacked_with_all_that_it_says() {
    let first = "xwalk: catalog/1\nid: made:1\ntitle: Made\nclauses: { \"1\": One }\n".to_owned();
    let (mut sources, mut files) = (Sources::default(), Files::default());
    let texts = [WHOLE.to_owned(), first].map(|text| sources.add("catalog.yaml", text));
    texts.iter().for_each(|file| files.read(&sources, *file));
    let (before, _) = load::library(&sources, files).sound().unwrap();
    let bytes = pack::write(&sources, &before, &texts, &[]).unwrap().bytes;
    let (mut sources, mut files) = (Sources::default(), Files::default());
    let pack = pack::open(&mut sources, "made.xwp", bytes).unwrap();
    files.add_pack(&sources, pack);
    let (after, _) = load::library(&sources, files).sound().unwrap();
    let all = |library: &Library| library.catalogs().map(said).collect::<Vec<_>>();
    assert_eq!(all(&after), all(&before));
}

#[test]
fn an_attribute_that_is_called_as_a_key_of_a_clause_does_not_take_its_place() {
    let span = Span::start_of(Sources::default().add("made", ""));
    let clause = raw_clause("1", "One", Parent::ByNumber, vec![("kind".into(), "control".into())], span);
    let catalog = from_raw(vec![clause], Vec::new(), span).unwrap();
    let text = write::catalog(&catalog);
    assert!(text.ends_with("clauses:\n  \"1\": {title: One, kind (attribute): control}\n"), "{text}");
    library(&[text]);
}

fn raw_clause(number: &str, title: &str, parent: Parent, attributes: Vec<(String, String)>, span: Span) -> raw::Clause {
    let scalar = |text: String| Scalar::new(text, span);
    raw::Clause {
        id: scalar(number.to_owned()),
        title: Some(scalar(title.to_owned())),
        kind: None,
        parent,
        summary: None,
        mandatory: None,
        titles: Vec::new(),
        summaries: Vec::new(),
        attributes: attributes.into_iter().map(|(key, value)| (scalar(key), scalar(value))).collect(),
    }
}

/// The catalog that comes of clauses, where they are sound.
fn from_raw(clauses: Vec<raw::Clause>, texts: Vec<String>, span: Span) -> Option<Catalog> {
    let mut sources = Sources::default();
    let file = sources.add("made", "");
    let scalar = |text: &str| Scalar::new(text.to_owned(), span);
    let mut texts = texts.into_iter().map(|text| Scalar::new(text, span));
    let raw = raw::Catalog {
        span,
        id: Some(scalar("made:1")),
        title: Some(scalar("Made")),
        publisher: texts.next(),
        published: None,
        status: None,
        supersedes: None,
        superseded_by: texts.next(),
        transition: Some([Some(scalar("2027-10-31")), texts.next()]),
        amendments: Vec::new(),
        aliases: texts.by_ref().take(2).collect(),
        kind: None,
        source: texts.next(),
        confidence: None,
        provenance: None,
        profile: [texts.next(), None, None, texts.next()],
        titles: texts.next().map(|text| (scalar("de"), text)).into_iter().collect(),
        clauses,
    };
    let mut files = Files::default();
    files.add(file, Some(raw::File::Catalog(raw)), Vec::new());
    let (library, _) = load::library(&sources, files).sound().ok()?;
    library.catalogs().next().cloned()
}

const NUMBERS: [&str; 10] = ["1", "1.1", "1.1.2", "1.2", "4.10", "yes", "null", "=E", "A+B", "4"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_catalog_is_read_back_as_itself(
        texts in proptest::collection::vec(hostile(), 9),
        parents in proptest::collection::vec(0..30_usize, NUMBERS.len()),
        kinds in proptest::collection::vec(proptest::option::of(0..3_usize), NUMBERS.len()),
        attributes in proptest::collection::vec(proptest::collection::vec((hostile(), hostile()), 0..4), NUMBERS.len()),
    ) {
        let span = Span::start_of(Sources::default().add("made", ""));
        let scalar = |text: String| Scalar::new(text, span);
        let clause = |(at, number): (usize, &&str)| {
            let parent = match parents[at] {
                named if named < NUMBERS.len() => Parent::Named(scalar(NUMBERS[named].to_owned())),
                10..15 => Parent::Nothing,
                _ => Parent::ByNumber,
            };
            // Keys of clauses mean something else; a list has a name several times.
            let own = attributes[at].iter().enumerate();
            let own = own.map(|(number, (key, value))| match number {
                0 | 1 => ("list".to_owned(), value.clone()),
                _ => (format!("k{key}"), value.clone()),
            });
            let mut clause = raw_clause(number, &format!("T{}", texts[at % 9]), parent, own.collect(), span);
            clause.kind = kinds[at].map(|kind| scalar(["requirement", "heading", "informative"][kind].to_owned()));
            if at % 2 == 0 {
                clause.summary = Some(scalar(texts[(at + 1) % 9].clone()));
                clause.titles = vec![(scalar("pt-BR".to_owned()), scalar(format!("t{}", texts[(at + 2) % 9])))];
                clause.summaries = vec![(scalar("de".to_owned()), scalar(format!("{}.", texts[(at + 3) % 9])))];
            }
            clause
        };
        let clauses = NUMBERS.iter().enumerate().map(clause).collect();
        let texts = texts.iter().map(|text| format!("{text}x")).collect();
        // Parents in a circle are none.
        if let Some(before) = from_raw(clauses, texts, span) {
            let text = write::catalog(&before);
            let library = library(std::slice::from_ref(&text));
            prop_assert_eq!(said(library.catalogs().next().unwrap()), said(&before), "{}", text);
        }
    }
}
