//! The guide as people read it: chapter by chapter, and at the end what is new.

use std::collections::BTreeMap;

use super::guideline::{Guideline, Guidelines, NewRequirement, Related};
use super::wording::{by, declared_unrelated, is_not_applicable, no_mapping, not_applicable, to_add, tone};
use crate::crosswalk::Level;
use crate::language::{Phrase, say};
use crate::model::{Catalog, Clause, ClauseId, ClauseKind};
use crate::query::case::{Assessed, Case};
use crate::query::direct::NoDirectTable;
use crate::report::{Audience, Basis, Cell, Document, Entry, Part, Tone};
use crate::survey::map::MapRow;

/// A guide on its way to a document.
pub(super) struct Layout<'a> {
    pub(super) case: Case<'a>,
    pub(super) assessed: Option<Assessed<'a>>,
    pub(super) guidelines: &'a Guidelines,
    /// Whether it shows what related requirements require even if they are covered.
    pub(super) shows_all: bool,
    /// Whether what follows through chains is shown too.
    pub(super) inferred: bool,
    /// That no table relates the two editions directly, where that is so.
    pub(super) no_direct_table: Option<NoDirectTable>,
}

impl<'a> Layout<'a> {
    /// The document: the guide for people, and the same as rows for programs.
    pub(super) fn document(&self, basis: Basis) -> Document {
        let Guidelines { base, target, .. } = self.guidelines;
        let title = match self.assessed.map(|assessed| &assessed.assessment.organization) {
            Some(organization) => say!("guide-title-for", organization = organization, base = base, target = target),
            None => say!("guide-title", base = base, target = target),
        };
        Document { command: "guide", title, lead: self.lead(), parts: self.parts(), findings: Vec::new(), basis }
    }

