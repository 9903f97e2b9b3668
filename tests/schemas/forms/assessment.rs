//! The schema of an assessment.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema};

use super::{
    ClauseId, ClauseNumber, Confidence, Day, EditionId, Filled, OneOrMore, Slug, Text, never_nothing, not_nothing,
};

/// A policy is either left out or not empty.
fn with_policy_or_none(schema: &mut Schema) {
    for key in ["policy", "capacity"] {
        schema.pointer_mut(&format!("/properties/{key}")).into_iter().for_each(not_nothing);
    }
}

/// The self-assessment of an organization: which clauses are in place, and with what evidence.
#[derive(Debug, JsonSchema)]
#[schemars(title = "xwalk assessment", rename_all = "kebab-case", deny_unknown_fields, transform = with_policy_or_none)]
pub(crate) struct Assessment {
    /// The kind of file and the version of its form.
    #[schemars(extend("const" = "assessment/1"))]
    pub(crate) xwalk: String,
    /// The organization that is assessed.
    pub(crate) organization: Filled,
    /// Which part of the organization is assessed.
    pub(crate) scope: Option<Text>,
    /// The site that is assessed; `xwalk portfolio` rolls assessments up by it.
    pub(crate) site: Option<Text>,
    /// The organizational unit that is assessed, such as a division or a country.
    pub(crate) unit: Option<Text>,
    /// Further words by which assessments are grouped.
    pub(crate) tags: Option<OneOrMore<Text>>,
    /// The day of the assessment, such as 2026-11-20.
    pub(crate) date: Option<Day>,
    /// Who made the assessment.
    pub(crate) assessor: Option<Text>,
    /// The target editions, by their ids. Commands use them if no --target is given.
    pub(crate) targets: Option<OneOrMore<EditionId>>,
    /// The minimum that the assessment must reach; `xwalk check` enforces it.
    pub(crate) policy: Option<Policy>,
    /// Person-days for an open item by its action, if its own statement gives no effort.
    pub(crate) effort: Option<Efforts>,
    /// The target maturity, from 0 to 5: one for everything, or by editions and clauses.
    pub(crate) maturity_target: Option<MaturityTargets>,
    /// Details of pieces of evidence, by the paths and addresses in statements.
    pub(crate) evidence: Option<BTreeMap<String, Evidence>>,
    /// Person-days per week that owners have for their open items: each under the name used in `owner`, and `unassigned` for
    /// items without an owner. A week has five working days; a team may have more than five person-days.
    pub(crate) capacity: Option<BTreeMap<String, PersonDaysPerWeek>>,
    /// Days without work in addition to Saturdays and Sundays, such as 2027-01-01.
    pub(crate) days_off: Option<OneOrMore<Day>>,
    /// The organization's objectives, by ids that it chooses.
    pub(crate) objectives: Option<BTreeMap<String, Objective>>,
    /// The statements: editions by their ids, and under each edition its clauses by their ids.
    pub(crate) statuses: Option<BTreeMap<EditionId, Option<BTreeMap<ClauseNumber, Stated>>>>,
    /// The organization's own processes, by ids that it chooses.
    pub(crate) processes: Option<BTreeMap<String, Process>>,
    /// The progress of methods: methods by their ids, and under each method its steps by their ids.
    pub(crate) progress: Option<BTreeMap<Slug, Option<BTreeMap<String, Advance>>>>,
}

