//! How much of a target is covered, whole and by group.

use std::collections::{BTreeMap, BTreeSet};

use crate::crosswalk::{Crosswalk, Inference, Level};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Refusal;
use crate::language::{Phrase, say};
use crate::model::{Catalog, CatalogKind, Clause, ClauseKind, EditionId, TableId};
use crate::query::case::{Assessed, AssessedQuestion, Case};
use crate::query::condition::Chosen;
use crate::query::finding;
pub use crate::query::grouping::TOTAL;
use crate::query::grouping::{self, CHAPTER, Grouped};

use crate::query::maturity::{self, RatedGroup};
use crate::query::tally::{Tally, weight_in_words};
use crate::report::{ANSWER, Audience, Bar, Cell, Chart, Column, Document, Part, Table};

/// Shows how much of a target is covered, with bounds, by chapter or another property
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk coverage examples/harbour-it/assessment.yaml
  xwalk coverage assessment.yaml --target 20000-1:2011 --by pdca
  xwalk coverage assessment.yaml --by element --format csv")]
pub struct Coverage {
    /// The target edition, by id or alias; may be given several times [default: the assessment's targets]
    #[arg(long, value_name = "EDITION")]
    pub target: Vec<String>,
    /// Group by chapter, or by an attribute of the clauses such as pdca or element; clauses with several values are in
    /// the group of each
    #[arg(long, value_name = "PROPERTY", default_value = "chapter")]
    pub by: String,
}

/// The count of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Group {
    /// The edition.
    pub edition: EditionId,
    /// The chapter's number, or the attribute's value; `total` for the whole edition.
    pub name: String,
    /// The chapter's title, where it is one.
    pub title: String,
    /// The count.
    pub tally: Tally,
}

impl Group {
    /// The count of a chapter.
    pub fn of_chapter(edition: &EditionId, number: &str, title: &str, tally: Tally) -> Self {
        Self { edition: edition.clone(), name: number.to_owned(), title: title.to_owned(), tally }
    }
}

/// The groups of every target, each target's total last.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverages {
    /// The groups, in the order in which they come up in the catalog.
    pub groups: Vec<Group>,
    /// The tables that levels depend on.
    pub tables: BTreeSet<TableId>,
    /// Of each target that is a maturity model: the level reached, where all of it and of those below is met in full.
    pub reached: Vec<(EditionId, Option<u32>)>,
    /// Whether a requirement is in several groups.
    pub has_several: bool,
    /// The maturity of each target of which some is rated: its groups, and the total last.
    pub maturity: Vec<Vec<RatedGroup>>,
    /// Statements that differ from what follows.
    pub findings: Vec<Diagnostic>,
}

impl Group {
    /// What people call it.
    pub fn name_in_words(&self) -> Phrase {
        grouping::name(&self.name)
    }
}

impl Coverage {
    /// Answers for all targets.
    pub fn ask(&self, case: Assessed<'_>) -> Result<Coverages, Refusal> {
        let targets = case.targets(&self.target)?;
        let crosswalk = case.case.crosswalk;
        let assumptions = crosswalk.assumptions(case.assessment);
        let inference = crosswalk.infer(&assumptions, case.case.settings.max_hops);
        let mut answer = Coverages {
            groups: Vec::new(),
            tables: BTreeSet::new(),
            reached: Vec::new(),
            has_several: false,
            maturity: Vec::new(),
            findings: finding::findings(case, &assumptions, &inference),
        };
        for target in targets {
            answer.groups.extend(self.groups(target, case.case, &inference)?);
            let rated = maturity::groups(case, target, &self.by, &inference);
            answer.maturity.extend((!rated.is_empty()).then_some(rated));
            if target.kind == Some(CatalogKind::MaturityModel) && target.attributes().contains(&"level") {
                answer.reached.push((target.id.clone(), level_reached(target, crosswalk, &inference)));
            }
            let mut counted = target.requirements().filter(|clause| case.case.is_chosen(clause));
            answer.has_several |= counted.any(|clause| clause.attributes.values(&self.by).nth(1).is_some());
            for clause in case.case.counted_requirements(target) {
                answer.tables.extend(inference.steps(clause).into_iter().map(|step| step.table.id.clone()));
            }
        }
        Ok(answer)
    }

    fn groups(&self, catalog: &Catalog, case: Case<'_>, inference: &Inference<'_, '_>) -> Result<Vec<Group>, Refusal> {
        if self.by != CHAPTER && !catalog.properties().contains(&self.by.as_str()) {
            let known = std::iter::once("chapter").chain(catalog.properties()).collect::<Vec<_>>().join(", ");
            return Err(Refusal {
                message: format!("the clauses of {} have no attribute {}", catalog.id, self.by),
                help: Some(format!("group by one of {known}")),
            });
        }
        Ok(groups(catalog, &self.by, case.crosswalk, inference, &|clause| case.is_chosen(clause)))
    }
}

/// The counts of an edition by chapter, and the total last.
pub fn chapters(catalog: &Catalog, crosswalk: &Crosswalk<'_>, inference: &Inference<'_, '_>) -> Vec<Group> {
    groups(catalog, CHAPTER, crosswalk, inference, &|_| true)
}

