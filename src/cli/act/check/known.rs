//! What is known from before: the baseline in its file, and what files are called in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context;
use xwalk::diagnostic::{Diagnostic, Rule};
use xwalk::load::disk;
use xwalk::model::EditionId;
use xwalk::query::{Baseline, Standing};
use xwalk::source::{FileId, Sources};

/// A baseline, and what files are called in it: by their paths from its folder where they stand below it.
pub(super) struct Known {
    baseline: Baseline,
    names: BTreeMap<FileId, String>,
}

impl Known {
    /// The baseline in a file.
    pub(super) fn read(path: &Path, files: &[FileId], sources: &Sources) -> anyhow::Result<Self> {
        let name = path.display();
        let baseline: Baseline =
            serde_json::from_str(&disk::text(path)?).with_context(|| format!("{name} is no baseline"))?;
        anyhow::ensure!(
            baseline.is_readable(),
            "{name} is a baseline of another version\n\n  tip: write it again with --write-baseline"
        );
        Ok(Self { baseline, names: names(path, files, sources) })
    }

    /// What is found, and where assessments stand, for a baseline in a file.
    pub(super) fn of(
        path: &Path,
        files: &[FileId],
        sources: &Sources,
        findings: &[Diagnostic],
        standings: &[(FileId, Standing)],
    ) -> Self {
        let mut known = Self { baseline: Baseline::new(), names: names(path, files, sources) };
        for finding in findings {
            if let Some(name) = known.names.get(&finding.span.file) {
                known.baseline.add(name, finding);
            }
        }
        for (file, standing) in standings {
            if let Some(name) = known.names.get(file) {
                known.baseline.stand(name, standing);
            }
        }
        known
    }

    /// The text of its file.
    pub(super) fn text(&self) -> anyhow::Result<String> {
        Ok(serde_json::to_string_pretty(&self.baseline)? + "\n")
    }

    /// The editions of which it knows where an assessment stood.
    pub(super) fn targets(&self, file: FileId) -> Vec<EditionId> {
        self.names.get(&file).map(|name| self.baseline.targets(name)).unwrap_or_default()
    }

    /// The finding that less of a target is certain than it was.
    pub(super) fn fell(&self, file: FileId, standing: &Standing) -> Option<Diagnostic> {
        self.baseline.fell(self.names.get(&file)?, standing)
    }

    /// Takes out what is known; of a coverage that is too low and fell besides, the first is told alone. Hands back how
    /// many findings were known.
    pub(super) fn take_out(&self, findings: &mut Vec<Diagnostic>) -> usize {
        let before = findings.len();
        findings.retain(|finding| {
            let name = self.names.get(&finding.span.file);
            name.is_none_or(|name| !self.baseline.knows(name, finding))
        });
        let known = before - findings.len();
        let about = |finding: &Diagnostic| (finding.span.file, finding.subject.clone());
        let low: BTreeSet<_> =
            findings.iter().filter(|finding| finding.rule == Rule::CoverageTooLow).map(about).collect();
        findings.retain(|finding| finding.rule != Rule::CoverageFell || !low.contains(&about(finding)));
        known
    }

    /// Its files that were not looked at.
    pub(super) fn missing(&self) -> Vec<String> {
        let seen: BTreeSet<&String> = self.names.values().collect();
        self.baseline.coverage.keys().filter(|file| !seen.contains(file)).cloned().collect()
    }
}

fn names(baseline: &Path, files: &[FileId], sources: &Sources) -> BTreeMap<FileId, String> {
    let folder = disk::place_of(&baseline.parent().unwrap_or(Path::new("")).join("."));
    let name = |file: &FileId| {
        let name = Path::new(sources.get(*file).name());
        let place = disk::place_of(name);
        let name = place.strip_prefix(&folder).unwrap_or(name).display().to_string();
        (*file, name.replace('\\', "/"))
    };
    files.iter().map(name).collect()
}