/// The minimum that an assessment must reach.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields, transform = never_nothing)]
pub(crate) struct Policy {
    /// The minimum coverage of an edition in percent, such as `iso-iec-20000-1:2011: 60`.
    pub(crate) min_coverage: Option<BTreeMap<EditionId, Percent>>,
    /// The minimum coverage of every chapter of an edition in percent.
    pub(crate) min_chapter_coverage: Option<BTreeMap<EditionId, Percent>>,
    /// Which coverage figure the minimum applies to; lower by default.
    pub(crate) measure: Option<Figure>,
    /// The old name of `measure`.
    #[schemars(extend("deprecated" = true))]
    pub(crate) on: Option<Figure>,
    /// Whether it is forbidden that something is open past its due date.
    pub(crate) no_overdue: Option<bool>,
    /// Whether every clause with the status implemented needs evidence.
    pub(crate) evidence: Option<Proof>,
    /// Whether every path under evidence must point to an existing file.
    pub(crate) evidence_exists: Option<bool>,
    /// The maximum age of a statement in days.
    #[schemars(range(min = 1, max = 36_500))]
    pub(crate) max_age: Option<u32>,
    /// The minimum confidence of a relation row on which an answer may be based.
    pub(crate) min_confidence: Option<Confidence>,
}

/// A percentage.
#[derive(Debug, JsonSchema)]
#[schemars(inline)]
pub(crate) struct Percent(#[schemars(range(min = 0, max = 100))] pub f64);

/// One of the three figures of a coverage.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(crate) enum Figure {
    /// The guaranteed coverage: only full counts.
    Lower,
    /// The coverage: full counts, and partial counts by its weight.
    Middle,
    /// The possible coverage: full, partial and presumed count.
    Upper,
}

/// Whether evidence is required.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(crate) enum Proof {
    /// Every clause with the status implemented needs evidence.
    Required,
    /// No evidence is required.
    Optional,
}

/// Person-days by action.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Efforts {
    /// Complete a clause that is partly in place.
    pub(crate) extend: Option<PersonDays>,
    /// Check how much of it is in place.
    pub(crate) verify: Option<PersonDays>,
    /// Implement a clause that is stated as not in place.
    pub(crate) implement: Option<PersonDays>,
    /// Assess a clause that has not been assessed yet.
    pub(crate) assess: Option<PersonDays>,
    /// Build something that nothing in the base supports.
    pub(crate) build: Option<PersonDays>,
}

/// A number of person-days a week above 0 with at most two decimal places, such as 2.5.
#[derive(Debug, JsonSchema)]
#[schemars(inline)]
pub(crate) struct PersonDaysPerWeek(#[schemars(range(max = 100_000), extend("exclusiveMinimum" = 0))] pub f64);

/// A number of person-days with at most two decimal places, such as 2.5.
#[derive(Debug, JsonSchema)]
#[schemars(inline)]
pub(crate) struct PersonDays(#[schemars(range(min = 0, max = 100_000))] pub f64);

/// The maturity that is aimed at.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub(crate) enum MaturityTargets {
    /// One for everything.
    Everywhere(#[schemars(range(min = 0, max = 5))] u8),
    /// Editions and clauses with their editions, such as iso-9001:2015 and iso-9001:2015/7, and one for each.
    Named(BTreeMap<String, Level>),
}

/// A level of maturity.
#[derive(Debug, JsonSchema)]
#[schemars(inline)]
pub(crate) struct Level(#[schemars(range(min = 0, max = 5))] pub u8);

/// The id of a risk, such as R-12.
#[derive(Debug, JsonSchema)]
#[schemars(inline, extend("type" = ["string", "number"], "pattern" = r"^\S{1,80}$"))]
pub(crate) struct Risk(pub(crate) String);

/// What is known of a piece of evidence.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Evidence {
    /// What it is called.
    pub(crate) title: Option<Text>,
    /// Who keeps it.
    pub(crate) owner: Option<Text>,
    /// The day on which it was made or approved, such as 2026-01-15.
    pub(crate) date: Option<Day>,
    /// The last day on which it counts, such as 2027-01-15.
    pub(crate) valid_until: Option<Day>,
    /// A remark.
    pub(crate) note: Option<Text>,
}

/// One of the organization's objectives.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Objective {
    /// The title of the objective.
    pub(crate) title: Filled,
    /// How its achievement is measured.
    pub(crate) measure: Option<Text>,
    /// Who is responsible for it.
    pub(crate) owner: Option<Text>,
    /// The due date, such as 2027-03-31.
    pub(crate) due: Option<Day>,
    /// The projects that it requires.
    pub(crate) projects: Option<OneOrMore<Text>>,
    /// The processes that support it, by their ids under `processes`.
    pub(crate) processes: Option<OneOrMore<Text>>,
}

/// A status, or a mapping with a status and other keys.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub(crate) enum Stated {
    /// Only the status; not-applicable requires the long form with a justification.
    #[schemars(extend("not" = { "const": "not-applicable" }))]
    Short(Status),
    /// The status and more.
    Long(Box<Statement>),
}

