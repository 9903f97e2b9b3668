//! Comments that allow a finding: `# xwalk: allow RULE reason`, on its line.

use std::collections::BTreeSet;
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
    /// Whether a rule was looked at in a file, so that what it did not find is not there.
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
        findings.retain(|finding| {
            let is_meant = |allow: &&mut Allow| {
                allow.rule == finding.rule
                    && allow.line.file == finding.span.file
                    && (allow.line.start..=allow.line.end).contains(&finding.span.start)
            };
            let found = allows.iter_mut().find(is_meant);
            found.is_none_or(|allow| {
                allow.is_used = true;
                allowed.push(finding.clone());
                false
            })
        });
        let unused = allows.iter().filter(|allow| !allow.is_used && (self.is_judged)(allow.line.file, allow.rule));
        faults.extend(unused.map(|allow| {
            Diagnostic::new(Rule::UnusedAllow, allow.place, format!("{} is not found on this line", allow.rule.id()))
                .help("take the comment out")
        }));
        findings.extend(faults);
        super::sort(findings);
        allowed
    }

    fn allows(&self, sources: &Sources, file: FileId, faults: &mut Vec<Diagnostic>) -> Vec<Allow> {
        let text = sources.get(file).text();
        if !text.contains(MARK) {
            return Vec::new();
        }
        let mut allows = Vec::new();
        for comment in (self.comments)(text) {
            let start = text[..comment.start].rfind('\n').map_or(0, |newline| newline + 1);
            let end = text[comment.end..].find('\n').map_or(text.len(), |newline| comment.end + newline);
            let line = Span { file, start: number(start), end: number(end) };
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

/// One mark with what stands behind it, up to the next one.
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
                format!("{id} is about comments such as this one, and cannot be allowed")
            }
            Some(_) => format!("{id} is an error, which cannot be allowed"),
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
                .help("say why behind the rule"),
        );
    }
    Some(Allow { line, rule, place, is_used: false })
}

fn number(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
