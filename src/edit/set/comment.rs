//! Comments that represent clauses, as a template contains them.

use std::ops::Range;

use super::patch::Patch;
use crate::edit::scalar::quoted;
use crate::edit::template;
use crate::load::layout::{Layout, Pair};
use crate::model::{Catalog, ClauseId, ClauseKind};

/// A comment in a line of its own that represents a clause.
#[derive(Debug)]
pub(super) struct ClauseComment {
    /// The position of the clause in its catalog.
    pub(super) position: usize,
    /// From its `#` to its end.
    comment: Range<usize>,
    /// What it says, where it could be an entry.
    entry: Option<Range<usize>>,
}

impl ClauseComment {
    /// The remarks below an edition, in the order of the text.
    pub(super) fn all(patch: &Patch<'_>, catalog: &Catalog, edition: &Pair) -> Vec<Self> {
        let root = &patch.layout.root;
        let editions = root.pair("statuses").map_or(&[][..], |statuses| statuses.value.pairs());
        let start = edition.key.span.start;
        let keys = root.pairs().iter().chain(editions).map(|pair| pair.key.span.start);
        let end = keys.filter(|key| *key > start).min().unwrap_or(patch.text.len());
        let within = patch.layout.comments.iter().filter(|comment| start < comment.start && comment.end <= end);
        // Some editors put the `#` at the beginning of the line: then the text after it keeps its position.
        let is_below = |comment: &&Range<usize>| {
            let column = patch.indent(comment.start).map(|indent| match indent {
                0 => patch.text[comment.start..comment.end].find(|c| c != '#' && c != ' ').unwrap_or(0),
                deeper => deeper,
            });
            column > patch.indent(start)
        };
        within.filter(is_below).filter_map(|comment| Self::read(patch.text, comment, catalog)).collect()
    }

    /// A comment such as `# "4.1": partial  # Title` or, of a heading, `# 4 Title`.
    fn read(text: &str, comment: &Range<usize>, catalog: &Catalog) -> Option<Self> {
        let said = text[comment.clone()].trim_start_matches(['#', ' ']);
        let of_entry = || {
            let (number, _) = said.strip_prefix('"')?.split_once("\":")?;
            catalog.position_of(number)
        };
        let of_heading = || {
            let position = catalog.position_of(said.split(' ').next()?)?;
            let clause = &catalog.clauses()[position];
            (clause.kind == ClauseKind::Heading && template::heading(clause).starts_with(said.trim_end()))
                .then_some(position)
        };
        let entry = of_entry();
        Some(Self {
            position: entry.or_else(of_heading)?,
            comment: comment.clone(),
            entry: entry.map(|_| comment.end - said.len()..comment.end),
        })
    }

    /// The end of its last line: the following lines with more indentation after the `#` belong to it.
    pub(super) fn end(&self, patch: &Patch<'_>) -> usize {
        let depth = |comment: &Range<usize>| {
            let said = &patch.text[comment.clone()];
            Some(patch.indent(comment.start)? + said.len() - said.trim_start_matches(['#', ' ']).len())
        };
        let mut end = self.comment.end;
        for comment in patch.layout.comments.iter().filter(|comment| comment.start > self.comment.start) {
            let is_next = patch.text[end..comment.start].trim_matches(' ').trim_start_matches('\r') == "\n";
            if !is_next || depth(comment) <= depth(&self.comment) {
                break;
            }
            end = comment.end;
        }
        end
    }
}

/// The text with the entry of a clause removed from the one comment that contains it, as in `# "4.1": implemented`.
pub(super) fn uncommented(text: &str, layout: &Layout, catalog: &Catalog, clause: &ClauseId) -> Option<String> {
    let editions = &layout.root.pair("statuses")?.value;
    let edition = editions.pair(clause.edition.as_str())?;
    let number = clause.number.as_str();
    if edition.value.pair(number).is_some() {
        return None;
    }
    let patch = Patch::new(text, layout);
    let key = format!("{}:", quoted(number));
    let is_entry = |entry: &Range<usize>| {
        let status = text[entry.clone()].strip_prefix(&key).and_then(|rest| rest.split(" #").next());
        status.map(str::trim).is_some_and(|status| {
            !status.is_empty() && status.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        })
    };
    let remarks = ClauseComment::all(&patch, catalog, edition);
    let mut found = remarks.into_iter().filter_map(|remark| Some((remark.comment, remark.entry.filter(is_entry)?)));
    let (Some((comment, entry)), None) = (found.next(), found.next()) else { return None };
    let depth = patch.indent(comment.start)?;
    let indent = edition.value.pairs().first().map_or(Some(depth), |pair| patch.indent(pair.key.span.start))?;
    Some([&text[..comment.start - depth], &" ".repeat(indent), &text[entry.start..]].concat())
}
