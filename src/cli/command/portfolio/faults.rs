//! What could not be answered, and why.

use std::collections::HashSet;

use foldhash::fast::FixedState;
use xwalk::diagnostic::{Diagnostic, Rule, has_errors};
use xwalk::disk;
use xwalk::source::{FileId, Sources, Span};

use super::answered::{Answered, Outcome, digest};
use super::task::{Form, Text, Unreadable};

/// Of how many broken assessments the texts are kept, so findings show what is there.
const SHOWN: usize = 100;

/// Of how many more the names are.
const NAMED: usize = 10_000;

/// How many findings there are of one assessment at most.
const OF_ONE: usize = 20;

/// What to do about a file that cannot be read.
const WAY_OUT: &str = "make it readable, or leave it out: .xwalkignore says which files of a folder are not read";

/// What is wrong with assessments.
pub(super) struct Faults {
    /// The texts into which findings point.
    pub(super) sources: Sources,
    /// The number that the text of an assessment has where it is read.
    read_as: Option<FileId>,
    pub(super) findings: Vec<Diagnostic>,
    /// How many assessments could not be answered.
    pub(super) broken: usize,
    /// How many there are in files, and in streams, about which there are warnings.
    pub(super) warned: [usize; 2],
    /// The names of those that came in streams, answered or not, and the texts of those in files, as digests: of a
    /// million of them two are alike by chance once in thirty million portfolios.
    seen: HashSet<(bool, u64), FixedState>,
}

impl Faults {
    /// `sources` are those that every assessment is read with.
    pub(super) fn new(sources: Sources) -> Self {
        let read_as = sources.clone().add("", "");
        Self {
            sources,
            read_as: Some(read_as),
            findings: Vec::new(),
            broken: 0,
            warned: [0; 2],
            seen: HashSet::default(),
        }
    }

    /// Whether something could not be answered.
    pub(super) fn is_broken(&self) -> bool {
        self.broken > 0
    }

    /// Notes what is wrong, and hands on what was answered.
    pub(super) fn take(&mut self, outcome: Outcome) -> Option<Box<Answered>> {
        match outcome {
            Outcome::Answered(answered) => self.check_twins(answered),
            Outcome::Broken(text, faults) => {
                self.add_broken(text, faults);
                None
            }
            Outcome::Unreadable(why) => {
                self.add_unreadable(why);
                None
            }
        }
    }

    /// Two rows of a stream with one name would be two halves of an assessment; a file may be a copy of another.
    fn check_twins(&mut self, answered: Box<Answered>) -> Option<Box<Answered>> {
        let key = if answered.is_of_stream { digest(&answered.name) } else { answered.digest };
        if self.seen.insert((answered.is_of_stream, key)) {
            self.warned[usize::from(answered.is_of_stream)] += usize::from(answered.warnings > 0);
            return Some(answered);
        }
        if answered.is_of_stream {
            self.broken += 1;
            if self.broken > SHOWN + NAMED {
                return None;
            }
        }
        let first = &answered.first_line;
        let name =
            if answered.is_of_stream { format!("{} ({})", first.source, answered.name) } else { first.source.clone() };
        let file = self.sources.add_stretch(name, first.line.clone(), first.lines_before);
        let span = Span::start_of(file);
        if answered.is_of_stream {
            let message = format!("a second assessment is called {}", answered.name);
            let help = "keep its rows together, or give it a different name; only the first one counts";
            self.findings.push(Diagnostic::new(Rule::DuplicateId, span, message).help(help));
            return None;
        }
        let message = "this file has the same content as another one of the portfolio";
        let help = "leave one of them out; both are counted";
        self.findings.push(Diagnostic::new(Rule::RepeatedValue, span, message).help(help));
        Some(answered)
    }

    fn add_broken(&mut self, text: Text, mut faults: Vec<Diagnostic>) {
        self.broken += usize::from(has_errors(&faults));
        // What follows under the same name may be the other half of it.
        if let (Some(name), Form::Line | Form::JsonRows | Form::CsvRows) = (&text.name, text.form) {
            self.seen.insert((true, digest(name)));
        }
        if self.broken > SHOWN + NAMED {
            return;
        }
        let is_shown = self.broken <= SHOWN;
        faults.truncate(if is_shown { OF_ONE } else { 1 });
        let name = match text.name.filter(|name| *name != text.source) {
            Some(name) => format!("{} ({name})", text.source),
            None => text.source,
        };
        let file = self.sources.add_stretch(name, if is_shown { text.text } else { String::new() }, text.lines_before);
        let read_as = self.read_as;
        let here = |span: &mut Span| {
            if Some(span.file) == read_as {
                *span = if is_shown { Span { file, ..*span } } else { Span::start_of(file) };
            }
        };
        for fault in &mut faults {
            here(&mut fault.span);
            fault.labels.iter_mut().for_each(|label| here(&mut label.span));
        }
        self.findings.extend(faults);
    }

    /// Notes what could not be read at all.
    pub(super) fn add_unreadable(&mut self, why: Unreadable) {
        self.broken += 1;
        if self.broken > SHOWN + NAMED {
            return;
        }
        let fault = match why {
            Unreadable::Failure(failure) => disk::unreadable(&mut self.sources, &failure, WAY_OUT),
            Unreadable::NoText(path) => match disk::file(&mut self.sources, &path) {
                Ok(Err(fault)) => fault,
                // It was another file a moment ago.
                Ok(Ok(file)) => {
                    Diagnostic::new(Rule::Encoding, Span::start_of(file), "the file has changed in the meantime")
                }
                Err(failure) => disk::unreadable(&mut self.sources, &failure, WAY_OUT),
            },
        };
        self.findings.push(fault);
    }
}
