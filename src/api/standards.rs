//! The standards that are known: read and joined once, and asked as often as you like.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::error::Error;
use super::faults::Faults;
use super::gather;
use super::intersect_as::IntersectAs;
use super::reading::ForeignReading;
use super::settings::Settings;
use crate::bundled;
use crate::crosswalk::{Crosswalk, Selection, SharedGraph};
use crate::diagnostic::{Diagnostic, Refusal};
use crate::disk;
use crate::load::{self, Loaded};
use crate::model::{EditionId, Library};
use crate::query::{self, Case, INTERSECT_AS};
use crate::source::Sources;

/// The standards that are known: catalogs, relation tables and methods, those that are bundled and those that you add.
///
/// They are read once. What joins them is found at the first question that needs it, and kept for all others. Copies share
/// both, and any number of threads may ask at the same time.
#[derive(Debug, Clone)]
pub struct Standards {
    read: Arc<Read>,
    settings: query::Settings,
    selection: Selection,
    graph: SharedGraph,
}

/// What was read, and never changes.
#[derive(Debug)]
struct Read {
    sources: Arc<Sources>,
    library: Library,
    warnings: Faults,
    reading: ForeignReading,
}

/// What is read in addition to the bundled standards, and how.
#[derive(Debug, Clone, Default)]
pub struct StandardsReader {
    paths: Vec<PathBuf>,
    reading: ForeignReading,
}

impl Standards {
    /// What is bundled, and nothing else.
    pub fn bundled() -> Self {
        let mut sources = Sources::default();
        let files = bundled::files(&mut sources);
        let read = load::library(&sources, files);
        Self::of(read, sources, ForeignReading::default()).expect("the build refuses standards that are not sound")
    }

    /// What is bundled, with packs, files and folders of your own.
    ///
    /// # Errors
    ///
    /// As [`StandardsReader::read`].
    pub fn with<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Result<Self, Error> {
        paths.into_iter().fold(Self::reader(), |reader, path| reader.with(path)).read()
    }

    /// Reads more than what is bundled.
    pub fn reader() -> StandardsReader {
        StandardsReader::default()
    }

    fn of(read: Loaded<Library>, mut sources: Sources, reading: ForeignReading) -> Result<Self, Error> {
        let (library, warnings) = sound(read, &sources)?;
        if sources.may_be_damaged() {
            load::read_ahead(&library);
            if let Some(damage) = Error::of_damage(&sources) {
                return Err(damage);
            }
        }
        disk::locate(&mut sources, None)?;
        let warnings = Faults::without_notes(&warnings, &sources);
        let settings = with_reading(query::Settings::default(), reading);
        Ok(Self {
            read: Arc::new(Read { sources: Arc::new(sources), library, warnings, reading }),
            settings,
            selection: Selection::default(),
            graph: SharedGraph::default(),
        })
    }

    /// The same standards, asked with other settings. Nothing is read again.
    ///
    /// # Errors
    ///
    /// [`Error::Refused`] if chains are longer than 100 rows, the weight is not between 0 and 1, or a table to leave
    /// out does not exist.
    pub fn with_settings(&self, settings: &Settings) -> Result<Self, Error> {
        let values = settings.values();
        if values.max_hops > 100 {
            return Err(Refusal::new("a chain can have at most 100 rows", "give a number from 0 to 100").into());
        }
        if !(0.0..=1.0).contains(&values.partial_weight) {
            return Err(Refusal::new("the weight of partial must be a share", "give a number from 0 to 1").into());
        }
        let selection = values.selection(&self.read.library)?;
        let graph = if selection == self.selection { self.graph.clone() } else { SharedGraph::default() };
        let settings = with_reading(values.clone(), self.read.reading);
        Ok(Self { read: Arc::clone(&self.read), settings, selection, graph })
    }

    /// What is worth knowing about the files that were added, although all of them can be used.
    pub fn warnings(&self) -> &Faults {
        &self.read.warnings
    }

    /// The editions, in the order of their ids.
    pub fn editions(&self) -> impl Iterator<Item = &EditionId> {
        self.read.library.catalogs().map(|catalog| &catalog.id)
    }

    pub(super) fn library(&self) -> &Library {
        &self.read.library
    }

    pub(super) fn sources(&self) -> &Arc<Sources> {
        &self.read.sources
    }

    pub(super) fn settings(&self) -> &query::Settings {
        &self.settings
    }

    /// Asks with these texts, which begin with those of the standards.
    pub(super) fn ask<T>(
        &self,
        sources: &Sources,
        question: impl FnOnce(Case<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Error> {
        let library = &self.read.library;
        let crosswalk = Crosswalk::with_graph(library, &self.selection, self.graph.clone());
        let answer = question(Case { sources, library, crosswalk: &crosswalk, settings: &self.settings });
        match Error::of_damage(sources) {
            Some(damage) => Err(damage),
            None => Ok(answer?),
        }
    }
}

impl StandardsReader {
    /// Adds a pack, a file, or a folder with all catalogs, relation tables and methods in it: xwalk's own, and those in formats
    /// of other programs that `xwalk import` reads.
    #[must_use]
    pub fn with(mut self, path: impl AsRef<Path>) -> Self {
        self.paths.push(path.as_ref().to_owned());
        self
    }

    /// Sets how the relation intersect of CISO Assistant is interpreted; partial by default.
    #[must_use]
    pub fn intersect_as(mut self, relation: IntersectAs) -> Self {
        self.reading.intersect_as = Some(relation);
        self
    }

    /// Reads all of it. The texts are kept for as long as the program runs, so read once and ask often.
    ///
    /// # Errors
    ///
    /// [`Error::File`] if a path does not exist or cannot be read, [`Error::Data`] if something in the files is wrong,
    /// and [`Error::Refused`] if a pack is damaged or a setting has no effect on it.
    pub fn read(self) -> Result<Standards, Error> {
        let mut sources = Sources::default();
        let read = gather::library(self.paths.iter().map(PathBuf::as_path), None, self.reading, &mut sources)?;
        Standards::of(read, sources, self.reading)
    }
}

/// The value with its warnings; or everything that is wrong. Where a pack turned out to be damaged, that is what is wrong.
pub(super) fn sound<T>(read: Loaded<T>, sources: &Sources) -> Result<(T, Vec<Diagnostic>), Error> {
    read.sound()
        .map_err(|faults| Error::of_damage(sources).unwrap_or_else(|| Error::Data(Faults::of(&faults, sources))))
}

/// Settings with what was said about how files of other programs are read.
fn with_reading(mut settings: query::Settings, reading: ForeignReading) -> query::Settings {
    let word = reading.intersect_as.map(|word| (INTERSECT_AS, word.name().to_owned()));
    settings.reading = word.into_iter().collect();
    settings
}
