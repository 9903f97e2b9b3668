//! What comes of one assessment: read and answered by a worker.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;
use xwalk::deliver::{Answer, Detail, PortfolioCase, ROW_FIELDS, TARGET_FIELD, row_values};
use xwalk::diagnostic::{Diagnostic, Rule};
use xwalk::exchange::statement_rows::{self, Sound};
use xwalk::load;
use xwalk::model::{Assessment, EditionId, Library};
use xwalk::render::ndjson_record;
use xwalk::report::Field;
use xwalk::source::{FileId, Sources, Span, first_line_end};

use super::task::{Form, Task, Text, Unreadable};

/// In what form rows of requirements are written while an assessment is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowForm {
    /// Not at all.
    None,
    /// As lines of JSON.
    Lines,
    /// As lines of JSON without the target, which is the name of the folder.
    LinesWithoutTarget,
}

/// What came of an assessment.
pub(super) struct Answered {
    /// What it is called.
    pub(super) name: String,
    /// Whether it came in a stream, where names distinguish assessments.
    pub(super) is_of_stream: bool,
    /// The first line of its text, and where that stands.
    pub(super) first_line: Place,
    /// A digest of its text.
    pub(super) digest: u64,
    /// How many warnings there are about it.
    pub(super) warnings: usize,
    pub(super) answer: Answer,
    /// The lines of each target.
    pub(super) lines: Vec<(EditionId, Vec<u8>)>,
}

/// A line of a file or stream.
pub(super) struct Place {
    pub(super) source: String,
    pub(super) line: String,
    pub(super) lines_before: u32,
}

/// What came of a task.
pub(super) enum Outcome {
    Answered(Box<Answered>),
    /// All that is wrong with an assessment, and its text.
    Broken(Text, Vec<Diagnostic>),
    Unreadable(Unreadable),
}

/// Reads and answers assessments, one at a time.
pub(super) struct Worker<'l> {
    portfolio: &'l PortfolioCase<'l>,
    library: &'l Library,
    sources: Sources,
    /// How many texts there are without that of an assessment.
    texts: usize,
    detail: Detail,
    form: RowForm,
}

impl<'l> Worker<'l> {
    pub(super) fn new(
        portfolio: &'l PortfolioCase<'l>,
        library: &'l Library,
        sources: Sources,
        detail: Detail,
        form: RowForm,
    ) -> Self {
        let texts = sources.count();
        Self { portfolio, library, sources, texts, detail, form }
    }

    pub(super) fn answer(&mut self, task: Task) -> Outcome {
        let (mut text, fault) = match task {
            Task::Text(text) => (text, None),
            Task::Fault(text, fault) => (text, Some(fault)),
            Task::Unreadable(why) => return Outcome::Unreadable(why),
        };
        self.sources.truncate(self.texts);
        let digest = digest(&text.text);
        let kept = std::mem::take(&mut text.text);
        let file = self.sources.add_stretch(text.source.clone(), kept, text.lines_before);
        let answered = match fault {
            Some(fault) => Err(vec![fault.diagnostic(file)]),
            None => self.answered(&text, file, digest),
        };
        match answered {
            Ok(answered) => Outcome::Answered(Box::new(answered)),
            Err(faults) => {
                text.text = self.sources.get(file).text().to_owned();
                Outcome::Broken(text, faults)
            }
        }
    }

    fn answered(&self, text: &Text, file: FileId, digest: u64) -> Result<Answered, Vec<Diagnostic>> {
        let (mut assessment, warnings) = self.read(text.form, file)?;
        if assessment.targets.is_empty() {
            assessment.targets = text.targets.to_vec();
        }
        let name = text.name.clone().unwrap_or_else(|| name_of(&assessment));
        let answer =
            self.portfolio.answer(&name, &assessment, &self.sources, file, self.detail).map_err(|refusal| {
                let span = Span { file, start: text.start, end: text.start };
                vec![Diagnostic::new(Rule::MissingKey, span, refusal.message).maybe_help(refusal.help)]
            })?;
        let lines = self.lines(&answer);
        let is_of_stream = text.form != Form::File;
        let warnings = warnings.len();
        let first_line = self.first_line(text, file);
        Ok(Answered { name, is_of_stream, first_line, digest, warnings, answer, lines })
    }

    fn read(&self, form: Form, file: FileId) -> Sound {
        match form {
            Form::File => load::assessment(&self.sources, file, self.library).sound(),
            Form::Line => load::assessment_line(&self.sources, file, self.library).sound(),
            Form::JsonRows => statement_rows::json(&self.sources, file, self.library),
            Form::CsvRows => statement_rows::csv(&self.sources, file, self.library),
        }
    }

    fn first_line(&self, text: &Text, file: FileId) -> Place {
        let (whole, start) = (self.sources.get(file).text(), text.start as usize);
        let end = start + first_line_end(&whole[start..]);
        let lines = u32::try_from(whole[..start].matches('\n').count()).unwrap_or(0);
        Place {
            source: text.source.clone(),
            line: whole[start..end].to_owned(),
            lines_before: text.lines_before + lines,
        }
    }

    fn lines(&self, answer: &Answer) -> Vec<(EditionId, Vec<u8>)> {
        if self.form == RowForm::None {
            return Vec::new();
        }
        let fields: Vec<Field> = match self.form {
            RowForm::LinesWithoutTarget => without_target(ROW_FIELDS),
            RowForm::Lines | RowForm::None => ROW_FIELDS.to_vec(),
        };
        let of_target = answer.standings.iter().zip(&answer.rows).filter_map(|(standing, rows)| {
            let catalog = self.library.catalog(&standing.target)?;
            let mut lines = Vec::new();
            for position in rows {
                let values = row_values(standing, catalog, position);
                match self.form {
                    RowForm::LinesWithoutTarget => ndjson_record(&fields, &without_target(values), &mut lines),
                    RowForm::Lines | RowForm::None => ndjson_record(&fields, &values, &mut lines),
                }
            }
            Some((standing.target.clone(), lines))
        });
        of_target.collect()
    }
}

/// All but what is at the place of the target.
pub(super) fn without_target<T, const N: usize>(fields: [T; N]) -> Vec<T> {
    fields.into_iter().enumerate().filter(|(at, _)| *at != TARGET_FIELD).map(|(_, field)| field).collect()
}

/// What an assessment is called that says only who is assessed.
fn name_of(assessment: &Assessment) -> String {
    let parts = [Some(&assessment.organization), assessment.unit.as_ref(), assessment.site.as_ref()];
    parts.into_iter().flatten().map(|part| part.trim()).collect::<Vec<_>>().join(" / ")
}

/// A digest that is the same in every run.
pub(super) fn digest(text: &str) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    hasher.write(text.as_bytes());
    hasher.finish()
}
