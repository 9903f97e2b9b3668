//! The findings of a document as a test report: a suite for each file, a case for each finding.
//!
//! Errors and gates are failures. Warnings and notes are cases that pass and say what they say. A file without findings is
//! one case that passes.

use std::collections::BTreeMap;
use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::region::{message_with_help, path};
use super::{Format, Page, text_of};
use crate::diagnostic::{Diagnostic, Severity};
use crate::language::DocumentLanguage;
use crate::report::{Document, sanitized};
use crate::source::Sources;

/// The table of the files that a document has checked, and the column with their names.
const FILES: (&str, &str) = ("files", "file");

/// JUnit XML.
#[derive(Debug, Clone, Copy)]
pub struct JUnit;

impl Format for JUnit {
    fn holds_findings_alone(&self) -> bool {
        true
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        text_of(held).is_some_and(|text| text.contains("<testsuites name=\"xwalk "))
    }

    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut report = Report::new(format!("{} {}", env!("CARGO_PKG_NAME"), document.command));
        for (file, findings) in by_file(document, page.sources) {
            report.add_test_suite(suite(&file, &findings, page.sources));
        }
        report.serialize(out).map_err(io::Error::other)
    }
}

/// Every file that was checked or that a finding points to, with its findings.
fn by_file<'d>(document: &'d Document, sources: &Sources) -> BTreeMap<String, Vec<&'d Diagnostic>> {
    let (table, column) = FILES;
    let mut files: BTreeMap<String, Vec<&Diagnostic>> = BTreeMap::new();
    for table in document.tables().filter(|known| known.name == table) {
        if let Some(at) = table.headings.iter().position(|heading| heading.key == column) {
            files.extend(
                table.rows.iter().map(|row| (valid(&path(&row[at].shown(DocumentLanguage::English))), Vec::new())),
            );
        }
    }
    for finding in &document.findings {
        files.entry(valid(&path(sources.get(finding.span.file).name()))).or_default().push(finding);
    }
    files
}

fn suite(file: &str, findings: &[&Diagnostic], sources: &Sources) -> TestSuite {
    let mut suite = TestSuite::new(file);
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for finding in findings {
        let name = valid(&format!("{}: {}", finding.rule.id(), finding.message));
        let time = times.entry(name.clone()).or_default();
        *time += 1;
        suite.add_test_case(case(file, &numbered(name, *time), finding, sources));
    }
    if findings.is_empty() {
        suite.add_test_case(named(file, "no findings", TestCaseStatus::success()));
    }
    suite
}

/// The name, with a number where it is not the first of its kind: of equal ones many readers show one alone.
fn numbered(name: String, time: usize) -> String {
    if time == 1 { name } else { format!("{name} ({time})") }
}

fn case(file: &str, name: &str, finding: &Diagnostic, sources: &Sources) -> TestCase {
    let (severity, said) = (finding.severity(), valid(&message_with_help(finding)));
    let place = sources.position(finding.span);
    let full = format!("{file}:{}:{}: {}: {said}", place.line, place.column, severity.name());
    let mut case = match severity {
        Severity::Error | Severity::Gate => {
            let mut failure = TestCaseStatus::non_success(NonSuccessKind::Failure);
            failure.set_type(severity.name()).set_message(said).set_description(full);
            named(file, name, failure)
        }
        Severity::Warning | Severity::Note => {
            let mut case = named(file, name, TestCaseStatus::success());
            case.set_system_out(full);
            case
        }
    };
    case.extra.insert("file".into(), file.into());
    case.extra.insert("line".into(), place.line.to_string().into());
    case
}

fn named(file: &str, name: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(name, status);
    case.set_classname(file);
    case
}

/// The text without what XML cannot hold, not even escaped.
fn valid(text: &str) -> String {
    sanitized(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
