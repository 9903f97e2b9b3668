//! Rows that cover a whole chapter, and with it requirements of which the rows at their own level say less.

use std::collections::BTreeMap;

use super::related_pairs::stated;
use super::tables::{AuditedRow, AuditedTables};
use crate::model::{Catalog, ClauseId, ClauseKind, Direction, EditionId, Reading, Relation, Strength};

/// A row that covers a heading wholly, so that every requirement below it is covered.
#[derive(Debug, Clone)]
pub struct ChapterRow<'l> {
    /// The row.
    pub row: AuditedRow<'l>,
    /// In which direction it covers the heading.
    pub direction: Direction,
    /// The heading that is covered.
    pub heading: ClauseId,
    /// How many requirements are below it.
    pub below: usize,
    /// Those of which rows at their own level say less, in published order; never empty.
    pub outrun: Vec<Outrun<'l>>,
}

/// A requirement that a chapter row covers, and no row at its own level.
#[derive(Debug, Clone)]
pub struct Outrun<'l> {
    /// The requirement.
    pub requirement: ClauseId,
    /// The most that rows at its own level say.
    pub said: Said<'l>,
    /// Whether no other chapter row covers it.
    pub is_alone: bool,
}

/// The most that rows which name a requirement say about how far the other edition covers it.
#[derive(Debug, Clone, Copy)]
pub enum Said<'l> {
    /// None names it, or one does so only as a touch point.
    Nothing,
    /// One says that nothing is shared.
    None(Option<AuditedRow<'l>>),
    /// One says that a part of it is covered.
    Partial(AuditedRow<'l>),
}

impl ChapterRow<'_> {
    /// How many of those requirements are said to be covered in part, not at all, or are not named.
    pub fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for outrun in &self.outrun {
            counts[match outrun.said {
                Said::Partial(_) => 0,
                Said::None(_) => 1,
                Said::Nothing => 2,
            }] += 1;
        }
        counts
    }
}

/// One edition as another one sees it.
type Seen<'l> = (&'l EditionId, &'l EditionId);

/// What is said about an edition by rows that lead there from another one.
#[derive(Default)]
struct Sayings<'l> {
    /// The most that is said about a clause by its position; `Err` where that is that it is covered.
    of_clause: BTreeMap<usize, Result<Said<'l>, ()>>,
    /// The rows that cover a heading, by its position.
    chapters: Vec<(usize, AuditedRow<'l>, Direction)>,
}

/// The rows between two editions that cover a heading, where rows at the level of a requirement below it say less: in the order
/// of tables and of rows. What follows through a third edition is not examined.
pub fn chapter_rows<'l>(audited: &AuditedTables<'l>) -> Vec<ChapterRow<'l>> {
    let mut found = Vec::new();
    for ((_, edition), sayings) in sayings(audited) {
        let Some(catalog) = audited.library.catalog(edition) else { continue };
        let positions = 0..catalog.clauses().len();
        let requirements: Vec<usize> =
            positions.filter(|at| catalog.clauses()[*at].kind == ClauseKind::Requirement).collect();
        let mut covered = vec![0_usize; catalog.clauses().len()];
        let below = |heading: usize| {
            let is_below = move |at: &&usize| catalog.ancestors(**at).any(|above| above == heading);
            requirements.iter().filter(is_below).copied()
        };
        let mut headings: BTreeMap<usize, usize> = BTreeMap::new();
        sayings.chapters.iter().for_each(|(heading, ..)| *headings.entry(*heading).or_default() += 1);
        for (heading, rows) in &headings {
            below(*heading).for_each(|at| covered[at] += rows);
        }
        for (heading, row, direction) in &sayings.chapters {
            let outrun = below(*heading).filter_map(|at| {
                let said = sayings.of_clause.get(&at).copied().unwrap_or(Ok(Said::Nothing)).ok()?;
                Some(Outrun { requirement: id(catalog, at), said, is_alone: covered[at] == 1 })
            });
            let outrun: Vec<Outrun<'l>> = outrun.collect();
            if !outrun.is_empty() {
                let below = below(*heading).count();
                let heading = id(catalog, *heading);
                found.push(ChapterRow { row: *row, direction: *direction, heading, below, outrun });
            }
        }
    }
    found.sort_by_key(|chapter| (&chapter.row.table.id, chapter.row.relation.span, chapter.direction));
    found
}

fn id(catalog: &Catalog, position: usize) -> ClauseId {
    ClauseId { edition: catalog.id.clone(), number: catalog.clauses()[position].number.clone() }
}

fn sayings<'l>(audited: &AuditedTables<'l>) -> BTreeMap<Seen<'l>, Sayings<'l>> {
    let mut all: BTreeMap<Seen<'l>, Sayings<'l>> = BTreeMap::new();
    for row in audited.table_rows() {
        let AuditedRow { table, relation } = row;
        if relation.to.edition == table.to && relation.from.iter().all(|from| from.edition == table.from) {
            let forward = all.entry((&table.from, &table.to)).or_default();
            forward.hear(audited, row, &relation.to, Direction::Forward);
            let backward = all.entry((&table.to, &table.from)).or_default();
            relation.from.iter().for_each(|from| backward.hear(audited, row, from, Direction::Backward));
        }
    }
    for table in &audited.tables {
        let Some(catalog) = audited.library.catalog(&table.from) else { continue };
        let backward = all.entry((&table.to, &table.from)).or_default();
        for at in table.unrelated.keys().filter_map(|number| catalog.position(number)) {
            backward.of_clause.entry(at).or_insert(Ok(Said::None(None)));
        }
    }
    all
}

impl<'l> Sayings<'l> {
    /// Hears what a row says about a clause to which it leads in a direction.
    fn hear(&mut self, audited: &AuditedTables<'l>, row: AuditedRow<'l>, clause: &ClauseId, direction: Direction) {
        let Some(catalog) = audited.library.catalog(&clause.edition) else { return };
        let Some(at) = catalog.position(&clause.number) else { return };
        let covers = covers(row.relation, direction);
        match catalog.clauses()[at].kind {
            ClauseKind::Heading if covers => self.chapters.push((at, row, direction)),
            ClauseKind::Heading | ClauseKind::Informative => {}
            ClauseKind::Requirement => {
                let strength = stated(row.relation, direction).unwrap_or(Strength::Partial);
                let says = match strength {
                    _ if covers => Err(()),
                    Strength::Full | Strength::Partial => Ok(Said::Partial(row)),
                    Strength::None => Ok(Said::None(Some(row))),
                    Strength::Related => return,
                };
                let known = self.of_clause.entry(at).or_insert(says);
                if rank(says) > rank(*known) {
                    *known = says;
                }
            }
        }
    }
}

/// Whether what the row points to in a direction is covered completely by all from which it points there.
fn covers(relation: &Relation, direction: Direction) -> bool {
    match direction {
        Direction::Forward => relation.forward == Strength::Full,
        Direction::Backward => matches!(relation.reading(direction), Reading::Equal | Reading::Covers),
    }
}

fn rank(says: Result<Said<'_>, ()>) -> u8 {
    match says {
        Ok(Said::Nothing) => 0,
        Ok(Said::None(_)) => 1,
        Ok(Said::Partial(_)) => 2,
        Err(()) => 3,
    }
}
