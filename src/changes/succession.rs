//! Which clauses of one edition correspond to which of another edition of the same standard, by the rows between them.

use std::collections::BTreeMap;

use crate::diagnostic::Refusal;
use crate::model::{
    Catalog, ClauseId, ClauseKind, Confidence, Direction, EditionId, Reading, Relation, Strength, Table,
};
use crate::query::case::Case;
use crate::source::Text;

/// A row, read from the earlier edition to the later one.
pub(super) struct SuccessionRow<'l> {
    pub(crate) table: &'l Table,
    pub(super) relation: &'l Relation,
    pub(super) direction: Direction,
    /// The clauses of the earlier edition that it names.
    pub(super) old: Vec<&'l ClauseId>,
    /// The clauses of the later edition that it names.
    pub(crate) new: Vec<&'l ClauseId>,
}

/// The rows between two editions, whichever way they are written.
pub(super) struct Succession<'l> {
    pub(super) old: &'l Catalog,
    pub(crate) new: &'l Catalog,
    links: Vec<SuccessionRow<'l>>,
    /// The clauses of which a table says that nothing in the other edition relates to them, each with the reason it gives.
    without_counterpart: BTreeMap<ClauseId, Option<&'l str>>,
}

impl<'l> Succession<'l> {
    /// The rows between two editions. There have to be some, and the editions have to be of one standard, or follow each other.
    pub(super) fn between(case: Case<'l>, old: &'l Catalog, new: &'l Catalog) -> Result<Self, Refusal> {
        let steps = line(case, old, new)?;
        let succession = Self {
            old,
            new,
            links: links(case, &old.id, &new.id),
            without_counterpart: without_counterpart(case, &old.id, &new.id),
        };
        if succession.links.is_empty() {
            let step = |(from, to): &(EditionId, EditionId)| {
                let missing = if links(case, from, to).is_empty() { " (no table)" } else { "" };
                format!("{from} → {to}{missing}")
            };
            let leaves_out = case.settings.min_confidence.is_some() || !case.settings.without_table.is_empty();
            let help = match steps.as_slice() {
                _ if leaves_out => "--min-confidence and --without-table leave rows out".to_owned(),
                [] | [_] => "`xwalk list tables` shows the available tables".to_owned(),
                several => {
                    format!("go one step at a time: {}", several.iter().map(step).collect::<Vec<_>>().join(", "))
                }
            };
            return Err(Refusal { message: format!("no table relates {} and {}", old.id, new.id), help: Some(help) });
        }
        Ok(succession)
    }

    /// The rows that point to a requirement of the later edition: its own, or, where it has none, those of the nearest
    /// heading above it that has some.
    pub(super) fn to(&self, clause: &ClauseId) -> Vec<&SuccessionRow<'l>> {
        self.nearest(self.new, clause, |link| &link.new)
    }

    /// The rows that lead on from a requirement of the earlier edition, as in [`Succession::to`].
    pub(super) fn from(&self, clause: &ClauseId) -> Vec<&SuccessionRow<'l>> {
        self.nearest(self.old, clause, |link| &link.old)
    }

    /// The earlier clauses that require the same as a later one.
    pub(super) fn equal_to(&self, clause: &ClauseId) -> Vec<&'l ClauseId> {
        self.to(clause).into_iter().filter(|link| link.is_equal_to(clause)).flat_map(|link| link.old.clone()).collect()
    }

    /// Why nothing relates to a clause, where a table gives a reason.
    pub(super) fn reason(&self, clause: &ClauseId) -> Option<&'l str> {
        *self.without_counterpart.get(clause)?
    }

    fn nearest(
        &self,
        catalog: &Catalog,
        clause: &ClauseId,
        named: impl for<'s> Fn(&'s SuccessionRow<'l>) -> &'s [&'l ClauseId],
    ) -> Vec<&SuccessionRow<'l>> {
        let at = |clause: &ClauseId| -> Vec<&SuccessionRow<'l>> {
            self.links.iter().filter(|link| named(link).contains(&clause)).collect()
        };
        let own = at(clause);
        let Some(position) = catalog.position(&clause.number) else { return own };
        if !own.is_empty() || self.without_counterpart.contains_key(clause) {
            return own;
        }
        let headings = catalog.ancestors(position).map(|above| &catalog.clauses()[above]);
        headings
            .filter(|heading| heading.kind == ClauseKind::Heading)
            .map(|heading| at(&ClauseId { edition: catalog.id.clone(), number: heading.number.clone() }))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }
}

