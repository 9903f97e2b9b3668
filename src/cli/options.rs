//! The options that every command takes: how to infer, what else to read, how to write.

use std::path::{Path, PathBuf};

use clap::ColorChoice;
use clap::builder::{PossibleValue, PossibleValuesParser};
use xwalk::api::{ForeignReading, IntersectAs};
use xwalk::disk::Patience;
use xwalk::query::{INTERSECT_AS, Settings};
use xwalk::render::{self, FORMATS, MADE_ELSEWHERE, NamedFormat, STREAMED};

use super::project::Project;

// The options of all commands. A doc comment would become their help.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    #[command(flatten)]
    pub(super) settings: Settings,
    /// Add a pack, or a file or folder of catalogs, relation tables and methods, in xwalk's own format or in one that
    /// `xwalk import` reads; may be given several times
    #[arg(long, value_name = "PATH", global = true, help_heading = "Data")]
    pub(super) standards: Vec<PathBuf>,
    /// How to interpret the relation intersect of CISO Assistant, which its users use for every connection; a pack
    /// keeps the choice that was made when it was created [default: partial]
    #[arg(long, value_name = "RELATION", global = true, help_heading = "Data", value_enum)]
    pub(super) intersect_as: Option<IntersectAs>,
    /// Ignore xwalk.toml: the standards, targets and defaults that it names
    #[arg(long, global = true, help_heading = "Data")]
    pub(super) no_project: bool,
    #[arg(skip)]
    pub(super) project: Option<Project>,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

impl Options {
    /// Notes among the settings how files of other programs are read, if that was stated.
    pub(super) fn note_reading(&mut self) {
        let intersect_as = self.intersect_as.map(|word| (INTERSECT_AS, word.name().to_owned()));
        self.settings.reading = intersect_as.into_iter().collect();
    }

    /// How files of other programs are read if they leave a choice.
    pub(super) fn reading(&self) -> ForeignReading {
        let is_of_project = self.settings.from_project.contains(&INTERSECT_AS);
        ForeignReading { intersect_as: self.intersect_as, is_of_project }
    }
}

/// How to write the answer.
#[derive(Debug, clap::Args)]
pub(super) struct OutputArgs {
    /// The format of the answer [default: by the ending of --output, else table; html for report, dot for graph]
    #[arg(long, value_name = "FORMAT", global = true, value_parser = formats(), help_heading = "Output")]
    pub(super) format: Option<String>,
    /// Write atomically to this file (for portal: this folder) instead of standard output, which is `-`
    #[arg(long, short, value_name = "FILE", global = true, help_heading = "Output")]
    pub(super) output: Option<PathBuf>,
    /// Replace the file of --output even if it is not an earlier output of the same kind
    #[arg(long, global = true, help_heading = "Output")]
    pub(super) force: bool,
    /// When to use colours; auto respects NO_COLOR and uses them on a terminal only
    #[arg(long, value_name = "WHEN", global = true, default_value_t = ColorChoice::Auto, help_heading = "Output")]
    pub(super) color: ColorChoice,
    /// How many characters a line may have [default: the width of the terminal, else 80]
    #[arg(long, value_name = "COLUMNS", global = true, value_parser = clap::value_parser!(u16).range(20..=1000), help_heading = "Output")]
    pub(super) width: Option<u16>,
}

impl OutputArgs {
    /// The file to write to; none if that is standard output, as `-` is. So is the device of that name: opened as a
    /// file, what a shell appends to would be replaced.
    pub(super) fn file(&self) -> Option<&Path> {
        let is_stdout = |path: &Path| ["-", "/dev/stdout"].iter().any(|name| path == Path::new(name));
        self.output.as_deref().filter(|path| !is_stdout(path))
    }

    /// The same for a text that is YAML: the ending of its name may not be that of another format.
    pub(super) fn yaml_file(&self) -> anyhow::Result<Option<&Path>> {
        let ending = self.file().and_then(Path::extension).and_then(|ending| ending.to_str());
        if let Some(ending) = ending.filter(|ending| render::format_for_extension(ending).is_some()) {
            anyhow::bail!("the output is YAML, but the name of the file ends in .{ending}\n\n  tip: end it in .yaml");
        }
        Ok(self.file())
    }

    /// Refuses --format if a command writes one thing only, so no user believes that it has an effect; `command` says
    /// which command writes what.
    pub(super) fn refuse_format(&self, command: &str) -> anyhow::Result<()> {
        anyhow::ensure!(self.format.is_none(), "{command}, so --format is not possible\n\n  tip: leave it out");
        Ok(())
    }

    /// Refuses --output as well.
    pub(super) fn refuse_output(&self, command: &str) -> anyhow::Result<()> {
        anyhow::ensure!(
            self.output.is_none(),
            "{command}, so --output is not possible\n\n  tip: leave it out; to keep the file as it is, copy it first"
        );
        anyhow::ensure!(!self.force, "{command}, so --force is not possible\n\n  tip: leave it out");
        self.refuse_format(command)
    }
}

// How a file is changed in place. A doc comment would become the help of every such command.
#[derive(Debug, clap::Args)]
pub(super) struct InPlace {
    /// If another program is changing the file, stop at once instead of waiting up to ten seconds
    #[arg(long)]
    no_wait: bool,
}

impl InPlace {
    /// How long such a file is waited for.
    pub(super) fn patience(&self) -> Patience {
        if self.no_wait { Patience::None } else { Patience::Wait }
    }
}

fn formats() -> PossibleValuesParser {
    let value = |known: &'static NamedFormat| PossibleValue::new(known.name).aliases(known.aliases);
    let elsewhere = MADE_ELSEWHERE.iter().map(|known| value(known).hide(true));
    PossibleValuesParser::new(FORMATS.iter().chain(STREAMED).map(value).chain(elsewhere))
}

/// A text of the command line that is not empty.
pub(super) fn words(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.is_empty() { Err("a text; to say nothing, leave the option out".to_owned()) } else { Ok(text.to_owned()) }
}
