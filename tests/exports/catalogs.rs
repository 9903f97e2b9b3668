//! Whatever an edition or a clause says comes back from every format that a catalog is written in, or its loss is counted.

use std::collections::BTreeSet;

use xwalk::exchange::content::Choices;
use xwalk::exchange::foreign::ForeignFiles;
use xwalk::exchange::format::Format;
use xwalk::exchange::written::{Loss, Written};
use xwalk::exchange::{ciso, oscal};
use xwalk::load::{self, Files};
use xwalk::model::{Catalog, Clause};
use xwalk::source::Sources;

/// What an edition may say beside what each has to say.
const OF_EDITION: [&str; 28] = [
    "publisher: \" Us \"",
    "profile: { abstraction: \" a\\tb \" }",
    "titles: { de: \" Gemacht\\t\" }",
    "transition: { ends: 2027-10-31, note: \" a\\tb \" }",
    "source: \"The titles: as published\"",
    "source: \"Two\\nlines\"",
    "aliases: [The made one, \"Made: 1\"]",
    "kind: management-system",
    "kind: control-set",
    "publisher: Us",
    "published: 2008-11-15",
    "published: 2008-11",
    "published: \"2008\"",
    "status: withdrawn",
    "status: draft",
    "supersedes: before:1",
    "confidence: low",
    "provenance: recalled",
    "provenance: published",
    "profile: { abstraction: High, audience: \"All: of us\" }",
    "profile: { approach: \"One\\ntwo\", granularity: Fine }",
    "titles: { de: Gemacht, fr: \"Deux\\nlignes\" }",
    "superseded-by: made:2 (draft)",
    "transition: { ends: 2027-10-31, note: \"Three\\nyears\" }",
    "amendments: { \"Amd 1:2024\": { date: 2024-02-23, clauses: { \"1\": Climate } } }",
    "titles: { de: \"Gemacht: so\" }",
    "publisher: \"ISO/IEC: JTC 1\"",
    "aliases: [urn:elsewhere:made]",
];

/// What a clause may say beside its title.
const OF_CLAUSE: [&str; 26] = [
    "summary: \" Blanks \"",
    "summary: \"a\\tb\"",
    "summary: \"\"",
    "pdca: \" plan\\t\"",
    "groups: [\" basic\", \"s\\toa\"]",
    "text: \" As it\\tstands \"",
    "summary: \"Say: what it is\"",
    "summary: \"Two\\nlines\"",
    "mandatory: false",
    "kind: informative",
    "kind: heading",
    "kind: requirement",
    "titles: { de: Eins }",
    "summaries: { de: \"Worum: es geht\" }",
    "summaries: { de: \"Zwei\\nZeilen\" }",
    "pdca: plan",
    "pdca: \"Two\\nlines\"",
    "\"a name: of words\": value",
    "groups: [basic, soa]",
    "groups: basic",
    "levels: [low, high]",
    "after: \"2\"",
    "uri: \"urn:elsewhere:1\"",
    "text: \"As it: stands\"",
    "status: withdrawn, successors: \"2\"",
    "kind: informative, status: withdrawn, successors: [\"2\", \"other:1/7\"]",
];

/// Clauses beside the usual ones.
const CLAUSES: [&str; 9] = [
    "\"9\": { title: \"A long title that CISO Assistant would cut, since it goes on and on, and on, and on, and on, and on, and on, and on, and on, and on, and on, and on, and on, and on, and on, and on, and on, and on, and so on for more than two hundred characters\" }",
    "\"9\": { title: \"Two\\nlines\" }",
    "\"9\": { title: Nine, kind: heading }",
    "\"9\": { title: Nine, kind: informative }",
    "\"9\": { title: Nine, kind: informative }, \"9.1\": Nine one",
    "\"9\": { title: Nine, kind: requirement }, \"9.1\": Nine one",
    "\"9\": Nine, \"9.1\": { title: Nine one, parent: null }",
    "\"9\": Nine, \"10\": { title: Ten, parent: \"9\" }",
    "\"9\": { title: Nine, kind: requirement }, \"9.1\": { title: Nine one, kind: heading }, \"9.1.1\": Nine one one",
];

const BEFORE: (&str, &str) =
    ("before.yaml", "xwalk: catalog/1\nid: before:1\ntitle: Before\nclauses: { \"1\": One, \"2\": Two }\n");

fn made(of_edition: &str, of_clause: &str, clauses: &str) -> String {
    let comma = if of_clause.is_empty() { "" } else { ", " };
    let more = if clauses.is_empty() { String::new() } else { format!(", {clauses}") };
    format!(
        "xwalk: catalog/1\nid: made:1\ntitle: Made\n{of_edition}\nclauses: {{ \"1\": {{ title: One{comma}{of_clause} }}, \"2\": Two, \"3\": Three, \"3.1\": Three one{more} }}\n"
    )
}

