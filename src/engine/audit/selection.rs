//! Which of the audited rows are examined.

use super::network::ORDER;

/// Rows that are examined: all, some, or all but some. The order of an edition always is.
pub(super) struct Selection {
    kind: Kind,
    /// In which selection each row was named last.
    marked: Vec<u32>,
    /// The number of the present selection.
    mark: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    All,
    /// Those that are marked.
    Only,
    /// All but those that are marked.
    Without,
}

impl Selection {
    /// All of so many rows.
    pub(super) fn all_of(rows: usize) -> Self {
        Self { kind: Kind::All, marked: vec![0; rows], mark: 0 }
    }

    /// All rows from now on.
    pub(super) fn all(&mut self) {
        self.kind = Kind::All;
    }

    /// These rows alone from now on.
    pub(super) fn only(&mut self, rows: impl IntoIterator<Item = u32>) {
        self.mark(rows, Kind::Only);
    }

    /// All rows but these from now on.
    pub(super) fn without(&mut self, rows: impl IntoIterator<Item = u32>) {
        self.mark(rows, Kind::Without);
    }

    fn mark(&mut self, rows: impl IntoIterator<Item = u32>, kind: Kind) {
        self.mark += 1;
        self.kind = kind;
        rows.into_iter().for_each(|row| self.marked[row as usize] = self.mark);
    }

    /// Leaves one row more out of a selection without some.
    pub(super) fn leave_out(&mut self, row: u32) {
        self.marked[row as usize] = self.mark;
    }

    /// Takes a row in again.
    pub(super) fn put_back(&mut self, row: u32) {
        self.marked[row as usize] = 0;
    }

    /// Whether a row is examined.
    pub(super) fn has(&self, row: u32) -> bool {
        let is_marked = || self.marked[row as usize] == self.mark;
        row == ORDER
            || match self.kind {
                Kind::All => true,
                Kind::Only => is_marked(),
                Kind::Without => !is_marked(),
            }
    }
}
