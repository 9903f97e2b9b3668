//! Finds the files to check.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use xwalk::api::refuse_other_content;
use xwalk::diagnostic::{Diagnostic, Rule};
use xwalk::disk;
use xwalk::exchange::format::Format;
use xwalk::exchange::other_content::Wanted;
use xwalk::exchange::owner::Owner;
use xwalk::load::{check_reviews_beside, is_assessment, is_xwalk_file};
use xwalk::source::{FileId, Sources};

use crate::cli::failure::Failure;

/// What to do about a file that cannot be read.
const WAY_OUT: &str = "make it readable, or exclude it with --exclude or in .xwalkignore";

/// The files of xwalk that were found, and what was found next to them.
#[derive(Default)]
pub(super) struct Found {
    /// Those to check.
    pub(super) files: Vec<FileId>,
    /// Those of them that are in a folder of standards.
    pub(super) standards: BTreeSet<FileId>,
    /// Files of other programs that hold standards.
    pub(super) foreign: Vec<(FileId, Format)>,
    /// What is wrong with files that could not be read.
    pub(super) faults: Vec<Diagnostic>,
    /// The folders that were left out because of their names alone.
    pub(super) left_out: Vec<String>,
    /// How many files of the folders are none of xwalk's.
    pub(super) others: usize,
    /// How many of those hold standards of other programs.
    foreign_unasked: usize,
    /// How many files are, letter by letter, part of the program.
    pub(super) bundled: usize,
}

/// Why a file is checked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// It is in a folder of standards.
    Standard,
    /// Somebody named it, and means it to be one of xwalk's.
    Meant,
    /// It was found in a folder, or named among others.
    InFolder,
    /// It is next to what is named, which may depend on it.
    Beside,
}

/// Where to search, and what to leave out.
pub(super) struct Asked<'a> {
    /// Files and folders.
    pub(super) paths: &'a [PathBuf],
    /// Folders that hold nothing but standards.
    pub(super) standards: &'a [PathBuf],
    /// Folders whose assessments are checked only if they are named themselves.
    pub(super) beside: &'a [PathBuf],
    /// What matches these patterns is left out.
    pub(super) exclude: &'a [String],
    /// Whether named files are left out that are none of xwalk's or are to be ignored.
    pub(super) skips_others: bool,
}

impl Found {
    /// Finds what is in files and folders.
    pub(super) fn new(asked: &Asked<'_>, sources: &mut Sources) -> Result<Self, Failure> {
        let Asked { paths, standards, beside, exclude, skips_others } = *asked;
        let mut found = Self::default();
        let exclusion = disk::Exclusion::new(exclude, skips_others)?;
        let named = disk::found(paths.iter().map(PathBuf::as_path), &exclusion)?;
        let beside = disk::found(beside.iter().map(PathBuf::as_path), &exclusion)?;
        let (mut files, mut failures) = (Vec::new(), Vec::new());
        for folder in standards {
            disk::ensure_there(folder)?;
            refuse_other_content(folder, Wanted::Standards)?;
            for file in disk::standard_files(folder) {
                match file {
                    Ok(path) => files.push((path, Way::Standard)),
                    Err(failure) => failures.push(failure),
                }
            }
        }
        let way = |file: &disk::FoundFile| if file.is_named && !skips_others { Way::Meant } else { Way::InFolder };
        files.extend(named.files.iter().map(|file| (file.path.clone(), way(file))));
        let reviews = named.files.iter().filter(|file| file.is_named).map(|file| disk::reviews_beside(&file.path));
        files.extend(reviews.filter(|reviews| disk::is_file(reviews)).map(|reviews| (reviews, Way::InFolder)));
        files.extend(beside.files.iter().map(|file| (file.path.clone(), Way::Beside)));
        // A file that is there in several ways is there in the first of them.
        let mut seen = BTreeSet::new();
        files.retain(|(path, _)| seen.insert(disk::canonical(path)));
        files.sort();
        for (path, _) in files.iter().filter(|(_, way)| *way == Way::Meant) {
            refuse_other_content(path, Wanted::Standards)?;
        }
        for (path, way) in &files {
            found.add(path, *way, sources);
        }
        found.check_reviews(sources);
        for failure in failures.iter().chain(&named.failures).chain(&beside.failures) {
            found.faults.push(disk::unreadable(sources, failure, WAY_OUT));
        }
        found.left_out = named.left_out.iter().map(|folder| folder.display().to_string()).collect();
        // A hook names what a commit has changed, which may be nothing of xwalk's.
        let may_be_none = skips_others && paths.iter().all(|path| disk::names_file(path));
        if found.files.is_empty()
            && found.foreign.is_empty()
            && found.faults.is_empty()
            && found.bundled == 0
            && !may_be_none
        {
            let where_ = paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ");
            let tip = match found.foreign_unasked {
                0 => "files of xwalk start with a line such as `xwalk: assessment/1`".to_owned(),
                _ => {
                    format!("there are standards in the format of other programs: check them with --standards {where_}")
                }
            };
            return Err(anyhow::anyhow!("no file of xwalk was found in {where_}\n\n  tip: {tip}").into());
        }
        Ok(found)
    }

    /// Reports a file at the place of the reviews of an assessment that is something else.
    fn check_reviews(&mut self, sources: &Sources) {
        let assessments: Vec<&Path> = self
            .files
            .iter()
            .map(|file| sources.get(*file))
            .filter(|source| is_assessment(source.text()))
            .map(|source| Path::new(source.name()))
            .collect();
        let mut faults = Vec::new();
        for assessment in assessments {
            let beside = disk::reviews_beside(assessment).display().to_string();
            let name = assessment.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if let Some(file) = sources.find(&beside) {
                faults.extend(check_reviews_beside(sources, file, &name));
            }
        }
        self.faults.extend(faults);
    }

    /// Takes a file in.
    fn add(&mut self, path: &Path, way: Way, sources: &mut Sources) {
        let is_meant = matches!(way, Way::Standard | Way::Meant);
        match disk::file(sources, path) {
            Ok(Ok(file)) => {
                let text = sources.get(file).text();
                if way == Way::Beside && (!is_xwalk_file(text) || is_assessment(text)) {
                    return;
                }
                if !is_meant && !is_xwalk_file(text) {
                    self.others += 1;
                    self.foreign_unasked += usize::from(Format::of(text).is_some());
                    return;
                }
                match Owner::of(sources, file) {
                    Owner::Foreign(format) => self.foreign.push((file, format)),
                    Owner::Unknown(fault) => self.faults.push(*fault),
                    Owner::Own if way != Way::Standard && sources.is_bundled_text(file) => {
                        self.bundled += usize::from(way != Way::Beside);
                    }
                    Owner::Own => {
                        self.files.push(file);
                        self.standards.extend((way == Way::Standard).then_some(file));
                    }
                }
            }
            Ok(Err(fault)) => {
                // A file that is not text belongs to another program, unless its readable part says that it is one of
                // xwalk's.
                let text = sources.get(fault.span.file).text().replace(['\0', '\u{fffd}'], "");
                if is_meant || fault.rule != Rule::Encoding || is_xwalk_file(&text) {
                    self.faults.push(fault);
                } else {
                    self.others += usize::from(way != Way::Beside);
                }
            }
            Err(failure) => self.faults.push(disk::unreadable(sources, &failure, WAY_OUT)),
        }
    }
}
