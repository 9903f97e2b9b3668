//! The table that is the answer, as CSV: one header line, whole references, shares with four digits.

use std::io::{self, Write};

use super::{Format, Page, four_digits, texts};
use crate::report::{ANSWER, Cell, Document};

/// CSV as RFC 4180 has it, with line feeds.
#[derive(Debug, Clone, Copy)]
pub struct Csv;

impl Format for Csv {
    fn holds_answer_alone(&self) -> bool {
        true
    }

    fn is_earlier_output(&self, held: &[u8]) -> bool {
        // The header of a table for programs: several names without capitals and spaces.
        let is_name = |name: &[u8]| {
            let is_sign = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b":./_-".contains(byte);
            !name.is_empty() && name.iter().all(is_sign)
        };
        let mut head = csv::ByteRecord::new();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(held);
        reader.read_byte_record(&mut head).is_ok_and(|is_there| is_there && head.len() > 1 && head.iter().all(is_name))
    }

    fn write(&self, document: &Document, _: Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut writer = csv::Writer::from_writer(out);
        let answer = document.tables().filter(|table| table.name == ANSWER && table.audience.has_programs());
        for (number, table) in answer.enumerate() {
            let columns: Vec<usize> =
                (0..table.headings.len()).filter(|at| table.headings[*at].audience.has_programs()).collect();
            if number == 0 {
                writer.write_record(columns.iter().map(|at| table.headings[*at].key.as_ref()))?;
            }
            for row in &table.rows {
                writer.write_record(columns.iter().map(|at| field(&row[*at])))?;
            }
        }
        writer.flush()
    }
}

/// Adds a row of cells as programs read them.
pub fn csv_record(cells: &[Cell], out: &mut Vec<u8>) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(cells.iter().map(field))?;
    writer.flush()
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => with_formula_guard(text),
        Cell::Word(word, _) => word.to_string(),
        Cell::Count(count) => count.to_string(),
        Cell::Share(share, _) => four_digits(*share),
        Cell::Number(number) => four_digits(*number),
        Cell::Rating(rating) => four_digits(*rating),
        Cell::Effort(effort) => effort.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Boolean(truth) => truth.to_string(),
        Cell::Links(links) => with_formula_guard(&texts(links)),
        Cell::Refs(refs, _) => refs.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
    }
}

/// Text that a spreadsheet would run as a formula, with an apostrophe before it. What already looks defused gets
/// another one, so that taking one away gives back every text.
fn with_formula_guard(text: &str) -> String {
    if text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::with_formula_guard;

    #[test]
    fn what_a_spreadsheet_would_run_is_defused() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "＝1"] {
            assert_eq!(with_formula_guard(text), format!("'{text}"));
        }
        for text in ["a = b", "'tis", "'", ""] {
            assert_eq!(with_formula_guard(text), text);
        }
        assert_eq!(with_formula_guard("'=1"), "''=1");
    }
}
