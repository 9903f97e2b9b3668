//! A document in YAML as values in their places, and a model of OSCAL made of them.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::{self, Display};
use std::ops::Range;

use serde::Deserialize;
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error as _, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::document::Document;
use crate::exchange::json_faults::WrongKind;
use crate::load::layout::{Form, Layout, Node, Pair, Quote};

/// The key whose values are keys of the mapping that it is in.
const MERGE: &str = "<<";

/// How many faults of keys are reported of one document.
const MOST: usize = 50;

/// How deep values may nest with what aliases repeat in them.
const MAX_DEPTH: usize = 512;

/// A text that is YAML as the value that holds all others, each alias in it replaced by what it repeats, and what is
/// wrong with keys. Nothing where aliases repeat more than `most` values.
pub(super) fn values(text: &str, most: usize) -> Option<(Node, Vec<WrongKind>)> {
    let Some(Layout { root, .. }) = Layout::read(text) else {
        return Some((Node { span: 0..0, form: Form::Nothing, anchor: None }, Vec::new()));
    };
    let mut faults = Vec::new();
    faults_of_keys(&root, &mut faults);
    let mut anchored = BTreeMap::new();
    anchors(&root, &mut anchored);
    let mut expansion = Expansion { anchored, left: most, faults };
    let root = expansion.expanded(root, MAX_DEPTH)?;
    Some((root, expansion.faults))
}

/// The document that values are. Texts are borrowed wherever they are written as they are meant, so that their
/// addresses are places.
pub(super) fn document(root: &Node, text: &str) -> Result<Document, WrongKind> {
    if matches!(root.form, Form::Nothing) {
        return Ok(Document::default());
    }
    Document::deserialize(Value { node: root, text }).map_err(|Error { message, place }| {
        let Range { start, end } = place.unwrap_or(0..0);
        WrongKind { start, end, message }
    })
}

/// Every key that its mapping has already, or that is no text.
fn faults_of_keys(node: &Node, faults: &mut Vec<WrongKind>) {
    match &node.form {
        Form::Nothing | Form::Alias(_) | Form::Text(..) => {}
        Form::List(_, items) => items.iter().for_each(|item| faults_of_keys(item, faults)),
        Form::Map(_, pairs) => {
            let mut known = BTreeSet::new();
            for pair in pairs {
                let message = match &pair.key.form {
                    Form::Text(..) if is_merge(pair) => None,
                    Form::Text(text, _) => (!known.insert(text)).then(|| format!("duplicate field `{text}`")),
                    Form::Alias(_) => None,
                    Form::Nothing | Form::List(..) | Form::Map(..) => Some("a key must be a text".to_owned()),
                };
                let Range { start, end } = pair.key.span.clone();
                let room = faults.len() < MOST;
                faults.extend(message.filter(|_| room).map(|message| WrongKind { start, end, message }));
                faults_of_keys(&pair.value, faults);
            }
        }
    }
}

fn is_merge(pair: &Pair) -> bool {
    matches!(&pair.key.form, Form::Text(key, Quote::Plain) if key == MERGE)
}

