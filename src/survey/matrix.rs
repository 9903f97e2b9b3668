//! How much of each edition each other one covers if it is fully in place.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Refusal;
use crate::language::{Phrase, say};
use crate::load::name;
use crate::model::{EditionId, TableId};
use crate::query::case::{Case, Question};
use crate::query::coverage::tally_columns;
use crate::query::tally::{Tally, share_tone};
use crate::report::{ANSWER, Audience, Cell, Column, Document, Heading, Part, Table};

/// How much of each edition each other one covers if it is fully in place
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk matrix
  xwalk matrix iso-9001:2008 iso-iec-20000-1:2011
  xwalk matrix --max-hops 1 --format csv")]
pub struct Matrix {
    /// The editions to compare, by id or alias [default: all]
    #[arg(value_name = "EDITION")]
    pub editions: Vec<String>,
}

/// How much one edition covers of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixRow {
    /// The edition that is fully in place.
    pub base: EditionId,
    /// The edition whose coverage is shown.
    pub target: EditionId,
    /// How much of it that covers.
    pub tally: Tally,
}

impl Matrix {
    /// Answers for every ordered pair of the editions, in their order.
    pub fn ask(&self, case: Case<'_>) -> Result<(Vec<MatrixRow>, BTreeSet<TableId>), Refusal> {
        let mut catalogs = name::editions(&self.editions, case.library)?;
        if catalogs.is_empty() {
            catalogs = case.library.catalogs().collect();
        }
        if catalogs.len() < 2 {
            return Err(Refusal {
                message: "one edition alone cannot be compared".to_owned(),
                help: Some("name two or more editions, or none to compare all".to_owned()),
            });
        }
        let mut rows = Vec::new();
        let mut tables = BTreeSet::new();
        for base in &catalogs {
            let assumptions = case.crosswalk.assuming_full(
                &case.crosswalk.no_assumptions(),
                &BTreeSet::from([base.id.clone()]),
                false,
            );
            let inference = case.crosswalk.infer(&assumptions, case.settings.max_hops);
            for target in catalogs.iter().filter(|target| target.id != base.id) {
                let tally = Tally::of(case.crosswalk.requirements(&target.id).map(|clause| inference.level(clause)));
                rows.push(MatrixRow { base: base.id.clone(), target: target.id.clone(), tally });
                for clause in case.crosswalk.requirements(&target.id) {
                    tables.extend(inference.steps(clause).into_iter().map(|step| step.table.id.clone()));
                }
            }
        }
        Ok((rows, tables))
    }
}

struct Line<'a>(&'a MatrixRow, f64);

impl Question for Matrix {
    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        let (rows, tables) = self.ask(case)?;
        let weight = case.settings.partial_weight;
        // The rows are in the order of bases.
        let editions: Vec<&EditionId> =
            rows.chunk_by(|one, next| one.base == next.base).map(|of| &of[0].base).collect();
        let lines: Vec<Line<'_>> = rows.iter().map(|row| Line(row, weight)).collect();
        let mut columns = vec![
            Column::new("base", "In place", |line: &Line<'_>| Cell::text(line.0.base.as_str())),
            Column::new("target", "Covered edition", |line: &Line<'_>| Cell::text(line.0.target.as_str())),
        ];
        columns.extend(tally_columns!(Line<'_>, |line: &Line<'_>| line.0.tally, |line: &Line<'_>| line.1));
        let tables: BTreeSet<&TableId> = tables.iter().collect();
        let mut lead = vec![
            "Each line assumes that one edition is fully in place and shows how much it covers of the edition in the column heading; N is the number of requirements of that edition.".to_owned(),
        ];
        lead.extend(case.caveats(&tables));
        Ok(Document {
            command: "matrix",
            title: "Mutual coverage of editions".to_owned().into(),
            lead: Phrase::each(lead),
            parts: vec![
                Part::Table(heatmap(&editions, &rows, weight)),
                Part::Table(Table::of(ANSWER, "Pairs of editions", &columns, &lines).for_audience(Audience::Programs)),
            ],
            findings: Vec::new(),
            basis: case.basis(editions.iter().copied(), tables.iter().copied()),
        })
    }
}

/// The pairs as a square: a line for each edition in place, a numbered column for each covered edition.
pub fn heatmap(editions: &[&EditionId], rows: &[MatrixRow], weight: f64) -> Table {
    let heading = |label: Phrase| Heading { key: label.to_string().into(), label, audience: Audience::People };
    let mut headings =
        vec![heading(Phrase::default()), heading(say!("heading-in-place")), heading(say!("heading-number"))];
    headings.extend((1..=editions.len()).map(|number| heading(number.into())));
    let mut pairs: BTreeMap<(&EditionId, &EditionId), &MatrixRow> = BTreeMap::new();
    let mut sizes: BTreeMap<&EditionId, usize> = BTreeMap::new();
    for row in rows {
        pairs.entry((&row.base, &row.target)).or_insert(row);
        sizes.entry(&row.target).or_insert(row.tally.applicable);
    }
    let size = |edition: &EditionId| sizes.get(edition).map_or(Cell::Empty, |size| Cell::count(*size));
    let share = |base: &EditionId, target: &EditionId| {
        let row = pairs.get(&(base, target));
        match row.and_then(|row| row.tally.coverage(weight)) {
            Some(share) => Cell::word(Phrase::whole_share(share), share_tone(share)),
            None if base == target => Cell::text("·"),
            None => Cell::Empty,
        }
    };
    let line = |(number, base): (usize, &&EditionId)| {
        let mut cells = vec![Cell::count(number + 1), Cell::text(base.as_str()), size(base)];
        cells.extend(editions.iter().map(|target| share(base, target)));
        cells
    };
    Table {
        name: "heatmap",
        title: say!("coverage-of-numbered"),
        audience: Audience::People,
        headings,
        rows: editions.iter().enumerate().map(line).collect(),
        details: Vec::new(),
        choices: Vec::new(),
        cut: None,
        quiet: BTreeSet::new(),
    }
}
