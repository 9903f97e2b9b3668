//! How densely two editions are mapped: rows and pairs per clause on both sides, ranked.

use std::collections::{BTreeMap, BTreeSet};

use clap::ValueEnum;

use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::load::name;
use crate::model::{Catalog, ClauseId, ClauseKind, Relation, Strength, TableId};
use crate::query::case::{Case, Question};
use crate::query::direct::no_direct_table;
use crate::query::grouping::UNSPECIFIED;
use crate::query::words::counted;
use crate::report::{ANSWER, Audience, Cell, Column, Document, Part, Table, Tone};
use crate::source::Span;
use crate::survey::map::Map;

/// Shows how densely two editions are connected: rows and pairs of each clause on either side, in both directions,
/// ranked
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk density sw-cmm itil-pink
  xwalk density itil-pink sw-cmm --by clause
  xwalk density sw-cmm itil-pink --by area --format csv
  xwalk density 9001:2000 20000-1:2011 --inferred

A row counts whichever way its table is written.")]
pub struct Density {
    /// One edition, by id or alias
    pub from: String,
    /// The other edition, by id or alias
    pub to: String,
    /// Count by clause, by chapter, or by an attribute of the clauses such as area [default: clause]
    #[arg(long, value_name = "PROPERTY", default_value = "clause")]
    pub by: String,
    /// Show only one side
    #[arg(long)]
    pub side: Option<Side>,
    /// Also count the pairs of clauses that certainly have something in common through chains of rows
    #[arg(long)]
    pub inferred: bool,
}

/// One of the two editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Side {
    /// The first edition
    From,
    /// The second edition
    To,
}

impl Side {
    fn name(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::To => "to",
        }
    }
}

/// How often a clause, or a group of them, is touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseDensity {
    /// On which side.
    pub side: Side,
    /// The clause's number, the chapter's, or the attribute's value.
    pub name: String,
    /// The clause's title, where it is one.
    pub title: String,
    /// How many rows, as they are written in either direction, name it.
    pub rows: usize,
    /// How many of them are written from the first edition to the second.
    pub forward: usize,
    /// How many of them are written from the second edition to the first.
    pub backward: usize,
    /// How many different pairs of clauses it is part of; it includes those that follow through chains if they are
    /// requested.
    pub pairs: usize,
}

/// The density of two editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Densities {
    /// Every clause or group that is touched, densest first on each side.
    pub ranking: Vec<ClauseDensity>,
    /// How many rows are written from the first edition to the second.
    pub forward: usize,
    /// How many rows are written from the second edition to the first, and are read backwards.
    pub backward: usize,
    /// How many pairs of clauses the rows of each direction relate, and how many of these are pairs of requirements: first
    /// those from the first edition to the second.
    pub pairs_by_direction: [(usize, usize); 2],
    /// The pairs of clauses that they relate, or that follow.
    pub pairs: BTreeSet<(ClauseId, ClauseId)>,
    /// Those of the pairs that only follow through chains.
    pub inferred: BTreeSet<(ClauseId, ClauseId)>,
    /// Those of the pairs between two requirements: a heading represents many.
    pub requirement_pairs: BTreeSet<(ClauseId, ClauseId)>,
    /// Those of the pairs between two requirements that tables of both directions relate.
    pub bidirectional: BTreeSet<(ClauseId, ClauseId)>,
    /// The tables.
    pub tables: BTreeSet<TableId>,
}

/// What touches a clause or group.
#[derive(Default)]
struct Tallied {
    title: String,
    /// Those from the first edition to the second, and those in the opposite direction.
    rows: [BTreeSet<Span>; 2],
    pairs: BTreeSet<(ClauseId, ClauseId)>,
}

