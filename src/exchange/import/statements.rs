//! Rows become statements of an assessment.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::ids;
use super::pieces::Pieces;
use super::record::{Numbers, Record, with_coordinates, words_in};
use super::status::{RowStatus, StatusCells, WordUse};
use super::titles::{self, Titled};
use super::unread::Unread;
use super::{Column, Rows};
use crate::diagnostic::{Diagnostic, Rule, counted};
use crate::exchange::sheet::{Cell, Value};
use crate::load::{self, raw};
use crate::model::{self, ClauseId, EditionId, Library, Statement, Status};
use crate::source::Span;

/// What the rows of sheets state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statements {
    /// The statements, in the order of ids.
    pub list: Vec<(ClauseId, Statement)>,
    /// The columns of the rows from each place on; what has none is left as it was.
    columns: BTreeMap<Span, Vec<Column>>,
    /// The places of statements that only repeat what followed when the sheet was written: from a heading above, or
    /// from the clauses that an item of a plan rests on. Nobody has touched their rows.
    pub derived: BTreeSet<Span>,
    /// Fields of statements, by their places, that are as they were written and that were not stated then: what such
    /// work usually takes, or what the clauses have that an item of a plan rests on.
    as_written: BTreeMap<Span, Vec<Column>>,
    /// The words for a status that are in the sheets, and how they were read.
    pub words: Vec<WordUse>,
    /// The number of rows that name a clause without stating anything about it.
    pub without_statement: usize,
    /// The number of rows that say that a clause applies and give particulars of it, but no status: nothing of them is
    /// taken over, and they are counted above as well.
    pub without_status: usize,
}

impl Statements {
    /// Whether the sheet says a field of a statement that it makes, by a cell that may be empty.
    pub(super) fn says(&self, statement: &Statement, column: Column) -> bool {
        let block = self.columns.range(..=statement.span).next_back();
        let is_as_written = self.as_written.get(&statement.span).is_some_and(|as_written| as_written.contains(&column));
        !is_as_written
            && block.is_some_and(|(start, columns)| start.file == statement.span.file && columns.contains(&column))
    }
}

/// Reads rows as statements about clauses of `edition` where they do not say of which; all that is wrong, or the
/// statements with warnings.
pub fn statements(
    rows: &Rows<'_>,
    edition: Option<&EditionId>,
    library: &Library,
) -> Result<(Statements, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut reader = Reader {
        rows,
        edition,
        library,
        numbers: Numbers::with_prefix(rows.reading.id_prefix.clone()),
        status: StatusCells::of(rows),
        faults: rows.too_long(),
        without_statement: 0,
        without_status: 0,
        unplaced: BTreeSet::new(),
        derived: BTreeSet::new(),
        as_written: BTreeMap::new(),
        titled: Vec::new(),
        unread: Unread::default(),
        prefixes: HashMap::new(),
        pieces: Pieces::of(library),
        without_prefix: BTreeMap::new(),
    };
    let statuses = rows.records().flat_map(|record| reader.read(&record)).collect();
    reader.say_without_prefix();
    let Reader {
        mut faults,
        mut numbers,
        without_statement,
        without_status,
        unplaced,
        derived,
        as_written,
        titled,
        status,
        unread,
        pieces,
        ..
    } = reader;
    let (words, unknown) = status.finish();
    faults.extend(unknown);
    faults.extend(unread.finish());
    faults.extend(pieces.finish());
    faults.extend(titles::check(titled, rows.head(Column::Title).unwrap_or("Title"), library, rows.reading.remedy));
    let loaded = load::assessment_from_raw(
        raw::Assessment { statuses, ..raw::Assessment::empty(Span::start_of(rows.file())) },
        library,
    );
    let said: BTreeMap<Span, String> = rows.records().flat_map(|record| record.cell_texts()).collect();
    faults.extend(
        loaded
            .diagnostics()
            .iter()
            .filter(|fault| !unplaced.contains(&fault.span))
            .cloned()
            .map(|fault| with_suggestion(fault, &said, library, &mut numbers)),
    );
    let faults = with_coordinates(faults, rows.sheets());
    let has_errors = crate::diagnostic::has_errors(&faults);
    match loaded.sound() {
        Ok((assessment, _)) if !has_errors => {
            let list = assessment.statements().map(|(clause, statement)| (clause.clone(), statement.clone())).collect();
            let columns = rows.columns().collect();
            Ok((Statements { list, columns, derived, as_written, words, without_statement, without_status }, faults))
        }
        Ok(_) | Err(_) => Err(faults),
    }
}

