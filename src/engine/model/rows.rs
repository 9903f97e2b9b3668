//! The rows of a relation table, which may be read only when they are used.

use std::collections::BTreeSet;
use std::ops::Deref;

use super::id::EditionId;
use super::relation::{Relation, Strength};
use crate::deferred::Deferred;

/// Rows in the order of their file, one `to` each, and how many there are of each strength.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    rows: Deferred<Vec<Relation>>,
    /// By [`place`]; counted if that was not done before.
    counts: Option<[usize; 4]>,
    /// The editions whose clauses they name, and perhaps others; found in the rows if that was not done before.
    editions: Option<Vec<EditionId>>,
}

impl Rows {
    /// Rows that are read when they are used; how many there are: none, related, partial, full; and the editions whose
    /// clauses they name.
    pub(crate) fn unread(rows: Deferred<Vec<Relation>>, counts: [usize; 4], editions: Vec<EditionId>) -> Self {
        Self { rows, counts: Some(counts), editions: Some(editions) }
    }

    /// Rows that are read when they are used.
    pub(crate) fn until_asked(read: impl FnOnce() -> Vec<Relation> + Send + Sync + 'static) -> Self {
        Self { rows: Deferred::until_asked(read), counts: None, editions: None }
    }

    /// How many there are; for that none needs to be read.
    pub fn count(&self) -> usize {
        self.counts.map_or_else(|| self.rows.len(), |counts| counts.iter().sum())
    }

    /// How many are so strong; for that none needs to be read.
    pub fn count_of(&self, strength: Strength) -> usize {
        let counted = || self.rows.iter().filter(|row| row.forward == strength).count();
        self.counts.map_or_else(counted, |counts| counts[place(strength)])
    }

    /// The editions whose clauses they name, and perhaps others; for that no packed row needs to be read.
    pub fn editions(&self) -> BTreeSet<&EditionId> {
        let found = || {
            let mut editions = BTreeSet::new();
            // Most rows name the same two.
            let (mut last_from, mut last_to) = (None, None);
            for row in self.rows.iter() {
                for from in &row.from {
                    if last_from != Some(&from.edition) {
                        last_from = Some(&from.edition);
                        editions.insert(&from.edition);
                    }
                }
                if last_to != Some(&row.to.edition) {
                    last_to = Some(&row.to.edition);
                    editions.insert(&row.to.edition);
                }
            }
            editions
        };
        self.editions.as_ref().map_or_else(found, |editions| editions.iter().collect())
    }
}

fn place(strength: Strength) -> usize {
    match strength {
        Strength::None => 0,
        Strength::Related => 1,
        Strength::Partial => 2,
        Strength::Full => 3,
    }
}

impl Deref for Rows {
    type Target = Vec<Relation>;

    fn deref(&self) -> &Vec<Relation> {
        &self.rows
    }
}

impl From<Vec<Relation>> for Rows {
    fn from(rows: Vec<Relation>) -> Self {
        Self { rows: rows.into(), counts: None, editions: None }
    }
}

impl FromIterator<Relation> for Rows {
    fn from_iter<I: IntoIterator<Item = Relation>>(rows: I) -> Self {
        rows.into_iter().collect::<Vec<_>>().into()
    }
}

impl<'r> IntoIterator for &'r Rows {
    type Item = &'r Relation;
    type IntoIter = std::slice::Iter<'r, Relation>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.iter()
    }
}
