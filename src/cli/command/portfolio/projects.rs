//! The project files of assessments: each aims at the targets of its own.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use xwalk::diagnostic::Refusal;
use xwalk::disk;
use xwalk::load::project::FILE_NAME;
use xwalk::model::{EditionId, Library};

use super::found::Place;
use crate::cli::failure::Failure;
use crate::cli::options::Options;
use crate::cli::output::Output;
use crate::cli::project::Project;
use crate::cli::read::fail;

/// The targets of the project files that count for places.
pub(super) struct Projects(HashMap<PathBuf, Arc<[EditionId]>>);

impl Projects {
    /// Reads the project files of all places. All that is answered is answered with the same standards and settings:
    /// where project files differ in them, nothing is.
    pub(super) fn new(
        places: &[Place],
        options: &Options,
        library: &Library,
        output: &Output,
    ) -> Result<Self, Failure> {
        let mut by_folder = HashMap::new();
        if options.no_project {
            return Ok(Self(by_folder));
        }
        let first = options.project.as_ref();
        let none: Arc<[EditionId]> = Arc::new([]);
        let mut by_file: BTreeMap<PathBuf, Arc<[EditionId]>> = BTreeMap::new();
        if let Some(project) = first {
            by_file.insert(project.path(), project.targets(library).into());
        }
        for folder in places.iter().map(Place::folder) {
            if by_folder.contains_key(&folder) {
                continue;
            }
            let targets = match disk::file_above(&folder, FILE_NAME) {
                None => {
                    ensure_alike(first, None)?;
                    Arc::clone(&none)
                }
                Some(path) => match by_file.get(&path) {
                    Some(targets) => Arc::clone(targets),
                    None => {
                        let targets: Arc<[EditionId]> = read(&folder, first, library, output)?.into();
                        by_file.insert(path, Arc::clone(&targets));
                        targets
                    }
                },
            };
            by_folder.insert(folder, targets);
        }
        Ok(Self(by_folder))
    }

    /// Whether any of them has targets.
    pub(super) fn have_targets(&self) -> bool {
        self.0.values().any(|targets| !targets.is_empty())
    }

    /// The targets of the assessments of a place that name none.
    pub(super) fn targets(&self, place: &Place) -> Arc<[EditionId]> {
        self.0.get(&place.folder()).map_or_else(|| Arc::new([]), Arc::clone)
    }
}

/// The targets of the project file of a folder.
fn read(folder: &Path, first: Option<&Project>, library: &Library, output: &Output) -> Result<Vec<EditionId>, Failure> {
    let Some((project, faults)) = Project::find(folder)? else { return Ok(Vec::new()) };
    if !faults.is_empty() {
        return fail(&faults, project.sources(), output);
    }
    ensure_alike(first, Some(&project))?;
    let faults = project.check(library);
    if !faults.is_empty() {
        return fail(&faults, project.sources(), output);
    }
    Ok(project.targets(library))
}

/// Refuses projects with different standards or settings.
fn ensure_alike(first: Option<&Project>, other: Option<&Project>) -> Result<(), Refusal> {
    if first.map(Project::conditions).unwrap_or_default() == other.map(Project::conditions).unwrap_or_default() {
        return Ok(());
    }
    let name = |project: &Project| disk::name_of(&project.path());
    let message = match (first.map(name), other.map(name)) {
        (Some(first), Some(other)) => format!("{first} and {other} have different standards or defaults"),
        (Some(one), None) | (None, Some(one)) => {
            format!("{one} has standards or defaults, but it is not the project file of all assessments")
        }
        (None, None) => return Ok(()),
    };
    let help = "all assessments of a portfolio are answered alike: name those of each project file separately, or add \
                --no-project and give options";
    Err(Refusal::new(message, help))
}
