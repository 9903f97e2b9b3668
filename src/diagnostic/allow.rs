//! Comments that allow a finding: `# xwalk: allow RULE reason`, on its line.

use std::collections::BTreeSet;

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

/// Takes out what comments in files allow, and adds what is wrong with the comments. Errors are never allowed. Hands back
/// how many findings were allowed.
pub fn allow(sources: &Sources, files: &BTreeSet<FileId>, findings: &mut Vec<Diagnostic>) -> usize {
    let mut faults = Vec::new();
    let mut allows: Vec<Allow> = files.iter().flat_map(|file| comments(sources, *file, &mut faults)).collect();
    let before = findings.len();
    findings.retain(|finding| {
        let is_meant = |allow: &&mut Allow| {
            allow.rule == finding.rule
                && allow.line.file == finding.span.file
                && (allow.line.start..=allow.line.end).contains(&finding.span.start)
        };
        let found = allows.iter_mut().find(is_meant);
        found.is_none_or(|allow| {
            allow.is_used = true;
            false
        })
    });
    let allowed = before - findings.len();
    faults.extend(allows.iter().filter(|allow| !allow.is_used).map(|allow| {
        Diagnostic::new(Rule::UnusedAllow, allow.place, format!("{} is not found on this line", allow.rule.id()))
            .help("take the comment out")
    }));
    findings.extend(faults);
    super::sort(findings);
    allowed
}

fn comments(sources: &Sources, file: FileId, faults: &mut Vec<Diagnostic>) -> Vec<Allow> {
    let mut allows = Vec::new();
    let mut start = 0;
    for line in sources.get(file).text().split_inclusive('\n') {
        allows.extend(comment(line, start, file, faults));
        start += line.len();
    }
    allows
}

fn comment(line: &str, start: usize, file: FileId, faults: &mut Vec<Diagnostic>) -> Option<Allow> {
    let at = line.find(MARK)?;
    // A comment stands behind a blank or at the beginning of its line.
    if !line[..at].chars().next_back().is_none_or(char::is_whitespace) {
        return None;
    }
    let number = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    let span = |from: usize, to: usize| Span { file, start: number(start + from), end: number(start + to) };
    let words = &line[at + MARK.len()..];
    if !words.starts_with([' ', '\t', '\r', '\n']) && !words.is_empty() {
        return None;
    }
    let (id, reason) = words.trim().split_once(char::is_whitespace).unwrap_or((words.trim(), ""));
    let from = at + MARK.len() + words.find(id).unwrap_or(0);
    let place = span(from, from + id.len());
    let Some(rule) = Rule::find(id).filter(|rule| rule.severity() != Severity::Error) else {
        let message = match Rule::find(id) {
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
    Some(Allow { line: span(0, line.trim_end().len()), rule, place, is_used: false })
}
