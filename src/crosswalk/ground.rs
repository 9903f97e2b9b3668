//! What each requirement stands on before any inference.

use std::collections::BTreeSet;

use super::{Crosswalk, Level};
use crate::model::{Assessment, ClauseId, ClauseKind, EditionId, Statement};

/// What a requirement stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Something is stated about it, which is final.
    Stated(Level),
    /// It is taken out of every count, and nothing is derived from it.
    NotApplicable,
    /// Nothing is stated: it may be raised by inference.
    Open,
}

/// What every requirement of a crosswalk stands on.
#[derive(Debug, Clone)]
pub struct Ground(pub(super) Vec<Standing>);

impl<'l> Crosswalk<'l> {
    /// The ground on which nothing is stated.
    pub fn open_ground(&self) -> Ground {
        Ground(vec![Standing::Open; self.ids.len()])
    }

    /// The ground that an assessment lays: run A.
    pub fn ground(&self, assessment: &Assessment) -> Ground {
        let mut ground = self.open_ground();
        for edition in assessment.editions() {
            for vertex in self.vertices(edition) {
                if self.kinds[vertex as usize] == ClauseKind::Requirement
                    && let Some((_, statement)) = self.statement_for(vertex, assessment)
                {
                    ground.0[vertex as usize] =
                        Level::stated(statement.status).map_or(Standing::NotApplicable, Standing::Stated);
                }
            }
        }
        ground
    }

    /// What holds for a requirement: its own statement, or that of the nearest heading above it, with the clause that carries it.
    pub fn statement<'a>(&self, clause: &ClauseId, assessment: &'a Assessment) -> Option<(&ClauseId, &'a Statement)> {
        self.statement_for(self.vertex(clause)?, assessment)
    }

    fn statement_for<'a>(&self, vertex: u32, assessment: &'a Assessment) -> Option<(&ClauseId, &'a Statement)> {
        std::iter::once(&vertex).chain(&self.headings[vertex as usize]).find_map(|vertex| {
            let clause = &self.ids[*vertex as usize];
            Some((clause, assessment.statement(clause)?))
        })
    }

    /// The same ground with applicable requirements of `editions` at full: those that are stated (run B), or all of them (run C).
    pub fn raised(&self, ground: &Ground, editions: &BTreeSet<EditionId>, only_stated: bool) -> Ground {
        let mut raised = ground.clone();
        for edition in editions {
            for vertex in self.vertices(edition) {
                if self.kinds[vertex as usize] != ClauseKind::Requirement {
                    continue;
                }
                let standing = &mut raised.0[vertex as usize];
                match standing {
                    Standing::Stated(_) => *standing = Standing::Stated(Level::Full),
                    Standing::Open if !only_stated => *standing = Standing::Stated(Level::Full),
                    Standing::Open | Standing::NotApplicable => {}
                }
            }
        }
        raised
    }

    /// The same ground with one requirement on another standing.
    pub fn with(&self, ground: &Ground, clause: &ClauseId, standing: Standing) -> Ground {
        let mut changed = ground.clone();
        if let Some(vertex) = self.vertex(clause) {
            changed.0[vertex as usize] = standing;
        }
        changed
    }

    /// The same ground without anything that is stated of an edition; what does not apply stays out.
    pub fn without(&self, ground: &Ground, edition: &EditionId) -> Ground {
        let mut changed = ground.clone();
        for vertex in self.vertices(edition) {
            let standing = &mut changed.0[vertex as usize];
            if let Standing::Stated(_) = standing {
                *standing = Standing::Open;
            }
        }
        changed
    }

    /// What a requirement stands on.
    pub fn standing(&self, ground: &Ground, clause: &ClauseId) -> Standing {
        self.vertex(clause).map_or(Standing::Open, |vertex| ground.0[vertex as usize])
    }
}
