//! A catalog as written becomes an edition with its clauses.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use foldhash::fast::FixedState;

use super::raw;
use super::resolve::unquoted;
use super::word::{CLAUSE_KINDS, CONFIDENCES, PROVENANCES, Vocabulary, any_word, bad_id, boolean, date, date_or_year};
use super::{attribute, method, translation};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::model::{
    Amendment, Attributes, Catalog, CatalogKind, Clause, ClauseKind, ClauseNumber, EditionId, EditionStatus, Library,
    Profile, Transition, Translations,
};
use crate::source::Span;

const KINDS: Vocabulary<CatalogKind> = &[
    ("management-system", CatalogKind::ManagementSystem),
    ("process-model", CatalogKind::ProcessModel),
    ("maturity-model", CatalogKind::MaturityModel),
    ("award-criteria", CatalogKind::AwardCriteria),
    ("control-set", CatalogKind::ControlSet),
    ("objectives", CatalogKind::Objectives),
];

const CURRENCIES: Vocabulary<EditionStatus> =
    &[("current", EditionStatus::Current), ("withdrawn", EditionStatus::Withdrawn), ("draft", EditionStatus::Draft)];

/// What an edition says of others and of itself, to be checked when all editions are there.
#[derive(Debug)]
pub(super) struct Claims {
    edition: EditionId,
    supersedes: Option<raw::Scalar>,
    aliases: Vec<raw::Scalar>,
}

/// The content of an edition that was found to be sound before.
pub(super) fn claims_of(catalog: &Catalog) -> Claims {
    let scalar = |value: &str| raw::Scalar { value: value.to_owned().into(), span: catalog.span, is_unquoted: false };
    Claims {
        edition: catalog.id.clone(),
        supersedes: catalog.supersedes.as_ref().map(|edition| scalar(edition.as_str())),
        aliases: catalog.aliases.iter().map(|alias| scalar(alias)).collect(),
    }
}

/// Makes an edition from a catalog as written. If a clause is wrong, the edition is added to `shaky`.
pub(super) fn read(
    raw: raw::Catalog,
    faults: &mut Vec<Diagnostic>,
    incomplete: &mut BTreeSet<EditionId>,
) -> Option<(Catalog, Claims)> {
    let id = raw.id?;
    let edition = match EditionId::parse(&id.value) {
        Ok(edition) => edition,
        Err(why) => {
            faults.push(bad_id(&id, "edition", why));
            return None;
        }
    };
    let mut catalog = Catalog::new(edition, raw.title.map(|title| title.value).unwrap_or_default(), id.span);
    catalog.publisher = raw.publisher.map(|text| text.value);
    catalog.published = date_or_year(raw.published.as_ref(), faults);
    catalog.status = any_word(raw.status.as_ref(), CURRENCIES, "status of an edition", faults);
    if let Some(text) = &raw.supersedes {
        match EditionId::parse(&text.value) {
            Ok(edition) => catalog.supersedes = Some(edition),
            Err(why) => faults.push(bad_id(text, "edition", why)),
        }
    }
    catalog.lifecycle.superseded_by = raw.superseded_by.map(|text| text.value);
    catalog.lifecycle.transition = raw.transition.and_then(|[ends, note]| {
        Some(Transition { ends: date(ends.as_ref(), faults)?, note: note.map(|text| text.value) })
    });
    catalog.kind = any_word(raw.kind.as_ref(), KINDS, "kind of catalog", faults);
    catalog.source = raw.source.map(|text| text.value);
    catalog.provenance = any_word(raw.provenance.as_ref(), PROVENANCES, "provenance", faults);
    catalog.confidence = any_word(raw.confidence.as_ref(), CONFIDENCES, "confidence", faults);
    let [abstraction, audience, approach, granularity] = raw.profile.map(|text| text.map(|text| text.value));
    catalog.profile = Profile { abstraction, audience, approach, granularity };
    catalog.aliases = raw.aliases.iter().map(|text| text.value.clone()).collect();
    catalog.translations = Translations::new(translation::read(raw.titles, "title", faults), Vec::new());
    let claims = Claims { edition: catalog.id.clone(), supersedes: raw.supersedes, aliases: raw.aliases };
    let is_shaky = incomplete.contains(&catalog.id);
    if raw.clauses.is_empty() && !is_shaky {
        incomplete.insert(catalog.id.clone());
        faults.push(
            Diagnostic::new(Rule::EmptyCatalog, id.span, format!("{} has no clauses", id.shown()))
                .help("list them under `clauses:`"),
        );
    }
    let before = faults.len();
    add_clauses(&mut catalog, raw.clauses, faults);
    add_amendments(&mut catalog, raw.amendments, faults);
    if faults[before..].iter().any(|fault| fault.rule.severity() == Severity::Error) {
        incomplete.insert(catalog.id.clone());
    }
    Some((catalog, claims))
}

