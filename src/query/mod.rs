//! The questions, one a file: each is a value, its answer is a value, and the answer becomes one
//! [`Document`](crate::report::Document).

mod basis;
pub(crate) mod case;
mod compare;
pub(crate) mod coverage;
mod density;
mod diff;
pub(crate) mod explain;
mod export;
pub(crate) mod finding;
pub(crate) mod gap;
mod judge;
mod list;
pub(crate) mod map;
pub(crate) mod matrix;
mod migrate;
pub(crate) mod runs;
mod search;
pub(crate) mod settings;
mod show;
pub(crate) mod stated;
mod succession;
pub(crate) mod tally;
pub(crate) mod words;

pub use case::{Assessed, AssessedQuestion, Case, Question, SiteQuestion};
pub use compare::Compare;
pub use coverage::{Coverage, Coverages, Group};
pub use density::{Densities, Density, Side, Touched};
pub use diff::{
    AssessmentChanges, AssessmentDiff, CatalogChanges, CatalogDiff, ClauseChange, EditionChange, EditionChanges,
    EditionDiff, Fate, FieldChange, RequirementChange, RowChange, StatementChange, TableChanges, TableDiff,
    TableEffect, TargetChange, Turn,
};
pub use explain::Explain;
pub use export::{Export, Exported};
pub use finding::of as finding_of;
pub use gap::{Action, Gap, GapRow, Gaps, Outcome};
pub use judge::{Baseline, Checked, FigureName, Gate, Standing};
pub use list::List;
pub use map::{Basis as MapBasis, Map, MapRow, Mapping};
pub use matrix::{Matrix, MatrixRow};
pub use migrate::{Carriage, Migrate, Migration, Move, Origin, Withdrawn};
pub use search::Search;
pub use settings::{Settings, day};
pub use show::Show;
pub use stated::Stated;
pub use tally::Tally;
