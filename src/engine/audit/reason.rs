//! Why something cannot exist.

/// The rows and headings by which something cannot exist.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Reason {
    /// The rows that forbid it, the one that says that it exists among them; by number, each once.
    pub(super) rows: Vec<u32>,
    /// The clauses that lie in headings, as far as that matters: the clause, and the heading right above it.
    pub(super) inside: Vec<(u32, u32)>,
    /// The headings of which every clause was tried.
    pub(super) divided: Vec<u32>,
}

impl Reason {
    pub(super) fn join(&mut self, other: Self) {
        self.rows.extend(other.rows);
        self.inside.extend(other.inside);
        self.divided.extend(other.divided);
    }

    /// Each once, in their order.
    pub(super) fn tidy(&mut self) {
        for list in [&mut self.rows, &mut self.divided] {
            list.sort_unstable();
            list.dedup();
        }
        self.inside.sort_unstable();
        self.inside.dedup();
    }
}
