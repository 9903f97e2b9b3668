//! What the line says so far that decides how it may continue: standards, the assessment, the editions of a clause.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use xwalk::api::{ForeignReading, StandardFiles};
use xwalk::bundled;
use xwalk::disk;
use xwalk::load::layout::{Form, Layout, Node};
use xwalk::load::{self, name};
use xwalk::model::{Clause, EditionId, Library};
use xwalk::source::Sources;

use crate::cli::command::folder_of;
use crate::cli::project::{self, Project};

/// What is read once for all candidates of a line.
#[derive(Default)]
pub(super) struct Known {
    /// What is bundled, with the standards that the line, the project and the environment name.
    pub(super) library: Library,
    /// The editions of which a clause of the line may be; none where the line names no assessment.
    pub(super) editions: Vec<EditionId>,
    /// The editions whose clauses may go by their numbers alone where none of `editions` has such a number.
    otherwise: Vec<EditionId>,
}

/// The words of a line after the name of the program.
struct Line<'l> {
    words: &'l [String],
}

/// The editions that a file names as targets, and those that it has statements or room for.
struct Assessed {
    targets: Vec<EditionId>,
    stated: Vec<EditionId>,
    sections: Vec<EditionId>,
}

impl Known {
    /// What can be known from the words of a line; `commands` are the names by which a word may be the command.
    pub(super) fn read(words: &[String], commands: &[String]) -> Self {
        let line = Line { words };
        let assessment = line.assessment();
        let folder = assessment.as_deref().map_or_else(|| PathBuf::from("."), folder_of);
        let heeds_project = !words.iter().any(|word| word == "--no-project");
        let project =
            heeds_project.then(|| Project::find(&folder).ok().flatten()).flatten().map(|(project, _)| project);
        let mut standards = line.values("--standards").map(at_home).collect::<Vec<_>>();
        standards.extend(project.iter().flat_map(Project::standards));
        standards.extend(project::standards_of_environment());
        let library = library(&standards);
        let Some(mut assessed) = assessment.and_then(|path| Assessed::read(&path, &library)) else {
            return Self { library, ..Self::default() };
        };
        if let (true, Some(project)) = (assessed.targets.is_empty(), project) {
            assessed.targets = project.targets(&library);
        }
        let named = |option| -> Vec<EditionId> {
            line.values(option).filter_map(|named| Some(name::edition(named, &library).ok()?.id.clone())).collect()
        };
        let or = |named: Vec<EditionId>, otherwise: Vec<EditionId>| if named.is_empty() { otherwise } else { named };
        let command = words.iter().find(|word| commands.contains(word)).map_or("", String::as_str);
        let (editions, otherwise) = match command {
            "gap" => (or(named("--target"), assessed.targets), Vec::new()),
            "explain" => (assessed.targets, assessed.stated),
            "interview" => (or(named("--edition"), or(assessed.sections, assessed.targets)), Vec::new()),
            _ => {
                let mut editions = assessed.targets;
                editions.extend(assessed.stated);
                (or(editions, assessed.sections), Vec::new())
            }
        };
        Self { library, editions: once(editions), otherwise: once(otherwise) }
    }

    /// The clauses that may go by their numbers alone: those of which one edition alone has the number.
    pub(super) fn numbered(&self) -> impl Iterator<Item = &Clause> {
        let first = numbered(&self.library, &self.editions);
        let taken: BTreeSet<&str> = self.editions.iter().flat_map(|edition| self.numbers(edition)).collect();
        let second = numbered(&self.library, &self.otherwise);
        let second = second.into_iter().filter(move |clause| !taken.contains(clause.number.as_str()));
        first.into_iter().chain(second)
    }

    fn numbers(&self, edition: &EditionId) -> impl Iterator<Item = &str> {
        let catalog = self.library.catalog(edition);
        catalog.into_iter().flat_map(|catalog| catalog.clauses()).map(|clause| clause.number.as_str())
    }
}

