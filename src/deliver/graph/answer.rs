//! A network of clauses as a document: its picture, and tables that say the same.

use std::collections::BTreeSet;

use super::{Asked, Graph, GraphClause, GraphRow, Network, strength_tone};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::model::{EditionId, Strength, TableId};
use crate::query::case::{Assessed, Case};
use crate::query::direct::no_direct_table;
use crate::query::finding;
use crate::query::tally::tone;
use crate::query::words::{self, counted, joined};
use crate::report::{ANSWER, Cell, Column, Document, Part, Table};
use crate::survey::map::MapRow;

impl Graph {
    /// The answer, with levels if there is an assessment.
    pub(super) fn answer(&self, case: Case<'_>, assessed: Option<Assessed<'_>>) -> Result<Document, Refusal> {
        let network = self.ask(case, assessed.map(|assessed| assessed.assessment))?;
        let (title, mut lead) = match self.asked(case.library)? {
            Asked::Between(editions) => (
                format!("Crosswalk of {}", editions.iter().map(EditionId::as_str).collect::<Vec<_>>().join(", ")),
                self.missing(case, &editions),
            ),
            Asked::Around(clause) => {
                let title = format!("Crosswalk within {} of {clause}", counted(self.depth as usize, "row", "rows"));
                (title, Vec::new())
            }
        };
        let direct = network.rows.iter().map(|row| &row.table);
        let tables: BTreeSet<&TableId> = direct.chain(network.inferred.iter().flat_map(|row| &row.tables)).collect();
        lead.extend(network.lead());
        lead.extend(assessed.map(|assessed| {
            let organization = &assessed.assessment.organization;
            format!("Levels are those of {organization}: as stated, or as they follow from statements.")
        }));
        lead.extend(case.caveats(&tables));
        Ok(Document {
            command: "graph",
            parts: vec![
                Part::Graph(network.picture(&title)),
                Part::Table(Table::of(ANSWER, "Rows", &columns(), &network.lines())),
                Part::Table(Table::of("nodes", "Clauses", CLAUSES, &network.clauses)),
            ],
            title: title.into(),
            lead: Phrase::each(lead),
            findings: assessed.map(findings).unwrap_or_default(),
            basis: match assessed {
                Some(assessed) => assessed.basis(&network.editions, tables),
                None => case.basis(&network.editions, tables),
            },
        })
    }
}

impl Graph {
    /// A sentence for every two editions that no table relates directly.
    fn missing(&self, case: Case<'_>, editions: &[EditionId]) -> Vec<String> {
        let pairs = editions.iter().enumerate().flat_map(|(place, from)| {
            editions[place + 1..].iter().map(move |to| no_direct_table(case, "graph", from, to, self.inferred))
        });
        pairs.flatten().collect()
    }
}

fn findings(case: Assessed<'_>) -> Vec<Diagnostic> {
    let assumptions = case.case.crosswalk.assumptions(case.assessment);
    finding::findings(case, &assumptions, &case.case.crosswalk.infer(&assumptions, case.case.settings.max_hops))
}

impl Network {
    fn lead(&self) -> Vec<String> {
        let count = |edition: &EditionId, is_meant: fn(&GraphClause) -> bool| {
            self.clauses.iter().filter(|clause| clause.clause.edition == *edition && is_meant(clause)).count()
        };
        let sizes = self.editions.iter().map(|edition| {
            let all = count(edition, |_| true);
            format!("{} of {edition}", counted(all, "clause", "clauses"))
        });
        let rows = match self.rows.len() {
            0 => "No row of a relation table connects".to_owned(),
            some => counted(some, "row connects", "rows connect"),
        };
        let touch_points = self.rows.iter().filter(|row| row.relation.forward == Strength::Related).count();
        let touch_points = words::touch_points(touch_points);
        let touch_points = touch_points.map(|touch_points| format!(", {touch_points}")).unwrap_or_default();
        let mut lead = vec![format!("{rows} {}{touch_points}.", sizes.collect::<Vec<_>>().join(", "))];
        if !self.inferred.is_empty() {
            let inferred = counted(self.inferred.len(), "relation follows", "relations follow");
            lead.push(format!("{inferred} through chains of rows, between clauses that no row relates directly."));
        }
        for edition in &self.editions {
            let loose = count(edition, |clause| !clause.is_related);
            if loose > 0 && !(self.rows.is_empty() && self.inferred.is_empty()) {
                let loose = counted(loose, "requirement has", "requirements have");
                lead.push(format!("Of {edition}, {loose} no relation here."));
            }
        }
        lead
    }
}

