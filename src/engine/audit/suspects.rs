//! What cannot exist by all audited rows.
//!
//! Each row only rules out more: what can exist by all of them can by any of them, so nothing else is examined when
//! rows are left out.

use super::claim::Strictness;
use super::existence::Existence;
use super::network::{Element, Network, ORDER};

/// All elements that cannot exist, or of which that stays undecided.
pub(super) struct Suspects {
    /// What fails in every reading comes first, and what exists anyway before what rows require.
    elements: Vec<Element>,
}

impl Suspects {
    pub(super) fn new(existence: &mut Existence<'_, '_>) -> Self {
        let mut elements = existence.suspects();
        elements.sort_by_key(order);
        Self { elements }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Element> {
        self.elements.iter()
    }

    /// Those of which some rows speak: that they say to exist, or that are in a clause that they name.
    pub(super) fn of_rows(&self, network: &Network<'_>, rows: &[u32]) -> Vec<Element> {
        let said = rows.iter().flat_map(|row| network.elements_of.of_number(*row));
        let said = said.map(|element| network.elements[*element as usize]);
        let named = rows.iter().flat_map(|row| network.named_by.of_number(*row));
        let mut found: Vec<Element> = named.map(|set| Network::something_of(*set)).chain(said).collect();
        found.retain(|element| self.elements.binary_search_by_key(&order(element), order).is_ok());
        found.sort_by_key(order);
        found.dedup();
        found
    }
}

fn order(element: &Element) -> (Strictness, bool, Element) {
    (element.strictness, element.row != ORDER, *element)
}