/// The counts of a chapter by what is directly below it.
pub struct Themes {
    /// What they are of.
    pub title: Phrase,
    /// In the order of the catalog.
    pub groups: Vec<Group>,
}

/// The chapters that are long and have parts of their own, such as an annex of controls, by these parts.
pub fn themes(catalog: &Catalog, crosswalk: &Crosswalk<'_>, inference: &Inference<'_, '_>) -> Vec<Themes> {
    /// With more requirements than these, a chapter is counted by its parts.
    const LONG: usize = 40;
    let clauses = catalog.clauses();
    /// A clause by its position, and the levels of the requirements in it.
    type Levels = (usize, Vec<Option<Level>>);
    let mut chapters: Vec<(usize, Vec<Levels>)> = Vec::new();
    let requirements = clauses.iter().enumerate().filter(|(_, clause)| clause.kind == ClauseKind::Requirement);
    for ((position, _), id) in requirements.zip(crosswalk.requirements(&catalog.id)) {
        let above: Vec<usize> = catalog.ancestors(position).collect();
        let [.., part, chapter] = above.as_slice() else { continue };
        if chapters.last().is_none_or(|(last, _)| last != chapter) {
            chapters.push((*chapter, Vec::new()));
        }
        let (_, parts) = chapters.last_mut().expect("one was put there");
        if parts.last().is_none_or(|(last, _)| last != part) {
            parts.push((*part, Vec::new()));
        }
        parts.last_mut().expect("one was put there").1.push(inference.level(id));
    }
    chapters.retain(|(_, parts)| parts.len() > 1 && parts.iter().map(|(_, levels)| levels.len()).sum::<usize>() > LONG);
    let group = |(part, levels): Levels| Group {
        edition: catalog.id.clone(),
        name: clauses[part].number.to_string(),
        title: clauses[part].title.to_string(),
        tally: Tally::of(levels),
    };
    let themes = |(chapter, parts): (usize, Vec<_>)| Themes {
        title: say!(
            "coverage-themes",
            edition = &catalog.id,
            clause = clauses[chapter].number.as_str(),
            title = &clauses[chapter].title,
        ),
        groups: parts.into_iter().map(group).collect(),
    };
    chapters.into_iter().map(themes).collect()
}

/// The counts of the requirements that count, by a property, and the total last. A requirement is in the group of each value
/// of a list, and once in the total.
fn groups(
    catalog: &Catalog,
    by: &str,
    crosswalk: &Crosswalk<'_>,
    inference: &Inference<'_, '_>,
    is_counted: &dyn Fn(&Clause) -> bool,
) -> Vec<Group> {
    let group = |group: Grouped<'_>| Group {
        edition: catalog.id.clone(),
        name: group.name,
        title: group.title,
        tally: Tally::of(group.members.into_iter().map(|clause| inference.level(clause))),
    };
    grouping::groups(catalog, by, crosswalk, is_counted).into_iter().map(group).collect()
}

/// Targets as groups, each as a whole.
pub fn totals(targets: &[(EditionId, Tally)]) -> Vec<Group> {
    let group = |(target, tally): &(EditionId, Tally)| Group {
        edition: target.clone(),
        name: target.to_string(),
        title: String::new(),
        tally: *tally,
    };
    targets.iter().map(group).collect()
}

/// The chapters of an edition as bars, and their numbers, as [`chapters`] counts them.
pub fn by_chapter(groups: &[Group], weight: f64) -> Vec<Part> {
    let Some((total, chapters)) = groups.split_last() else { return Vec::new() };
    let title = say!("coverage-by-chapter", edition = &total.edition);
    let mut table = table("coverage", groups, CHAPTER, weight);
    table.title = say!("in-numbers", title = &title);
    vec![Part::Chart(chart(title, chapters, weight)), Part::Table(table)]
}

/// The highest maturity level of which every applicable requirement, and every one of the levels below, is full.
fn level_reached(catalog: &Catalog, crosswalk: &Crosswalk<'_>, inference: &Inference<'_, '_>) -> Option<u32> {
    let mut levels: BTreeMap<u32, bool> = BTreeMap::new();
    for (clause, id) in catalog.requirements().zip(crosswalk.requirements(&catalog.id)) {
        let Some(level) = clause.attributes.get("level").and_then(|level| level.parse().ok()) else { continue };
        let is_met = inference.level(id).is_none_or(|met| met == Level::Full);
        *levels.entry(level).or_insert(true) &= is_met;
    }
    levels.into_iter().take_while(|(_, is_met)| *is_met).last().map(|(level, _)| level)
}

struct Line<'a>(&'a Group, f64);

