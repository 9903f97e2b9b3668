//! The maturity that is aimed at, as written.

use super::fields::{Fields, text, wrong_type};
use super::node::{Scalar, Shape};

/// `maturity-target` of an assessment, as written.
#[derive(Debug, Clone, Default)]
pub enum MaturityTarget {
    /// Nothing is said.
    #[default]
    Unsaid,
    /// One for everything.
    Everywhere(Scalar),
    /// Editions or clauses, and one for each.
    Named(Vec<(Scalar, Scalar)>),
}

impl MaturityTarget {
    pub(super) fn read(fields: &mut Fields<'_, '_>) -> Self {
        const KEY: &str = "maturity-target";
        let Some(node) = fields.node(KEY) else { return Self::Unsaid };
        match node.shape {
            Shape::Text(_) => text(node, KEY, fields.faults()).map_or(Self::Unsaid, Self::Everywhere),
            Shape::Map(_) => {
                let named = Fields::new(node, KEY, fields.faults()).map(Fields::values);
                named.map_or(Self::Unsaid, Self::Named)
            }
            Shape::Nothing(_) | Shape::List(_) => {
                let fault = wrong_type(node.span, KEY, "a number or a mapping", node.shape.name());
                fields
                    .faults()
                    .push(fault.help("write `maturity-target: 3` or `maturity-target: { iso-9001:2015: 3 }`"));
                Self::Unsaid
            }
        }
    }
}
