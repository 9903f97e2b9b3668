//! What comes before what: tasks, and the beginnings and ends of steps.

/// Nodes and what each waits for; no node ever waits for itself in a circle.
pub(super) struct Network {
    waits: Vec<Vec<usize>>,
}

impl Network {
    pub(super) fn new(nodes: usize) -> Self {
        Self { waits: vec![Vec::new(); nodes] }
    }

    /// Puts one node before another, unless it waits for that one already. Whether it did.
    pub(super) fn put_before(&mut self, earlier: usize, later: usize) -> bool {
        if earlier == later || self.waits_for(earlier, later) {
            return false;
        }
        if !self.waits[later].contains(&earlier) {
            self.waits[later].push(earlier);
        }
        true
    }

    /// For each node those that it waits for.
    pub(super) fn waits(&self) -> &[Vec<usize>] {
        &self.waits
    }

    /// Whether one node comes after another, with any number of others between.
    fn waits_for(&self, later: usize, earlier: usize) -> bool {
        let mut seen = vec![false; self.waits.len()];
        let mut open = vec![later];
        while let Some(node) = open.pop() {
            if node == earlier {
                return true;
            }
            if !std::mem::replace(&mut seen[node], true) {
                open.extend(&self.waits[node]);
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_put_before_what_it_waits_for() {
        let mut network = Network::new(3);
        assert!(network.put_before(0, 1) && network.put_before(1, 2));
        assert!(!network.put_before(2, 0) && !network.put_before(1, 1));
        assert!(network.put_before(0, 2));
        assert_eq!(network.waits(), [vec![], vec![0], vec![1, 0]]);
    }
}
