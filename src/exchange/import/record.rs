//! One row of a sheet: its cells as texts with spans.

use std::collections::{BTreeMap, HashMap};

use super::Column;
use super::column::Fit;
use super::heading::Heading;
use super::reading::{DateOrder, Reading};
use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::sheet::{Cell, Row, Sheet, Value};
use crate::load::{self, raw::Scalar};
use crate::model::{Catalog, EditionId};
use crate::source::Span;
use jiff::civil::Date;

/// What a text ends with that was too long for a cell.
const TRUNCATION_MARK: &str = "… [cut: a cell holds 32,767 characters]";

/// A row under a heading.
pub(super) struct Record<'s, 'h> {
    cells: BTreeMap<Column, &'s Cell>,
    /// What says again what another cell says that counts.
    twins: Vec<(Column, &'s Cell)>,
    heading: &'h Heading,
    row: &'s Row,
    sheet: &'s Sheet,
}

impl<'s, 'h> Record<'s, 'h> {
    pub(super) fn new(heading: &'h Heading, row: &'s Row, sheet: &'s Sheet) -> Self {
        let is_blank = |cell: &Cell| matches!(&cell.value, Value::Text(text) if text.trim().is_empty());
        let cells = || row.cells.iter().filter(|cell| !is_blank(cell));
        let twin = |cell: &'s Cell| Some((*heading.twins.get(&cell.column)?, cell));
        Self {
            cells: cells().filter_map(|cell| Some((*heading.columns.get(&cell.column)?, cell))).collect(),
            twins: cells().filter_map(twin).collect(),
            heading,
            row,
            sheet,
        }
    }

    /// The cells that say again what that of a column says, which counts; each with its head.
    pub(super) fn twins(&self, column: Column) -> impl Iterator<Item = (&'s Cell, &'h str)> {
        let of_column = self.twins.iter().filter(move |(known, _)| *known == column);
        of_column.map(|(_, cell)| (*cell, self.heading.head_at(cell.column)))
    }

    /// The header of a column.
    pub(super) fn head(&self, column: Column) -> &'h str {
        self.heading.head(column).unwrap_or_else(|| column.name())
    }

    pub(super) fn is_blank(&self) -> bool {
        self.cells.is_empty()
    }

