//! Consecutive rows of one name are one assessment.

use std::path::Path;

use xwalk::diagnostic::Rule;
use xwalk::exchange::statement_rows::{CsvHead, JsonLine, json_line};
use xwalk::load::disk::{self, Failure, Lines};

use super::task::{Form, Task, Text, Unreadable};

/// The lines of a file or stream, as assessments.
pub(super) struct RowGroups {
    lines: Source,
    kind: Kind,
    /// The rows that were read of the assessment that is under way.
    group: Option<Group>,
    /// What was read and does not belong to it.
    waiting: Option<Task>,
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

struct Group {
    name: String,
    text: String,
    lines_before: u32,
}

impl RowGroups {
    pub(super) fn of_json(lines: Lines) -> Self {
        Self { lines: Source::Lines(lines), kind: Kind::Json, group: None, waiting: None }
    }

    pub(super) fn of_csv(path: &Path) -> Result<Self, Failure> {
        let mut lines = Lines::of_file(path)?;
        let (line, _) = record(&mut lines)?.unwrap_or_default();
        let Some(head) = CsvHead::read(&line) else {
            let message = "no column of the first line is called assessment\n\n  tip: the columns are assessment, clause, status, and the other fields of a statement";
            return Err(Failure { path: path.to_owned(), error: std::io::Error::other(message) });
        };
        Ok(Self { lines: Source::Lines(lines), kind: Kind::Csv { head, line }, group: None, waiting: None })
    }

    #[cfg(feature = "parquet")]
    pub(super) fn of_parquet(path: &Path) -> anyhow::Result<Result<Self, Failure>> {
        let failure = |error| Failure { path: path.to_owned(), error };
        let rows = disk::open(path).and_then(|file| {
            xwalk::exchange::statement_rows::ParquetRows::new(file)
                .map_err(|message| failure(std::io::Error::other(message)))
        });
        let source = |rows| Source::Parquet(Box::new(rows), disk::name_of(path));
        Ok(rows.map(|rows| Self { lines: source(rows), kind: Kind::Json, group: None, waiting: None }))
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
        if let Some(waiting) = self.waiting.take() {
            return Ok(Some(waiting));
        }
        loop {
            let Some((line, lines_before)) = self.line()? else { return Ok(self.finished()) };
            if line.trim().is_empty() {
                // So places after it stay correct.
                if let Some(group) = &mut self.group {
                    group.text.push_str(&line);
                }
                continue;
            }
            let found = match &self.kind {
                Kind::Json => json_line(&line),
                Kind::Csv { head, .. } => match head.assessment(&line) {
                    Some(name) => Ok(JsonLine::Row(name)),
                    None => Err("the row does not name its assessment".to_owned()),
                },
            };
            let task = match found {
                Ok(JsonLine::Row(name)) => match &mut self.group {
                    Some(group) if group.name == name => {
                        group.text.push_str(&line);
                        continue;
                    }
                    _ => {
                        let finished = self.finished();
                        self.group = Some(Group { name, text: line, lines_before });
                        match finished {
                            Some(task) => return Ok(Some(task)),
                            None => continue,
                        }
                    }
                },
                Ok(JsonLine::Assessment(name)) => {
                    Task::Text(Text { form: Form::Line, source: self.source(), name, text: line, lines_before })
                }
                Err(message) => Task::Unreadable(Unreadable::Line {
                    source: self.source(),
                    text: line,
                    lines_before,
                    rule: Rule::Syntax,
                    message,
                }),
            };
            return Ok(Some(match self.finished() {
                Some(finished) => {
                    self.waiting = Some(task);
                    finished
                }
                None => task,
            }));
        }
    }

    /// The assessment that was under way.
    fn finished(&mut self) -> Option<Task> {
        let Group { name, text, lines_before } = self.group.take()?;
        let (form, text, lines_before) = match &self.kind {
            Kind::Json => (Form::JsonRows, text, lines_before),
            // The header is on a separate line before them.
            Kind::Csv { line, .. } => (Form::CsvRows, format!("{line}{text}"), lines_before.saturating_sub(1)),
        };
        Some(Task::Text(Text { form, source: self.source(), name: Some(name), text, lines_before }))
    }

    fn source(&self) -> String {
        match &self.lines {
            Source::Lines(lines) => lines.name().to_owned(),
            #[cfg(feature = "parquet")]
            Source::Parquet(_, name) => name.clone(),
        }
    }

    /// The next line or row, and how many come before it.
    fn line(&mut self) -> Result<Option<(String, u32)>, Failure> {
        match (&mut self.lines, &self.kind) {
            (Source::Lines(lines), Kind::Csv { .. }) => record(lines),
            (Source::Lines(lines), Kind::Json) => {
                let (mut bytes, before) = (Vec::new(), lines.count());
                let is_there = lines.read(&mut bytes)?;
                Ok(is_there.then(|| (text(bytes), before)))
            }
            #[cfg(feature = "parquet")]
            (Source::Parquet(rows, name), _) => match rows.read() {
                Ok(row) => Ok(row),
                Err(message) => Err(Failure {
                    path: std::path::PathBuf::from(name.as_str()),
                    error: std::io::Error::other(message),
                }),
            },
        }
    }
}

/// The next record of a CSV file: a line, and those after it while a quotation mark is open.
fn record(lines: &mut Lines) -> Result<Option<(String, u32)>, Failure> {
    let (mut bytes, before) = (Vec::new(), lines.count());
    let mut quotes = 0;
    loop {
        let start = bytes.len();
        if !lines.read(&mut bytes)? {
            break;
        }
        quotes += bytes[start..].iter().filter(|byte| **byte == b'"').count();
        if quotes % 2 == 0 {
            break;
        }
    }
    if !bytes.is_empty() && !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    Ok((!bytes.is_empty()).then(|| (text(bytes), before)))
}

/// A line as text; invalid UTF-8 in it shows as such, and is wrong everywhere.
fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}
