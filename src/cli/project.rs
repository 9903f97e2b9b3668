//! What the project file and the environment add to the options.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, io};

use clap::ArgMatches;
use clap::ValueEnum;
use clap::parser::ValueSource;
use xwalk::api::IntersectAs;
use xwalk::diagnostic::{self, Diagnostic, Rule, counted};
use xwalk::disk;
use xwalk::language::DocumentLanguage;
use xwalk::load::name;
use xwalk::load::project::{self, FILE_NAME};
use xwalk::load::raw::Scalar;
use xwalk::model::{Assessment, Capacity, Confidence, EditionId, Library};
use xwalk::query::{INTERSECT_AS, Settings};
use xwalk::render::{FORMATS, Theme};
use xwalk::source::{Sources, Text};

/// The variable that names more standards, as PATH names folders.
const VARIABLE: &str = "XWALK_STANDARDS";

/// A project file that was found.
#[derive(Debug)]
pub(super) struct Project {
    sources: Sources,
    read: project::Project,
    folder: PathBuf,
}

/// What a project file says of how everything is answered.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Conditions {
    standards: Vec<PathBuf>,
    max_hops: Option<u32>,
    partial_weight: Option<f64>,
    min_confidence: Option<Confidence>,
    without_table: Vec<String>,
    intersect_as: Vec<String>,
}

impl Project {
    /// The project file in a folder or above it, if there is one, and all that is wrong with it.
    pub(super) fn find(folder: &Path) -> Result<Option<(Self, Vec<Diagnostic>)>, disk::Failure> {
        let Some(path) = disk::file_above(folder, FILE_NAME) else { return Ok(None) };
        if disk::is_folder(&path) {
            let tip = format!("rename the folder, or add --no-project to ignore {FILE_NAME}");
            let message = format!("it is a folder, but the project file must have this name\n\n  tip: {tip}");
            return Err(disk::Failure { path, error: io::Error::other(message) });
        }
        let mut sources = Sources::default();
        let formats: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
        let intersections = IntersectAs::value_variants().iter().map(|word| word.name());
        let intersections: Vec<&str> = intersections.collect();
        let languages: Vec<&str> = DocumentLanguage::available().map(DocumentLanguage::tag).collect();
        let words = project::Words { formats: &formats, intersections: &intersections, languages: &languages };
        let (read, mut faults) = match disk::file(&mut sources, &path)? {
            Ok(file) => project::read(&sources, file, words),
            Err(fault) => (project::Project::default(), vec![fault]),
        };
        let folder = path.parent().unwrap_or(Path::new(".")).to_owned();
        let missing = |text: &&Scalar| !disk::exists(&folder.join(text.value.as_str()));
        faults.extend(read.standards.iter().filter(missing).map(|text| {
            let message = format!("{} does not exist", text.shown());
            let help = "name a folder or a pack, by its path from the folder of xwalk.toml";
            Diagnostic::new(Rule::Unreadable, text.span, message).help(help)
        }));
        faults.extend(read.front.logo.iter().filter(missing).map(|text| {
            let message = format!("{} does not exist", text.shown());
            let help = "name a PNG, JPEG or SVG file, by its path from the folder of xwalk.toml";
            Diagnostic::new(Rule::Unreadable, text.span, message).help(help)
        }));
        diagnostic::sort(&mut faults);
        Ok(Some((Self { sources, read, folder }, faults)))
    }

    /// Its path.
    pub(super) fn path(&self) -> PathBuf {
        self.folder.join(FILE_NAME)
    }

    /// What it says of how everything is answered: with what standards, and with what settings.
    pub(super) fn conditions(&self) -> Conditions {
        let project::Defaults {
            format: _,
            width: _,
            max_hops,
            partial_weight,
            min_confidence,
            without_table,
            intersect_as,
        } = &self.read.defaults;
        let words = |texts: &[Scalar]| texts.iter().map(|text| text.value.to_string()).collect();
        Conditions {
            standards: self.standards().map(|path| disk::canonical(&path)).collect(),
            max_hops: *max_hops,
            partial_weight: *partial_weight,
            min_confidence: *min_confidence,
            without_table: words(without_table),
            intersect_as: words(intersect_as.as_slice()),
        }
    }

    /// The text of the file, for messages about it.
    pub(super) fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The folders and packs that it names.
    pub(super) fn standards(&self) -> impl Iterator<Item = PathBuf> {
        self.read.standards.iter().map(|path| self.folder.join(path.value.as_str()))
    }

    /// What it says about the front of documents.
    pub(super) fn front(&self) -> &project::Front {
        &self.read.front
    }

    /// The language of documents.
    pub(super) fn language(&self) -> Option<DocumentLanguage> {
        DocumentLanguage::parse(self.read.front.language.as_deref()?).ok()
    }

    /// The picture that it names.
    pub(super) fn logo(&self) -> Option<PathBuf> {
        self.read.front.logo.as_ref().map(|path| self.folder.join(path.value.as_str()))
    }

