//! Assessments are answered one by one, on a crosswalk that is joined once.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use crate::crosswalk::{Crosswalk, Selection};
use crate::diagnostic::Refusal;
use crate::model::{Assessment, Catalog, EditionId, Library, Status};
use crate::query::case::{Assessed, Case};
use crate::query::condition::{self, Chosen};
use crate::query::gap;
use crate::query::position::Position;
use crate::query::scenarios::AllScenarios;
use crate::query::settings::Settings;
use crate::query::stated::effective_statements;
use crate::source::{FileId, Sources};

use super::Portfolio;
use super::standing::{Respondent, Standing};

/// How much is said about each assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// How many requirements are at which level.
    Counts,
    /// The same, and of each requirement where it stands, why, and what is to be done.
    Requirements,
}

/// What is said about one assessment.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Its state for each target.
    pub standings: Vec<Standing>,
    /// The requirements of each target, if they were requested.
    pub rows: Vec<Vec<Position>>,
}

/// What every assessment of a portfolio is answered on. Threads share it.
pub struct PortfolioCase<'l> {
    library: &'l Library,
    settings: &'l Settings,
    selection: Selection,
    question: &'l Portfolio,
    /// The targets of every assessment, where they are named.
    named: Vec<&'l Catalog>,
    /// All of the library; joined when it is needed.
    whole: Arc<Crosswalk<'l>>,
    /// What points to a list of targets.
    joined: RwLock<BTreeMap<Vec<EditionId>, Arc<Crosswalk<'l>>>>,
}

impl<'l> PortfolioCase<'l> {
    /// For how many lists of targets the part of the library that points to them is joined separately.
    const LISTS: usize = 16;

    /// For a question on what is in a library.
    pub fn new(question: &'l Portfolio, library: &'l Library, settings: &'l Settings) -> Result<Self, Refusal> {
        let selection = settings.selection(library)?;
        Ok(Self {
            named: question.named_targets(library, settings)?,
            whole: Arc::new(Crosswalk::new(library, &selection)),
            library,
            settings,
            selection,
            question,
            joined: RwLock::default(),
        })
    }

    /// What is asked.
    pub fn question(&self) -> &'l Portfolio {
        self.question
    }

    /// What is answered on.
    pub(super) fn library(&self) -> &'l Library {
        self.library
    }

    /// How it is inferred and counted.
    pub fn settings(&self) -> &'l Settings {
        self.settings
    }

    /// Answers one assessment; `sources` hold its text. If it has no targets there is no answer.
    pub fn answer(
        &self,
        name: &str,
        assessment: &Assessment,
        sources: &Sources,
        file: FileId,
        detail: Detail,
    ) -> Result<Answer, Refusal> {
        let targets = self.targets(assessment)?;
        let crosswalk = self.crosswalk(&targets);
        let case = Case { sources, library: self.library, crosswalk: &crosswalk, settings: self.settings };
        let assessed = Assessed { case, assessment, file };
        let respondent =
            Arc::new(self.respondent(name, Assessed { case: Case { crosswalk: &self.whole, ..case }, ..assessed }));
        let standing = |inference: &_, target: &&Catalog| Standing::of(assessed, &respondent, target, inference);
        match detail {
            Detail::Counts => {
                let inference = crosswalk.infer_targets(&crosswalk.assumptions(assessment), self.settings.max_hops);
                let standings = targets.iter().map(|target| standing(&inference, target)).collect();
                Ok(Answer { standings, rows: Vec::new() })
            }
            Detail::Requirements => {
                let all = AllScenarios::new(assessed);
                let standings = targets.iter().map(|target| standing(&*all.as_stated, target)).collect();
                let rows = targets.iter().map(|target| gap::positions(target, &all)).collect();
                Ok(Answer { standings, rows })
            }
        }
    }

    /// The editions that an assessment is asked about.
    fn targets(&self, assessment: &Assessment) -> Result<Vec<&'l Catalog>, Refusal> {
        if !self.named.is_empty() {
            return Ok(self.named.clone());
        }
        let own = assessment.targets.iter();
        let targets: Vec<&Catalog> = own.filter_map(|target| self.library.catalog(target)).collect();
        if targets.is_empty() {
            let message = "the assessment names no target under `targets`";
            return Err(Refusal::new(message, "add `targets: [EDITION]` to it, or --target EDITION"));
        }
        for target in &targets {
            condition::check(&self.settings.conditions, target, Chosen::Requirements)?;
        }
        Ok(targets)
    }

    /// What points to some targets, joined.
    pub(super) fn crosswalk(&self, targets: &[&Catalog]) -> Arc<Crosswalk<'l>> {
        let ids: Vec<EditionId> = targets.iter().map(|target| target.id.clone()).collect();
        if let Some(found) = self.joined.read().unwrap_or_else(PoisonError::into_inner).get(&ids) {
            return Arc::clone(found);
        }
        let mut joined = self.joined.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = joined.get(&ids) {
            return Arc::clone(found);
        }
        // Of many lists each would take its own memory: they share the whole.
        if joined.len() == Self::LISTS {
            return Arc::clone(&self.whole);
        }
        let made = Arc::new(Crosswalk::around(self.library, &self.selection, &ids, self.settings.max_hops));
        joined.insert(ids, Arc::clone(&made));
        made
    }

    /// Who is assessed.
    fn respondent(&self, name: &str, case: Assessed<'_>) -> Respondent {
        let assessment = case.assessment;
        let text = |text: &crate::source::Text| text.trim().to_owned();
        let is_open = |status| match status {
            Status::Partial | Status::Planned | Status::NotImplemented => true,
            Status::Implemented | Status::NotApplicable => false,
        };
        let overdue = self.question.as_of.map(|day| {
            let has_days = assessment.statements().any(|(_, stated)| stated.due.is_some());
            let is_late = |(_, stated): &(_, &crate::model::Statement)| {
                is_open(stated.status) && stated.due.is_some_and(|due| due < day)
            };
            if has_days { effective_statements(case).filter(is_late).count() } else { 0 }
        });
        Respondent {
            assessment: name.to_owned(),
            organization: text(&assessment.organization),
            site: assessment.site.as_ref().map(text),
            unit: assessment.unit.as_ref().map(text),
            tags: assessment.tags.iter().map(text).collect(),
            date: assessment.date,
            overdue,
        }
    }
}
