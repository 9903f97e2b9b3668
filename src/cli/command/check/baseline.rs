//! The baseline file, and the names of files in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context;
use xwalk::api::EarlierCoverage;
use xwalk::changes::{Baseline, BaselineChanges, Comparison, CoverageChange, Fate, TargetCoverage};
use xwalk::diagnostic::Diagnostic;
use xwalk::disk;
use xwalk::model::{EditionId, Library};
use xwalk::query::Settings;
use xwalk::source::{FileId, Sources};

/// A baseline, and what files are called in it: by their paths from its folder if they are below it.
pub(super) struct BaselineFile {
    baseline: Baseline,
    names: BTreeMap<FileId, String>,
}

impl BaselineFile {
    /// The baseline in a file, of a run with the same settings.
    pub(super) fn read(
        path: &Path,
        files: &[FileId],
        sources: &mut Sources,
        settings: &Settings,
    ) -> anyhow::Result<Self> {
        let name = path.display();
        let baseline: Baseline =
            serde_json::from_str(&disk::text(sources, path)?).with_context(|| format!("{name} is not a baseline"))?;
        anyhow::ensure!(
            baseline.is_readable(),
            "{name} is a baseline of another version\n\n  tip: write it again with --write-baseline"
        );
        let now = Baseline::new(settings).settings;
        let in_words = |settings: &BTreeMap<String, String>| {
            settings.iter().map(|(name, value)| format!("{name} {value}")).collect::<Vec<_>>().join(", ")
        };
        anyhow::ensure!(
            baseline.settings == now,
            "{name} was written with {}, but this run uses {}\n\n  tip: use the same settings, or write it again with --write-baseline",
            in_words(&baseline.settings),
            in_words(&now)
        );
        Ok(Self { baseline, names: names(path, files, sources) })
    }

    /// What is found, and the coverage of assessments, for a baseline in a file.
    pub(super) fn of(
        path: &Path,
        files: &[FileId],
        sources: &Sources,
        findings: &[Diagnostic],
        coverages: &[(FileId, TargetCoverage)],
        settings: &Settings,
    ) -> Self {
        let mut known = Self { baseline: Baseline::new(settings), names: names(path, files, sources) };
        for finding in findings {
            if let Some(name) = known.names.get(&finding.span.file) {
                known.baseline.add(name, finding);
            }
        }
        for (file, coverage) in coverages {
            if let Some(name) = known.names.get(file) {
                known.baseline.add_coverage(name, coverage);
            }
        }
        known
    }

    /// The text of its file.
    pub(super) fn text(&self) -> anyhow::Result<String> {
        Ok(serde_json::to_string_pretty(&self.baseline)? + "\n")
    }

    /// Removes what is known, and says what changed. `fate` is that of what is no longer found, `allowed` what
    /// comments allow.
    pub(super) fn compare(
        &self,
        findings: &mut Vec<Diagnostic>,
        allowed: &[Diagnostic],
        fate: &Fate<'_>,
    ) -> BaselineChanges {
        self.baseline.compare(findings, &Comparison { names: &self.names, allowed, fate })
    }

    /// What of it could not be compared: files that were not checked, and targets that are not known here.
    pub(super) fn missing(&self, library: &Library) -> Vec<String> {
        let seen: BTreeSet<&String> = self.names.values().collect();
        let files = self.baseline.coverage.keys().chain(self.baseline.findings.values().map(|known| &known.file));
        let files: BTreeSet<&String> = files.filter(|file| !seen.contains(file)).collect();
        let targets = self.names.values().flat_map(|name| self.baseline.targets(name));
        let targets: BTreeSet<String> = targets
            .filter(|target| library.catalog(target).is_none())
            .map(|target| format!("the edition {target}"))
            .collect();
        files.into_iter().map(|file| format!("the file {file}")).chain(targets).collect()
    }
}

impl EarlierCoverage for BaselineFile {
    fn targets(&self, file: FileId) -> Vec<EditionId> {
        self.names.get(&file).map(|name| self.baseline.targets(name)).unwrap_or_default()
    }

    fn coverage_change(&self, file: FileId, coverage: &TargetCoverage) -> Option<CoverageChange> {
        Some(self.baseline.coverage_change(self.names.get(&file)?, coverage))
    }

    fn regression(&self, file: FileId, coverage: &TargetCoverage) -> Option<Diagnostic> {
        self.baseline.regression(self.names.get(&file)?, coverage)
    }
}

/// Paths from the folder of the baseline, so they are the same wherever a run starts.
fn names(baseline: &Path, files: &[FileId], sources: &Sources) -> BTreeMap<FileId, String> {
    let folder = disk::canonical(&baseline.parent().unwrap_or(Path::new("")).join("."));
    let name = |file: &FileId| {
        let place = disk::canonical(Path::new(sources.get(*file).name()));
        let name = pathdiff::diff_paths(&place, &folder).unwrap_or(place).display().to_string();
        (*file, name.replace('\\', "/"))
    };
    files.iter().map(name).collect()
}
