//! The findings of a document as annotations of GitHub Actions: one command a line.

use std::io::{self, Write};

use super::region::{FileRegion, message_with_help};
use super::{Format, Page, text_of};
use crate::diagnostic::Severity;
use crate::report::{Document, sanitized};

/// Workflow commands of GitHub Actions.
#[derive(Debug, Clone, Copy)]
pub struct GitHub;

impl Format for GitHub {
    fn holds_findings_alone(&self) -> bool {
        true
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        text_of(held)
            .is_some_and(|text| text.lines().all(|line| line.starts_with("::") && line.contains("title=xwalk (")))
    }

    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        for finding in &document.findings {
            let mark = FileRegion::of(finding.span, page.sources);
            let command = command(finding.severity());
            let (file, stretch, rule) = (property(&mark.file), stretch(&mark), finding.rule.id());
            writeln!(
                out,
                "::{command} file={file},{stretch},title=xwalk ({rule})::{}",
                data(&message_with_help(finding))
            )?;
        }
        Ok(())
    }
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error | Severity::Gate => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// Columns are refused where a stretch has more than one line.
fn stretch(FileRegion { start, end, .. }: &FileRegion) -> String {
    if start.line == end.line {
        format!("line={},col={},endLine={},endColumn={}", start.line, start.column, end.line, end.column)
    } else {
        format!("line={},endLine={}", start.line, end.line)
    }
}

/// A text after the command, in which only what ends a line has a meaning.
fn data(text: &str) -> String {
    sanitized(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text within the command, where colons and commas have a meaning too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
