//! The question of what one mapper has to examine, and the sheet to fill in.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use super::candidates::{Candidate, CandidateSource, Known};
use super::suggested::Suggested;
use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::load::name;
use crate::model::{
    Catalog, ClauseId, ClauseKind, Confidence, PairDecisions, PairVerdict, Stage, Table as RelationTable, TableId,
};
use crate::query::case::Case;
use crate::query::settings::confidence;
use crate::query::words::{counted, listed};
use crate::report::{ANSWER, Cell, Column, Document, Part, Table};
use crate::source::Text;

/// What one person has to examine to say how two editions relate.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct MapSheet {
    /// The edition that covers, by id or alias
    #[arg(value_name = "FROM")]
    pub from: String,
    /// The edition that is covered, by id or alias
    #[arg(value_name = "TO")]
    pub to: String,
    /// The person who fills it in
    #[arg(long, value_name = "NAME")]
    pub mapper: String,
    /// Its date: a day, a month or a year
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// The stage of the analysis: joint, individual or consensus
    #[arg(long, value_name = "STAGE", default_value = "individual", value_parser = stage)]
    pub stage: Stage,
    /// The opposite direction: how the second edition covers the first
    #[arg(long)]
    pub reverse: bool,
    /// The source of the relations, a citation [default: a mapping by the mapper]
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// Its confidence: low, medium or high
    #[arg(long, value_name = "CONFIDENCE", default_value = "medium", value_parser = confidence)]
    pub confidence: Confidence,
    /// The largest number of candidates for a requirement, in addition to those that a table states
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = crate::query::settings::count)]
    pub limit: usize,
    /// The largest number of candidates for a requirement that are found by their words, as `suggest` ranks them; 0 for
    /// none
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = crate::query::settings::count)]
    pub suggest: usize,
}

/// A line of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// The requirement, and its title.
    pub to: (ClauseId, Text),
    /// A clause that may cover it, and its title; none if none is known.
    pub from: Option<(ClauseId, Text)>,
    /// Why it should be examined.
    pub because: String,
}

/// A sheet to fill in.
#[derive(Debug, Clone)]
pub struct MappingSheet {
    /// The table that it is to become, without rows.
    pub table: RelationTable,
    /// Its lines: for every requirement its candidates, or one without.
    pub rows: Vec<SheetRow>,
    /// How many requirements there are.
    pub requirements: usize,
    /// How many of them have no candidate.
    pub without: usize,
    /// How many candidates were left out, because there are more than were requested.
    pub left_out: usize,
    /// How many pairs were left out since somebody refused them.
    pub refused: usize,
    /// How many were left out since somebody was unsure of them.
    pub unsure: usize,
    /// The tables that the candidates rest on.
    pub tables: BTreeSet<TableId>,
}

fn stage(text: &str) -> Result<Stage, String> {
    let stages = [Stage::Joint, Stage::Individual, Stage::Consensus];
    let known = stages.into_iter().find(|known| known.to_string() == text);
    known.ok_or_else(|| format!("one of {}", stages.map(|known| known.to_string()).join(", ")))
}

impl MapSheet {
    /// The sheet, with the candidates of tables and those found by their words, except for pairs that were decided.
    pub fn ask(&self, case: Case<'_>, decisions: &PairDecisions) -> Result<MappingSheet, Refusal> {
        let (from, to) = self.editions(case)?;
        match NonZeroUsize::new(self.suggest) {
            Some(count) => self.ask_with(case, &[&Suggested::of(case, from, to, count, decisions)?], decisions),
            None => self.ask_with(case, &[], decisions),
        }
    }

