//! Refused and unsure pairs as a CSV text: a line each, so that people read it in a spreadsheet and merge it line by
//! line.
//!
//! The head names the columns `from`, `to`, `verdict` and `why`, in any order; other columns, such as who and when, are
//! kept and not read. Clauses are written whole, `iso-9001:2008/4.1`: a spreadsheet takes a bare number for one. The
//! verdict is `refused`, which needs a reason, or `unsure`.

use super::sheet::{self, Cell, Row, Sheet};
use crate::diagnostic::{self, Diagnostic, Rule};
use crate::load::name;
use crate::load::raw::nearest;
use crate::model::{ClauseId, EditionId, Library, PairDecision, PairDecisions, PairVerdict};
use crate::source::{FileId, Sources, Span};

/// The columns, by the words of the head.
const COLUMNS: [&str; 4] = ["from", "to", "verdict", "why"];

/// What the file of a pair of editions is called by default.
pub fn file_name(from: &EditionId, to: &EditionId) -> String {
    let plain = |edition: &EditionId| edition.as_str().replace([':', '/'], "-");
    format!("{}--{}{ENDING}", plain(from), plain(to))
}

/// How the name of such a file ends.
pub const ENDING: &str = ".refused.csv";

/// Reads decisions about pairs of two editions, whichever of the two comes first; with all that is wrong.
pub fn read(
    sources: &Sources,
    file: FileId,
    library: &Library,
    editions: [&EditionId; 2],
) -> (PairDecisions, Vec<Diagnostic>) {
    let (mut decisions, mut faults) = (PairDecisions::default(), Vec::new());
    if is_empty(sources.get(file).text()) {
        return (decisions, faults);
    }
    let form = match Form::of(sources, file) {
        Ok(form) => form,
        Err(fault) => return (decisions, vec![*fault]),
    };
    let reader = Reader { library, editions: editions.map(Clone::clone) };
    for row in form.sheet.rows.iter().skip(1) {
        let cells = COLUMNS.map(|column| form.cell(row, column));
        let Some((pair, decision)) = reader.read(row, &cells, &mut faults) else { continue };
        let span = decision.span;
        let verdict = decision.verdict;
        let [one, other] = pair;
        let shown = format!("{one} and {other}");
        if let Err(first) = decisions.add(one, other, decision) {
            let fault = if first.verdict == verdict {
                Diagnostic::new(Rule::RepeatedRow, span, format!("{shown} are already {verdict}"))
                    .help("delete one of the two lines")
            } else {
                let message = format!("{shown} are {verdict} here but {} before", first.verdict);
                Diagnostic::new(Rule::ContradictingRows, span, message).help("delete the line that is no longer valid")
            };
            faults.push(fault.label(first.span, "first here"));
        }
    }
    faults.extend(form.sheet.unclosed_quote.map(|span| {
        Diagnostic::new(Rule::Syntax, span, "a quotation mark opens here but is never closed").help("close it")
    }));
    diagnostic::sort(&mut faults);
    (decisions, faults)
}

/// The text with one more decision at its end; of an empty text, a new one. The text has been read and is sound.
pub fn with_decision(sources: &Sources, file: FileId, pair: [&ClauseId; 2], verdict: PairVerdict, why: &str) -> String {
    let text = sources.get(file).text();
    let (head, delimiter) = match Form::of(sources, file) {
        Ok(form) => (form.head(), form.delimiter),
        Err(_) => (COLUMNS.map(str::to_owned).to_vec(), ','),
    };
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let separator = delimiter.to_string();
    let mut written = text.to_owned();
    if is_empty(text) {
        written += &(COLUMNS.join(&separator) + newline);
    } else if !text.ends_with('\n') {
        written += newline;
    }
    let [from, to] = pair.map(ToString::to_string);
    let fields = head.iter().map(|column| match column.as_str() {
        "from" => quoted(&from, delimiter),
        "to" => quoted(&to, delimiter),
        "verdict" => verdict.to_string(),
        "why" => quoted(why, delimiter),
        _ => String::new(),
    });
    written + &fields.collect::<Vec<_>>().join(&separator) + newline
}

