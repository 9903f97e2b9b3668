//! The cells of spreadsheets, each with its place.

#[cfg(feature = "xlsx")]
mod budget;
mod csv;
#[cfg(not(feature = "xlsx"))]
mod no_workbook;
#[cfg(feature = "xlsx")]
mod package;
#[cfg(feature = "xlsx")]
mod particulars;
#[cfg(feature = "xlsx")]
mod place;
#[cfg(feature = "xlsx")]
mod workbook;

pub use csv::csv;
pub(super) use csv::table_rows;
#[cfg(not(feature = "xlsx"))]
pub use no_workbook::workbook;
#[cfg(feature = "xlsx")]
pub use workbook::workbook;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use jiff::civil::Date;

use crate::source::{FileId, Span};

/// How many bytes of text a spreadsheet may hold, by default.
pub const MAX_SIZE: u64 = 64 << 20;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number; if `4.10` was typed, a text may have been meant.
    Number(f64),
    /// A truth value.
    Boolean(bool),
    /// A day.
    Day(Date),
    /// A time of the day, alone or after its day.
    Time(String),
    /// A formula whose result has not been computed.
    Formula(String),
    /// The error that a formula came to, such as `#REF!`.
    Error(String),
}

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its column, from zero.
    pub column: usize,
    /// What it holds.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// A row in which something stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number, from one.
    pub number: u32,
    /// Its cells that hold something, left to right.
    pub cells: Vec<Cell>,
}

/// Cells that are one to people: what its first cell holds counts for every row, and is in the first column of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedCells {
    /// Its rows, from one.
    pub rows: RangeInclusive<u32>,
    /// Its columns, from zero.
    pub columns: RangeInclusive<usize>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name in a workbook.
    pub name: Option<String>,
    /// Whether people do not see it.
    pub is_hidden: bool,
    /// A quotation mark that opens a field and is never closed.
    pub unclosed_quote: Option<Span>,
    /// Where its places are: the text of a CSV file, or what a workbook shows, line by line.
    pub file: FileId,
    /// Its rows in which something stands, top to bottom.
    pub rows: Vec<Row>,
    /// Cells that are merged over several columns.
    pub wide: Vec<MergedCells>,
    /// What people see of it that is not a value of a cell.
    pub marks: Marks,
}

/// What people see of a sheet that is not a value of a cell. Rows are counted from one, columns from zero.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Rows that are hidden, by hand or by a filter.
    pub hidden_rows: BTreeSet<u32>,
    /// Cells that have a comment.
    pub comments: BTreeSet<(u32, usize)>,
    /// Cells whose text is struck through.
    pub struck: BTreeSet<(u32, usize)>,
    /// Where links of cells lead.
    pub links: BTreeMap<(u32, usize), String>,
    /// How many decimals cells show, where their number format says it.
    pub decimals: BTreeMap<(u32, usize), usize>,
}

impl Sheet {
    /// What people call a cell of a workbook, such as `B7`; in CSV a line says where it is.
    pub fn coordinates(&self, row: &Row, cell: &Cell) -> Option<String> {
        self.name.as_ref().map(|_| format!("{}{}", letters(cell.column), row.number))
    }

    /// A number of a cell as people see it: `3.10` if its format requires two decimals.
    pub fn shown_number(&self, row: &Row, cell: &Cell, number: f64) -> String {
        match self.marks.decimals.get(&(row.number, cell.column)) {
            Some(decimals) => format!("{number:.decimals$}"),
            None => number.to_string(),
        }
    }

    /// What people call a column: its letters in a workbook, its number in CSV.
    pub fn column(&self, column: usize) -> String {
        if self.name.is_some() { letters(column) } else { (column + 1).to_string() }
    }
}

/// `A` to `Z`, then `AA`.
fn letters(column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    match column / 26 {
        0 => letter.to_string(),
        before => letters(before - 1) + &letter.to_string(),
    }
}

impl Value {
    /// The value as a text.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Time(text) | Self::Error(text) => text.clone(),
            Self::Formula(formula) => format!("={formula}"),
            Self::Number(number) => number.to_string(),
            Self::Boolean(true) => "TRUE".to_owned(),
            Self::Boolean(false) => "FALSE".to_owned(),
            Self::Day(day) => day.to_string(),
        }
    }

    /// The value in a line, not too long.
    #[cfg(feature = "xlsx")]
    fn shown(&self) -> String {
        const LONGEST: usize = 40;
        let line = self.text().replace(['\n', '\r'], " ");
        match line.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", &line[..end]),
            None => line,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_lettered_as_spreadsheets_letter_them() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
