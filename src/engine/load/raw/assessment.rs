//! An assessment as written.

use super::evidence::Evidence;
use super::fields::{Fields, text, wrong_type};
use super::maturity::MaturityTarget;
use super::node::{Node, Scalar, Shape};
use super::progress::Advance;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;

/// An assessment as written.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// The position of the kind of file.
    pub span: Span,
    /// `organization`
    pub organization: Option<Scalar>,
    /// `scope`
    pub scope: Option<Scalar>,
    /// `site`
    pub site: Option<Scalar>,
    /// `unit`
    pub unit: Option<Scalar>,
    /// `tags`
    pub tags: Vec<Scalar>,
    /// `date`
    pub date: Option<Scalar>,
    /// `assessor`
    pub assessor: Option<Scalar>,
    /// `targets`
    pub targets: Vec<Scalar>,
    /// `policy`
    pub policy: Policy,
    /// `effort`: extend, verify, implement, assess, build.
    pub efforts: [Option<Scalar>; 5],
    /// `maturity-target`: one for all, or by editions and clauses.
    pub maturity_target: MaturityTarget,
    /// `evidence`
    pub evidence: Vec<Evidence>,
    /// `capacity`: an owner, and person-days a week.
    pub capacity: Vec<(Scalar, Scalar)>,
    /// `days-off`
    pub days_off: Vec<Scalar>,
    /// `objectives`
    pub objectives: Vec<Objective>,
    /// `statuses`: an edition, and its clauses.
    pub statuses: Vec<(Scalar, Vec<Record>)>,
    /// `processes`
    pub processes: Vec<Process>,
    /// `progress`: a method, and its steps.
    pub progress: Vec<(Scalar, Vec<Advance>)>,
}

/// What an assessment promises, as written.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    /// `min-coverage`
    pub min_coverage: Vec<(Scalar, Scalar)>,
    /// `min-chapter-coverage`
    pub min_chapter_coverage: Vec<(Scalar, Scalar)>,
    /// `measure`, or `on` as it was called once.
    pub measure: Option<Scalar>,
    /// `no-overdue`
    pub no_overdue: Option<Scalar>,
    /// `evidence`
    pub evidence: Option<Scalar>,
    /// `evidence-exists`
    pub evidence_exists: Option<Scalar>,
    /// `max-age`
    pub max_age: Option<Scalar>,
    /// `min-confidence`
    pub min_confidence: Option<Scalar>,
}

/// What is stated about a clause, as written.
#[derive(Debug, Clone)]
pub struct Record {
    /// The clause's id.
    pub id: Scalar,
    /// `status`, or the short form.
    pub status: Option<Scalar>,
    /// `evidence`
    pub evidence: Vec<Scalar>,
    /// `owner`
    pub owner: Option<Scalar>,
    /// `due`
    pub due: Option<Scalar>,
    /// `assessed`
    pub assessed: Option<Scalar>,
    /// `maturity`
    pub maturity: Option<Scalar>,
    /// `maturity-target`
    pub maturity_target: Option<Scalar>,
    /// `effort`
    pub effort: Option<Scalar>,
    /// `justification`
    pub justification: Option<Scalar>,
    /// `risk`
    pub risks: Vec<Scalar>,
    /// `note`
    pub note: Option<Scalar>,
}

/// An objective as written.
#[derive(Debug, Clone)]
pub struct Objective {
    /// Its id.
    pub id: Scalar,
    /// `title`
    pub title: Option<Scalar>,
    /// `measure`
    pub measure: Option<Scalar>,
    /// `owner`
    pub owner: Option<Scalar>,
    /// `due`
    pub due: Option<Scalar>,
    /// `projects`
    pub projects: Vec<Scalar>,
    /// `processes`
    pub processes: Vec<Scalar>,
}

/// A process as written.
#[derive(Debug, Clone)]
pub struct Process {
    /// Its id.
    pub id: Scalar,
    /// `title`
    pub title: Option<Scalar>,
    /// `owner`
    pub owner: Option<Scalar>,
    /// `description`
    pub description: Option<Scalar>,
    /// `inputs`
    pub inputs: Vec<Scalar>,
    /// `outputs`
    pub outputs: Vec<Scalar>,
    /// `clauses`
    pub clauses: Vec<Scalar>,
}

impl Assessment {
    /// One in which nothing stands.
    pub fn empty(span: Span) -> Self {
        Self {
            span,
            organization: None,
            scope: None,
            site: None,
            unit: None,
            tags: Vec::new(),
            date: None,
            assessor: None,
            targets: Vec::new(),
            policy: Policy::default(),
            efforts: Default::default(),
            maturity_target: MaturityTarget::default(),
            evidence: Vec::new(),
            capacity: Vec::new(),
            days_off: Vec::new(),
            objectives: Vec::new(),
            statuses: Vec::new(),
            processes: Vec::new(),
            progress: Vec::new(),
        }
    }

