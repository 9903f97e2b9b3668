//! Replacements of ranges of a text.

use std::ops::Range;

use super::field::Yaml;
use crate::load::layout::{Form, Layout, Node, Pair, Style};

/// Why a text cannot be changed: an offset, the reason, and how to fix it.
#[derive(Debug)]
pub(super) struct PatchError {
    pub(super) at: usize,
    pub(super) message: String,
    pub(super) help: String,
}

impl PatchError {
    pub(super) fn new(at: usize, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { at, message: message.into(), help: help.into() }
    }

    /// The error for text that can only be edited by hand.
    pub(super) fn by_hand(piece: &Node) -> Self {
        Self::new(piece.span.start, "this cannot be changed safely, so nothing was changed", "change it by hand")
    }
}

/// A text, its layout, and the changes to make.
pub(super) struct Patch<'t> {
    pub(super) text: &'t str,
    pub(super) layout: &'t Layout,
    changes: Vec<(Range<usize>, String)>,
}

impl<'t> Patch<'t> {
    /// Nothing is changed yet.
    pub(super) fn new(text: &'t str, layout: &'t Layout) -> Self {
        Self { text, layout, changes: Vec::new() }
    }

    /// The text with all changes made.
    pub(super) fn finish(mut self) -> Result<String, PatchError> {
        self.changes.sort_by_key(|(range, _)| (range.start, range.end));
        let mut text = String::with_capacity(self.text.len() + 100);
        let (mut done, mut was_taken) = (0, false);
        for (range, change) in &self.changes {
            // What is removed twice is removed once.
            let overlaps = change.is_empty() && was_taken && range.start < done;
            was_taken = change.is_empty();
            if overlaps {
                done = done.max(range.end);
                continue;
            }
            let Some(kept) = self.text.get(done..range.start) else {
                let help = "make the changes one after the other, or write the entry by hand";
                return Err(PatchError::new(
                    range.start,
                    "two changes affect the same place, so nothing was changed",
                    help,
                ));
            };
            text.push_str(kept);
            text.push_str(change);
            done = range.end;
        }
        text.push_str(&self.text[done..]);
        Ok(text)
    }

    /// Puts a text instead of a stretch. Comments inside it are kept after the text.
    pub(super) fn replace(&mut self, range: Range<usize>, text: &str) {
        let comments = self.comments_in(&range).fold(String::new(), |all, comment| format!("{all} {comment}"));
        self.changes.push((range, format!("{text}{comments}")));
    }

