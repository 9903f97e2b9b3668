//! The guide as people read it: chapter by chapter, and at the end what is new.

use std::collections::BTreeMap;

use super::guideline::{Agreement, Guideline, Guidelines, NewRequirement, OtherMapping, Related, Unrelated};
use crate::crosswalk::Level;
use crate::language::Phrase;
use crate::model::{Catalog, Clause, ClauseId, ClauseKind, Direction, Status};
use crate::query::case::{Assessed, Case};
use crate::query::map::MapRow;
use crate::query::stated::EffectiveStatement;
use crate::query::words::{counted, joined};
use crate::report::{Audience, Basis, Cell, Document, Entry, Part, Tone};

/// A guide on its way to a document.
pub(super) struct Layout<'a> {
    pub(super) case: Case<'a>,
    pub(super) assessed: Option<Assessed<'a>>,
    pub(super) guidelines: &'a Guidelines,
    /// Whether it shows what related requirements ask for also where they are covered.
    pub(super) shows_all: bool,
    /// Whether what follows over chains is shown too.
    pub(super) inferred: bool,
    /// That no table relates the two editions directly, where that is so.
    pub(super) no_direct_table: Option<String>,
}

impl<'a> Layout<'a> {
    /// The document: the guide for people, and the same as rows for programs.
    pub(super) fn document(&self, title: &str, basis: Basis) -> Document {
        Document {
            command: "guide",
            title: format!("{title} from {} to {}", self.guidelines.base, self.guidelines.target).into(),
            lead: Phrase::each(self.lead()),
            parts: self.parts(),
            findings: Vec::new(),
            basis,
        }
    }

    /// Whether there is anything to show: rows between the two editions, or what follows over others.
    pub(super) fn is_answered(&self) -> bool {
        self.no_direct_table.is_none()
            || self.inferred && self.guidelines.target_tally.none() < self.guidelines.target_tally.applicable
    }

    /// What the guide comes to, and how to read it.
    fn lead(&self) -> Vec<String> {
        let mut lead: Vec<String> = self.no_direct_table.clone().into_iter().collect();
        if !self.is_answered() {
            return lead;
        }
        let Guidelines { base, target, base_tally: given, target_tally: taken, .. } = self.guidelines;
        let is = |count: usize| counted(count, "is", "are");
        let looked_at = match taken.presumed {
            0 => String::new(),
            several => format!(" {} to be looked at, since only a heading above is related in part.", is(several)),
        };
        lead.extend([
            format!(
                "Of {} of {base}, {} related fully to {target}, so that nothing has to be added; to {} something has to \
                 be added; {} related to nothing.",
                counted(given.applicable, "requirement", "requirements"),
                is(given.full),
                given.partial,
                is(given.none()),
            ),
            format!(
                "Of {} of {target}, {} covered fully by {base}, {} to be extended, and {} new.{looked_at}",
                counted(taken.applicable, "requirement", "requirements"),
                is(taken.full),
                is(taken.partial),
                is(taken.none()),
            ),
        ]);
        lead.extend(self.touch_points());
        if let Some(assessed) = self.assessed {
            lead.extend(
                [base, target].into_iter().filter_map(|edition| assessed.out_of_scope(edition)).map(String::from),
            );
            lead.extend(self.base_in_place(assessed));
        }
        lead.push(format!(
            "How to read it: under each clause of {base} stand, behind an arrow, the clauses of {target} that it leads \
             to. Full: what is in place covers it. Partial: add what is said there, up to what it asks for. What \
             nothing leads to stands at the end, to be put in place as the standard says. {}",
            match self.inferred {
                true => "What follows over a chain of rows names the chain.",
                false => "Only rows that relate the two editions directly count.",
            }
        ));
        lead.extend(self.case.care(&self.guidelines.tables()).map(String::from));
        lead
    }

    /// How many touch points there are, and what they are not.
    fn touch_points(&self) -> Option<String> {
        let related = self.guidelines.clauses.iter().flat_map(|line| &line.related);
        let (pairs, they) = match related.filter(|related| related.row.is_touch_point).count() {
            0 => return None,
            some => (
                counted(some, "pair of clauses is a touch point", "pairs of clauses are touch points"),
                if some == 1 { "It counts" } else { "They count" },
            ),
        };
        Some(format!(
            "{pairs}: the two have to do with each other, and no table says that they ask for anything in common. \
             {they} as no relation above."
        ))
    }

