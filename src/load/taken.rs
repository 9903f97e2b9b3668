//! What is said of an id that something else has already.

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
            format!("there is {what} {id} already, in {}", named(first)),
            format!("{id} is bundled and is never replaced in silence: give yours an id of its own"),
        ),
        [None, None] => {
            (format!("there is {what} {id} already, in {}", named(first)), "rename one of the two".to_owned())
        }
        // The same file may stand in a pack and in the folder of which that was made.
        [_, Some(pack)] | [Some(pack), None] => (
            format!("there is {what} {id} in {} and already in {}", named(span), named(first)),
            format!(
                "name the pack {pack}, or what holds the other: not both, by --standards, xwalk.toml or XWALK_STANDARDS"
            ),
        ),
    };
    Diagnostic::new(Rule::DuplicateId, span, message).label(first, "first here").help(help)
}
