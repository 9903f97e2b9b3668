//! The crosswalk between editions, or around a clause, as a graph.

mod answer;
mod picture;

use std::collections::{BTreeMap, BTreeSet};

use crate::crosswalk::{Inference, Level};
use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{Assessment, ClauseId, EditionId, Library, Relation, Strength, Table as RelationTable, TableId};
use crate::query::case::{Assessed, AssessedQuestion, Case, Question};
use crate::query::tally::tone;
use crate::report::{Document, Tone};
use crate::source::Text;
use crate::survey::map::{Map, MapRow};

/// Draws the crosswalk between editions, or around a clause, as a picture or for graph programs
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk graph iso-9001:2008 iso-iec-20000-1:2011 --format svg --output crosswalk.svg
  xwalk graph iso-iec-20000-1:2011/4.1.1 --depth 2 --format mermaid
  xwalk graph 9001:2008 20000-1:2011 --assessment examples/harbour-it/assessment.yaml
  xwalk graph 9001:2000 20000-1:2011 --inferred --output crosswalk.svg")]
pub struct Graph {
    /// Two or more editions, or one clause as EDITION/NUMBER, by id or alias
    #[arg(value_name = "EDITION|CLAUSE", required = true)]
    pub names: Vec<String>,
    /// How many rows to go from a clause
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=10))]
    pub depth: u32,
    /// Between editions, add what certainly follows through chains of rows
    #[arg(long)]
    pub inferred: bool,
}

/// How far a clause of a graph is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// No assessment was named.
    NotAssessed,
    /// As far as the assessment states, or as it follows.
    At(Level),
    /// Neither it nor any requirement that it represents applies.
    NotApplicable,
}

/// A clause in a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GraphClause {
    /// The clause.
    pub clause: ClauseId,
    /// Its title.
    pub title: Text,
    /// Whether a row names it, a heading above it, or a requirement that it represents.
    pub is_related: bool,
    /// Whether each of those rows is a touch point.
    pub is_only_touched: bool,
    /// How far it is met.
    pub state: State,
}

/// A row in a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GraphRow {
    /// Its table.
    pub table: TableId,
    /// The row.
    pub relation: Relation,
}

/// Clauses and the rows between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network {
    /// The editions from left to right: as named, or from those that point to a clause to those that it points to.
    pub editions: Vec<EditionId>,
    /// Of editions: every requirement, and the headings that rows name. Around a clause: the clauses that rows name. In
    /// the order of editions, then of their catalogs.
    pub clauses: Vec<GraphClause>,
    /// The rows, but those that say that nothing is shared, in the order of tables.
    pub rows: Vec<GraphRow>,
    /// What certainly follows through chains between two clauses that no row relates, if that is requested.
    pub inferred: Vec<MapRow>,
}

/// What the names mean.
enum Asked {
    Between(Vec<EditionId>),
    Around(ClauseId),
}

type Row<'l> = (&'l RelationTable, &'l Relation);

impl Graph {
    /// Answers with levels if there is an assessment.
    pub fn ask(&self, case: Case<'_>, assessment: Option<&Assessment>) -> Result<Network, Refusal> {
        let rows = case.crosswalk.rows().filter(|(_, row)| row.forward != Strength::None);
        Ok(match self.asked(case.library)? {
            Asked::Between(editions) => {
                let is_asked = |clause: &ClauseId| editions.contains(&clause.edition);
                let rows = rows.filter(|(_, row)| is_asked(&row.to) && row.from.iter().any(is_asked)).collect();
                let whole = editions.iter().flat_map(|edition| case.crosswalk.requirements(edition).cloned()).collect();
                let inferred = if self.inferred { inferred(&editions, case)? } else { Vec::new() };
                network(editions, whole, rows, inferred, case, assessment)
            }
            Asked::Around(clause) if self.inferred => {
                return Err(Refusal {
                    message: "--inferred shows what follows between editions, not around a clause".to_owned(),
                    help: Some(format!("name two editions, or show the rows around {clause} with --depth")),
                });
            }
            Asked::Around(clause) => {
                let (editions, rows) = around(&clause, self.depth, case, rows.collect());
                network(editions, BTreeSet::from([clause]), rows, Vec::new(), case, assessment)
            }
        })
    }

