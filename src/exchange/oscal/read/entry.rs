//! One entry of a mapping as rows that say no more than it does.

use std::collections::BTreeSet;

use super::answer::Known;
use super::clauses::{Beside, Clauses, Named};
use super::collection::{ConfidenceScore, Item, Map};
use super::edition::{in_full, is_ours, is_own, ours, whole};
use super::entries::{Entries, Reason};
use super::said::Said;
use super::word::{Places, Word};
use crate::exchange::oscal::OURS;
use crate::exchange::oscal::write::EditionIds;
use crate::load::raw;
use crate::model::{Catalog, ClauseKind, Library, TableId};
use crate::source::Span;

/// The namespace of the words of the model.
const OSCAL: &str = "http://csrc.nist.gov/ns/oscal";

/// The two editions of a mapping, for those who read its entries.
pub(super) struct Pair<'p, 'l> {
    pub(super) source: &'p Clauses<'l>,
    pub(super) target: &'p Clauses<'l>,
    pub(super) library: &'l Library,
    pub(super) places: Places,
    /// A place for what has none of its own.
    pub(super) near: Span,
}

impl<'l> Pair<'_, 'l> {
    /// Makes the rows of an entry; or says why it has none.
    pub(super) fn rows(&self, map: &Map, entries: &mut Entries, said: &mut Said) -> Result<(), Reason> {
        let (source, target) = (self.source, self.target);
        let place = map.relationship.as_ref().map(|relationship| &relationship.word);
        let place = place.and_then(|word| self.places.find(word));
        let first = map.sources.first().or(map.targets.first());
        let span = first.map_or(self.near, |item| self.places.span(&item.id_ref, place.unwrap_or(self.near)));
        let known = meaning(map).map_err(|(reason, word)| {
            let message = format!("the relationship {word} is not known");
            self.leave(reason, place.unwrap_or(span), message, said)
        })?;
        if known.is_overruled {
            let word = map.relationship.as_ref().map_or("", |relationship| relationship.word.as_str());
            let one = format!("the relationship {word} counts, not the properties next to it that say something else");
            said.read_as(
                place.unwrap_or(span),
                one,
                "relationships say something else than the properties next to them",
                OVERRULED,
            );
        }
        let known = known.known;
        let (mut from, mut is_part) = (Vec::new(), false);
        match self.own_ends(map, ("from", &map.sources), source, span, said) {
            Some(ends) => from = ends,
            None => {
                for item in &map.sources {
                    let named = self.item(item, source, said)?;
                    is_part |= named.is_part;
                    let number = named.clause.number.as_str();
                    if from.iter().all(|scalar: &raw::Scalar| scalar.value != *number) {
                        from.push(raw::Scalar::new(number.to_owned(), self.places.span(&item.id_ref, span)));
                    }
                }
            }
        }
        let own = self.own_ends(map, ("to", &map.targets), target, span, said);
        let targets = if own.is_some() { &[] } else { map.targets.as_slice() };
        let mut to: Vec<(raw::Scalar, bool)> = own.into_iter().flatten().map(|scalar| (scalar, false)).collect();
        let mut failed = Reason::NoTarget;
        for item in targets {
            let named = match self.item(item, target, said) {
                Ok(named) => named,
                Err(reason) => {
                    failed = reason;
                    continue;
                }
            };
            let number = named.clause.number.as_str();
            match to.iter_mut().find(|(known, _)| known.value == *number) {
                Some((_, is_known_part)) => *is_known_part |= named.is_part,
                None => {
                    let scalar = raw::Scalar::new(number.to_owned(), self.places.span(&item.id_ref, span));
                    to.push((scalar, named.is_part));
                }
            }
        }
        if from.is_empty() {
            return Err(self.leave(Reason::NoSource, span, "the entry has no source".to_owned(), said));
        }
        // Where all targets are parts of one control they are one part of it.
        let is_one = to.len() == 1 && map.targets.len() == to.len()
            || to.len() == 1 && map.targets.iter().all(|item| self.is_in(item, target));
        let mut is_any = false;
        for (to, is_part_of_target) in to {
            if known.is_nothing() && (is_part || is_part_of_target) {
                let message = format!("parts of {} and {} have nothing in common", shown(&from), to.value);
                failed = self.leave(Reason::PartsShareNothing, to.span, message, said);
                continue;
            }
            let of_sources = if is_part { known.of_whole_sources() } else { known };
            let of_each = if is_one { of_sources } else { of_sources.of_each_target() };
            let strength = if is_part_of_target { of_each.of_whole_targets() } else { of_each }.row();
            if known.row().0 != strength.0 {
                self.weakened(map, strength, to.span, said);
            }
            if source.catalog.id == target.catalog.id && from.iter().any(|from| from.value == to.value) {
                let message = format!("{} is related to itself", to.value);
                failed = self.leave(Reason::ToItself, to.span, message, said);
                continue;
            }
            let mut row = row(from.clone(), to, strength, span);
            self.describe(map, &mut row, said);
            // Nothing in common is so both ways: whether a table says so is what we wrote beside it.
            if strength.0 == "none" && ours(&map.props, "relation").is_some_and(|word| word.text.trim() == "none") {
                row.reverse = ours(&map.props, "reverse").map(|word| self.places.scalar(word, span));
            }
            match entries.add(row) {
                Ok(()) => is_any = true,
                Err((reason, span, message)) => failed = self.leave(reason, span, message, said),
            }
        }
        if is_any { Ok(()) } else { Err(failed) }
    }

    fn is_in(&self, item: &Item, clauses: &Clauses<'_>) -> bool {
        clauses.find(&item.id_ref, &item.props, may_be_part(item)).is_some()
    }

    /// The clauses that we wrote next to an entry, where it stands for headings: they are the ends of the row, and the
    /// controls below them only what a reader without headings needs. Nothing if there are none, or where the controls
    /// are no longer those below them.
    fn own_ends(
        &self,
        map: &Map,
        (name, items): (&str, &[Item]),
        clauses: &Clauses<'l>,
        span: Span,
        said: &mut Said,
    ) -> Option<Vec<raw::Scalar>> {
        let catalog = clauses.catalog;
        let named = map.props.iter().filter(|prop| is_own(prop, name));
        let ends: Vec<usize> = named.filter_map(|prop| catalog.position_of(prop.value.text.trim())).collect();
        if ends.is_empty() {
            return None;
        }
        let ids = EditionIds::of(catalog);
        let stand_for: BTreeSet<usize> = ends.iter().flat_map(|end| ids.requirements(*end)).collect();
        let position = |item: &Item| {
            let named = clauses.find(&item.id_ref, &item.props, may_be_part(item)).filter(|named| !named.is_part)?;
            catalog.position(&named.clause.number)
        };
        let are: Option<BTreeSet<usize>> = items.iter().map(position).collect();
        let numbers = || ends.iter().map(|end| catalog.clauses()[*end].number.to_string());
        if are.as_ref() == Some(&stand_for) {
            return Some(numbers().map(|number| raw::Scalar::new(number, span)).collect());
        }
        let place = items.first().map_or(span, |item| self.places.span(&item.id_ref, span));
        let names: Vec<String> = numbers().collect();
        let one = format!(
            "the controls are not all those of {}, which a property names: the controls count",
            names.join(" with ")
        );
        said.read_as(place, one, "ends of entries are other controls than the properties next to them say", OVERRULED);
        None
    }

    fn item(&self, item: &Item, clauses: &Clauses<'l>, said: &mut Said) -> Result<Named<'l>, Reason> {
        let span = self.places.span(&item.id_ref, self.near);
        let id = &clauses.catalog.id;
        let Some(named) = clauses.find(&item.id_ref, &item.props, may_be_part(item)) else {
            let message = format!("{id} has no control {}", item.id_ref.text);
            return Err(self.leave(Reason::UnknownClause, span, message, said));
        };
        if named.clause.kind == ClauseKind::Informative {
            let message = format!("{id}/{} contains no requirement", named.clause.number);
            return Err(self.leave(Reason::Informative, span, message, said));
        }
        tell_beside(&named, &item.id_ref, clauses.catalog, span, said);
        Ok(named)
    }

    fn leave(&self, reason: Reason, span: Span, message: String, said: &mut Said) -> Reason {
        said.left_out(span, format!("{message}: an entry is left out"), reason.of_entries(), reason.help());
        reason
    }

    /// Notes that an entry is read as related although it says more of parts, or of several targets together.
    fn weakened(&self, map: &Map, row: (&str, Option<&str>), span: Span, said: &mut Said) {
        if row.0 == "related" {
            let word = map.relationship.as_ref().map_or("", |relationship| relationship.word.as_str());
            let one = format!("{word} of statements, or of several targets together, is read as related");
            let many = "relations of statements, or of several targets together, are read as related";
            let help = "what is true of a part is not always true of its control, and what is true of several is not always true of each";
            said.read_as(span, one, many, help);
        }
    }

    /// What an entry says in addition to its relation.
    fn describe(&self, map: &Map, row: &mut raw::Row, said: &mut Said) {
        let span = row.span;
        let (mut add, mut add_reverse, mut note) = (Vec::new(), Vec::new(), Vec::new());
        note.extend(Word::filled_text(map.remarks.as_ref()).map(str::to_owned));
        for qualifier in &map.qualifiers {
            let Some(description) = Word::filled_text(qualifier.description.as_ref()).map(str::to_owned) else {
                continue;
            };
            let word = |word: &Option<Word>| word.as_ref().map_or(String::new(), |word| word.text.trim().to_owned());
            let (subject, predicate) = (word(&qualifier.subject), word(&qualifier.predicate));
            match (subject.as_str(), predicate.as_str()) {
                ("target", "has-requirement") => add.push(description),
                ("source", "has-requirement") => add_reverse.push(description),
                ("both", "has-requirement") => {
                    add.push(description.clone());
                    add_reverse.push(description);
                }
                _ => note.push(format!("{subject} {predicate}: {description}")),
            }
        }
        let joined = |texts: Vec<String>| {
            let text = texts.join("; ");
            (!text.is_empty()).then(|| raw::Scalar::new(text, span))
        };
        [row.add, row.add_reverse, row.note] = [joined(add), joined(add_reverse), joined(note)];
        row.items = whole(&map.props, "items").map(|items| self.places.scalar(items, span));
        let own = |name: &'static str| map.props.iter().filter(move |prop| is_own(prop, name)).map(in_full);
        row.reviewed_by = own("reviewed-by").map(|name| self.places.scalar(name, span)).collect();
        row.said = own("said").filter_map(|said| saying(said, span)).collect();
        for name in own("derived-from") {
            match known_table(self.library, name) {
                true => row.derived_from.push(self.places.scalar(name, span)),
                false => unknown_table(span, name, said),
            }
        }
        self.tell_unread(map, span, said);
        row.confidence = confidence(map.confidence_score.as_ref(), self.places, span, said);
    }
}