    pub(super) fn cell(&self, column: Column) -> Option<&'s Cell> {
        self.cells.get(&column).copied()
    }

    /// What its cells say, by their places.
    pub(super) fn cell_texts(&self) -> Vec<(Span, String)> {
        self.cells.values().map(|cell| (cell.span, cell.value.text())).collect()
    }

    /// What people call the place of a cell: `B7`, or the line of a CSV file.
    pub(super) fn place(&self, cell: &Cell) -> String {
        self.sheet.coordinates(self.row, cell).unwrap_or_else(|| format!("row {}", self.row.number))
    }

    /// Its cells under headings that are known.
    pub(super) fn cells(&self) -> impl Iterator<Item = (Column, &'s Cell)> {
        self.cells.iter().map(|(column, cell)| (*column, *cell))
    }

    /// Its number in the sheet.
    pub(super) fn number(&self) -> u32 {
        self.row.number
    }

    /// Whether people do not see it.
    pub(super) fn is_hidden(&self) -> bool {
        self.sheet.marks.hidden_rows.contains(&self.row.number)
    }

    /// Whether the text of a cell is struck through.
    pub(super) fn is_struck(&self, cell: &Cell) -> bool {
        self.sheet.marks.struck.contains(&(self.row.number, cell.column))
    }

    /// Where the link of a cell leads, if that is not what it says itself.
    pub(super) fn link(&self, cell: &Cell) -> Option<&'s str> {
        let link = self.sheet.marks.links.get(&(self.row.number, cell.column))?;
        let plain = |text: &str| text.trim().replace("%20", " ").trim_end_matches('/').to_lowercase();
        let (text, address) = (plain(&cell.value.text()), plain(link));
        let is_said = text.contains("://") || text == address || format!("mailto:{text}") == address;
        (!is_said).then_some(link.as_str())
    }

    /// The names of its cells that have a comment.
    pub(super) fn commented(&self) -> impl Iterator<Item = String> {
        let row = self.row.number;
        let comments = self.sheet.marks.comments.range((row, 0)..=(row, usize::MAX));
        comments.map(|(row, column)| format!("{}{row}", self.sheet.column(*column)))
    }

    /// The clause among several that a number is shown as, where the same number is shown as another of them in the
    /// same column: else everybody may have typed one and seen the other.
    fn told_apart<'c>(&self, cell: &Cell, number: f64, several: &[&'c str], prefix: Option<&str>) -> Option<&'c str> {
        let clause = |shown: &str| {
            let bare = |id: &&&'c str| prefix.and_then(|prefix| id.strip_prefix(prefix)).unwrap_or(id) == shown;
            several.iter().find(bare).copied()
        };
        let shown = self.sheet.shown_number(self.row, cell, number);
        let own = clause(&shown)?;
        let same = self.sheet.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell)));
        let same = same.filter(|(_, other)| other.column == cell.column && other.value == Value::Number(number));
        let mut others = same.filter_map(|(row, other)| clause(&self.sheet.shown_number(row, other, number)));
        others.any(|other| other != own).then_some(own)
    }

    /// From its first cell to its last.
    pub(super) fn span(&self) -> Span {
        let spans = self.cells.values().map(|cell| cell.span);
        spans
            .reduce(|whole, span| Span { start: whole.start.min(span.start), end: whole.end.max(span.end), ..whole })
            .unwrap_or(Span::start_of(self.sheet.file))
    }

    /// A text without spaces around it.
    pub(super) fn trimmed(&self, column: Column, faults: &mut Vec<Diagnostic>) -> Option<Scalar> {
        let cell = self.cell(column)?;
        plain(cell, faults).map(|text| written(cell, text.trim()))
    }

    /// One of the words of a key, whatever its case, with a space for a hyphen or not.
    pub(super) fn word(&self, column: Column, words: &[&str], faults: &mut Vec<Diagnostic>) -> Option<Scalar> {
        let text = self.trimmed(column, faults)?;
        let bare = |word: &str| word.to_lowercase().replace([' ', '_', '-'], "");
        let word = words.iter().find(|word| bare(word) == bare(&text.value));
        Some(match word {
            Some(word) => Scalar { value: (*word).to_owned().into(), ..text },
            None => text,
        })
    }

    /// A free text, with every character that it spells.
    pub(super) fn words(&self, column: Column, faults: &mut Vec<Diagnostic>) -> Option<Scalar> {
        words_in(self.cell(column)?, faults)
    }

    /// The justification that fits a row that applies, or one that does not, and those that are left: where a sheet has
    /// one column for each, or one next to that for all.
    pub(super) fn justifications(&self, applies: bool) -> (Option<&'s Cell>, Vec<&'s Cell>) {
        let main = self.cell(Column::Justification).map(|cell| (cell, self.head(Column::Justification)));
        let mut cells: Vec<(&Cell, Fit)> = main
            .into_iter()
            .chain(self.twins(Column::Justification))
            .map(|(cell, head)| (cell, Fit::of(head)))
            .collect();
        if !self.heading.twins.values().any(|column| *column == Column::Justification) {
            return (cells.first().map(|(cell, _)| *cell), Vec::new());
        }
        let best = if applies { Fit::Inclusion } else { Fit::Exclusion };
        cells.sort_by_key(|(_, fit)| (*fit != best, *fit != Fit::Any));
        let (chosen, left) = match cells.split_first() {
            Some(((first, fit), rest)) if *fit == best || *fit == Fit::Any => (Some(*first), rest),
            Some(_) | None => (None, cells.as_slice()),
        };
        (chosen, left.iter().map(|(cell, _)| *cell).collect())
    }

    /// A day, in the order that is said, as it is written in a file.
    pub(super) fn day(&self, column: Column, reading: &Reading, faults: &mut Vec<Diagnostic>) -> Option<Scalar> {
        let order = reading.dates;
        let text = self.trimmed(column, faults)?;
        // Of a moment the day counts.
        if let Some(Value::Time(moment)) = self.cell(column).map(|cell| &cell.value)
            && let Some(day) = moment.split(['T', ' ']).next().and_then(load::day)
        {
            return Some(Scalar { value: day.to_string().into(), ..text });
        }
        let day = order.map_or_else(|| load::day(&text.value), |order| order.day(&text.value));
        if let Some(day) = day {
            return Some(Scalar { value: day.to_string().into(), ..text });
        }
        let looks_like_a_day = DateOrder::ALL.into_iter().filter(|order| order.day(&text.value).is_some());
        let orders: Vec<&str> = looks_like_a_day.map(DateOrder::name).collect();
        let fault = match (order, orders.as_slice()) {
            (_, []) if is_without_century(&text.value) => {
                let message = format!("{} has a year with two digits", text.shown());
                Diagnostic::new(Rule::BadDate, text.span, message)
                    .help("write all four digits of the year, such as 2026")
            }
            (_, []) => return Some(text),
            (None, orders) => {
                let orders = orders.join(" or ");
                let option = format!("--dates {orders} gives the order in which it is written; or write 2026-11-20");
                Diagnostic::new(Rule::BadDate, text.span, format!("{} is not a valid date", text.shown()))
                    .help(reading.remedy.help(option, "write year-month-day, such as 2026-11-20"))
            }
            (Some(order), orders) => {
                let message = format!("{} is not a valid date in the order {}", text.shown(), order.name());
                let help = format!("it is valid in the order {}; correct it, or write 2026-11-20", orders.join(" or "));
                Diagnostic::new(Rule::BadDate, text.span, message).help(help)
            }
        };
        faults.push(fault);
        None
    }

    /// Free texts, in lines or after semicolons, without the spaces around them that are not spelt.
    pub(super) fn lines(&self, column: Column, faults: &mut Vec<Diagnostic>) -> Vec<Scalar> {
        let Some(cell) = self.cell(column) else { return Vec::new() };
        let text = plain(cell, faults).unwrap_or_default();
        let lines = pieces(&text).map(|line| written(cell, unescaped(line).trim_end_matches('\n')));
        lines.chain(self.link(cell).map(|address| written(cell, address))).collect()
    }

    /// What a cell says of clauses; a number is the one clause that it can be.
    pub(super) fn clause<'l>(
        &self,
        column: Column,
        home: Option<&'l Catalog>,
        numbers: &mut Numbers<'l>,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<Scalar> {
        const WAY_OUT: &str =
            "format the column as text and write the id again: spreadsheets read 4.10 as 4.1 and 4.2 as a date";
        let cell = self.cell(column)?;
        let mut fault_with = |message: String, help: String| {
            faults.push(Diagnostic::new(Rule::WrongType, cell.span, message).help(help))
        };
        let mut fault = |message: String| fault_with(message, WAY_OUT.to_owned());
        match &cell.value {
            Value::Number(number) => {
                let several = home.map_or(Vec::new(), |home| numbers.clauses(home, *number).to_vec());
                match several.as_slice() {
                    [] => Some(written(cell, &number.to_string())),
                    [one] => Some(written(cell, one)),
                    [before @ .., last] => {
                        let Some(id) = self.told_apart(cell, *number, &several, numbers.prefix.as_deref()) else {
                            fault(format!("the number {number} can be {} or {last}", before.join(", ")));
                            return None;
                        };
                        numbers.told_apart.push((cell.span, id.to_owned()));
                        Some(written(cell, id))
                    }
                }
            }
            Value::Day(day) => {
                let meant = home.map(|home| meant_by(*day, home)).unwrap_or_default();
                let meant =
                    if meant.is_empty() { String::new() } else { format!("it may be {}: ", meant.join(" or ")) };
                fault_with(format!("the date {day} is not a valid clause id"), format!("{meant}{WAY_OUT}"));
                None
            }
            Value::Time(time) => {
                fault(format!("the time {time} is not a valid clause id"));
                None
            }
            Value::Text(_) | Value::Boolean(_) | Value::Formula(_) | Value::Error(_) => self.trimmed(column, faults),
        }
    }
}

