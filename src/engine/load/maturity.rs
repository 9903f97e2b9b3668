//! Maturity as written becomes a level from 0 to 5, and what is aimed at becomes a target of editions and clauses that exist.

use super::raw::{self, Scalar};
use super::resolve::Resolver;
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::{MAX_MATURITY, MaturityTargets};

/// A level of maturity.
pub(super) fn level(text: Option<&Scalar>, faults: &mut Vec<Diagnostic>) -> Option<u8> {
    let text = text?;
    let level = text.value.parse().ok().filter(|level| *level <= MAX_MATURITY);
    if level.is_none() {
        faults.push(
            Diagnostic::new(Rule::MaturityOutOfRange, text.span, format!("{} is not a valid maturity", text.shown()))
                .help("a whole number from 0 to 5"),
        );
    }
    level
}

/// What is aimed at.
pub(super) fn targets(
    written: &raw::MaturityTarget,
    resolver: &Resolver<'_>,
    faults: &mut Vec<Diagnostic>,
) -> MaturityTargets {
    let mut targets = MaturityTargets::default();
    match written {
        raw::MaturityTarget::Unsaid => {}
        raw::MaturityTarget::Everywhere(text) => targets.everywhere = level(Some(text), faults),
        raw::MaturityTarget::Named(named) => {
            for (name, text) in named {
                let level = level(Some(text), faults);
                if name.value.contains('/') {
                    let Some((clause, found)) = resolver.clause(name, None, faults) else { continue };
                    if resolver.check_normative(&clause, found, name, "given a maturity", faults) {
                        targets.clauses.extend(level.map(|level| (clause, level)));
                    }
                } else if let Some(catalog) = resolver.edition(name, faults) {
                    targets.editions.extend(level.map(|level| (catalog.id.clone(), level)));
                }
            }
        }
    }
    targets
}