/// Amendments of clauses that the edition has.
fn add_amendments(catalog: &mut Catalog, amendments: Vec<raw::Amendment>, faults: &mut Vec<Diagnostic>) {
    for raw in amendments {
        let date = date(raw.date.as_ref(), faults);
        let mut clauses = Vec::with_capacity(raw.clauses.len());
        for (number, gained) in raw.clauses {
            match catalog.find(&number.value) {
                Some(clause) => clauses.push((clause.number.clone(), gained.value)),
                None => {
                    let near =
                        raw::nearest(&number.value, catalog.clauses().iter().map(|clause| clause.number.as_str()));
                    let help = near.map(|near| format!("did you mean {near}?"));
                    let help = help.unwrap_or_else(|| "name a clause that is listed under `clauses:`".to_owned());
                    let message = format!("{} has no clause {}", catalog.id, number.shown());
                    faults.push(Diagnostic::new(Rule::UnknownClause, number.span, message).help(help));
                }
            }
        }
        if let Some(date) = date {
            let (id, span) = (raw.id.value, raw.id.span);
            catalog.lifecycle.amendments.push(Amendment { id, date, clauses, span });
        }
    }
}

fn add_clauses(catalog: &mut Catalog, clauses: Vec<raw::Clause>, faults: &mut Vec<Diagnostic>) {
    catalog.reserve(clauses.len());
    let mut known: HashSet<Attributes, FixedState> = HashSet::default();
    let mut kinds = Vec::with_capacity(clauses.len());
    let mut parents = Vec::with_capacity(clauses.len());
    let mut after: Vec<Vec<raw::Scalar>> = Vec::with_capacity(clauses.len());
    for raw in clauses {
        let number = match ClauseNumber::of_text(&raw.id.value) {
            Ok(number) => number,
            Err(why) => {
                faults.push(bad_id(&raw.id, "clause", why));
                continue;
            }
        };
        faults.extend(look_alike(&raw.id));
        if raw.id.is_unquoted {
            faults.push(unquoted(&raw.id));
        }
        let named = raw.attributes.iter().filter(|(key, _)| key.value.as_str() == Clause::AFTER);
        let earlier = named.map(|(_, number)| number.clone()).collect();
        let clause = Clause {
            number,
            title: raw.title.map(|text| text.value).unwrap_or_default(),
            kind: ClauseKind::Requirement,
            parent: None,
            summary: raw.summary.map(|text| text.value),
            mandatory: boolean(raw.mandatory.as_ref(), true, "value of mandatory", faults),
            attributes: shared(attribute::read(raw.attributes, faults), &mut known),
            translations: Translations::new(
                translation::read(raw.titles, "title", faults),
                translation::read(raw.summaries, "summary", faults),
            ),
            span: raw.id.span,
        };
        let kind = any_word(raw.kind.as_ref(), CLAUSE_KINDS, "kind of clause", faults);
        match catalog.add(clause) {
            Ok(()) => {
                kinds.push(kind);
                parents.push(raw.parent);
                after.push(earlier);
            }
            Err(first) => {
                let message = format!("clause {} appears here a second time", raw.id.shown());
                faults
                    .push(Diagnostic::new(Rule::DuplicateClause, raw.id.span, message).label(first.span, "first here"));
            }
        }
    }
    place(catalog, parents, faults);
    check_order(catalog, &after, faults);
    for (position, kind) in kinds.into_iter().enumerate() {
        let by_children =
            if catalog.children(position).is_empty() { ClauseKind::Requirement } else { ClauseKind::Heading };
        if kind == Some(ClauseKind::Heading) && by_children != ClauseKind::Heading {
            let clause = &catalog.clauses()[position];
            let message = format!("clause {} is marked as a heading, but has no clauses below it", clause.number);
            let help = "list the clauses below it, or remove `kind: heading`";
            faults.push(Diagnostic::new(Rule::HeadingWithoutClauses, clause.span, message).help(help));
        }
        catalog.set_kind(position, kind.unwrap_or(by_children));
    }
}