/// The clauses that a spreadsheet may have taken for a day: `4.2.1` for the fourth of February 2001, `4.2` for one of
/// any year.
fn meant_by(day: Date, home: &Catalog) -> Vec<&str> {
    let (day, month, year) = (i16::from(day.day()), i16::from(day.month()), day.year() % 100);
    let orders = [[day, month, year], [month, day, year], [year, month, day]];
    let spelt = |id: &str| -> Vec<i16> {
        let parts = id.split('.').skip_while(|part| part.chars().all(char::is_alphabetic));
        parts.map(|part| part.parse().unwrap_or(-1)).collect()
    };
    let is_meant = |id: &&str| {
        let parts = spelt(id);
        orders.iter().any(|order| parts == order[..] || (parts.len() == 2 && parts == order[..2]))
    };
    let ids: Vec<&str> = home.clauses().iter().map(|clause| clause.number.as_str()).filter(is_meant).collect();
    // One with all three parts is likelier than one with two.
    let (whole, short): (Vec<&str>, Vec<&str>) = ids.into_iter().partition(|id| spelt(id).len() == 3);
    if whole.is_empty() { short } else { whole }
}

/// Whether a text is a day but for a year of two digits.
fn is_without_century(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['.', '/', '-']).map(str::trim).collect();
    let is_short = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(is_short) && parts.iter().any(|part| part.len() == 2)
}

