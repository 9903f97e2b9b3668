//! What is wrong with files, laid out.

use std::collections::BTreeMap;

use super::changes::BaselineChanges;
use crate::diagnostic::{BaselineState, Diagnostic, Severity, grouped};
use crate::language::Phrase;
use crate::query::words::counted;
use crate::report::{ANSWER, Audience, Basis, Cell, Column, Document, Part, Table, Tone};
use crate::source::{FileId, Sources, Span};

/// What a check came to.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The files that were checked, each with what it is.
    pub files: Vec<(FileId, Option<&'static str>)>,
    /// All that was found and is neither allowed nor known, by file and place.
    pub findings: Vec<Diagnostic>,
    /// Whether every finding is shown separately, however many have one cause.
    pub shows_all: bool,
    /// How many notes were found and are not shown.
    pub hidden_notes: usize,
    /// How many findings comments allow.
    pub allowed: usize,
    /// What changed since the baseline, if there is one.
    pub since: Option<BaselineChanges>,
    /// How many YAML files of the folders are none of xwalk's.
    pub others: usize,
    /// The folders that were left out because of their names alone.
    pub left_out: Vec<String>,
    /// How many files are, letter by letter, part of the program.
    pub bundled: usize,
    /// For how many assessments gates were not checked, because errors come first.
    pub unjudged: usize,
    /// The baseline that was written.
    pub written: Option<String>,
    /// The settings that gates depend on.
    pub basis: Basis,
}

/// A file with the number of its findings of each severity.
struct Line {
    file: String,
    kind: &'static str,
    counts: [usize; 4],
}

const SEVERITIES: [Severity; 4] = [Severity::Error, Severity::Gate, Severity::Warning, Severity::Note];

const FILES: &[Column<Line>] = &[
    Column::new("file", "File", |line| Cell::text(&line.file)),
    Column::new("kind", "Kind", |line| Cell::text(line.kind)),
    Column::new("errors", "Errors", |line| Cell::count(line.counts[0])),
    Column::new("gates", "Gates", |line| Cell::count(line.counts[1])),
    Column::new("warnings", "Warnings", |line| Cell::count(line.counts[2])),
    Column::new("notes", "Notes", |line| Cell::count(line.counts[3])),
];

/// A finding as programs read it.
struct Finding {
    rule: &'static str,
    severity: Severity,
    file: String,
    line: usize,
    column: usize,
    message: String,
    help: Option<String>,
    fingerprint: String,
    since: Option<&'static str>,
    count: usize,
    places: Vec<String>,
}

const FINDINGS: &[Column<Finding>] = &[
    Column::new("rule", "Rule", |finding| Cell::text(finding.rule)),
    Column::new("severity", "Severity", |finding| Cell::word(finding.severity.name(), Tone::Plain)),
    Column::new("file", "File", |finding| Cell::text(&finding.file)),
    Column::new("line", "Line", |finding| Cell::count(finding.line)),
    Column::new("column", "Column", |finding| Cell::count(finding.column)),
    Column::new("message", "Message", |finding| Cell::text(&finding.message)),
    Column::new("help", "How to correct it", |finding| Cell::maybe(finding.help.as_ref())),
    Column::new("fingerprint", "Fingerprint", |finding| Cell::text(&finding.fingerprint)),
    Column::new("since", "Since the baseline", |finding| {
        finding.since.map_or(Cell::Empty, |word| Cell::word(word, Tone::Plain))
    }),
    Column::new("count", "Count", |finding| Cell::count(finding.count)),
    Column::new("places", "Further places", |finding| Cell::text(finding.places.join(" "))),
];