/// The values that aliases repeat, by their numbers.
fn anchors(node: &Node, anchored: &mut BTreeMap<usize, Node>) {
    anchored.extend(node.anchor.map(|number| (number, node.clone())));
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
struct Expansion {
    anchored: BTreeMap<usize, Node>,
    /// How many values may still be made.
    left: usize,
    faults: Vec<WrongKind>,
}

impl Expansion {
    /// A value without aliases; nothing where that is too much of it.
    fn expanded(&mut self, node: Node, depth: usize) -> Option<Node> {
        let below = depth.checked_sub(1)?;
        if let Form::Alias(number) = node.form {
            let meant = self.anchored.get(&number)?.clone();
            return self.expanded(meant, below);
        }
        self.left = self.left.checked_sub(1)?;
        let form = match node.form {
            form @ (Form::Alias(_) | Form::Nothing | Form::Text(..)) => form,
            Form::List(style, items) => {
                Form::List(style, items.into_iter().map(|item| self.expanded(item, below)).collect::<Option<_>>()?)
            }
            Form::Map(style, pairs) => {
                let is_merged = pairs.iter().any(is_merge);
                let pair = |pair: Pair| {
                    let Pair { key, colon, value } = pair;
                    Some(Pair { key: self.expanded(key, below)?, colon, value: self.expanded(value, below)? })
                };
                let pairs = pairs.into_iter().map(pair).collect::<Option<_>>()?;
                Form::Map(style, if is_merged { self.merged(pairs) } else { pairs })
            }
        };
        Some(Node { span: node.span, form, anchor: None })
    }

    /// Pairs with those of the mappings that are merged into them, which give way to what is written here, and later
    /// ones to earlier ones.
    fn merged(&mut self, pairs: Vec<Pair>) -> Vec<Pair> {
        let (merges, mut own): (Vec<Pair>, Vec<Pair>) = pairs.into_iter().partition(is_merge);
        let mut known: HashSet<String> = own.iter().filter_map(|pair| text_of(&pair.key)).map(str::to_owned).collect();
        for merge in merges {
            let mut mappings = Vec::new();
            self.mappings(merge.value, &mut mappings);
            let new = |pair: &Pair| text_of(&pair.key).is_none_or(|key| known.insert(key.to_owned()));
            own.extend(mappings.into_iter().flatten().filter(new));
        }
        own
    }

    /// The mappings of what is merged: one, or a list of some.
    fn mappings(&mut self, node: Node, mappings: &mut Vec<Vec<Pair>>) {
        match node.form {
            Form::Map(_, pairs) => mappings.push(pairs),
            Form::List(_, items) => items.into_iter().for_each(|item| self.mappings(item, mappings)),
            Form::Nothing => {}
            Form::Alias(_) | Form::Text(..) => {
                let Range { start, end } = node.span;
                let message = format!("what is merged under {MERGE} must be a mapping, or a list of mappings");
                self.faults.push(WrongKind { start, end, message });
            }
        }
    }
}

fn text_of(node: &Node) -> Option<&str> {
    match &node.form {
        Form::Text(text, _) => Some(text),
        Form::Nothing | Form::Alias(_) | Form::List(..) | Form::Map(..) => None,
    }
}

/// What keeps a value from being what its key takes, and where.
#[derive(Debug)]
struct Error {
    message: String,
    place: Option<Range<usize>>,
}

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl serde::de::Error for Error {
    fn custom<T: Display>(message: T) -> Self {
        Self { message: message.to_string(), place: None }
    }
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
        let visited = match &self.node.form {
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
        };
        // The innermost value is the one with which something is wrong.
        visited.map_err(|Error { message, place }| Error {
            message,
            place: Some(place.unwrap_or_else(|| self.node.span.clone())),
        })
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.node.form {
            Form::Nothing => visitor.visit_none(),
            Form::Alias(_) | Form::Text(..) | Form::List(..) | Form::Map(..) => visitor.visit_some(self),
        }
    }

    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.node.form {
            // Keys are never taken from the order of a list.
            Form::List(..) => {
                let Error { message, .. } = Error::invalid_type(Unexpected::Seq, &visitor);
                Err(Error { message, place: Some(self.node.span.clone()) })
            }
            Form::Nothing | Form::Alias(_) | Form::Text(..) | Form::Map(..) => self.deserialize_any(visitor),
        }
    }

    fn deserialize_identifier<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.node.form {
            Form::Text(..) => self.deserialize_any(visitor),
            // It is reported apart, and is no key that is read.
            Form::Nothing | Form::Alias(_) | Form::List(..) | Form::Map(..) => visitor.visit_str(""),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        <V: Visitor<'t>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map enum
    }
}

impl<'t> IntoDeserializer<'t, Error> for Value<'_, 't> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
