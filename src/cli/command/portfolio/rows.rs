//! Consecutive rows of one name are one assessment.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::Arc;

use xwalk::disk::{self, Failure, Lines};
use xwalk::exchange::statement_rows::{CsvHead, LineFault, OpenQuotes, StreamLine, json_line};

use super::task::{Form, Task, Text};

/// How many lines that cannot be read may follow an assessment before it is over.
const WAITING: usize = 100;

/// The lines of a file or stream, as assessments.
pub(super) struct RowGroups {
    lines: Source,
    kind: Kind,
    /// The rows that were read of the assessment that is under way.
    group: Option<Group>,
    /// What was read and is not yet handed over.
    tasks: VecDeque<Task>,
    is_over: bool,
}

enum Source {
    Lines(Lines),
    #[cfg(feature = "parquet")]
    Parquet(Box<xwalk::exchange::statement_rows::ParquetRows>, String),
}

enum Kind {
    Json,
    Csv { head: CsvHead, line: String },
}

/// A line, or a record of several, as it was read.
#[derive(Clone, Default)]
struct Line {
    text: String,
    before: u32,
    /// What is wrong with its bytes.
    invalid: Option<LineFault>,
    /// Whether it begins a file of UTF-16.
    is_utf16: bool,
}

struct Group {
    name: String,
    text: String,
    before: u32,
    /// What is wrong with its bytes.
    fault: Option<LineFault>,
    /// Lines after it that are blank or, with a fault, cannot be read: they are inside if another row of it follows.
    waiting: Vec<(Line, Option<LineFault>)>,
    /// How many of them cannot be read.
    unread: usize,
}

impl Group {
    fn add(&mut self, line: Line) {
        self.unread = 0;
        for line in self.waiting.drain(..).map(|(line, _)| line).chain([line]) {
            let invalid = line.invalid.map(|fault| fault.behind(self.text.len()));
            self.fault = self.fault.take().or(invalid);
            self.text.push_str(&line.text);
        }
    }
}

impl RowGroups {
    pub(super) fn of_json(lines: Lines) -> Self {
        Self::new(Source::Lines(lines), Kind::Json)
    }

    fn new(lines: Source, kind: Kind) -> Self {
        Self { lines, kind, group: None, tasks: VecDeque::new(), is_over: false }
    }

    pub(super) fn of_csv(path: &Path) -> Result<Self, Failure> {
        let (mut lines, mut head) = (Lines::of_file(path)?, Line::default());
        while let Some(line) = record(&mut lines, OpenQuotes::of_head())? {
            head = line;
            if !head.text.trim_start_matches('\u{feff}').trim().is_empty() {
                break;
            }
        }
        let read = head.invalid.clone().map_or_else(|| CsvHead::read(&head.text), Err);
        match read {
            Ok((columns, ignored)) => {
                let kind = Kind::Csv { head: columns, line: head.text.clone() };
                let mut groups = Self::new(Source::Lines(lines), kind);
                for fault in ignored {
                    groups.tell(head.clone(), None, fault);
                }
                Ok(groups)
            }
            Err(fault) => {
                let mut groups = Self::new(Source::Lines(lines), Kind::Json);
                groups.tell(head, None, fault);
                groups.is_over = true;
                Ok(groups)
            }
        }
    }

    #[cfg(feature = "parquet")]
    pub(super) fn of_parquet(path: &Path) -> anyhow::Result<Result<Self, Failure>> {
        let failure = |error| Failure { path: path.to_owned(), error };
        let rows = disk::open(path).and_then(|file| {
            xwalk::exchange::statement_rows::ParquetRows::new(file)
                .map_err(|message| failure(std::io::Error::other(message)))
        });
        let source = |rows| Source::Parquet(Box::new(rows), disk::name_of(path));
        Ok(rows.map(|rows| Self::new(source(rows), Kind::Json)))
    }

    #[cfg(not(feature = "parquet"))]
    pub(super) fn of_parquet(path: &Path) -> anyhow::Result<Result<Self, Failure>> {
        let name = disk::name_of(path);
        anyhow::bail!(
            "{name}: this build of xwalk does not support parquet\n\n  tip: build it with `--features parquet`, or convert the file to CSV"
        )
    }

