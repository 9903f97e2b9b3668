//! All values of a document in JSON that have another kind than their key takes: each is put right in a copy, so that
//! reading goes on after it.

use serde_json::Error;
use serde_json::error::Category;

use super::json_places::{line_start, value_before};
use super::json_words::{expected_kind, quoted_behind};

/// How many are reported of one document.
const MOST: usize = 50;

/// A fault of kind: its stretch in the document, and what the reader says of it.
#[derive(Debug, Clone)]
pub(in crate::exchange) struct WrongKind {
    pub(in crate::exchange) start: usize,
    pub(in crate::exchange) end: usize,
    pub(in crate::exchange) message: String,
}

/// A stretch of the copy that took the place of another: where it begins, how long it was and is.
struct Patch {
    at: usize,
    before: usize,
    after: usize,
}

/// The faults of a text that is JSON, in the order in which the reader meets them. What only follows from putting one
/// right is not reported. `read` reads a text, and says the first thing that is wrong.
pub(in crate::exchange) fn wrong_kinds(text: &str, read: impl Fn(&str) -> Result<(), Error>) -> Vec<WrongKind> {
    let (mut copy, mut patches, mut faults) = (text.to_owned(), Vec::<Patch>::new(), Vec::<WrongKind>::new());
    for _ in 0..2 * MOST {
        let Err(error) = read(&copy) else { break };
        if error.classify() != Category::Data || faults.len() == MOST {
            break;
        }
        let stop = (line_start(&copy, error.line()) + error.column()).min(copy.len());
        let message = error.to_string();
        let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
        let (start, end) = bracket(&copy, stop, message).unwrap_or_else(|| value_before(&copy, stop));
        let [place, place_end] = [start, end].map(|at| original(&patches, at));
        let is_made = patches.iter().rev().any(|patch| (patch.at..patch.at + patch.after).contains(&start));
        if !is_made {
            faults.push(WrongKind { start: place, end: place_end.max(place), message: message.to_owned() });
        }
        let Some(patch) = patch(&mut copy, (start, end), stop, message) else { break };
        patches.push(patch);
    }
    faults
}

/// The bracket that opens an object or a list of which the reader stops short.
fn bracket(text: &str, stop: usize, message: &str) -> Option<(usize, usize)> {
    let kinds = [("invalid type: map", '{'), ("invalid type: sequence", '[')];
    let (_, sign) = kinds.into_iter().find(|(start, _)| message.starts_with(start))?;
    let behind = text.get(stop..)?;
    let next = stop + (behind.len() - behind.trim_start().len());
    let start = if text[next..].starts_with(sign) { next } else { text[..stop].rfind(sign)? };
    Some((start, start + 1))
}

/// Where an offset of the copy is in the document.
fn original(patches: &[Patch], offset: usize) -> usize {
    patches.iter().rev().fold(offset, |offset, patch| match offset.checked_sub(patch.at + patch.after) {
        Some(behind) => patch.at + patch.before + behind,
        None => offset.min(patch.at),
    })
}

/// Puts one fault right in the copy; nothing where that cannot be done.
fn patch(copy: &mut String, (start, end): (usize, usize), stop: usize, message: &str) -> Option<Patch> {
    if quoted_behind(message, "duplicate field ").is_some() {
        // A key that is not read.
        return replaced(copy, start, end - start, "\"~\"");
    }
    if let Some(key) = quoted_behind(message, "missing field ") {
        let close = copy[..stop].rfind('}')?;
        let is_empty = copy[..close].trim_end().ends_with('{');
        let value = if key.ends_with("-resource") { "{\"href\":\"\"}" } else { "\"\"" };
        let entry = format!("{}\"{key}\":{value}", if is_empty { "" } else { "," });
        return replaced(copy, close, 0, &entry);
    }
    let (_, expected) = message.rsplit_once(", expected ")?;
    let by = match expected_kind(expected) {
        "a text" | "a relationship" => "\"\"",
        "a list" | "a list or an object" | "a list of elements, or what holds one" => "[]",
        "an object" | "documents, elements and relationships" => "{}",
        _ => return None,
    };
    let length = value_length(copy.get(start..)?)?;
    replaced(copy, start, length, by)
}

fn replaced(copy: &mut String, at: usize, before: usize, by: &str) -> Option<Patch> {
    copy.get(at..at + before)?;
    copy.replace_range(at..at + before, by);
    Some(Patch { at, before, after: by.len() })
}

/// How long the value is that a text begins with.
fn value_length(text: &str) -> Option<usize> {
    let (mut depth, mut is_in_text, mut is_escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        if is_in_text {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' => is_escaped = true,
                b'"' => is_in_text = false,
                _ => {}
            }
            if !is_in_text && depth == 0 {
                return Some(at + 1);
            }
            continue;
        }
        match byte {
            b'"' => is_in_text = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 0 => return Some(at),
            b'}' | b']' => depth -= 1,
            b',' if depth == 0 => return Some(at),
            byte if byte.is_ascii_whitespace() && depth == 0 => return Some(at),
            _ => {}
        }
        if depth == 0 && matches!(byte, b'}' | b']') {
            return Some(at + 1);
        }
    }
    None
}
