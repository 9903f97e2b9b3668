//! How much any choice of tasks within a budget can bring at the most.
//!
//! The work of each task is shared out among the parts of the whole to which it can help, by their worth. A choice that brings
//! a part holds a task that helps to it, so it pays at least the least share of any of them; and all shares together are no
//! more than its work. So it brings no more than the parts that are cheapest for their worth, the last of them cut to fit.

use crate::model::PersonDays;

/// A part of the whole.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    /// What it is worth.
    pub(super) worth: f64,
    /// Tasks of which at least one is in every choice that brings it.
    pub(super) helpers: Vec<usize>,
}

/// The most that tasks whose work is at most the budget can bring.
pub(super) fn most(costs: &[PersonDays], budget: PersonDays, parts: &[Part]) -> f64 {
    let mut helped = vec![0.0; costs.len()];
    for part in parts {
        part.helpers.iter().for_each(|task| helped[*task] += part.worth);
    }
    let price = |part: &Part| {
        let shares = part.helpers.iter().map(|task| costs[*task].days() * part.worth / helped[*task]);
        shares.fold(f64::INFINITY, f64::min)
    };
    let mut offers: Vec<(f64, f64)> = parts
        .iter()
        .filter(|part| part.worth > 0.0 && !part.helpers.is_empty())
        .map(|part| (price(part), part.worth))
        .collect();
    offers.sort_by(|left, right| (left.0 / left.1).total_cmp(&(right.0 / right.1)));
    let (mut left, mut most) = (budget.days(), 0.0);
    for (price, worth) in offers {
        if price > left {
            return most + worth * left / price;
        }
        left -= price;
        most += worth;
    }
    most
}

#[cfg(test)]
mod tests {
    use crate::deliver::plan::budget::bound::*;

    #[test]
    fn the_last_part_is_cut_to_fit() {
        let costs = [PersonDays::whole(2), PersonDays::whole(4)];
        let parts = [Part { worth: 4.0, helpers: vec![0] }, Part { worth: 2.0, helpers: vec![1] }];
        // 4 for the first 2 days, then half a unit a day.
        assert_eq!(most(&costs, PersonDays::whole(3), &parts), 4.5);
        assert_eq!(most(&costs, PersonDays::whole(9), &parts), 6.0);
    }

    #[test]
    fn a_task_that_helps_to_two_parts_pays_for_both() {
        let parts = [Part { worth: 3.0, helpers: vec![0] }, Part { worth: 1.0, helpers: vec![0] }];
        assert_eq!(most(&[PersonDays::whole(4)], PersonDays::whole(2), &parts), 2.0);
    }
}
