//! What is covered, what has to be extended, what is new: the gap analysis.

use std::collections::BTreeSet;

use clap::ValueEnum;

use crate::crosswalk::Level;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Refusal;
use crate::load::name;
use crate::model::{ClauseId, Confidence, Direction, EditionId, Status, TableId};
use crate::query::case::{Assessed, AssessedQuestion};
use crate::query::finding;
use crate::query::scenarios::{GapCause, Scenarios};
use crate::query::tally::{Tally, tone};
use crate::query::words::{self, counted};
use crate::report::{ANSWER, Audience, Cell, Column, Document, Part, Table, Tone};
use crate::source::Text;

/// What is covered, what has to be extended and how, what is new
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk gap examples/harbour-it/assessment.yaml --target iso-iec-20000-1:2011
  xwalk gap assessment.yaml --action implement --action build
  xwalk gap assessment.yaml --clause 6 --format csv --output gap.csv")]
pub struct Gap {
    /// The edition that is aimed at, by id or alias [default: the assessment's targets]
    #[arg(long, value_name = "EDITION")]
    pub target: Option<String>,
    /// Show only requirements with this action; may be given several times
    #[arg(long, value_name = "ACTION")]
    pub action: Vec<Action>,
    /// Show only requirements at this level; may be given several times
    #[arg(long, value_name = "LEVEL")]
    pub level: Vec<LevelName>,
    /// Show only this clause and those below it; may be given several times
    #[arg(long, value_name = "CLAUSE")]
    pub clause: Vec<String>,
}

/// A level as the command line knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LevelName {
    /// Nothing is known
    None,
    /// Some of it may be in place
    Presumed,
    /// Some of it is in place
    Partial,
    /// All of it is in place
    Full,
}

impl LevelName {
    fn level(self) -> Level {
        match self {
            Self::None => Level::None,
            Self::Presumed => Level::Presumed,
            Self::Partial => Level::Partial,
            Self::Full => Level::Full,
        }
    }
}

/// Where a requirement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// All of it is in place.
    Covered,
    /// Some of it is certainly in place.
    PartlyCovered,
    /// Some of it may be in place.
    ToVerify,
    /// It is not in place, or a base clause that would serve it is not.
    Open,
    /// A base clause that would serve it has not been assessed.
    Unknown,
    /// Nothing in the base serves it.
    New,
}

/// What is to be done about a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Action {
    /// Nothing
    None,
    /// Do what the row's `add` says
    Extend,
    /// Look whether it is in place
    Verify,
    /// Put it, or the base clause that serves it, in place
    Implement,
    /// Assess the base clause that nobody looked at
    Assess,
    /// Build it from the ground
    Build,
}

impl Outcome {
    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Covered => "covered",
            Self::PartlyCovered => "partly covered",
            Self::ToVerify => "to verify",
            Self::Open => "open",
            Self::Unknown => "unknown",
            Self::New => "new",
        }
    }

    /// What follows from it.
    pub fn action(self) -> Action {
        match self {
            Self::Covered => Action::None,
            Self::PartlyCovered => Action::Extend,
            Self::ToVerify => Action::Verify,
            Self::Open => Action::Implement,
            Self::Unknown => Action::Assess,
            Self::New => Action::Build,
        }
    }
}

impl Action {
    pub(crate) const ALL: [Self; 6] =
        [Self::None, Self::Extend, Self::Verify, Self::Implement, Self::Assess, Self::Build];

    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Extend => "extend",
            Self::Verify => "verify",
            Self::Implement => "implement",
            Self::Assess => "assess",
            Self::Build => "build",
        }
    }

    pub(crate) fn tone(self) -> Tone {
        match self {
            Self::None => Tone::Good,
            Self::Extend => Tone::Middling,
            Self::Verify | Self::Assess => Tone::Unsure,
            Self::Implement | Self::Build => Tone::Bad,
        }
    }

    fn meaning(self) -> &'static str {
        match self {
            Self::None => "nothing to do: what is in place covers it",
            Self::Extend => "some of it is in place: do what is left",
            Self::Verify => "some of it may be in place: look",
            Self::Implement => "stated as not in place, or served by a base clause that is not",
            Self::Assess => "served by a base clause that nobody looked at",
            Self::Build => "nothing in the base serves it: put it in place as it stands",
        }
    }
}

