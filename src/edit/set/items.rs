//! What changes in a list that is there.

use std::ops::Range;

use super::patch::{Patch, PatchError};
use super::removal;
use crate::edit::scalar::{requoted, scalar};
use crate::load::layout::{Form, Node, Quote, Style};

/// Makes the items of a list those that are wanted. Items that are wanted stay as they are; between them, each new one
/// takes the line and the comment of an old one.
pub(super) fn change(patch: &mut Patch<'_>, items: &[Node], texts: &[String], style: Style) -> Result<(), PatchError> {
    let (mut old, mut new) = (0, 0);
    let mut gone = Vec::new();
    let ends = (items.len(), texts.len());
    for (item, text) in kept_items(items, texts).into_iter().chain([ends]) {
        let many = (item - old).min(text - new);
        for (item, text) in items[old..item].iter().zip(&texts[new..text]) {
            replace(patch, item, text, style)?;
        }
        for text in &texts[new + many..text] {
            insert(patch, items, old + many, &scalar(text, style), style)?;
        }
        gone.extend(old + many..item);
        (old, new) = (item + 1, text + 1);
    }
    match style {
        Style::Flow | Style::Json => {
            let parts: Vec<Range<usize>> = items.iter().map(|item| item.span.clone()).collect();
            removal::parts(patch, &parts, |at| gone.contains(&at), Patch::remove_lines)
        }
        Style::Block => gone.iter().try_for_each(|at| {
            patch.remove_lines(&(dash(patch, &items[*at])?..items[*at].span.end));
            Ok(())
        }),
    }
}

/// The items that say what is wanted, each with its text, in the order of both.
fn kept_items(items: &[Node], texts: &[String]) -> Vec<(usize, usize)> {
    let says = |item: &Node, text| matches!(&item.form, Form::Text(known, _) if known.trim_end_matches('\n') == text);
    let mut from = 0;
    let pairs = texts.iter().enumerate().filter_map(|(new, text)| {
        let old = (from..items.len()).find(|old| says(&items[*old], text))?;
        from = old + 1;
        Some((old, new))
    });
    pairs.collect()
}

fn replace(patch: &mut Patch<'_>, item: &Node, text: &str, style: Style) -> Result<(), PatchError> {
    let text = match &item.form {
        Form::Text(_, quote @ (Quote::Plain | Quote::Single | Quote::Double)) => requoted(text, *quote, style),
        Form::Alias(_) => scalar(text, style),
        Form::Nothing | Form::Text(_, Quote::Block) | Form::List(..) | Form::Map(..) => {
            return Err(PatchError::by_hand(item));
        }
    };
    patch.replace(item.span.clone(), &text);
    Ok(())
}

/// Puts an item after the first so many.
fn insert(patch: &mut Patch<'_>, items: &[Node], many: usize, text: &str, style: Style) -> Result<(), PatchError> {
    let beside = &items[many.saturating_sub(1)];
    match style {
        Style::Flow | Style::Json if many == 0 => patch.insert_first_part(beside.span.start, text),
        Style::Flow | Style::Json => patch.insert_part(&beside.span, text),
        Style::Block => {
            let indent = patch.indent(dash(patch, beside)?).ok_or_else(|| PatchError::by_hand(beside))?;
            let line = format!("{}- {text}", " ".repeat(indent));
            if many == 0 {
                patch.insert_line_above(beside.span.start, &line)
            } else {
                patch.insert_lines(beside.span.end, &[line])
            }
        }
    }
    Ok(())
}

/// The place of the `-` before an item, if there are only blanks between them.
fn dash(patch: &Patch<'_>, item: &Node) -> Result<usize, PatchError> {
    let before = patch.text[..item.span.start].trim_end_matches(' ');
    if before.ends_with('-') { Ok(before.len() - 1) } else { Err(PatchError::by_hand(item)) }
}
