//! A network of clauses as a document: its picture, and tables that say the same.

use std::collections::BTreeSet;

use super::{Asked, Graph, GraphClause, GraphRow, Network, strength_tone};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Refusal;
use crate::model::{EditionId, Strength, TableId};
use crate::query::case::{Assessed, Case};
use crate::query::finding;
use crate::query::words::{self, counted};
use crate::report::{ANSWER, Cell, Column, Document, Part, Table};

impl Graph {
    /// The answer, with levels where there is an assessment.
    pub(super) fn answer(&self, case: Case<'_>, assessed: Option<Assessed<'_>>) -> Result<Document, Refusal> {
        let network = self.ask(case, assessed.map(|assessed| assessed.assessment))?;
        let title = match self.asked(case.library)? {
            Asked::Between(editions) => {
                format!("Crosswalk of {}", editions.iter().map(EditionId::as_str).collect::<Vec<_>>().join(", "))
            }
            Asked::Around(clause) => {
                format!("Crosswalk within {} of {clause}", counted(self.depth as usize, "row", "rows"))
            }
        };
        let tables: BTreeSet<&TableId> = network.rows.iter().map(|row| &row.table).collect();
        let mut lead = network.lead();
        lead.extend(assessed.map(|assessed| {
            let organization = &assessed.assessment.organization;
            format!("Levels are those of {organization}: as stated, or as it follows from what is stated.")
        }));
        lead.extend(case.caveats(&tables));
        Ok(Document {
            command: "graph",
            parts: vec![
                Part::Graph(network.picture(&title)),
                Part::Table(Table::of(ANSWER, "Rows", ROWS, &network.rows)),
                Part::Table(Table::of("nodes", "Clauses", CLAUSES, &network.clauses)),
            ],
            title,
            lead,
            findings: assessed.map(findings).unwrap_or_default(),
            basis: match assessed {
                Some(assessed) => assessed.basis(&network.editions, tables),
                None => case.basis(&network.editions, tables),
            },
        })
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
            0 => "No row of a relation table joins".to_owned(),
            1 => "1 row joins".to_owned(),
            several => format!("{several} rows join"),
        };
        let touch_points = self.rows.iter().filter(|row| row.relation.forward == Strength::Related).count();
        let touch_points = words::touch_points(touch_points);
        let touch_points = touch_points.map(|touch_points| format!(", {touch_points}")).unwrap_or_default();
        let mut lead = vec![format!("{rows} {}{touch_points}.", sizes.collect::<Vec<_>>().join(", "))];
        for edition in &self.editions {
            let loose = count(edition, |clause| !clause.is_related);
            if loose > 0 && !self.rows.is_empty() {
                let loose = counted(loose, "requirement is", "requirements are");
                lead.push(format!("Of {edition}, {loose} related to nothing here."));
            }
        }
        lead
    }
}

const ROWS: &[Column<GraphRow>] = &[
    Column::new("from", "From", |row| Cell::refs(&row.relation.from)),
    Column::new("to", "To", |row| Cell::refs([&row.relation.to])),
    Column::new("relation", "Relation", |row| Cell::word(row.relation.forward, strength_tone(row.relation.forward))),
    Column::new("reverse", "Reverse", |row| Cell::maybe(row.relation.reverse.map(|reverse| reverse.to_string()))),
    Column::for_programs("table", |row| Cell::text(row.table.as_str())),
    Column::new("confidence", "Sure", |row| Cell::text(row.relation.confidence.to_string())),
    Column::for_programs("add", |row| Cell::maybe(row.relation.add.as_ref())),
    Column::for_programs("add-reverse", |row| Cell::maybe(row.relation.add_reverse.as_ref())),
    Column::for_people("What is left to do", |row| {
        Cell::text(words::left_to_do(row.relation.add.as_deref(), row.relation.add_reverse.as_deref()))
    }),
    Column::for_programs("items", |row| Cell::maybe(row.relation.items.as_ref())),
    Column::for_programs("note", |row| Cell::maybe(row.relation.note.as_ref())),
];

const CLAUSES: &[Column<GraphClause>] = &[
    Column::new("clause", "Clause", |line| Cell::refs([&line.clause])),
    Column::new("title", "Title", |line| Cell::text(&line.title)),
    Column::for_programs("edition", |line| Cell::text(line.clause.edition.as_str())),
    Column::new("level", "Level", |line| line.state.word().map_or(Cell::Empty, |(word, tone)| Cell::word(word, tone))),
    Column::new("related", "Related", |line| Cell::Boolean(line.is_related)),
];
