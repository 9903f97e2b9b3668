//! What all pages show: what the organization says about itself, and what follows from it.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::crosswalk::{Inference, Level};
use crate::deliver::plan::{Item, Plan, Plans, TargetPlan, base_item};
use crate::diagnostic::Refusal;
use crate::language::{Phrase, say};
use crate::model::{ClauseId, EditionId, Process, Status, TableId};
use crate::query::case::Assessed;
use crate::query::gap::{Gap, Gaps};
use crate::query::scenarios::AllScenarios;
use crate::report::{Basis, Cell, Document, Link, Part, SitePage, Tone};

use super::clauses::ProcessLink;
use super::{clauses, paths};

/// What all pages show: what the organization says about itself, and what follows from it.
pub(super) struct System<'a> {
    pub(super) case: Assessed<'a>,
    pub(super) stated: Rc<Inference<'a, 'a>>,
    pub(super) gaps: Gaps,
    pub(super) plan: Plan,
    pub(super) plans: Plans,
    /// Open items that belong to no plan.
    pub(super) unplanned: Vec<Item>,
    /// The processes in the order of the file.
    pub(super) process_pages: Vec<ProcessPage<'a>>,
    /// The tables that anything depends on.
    pub(super) tables: BTreeSet<TableId>,
}

/// A process with its page and its clauses.
pub(super) struct ProcessPage<'a> {
    pub(super) process: &'a Process,
    pub(super) path: String,
    /// Its clauses in all standards, each with how it belongs to it, in the order of editions and catalogs.
    pub(super) clauses: Vec<(ClauseId, ProcessLink)>,
    /// The tables that the clauses and their levels depend on.
    pub(super) tables: BTreeSet<TableId>,
}

impl<'a> System<'a> {
    pub(super) fn new(case: Assessed<'a>, method: Option<String>) -> Result<Self, Refusal> {
        let all = AllScenarios::new(case);
        let targets = match case.assessment.targets.as_slice() {
            // A management system without targets is one all the same.
            [] => Vec::new(),
            [..] => case.targets(&[])?,
        };
        let gaps = Gap::of(&targets, &all);
        let stated = Rc::clone(&all.as_stated);
        let plan = Plan { method, wins: 10, ..Plan::default() };
        let plans = plan.of(&all, &gaps)?;
        let sites = process_pages(case, &stated);
        let tables = plans.tables.iter().chain(sites.iter().flat_map(|site| &site.tables)).cloned().collect();
        let beside = unplanned_items(case, &plans);
        Ok(Self { case, stated, gaps, plan, plans, unplanned: beside, process_pages: sites, tables })
    }

    /// All that is open: the items of the plans, then what is not in a plan.
    pub(super) fn open(&self) -> impl Iterator<Item = &Item> {
        self.plans.plans.iter().flat_map(TargetPlan::items).chain(&self.unplanned)
    }

    /// What is open about a requirement: the items about itself, else those about the nearest heading above it.
    pub(super) fn open_about(&self, requirement: &ClauseId) -> Vec<&Item> {
        let crosswalk = self.case.case.crosswalk;
        if self.stated.level(requirement).is_none_or(|level| level == Level::Full) {
            return self.open().filter(|item| item.clauses().any(|clause| clause == requirement)).collect();
        }
        let inference = |item: &Item| {
            let about = item.clauses().map(|clause| crosswalk.requirements_of(clause));
            about.filter(|about| about.contains(&requirement)).map(|about| about.len()).min()
        };
        let nearest = self.open().filter_map(inference).min();
        self.open().filter(|item| nearest.is_some() && inference(item) == nearest).collect()
    }

    /// What is open about the clauses of a process.
    pub(super) fn open_of(&self, site: &ProcessPage<'_>) -> Vec<&Item> {
        let about = site.clauses.iter().flat_map(|(clause, _)| self.open_about(clause));
        let about: BTreeSet<&ClauseId> = about.map(|item| &item.clause).collect();
        self.open().filter(|item| about.contains(&item.clause)).collect()
    }

