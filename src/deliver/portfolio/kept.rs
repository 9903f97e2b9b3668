//! One assessment that is kept whole, for a line of its own.

use crate::query::tally::Tally;

use super::standing::Standing;

/// An assessment that tables show.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    /// Its state; without the levels of single requirements.
    pub(super) standing: Standing,
    /// Its counts by chapter.
    pub(super) chapters: Vec<Tally>,
}
