//! What an assessment looks like.

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema};

use super::{
    ClauseId, ClauseNumber, Confidence, Day, EditionId, Filled, OneOrMore, Slug, Text, never_nothing, not_nothing,
};

/// A policy is left out or says something.
fn with_policy_or_none(schema: &mut Schema) {
    for key in ["policy", "capacity"] {
        schema.pointer_mut(&format!("/properties/{key}")).into_iter().for_each(not_nothing);
    }
}

/// What an organization says of itself: which clauses are in place, and by what evidence.
#[derive(Debug, JsonSchema)]
#[schemars(title = "xwalk assessment", rename_all = "kebab-case", deny_unknown_fields, transform = with_policy_or_none)]
pub struct Assessment {
    /// The kind of file and the version of its form.
    #[schemars(extend("const" = "assessment/1"))]
    pub xwalk: String,
    /// Who assesses itself.
    pub organization: Filled,
    /// What part of the organization is assessed.
    pub scope: Option<Text>,
    /// The day of the assessment, such as 2026-11-20.
    pub date: Option<Day>,
    /// Who made the assessment.
    pub assessor: Option<Text>,
    /// The editions that are aimed at, by their ids: what is asked about where no --target is given.
    pub targets: Option<OneOrMore<EditionId>>,
    /// What the assessment promises; `xwalk check` enforces it.
    pub policy: Option<Policy>,
    /// How many person-days an open item takes by its action, where its own statement does not say so.
    pub effort: Option<Efforts>,
    /// The maturity that is aimed at, from 0 to 5: one for everything, or by editions and clauses.
    pub maturity_target: Option<MaturityTargets>,
    /// What is known of pieces of evidence, by the paths and addresses that statements name.
    pub evidence: Option<BTreeMap<String, Evidence>>,
    /// How many person-days a week owners have for their open items: each under its name as it stands under `owner`, and
    /// `unassigned` for what has no owner. A week has five working days; a team may have more than five person-days.
    pub capacity: Option<BTreeMap<String, PersonDaysPerWeek>>,
    /// Days on which nobody works, beside Saturdays and Sundays, such as 2027-01-01.
    pub days_off: Option<OneOrMore<Day>>,
    /// The organization's objectives by ids of its own.
    pub objectives: Option<BTreeMap<String, Objective>>,
    /// What is stated: editions by their ids, and under each its clauses by theirs.
    pub statuses: Option<BTreeMap<EditionId, Option<BTreeMap<ClauseNumber, Stated>>>>,
    /// The organization's own processes by ids of its own.
    pub processes: Option<BTreeMap<String, Process>>,
    /// How far the steps of methods have come: methods by their ids, and under each its steps by theirs.
    pub progress: Option<BTreeMap<Slug, Option<BTreeMap<String, Advance>>>>,
}

/// What an assessment promises.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields, transform = never_nothing)]
pub struct Policy {
    /// The least coverage of an edition in percent, such as `iso-iec-20000-1:2011: 60`.
    pub min_coverage: Option<BTreeMap<EditionId, Percent>>,
    /// The least coverage of every chapter of an edition in percent.
    pub min_chapter_coverage: Option<BTreeMap<EditionId, Percent>>,
    /// Which figure the least coverage is measured on; lower where nothing is said.
    pub measure: Option<Figure>,
    /// What `measure` was called once.
    #[schemars(extend("deprecated" = true))]
    pub on: Option<Figure>,
    /// Whether nothing may be open past its day.
    pub no_overdue: Option<bool>,
    /// Whether every clause that is stated as implemented needs evidence.
    pub evidence: Option<Proof>,
    /// Whether every path under evidence has to lead to a file.
    pub evidence_exists: Option<bool>,
    /// How many days a statement may be old.
    #[schemars(range(min = 1, max = 36_500))]
    pub max_age: Option<u32>,
    /// The least confidence of a relation row that an answer may rest on.
    pub min_confidence: Option<Confidence>,
}

/// A share of the whole in percent.
#[derive(Debug, JsonSchema)]
#[schemars(inline)]
pub struct Percent(#[schemars(range(min = 0, max = 100))] pub f64);

/// One of the three figures of a coverage.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Figure {
    /// What is guaranteed: full alone counts.
    Lower,
    /// The coverage itself: full counts, and partial by its weight.
    Middle,
    /// What is possible: full, partial and presumed count.
    Upper,
}

/// Whether evidence has to be there.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Proof {
    /// Every clause that is stated as implemented needs some.
    Required,
    /// None has to be there.
    Optional,
}

/// Person-days by action.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Efforts {
    /// Do what is left where some of it is in place.
    pub extend: Option<PersonDays>,
    /// Look how much of it is in place.
    pub verify: Option<PersonDays>,
    /// Put a clause in place that is stated and is not.
    pub implement: Option<PersonDays>,
    /// Assess a clause that nobody looked at.
    pub assess: Option<PersonDays>,
    /// Build what nothing in the base serves.
    pub build: Option<PersonDays>,
}

