//! What an answer depends on.

use std::collections::{BTreeMap, BTreeSet};

use crate::language::{Phrase, say};
use crate::model::{ClauseId, Confidence, EditionId, Provenance, Status, Table, TableId};
use crate::query::case::{Assessed, Case};
use crate::query::words::counted;
use crate::report::{Basis, BasisFile};
use crate::source::Span;

impl Case<'_> {
    /// The basis of an answer about editions that follows from tables.
    pub fn basis<'e, 't>(
        &self,
        editions: impl IntoIterator<Item = &'e EditionId>,
        tables: impl IntoIterator<Item = &'t TableId>,
    ) -> Basis {
        self.basis_of(editions, tables.into_iter().filter_map(|id| self.library.table(id)))
    }

    /// The same of tables that need not be in the library, as those that are named as files.
    pub fn basis_of<'e, 't>(
        &self,
        editions: impl IntoIterator<Item = &'e EditionId>,
        tables: impl IntoIterator<Item = &'t Table>,
    ) -> Basis {
        let editions: BTreeSet<&EditionId> = editions.into_iter().collect();
        let tables: BTreeMap<&TableId, &Table> = tables.into_iter().map(|table| (&table.id, table)).collect();
        let edition = |id: &EditionId| {
            let catalog = self.library.catalog(id)?;
            Some(BasisFile {
                confidence: catalog.confidence,
                provenance: catalog.provenance,
                ..basis_file(id.to_string(), catalog.span)
            })
        };
        let table = |table: &Table| BasisFile {
            version: Some(table.version),
            confidence: Some(table.confidence),
            provenance: table.provenance,
            is_draft: table.is_draft,
            ..basis_file(table.id.to_string(), table.span)
        };
        Basis {
            settings: self.settings.with_origin(self.sources),
            editions: editions.into_iter().filter_map(edition).collect(),
            tables: tables.into_values().map(table).collect(),
            assessment: None,
        }
    }
}

impl Assessed<'_> {
    /// The basis of an answer about editions that follows from tables and from the assessment.
    pub fn basis<'e, 't>(
        &self,
        editions: impl IntoIterator<Item = &'e EditionId>,
        tables: impl IntoIterator<Item = &'t TableId>,
    ) -> Basis {
        let mut editions: Vec<EditionId> = editions.into_iter().cloned().collect();
        editions.extend(self.assessment.editions().into_iter().cloned());
        let mut basis = self.case.basis(&editions, tables);
        let span = Span::start_of(self.file);
        basis.assessment = Some(basis_file(self.assessment.organization.to_string(), span));
        basis
    }
}

/// A file that an answer depends on, by what it holds and where that stands.
fn basis_file(id: String, span: Span) -> BasisFile {
    BasisFile { id, version: None, confidence: None, provenance: None, is_draft: false, file: span.file }
}

impl Case<'_> {
    /// Caveats: tables used that are drafts or of low confidence, and what can be done about them.
    pub fn caveats(&self, tables: &BTreeSet<&TableId>) -> Vec<String> {
        let doubtful: Vec<String> = tables
            .iter()
            .filter_map(|id| self.library.table(id))
            .filter(|table| table.is_draft || table.confidence == Confidence::Low)
            .map(|table| {
                let draft = if table.is_draft { "a draft, " } else { "" };
                let own =
                    if table.provenance == Some(Provenance::Reconstruction) { ", our own reconstruction" } else { "" };
                format!("{} ({draft}confidence {}{own})", table.id, table.confidence)
            })
            .collect();
        let suspect = tables.iter().filter_map(|id| match self.suspect_count(id) {
            0 => None,
            count => {
                let rows = counted(count, "row", "rows");
                Some(format!("{rows} of {id}, reviewed before a clause changed"))
            }
        });
        let suspect: Vec<String> = suspect.collect();
        let changed = if suspect.is_empty() { "" } else { "`xwalk review TABLE` shows what changed, " };
        let doubtful: Vec<String> = doubtful.into_iter().chain(suspect).collect();
        if doubtful.is_empty() {
            return Vec::new();
        }
        vec![
            format!("Caution: this is based on {}.", doubtful.join(", ")),
            format!(
                "{changed}`xwalk show TABLE` shows the table; --min-confidence and --without-table leave rows out."
            ),
        ]
    }
}

impl Case<'_> {
    /// The same for the reader of a document: how many of the tables are doubtful. The basis names them.
    pub fn care(&self, tables: &BTreeSet<&TableId>) -> Option<Phrase> {
        self.doubts(tables).map(|doubts| say!("care", tables = tables.len(), doubts = doubts))
    }

    /// How many of some tables are our own reconstruction, and how many are doubtful for another reason.
    pub fn doubts(&self, tables: &BTreeSet<&TableId>) -> Option<Phrase> {
        let all = tables.len();
        let used = tables.iter().filter_map(|id| self.library.table(id));
        let is_doubtful =
            |table: &&Table| table.is_draft || table.confidence == Confidence::Low || self.suspect_count(&table.id) > 0;
        let is_own = |table: &&Table| table.provenance == Some(Provenance::Reconstruction);
        let (own, others): (Vec<&Table>, Vec<&Table>) = used.filter(is_doubtful).partition(is_own);
        let count = own.len() + others.len();
        let rest = |some: &[&Table]| all - some.len();
        let said_own = || say!("doubts-own", tables = all, count = own.len(), others = rest(&own));
        let said_others = || say!("doubts-other", tables = all, count = others.len(), others = rest(&others));
        let (own, others) = ((!own.is_empty()).then(said_own), (!others.is_empty()).then(said_others));
        let doubts = Phrase::joined(own.into_iter().chain(others), ", ");
        (count > 0).then(|| say!("doubts", doubts = doubts, count = count))
    }
}

impl<'a> Assessed<'a> {
    /// The editions on which the assessment states something, and those that it names as targets.
    pub fn editions(&self) -> BTreeSet<&'a EditionId> {
        self.assessment.editions().into_iter().chain(&self.assessment.targets).collect()
    }
}

impl Assessed<'_> {
    /// What the base is, for the lead of an answer.
    pub(super) fn base_in_words<T>(&self, targets: &[(EditionId, T)]) -> Phrase {
        let targets: BTreeSet<&EditionId> = targets.iter().map(|(target, _)| target).collect();
        let stated = self.assessment.editions().into_iter();
        let base: Vec<&EditionId> = stated.filter(|edition| !targets.contains(edition)).collect();
        match base.as_slice() {
            [] => say!("base-none"),
            [one] => say!("base-one", edition = *one),
            [..] => say!("base-several", editions = Phrase::joined(base, ", ")),
        }
    }

    /// How many requirements of a target do not apply, if there are any.
    pub fn out_of_scope(&self, target: &EditionId) -> Option<Phrase> {
        let is_out = |clause: &ClauseId| {
            let statement = self.case.crosswalk.statement(clause, self.assessment);
            statement.is_some_and(|(_, statement)| statement.status == Status::NotApplicable)
        };
        let requirements = self.case.counted_requirements(self.case.library.catalog(target)?);
        let count = requirements.filter(|clause| is_out(clause)).count();
        (count > 0).then(|| say!("out-of-scope", edition = target, count = count))
    }
}
