//! How mature clauses are, and how far that is from the target.

use crate::crosswalk::Inference;
use crate::language::{Phrase, say};
use crate::model::{Catalog, ClauseId, ClauseKind, EditionId, MAX_MATURITY};
use crate::query::case::Assessed;
use crate::query::grouping::{self, CHAPTER, TOTAL};
use crate::report::{Audience, Cell, Column, Part, Plot, Radar, Ring, Table, Tone};

/// Statements on the maturity of requirements. An average is always of those alone that have a figure; what does not
/// apply, or is not rated, is in none.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Maturity {
    /// All requirements that apply.
    pub applicable: usize,
    /// Those with a maturity stated.
    pub rated: usize,
    /// Those with a target maturity.
    pub aimed: usize,
    /// Those with both.
    pub compared: usize,
    /// Of those, how many are below the target.
    pub below: usize,
    rated_sum: u32,
    aimed_sum: u32,
    shortfall: u32,
}

impl Maturity {
    /// The average of what is rated.
    pub fn average(&self) -> Option<f64> {
        mean(self.rated_sum, self.rated)
    }

    /// The average target.
    pub fn target(&self) -> Option<f64> {
        mean(self.aimed_sum, self.aimed)
    }

    /// By how much those that have both are below the target, on average; one that is above it makes up for no other.
    pub fn gap(&self) -> Option<f64> {
        mean(self.shortfall, self.compared)
    }

    /// Statements on requirements that apply.
    pub fn of(ratings: impl IntoIterator<Item = Rating>) -> Self {
        let mut maturity = Self::default();
        ratings.into_iter().for_each(|rating| maturity.add(rating));
        maturity
    }

    fn add(&mut self, rating: Rating) {
        self.applicable += 1;
        if let Some(level) = rating.level {
            self.rated += 1;
            self.rated_sum += u32::from(level);
        }
        if let Some(target) = rating.target {
            self.aimed += 1;
            self.aimed_sum += u32::from(target);
        }
        if let (Some(level), Some(target)) = (rating.level, rating.target) {
            self.compared += 1;
            self.below += usize::from(level < target);
            self.shortfall += u32::from(target.saturating_sub(level));
        }
    }

    /// The average with how many it is of, and how far that is from the target.
    fn in_words(&self, edition: &EditionId) -> Phrase {
        let Some(average) = self.average() else { return say!("maturity-none", edition = edition) };
        let rated = say!(
            "maturity-rated",
            average = Phrase::number(average, 1),
            end = MAX_MATURITY,
            rated = self.rated,
            all = self.applicable,
        );
        match self.gap() {
            Some(gap) => say!(
                "maturity-of-with-gap",
                edition = edition,
                rated = rated,
                gap = Phrase::number(gap, 1),
                compared = self.compared,
                below = self.below,
            ),
            None => say!("maturity-of", edition = edition, rated = rated),
        }
    }
}

fn mean(sum: u32, count: usize) -> Option<f64> {
    (count > 0).then(|| f64::from(sum) / count as f64)
}

/// The statement on the maturity of one requirement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rating {
    /// Its maturity.
    pub level: Option<u8>,
    /// The target maturity.
    pub target: Option<u8>,
}

impl Rating {
    /// What holds for a requirement: the maturity of the statement that holds for it, and the nearest target.
    pub fn of(case: Assessed<'_>, clause: &ClauseId) -> Self {
        let level = case.case.crosswalk.statement(clause, case.assessment).and_then(|(_, stated)| stated.maturity);
        let target = case.case.library.catalog(&clause.edition).and_then(|catalog| target(case, catalog, clause));
        Self { level, target }
    }
}

/// The target that is nearest to a clause: of its own or of a heading above it, then of the edition, then of everything. A
/// statement on a heading is nearer than what the assessment says about the same heading at its top.
fn target(case: Assessed<'_>, catalog: &Catalog, clause: &ClauseId) -> Option<u8> {
    let targets = &case.assessment.maturity_targets;
    let own = catalog.position(&clause.number)?;
    let nearest = std::iter::once(own).chain(catalog.ancestors(own)).find_map(|position| {
        let found = &catalog.clauses()[position];
        let id = ClauseId { edition: clause.edition.clone(), number: found.number.clone() };
        // As with a status, what is stated on a requirement that has clauses below it holds for it alone.
        let is_for_it = position == own || found.kind == ClauseKind::Heading;
        let stated = case.assessment.statement(&id).filter(|_| is_for_it).and_then(|stated| stated.maturity_target);
        stated.or_else(|| targets.clauses.get(&id).copied())
    });
    nearest.or_else(|| targets.editions.get(&clause.edition).copied()).or(targets.everywhere)
}

/// The maturity of a group of requirements.
#[derive(Debug, Clone, PartialEq)]
pub struct RatedGroup {
    /// The edition.
    pub edition: EditionId,
    /// The chapter's number, or the attribute's value; `total` for the whole edition.
    pub name: String,
    /// The chapter's title, where it is one.
    pub title: String,
    /// The statement on it.
    pub maturity: Maturity,
}

/// The maturity of what applies and counts in an edition, by a property, and the total last; nothing where no requirement of
/// it is rated.
pub fn groups(case: Assessed<'_>, catalog: &Catalog, by: &str, inference: &Inference<'_, '_>) -> Vec<RatedGroup> {
    let is_counted = |clause: &_| case.case.is_chosen(clause);
    let grouped = grouping::groups(catalog, by, case.case.crosswalk, &is_counted);
    let groups: Vec<RatedGroup> = grouped
        .into_iter()
        .map(|group| {
            let members = group.members.iter().filter(|clause| inference.level(clause).is_some());
            let maturity = Maturity::of(members.map(|clause| Rating::of(case, clause)));
            let is_total = group.name == TOTAL;
            let title = if is_total { String::new() } else { group.title };
            RatedGroup { edition: catalog.id.clone(), name: group.name, title, maturity }
        })
        .collect();
    rated(groups)
}