/// A number of person-days a week above 0 with at most two digits behind the point, such as 2.5.
#[derive(Debug, JsonSchema)]
#[schemars(inline)]
pub struct PersonDaysPerWeek(#[schemars(range(max = 100_000), extend("exclusiveMinimum" = 0))] pub f64);

/// A number of person-days with at most two digits behind the point, such as 2.5.
#[derive(Debug, JsonSchema)]
#[schemars(inline)]
pub struct PersonDays(#[schemars(range(min = 0, max = 100_000))] pub f64);

/// The maturity that is aimed at.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub enum MaturityTargets {
    /// One for everything.
    Everywhere(#[schemars(range(min = 0, max = 5))] u8),
    /// Editions and clauses with their editions, such as iso-9001:2015 and iso-9001:2015/7, and one for each.
    Named(BTreeMap<String, Level>),
}

/// A level of maturity.
#[derive(Debug, JsonSchema)]
#[schemars(inline)]
pub struct Level(#[schemars(range(min = 0, max = 5))] pub u8);

/// The id of a risk, such as R-12.
#[derive(Debug, JsonSchema)]
#[schemars(inline, extend("type" = ["string", "number"], "pattern" = r"^\S{1,80}$"))]
pub struct Risk(pub String);

/// What is known of a piece of evidence.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Evidence {
    /// What it is called.
    pub title: Option<Text>,
    /// Who keeps it.
    pub owner: Option<Text>,
    /// The day on which it was made or approved, such as 2026-01-15.
    pub date: Option<Day>,
    /// The last day on which it counts, such as 2027-01-15.
    pub valid_until: Option<Day>,
    /// A remark.
    pub note: Option<Text>,
}

/// One of the organization's objectives.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Objective {
    /// What is to be reached.
    pub title: Filled,
    /// By what its reaching is measured.
    pub measure: Option<Text>,
    /// Who answers for it.
    pub owner: Option<Text>,
    /// By when it is to be reached, such as 2027-03-31.
    pub due: Option<Day>,
    /// The projects that it needs.
    pub projects: Option<OneOrMore<Text>>,
    /// The processes that serve it, by their ids under `processes`.
    pub processes: Option<OneOrMore<Text>>,
}

/// A status, or a mapping with a status and more.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub enum Stated {
    /// The status alone; not-applicable needs the long form, for its justification.
    #[schemars(extend("not" = { "const": "not-applicable" }))]
    Short(Status),
    /// The status and more.
    Long(Box<Statement>),
}

/// How far a clause is in place.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum Status {
    /// All of it is in place.
    Implemented,
    /// Some of it is in place.
    Partial,
    /// Nothing yet; it is intended.
    Planned,
    /// Nothing.
    NotImplemented,
    /// The clause does not apply to the organization; needs a justification.
    NotApplicable,
}

/// A state, or a mapping with a state and more.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub enum Advance {
    /// The state alone.
    Short(StepState),
    /// The state and more.
    Long(StepAdvance),
}

/// How far a step has come.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "kebab-case")]
pub enum StepState {
    /// All of it is done.
    Done,
    /// It has begun.
    UnderWay,
    /// It has not begun.
    Open,
}

/// What is stated about one step of a method.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StepAdvance {
    /// How far the step has come.
    pub state: StepState,
    /// Since when, such as 2026-10-01.
    pub since: Option<Day>,
    /// A remark.
    pub note: Option<Text>,
}

/// What is stated about one clause.
#[derive(Debug, JsonSchema)]
#[schemars(
    rename_all = "kebab-case",
    deny_unknown_fields,
    extend(
        "if" = { "required": ["status"], "properties": { "status": { "const": "not-applicable" } } },
        "then" = { "required": ["justification"], "properties": { "justification": { "type": ["string", "number", "boolean"], "pattern": r"\S" } } }
    )
)]
pub struct Statement {
    /// How far the clause is in place.
    pub status: Status,
    /// What shows it: paths and addresses.
    pub evidence: Option<OneOrMore<Text>>,
    /// Who answers for it.
    pub owner: Option<Text>,
    /// By when it is to be in place, such as 2027-03-31.
    pub due: Option<Day>,
    /// When somebody last looked, such as 2026-11-20.
    pub assessed: Option<Day>,
    /// How mature it is, from 0 to 5.
    #[schemars(range(min = 0, max = 5))]
    pub maturity: Option<u8>,
    /// How mature it is to become, from 0 to 5.
    #[schemars(range(min = 0, max = 5))]
    pub maturity_target: Option<u8>,
    /// How many person-days are left, such as 2.5.
    pub effort: Option<PersonDays>,
    /// Why the clause does not apply; of a control also why it does.
    pub justification: Option<Text>,
    /// The ids of the risks that it treats, such as R-12.
    pub risks: Option<OneOrMore<Risk>>,
    /// A remark.
    pub note: Option<Text>,
}

/// One of the organization's own processes. It is documented when description, inputs and outputs are there.
#[derive(Debug, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Process {
    /// What the process is called.
    pub title: Filled,
    /// Who answers for it.
    pub owner: Option<Text>,
    /// The document that describes it.
    pub description: Option<Text>,
    /// What goes in.
    pub inputs: Option<OneOrMore<Text>>,
    /// What comes out.
    pub outputs: Option<OneOrMore<Text>>,
    /// The clauses that it serves, each with its edition, such as iso-9001:2008/8.3.
    pub clauses: Option<OneOrMore<ClauseId>>,
}
