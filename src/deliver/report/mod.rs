//! All that an assessment means, as one report to hand over.

mod brief;
mod chapter;
mod related;
mod relation_tables;

use std::collections::BTreeSet;

use crate::crosswalk::Inference;
use crate::deliver::evidence::EvidenceRegister;
use crate::deliver::plan::{self, Plan};
use crate::deliver::soa::Soa;
use crate::diagnostic::{Refusal, Severity};
use crate::language::{Phrase, say};
use crate::model::{Catalog, EditionId, TableId};
use crate::query::case::{Assessed, AssessedQuestion};
use crate::query::gap::{self, Gap, Gaps};
use crate::query::glossary;
use crate::query::maturity::{self, RatedGroup};
use crate::query::scenarios::AllScenarios;
use crate::report::{Audience, Document, Part, Tree};

use relation_tables::UsedTables;

/// Writes one report on an assessment: summary, coverage, gaps with proofs, plan, basis
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk report examples/harbour-it/assessment.yaml --output report.html
  xwalk report assessment.yaml --target 20000-1:2011 --output report.xlsx
  xwalk report assessment.yaml --format markdown")]
pub struct Report {
    /// The target edition, by id or alias; may be given several times [default: the assessment's targets]
    #[arg(long, value_name = "EDITION")]
    pub target: Vec<String>,
    /// The method whose steps group the tasks of the plan [default: as in `xwalk plan`]
    #[arg(long, value_name = "METHOD")]
    pub method: Option<String>,
    /// Only the first page: the coverage of each target, what matters most, what happens next
    #[arg(long)]
    pub brief: bool,
    /// Also show how much of all other editions the same statements cover
    #[arg(long, conflicts_with = "brief")]
    pub related: bool,
}

impl AssessedQuestion for Report {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        let catalogs = case.targets(&self.target)?;
        let all = AllScenarios::new(case);
        let gaps = Gap::of(&catalogs, &all);
        // Page one has no room for quick wins.
        let wins = if self.brief { 0 } else { 5 };
        let plan = Plan { method: self.method.clone(), wins, ..Plan::default() };
        let targets: Vec<&EditionId> = gaps.targets.iter().map(|(target, _)| target).collect();
        let plans = plan.of(&all, &gaps)?;
        let mut tables: BTreeSet<TableId> = gaps.rows.iter().flat_map(|row| row.tables.iter().cloned()).collect();

        let mut parts = vec![Part::Section(say!("report-summary"))];
        parts.extend(brief::parts(case, &gaps, &plans));
        let sentences = brief::sentences(case, &plans, &tables);
        if self.brief {
            // One page has no room for the legend; programs find it as in every report.
            parts.push(Part::Table(glossary::legend().for_audience(Audience::Programs)));
        } else {
            let inference = &*all.as_stated;
            parts.push(Part::Section(say!("report-overview")));
            let mut actions = gaps.summary(case.case.settings.max_hops);
            actions.title = say!("report-actions");
            parts.push(Part::Table(actions));
            let notes = gaps.notes(case).into_iter().chain(plan::of_all_targets(&plans));
            let notes = notes.map(|note| Tree::new(note, Vec::new())).collect();
            parts.push(Part::Tree(Tree::new(say!("report-notes"), notes)));
            for (catalog, (_, rows)) in catalogs.iter().zip(gaps.by_target()) {
                parts.extend(chapter::parts(&all, catalog, rows, &plans, inference));
            }
            let rated = maturity(case, &targets, inference);
            if !rated.is_empty() {
                parts.push(Part::Section(say!("report-maturity")));
                let in_words = rated.iter().filter_map(|groups| maturity::in_words(groups));
                let in_words: Vec<Tree> = in_words.map(|sentence| Tree::new(sentence, Vec::new())).collect();
                parts.push(Part::Tree(Tree::new(say!("report-averages"), in_words)));
                parts.extend(rated.iter().flat_map(|groups| maturity::parts(groups, maturity::By::Chapter)));
            }
            parts.push(Part::Section(say!("report-plan")));
            parts.extend(plan_in_short(plan.parts(case, &plans)));
            parts.extend(self.appendices(&all, &gaps, &mut tables)?);
            parts.extend(gaps.by_target().map(|(target, rows)| Part::Table(chapter::requirements(target, rows))));
            parts.extend(gap::contributions(&gaps.rows).map(Part::Table));
            parts.push(Part::Table(plan::items_table(case, &plans, "items")));
        }
        let mut lead = Phrase::each(case.assessment.scope.iter().map(|scope| scope.trim()));
        lead.extend(authorship(case));
        lead.extend(sentences);
        lead.extend(case.suspect_statements_in_words());
        let called = |target: &&EditionId| case.case.library.catalog(target).map(Catalog::name);
        let names = targets.iter().filter_map(called).collect::<Vec<_>>().join(", ");
        Ok(Document {
            command: "report",
            title: say!("report-title", organization = &case.assessment.organization, editions = names),
            lead,
            parts,
            basis: case.basis(targets, &tables),
            // What is certain contradicts a statement; the rest is for `gap`.
            findings: gaps.findings.into_iter().filter(|finding| finding.severity() != Severity::Note).collect(),
        })
    }

    fn looks_for_evidence(&self) -> bool {
        true
    }
}

