//! A text, in JSON or YAML, as a document of OSCAL.

use serde::de::IgnoredAny;
use serde_yaml::options::{DuplicateKeyPolicy, NonFiniteFloatPolicy};
use serde_yaml::{DefaultMessageFormatter, MessageFormatter};

use super::document::{Document, read_json};
use super::word::Places;
use super::{yaml, yaml_faults};
use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::json_faults::{WrongKind, wrong_kinds};
use crate::exchange::json_places::line_start;
use crate::exchange::json_words::plain;
use crate::source::Span;

/// How much of a message is shown, in characters.
const LONGEST_MESSAGE: usize = 160;

/// How deep a document may nest, as the reader of JSON has it.
const MAX_DEPTH: usize = 128;

/// What is said of a text that is more than anybody means.
const TOO_COMPLEX: &str = "the nesting or the aliases of the file exceed the limits";

/// Reads a text; or says what keeps it from being read, where it stands: all values of a wrong kind, else the first
/// fault.
pub(super) fn document(text: &str, places: Places) -> Result<Document, Vec<Diagnostic>> {
    let plain = text.trim_start_matches('\u{feff}');
    if plain.trim_start().starts_with('{') { in_json(plain, text, places) } else { in_yaml(plain, text, places) }
}

fn in_json(plain: &str, text: &str, places: Places) -> Result<Document, Vec<Diagnostic>> {
    let skipped = text.len() - plain.len();
    serde_json::from_str(plain).map_err(|error| {
        if error.is_data() {
            return wrong_kinds(plain, read_json)
                .into_iter()
                .map(|wrong| of_kind(text, skipped, &wrong, places))
                .collect();
        }
        let start = line_start(plain, error.line()) + skipped;
        let stop = (start + error.column()).min(text.len());
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
        vec![fault(text, (stop.saturating_sub(1), stop), Rule::Syntax, message, places)]
    })
}

fn of_kind(text: &str, skipped: usize, wrong: &WrongKind, places: Places) -> Diagnostic {
    let rule = if wrong.message.starts_with("duplicate field") { Rule::DuplicateKey } else { Rule::WrongType };
    fault(text, (wrong.start + skipped, wrong.end + skipped), rule, &wrong.message, places)
}

fn in_yaml(plain: &str, text: &str, places: Places) -> Result<Document, Vec<Diagnostic>> {
    let bytes = plain.len();
    let options = serde_yaml::options! {
        // Nodes that are in the file take a byte each at the least, so only aliases can exceed this.
        budget: serde_yaml::budget! {
            max_nodes: bytes + 10_000,
            max_events: 2 * bytes + 20_000,
            max_total_scalar_bytes: bytes + (16 << 20),
            max_depth: MAX_DEPTH,
            flow_nesting_limit: MAX_DEPTH - 1,
            max_documents: 2,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        with_snippet: false,
    };
    let skipped = text.len() - plain.len();
    if let Err(error) = serde_yaml::from_str_with_options::<IgnoredAny>(plain, options) {
        return Err(vec![of_syntax(&error, (plain, text), places)]);
    }
    let Some((root, mut wrong)) = yaml::values(plain, bytes + 10_000) else {
        return Err(vec![fault(text, (skipped, skipped), Rule::Syntax, TOO_COMPLEX, places)]);
    };
    let document = yaml::document(&root, plain);
    let more = if document.is_err() { yaml_faults::wrong_kinds(&root) } else { Vec::new() };
    // JSON takes the items of a list for the values of keys, so that nobody else reports a list instead of an object.
    let is_apart = |first: &&WrongKind| more.is_empty() || first.message.starts_with("invalid type: sequence");
    let first = document.as_ref().err().filter(is_apart);
    for fault in more.iter().chain(first) {
        if !wrong.iter().any(|known| known.start == fault.start) {
            wrong.push(fault.clone());
        }
    }
    match document {
        Ok(document) if wrong.is_empty() => Ok(document),
        Ok(_) | Err(_) => Err(wrong.iter().map(|wrong| of_kind(text, skipped, wrong, places)).collect()),
    }
}

/// What keeps a text from being YAML, where it stands.
fn of_syntax(error: &serde_yaml::Error, (plain, text): (&str, &str), places: Places) -> Diagnostic {
    let (error, skipped) = (error.without_snippet(), text.len() - plain.len());
    let start = error.location().map_or(0, |location| match location.span().byte_offset() {
        Some(offset) => usize::try_from(offset).unwrap_or(0),
        None => {
            let line = usize::try_from(location.line()).unwrap_or(1);
            line_start(plain, line) + usize::try_from(location.column()).unwrap_or(1).saturating_sub(1)
        }
    });
    let end = start + error.location().and_then(|location| location.span().byte_len()).map_or(1, as_usize);
    let message = DefaultMessageFormatter.format_message(error).into_owned();
    let message = match error {
        serde_yaml::Error::MultipleDocuments { .. } => "a second document begins here",
        serde_yaml::Error::Budget { .. }
        | serde_yaml::Error::AliasReplayLimitExceeded { .. }
        | serde_yaml::Error::AliasExpansionLimitExceeded { .. }
        | serde_yaml::Error::AliasReplayStackDepthExceeded { .. } => TOO_COMPLEX,
        _ if message.contains("recursi") => TOO_COMPLEX,
        _ => message.lines().next().unwrap_or(""),
    };
    fault(text, (start + skipped, end + skipped), Rule::Syntax, message, places)
}

fn as_usize(bytes: u64) -> usize {
    usize::try_from(bytes).unwrap_or(1)
}

fn fault(text: &str, span: (usize, usize), rule: Rule, message: &str, places: Places) -> Diagnostic {
    let (start, end) = span;
    let line_end = text.get(start..).and_then(|rest| rest.find(['\n', '\r'])).map_or(text.len(), |at| start + at);
    // Where reading stops may be inside a character.
    let offset = |bytes: usize| {
        let at = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        u32::try_from(at).unwrap_or(u32::MAX)
    };
    let span = Span { file: places.file(), start: offset(start), end: offset(end.min(line_end).max(start)) };
    let message = plain(message);
    // A message may hold the whole of a text.
    let short = match message.char_indices().nth(LONGEST_MESSAGE) {
        Some((end, _)) => format!("{}…", &message[..end]),
        None => message,
    };
    let fault = Diagnostic::new(rule, span, format!("this cannot be read as OSCAL: {short}"));
    fault.help("compare the place with the reference of the model at https://pages.nist.gov/OSCAL")
}