impl Density {
    /// Answers by the rows of all tables between the editions, in both directions, but for those that say that nothing is shared.
    pub fn ask(&self, case: Case<'_>) -> Result<Densities, Refusal> {
        let from = name::edition(&self.from, case.library)?;
        let to = name::edition(&self.to, case.library)?;
        if self.by != "clause"
            && self.by != "chapter"
            && ![from, to].iter().any(|catalog| catalog.properties().contains(&self.by.as_str()))
        {
            let known: BTreeSet<&str> = from.properties().into_iter().chain(to.properties()).collect();
            let known = ["clause", "chapter"].into_iter().chain(known).collect::<Vec<_>>().join(", ");
            return Err(Refusal {
                message: format!("neither {} nor {} has an attribute {}", from.id, to.id, self.by),
                help: Some(format!("count by one of {known}")),
            });
        }
        let mut tables = BTreeSet::new();
        let mut groups: [BTreeMap<String, Tallied>; 2] = Default::default();
        let mut tally = |pair: &(ClauseId, ClauseId), row: Option<(usize, Span)>| {
            for (side, (catalog, clause)) in [(from, &pair.0), (to, &pair.1)].into_iter().enumerate() {
                for (name, title) in self.groups(catalog, clause) {
                    let group = groups[side].entry(name).or_insert_with(|| Tallied { title, ..Tallied::default() });
                    if let Some((direction, row)) = row {
                        group.rows[direction].insert(row);
                    }
                    group.pairs.insert(pair.clone());
                }
            }
        };
        let mut written = [(); 2].map(|()| (BTreeSet::new(), BTreeSet::new()));
        for (direction, (source, target)) in [(from, to), (to, from)].into_iter().enumerate() {
            let (rows, pairs) = &mut written[direction];
            for (table, row) in rows_between(case, source, target) {
                tables.insert(table.clone());
                rows.insert(row.span);
                for clause in row.from.iter().filter(|clause| clause.edition == source.id) {
                    let pair = match source.id == from.id {
                        true => (clause.clone(), row.to.clone()),
                        false => (row.to.clone(), clause.clone()),
                    };
                    tally(&pair, Some((direction, row.span)));
                    pairs.insert(pair);
                }
            }
        }
        let [(forward, ahead), (backward, back)] = written;
        let mut pairs: BTreeSet<_> = ahead.union(&back).cloned().collect();
        let mut inferred = BTreeSet::new();
        if self.inferred {
            for (pair, by) in inferred_pairs(case, from, to)? {
                tally(&pair, None);
                tables.extend(by);
                inferred.insert(pair);
            }
            inferred.retain(|pair| !pairs.contains(pair));
            pairs.extend(inferred.iter().cloned());
        }
        let is_requirement = |clause: &ClauseId| {
            case.library.clause(clause).is_some_and(|clause| clause.kind == ClauseKind::Requirement)
        };
        let are_requirements = |pair: &&(ClauseId, ClauseId)| is_requirement(&pair.0) && is_requirement(&pair.1);
        let single: BTreeSet<_> = pairs.iter().filter(are_requirements).cloned().collect();
        let pairs_by_direction =
            [&ahead, &back].map(|pairs| (pairs.len(), pairs.iter().filter(are_requirements).count()));
        let both = single.iter().filter(|pair| ahead.contains(*pair) && back.contains(*pair)).cloned().collect();
        let mut touched: Vec<ClauseDensity> = Vec::new();
        for (side, groups) in [Side::From, Side::To].into_iter().zip(groups) {
            let mut of_side: Vec<ClauseDensity> = groups
                .into_iter()
                .map(|(name, Tallied { title, rows, pairs })| ClauseDensity {
                    side,
                    name,
                    title,
                    rows: rows[0].union(&rows[1]).count(),
                    forward: rows[0].len(),
                    backward: rows[1].len(),
                    pairs: pairs.len(),
                })
                .collect();
            of_side.sort_by(|left, right| {
                (right.rows, right.pairs, &left.name).cmp(&(left.rows, left.pairs, &right.name))
            });
            touched.extend(of_side.into_iter().filter(|_| self.side.is_none_or(|wanted| wanted == side)));
        }
        Ok(Densities {
            ranking: touched,
            forward: forward.len(),
            backward: backward.len(),
            pairs_by_direction,
            pairs,
            inferred,
            requirement_pairs: single,
            bidirectional: both,
            tables,
        })
    }

    /// The groups of a clause, each with its title: one, or one for each value of an attribute.
    fn groups(&self, catalog: &Catalog, clause: &ClauseId) -> Vec<(String, String)> {
        let Some(position) = catalog.position(&clause.number) else {
            return vec![(clause.to_string(), String::new())];
        };
        let found = &catalog.clauses()[position];
        match self.by.as_str() {
            "clause" => vec![(found.number.to_string(), found.title.to_string())],
            "chapter" => {
                let chapter = catalog.chapter(position);
                vec![(chapter.number.to_string(), chapter.title.to_string())]
            }
            attribute => {
                let values = found.attributes.values(attribute).map(str::to_owned).collect::<Vec<_>>();
                let values = if values.is_empty() { vec![UNSPECIFIED.to_owned()] } else { values };
                values.into_iter().map(|value| (value, String::new())).collect()
            }
        }
    }

    /// Whether a clause of a side has several values of the attribute by which is counted.
    fn has_several(&self, catalog: &Catalog) -> bool {
        catalog.clauses().iter().any(|clause| clause.attributes.values(&self.by).nth(1).is_some())
    }
}

/// The rows that lead from one edition to another, as they are written.
fn rows_between<'l>(
    case: Case<'l>,
    from: &'l Catalog,
    to: &'l Catalog,
) -> impl Iterator<Item = (&'l TableId, &'l Relation)> {
    case.crosswalk
        .rows()
        .filter(|(_, row)| {
            row.forward != Strength::None
                && row.to.edition == to.id
                && row.from.iter().any(|clause| clause.edition == from.id)
        })
        .map(|(table, row)| (&table.id, row))
}