impl<'l> Line<'l> {
    /// The values of an option, each time that it is given.
    fn values(&self, option: &'static str) -> impl Iterator<Item = &'l str> {
        let behind = self.words.iter().zip(self.words.iter().skip(1)).filter(move |(word, _)| *word == option);
        let joined = self.words.iter().filter_map(move |word| word.strip_prefix(option)?.strip_prefix('='));
        behind.map(|(_, value)| value.as_str()).chain(joined)
    }

    /// The first word that names a file with the form of an assessment.
    fn assessment(&self) -> Option<PathBuf> {
        let files = self.words.iter().map(|word| at_home(word)).filter(|path| disk::is_file(path));
        files.into_iter().find(|path| {
            let mut sources = Sources::default();
            let text = disk::text(&mut sources, path).unwrap_or_default();
            load::layout::first_entry(&text)
                .is_some_and(|(key, form)| key == "xwalk" && form.starts_with("assessment/"))
        })
    }
}

impl Assessed {
    /// Reads the editions alone, so that what is wrong elsewhere in the file does not matter.
    fn read(path: &Path, library: &Library) -> Option<Self> {
        let mut sources = Sources::default();
        let text = disk::text(&mut sources, path).ok()?;
        let layout = Layout::read(&text)?;
        let edition = |node: &Node| match &node.form {
            Form::Text(text, _) => Some(name::edition(text, library).ok()?.id.clone()),
            Form::Nothing | Form::Alias(_) | Form::List(..) | Form::Map(..) => None,
        };
        let targets = match layout.root.pair("targets").map(|targets| &targets.value.form) {
            Some(Form::List(_, items)) => items.iter().filter_map(edition).collect(),
            Some(Form::Nothing | Form::Text(..) | Form::Alias(_) | Form::Map(..)) | None => Vec::new(),
        };
        let statuses = layout.root.pair("statuses").map_or(&[][..], |statuses| statuses.value.pairs());
        let stated = statuses.iter().filter(|section| !section.value.pairs().is_empty());
        Some(Self {
            targets,
            stated: stated.filter_map(|section| edition(&section.key)).collect(),
            sections: statuses.iter().filter_map(|section| edition(&section.key)).collect(),
        })
    }
}

/// Each edition once, in the order in which they come.
fn once(editions: Vec<EditionId>) -> Vec<EditionId> {
    let mut seen = BTreeSet::new();
    editions.into_iter().filter(|edition| seen.insert(edition.clone())).collect()
}

/// The clauses of editions whose number no other one of them has.
fn numbered<'l>(library: &'l Library, editions: &[EditionId]) -> Vec<&'l Clause> {
    let catalogs = editions.iter().filter_map(|edition| library.catalog(edition));
    let clauses: Vec<&Clause> = catalogs.flat_map(|catalog| catalog.clauses()).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for clause in &clauses {
        *counts.entry(clause.number.as_str()).or_default() += 1;
    }
    clauses.into_iter().filter(|clause| counts[clause.number.as_str()] == 1).collect()
}

/// A path in which a leading `~/` is the folder of the user, as shells hand it over to those who complete.
fn at_home(word: &str) -> PathBuf {
    let below = word.strip_prefix("~/").and_then(|rest| Some(project::home()?.join(rest)));
    below.unwrap_or_else(|| PathBuf::from(word))
}

/// What is bundled, with the folders of the user where they are sound.
fn library(standards: &[PathBuf]) -> Library {
    let read = |paths: &[PathBuf]| {
        let mut sources = Sources::default();
        let mut files = bundled::files(&mut sources);
        let mut standards = StandardFiles::default();
        for path in paths {
            standards.take(path, &mut sources).ok()?;
        }
        standards.add_to(&mut files, &sources, ForeignReading::default());
        load::library(&sources, files).sound().ok().map(|(library, _)| library)
    };
    read(standards).or_else(|| read(&[])).unwrap_or_default()
}
