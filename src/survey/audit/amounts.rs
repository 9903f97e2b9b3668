//! Amounts in sentences: a share never without what it is of.

use crate::audit::Amount;
use crate::query::tally::percent;
use crate::query::words::counted;

/// `3 of 4 (75.0 %)`; a count out of nothing has no share.
pub(super) fn amount(amount: Amount) -> String {
    match amount.share() {
        Some(share) => format!("{} of {} ({})", amount.count, amount.of, percent(share)),
        None => "nothing to count".to_owned(),
    }
}

/// `3 of 4 rows (75.0 %)`.
pub(super) fn amount_of(amount: Amount, one: &str, several: &str) -> String {
    match amount.share() {
        Some(share) => format!("{} of {} ({})", amount.count, counted(amount.of, one, several), percent(share)),
        None => format!("no {several}"),
    }
}
