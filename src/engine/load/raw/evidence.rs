//! What is said of pieces of evidence, as written.

use super::fields::Fields;
use super::node::Scalar;
use crate::diagnostic::Rule;

/// What is said of a piece of evidence, as written.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// Its path or address.
    pub place: Scalar,
    /// `title`
    pub title: Option<Scalar>,
    /// `owner`
    pub owner: Option<Scalar>,
    /// `date`
    pub date: Option<Scalar>,
    /// `valid-until`
    pub valid_until: Option<Scalar>,
    /// `note`
    pub note: Option<Scalar>,
}

impl Evidence {
    pub(super) fn read(fields: &mut Fields<'_, '_>) -> Vec<Self> {
        let mut register = Vec::new();
        for (place, node) in fields.pairs("evidence", Rule::DuplicateKey) {
            let Some(mut piece) = Fields::new(node, "piece of evidence", fields.faults()) else { continue };
            register.push(Self {
                title: piece.text("title"),
                owner: piece.text("owner"),
                date: piece.text("date"),
                valid_until: piece.text("valid-until"),
                note: piece.text("note"),
                place: place.into(),
            });
            piece.finish();
        }
        register
    }
}
