//! The findings of a document as SARIF 2.1.0: one run with every rule, and a result for each finding.

use std::collections::BTreeMap;
use std::io::{self, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_sarif::sarif::{
    ArtifactLocation, Location, Message, MultiformatMessageString, PhysicalLocation, Region, ReportingConfiguration,
    ReportingDescriptor, Result as Finding, ResultColumnKind, ResultLevel, Run, Sarif as Log, Tool, ToolComponent,
};

use super::region::{FileRegion, message_with_help};
use super::{Format, Page, text_of};
use crate::diagnostic::{ALL, BaselineState, Diagnostic, Rule, Severity};
use crate::report::{Document, sanitized};
use crate::source::{Position, Sources, Span};

/// Where the shape is described.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Where the tool is at home.
const HOME: &str = "https://crates.io/crates/xwalk";

/// What paths start from.
const ROOT: &str = "%SRCROOT%";

/// Under which name a result carries its fingerprint; the number is raised when fingerprints are made in another way.
const FINGERPRINT: &str = "xwalk/v1";

/// SARIF.
#[derive(Debug, Clone, Copy)]
pub struct Sarif;

impl Format for Sarif {
    fn is_earlier_output(&self, held: &[u8]) -> bool {
        text_of(held).is_some_and(|text| text.contains(SCHEMA) && text.contains("\"name\": \"xwalk\""))
    }

    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let results = document.findings.iter().map(|finding| result(finding, page.sources));
        let run = Run::builder()
            .tool(tool())
            .column_kind(ResultColumnKind::UnicodeCodePoints.to_string())
            .original_uri_base_ids(base())
            .results(results.collect::<Vec<_>>())
            .build();
        let log = Log::builder().schema(SCHEMA).version("2.1.0").runs(vec![run]).build();
        serde_json::to_writer_pretty(&mut *out, &log)?;
        writeln!(out)
    }
}

/// The root of the repository, which is elsewhere on every machine: what shows the results knows where.
fn base() -> BTreeMap<String, ArtifactLocation> {
    let root = ArtifactLocation::builder().description(message("The root of the repository")).build();
    BTreeMap::from([(ROOT.to_owned(), root)])
}

fn tool() -> Tool {
    let driver = ToolComponent::builder()
        .name(env!("CARGO_PKG_NAME"))
        .version(env!("CARGO_PKG_VERSION"))
        .semantic_version(env!("CARGO_PKG_VERSION"))
        .information_uri(HOME)
        .rules(ALL.iter().map(|rule| descriptor(*rule)).collect::<Vec<_>>())
        .build();
    Tool::builder().driver(driver).build()
}

fn descriptor(rule: Rule) -> ReportingDescriptor {
    let text = |text: &str| MultiformatMessageString::builder().text(text).build();
    ReportingDescriptor::builder()
        .id(rule.id())
        .short_description(text(rule.about()))
        .full_description(text(&rule.rationale()))
        .help(MultiformatMessageString::builder().text(rule.remedy()).markdown(rule.documentation()).build())
        .default_configuration(ReportingConfiguration::builder().level(level(rule.severity()).to_string()).build())
        .build()
}

fn level(severity: Severity) -> ResultLevel {
    match severity {
        Severity::Error | Severity::Gate => ResultLevel::Error,
        Severity::Warning => ResultLevel::Warning,
        Severity::Note => ResultLevel::Note,
    }
}

fn result(finding: &Diagnostic, sources: &Sources) -> Finding {
    let index = ALL.iter().position(|rule| *rule == finding.rule).expect("ALL holds every rule");
    let labels = finding.labels.iter();
    let related = labels.map(|label| Location { message: Some(message(&label.text)), ..location(label.span, sources) });
    let mut result = Finding::builder()
        .rule_id(finding.rule.id())
        .rule_index(index as i64)
        .level(level(finding.severity()))
        .message(message(&message_with_help(finding)))
        .locations(vec![location(finding.span, sources)])
        .partial_fingerprints(BTreeMap::from([(FINGERPRINT.to_owned(), finding.fingerprint(sources))]))
        .build();
    result.baseline_state = finding.since.as_ref().map(|state| match state {
        BaselineState::New => "new".into(),
        BaselineState::Changed { .. } => "updated".into(),
    });
    result.occurrence_count = (finding.count > 1).then_some(finding.count as i64);
    result.related_locations = (!finding.labels.is_empty()).then(|| related.collect());
    result
}

/// A text that means itself: a number in braces would be the place of an argument, and brackets before a parenthesis a link.
fn message(text: &str) -> Message {
    let text = sanitized(text).replace('{', "{{").replace('}', "}}").replace("](", "] (");
    Message::builder().text(text).build()
}

fn location(span: Span, sources: &Sources) -> Location {
    let mark = FileRegion::of(span, sources);
    let mut artifact = ArtifactLocation::builder().uri(uri(&mark.file)).build();
    artifact.uri_base_id = mark.is_in_repository.then(|| ROOT.to_owned());
    let physical = PhysicalLocation::builder().artifact_location(artifact).region(region(mark.start, mark.end)).build();
    Location::builder().physical_location(physical).build()
}

fn region(start: Position, end: Position) -> Region {
    Region::builder()
        .start_line(start.line.get())
        .start_column(start.column.get())
        .end_line(end.line.get())
        .end_column(end.column.get())
        .build()
}

/// What stands for itself in the path of a URI.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A path as a URI: relative where it is, else with the scheme that says so.
fn uri(path: &str) -> String {
    let encoded = |path: &str| utf8_percent_encode(path, PLAIN).to_string();
    match path.split_once(':') {
        Some((drive, rest)) if drive.len() == 1 && rest.starts_with('/') => {
            format!("file:///{drive}:{}", encoded(rest))
        }
        _ if path.starts_with("//") => format!("file:{}", encoded(path)),
        _ if path.starts_with('/') => format!("file://{}", encoded(path)),
        _ => encoded(path),
    }
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn a_path_becomes_a_uri_that_leads_to_it() {
        assert_eq!(uri("a b/prüfung 100%.yaml"), "a%20b/pr%C3%BCfung%20100%25.yaml");
        assert_eq!(uri("a:b?c#d.yaml"), "a%3Ab%3Fc%23d.yaml");
        assert_eq!(uri("/srv/a.yaml"), "file:///srv/a.yaml");
        assert_eq!(uri("C:/srv/a.yaml"), "file:///C:/srv/a.yaml");
        assert_eq!(uri("//host/srv/a.yaml"), "file://host/srv/a.yaml");
    }
}
