//! How far the steps of methods have come, as written.

use super::fields::{Fields, pairs, text, wrong_type};
use super::node::{Node, Scalar, Shape};
use crate::diagnostic::{Diagnostic, Rule};

/// How far a step has come, as written.
#[derive(Debug, Clone)]
pub struct Advance {
    /// The step's id.
    pub step: Scalar,
    /// `state`, or the short form.
    pub state: Option<Scalar>,
    /// `since`
    pub since: Option<Scalar>,
    /// `note`
    pub note: Option<Scalar>,
}

impl Advance {
    /// The statements on the steps of a method; a method without statements has none.
    pub(super) fn of_method(method: &Scalar, node: Node<'_>, faults: &mut Vec<Diagnostic>) -> Vec<Self> {
        if let Shape::Nothing(_) = node.shape {
            return Vec::new();
        }
        let steps = pairs(node, &method.value, Rule::DuplicateKey, faults).unwrap_or_default();
        steps.into_iter().filter_map(|(step, node)| Self::read(step.into(), node, faults)).collect()
    }

    /// The short form is a state, the long form a mapping.
    fn read(step: Scalar, node: Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match node.shape {
            Shape::Text(_) => {
                let state = text(node, "a state", faults);
                Some(Self { step, state, since: None, note: None })
            }
            Shape::Map(_) => {
                let mut fields = Fields::new(node, "state of a step", faults)?;
                let advance = Self {
                    state: fields.required("state"),
                    since: fields.text("since"),
                    note: fields.text("note"),
                    step,
                };
                fields.finish();
                Some(advance)
            }
            Shape::Nothing(_) | Shape::List(_) => {
                let place = if matches!(node.shape, Shape::Nothing(_)) { step.span } else { node.span };
                let what = format!("step {}", step.shown());
                faults.push(wrong_type(place, &what, "a state or a mapping", node.shape.name()).help(format!(
                    "write `\"{0}\": done` or `\"{0}\": {{ state: under-way, since: 2026-10-01 }}`",
                    step.shown()
                )));
                None
            }
        }
    }
}