    fn asked(&self, library: &Library) -> Result<Asked, Refusal> {
        let (mut editions, mut clauses) = (Vec::new(), Vec::new());
        for asked in &self.names {
            // An alias such as `ISO/IEC 20000-1:2011` holds a slash, so editions come first.
            match name::edition(asked, library) {
                Ok(catalog) if editions.contains(&catalog.id) => {}
                Ok(catalog) => editions.push(catalog.id.clone()),
                Err(error) if !asked.contains('/') => return Err(error),
                Err(_) => clauses.push(name::clause(asked, library, None)?),
            }
        }
        let (message, help) = match (editions.as_slice(), clauses.as_slice()) {
            ([_, _, ..], []) => return Ok(Asked::Between(editions)),
            ([], [clause]) => return Ok(Asked::Around(clause.clone())),
            ([edition], []) => (
                format!("{edition} alone has no crosswalk"),
                format!("name another edition as well, or one of its clauses as {edition}/NUMBER"),
            ),
            ([], _) => (
                "a graph is possible around only one clause".to_owned(),
                "name one, or the editions of these clauses".to_owned(),
            ),
            (_, _) => (
                "a graph is between editions or around a clause, not both".to_owned(),
                "name two or more editions, or one clause".to_owned(),
            ),
        };
        Err(Refusal { message, help: Some(help) })
    }
}

/// The rows around a clause, or around what a heading represents, and the editions that they name. A row counts as one
/// step to the right of what points to it, which orders the editions.
fn around<'l>(clause: &ClauseId, depth: u32, case: Case<'_>, mut rest: Vec<Row<'l>>) -> (Vec<EditionId>, Vec<Row<'l>>) {
    let below = case.crosswalk.requirements_of(clause).into_iter().cloned();
    let mut columns: BTreeMap<ClauseId, i32> = below.chain([clause.clone()]).map(|clause| (clause, 0)).collect();
    let mut rows: Vec<Row<'l>> = Vec::new();
    for _ in 0..depth {
        let before = columns.clone();
        let column = |row: &Relation| {
            let forwards = row.from.iter().find_map(|clause| before.get(clause).copied());
            forwards.or_else(|| before.get(&row.to).map(|column| column - 1))
        };
        let (near, far): (Vec<Row<'l>>, Vec<Row<'l>>) = rest.into_iter().partition(|(_, row)| column(row).is_some());
        for (_, row) in &near {
            let Some(column) = column(row) else { continue };
            for clause in &row.from {
                columns.entry(clause.clone()).or_insert(column);
            }
            columns.entry(row.to.clone()).or_insert(column + 1);
        }
        rows.extend(near);
        rest = far;
    }
    let mut editions: BTreeMap<EditionId, i32> = BTreeMap::new();
    for (clause, column) in columns {
        let nearest = editions.entry(clause.edition).or_insert(column);
        if column.abs() < nearest.abs() {
            *nearest = column;
        }
    }
    let mut editions: Vec<(i32, EditionId)> = editions.into_iter().map(|(edition, column)| (column, edition)).collect();
    editions.sort();
    rows.sort_by_key(|(table, row)| (&table.id, row.span));
    (editions.into_iter().map(|(_, edition)| edition).collect(), rows)
}

/// What certainly follows through chains from each edition to those after it.
fn inferred(editions: &[EditionId], case: Case<'_>) -> Result<Vec<MapRow>, Refusal> {
    let mut inferred = Vec::new();
    for (place, from) in editions.iter().enumerate() {
        for to in &editions[place + 1..] {
            let map = Map { from: from.to_string(), to: to.to_string(), inferred: true };
            let rows = map.ask(case)?.rows.into_iter();
            inferred.extend(rows.filter(|row| row.is_certain_chain()));
        }
    }
    Ok(inferred)
}

