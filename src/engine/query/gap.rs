//! What is covered, what has to be extended, what is new: the gap analysis.

use std::collections::BTreeSet;

use clap::ValueEnum;

use crate::crosswalk::Level;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Refusal;
use crate::language::{Phrase, say};
use crate::load::name;
use crate::model::{Catalog, ClauseId, EditionId, TableId};
use crate::query::case::{Assessed, AssessedQuestion};
use crate::query::condition::Chosen;
use crate::query::contributor::Contributor;
use crate::query::longer::LongerChains;
use crate::query::position::{Position, position};
use crate::query::scenarios::AllScenarios;
use crate::query::stated;
use crate::query::tally::{Tally, tone};
use crate::query::words::{self, counted};
use crate::report::{ANSWER, Audience, Cell, Column, Document, Part, Table, Tone};

pub use crate::query::action::{Action, Outcome};
pub use crate::query::gap_row::GapRow;
pub use crate::query::gap_row::row;
pub use crate::query::task::{what_to_do, what_to_do_in_short};

/// Shows what is covered, what has to be extended and how, and what is new
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk gap examples/harbour-it/assessment.yaml --target iso-iec-20000-1:2011
  xwalk gap assessment.yaml --action implement --action build
  xwalk gap assessment.yaml --clause 6 --format csv --output gap.csv")]
pub struct Gap {
    /// The target edition, by id or alias; may be given several times [default: the assessment's targets]
    #[arg(long, value_name = "EDITION")]
    pub target: Vec<String>,
    /// Show only requirements with this action; may be given several times
    #[arg(long, value_name = "ACTION")]
    pub action: Vec<Action>,
    /// Show only requirements at this level; may be given several times
    #[arg(long, value_name = "LEVEL")]
    pub level: Vec<LevelName>,
    /// Show only this clause and those below it, as EDITION/NUMBER or the number alone; may be given several times
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

/// A gap analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Gaps {
    /// The targets, each with the counts of its requirements.
    pub targets: Vec<(EditionId, Tally)>,
    /// Every applicable requirement of the targets, in catalog order.
    pub rows: Vec<GapRow>,
    /// Statements that differ from what follows.
    pub findings: Vec<Diagnostic>,
}

impl Gaps {
    /// The coverage of each target, what does not apply, and what the base is.
    pub(crate) fn in_words(&self, case: Assessed<'_>, weight: f64) -> Vec<Phrase> {
        self.sentences(case, Some(weight))
    }

    /// The same without the coverage.
    pub fn notes(&self, case: Assessed<'_>) -> Vec<Phrase> {
        self.sentences(case, None)
    }

    fn sentences(&self, case: Assessed<'_>, weight: Option<f64>) -> Vec<Phrase> {
        let mut sentences: Vec<Phrase> = Vec::new();
        for (target, tally) in &self.targets {
            let catalog = case.case.library.catalog(target);
            let chosen = catalog.and_then(|target| case.case.chosen_in_words(target, Chosen::Requirements, "counted"));
            sentences.extend(chosen);
            sentences
                .extend(weight.map(|weight| say!("coverage-of", edition = target, figures = tally.in_words(weight))));
            sentences.extend(self.unmapped(case, target));
            sentences.extend(case.out_of_scope(target));
        }
        sentences.push(case.base_in_words(&self.targets));
        let targets = self.targets.iter().map(|(target, _)| target);
        let editions: BTreeSet<&EditionId> = case.assessment.editions().into_iter().chain(targets).collect();
        sentences.extend(case.case.superseded(editions));
        sentences
    }

    /// A note if nothing relates the base to a target: what is not mapped is not missing.
    fn unmapped(&self, case: Assessed<'_>, target: &EditionId) -> Option<Phrase> {
        let mut rows = self.rows.iter().filter(|row| row.clause.edition == *target).peekable();
        let base = case.assessment.editions().into_iter().filter(|edition| *edition != target);
        let base: Vec<&EditionId> = base.collect();
        rows.peek()?;
        let is_unmapped = rows.all(|row| row.outcome == Outcome::New && row.status.is_none());
        let hops = case.case.settings.max_hops;
        (is_unmapped && !base.is_empty())
            .then(|| say!("unmapped", base = Phrase::list(base), edition = target, hops = hops))
    }

    /// The rows of each target, in the order of targets.
    pub fn by_target(&self) -> impl Iterator<Item = (&EditionId, &[GapRow])> {
        let mut rest = self.rows.as_slice();
        self.targets.iter().map(move |(target, _)| {
            let (of_target, others) = rest.split_at(rest.partition_point(|row| row.clause.edition == *target));
            rest = others;
            (target, of_target)
        })
    }

    /// How many requirements there are of each action.
    pub fn summary(&self, max_hops: u32) -> Table {
        let is_beyond = self.rows.iter().any(|row| row.hops_beyond.is_some());
        let line = |action: Action| Line {
            action,
            count: self.rows.iter().filter(|row| row.action == action).count(),
            meaning: if action == Action::Build && is_beyond {
                say!("action-means-build-within", hops = max_hops)
            } else {
                action.meaning()
            },
        };
        let lines: Vec<Line> = Action::ALL.into_iter().map(line).collect();
        Table::of("summary", say!("summary"), SUMMARY, &lines)
    }
}