struct Reader<'r, 's> {
    rows: &'r Rows<'s>,
    edition: Option<&'r EditionId>,
    library: &'r Library,
    numbers: Numbers<'r>,
    status: StatusCells<'r>,
    faults: Vec<Diagnostic>,
    without_statement: usize,
    without_status: usize,
    /// Where clauses stand that are at fault already.
    unplaced: BTreeSet<Span>,
    derived: BTreeSet<Span>,
    as_written: BTreeMap<Span, Vec<Column>>,
    titled: Vec<Titled<'r>>,
    unread: Unread,
    /// What is before the ids of editions.
    prefixes: HashMap<&'r EditionId, Vec<String>>,
    /// Ids in other forms than the catalogs', and with words before them.
    pieces: Pieces<'r>,
    /// Ids that are clauses with something before them, by that: the first of them, and how many there are.
    without_prefix: BTreeMap<(EditionId, String), (raw::Scalar, usize)>,
}

impl<'r> Reader<'r, '_> {
    /// A row as records under its edition; nothing where it states nothing, or where that cannot be said.
    fn read(&mut self, record: &Record<'_, '_>) -> Vec<(raw::Scalar, Vec<raw::Record>)> {
        let says = Column::OF_STATEMENTS.iter().any(|column| record.cell(*column).is_some());
        let Some(clause) = record.cell(Column::Clause) else {
            if says {
                let message = "the row contains a statement but names no clause";
                let fault = Diagnostic::new(Rule::MissingKey, record.span(), message);
                self.faults.push(fault.help("fill in the column clause, or empty the row"));
            }
            return Vec::new();
        };
        let may_say = || record.cell(Column::Applicable).is_some() || record.twins(Column::Status).next().is_some();
        if !says && !may_say() {
            self.without_statement += 1;
            return Vec::new();
        }
        self.unread.look(record);
        let places = match self.clauses(record) {
            Some(places) => places,
            None => self.unplaced(clause).into_iter().collect(),
        };
        let Some((_, first)) = places.first().cloned() else { return Vec::new() };
        let Some(read) = self.record(record, first, says) else {
            self.without_statement += 1;
            return Vec::new();
        };
        places.into_iter().map(|(edition, id)| (edition, vec![raw::Record { id, ..read.clone() }])).collect()
    }

    /// What a row says of a clause; nothing where it states nothing.
    fn record(&mut self, record: &Record<'_, '_>, id: raw::Scalar, says: bool) -> Option<raw::Record> {
        let reading = &self.rows.reading;
        let faults = &mut self.faults;
        let before = faults.len();
        let status = self.status.read(record, faults);
        faults.extend(self.status.contradicted(record, &status));
        let status = match status {
            RowStatus::Ignored => return None,
            RowStatus::Nothing | RowStatus::Applies if !says => return None,
            RowStatus::Applies => {
                self.without_status += 1;
                return None;
            }
            RowStatus::Nothing => None,
            RowStatus::Stated(status) => Some(status),
        };
        let is_out = status.as_ref().is_some_and(|status| status.value.as_str() == Status::NotApplicable.to_string());
        let (justification, left) = record.justifications(!is_out);
        left.into_iter().for_each(|cell| self.unread.add_justification(record, cell));
        let mut read = raw::Record {
            status,
            evidence: record.lines(Column::Evidence, faults),
            owner: record.words(Column::Owner, faults),
            due: record.day(Column::Due, reading, faults),
            assessed: record.day(Column::Assessed, reading, faults),
            maturity: record.trimmed(Column::Maturity, faults),
            maturity_target: record.trimmed(Column::MaturityTarget, faults),
            effort: record.trimmed(Column::Effort, faults),
            justification: justification.and_then(|cell| words_in(cell, faults)),
            risks: record.lines(Column::Risks, faults),
            note: record.words(Column::Note, faults),
            id,
        };
        let marks = record.trimmed(Column::AsWritten, faults).map(|marks| marks.value.to_string()).unwrap_or_default();
        let mut marks = marks.split_whitespace();
        let is_derived = marks.next().is_some_and(|mark| mark == mark_of(&read));
        if is_derived && read.status.is_none() {
            return None;
        }
        // Nobody stated these, when the sheet was written or since.
        let marks: Vec<&str> = marks.collect();
        for (column, key, field) in [
            (Column::Owner, "owner", &mut read.owner),
            (Column::Due, "due", &mut read.due),
            (Column::Effort, "effort", &mut read.effort),
        ] {
            let mark = field.as_ref().and_then(|field| model::field_mark(key, &field.value));
            if mark.is_some_and(|mark| marks.contains(&mark.as_str())) {
                *field = None;
                self.as_written.entry(read.id.span).or_default().push(column);
            }
        }
        let says = read.status.is_some()
            || Column::OF_STATEMENTS.iter().any(|column| {
                record.cell(*column).is_some()
                    && !self.as_written.get(&read.id.span).is_some_and(|as_written| as_written.contains(column))
            });
        if !says {
            return None;
        }
        if is_derived {
            self.derived.insert(read.id.span);
        }
        if read.status.is_none() && record.cell(Column::Status).is_none() && faults.len() == before {
            let message = format!("something is stated on {}, but no status", read.id.shown());
            let fault = Diagnostic::new(Rule::MissingKey, read.id.span, message);
            faults.push(fault.help(format!(
                "fill in the column status: planned, if it is only assigned or scheduled so far; use one of {}",
                Status::WORDS.join(", ")
            )));
        }
        Some(read)
    }

    /// A place for what a row says of a clause that is at fault, so that its other cells are read nevertheless. No
    /// clause has a space in its id.
    fn unplaced(&mut self, clause: &Cell) -> Option<(raw::Scalar, raw::Scalar)> {
        self.unplaced.insert(clause.span);
        let text = |value: String| raw::Scalar { value: value.into(), span: clause.span, is_unquoted: false };
        let edition = self.library.catalogs().next()?.id.to_string();
        Some((text(edition), text("this clause".to_owned())))
    }

    /// The clauses that a row speaks of, each with its edition; nothing where that cannot be said, which is a fault.
    fn clauses(&mut self, record: &Record<'_, '_>) -> Option<Vec<(raw::Scalar, raw::Scalar)>> {
        let stated = record.trimmed(Column::Edition, &mut self.faults).map(|text| self.by_name(text));
        let span = record.cell(Column::Clause)?.span;
        let otherwise =
            self.edition.map(|edition| raw::Scalar { value: edition.to_string().into(), span, is_unquoted: false });
        let stated = stated.or(otherwise);
        let home = stated.as_ref().and_then(|edition| self.library.catalog(&EditionId::parse(&edition.value).ok()?));
        let mut text = record.clause(Column::Clause, home, &mut self.numbers, &mut self.faults)?;
        if let Some(home) = home {
            let id = self.pieces.without_words(&text.value, home, &self.rows.reading, text.span).map(str::to_owned);
            text.value = id.map_or(text.value, Into::into);
        }
        let words = match home.filter(|_| self.rows.reading.split) {
            None => {
                // What is before a slash may be an edition, too.
                if home
                    .is_some_and(|home| text.value.contains('/') && ids::is_list(&text.value, home, &self.rows.reading))
                {
                    self.say_several(&text);
                    return None;
                }
                vec![text.value.to_string()]
            }
            Some(home) => match ids::split(&text.value, home, &self.rows.reading) {
                Ok(words) => words,
                Err(message) => {
                    let fault = Diagnostic::new(Rule::BadId, text.span, message);
                    self.faults.push(fault.help("write its first and its last clause, as in A.5.1-A.5.4"));
                    return None;
                }
            },
        };
        let is_alone = words.len() == 1;
        let mut clauses = Vec::new();
        for word in words {
            let id = raw::Scalar { value: word.into(), ..text.clone() };
            let (edition, id) = self.place(record, id, stated.clone())?;
            let (edition, id) = self.with_prefix(record, edition, id, is_alone)?;
            if is_alone {
                self.check_short_ids(record, &edition, &id);
            }
            clauses.push((edition, id));
        }
        Some(clauses)
    }

    /// A short id next to the whole one, which counts, is that of the same clause.
    fn check_short_ids(&mut self, record: &Record<'_, '_>, edition: &raw::Scalar, id: &raw::Scalar) {
        let home = EditionId::parse(&edition.value).ok().and_then(|edition| self.library.catalog(&edition));
        let Some(home) = home else { return };
        let clause = |number: &str| home.find(number).map(|clause| &clause.number);
        for (cell, head) in record.twins(Column::Clause) {
            let number = match &cell.value {
                // A spreadsheet takes 4.10 for 4.1.
                Value::Number(number) => {
                    let same = self.numbers.clauses(home, *number);
                    same.iter()
                        .find(|number| **number == id.value.as_str())
                        .map_or(number.to_string(), ToString::to_string)
                }
                other => other.text(),
            };
            if clause(number.trim()) != clause(&id.value) {
                let counts = record.head(Column::Clause);
                let message = format!(
                    "the row says {} under {head}, but {} under {counts}, which counts",
                    number.trim(),
                    id.shown()
                );
                let fault = Diagnostic::new(Rule::ContradictingCells, cell.span, message).label(id.span, "here");
                let option = format!("correct one of the two; --map \"{head}=ignore\" ignores the column");
                self.faults.push(fault.help(self.rows.reading.remedy.help(option, "correct one of the two")));
            }
        }
    }

    fn say_several(&mut self, id: &raw::Scalar) {
        let message = format!("{} names several clauses", id.shown());
        let option = "--split reads lists and ranges of clauses in one cell".to_owned();
        let help = self.rows.reading.remedy.help(option, "write a row for each clause");
        self.faults.push(Diagnostic::new(Rule::BadId, id.span, message).help(help));
    }

    fn by_name(&self, text: raw::Scalar) -> raw::Scalar {
        match self.library.catalog_named(text.value.trim()) {
            Some(catalog) => raw::Scalar { value: catalog.id.to_string().into(), ..text },
            None => text,
        }
    }

    /// The edition of a clause that may say it itself.
    fn place(
        &mut self,
        record: &Record<'_, '_>,
        id: raw::Scalar,
        stated: Option<raw::Scalar>,
    ) -> Option<(raw::Scalar, raw::Scalar)> {
        // An alias such as `ISO/IEC 20000-1:2011` holds a slash itself.
        let (edition, id) = match id.value.rsplit_once('/') {
            Some((edition, number)) => {
                let own = self.by_name(raw::Scalar { value: edition.to_owned().into(), ..id.clone() });
                let id = raw::Scalar { value: number.to_owned().into(), ..id.clone() };
                if let Some(row) = stated.filter(|row| row.value != own.value && record.cell(Column::Edition).is_some())
                {
                    let message = format!("the clause is one of {}, but its row names {}", own.shown(), row.shown());
                    let fault = Diagnostic::new(Rule::BadId, id.span, message).label(row.span, "here");
                    self.faults.push(fault.help("correct one of the two"));
                    return None;
                }
                (Some(own), id)
            }
            None => (stated, id),
        };
        let Some(edition) = edition else {
            let message = format!("{} does not name its edition", id.shown());
            let option = "add --edition EDITION, fill in a column edition, or write <edition>/<clause>".to_owned();
            let cells = "fill in a column edition, or write <edition>/<clause>";
            let help = self.rows.reading.remedy.help(option, cells);
            self.faults.push(Diagnostic::new(Rule::BadId, id.span, message).help(help));
            return None;
        };
        Some((edition, id))
    }

    /// The clause with what is before ids, where that is said; and its title to be compared. If it is not said and
    /// would help, that is remembered.
    fn with_prefix(
        &mut self,
        record: &Record<'_, '_>,
        edition: raw::Scalar,
        id: raw::Scalar,
        is_alone: bool,
    ) -> Option<(raw::Scalar, raw::Scalar)> {
        let home = EditionId::parse(&edition.value).ok().and_then(|edition| self.library.catalog(&edition));
        let Some(home) = home else { return Some((edition, id)) };
        let id = match ids::before_title(&id.value, home, &self.rows.reading).map(str::to_owned) {
            Some(number) if home.find(&id.value).is_none() => raw::Scalar { value: number.into(), ..id },
            Some(_) | None => id,
        };
        let mut number = ids::prefixed(&id.value, home, &self.rows.reading);
        if home.find(&number).is_none()
            && !ids::is_list(&id.value, home, &self.rows.reading)
            && let Some(other) = self.pieces.in_other_form(&id.value, home, id.span)
        {
            number = other;
        }
        let Some(clause) = home.find(&number) else {
            if ids::is_list(&id.value, home, &self.rows.reading) {
                self.say_several(&id);
                return None;
            }
            let prefixes = self.prefixes.entry(&home.id).or_insert_with(|| ids::prefixes(home));
            if let Some(prefix) = ids::missing_prefix(&id.value, home, prefixes) {
                let first = || (id.clone(), 0);
                self.without_prefix.entry((home.id.clone(), prefix)).or_insert_with(first).1 += 1;
                return None;
            }
            return Some((edition, id));
        };
        let title = record.cell(Column::Title).filter(|_| is_alone);
        if let (Some(title), Some(position)) = (title, home.position(&clause.number)) {
            self.titled.push(Titled { home, position, title: title.value.text(), span: title.span });
        }
        Some((edition, raw::Scalar { value: number.into(), ..id }))
    }

    /// Says once for all ids that lack the same thing before them.
    fn say_without_prefix(&mut self) {
        for ((edition, prefix), (first, count)) in std::mem::take(&mut self.without_prefix) {
            let others = match count {
                1 => String::new(),
                _ => format!("; the same is true of {}", counted(count - 1, "more id", "more ids")),
            };
            let shown = first.shown();
            let message = format!("{edition} has no clause {shown}, but it has {prefix}{shown}{others}");
            let fault = Diagnostic::new(Rule::UnknownClause, first.span, message);
            let option = format!("--id-prefix {prefix} reads the ids with this prefix");
            self.faults.push(fault.help(self.rows.reading.remedy.help(option, format!("write {prefix}{shown}"))));
        }
    }
}

