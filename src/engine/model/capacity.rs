//! How much time an owner has for the work of a plan.

use super::effort::PersonDays;
use crate::source::Span;

/// How much time an owner has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capacity {
    /// Person-days a week; more than none.
    pub per_week: PersonDays,
    /// The position of the owner's name in the assessment; none if the project says so.
    pub span: Option<Span>,
}
