//! A row of a relation table as an entry of a mapping.
//!
//! | relation / reverse | relationship |
//! |---|---|
//! | full / full | `equivalent-to`; `equal-to` where the table's method is syntactic |
//! | full / partial | `superset-of` |
//! | partial / full | `subset-of` |
//! | partial / partial | `intersects-with` |
//! | none | `no-relationship`; without a clause that it is about, the gap summary of the target |
//! | related | `related` in a namespace of ours, since OSCAL's words all say something of demands |
//! | full or partial, reverse not stated | left out, since every word says something about both directions, `intersects-with` too; or `full` or `partial` in our namespace |
//!
//! Several clauses of `from` are several sources: OSCAL reads them jointly, as we do. A heading is written as the
//! requirements that it stands for, since only controls can be mapped; the props `from` and `to` then name the clauses
//! of the row. The props `relation` and `reverse` hold our words for what the relationship says.

use serde::Serialize;

use super::document::{NAMESPACE, Prop};
use super::ids::LibraryIds;
use super::losses::Losses;
use super::text::prose;
use crate::exchange::written::OpenReverse;
use crate::model::{ClauseId, ClauseKind, Confidence, Relation, Strength, Table};

/// An entry of a mapping.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Map {
    /// Made of `key`, once the entries that share one are distinguished.
    pub(super) uuid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ns: Option<&'static str>,
    relationship: &'static str,
    sources: Vec<Item>,
    targets: Vec<Item>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    qualifiers: Vec<Qualifier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence_score: Option<ConfidenceScore>,
    props: Vec<Prop>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<String>,
    /// What distinguishes it from other rows of its table: the clauses and what is said of them.
    #[serde(skip)]
    pub(super) key: String,
}

/// A control on one side of an entry.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item {
    #[serde(rename = "type")]
    kind: &'static str,
    id_ref: String,
    props: Vec<Prop>,
}

#[derive(Debug, Serialize)]
struct Qualifier {
    subject: &'static str,
    predicate: &'static str,
    category: &'static str,
    description: String,
}

/// How sure a mapping is, in the words that OSCAL and we share.
#[derive(Debug, Serialize)]
pub(super) struct ConfidenceScore {
    category: String,
}

/// What a row becomes.
pub(super) enum Entry {
    /// An entry of the mapping.
    Map(Box<Map>),
    /// Ids of controls of the target that nothing covers, with what the row says beyond that.
    Gap(Vec<String>, Vec<Prop>),
}

impl From<Confidence> for ConfidenceScore {
    fn from(confidence: Confidence) -> Self {
        Self { category: confidence.to_string() }
    }
}

/// A row of a table; nothing if it is left out, which is counted.
pub(super) fn entry(
    table: &Table,
    row: &Relation,
    ids: &mut LibraryIds<'_>,
    open: OpenReverse,
    losses: &mut Losses,
) -> Option<Entry> {
    if row.from.windows(2).any(|pair| pair[0].edition != pair[1].edition) {
        losses.add([
            "joint row with sources in several editions is left out: a mapping has one source",
            "joint rows with sources in several editions are left out: a mapping has one source",
        ]);
        return None;
    }
    let targets = items(std::slice::from_ref(&row.to), ids);
    if row.from.is_empty() && !targets.is_empty() {
        let said = said_of_gap(table, row, ids);
        return Some(Entry::Gap(targets.into_iter().map(|item| item.id_ref).collect(), said));
    }
    let sources = items(&row.from, ids);
    if sources.is_empty() || targets.is_empty() {
        losses.add([
            "row of a heading that stands for no requirement is left out",
            "rows of headings that stand for no requirement are left out",
        ]);
        return None;
    }
    let is_open = row.reverse.is_none() && row.forward.shares_demands();
    let relationship = match (row.forward, row.reverse) {
        (Strength::None, _) => "no-relationship",
        (Strength::Related, _) => "related",
        (Strength::Full, None) if open == OpenReverse::OwnWord => "full",
        (Strength::Partial, None) if open == OpenReverse::OwnWord => "partial",
        (Strength::Full | Strength::Partial, None) => {
            losses.add(match open {
                OpenReverse::LeaveOut | OpenReverse::OwnWord => [
                    "relation whose reverse is not stated is left out",
                    "relations whose reverse is not stated are left out",
                ],
                OpenReverse::Weaken => [
                    "relation whose reverse is not stated is left out: every word says something about both directions, intersects-with too",
                    "relations whose reverse is not stated are left out: every word says something about both directions, intersects-with too",
                ],
            });
            return None;
        }
        (Strength::Full, Some(Strength::Full)) if is_syntactic(table) => "equal-to",
        (Strength::Full, Some(Strength::Full)) => "equivalent-to",
        (Strength::Full, Some(_)) => "superset-of",
        (Strength::Partial, Some(Strength::Full)) => "subset-of",
        (Strength::Partial, Some(_)) => "intersects-with",
    };
    let is_own = row.forward == Strength::Related || is_open && open == OpenReverse::OwnWord;
    Some(Entry::Map(Box::new(Map {
        uuid: String::new(),
        ns: is_own.then_some(NAMESPACE),
        relationship,
        sources,
        targets,
        qualifiers: qualifiers(row),
        confidence_score: (row.confidence != table.confidence).then(|| row.confidence.into()),
        props: props(table, row, ids),
        remarks: row.note.as_deref().and_then(prose),
        key: key(row),
    })))
}