impl Pair<'_, '_> {
    /// Counts what an entry says that no row has a place for.
    fn tell_unread(&self, map: &Map, span: Span, said: &mut Said) {
        const HELP: &str = "write what matters of it into the remarks of the entry, which become a note";
        if map.coverage.is_some() {
            let one = "how much is covered, which an entry says as a number, has no place here and is left out";
            said.left_out(span, one, "entries say as a number how much is covered, which is left out", HELP);
        }
        for prop in map.props.iter().filter(|prop| !is_ours(prop)) {
            let one = format!("the property {} of an entry has no place here and is left out", prop.name.text);
            let place = self.places.span(&prop.name, span);
            said.left_out(place, one, "properties of entries have no place here and are left out", HELP);
        }
        for _ in &map.links {
            let one = "a link of an entry has no place here and is left out";
            said.left_out(span, one, "links of entries have no place here and are left out", HELP);
        }
    }
}

/// What an entry says of its sources and targets.
struct Meaning {
    known: Known,
    /// Whether the properties that we write next to the word of the model say something else.
    is_overruled: bool,
}

fn meaning(map: &Map) -> Result<Meaning, (Reason, String)> {
    const STRENGTHS: [&str; 4] = ["full", "partial", "related", "none"];
    let strength = |word: &Word| STRENGTHS.into_iter().find(|strength| *strength == word.text.trim());
    let mut is_overruled = false;
    if let Some(forward) = ours(&map.props, "relation").and_then(strength) {
        let reverse = ours(&map.props, "reverse").and_then(strength).filter(|_| forward != "related");
        // Where another program changed the word of the model, that counts.
        let goes = map.relationship.as_ref().is_none_or(|word| goes_with(word.word.text.trim(), forward, reverse));
        match Known::of_row(forward, reverse).filter(|_| goes) {
            Some(known) => return Ok(Meaning { known, is_overruled }),
            None => is_overruled = true,
        }
    }
    let Some(relationship) = &map.relationship else { return Err((Reason::UnknownWord, "(none)".to_owned())) };
    let word = relationship.word.text.trim();
    let ns = relationship.ns.as_ref().or(map.ns.as_ref()).map_or(OSCAL, |ns| ns.text.trim_end_matches('/'));
    let known = match ns {
        OSCAL => Known::of(word),
        OURS => strength(&relationship.word).and_then(|forward| Known::of_row(forward, None)),
        _ => return Err((Reason::ForeignWord, format!("{word} of {ns}"))),
    };
    known.map(|known| Meaning { known, is_overruled }).ok_or((Reason::UnknownWord, word.to_owned()))
}

