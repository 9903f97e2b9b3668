//! The statement of applicability: every control, and why it applies or not.

mod page;

use std::collections::BTreeSet;

use crate::crosswalk::{Inference, Level};
use crate::diagnostic::Refusal;
use crate::language::{Phrase, say, words_of};
use crate::load::name;
use crate::model::{Catalog, CatalogKind, Clause, ClauseId, ClauseKind, EditionId, Library, Status, TableId};
use crate::query::advice;
use crate::query::case::{Assessed, AssessedQuestion};
use crate::query::chain;
use crate::query::maturity::{self, Rating};
use crate::query::stated::EffectiveStatement;
use crate::query::words;
use crate::report::{ANSWER, Document, Tone};
use crate::source::Text;

/// Writes the statement of applicability: every control, applicable or not and why, its state and its evidence
#[derive(Debug, Clone, Default, PartialEq, Eq, clap::Args)]
#[command(after_help = "Examples:
  xwalk soa examples/service-bank/assessment.yaml --edition iso-iec-27001:2005
  xwalk soa assessment.yaml --edition 27001:2022 --output soa.xlsx

Controls are the requirements of a control set, and, in a management system standard, those that have the attribute \
`domain`, such as the controls of Annex A of ISO/IEC 27001.")]
pub struct Soa {
    /// The edition with the controls, by id or alias; may be given several times [default: every edition with controls
    /// that has statements in the assessment or is a target]
    #[arg(long, value_name = "EDITION")]
    pub edition: Vec<String>,
}

/// Whether a control applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Applicability {
    /// A status other than not-applicable is stated, or it is certainly implemented in part.
    Yes,
    /// It is stated that it does not.
    No,
    /// It has no statement, and nothing certain follows.
    Undecided,
}

/// A control and what is known about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// The control.
    pub clause: ClauseId,
    /// Its title.
    pub title: Text,
    /// What it requires, in a sentence.
    pub summary: Option<Text>,
    /// The highest heading above it that is not above all controls of the edition, or else the nearest.
    pub domain: Option<ClauseId>,
    /// The title of that heading.
    pub domain_title: Text,
    /// Whether it applies.
    pub applicable: Applicability,
    /// The statement of the assessment on it.
    pub stated: Option<EffectiveStatement>,
    /// Its maturity, and the target maturity.
    pub rating: Rating,
    /// How far it is known to be in place, by inference if nothing is stated; nothing if it does not apply.
    pub level: Option<Level>,
    /// The best chain that gives it the level if nothing is stated; empty otherwise.
    pub chain: Vec<ClauseId>,
    /// The same for people: what a joint row needs is together.
    pub chain_in_words: String,
    /// What remains to be done if the chain shows that part of it is in place; empty otherwise.
    pub add: Phrase,
    /// The clauses of other editions of the assessment to which rows relate it or a heading above it, in the order of ids;
    /// none if it does not apply.
    pub related: Vec<ClauseId>,
}

/// The controls of editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Controls {
    /// The editions, in the order of ids.
    pub editions: Vec<EditionId>,
    /// Their controls, each edition's in catalog order.
    pub controls: Vec<Control>,
    /// The tables that are used.
    pub tables: BTreeSet<TableId>,
}

impl Control {
    /// The status that holds for it.
    pub fn status(&self) -> Option<Status> {
        self.stated.as_ref().map(|stated| stated.statement.status)
    }

    /// Why it applies or not, if that is stated.
    pub fn justification(&self) -> Option<&str> {
        self.stated.as_ref()?.statement.justification.as_deref().map(str::trim).filter(|text| !text.is_empty())
    }

    /// What shows that it is in place.
    pub fn evidence(&self) -> &[Text] {
        self.stated.as_ref().map_or(&[], |stated| &stated.statement.evidence)
    }

    /// The ids of the risks that it treats.
    pub fn risks(&self) -> &[Text] {
        self.stated.as_ref().map_or(&[], |stated| &stated.statement.risks)
    }

    /// Whether it applies only by inference.
    pub fn is_derived(&self) -> bool {
        self.applicable == Applicability::Yes && self.stated.is_none()
    }
}