    /// Puts a text between two characters.
    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.changes.push((at..at, text.into()));
    }

    /// Puts lines below the line that holds a place. They end as that line does.
    pub(super) fn insert_lines(&mut self, at: usize, lines: &[String]) {
        let newline = self.newline(at);
        let lines: String = lines.iter().flat_map(|line| [newline, line]).collect();
        self.insert(self.line_end(at), lines);
    }

    /// Puts a line above the line that holds a place.
    pub(super) fn insert_line_above(&mut self, at: usize, line: &str) {
        self.insert(self.line_start(at), format!("{line}{}", self.newline(at)));
    }

    /// Puts a part after another one in brackets, with a comma between them: where the other ends its line, in a line of
    /// its own, below the comment of the other.
    pub(super) fn insert_part(&mut self, beside: &Range<usize>, part: &str) {
        let behind = self.past_comma(beside.end);
        if !self.ends_line(behind) {
            return self.insert(beside.end, format!(", {part}"));
        }
        let column = self.text[self.line_start(beside.start)..beside.start].chars().count();
        let (newline, end) = (self.newline(behind), self.line_end(behind));
        let line = format!("{newline}{}{part}", " ".repeat(column));
        let is_followed = |(range, text): &(Range<usize>, String)| range.start == end && text.contains('\n');
        if behind > beside.end {
            self.insert(end, line + ",");
        } else if self.changes.iter().any(is_followed) {
            self.insert(end, format!(",{line}"));
        } else {
            self.insert(behind, ",");
            self.insert(end, line);
        }
    }

    /// Puts a part before the first one in brackets, with a comma between them: where the other begins its line, in a
    /// line of its own.
    pub(super) fn insert_first_part(&mut self, first: usize, part: &str) {
        let gap =
            self.indent(first).map_or(" ".to_owned(), |indent| self.newline(first).to_owned() + &" ".repeat(indent));
        self.insert(first, format!("{part},{gap}"));
    }

    /// Removes the lines from one place to another, each with what ends the line before it. Comments in them are kept,
    /// each in a line of its own.
    pub(super) fn remove_lines(&mut self, range: &Range<usize>) {
        let newline = self.newline(range.start);
        let blanks = " ".repeat(self.indent(range.start).unwrap_or(0));
        let lines = self.line_start(range.start)..self.line_end(range.end);
        let comments = self.comments_in(&lines).map(|comment| format!("{newline}{blanks}{comment}")).collect();
        self.replace_lines(range, comments);
    }

    /// Removes the lines from one place to another with the comments in them.
    pub(super) fn remove_lines_with_comments(&mut self, range: &Range<usize>) {
        self.replace_lines(range, String::new());
    }

    /// Puts a text instead of the lines from one place to another and of what ends the line before them.
    fn replace_lines(&mut self, range: &Range<usize>, text: String) {
        let above = &self.text[..self.line_start(range.start)];
        let above = above.strip_suffix('\n').map_or(above, |above| above.strip_suffix('\r').unwrap_or(above));
        self.changes.push((above.len()..self.line_end(range.end), text));
    }

    /// The comments inside a stretch.
    pub(super) fn comments_in(&self, range: &Range<usize>) -> impl Iterator<Item = &'t str> {
        let (text, range) = (self.text, range.clone());
        let is_inside = move |comment: &&Range<usize>| range.start <= comment.start && comment.end <= range.end;
        self.layout.comments.iter().filter(is_inside).map(move |comment| &text[comment.clone()])
    }

    /// The number of characters before a place in its line.
    pub(super) fn column(&self, at: usize) -> usize {
        self.text[self.line_start(at)..at].chars().count()
    }

    /// A text of lines, which end as the line of a place does.
    pub(super) fn with_newlines(&self, text: &str, at: usize) -> String {
        text.replace('\n', self.newline(at))
    }

    /// The number of blanks before a place in its line, if there is nothing else.
    pub(super) fn indent(&self, at: usize) -> Option<usize> {
        let before = &self.text[self.line_start(at)..at];
        before.bytes().all(|byte| byte == b' ').then_some(before.len())
    }

    /// The number of blanks before a key; keys below it are indented by more.
    pub(super) fn indent_of(&self, pair: &Pair) -> Result<usize, PatchError> {
        let at = pair.key.span.start;
        self.indent(at).ok_or_else(|| {
            let has_returns_alone = self.text.contains('\r') && !self.text.contains('\n');
            let help = match has_returns_alone {
                true => "the lines of the file end with carriage returns only: save it with line feeds",
                false => "put the key on its own line",
            };
            PatchError::new(at, "nothing can be added here because the key is not at the start of its line", help)
        })
    }

    /// Where the line of a place begins, after a byte-order mark.
    fn line_start(&self, at: usize) -> usize {
        let start = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        if self.text[start..at].starts_with('\u{feff}') { start + '\u{feff}'.len_utf8() } else { start }
    }

    /// Where the line of a place ends, before what ends it.
    pub(super) fn line_end(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let line = rest.find('\n').map_or(rest, |newline| rest[..newline].trim_end_matches('\r'));
        at + line.len()
    }

    /// What ends the line of a place; in the last line, what ends the one before.
    fn newline(&self, at: usize) -> &'static str {
        let end = self.line_end(at);
        let (before, behind) = self.text.split_at(end);
        let is_crlf = match behind {
            "" => before.rfind('\n').is_some_and(|newline| before[..newline].ends_with('\r')),
            ending => ending.starts_with('\r'),
        };
        if is_crlf { "\r\n" } else { "\n" }
    }

    /// The place after the comma that follows a part in brackets in its line; the place after the part where none does.
    pub(super) fn past_comma(&self, end: usize) -> usize {
        let rest = &self.text[end..self.line_end(end)];
        let gap = rest.len() - rest.trim_start().len();
        if rest[gap..].starts_with(',') { end + gap + 1 } else { end }
    }

    /// Whether nothing but a comment follows a place in its line.
    pub(super) fn ends_line(&self, at: usize) -> bool {
        let rest = self.text[at..self.line_end(at)].trim_start();
        rest.is_empty() || rest.starts_with('#')
    }

    /// Whether the line above that of a place is blank.
    pub(super) fn is_below_blank_line(&self, at: usize) -> bool {
        let above = self.text[..self.line_start(at)].strip_suffix('\n').unwrap_or("");
        above.rsplit('\n').next().is_some_and(|line| line.trim().is_empty())
    }

    /// The place after a pair whose key has an indentation, and after the comments below it that are indented more.
    pub(super) fn behind(&self, pair: &Pair, indent: usize) -> usize {
        let end = self.line_end(pair.end());
        let mut behind = end;
        for comment in self.layout.comments.iter().filter(|comment| comment.start >= end) {
            let is_next = self.text[behind..comment.start].trim().is_empty();
            match self.indent(comment.start) {
                Some(column) if is_next && column > indent => behind = comment.end,
                Some(_) | None => break,
            }
        }
        behind
    }

    /// Puts a pair into a mapping that has others: after one of them, or before them all, below the line of `opening`.
    pub(super) fn add(
        &mut self,
        map: &Node,
        after: Option<usize>,
        opening: usize,
        (key, value): (&str, &Yaml),
        step: usize,
    ) -> Result<(), PatchError> {
        let Form::Map(style, pairs) = &map.form else { return Ok(()) };
        let line = format!("{key}: {}", value.line());
        match (style, after) {
            (Style::Flow | Style::Json, Some(after)) => {
                let beside = &pairs[after];
                self.insert_part(&(beside.key.span.start..beside.end()), &line);
            }
            (Style::Flow | Style::Json, None) => self.insert_first_part(pairs[0].key.span.start, &line),
            (Style::Block, after) => {
                let beside = &pairs[after.unwrap_or(0)];
                let indent = self.indent_of(beside)?;
                let at = after.map_or(opening, |_| self.behind(beside, indent));
                self.insert_lines(at, &value.lines(key, indent, step));
            }
        }
        Ok(())
    }

    /// Puts the first pair into the value of a pair that holds nothing or an empty mapping; as lines, below the line of
    /// `opening`.
    pub(super) fn fill(
        &mut self,
        parent: &Pair,
        style: Style,
        opening: usize,
        (key, value): (&str, &Yaml),
        step: usize,
    ) -> Result<(), PatchError> {
        let line = format!("{key}: {}", value.line());
        let span = parent.value.span.clone();
        let behind = parent.colon.unwrap_or(parent.key.span.end);
        let is_commented = self.comments_in(&(behind..span.end)).next().is_some();
        match (&parent.value.form, style) {
            (Form::Map(..), style) if style != Style::Block || is_commented => {
                self.insert(span.start + 1, line);
            }
            (_, Style::Flow | Style::Json) => self.replace(behind..span.end, &format!(" {{{line}}}")),
            (_, Style::Block) => {
                let indent = self.indent_of(parent)? + step;
                self.replace(behind..span.end, "");
                self.insert_lines(span.end.max(opening), &value.lines(key, indent, step));
            }
        }
        Ok(())
    }
}