/// What stands under `after` are clauses of the edition, which do not wait for each other in a circle.
fn check_order(catalog: &Catalog, after: &[Vec<raw::Scalar>], faults: &mut Vec<Diagnostic>) {
    let mut earlier: Vec<Vec<usize>> = Vec::with_capacity(after.len());
    for named in after {
        let mut positions = Vec::new();
        for number in named {
            match ClauseNumber::parse(&number.value).ok().and_then(|number| catalog.position(&number)) {
                Some(position) => positions.push(position),
                None => {
                    let numbers = catalog.clauses().iter().map(|clause| clause.number.as_str());
                    let help = near(&number.value, numbers, faults.len()).map(|near| format!("did you mean {near}?"));
                    let message = format!("{} has no clause {}", catalog.id, number.shown());
                    faults.push(Diagnostic::new(Rule::UnknownClause, number.span, message).maybe_help(help));
                }
            }
        }
        earlier.push(positions);
    }
    if let Some(circle) = method::cycle(&earlier) {
        let numbers: Vec<&str> = circle.iter().map(|at| catalog.clauses()[*at].number.as_str()).collect();
        let message = match numbers.as_slice() {
            [one] => format!("clause {one} waits for itself"),
            several => {
                format!("clauses wait for each other in a circle: {} and {} again", several.join(", "), several[0])
            }
        };
        let fault = Diagnostic::new(Rule::StepCycle, catalog.clauses()[circle[0]].span, message);
        faults.push(fault.help("take one of the `after` entries out"));
    }
}

/// The same attributes, those of another clause where it has such.
fn shared(attributes: Attributes, known: &mut HashSet<Attributes, FixedState>) -> Attributes {
    if let Some(attributes) = known.get(&attributes) {
        return attributes.clone();
    }
    known.insert(attributes.clone());
    attributes
}

/// A warning: a clause id contains a character that looks like another one, so that typing the id does not find it.
fn look_alike(id: &raw::Scalar) -> Option<Diagnostic> {
    let odd = raw::odd_character(&id.value)?;
    let message = format!("the id {} is not what it looks like: {odd}", id.shown());
    Some(Diagnostic::new(Rule::LookAlikeId, id.span, message).help(format!("write \"{}\"", raw::plain(&id.value))))
}

