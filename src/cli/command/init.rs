//! The skeleton of an assessment.

use xwalk::disk;
use xwalk::edit::Template;
use xwalk::load::name;

use super::Command;
use crate::cli::failure::Failure;
use crate::cli::options::{Options, words};
use crate::cli::output::Output;
use crate::cli::read::read_library;

/// Creates an assessment template, with every requirement in a comment that you can uncomment
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk init 9001:2015 --output assessment.yaml
  xwalk init 9001:2008 20000-1:2011 --target 20000-1:2011 --organization \"Harbour IT\" > assessment.yaml

Then fill it in with an editor, with `xwalk set` or with `xwalk interview`. A file that is there already is not overwritten.")]
pub(crate) struct Init {
    /// The editions to assess, by id or alias, in the order of the file
    #[arg(required = true, value_name = "EDITION")]
    editions: Vec<String>,
    /// A target edition; may be given several times
    #[arg(long, value_name = "EDITION")]
    target: Vec<String>,
    /// The organization that is assessed
    #[arg(long, value_name = "NAME", value_parser = words)]
    organization: Option<String>,
}

impl Command for Init {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        options.output.refuse_format("init writes YAML")?;
        let (_, library) = read_library(options, output)?;
        let skeleton = Template {
            editions: name::editions(&self.editions, &library)?,
            targets: name::editions(&self.target, &library)?,
            organization: self.organization.clone(),
        };
        match options.output.yaml_file()? {
            Some(path) => Ok(disk::create(path, skeleton.text().as_bytes())?),
            None => Ok(output.print(&skeleton.text())?),
        }
    }
}