impl Gap {
    /// Answers for every applicable requirement of the targets; the filters are for [`Gap::document`].
    pub fn ask(&self, case: Assessed<'_>) -> Result<Gaps, Refusal> {
        let targets = case.targets(&self.target)?;
        Ok(Self::of(&targets, &AllScenarios::new(case)))
    }

    /// The same for targets whose scenarios are there already.
    pub fn of(targets: &[&Catalog], all: &AllScenarios<'_>) -> Gaps {
        let case = all.case;
        let mut gaps = Gaps { targets: Vec::new(), rows: Vec::new(), findings: all.findings() };
        for target in targets {
            let scenarios = all.of(&target.id);
            let rows = gaps.rows.len();
            gaps.rows.extend(case.case.counted_requirements(target).filter_map(|clause| row(&scenarios, clause)));
            let longer = LongerChains::new(&scenarios);
            for row in gaps.rows[rows..].iter_mut().filter(|row| row.action == Action::Build) {
                row.hops_beyond = longer.hops(&row.clause);
            }
            let tally = Tally::of(gaps.rows[rows..].iter().map(|row| Some(row.level)));
            gaps.targets.push((target.id.clone(), tally));
        }
        gaps
    }

    fn shows(&self, row: &GapRow, within: &BTreeSet<ClauseId>) -> bool {
        (self.action.is_empty() || self.action.contains(&row.action))
            && (self.level.is_empty() || self.level.iter().any(|level| level.level() == row.level))
            && (self.clause.is_empty() || within.contains(&row.clause))
    }

    /// The requirements that `--clause` selects.
    fn within(&self, case: Assessed<'_>, gaps: &Gaps) -> Result<BTreeSet<ClauseId>, Refusal> {
        let mut within = BTreeSet::new();
        let targets: Vec<EditionId> = gaps.targets.iter().map(|(target, _)| target.clone()).collect();
        for asked in &self.clause {
            let clause = name::clause_of(asked, case.case.library, &targets)?;
            within.extend(case.case.crosswalk.requirements_of(&clause).into_iter().cloned());
        }
        Ok(within)
    }
}

/// The state of every applicable requirement of a target, in catalog order and without words about it.
pub fn positions(target: &Catalog, all: &AllScenarios<'_>) -> Vec<Position> {
    let scenarios = all.of(&target.id);
    all.case.case.counted_requirements(target).filter_map(|clause| position(&scenarios, clause)).collect()
}

/// What is reported on a requirement.
pub const COLUMNS: &[Column<GapRow>] = &[
    Column::for_programs("clause", |row| Cell::refs([&row.clause])),
    Column::said(Audience::People, "clause", "heading-clause", |row| Cell::text(row.clause.number.as_str())),
    Column::said(Audience::All, "title", "heading-requirement", |row| Cell::text(&row.title)),
    Column::said(Audience::All, "level", "heading-level", |row| Cell::word(row.level, tone(row.level))),
    Column::for_programs("outcome", |row| Cell::word(row.outcome.name(), Tone::Plain)),
    Column::said(Audience::All, "action", "heading-action", |row| Cell::word(row.action, row.action.tone())),
    Column::for_programs("because", |row| Cell::refs(&row.chain)),
    Column::said(Audience::People, "based-on", "heading-because", |row| Cell::text(&row.chain_in_words)),
    Column::for_programs("add", |row| match row.action {
        // If nothing remains besides the clauses that come first, those are the remaining work.
        Action::Extend if row.add.is_empty() => Cell::text(what_to_do(row)),
        _ => Cell::text(&row.add),
    }),
    Column::for_programs("first", |row| Cell::refs(&row.prerequisites)),
    Column::for_programs("status", |row| Cell::maybe(row.status.map(|status| status.to_string()))),
    Column::for_programs("hops", |row| row.hops.map_or(Cell::Empty, |hops| Cell::Count(u64::from(hops)))),
    Column::for_programs("table", |row| {
        Cell::text(row.tables.iter().map(TableId::as_str).collect::<Vec<_>>().join(" "))
    }),
    Column::for_programs("confidence", |row| Cell::maybe(row.confidence.map(|confidence| confidence.to_string()))),
    Column::for_programs("summary", |row| Cell::maybe(row.summary.as_ref())),
    Column::for_programs("evidence", |row| Cell::text(row.evidence.join("; "))),
    Column::for_programs("contributors", |row| {
        Cell::refs(row.contributors.iter().map(|contributor| &contributor.clause))
    }),
    Column::for_programs("risks", |row| Cell::text(words::joined(&row.risks, "; "))),
];

