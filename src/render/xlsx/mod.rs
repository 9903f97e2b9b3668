//! A document as a workbook: the data first, then a summary that links to all sheets, then the other tables and charts.

mod cell;
mod chart;
mod columns;
mod front;
mod measure;
mod name;
mod rules;
mod sheets;
mod style;
mod table;
mod text;

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use self::sheets::{Sheet, sheets};
use self::style::Styles;
use self::text::one_line;
use super::{Format, Medium, Page, Presentation, in_words};
use crate::language::say;
use crate::report::Document;

/// A workbook of Office Open XML.
#[derive(Debug, Clone, Copy)]
pub struct Xlsx;

impl Format for Xlsx {
    fn is_for_readers(&self) -> bool {
        true
    }

    fn medium(&self) -> Medium {
        Medium::Binary
    }

    fn has_front(&self) -> bool {
        true
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        // A ZIP archive with the part that every workbook has.
        const PART: &[u8] = b"xl/workbook.xml";
        held.starts_with(b"PK\x03\x04") && held.windows(PART.len()).any(|part| part == PART)
    }

    fn write(&self, document: &Document, page: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let bytes = workbook(document, page).and_then(|mut workbook| workbook.save_to_buffer());
        out.write_all(&bytes.map_err(|error| io::Error::other(format!("the workbook cannot be written: {error}")))?)
    }
}

fn workbook(document: &Document, page: Page<'_>) -> Result<Workbook, XlsxError> {
    let presentation = page.presentation;
    let styles = Styles::new(presentation.language);
    let title = one_line(&document.title);
    let (on_front, sheets) = sheets(document, presentation.language);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&title)?);
    // What is worked with opens first; pages of sentences would disturb users who filter, edit and import.
    let behind = sheets.iter().take_while(|sheet| sheet.is_answer).count();
    let (data, others) = sheets.split_at(behind);
    let add = |workbook: &mut Workbook, sheet: &Sheet<'_>| -> Result<(), XlsxError> {
        let worksheet = workbook.add_worksheet().set_name(&sheet.name)?;
        set_up_page(worksheet, &title, presentation);
        let behind = table::write_sheet(worksheet, &sheet.table, presentation.language, &styles)?;
        if let Some(chart) = sheet.chart {
            chart::draw(worksheet, &sheet.name, chart, behind)?;
        }
        Ok(())
    };
    for sheet in data {
        add(&mut workbook, sheet)?;
    }
    let front = workbook.add_worksheet().set_name(name::front(presentation.language))?;
    set_up_page(front, &title, presentation);
    let tables = front::Tables { on_front: &on_front, sheets: &sheets };
    front::write(front, document, page, tables, &styles)?;
    for sheet in others {
        add(&mut workbook, sheet)?;
    }
    Ok(workbook)
}

/// What the file says about itself. The day is the same for every workbook, so that the same answer is the same bytes.
fn properties(title: &str) -> Result<DocProperties, XlsxError> {
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title: String = title.chars().take(100).collect();
    Ok(DocProperties::new().set_title(title).set_creation_datetime(&day))
}

/// Landscape A4, one page wide: how confidential it is above each page, the document's title, whom it is for and page
/// numbers below.
fn set_up_page(sheet: &mut Worksheet, title: &str, presentation: &Presentation) {
    const A4: u8 = 9;
    // A header or a footer holds 255 characters, and an ampersand in it begins a code unless there are two.
    let plain = |text: &str| text.chars().take(80).collect::<String>().replace('&', "&&");
    let number = in_words(&say!("page-number", page = "&P", pages = "&N"), presentation.language);
    let client = presentation.client().map(|client| format!(" · {}", plain(&one_line(client))));
    sheet
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3)
        .set_footer(format!("&L{}{}&R{number}", plain(title), client.unwrap_or_default()));
    if let Some(classification) = presentation.classification() {
        sheet.set_header(format!("&R&\"-,Bold\"{}", plain(&one_line(classification))));
    }
}