/// The help if a document says one thing and our properties next to it another.
pub(super) const OVERRULED: &str = "change the properties of the namespace urn:xwalk:oscal too, or remove them";

/// Says that an id and the property `clause` next to it do not go together.
pub(super) fn tell_beside(named: &Named<'_>, id: &Word, catalog: &Catalog, span: Span, said: &mut Said) {
    let (id, number) = (id.text.trim(), &named.clause.number);
    match named.beside {
        Beside::Agrees => {}
        Beside::Overruled => {
            let one = format!("{id} is {number}, but the property next to it names another clause: the id counts");
            said.read_as(span, one, "ids are of other clauses than the properties next to them say", OVERRULED);
        }
        Beside::Alone => {
            let one = format!(
                "{} has no control {id}: it is read as {number}, which the property next to it names",
                catalog.id
            );
            said.read_as(
                span,
                one,
                "ids name no control and are read as what the properties next to them name",
                OVERRULED,
            );
        }
    }
}

/// What a mapper said, as we write it: a name, a colon, the words.
pub(super) fn saying(said: &Word, span: Span) -> Option<(raw::Scalar, raw::Scalar)> {
    let (mapper, words) = said.text.rsplit_once(": ")?;
    let scalar = |text: &str| raw::Scalar::new(text.trim().to_owned(), span);
    Some((scalar(mapper), scalar(words)))
}