/// A requirement of the target and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct GapRow {
    /// The requirement.
    pub clause: ClauseId,
    /// Its title.
    pub title: Text,
    /// What it asks for, in a sentence.
    pub summary: Option<Text>,
    /// How far it is known to be met.
    pub level: Level,
    /// Where it stands.
    pub outcome: Outcome,
    /// What is to be done.
    pub action: Action,
    /// The best chain: of the run as stated, or, where that has none, of the run that shows what would serve it.
    pub chain: Vec<ClauseId>,
    /// What is left to do where the chain's first clause is in place, by the rows of the chain.
    pub add: String,
    /// The clauses to put in place (implement), to look at (assess), or to finish since the chain rests on them (extend, verify).
    pub prerequisites: Vec<ClauseId>,
    /// What the assessment states about the requirement itself.
    pub status: Option<Status>,
    /// The number of rows of the chain.
    pub hops: Option<u32>,
    /// The tables of the chain.
    pub tables: Vec<TableId>,
    /// The confidence of its least confident row.
    pub confidence: Option<Confidence>,
    /// The evidence that the statements at the chain's beginning name.
    pub evidence: Vec<Text>,
    /// The chain in short, for people.
    pub chain_in_words: String,
}

/// A gap analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Gaps {
    /// The targets, each with the counts of its requirements.
    pub targets: Vec<(EditionId, Tally)>,
    /// Every applicable requirement of the targets, in catalog order.
    pub rows: Vec<GapRow>,
    /// What is stated otherwise than it follows.
    pub findings: Vec<Diagnostic>,
}

impl Gaps {
    /// The coverage of each target, what does not apply, and what the base is.
    pub(crate) fn in_words(&self, case: Assessed<'_>, weight: f64) -> Vec<String> {
        let mut sentences: Vec<String> = Vec::new();
        for (target, tally) in &self.targets {
            sentences.push(format!("Coverage of {target}: {}.", tally.in_words(weight)));
            sentences.extend(case.out_of_scope(target));
        }
        sentences.push(case.base_in_words(&self.targets));
        sentences
    }

    /// How many requirements there are of each action.
    pub(crate) fn summary(&self) -> Table {
        let lines: Vec<Line> = Action::ALL
            .into_iter()
            .map(|action| Line { action, count: self.rows.iter().filter(|row| row.action == action).count() })
            .collect();
        Table::of("summary", "Summary", SUMMARY, &lines)
    }
}

impl Gap {
    /// Answers for every applicable requirement of the targets; the filters are for [`Gap::document`].
    pub fn ask(&self, case: Assessed<'_>) -> Result<Gaps, Refusal> {
        let targets = case.targets(self.target.as_deref())?;
        let mut gaps = Gaps { targets: Vec::new(), rows: Vec::new(), findings: Vec::new() };
        for target in targets {
            let scenarios = Scenarios::new(case, &target.id);
            let rows = gaps.rows.len();
            gaps.rows.extend(case.case.crosswalk.requirements(&target.id).filter_map(|clause| row(&scenarios, clause)));
            let tally = Tally::of(gaps.rows[rows..].iter().map(|row| Some(row.level)));
            gaps.targets.push((target.id.clone(), tally));
            if gaps.findings.is_empty() {
                gaps.findings = finding::findings(case, &scenarios.assumptions, &scenarios.as_stated);
            }
        }
        Ok(gaps)
    }

    fn shows(&self, row: &GapRow, within: &BTreeSet<ClauseId>) -> bool {
        (self.action.is_empty() || self.action.contains(&row.action))
            && (self.level.is_empty() || self.level.iter().any(|level| level.level() == row.level))
            && (self.clause.is_empty() || within.contains(&row.clause))
    }

    /// The requirements that `--clause` asks for.
    fn within(&self, case: Assessed<'_>, gaps: &Gaps) -> Result<BTreeSet<ClauseId>, Refusal> {
        let mut within = BTreeSet::new();
        for asked in &self.clause {
            let whole = match gaps.targets.as_slice() {
                [(target, _)] if !asked.contains('/') => format!("{target}/{asked}"),
                _ => asked.clone(),
            };
            let clause = name::clause(&whole, case.case.library, None)?;
            within.extend(case.case.crosswalk.requirements_of(&clause).into_iter().cloned());
        }
        Ok(within)
    }
}