/// The text with the line of a decision that was read from it changed to another verdict and reason; what is in its
/// other columns stays.
pub fn with_changed_decision(
    sources: &Sources,
    file: FileId,
    decision: &PairDecision,
    verdict: PairVerdict,
    why: &str,
) -> String {
    let text = sources.get(file).text();
    let is_it = |row: &&Row| row.cells.iter().any(|cell| cell.span == decision.span);
    let form = Form::of(sources, file).ok();
    let row = form.as_ref().and_then(|form| Some((form, form.sheet.rows.iter().find(is_it)?)));
    let Some((form, row)) = row else { return text.to_owned() };
    let head = form.head();
    let last = row.cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0);
    let fields = (0..last.max(head.len())).map(|column| match head.get(column).map(String::as_str) {
        Some("verdict") => verdict.to_string(),
        Some("why") => quoted(why, form.delimiter),
        Some(_) | None => {
            let cell = row.cells.iter().find(|cell| cell.column == column);
            cell.map(|cell| quoted(&cell.value.text(), form.delimiter)).unwrap_or_default()
        }
    });
    let line = fields.collect::<Vec<_>>().join(&form.delimiter.to_string());
    // Between the outermost filled-in cells and the ends of the line stand delimiters alone.
    let place = |offset: u32| offset as usize;
    let filled_from = row.cells.iter().map(|cell| place(cell.span.start)).min().unwrap_or(0);
    let filled_to = row.cells.iter().map(|cell| place(cell.span.end)).max().unwrap_or(0);
    let start = text[..filled_from].rfind('\n').map_or(0, |at| at + 1);
    let end = text[filled_to..].find(['\r', '\n']).map_or(text.len(), |at| filled_to + at);
    [&text[..start], &line, &text[end..]].concat()
}

/// Whether a text holds nothing, not even a head: nothing was decided.
fn is_empty(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim().is_empty()
}

/// A field as CSV has it; one that a spreadsheet would run as a formula begins with an apostrophe.
fn quoted(field: &str, delimiter: char) -> String {
    let is_formula = field.trim_start_matches('\'').starts_with(['=', '+', '-', '@']);
    let field = if is_formula { format!("'{field}") } else { field.to_owned() };
    if field.contains([delimiter, '"', '\n', '\r']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
}

/// How a text is laid out.
struct Form {
    sheet: Sheet,
    delimiter: char,
    /// Where each of [`COLUMNS`] stands; the last may be nowhere.
    columns: [Option<usize>; 4],
}

impl Form {
    /// By its head, whichever sign is between fields.
    fn of(sources: &Sources, file: FileId) -> Result<Self, Box<Diagnostic>> {
        let forms = sheet::csv(sources, file).into_iter().zip([',', ';', '\t']).map(|(sheet, delimiter)| {
            let place = |column: &str| {
                let head = sheet.rows.first()?;
                let is_named = |cell: &&Cell| cell.value.text().trim().eq_ignore_ascii_case(column);
                Some(head.cells.iter().find(is_named)?.column)
            };
            Self { columns: COLUMNS.map(place), sheet, delimiter }
        });
        let missing = |form: &Self| form.columns.iter().filter(|column| column.is_none()).count();
        let best = forms.min_by_key(missing);
        match best {
            Some(form) if missing(&form) == 0 => Ok(form),
            best => {
                let lacks = |form: Self| {
                    let columns = COLUMNS.iter().zip(form.columns).filter(|(_, place)| place.is_none());
                    columns.map(|(column, _)| *column).collect::<Vec<_>>().join(", ")
                };
                let message = format!("the first line has no column {}", best.map(lacks).unwrap_or_default());
                let help = format!("start the file with the line {}", COLUMNS.join(","));
                Err(Box::new(Diagnostic::new(Rule::MissingKey, Span::start_of(file), message).help(help)))
            }
        }
    }

    fn cell<'r>(&self, row: &'r Row, column: &str) -> Option<&'r Cell> {
        let place = COLUMNS.iter().position(|known| *known == column).and_then(|at| self.columns[at]);
        let is_there = |cell: &&Cell| Some(cell.column) == place && !cell.value.text().trim().is_empty();
        row.cells.iter().find(is_there)
    }

    /// The names of all columns in their order, small.
    fn head(&self) -> Vec<String> {
        let cells = self.sheet.rows.first().map_or(&[][..], |row| &row.cells);
        let last = cells.iter().map(|cell| cell.column).max().unwrap_or(0);
        let name = |column| {
            let cell = cells.iter().find(|cell| cell.column == column);
            cell.map(|cell| cell.value.text().trim().to_ascii_lowercase()).unwrap_or_default()
        };
        (0..=last).map(name).collect()
    }
}

