//! How densely two editions are mapped: rows and pairs per clause on both sides, ranked.

use std::collections::{BTreeMap, BTreeSet};

use clap::ValueEnum;

use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{Catalog, ClauseId, ClauseKind, Relation, Strength, TableId};
use crate::query::case::{Case, Question};
use crate::query::words::counted;
use crate::report::{ANSWER, Audience, Cell, Column, Document, Part, Table, Tone};
use crate::source::Span;

/// How densely two editions touch: rows and pairs of each clause on either side, ranked
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk density sw-cmm itil-pink
  xwalk density itil-pink sw-cmm --by clause
  xwalk density sw-cmm itil-pink --by area --format csv")]
pub struct Density {
    /// The edition that the rows start from, by id or alias
    pub from: String,
    /// The edition that the rows lead to, by id or alias
    pub to: String,
    /// Count by clause, by chapter, or by an attribute of the clauses such as area [default: clause]
    #[arg(long, value_name = "PROPERTY", default_value = "clause")]
    pub by: String,
    /// Show only one side
    #[arg(long)]
    pub side: Option<Side>,
}

/// A side of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Side {
    /// Where rows start
    From,
    /// Where rows lead
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
    /// How many rows, as they are written, name it.
    pub rows: usize,
    /// How many different pairs of clauses it is part of.
    pub pairs: usize,
}

/// The density of two editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Densities {
    /// Every clause or group that is touched, densest first on each side.
    pub ranking: Vec<ClauseDensity>,
    /// How many rows there are, as they are written.
    pub rows: usize,
    /// The pairs of clauses that they relate.
    pub pairs: BTreeSet<(ClauseId, ClauseId)>,
    /// Those of the pairs between two requirements: a heading stands for many.
    pub requirement_pairs: BTreeSet<(ClauseId, ClauseId)>,
    /// Those of the single pairs that tables of the other direction relate too.
    pub bidirectional: BTreeSet<(ClauseId, ClauseId)>,
    /// The tables.
    pub tables: BTreeSet<TableId>,
}

/// What touches a clause or group.
#[derive(Default)]
struct Tallied {
    title: String,
    rows: BTreeSet<Span>,
    pairs: BTreeSet<(ClauseId, ClauseId)>,
}

