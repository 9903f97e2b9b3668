//! The findings of a document as a test report: a suite for each file, a case for each finding.
//!
//! Errors and gates are failures. Warnings and notes are cases that pass and say what they say. A file without findings is
//! one case that passes.

use std::collections::BTreeMap;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::region::{message_with_help, path};
use super::{Format, Page, text_of, valid_xml};
use crate::diagnostic::{Diagnostic, Severity};
use crate::language::DocumentLanguage;
use crate::report::Document;
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
        let files = by_file(document, page.sources);
        let suites: Vec<Suite> = files.iter().map(|(file, findings)| suite(file, findings, page.sources)).collect();
        let name = format!("{} {}", env!("CARGO_PKG_NAME"), document.command);
        let mut xml = Writer::new_with_indent(Vec::new(), b' ', 4);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let [tests, failures] =
            [Suite::tests, Suite::failures].map(|count| suites.iter().map(count).sum::<usize>().to_string());
        let counts =
            [("name", name.as_str()), ("tests", &tests), ("skipped", "0"), ("failures", &failures), ("errors", "0")];
        let root = xml.create_element("testsuites").with_attributes(counts);
        root.write_inner_content(|xml| suites.iter().try_for_each(|suite| suite.write(xml)))?;
        out.write_all(&xml.into_inner())?;
        writeln!(out)
    }
}

/// Every file that was checked or that a finding points to, with its findings.
fn by_file<'d>(document: &'d Document, sources: &Sources) -> BTreeMap<String, Vec<&'d Diagnostic>> {
    let (table, column) = FILES;
    let mut files: BTreeMap<String, Vec<&Diagnostic>> = BTreeMap::new();
    for table in document.tables().filter(|known| known.name == table) {
        if let Some(at) = table.headings.iter().position(|heading| heading.key == column) {
            files.extend(
                table.rows.iter().map(|row| (valid_xml(&path(&row[at].shown(DocumentLanguage::English))), Vec::new())),
            );
        }
    }
    for finding in &document.findings {
        files.entry(valid_xml(&path(sources.get(finding.span.file).name()))).or_default().push(finding);
    }
    files
}

/// What is said of a file.
struct Suite<'f> {
    file: &'f str,
    cases: Vec<Case>,
}

/// A finding, or that there is none.
struct Case {
    name: String,
    told: Option<Told>,
}

/// What a finding says.
struct Told {
    severity: Severity,
    line: String,
    message: String,
    /// The place, the severity and the message.
    whole: String,
}

fn suite<'f>(file: &'f str, findings: &[&Diagnostic], sources: &Sources) -> Suite<'f> {
    let mut cases = Vec::new();
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for finding in findings {
        let name = valid_xml(&format!("{}: {}", finding.rule.id(), finding.message));
        let time = times.entry(name.clone()).or_default();
        *time += 1;
        cases.push(Case { name: numbered(name, *time), told: Some(told(file, finding, sources)) });
    }
    if findings.is_empty() {
        cases.push(Case { name: "no findings".to_owned(), told: None });
    }
    Suite { file, cases }
}

/// The name, with a number where it is not the first of its kind: of equal ones many readers show one alone.
fn numbered(name: String, time: usize) -> String {
    if time == 1 { name } else { format!("{name} ({time})") }
}

fn told(file: &str, finding: &Diagnostic, sources: &Sources) -> Told {
    let (severity, message) = (finding.severity(), valid_xml(&message_with_help(finding)));
    let place = sources.position(finding.span);
    let whole = format!("{file}:{}:{}: {}: {message}", place.line, place.column, severity.name());
    Told { severity, line: place.line.to_string(), message, whole }
}

impl Suite<'_> {
    fn tests(&self) -> usize {
        self.cases.len()
    }

    fn failures(&self) -> usize {
        self.cases.iter().filter(|case| case.told.as_ref().is_some_and(Told::is_failure)).count()
    }

    fn write(&self, xml: &mut Xml) -> io::Result<()> {
        let (tests, failures) = (self.tests().to_string(), self.failures().to_string());
        let counts = [("tests", tests.as_str()), ("skipped", "0"), ("errors", "0"), ("failures", &failures)];
        let suite = xml.create_element("testsuite").with_attribute(("name", self.file)).with_attributes(counts);
        suite.write_inner_content(|xml| self.cases.iter().try_for_each(|case| case.write(self.file, xml))).map(drop)
    }
}

impl Case {
    fn write(&self, file: &str, xml: &mut Xml) -> io::Result<()> {
        let case = xml.create_element("testcase").with_attributes([("name", self.name.as_str()), ("classname", file)]);
        match &self.told {
            None => case.write_empty().map(drop),
            Some(told) => {
                let place = [("file", file), ("line", told.line.as_str())];
                case.with_attributes(place).write_inner_content(|xml| told.write(xml)).map(drop)
            }
        }
    }
}

impl Told {
    fn is_failure(&self) -> bool {
        matches!(self.severity, Severity::Error | Severity::Gate)
    }

    fn write(&self, xml: &mut Xml) -> io::Result<()> {
        let element = if self.is_failure() {
            let said = [("message", self.message.as_str()), ("type", self.severity.name())];
            xml.create_element("failure").with_attributes(said)
        } else {
            xml.create_element("system-out")
        };
        element.write_text_content(BytesText::new(&self.whole)).map(drop)
    }
}

type Xml = Writer<Vec<u8>>;