/// The columns of a count, after those that name the group.
#[doc(hidden)]
#[macro_export]
macro_rules! tally_columns {
    ($line:ty, $tally:expr, $weight:expr) => {{
        use $crate::report::{Audience, Cell, Column};
        [
            Column::said(Audience::All, "applicable", "heading-apply", |line: &$line| {
                Cell::count($tally(line).applicable)
            }),
            Column::said(Audience::All, "full", "heading-full", |line: &$line| Cell::count($tally(line).full)),
            Column::said(Audience::All, "partial", "heading-part", |line: &$line| Cell::count($tally(line).partial)),
            Column::said(Audience::All, "presumed", "heading-presumed-short", |line: &$line| {
                Cell::count($tally(line).presumed)
            }),
            Column::said(Audience::All, "none", "heading-none", |line: &$line| Cell::count($tally(line).none())),
            Column::said(Audience::All, "coverage", "heading-coverage", |line: &$line| {
                $crate::query::tally::toned($tally(line).coverage($weight(line)))
            }),
            Column::said(Audience::All, "lower", "heading-guaranteed", |line: &$line| {
                Cell::share($tally(line).lower())
            }),
            Column::said(Audience::All, "upper", "heading-up-to", |line: &$line| Cell::share($tally(line).upper())),
        ]
    }};
}
pub use tally_columns;

impl AssessedQuestion for Coverage {
    fn heeds_conditions(&self) -> bool {
        true
    }

    fn named_targets(&self) -> Option<&[String]> {
        Some(&self.target)
    }

    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        let answer = self.ask(case)?;
        let weight = case.case.settings.partial_weight;
        let totals: Vec<(EditionId, Tally)> = answer
            .groups
            .iter()
            .filter(|group| group.name == TOTAL)
            .map(|group| (group.edition.clone(), group.tally))
            .collect();
        let mut lead: Vec<Phrase> = Vec::new();
        for (edition, tally) in &totals {
            let catalog = case.case.library.catalog(edition);
            lead.extend(catalog.and_then(|target| case.case.chosen_in_words(target, Chosen::Requirements, "counted")));
            lead.push(say!("coverage-of", edition = edition, figures = tally.in_words(weight)));
            lead.extend(case.out_of_scope(edition));
        }
        for (edition, level) in &answer.reached {
            lead.push(match level {
                Some(level) => say!("maturity-level", edition = edition, level = *level),
                None => say!("maturity-level-none", edition = edition),
            });
        }
        lead.extend(answer.maturity.iter().filter_map(|groups| maturity::in_words(groups)));
        if answer.has_several {
            lead.push(say!("several-values", property = &self.by));
        }
        lead.push(say!("how-counted", weight = weight_in_words(weight)));
        let tables: BTreeSet<&TableId> = answer.tables.iter().collect();
        lead.extend(case.case.care(&tables));
        let editions: Vec<&EditionId> = totals.iter().map(|(edition, _)| edition).collect();
        let names = editions.iter().map(|edition| edition.as_str()).collect::<Vec<_>>().join(", ");
        let mut parts = vec![Part::Table(table(ANSWER, &answer.groups, &self.by, weight))];
        parts.extend(
            answer.maturity.iter().flat_map(|groups| maturity::parts(groups, maturity::By::property(&self.by))),
        );
        Ok(Document {
            command: "coverage",
            title: say!("coverage-title", editions = names, organization = &case.assessment.organization),
            lead,
            parts,
            basis: case.basis(editions, tables.iter().copied()),
            findings: answer.findings,
        })
    }
}

const TITLE: &str = "title";

/// The count of every group as a table.
pub fn table(name: &'static str, groups: &[Group], by: &str, weight: f64) -> Table {
    let lines: Vec<Line<'_>> = groups.iter().map(|group| Line(group, weight)).collect();
    let target = |line: &Line<'_>| Cell::text(line.0.edition.as_str());
    // People need it if groups of several targets are below each other.
    let are_of_several = groups.iter().any(|group| group.edition != groups[0].edition);
    let mut columns = vec![
        if are_of_several {
            Column::said(Audience::All, "edition", "heading-target", target)
        } else {
            Column::for_programs("edition", target)
        },
        Column::said(Audience::All, "group", "heading-group", |line: &Line<'_>| Cell::text(line.0.name_in_words())),
    ];
    if by == CHAPTER {
        columns
            .push(Column::said(Audience::People, TITLE, "heading-title", |line: &Line<'_>| Cell::text(&line.0.title)));
    }
    columns.extend(tally_columns!(Line<'_>, |line: &Line<'_>| line.0.tally, |line: &Line<'_>| line.1));
    let table = Table::of(name, say!("coverage-by", by = maturity::By::property(by).in_words()), &columns, &lines);
    if are_of_several { table.with_cut_column(TITLE) } else { table }
}

/// The count of every group as bars.
pub fn chart(title: Phrase, groups: &[Group], weight: f64) -> Chart {
    let bar = |group: &Group| Bar {
        label: format!("{} {}", group.name, group.title).trim().into(),
        value: match group.tally.coverage(weight) {
            Some(coverage) => {
                say!("coverage-share-of", share = Phrase::share(coverage), count = group.tally.applicable)
            }
            None => say!("coverage-none-apply"),
        },
        segments: group.tally.segments(),
    };
    Chart { title, bars: groups.iter().map(bar).collect() }
}
