//! Any YAML as a tree, and what is wrong in a text that is none.

use std::cell::RefCell;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::{DuplicateKeyPolicy, NonFiniteFloatPolicy};
use serde_yaml::{DefaultMessageFormatter, Location, MessageFormatter, Spanned};

use super::node::{Absence, Keep, Node, Shape, Word};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{FileId, Span, line_starts};

/// How deep a file may nest.
const MAX_DEPTH: usize = 32;

/// Reads a text as its top without the rows of a relation table, which are handed to `take_row` one by one since there
/// may be a million of them. The error is a fault of syntax; faults of shape are for the reader of the tree.
pub(super) fn read(
    text: &str,
    file: FileId,
    take_row: &mut dyn FnMut(Node<'static>),
) -> Result<Node<'static>, Box<Diagnostic>> {
    let bytes = text.len();
    let options = serde_yaml::options! {
        // Nodes that are written in the file take at least one byte each, so only aliases can exceed this.
        budget: serde_yaml::budget! {
            max_nodes: bytes + 10_000,
            max_events: 2 * bytes + 20_000,
            max_total_scalar_bytes: bytes + (16 << 20),
            max_depth: MAX_DEPTH,
            flow_nesting_limit: MAX_DEPTH - 1,
            max_documents: 2,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        with_snippet: false,
    };
    let context = Context { text, file };
    let take_row = RefCell::new(take_row);
    let value = serde_yaml::with_deserializer_from_str_with_options(text, options, |deserializer| {
        Reader { context, part: Part::Top, take_row: &take_row }.deserialize(deserializer)
    })
    .map_err(|error| Box::new(fault(&error, context)))?;
    let mut span = Span::start_of(file);
    let shape = context.shape(value, span);
    match &shape {
        Shape::Nothing(_) => {
            let fault = Diagnostic::new(Rule::EmptyFile, span, "the file contains no data");
            return Err(Box::new(fault.help("start it with `xwalk: …` and the kind of file")));
        }
        Shape::Map(pairs) => span = pairs.first().map_or(span, |(key, _)| key.span),
        Shape::Text(_) | Shape::List(_) => {}
    }
    Ok(Node { shape, span })
}

/// What turns values back into the texts that they were written as.
#[derive(Clone, Copy)]
struct Context<'t> {
    text: &'t str,
    file: FileId,
}

impl Context<'_> {
    fn node(self, value: Spanned<Value>) -> Node<'static> {
        let location = value.defined.span();
        let offset = |bytes: Option<u64>| u32::try_from(bytes.unwrap_or(0)).unwrap_or(u32::MAX);
        let start = offset(location.byte_offset());
        let mut span = Span { file: self.file, start, end: start.saturating_add(offset(location.byte_len())) };
        let shape = self.shape(value.value, span);
        match &shape {
            // A mapping begins at its first key.
            Shape::Map(pairs) if span.start == span.end => span = pairs.first().map_or(span, |(key, _)| key.span),
            Shape::Text(text) => span = text.span,
            Shape::Map(_) | Shape::List(_) | Shape::Nothing(_) => {}
        }
        Node { shape, span }
    }

    /// A key and its value, where it is known whether a colon stands between them.
    fn pair(self, key: Node<'static>, mut value: Node<'static>) -> (Node<'static>, Node<'static>) {
        if matches!(value.shape, Shape::Nothing(Absence::Blank)) {
            let behind = self.text.get(key.span.end as usize..).unwrap_or("").trim_start();
            // What closes the brackets or ends the entry follows at once; a remark may hide a colon.
            if behind.starts_with([',', '}']) {
                value.shape = Shape::Nothing(Absence::NoColon);
            }
        }
        if let Shape::Text(word) = &mut value.shape
            && word.value.is_empty()
            && let Some(start) = self.block_sign(key.span.end)
        {
            // A block in which there is nothing is where its sign is, not where the next key is.
            word.span = Span { start, end: start + 1, ..word.span };
            value.span = word.span;
        }
        (key, value)
    }

    /// Where a block begins that follows a key: its `|` or `>`.
    fn block_sign(self, key_end: u32) -> Option<u32> {
        let behind = self.text.get(key_end as usize..)?.strip_prefix(':')?;
        let value = behind.trim_start_matches([' ', '\t']);
        let offset = u32::try_from(1 + behind.len() - value.len()).ok()?;
        value.starts_with(['|', '>']).then_some(key_end + offset)
    }

    fn shape(self, value: Value, mut span: Span) -> Shape<'static> {
        let written = self.text.get(span.start as usize..span.end as usize).unwrap_or("");
        match value {
            Value::Text(mut value) => {
                // A folded or literal block reaches up to the next key; its first line is the place to point at.
                if !written.starts_with(['"', '\''])
                    && let Some(line) = written.find(['\n', '\r'])
                {
                    span.end = span.start + u32::try_from(line).unwrap_or(0);
                }
                // What ends a block is the line, not the text.
                let end = value.trim_end_matches('\n').len();
                value.truncate(end);
                Shape::Text(Word { value: value.into(), keep: Keep::copy(), span, is_unquoted: false })
            }
            Value::Null if written.is_empty() => Shape::Nothing(Absence::Blank),
            Value::Null => Shape::Nothing(Absence::Null(Word {
                value: written.to_owned().into(),
                keep: Keep::copy(),
                span,
                is_unquoted: true,
            })),
            Value::Other => {
                Shape::Text(Word { value: written.to_owned().into(), keep: Keep::copy(), span, is_unquoted: true })
            }
            Value::List(values) => Shape::List(values.into_iter().map(|value| self.node(value)).collect()),
            Value::Map(pairs) => {
                let pair = |(key, value)| self.pair(self.node(key), self.node(value));
                Shape::Map(pairs.into_iter().map(pair).collect())
            }
        }
    }
}

