//! How much of a spreadsheet is kept in memory.

use crate::diagnostic::counted;

/// The last row of a worksheet, from one.
pub(super) const LAST_ROW: u32 = 1_048_576;

/// The last column of a worksheet, from one.
pub(super) const LAST_COLUMN: u32 = 16_384;

/// What is left of the bytes that cells may hold.
pub(super) struct Budget {
    most: u64,
    left: u64,
}

impl Budget {
    /// A cell counts as so many bytes at least: it takes memory even if it holds a letter.
    const CELL: u64 = 16;

    pub(super) fn new(most: u64) -> Self {
        Self { most, left: most }
    }

    /// Takes what a cell holds before it is kept.
    pub(super) fn take(&mut self, text: usize, cell: impl FnOnce() -> String) -> Result<(), String> {
        let cost = (text as u64).max(Self::CELL);
        match self.left.checked_sub(cost) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(format!("at cell {} it contains more than {} of text", cell(), size(self.most))),
        }
    }
}

/// A number of bytes for people.
pub(super) fn size(bytes: u64) -> String {
    match bytes >> 20 {
        0 => counted(bytes, "byte", "bytes"),
        megabytes => format!("{megabytes} MB"),
    }
}
