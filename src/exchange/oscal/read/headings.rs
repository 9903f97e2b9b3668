//! Findings that were written from one statement on a heading, as that statement.

use crate::load::raw::{Record, Scalar};
use crate::model::{Catalog, ClauseKind};
use crate::source::Text;

/// A statement on a requirement, with the heading that it was stated on where a document of ours says so.
pub(super) struct OfRequirement {
    pub(super) position: usize,
    pub(super) heading: Option<usize>,
    pub(super) record: Record,
}

/// Statements of one edition.
pub(super) struct Restored {
    pub(super) records: Vec<Record>,
    /// What is not kept: efforts of headings that cannot be restored. They are for all below the heading, and not for
    /// each.
    pub(super) efforts: Vec<Scalar>,
}

/// One statement on a heading instead of one on each requirement below it, where all of these still say the same and
/// none is missing, so that nothing is stated that no finding says.
pub(super) fn restored(catalog: &Catalog, mut read: Vec<OfRequirement>) -> Restored {
    let mut efforts = Vec::new();
    let mut headings: Vec<usize> = read.iter().filter_map(|of| of.heading).collect();
    headings.sort_unstable();
    headings.dedup();
    // The nearest first: a heading counts as stated for those above it.
    for heading in headings.into_iter().rev() {
        let is_of = |of: &OfRequirement| of.heading == Some(heading);
        let Some(first) = read.iter().position(is_of) else { continue };
        let said = content(&read[first].record);
        let is_alike = read.iter().filter(|of| is_of(of)).all(|of| content(&of.record) == said);
        if is_alike && is_all_stated(catalog, heading, &read) {
            let mut record = read[first].record.clone();
            record.id = Scalar::new(catalog.clauses()[heading].number.as_str().to_owned(), record.id.span);
            read.retain(|of| !is_of(of));
            read.push(OfRequirement { position: heading, heading: None, record });
        } else {
            let of_heading = read.iter_mut().filter(|of| is_of(of));
            let effort: Vec<Scalar> = of_heading.filter_map(|of| of.record.effort.take()).collect();
            efforts.extend(effort.into_iter().next());
        }
    }
    read.sort_by_key(|of| of.position);
    Restored { records: read.into_iter().map(|of| of.record).collect(), efforts }
}

/// Whether each requirement below a heading has a statement of its own, from a heading in between, or from this one.
fn is_all_stated(catalog: &Catalog, heading: usize, read: &[OfRequirement]) -> bool {
    let is_requirement = |at: &usize| catalog.clauses()[*at].kind == ClauseKind::Requirement;
    let mut below = (0..catalog.clauses().len()).filter(is_requirement);
    below.all(|at| {
        let Some(up_to) = catalog.ancestors(at).position(|above| above == heading) else { return true };
        let is_nearer = |position: usize| catalog.ancestors(at).take(up_to).any(|above| above == position);
        read.iter().any(|of| match of.heading {
            _ if of.position != at => is_nearer(of.position),
            None => true,
            Some(stated_on) => stated_on == heading || is_nearer(stated_on),
        })
    })
}

/// What a statement says, wherever it stands.
fn content(record: &Record) -> Vec<Option<&Text>> {
    let Record { id: _, status, evidence, owner, due, assessed, maturity, maturity_target, effort, .. } = record;
    let Record { justification, risks, note, .. } = record;
    let single = [status, owner, due, assessed, maturity, maturity_target, effort, justification, note];
    let single = single.into_iter().map(|value| value.as_ref().map(|value| &value.value));
    let several = evidence.iter().map(|value| Some(&value.value)).chain([None]);
    single.chain(several).chain(risks.iter().map(|value| Some(&value.value))).collect()
}
