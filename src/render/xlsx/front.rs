//! The front sheet: what the answer is, where the rest is, and what it depends on.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::cell::{fitted, write_link};
use super::columns::chosen;
use super::measure::{LINE, PADDING, TALLEST, lines};
use super::sheets::Sheet;
use super::style::Styles;
use super::table::write as write_table;
use super::text::one_line;
use crate::language::say;
use crate::render::Page;
use crate::report::{Audience, Cell, Column, Document, Table, sanitized};

/// How wide its columns are, in pixels; sentences run over the first three.
const WIDTHS: [u32; 4] = [250, 120, 400, 520];

/// The tables that are on the front sheet, and the other sheets.
pub(super) struct Tables<'t> {
    pub(super) on_front: &'t [&'t Table],
    pub(super) sheets: &'t [Sheet<'t>],
}

pub(super) fn write(
    sheet: &mut Worksheet,
    document: &Document,
    page: Page<'_>,
    Tables { on_front, sheets }: Tables<'_>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let language = page.presentation.language;
    for (width, column) in WIDTHS.iter().zip(0..) {
        sheet.set_column_width_pixels(column, *width)?;
    }
    sheet.set_screen_gridlines(false);
    let mut row = write_sentence(sheet, 0, &one_line(&document.title), 30, &styles.title)?;
    for sentence in &document.lead {
        row = write_sentence(sheet, row, &sanitized(sentence.trim()), LINE, &styles.lead)?;
    }
    for table in on_front {
        row = write_block(sheet, row, table, page, styles)?;
    }
    if !sheets.is_empty() {
        let top = row + 3;
        row = write_block(sheet, row, &contents(sheets).in_language(language), page, styles)?;
        for (sheet_row, of) in (top..).zip(sheets) {
            let place = format!("internal:'{}'!A1", of.name.replace('\'', "''"));
            write_link(sheet, (sheet_row, 0), (&of.name, &place), styles)?;
        }
    }
    if !document.findings.is_empty() {
        let findings = document.findings_table(page.sources).in_language(language);
        row = write_block(sheet, row, &findings, page, styles)?;
    }
    write_block(sheet, row, &document.basis.table(page.sources).in_language(language), page, styles)?;
    Ok(())
}

/// Writes a sentence over the first three columns and says which row is free after it. No program finds the height of a
/// merged cell by itself.
fn write_sentence(sheet: &mut Worksheet, row: u32, text: &str, line: u32, style: &Format) -> Result<u32, XlsxError> {
    // Larger letters are wider as they are taller.
    let room = WIDTHS[..3].iter().sum::<u32>() * LINE / line - PADDING;
    sheet.merge_range(row, 0, row, 2, &fitted(text), style)?;
    sheet.set_row_height_pixels(row, (lines(text, room).saturating_mul(line) + 6).min(TALLEST))?;
    Ok(row + 1)
}

/// Writes a table under its title, a row apart from what is above, and says which row is free after it.
fn write_block(
    sheet: &mut Worksheet,
    row: u32,
    table: &Table,
    page: Page<'_>,
    styles: &Styles,
) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(row + 1, 0, fitted(&one_line(&table.title)), &styles.heading)?;
    let mut columns = chosen(table, page.presentation.language);
    for (column, width) in columns.iter_mut().zip(WIDTHS) {
        column.width = width;
    }
    write_table(sheet, table, &columns, row + 2, styles)
}

fn contents(sheets: &[Sheet<'_>]) -> Table {
    let columns = [
        Column::said(Audience::All, "sheet", "page-sheet", |sheet: &Sheet<'_>| Cell::text(&sheet.name)),
        Column::said(Audience::All, "rows", "heading-rows", |sheet: &Sheet<'_>| Cell::count(sheet.table.rows.len())),
        Column::said(Audience::All, "title", "heading-title", |sheet: &Sheet<'_>| Cell::text(&sheet.table.title)),
    ];
    Table::of("sheets", say!("page-sheets"), &columns, sheets)
}