impl Checked {
    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity() == severity).count()
    }

    /// The check as a document.
    pub fn document(self, sources: &Sources) -> Document {
        let mut by_file: BTreeMap<FileId, [usize; 4]> = BTreeMap::new();
        for finding in &self.findings {
            let counts = by_file.entry(finding.span.file).or_default();
            let at = SEVERITIES.iter().position(|severity| *severity == finding.severity());
            counts[at.expect("all severities are listed")] += 1;
        }
        let line = |(file, kind): &(FileId, Option<&'static str>)| Line {
            file: sources.get(*file).name().to_owned(),
            kind: kind.unwrap_or("unreadable").trim_start_matches("an ").trim_start_matches("a "),
            counts: by_file.get(file).copied().unwrap_or_default(),
        };
        let files: Vec<Line> = self.files.iter().map(line).collect();
        let told = if self.shows_all { self.findings.clone() } else { grouped(&self.findings, &|_| true) };
        let named = |span: Span| {
            let place = sources.position(span);
            format!("{}:{}:{}", sources.get(span.file).name(), place.line, place.column)
        };
        let finding = |finding: &Diagnostic| {
            let place = sources.position(finding.span);
            Finding {
                rule: finding.rule.id(),
                severity: finding.severity(),
                file: sources.get(finding.span.file).name().to_owned(),
                line: place.line.get() as usize,
                column: place.column.get() as usize,
                message: finding.message.clone(),
                help: finding.help.clone(),
                fingerprint: finding.fingerprint(sources),
                since: finding.since.as_ref().map(BaselineState::name),
                count: finding.count,
                places: finding.labels.iter().map(|label| named(label.span)).collect(),
            }
        };
        let findings: Vec<Finding> = told.iter().map(finding).collect();
        let answer = Table::of(ANSWER, "Findings", FINDINGS, &findings).for_audience(Audience::Programs);
        let mut parts = vec![Part::Table(Table::of("files", "Files", FILES, &files))];
        parts.extend(self.since.as_ref().map(BaselineChanges::part));
        parts.push(Part::Table(answer));
        Document {
            command: "check",
            title: self.in_words().into(),
            lead: Phrase::each(self.asides()),
            parts,
            findings: told,
            basis: self.basis,
        }
    }

    fn in_words(&self) -> String {
        let found: Vec<String> = [
            (Severity::Error, "error", "errors"),
            (Severity::Gate, "missed gate", "missed gates"),
            (Severity::Warning, "warning", "warnings"),
            (Severity::Note, "note", "notes"),
        ]
        .into_iter()
        .filter(|(severity, ..)| self.count(*severity) > 0)
        .map(|(severity, one, several)| counted(self.count(severity), one, several))
        .collect();
        let files = counted(self.files.len(), "file", "files");
        if found.is_empty() {
            format!("Checked {files}: no faults")
        } else {
            format!("Checked {files}: {}", found.join(", "))
        }
    }

    fn asides(&self) -> Vec<String> {
        let mut asides = Vec::new();
        if self.hidden_notes > 0 {
            let notes = counted(self.hidden_notes, "informational note is", "informational notes are");
            asides.push(format!("{notes} hidden: --notes shows all."));
        }
        if self.allowed > 0 {
            asides.push(format!("{} allowed by comments.", counted(self.allowed, "finding is", "findings are")));
        }
        asides.extend(self.since.iter().flat_map(BaselineChanges::in_words));
        if self.others > 0 {
            asides.push(format!(
                "{} not in xwalk's format.",
                counted(self.others, "other YAML file is", "other YAML files are")
            ));
        }
        if !self.left_out.is_empty() {
            let folders = counted(self.left_out.len(), "folder is", "folders are");
            let names = self.left_out.join(", ");
            asides.push(format!("{folders} not searched, because other programs use them: {names}."));
        }
        if let Some(written) = &self.written {
            asides.push(format!("From now on, --baseline {written} hides these findings."));
        }
        if self.bundled > 0 {
            asides.push(format!("{} already part of xwalk.", counted(self.bundled, "file is", "files are")));
        }
        if self.unjudged > 0 {
            let assessments = counted(self.unjudged, "assessment", "assessments");
            asides.push(format!("The gates of {assessments} were not checked: correct the errors first."));
        }
        asides
    }
}