/// What is to be done about one requirement, in words.
const WORK: &[Column<GapRow>] = &[
    Column::said(Audience::People, "clause", "heading-clause", |row| Cell::text(row.clause.number.as_str())),
    Column::said(Audience::People, "action", "heading-action", |row| Cell::word(row.action, row.action.tone())),
    Column::said(Audience::People, "what-to-do", "heading-task", |row| Cell::text(what_to_do_in_short(row))),
];

/// A clause that contributes to a requirement.
struct Contribution<'a> {
    row: &'a GapRow,
    contributor: &'a Contributor,
}

/// Every clause that gives a requirement its level, with its status, its evidence and what it leaves to do.
pub fn contributions<'r>(rows: impl IntoIterator<Item = &'r GapRow>) -> Option<Table> {
    let lines: Vec<Contribution<'_>> = rows
        .into_iter()
        .flat_map(|row| row.contributors.iter().map(move |contributor| Contribution { row, contributor }))
        .collect();
    let columns: [Column<Contribution<'_>>; 9] = [
        Column::said(Audience::All, "requirement", "heading-requirement", |line| Cell::refs([&line.row.clause])),
        Column::said(Audience::All, "clause", "heading-clause", |line| Cell::refs([&line.contributor.clause])),
        Column::said(Audience::All, "title", "heading-title", |line| Cell::text(&line.contributor.title)),
        Column::said(Audience::All, "status", "heading-status", |line| match line.contributor.status {
            Some(status) => Cell::word(status, stated::tone(status)),
            None => Cell::Empty,
        }),
        Column::said(Audience::All, "evidence", "heading-evidence", |line| Cell::resources(&line.contributor.evidence)),
        Column::said(Audience::All, "add", "heading-left", |line| Cell::text(&line.contributor.add)),
        Column::said(Audience::All, "because", "heading-chain", |line| Cell::refs(&line.contributor.chain)),
        Column::said(Audience::All, "table", "heading-tables", |line| {
            Cell::text(words::joined(&line.contributor.tables, " "))
        }),
        Column::said(Audience::All, "confidence", "heading-confidence", |line| {
            Cell::maybe(line.contributor.confidence.map(|confidence| confidence.to_string()))
        }),
    ];
    let table = Table::of("contributors", say!("contributors"), &columns, &lines);
    (!lines.is_empty()).then(|| table.for_audience(Audience::Programs))
}

/// A count on top of a gap analysis.
struct Line {
    action: Action,
    count: usize,
    meaning: Phrase,
}

const SUMMARY: &[Column<Line>] = &[
    Column::said(Audience::All, "action", "heading-action", |line| Cell::word(line.action, line.action.tone())),
    Column::said(Audience::All, "requirements", "heading-requirements", |line| Cell::count(line.count)),
    Column::said(Audience::All, "meaning", "heading-meaning", |line| Cell::text(&line.meaning)),
];

impl AssessedQuestion for Gap {
    fn heeds_conditions(&self) -> bool {
        true
    }

    fn named_targets(&self) -> Option<&[String]> {
        Some(&self.target)
    }

    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        let gaps = self.ask(case)?;
        let within = self.within(case, &gaps)?;
        let shown: Vec<&GapRow> = gaps.rows.iter().filter(|row| self.shows(row, &within)).collect();
        let weight = case.case.settings.partial_weight;
        let tables: BTreeSet<&TableId> = gaps.rows.iter().flat_map(|row| &row.tables).collect();
        let mut lead = gaps.in_words(case, weight);
        lead.extend(case.suspect_statements_in_words());
        lead.extend(Phrase::each(case.case.caveats(&tables)));
        if shown.len() < gaps.rows.len() {
            lead.push(
                format!("{} of {} are shown.", shown.len(), counted(gaps.rows.len(), "requirement", "requirements"))
                    .into(),
            );
        }
        let mut parts = vec![Part::Table(gaps.summary(case.case.settings.max_hops))];
        for (target, rows) in gaps.by_target() {
            let of_target: Vec<&GapRow> = rows.iter().filter(|row| self.shows(row, &within)).collect();
            let to_do: Vec<&GapRow> = of_target.iter().filter(|row| row.action != Action::None).copied().collect();
            parts.push(Part::Table(Table::of(
                ANSWER,
                say!("requirements-of", edition = target),
                COLUMNS,
                of_target.iter().copied(),
            )));
            if !to_do.is_empty() {
                let table = Table::of("work", say!("work-for", edition = target), WORK, to_do);
                parts.push(Part::Table(table.for_audience(Audience::People)));
            }
        }
        parts.extend(contributions(shown.iter().copied()).map(Part::Table));
        let editions: Vec<&EditionId> = gaps.targets.iter().map(|(target, _)| target).collect();
        let names = editions.iter().map(|edition| edition.as_str()).collect::<Vec<_>>().join(", ");
        Ok(Document {
            command: "gap",
            title: format!("Gap analysis of {} for {names}", case.assessment.organization).into(),
            lead,
            parts,
            basis: case.basis(editions, tables),
            findings: gaps.findings,
        })
    }
}