/// Whether a table of which others were composed is there.
pub(super) fn known_table(library: &Library, name: &Word) -> bool {
    TableId::parse(name.text.trim()).is_ok_and(|id| library.table(&id).is_some())
}

/// Says that a table of which others were composed is not there.
pub(super) fn unknown_table(span: Span, name: &Word, said: &mut Said) {
    let one = format!("there is no table {}, from which this was composed: its name is left out", name.text.trim());
    let many = "names of tables from which others were composed are left out because there are no such tables";
    said.left_out(span, one, many, "name the folder that holds the tables with --standards");
}

/// Whether the word of an entry is one that we write for a relation.
fn goes_with(word: &str, forward: &str, reverse: Option<&str>) -> bool {
    match (forward, reverse) {
        ("none", _) => word == "no-relationship",
        ("related", _) => word == "related",
        (open, None) => word == open || word == "intersects-with",
        ("full", Some("full")) => word == "equal-to" || word == "equivalent-to",
        ("full", Some(_)) => word == "superset-of",
        (_, Some("full")) => word == "subset-of",
        (_, Some(_)) => word == "intersects-with",
    }
}

fn may_be_part(item: &Item) -> bool {
    item.kind.as_ref().is_none_or(|kind| kind.text.trim() != "control")
}

/// A confidence that has a word here; one without is reported.
pub(super) fn confidence(
    score: Option<&ConfidenceScore>,
    places: Places,
    near: Span,
    said: &mut Said,
) -> Option<raw::Scalar> {
    const WORDS: &str = "use one of high, medium, low";
    let score = score?;
    let Some(category) = &score.category else {
        if score.percentage.is_some() {
            let one = "a confidence in percent has no equivalent and is left out";
            said.left_out(near, one, "confidences in percent have no equivalent and are left out", WORDS);
        }
        return None;
    };
    let (word, span) = (category.text.trim().to_lowercase(), places.span(category, near));
    if ["high", "medium", "low"].contains(&word.as_str()) {
        return Some(raw::Scalar::new(word, span));
    }
    let one = format!("the confidence {} is not known and is left out", category.text.trim());
    said.left_out(span, one, "confidences are not known and are left out", WORDS);
    None
}

fn shown(from: &[raw::Scalar]) -> String {
    from.iter().map(|from| from.value.to_string()).collect::<Vec<_>>().join(" with ")
}

/// A row with nothing but its relation.
pub(super) fn row(
    from: Vec<raw::Scalar>,
    to: raw::Scalar,
    (forward, reverse): (&'static str, Option<&'static str>),
    span: Span,
) -> raw::Row {
    raw::Row {
        from,
        to: vec![to],
        relation: Some(raw::Scalar::new(forward, span)),
        reverse: reverse.map(|reverse| raw::Scalar::new(reverse, span)),
        ..raw::Row::empty(span)
    }
}
