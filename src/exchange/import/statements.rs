//! Rows become statements of an assessment.

use std::collections::{BTreeMap, BTreeSet};

use super::record::{Numbers, Record, with_coordinates};
use super::{Column, Rows};
use crate::diagnostic::{Diagnostic, Rule};
use crate::exchange::sheet::Cell;
use crate::load::{self, raw};
use crate::model::{Assessment, ClauseId, EditionId, Library, Statement, Status};
use crate::source::Span;

/// What people write for a status, and what they may mean by it.
const SYNONYMS: [(&str, &[&str]); 5] = [
    (
        "implemented",
        &[
            "yes",
            "y",
            "done",
            "ok",
            "true",
            "complete",
            "completed",
            "compliant",
            "conform",
            "full",
            "100%",
            "ja",
            "erledigt",
            "erfüllt",
            "umgesetzt",
        ],
    ),
    (
        "partial",
        &["partly", "partially", "in part", "in progress", "ongoing", "started", "teilweise", "teils", "in arbeit"],
    ),
    ("planned", &["plan", "scheduled", "later", "geplant", "vorgesehen"]),
    (
        "not-implemented",
        &["no", "n", "open", "false", "missing", "none", "not done", "non-compliant", "0%", "nein", "offen", "fehlt"],
    ),
    (
        "not-applicable",
        &[
            "n.a.",
            "n/a",
            "na",
            "n. a.",
            "not relevant",
            "out of scope",
            "excluded",
            "entfällt",
            "nicht anwendbar",
            "nicht zutreffend",
        ],
    ),
];

/// The columns that state something.
const STATEMENT_COLUMNS: [Column; 9] = [
    Column::Status,
    Column::Evidence,
    Column::Owner,
    Column::Due,
    Column::Assessed,
    Column::Maturity,
    Column::Effort,
    Column::Justification,
    Column::Note,
];

/// What the rows of a sheet state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statements {
    /// The statements, in the order of ids.
    pub list: Vec<(ClauseId, Statement)>,
    /// The columns that state something; what has none is left as it was.
    pub columns: Vec<Column>,
    /// The number of rows that name a clause without stating anything about it.
    pub without_statement: usize,
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
        numbers: Numbers::default(),
        faults: Vec::new(),
        without_statement: 0,
        unplaced: BTreeSet::new(),
    };
    let statuses = rows.records().filter_map(|record| reader.read(&record)).collect();
    let Reader { mut faults, mut numbers, without_statement: silent, unplaced, .. } = reader;
    let loaded = load::assessment_from_raw(
        raw::Assessment { statuses, ..empty_assessment(Span::start_of(rows.file())) },
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
    let faults = with_coordinates(faults, rows.sheet);
    let has_errors = crate::diagnostic::has_errors(&faults);
    match loaded.sound() {
        Ok((assessment, _)) if !has_errors => {
            let list = assessment.statements().map(|(clause, statement)| (clause.clone(), statement.clone())).collect();
            let columns = STATEMENT_COLUMNS.into_iter().filter(|column| rows.has(*column)).collect();
            Ok((Statements { list, columns, without_statement: silent }, faults))
        }
        Ok(_) | Err(_) => Err(faults),
    }
}

/// The statements that an assessment has to take over to say what a sheet says. What the sheet has no column for stays as
/// it is; an empty cell takes back what was said.
pub fn changes(assessment: &Assessment, statements: &Statements) -> Vec<(ClauseId, Statement)> {
    let merged = |(clause, said): &(ClauseId, Statement)| {
        let before = assessment.statement(clause);
        let after = before.map_or_else(|| said.clone(), |before| merged(before, said, &statements.columns));
        let is_news = before.is_none_or(|before| Statement { span: after.span, ..before.clone() } != after);
        is_news.then(|| (clause.clone(), after))
    };
    statements.list.iter().filter_map(merged).collect()
}

fn merged(before: &Statement, said: &Statement, columns: &[Column]) -> Statement {
    fn chosen<T: Clone>(is_said: bool, said: &T, before: &T) -> T {
        if is_said { said.clone() } else { before.clone() }
    }
    let has = |column| columns.contains(&column);
    Statement {
        status: said.status,
        evidence: chosen(has(Column::Evidence), &said.evidence, &before.evidence),
        owner: chosen(has(Column::Owner), &said.owner, &before.owner),
        due: chosen(has(Column::Due), &said.due, &before.due),
        assessed: chosen(has(Column::Assessed), &said.assessed, &before.assessed),
        maturity: chosen(has(Column::Maturity), &said.maturity, &before.maturity),
        effort: chosen(has(Column::Effort), &said.effort, &before.effort),
        // Why a clause does not apply is no longer said of one that does.
        justification: match before.status == Status::NotApplicable && said.status != Status::NotApplicable {
            true if !has(Column::Justification) => None,
            _ => chosen(has(Column::Justification), &said.justification, &before.justification),
        },
        note: chosen(has(Column::Note), &said.note, &before.note),
        span: said.span,
    }
}

/// An assessment as written in which nothing stands.
fn empty_assessment(span: Span) -> raw::Assessment {
    raw::Assessment {
        span,
        organization: None,
        scope: None,
        date: None,
        assessor: None,
        targets: Vec::new(),
        policy: raw::Policy::default(),
        efforts: Default::default(),
        objectives: Vec::new(),
        statuses: Vec::new(),
        processes: Vec::new(),
    }
}

