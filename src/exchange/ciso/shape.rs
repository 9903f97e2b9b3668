//! Mappings, lists and texts out of events; what has another shape than its key takes is passed over and noted.

use super::tally::{Kind, Tally};
use crate::diagnostic::Rule;
use crate::load::events::{Event, Events, Stop, Word};
use crate::load::raw::Scalar;
use crate::source::Span;

const OTHER_SHAPE: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a value does not have the form that its key requires and is left out",
    many: "values do not have the form that their keys require and are left out",
    help: "the first of them is here",
};

const TWICE: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a key appears twice in one mapping; the last value counts, as it does in CISO Assistant",
    many: "keys appear twice in one mapping; the last values count, as they do in CISO Assistant",
    help: "keep one of the two",
};

/// The rest of a value that began with an event.
fn skip_rest<'t>(first: &Event<'t>, events: &mut impl Events<'t>) -> Result<(), Stop> {
    let mut depth = usize::from(matches!(first, Event::List(_) | Event::Map(_)));
    while depth > 0 {
        match events.next()? {
            Some(Event::List(_) | Event::Map(_)) => depth += 1,
            Some(Event::End) => depth -= 1,
            Some(Event::Word(_)) => {}
            None => return Ok(()),
        }
    }
    Ok(())
}

/// Passes over a value of another shape than is wanted, which is noted; nothing at all is passed over in silence.
pub(crate) fn pass<'t>(first: &Event<'t>, events: &mut impl Events<'t>, tally: &mut Tally) -> Result<(), Stop> {
    match first {
        Event::Word(word) if word.is_nothing() => return Ok(()),
        Event::Word(Word { span, .. }) | Event::List(span) | Event::Map(span) => tally.add(&OTHER_SHAPE, *span),
        Event::End => return Ok(()),
    }
    skip_rest(first, events)
}

/// The next value as a mapping: each key goes to `entry`, which has to read or skip its value.
pub(crate) fn map<'t, E: Events<'t>>(
    events: &mut E,
    tally: &mut Tally,
    entry: impl FnMut(&mut E, Word<'t>, &mut Tally) -> Result<(), Stop>,
) -> Result<Option<Span>, Stop> {
    match events.next()? {
        Some(first) => map_from(first, events, tally, entry),
        None => Ok(None),
    }
}

/// The same of a value that began with an event.
pub(crate) fn map_from<'t, E: Events<'t>>(
    first: Event<'t>,
    events: &mut E,
    tally: &mut Tally,
    mut entry: impl FnMut(&mut E, Word<'t>, &mut Tally) -> Result<(), Stop>,
) -> Result<Option<Span>, Stop> {
    let Event::Map(span) = first else {
        pass(&first, events, tally)?;
        return Ok(None);
    };
    loop {
        match events.next()? {
            Some(Event::Word(key)) => entry(events, key, tally)?,
            Some(Event::End) | None => return Ok(Some(span)),
            Some(key @ (Event::List(place) | Event::Map(place))) => {
                tally.add(&OTHER_SHAPE, place);
                skip_rest(&key, events)?;
                events.skip()?;
            }
        }
    }
}

/// The next value as a list: each item goes to `item`, which has to read it to its end from its first event on.
pub(crate) fn list<'t, E: Events<'t>>(
    events: &mut E,
    tally: &mut Tally,
    item: impl FnMut(Event<'t>, &mut E, &mut Tally) -> Result<(), Stop>,
) -> Result<(), Stop> {
    match events.next()? {
        Some(first) => list_from(first, events, tally, item),
        None => Ok(()),
    }
}

/// The same of a value that began with an event.
pub(crate) fn list_from<'t, E: Events<'t>>(
    first: Event<'t>,
    events: &mut E,
    tally: &mut Tally,
    mut item: impl FnMut(Event<'t>, &mut E, &mut Tally) -> Result<(), Stop>,
) -> Result<(), Stop> {
    if !matches!(first, Event::List(_)) {
        return pass(&first, events, tally);
    }
    loop {
        match events.next()? {
            Some(Event::End) | None => return Ok(()),
            Some(first) => item(first, events, tally)?,
        }
    }
}

/// The next value as a text; nothing if nothing is said.
pub(crate) fn word<'t>(events: &mut impl Events<'t>, tally: &mut Tally) -> Result<Option<Word<'t>>, Stop> {
    match events.next()? {
        Some(Event::Word(word)) => Ok((!word.is_nothing()).then_some(word)),
        Some(other) => pass(&other, events, tally).map(|()| None),
        None => Ok(None),
    }
}

/// The same, put into a field.
pub(crate) fn text<'t>(
    field: &mut Option<Scalar>,
    events: &mut impl Events<'t>,
    tally: &mut Tally,
) -> Result<(), Stop> {
    if let Some(word) = word(events, tally)? {
        if field.is_some() {
            tally.add(&TWICE, word.span);
        }
        *field = Some(word.into_scalar()).filter(|text| !text.value.is_empty());
    }
    Ok(())
}

/// Whether CISO Assistant reads a word as yes: it is one of the words for that of YAML 1.1, or, in quotation marks or not, of
/// Django.
pub(crate) fn is_true(word: &Word<'_>) -> bool {
    is_one_of(word, ["true", "yes", "on"], ["t", "True", "1"])
}

/// Whether CISO Assistant reads a word as no.
pub(crate) fn is_false(word: &Word<'_>) -> bool {
    is_one_of(word, ["false", "no", "off"], ["f", "False", "0"])
}

fn is_one_of(word: &Word<'_>, bare: [&str; 3], any: [&str; 3]) -> bool {
    let is_word = |known: &&str| word.value.eq_ignore_ascii_case(known);
    word.is_bare && bare.iter().any(is_word) || any.contains(&&*word.value)
}
