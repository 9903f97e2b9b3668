//! All of YAML, by a parser that others keep.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use granit_parser::{Event as Parsed, Parser, ScalarStyle, ScanError, StrInput};

use super::event::{Event, Events, MAX_DEPTH, Stop, Word};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{FileId, Span};

/// The events of a text. What an alias repeats comes again, within bounds.
pub(super) struct Full<'t> {
    text: &'t str,
    file: FileId,
    parser: Parser<'t, StrInput<'t>>,
    /// How many lists and mappings are open.
    depth: usize,
    has_document: bool,
    is_done: bool,
    /// What is being recorded for aliases: the anchor, how deep it began, the events so far.
    recording: Vec<(usize, usize, Vec<Event<'t>>)>,
    anchored: HashMap<usize, Rc<[Event<'t>]>>,
    /// What is being repeated, and how far that is.
    repeating: Vec<(Rc<[Event<'t>]>, usize)>,
    /// How many more events may be repeated.
    budget: usize,
}

impl<'t> Full<'t> {
    pub(super) fn new(text: &'t str, file: FileId) -> Self {
        let options = granit_parser::options! { flow_nesting_limit: MAX_DEPTH, block_nesting_limit: MAX_DEPTH };
        Self {
            text,
            file,
            parser: Parser::new_from_str_with_options(text, options),
            depth: 0,
            has_document: false,
            is_done: false,
            recording: Vec::new(),
            anchored: HashMap::new(),
            repeating: Vec::new(),
            // As many as the text could hold itself.
            budget: text.len() + 10_000,
        }
    }

    fn span(&self, span: granit_parser::Span) -> Span {
        let offset = |bytes: Option<usize>| u32::try_from(bytes.unwrap_or(0)).unwrap_or(u32::MAX);
        let start = offset(span.start.byte_offset());
        Span { file: self.file, start, end: offset(span.end.byte_offset()).max(start) }
    }

    fn fault(&self, error: &ScanError) -> Stop {
        let start = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
        let next = self.text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let offset = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        let span = Span { file: self.file, start: offset(start), end: offset(start + next) };
        let fault = Diagnostic::new(Rule::Syntax, span, error.info());
        Stop::Fault(Box::new(fault.help(
            "from here on the file is not valid YAML: check the indentation, quotes and brackets before this position",
        )))
    }

    /// The next event of what an alias repeats.
    fn repeated(&mut self) -> Result<Option<Event<'t>>, Stop> {
        while let Some((events, at)) = self.repeating.last_mut() {
            if let Some(event) = events.get(*at).cloned() {
                *at += 1;
                self.budget = self.budget.checked_sub(1).ok_or_else(|| Stop::Fault(beyond_measure(self.file)))?;
                return Ok(Some(event));
            }
            self.repeating.pop();
        }
        Ok(None)
    }

    /// The next event of the text itself.
    fn parsed(&mut self) -> Result<Option<Event<'t>>, Stop> {
        loop {
            let Some(next) = self.parser.next() else { return Ok(None) };
            let (event, place) = next.map_err(|error| self.fault(&error))?;
            let mut span = self.span(place);
            let (event, anchor) = match event {
                Parsed::DocumentStart(..) if self.has_document => {
                    let fault = Diagnostic::new(Rule::SeveralDocuments, span, "a second document begins here");
                    return Err(Stop::Fault(Box::new(fault.help("keep each document in a separate file"))));
                }
                Parsed::DocumentStart(..) => {
                    self.has_document = true;
                    continue;
                }
                Parsed::Alias(anchor) => match self.anchored.get(&anchor) {
                    Some(events) => {
                        self.repeating.push((Rc::clone(events), 0));
                        return self.repeated();
                    }
                    // It is inside of what it repeats.
                    None => return Err(Stop::Fault(beyond_measure(self.file))),
                },
                Parsed::Scalar(value, style, anchor, _) => {
                    let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                    let written = self.text.get(span.start as usize..span.end as usize).unwrap_or("");
                    let line = written.find('\n').unwrap_or(written.len());
                    let line = written[..line].trim_end_matches([' ', '\r']).len();
                    span.end = span.start + u32::try_from(line).unwrap_or(0);
                    let value = match value.strip_suffix('\n') {
                        // If nothing stands, the parser says `~`.
                        _ if span.start == span.end && style == ScalarStyle::Plain => Cow::Borrowed(""),
                        // What ends a block is the line, not the text.
                        Some(text) if is_block => Cow::Owned(text.to_owned()),
                        Some(_) | None => value,
                    };
                    (Event::Word(Word { value, span, is_bare: style == ScalarStyle::Plain }), anchor)
                }
                Parsed::SequenceStart(_, anchor, _) => (Event::List(at_start(span)), anchor),
                Parsed::MappingStart(_, anchor, _) => (Event::Map(at_start(span)), anchor),
                Parsed::SequenceEnd | Parsed::MappingEnd => (Event::End, 0),
                _ => continue,
            };
            if anchor != 0 {
                self.recording.push((anchor, self.depth, Vec::new()));
            }
            match event {
                Event::List(_) | Event::Map(_) => self.depth += 1,
                Event::End => self.depth -= 1,
                Event::Word(_) => {}
            }
            return Ok(Some(event));
        }
    }

    /// Notes an event for the aliases that may repeat it.
    fn record(&mut self, event: &Event<'t>) {
        if self.recording.is_empty() {
            return;
        }
        self.recording.iter_mut().for_each(|(.., events)| events.push(event.clone()));
        while let Some((_, depth, _)) = self.recording.last()
            && *depth == self.depth
            && self.repeating.is_empty()
        {
            self.anchored.extend(self.recording.pop().map(|(anchor, _, events)| (anchor, events.into())));
        }
    }
}

impl<'t> Events<'t> for Full<'t> {
    fn next(&mut self) -> Result<Option<Event<'t>>, Stop> {
        if self.is_done {
            return Ok(None);
        }
        let event = match self.repeated()? {
            Some(event) => Some(event),
            None => self.parsed()?,
        };
        match &event {
            Some(event) => self.record(event),
            None => self.is_done = true,
        }
        Ok(event)
    }

    fn skip(&mut self) -> Result<(), Stop> {
        let mut depth = 0_usize;
        loop {
            match self.next()? {
                Some(Event::List(_) | Event::Map(_)) => depth += 1,
                Some(Event::End) => depth = depth.saturating_sub(1),
                Some(Event::Word(_)) => {}
                None => return Ok(()),
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }
}

/// A list or mapping is pointed at where it begins.
fn at_start(span: Span) -> Span {
    Span { end: span.start, ..span }
}

/// A fault: a file that repeats itself without end, or nearly so.
pub(super) fn beyond_measure(file: FileId) -> Box<Diagnostic> {
    let span = Span::start_of(file);
    let fault = Diagnostic::new(Rule::Syntax, span, "the file is nested too deeply or repeats itself too often");
    Box::new(fault.help(format!("at most {MAX_DEPTH} levels of nesting; write out what aliases (*name) multiply")))
}