impl SuccessionRow<'_> {
    /// What it says about the earlier clause as against the later one.
    pub(super) fn reading(&self) -> Reading {
        self.relation.reading(self.direction)
    }

    /// Whether its earlier clause and this later one require the same.
    pub(super) fn is_equal_to(&self, clause: &ClauseId) -> bool {
        self.reading() == Reading::Equal && self.new == [clause]
    }

    /// How far the earlier clauses cover a later one to which the row leads: `equal`, `full`, `partial`, `joint full`.
    pub(super) fn coverage_word(&self, clause: &ClauseId) -> &'static str {
        let covers = match self.direction {
            Direction::Forward => self.relation.forward,
            Direction::Backward => self.relation.reverse.unwrap_or(self.relation.forward.min(Strength::Partial)),
        };
        match (covers, self.relation.is_joint() && self.direction == Direction::Forward) {
            (Strength::Full, true) => "joint full",
            (Strength::Partial, true) => "joint partial",
            (Strength::Full, false) if self.is_equal_to(clause) => "equal",
            (Strength::Full, false) => "full",
            (Strength::Partial, false) => "partial",
            (Strength::None | Strength::Related, _) => "none",
        }
    }

    /// What remains to be done for the later clauses.
    pub(super) fn add(&self) -> Option<&str> {
        self.relation.left_to_do(self.direction).map(Text::as_str)
    }

    /// Its confidence.
    pub(super) fn confidence(&self) -> Confidence {
        self.relation.confidence
    }
}

/// The steps from one edition to another, which have to be of one standard or follow each other; none where no line of
/// editions leads from one to the other.
pub(super) fn line(case: Case<'_>, old: &Catalog, new: &Catalog) -> Result<Vec<(EditionId, EditionId)>, Refusal> {
    if old.id == new.id {
        return Err(Refusal {
            message: format!("{} is one edition, but two are required", old.id),
            help: Some("name an earlier and a later one".to_owned()),
        });
    }
    let steps = steps(case, &old.id, &new.id);
    if old.id.standard() != new.id.standard() && steps.is_empty() {
        return Err(Refusal {
            message: format!("{} and {} are not editions of the same standard", old.id, new.id),
            help: Some("`xwalk compare` and `xwalk map` compare different standards".to_owned()),
        });
    }
    Ok(steps)
}

/// The steps from one edition to another over those that supersede each other; none where they are in no such line.
fn steps(case: Case<'_>, old: &EditionId, new: &EditionId) -> Vec<(EditionId, EditionId)> {
    let before = |edition: &EditionId| case.library.catalog(edition)?.supersedes.clone();
    let down = |top: &EditionId, bottom: &EditionId| -> Option<Vec<(EditionId, EditionId)>> {
        let mut pairs = Vec::new();
        let mut at = top.clone();
        while at != *bottom {
            let next = before(&at)?;
            pairs.push((next.clone(), at));
            at = next;
        }
        Some(pairs)
    };
    let forwards = down(new, old).map(|mut pairs| {
        pairs.reverse();
        pairs
    });
    let backwards = || Some(down(old, new)?.into_iter().map(|(earlier, later)| (later, earlier)).collect());
    forwards.or_else(backwards).unwrap_or_default()
}

fn links<'l>(case: Case<'l>, old: &EditionId, new: &EditionId) -> Vec<SuccessionRow<'l>> {
    let rows = case.crosswalk.rows().filter(|(_, relation)| relation.forward.shares_demands());
    rows.filter_map(|(table, relation)| {
        let of = |edition: &EditionId| relation.from.iter().filter(|clause| clause.edition == *edition).collect();
        let (direction, old, new) = if relation.to.edition == *new {
            (Direction::Forward, of(old), vec![&relation.to])
        } else if relation.to.edition == *old {
            (Direction::Backward, vec![&relation.to], of(new))
        } else {
            return None;
        };
        (!old.is_empty() && !new.is_empty()).then_some(SuccessionRow { table, relation, direction, old, new })
    })
    .collect()
}

/// What tables between two editions say to relate to nothing: under `unrelated`, and in rows without a `from`.
fn without_counterpart<'l>(case: Case<'l>, old: &EditionId, new: &EditionId) -> BTreeMap<ClauseId, Option<&'l str>> {
    let mut alone = BTreeMap::new();
    let mut tables: Vec<&str> = Vec::new();
    for (table, relation) in case.crosswalk.rows() {
        let is_between = [(old, new), (new, old)].contains(&(&table.from, &table.to));
        if !is_between {
            continue;
        }
        if relation.from.is_empty() {
            alone.insert(relation.to.clone(), relation.note.as_deref());
        }
        if !tables.contains(&table.id.as_str()) {
            tables.push(table.id.as_str());
            for (number, why) in table.unrelated.iter() {
                alone.insert(ClauseId { edition: table.from.clone(), number: number.clone() }, Some(why.as_str()));
            }
        }
    }
    alone
}