/// Whether the method of a table says that it compares wordings.
pub(super) fn is_syntactic(table: &Table) -> bool {
    let method = table.method.as_deref().unwrap_or_default();
    method.split(|c: char| !c.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case("syntactic"))
}

/// The controls of clauses, each once; none where a clause is not known, since the others alone would say something
/// else.
fn items(clauses: &[ClauseId], ids: &mut LibraryIds<'_>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for clause in clauses {
        let Some((edition, position)) = ids.clause(clause) else { return Vec::new() };
        for requirement in edition.requirements(position) {
            let id_ref = edition.id(requirement).to_owned();
            if items.iter().all(|known| known.id_ref != id_ref) {
                let number = edition.catalog.clauses()[requirement].number.as_str();
                let props = Prop::own("clause", number).into_iter().collect();
                items.push(Item { kind: "control", id_ref, props });
            }
        }
    }
    items
}

fn qualifiers(row: &Relation) -> Vec<Qualifier> {
    let left = [("target", &row.add), ("source", &row.add_reverse)];
    let left = left.into_iter().filter_map(|(subject, add)| Some((subject, prose(add.as_deref()?)?)));
    left.map(|(subject, description)| Qualifier {
        subject,
        predicate: "has-requirement",
        category: "addressable",
        description,
    })
    .collect()
}

fn props(table: &Table, row: &Relation, ids: &mut LibraryIds<'_>) -> Vec<Prop> {
    let relation = Prop::own("relation", row.forward.to_string());
    let reverse = row.reverse.and_then(|reverse| Prop::own("reverse", reverse.to_string()));
    let items = row.items.as_deref().and_then(|items| Prop::whole("items", items));
    let mut props: Vec<Prop> = [relation, reverse, items].into_iter().flatten().collect();
    let mut named = |name: &str, clauses: &[ClauseId]| {
        if clauses.iter().any(|clause| is_heading(clause, ids)) {
            props.extend(clauses.iter().filter_map(|clause| Prop::own(name, clause.number.as_str())));
        }
    };
    named("from", &row.from);
    named("to", std::slice::from_ref(&row.to));
    if row.derived_from != table.derived_from {
        props.extend(row.derived_from.iter().filter_map(|table| Prop::own("derived-from", table.as_str())));
    }
    props.extend(row.said.iter().filter_map(|said| Prop::whole("said", said.to_string())));
    props.extend(row.reviewed_by.iter().filter_map(|name| Prop::whole("reviewed-by", &**name)));
    props
}

/// What a row says of a clause that nothing covers, beyond that; and which clause it names, where that is a heading: a
/// gap summary holds the ids of requirements alone. Each is a prop whose value is the number of the clause.
fn said_of_gap(table: &Table, row: &Relation, ids: &mut LibraryIds<'_>) -> Vec<Prop> {
    let number = row.to.number.as_str();
    let said = [
        ("none-add", row.add.as_ref()),
        ("none-add-reverse", row.add_reverse.as_ref()),
        ("none-items", row.items.as_deref()),
    ];
    let said = said.into_iter().filter_map(|(name, text)| Some(Prop::own(name, number)?.with_remarks(text?)));
    let confidence = (row.confidence != table.confidence).then(|| row.confidence.to_string());
    let confidence = confidence.and_then(|word| Some(Prop::own("none-confidence", number)?.in_class(&word)));
    let each = |name: &'static str, values: Vec<String>| {
        values.into_iter().filter_map(move |value| Some(Prop::own(name, number)?.with_remarks(&value)))
    };
    let derived: Vec<String> = match row.derived_from == table.derived_from {
        true => Vec::new(),
        false => row.derived_from.iter().map(ToString::to_string).collect(),
    };
    let people = each("none-said", row.said.iter().map(ToString::to_string).collect())
        .chain(each("none-reviewed-by", row.reviewed_by.iter().map(ToString::to_string).collect()))
        .chain(each("none-derived-from", derived));
    let more: Vec<Prop> = said.chain(confidence).chain(people).collect();
    let is_heading = is_heading(&row.to, ids);
    let named = Prop::own("none", number).filter(|_| is_heading || row.note.is_some() || !more.is_empty());
    named.map(|named| named.with_remarks(row.note.as_deref().unwrap_or_default())).into_iter().chain(more).collect()
}

fn is_heading(clause: &ClauseId, ids: &mut LibraryIds<'_>) -> bool {
    let found = ids.clause(clause);
    found.is_some_and(|(edition, at)| edition.catalog.clauses()[at].kind == ClauseKind::Heading)
}

fn key(row: &Relation) -> String {
    let from: Vec<String> = row.from.iter().map(ToString::to_string).collect();
    format!("{} {} {}", from.join(" "), row.to, row.forward)
}