type Pairing = (ClauseId, ClauseId);

/// The pairs that certainly share something by chains of rows, each with the tables of the chain.
fn inferred_pairs(case: Case<'_>, from: &Catalog, to: &Catalog) -> Result<Vec<(Pairing, Vec<TableId>)>, Refusal> {
    let map = Map { from: from.id.to_string(), to: to.id.to_string(), inferred: true };
    let rows = map.ask(case)?.rows.into_iter();
    // What several clauses give together, none of them need share with it.
    let certain = rows.filter(|row| row.is_certain_chain() && row.from.len() == 1);
    let pairs = certain.flat_map(|row| {
        let (to, tables) = (row.to, row.tables);
        row.from.into_iter().map(move |from| ((from, to.clone()), tables.clone()))
    });
    Ok(pairs.collect())
}

const COLUMNS: &[Column<ClauseDensity>] = &[
    Column::new("side", "Side", |touched| Cell::word(touched.side.name(), Tone::Plain)),
    Column::new("group", "Group", |touched| Cell::text(&touched.name)),
    Column::new("title", "Title", |touched| Cell::text(&touched.title)),
    Column::new("rows", "Rows", |touched| Cell::count(touched.rows)),
    Column::new("pairs", "Pairs", |touched| Cell::count(touched.pairs)),
    Column::for_programs("forward", |touched| Cell::count(touched.forward)),
    Column::for_programs("backward", |touched| Cell::count(touched.backward)),
];

struct Pair {
    pair: Pairing,
    is_both: bool,
    is_inferred: bool,
}

const PAIRS: &[Column<Pair>] = &[
    Column::new("from", "From", |line: &Pair| Cell::refs([&line.pair.0])),
    Column::new("to", "To", |line: &Pair| Cell::refs([&line.pair.1])),
    Column::for_programs("both", |line: &Pair| Cell::Boolean(line.is_both)),
    Column::for_programs("inferred", |line: &Pair| Cell::Boolean(line.is_inferred)),
];

impl Question for Density {
    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        let answer = self.ask(case)?;
        let from = &name::edition(&self.from, case.library)?.id;
        let to = &name::edition(&self.to, case.library)?.id;
        let tables: BTreeSet<&TableId> = answer.tables.iter().collect();
        let missing = no_direct_table(case, "density", from, to, self.inferred);
        let is_direct = missing.is_none();
        let mut lead: Vec<String> = missing.into_iter().collect();
        if is_direct {
            lead.push(format!(
                "{} and {} of clauses: {} and {} from {from} to {to}, {} and {} from {to} to {from}.",
                counted(answer.forward + answer.backward, "row", "rows"),
                counted(answer.pairs.len() - answer.inferred.len(), "pair", "pairs"),
                counted(answer.forward, "row", "rows"),
                counted(answer.pairs_by_direction[0].0, "pair", "pairs"),
                counted(answer.backward, "row", "rows"),
                counted(answer.pairs_by_direction[1].0, "pair", "pairs"),
            ));
        }
        if self.inferred {
            let follow = counted(answer.inferred.len(), "pair follows", "pairs follow");
            lead.push(format!("{follow} through chains of rows."));
        }
        if is_direct {
            let [(_, ahead), (_, back)] = answer.pairs_by_direction;
            lead.push(format!(
                "Between two requirements: {} from {from} to {to}, {back} from {to} to {from}, {} of them in both directions.",
                counted(ahead, "pair", "pairs"),
                answer.bidirectional.len(),
            ));
        }
        let editions = [from, to].into_iter().filter_map(|edition| case.library.catalog(edition));
        if editions.into_iter().any(|catalog| self.has_several(catalog)) {
            lead.push(format!("A clause with several values of {} counts in the group of each.", self.by));
        }
        lead.extend(case.caveats(&tables));
        let pairs: Vec<Pair> = answer
            .requirement_pairs
            .iter()
            .map(|pair| Pair {
                pair: pair.clone(),
                is_both: answer.bidirectional.contains(pair),
                is_inferred: answer.inferred.contains(pair),
            })
            .collect();
        let of_both: Vec<&Pair> = pairs.iter().filter(|pair| pair.is_both).collect();
        let both = Table::of("pairs", "Pairs in both directions", PAIRS, of_both).for_audience(Audience::People);
        let all = Table::of("pairs", "Pairs of requirements", PAIRS, &pairs).for_audience(Audience::Programs);
        Ok(Document {
            command: "density",
            title: format!("Touch points of {from} and {to}").into(),
            lead: Phrase::each(lead),
            parts: vec![
                Part::Table(Table::of(ANSWER, format!("By {}", self.by), COLUMNS, &answer.ranking)),
                Part::Table(both),
                Part::Table(all),
            ],
            findings: Vec::new(),
            basis: case.basis([from, to], tables.iter().copied()),
        })
    }
}
