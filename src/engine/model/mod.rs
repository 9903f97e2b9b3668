//! The domain model: editions and their clauses, relations between them, and self-assessments.
//!
//! Every value is sound: every [`ClauseId`] of a [`Library`] can be looked up in it.

mod algebra;
mod assessment;
mod calendar;
mod capacity;
mod catalog;
mod clause;
mod clauses;
mod colour;
mod effort;
mod evidence;
mod id;
mod library;
mod lifecycle;
mod lists;
mod maturity;
mod method;
mod positions;
mod progress;
mod refused;
mod relation;
mod review;
mod rows;
mod table;
mod translated;
mod translation;

pub use algebra::{Possible, SetRelation};
pub use assessment::{
    Assessment, Efforts, Figure, Objective, Percent, Policy, Process, Statement, Status, field_mark, row_mark,
};
pub use calendar::{Calendar, WorkingDays};
pub use capacity::Capacity;
pub use catalog::{Catalog, CatalogKind, EditionStatus, Profile};
pub use clause::{Attributes, Clause, ClauseKind};
pub(crate) use clauses::Clauses;
pub use colour::Colour;
pub use effort::PersonDays;
pub use evidence::{Evidence, Unfit, is_address};
pub use id::{ClauseId, ClauseNumber, EditionId, InvalidId, MethodId, TableId};
pub use library::Library;
pub use lifecycle::{Amendment, Lifecycle, Transition};
pub(crate) use lists::Lists;
pub use maturity::{MAX_MATURITY, MaturityTargets};
pub use method::{Method, MethodTexts, Step, StepTexts};
pub use progress::{StepProgress, StepState};
pub use refused::{PairDecision, PairDecisions, PairVerdict};
pub use relation::{Confidence, Direction, Few, Provenance, Reading, Relation, Said, Stage, Strength, Unstated};
pub use review::{ClauseRecord, FieldChange, Reviewed, Reviews, Stamp, Subject, content_hash};
pub use rows::Rows;
pub use table::{Pin, Table};
pub use translation::{Language, Translations};