    /// The next assessment; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<Task>, Failure> {
        loop {
            if let Some(task) = self.tasks.pop_front() {
                return Ok(Some(task));
            }
            if self.is_over {
                return Ok(None);
            }
            match self.line()? {
                Some(line) => self.take(line),
                None => {
                    self.finish();
                    self.is_over = true;
                }
            }
        }
    }

    /// Adds a line to the assessment that is under way, or begins another one.
    fn take(&mut self, line: Line) {
        // No later line is one.
        self.is_over = line.is_utf16;
        let read = match &self.kind {
            Kind::Json => json_line(&line.text),
            Kind::Csv { head, .. } => head.row(&line.text),
        };
        let is_known = |name: &str| line.invalid.is_none() || !name.contains(char::REPLACEMENT_CHARACTER);
        match read {
            Ok(StreamLine::Row(name)) if is_known(&name) => match &mut self.group {
                Some(group) if group.name == name => group.add(line),
                Some(_) | None => {
                    self.finish();
                    let (text, before) = (String::new(), line.before);
                    let mut group = Group { name, text, before, fault: None, waiting: Vec::new(), unread: 0 };
                    group.add(line);
                    self.group = Some(group);
                }
            },
            Ok(StreamLine::Assessment(name)) => {
                self.finish();
                let name = name.filter(|name| is_known(name));
                match line.invalid.clone() {
                    Some(fault) => self.tell(line, name, fault),
                    None => {
                        let text = self.text(Form::Line, name, line);
                        self.tasks.push_back(Task::Text(text));
                    }
                }
            }
            // It is of an assessment whose name cannot be read.
            Ok(StreamLine::Row(_)) => {
                self.finish();
                let fault = line.invalid.clone();
                fault.into_iter().for_each(|fault| self.tell(line.clone(), None, fault));
            }
            Ok(StreamLine::Blank) => {
                // So places after it stay correct.
                if let Some(group) = &mut self.group {
                    group.waiting.push((line, None));
                }
            }
            Err(fault) => {
                let fault = line.invalid.clone().unwrap_or(fault);
                match &mut self.group {
                    Some(group) if group.unread < WAITING => {
                        group.waiting.push((line, Some(fault)));
                        group.unread += 1;
                    }
                    Some(group) => {
                        group.add(line);
                        self.finish();
                    }
                    None => self.tell(line, None, fault),
                }
            }
        }
    }

    /// Hands over the assessment that is under way, and what cannot be read after it.
    fn finish(&mut self) {
        let Some(Group { name, text, before, fault, waiting, .. }) = self.group.take() else { return };
        let line = Line { text, before, ..Line::default() };
        let task = match &self.kind {
            Kind::Json => match (self.text(Form::JsonRows, Some(name), line), fault) {
                (text, Some(fault)) => Task::Fault(text, fault),
                (text, None) => Task::Text(text),
            },
            Kind::Csv { line: head, .. } => {
                // The header is on separate lines before them.
                let (start, lines) = (head.len(), head.matches('\n').count());
                let before = before.saturating_sub(u32::try_from(lines).unwrap_or(0));
                let whole = Line { text: format!("{head}{}", line.text), before, ..Line::default() };
                let mut text = self.text(Form::CsvRows, Some(name), whole);
                text.start = u32::try_from(start).unwrap_or(0);
                match fault {
                    Some(fault) => Task::Fault(text, fault.behind(start)),
                    None => Task::Text(text),
                }
            }
        };
        self.tasks.push_back(task);
        for (line, fault) in waiting {
            if let Some(fault) = fault {
                self.tell(line, None, fault);
            }
        }
    }

    /// Reports a fault of a line.
    fn tell(&mut self, line: Line, name: Option<String>, fault: LineFault) {
        let text = self.text(Form::Line, name, line);
        self.tasks.push_back(Task::Fault(text, fault));
    }

    fn text(&self, form: Form, name: Option<String>, line: Line) -> Text {
        let source = self.source();
        let Line { text, before: lines_before, .. } = line;
        Text { form, source, name, text, start: 0, lines_before, targets: Arc::new([]) }
    }

    fn source(&self) -> String {
        match &self.lines {
            Source::Lines(lines) => lines.name().to_owned(),
            #[cfg(feature = "parquet")]
            Source::Parquet(_, name) => name.clone(),
        }
    }

    /// The next line or row.
    fn line(&mut self) -> Result<Option<Line>, Failure> {
        match (&mut self.lines, &self.kind) {
            (Source::Lines(lines), Kind::Csv { head, .. }) => record(lines, head.quotes()),
            (Source::Lines(lines), Kind::Json) => {
                let (mut bytes, before) = (Vec::new(), lines.count());
                let is_there = lines.read(&mut bytes)?;
                Ok(is_there.then(|| line(bytes, before)))
            }
            #[cfg(feature = "parquet")]
            (Source::Parquet(rows, name), _) => match rows.read() {
                Ok(row) => Ok(row.map(|(text, before)| Line { text, before, ..Line::default() })),
                Err(message) => Err(Failure {
                    path: std::path::PathBuf::from(name.as_str()),
                    error: std::io::Error::other(message),
                }),
            },
        }
    }
}

/// The next record of a CSV file: a line, and those after it while a quotation mark is open.
fn record(lines: &mut Lines, mut quotes: OpenQuotes) -> Result<Option<Line>, Failure> {
    let (mut bytes, before) = (Vec::new(), lines.count());
    loop {
        let start = bytes.len();
        if !lines.read(&mut bytes)? || !quotes.is_open_after(&bytes[start..]) {
            break;
        }
    }
    if !bytes.is_empty() && !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    Ok((!bytes.is_empty()).then(|| line(bytes, before)))
}

/// A line as text; what is no UTF-8 in it shows as such.
fn line(bytes: Vec<u8>, before: u32) -> Line {
    match String::from_utf8(bytes) {
        Ok(text) => Line { text, before, ..Line::default() },
        Err(error) => {
            let (bytes, is_first) = (error.as_bytes(), before == 0);
            let invalid = Some(LineFault::of_encoding(bytes, error.utf8_error().valid_up_to(), is_first));
            let is_utf16 = LineFault::is_utf16(bytes, is_first);
            Line { text: String::from_utf8_lossy(bytes).into_owned(), before, invalid, is_utf16 }
        }
    }
}