struct Reader<'l> {
    library: &'l Library,
    editions: [EditionId; 2],
}

impl Reader<'_> {
    /// The pair of a row and what was decided of it; nothing if that is not clear.
    fn read(
        &self,
        row: &Row,
        cells: &[Option<&Cell>; 4],
        faults: &mut Vec<Diagnostic>,
    ) -> Option<([ClauseId; 2], PairDecision)> {
        let [from, to, verdict, why] = cells;
        let start = row.cells.first().map(|cell| cell.span)?;
        let mut lacks = |what: &str, help: &str| {
            faults.push(Diagnostic::new(Rule::MissingKey, start, format!("the line has no {what}")).help(help));
        };
        if from.is_none() || to.is_none() {
            lacks("pair of clauses", "fill in from and to, or delete the line");
        }
        if verdict.is_none() {
            lacks("verdict", "fill in refused or unsure");
        }
        let clauses = [from, to].map(|cell| cell.and_then(|cell| self.clause(cell, faults)));
        let decided = verdict.and_then(|cell| Some((verdict_of(cell, faults)?, cell.span)));
        let ([Some(one), Some(other)], Some((verdict, span))) = (clauses, decided) else { return None };
        if verdict == PairVerdict::Refused && why.is_none() {
            let fault = Diagnostic::new(Rule::MissingKey, span, "the pair is refused without a reason");
            faults.push(fault.help("give the reason in the column why"));
        }
        if one.edition == other.edition {
            let message = format!("{one} and {other} are clauses of the same edition");
            let span = to.map_or(start, |cell| cell.span);
            let help = format!("a pair has one clause of {} and one of {}", self.editions[0], self.editions[1]);
            faults.push(Diagnostic::new(Rule::UnknownClause, span, message).help(help));
            return None;
        }
        let why = why.map(|cell| cell.value.text().trim().to_owned().into());
        Some(([one, other], PairDecision { verdict, why, span }))
    }

    fn clause(&self, cell: &Cell, faults: &mut Vec<Diagnostic>) -> Option<ClauseId> {
        let text = cell.value.text();
        match name::clause_of(text.trim(), self.library, &self.editions) {
            Ok(clause) if self.editions.contains(&clause.edition) => Some(clause),
            Ok(clause) => {
                let message = format!("{clause} is a clause of neither edition");
                let help = format!("this file is for pairs of {} and {}", self.editions[0], self.editions[1]);
                faults.push(Diagnostic::new(Rule::UnknownClause, cell.span, message).help(help));
                None
            }
            Err(refusal) => {
                let fault = Diagnostic::new(Rule::UnknownClause, cell.span, refusal.message);
                faults.push(fault.maybe_help(refusal.help));
                None
            }
        }
    }
}

fn verdict_of(cell: &Cell, faults: &mut Vec<Diagnostic>) -> Option<PairVerdict> {
    let said = cell.value.text().trim().to_ascii_lowercase();
    let known = PairVerdict::ALL.into_iter().find(|verdict| verdict.to_string() == said);
    if known.is_none() {
        let words = PairVerdict::ALL.map(|verdict| verdict.to_string());
        let near = nearest(&said, words.iter().map(String::as_str));
        let near = near.map(|near| format!("did you mean {near}? ")).unwrap_or_default();
        let fault = Diagnostic::new(
            Rule::UnknownWord,
            cell.span,
            format!("{} is not a valid verdict", cell.value.text().trim()),
        );
        faults.push(fault.help(format!("{near}use one of {}", words.join(", "))));
    }
    known
}
