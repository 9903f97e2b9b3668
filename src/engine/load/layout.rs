//! The position of everything in a text: values with their exact ranges and styles, for code that changes a text in
//! place.

use std::collections::BTreeSet;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};

/// A text as a tree of values, each with its position. All positions are offsets in bytes.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The value that holds all others.
    pub root: Node,
    /// The comments, from the `#` to the end of their lines.
    pub comments: Vec<Range<usize>>,
}

/// A value in its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// From its first character to after its last one; empty where nothing is written.
    pub span: Range<usize>,
    /// How it is written.
    pub form: Form,
    /// The number by which aliases elsewhere repeat it; none if none does.
    pub anchor: Option<usize>,
}

/// How a value is written.
#[derive(Debug, Clone)]
pub enum Form {
    /// Not at all, or as `null` or `~`.
    Nothing,
    /// As `*name`, with the number of the value that is meant.
    Alias(usize),
    /// As a text.
    Text(String, Quote),
    /// As a list.
    List(Style, Vec<Node>),
    /// As a mapping.
    Map(Style, Vec<Pair>),
}

/// How a text is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quote {
    /// Not at all.
    Plain,
    /// With `'`.
    Single,
    /// With `"`.
    Double,
    /// As a block below `|` or `>`.
    Block,
}

/// How a list or a mapping is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Line by line.
    Block,
    /// In brackets.
    Flow,
    /// In brackets, all keys and texts in double quotes.
    Json,
}

impl Style {
    /// How something of this style is written inside a value of another one: in brackets all is in brackets.
    pub fn within(self, outer: Self) -> Self {
        match outer {
            Self::Block => self,
            Self::Flow | Self::Json => outer,
        }
    }
}

/// A key and its value.
#[derive(Debug, Clone)]
pub struct Pair {
    /// The key.
    pub key: Node,
    /// The place after the colon, where there is one.
    pub colon: Option<usize>,
    /// The value.
    pub value: Node,
}

impl Layout {
    /// Reads a text. Returns nothing for a text that is not YAML; the loader reports that better.
    pub fn read(text: &str) -> Option<Self> {
        let options = granit_parser::options! { max_buffered_comment_events: usize::MAX };
        let events: Vec<(Event<'_>, Range<usize>)> = Parser::new_from_str_with_options(text, options)
            .map(|event| {
                let (event, span) = event.ok()?;
                Some((event, span.start.byte_offset()?..span.end.byte_offset()?))
            })
            .collect::<Option<_>>()?;
        let repeated = events.iter().filter_map(|(event, _)| event.alias_id()).collect();
        let is_comment = |event: &Event<'_>| matches!(event, Event::Comment(..));
        let comments = events.iter().filter(|(event, _)| is_comment(event)).map(|(_, span)| span.clone()).collect();
        let mut reader = Reader { text, aliased: repeated, events: events.into_iter(), closed: 0 };
        Some(Self { root: reader.node()?, comments })
    }
}

impl Node {
    /// The pairs of a mapping; none of anything else.
    pub fn pairs(&self) -> &[Pair] {
        match &self.form {
            Form::Map(_, pairs) => pairs,
            Form::Nothing | Form::Alias(_) | Form::Text(..) | Form::List(..) => &[],
        }
    }

    /// The position of the pair with this key in a mapping.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.pairs().iter().position(|pair| pair.is(key))
    }

    /// The pair with this key in a mapping.
    pub fn pair(&self, key: &str) -> Option<&Pair> {
        self.pairs().iter().find(|pair| pair.is(key))
    }

    /// Whether it is in brackets, with every key in double quotes.
    pub fn is_json(&self) -> bool {
        match &self.form {
            Form::Map(Style::Flow | Style::Json, pairs) => {
                pairs.iter().all(|pair| matches!(pair.key.form, Form::Text(_, Quote::Double)) && pair.value.is_json())
            }
            Form::List(Style::Flow | Style::Json, items) => items.iter().all(Self::is_json),
            Form::Nothing | Form::Text(_, Quote::Plain | Quote::Double) => true,
            Form::Alias(_) | Form::Text(_, Quote::Single | Quote::Block) => false,
            Form::Map(Style::Block, _) | Form::List(Style::Block, _) => false,
        }
    }

    /// Whether an alias elsewhere repeats it.
    pub fn is_aliased(&self) -> bool {
        self.anchor.is_some()
    }

    /// Whether an alias elsewhere repeats it or a part of it.
    pub fn contains_aliased(&self) -> bool {
        self.is_aliased()
            || match &self.form {
                Form::Nothing | Form::Alias(_) | Form::Text(..) => false,
                Form::List(_, items) => items.iter().any(Self::contains_aliased),
                Form::Map(_, pairs) => pairs.iter().any(|pair| pair.key.is_aliased() || pair.value.contains_aliased()),
            }
    }
}

impl Pair {
    /// Whether this is its key.
    pub fn is(&self, key: &str) -> bool {
        matches!(&self.key.form, Form::Text(text, _) if text == key)
    }

    /// The place after it, before any comment.
    pub fn end(&self) -> usize {
        self.value.span.end.max(self.colon.unwrap_or(self.key.span.end))
    }
}

/// The first key of a text that is a mapping, and its value, where that is a text. No more than that is read.
pub fn first_entry(text: &str) -> Option<(String, String)> {
    let events = Parser::new_from_str(text).map_while(Result::ok).map(|(event, _)| event);
    let mut nodes = events.filter(Event::is_node);
    match (nodes.next()?, nodes.next()?, nodes.next()?) {
        (Event::MappingStart(..), Event::Scalar(key, ..), Event::Scalar(value, ..)) => {
            Some((key.into_owned(), value.into_owned()))
        }
        _ => None,
    }
}