/// Puts every clause under the one that it names, or else under the longest number that is its prefix at a dot.
fn place(catalog: &mut Catalog, stated: Vec<raw::Parent>, faults: &mut Vec<Diagnostic>) {
    let parents: Vec<Option<usize>> = stated
        .iter()
        .enumerate()
        .map(|(position, stated)| match stated {
            raw::Parent::Named(named) => {
                let parent = ClauseNumber::parse(&named.value).ok().and_then(|number| catalog.position(&number));
                if named.is_unquoted {
                    faults.push(unquoted(named));
                }
                if parent.is_none() {
                    let numbers = catalog.clauses().iter().map(|clause| clause.number.as_str());
                    let help = near(&named.value, numbers, faults.len()).map(|near| format!("did you mean {near}?"));
                    let message = format!(
                        "{} has no clause {} to be the parent of {}",
                        catalog.id,
                        named.value,
                        catalog.clauses()[position].number
                    );
                    faults.push(Diagnostic::new(Rule::UnknownParent, named.span, message).maybe_help(help));
                }
                parent
            }
            raw::Parent::Nothing => None,
            raw::Parent::ByNumber => {
                catalog.clauses()[position].number.prefixes().find_map(|prefix| catalog.position_of(prefix))
            }
        })
        .collect();
    let circles = cycles(&parents);
    for circle in &circles {
        let numbers: Vec<&str> = circle.iter().map(|position| catalog.clauses()[*position].number.as_str()).collect();
        let message = match numbers.as_slice() {
            [one] => format!("clause {one} is its own parent"),
            several => {
                format!(
                    "clauses are parents of each other in a circle: {} and {} again",
                    several.join(", "),
                    several[0]
                )
            }
        };
        let mut fault = Diagnostic::new(Rule::ParentCycle, catalog.clauses()[circle[0]].span, message)
            .help("give one of them another parent");
        for position in &circle[1..] {
            fault = fault.label(catalog.clauses()[*position].span, "and here");
        }
        faults.push(fault);
    }
    if !circles.is_empty() {
        return;
    }
    for (child, parent) in parents.into_iter().enumerate() {
        if let Some(parent) = parent {
            catalog.set_parent(child, parent);
        }
    }
}

/// Looking for a near word takes a pass over all words, so it is done for the first faults only.
fn near<'w>(text: &str, words: impl IntoIterator<Item = &'w str>, faults: usize) -> Option<&'w str> {
    const FIRST: usize = 200;
    if faults < FIRST { raw::nearest(text, words) } else { None }
}

/// The circles among pointers upwards, each in the order in which it points.
fn cycles(parents: &[Option<usize>]) -> Vec<Vec<usize>> {
    const NEVER: usize = usize::MAX;
    let mut seen_from = vec![NEVER; parents.len()];
    let mut circles = Vec::new();
    for start in 0..parents.len() {
        let mut at = start;
        while seen_from[at] == NEVER {
            seen_from[at] = start;
            match parents[at] {
                Some(parent) => at = parent,
                None => break,
            }
        }
        if seen_from[at] == start && parents[at].is_some() {
            let rest = std::iter::successors(parents[at], |next| parents[*next]).take_while(|next| *next != at);
            circles.push(std::iter::once(at).chain(rest).collect());
        }
    }
    circles
}

