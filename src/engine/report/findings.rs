//! What is worth knowing about single lines, as a table for those who read.

use super::{Audience, Cell, Column, Document, Table, Tone};
use crate::diagnostic::{Diagnostic, Said, SaidWord, Severity};
use crate::language::{Phrase, say};
use crate::source::Sources;

/// A finding and its place.
struct Finding<'f>(&'f Diagnostic, String);

/// How bad a finding is, in a word, and what that means.
pub fn severity(finding: &Diagnostic) -> (Phrase, Tone) {
    match finding.severity() {
        Severity::Error => (say!("page-error"), Tone::Bad),
        Severity::Gate => (say!("page-gate"), Tone::Bad),
        Severity::Warning => (say!("page-warning"), Tone::Middling),
        Severity::Note => (say!("page-note"), Tone::Quiet),
    }
}

/// What a finding says: in the language of a document where that is known, else as the rules say it.
pub fn in_words(finding: &Diagnostic) -> Phrase {
    finding.said.as_deref().map_or_else(|| finding.message.as_str().into(), phrase)
}

fn phrase(said: &Said) -> Phrase {
    let word = |word: &SaidWord| match word {
        SaidWord::Text(text) => text.into(),
        SaidWord::Texts(texts) => Phrase::list(texts),
        SaidWord::Count(count) => (*count).into(),
        SaidWord::Day(day) => (*day).into(),
        SaidWord::Message(said) => phrase(said),
    };
    Phrase::message(said.id, said.arguments.iter().map(|(name, given)| (*name, word(given))).collect())
}

impl Document {
    /// The findings as a table. Where one stands, which rule found it and what helps is for those who mend files: a document
    /// that is handed over lacks it.
    pub fn findings_table(&self, sources: &Sources) -> Table {
        let place = |finding: &Diagnostic| {
            let place = sources.position(finding.span);
            format!("{}:{}:{}", sources.get(finding.span.file).name(), place.line, place.column)
        };
        let lines: Vec<Finding<'_>> = self.findings.iter().map(|finding| Finding(finding, place(finding))).collect();
        let columns = columns().into_iter().filter(|(is_for_menders, _)| !(*is_for_menders && self.is_deliverable()));
        let columns: Vec<Column<Finding<'_>>> = columns.map(|(_, column)| column).collect();
        Table::of("findings", say!("page-findings"), &columns, &lines)
    }
}

/// The columns, and whether each is for those who mend files.
fn columns<'f>() -> [(bool, Column<Finding<'f>>); 5] {
    [
        (true, Column::said(Audience::All, "place", "page-place", |finding: &Finding<'f>| Cell::text(&finding.1))),
        (
            false,
            Column::said(Audience::All, "severity", "page-severity", |finding: &Finding<'f>| {
                let (word, tone) = severity(finding.0);
                Cell::word(word, tone)
            }),
        ),
        (
            true,
            Column::said(Audience::All, "rule", "page-rule", |finding: &Finding<'f>| Cell::text(finding.0.rule.id())),
        ),
        (
            false,
            Column::said(Audience::All, "message", "page-finding", |finding: &Finding<'f>| {
                Cell::text(in_words(finding.0))
            }),
        ),
        (
            true,
            Column::said(Audience::All, "help", "page-help", |finding: &Finding<'f>| {
                Cell::maybe(finding.0.help.as_ref())
            }),
        ),
    ]
}