words_of!(Applicability {
    Yes => "yes", "soa-applies-yes";
    No => "no", "soa-applies-no";
    Undecided => "not decided", "soa-applies-undecided";
});

impl Applicability {
    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Undecided => "not decided",
        }
    }

    fn tone(self) -> Tone {
        match self {
            Self::Yes => Tone::Plain,
            Self::No => Tone::Quiet,
            Self::Undecided => Tone::Unsure,
        }
    }
}

impl Soa {
    /// Answers for every control.
    pub fn ask(&self, case: Assessed<'_>) -> Result<Controls, Refusal> {
        let crosswalk = case.case.crosswalk;
        let inference = crosswalk.infer(&crosswalk.assumptions(case.assessment), case.case.settings.max_hops);
        self.of(case, &inference)
    }

    /// The same for an existing run.
    pub(in crate::deliver) fn of(
        &self,
        case: Assessed<'_>,
        inference: &Inference<'_, '_>,
    ) -> Result<Controls, Refusal> {
        let catalogs = self.catalogs(case)?;
        let mut answer = Controls { editions: Vec::new(), controls: Vec::new(), tables: BTreeSet::new() };
        for catalog in catalogs {
            let positions: Vec<usize> = positions(catalog).collect();
            let top = common(catalog, &positions);
            answer.editions.push(catalog.id.clone());
            for position in positions {
                let control = control(case, catalog, position, top, inference, &mut answer.tables);
                answer.controls.push(control);
            }
        }
        Ok(answer)
    }

    /// The editions of the question, in the order of ids.
    fn catalogs<'a>(&self, case: Assessed<'a>) -> Result<Vec<&'a Catalog>, Refusal> {
        let library = case.case.library;
        let help = || Some(format!("the editions with controls are {}", with_controls(library)));
        if !self.edition.is_empty() {
            let mut catalogs = name::editions(&self.edition, library)?;
            if let Some(catalog) = catalogs.iter().find(|catalog| positions(catalog).next().is_none()) {
                return Err(Refusal { message: format!("{} has no controls", catalog.id), help: help() });
            }
            catalogs.sort_by(|left, right| left.id.cmp(&right.id));
            return Ok(catalogs);
        }
        let known = case.editions();
        let catalogs: Vec<&Catalog> = library
            .catalogs()
            .filter(|catalog| known.contains(&catalog.id) && positions(catalog).next().is_some())
            .collect();
        if catalogs.is_empty() {
            let message = "the assessment has no statements on an edition with controls, and no such target".to_owned();
            let help = format!("add --edition EDITION; the editions with controls are {}", with_controls(library));
            return Err(Refusal { message, help: Some(help) });
        }
        Ok(catalogs)
    }
}

impl AssessedQuestion for Soa {
    fn document(&self, case: Assessed<'_>) -> Result<Document, Refusal> {
        let answer = self.ask(case)?;
        let editions = Phrase::joined(&answer.editions, ", ");
        let scope = case.assessment.scope.as_ref();
        let scope = scope.map(|scope| say!("soa-scope", scope = scope.trim().trim_end_matches('.')));
        let tables: BTreeSet<&TableId> = answer.tables.iter().collect();
        Ok(Document {
            command: "soa",
            title: say!("soa-title", organization = &case.assessment.organization, editions = editions),
            lead: scope
                .into_iter()
                .chain(answer.lead())
                .chain(answer.maturity().iter().filter_map(|groups| maturity::in_words(groups)))
                .chain(case.case.care(&tables))
                .collect(),
            parts: answer.parts("summary", ANSWER).into_iter().chain(answer.maturity_parts()).collect(),
            findings: Vec::new(),
            basis: case.basis(&answer.editions, &answer.tables),
        })
    }
}

fn with_controls(library: &Library) -> String {
    let catalogs = library.catalogs().filter(|catalog| positions(catalog).next().is_some());
    catalogs.map(|catalog| catalog.id.as_str()).collect::<Vec<_>>().join(", ")
}

