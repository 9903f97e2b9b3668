//! A folder of `tests/rules`, loaded as for a question, with the gates of its policy and of its baseline.

use std::fs;
use std::path::{Path, PathBuf};

use xwalk::changes::{Baseline, Gate};
use xwalk::crosswalk::{Crosswalk, Selection};
use xwalk::diagnostic::{AllowComments, Diagnostic};
use xwalk::disk;
use xwalk::disk::Standing;
use xwalk::exchange::content::Choices;
use xwalk::exchange::foreign::ForeignFiles;
use xwalk::exchange::owner::Owner;
use xwalk::load::layout::Layout;
use xwalk::load::{self, Files, raw};
use xwalk::model::{Assessment, Library, Reviews, Unfit};
use xwalk::query::{Assessed, Case, Gap, Settings, suspect_rows, suspect_statements};
use xwalk::source::{FileId, Sources, Span};

/// Where the folders are.
pub(crate) const ROOT: &str = "tests/rules";

/// The tiny library that stands beside every folder.
pub(crate) const WORLD: &str = "_world";

/// What became of a folder.
pub(crate) struct Outcome {
    pub(crate) sources: Sources,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) library: Option<Library>,
    pub(crate) assessment: Option<Assessment>,
}

impl Outcome {
    /// Each diagnostic as a line of `expected.txt`.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.diagnostics
            .iter()
            .map(|fault| {
                let place = self.sources.position(fault.span);
                let path = Path::new(self.sources.get(fault.span.file).name());
                let name = path.file_name().expect("a file").to_string_lossy();
                let message = fault.message.replace('\\', "/");
                format!("{name}:{}:{}: {message} [{}]", place.line, place.column, fault.rule.id())
            })
            .collect()
    }
}

/// Reads the common world.
pub(crate) fn world(sources: &mut Sources) -> Files {
    let mut files = Files::default();
    disk::folder(sources, &mut files, &Path::new(ROOT).join(WORLD)).expect("the world can be read");
    files
}

/// Loads the common world together with a folder, and the folder's assessment against both.
pub(crate) fn load(folder: &str) -> Outcome {
    let folder = Path::new(ROOT).join(folder);
    let mut sources = Sources::default();
    let (mut files, mut foreign) = (world(&mut sources), Vec::new());
    let others = ["assessment.yaml", "assessment.reviews.yaml", "baseline.json"];
    let is_standard = |path: &&PathBuf| !others.iter().any(|other| path.ends_with(other));
    for path in self::files(&folder).iter().filter(is_standard) {
        match disk::file(&mut sources, path).expect("it can be read") {
            Ok(file) => match Owner::of(&sources, file) {
                Owner::Own => files.read(&sources, file),
                Owner::Foreign(format) => foreign.push((file, format)),
                Owner::Unknown(fault) => files.add_faults(vec![*fault]),
            },
            Err(fault) => files.add_fault(fault),
        }
    }
    ForeignFiles::read(&sources, &foreign).add_to(&mut files, &sources, Choices::default());
    let (library, diagnostics) = match load::library(&sources, files).sound() {
        Ok((library, warnings)) => (Some(library), warnings),
        Err(diagnostics) => (None, diagnostics),
    };
    let mut outcome = Outcome { sources, diagnostics, library, assessment: None };
    outcome.diagnostics.extend(outcome.library.iter().flat_map(suspect_rows));
    let path = folder.join("assessment.yaml");
    if let (Some(library), true) = (&outcome.library, path.exists()) {
        match disk::file(&mut outcome.sources, &path).expect("it can be read") {
            Ok(file) => match load::assessment(&outcome.sources, file, library).sound() {
                Ok((mut assessment, warnings)) => {
                    outcome.diagnostics.extend(warnings);
                    assessment.reviews = reviews(&mut outcome.sources, library, &path);
                    outcome.diagnostics.extend(notes(&outcome.sources, library, &assessment, file));
                    gates(&outcome.sources, library, &assessment, file, &mut outcome.diagnostics);
                    outcome.assessment = Some(assessment);
                }
                Err(faults) => outcome.diagnostics.extend(faults),
            },
            Err(fault) => outcome.diagnostics.push(fault),
        }
    }
    outcome
}