    /// The edition that covers, and the one that is covered.
    fn editions<'l>(&self, case: Case<'l>) -> Result<(&'l Catalog, &'l Catalog), Refusal> {
        let named = [&self.from, &self.to].map(|name| name::edition(name, case.library));
        let [from, to] = named;
        let (from, to) = if self.reverse { (to?, from?) } else { (from?, to?) };
        if from.id == to.id {
            return Err(Refusal::new(format!("{} cannot be related to itself", from.id), "name two editions"));
        }
        Ok((from, to))
    }

    /// The sheet, with candidates from other sources in addition to those of tables.
    pub fn ask_with(
        &self,
        case: Case<'_>,
        others: &[&dyn CandidateSource],
        decisions: &PairDecisions,
    ) -> Result<MappingSheet, Refusal> {
        let (from, to) = self.editions(case)?;
        let date = self.date.as_deref().map(checked_date).transpose()?;
        if self.mapper.trim().is_empty() {
            return Err(Refusal::new(
                "the name of the mapper is empty",
                "name the person who fills it in: --mapper NAME",
            ));
        }
        let known = Known::of(case, from, to);
        let ids: Vec<(ClauseId, usize)> = requirements(to);
        let (mut rows, mut without, mut left_out) = (Vec::new(), 0, 0);
        let mut tables: BTreeSet<TableId> = others.iter().flat_map(|source| source.tables()).cloned().collect();
        for (id, place) in &ids {
            let title = to.clauses()[*place].title.clone();
            let headings: Vec<ClauseId> = to
                .ancestors(*place)
                .map(|above| &to.clauses()[above])
                .filter(|above| above.kind == ClauseKind::Heading)
                .map(|above| ClauseId { edition: to.id.clone(), number: above.number.clone() })
                .collect();
            let mut found = known.candidates(id, &headings, others);
            found.retain(|one| decisions.of(&one.from, id).is_none());
            let is_stated = |one: &Candidate| matches!(one.reasons.first(), Some(super::Reason::Stated(_)));
            let stated = found.iter().filter(|one| is_stated(one)).count();
            let listed = found.len().min(stated + self.limit);
            left_out += found.len() - listed;
            without += usize::from(found.is_empty());
            if found.is_empty() {
                rows.push(SheetRow { to: (id.clone(), title.clone()), from: None, because: String::new() });
            }
            found.truncate(listed);
            tables.extend(found.iter().flat_map(|one| &one.tables).cloned());
            rows.extend(found.into_iter().map(|one| SheetRow {
                to: (id.clone(), title.clone()),
                because: one.reasons.iter().map(super::Reason::words).collect::<Vec<_>>().join("; "),
                from: Some((
                    one.from.clone(),
                    from.clause(&one.from.number).map_or_else(Text::default, |clause| clause.title.clone()),
                )),
            }));
        }
        let [refused, unsure] = PairVerdict::ALL.map(|verdict| decided(from, &ids, decisions, verdict));
        let table = self.table(from, to, date)?;
        Ok(MappingSheet { table, rows, requirements: ids.len(), without, left_out, refused, unsure, tables })
    }

    fn table(&self, from: &Catalog, to: &Catalog, date: Option<Text>) -> Result<RelationTable, Refusal> {
        let mapper = self.mapper.trim();
        let slug: String =
            mapper.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let slug = slug.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
        let mapper_part = if slug.is_empty() { "mapper".to_owned() } else { slug };
        let id = format!("{}--{}--{mapper_part}", from.id, to.id).replace(':', "-");
        let id = TableId::parse(&id)
            .map_err(|why| Refusal::new(format!("{id} is not a valid table id"), why.to_string()))?;
        Ok(RelationTable {
            source: self.source.clone().unwrap_or_else(|| format!("A mapping by {mapper}")).into(),
            confidence: self.confidence,
            mapper: Some(mapper.to_owned().into()),
            date,
            stage: Some(self.stage),
            is_draft: true,
            ..RelationTable::new(id, from.id.clone(), to.id.clone(), to.span)
        })
    }
}

/// How many pairs of a clause of an edition and one of these requirements somebody decided so.
fn decided(
    from: &Catalog,
    requirements: &[(ClauseId, usize)],
    decisions: &PairDecisions,
    verdict: PairVerdict,
) -> usize {
    let id = |clause: &crate::model::Clause| ClauseId { edition: from.id.clone(), number: clause.number.clone() };
    let candidates: Vec<ClauseId> = from.clauses().iter().map(id).collect();
    let pairs = requirements.iter().flat_map(|(to, _)| candidates.iter().map(move |from| decisions.of(from, to)));
    pairs.flatten().filter(|decision| decision.verdict == verdict).count()
}

fn checked_date(text: &str) -> Result<Text, Refusal> {
    if !crate::load::is_date_or_year(text) {
        let help = "write year-month-day, year-month or year, such as 2026-11";
        return Err(Refusal::new(format!("{text} is not a valid date"), help));
    }
    Ok(text.to_owned().into())
}

