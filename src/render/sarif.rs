//! The findings of a document as SARIF 2.1.0: one run with every rule, and a result for each finding.

use std::io::{self, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::region::{FileRegion, message_with_help};
use super::{Format, Page, text_of};
use crate::diagnostic::{ALL, BaselineState, Diagnostic, Rule, Severity};
use crate::report::{Document, sanitized};
use crate::rules::Documented;
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
    fn holds_findings_alone(&self) -> bool {
        true
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        text_of(held).is_some_and(|text| text.contains(SCHEMA) && text.contains("\"name\": \"xwalk\""))
    }

    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let results = document.findings.iter().map(|finding| result(finding, page.sources));
        let log = json!({
            "$schema": SCHEMA,
            "runs": [{
                "columnKind": "unicodeCodePoints",
                // The root of the repository is elsewhere on every machine: what shows the results knows where.
                "originalUriBaseIds": { ROOT: { "description": message("The root of the repository") } },
                "results": results.collect::<Vec<_>>(),
                "tool": { "driver": driver() },
            }],
            "version": "2.1.0",
        });
        serde_json::to_writer_pretty(&mut *out, &log)?;
        writeln!(out)
    }
}

fn driver() -> Value {
    json!({
        "informationUri": HOME,
        "name": env!("CARGO_PKG_NAME"),
        "rules": ALL.iter().map(|rule| descriptor(*rule)).collect::<Vec<_>>(),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "version": env!("CARGO_PKG_VERSION"),
    })
}

fn descriptor(rule: Rule) -> Value {
    json!({
        "defaultConfiguration": { "level": level(rule.severity()) },
        "fullDescription": { "text": rule.rationale() },
        "help": { "markdown": rule.documentation(), "text": rule.remedy() },
        "id": rule.id(),
        "shortDescription": { "text": rule.about() },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error | Severity::Gate => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn result(finding: &Diagnostic, sources: &Sources) -> Value {
    let index = ALL.iter().position(|rule| *rule == finding.rule).expect("ALL holds every rule");
    let mut result = json!({
        "level": level(finding.severity()),
        "locations": [{ "physicalLocation": place(finding.span, sources) }],
        "message": message(&message_with_help(finding)),
        "partialFingerprints": { FINGERPRINT: finding.fingerprint(sources) },
        "ruleId": finding.rule.id(),
        "ruleIndex": index,
    });
    if let Some(state) = &finding.since {
        result["baselineState"] = match state {
            BaselineState::New => "new".into(),
            BaselineState::Changed { .. } => "updated".into(),
        };
    }
    if finding.count > 1 {
        result["occurrenceCount"] = finding.count.into();
    }
    if !finding.labels.is_empty() {
        let labels = finding.labels.iter();
        let related = labels
            .map(|label| json!({ "message": message(&label.text), "physicalLocation": place(label.span, sources) }));
        result["relatedLocations"] = related.collect();
    }
    result
}

/// A text that means itself: a number in braces would be the place of an argument, and brackets before a parenthesis a link.
fn message(text: &str) -> Value {
    json!({ "text": sanitized(text).replace('{', "{{").replace('}', "}}").replace("](", "] (") })
}

fn place(span: Span, sources: &Sources) -> Value {
    let mark = FileRegion::of(span, sources);
    let mut artifact = json!({ "uri": uri(&mark.file) });
    if mark.is_in_repository {
        artifact["uriBaseId"] = ROOT.into();
    }
    json!({ "artifactLocation": artifact, "region": region(mark.start, mark.end) })
}

fn region(start: Position, end: Position) -> Value {
    json!({
        "endColumn": end.column,
        "endLine": end.line,
        "startColumn": start.column,
        "startLine": start.line,
    })
}

/// What represents itself in the path of a URI.
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