    /// The colours and letters of documents.
    pub(super) fn theme(&self) -> Theme {
        let project::Theme { accent, font, heading_font } = self.read.theme.clone();
        Theme { accent, font, heading_font }
    }

    /// What an intersection of another program is read as.
    pub(super) fn intersect_as(&self) -> Option<IntersectAs> {
        let word = &self.read.defaults.intersect_as.as_ref()?.value;
        IntersectAs::value_variants().iter().copied().find(|known| *word == known.name())
    }

    /// How many columns a line may have.
    pub(super) fn width(&self) -> Option<u16> {
        self.read.defaults.width
    }

    /// Sets the settings that no option gives.
    pub(super) fn complete(&self, settings: &mut Settings, matches: &ArgMatches) {
        let defaults = &self.read.defaults;
        let is_given = |id: &str| matches.value_source(id) == Some(ValueSource::CommandLine);
        let mut said = Vec::new();
        if let Some(max_hops) = defaults.max_hops.filter(|_| !is_given("max_hops")) {
            settings.max_hops = max_hops;
            said.push("max-hops");
        }
        if let Some(partial_weight) = defaults.partial_weight.filter(|_| !is_given("partial_weight")) {
            settings.partial_weight = partial_weight;
            said.push("partial-weight");
        }
        if let Some(confidence) = defaults.min_confidence.filter(|_| !is_given("min_confidence")) {
            settings.min_confidence = Some(confidence);
            said.push("min-confidence");
        }
        if !defaults.without_table.is_empty() && !is_given("without_table") {
            settings.without_table = defaults.without_table.iter().map(|table| table.value.to_string()).collect();
            said.push("without-table");
        }
        settings.from_project = said;
    }

    /// The format of answers that have no format of their own.
    pub(super) fn format(&self) -> Option<&str> {
        self.read.defaults.format.as_deref()
    }

    /// What it names that is not in a library.
    pub(super) fn check(&self, library: &Library) -> Vec<Diagnostic> {
        let edition = |text: &Scalar| {
            let refusal = name::edition(&text.value, library).err()?;
            Some(Diagnostic::new(Rule::UnknownEdition, text.span, refusal.message).maybe_help(refusal.help))
        };
        let is_known = |text: &str| library.tables().any(|table| table.id.as_str() == text);
        let table = |text: &Scalar| {
            let refusal = (!is_known(&text.value)).then(|| name::unknown_table(&text.value, library))?;
            Some(Diagnostic::new(Rule::UnknownTable, text.span, refusal.message).maybe_help(refusal.help))
        };
        let mut faults: Vec<Diagnostic> = self.read.targets.iter().filter_map(edition).collect();
        faults.extend(self.read.defaults.without_table.iter().filter_map(table));
        diagnostic::sort(&mut faults);
        faults
    }

    /// Warns where a pack was made with another word for intersections than the project has: its rows are what the pack says.
    pub(super) fn unheeded(&self, sources: &Sources) -> Vec<Diagnostic> {
        let Some(word) = &self.read.defaults.intersect_as else { return Vec::new() };
        let packs: Vec<&str> = sources.packed_otherwise(INTERSECT_AS, &word.value).map(|(pack, _)| pack).collect();
        let [first, rest @ ..] = packs.as_slice() else { return Vec::new() };
        let more =
            if rest.is_empty() { String::new() } else { format!(" and {}", counted(rest.len(), "more", "more")) };
        let message = format!(
            "intersect-as {} changes nothing in {first}{more}: a pack keeps the setting with which it was created, and this is another",
            word.shown()
        );
        let help = "create the pack again with `xwalk pack --intersect-as`, or change the word here";
        vec![Diagnostic::new(Rule::LeftOut, word.span, message).help(help)]
    }

    /// Gives owners the time that it states for them, unless the assessment does; whether there were any.
    pub(super) fn give_capacities(&self, assessment: &mut Assessment) -> bool {
        let stated: BTreeSet<String> = assessment.capacities.keys().map(|owner| owner.trim().to_owned()).collect();
        let missing = self.read.capacities.iter().filter(|(owner, _)| !stated.contains(owner.as_str()));
        let added: Vec<(Text, Capacity)> = missing
            .map(|(owner, per_week)| (owner.clone().into(), Capacity { per_week: *per_week, span: None }))
            .collect();
        let is_any = !added.is_empty();
        assessment.capacities.extend(added);
        is_any
    }

    /// Its target editions, each once.
    pub(super) fn targets(&self, library: &Library) -> Vec<EditionId> {
        let mut targets: Vec<EditionId> = Vec::new();
        for text in &self.read.targets {
            if let Ok(catalog) = name::edition(&text.value, library)
                && !targets.contains(&catalog.id)
            {
                targets.push(catalog.id.clone());
            }
        }
        targets
    }
}

/// The home folder of the user.
pub(super) fn home() -> Option<PathBuf> {
    env::home_dir()
}

/// The folders and packs that the environment names.
pub(super) fn standards_of_environment() -> Vec<PathBuf> {
    let named = env::var_os(VARIABLE).unwrap_or_default();
    env::split_paths(&named).filter(|path| !path.as_os_str().is_empty()).collect()
}