/// The texts of a cell that holds several, in lines or after semicolons.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.split(['\n', '\r']).flat_map(|line| line.split("; ")).flat_map(|line| line.split(" | "));
    lines.map(|line| line.trim().trim_end_matches(';').trim()).filter(|line| !line.is_empty())
}

/// The clauses of editions by what their ids are as numbers, each edition read when a number is to be one of its
/// clauses.
#[derive(Default)]
pub(super) struct Numbers<'l> {
    editions: HashMap<&'l EditionId, ByValue<'l>>,
    /// What is before ids, where that is said; such ids are meant before those without it.
    prefix: Option<String>,
    /// Numbers that may be several clauses, each read as the one that people see.
    told_apart: Vec<(Span, String)>,
}

/// Ids in their published order by the bits of their values.
type ByValue<'l> = HashMap<u64, Vec<&'l str>>;

impl<'l> Numbers<'l> {
    /// The same where ids in cells lack what is before them.
    pub(super) fn with_prefix(prefix: Option<String>) -> Self {
        Self { prefix, ..Self::default() }
    }

    /// What should be reported about numbers that are distinguished by how they are displayed.
    pub(super) fn finish(self) -> Option<Diagnostic> {
        let (first, id) = self.told_apart.first()?;
        let count = self.told_apart.len();
        let message = format!("numbers that may mean several clauses, read as they are displayed: {count}, first {id}");
        Some(Diagnostic::new(Rule::ReadAs, *first, message))
    }

    /// The clauses of an edition whose ids are numbers of this value.
    pub(super) fn clauses(&mut self, home: &'l Catalog, number: f64) -> &[&'l str] {
        let prefix = self.prefix.as_deref();
        let by_value = self.editions.entry(&home.id).or_insert_with(|| by_value(home, prefix));
        by_value.get(&bits(number)).map_or(&[], Vec::as_slice)
    }
}

fn by_value<'c>(catalog: &'c Catalog, prefix: Option<&str>) -> ByValue<'c> {
    let ids = || catalog.clauses().iter().map(|clause| clause.number.as_str());
    let mut by_value = by_value_of(ids().map(|id| (id, id)));
    by_value.extend(by_value_of(ids().filter_map(|id| Some((id.strip_prefix(prefix?)?, id)))));
    by_value
}

/// Ids by the numbers that stand for them.
fn by_value_of<'c>(ids: impl Iterator<Item = (&'c str, &'c str)>) -> ByValue<'c> {
    let mut by_value = ByValue::new();
    let is_number = |(number, _): &(&str, &str)| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    for (number, id) in ids.filter(is_number) {
        if let Ok(number) = number.parse() {
            by_value.entry(bits(number)).or_default().push(id);
        }
    }
    by_value
}

/// The same bits for numbers that are equal, as the two zeros are.
fn bits(number: f64) -> u64 {
    (number + 0.0).to_bits()
}

fn written(cell: &Cell, text: &str) -> Scalar {
    Scalar { value: text.to_owned().into(), span: cell.span, is_unquoted: false }
}

/// A free text of a cell, with every character that it spells.
pub(super) fn words_in(cell: &Cell, faults: &mut Vec<Diagnostic>) -> Option<Scalar> {
    let text = plain(cell, faults)?;
    if text.ends_with(TRUNCATION_MARK) {
        let fault = Diagnostic::new(Rule::TooLarge, cell.span, "the text was cut when it was exported");
        faults.push(fault.help("copy the whole text from the assessment, or export it as CSV"));
        return None;
    }
    // A file cannot hold what ends it here, and it is invisible.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Some(written(cell, unescaped(text.trim()).trim_end_matches('\n')))
}

fn plain(cell: &Cell, faults: &mut Vec<Diagnostic>) -> Option<String> {
    let (message, way_out) = match &cell.value {
        Value::Formula(_) => {
            ("the formula has no result".to_owned(), "open the workbook in a spreadsheet program and save it")
        }
        Value::Error(error) => {
            (format!("the formula of this cell gives the error {error}"), "correct it, or write the intended value")
        }
        Value::Text(_) | Value::Number(_) | Value::Boolean(_) | Value::Day(_) | Value::Time(_) => {
            return Some(cell.value.text());
        }
    };
    faults.push(Diagnostic::new(Rule::WrongType, cell.span, message).help(way_out));
    None
}