/// What was reviewed of an assessment.
fn reviews(sources: &mut Sources, library: &Library, assessment: &Path) -> Option<Reviews> {
    let path = disk::reviews_beside(assessment);
    let file = path.exists().then(|| disk::file(sources, &path).expect("it can be read").expect("it is text"))?;
    load::assessment_reviews(sources, file, library).sound().expect("it is sound").0
}

/// What an assessment states otherwise than it follows.
pub(crate) fn notes(sources: &Sources, library: &Library, assessment: &Assessment, file: FileId) -> Vec<Diagnostic> {
    let settings = Settings::default();
    let crosswalk = Crosswalk::new(library, &Selection::default());
    let case = Case { sources, library, crosswalk: &crosswalk, settings: &settings };
    let gap = Gap { target: vec!["beta:1".to_owned()], ..Gap::default() };
    let case = Assessed { case, assessment, file };
    let stated = gap.ask(case).expect("beta:1 is there").findings;
    stated.into_iter().chain(suspect_statements(case)).collect()
}

/// The gates that an assessment misses, what is known and what comments allow.
fn gates(
    sources: &Sources,
    library: &Library,
    assessment: &Assessment,
    file: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let settings = Settings::default();
    let crosswalk = Crosswalk::new(library, &Selection::default());
    let case = Case { sources, library, crosswalk: &crosswalk, settings: &settings };
    let case = Assessed { case, assessment, file };
    let Some(raw::File::Assessment(written)) = raw::read(sources, file, &mut Vec::new()) else { panic!("it was read") };
    let folder = Path::new(sources.get(file).name()).parent().expect("it lies in a folder").to_owned();
    let evidence = assessment.statements().flat_map(|(_, statement)| &statement.evidence);
    let unfit = |path: &str| match disk::standing(&folder, path) {
        Standing::File => None,
        Standing::Nothing => Some(Unfit::Missing),
        Standing::Folder => Some(Unfit::Folder),
        Standing::Special => Some(Unfit::Special),
        Standing::Outside => Some(Unfit::Outside),
    };
    let paths = evidence.filter(|path| !path.contains("://"));
    let unfit = paths.filter_map(|path| Some((path.to_string(), unfit(path)?))).collect();
    let gate = Gate::default();
    diagnostics.extend(gate.judge(case, &written, &unfit).expect("it has a day").missed);
    if let Ok(baseline) = fs::read_to_string(folder.join("baseline.json")) {
        let baseline: Baseline = serde_json::from_str(&baseline).expect("a baseline");
        let standings = gate.target_coverages(case, &written, &[]).expect("its targets are known");
        diagnostics.extend(standings.iter().filter_map(|standing| baseline.regression("assessment.yaml", standing)));
    }
    let comments = |text: &str| Layout::read(text).expect("it was read").comments;
    AllowComments { comments: &comments, is_judged: &|_, _| true }.apply(sources, &[file].into(), diagnostics);
}

/// The files of a folder, by name.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("it can be listed"))
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect()
}

/// Those of them that are YAML.
pub(crate) fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    files(folder).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect()
}

/// Whether every place that a diagnostic names lies inside its file, between characters.
pub(crate) fn assert_inside(sources: &Sources, fault: &Diagnostic) {
    for Span { file, start, end } in std::iter::once(fault.span).chain(fault.labels.iter().map(|label| label.span)) {
        let text = sources.get(file).text();
        assert!(start <= end, "{fault:?}");
        assert!(text.get(start as usize..end as usize).is_some(), "{fault:?} in {} bytes", text.len());
    }
}
