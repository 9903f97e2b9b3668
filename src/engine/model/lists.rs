//! Many lists in one, each found by its number.

/// Lists, one after the other.
#[derive(Debug)]
pub(crate) struct Lists<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy> Lists<T> {
    /// So many lists, out of items with the number of the list that each is in; a list keeps their order.
    pub(crate) fn of(count: usize, items: &[(u32, T)]) -> Self {
        let mut starts = vec![0; count + 1];
        for (list, _) in items {
            starts[*list as usize + 1] += 1;
        }
        for list in 0..count {
            starts[list + 1] += starts[list];
        }
        let Some((_, first)) = items.first() else { return Self { starts, items: Vec::new() } };
        let mut ordered = vec![*first; items.len()];
        let mut next = starts.clone();
        for (list, item) in items {
            let at = &mut next[*list as usize];
            ordered[*at as usize] = *item;
            *at += 1;
        }
        Self { starts, items: ordered }
    }

    /// The list with a number.
    #[inline]
    pub(crate) fn of_number(&self, list: u32) -> &[T] {
        &self.items[self.starts[list as usize] as usize..self.starts[list as usize + 1] as usize]
    }

    pub(crate) fn of_number_mut(&mut self, list: u32) -> &mut [T] {
        &mut self.items[self.starts[list as usize] as usize..self.starts[list as usize + 1] as usize]
    }
}