/// Rows with the clauses that they name and those that are requested.
fn network<'l>(
    mut editions: Vec<EditionId>,
    asked: BTreeSet<ClauseId>,
    rows: Vec<Row<'l>>,
    inferred: Vec<MapRow>,
    case: Case<'l>,
    assessment: Option<&Assessment>,
) -> Network {
    let crosswalk = case.crosswalk;
    let named = |rows: &mut dyn Iterator<Item = &Row<'l>>| -> BTreeSet<ClauseId> {
        let of_rows = rows.flat_map(|(_, row)| row.from.iter().chain([&row.to]));
        of_rows.chain(inferred.iter().flat_map(|row| row.from.iter().chain([&row.to]))).cloned().collect()
    };
    let with_those_below = |named: &BTreeSet<ClauseId>| -> BTreeSet<ClauseId> {
        let below = named.iter().flat_map(|clause| crosswalk.requirements_of(clause));
        below.chain(named.iter()).cloned().collect()
    };
    let sharing = named(&mut rows.iter().filter(|(_, row)| row.forward.shares_demands()));
    let named = named(&mut rows.iter());
    let (related, sharing) = (with_those_below(&named), with_those_below(&sharing));
    // A joint row may use an edition that was not named.
    for clause in &named {
        if !editions.contains(&clause.edition) {
            editions.push(clause.edition.clone());
        }
    }
    let inference =
        assessment.map(|assessment| crosswalk.infer(&crosswalk.assumptions(assessment), case.settings.max_hops));
    let mut shown: Vec<&ClauseId> = named.iter().chain(&asked).collect();
    shown.sort_by_key(|clause| {
        let edition = editions.iter().position(|edition| *edition == clause.edition);
        (edition, case.library.catalog(&clause.edition).and_then(|catalog| catalog.position(&clause.number)))
    });
    shown.dedup();
    let clause = |clause: &ClauseId| {
        let is_in = |clauses: &BTreeSet<ClauseId>| {
            let below = crosswalk.requirements_of(clause);
            clauses.contains(clause) || below.into_iter().any(|below| clauses.contains(below))
        };
        let is_related = is_in(&related);
        Some(GraphClause {
            clause: clause.clone(),
            title: crosswalk.clause(clause)?.title.clone(),
            is_related,
            is_only_touched: is_related && !is_in(&sharing),
            state: inference.as_ref().map_or(State::NotAssessed, |inference| state(clause, case, inference)),
        })
    };
    let row = |(table, row): &Row<'_>| GraphRow { table: table.id.clone(), relation: (*row).clone() };
    let clauses = shown.into_iter().filter_map(clause).collect();
    Network { clauses, rows: rows.iter().map(row).collect(), inferred, editions }
}

fn state(clause: &ClauseId, case: Case<'_>, inference: &Inference<'_, '_>) -> State {
    let applies = |requirement: &&ClauseId| inference.level(requirement).is_some();
    match inference.level(clause) {
        Some(level) if case.crosswalk.requirements_of(clause).iter().any(applies) => State::At(level),
        Some(_) | None => State::NotApplicable,
    }
}

impl State {
    /// Its word, if there is something to say, and what that means.
    fn word(self) -> Option<(String, Tone)> {
        match self {
            Self::NotAssessed => None,
            Self::At(level) => Some((level.to_string(), tone(level))),
            Self::NotApplicable => Some(("not applicable".to_owned(), Tone::Quiet)),
        }
    }
}

fn strength_tone(strength: Strength) -> Tone {
    match strength {
        Strength::None | Strength::Related => Tone::Quiet,
        Strength::Partial => Tone::Middling,
        Strength::Full => Tone::Good,
    }
}

impl Question for Graph {
    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        self.answer(case, None)
    }
}

impl AssessedQuestion for Graph {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        self.answer(case.case, Some(case))
    }
}
