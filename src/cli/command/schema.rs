//! The JSON Schema of a kind of file.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use xwalk::schema::KINDS;
use xwalk::source::Sources;

use super::Command;
use crate::cli::failure::Failure;
use crate::cli::made::Made;
use crate::cli::options::Options;
use crate::cli::output::Output;

/// Prints the JSON Schema of a kind of file, for editors and validators
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk schema assessment --output assessment.schema.json
  xwalk schema relations

An editor that knows the YAML language server completes and checks a file that says where its schema lies:
  # yaml-language-server: $schema=assessment.schema.json

A schema sees the shape of one file. `xwalk check` sees all that is wrong.")]
pub(crate) struct Schema {
    /// The kind of file
    #[arg(value_parser = PossibleValuesParser::new(KINDS.iter().map(|kind| kind.name)))]
    kind: String,
}

impl Command for Schema {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        options.output.refuse_format("schema writes JSON")?;
        for kind in KINDS.iter().filter(|kind| kind.name == self.kind) {
            output.write_text(kind.schema, Made::Schema, &Sources::default())?;
        }
        Ok(())
    }

    fn folder(&self) -> Option<PathBuf> {
        None
    }
}
