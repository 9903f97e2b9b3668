//! Comments that allow a finding: `# xwalk: allow RULE reason`, on its line.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Diagnostic, Rule, Severity};
use crate::source::{FileId, Sources, Span};

/// What begins such a comment.
const MARK: &str = "# xwalk: allow";

/// A comment that allows a rule on its line.
struct Allow {
    line: Span,
    rule: Rule,
    place: Span,
    is_used: bool,
}

/// How comments are found, and which of them can be called unused.
pub struct AllowComments<'a> {
    /// The stretches of a text that are comments.
    pub comments: &'a dyn Fn(&str) -> Vec<Range<usize>>,
    /// Whether a rule was checked in a file, so that what it did not find does not exist.
    pub is_judged: &'a dyn Fn(FileId, Rule) -> bool,
}

impl AllowComments<'_> {
    /// Takes out what comments in files allow, and adds what is wrong with the comments. Errors are never allowed. Hands
    /// back what was allowed.
    pub fn apply(
        &self,
        sources: &Sources,
        files: &BTreeSet<FileId>,
        findings: &mut Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        let mut allows: Vec<Allow> = files.iter().flat_map(|file| self.allows(sources, *file, &mut faults)).collect();
        let mut allowed = Vec::new();
        // Of several that allow a rule on one line the first is the one that does.
        let mut first: BTreeMap<(FileId, Rule, u32), usize> = BTreeMap::new();
        for (at, allow) in allows.iter().enumerate() {
            first.entry((allow.line.file, allow.rule, allow.line.start)).or_insert(at);
        }
        findings.retain(|finding| {
            let up_to_it = |line| (finding.span.file, finding.rule, line);
            let nearest = first.range(up_to_it(0)..=up_to_it(finding.span.start)).next_back();
            let found = nearest.map(|(_, at)| &mut allows[*at]).filter(|allow| finding.span.start <= allow.line.end);
            found.is_none_or(|allow| {
                allow.is_used = true;
                allowed.push(finding.clone());
                false
            })
        });
        let unused = allows.iter().filter(|allow| !allow.is_used && (self.is_judged)(allow.line.file, allow.rule));
        faults.extend(unused.map(|allow| {
            Diagnostic::new(Rule::UnusedAllow, allow.place, format!("{} is not reported on this line", allow.rule.id()))
                .help("remove the comment")
        }));
        findings.extend(faults);
        super::sort(findings);
        allowed
    }

    fn allows(&self, sources: &Sources, file: FileId, faults: &mut Vec<Diagnostic>) -> Vec<Allow> {
        let source = sources.get(file);
        let text = source.text();
        if !text.contains(MARK) {
            return Vec::new();
        }
        let mut allows = Vec::new();
        for comment in (self.comments)(text) {
            let line = source.line_around(number(comment.start));
            let line = Span { file, start: number(line.start), end: number(line.end) };
            // Several rules may be allowed on one line, each with its reason up to the next mark.
            let marks = text[comment.clone()].match_indices(MARK).map(|(at, _)| comment.start + at);
            let marks: Vec<usize> = marks.chain([comment.end]).collect();
            for mark in marks.windows(2) {
                allows.extend(allow(text, mark[0]..mark[1], line, faults));
            }
        }
        allows
    }
}

/// One mark with the text after it, up to the next mark.
fn allow(text: &str, stretch: Range<usize>, line: Span, faults: &mut Vec<Diagnostic>) -> Option<Allow> {
    let words = &text[stretch.start + MARK.len()..stretch.end];
    if !words.starts_with(char::is_whitespace) && !words.is_empty() {
        return None;
    }
    let (id, reason) = words.trim().split_once(char::is_whitespace).unwrap_or((words.trim(), ""));
    let id = id.trim_end_matches([':', ',', ';']);
    let from = stretch.start + MARK.len() + words.find(id).unwrap_or(0);
    let place = Span { start: number(from), end: number(from + id.len()), ..line };
    let of_comments = [Rule::UnknownAllow, Rule::AllowWithoutReason, Rule::UnusedAllow];
    let can_be_allowed = |rule: &Rule| rule.severity() != Severity::Error && !of_comments.contains(rule);
    let Some(rule) = Rule::find(id).filter(can_be_allowed) else {
        let message = match Rule::find(id) {
            Some(rule) if of_comments.contains(&rule) => {
                format!("{id} is about allow comments and cannot be allowed")
            }
            Some(_) => format!("{id} is an error; errors cannot be allowed"),
            None if id.is_empty() => "the comment does not say what it allows".to_owned(),
            None => format!("there is no rule {id}"),
        };
        let help = "write `# xwalk: allow RULE reason`, with a rule that is a warning, a note or a gate";
        faults.push(Diagnostic::new(Rule::UnknownAllow, place, message).help(help));
        return None;
    };
    if reason.trim().is_empty() {
        faults.push(
            Diagnostic::new(Rule::AllowWithoutReason, place, format!("{id} is allowed without a reason"))
                .help("write the reason after the rule"),
        );
    }
    Some(Allow { line, rule, place, is_used: false })
}

fn number(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::AllowComments;
    use crate::diagnostic::{Diagnostic, Rule};
    use crate::source::{Sources, Span};

    #[test]
    fn a_comment_allows_its_rule_on_its_own_line_from_its_first_byte_to_its_end() {
        let text = "ab\ncd # xwalk: allow repeated-row why # xwalk: allow repeated-row twice\nef\n";
        let mut sources = Sources::default();
        let file = sources.add("t", text);
        let at = |start: usize| Span { file, start: u32::try_from(start).unwrap(), end: u32::try_from(start).unwrap() };
        let ends = [2, 3, text.len() - 4, text.len() - 3];
        let mut findings: Vec<Diagnostic> =
            ends.iter().map(|start| Diagnostic::new(Rule::RepeatedRow, at(*start), "again")).collect();
        findings.push(Diagnostic::new(Rule::UnquotedId, at(4), "no quotes"));
        let comments = |text: &str| text.find('#').map(|start| start..text.len() - 4).into_iter().collect();
        let allowing = AllowComments { comments: &comments, is_judged: &|_, _| true };
        assert_eq!(allowing.apply(&sources, &BTreeSet::from([file]), &mut findings).len(), 2);
        let left: Vec<(u32, Rule)> = findings.iter().map(|finding| (finding.span.start, finding.rule)).collect();
        let second = u32::try_from(text.rfind("repeated-row").unwrap()).unwrap();
        let third = u32::try_from(text.len() - 3).unwrap();
        let expected =
            [(2, Rule::RepeatedRow), (4, Rule::UnquotedId), (second, Rule::UnusedAllow), (third, Rule::RepeatedRow)];
        assert_eq!(left, expected);
    }
}