/// A line of the answer: a row as its table states it, or what follows through a chain.
enum Line<'a> {
    Row(&'a GraphRow),
    Inferred(&'a MapRow),
}

impl Network {
    fn lines(&self) -> Vec<Line<'_>> {
        self.rows.iter().map(Line::Row).chain(self.inferred.iter().map(Line::Inferred)).collect()
    }
}

impl Line<'_> {
    /// What a cell holds of a row, or of what follows.
    fn cell(&self, of_row: impl FnOnce(&GraphRow) -> Cell, of_inferred: impl FnOnce(&MapRow) -> Cell) -> Cell {
        match self {
            Self::Row(row) => of_row(row),
            Self::Inferred(row) => of_inferred(row),
        }
    }
}

fn columns<'a>() -> Vec<Column<Line<'a>>> {
    vec![
        Column::new("from", "From", |line: &Line<'_>| {
            line.cell(|row| Cell::refs(&row.relation.from), |row| Cell::refs(&row.from))
        }),
        Column::new("to", "To", |line: &Line<'_>| {
            line.cell(|row| Cell::refs([&row.relation.to]), |row| Cell::refs([&row.to]))
        }),
        Column::new("relation", "Relation", |line: &Line<'_>| {
            line.cell(
                |row| Cell::word(row.relation.forward, strength_tone(row.relation.forward)),
                |row| Cell::word(row.relation, tone(row.relation)),
            )
        }),
        Column::new("reverse", "Reverse", |line: &Line<'_>| {
            line.cell(
                |row| Cell::maybe(row.relation.reverse.map(|reverse| reverse.to_string())),
                |row| Cell::maybe(row.reverse.map(|reverse| reverse.to_string())),
            )
        }),
        Column::for_programs("table", |line: &Line<'_>| {
            line.cell(|row| Cell::text(row.table.as_str()), |row| Cell::text(joined(&row.tables, " ")))
        }),
        Column::new("confidence", "Confidence", |line: &Line<'_>| {
            line.cell(
                |row| Cell::text(row.relation.confidence.to_string()),
                |row| Cell::maybe(row.confidence.map(|confidence| confidence.to_string())),
            )
        }),
        Column::for_programs("add", |line: &Line<'_>| {
            line.cell(|row| Cell::maybe(row.relation.add.as_ref()), |row| Cell::maybe(row.add.as_ref()))
        }),
        Column::for_programs("add-reverse", |line: &Line<'_>| {
            line.cell(|row| Cell::maybe(row.relation.add_reverse.as_ref()), |_| Cell::Empty)
        }),
        Column::for_people("What is left to do", |line: &Line<'_>| {
            let of_row =
                |row: &GraphRow| words::left_to_do(row.relation.add.as_deref(), row.relation.add_reverse.as_deref());
            line.cell(|row| Cell::text(of_row(row)), |row| Cell::maybe(row.add.as_ref()))
        }),
        Column::for_programs("items", |line: &Line<'_>| {
            line.cell(|row| Cell::maybe(row.relation.items.as_deref()), |_| Cell::Empty)
        }),
        Column::for_programs("note", |line: &Line<'_>| {
            line.cell(|row| Cell::maybe(row.relation.note.as_ref()), |_| Cell::Empty)
        }),
        Column::for_programs("chain", |line: &Line<'_>| line.cell(|_| Cell::Empty, |row| Cell::refs(&row.chain))),
    ]
}

const CLAUSES: &[Column<GraphClause>] = &[
    Column::new("clause", "Clause", |line| Cell::refs([&line.clause])),
    Column::new("title", "Title", |line| Cell::text(&line.title)),
    Column::for_programs("edition", |line| Cell::text(line.clause.edition.as_str())),
    Column::new("level", "Level", |line| line.state.word().map_or(Cell::Empty, |(word, tone)| Cell::word(word, tone))),
    Column::new("related", "Related", |line| Cell::Boolean(line.is_related)),
];
