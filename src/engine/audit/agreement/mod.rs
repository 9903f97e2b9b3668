//! How far several mappers agree on the same pair of editions.

mod bootstrap;
mod coefficient;
mod consensus;
mod directions;
mod entailed;
mod opinions;
mod ratings;

pub use bootstrap::{Bootstrap, Interval};
pub use coefficient::{Coefficients, Measured, Undefined};
pub use consensus::{Agreed, Consensus, Difference, RowChange, Undecided, items};
pub use directions::{BothWays, Directions};
pub use entailed::{EntailedCounts, EntailedPair, EntailedPairs};
pub use opinions::{Mapper, Opinion, Opinions, Pair, Unit, Word};
pub use ratings::Ratings;
