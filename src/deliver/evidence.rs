//! The register of evidence: every piece, what it supports, and whether it is there and still counts.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diagnostic::Refusal;
use crate::language::{Phrase, Term, say};
use crate::model::{ClauseId, Evidence, Status, Unfit, is_address};
use crate::query::case::{Assessed, AssessedQuestion};
use crate::query::stated::{self, effective_statements};
use crate::report::{ANSWER, Audience, Cell, Column, Document, Part, Table, Tone};

/// Lists the register of evidence: every piece, what it supports, its owner, and whether it exists and is still valid
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk evidence examples/harbour-it/assessment.yaml
  xwalk evidence assessment.yaml --as-of 2026-12-01 --output evidence.xlsx

Titles, owners and dates of pieces are under `evidence` in the assessment, by the paths and addresses that statements \
name. Paths start from the folder of the assessment; web addresses are listed and not opened.")]
pub struct EvidenceRegister {
    /// The day on which evidence has to be valid [default: the assessment's date]
    #[arg(long, value_name = "DATE", value_parser = crate::query::day)]
    pub as_of: Option<Date>,
}

/// Whether a piece of evidence exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceState {
    /// The file exists.
    There,
    /// The path does not point to a file.
    Unfit(Unfit),
    /// It is an address, which was not opened.
    Address,
    /// The file was not checked.
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
    /// It has a last day, but there is no day to compare that with.
    Undecided,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredEvidence {
    /// Its path or address.
    pub place: String,
    /// What the register says about it.
    pub known: Option<Evidence>,
    /// The clauses whose statements name it.
    pub supports: Vec<ClauseId>,
    /// Whether it exists.
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
    /// The clauses that are stated as implemented without any, each with its title, in the order in which people read them.
    pub without: Vec<(ClauseId, String)>,
}

impl EvidenceState {
    /// Its name in every format.
    pub fn name(self) -> &'static str {
        self.term().word
    }

    fn term(self) -> &'static Term {
        match self {
            Self::There => &Term { word: "found", id: "evidence-found" },
            Self::Unfit(Unfit::Missing) => &Term { word: "missing", id: "evidence-missing" },
            Self::Unfit(Unfit::Folder) => &Term { word: "a folder", id: "evidence-folder" },
            Self::Unfit(Unfit::Special) => &Term { word: "no file", id: "evidence-special" },
            Self::Unfit(Unfit::Outside) => &Term { word: "outside", id: "evidence-outside" },
            Self::Address => &Term { word: "web address", id: "evidence-address" },
            Self::Unknown => &Term { word: "not looked for", id: "evidence-unknown" },
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
            Self::Valid => Cell::word(say!("evidence-valid"), Tone::Good),
            Self::Expired => Cell::word(say!("evidence-expired"), Tone::Bad),
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
            supports: case.case.library.in_order(clauses).into_iter().cloned().collect(),
            state: state(case, place),
            validity: Validity::of(known(place).and_then(|piece| piece.valid_until), as_of),
        };
        let is_without = |evidence: &[crate::source::Text]| evidence.iter().all(|place| place.trim().is_empty());
        let without = effective_statements(case)
            .filter(|(_, stated)| stated.status == Status::Implemented && is_without(&stated.evidence));
        let without = case.case.library.in_order(without.map(|(clause, _)| clause));
        let title = |clause: &ClauseId| case.case.library.clause(clause).map(|found| found.title.to_string());
        Register {
            as_of,
            pieces: supports.into_iter().map(piece).collect(),
            without: without.into_iter().map(|clause| (clause.clone(), title(clause).unwrap_or_default())).collect(),
        }
    }
}