/// The status of a clause.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(crate) enum Status {
    /// The clause is completely in place.
    Implemented,
    /// The clause is partly in place.
    Partial,
    /// Nothing is in place yet, but it is planned.
    Planned,
    /// Nothing is in place.
    NotImplemented,
    /// The clause does not apply to the organization; a justification is required.
    NotApplicable,
}

/// A state, or a mapping with a state and other keys.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub(crate) enum Advance {
    /// Only the state.
    Short(StepState),
    /// The state and other keys.
    Long(StepAdvance),
}

/// The progress of a step.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub(crate) enum StepState {
    /// The step is completed.
    Done,
    /// The step has been started.
    UnderWay,
    /// The step has not been started.
    Open,
}

/// The statement on one step of a method.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct StepAdvance {
    /// The progress of the step.
    pub(crate) state: StepState,
    /// Since when, such as 2026-10-01.
    pub(crate) since: Option<Day>,
    /// A remark.
    pub(crate) note: Option<Text>,
}

/// The statement on one clause.
#[derive(Debug, JsonSchema)]
#[schemars(
    rename_all = "kebab-case",
    deny_unknown_fields,
    extend(
        "if" = { "required": ["status"], "properties": { "status": { "const": "not-applicable" } } },
        "then" = { "required": ["justification"], "properties": { "justification": { "type": ["string", "number", "boolean"], "pattern": r"\S" } } }
    )
)]
pub(crate) struct Statement {
    /// The status of the clause.
    pub(crate) status: Status,
    /// The evidence: paths and web addresses.
    pub(crate) evidence: Option<OneOrMore<Text>>,
    /// Who is responsible for it.
    pub(crate) owner: Option<Text>,
    /// The due date, such as 2027-03-31.
    pub(crate) due: Option<Day>,
    /// The date of the last assessment, such as 2026-11-20.
    pub(crate) assessed: Option<Day>,
    /// The maturity, from 0 to 5.
    #[schemars(range(min = 0, max = 5))]
    pub(crate) maturity: Option<u8>,
    /// How mature it is to become, from 0 to 5.
    #[schemars(range(min = 0, max = 5))]
    pub(crate) maturity_target: Option<u8>,
    /// How many person-days are left, such as 2.5.
    pub(crate) effort: Option<PersonDays>,
    /// Why the clause does not apply; for a control also why it applies.
    pub(crate) justification: Option<Text>,
    /// The ids of the risks that it treats, such as R-12.
    pub(crate) risk: Option<OneOrMore<Risk>>,
    /// A remark.
    pub(crate) note: Option<Text>,
}

/// One of the organization's own processes. It counts as documented if description, inputs and outputs are given.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Process {
    /// The title of the process.
    pub(crate) title: Filled,
    /// Who is responsible for it.
    pub(crate) owner: Option<Text>,
    /// The document that describes it.
    pub(crate) description: Option<Text>,
    /// The inputs.
    pub(crate) inputs: Option<OneOrMore<Text>>,
    /// The outputs.
    pub(crate) outputs: Option<OneOrMore<Text>>,
    /// The clauses that it supports, each with its edition, such as iso-9001:2008/8.3.
    pub(crate) clauses: Option<OneOrMore<ClauseId>>,
}
