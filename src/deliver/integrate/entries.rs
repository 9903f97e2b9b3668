//! The groups of an integrated system as people read them: sections, clauses, and what attaches to each.

use std::collections::BTreeSet;

use super::attach::{Attachment, Integrated, IntegrationKind, collapsed};
use super::group::Group;
use super::integration::{Integrate, Integration};
use crate::diagnostic::Refusal;
use crate::language::{Phrase, say};
use crate::model::{Catalog, ClauseId, Confidence, EditionId};
use crate::query::case::Case;
use crate::query::words;
use crate::report::{Cell, Entry, Part};

/// What belongs to each clause of the base under the heading of its chapter, then what is new from each edition.
pub(super) fn by_clause(question: &Integrate, case: Case<'_>, integration: &Integration) -> Result<Vec<Part>, Refusal> {
    let editions = question.catalogs(case)?;
    let mut parts = Vec::new();
    for groups in integration.groups.chunk_by(|one, other| one.section == other.section) {
        let mut entries: Vec<Entry> = Vec::new();
        let mut unchanged: Vec<String> = Vec::new();
        for group in groups {
            let Some(clause) = &group.clause else { continue };
            let own = group.members.iter().map(|member| &integration.requirements[member.requirement]);
            let own = own.into_iter().find(|requirement| requirement.clause == *clause);
            let entry = Entry::new(format!("{} {}", clause.number, group.title));
            let entry = Entry { children: attached(case, &editions, integration, group, clause), ..entry };
            match own {
                Some(own) if matches!(own.kind, IntegrationKind::New | IntegrationKind::Verify) => {
                    let compare: Vec<ClauseId> = own.hint.iter().flat_map(|hint| hint.to.clone()).collect();
                    let add = own.hint.as_ref().map(|hint| hint.add.as_str()).unwrap_or_default();
                    let entry = entry
                        .mark(own.kind, own.kind.tone())
                        .value(say!("integrate-compare"), Cell::refs(&compare))
                        .value(say!("integrate-add-to-chapter"), Cell::text(add));
                    add_under_chapter(&mut entries, &editions, clause, entry);
                }
                Some(_) if entry.children.is_empty() => unchanged.push(entry.title.into()),
                None if entry.children.is_empty() => {}
                Some(_) => entries.push(entry),
                None if integration.is_base(&clause.edition) => entries.push(entry),
                None => add_under_chapter(&mut entries, &editions, clause, entry),
            }
        }
        if !unchanged.is_empty() {
            entries.push(
                Entry::new(say!("integrate-nothing-attaches")).value("", Cell::text(Phrase::joined(unchanged, "; "))),
            );
        }
        if let Some(group) = groups.first().filter(|_| !entries.is_empty()) {
            parts.push(Part::Section(group.section.clone().sanitized()));
            parts.extend(entries.into_iter().map(Part::Entry));
        }
    }
    Ok(parts)
}

/// Adds the entry of a clause under that of its chapter, which is added where it is not the last one.
fn add_under_chapter(entries: &mut Vec<Entry>, editions: &[&Catalog], clause: &ClauseId, entry: Entry) {
    let catalog = editions.iter().find(|catalog| catalog.id == clause.edition);
    let place = catalog.and_then(|catalog| Some((catalog, catalog.position(&clause.number)?)));
    let chapter =
        place.map(|(catalog, position)| catalog.chapter(position)).filter(|chapter| chapter.number != clause.number);
    let Some(chapter) = chapter else { return entries.push(entry) };
    let head = Entry::new(format!("{} {}", chapter.number, chapter.title));
    match entries.last_mut().filter(|last| last.title == head.title) {
        Some(last) => last.children.push(entry),
        None => entries.push(Entry { children: vec![entry], ..head }),
    }
}