/// The requirements of an edition with their places.
fn requirements(catalog: &Catalog) -> Vec<(ClauseId, usize)> {
    let clauses = catalog.clauses().iter().enumerate().filter(|(_, clause)| clause.kind == ClauseKind::Requirement);
    clauses.map(|(at, clause)| (ClauseId { edition: catalog.id.clone(), number: clause.number.clone() }, at)).collect()
}

const COLUMNS: &[Column<SheetRow>] = &[
    Column::new("to", "To", |row| Cell::refs_shown(vec![row.to.0.clone()], row.to.0.number.to_string())),
    Column::new("to-title", "To title", |row| Cell::text(&row.to.1)),
    Column::new("from", "From", |row| {
        let reference = |(from, _): &(ClauseId, Text)| Cell::refs_shown(vec![from.clone()], from.number.to_string());
        row.from.as_ref().map_or(Cell::Empty, reference)
    }),
    Column::new("from-title", "From title", |row| Cell::maybe(row.from.as_ref().map(|(_, title)| title))),
    Column::new("relation", "Relation", |_| Cell::Empty),
    Column::new("reverse", "Reverse", |_| Cell::Empty),
    Column::new("add", "Add", |_| Cell::Empty),
    Column::new("note", "Note", |_| Cell::Empty),
    Column::new("because", "Because", |row| Cell::text(&row.because)),
];

/// A field of the general information, and its value.
type Field = (&'static str, String);

const GENERAL: &[Column<Field>] = &[
    Column::new("Field Name", "Field Name", |field| Cell::text(field.0)),
    Column::new("Value", "Value", |field| Cell::text(&field.1)),
];

/// What is said about the table on a separate sheet, by the names that an import expects.
fn general(table: &RelationTable) -> Table {
    let fields = [
        ("Focal Document", table.from.to_string()),
        ("Reference Document", table.to.to_string()),
        ("Summary", table.source.trim().to_owned()),
        ("Confidence", table.confidence.to_string()),
        ("Mapper", table.mapper.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("Date", table.date.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("Stage", table.stage.map(|stage| stage.to_string()).unwrap_or_default()),
        ("Status", "draft".to_owned()),
    ];
    Table::of("general", "General Information", GENERAL, &fields)
}

impl MapSheet {
    /// The sheet as a document, but for pairs that somebody decided; `decided_in` names where they stand.
    pub fn document(
        &self,
        case: Case<'_>,
        decisions: &PairDecisions,
        decided_in: Option<&str>,
    ) -> Result<Document, Refusal> {
        let sheet = self.ask(case, decisions)?;
        let (from, to) = (&sheet.table.from, &sheet.table.to);
        let mut lead = vec![format!(
            "{} of {to}, {} without a candidate in {from}; {} to fill in. Relation: F or full, P or partial, none, related; empty means not examined.",
            counted(sheet.requirements, "requirement", "requirements"),
            sheet.without,
            counted(sheet.rows.len(), "line", "lines"),
        )];
        if sheet.left_out > 0 {
            lead.push(format!(
                "{} left out; --limit lists more.",
                counted(sheet.left_out, "candidate is", "candidates are")
            ));
        }
        let kinds = [(sheet.refused, "refused pair", "refused pairs"), (sheet.unsure, "unsure pair", "unsure pairs")];
        let kinds = kinds.iter().filter(|(count, ..)| *count > 0);
        let kinds: Vec<String> = kinds.map(|(count, one, several)| counted(*count, one, several)).collect();
        if !kinds.is_empty() {
            let as_said = decided_in.map(|file| format!(", as {file} says")).unwrap_or_default();
            lead.push(format!("Left out{as_said}: {}.", listed(&kinds)));
        }
        const WORDS: &[&str] = &["F", "P", "none", "related"];
        const REVERSE: &[&str] = &["F", "P", "none"];
        let table = Table::of(ANSWER, "Mapping", COLUMNS, &sheet.rows).with_choices("relation", WORDS);
        Ok(Document {
            command: "map-sheet",
            title: format!("{from} to {to}, to be filled in by {}", self.mapper.trim()).into(),
            lead: Phrase::each(lead),
            parts: vec![Part::Table(table.with_choices("reverse", REVERSE)), Part::Table(general(&sheet.table))],
            findings: Vec::new(),
            basis: case.basis([from, to], &sheet.tables),
        })
    }
}
