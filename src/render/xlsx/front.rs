//! The front sheet: what the answer is, where the rest stands, and what it rests on.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::cell::{fitted, write_link};
use super::columns::chosen;
use super::measure::{LINE, PADDING, TALLEST, lines};
use super::sheets::Sheet;
use super::style::Styles;
use super::table::write as write_table;
use super::text::one_line;
use crate::diagnostic::{Diagnostic, Severity};
use crate::language::{DocumentLanguage, Phrase, say};
use crate::render::position_of;
use crate::report::{Audience, Cell, Column, Document, Table, Tone, sanitized};
use crate::source::Sources;

/// How wide its columns are, in pixels; sentences run over the first three.
const WIDTHS: [u32; 4] = [250, 120, 400, 520];

pub(super) fn write(
    sheet: &mut Worksheet,
    document: &Document,
    sources: &Sources,
    tables: &[&Table],
    sheets: &[Sheet<'_>],
    styles: &Styles,
    language: DocumentLanguage,
) -> Result<(), XlsxError> {
    for (width, column) in WIDTHS.iter().zip(0..) {
        sheet.set_column_width_pixels(column, *width)?;
    }
    sheet.set_screen_gridlines(false);
    let mut row = write_sentence(sheet, 0, &one_line(&document.title), 30, &styles.title)?;
    for sentence in &document.lead {
        row = write_sentence(sheet, row, &sanitized(sentence.trim()), LINE, &styles.lead)?;
    }
    for table in tables {
        row = write_block(sheet, row, table, styles)?;
    }
    if !sheets.is_empty() {
        let top = row + 3;
        row = write_block(sheet, row, &contents(sheets), styles)?;
        for (sheet_row, of) in (top..).zip(sheets) {
            let place = format!("internal:'{}'!A1", of.name.replace('\'', "''"));
            write_link(sheet, (sheet_row, 0), (&of.name, &place), styles)?;
        }
    }
    if !document.findings.is_empty() {
        row = write_block(sheet, row, &findings(document, sources), styles)?;
    }
    let basis = Table::of("basis", say!("page-basis"), BASIS, &basis_lines(document, sources)).in_language(language);
    write_block(sheet, row, &basis, styles)?;
    Ok(())
}

/// Writes a sentence over the first three columns and says which row is free behind it. No program finds the height of a
/// merged cell by itself.
fn write_sentence(sheet: &mut Worksheet, row: u32, text: &str, line: u32, style: &Format) -> Result<u32, XlsxError> {
    // Larger letters are wider as they are taller.
    let room = WIDTHS[..3].iter().sum::<u32>() * LINE / line - PADDING;
    sheet.merge_range(row, 0, row, 2, &fitted(text), style)?;
    sheet.set_row_height_pixels(row, (lines(text, room).saturating_mul(line) + 6).min(TALLEST))?;
    Ok(row + 1)
}

/// Writes a table under its title, a row apart from what stands above, and says which row is free behind it.
fn write_block(sheet: &mut Worksheet, row: u32, table: &Table, styles: &Styles) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(row + 1, 0, fitted(&one_line(&table.title)), &styles.heading)?;
    let mut columns = chosen(table);
    for (column, width) in columns.iter_mut().zip(WIDTHS) {
        column.width = width;
    }
    write_table(sheet, table, &columns, row + 2, styles)
}

fn contents(sheets: &[Sheet<'_>]) -> Table {
    let columns = [
        Column::new("sheet", "Sheet", |sheet: &Sheet<'_>| Cell::text(&sheet.name)),
        Column::new("rows", "Rows", |sheet: &Sheet<'_>| Cell::count(sheet.table.rows.len())),
        Column::new("title", "Title", |sheet: &Sheet<'_>| Cell::text(&sheet.table.title)),
    ];
    Table::of("sheets", "Sheets", &columns, sheets)
}

/// A finding and where it stands.
struct Finding<'f>(&'f Diagnostic, String);

fn findings(document: &Document, sources: &Sources) -> Table {
    let columns = [
        Column::new("place", "Place", |finding: &Finding<'_>| Cell::text(&finding.1)),
        Column::said(Audience::All, "severity", "page-heading-severity", |finding: &Finding<'_>| {
            let tone = match finding.0.severity() {
                Severity::Error | Severity::Gate => Tone::Bad,
                Severity::Warning => Tone::Middling,
                Severity::Note => Tone::Unsure,
            };
            Cell::word(finding.0.severity().name(), tone)
        }),
        Column::new("rule", "Rule", |finding: &Finding<'_>| Cell::text(finding.0.rule.id())),
        Column::said(Audience::All, "message", "page-heading-finding", |finding: &Finding<'_>| {
            Cell::text(&finding.0.message)
        }),
        Column::new("help", "Help", |finding: &Finding<'_>| Cell::maybe(finding.0.help.as_ref())),
    ];
    let lines: Vec<Finding<'_>> =
        document.findings.iter().map(|finding| Finding(finding, position_of(finding, sources))).collect();
    Table::of("findings", "Findings", &columns, &lines)
}

/// One thing that the answer rests on.
struct BasisLine {
    name: String,
    kind: Phrase,
    says: Phrase,
    digest: Option<String>,
}

const BASIS: &[Column<BasisLine>] = &[
    Column::said(Audience::All, "name", "page-heading-name", |ground| Cell::text(&ground.name)),
    Column::said(Audience::All, "kind", "page-heading-kind", |ground| Cell::text(&ground.kind)),
    Column::said(Audience::All, "says", "page-heading-says", |ground| Cell::text(&ground.says)),
    Column::new("sha256", "SHA-256", |ground| Cell::maybe(ground.digest.as_ref())),
];

fn basis_lines(document: &Document, sources: &Sources) -> Vec<BasisLine> {
    let basis = &document.basis;
    let plain =
        |kind, name: &str, says: &str| BasisLine { name: name.to_owned(), kind, says: says.into(), digest: None };
    let mut lines = vec![plain(say!("page-kind-tool"), env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"))];
    lines.extend(basis.settings.iter().map(|(name, value)| plain(say!("page-kind-setting"), name, value)));
    let supports = [
        (say!("page-kind-edition"), basis.editions.as_slice()),
        (say!("page-kind-table"), basis.tables.as_slice()),
        (say!("page-kind-assessment"), basis.assessment.as_slice()),
    ];
    for (kind, supports) in supports {
        lines.extend(supports.iter().map(|support| BasisLine {
            name: support.id.clone(),
            kind: kind.clone(),
            says: support.in_words(),
            digest: Some(sources.get(support.file).sha256()),
        }));
    }
    lines
}