    pub(super) fn clause(&self, id: &ClauseId) -> Option<&'a Clause> {
        self.case.library.clause(id)
    }

    fn title(&self, id: &ClauseId) -> String {
        let title = self.clause(id).map(|clause| clause.title.as_str()).unwrap_or_default();
        match id.edition == self.guidelines.base || id.edition == self.guidelines.target {
            true => format!("{} {title}", id.number),
            false => format!("{id} {title}"),
        }
    }

    fn titles<'c>(&self, ids: impl IntoIterator<Item = &'c ClauseId>) -> Phrase {
        Phrase::joined(ids.into_iter().map(|id| self.title(id)), ", ")
    }

    fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        if !self.is_answered() {
            return vec![Part::Table(self.table().for_audience(Audience::Programs))];
        }
        if let Some(base) = self.case.library.catalog(&self.guidelines.base) {
            self.chapters(base, &mut parts);
        }
        if !self.guidelines.new.is_empty() {
            parts.push(Part::Section(say!("guide-section-new")));
            parts.extend(self.guidelines.new.iter().map(|new| Part::Entry(self.new_entry(new))));
        }
        parts.push(Part::Table(self.table().for_audience(Audience::Programs)));
        parts
    }

    /// A section for each chapter with requirements, and in it the clauses under the titles of their groups.
    fn chapters(&self, base: &Catalog, parts: &mut Vec<Part>) {
        let lines: BTreeMap<&ClauseId, &Guideline> =
            self.guidelines.clauses.iter().map(|line| (&line.clause, line)).collect();
        let is_flat = base.clauses().iter().all(|clause| clause.parent.is_none());
        if is_flat {
            parts.push(Part::Section(base.title.to_string().into()));
        }
        for clause in base.clauses() {
            let id = ClauseId { edition: base.id.clone(), number: clause.number.clone() };
            let line = lines.get(&id);
            let is_group = clause.kind == ClauseKind::Heading && !self.case.crosswalk.requirements_of(&id).is_empty();
            let is_chapter = clause.parent.is_none() && !is_flat;
            if is_chapter && (is_group || line.is_some()) {
                parts.push(Part::Section(self.title(&id).into()));
            }
            match line {
                Some(line) => parts.push(Part::Entry(self.entry(line))),
                None if is_group && !is_chapter => parts.push(Part::Entry(Entry::new(self.title(&id)))),
                None => {}
            }
        }
    }

    /// What a base clause requires, what it is related to and what has to be added.
    fn entry(&self, line: &Guideline) -> Entry {
        let (mark, tone) = match line.strengths.as_slice() {
            _ if is_not_applicable(&line.stated) => (not_applicable(), Tone::Quiet),
            [] => (Level::None.into(), tone(Level::None)),
            strengths => (Phrase::joined(strengths.iter().copied(), ", "), tone(line.contribution())),
        };
        let summary = self.clause(&line.clause).and_then(|clause| clause.summary.as_ref());
        let mut entry = Entry::new(self.title(&line.clause)).mark(mark, tone).value("", Cell::maybe(summary));
        entry = match (&line.stated, self.assessed) {
            (Some(stated), _) => stated.describe(&line.clause, entry),
            (None, Some(_)) => entry.value(say!("heading-status"), Cell::word(say!("not-assessed"), Tone::Unsure)),
            (None, None) => entry,
        };
        for reason in self.reasons(line) {
            entry = entry.value(say!("guide-relation"), Cell::text(reason));
        }
        entry.children = line.related.iter().map(|related| self.related(line, related)).collect();
        entry
    }

    /// Why a base clause is not related to anything, or where its relations are; nothing if they are at the clause
    /// itself.
    pub(super) fn reasons(&self, line: &Guideline) -> Vec<Phrase> {
        if !line.headings.is_empty() {
            let headings = self.titles(&line.headings);
            return vec![say!("guide-as-part", headings = headings, count = line.headings.len())];
        }
        if !line.related.is_empty() && !line.is_only_touched() {
            return Vec::new();
        }
        match line.unrelated.as_slice() {
            [] if line.is_only_touched() => vec![say!("guide-touch-points-only")],
            [] => vec![no_mapping()],
            said => said.iter().map(|said| declared_unrelated(said, &line.clause)).collect(),
        }
    }

    fn related(&self, line: &Guideline, related: &Related) -> Entry {
        let row = &related.row;
        let asks = self.clause(&row.to).and_then(|clause| clause.summary.as_ref());
        // Nothing is added to what does not apply, or for its sake.
        let applies = !is_not_applicable(&line.stated) && !is_not_applicable(&related.stated);
        let is_shown = self.shows_all || applies && related.contribution() == Level::Partial;
        let (mark, to_do) = match row.is_touch_point {
            true => (say!("guide-touch-point"), say!("guide-heading-touch-point")),
            false => (row.relation.into(), say!("guide-add")),
        };
        let entry = Entry::new(format!("→ {}", self.title(&row.to)))
            .mark(mark, tone(row.relation))
            .value(say!("guide-together"), Cell::text(self.titles(line.partners(related))))
            .value(say!("guide-items"), Cell::maybe(row.items.as_ref()))
            .value(to_do, if applies { Cell::text(to_add(related)) } else { Cell::Empty })
            .value(say!("guide-requires"), Cell::maybe(asks.filter(|_| is_shown)))
            .value(say!("guide-note"), Cell::maybe(row.note.as_ref()))
            .value(say!("guide-by"), Cell::text(by(related)));
        match &related.stated {
            Some(stated) => stated.describe(&row.to, entry),
            None => entry,
        }
    }

    fn new_entry(&self, new: &NewRequirement) -> Entry {
        let (mark, tone) = match is_not_applicable(&new.stated) {
            true => (not_applicable(), Tone::Quiet),
            false => (say!("guide-new"), Tone::Bad),
        };
        let summary = self.clause(&new.clause).and_then(|clause| clause.summary.as_ref());
        let mut entry = Entry::new(self.title(&new.clause)).mark(mark, tone).value("", Cell::maybe(summary));
        for reason in self.reasons_of_new(new) {
            entry = entry.value(say!("guide-relation"), Cell::text(reason));
        }
        match &new.stated {
            Some(stated) => stated.describe(&new.clause, entry),
            None => entry,
        }
    }

    /// Why nothing covers a requirement.
    pub(super) fn reasons_of_new(&self, new: &NewRequirement) -> Vec<Phrase> {
        let is_said = !(new.not_applicable.is_empty() && new.declared_unrelated.is_empty() && new.denied.is_empty());
        let mut reasons = match (new.not_applicable.as_slice(), new.declared_unrelated.as_slice()) {
            ([], _) if !is_said && !new.touch_points.is_empty() => vec![say!("guide-touch-points-only")],
            ([], _) if !is_said => vec![no_mapping()],
            ([], said) => {
                let said = said.iter().map(|said| declared_unrelated(said, &new.clause));
                said.chain(new.denied.iter().map(|row| self.denied(row))).collect()
            }
            (lost, _) => vec![say!("guide-lost", clauses = self.titles(lost))],
        };
        if !new.touch_points.is_empty() {
            reasons.push(say!("guide-touches", clauses = self.titles(&new.touch_points)));
        }
        reasons
    }

    /// A note that, according to a row, base clauses have nothing in common with a requirement.
    fn denied(&self, row: &MapRow) -> Phrase {
        let (clauses, table) = (self.titles(&row.from), Phrase::joined(&row.tables, " "));
        match row.confidence {
            Some(confidence) => {
                say!("guide-denied-confidence", clauses = clauses, table = table, confidence = confidence)
            }
            None => say!("guide-denied", clauses = clauses, table = table),
        }
    }
}