/// Whether what a place names exists.
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
    pub(in crate::deliver) fn in_words(&self) -> Vec<Phrase> {
        let clauses: BTreeSet<&ClauseId> = self.pieces.iter().flat_map(|piece| &piece.supports).collect();
        let idle = self.count(|piece| piece.supports.is_empty());
        let counts = say!("evidence-counts", pieces = self.pieces.len(), clauses = clauses.len(), idle = idle);
        vec![counts, self.files_in_words(), self.validity_in_words()]
    }

    fn files_in_words(&self) -> Phrase {
        let unknown = self.count(|piece| piece.state == EvidenceState::Unknown);
        if unknown > 0 {
            return say!("evidence-not-looked-for", count = unknown);
        }
        let missing = self.count(|piece| piece.state == EvidenceState::Unfit(Unfit::Missing));
        say!(
            "evidence-files",
            found = self.count(|piece| piece.state == EvidenceState::There),
            missing = missing,
            misplaced = self.count(|piece| matches!(piece.state, EvidenceState::Unfit(_))) - missing,
            addresses = self.count(|piece| piece.state == EvidenceState::Address),
        )
    }

    fn validity_in_words(&self) -> Phrase {
        let dated = self.count(|piece| piece.validity != Validity::Unlimited);
        let expired = self.count(|piece| piece.validity == Validity::Expired);
        match (self.as_of, dated) {
            (_, 0) => say!("evidence-unlimited"),
            (Some(day), _) => say!("evidence-as-of", day = day, expired = expired, count = dated),
            (None, _) => say!("evidence-no-day", count = dated),
        }
    }

    fn count(&self, is_meant: impl Fn(&RegisteredEvidence) -> bool) -> usize {
        self.pieces.iter().filter(|piece| is_meant(piece)).count()
    }

    /// The pieces as a table of this name.
    pub(in crate::deliver) fn table(&self, name: &'static str) -> Table {
        Table::of(name, say!("evidence-register"), COLUMNS, &self.pieces).without_empty_columns()
    }
}

impl AssessedQuestion for EvidenceRegister {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        let register = self.ask(case);
        let mut parts = vec![Part::Table(register.table(ANSWER))];
        if !register.without.is_empty() {
            let title = say!("evidence-without");
            parts.push(Part::Table(Table::of("without-evidence", title, WITHOUT, &register.without)));
        }
        Ok(Document {
            command: "evidence",
            title: say!("evidence-title", organization = case.assessment.organization.trim()),
            lead: register.in_words(),
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
    Column::said(Audience::All, "evidence", "heading-evidence", |piece| Cell::resources(&[&piece.place])),
    Column::said(Audience::All, "title", "heading-title", |piece| {
        Cell::maybe(piece.known.as_ref().and_then(|known| known.title.as_ref()))
    }),
    Column::said(Audience::All, "owner", "heading-owner", |piece| {
        Cell::maybe(piece.known.as_ref().and_then(|known| known.owner.as_ref()))
    }),
    Column::said(Audience::All, "date", "evidence-heading-date", |piece| {
        Cell::day(piece.known.as_ref().and_then(|known| known.date))
    }),
    Column::said(Audience::All, "valid-until", "evidence-heading-valid-until", |piece| {
        Cell::day(piece.known.as_ref().and_then(|known| known.valid_until))
    }),
    Column::said(Audience::All, "validity", "evidence-heading-validity", |piece| piece.validity.cell()),
    Column::said(Audience::All, "file", "evidence-heading-file", |piece| {
        Cell::word(piece.state.term(), piece.state.tone())
    }),
    Column::said(Audience::All, "supports", "evidence-heading-supports", |piece| Cell::refs(&piece.supports)),
    Column::for_programs("note", |piece| Cell::maybe(piece.known.as_ref().and_then(|known| known.note.as_ref()))),
];

const WITHOUT: &[Column<(ClauseId, String)>] = &[
    Column::said(Audience::All, "clause", "heading-clause", |line| Cell::refs([&line.0])),
    Column::said(Audience::All, "title", "heading-title", |line| Cell::text(&line.1)),
    Column::said(Audience::All, "status", "heading-status", |_| {
        Cell::word(Status::Implemented, stated::tone(Status::Implemented))
    }),
];
