//! What is handed to a client, one deliverable a file or folder: each asks the questions of [`query`](crate::query) and
//! lays out what a client reads.

mod evidence;
mod graph;
mod guide;
mod integrate;
mod plan;
mod portal;
mod portfolio;
mod report;
mod soa;
mod trend;

pub use evidence::{EvidenceRegister, EvidenceState, Register, RegisteredEvidence, Validity};
pub use graph::{Graph, GraphClause, GraphRow, Network, State as GraphState};
pub use guide::{Agreement, Guide, Guideline, Guidelines, NewRequirement, OtherMapping, Related, Unrelated};
pub use integrate::{
    Attachment, Candidate, Group as IntegrationGroup, Integrate, Integrated, Integration, IntegrationKind, Member,
};
pub use plan::{
    Budget, BudgetTask, Item, Pace, Plan, PlanBaseline, Plans, Stage, TargetPlan, TargetSummary, TaskChange,
    TaskProgress, TaskTiming, Win,
};
pub use portal::Portal;
pub use portfolio::{
    Answer, ChapterCount, Detail, Distribution, Fences, GroupKey, LevelCounts, MOST_GROUPS, Overview, Pool, Portfolio,
    PortfolioCase, ROW_FIELDS, Respondent, STANDING_KEYS, Standing, TARGET_FIELD, TargetOverview, row_values,
};
pub use report::Report;
pub use soa::{Applicability, Control, Controls, Soa};
pub use trend::{LeftOut, Moment, OpenItems, Point, Trend, Trends};
