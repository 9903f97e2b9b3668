//! References between the documents of an export, as rows of tables.

use std::collections::{BTreeMap, BTreeSet};

use super::edition::{Edition, edition_id};
use crate::exchange::content::{Content, Count};
use crate::exchange::editions::EditionNames;
use crate::exchange::forms::Forms;
use crate::exchange::names::Numbers;
use crate::exchange::strm::source::Export;
use crate::exchange::tally::Tally;
use crate::load::raw::{self, Scalar};
use crate::model::{Catalog, ClauseKind, EditionId, Library, TableId};
use crate::source::{FileId, Span};

/// The relationships of an export.
#[derive(Debug)]
pub(super) struct References {
    file: FileId,
    list: Vec<Reference>,
    /// How many relationships there are, and what they are that are not references.
    relationships: usize,
    structure: usize,
}

/// A reference from an element of one document to one of another.
#[derive(Debug)]
struct Reference {
    from: Scalar,
    from_document: String,
    to: Scalar,
    to_document: String,
}

/// The references to elements of other documents, or of none that is there.
pub(super) fn references(export: &Export<'_>, text: &str, file: FileId) -> References {
    let references = export.relationships.iter();
    let references =
        references.filter(|relationship| relationship.relationship_identifier.text.trim() == "external_reference");
    let reference = references.map(|relationship| Reference {
        from: relationship.source_element_identifier.scalar(text, file),
        from_document: relationship.source_doc_identifier.text.trim().to_owned(),
        to: relationship.dest_element_identifier.scalar(text, file),
        to_document: relationship.dest_doc_identifier.text.trim().to_owned(),
    });
    let list: Vec<Reference> = reference.collect();
    let relationships = export.relationships.len();
    References { file, structure: relationships - list.len(), list, relationships }
}

/// The tables that the references make against a library, a pair of editions each.
pub(super) fn tables(references: &References, editions: &[Edition], library: &Library, out: &mut Content) {
    let mut tally = Tally::default();
    let (names, mut forms) = (EditionNames::of(library), Forms::default());
    let mut pairs: BTreeMap<(EditionId, EditionId), Vec<raw::Row>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut taken = 0;
    for reference in &references.list {
        let to_edition = || {
            let id = edition_id(&reference.to_document)?;
            library.catalog(&id).or_else(|| names.find(&reference.to_document, None))
        };
        let from_edition = editions.iter().find(|edition| edition.document.value.as_str() == reference.from_document);
        let from_edition = from_edition.and_then(|edition| library.catalog(&edition.id));
        let (Some(from_edition), Some(to_edition)) = (from_edition, to_edition()) else {
            let what = format!("references left out since no edition is known as {}", reference.to_document);
            tally.leave_out_with(
                what,
                "add its catalog with --standards",
                reference.to.span,
                reference.to.value.as_str(),
            );
            continue;
        };
        let mut end = |catalog, name: &Scalar| clause(catalog, name, &mut forms, &mut tally);
        let (Some(from), Some(to)) = (end(from_edition, &reference.from), end(to_edition, &reference.to)) else {
            continue;
        };
        if (&from_edition.id, &from.value) == (&to_edition.id, &to.value)
            || !seen.insert((from_edition.id.clone(), from.value.clone(), to_edition.id.clone(), to.value.clone()))
        {
            tally.leave_out("references left out that repeat another reference", reference.to.span, to.value.as_str());
            continue;
        }
        taken += 1;
        pairs.entry((from_edition.id.clone(), to_edition.id.clone())).or_default().push(related(from, to));
    }
    let left_out = tally.left_out().into_iter();
    let structure = [("relationships of the structure".to_owned(), references.structure)];
    let left_out = left_out.chain(structure).filter(|(_, count)| *count > 0).collect();
    out.counts.push(Count {
        file: references.file,
        what: "relationships",
        read: references.relationships,
        taken,
        left_out,
    });
    out.tables.extend(pairs.into_iter().map(|(pair, rows)| table(references.file, pair, rows, library)));
    out.faults.extend(tally.finish());
}

/// The clause that an element of a document is; what is none is counted.
fn clause<'l>(catalog: &'l Catalog, name: &Scalar, forms: &mut Forms<'l>, tally: &mut Tally) -> Option<Scalar> {
    let plain = Numbers::default().number(&name.value);
    let exact = catalog.find(&name.value).or_else(|| catalog.find(plain.as_ref()?.as_str()));
    let Some(clause) = exact.or_else(|| forms.clause(catalog, &name.value)) else {
        tally.leave_out(
            format!("references left out since {} has no such clause", catalog.id),
            name.span,
            name.value.as_str(),
        );
        return None;
    };
    if clause.kind == ClauseKind::Informative {
        tally.leave_out(
            format!("references left out since the clause of {} is informative", catalog.id),
            name.span,
            name.value.as_str(),
        );
        return None;
    }
    Some(Scalar::new(clause.number.to_string(), name.span))
}

fn related(from: Scalar, to: Scalar) -> raw::Row {
    let span = from.span;
    let relation = Some(Scalar::new("related", span));
    raw::Row { relation, from: vec![from], to: vec![to], ..raw::Row::empty(span) }
}

fn table(file: FileId, (from, to): (EditionId, EditionId), rows: Vec<raw::Row>, library: &Library) -> raw::Relations {
    let start = Span::start_of(file);
    let text = |text: &str| Some(Scalar::new(text.to_owned(), start));
    let id = format!("{from}--{to}").replace(':', "-");
    let is_free = |id: &String| TableId::parse(id).is_ok_and(|id| library.table(&id).is_none());
    let id = [id.clone(), format!("{id}--cprt")].into_iter().find(is_free).unwrap_or(id);
    raw::Relations {
        id: text(&id),
        from: text(from.as_str()),
        to: text(to.as_str()),
        version: text("1"),
        source: text("External references of NIST's Cybersecurity and Privacy Reference Tool"),
        confidence: text("high"),
        provenance: text("published"),
        mapper: text("NIST"),
        rows,
        ..raw::Relations::empty(start)
    }
}
