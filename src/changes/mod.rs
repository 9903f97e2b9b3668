//! What changed, and whether it may: two states of a file, the move to another edition, and the gates of a check.
//! The questions are made as those of [`query`](crate::query).

mod diff;
mod judge;
mod migrate;
mod succession;

pub use diff::{
    AssessmentChanges, AssessmentDiff, CatalogChanges, CatalogDiff, ChangeKind, ClauseChange, EditionChange,
    EditionChanges, EditionDiff, FieldChange, RequirementChange, RevisionKind, RowChange, StatementChange,
    TableChanges, TableDiff, TableEffect, TargetChange,
};
pub use judge::{
    Baseline, BaselineChanges, Checked, Comparison, CoverageChange, CoverageFigure, Fate, FigureName, FindingChange,
    Gate, TargetCoverage, Verdict,
};
pub use migrate::{Migrate, MigratedRequirement, Migration, Withdrawn};