    /// The editions on which something is stated or that are targets.
    pub(super) fn editions(&self) -> BTreeSet<&'a EditionId> {
        self.case.editions()
    }

    /// How many processes are done.
    pub(super) fn done(&self) -> usize {
        self.process_pages.iter().filter(|site| site.is_done()).count()
    }

    /// A page that the site lists.
    pub(super) fn main_page(
        &self,
        path: &str,
        name: Phrase,
        lead: Vec<Phrase>,
        parts: Vec<Part>,
        tables: &BTreeSet<TableId>,
    ) -> SitePage {
        let document = self.document(name.clone(), lead, parts, tables);
        SitePage { path: path.to_owned(), name: Some(name), main_page: path.to_owned(), document }
    }

    pub(super) fn document(
        &self,
        title: Phrase,
        mut lead: Vec<Phrase>,
        parts: Vec<Part>,
        tables: &BTreeSet<TableId>,
    ) -> Document {
        lead.extend(self.case.case.care(&tables.iter().collect()));
        Document {
            command: "portal",
            title: title.sanitized(),
            lead: lead.into_iter().map(Phrase::sanitized).collect(),
            parts,
            findings: Vec::new(),
            basis: Basis::default(),
        }
    }
}

impl ProcessPage<'_> {
    pub(super) fn is_done(&self) -> bool {
        self.process.missing_parts().is_empty()
    }

    /// Its name; its id if the title is empty.
    pub(super) fn title(&self) -> &str {
        let title = self.process.title.trim();
        if title.is_empty() { &self.process.id } else { title }
    }

    pub(super) fn link(&self) -> Link {
        Link::to_page(self.title(), self.path.as_str())
    }

    /// Whether it is complete, as a word with what that means.
    pub(super) fn state(&self) -> (Phrase, Tone) {
        match self.is_done() {
            true => (say!("portal-state-complete"), Tone::Good),
            false => (say!("portal-state-incomplete"), Tone::Middling),
        }
    }
}

/// Who is responsible for something.
pub(super) fn owner_cell(owner: Option<&str>) -> Cell {
    match owner.map(str::trim) {
        None | Some("") => Cell::word(say!("portal-nobody"), Tone::Unsure),
        Some(owner) => Cell::text(owner),
    }
}

fn process_pages<'a>(case: Assessed<'a>, stated: &Inference<'_, '_>) -> Vec<ProcessPage<'a>> {
    let processes = &case.assessment.processes;
    let ids: Vec<&str> = processes.iter().map(|process| process.id.as_str()).collect();
    let site = |(process, path)| {
        let (clauses, tables) = clauses::clauses(case, process, stated);
        ProcessPage { process, path, clauses, tables }
    };
    processes.iter().zip(paths::of_processes(&ids)).map(site).collect()
}

/// The requirements that are stated as not, or not wholly, in place, if no item of a plan represents that statement.
fn unplanned_items(case: Assessed<'_>, plans: &Plans) -> Vec<Item> {
    let crosswalk = case.case.crosswalk;
    let stated = |clause: &ClauseId| crosswalk.statement(clause, case.assessment);
    let mut planned: BTreeSet<(&ClauseId, &ClauseId)> = BTreeSet::new();
    for item in plans.plans.iter().flat_map(TargetPlan::items) {
        for clause in item.clauses() {
            if let Some((carrier, _)) = stated(clause) {
                planned.extend(crosswalk.requirements_of(clause).into_iter().map(|clause| (clause, carrier)));
            }
        }
    }
    let is_open_beside = |clause: &&ClauseId| {
        stated(clause).is_some_and(|(carrier, statement)| match statement.status {
            Status::Partial | Status::Planned | Status::NotImplemented => !planned.contains(&(*clause, carrier)),
            Status::Implemented | Status::NotApplicable => false,
        })
    };
    let editions = case.assessment.editions().into_iter();
    let requirements = editions.flat_map(|edition| crosswalk.requirements(edition)).filter(is_open_beside);
    requirements.filter_map(|clause| base_item(case, clause, Vec::new())).collect()
}
