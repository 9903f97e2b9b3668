//! Kinds of pages, and how much room they have.

/// Kinds of pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SectionKind {
    /// The pages before the document itself.
    Front,
    /// Upright.
    Upright,
    /// Across, for what is too wide.
    Across,
}

impl SectionKind {
    /// Whether its pages are wider than high.
    pub(super) fn is_across(self) -> bool {
        self == Self::Across
    }

    /// How wide the content of a page may be, in twentieths of a point.
    pub(super) fn width(self) -> u32 {
        // A4 with margins of 20 mm.
        if self.is_across() { 14_570 } else { 9_638 }
    }

    /// How high the content of a page may be, in twentieths of a point.
    pub(super) fn height(self) -> u32 {
        if self.is_across() { 9_638 } else { 14_570 }
    }
}