/// The mark of what a row says: see [`model::row_mark`].
fn mark_of(record: &raw::Record) -> String {
    let text = |scalar: &Option<raw::Scalar>| scalar.as_ref().map(|scalar| scalar.value.to_string());
    let evidence: Vec<&str> = record.evidence.iter().map(|scalar| scalar.value.as_str()).collect();
    let risks: Vec<&str> = record.risks.iter().map(|scalar| scalar.value.as_str()).collect();
    model::row_mark([
        ("status", text(&record.status)),
        ("evidence", Some(evidence.join("\n"))),
        ("owner", text(&record.owner)),
        ("due", text(&record.due)),
        ("maturity", text(&record.maturity)),
        ("effort", text(&record.effort)),
        ("justification", text(&record.justification)),
        ("note", text(&record.note)),
        ("risks", Some(risks.join("\n"))),
        ("maturity-target", text(&record.maturity_target)),
    ])
}

/// The fault with what may have been meant: a clause by the zeros that spreadsheets drop.
fn with_suggestion<'l>(
    fault: Diagnostic,
    said: &BTreeMap<Span, String>,
    library: &'l Library,
    numbers: &mut Numbers<'l>,
) -> Diagnostic {
    let Some(said) = said.get(&fault.span) else { return fault };
    if fault.rule == Rule::DuplicateStatement {
        let number = said.rsplit('/').next().and_then(|number| number.trim().parse().ok());
        let like = |catalog| number.map_or(Vec::new(), |number| numbers.clauses(catalog, number).to_vec());
        return fault.help(match library.catalogs().map(like).find(|like| like.len() > 1) {
            Some(like) => format!(
                "keep one of the two; if one was {}, a spreadsheet dropped the zero: format the column as text",
                like[1..].join(" or ")
            ),
            None => "keep one of the two".to_owned(),
        });
    }
    fault
}