/// Checks what editions say of each other: predecessors exist and do not run in a circle, aliases are nobody else's.
/// Claims come in the order in which files were read, so that of two editions with one alias the later one is reported.
pub(super) fn check_claims(
    claims: &[Claims],
    library: &Library,
    incomplete: &BTreeSet<EditionId>,
    has_unread: bool,
    faults: &mut Vec<Diagnostic>,
) {
    if claims.is_empty() {
        return;
    }
    let mut owners: HashMap<String, (&EditionId, Span)> =
        library.catalogs().map(|catalog| (catalog.id.to_string(), (&catalog.id, catalog.span))).collect();
    // Editions that were there before claim nothing here, but have their names.
    for catalog in library.catalogs().filter(|catalog| claims.iter().all(|claim| claim.edition != catalog.id)) {
        let names = catalog.aliases.iter().map(|alias| (alias.to_lowercase(), (&catalog.id, catalog.span)));
        owners.extend(names);
    }
    for claim in claims {
        for alias in &claim.aliases {
            match owners.entry(alias.value.to_lowercase()) {
                Entry::Vacant(vacant) => {
                    vacant.insert((&claim.edition, alias.span));
                }
                Entry::Occupied(occupied) if *occupied.get().0 != claim.edition => {
                    let (other, place) = occupied.get();
                    let message = format!("the alias {} of {} is also a name of {other}", alias.shown(), claim.edition);
                    let fault = Diagnostic::new(Rule::DuplicateId, alias.span, message).label(*place, "first here");
                    faults.push(fault.help("remove it from one of the two"));
                }
                Entry::Occupied(_) => {}
            }
        }
        if let Some(text) = &claim.supersedes
            && let Ok(earlier) = EditionId::parse(&text.value)
            && library.catalog(&earlier).is_none()
            && !has_unread
            && !incomplete.contains(&earlier)
        {
            let near = near(&text.value, library.catalogs().map(|catalog| catalog.id.as_str()), faults.len());
            let message = format!("{} supersedes {earlier}, which does not exist", claim.edition);
            let help =
                near.map_or("leave it out, or add its catalog".to_owned(), |near| format!("did you mean {near}?"));
            faults.push(Diagnostic::new(Rule::UnknownEdition, text.span, message).help(help));
        }
    }
    let ids: Vec<&EditionId> = library.catalogs().map(|catalog| &catalog.id).collect();
    let positions: BTreeMap<&EditionId, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let earlier: Vec<Option<usize>> =
        library.catalogs().map(|catalog| positions.get(catalog.supersedes.as_ref()?).copied()).collect();
    for circle in cycles(&earlier) {
        let names: Vec<&str> = circle.iter().map(|at| ids[*at].as_str()).collect();
        let message = match names.as_slice() {
            [one] => format!("{one} supersedes itself"),
            several => {
                format!("editions supersede each other in a circle: {} and {} again", several.join(", "), several[0])
            }
        };
        if let Some(catalog) = library.catalog(ids[circle[0]]) {
            let fault = Diagnostic::new(Rule::SupersedesCycle, catalog.span, message);
            faults.push(fault.help("remove `supersedes` from the oldest of them"));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::cycles;
    use crate::load::{Files, library};
    use crate::source::Sources;

    #[test]
    fn what_is_kept_of_a_text_that_lasts_is_no_copy() {
        let text = "xwalk: catalog/1\nid: made:1\ntitle: Made\nclauses:\n  \"4.1\":\n    title: Plan\n    pdca: plan\n";
        let kept_inside = |text: Cow<'static, str>| {
            let (mut sources, mut files) = (Sources::default(), Files::default());
            let file = sources.add("made-1.yaml", text);
            files.read(&sources, file);
            let (library, _) = library(&sources, files).sound().unwrap();
            let clause = library.catalogs().next().unwrap().find("4.1").unwrap();
            let inside = sources.get(file).text().as_bytes().as_ptr_range();
            let kept = [clause.number.as_str(), clause.title.as_str(), clause.attributes.get("pdca").unwrap()];
            assert_eq!(kept, ["4.1", "Plan", "plan"]);
            kept.map(|kept| inside.contains(&kept.as_ptr()))
        };
        assert_eq!(kept_inside(Cow::Borrowed(text)), [true; 3]);
        assert_eq!(kept_inside(Cow::Owned(text.to_owned())), [false; 3]);
    }

    #[test]
    fn circles_are_found_and_a_tail_is_no_part_of_one() {
        assert_eq!(cycles(&[None, Some(0), Some(1)]), [[0; 0]; 0]);
        assert_eq!(cycles(&[Some(0)]), [[0]]);
        assert_eq!(cycles(&[Some(1), Some(2), Some(1)]), [[1, 2]]);
        assert_eq!(cycles(&[None, Some(3), Some(1), Some(2), Some(4)]), [vec![1, 3, 2], vec![4]]);
    }
}
