//! The requirements of an integrated system in groups: by clause, by chapter, by an attribute, by another edition.

use std::collections::{BTreeMap, BTreeSet};

use super::attach::{Integrated, IntegrationKind, places};
use crate::crosswalk::{Level, WhatIf};
use crate::diagnostic::Refusal;
use crate::language::{Phrase, say};
use crate::load::name;
use crate::model::{Catalog, ClauseId, EditionId};
use crate::query::case::Case;
use crate::query::words::counted;

/// Requirements that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The heading under which it is among others: a chapter, or what is new from an edition; empty where it has none.
    pub section: Phrase,
    /// Its name: a clause, a chapter's number, the value of an attribute.
    pub name: Phrase,
    /// Its title, where it is a clause.
    pub title: String,
    /// The clause that it is, where it is one.
    pub clause: Option<ClauseId>,
    /// What belongs to it, in the order of editions and clauses.
    pub members: Vec<Member>,
}

/// A requirement in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its position in [`Integration::requirements`](super::integration::Integration::requirements).
    pub requirement: usize,
    /// Those of its attachments that concern the group, by position.
    pub attachments: Vec<usize>,
}

/// How to group.
pub(super) enum Grouping<'a> {
    /// By each clause to which something attaches.
    Clause,
    /// By the chapters of the base.
    Chapter,
    /// By the values of an attribute.
    Attribute(&'a str),
    /// By the clauses of an edition.
    Edition(&'a Catalog),
}

impl<'a> Grouping<'a> {
    /// What a name means: `clause`, `chapter`, an attribute that an edition has, or an edition.
    pub(super) fn named(name: &'a str, case: Case<'a>, editions: &[&Catalog]) -> Result<Self, Refusal> {
        let known: BTreeSet<&str> = editions.iter().flat_map(|catalog| catalog.properties()).collect();
        match name {
            "clause" => Ok(Self::Clause),
            "chapter" => Ok(Self::Chapter),
            _ if known.contains(name) => Ok(Self::Attribute(name)),
            _ => name::edition(name, case.library).map(Self::Edition).map_err(|unknown| Refusal {
                message: format!("{name} is neither an attribute of these editions nor an edition"),
                help: Some(format!(
                    "group by one of {}, or by an edition{}",
                    ["clause", "chapter"].into_iter().chain(known).collect::<Vec<_>>().join(", "),
                    unknown.help.map(|help| format!(" ({help})")).unwrap_or_default()
                )),
            }),
        }
    }

    /// The groups, in the order in which they come up.
    pub(super) fn groups(
        &self,
        case: Case<'_>,
        editions: &[&Catalog],
        requirements: &[Integrated],
    ) -> Result<Vec<Group>, Refusal> {
        match self {
            Self::Clause => Ok(by_clause(editions, requirements)),
            Self::Chapter => Ok(by_chapter(case, editions, requirements)),
            Self::Attribute(attribute) => Ok(by_attribute(case, attribute, requirements)),
            Self::Edition(catalog) => by_edition(case, catalog, editions, requirements),
        }
    }
}

impl Group {
    fn of_clause(section: Phrase, catalog: &Catalog, position: usize) -> Self {
        let clause = &catalog.clauses()[position];
        let id = ClauseId { edition: catalog.id.clone(), number: clause.number.clone() };
        let (name, title) = (Phrase::from(&id), clause.title.to_string());
        Self { section, name, title, clause: Some(id), members: Vec::new() }
    }

    fn named(name: Phrase) -> Self {
        Self { section: Phrase::default(), name, title: String::new(), clause: None, members: Vec::new() }
    }

    /// What it is called among groups of its kind.
    pub(super) fn heading(&self) -> Phrase {
        let name = self.clause.as_ref().map_or(self.name.clone(), |clause| clause.number.as_str().into());
        let title = Some(self.title.as_str()).filter(|title| !title.is_empty());
        Phrase::joined(std::iter::once(name).chain(title.map(Phrase::from)), " ")
    }
}

impl Member {
    /// A requirement with all that it attaches to.
    fn whole(position: usize, requirement: &Integrated) -> Self {
        Self { requirement: position, attachments: (0..requirement.attachments.len()).collect() }
    }
}

/// A group for each requirement of the base, each that is new or has to be compared, and each other clause to which something
/// attaches: the requirement itself where it attaches to nothing, then what attaches to it.
fn by_clause(editions: &[&Catalog], requirements: &[Integrated]) -> Vec<Group> {
    let mut attached: BTreeMap<&ClauseId, Vec<Member>> = BTreeMap::new();
    let mut own: BTreeMap<&ClauseId, (usize, IntegrationKind)> = BTreeMap::new();
    for (position, requirement) in requirements.iter().enumerate() {
        own.insert(&requirement.clause, (position, requirement.kind));
        for (number, attachment) in requirement.attachments.iter().enumerate() {
            for place in &attachment.to {
                let member = Member { requirement: position, attachments: vec![number] };
                attached.entry(place).or_default().push(member);
            }
        }
    }
    let mut groups = Vec::new();
    for (number, catalog) in editions.iter().enumerate() {
        let (mut of_edition, mut to_compare, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for position in 0..catalog.clauses().len() {
            let chapter = catalog.chapter(position);
            let mut group = Group::of_clause(format!("{} {}", chapter.number, chapter.title).into(), catalog, position);
            let Some(clause) = &group.clause else { continue };
            let own = own.get(clause);
            if let Some((position, IntegrationKind::Base | IntegrationKind::New | IntegrationKind::Verify)) = own {
                group.members.push(Member::whole(*position, &requirements[*position]));
            }
            group.members.extend(attached.remove(clause).unwrap_or_default());
            if group.members.is_empty() {
                continue;
            }
            if number > 0 {
                group.section = section(own.map(|(_, kind)| *kind), &catalog.id);
            }
            match own.map(|(_, kind)| *kind) {
                Some(IntegrationKind::Base | IntegrationKind::New) => of_edition.push(group),
                Some(IntegrationKind::Verify) => to_compare.push(group),
                Some(IntegrationKind::Covered | IntegrationKind::Extend) | None => others.push(group),
            }
        }
        if number == 0 {
            // A heading of the base stands where it is among its requirements.
            of_edition.append(&mut others);
            of_edition.sort_by_key(|group| group.clause.as_ref().and_then(|clause| catalog.position(&clause.number)));
        }
        groups.extend(of_edition.into_iter().chain(to_compare).chain(others));
    }
    groups
}

/// The headings of the groups of a further edition, by how the clause itself becomes part of the system.
fn section(own: Option<IntegrationKind>, edition: &EditionId) -> Phrase {
    match own {
        Some(IntegrationKind::Base | IntegrationKind::New) => say!("integrate-new-from", edition = edition),
        Some(IntegrationKind::Verify) => say!("integrate-compare-from", edition = edition),
        Some(IntegrationKind::Covered | IntegrationKind::Extend) | None => {
            say!("integrate-attached-to", edition = edition)
        }
    }
}

/// The chapters of the base with all that attaches to them over however many clauses, then what is new from each edition.
fn by_chapter(case: Case<'_>, editions: &[&Catalog], requirements: &[Integrated]) -> Vec<Group> {
    let positions: BTreeMap<&ClauseId, usize> =
        requirements.iter().enumerate().map(|(position, requirement)| (&requirement.clause, position)).collect();
    let mut groups: Vec<Group> = Vec::new();
    let mut numbers: Vec<BTreeSet<usize>> = Vec::new();
    for (position, requirement) in requirements.iter().enumerate() {
        let edition = &requirement.clause.edition;
        let own = editions.iter().find(|catalog| catalog.id == *edition);
        let own = own.and_then(|catalog| Some((catalog, catalog.position(&requirement.clause.number)?)));
        let mut of_requirement = BTreeSet::new();
        match (requirement.kind, own) {
            (IntegrationKind::Base, Some((catalog, own))) => {
                let chapter = catalog.position(&catalog.chapter(own).number).unwrap_or(own);
                let mut group = Group::of_clause(Phrase::default(), catalog, chapter);
                group.name = catalog.chapter(own).number.as_str().into();
                of_requirement.insert(at(&mut groups, group));
            }
            (IntegrationKind::New, Some((catalog, _))) => {
                of_requirement
                    .insert(at(&mut groups, Group::named(say!("integrate-group-new", edition = &catalog.id))));
            }
            (IntegrationKind::Base | IntegrationKind::New, None) => {}
            (IntegrationKind::Covered | IntegrationKind::Extend | IntegrationKind::Verify, _) => {
                let places =
                    requirement.attachments.iter().chain(&requirement.hint).flat_map(|attachment| &attachment.to);
                let below = places.flat_map(|place| case.crosswalk.requirements_of(place));
                let below = below.filter_map(|clause| numbers.get(*positions.get(clause)?));
                of_requirement.extend(below.flatten());
            }
        }
        for group in &of_requirement {
            groups[*group].members.push(Member::whole(position, requirement));
        }
        numbers.push(of_requirement);
    }
    groups
}

/// The groups of an attribute's values, where what has several is in each; what has none comes last.
fn by_attribute(case: Case<'_>, attribute: &str, requirements: &[Integrated]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut without = Group::named(say!("group-unspecified"));
    for (position, requirement) in requirements.iter().enumerate() {
        let clause = case.crosswalk.clause(&requirement.clause);
        let member = Member::whole(position, requirement);
        let values: Vec<&str> = clause.into_iter().flat_map(|clause| clause.attributes.values(attribute)).collect();
        for value in &values {
            let number = at(&mut groups, Group::named((*value).into()));
            groups[number].members.push(member.clone());
        }
        if values.is_empty() {
            without.members.push(member);
        }
    }
    groups.extend(Some(without).filter(|group| !group.members.is_empty()));
    groups
}

/// The position of the group with this name, which is added if there is none.
fn at(groups: &mut Vec<Group>, group: Group) -> usize {
    groups.iter().position(|known| known.name == group.name).unwrap_or_else(|| {
        groups.push(group);
        groups.len() - 1
    })
}

/// The clauses of an edition, each with the requirements that it says something about where it alone is in place: what is
/// certain before what is presumed, then by the fewest rows. Those about which no clause does come last. A heading stands
/// there only if nothing below it does.
fn by_edition(
    case: Case<'_>,
    catalog: &Catalog,
    editions: &[&Catalog],
    requirements: &[Integrated],
) -> Result<Vec<Group>, Refusal> {
    let mut nearest: Vec<((bool, u32), Vec<usize>)> = vec![((true, u32::MAX), Vec::new()); requirements.len()];
    let watched = requirements.iter().map(|requirement| &requirement.clause);
    let mut what_if = WhatIf::new(case.crosswalk, &case.crosswalk.no_assumptions(), watched, case.settings.max_hops);
    for (position, place) in places(catalog) {
        for rise in what_if.rises(case.crosswalk.requirements_of(&place)) {
            let distance = (rise.level < Level::Partial, rise.hops);
            let (best, places) = &mut nearest[rise.place];
            let stands_below = |below: &usize| catalog.ancestors(*below).any(|above| above == position);
            if distance < *best {
                (*best, *places) = (distance, vec![position]);
            } else if distance == *best && !places.iter().any(stands_below) {
                places.push(position);
            }
        }
    }
    let mut groups: Vec<Group> =
        (0..catalog.clauses().len()).map(|position| Group::of_clause(Phrase::default(), catalog, position)).collect();
    let mut without = Group::named(say!("integrate-no-clause", edition = &catalog.id));
    for (position, (requirement, (_, places))) in requirements.iter().zip(nearest).enumerate() {
        let member = Member::whole(position, requirement);
        if places.is_empty() {
            without.members.push(member.clone());
        }
        for place in places {
            groups[place].members.push(member.clone());
        }
    }
    groups.push(without);
    groups.retain(|group| !group.members.is_empty());
    if groups.iter().all(|group| group.clause.is_none()) {
        return Err(unrelated(case, catalog, editions));
    }
    Ok(groups)
}

/// What to say where no row leads from the editions to the one whose clauses were to be the groups.
fn unrelated(case: Case<'_>, catalog: &Catalog, editions: &[&Catalog]) -> Refusal {
    let is_ours = |edition: &EditionId| editions.iter().any(|catalog| catalog.id == *edition);
    let mut related: BTreeSet<&str> = BTreeSet::new();
    for (table, _) in case.crosswalk.rows() {
        if is_ours(&table.from) != is_ours(&table.to) {
            related.insert(if is_ours(&table.from) { table.to.as_str() } else { table.from.as_str() });
        }
    }
    let attributes: BTreeSet<&str> = editions.iter().flat_map(|catalog| catalog.attributes()).collect();
    let known = ["clause", "chapter"].into_iter().chain(attributes).chain(related).collect::<Vec<_>>().join(", ");
    Refusal {
        message: format!(
            "no requirement of these editions is related to {} through at most {}",
            catalog.id,
            counted(case.settings.max_hops, "row", "rows")
        ),
        help: Some(format!("group by one of {known}")),
    }
}
