//! What is removed.

use std::ops::Range;

use super::patch::{Patch, PatchError};
use crate::load::layout::{Form, Node, Pair, Style};

/// Takes fields of a record away, each with its line where it has one; their comments stay.
pub(super) fn fields(
    patch: &mut Patch<'_>,
    record: &Node,
    style: Style,
    goes: impl Fn(&Pair) -> bool,
) -> Result<(), PatchError> {
    for pair in record.pairs().iter().filter(|pair| goes(pair)) {
        ensure_not_aliased(pair, "clear it")?;
        if style == Style::Block {
            patch.indent_of(pair)?;
            patch.remove_lines(&stretch(pair));
        }
    }
    match style {
        Style::Block => Ok(()),
        Style::Flow | Style::Json => {
            parts(patch, &stretches(record), |at| goes(&record.pairs()[at]), Patch::remove_lines)
        }
    }
}

/// Takes the entry with a key out of a mapping, with all comments that are only about it.
pub(super) fn entry(patch: &mut Patch<'_>, entries: &Node, key: &str) -> Result<(), PatchError> {
    let at = entries.position(key).ok_or_else(|| {
        PatchError::new(entries.span.start, "the statement is an alias of another place", "remove it there, by hand")
    })?;
    let entry = &entries.pairs()[at];
    ensure_not_aliased(entry, "remove it")?;
    match &entries.form {
        Form::Map(Style::Block, _) => {
            let behind = patch.behind(entry, patch.indent_of(entry)?);
            patch.remove_lines_with_comments(&(entry.key.span.start..behind));
            Ok(())
        }
        Form::Map(Style::Flow | Style::Json, pairs) if pairs.len() == 1 => {
            take(patch, entries.span.start + 1..entries.span.end - 1)
        }
        Form::Map(Style::Flow | Style::Json, _) => {
            let behind = patch.past_comma(entry.end());
            if patch.indent(entry.key.span.start).is_none() && patch.ends_line(behind) {
                no_comment_in(patch, &(behind..patch.line_end(behind)))?;
            }
            parts(patch, &stretches(entries), |other| other == at, Patch::remove_lines_with_comments)
        }
        Form::Nothing | Form::Alias(_) | Form::Text(..) | Form::List(..) => Err(PatchError::by_hand(entries)),
    }
}

/// Removes parts in brackets, each with a comma; by lines if a part has lines of its own.
pub(super) fn parts<'t>(
    patch: &mut Patch<'t>,
    parts: &[Range<usize>],
    goes: impl Fn(usize) -> bool,
    remove_lines: impl Fn(&mut Patch<'t>, &Range<usize>),
) -> Result<(), PatchError> {
    for at in (0..parts.len()).filter(|at| goes(*at)) {
        let part = &parts[at];
        let behind = patch.past_comma(part.end);
        let stays = (0..at).rev().find(|before| !goes(*before)).map(|before| parts[before].end);
        let has_lines = patch.indent(part.start).is_some() && patch.ends_line(behind);
        let is_last = at + 1 == parts.len() && behind == part.end;
        match stays {
            // Without it, the comma before it would be one too many for JSON.
            Some(stays) if is_last && no_comment_in(patch, &(stays..patch.line_end(behind))).is_ok() => {
                take(patch, stays..part.end)?;
            }
            Some(_) | None if has_lines => remove_lines(patch, &(part.start..behind)),
            Some(stays) => take(patch, stays..part.end)?,
            None if at + 1 < parts.len() => take(patch, part.start..parts[at + 1].start)?,
            None => take(patch, part.clone())?,
        }
    }
    Ok(())
}

/// Removes a range that contains no comment.
fn take(patch: &mut Patch<'_>, range: Range<usize>) -> Result<(), PatchError> {
    no_comment_in(patch, &range)?;
    patch.replace(range, "");
    Ok(())
}

fn no_comment_in(patch: &Patch<'_>, range: &Range<usize>) -> Result<(), PatchError> {
    match patch.comments_in(range).next() {
        Some(_) => {
            let message = "there is a comment inside the text to remove";
            Err(PatchError::new(range.start, message, "move the comment, or remove the text by hand"))
        }
        None => Ok(()),
    }
}

/// Refuses a pair that an alias elsewhere repeats.
fn ensure_not_aliased(pair: &Pair, act: &str) -> Result<(), PatchError> {
    if pair.key.is_aliased() || pair.value.contains_aliased() {
        let help = format!("write the value in full instead of the alias, then {act}");
        return Err(PatchError::new(pair.key.span.start, "an alias in another place uses this value", help));
    }
    Ok(())
}

fn stretch(pair: &Pair) -> Range<usize> {
    pair.key.span.start..pair.end()
}

fn stretches(map: &Node) -> Vec<Range<usize>> {
    map.pairs().iter().map(stretch).collect()
}
