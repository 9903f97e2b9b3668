//! A library with its sources, with an assessment where there is one, and questions of both.

use xwalk::crosswalk::Crosswalk;
use xwalk::diagnostic::Rule;
use xwalk::load::{self, Files};
use xwalk::model::{Assessment, Library};
use xwalk::query::{Assessed, Case, Settings};
use xwalk::source::{FileId, Sources};

/// A library with, where there is one, an assessment.
pub(crate) struct World {
    pub(crate) sources: Sources,
    pub(crate) library: Library,
    pub(crate) assessment: Option<(Assessment, FileId)>,
}

impl World {
    /// What comes of files, and of an assessment as text; of files about which there are warnings, their rules in order.
    pub(crate) fn read(mut sources: Sources, files: Files, assessment: Option<&str>, expected: &[Rule]) -> Self {
        let (library, warnings) = load::library(&sources, files).sound().unwrap();
        assert_eq!(warnings.iter().map(|warning| warning.rule).collect::<Vec<_>>(), expected, "{warnings:?}");
        let assessment = assessment.map(|text| {
            let file = sources.add("assessment.yaml", text.to_owned());
            (load::assessment(&sources, file, &library).sound().unwrap().0, file)
        });
        Self { sources, library, assessment }
    }

    /// Asks with settings of one's own.
    pub(crate) fn ask_with<T>(&self, settings: &Settings, ask: impl FnOnce(Assessed<'_>) -> T) -> T {
        let selection = settings.selection(&self.library).unwrap();
        let crosswalk = Crosswalk::new(&self.library, &selection);
        let case = Case { sources: &self.sources, library: &self.library, crosswalk: &crosswalk, settings };
        let empty = Assessment::new("nobody".into());
        match &self.assessment {
            Some((assessment, file)) => ask(Assessed { case, assessment, file: *file }),
            None => ask(Assessed { case, assessment: &empty, file: self.sources.first().unwrap() }),
        }
    }

    /// Asks with the usual settings.
    pub(crate) fn ask<T>(&self, ask: impl FnOnce(Assessed<'_>) -> T) -> T {
        self.ask_with(&Settings::default(), ask)
    }
}
