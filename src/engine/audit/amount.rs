//! A count with its total.

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Amount {
    /// How many there are.
    pub count: usize,
    /// Of how many.
    pub of: usize,
}

impl Amount {
    /// So many of so many.
    pub const fn new(count: usize, of: usize) -> Self {
        Self { count, of }
    }

    /// How many of several things are so.
    pub(super) fn among<T>(all: impl IntoIterator<Item = T>, is_so: impl Fn(&T) -> bool) -> Self {
        let mut amount = Self::default();
        for one in all {
            amount.of += 1;
            amount.count += usize::from(is_so(&one));
        }
        amount
    }

    /// The share, from 0 to 1; there is none of nothing.
    pub fn share(self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "no table has so many rows that it would show")]
        (self.of > 0).then(|| self.count as f64 / self.of as f64)
    }

    /// Whether it is at least so many hundredths; never if there is nothing.
    pub fn is_at_least(self, percent: usize) -> bool {
        self.of > 0 && self.count * 100 >= self.of * percent
    }
}