/// Where one requirement stands; nothing where it does not apply.
pub(super) fn row(scenarios: &Scenarios<'_>, clause: &ClauseId) -> Option<GapRow> {
    let crosswalk = scenarios.case.case.crosswalk;
    let found = crosswalk.clause(clause)?;
    let level = scenarios.level(clause)?;
    let (outcome, first) = match level {
        Level::Full => (Outcome::Covered, Vec::new()),
        Level::Partial => (Outcome::PartlyCovered, unfinished(scenarios, clause)),
        Level::Presumed => (Outcome::ToVerify, unfinished(scenarios, clause)),
        Level::None => match scenarios.gap_cause(clause) {
            GapCause::Stated => (Outcome::Open, Vec::new()),
            GapCause::Unfinished(first) => (Outcome::Open, first),
            GapCause::Unknown(first) => (Outcome::Unknown, first),
            GapCause::New => (Outcome::New, Vec::new()),
        },
    };
    let telling = scenarios.most_informative(clause);
    let because: Vec<ClauseId> = telling.chain(clause).into_iter().cloned().collect();
    let steps = telling.steps(clause);
    let tables = words::tables(&steps);
    let origins = telling.origins(clause);
    let statements = origins.iter().filter_map(|origin| crosswalk.statement(origin, scenarios.case.assessment));
    let mut evidence: Vec<Text> = Vec::new();
    for (_, statement) in statements {
        for item in &statement.evidence {
            if !evidence.contains(item) {
                evidence.push(item.clone());
            }
        }
    }
    let home = match scenarios.base.len() {
        1 => scenarios.base.first(),
        _ => None,
    };
    let status = crosswalk.statement(clause, scenarios.case.assessment).map(|(_, statement)| statement.status);
    let hops = telling.hops(clause).unwrap_or(0);
    let short = match because.as_slice() {
        [] if status.is_some() => "stated".to_owned(),
        [] => String::new(),
        [_] => "stated".to_owned(),
        // A long chain is for `explain`; here it is enough where it begins.
        [first, ..] if hops > 1 && first.edition == clause.edition => format!("own {} over {hops} rows", first.number),
        [first, ..] if hops > 1 => format!("{} over {hops} rows", words::short_reference(first, home)),
        [before @ .., _] => {
            before.iter().map(|clause| words::short_reference(clause, home)).collect::<Vec<_>>().join(" → ")
        }
    };
    Some(GapRow {
        clause: clause.clone(),
        title: found.title.clone(),
        summary: found.summary.clone(),
        level,
        outcome,
        action: outcome.action(),
        chain: because,
        add: words::adds(&steps),
        prerequisites: first,
        status,
        hops: telling.hops(clause),
        tables,
        confidence: telling.confidence(clause),
        evidence,
        chain_in_words: short,
    })
}

/// The clauses on a chain that are not fully in place, so that finishing them may bring more: where it starts, and the
/// partners in its joint rows.
fn unfinished(scenarios: &Scenarios<'_>, clause: &ClauseId) -> Vec<ClauseId> {
    let steps = scenarios.as_stated.steps(clause);
    let partners = steps
        .iter()
        .filter(|step| step.direction == Direction::Forward && step.relation.is_joint())
        .flat_map(|step| &step.relation.from)
        .flat_map(|clause| scenarios.case.case.crosswalk.requirements_of(clause));
    let mut unfinished: Vec<ClauseId> = Vec::new();
    for candidate in scenarios.as_stated.origins(clause).into_iter().chain(partners) {
        let is_open = scenarios.level(candidate).is_some_and(|level| level < Level::Full);
        // A partner in an edition that the organization says nothing of is no work that it has taken on.
        let is_taken_on = scenarios.base.contains(&candidate.edition) || candidate.edition == clause.edition;
        let carrier = scenarios.statement_clause(candidate);
        if is_open && is_taken_on && candidate != clause && !unfinished.contains(carrier) {
            unfinished.push(carrier.clone());
        }
    }
    unfinished
}

