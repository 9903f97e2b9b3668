//! All that an assessment means, as one report to hand over.

use std::collections::BTreeSet;

use crate::crosswalk::Inference;
use crate::deliver::plan::{self, Plan};
use crate::deliver::soa::Soa;
use crate::diagnostic::Refusal;
use crate::diagnostic::Severity;
use crate::model::{Catalog, Confidence, EditionId, Table as RelationTable, TableId};
use crate::query::case::{Assessed, AssessedQuestion};
use crate::query::gap::{self, Gap, GapRow};
use crate::query::matrix::{self, Matrix};
use crate::query::scenarios::AllScenarios;
use crate::query::tally::{Tally, share_tone};
use crate::query::{coverage, proof};
use crate::report::{ANSWER, Cell, Column, Document, Part, Table, Tone, Tree};

/// All that an assessment means as one report: summary, coverage, gaps with proofs, plan, basis
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk report examples/harbour-it/assessment.yaml --output report.html
  xwalk report assessment.yaml --target 20000-1:2011 --output report.xlsx
  xwalk report assessment.yaml --format markdown")]
pub struct Report {
    /// The edition that is aimed at, by id or alias [default: the assessment's targets]
    #[arg(long, value_name = "EDITION")]
    pub target: Option<String>,
    /// The method whose steps the plan is hung on [default: as `xwalk plan` has it]
    #[arg(long, value_name = "METHOD")]
    pub method: Option<String>,
}

impl AssessedQuestion for Report {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        let catalogs = case.targets(self.target.as_deref())?;
        let all = AllScenarios::new(case);
        let gaps = Gap::of(&catalogs, &all);
        let plan = Plan { target: self.target.clone(), method: self.method.clone(), wins: 10, start: None };
        let targets: Vec<&EditionId> = gaps.targets.iter().map(|(target, _)| target).collect();
        let plans = plan.of(&all, &gaps)?;
        let mut tables: BTreeSet<TableId> = gaps.rows.iter().flat_map(|row| row.tables.iter().cloned()).collect();
        let weight = case.case.settings.partial_weight;

        let mut lead: Vec<String> = case.assessment.scope.iter().map(|scope| scope.trim().to_owned()).collect();
        lead.extend(authorship(case));
        lead.extend(gaps.in_words(case, weight));
        lead.extend(case.suspect_statements_in_words());
        lead.extend(case.case.caveats(&tables.iter().collect()).into_iter().take(1));
        let involved = involved(case, &targets).len();
        if involved > MOST_EDITIONS {
            lead.push(format!("How the {involved} editions cover each other is left to `xwalk matrix`, which can be given some of them."));
        }

        let mut parts = vec![Part::Section("Summary".to_owned())];
        let totals = coverage::totals(&gaps.targets);
        parts.push(Part::Chart(coverage::chart("Requirements by level".to_owned(), &totals, weight)));
        let mut actions = gaps.summary(case.case.settings.max_hops);
        actions.title = "What is to be done".to_owned();
        parts.push(Part::Table(actions));
        parts.push(Part::Section("Coverage".to_owned()));
        let crosswalk = case.case.crosswalk;
        let inference = &*all.as_stated;
        for catalog in catalogs {
            parts.extend(coverage::by_chapter(&coverage::chapters(catalog, crosswalk, inference), weight));
        }
        parts.extend(editions(case, &targets, inference, &mut tables)?);
        parts.push(Part::Section("Requirements and gaps".to_owned()));
        parts.extend(gaps.by_target().map(|(target, rows)| Part::Table(requirements(&all, target, rows))));
        parts.extend(gap::contributions(&gaps.rows).map(Part::Table));
        if let Ok(controls) = Soa::default().of(case, inference) {
            parts.push(Part::Section("Statement of applicability".to_owned()));
            parts.extend(controls.parts("domains", "controls"));
        }
        parts.push(Part::Section("Plan".to_owned()));
        parts.extend(plan.parts(case, &plans));
        parts.push(Part::Table(plan::items_table(&plans, "items")));
        parts.push(Part::Section("Relation tables".to_owned()));
        parts.push(Part::Table(relation_tables(case, &tables)));
        let called = |target: &&EditionId| case.case.library.catalog(target).map(Catalog::name);
        let names = targets.iter().filter_map(called).collect::<Vec<_>>().join(", ");
        Ok(Document {
            command: "report",
            title: format!("{}: gap analysis for {names}", case.assessment.organization),
            lead,
            parts,
            basis: case.basis(targets, &tables),
            // What is certain contradicts a statement; the rest is for `gap`.
            findings: gaps.findings.into_iter().filter(|finding| finding.severity() != Severity::Note).collect(),
        })
    }
}

/// The square of how editions cover each other has at most so many lines.
const MOST_EDITIONS: usize = 40;

/// Who made the assessment, and when.
pub(super) fn authorship(case: Assessed<'_>) -> Option<String> {
    let assessor = case.assessment.assessor.as_ref().map(|assessor| format!("by {assessor}"));
    let day = case.assessment.date.map(|day| format!("on {day}"));
    let made: Vec<String> = [assessor, day].into_iter().flatten().collect();
    (!made.is_empty()).then(|| format!("Assessed {}.", made.join(", ")))
}