    /// How much of what the guide builds on is in place; nothing where it builds on nothing.
    fn base_in_place(&self, assessed: Assessed<'_>) -> Option<String> {
        let mut counts: BTreeMap<Option<Status>, usize> = BTreeMap::new();
        for line in
            self.guidelines.clauses.iter().filter(|line| !line.strengths.is_empty() && !is_not_applicable(&line.stated))
        {
            if self.clause(&line.clause).is_some_and(|clause| clause.kind == ClauseKind::Requirement) {
                *counts.entry(line.stated.as_ref().map(|stated| stated.statement.status)).or_default() += 1;
            }
        }
        let stated = counts.iter().filter_map(|(status, count)| Some(format!("{count} {}", (*status)?)));
        let open = counts.get(&None).map(|count| format!("{count} not assessed"));
        (!counts.is_empty()).then(|| {
            format!(
                "The guide builds on {} of {}. So far, of {}: {}.",
                counted(counts.values().sum::<usize>(), "requirement", "requirements"),
                self.guidelines.base,
                assessed.assessment.organization,
                stated.chain(open).collect::<Vec<_>>().join(", ")
            )
        })
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

    fn titles<'c>(&self, ids: impl IntoIterator<Item = &'c ClauseId>) -> String {
        ids.into_iter().map(|id| self.title(id)).collect::<Vec<_>>().join(", ")
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
            parts.push(Part::Section("New: to be implemented as they stand".to_owned().into()));
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

    /// What a base clause asks for, what it is related to and what has to be added.
    fn entry(&self, line: &Guideline) -> Entry {
        let strengths = joined(&line.strengths, ", ");
        let (mark, tone) = match strengths.as_str() {
            _ if is_not_applicable(&line.stated) => (NOT_APPLICABLE.to_owned(), Tone::Quiet),
            "" => (Level::None.to_string(), tone(Level::None)),
            strengths => (strengths.to_owned(), tone(line.contribution())),
        };
        let summary = self.clause(&line.clause).and_then(|clause| clause.summary.as_ref());
        let mut entry = Entry::new(self.title(&line.clause)).mark(mark, tone).value("", Cell::maybe(summary));
        entry = match (&line.stated, self.assessed) {
            (Some(stated), _) => stated.describe(&line.clause, entry),
            (None, Some(_)) => entry.value("Status", Cell::word("not assessed", Tone::Unsure)),
            (None, None) => entry,
        };
        for reason in self.reasons(line) {
            entry = entry.value("Relation", Cell::text(reason));
        }
        entry.children = line.related.iter().map(|related| self.related(line, related)).collect();
        entry
    }

    /// Why a base clause is related to nothing, or where its relations stand; nothing where they stand at the clause itself.
    pub(super) fn reasons(&self, line: &Guideline) -> Vec<String> {
        if !line.headings.is_empty() {
            return vec![format!("as part of {}, which is related as a whole", self.titles(&line.headings))];
        }
        if !line.related.is_empty() && !line.is_only_touched() {
            return Vec::new();
        }
        match line.unrelated.as_slice() {
            [] if line.is_only_touched() => vec!["none: touch points only".to_owned()],
            [] => vec![NO_ROW.to_owned()],
            said => said.iter().map(|said| format!("none, {}", declared_unrelated(said, &line.clause))).collect(),
        }
    }

    fn related(&self, line: &Guideline, related: &Related) -> Entry {
        let row = &related.row;
        let asks = self.clause(&row.to).and_then(|clause| clause.summary.as_ref());
        // Nothing is added to what does not apply, or for its sake.
        let applies = !is_not_applicable(&line.stated) && !is_not_applicable(&related.stated);
        let is_shown = self.shows_all || applies && related.contribution() == Level::Partial;
        let entry = Entry::new(format!("→ {}", self.title(&row.to)))
            .mark(if row.is_touch_point { "touch point" } else { row.relation.name() }, tone(row.relation))
            .value("Together with", Cell::text(self.titles(line.partners(related))))
            .value("Items", Cell::maybe(row.items.as_ref()))
            .value(
                if row.is_touch_point { "Touch point" } else { "To add" },
                Cell::text(if applies { to_add(related) } else { "" }),
            )
            .value("It asks", Cell::maybe(asks.filter(|_| is_shown)))
            .value("Note", Cell::maybe(row.note.as_ref()))
            .value("By", Cell::text(by(related)));
        match &related.stated {
            Some(stated) => stated.describe(&row.to, entry),
            None => entry,
        }
    }

    fn new_entry(&self, new: &NewRequirement) -> Entry {
        let (mark, tone) =
            if is_not_applicable(&new.stated) { (NOT_APPLICABLE, Tone::Quiet) } else { ("new", Tone::Bad) };
        let summary = self.clause(&new.clause).and_then(|clause| clause.summary.as_ref());
        let mut entry = Entry::new(self.title(&new.clause)).mark(mark, tone).value("", Cell::maybe(summary));
        for reason in self.reasons_of_new(new) {
            entry = entry.value("Relation", Cell::text(reason));
        }
        match &new.stated {
            Some(stated) => stated.describe(&new.clause, entry),
            None => entry,
        }
    }

    /// Why nothing covers a requirement.
    pub(super) fn reasons_of_new(&self, new: &NewRequirement) -> Vec<String> {
        let is_said = !(new.not_applicable.is_empty() && new.declared_unrelated.is_empty() && new.denied.is_empty());
        let mut reasons = match (new.not_applicable.as_slice(), new.declared_unrelated.as_slice()) {
            ([], _) if !is_said && !new.touch_points.is_empty() => vec!["none: touch points only".to_owned()],
            ([], _) if !is_said => vec![NO_ROW.to_owned()],
            ([], said) => {
                let said = said.iter().map(|said| format!("none, {}", declared_unrelated(said, &new.clause)));
                said.chain(new.denied.iter().map(|row| self.denied(row))).collect()
            }
            (lost, _) => vec![format!("only to what does not apply: {}", self.titles(lost))],
        };
        if !new.touch_points.is_empty() {
            reasons.push(format!("touch points with {}", self.titles(&new.touch_points)));
        }
        reasons
    }

    /// That a row says of base clauses to share nothing with a requirement.
    fn denied(&self, row: &MapRow) -> String {
        let confidence = row.confidence.map(|confidence| format!(", confidence {confidence}")).unwrap_or_default();
        format!("none with {}, on purpose (by {}{confidence})", self.titles(&row.from), joined(&row.tables, " "))
    }
}

const NO_ROW: &str = "none: no mapping available";

const NOT_APPLICABLE: &str = "not applicable";

/// Whether it is stated that a clause does not apply.
fn is_not_applicable(stated: &Option<EffectiveStatement>) -> bool {
    stated.as_ref().is_some_and(|stated| stated.statement.status == Status::NotApplicable)
}

/// What a relation means for whoever reads.
pub(super) fn tone(relation: Level) -> Tone {
    match relation {
        Level::None => Tone::Quiet,
        Level::Presumed => Tone::Unsure,
        Level::Partial => Tone::Middling,
        Level::Full => Tone::Good,
    }
}

/// That a clause is said on purpose to be related to nothing: of what, why, and by whom.
fn declared_unrelated(said: &Unrelated, clause: &ClauseId) -> String {
    let part = if said.clause == *clause { String::new() } else { format!("as part of {}, ", said.clause.number) };
    let note = said.note.as_ref().map(|note| format!(": {}", note.trim().trim_end_matches('.')));
    format!("{part}on purpose{} (by {}, confidence {})", note.unwrap_or_default(), said.table, said.confidence)
}

/// What has to be added to a base clause for the sake of a related one.
fn to_add(related: &Related) -> &str {
    match (related.row.relation, related.row.add.as_ref().or(related.row.rest.as_ref())) {
        (Level::None, Some(add)) if related.row.is_touch_point => add,
        (Level::Partial | Level::Presumed, _) if related.is_covered => "Nothing: the base covers it in full elsewhere.",
        (Level::Full, _) => "Nothing.",
        (Level::Partial, Some(add)) => add,
        (Level::None | Level::Partial | Level::Presumed, _) => "",
    }
}

/// Who says that two clauses are related, and what others say of it.
fn by(related: &Related) -> String {
    let row = &related.row;
    let table = joined(&row.tables, " ");
    let confidence = row.confidence.map(|confidence| format!(", confidence {confidence}")).unwrap_or_default();
    let backwards = match related.direction {
        Some(Direction::Forward) => String::new(),
        Some(Direction::Backward) => ", read backwards".to_owned(),
        None => {
            format!(", over {}: {}", counted(row.hops.unwrap_or_default(), "row", "rows"), joined(&row.chain, " → "))
        }
    };
    let add_by = related.add_table.as_ref().map(|table| format!("; what to add is of {table}")).unwrap_or_default();
    let others: String =
        related.other_mappings.iter().map(|other| format!("; {}", self::other_mapping(other))).collect();
    format!("{table}{confidence}{backwards}{add_by}{others}")
}

/// What another mapping table says about a pair.
pub(super) fn other_mapping(other: &OtherMapping) -> String {
    let says = match &other.agreement {
        Agreement::Agrees => "agrees".to_owned(),
        Agreement::Composed => "says the same, composed of other tables: no second opinion".to_owned(),
        Agreement::Differs(relation) => format!("differs: {relation}"),
        Agreement::Unrelated(clause) => format!("differs: nothing is related to {clause}"),
    };
    format!("{} (confidence {}) {says}", other.table, other.confidence)
}