/// The first key of a text that is a mapping, whatever its value is. No more than that is read.
pub fn first_key(text: &str) -> Option<String> {
    let events = Parser::new_from_str(text).map_while(Result::ok).map(|(event, _)| event);
    let mut nodes = events.filter(Event::is_node);
    match (nodes.next()?, nodes.next()?) {
        (Event::MappingStart(..), Event::Scalar(key, ..)) => Some(key.into_owned()),
        _ => None,
    }
}

/// The events that are still to be read.
struct Reader<'t> {
    text: &'t str,
    aliased: BTreeSet<usize>,
    events: std::vec::IntoIter<(Event<'t>, Range<usize>)>,
    /// The place after the list or mapping that was read last.
    closed: usize,
}

impl Reader<'_> {
    /// The next value; none where a list or a mapping ends.
    fn node(&mut self) -> Option<Node> {
        let is_part = |event: &Event<'_>| event.is_node() || matches!(event, Event::SequenceEnd | Event::MappingEnd);
        let (event, mut span) = self.events.find(|(event, _)| is_part(event))?;
        let anchor = event.anchor_id().filter(|id| self.aliased.contains(id));
        let form = match event {
            Event::Alias(id) => Form::Alias(id),
            Event::Scalar(value, style, ..) => match style {
                ScalarStyle::Plain if span.is_empty() || matches!(&*value, "~" | "null" | "Null" | "NULL") => {
                    Form::Nothing
                }
                ScalarStyle::Plain => Form::Text(value.into_owned(), Quote::Plain),
                ScalarStyle::SingleQuoted => Form::Text(value.into_owned(), Quote::Single),
                ScalarStyle::DoubleQuoted => Form::Text(value.into_owned(), Quote::Double),
                ScalarStyle::Literal | ScalarStyle::Folded => {
                    // The text of a block reaches up to what follows it.
                    span.end = span.start + self.text[span.clone()].trim_end().len();
                    Form::Text(value.into_owned(), Quote::Block)
                }
            },
            Event::SequenceStart(style, ..) => {
                let items: Vec<Node> = std::iter::from_fn(|| self.node()).collect();
                let within = items.first().map(|first| first.span.start).zip(items.last().map(|last| last.span.end));
                span = self.stretch(style, span.start, within);
                Form::List(laid_out(style), items)
            }
            Event::MappingStart(style, ..) => {
                let pairs: Vec<Pair> = std::iter::from_fn(|| self.pair()).collect();
                let within = pairs.first().map(|first| first.key.span.start).zip(pairs.last().map(Pair::end));
                span = self.stretch(style, span.start, within);
                Form::Map(laid_out(style), pairs)
            }
            _ => {
                self.closed = span.end;
                return None;
            }
        };
        Some(Node { span, form, anchor })
    }

    fn pair(&mut self) -> Option<Pair> {
        let key = self.node()?;
        let mut value = self.node()?;
        let colon = self.colon(key.span.end);
        let behind = colon.unwrap_or(key.span.end);
        match value.form {
            Form::Nothing if value.span.is_empty() => value.span = behind..behind,
            Form::Text(_, Quote::Block) => {
                // A block begins with its `|` or `>`; where it holds nothing, it ends with that line.
                let rest = &self.text[behind..];
                let start = behind + rest.len() - rest.trim_start().len();
                let first_line = self.text[start..].split(['\n', '\r']).next().unwrap_or("");
                let first_line = first_line.split(" #").next().unwrap_or("").trim_end();
                let end = value.span.end.max(start + first_line.len());
                let keeps_blank_lines = first_line.rsplit(' ').next().is_some_and(|indicator| indicator.contains('+'));
                value.span = start..if keeps_blank_lines { self.behind_blank_lines(end) } else { end };
            }
            Form::Nothing | Form::Alias(_) | Form::Text(..) | Form::List(..) | Form::Map(..) => {}
        }
        Some(Pair { key, colon, value })
    }

    /// The end of the last blank line below the line that ends at a place; that place where there is none.
    fn behind_blank_lines(&self, end: usize) -> usize {
        let rest = &self.text[end..];
        let blank = &rest[..rest.len() - rest.trim_start().len()];
        let Some(last) = blank.rfind(['\n', '\r']) else { return end };
        end + if blank[..=last].ends_with("\r\n") { last - 1 } else { last }
    }

    /// The position of a list or mapping whose parts are within a range.
    fn stretch(&self, style: StructureStyle, start: usize, within: Option<(usize, usize)>) -> Range<usize> {
        match (style, within) {
            (StructureStyle::Flow, _) => start..self.closed,
            (StructureStyle::Block, Some((first, last))) => first..last,
            (StructureStyle::Block, None) => start..start,
        }
    }

    /// The place after the colon that follows a key, over blanks and comments.
    fn colon(&self, mut at: usize) -> Option<usize> {
        loop {
            let rest = &self.text[at..];
            at += rest.len() - rest.trim_start().len();
            match self.text[at..].chars().next()? {
                ':' => return Some(at + 1),
                '#' => at += self.text[at..].find(['\n', '\r'])?,
                _ => return None,
            }
        }
    }
}

fn laid_out(style: StructureStyle) -> Style {
    match style {
        StructureStyle::Block => Style::Block,
        StructureStyle::Flow => Style::Flow,
    }
}
