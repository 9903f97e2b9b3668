//! How a requirement may change from one edition to the next.

use crate::changes::succession::SuccessionRow;
use crate::model::{ClauseId, Reading, Strength};
use crate::report::{Cell, Tone};

/// What happened to requirements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RevisionKind {
    /// It requires the same under the same number.
    Kept,
    /// It requires the same under another number.
    Renumbered,
    /// One became one that does not require the same.
    Changed,
    /// Several became one.
    Merged,
    /// One became several.
    Split,
    /// It has no earlier counterpart.
    New,
    /// It has no later counterpart.
    Withdrawn,
}

impl RevisionKind {
    pub(super) const ALL: [Self; 7] =
        [Self::Kept, Self::Renumbered, Self::Changed, Self::Merged, Self::Split, Self::New, Self::Withdrawn];

    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Renumbered => "renumbered",
            Self::Changed => "changed",
            Self::Merged => "merged",
            Self::Split => "split",
            Self::New => "new",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub(super) fn meaning(self) -> &'static str {
        match self {
            Self::Kept => "requires the same under the same number",
            Self::Renumbered => "requires the same under another number",
            Self::Changed => "one became one that does not require the same",
            Self::Merged => "several became one",
            Self::Split => "one became several",
            Self::New => "has no earlier counterpart",
            Self::Withdrawn => "has no later counterpart",
        }
    }

    pub(super) fn cell(self) -> Cell {
        let tone = match self {
            Self::Kept | Self::Renumbered => Tone::Good,
            Self::Changed => Tone::Middling,
            Self::Merged | Self::Split => Tone::Unsure,
            Self::New => Tone::Bad,
            Self::Withdrawn => Tone::Quiet,
        };
        Cell::word(self.name(), tone)
    }
}

/// How a later clause relates to its earlier counterparts.
pub(super) fn relation(kind: RevisionKind, links: &[&SuccessionRow<'_>], new: &ClauseId) -> String {
    let words = || links.iter().map(|link| link.coverage_word(new)).collect::<Vec<_>>().join(", ");
    let each = || {
        let one = |link: &&SuccessionRow<'_>| format!("{} ({})", numbers(&link.old), link.coverage_word(new));
        links.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    match (kind, links) {
        (RevisionKind::New | RevisionKind::Withdrawn, _) | (_, []) => String::new(),
        (RevisionKind::Split, _) => format!("{} ({})", new.number, words()),
        (RevisionKind::Merged, [joint]) if joint.relation.is_joint() => match joint.relation.forward {
            Strength::Full => "together they cover all of it".to_owned(),
            Strength::Partial | Strength::Related | Strength::None => "together they cover some of it".to_owned(),
        },
        (RevisionKind::Kept | RevisionKind::Renumbered | RevisionKind::Changed | RevisionKind::Merged, [one])
            if one.new.contains(&new) =>
        {
            in_words(one.reading()).to_owned()
        }
        // A row to the heading above it says less of one requirement.
        (RevisionKind::Kept | RevisionKind::Renumbered | RevisionKind::Changed | RevisionKind::Merged, [one]) => {
            let reading = match one.reading() {
                Reading::Equal | Reading::Covers => Reading::Covers,
                Reading::Within | Reading::Overlaps => Reading::Overlaps,
                Reading::Related => Reading::Related,
                Reading::Disjoint => Reading::Disjoint,
            };
            format!("{}, as part of {}", in_words(reading), numbers(&one.new))
        }
        (RevisionKind::Kept | RevisionKind::Renumbered | RevisionKind::Changed | RevisionKind::Merged, _) => each(),
    }
}

/// Where a requirement went of which rows speak only together with all of a heading.
pub(super) fn whole(links: &[&SuccessionRow<'_>]) -> String {
    let headings: Vec<String> = links.iter().map(|link| numbers(&link.new)).collect();
    format!("becomes part of {} as a whole", headings.join(", "))
}

fn in_words(reading: Reading) -> &'static str {
    match reading {
        Reading::Equal => "requires the same",
        Reading::Covers => "requires nothing more",
        Reading::Within => "requires all of that, and more",
        Reading::Overlaps => "requires some of that",
        Reading::Related => "is related to that",
        Reading::Disjoint => "requires nothing of that",
    }
}

fn numbers(clauses: &[&ClauseId]) -> String {
    clauses.iter().map(|clause| clause.number.to_string()).collect::<Vec<_>>().join(" + ")
}