/// The positions of the controls of an edition.
fn positions(catalog: &Catalog) -> impl Iterator<Item = usize> {
    let is_control = |clause: &Clause| {
        clause.kind == ClauseKind::Requirement
            && match catalog.kind {
                Some(CatalogKind::ControlSet) => true,
                Some(CatalogKind::ManagementSystem) | None => clause.attributes.get("domain").is_some(),
                Some(
                    CatalogKind::ProcessModel
                    | CatalogKind::MaturityModel
                    | CatalogKind::AwardCriteria
                    | CatalogKind::Objectives,
                ) => false,
            }
    };
    catalog.clauses().iter().enumerate().filter(move |(_, clause)| is_control(clause)).map(|(position, _)| position)
}

/// How many headings, from the top, are above all controls.
fn common(catalog: &Catalog, controls: &[usize]) -> usize {
    let ways = controls.iter().map(|control| {
        let mut way: Vec<usize> = catalog.ancestors(*control).collect();
        way.reverse();
        way
    });
    let shared = ways.reduce(|shared, way| {
        shared.into_iter().zip(way).take_while(|(left, right)| left == right).map(|(left, _)| left).collect()
    });
    shared.map_or(0, |shared| shared.len())
}

fn control(
    case: Assessed<'_>,
    catalog: &Catalog,
    position: usize,
    top: usize,
    inference: &Inference<'_, '_>,
    tables: &mut BTreeSet<TableId>,
) -> Control {
    let id =
        |position: usize| ClauseId { edition: catalog.id.clone(), number: catalog.clauses()[position].number.clone() };
    let clause = &catalog.clauses()[position];
    let own = id(position);
    let above: Vec<usize> = catalog.ancestors(position).collect();
    let domain = above.iter().rev().nth(top).or(above.first()).copied();
    let stated = EffectiveStatement::of(case, &own);
    let level = inference.level(&own);
    let applicable = match (&stated, level) {
        (Some(stated), _) if stated.statement.status == Status::NotApplicable => Applicability::No,
        (Some(_), _) | (None, Some(Level::Partial | Level::Full)) => Applicability::Yes,
        (None, Some(Level::None | Level::Presumed) | None) => Applicability::Undecided,
    };
    let (mut because, mut chain_in_words, mut add) = (Vec::new(), String::new(), Phrase::default());
    if let (None, Some(trail)) = (&stated, inference.trail(&own)) {
        let (chain, steps) = (inference.chain(&own), inference.steps(&own));
        tables.extend(words::tables(&steps));
        chain_in_words = chain::arrows(&trail, &ToString::to_string);
        if level == Some(Level::Partial) {
            add = advice::of_chain(case.case.library, &chain, &steps);
        }
        because = chain.into_iter().cloned().collect();
    }
    let lineage: Vec<ClauseId> = std::iter::once(own.clone()).chain(above.iter().map(|above| id(*above))).collect();
    Control {
        title: clause.title.clone(),
        summary: clause.summary.clone(),
        domain: domain.map(id),
        domain_title: domain.map(|domain| catalog.clauses()[domain].title.clone()).unwrap_or_default(),
        applicable,
        related: if applicable == Applicability::No { Vec::new() } else { related(case, &lineage, tables) },
        rating: Rating::of(case, &own),
        stated,
        level,
        chain: because,
        chain_in_words,
        add,
        clause: own,
    }
}

/// What else a clause contributes to, among the editions of the assessment, by rows of its own and of headings above it.
fn related(case: Assessed<'_>, lineage: &[ClauseId], tables: &mut BTreeSet<TableId>) -> Vec<ClauseId> {
    let known = case.editions();
    let mut serves = BTreeSet::new();
    for (table, row) in case.case.crosswalk.rows().filter(|(_, row)| row.forward.shares_demands()) {
        let is_other = |clause: &&ClauseId| known.contains(&clause.edition) && clause.edition != lineage[0].edition;
        let mut reached: Vec<&ClauseId> = Vec::new();
        if row.from.iter().any(|clause| lineage.contains(clause)) {
            reached.push(&row.to);
        }
        if lineage.contains(&row.to) {
            reached.extend(&row.from);
        }
        for clause in reached.into_iter().filter(is_other) {
            tables.insert(table.id.clone());
            serves.insert(clause.clone());
        }
    }
    serves.into_iter().collect()
}
