//! The overview of a portfolio laid out.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::language::Phrase;
use crate::model::{Catalog, EditionId, TableId};
use crate::query::case::Case;
use crate::query::coverage;
use crate::query::tally::weight_in_words;
use crate::query::words::{counted, listed};
use crate::report::{ANSWER, Document, Part, Table};
use crate::source::Sources;

use super::overview::{MOST_GROUPS, Overview};
use super::standing::{self, StandingRow};
use super::target::TargetOverview;
use super::{gaps, heatmap, league, requirements, roll_up};

impl Overview<'_> {
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
                parts.push(Part::Section(target.target.to_string().into()));
            }
            parts.extend(of_target);
        }
        if self.assessments > 0 {
            lead.push(format!(
                "Counted coverage counts a full requirement as 1 and a partial one as {}; guaranteed counts only full ones; up to \
                 counts partial and presumed ones as if they were full.",
                weight_in_words(settings.partial_weight)
            ));
            lead.extend(case.care(&tables).map(String::from));
        }
        let editions: Vec<&EditionId> = self.targets.iter().map(|target| &target.target).collect();
        let assessments = counted(self.assessments, "assessment", "assessments");
        Document {
            command: "portfolio",
            title: format!("Portfolio of {assessments}").into(),
            lead: Phrase::each(lead),
            parts,
            basis: case.basis(editions, tables),
            findings,
        }
    }

    /// How many there are, what could not be answered, and what is not shown.
    fn in_words(&self, unanswered: usize) -> Vec<String> {
        let mut said = Vec::new();
        if unanswered > 0 {
            let verb = if unanswered == 1 { "is" } else { "are" };
            let name = counted(unanswered, "assessment", "assessments");
            said.push(format!("{name} could not be answered and {verb} not counted; the findings show why."));
        }
        if self.assessments == 0 {
            said.push("There are no assessments.".to_owned());
        }
        let rows = self.portfolio.question().rows;
        if self.targets.iter().any(|target| target.pool.assessments > rows) {
            said.push(format!(
                "Tables with a line for each assessment show {rows} of them; every figure counts all. --rows changes the number, and \
                 --format csv, ndjson and parquet hold all."
            ));
        }
        if !self.abandoned.is_empty() {
            let keys: Vec<String> = self.abandoned.iter().map(|key| key.name().to_owned()).collect();
            said.push(format!(
                "Nothing is summarized by {}: there are more than {MOST_GROUPS} different values.",
                listed(&keys)
            ));
        }
        said
    }

    /// A row for each assessment and target, in the order in which they came.
    fn standings(&self) -> Option<Table> {
        let weight = self.portfolio.settings().partial_weight;
        let kept = self.targets.iter().flat_map(|target| &target.first);
        let rows: Vec<StandingRow<'_>> = kept.map(|kept| kept.standing.row(weight)).collect();
        let is_rated = rows.iter().any(|row| row.standing.maturity.rated > 0);
        let table = Table::of(ANSWER, "Assessments", &standing::columns(self.targets.len() > 1, is_rated), &rows);
        (!rows.is_empty()).then(|| table.without_empty_columns())
    }

    fn of_target(&self, target: &TargetOverview) -> (Vec<String>, Vec<Part>) {
        let weight = self.portfolio.settings().partial_weight;
        let edition = &target.target;
        let assessments = counted(target.pool.assessments, "assessment", "assessments");
        let mut said = vec![format!("{edition} in {assessments} together: {}.", target.pool.tally.in_words(weight))];
        let quantile = |part| target.distribution.quantile(part).map(crate::query::tally::percent);
        if let (Some(low), Some(median), Some(high), 2..) =
            (quantile(0.0), quantile(0.5), quantile(1.0), target.distribution.total())
        {
            said.push(format!("Counted coverage of {edition}: lowest {low}, median {median}, highest {high}."));
        }
        let chapters: Vec<coverage::Group> = target
            .chapters
            .iter()
            .map(|chapter| coverage::Group {
                edition: edition.clone(),
                name: chapter.number.clone(),
                title: chapter.title.clone(),
                tally: chapter.tally,
            })
            .collect();
        let mut parts = vec![
            Part::Chart(coverage::chart(
                format!("{edition} by chapter, all assessments together").into(),
                &chapters,
                weight,
            )),
            Part::Table(requirements::chapters(edition, &target.chapters, weight)),
        ];
        parts.extend(gaps::tables(edition, &target.requirements).into_iter().map(Part::Table));
        let groups = target.groups.iter();
        parts.extend(groups.map(|(key, pools)| Part::Table(roll_up::table(*key, edition.as_str(), pools, weight))));
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
