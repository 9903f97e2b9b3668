//! Questions on catalogs and tables, whoever is assessed: what they hold, what relates two editions, how far authors agree, and
//! what might be related. They are made as those of [`query`](crate::query).

mod agree;
mod audit;
mod compare;
mod consensus;
mod density;
mod derived_table;
mod list;
pub mod map;
mod mapping_sheet;
pub mod matrix;
mod search;
mod show;
mod suggest;

pub use agree::{Absent, Agree, Agreement, ChapterAgreement, Disagreement, Entailed, Score};
pub use audit::Audit;
pub use compare::Compare;
pub use consensus::{Consensus, ConsensusHead, OppositeDirection, Reached};
pub use density::{ClauseDensity, Densities, Density, Side};
pub use derived_table::DerivedTable;
pub use list::{List, Listed};
pub use map::{Map, MapBasis, MapRow, Mapping};
pub use mapping_sheet::{Candidate, CandidateSource, MapSheet, MappingSheet, Reason, SheetRow};
pub use matrix::{Matrix, MatrixRow};
pub use search::Search;
pub use show::Show;
pub use suggest::{
    ClauseIndex, Evidence, Evidences, LeftOut, Links, Suggest, SuggestedFor, Suggestion, Suggestions, Weights,
};
