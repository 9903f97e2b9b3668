//! The crosswalk between two editions as one relation table, to be handed to other programs.

use std::collections::{BTreeMap, BTreeSet};

use crate::crosswalk::Level;
use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{ClauseId, Confidence, Provenance, Relation, Strength, Table, TableId};
use crate::query::case::Case;
use crate::query::words::counted;
use crate::source::Text;
use crate::survey::map::{Map, MapBasis, MapRow};

/// A crosswalk as a table.
#[derive(Debug, Clone)]
pub struct DerivedTable {
    /// The table: one row for each pair, with the strongest that is certain of it. It is marked as derived, and each row
    /// names the tables that it depends on.
    pub table: Table,
    /// How many rows of the crosswalk are only presumed, and so are not in it.
    pub presumed: usize,
    /// The requirements that no row covers; a table says nothing of them.
    pub uncovered: Vec<ClauseId>,
}

impl Map {
    /// The answer as a relation table.
    pub fn table(&self, case: Case<'_>) -> Result<DerivedTable, Refusal> {
        let mapping = self.ask(case)?;
        let from = name::edition(&self.from, case.library)?;
        let to = name::edition(&self.to, case.library)?;
        let mut pairs: BTreeMap<(Option<usize>, ClauseId, Vec<ClauseId>), Relation> = BTreeMap::new();
        let (mut presumed, mut uncovered) = (0, Vec::new());
        for row in &mapping.rows {
            match (row.relation, row.basis) {
                (_, None) => uncovered.push(row.to.clone()),
                (Level::Presumed, Some(_)) => presumed += 1,
                (Level::None | Level::Partial | Level::Full, Some(basis)) => {
                    let mut clauses = row.from.clone();
                    clauses.sort();
                    let key = (to.position(&row.to.number), row.to.clone(), clauses);
                    let relation = relation(row, basis, to.span);
                    pairs.entry(key).and_modify(|known| strengthen(known, &relation)).or_insert(relation);
                }
            }
        }
        let rows: Vec<Relation> = pairs.into_values().collect();
        let tables: BTreeSet<TableId> = rows.iter().flat_map(|row| row.derived_from.iter().cloned()).collect();
        let used = || tables.iter().filter_map(|id| case.library.table(id));
        let names = tables.iter().map(TableId::as_str).collect::<Vec<_>>().join(", ");
        let id = format!("{}--{}--crosswalk", from.id, to.id).replace(':', "-");
        let method = match self.inferred {
            true => format!(
                "Composed from the tables named, through chains of at most {}",
                counted(case.settings.max_hops, "row", "rows")
            ),
            false => "Taken from the tables named, read in both directions".to_owned(),
        };
        let source = match tables.is_empty() {
            true => "No relation table connects the two".to_owned(),
            false => format!("xwalk {}, from {names}", env!("CARGO_PKG_VERSION")),
        };
        let id = TableId::parse(&id)
            .map_err(|why| Refusal::new(format!("{id} is not a valid table id"), why.to_string()))?;
        let table = Table {
            source: source.into(),
            confidence: rows.iter().map(|row| row.confidence).min().unwrap_or(Confidence::Low),
            provenance: Some(Provenance::Derived),
            method: Some(method.into()),
            date: used().filter_map(|table| table.date.clone()).max(),
            derived_from: tables.iter().cloned().collect(),
            is_draft: used().any(|table| table.is_draft),
            rows: rows.into(),
            ..Table::new(id, from.id.clone(), to.id.clone(), to.span)
        };
        Ok(DerivedTable { table, presumed, uncovered })
    }
}

fn relation(row: &MapRow, basis: MapBasis, span: crate::source::Span) -> Relation {
    let chain = || row.chain.iter().map(ToString::to_string).collect::<Vec<_>>().join(" → ");
    let note = match basis {
        MapBasis::Direct => row.note.clone(),
        MapBasis::Inferred => Some(Text::from(format!("Follows through {}", chain()))),
    };
    let forward = match row.relation {
        _ if row.is_touch_point => Strength::Related,
        Level::Full => Strength::Full,
        Level::Partial => Strength::Partial,
        Level::Presumed | Level::None => Strength::None,
    };
    let reverse = row.reverse.filter(|_| forward.shares_demands()).and_then(|reverse| match reverse {
        Level::Full => Some(Strength::Full),
        Level::Partial => Some(Strength::Partial),
        Level::Presumed | Level::None => None,
    });
    Relation {
        items: row.items.clone().map(Box::new),
        add: row.add.as_ref().map(|add| String::from(add).into()),
        note,
        confidence: row.confidence.unwrap_or(Confidence::Low),
        derived_from: row.tables.iter().cloned().collect(),
        // Who confirmed the rows did not see what was made of them.
        ..Relation::new(row.from.clone(), row.to.clone(), forward, reverse, span)
    }
}

/// Adds to what is known about a pair what another row says about it: the stronger of both holds.
fn strengthen(known: &mut Relation, other: &Relation) {
    if other.forward > known.forward {
        (known.forward, known.add, known.items) = (other.forward, other.add.clone(), other.items.clone());
        known.note = other.note.clone();
    }
    known.reverse = known.reverse.max(other.reverse);
    known.confidence = known.confidence.min(other.confidence);
    let tables: BTreeSet<TableId> = known.derived_from.iter().chain(&other.derived_from).cloned().collect();
    known.derived_from = tables.into_iter().collect();
}
