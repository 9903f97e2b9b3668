//! A framework as it is written: what describes it, and its requirement nodes.

use super::shape;
use super::tally::{Kind, Tally};
use super::translation::Translations;
use crate::diagnostic::Rule;
use crate::load::events::{Event, Events, Stop, Word};
use crate::load::raw::Scalar;
use crate::source::Span;

/// A framework as it is written.
#[derive(Debug)]
pub(super) struct Framework {
    pub(super) span: Span,
    pub(super) urn: Option<Scalar>,
    pub(super) name: Option<Scalar>,
    pub(super) ref_id: Option<Scalar>,
    pub(super) description: Option<Scalar>,
    pub(super) annotation: Option<Scalar>,
    pub(super) translations: Translations,
    pub(super) nodes: Vec<Node>,
    /// What of it and its nodes nothing here holds, by key.
    pub(super) unread: Unread,
}

/// A requirement node as it is written.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) span: Span,
    pub(super) urn: Option<Scalar>,
    pub(super) parent: Option<Scalar>,
    pub(super) is_assessable: bool,
    pub(super) ref_id: Option<Scalar>,
    pub(super) name: Option<Scalar>,
    pub(super) translations: Translations,
    /// The text of the standard, as likely as not.
    pub(super) description: Option<Scalar>,
    pub(super) groups: Vec<Scalar>,
}

/// How often keys stand somewhere that nothing here holds, in the order in which they came up.
#[derive(Debug, Default)]
pub(super) struct Unread(pub(super) Vec<(String, usize, Span)>);

impl Unread {
    /// Counts a key.
    pub(super) fn add(&mut self, key: &str, place: Span) {
        match self.0.iter_mut().find(|(known, ..)| known == key) {
            Some((_, count, _)) => *count += 1,
            None => self.0.push((key.to_owned(), 1, place)),
        }
    }

    fn pass<'t>(&mut self, key: &Word<'t>, events: &mut impl Events<'t>) -> Result<(), Stop> {
        self.add(&key.value, key.span);
        events.skip()
    }
}

const NO_TRUTH_VALUE: Kind = Kind {
    rule: Rule::LeftOut,
    one: "assessable is neither true nor false: the node is read as not assessable and is not counted",
    many: "values of assessable are neither true nor false: their nodes are read as not assessable and are not counted",
    help: "write true or false, without quotation marks: CISO Assistant does not load a library with any other value",
};

const NOT_SAID: Kind = Kind {
    rule: Rule::LeftOut,
    one: "a requirement node does not say whether it is assessable: it is read as not assessable and is not counted",
    many: "requirement nodes do not say whether they are assessable: they are read as not assessable and are not counted",
    help: "write assessable: true or assessable: false: CISO Assistant does not load a library with a node that has neither",
};

const NO_DEPTH: Kind = Kind {
    rule: Rule::ReadAs,
    one: "a depth is not a whole number and is ignored",
    many: "depths are not whole numbers and are ignored",
    help: "the level of a node follows from its parent_urn; depth may be left out",
};

impl Framework {
    /// Reads a framework from its first event on.
    pub(super) fn read<'t>(
        first: Event<'t>,
        events: &mut impl Events<'t>,
        tally: &mut Tally,
    ) -> Result<Option<Self>, Stop> {
        let (mut urn, mut name, mut translations, mut nodes) = (None, None, Translations::default(), Vec::new());
        let (mut ref_id, mut description, mut annotation) = (None, None, None);
        let mut unread = Unread::default();
        let span = shape::map_from(first, events, tally, |events, key, tally| match &*key.value {
            "urn" => shape::text(&mut urn, events, tally),
            "name" => shape::text(&mut name, events, tally),
            "translations" => translations.read(events, tally),
            "requirement_nodes" => shape::list(events, tally, |first, events, tally| {
                nodes.extend(Node::read(first, events, tally, &mut unread)?);
                Ok(())
            }),
            // Of others' libraries these say what the library says, or its nodes.
            "ref_id" => shape::text(&mut ref_id, events, tally),
            "description" => shape::text(&mut description, events, tally),
            "annotation" => shape::text(&mut annotation, events, tally),
            _ => unread.pass(&key, events),
        })?;
        Ok(span.map(|span| Self { span, urn, name, ref_id, description, annotation, translations, nodes, unread }))
    }
}

impl Node {
    fn read<'t>(
        first: Event<'t>,
        events: &mut impl Events<'t>,
        tally: &mut Tally,
        unread: &mut Unread,
    ) -> Result<Option<Self>, Stop> {
        let place = match &first {
            Event::Map(span) | Event::List(span) => *span,
            Event::Word(word) => word.span,
            Event::End => return Ok(None),
        };
        let mut node = Self {
            span: place,
            urn: None,
            parent: None,
            is_assessable: false,
            ref_id: None,
            name: None,
            translations: Translations::default(),
            description: None,
            groups: Vec::new(),
        };
        let mut says_whether = false;
        let span = shape::map_from(first, events, tally, |events, key, tally| match &*key.value {
            "urn" => shape::text(&mut node.urn, events, tally),
            "parent_urn" => shape::text(&mut node.parent, events, tally),
            "assessable" => {
                if let Some(word) = shape::word(events, tally)? {
                    says_whether = true;
                    node.is_assessable = shape::is_true(&word);
                    if !node.is_assessable && !shape::is_false(&word) {
                        tally.add(&NO_TRUTH_VALUE, word.span);
                    }
                }
                Ok(())
            }
            "ref_id" => shape::text(&mut node.ref_id, events, tally),
            "name" => shape::text(&mut node.name, events, tally),
            "translations" => node.translations.read(events, tally),
            "description" => shape::text(&mut node.description, events, tally),
            "implementation_groups" => shape::list(events, tally, |first, events, tally| {
                match first {
                    // What is empty names no group.
                    Event::Word(word) if word.value.trim().is_empty() => {}
                    Event::Word(word) => node.groups.push(word.into_scalar()),
                    other => shape::pass(&other, events, tally)?,
                }
                Ok(())
            }),
            // How deep it stands follows from what is above it.
            "depth" => {
                let word = shape::word(events, tally)?;
                if let Some(word) = word.filter(|word| word.value.trim().parse::<u32>().is_err()) {
                    tally.add(&NO_DEPTH, word.span);
                }
                Ok(())
            }
            _ => unread.pass(&key, events),
        })?;
        if span.is_some() && !says_whether {
            tally.add(&NOT_SAID, node.span);
        }
        Ok(span.map(|_| node))
    }
}
