//! What is stated on one requirement as a finding, and its evidence as an observation.
//!
//! | status | target | implementation status |
//! |---|---|---|
//! | implemented | `satisfied` | `implemented` |
//! | partial | `not-satisfied` | `partial` |
//! | planned | `not-satisfied` | `planned` |
//! | not-implemented | `not-satisfied` | `not-implemented`, a word of ours that OSCAL allows |
//! | not-applicable | `not-satisfied`, for the reason `other` | `not-applicable` |
//!
//! A justification is in the remarks of the implementation status, a note in those of the finding. Owner, day,
//! maturity, the target maturity, effort, risks and the date of the last assessment are props of ours, `clause` the
//! whole reference of the requirement. The effort of a heading is `effort-of-heading`: it is for all findings of the
//! heading together.

use serde::Serialize;

use super::document::Prop;
use super::ids::EditionIds;
use super::text::{UNKNOWN_MOMENT, moment_of, prose, reference, title};
use super::uuids::uuid;
use crate::model::{Clause, ClauseId, Statement, Status};

/// What is stated on one requirement.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Finding {
    uuid: String,
    title: String,
    description: String,
    props: Vec<Prop>,
    target: Target,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_observations: Vec<RelatedObservation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Target {
    #[serde(rename = "type")]
    kind: &'static str,
    target_id: String,
    status: TargetStatus,
    implementation_status: ImplementationStatus,
}

#[derive(Debug, Serialize)]
struct TargetStatus {
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct ImplementationStatus {
    state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct RelatedObservation {
    observation_uuid: String,
}

/// What shows that a statement is so.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Observation {
    pub(super) uuid: String,
    description: String,
    methods: [&'static str; 1],
    relevant_evidence: Vec<Evidence>,
    collected: String,
}

#[derive(Debug, Serialize)]
struct Evidence {
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<String>,
    description: String,
}

/// The finding of the requirement at a position, by a statement on it or on the heading `stated_on`.
pub(super) fn finding(
    ids: &EditionIds<'_>,
    position: usize,
    (stated_on, statement): (usize, &Statement),
    observation: Option<&Observation>,
) -> Finding {
    let clause = &ids.catalog.clauses()[position];
    let reference = whole(ids, position).to_string();
    let heading = (stated_on != position).then(|| &ids.catalog.clauses()[stated_on].number);
    let is_applicable = statement.status != Status::NotApplicable;
    let is_satisfied = statement.status == Status::Implemented;
    let observations = observation.into_iter();
    Finding {
        uuid: uuid("finding", &reference),
        title: title(&format!("{} {}", clause.number, clause.title), &reference),
        description: description(clause, statement, heading.map(|number| number.as_str())),
        props: props(&reference, heading.map(|number| number.as_str()), statement),
        target: Target {
            kind: "statement-id",
            target_id: ids.statement(position),
            status: TargetStatus {
                state: if is_satisfied { "satisfied" } else { "not-satisfied" },
                reason: (!is_applicable).then_some("other"),
            },
            implementation_status: ImplementationStatus {
                state: statement.status.to_string(),
                remarks: statement.justification.as_deref().and_then(prose),
            },
        },
        related_observations: observations
            .map(|observation| RelatedObservation { observation_uuid: observation.uuid.clone() })
            .collect(),
        remarks: statement.note.as_deref().and_then(prose),
    }
}

/// The evidence of a statement on the clause at a position; nothing if it has none. How it was assessed is not known.
pub(super) fn observation(
    ids: &EditionIds<'_>,
    position: usize,
    statement: &Statement,
    assessed: Option<&String>,
) -> Option<Observation> {
    let relevant_evidence: Vec<Evidence> = statement
        .evidence
        .iter()
        .filter_map(|evidence| Some(Evidence { href: reference(evidence), description: prose(evidence)? }))
        .collect();
    let clause = whole(ids, position).to_string();
    let collected = statement.assessed.and_then(moment_of);
    (!relevant_evidence.is_empty()).then(|| Observation {
        uuid: uuid("evidence", &clause),
        description: format!("Evidence that the organization names for {clause}"),
        methods: ["UNKNOWN"],
        relevant_evidence,
        collected: collected.or_else(|| assessed.cloned()).unwrap_or_else(|| UNKNOWN_MOMENT.to_owned()),
    })
}

fn whole(ids: &EditionIds<'_>, position: usize) -> ClauseId {
    ClauseId { edition: ids.catalog.id.clone(), number: ids.catalog.clauses()[position].number.clone() }
}

fn description(clause: &Clause, statement: &Statement, heading: Option<&str>) -> String {
    let stated = match statement.status {
        Status::Implemented => "is in place",
        Status::Partial => "is partly in place",
        Status::Planned => "is planned but not in place",
        Status::NotImplemented => "is not in place",
        Status::NotApplicable => "does not apply",
    };
    let on = heading.map(|number| format!(", stated for all of {number}")).unwrap_or_default();
    format!("According to the organization, {} {stated}{on}.", clause.number)
}

fn props(reference: &str, heading: Option<&str>, statement: &Statement) -> Vec<Prop> {
    let said = [
        ("clause", Some(reference.to_owned())),
        ("stated-on", heading.map(str::to_owned)),
        ("owner", statement.owner.as_ref().map(ToString::to_string)),
        ("due", statement.due.map(|day| day.to_string())),
        ("assessed", statement.assessed.map(|day| day.to_string())),
        ("maturity", statement.maturity.map(|maturity| maturity.to_string())),
        ("maturity-target", statement.maturity_target.map(|target| target.to_string())),
        // What is stated on a heading is work for all below it together: a sum over findings would count it for each.
        (
            if heading.is_some() { "effort-of-heading" } else { "effort" },
            statement.effort.map(|effort| effort.to_string()),
        ),
    ];
    // Without it, remarks of what applies are taken for a note.
    let justification = statement.justification.as_deref().filter(|_| statement.status != Status::NotApplicable);
    let justification = justification.and_then(|why| Prop::whole("justification", why));
    let risks = statement.risks.iter().filter_map(|risk| Prop::whole("risk", &**risk));
    said.into_iter().filter_map(|(name, value)| Prop::whole(name, value?)).chain(justification).chain(risks).collect()
}