/// Groups with their total where anything of them is rated; else nothing.
pub fn rated(groups: Vec<RatedGroup>) -> Vec<RatedGroup> {
    let is_rated = groups.last().is_some_and(|total| total.maturity.rated > 0);
    if is_rated { groups } else { Vec::new() }
}

/// The total of groups.
pub fn total(edition: &EditionId, maturity: Maturity) -> RatedGroup {
    RatedGroup { edition: edition.clone(), name: TOTAL.to_owned(), title: String::new(), maturity }
}

/// What is said about the maturity of an edition before any table; nothing if nothing is rated and there is no target.
pub fn in_words(groups: &[RatedGroup]) -> Option<Phrase> {
    let total = groups.last()?;
    Some(total.maturity.in_words(&total.edition))
}

/// The groups of an edition as a radar chart, if there are enough of them, and as a table.
pub fn parts(groups: &[RatedGroup], by: By<'_>) -> Vec<Part> {
    let Some((total, named)) = groups.split_last() else { return Vec::new() };
    let title = say!("maturity-by", edition = &total.edition, by = by.in_words());
    let rated: Vec<&RatedGroup> = named.iter().filter(|group| group.maturity.rated > 0).collect();
    let radar = (FEWEST_SPOKES..=MOST_SPOKES).contains(&rated.len()).then(|| Part::Plot(radar(title.clone(), &rated)));
    let mut table = table(title, groups);
    if radar.is_some() {
        table.title = say!("in-numbers", title = &table.title);
    }
    radar.into_iter().chain([Part::Table(table)]).collect()
}

/// What groups have in common.
#[derive(Debug, Clone, Copy)]
pub enum By<'b> {
    /// The chapter.
    Chapter,
    /// The domain of controls.
    Domain,
    /// The value of an attribute.
    Attribute(&'b str),
}

impl<'b> By<'b> {
    /// What a property of clauses is called on the command line.
    pub(crate) fn property(name: &'b str) -> Self {
        if name == CHAPTER { Self::Chapter } else { Self::Attribute(name) }
    }

    /// What answers say of it.
    pub(crate) fn in_words(self) -> Phrase {
        match self {
            Self::Chapter => say!("by-chapter"),
            Self::Domain => say!("by-domain"),
            Self::Attribute(name) => name.into(),
        }
    }
}

/// A radar chart of fewer spokes has no area, one of more cannot be read.
const FEWEST_SPOKES: usize = 3;
const MOST_SPOKES: usize = 24;

fn radar(title: Phrase, groups: &[&RatedGroup]) -> Plot {
    let figures = |figure: fn(&Maturity) -> Option<f64>| groups.iter().map(|group| figure(&group.maturity)).collect();
    let spoke =
        |group: &&RatedGroup| format!("{} (N {}) {}", group.name, group.maturity.rated, group.title).trim().to_owned();
    let target =
        Ring { name: say!("maturity-target"), figures: figures(Maturity::target), tone: Tone::Plain, is_dashed: true };
    let has_target = target.figures.iter().any(Option::is_some);
    let now =
        Ring { name: say!("maturity-now"), figures: figures(Maturity::average), tone: Tone::Good, is_dashed: false };
    Plot::Radar(Radar {
        title,
        end: MAX_MATURITY,
        spokes: groups.iter().map(|group| spoke(group).into()).collect(),
        rings: has_target.then_some(target).into_iter().chain([now]).collect(),
    })
}

fn rating(figure: Option<f64>) -> Cell {
    figure.map_or(Cell::Empty, Cell::Rating)
}

fn table(title: Phrase, groups: &[RatedGroup]) -> Table {
    let mut columns: Vec<Column<RatedGroup>> = vec![
        Column::for_programs("edition", |group| Cell::text(group.edition.as_str())),
        Column::said(Audience::All, "group", "heading-group", |group| Cell::text(grouping::name(&group.name))),
    ];
    if groups.iter().any(|group| group.name != TOTAL && !group.title.is_empty()) {
        columns.push(Column::said(Audience::People, "group-title", "heading-title", |group| Cell::text(&group.title)));
    }
    columns.extend([
        Column::said(Audience::All, "applicable", "heading-apply", |group: &RatedGroup| {
            Cell::count(group.maturity.applicable)
        }),
        Column::said(Audience::All, "rated", "maturity-heading-rated", |group| Cell::count(group.maturity.rated)),
        Column::said(Audience::All, "maturity", "heading-maturity", |group| rating(group.maturity.average())),
    ]);
    // People need no empty columns if there is no target.
    let has_target = groups.iter().any(|group| group.maturity.aimed > 0);
    let column = |key, label, cell: fn(&RatedGroup) -> Cell| match has_target {
        true => Column::said(Audience::All, key, label, cell),
        false => Column::for_programs(key, cell),
    };
    columns.push(column("aimed", "maturity-heading-aimed", |group| Cell::count(group.maturity.aimed)));
    columns.push(column("target", "maturity-heading-target", |group| rating(group.maturity.target())));
    columns.push(column("compared", "maturity-heading-both", |group| Cell::count(group.maturity.compared)));
    columns.push(column("gap", "maturity-heading-gap", |group| rating(group.maturity.gap())));
    columns.push(column("below", "maturity-heading-below", |group| Cell::count(group.maturity.below)));
    Table::of("maturity", title, &columns, groups)
}
