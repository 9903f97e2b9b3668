//! What is assumed about each requirement before inference.

use std::collections::BTreeSet;

use super::{Crosswalk, Level};
use crate::model::{Assessment, ClauseId, ClauseKind, EditionId, Statement};

/// What is assumed about a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assumption {
    /// Something is stated about it, which is final.
    Stated(Level),
    /// It is removed from every count, and nothing is derived from it.
    NotApplicable,
    /// Nothing is stated: it may be raised by inference.
    Open,
}

impl Assumption {
    /// Whether the requirement is counted at all.
    pub(super) fn applies(self) -> bool {
        self != Self::NotApplicable
    }
}

/// What is assumed about every requirement of a crosswalk.
#[derive(Debug, Clone)]
pub struct Assumptions(pub(super) Vec<Assumption>);

impl<'l> Crosswalk<'l> {
    /// Assumptions in which nothing is stated.
    pub fn no_assumptions(&self) -> Assumptions {
        Assumptions(vec![Assumption::Open; self.ids.len()])
    }

    /// The assumptions that an assessment states (run A).
    pub fn assumptions(&self, assessment: &Assessment) -> Assumptions {
        let mut assumptions = self.no_assumptions();
        for edition in assessment.editions() {
            for vertex in self.vertices(edition) {
                if self.kinds[vertex as usize] == ClauseKind::Requirement
                    && let Some((_, statement)) = self.statement_for(vertex, assessment)
                {
                    assumptions.0[vertex as usize] =
                        Level::from_status(statement.status).map_or(Assumption::NotApplicable, Assumption::Stated);
                }
            }
        }
        assumptions
    }

    /// What applies to a requirement: its own statement, or that of the nearest heading above it, with the clause that
    /// carries it.
    pub fn statement<'a>(&self, clause: &ClauseId, assessment: &'a Assessment) -> Option<(&ClauseId, &'a Statement)> {
        self.statement_for(self.vertex(clause)?, assessment)
    }

    fn statement_for<'a>(&self, vertex: u32, assessment: &'a Assessment) -> Option<(&ClauseId, &'a Statement)> {
        std::iter::once(vertex).chain(self.headings(vertex)).find_map(|vertex| {
            let clause = &self.ids[vertex as usize];
            Some((clause, assessment.statement(clause)?))
        })
    }

    /// The same assumptions with applicable requirements of `editions` at full: those that are stated (run B), or all of
    /// them (run C).
    pub fn assuming_full(
        &self,
        assumptions: &Assumptions,
        editions: &BTreeSet<EditionId>,
        only_stated: bool,
    ) -> Assumptions {
        let mut raised = assumptions.clone();
        for edition in editions {
            for vertex in self.vertices(edition) {
                if self.kinds[vertex as usize] != ClauseKind::Requirement {
                    continue;
                }
                let assumption = &mut raised.0[vertex as usize];
                match assumption {
                    Assumption::Stated(_) => *assumption = Assumption::Stated(Level::Full),
                    Assumption::Open if !only_stated => *assumption = Assumption::Stated(Level::Full),
                    Assumption::Open | Assumption::NotApplicable => {}
                }
            }
        }
        raised
    }

    /// The same assumptions with one of them replaced.
    pub fn with(&self, assumptions: &Assumptions, clause: &ClauseId, assumption: Assumption) -> Assumptions {
        let mut changed = assumptions.clone();
        if let Some(vertex) = self.vertex(clause) {
            changed.0[vertex as usize] = assumption;
        }
        changed
    }

    /// The same assumptions with some requirements fully in place.
    pub fn in_place<'i>(
        &self,
        assumptions: &Assumptions,
        requirements: impl IntoIterator<Item = &'i ClauseId>,
    ) -> Assumptions {
        let mut raised = assumptions.clone();
        for vertex in requirements.into_iter().filter_map(|requirement| self.vertex(requirement)) {
            raised.0[vertex as usize] = Assumption::Stated(Level::Full);
        }
        raised
    }

    /// The same assumptions in which what is stated as not, or not fully, in place is open: as soon as work on it begins, these
    /// statements no longer apply.
    pub fn leaving_unfinished_open(&self, assumptions: &Assumptions) -> Assumptions {
        let open = |assumption: &Assumption| match assumption {
            Assumption::Stated(Level::Full) => Assumption::Stated(Level::Full),
            Assumption::NotApplicable => Assumption::NotApplicable,
            Assumption::Stated(_) | Assumption::Open => Assumption::Open,
        };
        Assumptions(assumptions.0.iter().map(open).collect())
    }

    /// The same assumptions without the statements on an edition; clauses that do not apply remain excluded.
    pub fn without(&self, assumptions: &Assumptions, edition: &EditionId) -> Assumptions {
        let mut changed = assumptions.clone();
        for vertex in self.vertices(edition) {
            let assumption = &mut changed.0[vertex as usize];
            if let Assumption::Stated(_) = assumption {
                *assumption = Assumption::Open;
            }
        }
        changed
    }

    /// What is assumed about a requirement.
    pub fn assumption(&self, assumptions: &Assumptions, clause: &ClauseId) -> Assumption {
        self.vertex(clause).map_or(Assumption::Open, |vertex| assumptions.0[vertex as usize])
    }
}
