//! What happened to editions since they were published: successors, the end of certificates, amendments.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Rule, Said, SaidWord};
use crate::language::{Phrase, say};
use crate::model::{Amendment, Catalog, ClauseId, EditionId, Library, Status};
use crate::query::case::{Assessed, Case};
use crate::query::words::listed;
use crate::source::Span;

/// What replaced an edition, as people call it: an edition of the library that supersedes it, or what its own catalog names.
pub fn successor<'l>(library: &'l Library, catalog: &'l Catalog) -> Option<&'l str> {
    let later = library.catalogs().find(|later| later.supersedes.as_ref() == Some(&catalog.id));
    later.map(Catalog::name).or(catalog.lifecycle.superseded_by.as_deref())
}

/// That an edition was replaced, by what, and until when certificates to it are valid; nothing of one that is in force.
pub fn sentence(library: &Library, catalog: &Catalog) -> Option<Phrase> {
    let edition = catalog.name();
    let ends = catalog.lifecycle.transition.as_ref().map(|transition| transition.ends);
    match (successor(library, catalog), ends) {
        (Some(later), Some(day)) => Some(say!("superseded-until", edition = edition, later = later, day = day)),
        (Some(later), None) => Some(say!("superseded", edition = edition, later = later)),
        (None, Some(day)) => Some(say!("certificates-end", edition = edition, day = day)),
        (None, None) => None,
    }
}

impl Case<'_> {
    /// Which of some editions were replaced, a sentence each.
    pub(crate) fn superseded<'e>(&self, editions: impl IntoIterator<Item = &'e EditionId>) -> Vec<Phrase> {
        let catalogs = editions.into_iter().filter_map(|edition| self.library.catalog(edition));
        catalogs.filter_map(|catalog| sentence(self.library, catalog)).collect()
    }
}

/// The statements that were made before an amendment added something to their clauses, in the order of editions and clauses.
///
/// A statement has the day on which it was assessed, or that of the assessment; without either nothing is known. What is not in
/// place has to be done as amended anyway.
pub fn assessed_before_amendments(case: Assessed<'_>) -> Vec<Diagnostic> {
    let crosswalk = case.case.crosswalk;
    let catalogs = case.assessment.editions().into_iter().filter_map(|edition| case.case.library.catalog(edition));
    let mut findings = Vec::new();
    for catalog in catalogs {
        for amendment in &catalog.lifecycle.amendments {
            let mut gained: BTreeMap<(Span, ClauseId), Vec<(ClauseId, &str)>> = BTreeMap::new();
            for (number, what) in &amendment.clauses {
                let clause = ClauseId { edition: catalog.id.clone(), number: number.clone() };
                let Some((carrier, statement)) = crosswalk.statement(&clause, case.assessment) else { continue };
                let day = statement.assessed.or(case.assessment.date);
                let is_claimed = matches!(statement.status, Status::Implemented | Status::Partial);
                if is_claimed && day.is_some_and(|day| day < amendment.date) {
                    gained.entry((statement.span, carrier.clone())).or_default().push((clause, what.as_str()));
                }
            }
            let found = gained.into_iter().map(|((span, carrier), gained)| finding(amendment, span, &carrier, &gained));
            findings.extend(found);
        }
    }
    findings
}

fn finding(amendment: &Amendment, span: Span, carrier: &ClauseId, gained: &[(ClauseId, &str)]) -> Diagnostic {
    let Amendment { id, date, .. } = amendment;
    let numbers: Vec<String> = gained.iter().map(|(clause, _)| clause.number.to_string()).collect();
    let message = format!("{carrier} was assessed before {id} ({date}) added to {}", listed(&numbers));
    let added = gained.iter().map(|(clause, what)| format!("{}: {}", clause.number, what.trim().trim_end_matches('.')));
    let added = added.collect::<Vec<_>>().join("; ");
    let help = format!("{added}. Assess this and update the day of the statement (`assessed:`)");
    let said = Said::new("finding-amended")
        .with("clause", SaidWord::Text(carrier.to_string()))
        .with("amendment", SaidWord::Text(id.to_string()))
        .with("day", SaidWord::Day(*date))
        .with("clauses", SaidWord::Texts(numbers));
    Diagnostic::new(Rule::AssessedBeforeAmendment, span, message).said(said).help(help).subject(carrier.to_string())
}
