//! The last parts of a text document: what was found, and what the answer rests on.

use crate::diagnostic::{Diagnostic, Severity};
use crate::language::{DocumentLanguage, Phrase, say};
use crate::report::{Audience, Cell, Column, Document, Table, Tone};
use crate::source::Sources;

/// Findings where there are any, then the basis.
pub(super) fn tables(document: &Document, sources: &Sources, language: DocumentLanguage) -> Vec<Table> {
    let mut tables = Vec::new();
    if !document.findings.is_empty() {
        tables.push(Table::of("findings", say!("page-findings"), FINDINGS, &document.findings));
    }
    tables.push(Table::of("basis", say!("page-basis"), BASIS, &lines(document, sources)));
    tables.into_iter().map(|table| table.in_language(language)).collect()
}

/// Where a finding stands, and which rule found it, is for those who mend files.
const FINDINGS: &[Column<Diagnostic>] = &[
    Column::said(Audience::All, "severity", "page-heading-severity", |finding| {
        let tone = match finding.severity() {
            Severity::Error | Severity::Gate => Tone::Bad,
            Severity::Warning => Tone::Middling,
            Severity::Note => Tone::Quiet,
        };
        Cell::word(finding.severity().name(), tone)
    }),
    Column::said(Audience::All, "message", "page-heading-finding", |finding| Cell::text(&finding.message)),
    Column::said(Audience::All, "help", "page-heading-help", |finding| Cell::maybe(finding.help.as_ref())),
];

/// One thing that the answer rests on.
struct Line {
    name: String,
    kind: Phrase,
    says: Phrase,
    digest: Option<String>,
}

const BASIS: &[Column<Line>] = &[
    Column::said(Audience::All, "name", "page-heading-name", |line| Cell::text(&line.name)),
    Column::said(Audience::All, "kind", "page-heading-kind", |line| Cell::text(&line.kind)),
    Column::said(Audience::All, "says", "page-heading-says", |line| Cell::text(&line.says)),
    Column::said(Audience::All, "sha256", "page-digest", |line| Cell::maybe(line.digest.as_ref())),
];

fn lines(document: &Document, sources: &Sources) -> Vec<Line> {
    let basis = &document.basis;
    let plain = |kind, name: &str, says: &str| Line { name: name.to_owned(), kind, says: says.into(), digest: None };
    let mut lines = vec![plain(say!("page-kind-tool"), env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"))];
    lines.extend(basis.settings.iter().map(|(name, value)| plain(say!("page-kind-setting"), name, value)));
    let supports = [
        (say!("page-kind-edition"), basis.editions.as_slice()),
        (say!("page-kind-table"), basis.tables.as_slice()),
        (say!("page-kind-assessment"), basis.assessment.as_slice()),
    ];
    for (kind, supports) in supports {
        lines.extend(supports.iter().map(|support| Line {
            name: support.id.clone(),
            kind: kind.clone(),
            says: support.in_words(),
            digest: Some(sources.get(support.file).sha256()),
        }));
    }
    lines
}