/// The text with every character that is spelt `\u{1b}`; `\u{}` is none.
pub(super) fn unescaped(text: &str) -> String {
    let mut unspelt = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(r"\u{") {
        unspelt.push_str(before);
        let spelt = after.split_once('}').and_then(|(number, after)| {
            let c = if number.is_empty() { None } else { Some(char::from_u32(u32::from_str_radix(number, 16).ok()?)?) };
            Some((c, after))
        });
        match spelt {
            Some((c, after)) => {
                unspelt.extend(c);
                rest = after;
            }
            None => {
                unspelt.push_str(r"\u{");
                rest = after;
            }
        }
    }
    unspelt + rest
}

/// The faults in the order of their places, with the coordinates of their cells, and with ways out for those who have a
/// sheet before them. What a quotation mark that is never closed swallows has no other fault.
pub(super) fn with_coordinates<'s>(
    mut faults: Vec<Diagnostic>,
    sheets: impl Iterator<Item = &'s Sheet> + Clone,
) -> Vec<Diagnostic> {
    const WAYS_OUT: [(Rule, &str); 3] = [
        (Rule::MissingJustification, "fill in the column justification"),
        (Rule::RowWithoutTo, "fill in the column to"),
        (Rule::RowWithoutFrom, "fill in the column from; only the relation none is possible without it"),
    ];
    for quote in sheets.clone().filter_map(|sheet| sheet.unclosed_quote) {
        faults.retain(|fault| fault.span.start < quote.start);
        let message = "this quotation mark is never closed: everything after it is read as one cell";
        let fault = Diagnostic::new(Rule::Syntax, quote, message);
        faults
            .push(fault.help("close it; write one that belongs to a text twice, and put the text in quotation marks"));
    }
    crate::diagnostic::sort(&mut faults);
    let mut cells: BTreeMap<Span, (&Sheet, &Row, &Cell)> = BTreeMap::new();
    for sheet in sheets {
        cells.extend(
            sheet.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (cell.span, (sheet, row, cell)))),
        );
    }
    for fault in &mut faults {
        if let Some((_, way_out)) = WAYS_OUT.iter().find(|(rule, _)| *rule == fault.rule) {
            fault.help = Some((*way_out).to_owned());
        }
        // A whole row is named by its first cell.
        let cell = cells.range(..=Span { end: u32::MAX, ..fault.span }).next_back();
        let cell = cell.filter(|(span, _)| (span.file, span.start) == (fault.span.file, fault.span.start));
        if let Some(coordinates) = cell.and_then(|(_, (sheet, row, cell))| sheet.coordinates(row, cell)) {
            fault.message = format!("{coordinates}: {}", fault.message);
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::{Numbers, unescaped};
    use crate::model::Library;

    #[test]
    fn what_is_spelt_is_read_and_what_only_looks_so_is_left() {
        for (spelt, meant) in [
            (r"a\u{1b}b", "a\u{1b}b"),
            (r"\u{} ", " "),
            (r"\u{5c}u{41}", r"\u{41}"),
            (r"\u{zz} \u{d800} \u{41", r"\u{zz} \u{d800} \u{41"),
            (r"C:\users", r"C:\users"),
        ] {
            assert_eq!(unescaped(spelt), meant, "{spelt}");
        }
    }

    #[test]
    fn a_number_is_every_clause_whose_id_has_its_value() {
        let mut sources = crate::source::Sources::default();
        let clauses = "{ \"4.10\": A, \"4.1.1\": B, \"4.1\": C, \"0\": D, \"A\": E, \"04\": F, \".\": G }";
        let file = sources.add("a.yaml", format!("xwalk: catalog/1\nid: a:1\ntitle: A\nclauses: {clauses}\n"));
        let mut files = crate::load::Files::default();
        files.read(&sources, file);
        let library: Library = crate::load::library(&sources, files).sound().unwrap().0;
        let mut numbers = Numbers::default();
        let mut clauses = |number| numbers.clauses(library.catalogs().next().unwrap(), number).to_vec();
        assert_eq!(clauses(4.1), ["4.10", "4.1"]);
        assert_eq!(clauses(-0.0), ["0"]);
        assert_eq!(clauses(4.0), ["04"]);
        assert_eq!((clauses(4.11).len(), clauses(f64::NAN).len()), (0, 0));
    }
}