/// The maturity of every edition at hand with ratings, by chapter.
fn maturity(case: Assessed<'_>, targets: &[&EditionId], inference: &Inference<'_, '_>) -> Vec<Vec<RatedGroup>> {
    let catalogs =
        related::involved(case, targets).into_iter().filter_map(|edition| case.case.library.catalog(edition));
    let rated = catalogs.map(|catalog| maturity::groups(case, catalog, "chapter", inference));
    rated.filter(|groups| !groups.is_empty()).collect()
}

/// The plan without what is in the chapters, and without steps and the time of each task: the plan is a document of its own.
fn plan_in_short(parts: Vec<Part>) -> impl Iterator<Item = Part> {
    parts.into_iter().filter_map(|part| match part {
        Part::Entry(_) | Part::Schedule(_) => None,
        Part::Table(table) if table.name == plan::TIMETABLE => None,
        Part::Table(table) if table.name == plan::STEPS => Some(Part::Table(table.for_audience(Audience::Editors))),
        Part::Table(_) | Part::Section(_) | Part::Tree(_) | Part::Chart(_) | Part::Graph(_) | Part::Plot(_) => {
            Some(part)
        }
    })
}

impl Report {
    /// What can be read later: what is in place, the controls in numbers, related standards, tables, words.
    fn appendices(
        &self,
        all: &AllScenarios<'_>,
        gaps: &Gaps,
        tables: &mut BTreeSet<TableId>,
    ) -> Result<Vec<Part>, Refusal> {
        let case = all.case;
        let inference = &*all.as_stated;
        let targets: Vec<&EditionId> = gaps.targets.iter().map(|(target, _)| target).collect();
        let in_place = gaps.by_target().filter_map(|(target, rows)| chapter::in_place(all, target, rows));
        let controls = Soa::default().of(case, inference).map(|controls| controls.in_numbers("domains", "controls"));
        let mut related = related::among(case, &targets, tables)?;
        if self.related {
            related.extend(related::others(case, &targets, inference, tables));
        }
        let register = EvidenceRegister::default().ask(case);
        let evidence = (!register.pieces.is_empty()).then(|| Part::Table(register.table("evidence")));
        let appendices: [(Phrase, Vec<Part>); 5] = [
            (say!("report-appendix-in-place"), in_place.map(Part::Table).collect()),
            (say!("report-appendix-controls"), controls.unwrap_or_default()),
            (say!("report-appendix-evidence"), evidence.into_iter().collect()),
            (say!("report-appendix-related"), related),
            (say!("report-appendix-words"), vec![Part::Table(glossary::legend())]),
        ];
        let mut parts = Vec::new();
        let filled = appendices.into_iter().filter(|(_, parts)| !parts.is_empty());
        for (letter, (title, appendix)) in ('A'..).zip(filled) {
            parts.push(Part::Section(say!("report-appendix", letter = letter.to_string(), title = title)));
            parts.extend(appendix);
        }
        // For readers the basis names them.
        parts.push(Part::Table(UsedTables::of(case, tables).table().for_audience(Audience::Editors)));
        Ok(parts)
    }
}

/// Who made the assessment, and when.
pub(super) fn authorship(case: Assessed<'_>) -> Option<Phrase> {
    match (&case.assessment.assessor, case.assessment.date) {
        (Some(assessor), Some(day)) => Some(say!("report-assessed-by-on", assessor = assessor, day = day)),
        (Some(assessor), None) => Some(say!("report-assessed-by", assessor = assessor)),
        (None, Some(day)) => Some(say!("report-assessed-on", day = day)),
        (None, None) => None,
    }
}
