//! Several editions as one system: the question and its answer.

use std::collections::BTreeSet;

use super::attach::Integrated;
use super::group::Group;
use crate::model::{EditionId, TableId};
use crate::query::tally::Tally;

/// Integrates several editions into one system: what attaches to each base clause, what is new, what integration saves
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk integrate iso-9001:2008 iso-iec-20000-1:2011 iso-iec-27001:2005
  xwalk integrate 9001:2008 14001:2004 27001:2005 --suggest-base
  xwalk integrate 9001:2008 14001:2004 27001:2005 --by iso-guide-72:2001")]
pub struct Integrate {
    /// The editions, by id or alias; the first is the base
    #[arg(value_name = "EDITION", required = true, num_args = 2..)]
    pub editions: Vec<String>,
    /// Also compute this with each of the editions as the base, and rank them
    #[arg(long, conflicts_with = "by")]
    pub suggest_base: bool,
    /// Group by base clause, by chapter, by an attribute such as element, or by the clauses of another edition, by id or alias
    #[arg(long, value_name = "PROPERTY|EDITION", default_value = "clause")]
    pub by: String,
}

/// Several editions as one system. It meets every requirement of the base, then those of each further edition in order;
/// what an edition adds is compared with everything before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Integration {
    /// The editions, the base first, each with how much of it is in place with those before it.
    pub editions: Vec<(EditionId, Tally)>,
    /// All their requirements, in the order of editions and clauses.
    pub requirements: Vec<Integrated>,
    /// The requirements in groups; one may be in several.
    pub groups: Vec<Group>,
}

impl Integration {
    /// What integration saves, counted for all requirements: full already exists and is counted once, partial
    /// extends what exists instead of being separate, presumed may do so because some of its chapter exists.
    pub fn saving(&self) -> Tally {
        saving(self.editions.iter().map(|(_, tally)| *tally))
    }

    pub(super) fn is_base(&self, edition: &EditionId) -> bool {
        self.editions.first().is_some_and(|(base, _)| base == edition)
    }

    pub(super) fn tables(&self) -> BTreeSet<&TableId> {
        let requirements = self.requirements.iter();
        let attachments = requirements.flat_map(|requirement| requirement.attachments.iter().chain(&requirement.hint));
        attachments.flat_map(|attachment| &attachment.tables).collect()
    }
}

pub(super) fn saving(tallies: impl IntoIterator<Item = Tally>) -> Tally {
    tallies.into_iter().fold(Tally::default(), |sum, tally| Tally {
        applicable: sum.applicable + tally.applicable,
        full: sum.full + tally.full,
        partial: sum.partial + tally.partial,
        presumed: sum.presumed + tally.presumed,
    })
}
