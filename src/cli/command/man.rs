//! The manual pages.

use xwalk::source::Sources;

use super::ParserCommand;
use crate::cli::failure::Failure;
use crate::cli::made::Made;
use crate::cli::options::Options;
use crate::cli::output::Output;

/// Writes the manual pages: one to standard output, or all of them as files in a folder
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  xwalk man gap | man -l -
  xwalk man --output ~/.local/share/man/man1
  xwalk man gap --output man1

Into the folder of --output go xwalk.1 and a page for every command, such as xwalk-gap.1; other files there are left alone.")]
pub(crate) struct Man {
    /// The command whose page to write [default: xwalk itself; with --output, all]
    command: Option<String>,
}

impl ParserCommand for Man {
    fn run(&self, parser: clap::Command, options: &Options, output: &Output) -> Result<(), Failure> {
        options.output.refuse_format("man writes manual pages")?;
        let mut root = parser;
        root.build();
        let root = root.mut_subcommand("help", |help| help.hide(true));
        let commands = match &self.command {
            Some(name) => match root.find_subcommand(name) {
                Some(command) => vec![command],
                None => {
                    return Err(
                        anyhow::anyhow!("command {name} does not exist\n\n  tip: `xwalk --help` lists them").into()
                    );
                }
            },
            None => {
                let others = root.get_subcommands().filter(|command| !command.is_hide_set());
                std::iter::once(&root).chain(others).collect()
            }
        };
        match options.output.file() {
            Some(folder) => {
                let pages = commands.into_iter().map(|command| Ok((file_name(command), page(command)?)));
                let pages = pages.collect::<std::io::Result<Vec<_>>>()?;
                output.write_into(folder, &pages, Made::ManualPage)?;
            }
            None => {
                let page = String::from_utf8(page(commands[0])?)?;
                output.write_text(&page, Made::ManualPage, &Sources::default())?;
            }
        }
        Ok(())
    }
}

fn full_name(command: &clap::Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

fn file_name(command: &clap::Command) -> String {
    format!("{}.1", full_name(command))
}

fn page(command: &clap::Command) -> std::io::Result<Vec<u8>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone())
        .title(full_name(command))
        // No day, so that the page is the same on any; an empty text would let the next take its place.
        .date(" ")
        .source(concat!("xwalk ", env!("CARGO_PKG_VERSION")))
        .manual("xwalk")
        .render(&mut page)?;
    Ok(page)
}
