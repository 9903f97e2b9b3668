//! The rows of a contradiction without those that it does not need.

use super::claim::Strictness;
use super::existence::{Existence, Verdict};
use super::network::{Element, Network, ORDER};
use super::reason::Reason;
use super::suspects::Suspects;

/// How much work there may be in trying which rows of one contradiction are needed.
const MOST_WORK: u64 = 10_000_000;

/// Rows that cannot all be right. Without any one of them the others could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MinimalSet {
    /// By number.
    pub(super) rows: Vec<u32>,
    pub(super) strictness: Strictness,
    /// What they say to exist that cannot.
    pub(super) element: Element,
    pub(super) reason: Reason,
    /// How many more ways there are at least in which that cannot exist and that are not among what was found.
    pub(super) further: usize,
    /// Whether it was tried that the others agree without any one of them; that may take too long.
    pub(super) is_smallest: bool,
}

/// Room for trying which rows are needed.
pub(super) struct Minimizer<'s, 'n, 'l> {
    pub(super) existence: &'s mut Existence<'n, 'l>,
    network: &'n Network<'l>,
    suspects: &'s Suspects,
}

impl<'s, 'n, 'l> Minimizer<'s, 'n, 'l> {
    pub(super) fn new(existence: &'s mut Existence<'n, 'l>, network: &'n Network<'l>, suspects: &'s Suspects) -> Self {
        Self { existence, network, suspects }
    }

    /// A smallest set by which an element cannot exist, none of some rows among them.
    pub(super) fn without(&mut self, rows: impl IntoIterator<Item = u32>, element: Element) -> Option<MinimalSet> {
        self.existence.selection.without(rows);
        match self.existence.verdict(&element) {
            Verdict::Impossible(reason) => Some(self.minimal(element, reason)),
            Verdict::Possible | Verdict::Undecided => None,
        }
    }

    fn minimal(&mut self, element: Element, reason: Reason) -> MinimalSet {
        let (mut element, mut reason) = (element, reason);
        let mut strictness = element.strictness;
        let until = self.existence.work().saturating_add(MOST_WORK);
        self.existence.take_left();
        let mut candidates = self.suspects.of_rows(self.network, &reason.rows);
        for row in reason.rows.clone() {
            if !reason.rows.contains(&row) {
                continue;
            }
            let rest: Vec<u32> = reason.rows.iter().copied().filter(|other| *other != row).collect();
            if let Some((other, why)) = self.conflict(&rest, strictness, element, &candidates, until) {
                (element, reason) = (other, why);
                candidates.retain(|candidate| self.is_said(candidate, &reason.rows));
            }
        }
        // Less than the strict reading may do once rows are gone.
        if strictness == Strictness::Strict
            && let Some(found) = self.conflict(&reason.rows, Strictness::Every, element, &candidates, until)
        {
            (element, reason) = found;
            strictness = Strictness::Every;
        }
        let is_smallest = !self.existence.take_left();
        MinimalSet { rows: reason.rows.clone(), strictness, element, reason, further: 0, is_smallest }
    }

    /// Why some rows contradict each other, if they do. What is known to fail by more rows is tried first. Once more than
    /// `until` was done, the rest is left.
    fn conflict(
        &mut self,
        rows: &[u32],
        strictness: Strictness,
        first: Element,
        candidates: &[Element],
        until: u64,
    ) -> Option<(Element, Reason)> {
        self.existence.selection.only(rows.iter().copied());
        let others = candidates.iter().copied().filter(|other| *other != first);
        for element in [first].into_iter().chain(others) {
            if element.strictness > strictness || !self.is_said(&element, rows) {
                continue;
            }
            if self.existence.work() > until {
                self.existence.leave();
                return None;
            }
            if let Verdict::Impossible(reason) = self.existence.verdict(&element) {
                return Some((element, reason));
            }
        }
        None
    }

    /// Whether some rows speak of an element: they say that it exists, or name the clause that it is in.
    fn is_said(&self, element: &Element, rows: &[u32]) -> bool {
        match element.row {
            ORDER => rows.iter().any(|row| self.network.named_by.of_number(*row).contains(&element.within[0])),
            row => rows.contains(&row),
        }
    }
}
