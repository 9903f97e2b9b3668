//! Open items as a plan of action and milestones of OSCAL.
//!
//! Every item is a risk that is open, with the day by which it is due as its deadline, and one remediation: what is to
//! be done is its description, and its task is a milestone on that day. Items that come before it are dependencies of
//! its task. Clause, kind of work, owner, day, effort and the clauses that come before (`after`) are props of ours. A
//! remediation is `planned` if it has an owner or a date, else a `recommendation`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::assessment::{latest, metadata};
use super::catalog::refer;
use super::document::{BackMatter, Link, Metadata, Prop};
use super::ids::LibraryIds;
use super::losses::{Losses, written};
use super::text::{line, moment_of, prose, title};
use super::uuids::uuid;
use crate::exchange::written::Written;
use crate::model::{Assessment, ClauseId, Library, PersonDays};

/// Something to do, as a plan says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoamItem {
    /// The clause that it is about.
    pub clause: ClauseId,
    /// The title of the clause.
    pub title: String,
    /// The kind of work, in one word: `implement`, `extend`, `verify`, `assess`, `build`.
    pub action: String,
    /// What to do, in sentences.
    pub task: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// By when it is due.
    pub due: Option<Date>,
    /// How much work it is.
    pub effort: Option<PersonDays>,
    /// Why it is open, in a sentence; empty if there is nothing to say.
    pub because: String,
    /// The clauses whose items come before it.
    pub after: Vec<ClauseId>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Document {
    plan_of_action_and_milestones: Plan,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Plan {
    uuid: String,
    metadata: Metadata,
    system_id: SystemId,
    risks: Vec<Risk>,
    poam_items: Vec<Item>,
    #[serde(skip_serializing_if = "Option::is_none")]
    back_matter: Option<BackMatter>,
}

#[derive(Debug, Serialize)]
struct SystemId {
    id: String,
}

#[derive(Debug, Serialize)]
struct Risk {
    uuid: String,
    title: String,
    description: String,
    statement: String,
    props: Vec<Prop>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<Link>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline: Option<String>,
    remediations: [Remediation; 1],
}

#[derive(Debug, Serialize)]
struct Remediation {
    uuid: String,
    lifecycle: &'static str,
    title: String,
    description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<Prop>,
    tasks: [Task; 1],
}

#[derive(Debug, Serialize)]
struct Task {
    uuid: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    timing: Option<Timing>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dependencies: Vec<Dependency>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Timing {
    on_date: OnDate,
}

#[derive(Debug, Serialize)]
struct OnDate {
    date: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Dependency {
    task_uuid: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item {
    uuid: String,
    title: String,
    description: String,
    props: Vec<Prop>,
    related_risks: [RelatedRisk; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct RelatedRisk {
    risk_uuid: String,
}

/// Items as a plan of action and milestones of the organization that an assessment is of. The text is empty if nothing
/// is to be done, since a plan has at least one item.
pub fn poam(items: &[PoamItem], assessment: &Assessment, library: &Library) -> Written {
    let (mut ids, mut back_matter, losses) = (LibraryIds::new(library), BackMatter::default(), Losses::default());
    let keys = keys(items);
    let mut tasks: BTreeMap<&ClauseId, Vec<String>> = BTreeMap::new();
    for (item, key) in items.iter().zip(&keys) {
        tasks.entry(&item.clause).or_default().push(uuid("task", key));
    }
    let mut risks = Vec::new();
    for (item, key) in items.iter().zip(&keys) {
        let edition = ids.edition(&item.clause.edition).map(|ids| ids.catalog);
        let links = edition.map(|catalog| Link { href: refer(catalog, &mut back_matter), rel: "reference" });
        let control = ids.clause(&item.clause).map(|(edition, position)| edition.id(position).to_owned());
        risks.push(risk(item, key, links, control, &tasks));
    }
    let organization = line(&assessment.organization).unwrap_or_else(|| "unnamed".to_owned());
    let document = Document {
        plan_of_action_and_milestones: Plan {
            uuid: uuid("plan-of-action", &organization),
            metadata: metadata(assessment, latest(assessment)),
            system_id: SystemId { id: organization },
            risks,
            poam_items: items.iter().zip(&keys).map(|(item, key)| poam_item(item, key)).collect(),
            back_matter: back_matter.filled(),
        },
    };
    written(losses, (!items.is_empty()).then_some(&document))
}

/// What distinguishes each item from the others: its clause and its kind of work, and a count where that is not enough.
fn keys(items: &[PoamItem]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let keys = items.iter().map(|item| {
        let key = format!("{} {}", item.clause, item.action);
        let before = seen.entry(key.clone()).or_default();
        *before += 1;
        format!("{key} {before}")
    });
    keys.collect()
}

fn risk(
    item: &PoamItem,
    key: &str,
    link: Option<Link>,
    control: Option<String>,
    tasks: &BTreeMap<&ClauseId, Vec<String>>,
) -> Risk {
    let named = named(item);
    let description = prose(&item.because).unwrap_or_else(|| format!("{} is not covered.", item.clause));
    let due = item.due.and_then(moment_of);
    let task = uuid("task", key);
    let before: Vec<&String> = item.after.iter().filter_map(|clause| tasks.get(clause)).flatten().collect();
    let is_planned = item.due.is_some() || item.owner.is_some();
    let mut props = props(item);
    props.extend(control.and_then(|control| Prop::own("control", control)));
    Risk {
        uuid: uuid("risk", key),
        title: named.clone(),
        description,
        statement: format!(
            "The organization does not meet all requirements of {}, or has not assessed it.",
            item.clause
        ),
        props,
        links: link.into_iter().collect(),
        status: "open",
        deadline: due.clone(),
        remediations: [Remediation {
            uuid: uuid("remediation", key),
            lifecycle: if is_planned { "planned" } else { "recommendation" },
            title: named.clone(),
            description: task_of(item),
            props: work(item).collect(),
            tasks: [Task {
                kind: "milestone",
                title: named,
                timing: due.map(|date| Timing { on_date: OnDate { date } }),
                dependencies: before
                    .into_iter()
                    .filter(|before| **before != task)
                    .map(|before| Dependency { task_uuid: before.clone() })
                    .collect(),
                uuid: task,
            }],
        }],
    }
}

fn poam_item(item: &PoamItem, key: &str) -> Item {
    Item {
        uuid: uuid("poam-item", key),
        title: named(item),
        description: task_of(item),
        props: props(item),
        related_risks: [RelatedRisk { risk_uuid: uuid("risk", key) }],
    }
}

fn named(item: &PoamItem) -> String {
    title(&format!("{} {}", item.clause, item.title), &item.clause)
}

fn task_of(item: &PoamItem) -> String {
    prose(&item.task).unwrap_or_else(|| named(item))
}

fn props(item: &PoamItem) -> Vec<Prop> {
    let own = [Prop::own("clause", item.clause.to_string()), Prop::own("action", &item.action)];
    let after = item.after.iter().filter_map(|clause| Prop::own("after", clause.to_string()));
    own.into_iter().flatten().chain(work(item)).chain(after).collect()
}

fn work(item: &PoamItem) -> impl Iterator<Item = Prop> {
    let said = [
        ("owner", item.owner.clone()),
        ("due", item.due.map(|day| day.to_string())),
        ("effort", item.effort.map(|effort| effort.to_string())),
    ];
    said.into_iter().filter_map(|(name, value)| Prop::own(name, value?))
}
