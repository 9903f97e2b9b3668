//! The register of evidence: every piece, what it supports, and whether it is there and still counts.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diagnostic::Refusal;
use crate::language::Phrase;
use crate::model::{ClauseId, Evidence, Status, Unfit, is_address};
use crate::query::case::{Assessed, AssessedQuestion};
use crate::query::stated::{self, effective_statements};
use crate::query::words::counted;
use crate::report::{ANSWER, Cell, Column, Document, Part, Table, Tone};

/// The register of evidence: every piece, what it supports, its owner, and whether it is there and still valid
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk evidence examples/harbour-it/assessment.yaml
  xwalk evidence assessment.yaml --as-of 2026-12-01 --output evidence.xlsx

Titles, owners and dates of pieces stand under `evidence` of the assessment, by the paths and addresses that statements \
name. Paths start from the folder of the assessment; web addresses are listed and not opened.")]
pub struct EvidenceRegister {
    /// The day on which evidence has to be valid [default: the assessment's date]
    #[arg(long, value_name = "DATE", value_parser = crate::query::day)]
    pub as_of: Option<Date>,
}

/// Whether a piece of evidence is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceState {
    /// A file is there.
    There,
    /// The path leads to no file.
    Unfit(Unfit),
    /// It is an address, which nobody opened.
    Address,
    /// Nobody looked for the file.
    Unknown,
}

/// Whether a piece of evidence counts on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// Its last day has not passed.
    Valid,
    /// Its last day has passed.
    Expired,
    /// It has no last day.
    Unlimited,
    /// It has a last day, and there is no day to compare that with.
    Undecided,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredEvidence {
    /// Its path or address.
    pub place: String,
    /// What the register says of it.
    pub known: Option<Evidence>,
    /// The clauses whose statements name it.
    pub supports: Vec<ClauseId>,
    /// Whether it is there.
    pub state: EvidenceState,
    /// Whether it counts.
    pub validity: Validity,
}

/// All evidence of an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// The day on which it has to count.
    pub as_of: Option<Date>,
    /// The pieces, in the order of their places.
    pub pieces: Vec<RegisteredEvidence>,
    /// The clauses that are stated as implemented without any, each with its title.
    pub without: Vec<(ClauseId, String)>,
}

impl EvidenceState {
    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::There => "found",
            Self::Unfit(Unfit::Missing) => "missing",
            Self::Unfit(Unfit::Folder) => "a folder",
            Self::Unfit(Unfit::Special) => "no file",
            Self::Unfit(Unfit::Outside) => "outside",
            Self::Address => "web address",
            Self::Unknown => "not looked for",
        }
    }

    fn tone(self) -> Tone {
        match self {
            Self::There => Tone::Good,
            Self::Unfit(Unfit::Missing) => Tone::Bad,
            Self::Unfit(Unfit::Folder | Unfit::Special | Unfit::Outside) => Tone::Middling,
            Self::Address | Self::Unknown => Tone::Quiet,
        }
    }
}

impl Validity {
    fn of(valid_until: Option<Date>, as_of: Option<Date>) -> Self {
        match (valid_until, as_of) {
            (None, _) => Self::Unlimited,
            (Some(_), None) => Self::Undecided,
            (Some(last), Some(day)) if last < day => Self::Expired,
            (Some(_), Some(_)) => Self::Valid,
        }
    }

    fn cell(self) -> Cell {
        match self {
            Self::Valid => Cell::word("valid", Tone::Good),
            Self::Expired => Cell::word("expired", Tone::Bad),
            Self::Unlimited | Self::Undecided => Cell::Empty,
        }
    }
}

impl EvidenceRegister {
    /// Answers for every piece that a statement or the register names.
    pub fn ask(&self, case: Assessed<'_>) -> Register {
        let as_of = self.as_of.or(case.assessment.date);
        let mut supports: BTreeMap<&str, BTreeSet<&ClauseId>> = BTreeMap::new();
        for piece in &case.assessment.register {
            supports.entry(piece.place.trim()).or_default();
        }
        for (clause, statement) in case.assessment.statements() {
            for place in statement.evidence.iter().map(|place| place.trim()).filter(|place| !place.is_empty()) {
                supports.entry(place).or_default().insert(clause);
            }
        }
        let known = |place: &str| case.assessment.register.iter().find(|piece| piece.place.trim() == place);
        let piece = |(place, clauses): (&str, BTreeSet<&ClauseId>)| RegisteredEvidence {
            place: place.to_owned(),
            known: known(place).cloned(),
            supports: clauses.into_iter().cloned().collect(),
            state: state(case, place),
            validity: Validity::of(known(place).and_then(|piece| piece.valid_until), as_of),
        };
        let is_without = |evidence: &[crate::source::Text]| evidence.iter().all(|place| place.trim().is_empty());
        let without = effective_statements(case)
            .filter(|(_, stated)| stated.status == Status::Implemented && is_without(&stated.evidence));
        let title = |clause: &ClauseId| case.case.library.clause(clause).map(|found| found.title.to_string());
        Register {
            as_of,
            pieces: supports.into_iter().map(piece).collect(),
            without: without.map(|(clause, _)| (clause.clone(), title(clause).unwrap_or_default())).collect(),
        }
    }
}