impl Density {
    /// Answers by the rows of all tables from one edition to the other, but those that say that nothing is shared.
    pub fn ask(&self, case: Case<'_>) -> Result<Densities, Refusal> {
        let from = name::edition(&self.from, case.library)?;
        let to = name::edition(&self.to, case.library)?;
        if self.by != "clause"
            && self.by != "chapter"
            && ![from, to].iter().any(|catalog| catalog.attributes().contains(&self.by.as_str()))
        {
            let known: BTreeSet<&str> = from.attributes().into_iter().chain(to.attributes()).collect();
            let known = ["clause", "chapter"].into_iter().chain(known).collect::<Vec<_>>().join(", ");
            return Err(Refusal {
                message: format!("neither {} nor {} has a property {}", from.id, to.id, self.by),
                help: Some(format!("count by one of {known}")),
            });
        }
        let mut pairs = BTreeSet::new();
        let mut written: BTreeSet<Span> = BTreeSet::new();
        let mut tables = BTreeSet::new();
        let mut groups: [BTreeMap<String, Tallied>; 2] = Default::default();
        for (table, row) in rows_between(case, from, to) {
            tables.insert(table.clone());
            written.insert(row.span);
            for source in row.from.iter().filter(|clause| clause.edition == from.id) {
                let pair = (source.clone(), row.to.clone());
                for (side, (catalog, clause)) in [(from, source), (to, &row.to)].into_iter().enumerate() {
                    let (name, title) = self.group(catalog, clause);
                    let group = groups[side].entry(name).or_insert_with(|| Tallied { title, ..Tallied::default() });
                    group.rows.insert(row.span);
                    group.pairs.insert(pair.clone());
                }
                pairs.insert(pair);
            }
        }
        let backwards: BTreeSet<(ClauseId, ClauseId)> = rows_between(case, to, from)
            .flat_map(|(_, row)| row.from.iter().map(|source| (row.to.clone(), source.clone())).collect::<Vec<_>>())
            .collect();
        let is_requirement = |clause: &ClauseId| {
            case.library.clause(clause).is_some_and(|clause| clause.kind == ClauseKind::Requirement)
        };
        let single: BTreeSet<_> =
            pairs.iter().filter(|(one, other)| is_requirement(one) && is_requirement(other)).cloned().collect();
        let both = single.intersection(&backwards).cloned().collect();
        let mut touched: Vec<ClauseDensity> = Vec::new();
        for (side, groups) in [Side::From, Side::To].into_iter().zip(groups) {
            let mut of_side: Vec<ClauseDensity> = groups
                .into_iter()
                .map(|(name, Tallied { title, rows, pairs })| ClauseDensity {
                    side,
                    name,
                    title,
                    rows: rows.len(),
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
            rows: written.len(),
            pairs,
            requirement_pairs: single,
            bidirectional: both,
            tables,
        })
    }

    fn group(&self, catalog: &Catalog, clause: &ClauseId) -> (String, String) {
        let Some(position) = catalog.position(&clause.number) else { return (clause.to_string(), String::new()) };
        let found = &catalog.clauses()[position];
        match self.by.as_str() {
            "clause" => (found.number.to_string(), found.title.to_string()),
            "chapter" => {
                let chapter = catalog.chapter(position);
                (chapter.number.to_string(), chapter.title.to_string())
            }
            attribute => (found.attributes.get(attribute).unwrap_or("unspecified").to_owned(), String::new()),
        }
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

const COLUMNS: &[Column<ClauseDensity>] = &[
    Column::new("side", "Side", |touched| Cell::word(touched.side.name(), Tone::Plain)),
    Column::new("group", "Group", |touched| Cell::text(&touched.name)),
    Column::new("title", "Title", |touched| Cell::text(&touched.title)),
    Column::new("rows", "Rows", |touched| Cell::count(touched.rows)),
    Column::new("pairs", "Pairs", |touched| Cell::count(touched.pairs)),
];

struct Pair((ClauseId, ClauseId), bool);

const PAIRS: &[Column<Pair>] = &[
    Column::new("from", "From", |pair: &Pair| Cell::refs([&pair.0.0])),
    Column::new("to", "To", |pair: &Pair| Cell::refs([&pair.0.1])),
    Column::for_programs("both", |pair: &Pair| Cell::Boolean(pair.1)),
];

impl Question for Density {
    fn document(&self, case: Case<'_>) -> Result<Document, Refusal> {
        let answer = self.ask(case)?;
        let from = &name::edition(&self.from, case.library)?.id;
        let to = &name::edition(&self.to, case.library)?.id;
        let tables: BTreeSet<&TableId> = answer.tables.iter().collect();
        let mut lead = vec![format!(
            "{} and {} of clauses from {from} to {to}.",
            counted(answer.rows, "row", "rows"),
            counted(answer.pairs.len(), "pair", "pairs"),
        )];
        lead.push(format!(
            "Of the {} between two requirements, {} in both directions and {} in this one only.",
            counted(answer.requirement_pairs.len(), "pair", "pairs"),
            match answer.bidirectional.len() {
                1 => "1 occurs".to_owned(),
                several => format!("{several} occur"),
            },
            answer.requirement_pairs.len() - answer.bidirectional.len(),
        ));
        lead.extend(case.caveats(&tables));
        let pairs: Vec<Pair> = answer
            .requirement_pairs
            .iter()
            .map(|pair| Pair(pair.clone(), answer.bidirectional.contains(pair)))
            .collect();
        let of_both: Vec<&Pair> = pairs.iter().filter(|pair| pair.1).collect();
        let both = Table::of("pairs", "Pairs in both directions", PAIRS, of_both).for_audience(Audience::People);
        let all = Table::of("pairs", "Pairs of requirements", PAIRS, &pairs).for_audience(Audience::Programs);
        Ok(Document {
            command: "density",
            title: format!("Touch points from {from} to {to}"),
            lead,
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