/// A library of these files, whatever is reported of them that is no error.
fn library(texts: &[(&str, &str)]) -> xwalk::model::Library {
    let (mut sources, mut files) = (Sources::default(), Files::default());
    for (name, text) in texts {
        let file = sources.add(*name, (*text).to_owned());
        files.read(&sources, file);
    }
    let (library, faults) = load::library(&sources, files).into_parts();
    assert!(!xwalk::diagnostic::has_errors(&faults), "{texts:?}: {faults:?}");
    library
}

/// All that an edition says, each in a line.
fn lines(catalog: &Catalog) -> BTreeSet<String> {
    let Catalog { id, title, publisher, published, status, supersedes, aliases, kind, source, .. } = catalog;
    let Catalog { confidence, provenance, profile, translations, lifecycle, .. } = catalog;
    let transition = lifecycle.transition.as_ref().map(|transition| (transition.ends, transition.note.clone()));
    let amendments = lifecycle.amendments.iter();
    let amendments = amendments.map(|amendment| format!("{} {} {:?}", amendment.id, amendment.date, amendment.clauses));
    let head = [
        format!("id: {id}"),
        format!("title: {title}"),
        format!("publisher: {publisher:?}"),
        format!("published: {published:?}"),
        format!("status: {status:?}"),
        format!("supersedes: {supersedes:?}"),
        format!("aliases: {aliases:?}"),
        format!("kind: {kind:?}"),
        format!("source: {source:?}"),
        format!("confidence: {confidence:?}"),
        format!("provenance: {provenance:?}"),
        format!("profile: {profile:?}"),
        format!("translations: {translations:?}"),
        format!("superseded by: {:?}", lifecycle.superseded_by),
        format!("transition: {transition:?}"),
        format!("amendments: {:?}", amendments.collect::<Vec<_>>()),
        format!("order: {:?}", catalog.clauses().iter().map(|clause| clause.number.as_str()).collect::<Vec<_>>()),
    ];
    head.into_iter().chain(catalog.clauses().iter().map(|clause| line(catalog, clause))).collect()
}

fn line(catalog: &Catalog, clause: &Clause) -> String {
    let Clause { number, title, kind, parent, summary, mandatory, translations, attributes, .. } = clause;
    let parent = parent.map(|parent| catalog.clauses()[parent].number.to_string());
    let attributes: BTreeSet<_> = attributes.iter().collect();
    format!("{number} {title} {kind:?} {parent:?} {summary:?} {mandatory} {translations:?} {attributes:?}")
}

/// A catalog written and read back.
type ThereAndBack = fn(&Catalog) -> (Option<Catalog>, Vec<Loss>);

fn there_and_back(name: &str, written: Written) -> (Option<Catalog>, Vec<Loss>) {
    let (mut sources, mut files) = (Sources::default(), Files::default());
    let before = sources.add(BEFORE.0, BEFORE.1.to_owned());
    files.read(&sources, before);
    let file = sources.add(name, written.text);
    let format = Format::of(sources.get(file).text()).unwrap();
    // Whoever asks for the text of clauses gets it.
    let choices = Choices { with_text: true, ..Choices::default() };
    ForeignFiles::read(&sources, &[(file, format)]).add_to(&mut files, &sources, choices);
    let (library, faults) = load::library(&sources, files).into_parts();
    assert!(!xwalk::diagnostic::has_errors(&faults), "{faults:?}");
    let read = library.catalogs().find(|catalog| catalog.id.as_str() == "made:1").cloned();
    (read, written.losses)
}

fn through_oscal(catalog: &Catalog) -> (Option<Catalog>, Vec<Loss>) {
    there_and_back("made.json", oscal::write::catalog(catalog))
}

fn through_ciso(catalog: &Catalog) -> (Option<Catalog>, Vec<Loss>) {
    there_and_back("made.yaml", ciso::write_catalog(catalog))
}

const FORMATS: [(&str, ThereAndBack); 2] = [("oscal", through_oscal), ("ciso-assistant", through_ciso)];

#[test]
fn what_a_catalog_says_comes_back_from_every_format_or_is_counted_as_lost() {
    let mut texts: Vec<(&str, String)> = vec![("", made("", "", ""))];
    texts.extend(OF_EDITION.iter().map(|said| (*said, made(said, "", ""))));
    texts.extend(OF_CLAUSE.iter().map(|said| (*said, made("", said, ""))));
    texts.extend(CLAUSES.iter().map(|said| (*said, made("", "", said))));
    let mut silent = Vec::new();
    for (said, text) in &texts {
        let library = library(&[BEFORE, ("made.yaml", text)]);
        let before = library.catalogs().find(|catalog| catalog.id.as_str() == "made:1").unwrap();
        for (format, through) in FORMATS {
            let (after, losses) = through(before);
            let (before, after) = (lines(before), after.as_ref().map(lines).unwrap_or_default());
            let changed: Vec<&String> = before.symmetric_difference(&after).collect();
            if changed.is_empty() != losses.is_empty() {
                silent.push(format!("{format}: {said}\n    {changed:?}\n    {losses:?}"));
            }
        }
    }
    assert!(silent.is_empty(), "{} are lost in silence, or said to be lost:\n{}", silent.len(), silent.join("\n"));
}
