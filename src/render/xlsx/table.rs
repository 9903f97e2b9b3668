//! A table on a sheet: a header, and the rows under it.

use std::borrow::Cow;

use rust_xlsxwriter::{DataValidation, Format, IgnoreError, Worksheet, XlsxError};

use super::cell;
use super::columns::{Chosen, chosen};
use super::measure::{LINE, PADDING, TALLEST, lines};
use super::rules::Rules;
use super::style::{Styles, toned};
use crate::language::DocumentLanguage;
use crate::report::{Cell, Table};

/// Writes a table as the whole of a sheet, and says which row is free after it.
pub(super) fn write_sheet(
    sheet: &mut Worksheet,
    table: &Table,
    language: DocumentLanguage,
    styles: &Styles,
) -> Result<u32, XlsxError> {
    let columns = chosen(table, language);
    let behind = write(sheet, table, &columns, 0, styles)?;
    let Some(last) = columns.last() else { return Ok(behind) };
    for column in &columns {
        sheet.set_column_width_pixels(column.column, column.width)?;
    }
    for (key, words) in table.choices.iter().filter(|_| behind > 1) {
        let offer = DataValidation::new().allow_list_strings(words)?;
        for column in columns.iter().filter(|column| table.headings[column.at].key == *key) {
            sheet.add_data_validation(1, column.column, behind - 1, column.column, &offer)?;
        }
    }
    let printed = columns.iter().rfind(|column| !column.is_extra).unwrap_or(last).column;
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, behind - 1, last.column)?;
    sheet.set_repeat_rows(0, 0)?;
    if printed < last.column {
        sheet.set_print_area(0, 0, behind - 1, printed)?;
        sheet.group_columns(printed + 1, last.column)?;
    }
    Ok(behind)
}

/// Writes a table with its header in a row, and says which row is free after it.
pub(super) fn write(
    sheet: &mut Worksheet,
    table: &Table,
    columns: &[Chosen],
    top: u32,
    styles: &Styles,
) -> Result<u32, XlsxError> {
    const MOST_LINKS: usize = 65_530;
    let rules = Rules::of(table, columns);
    let looks = write_head(sheet, table, columns, top, styles)?;
    let mut links = 0;
    let mut last = top;
    for row in &table.rows {
        last += 1;
        for (column, look) in columns.iter().zip(&looks) {
            let (place, found) = ((last, column.column), &row[column.at]);
            match (found, cell::only_link(found).filter(|_| links < MOST_LINKS)) {
                (_, Some(link)) => {
                    cell::write_link(sheet, place, link, styles)?;
                    links += 1;
                }
                (Cell::Empty, None) => cell::write(sheet, place, found, column.is_extra, look)?,
                (found, None) => {
                    let look = cell::cell_format(found, column.is_extra, styles);
                    let own = rules.leaves(column.column, found).map(|tone| toned(look, tone));
                    cell::write(sheet, place, found, column.is_extra, own.as_ref().unwrap_or(look))?;
                }
            }
        }
        let printed = columns.iter().filter(|column| !column.is_extra);
        fit_row(sheet, last, printed.map(|column| (cell::text(&row[column.at], false).into(), column.width)))?;
    }
    if let (Some(first), Some(end)) = (columns.first(), columns.last()) {
        // Numbers of clauses are text on purpose.
        sheet.ignore_error_range(top, first.column, last, end.column, IgnoreError::NumberStoredAsText)?;
        if last > top {
            rules.add(sheet, top + 1, last)?;
        }
    }
    Ok(last + 1)
}

/// Writes the header of a table, and gives the style of an empty cell of each column: like the others, so that what
/// someone fills in is taken for what it is.
fn write_head<'s>(
    sheet: &mut Worksheet,
    table: &Table,
    columns: &[Chosen],
    row: u32,
    styles: &'s Styles,
) -> Result<Vec<&'s Format>, XlsxError> {
    let mut looks = Vec::new();
    for column in columns {
        let cells = || table.rows.iter().map(|row| &row[column.at]);
        let head = match column.is_extra {
            true => &styles.extra_head,
            false if cells().any(Cell::is_number) => &styles.number_head,
            false => &styles.head,
        };
        sheet.write_string_with_format(row, column.column, cell::fitted(&column.label), head)?;
        let example = cells().find(|cell| **cell != Cell::Empty).unwrap_or(&Cell::Empty);
        looks.push(cell::cell_format(example, column.is_extra, styles));
    }
    fit_row(sheet, row, columns.iter().map(|column| (column.label.as_str().into(), column.width)))?;
    Ok(looks)
}

/// Makes a row as tall as its texts are. Excel would find that out by itself, other programs do not.
fn fit_row<'t>(
    sheet: &mut Worksheet,
    row: u32,
    texts: impl Iterator<Item = (Cow<'t, str>, u32)>,
) -> Result<(), XlsxError> {
    let lines = texts.map(|(text, width)| lines(&text, width.saturating_sub(PADDING))).max();
    if let Some(lines) = lines.filter(|lines| *lines > 1) {
        sheet.set_row_height_pixels(row, lines.saturating_mul(LINE).min(TALLEST))?;
    }
    Ok(())
}
