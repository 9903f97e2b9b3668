//! Assessments are read one by one, each as a text.

use std::collections::VecDeque;
use std::sync::Arc;

use xwalk::disk;
use xwalk::load;
use xwalk::model::EditionId;

use super::found::{Found, Place};
use super::projects::Projects;
use super::rows::RowGroups;
use super::task::{Form, Task, Text, Unreadable};

/// The assessments of all places, one after the other.
pub(super) struct Input {
    /// What could not be searched when places were found.
    failures: VecDeque<disk::Failure>,
    places: VecDeque<Place>,
    projects: Projects,
    /// The rows of a place, and the targets of its project.
    rows: Option<(RowGroups, Arc<[EditionId]>)>,
}

impl Input {
    pub(super) fn new(found: Found, projects: Projects) -> Self {
        Self { failures: found.failures.into(), places: found.places.into(), projects, rows: None }
    }

    /// The next assessment; none at the end.
    pub(super) fn next(&mut self) -> anyhow::Result<Option<Task>> {
        if let Some(failure) = self.failures.pop_front() {
            return Ok(Some(Task::Unreadable(Unreadable::Failure(failure))));
        }
        loop {
            if let Some((rows, targets)) = &mut self.rows {
                match rows.next() {
                    Ok(Some(task)) => return Ok(Some(task.aimed(targets))),
                    Ok(None) => self.rows = None,
                    Err(failure) => {
                        self.rows = None;
                        return Ok(Some(Task::Unreadable(Unreadable::Failure(failure))));
                    }
                }
                continue;
            }
            let Some(place) = self.places.pop_front() else { return Ok(None) };
            let targets = self.projects.targets(&place);
            let rows = match place {
                Place::File(file) => match read(&file) {
                    Some(task) => return Ok(Some(task.aimed(&targets))),
                    None => continue,
                },
                Place::Csv(path) => RowGroups::of_csv(&path),
                Place::Lines(path) => disk::Lines::of_file(&path).map(RowGroups::of_json),
                Place::Parquet(path) => RowGroups::of_parquet(&path)?,
                Place::StandardInput => Ok(RowGroups::of_json(disk::Lines::of_standard_input())),
            };
            match rows {
                Ok(rows) => self.rows = Some((rows, targets)),
                Err(failure) => return Ok(Some(Task::Unreadable(Unreadable::Failure(failure)))),
            }
        }
    }
}

/// What is in a file; nothing if it was found in a folder and is not an assessment.
fn read(file: &disk::FoundFile) -> Option<Task> {
    match disk::read_text(&file.path) {
        Ok(Some(text)) if file.is_named || load::is_assessment(&text) => {
            let source = disk::name_of(&file.path);
            let name = Some(source.clone());
            let targets = Arc::new([]);
            Some(Task::Text(Text { form: Form::File, source, name, text, start: 0, lines_before: 0, targets }))
        }
        Ok(Some(_)) => None,
        Ok(None) => Some(Task::Unreadable(Unreadable::NoText(file.path.clone()))),
        Err(failure) => Some(Task::Unreadable(Unreadable::Failure(failure))),
    }
}