/// What is told of a requirement.
pub(crate) const COLUMNS: &[Column<GapRow>] = &[
    Column::for_programs("clause", |row| Cell::refs([&row.clause])),
    Column::for_people("Clause", |row| Cell::text(row.clause.number.as_str())),
    Column::new("title", "Requirement", |row| Cell::text(&row.title)),
    Column::new("level", "Level", |row| Cell::word(row.level, tone(row.level))),
    Column::for_programs("outcome", |row| Cell::word(row.outcome.name(), Tone::Plain)),
    Column::new("action", "Action", |row| Cell::word(row.action.name(), row.action.tone())),
    Column::for_programs("because", |row| Cell::refs(&row.chain)),
    Column::for_people("Because", |row| Cell::text(&row.chain_in_words)),
    Column::for_programs("add", |row| Cell::text(&row.add)),
    Column::for_programs("first", |row| Cell::refs(&row.prerequisites)),
    Column::for_programs("status", |row| Cell::maybe(row.status.map(|status| status.to_string()))),
    Column::for_programs("hops", |row| row.hops.map_or(Cell::Empty, |hops| Cell::Count(u64::from(hops)))),
    Column::for_programs("table", |row| {
        Cell::text(row.tables.iter().map(TableId::as_str).collect::<Vec<_>>().join(" "))
    }),
    Column::for_programs("confidence", |row| Cell::maybe(row.confidence.map(|confidence| confidence.to_string()))),
    Column::for_programs("summary", |row| Cell::maybe(row.summary.as_ref())),
    Column::for_programs("evidence", |row| Cell::text(row.evidence.join("; "))),
];

/// What is to be done about one requirement, in words.
const WORK: &[Column<GapRow>] = &[
    Column::for_people("Clause", |row| Cell::text(row.clause.number.as_str())),
    Column::for_people("Action", |row| Cell::word(row.action.name(), row.action.tone())),
    Column::for_people("What to do", |row| Cell::text(what_to_do(row))),
];

/// What is to be done about a requirement, in sentences.
pub(crate) fn what_to_do(row: &GapRow) -> String {
    let first = words::joined(&row.prerequisites, ", ");
    let start = match row.action {
        Action::None => String::new(),
        Action::Extend if row.hops == Some(0) => "Finish what is stated as partly in place.".to_owned(),
        Action::Extend if first.is_empty() => String::new(),
        Action::Extend => format!("Finish {first}."),
        Action::Verify if first.is_empty() => {
            format!("Look how much of it is in place: some may follow from {}.", row.chain_in_words)
        }
        Action::Verify => format!("Look how much of it is in place; finish {first}."),
        Action::Implement if first.is_empty() => words::with_summary("Put it in place", row.summary.as_ref()),
        Action::Implement => format!("Put {first} in place."),
        Action::Assess => format!("Assess {first}."),
        Action::Build => words::with_summary("Build it", row.summary.as_ref()),
    };
    let add = row.add.replace(".; ", ". ");
    [start.as_str(), add.as_str()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A count on top of a gap analysis.
struct Line {
    action: Action,
    count: usize,
}

const SUMMARY: &[Column<Line>] = &[
    Column::new("action", "Action", |line| Cell::word(line.action.name(), line.action.tone())),
    Column::new("requirements", "Requirements", |line| Cell::count(line.count)),
    Column::new("meaning", "Meaning", |line| Cell::text(line.action.meaning())),
];

impl AssessedQuestion for Gap {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        let gaps = self.ask(case)?;
        let within = self.within(case, &gaps)?;
        let shown: Vec<&GapRow> = gaps.rows.iter().filter(|row| self.shows(row, &within)).collect();
        let weight = case.case.settings.partial_weight;
        let tables: BTreeSet<&TableId> = gaps.rows.iter().flat_map(|row| &row.tables).collect();
        let mut lead = gaps.in_words(case, weight);
        lead.extend(case.case.caveats(&tables));
        if shown.len() < gaps.rows.len() {
            lead.push(format!(
                "Shown are {} of {}.",
                shown.len(),
                counted(gaps.rows.len(), "requirement", "requirements")
            ));
        }
        let mut parts = vec![Part::Table(gaps.summary())];
        for (target, _) in &gaps.targets {
            let of_target: Vec<&GapRow> = shown.iter().filter(|row| row.clause.edition == *target).copied().collect();
            let to_do: Vec<&GapRow> = of_target.iter().filter(|row| row.action != Action::None).copied().collect();
            parts.push(Part::Table(Table::of(ANSWER, format!("Requirements of {target}"), COLUMNS, of_target)));
            if !to_do.is_empty() {
                let table = Table::of("work", format!("What to do for {target}"), WORK, to_do);
                parts.push(Part::Table(table.for_audience(Audience::People)));
            }
        }
        let editions: Vec<&EditionId> = gaps.targets.iter().map(|(target, _)| target).collect();
        let names = editions.iter().map(|edition| edition.as_str()).collect::<Vec<_>>().join(", ");
        Ok(Document {
            command: "gap",
            title: format!("Gap analysis of {} for {names}", case.assessment.organization),
            lead,
            parts,
            basis: case.basis(editions, tables),
            findings: gaps.findings,
        })
    }
}