struct Reader<'r, 's> {
    rows: &'r Rows<'s>,
    edition: Option<&'r EditionId>,
    library: &'r Library,
    numbers: Numbers<'r>,
    faults: Vec<Diagnostic>,
    without_statement: usize,
    /// Where clauses stand that are at fault already.
    unplaced: BTreeSet<Span>,
}

impl Reader<'_, '_> {
    /// A row as a record under its edition; nothing where it states nothing, or where that cannot be said.
    fn read(&mut self, record: &Record<'_>) -> Option<(raw::Scalar, Vec<raw::Record>)> {
        let says = STATEMENT_COLUMNS.iter().any(|column| record.cell(*column).is_some());
        let Some(clause) = record.cell(Column::Clause) else {
            if says {
                let fault = Diagnostic::new(
                    Rule::MissingKey,
                    record.span(self.rows.file()),
                    "the row states something and names no clause",
                );
                self.faults.push(fault.help("fill in the column clause, or empty the row"));
            }
            return None;
        };
        if !says {
            self.without_statement += 1;
            return None;
        }
        let (edition, id) = match self.clause(record) {
            Some(clause) => clause,
            None => self.unplaced(clause)?,
        };
        let faults = &mut self.faults;
        let status = record.word(Column::Status, &Status::WORDS, faults);
        if record.cell(Column::Status).is_none() {
            let fault = Diagnostic::new(
                Rule::MissingKey,
                clause.span,
                format!("something is stated of {} and no status", id.shown()),
            );
            faults.push(fault.help(format!("fill in the column status with one of {}", Status::WORDS.join(", "))));
        }
        let record = raw::Record {
            id,
            status,
            evidence: record.lines(Column::Evidence, faults),
            owner: record.words(Column::Owner, faults),
            due: record.trimmed(Column::Due, faults),
            assessed: record.trimmed(Column::Assessed, faults),
            maturity: record.trimmed(Column::Maturity, faults),
            effort: record.trimmed(Column::Effort, faults),
            justification: record.words(Column::Justification, faults),
            note: record.words(Column::Note, faults),
        };
        Some((edition, vec![record]))
    }

    /// A place for what a row says of a clause that is at fault, so that its other cells are read all the same. No clause has
    /// a blank in its id.
    fn unplaced(&mut self, clause: &Cell) -> Option<(raw::Scalar, raw::Scalar)> {
        self.unplaced.insert(clause.span);
        let text = |value: String| raw::Scalar { value: value.into(), span: clause.span, is_unquoted: false };
        let edition = self.library.catalogs().next()?.id.to_string();
        Some((text(edition), text("this clause".to_owned())))
    }

    /// The edition that a row speaks of, and the clause in it.
    fn clause(&mut self, record: &Record<'_>) -> Option<(raw::Scalar, raw::Scalar)> {
        let stated = record.trimmed(Column::Edition, &mut self.faults);
        let by_name = |text: raw::Scalar| match self.library.catalog_named(text.value.trim()) {
            Some(catalog) => raw::Scalar { value: catalog.id.to_string().into(), ..text },
            None => text,
        };
        let span = record.cell(Column::Clause)?.span;
        let otherwise =
            self.edition.map(|edition| raw::Scalar { value: edition.to_string().into(), span, is_unquoted: false });
        let stated = stated.map(by_name).or(otherwise);
        let home = stated.as_ref().and_then(|edition| self.library.catalog(&EditionId::parse(&edition.value).ok()?));
        let id = record.clause(Column::Clause, home, &mut self.numbers, &mut self.faults)?;
        // An alias such as `ISO/IEC 20000-1:2011` holds a slash itself.
        let (edition, id) = match id.value.rsplit_once('/') {
            Some((edition, number)) => {
                let own = by_name(raw::Scalar { value: edition.to_owned().into(), ..id.clone() });
                let id = raw::Scalar { value: number.to_owned().into(), ..id.clone() };
                if let Some(row) = stated.filter(|row| row.value != own.value && record.cell(Column::Edition).is_some())
                {
                    let message = format!("the clause is one of {} and its row speaks of {}", own.shown(), row.shown());
                    let fault = Diagnostic::new(Rule::BadId, id.span, message).label(row.span, "here");
                    self.faults.push(fault.help("correct one of the two"));
                    return None;
                }
                (Some(own), id)
            }
            None => (stated, id),
        };
        let Some(edition) = edition else {
            let message = format!("{} does not say of which edition it is", id.shown());
            let help = "add --edition EDITION, fill in a column edition, or write <edition>/<clause>";
            self.faults.push(Diagnostic::new(Rule::BadId, id.span, message).help(help));
            return None;
        };
        Some((edition, id))
    }
}

/// The fault with what may have been meant: a status by its synonym, a clause by the zeros that spreadsheets drop.
fn with_suggestion<'l>(
    fault: Diagnostic,
    said: &BTreeMap<Span, String>,
    library: &'l Library,
    numbers: &mut Numbers<'l>,
) -> Diagnostic {
    let Some(said) = said.get(&fault.span) else { return fault };
    if fault.rule == Rule::UnknownStatus {
        let said = said.trim().to_lowercase();
        let meant = SYNONYMS.iter().find(|(_, synonyms)| synonyms.contains(&said.as_str()));
        return match meant {
            Some((status, _)) => {
                fault.help(format!("did you mean {status}? the words are {}", Status::WORDS.join(", ")))
            }
            None => fault,
        };
    }
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