/// What attaches to a clause, headings in the place of all that attaches below them in the same way. What attaches to
/// clauses of several editions is shown at those of the first.
fn attached(
    case: Case<'_>,
    editions: &[&Catalog],
    integration: &Integration,
    group: &Group,
    place: &ClauseId,
) -> Vec<Entry> {
    let mut alike: Vec<(Attached<'_>, BTreeSet<&ClauseId>)> = Vec::new();
    for member in &group.members {
        let requirement = &integration.requirements[member.requirement];
        let is_told_here = requirement.first_edition() == Some(&place.edition) && requirement.clause != *place;
        for number in member.attachments.iter().filter(|_| is_told_here) {
            let is_elsewhere = |other: &&Attachment| other.to.iter().all(|clause| clause.edition != place.edition);
            let also = requirement.attachments.iter().filter(is_elsewhere).collect();
            let attached =
                Attached { attachment: &requirement.attachments[*number], kind: requirement.kind, also, place };
            match alike.iter_mut().find(|(known, _)| *known == attached) {
                Some((_, clauses)) => drop(clauses.insert(&requirement.clause)),
                None => alike.push((attached, BTreeSet::from([&requirement.clause]))),
            }
        }
    }
    let is_several = |heading: &ClauseId| case.crosswalk.requirements_of(heading).len() > 1;
    let entries = alike.iter().flat_map(|(attached, clauses)| {
        collapsed(case, editions, clauses, is_several).into_iter().map(|clause| attached.entry(case, &clause))
    });
    entries.collect()
}

/// How something attaches to a place.
#[derive(PartialEq, Eq)]
struct Attached<'a> {
    attachment: &'a Attachment,
    kind: IntegrationKind,
    /// How it attaches to clauses of other editions too.
    also: Vec<&'a Attachment>,
    place: &'a ClauseId,
}

impl Attached<'_> {
    fn entry(&self, case: Case<'_>, clause: &ClauseId) -> Entry {
        let title = case.crosswalk.clause(clause).map_or("", |clause| clause.title.as_str());
        let heading = match case.crosswalk.requirements_of(clause).as_slice() {
            [one] if *one == clause => Phrase::from(format!("{clause} {title}")),
            below => say!("integrate-heading", clause = clause, title = title, count = below.len()),
        };
        let hops = self.attachment.hops;
        let steps = (hops > 1).then(|| say!("integrate-steps", hops = hops));
        let low = (self.attachment.confidence == Some(Confidence::Low)).then(|| say!("integrate-low"));
        let mark = Phrase::joined(std::iter::once(self.kind.into()).chain(steps).chain(low), ", ");
        let partners: Vec<&ClauseId> = self.attachment.to.iter().filter(|partner| *partner != self.place).collect();
        let also = self.also.iter().flat_map(|attachment| &attachment.to).collect();
        let attachments = || std::iter::once(&self.attachment).chain(&self.also);
        let mut said = attachments()
            .map(|attachment| Phrase::from(&attachment.add))
            .chain(attachments().map(|attachment| attachment.rest.clone()));
        let add = said.find(|add| self.kind == IntegrationKind::Extend && !add.is_empty());
        Entry::new(heading)
            .mark(mark, self.kind.tone())
            .value(say!("integrate-together"), self.named(partners))
            .value(say!("integrate-add"), Cell::maybe(add))
            .value(say!("integrate-also"), self.named(also))
    }

    /// Clauses by what they are called at this place.
    fn named(&self, clauses: Vec<&ClauseId>) -> Cell {
        let text = clauses.iter().map(|clause| words::short_reference(clause, Some(&self.place.edition)));
        let text = text.collect::<Vec<_>>().join(", ");
        Cell::refs_shown(clauses.into_iter().cloned().collect(), text)
    }
}

/// A section for each group, in it the requirements of each edition.
pub(super) fn side_by_side(integration: &Integration) -> Vec<Part> {
    let mut parts = Vec::new();
    for group in &integration.groups {
        parts.push(Part::Section(group.heading().sanitized()));
        for (edition, _) in &integration.editions {
            let members = group.members.iter().map(|member| &integration.requirements[member.requirement]);
            let own: Vec<&Integrated> = members.filter(|requirement| requirement.clause.edition == *edition).collect();
            if own.is_empty() {
                continue;
            }
            let entry = Entry::new(say!("integrate-edition", edition = edition, count = own.len()));
            let under = own.into_iter().map(|requirement| {
                let title = format!("{} {}", requirement.clause.number, requirement.title);
                Entry::new(title).mark(requirement.how_and_where(integration), requirement.kind.tone())
            });
            parts.push(Part::Entry(Entry { children: under.collect(), ..entry }));
        }
    }
    parts
}

impl Integrated {
    /// The first edition to which it attaches.
    fn first_edition(&self) -> Option<&EditionId> {
        Some(&self.attachments.first()?.to.first()?.edition)
    }

    /// How it becomes part of the system, and at which clauses of the first edition to which it attaches.
    fn how_and_where(&self, integration: &Integration) -> Phrase {
        let base = integration.editions.first().map(|(base, _)| base);
        let first = self.first_edition();
        let places = self.attachments.iter().flat_map(|attachment| &attachment.to);
        let places =
            places.filter(|place| Some(&place.edition) == first).map(|place| words::short_reference(place, base));
        let places: Vec<String> = places.collect();
        if places.is_empty() {
            self.kind.into()
        } else {
            say!("integrate-at", kind = self.kind, places = Phrase::joined(places, ", "))
        }
    }
}
