//! The questions, one a file: each is a value, its answer is a value, and the answer becomes one
//! [`Document`](crate::report::Document).

mod action;
pub mod advice;
mod agree;
mod audit;
mod basis;
pub mod case;
pub mod chain;
mod compare;
pub mod condition;
mod consensus;
mod contributor;
pub mod coverage;
mod density;
mod derived_table;
mod diff;
pub mod direct;
pub mod effects;
pub(crate) mod explain;
mod export;
pub mod finding;
pub mod gap;
mod gap_row;
pub mod glossary;
pub mod grouping;
mod judge;
pub(crate) mod lifecycle;
mod list;
mod longer;
pub mod map;
mod mapping_sheet;
pub mod matrix;
pub mod maturity;
mod migrate;
pub mod position;
mod progress;
pub mod proof;
mod review;
pub mod scenarios;
mod scope;
mod search;
pub mod settings;
mod show;
pub mod stated;
mod succession;
mod suggest;
pub(crate) mod suspect;
pub mod tally;
mod task;
mod terms;
pub mod words;

pub use agree::{Absent, Agree, Agreement, ChapterAgreement, Disagreement, Entailed, Score};
pub use audit::Audit;
pub use case::{Assessed, AssessedQuestion, Case, Question, SiteQuestion};
pub use compare::Compare;
pub use condition::Condition;
pub use consensus::{Consensus, ConsensusHead, OppositeDirection, Reached};
pub use contributor::Contributor;
pub use coverage::{Coverage, Coverages, Group};
pub use density::{ClauseDensity, Densities, Density, Side};
pub use derived_table::DerivedTable;
pub use diff::{
    AssessmentChanges, AssessmentDiff, CatalogChanges, CatalogDiff, ChangeKind, ClauseChange, EditionChange,
    EditionChanges, EditionDiff, FieldChange, RequirementChange, RevisionKind, RowChange, StatementChange,
    TableChanges, TableDiff, TableEffect, TargetChange,
};
pub use explain::Explain;
pub use export::{Export, ExportKind};
pub use finding::contradictions;
pub use gap::{Action, Gap, GapRow, Gaps, Outcome};
pub use judge::{
    Baseline, BaselineChanges, Checked, Comparison, CoverageChange, CoverageFigure, Fate, FigureName, FindingChange,
    Gate, TargetCoverage, Verdict,
};
pub use lifecycle::assessed_before_amendments;
pub use list::{List, Listed};
pub use map::{Map, MapBasis, MapRow, Mapping};
pub use mapping_sheet::{Candidate, CandidateSource, MapSheet, MappingSheet, Reason, SheetRow};
pub use matrix::{Matrix, MatrixRow};
pub use maturity::{Maturity, RatedGroup, Rating};
pub use migrate::{Migrate, MigratedRequirement, Migration, Withdrawn};
pub use position::Position;
pub use progress::Progress;
pub use review::ReviewState;
pub use search::Search;
pub use settings::{INTERSECT_AS, Settings, day};
pub use show::Show;
pub use stated::EffectiveStatement;
pub use suggest::{
    ClauseIndex, Evidence, Evidences, LeftOut, Links, Suggest, SuggestedFor, Suggestion, Suggestions, Weights,
};
pub use suspect::{suspect_rows, suspect_statements};
pub use tally::Tally;
