//! What is said about an id that something else has already.

use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{Sources, Span};

/// What to say of an id that something else has already.
pub(super) fn taken(sources: &Sources, span: Span, what: &str, id: &str, first: Span) -> Diagnostic {
    let named = |span: Span| {
        let source = sources.get(span.file);
        match source.pack() {
            Some(pack) => format!("{} of the pack {pack}", source.name()),
            None => source.name().to_owned(),
        }
    };
    let packs = [span, first].map(|span| sources.get(span.file).pack());
    let (message, help) = match packs {
        [_, None] if sources.get(first.file).is_bundled() => (
            format!("{what} {id} already exists, in {}", named(first)),
            format!("{id} is bundled and is never replaced silently: give yours a different id"),
        ),
        [None, None] => {
            (format!("{what} {id} already exists, in {}", named(first)), "rename one of the two".to_owned())
        }
        // The same file may be in a pack and in the folder from which the pack was made.
        [_, Some(pack)] | [Some(pack), None] => (
            format!("{what} {id} is in {} and already in {}", named(span), named(first)),
            format!(
                "use either the pack {pack} or the other source, not both, in --standards, xwalk.toml or XWALK_STANDARDS"
            ),
        ),
    };
    Diagnostic::new(Rule::DuplicateId, span, message).label(first, "first here").help(help)
}
