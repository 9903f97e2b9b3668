//! The overview of a portfolio laid out.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::language::{Phrase, say};
use crate::model::{Catalog, EditionId, TableId};
use crate::query::case::Case;
use crate::query::coverage;
use crate::query::tally::weight_in_words;
use crate::report::{ANSWER, Document, Part, Table};
use crate::source::Sources;

use super::overview::{MOST_GROUPS, Overview};
use super::standing::{self, StandingRow};
use super::target::TargetOverview;
use super::{gaps, heatmap, league, requirements, roll_up};

impl Overview<'_> {
    /// The sentence that says how many assessments have warnings.
    pub fn warned(count: usize) -> Phrase {
        say!("portfolio-warnings", count = count)
    }

    /// The answer laid out. `findings` say which assessments could not be answered; their places are in `sources`.
    pub fn document(&self, sources: &Sources, unanswered: usize, findings: Vec<Diagnostic>) -> Document {
        let library = self.portfolio.library();
        let settings = self.portfolio.settings();
        let catalogs: Vec<&Catalog> =
            self.targets.iter().filter_map(|target| library.catalog(&target.target)).collect();
        let crosswalk = self.portfolio.crosswalk(&catalogs);
        let case = Case { sources, library, crosswalk: &crosswalk, settings };
        let tables: BTreeSet<&TableId> = self.targets.iter().flat_map(|target| &target.tables).collect();
        let mut lead = self.in_words(unanswered);
        let mut parts = self.standings().map(Part::Table).into_iter().collect::<Vec<_>>();
        for target in &self.targets {
            let (said, of_target) = self.of_target(target);
            lead.extend(said);
            if self.targets.len() > 1 {
                parts.push(Part::Section(Phrase::from(&target.target)));
            }
            parts.extend(of_target);
        }
        if self.assessments > 0 {
            lead.push(say!("portfolio-how-counted", weight = weight_in_words(settings.partial_weight)));
            lead.extend(case.care(&tables));
        }
        let editions: Vec<&EditionId> = self.targets.iter().map(|target| &target.target).collect();
        Document {
            command: "portfolio",
            title: say!("portfolio-title", count = self.assessments),
            lead,
            parts,
            basis: case.basis(editions, tables),
            findings,
        }
    }

    /// How many there are, what could not be answered, and what is not shown.
    fn in_words(&self, unanswered: usize) -> Vec<Phrase> {
        let mut said = Vec::new();
        if unanswered > 0 {
            said.push(say!("portfolio-unanswered", count = unanswered));
        }
        if self.assessments == 0 {
            said.push(say!("portfolio-empty"));
        }
        if self.is_cut() {
            said.push(say!("portfolio-rows", count = self.portfolio.question().rows));
        }
        if !self.abandoned.is_empty() {
            let keys = Phrase::list(self.abandoned.iter().map(|key| key.in_words()));
            said.push(say!("portfolio-not-summarized", keys = keys, most = MOST_GROUPS));
        }
        said
    }

    /// Whether tables with a line for each assessment hold only some of them.
    pub fn is_cut(&self) -> bool {
        let rows = self.portfolio.question().rows;
        self.targets.iter().any(|target| target.pool.assessments > rows)
    }

    /// A row for each assessment and target, in the order in which they came.
    fn standings(&self) -> Option<Table> {
        let weight = self.portfolio.settings().partial_weight;
        let kept = self.targets.iter().flat_map(|target| &target.first);
        let rows: Vec<StandingRow<'_>> = kept.map(|kept| kept.standing.row(weight)).collect();
        let is_rated = rows.iter().any(|row| row.standing.maturity.rated > 0);
        let table = Table::of(
            ANSWER,
            say!("portfolio-heading-assessments"),
            &standing::columns(self.targets.len() > 1, is_rated),
            &rows,
        );
        (!rows.is_empty()).then(|| table.without_empty_columns())
    }

    fn of_target(&self, target: &TargetOverview) -> (Vec<Phrase>, Vec<Part>) {
        let weight = self.portfolio.settings().partial_weight;
        let edition = &target.target;
        let (count, figures) = (target.pool.assessments, target.pool.tally.in_words(weight));
        let mut said = vec![say!("portfolio-together", edition = edition, count = count, figures = figures)];
        let quantile = |part| target.distribution.quantile(part).map(Phrase::share);
        if let (Some(low), Some(median), Some(high), 2..) =
            (quantile(0.0), quantile(0.5), quantile(1.0), target.distribution.total())
        {
            said.push(say!("portfolio-range", edition = edition, low = low, median = median, high = high));
        }
        let chapters: Vec<coverage::Group> = target
            .chapters
            .iter()
            .map(|chapter| coverage::Group::of_chapter(edition, &chapter.number, &chapter.title, chapter.tally))
            .collect();
        let mut parts = vec![
            Part::Chart(coverage::chart(say!("portfolio-chapters-together", edition = edition), &chapters, weight)),
            Part::Table(requirements::chapters(edition, &target.chapters, weight)),
        ];
        parts.extend(gaps::tables(edition, &target.requirements).into_iter().map(Part::Table));
        let groups = target.groups.iter();
        parts.extend(groups.map(|(key, pools)| Part::Table(roll_up::table(*key, edition, pools, weight))));
        parts.extend(league::tables(target, weight).into_iter().map(Part::Table));
        if let Some((table, rule)) = league::outliers(target, weight) {
            said.push(rule);
            parts.push(Part::Table(table));
        }
        parts.extend(heatmap::tables(target, weight).map(Part::Table));
        parts.push(Part::Table(requirements::table(edition, &target.requirements)));
        (said, parts)
    }
}
