//! A document in YAML as values in their places, and a model of OSCAL made of them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde::Deserialize;
use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::document::Document;
use crate::load::layout::{Form, Layout, Node, Pair, Quote};

/// The key whose values are keys of the mapping that it is in.
const MERGE: &str = "<<";

/// The value that holds all others of a text that is YAML, each alias in it replaced by the value that it repeats.
/// Nothing where they repeat more than `most` values, or nest deeper than `max_depth`.
pub(super) fn values(text: &str, most: usize, max_depth: usize) -> Option<Node> {
    let layout = Layout::read(text)?;
    let mut anchored = BTreeMap::new();
    anchors(&layout.root, &mut anchored);
    Expansion { anchored, left: most }.expanded(&layout.root, max_depth)
}

/// The document that values are. Texts are borrowed wherever they are written as they are meant, so that their
/// addresses are places.
pub(super) fn document(root: &Node, text: &str) -> Result<Document, Error> {
    Document::deserialize(Value { node: root, text })
}

/// Every key that its mapping has already, with its place.
pub(super) fn repeated_keys(node: &Node) -> Vec<(&str, Range<usize>)> {
    match &node.form {
        Form::Nothing | Form::Alias(_) | Form::Text(..) => Vec::new(),
        Form::List(_, items) => items.iter().flat_map(repeated_keys).collect(),
        Form::Map(_, pairs) => {
            let mut known = BTreeSet::new();
            let mut repeated = Vec::new();
            for Pair { key, value, .. } in pairs {
                if let Form::Text(text, _) = &key.form
                    && !known.insert(text)
                {
                    repeated.push((text.as_str(), key.span.clone()));
                }
                repeated.extend(repeated_keys(value));
            }
            repeated
        }
    }
}

/// The values that aliases repeat, by their numbers.
fn anchors<'n>(node: &'n Node, anchored: &mut BTreeMap<usize, &'n Node>) {
    anchored.extend(node.anchor.map(|number| (number, node)));
    match &node.form {
        Form::Nothing | Form::Alias(_) | Form::Text(..) => {}
        Form::List(_, items) => items.iter().for_each(|item| anchors(item, anchored)),
        Form::Map(_, pairs) => pairs.iter().for_each(|pair| {
            anchors(&pair.key, anchored);
            anchors(&pair.value, anchored);
        }),
    }
}

/// Aliases on the way to what they repeat.
struct Expansion<'n> {
    anchored: BTreeMap<usize, &'n Node>,
    /// How many values may still be made.
    left: usize,
}

impl Expansion<'_> {
    /// A value without aliases; nothing where that is too much of it.
    fn expanded(&mut self, node: &Node, depth: usize) -> Option<Node> {
        self.left = self.left.checked_sub(1)?;
        let below = depth.checked_sub(1)?;
        let form = match &node.form {
            Form::Alias(number) => return self.expanded(*self.anchored.get(number)?, below),
            Form::Nothing => Form::Nothing,
            Form::Text(text, quote) => Form::Text(text.clone(), *quote),
            Form::List(style, items) => {
                Form::List(*style, items.iter().map(|item| self.expanded(item, below)).collect::<Option<_>>()?)
            }
            Form::Map(style, pairs) => {
                let pair = |pair: &Pair| {
                    let (key, value) = (self.expanded(&pair.key, below)?, self.expanded(&pair.value, below)?);
                    Some(Pair { key, value, ..pair.clone() })
                };
                Form::Map(*style, merged(pairs.iter().map(pair).collect::<Option<_>>()?))
            }
        };
        Some(Node { span: node.span.clone(), form, anchor: None })
    }
}

/// Pairs with those of the mappings that are merged into them, which give way to what is written here.
fn merged(pairs: Vec<Pair>) -> Vec<Pair> {
    let is_merge = |pair: &Pair| matches!(&pair.key.form, Form::Text(key, Quote::Plain) if key == MERGE);
    let (merges, mut own): (Vec<Pair>, Vec<Pair>) = pairs.into_iter().partition(is_merge);
    for merge in merges {
        let mappings = match merge.value.form {
            Form::List(_, items) => items.into_iter().map(|item| item.form).collect(),
            form => vec![form],
        };
        for form in mappings {
            let Form::Map(_, more) = form else { continue };
            let new = |pair: &Pair| !matches!(&pair.key.form, Form::Text(key, _) if own.iter().any(|own| own.is(key)));
            let more: Vec<Pair> = more.into_iter().filter(new).collect();
            own.extend(more);
        }
    }
    own
}

/// A value on its way into a model.
#[derive(Clone, Copy)]
struct Value<'n, 't> {
    node: &'n Node,
    text: &'t str,
}

impl<'n, 't> Value<'n, 't> {
    fn inside(self, node: &'n Node) -> Self {
        Self { node, ..self }
    }

    /// A text as it stands in the document, if it is written in the same way.
    fn written(self, text: &str, quote: Quote) -> Option<&'t str> {
        let Range { start, end } = self.node.span;
        let stretch = match quote {
            Quote::Plain => self.text.get(start..end),
            Quote::Single | Quote::Double => self.text.get(start + 1..end.saturating_sub(1)),
            Quote::Block => None,
        };
        stretch.filter(|stretch| *stretch == text)
    }
}

impl<'t> Deserializer<'t> for Value<'_, 't> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.node.form {
            Form::Nothing | Form::Alias(_) => visitor.visit_unit(),
            Form::Text(text, quote) => match self.written(text, *quote) {
                Some(written) => visitor.visit_borrowed_str(written),
                None => visitor.visit_str(text),
            },
            Form::List(_, items) => visitor.visit_seq(SeqDeserializer::new(items.iter().map(|item| self.inside(item)))),
            Form::Map(_, pairs) => {
                let pairs = pairs.iter().map(|pair| (self.inside(&pair.key), self.inside(&pair.value)));
                visitor.visit_map(MapDeserializer::new(pairs))
            }
        }
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.node.form {
            Form::Nothing => visitor.visit_none(),
            Form::Alias(_) | Form::Text(..) | Form::List(..) | Form::Map(..) => visitor.visit_some(self),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        <V: Visitor<'t>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier
    }
}

impl<'t> IntoDeserializer<'t> for Value<'_, 't> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
