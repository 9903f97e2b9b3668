//! The last parts of a text document: what was found, and what the answer rests on.

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::{BasisFile, Cell, Column, Document, Table, Tone};
use crate::source::Sources;

/// Findings where there are any, then the basis.
pub(super) fn tables(document: &Document, sources: &Sources) -> Vec<Table> {
    let mut tables = Vec::new();
    if !document.findings.is_empty() {
        tables.push(Table::of("findings", "Findings", FINDINGS, &document.findings));
    }
    tables.push(Table::of("basis", "Basis", BASIS, &lines(document, sources)));
    tables
}

/// Where a finding stands, and which rule found it, is for those who mend files.
const FINDINGS: &[Column<Diagnostic>] = &[
    Column::new("severity", "Severity", |finding| {
        let tone = match finding.severity() {
            Severity::Error | Severity::Gate => Tone::Bad,
            Severity::Warning => Tone::Middling,
            Severity::Note => Tone::Quiet,
        };
        Cell::word(finding.severity().name(), tone)
    }),
    Column::new("message", "Finding", |finding| Cell::text(&finding.message)),
    Column::new("help", "What helps", |finding| Cell::maybe(finding.help.as_ref())),
];

/// One thing that the answer rests on.
struct Line {
    name: String,
    kind: &'static str,
    says: String,
    digest: Option<String>,
}

const BASIS: &[Column<Line>] = &[
    Column::new("name", "Name", |line| Cell::text(&line.name)),
    Column::new("kind", "Kind", |line| Cell::text(line.kind)),
    Column::new("says", "Version, confidence, provenance", |line| Cell::text(&line.says)),
    Column::new("sha256", "SHA-256 of the file", |line| Cell::maybe(line.digest.as_ref())),
];

fn lines(document: &Document, sources: &Sources) -> Vec<Line> {
    let basis = &document.basis;
    let plain =
        |kind, name: &str, says: &str| Line { name: name.to_owned(), kind, says: says.to_owned(), digest: None };
    let mut lines = vec![plain("tool", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"))];
    lines.extend(basis.settings.iter().map(|(name, value)| plain("setting", name, value)));
    let supports = [
        ("edition", basis.editions.as_slice()),
        ("relation table", basis.tables.as_slice()),
        ("assessment", basis.assessment.as_slice()),
    ];
    for (kind, supports) in supports {
        lines.extend(supports.iter().map(|support| Line {
            name: support.id.clone(),
            kind,
            says: says(support),
            digest: Some(sources.get(support.file).sha256()),
        }));
    }
    lines
}

fn says(support: &BasisFile) -> String {
    let version = support.version.map(|version| format!("version {version}"));
    let draft = support.is_draft.then(|| "draft".to_owned());
    let confidence = support.confidence.map(|confidence| format!("confidence {confidence}"));
    let provenance = support.provenance.map(|provenance| provenance.to_string());
    [version, draft, confidence, provenance].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
