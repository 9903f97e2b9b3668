//! The findings of a document as a code quality report of GitLab.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::region::{FileRegion, message_with_help};
use super::{Format, Page, compact_head};
use crate::diagnostic::{Diagnostic, Severity};
use crate::report::{Document, sanitized};
use crate::source::Sources;

/// GitLab's code quality report.
#[derive(Debug, Clone, Copy)]
pub struct GitLab;

impl Format for GitLab {
    fn holds_findings_alone(&self) -> bool {
        true
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        let head = compact_head(held);
        head == "[]" || head.starts_with("[{\"description\":") && head.contains("\"check_name\":")
    }

    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        let issues = document.findings.iter().map(|finding| {
            let fingerprint = finding.fingerprint(page.sources);
            let time = times.entry(fingerprint.clone()).or_default();
            *time += 1;
            issue(finding, numbered(fingerprint, *time), page.sources)
        });
        serde_json::to_writer_pretty(&mut *out, &issues.collect::<Vec<_>>())?;
        writeln!(out)
    }
}

/// The fingerprint, with a number where it is not the first of its kind: of equal ones GitLab shows one alone.
fn numbered(fingerprint: String, time: usize) -> String {
    if time == 1 { fingerprint } else { format!("{fingerprint}-{time}") }
}

fn issue(finding: &Diagnostic, fingerprint: String, sources: &Sources) -> Value {
    let mark = FileRegion::of(finding.span, sources);
    json!({
        "description": message_with_help(finding),
        "check_name": finding.rule.id(),
        "fingerprint": fingerprint,
        "severity": severity(finding.severity()),
        "location": { "path": sanitized(&mark.file), "lines": { "begin": mark.start.line } },
    })
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "critical",
        Severity::Gate => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}
