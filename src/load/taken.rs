//! What is said of an id that something else has already.

use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{Sources, Span};

/// What to say of an id that something else has already.
pub(super) fn taken(sources: &Sources, span: Span, what: &str, id: &str, first: Span) -> Diagnostic {
    let name = sources.get(first.file).name();
    let help = if sources.get(first.file).is_bundled() {
        format!("{id} is bundled and is never replaced in silence: give yours an id of its own")
    } else {
        "rename one of the two".to_owned()
    };
    Diagnostic::new(Rule::DuplicateId, span, format!("there is {what} {id} already, in {name}"))
        .label(first, "first here")
        .help(help)
}