/// The editions of which something is stated, and those that are aimed at.
fn involved<'e>(case: Assessed<'e>, targets: &[&'e EditionId]) -> BTreeSet<&'e EditionId> {
    case.assessment.editions().into_iter().chain(targets.iter().copied()).collect()
}

/// How the editions at hand cover each other, and what the same statements cover of all others.
fn editions(
    case: Assessed<'_>,
    targets: &[&EditionId],
    inference: &Inference<'_, '_>,
    tables: &mut BTreeSet<TableId>,
) -> Result<Vec<Part>, Refusal> {
    let weight = case.case.settings.partial_weight;
    let involved = involved(case, targets);
    let mut parts = Vec::new();
    if (2..=MOST_EDITIONS).contains(&involved.len()) {
        let names = involved.iter().map(|edition| edition.to_string()).collect();
        let (rows, used) = Matrix { editions: names }.ask(case.case)?;
        tables.extend(used);
        let mut heatmap = matrix::heatmap(&involved.iter().copied().collect::<Vec<_>>(), &rows, weight);
        heatmap.title = "Mutual coverage, assuming each standard is fully implemented".to_owned();
        parts.push(Part::Table(heatmap));
    }
    let crosswalk = case.case.crosswalk;
    let mut others: Vec<Other> = Vec::new();
    for catalog in case.case.library.catalogs().filter(|catalog| !involved.contains(&catalog.id)) {
        let tally = Tally::of(crosswalk.requirements(&catalog.id).map(|clause| inference.level(clause)));
        if tally.full + tally.partial > 0 {
            let steps = crosswalk.requirements(&catalog.id).flat_map(|clause| inference.steps(clause));
            tables.extend(steps.map(|step| step.table.id.clone()));
            others.push(Other { edition: catalog.id.clone(), title: catalog.title.to_string(), tally, weight });
        }
    }
    let rank = |other: &Other| (other.tally.lower(), other.tally.coverage(weight), other.tally.upper());
    others.sort_by(|left, right| {
        rank(right).partial_cmp(&rank(left)).expect("shares are numbers").then(left.edition.cmp(&right.edition))
    });
    if !others.is_empty() {
        let title = "Coverage of related standards";
        parts.push(Part::Table(Table::of("elsewhere", title, OTHERS, &others)));
    }
    Ok(parts)
}

/// An edition that nobody aims at.
struct Other {
    edition: EditionId,
    title: String,
    tally: Tally,
    weight: f64,
}

const OTHERS: &[Column<Other>] = &[
    Column::new("edition", "Edition", |other| Cell::text(other.edition.as_str())),
    Column::new("title", "Title", |other| Cell::text(&other.title)),
    Column::new("applicable", "N", |other| Cell::count(other.tally.applicable)),
    Column::new("coverage", "Coverage", |other| match other.tally.coverage(other.weight) {
        Some(share) => Cell::Share(share, share_tone(share)),
        None => Cell::Empty,
    }),
    Column::new("lower", "Guaranteed", |other| Cell::share(other.tally.lower())),
    Column::new("upper", "Up to", |other| Cell::share(other.tally.upper())),
];

/// A requirement, as the report tells of it.
const WHAT_TO_DO: &[Column<GapRow>] =
    &[Column::for_people("What to do", |row| Cell::text(gap::what_to_do_in_short(row)))];

/// Every requirement of a target, with its proof behind it.
fn requirements(all: &AllScenarios<'_>, target: &EditionId, rows: &[GapRow]) -> Table {
    let scenarios = all.of(target);
    let proof = |row: &GapRow| {
        let telling = scenarios.most_informative(&row.clause);
        let trail = telling.trail(&row.clause)?;
        let mut lines = vec![proof::proof_tree(all.case, &trail, proof::TableSources::Elsewhere)];
        lines.extend(proof::contributor_tree(all.case, &row.contributors));
        Some(Tree::new(proof::heading_of(&scenarios, telling), lines))
    };
    let details = rows.iter().map(proof).collect();
    let mut table = Table::of(ANSWER, format!("Requirements of {target}"), gap::COLUMNS, rows);
    table.extend(WHAT_TO_DO, rows);
    table.with_details(details)
}

/// A relation table that the answer rests on.
struct Used<'a>(&'a RelationTable);

/// What the answer rests on, and how far it can be relied on.
fn relation_tables(case: Assessed<'_>, tables: &BTreeSet<TableId>) -> Table {
    let used: Vec<Used<'_>> = tables.iter().filter_map(|id| case.case.library.table(id)).map(Used).collect();
    let columns: [Column<Used<'_>>; 8] = [
        Column::new("table", "Table", |used| Cell::text(used.0.id.as_str())),
        Column::new("version", "Version", |used| Cell::Count(u64::from(used.0.version))),
        Column::new("confidence", "Confidence", |used| {
            let tone = match used.0.confidence {
                Confidence::High => Tone::Good,
                Confidence::Medium => Tone::Middling,
                Confidence::Low => Tone::Unsure,
            };
            Cell::word(used.0.confidence, tone)
        }),
        Column::new("provenance", "Provenance", |used| match used.0.provenance {
            Some(provenance) => Cell::word(provenance, Tone::Plain),
            None => Cell::Empty,
        }),
        Column::new(
            "draft",
            "Draft",
            |used| if used.0.is_draft { Cell::word("draft", Tone::Bad) } else { Cell::Empty },
        ),
        Column::new("rows", "Rows", |used| Cell::count(used.0.rows.len())),
        Column::for_programs("source", |used| Cell::text(used.0.source.trim())),
        Column::for_programs("method", |used| Cell::maybe(used.0.method.as_ref().map(|method| method.trim()))),
    ];
    let source = |used: &Used<'_>| {
        let method =
            used.0.method.as_ref().map(|method| Tree::new(format!("How it was made: {}", method.trim()), Vec::new()));
        let source = Tree::new(used.0.source.trim(), Vec::new());
        Some(Tree::new("Source", std::iter::once(source).chain(method).collect()))
    };
    let details = used.iter().map(source).collect();
    Table::of("tables", "Relation tables used", &columns, &used).with_details(details)
}