fn fault(error: &serde_yaml::Error, context: Context<'_>) -> Diagnostic {
    let mut error = error.without_snippet();
    // The position of an alias, not of its target.
    let location = error.location();
    while let serde_yaml::Error::AliasError { error: inner, .. } = error {
        error = inner.without_snippet();
    }
    let mut start = location.map_or(0, |location| match location.span().byte_offset() {
        Some(offset) => u32::try_from(offset).unwrap_or(0),
        None => offset_of(context.text, location.line(), location.column()),
    });
    // A wrong tab is found after it.
    while context.text.get(..start as usize).is_some_and(|before| before.ends_with('\t')) {
        start -= 1;
    }
    let next = context.text.get(start as usize..).and_then(|rest| rest.chars().next());
    let end = start + next.map_or(0, |c| u32::try_from(c.len_utf8()).unwrap_or(0));
    let span = Span { file: context.file, start, end };
    let message = DefaultMessageFormatter.format_message(error).into_owned();
    match error {
        serde_yaml::Error::MultipleDocuments { .. } => {
            Diagnostic::new(Rule::SeveralDocuments, span, "a second document begins here")
                .help("put each document in its own file")
        }
        serde_yaml::Error::Budget { .. }
        | serde_yaml::Error::AliasReplayLimitExceeded { .. }
        | serde_yaml::Error::AliasExpansionLimitExceeded { .. }
        | serde_yaml::Error::AliasReplayStackDepthExceeded { .. } => too_complex(span),
        _ if message.contains("recursion limit") => too_complex(span),
        serde_yaml::Error::InvalidScalar { .. } => {
            Diagnostic::new(Rule::Syntax, span, "the value does not match its tag").help("remove the tag (!!…)")
        }
        _ if context.text.contains('\0') => Diagnostic::new(Rule::Encoding, span, "the file contains NUL characters")
            .help("save it as UTF-8; it is probably UTF-16"),
        _ => Diagnostic::new(Rule::Syntax, span, message).help(
            "from here on the file is not valid YAML: check the indentation, quotes and brackets before this position",
        ),
    }
}

fn too_complex(span: Span) -> Diagnostic {
    Diagnostic::new(Rule::Syntax, span, "the nesting or the aliases of the file exceed the limits").help(format!(
        "use at most {MAX_DEPTH} levels of nesting; write the content out instead of multiplying it by aliases (*name)"
    ))
}

fn offset_of(text: &str, line: u64, column: u64) -> u32 {
    let line = usize::try_from(line.saturating_sub(1)).unwrap_or(0);
    let before = line_starts(text).nth(line).unwrap_or(text.len());
    let within: usize =
        text[before..].chars().take(usize::try_from(column.saturating_sub(1)).unwrap_or(0)).map(char::len_utf8).sum();
    u32::try_from((before + within).min(text.len())).unwrap_or(0)
}

/// A value as serde hands it over. A scalar that YAML does not take for text is `Null` or `Other`: what was written is in
/// the file.
enum Value {
    Text(String),
    Null,
    Other,
    List(Vec<Spanned<Value>>),
    Map(Vec<(Spanned<Value>, Spanned<Value>)>),
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PlainVisitor)
    }
}

macro_rules! scalars {
    ($($visit:ident: $type:ty),+) => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a value")
        }

        $(fn $visit<E>(self, _: $type) -> Result<Value, E> {
            Ok(Value::Other)
        })+

        fn visit_unit<E>(self) -> Result<Value, E> {
            Ok(Value::Null)
        }

        fn visit_str<E>(self, text: &str) -> Result<Value, E> {
            Ok(Value::Text(text.to_owned()))
        }

        fn visit_string<E>(self, text: String) -> Result<Value, E> {
            Ok(Value::Text(text))
        }
    };
}

struct PlainVisitor;

impl<'de> Visitor<'de> for PlainVisitor {
    type Value = Value;

    scalars!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128, visit_f64: f64);

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Value::Map(pairs))
    }
}

/// Reads a part of a file whose rows are kept separately.
#[derive(Clone, Copy)]
struct Reader<'t, 'r> {
    context: Context<'t>,
    part: Part,
    take_row: &'t RefCell<&'r mut dyn FnMut(Node<'static>)>,
}

#[derive(Clone, Copy)]
enum Part {
    /// The whole file.
    Top,
    /// The content of `rows`.
    Rows,
}

impl<'de> DeserializeSeed<'de> for Reader<'_, '_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader<'_, '_> {
    type Value = Value;

    scalars!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128, visit_f64: f64);

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        match self.part {
            Part::Top => PlainVisitor.visit_seq(list),
            Part::Rows => {
                while let Some(value) = list.next_element()? {
                    (self.take_row.borrow_mut())(self.context.node(value));
                }
                Ok(Value::List(Vec::new()))
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let Part::Top = self.part else { return PlainVisitor.visit_map(map) };
        let mut pairs = Vec::new();
        let mut has_rows = false;
        while let Some(key) = map.next_key::<Spanned<Value>>()? {
            let is_rows = matches!(&key.value, Value::Text(text) if text == "rows");
            let value = if is_rows && !has_rows {
                has_rows = true;
                let value = map.next_value_seed(Self { part: Part::Rows, ..self })?;
                // The position of a mapping instead of the list is that of its first key; everything else is named by the
                // key.
                let place = if matches!(value, Value::Map(_)) { Location::UNKNOWN } else { key.defined };
                Spanned { value, referenced: place, defined: place }
            } else {
                map.next_value()?
            };
            pairs.push((key, value));
        }
        Ok(Value::Map(pairs))
    }
}