/// Whether what a place names is there.
fn state(case: Assessed<'_>, place: &str) -> EvidenceState {
    if is_address(place) {
        return EvidenceState::Address;
    }
    let Some(unfit) = &case.assessment.unfit else { return EvidenceState::Unknown };
    let found = unfit.iter().find(|(known, _)| known.trim() == place);
    found.map_or(EvidenceState::There, |(_, unfit)| EvidenceState::Unfit(*unfit))
}

impl Register {
    /// The counts in sentences.
    pub(in crate::deliver) fn in_words(&self) -> Vec<String> {
        let count =
            |is_meant: &dyn Fn(&RegisteredEvidence) -> bool| self.pieces.iter().filter(|piece| is_meant(piece)).count();
        let clauses: BTreeSet<&ClauseId> = self.pieces.iter().flat_map(|piece| &piece.supports).collect();
        let idle = count(&|piece| piece.supports.is_empty());
        let mut words = vec![format!(
            "{} for {}{}.",
            counted(self.pieces.len(), "piece of evidence", "pieces of evidence"),
            counted(clauses.len(), "clause", "clauses"),
            if idle == 0 { String::new() } else { format!("; {idle} named by no statement") },
        )];
        let missing = count(&|piece| piece.state == EvidenceState::Unfit(Unfit::Missing));
        let misplaced = count(&|piece| matches!(piece.state, EvidenceState::Unfit(_))) - missing;
        let mut files = vec![format!("{} found", count(&|piece| piece.state == EvidenceState::There))];
        files.push(format!("{missing} missing"));
        files.extend((misplaced > 0).then(|| format!("{misplaced} that cannot be taken as a file of the assessment")));
        files.push(counted(count(&|piece| piece.state == EvidenceState::Address), "web address", "web addresses"));
        let unknown = count(&|piece| piece.state == EvidenceState::Unknown);
        match unknown {
            0 => words.push(format!("Files: {} (not opened).", files.join(", "))),
            several => words.push(format!("{} not looked for.", counted(several, "file was", "files were"))),
        }
        let dated = count(&|piece| piece.validity != Validity::Unlimited);
        let expired = count(&|piece| piece.validity == Validity::Expired);
        words.push(match (self.as_of, dated) {
            (_, 0) => "No piece has a last day of validity.".to_owned(),
            (Some(day), _) => format!("As of {day}, {expired} of {dated} with a last day of validity expired."),
            (None, _) => format!(
                "{dated} with a last day of validity; there is no day to compare it with: add --as-of DATE, or `date` to the \
                 assessment."
            ),
        });
        words
    }

    /// The pieces as a table of this name.
    pub(in crate::deliver) fn table(&self, name: &'static str) -> Table {
        Table::of(name, "Evidence register", COLUMNS, &self.pieces).without_empty_columns()
    }
}

impl AssessedQuestion for EvidenceRegister {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        let register = self.ask(case);
        let mut parts = vec![Part::Table(register.table(ANSWER))];
        if !register.without.is_empty() {
            let title = "Implemented without evidence";
            parts.push(Part::Table(Table::of("without-evidence", title, WITHOUT, &register.without)));
        }
        Ok(Document {
            command: "evidence",
            title: format!("Evidence register of {}", case.assessment.organization.trim()).into(),
            lead: Phrase::each(register.in_words()),
            parts,
            findings: Vec::new(),
            basis: case.basis([], []),
        })
    }

    fn looks_for_evidence(&self) -> bool {
        true
    }
}

const COLUMNS: &[Column<RegisteredEvidence>] = &[
    Column::new("evidence", "Evidence", |piece| Cell::resources(&[&piece.place])),
    Column::new("title", "Title", |piece| Cell::maybe(piece.known.as_ref().and_then(|known| known.title.as_ref()))),
    Column::new("owner", "Owner", |piece| Cell::maybe(piece.known.as_ref().and_then(|known| known.owner.as_ref()))),
    Column::new("date", "Date", |piece| Cell::day(piece.known.as_ref().and_then(|known| known.date))),
    Column::new("valid-until", "Valid until", |piece| {
        Cell::day(piece.known.as_ref().and_then(|known| known.valid_until))
    }),
    Column::new("validity", "Validity", |piece| piece.validity.cell()),
    Column::new("file", "File", |piece| Cell::word(piece.state.name(), piece.state.tone())),
    Column::new("supports", "Supports", |piece| Cell::refs(&piece.supports)),
    Column::for_programs("note", |piece| Cell::maybe(piece.known.as_ref().and_then(|known| known.note.as_ref()))),
];

const WITHOUT: &[Column<(ClauseId, String)>] = &[
    Column::new("clause", "Clause", |line| Cell::refs([&line.0])),
    Column::new("title", "Title", |line| Cell::text(&line.1)),
    Column::new("status", "Status", |_| Cell::word(Status::Implemented, stated::tone(Status::Implemented))),
];