    pub(super) fn read(mut fields: Fields<'_, '_>, span: Span) -> Self {
        let mut assessment = Self {
            span,
            organization: fields.required("organization"),
            scope: fields.text("scope"),
            site: fields.text("site"),
            unit: fields.text("unit"),
            tags: fields.texts("tags"),
            date: fields.text("date"),
            assessor: fields.text("assessor"),
            targets: fields.texts("targets"),
            policy: Policy::default(),
            efforts: Default::default(),
            maturity_target: MaturityTarget::read(&mut fields),
            evidence: Evidence::read(&mut fields),
            capacity: fields.stated_inner("capacity").map(Fields::values).unwrap_or_default(),
            days_off: fields.texts("days-off"),
            objectives: Vec::new(),
            statuses: Vec::new(),
            processes: Vec::new(),
            progress: Vec::new(),
        };
        if let Some(mut policy) = fields.stated_inner("policy") {
            assessment.policy = Policy {
                min_coverage: policy.stated_inner("min-coverage").map(Fields::values).unwrap_or_default(),
                min_chapter_coverage: policy
                    .stated_inner("min-chapter-coverage")
                    .map(Fields::values)
                    .unwrap_or_default(),
                measure: policy.renamed("on", "measure"),
                no_overdue: policy.stated("no-overdue"),
                evidence: policy.stated("evidence"),
                evidence_exists: policy.stated("evidence-exists"),
                max_age: policy.stated("max-age"),
                min_confidence: policy.stated("min-confidence"),
            };
            policy.finish();
        }
        if let Some(mut efforts) = fields.inner("effort") {
            assessment.efforts = ["extend", "verify", "implement", "assess", "build"].map(|key| efforts.text(key));
            efforts.finish();
        }
        for (id, node) in fields.pairs("objectives", Rule::DuplicateKey) {
            let Some(mut objective) = Fields::new(node, "objective", fields.faults()) else { continue };
            assessment.objectives.push(Objective {
                title: objective.required("title"),
                measure: objective.text("measure"),
                owner: objective.text("owner"),
                due: objective.text("due"),
                projects: objective.texts("projects"),
                processes: objective.texts("processes"),
                id: id.into(),
            });
            objective.finish();
        }
        for (edition, node) in fields.pairs("statuses", Rule::DuplicateKey) {
            let faults = fields.faults();
            let records = match node.shape {
                Shape::Nothing(_) => Vec::new(),
                Shape::Text(_) | Shape::List(_) | Shape::Map(_) => {
                    let pairs = super::fields::pairs(node, &edition.value, Rule::DuplicateStatement, faults)
                        .unwrap_or_default();
                    pairs.into_iter().filter_map(|(id, node)| Record::read(id.into(), node, faults)).collect()
                }
            };
            assessment.statuses.push((edition.into(), records));
        }
        for (id, node) in fields.pairs("processes", Rule::DuplicateKey) {
            let Some(mut process) = Fields::new(node, "process", fields.faults()) else { continue };
            assessment.processes.push(Process {
                title: process.required("title"),
                owner: process.text("owner"),
                description: process.text("description"),
                inputs: process.texts("inputs"),
                outputs: process.texts("outputs"),
                clauses: process.texts("clauses"),
                id: id.into(),
            });
            process.finish();
        }
        for (method, node) in fields.pairs("progress", Rule::DuplicateKey) {
            let method = Scalar::from(method);
            let steps = Advance::of_method(&method, node, fields.faults());
            assessment.progress.push((method, steps));
        }
        fields.finish();
        assessment
    }
}

impl Record {
    /// The short form is a status, the long form a mapping.
    fn read(id: Scalar, node: Node<'_>, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match node.shape {
            Shape::Text(_) => {
                let status = text(node, "a status", faults);
                Some(Self {
                    id,
                    status,
                    evidence: Vec::new(),
                    owner: None,
                    due: None,
                    assessed: None,
                    maturity: None,
                    maturity_target: None,
                    effort: None,
                    justification: None,
                    risks: Vec::new(),
                    note: None,
                })
            }
            Shape::Map(_) => {
                let mut fields = Fields::new(node, "statement", faults)?;
                let record = Self {
                    status: fields.required("status"),
                    evidence: fields.texts("evidence"),
                    owner: fields.text("owner"),
                    due: fields.text("due"),
                    assessed: fields.text("assessed"),
                    maturity: fields.text("maturity"),
                    maturity_target: fields.text("maturity-target"),
                    effort: fields.text("effort"),
                    justification: fields.text("justification"),
                    risks: fields.texts("risk"),
                    note: fields.text("note"),
                    id,
                };
                fields.finish();
                Some(record)
            }
            Shape::Nothing(_) | Shape::List(_) => {
                let place = if matches!(node.shape, Shape::Nothing(_)) { id.span } else { node.span };
                faults.push(
                    wrong_type(place, &format!("clause {}", id.value), "a status or a mapping", node.shape.name())
                        .help(format!(
                            "write `\"{}\": implemented` or `\"{}\": {{ status: implemented }}`",
                            id.value, id.value
                        )),
                );
                None
            }
        }
    }
}
