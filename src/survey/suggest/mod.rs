//! Candidates for a new relation table: pairs of clauses that should be examined, best first, with the reasons.
//!
//! Nothing here claims that two clauses share a demand. Pairs are ranked by [`Evidence`] of five kinds and by [`Weights`]
//! that were chosen on published tables; `cargo bench --bench suggest` measures on each of them, held out, what that is worth.

mod document;
mod evidence;
mod glossary;
mod index;
mod links;
mod question;
mod reasons;
mod spelling;
mod terms;
mod weights;

pub use evidence::{Evidence, Evidences};
pub use index::ClauseIndex;
pub use links::Links;
pub use question::{LeftOut, Suggest, SuggestedFor, Suggestion, Suggestions};
pub use weights::Weights;
