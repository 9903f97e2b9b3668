//! The fields of a CSV text, each where it stands.

use csv_core::{ReadFieldResult, ReaderBuilder};

use super::{Cell, Marks, Row, Sheet, Value};
use crate::source::{FileId, Sources, Span};

/// A CSV text with each of the characters that may be between fields: the first rows show which of them does.
pub fn csv(sources: &Sources, file: FileId) -> Vec<Sheet> {
    let text = sources.get(file).text();
    let sheet = |delimiter| {
        let (rows, unclosed) = records(text, file, delimiter);
        Sheet {
            name: None,
            is_hidden: false,
            unclosed_quote: unclosed,
            file,
            rows,
            wide: Vec::new(),
            marks: Marks::default(),
        }
    };
    [b',', b';', b'\t'].map(sheet).into()
}

/// The rows of a text from an offset on, and the quotation mark that is still open at its end. Cells hold what is
/// there, an apostrophe before a formula included.
pub(in crate::exchange) fn table_rows(
    text: &str,
    start: usize,
    file: FileId,
    delimiter: u8,
) -> (Vec<Row>, Option<Span>) {
    rows_from(text, start, file, delimiter, false)
}

/// The rows of a text, and the quotation mark that is still open at its end.
fn records(text: &str, file: FileId, delimiter: u8) -> (Vec<Row>, Option<Span>) {
    rows_from(text, 0, file, delimiter, true)
}

fn rows_from(text: &str, start: usize, file: FileId, delimiter: u8, is_guarded: bool) -> (Vec<Row>, Option<Span>) {
    let bytes = text.as_bytes();
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    // No field is longer than the text and the line break after it.
    let mut field = vec![0; bytes.len() + 1];
    let (mut start, mut at, mut filled, mut is_over) = (start, start, 0, false);
    let (mut rows, mut cells, mut column, mut unclosed) = (Vec::new(), Vec::new(), 0, None);
    loop {
        let input = match &bytes[at..] {
            [] if is_over => b"".as_slice(),
            [] => b"\n".as_slice(),
            rest => rest,
        };
        is_over = at == bytes.len();
        let (result, read, written) = reader.read_field(input, &mut field[filled..]);
        // A line break is a part of a field only between quotation marks.
        if is_over && written > 0 {
            let Span { start, .. } = span_of(text, file, start..at, delimiter);
            unclosed = Some(Span { file, start, end: start + 1 });
        }
        at = bytes.len().min(at + read);
        filled += written;
        let record_end = match result {
            // Without input the next call ends the field.
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => continue,
            ReadFieldResult::Field { record_end } => record_end,
            ReadFieldResult::End => break,
        };
        if filled > 0 {
            let text_of = String::from_utf8_lossy(&field[..filled]);
            let plain = if is_guarded { without_formula_guard(&text_of) } else { &text_of };
            let value = Value::Text(plain.to_owned());
            cells.push(Cell { column, value, span: span_of(text, file, start..at, delimiter) });
        }
        (start, filled, column) = (at, 0, column + 1);
        if record_end {
            let number = u32::try_from(rows.len()).map_or(u32::MAX, |before| before + 1);
            rows.push(Row { number, cells: std::mem::take(&mut cells) });
            column = 0;
        }
    }
    (rows, unclosed)
}

/// A field without the line breaks before it and what ends it.
fn span_of(text: &str, file: FileId, read: std::ops::Range<usize>, delimiter: u8) -> Span {
    let whole = &text[read.clone()];
    let field = whole.trim_start_matches(['\u{feff}', '\r', '\n']);
    let start = read.start + whole.len() - field.len();
    let end = start + field.strip_suffix([char::from(delimiter), '\r', '\n']).unwrap_or(field).len();
    let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
    Span { file, start: offset(start), end: offset(end) }
}

/// The text without the apostrophe that keeps spreadsheets from running it, as CSV is written.
fn without_formula_guard(text: &str) -> &str {
    const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        Some(_) | None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &'static str, delimiter: u8) -> Vec<Vec<(usize, String, &'static str)>> {
        let mut sources = Sources::default();
        let file = sources.add("t", text);
        let field = |cell: Cell| {
            let place = &text[cell.span.start as usize..cell.span.end as usize];
            (cell.column, cell.value.text(), place)
        };
        let (rows, _) = records(text, file, delimiter);
        rows.into_iter().map(|row| row.cells.into_iter().map(field).collect()).collect()
    }

    #[test]
    fn a_field_of_csv_stands_where_it_stands_in_the_text() {
        let text = "\u{feff}a,\"b\"\"c\",\r\n\r\n\"d\ne\",,'=1+1\nlast";
        assert_eq!(
            fields(text, b','),
            [
                vec![(0, "a".to_owned(), "a"), (1, "b\"c".to_owned(), "\"b\"\"c\"")],
                vec![(0, "d\ne".to_owned(), "\"d\ne\""), (2, "=1+1".to_owned(), "'=1+1")],
                vec![(0, "last".to_owned(), "last")],
            ]
        );
        assert_eq!(fields("a;b\tc", b';'), [[(0, "a".to_owned(), "a"), (1, "b\tc".to_owned(), "b\tc")]]);
        assert_eq!(fields("", b','), [[]; 0]);
    }

    #[test]
    fn a_quotation_mark_that_nothing_closes_is_found_where_it_opens() {
        let unclosed = |text: &'static str| {
            let mut sources = Sources::default();
            let file = sources.add("t", text);
            records(text, file, b',').1.map(|span| (span.start, span.end))
        };
        assert_eq!(unclosed("a,b\n\"c\nd,e\nf,g\n"), Some((4, 5)));
        assert_eq!(unclosed("a,\r\n\r\n\"c"), Some((6, 7)));
        assert_eq!(unclosed("a,\""), Some((2, 3)));
        assert_eq!(unclosed("a,\"b\"\""), Some((2, 3)));
        for closed in ["", "a", "a,\"b\"", "a,\"b\nc\"\n", "a,\"\"", "a,b\"c", "a,\"b\"\"\"", "\n\n"] {
            assert_eq!(unclosed(closed), None, "{closed:?}");
        }
    }

    #[test]
    fn only_the_apostrophe_that_was_added_is_taken_away() {
        for (written, meant) in [("'=1", "=1"), ("''-1", "'-1"), ("'tis", "'tis"), ("''", "''"), ("=1", "=1")] {
            assert_eq!(without_formula_guard(written), meant);
        }
    }
}
