//! Completions for shells: the script that a shell needs once, and the answers when it asks how a line may continue.

mod candidates;
mod line;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap_complete::CompleteEnv;
use clap_complete::env::{Bash, Elvish, EnvCompleter, Fish, Powershell, Shells, Zsh};
use xwalk::source::Sources;

use super::Command;
use crate::cli::failure::Failure;
use crate::cli::made::Made;
use crate::cli::options::Options;
use crate::cli::output::Output;

/// The variable by which a shell that asks names itself. In any other run it is not set, and nothing else is examined.
const VARIABLE: &str = "XWALK_COMPLETE";

const NAME: &str = "xwalk";

const SHELLS: &[&dyn EnvCompleter] = &[
    &Shell { is_asked_by: &Bash, script: Some(include_str!("bash.sh")) },
    &Shell { is_asked_by: &Zsh, script: Some(include_str!("zsh.zsh")) },
    &Shell { is_asked_by: &Fish, script: None },
    &Shell { is_asked_by: &Powershell, script: None },
    &Shell { is_asked_by: &Elvish, script: None },
];

/// Prints completions for a shell: of commands, options, files, editions, clauses, tables and methods
#[derive(Debug, clap::Args)]
#[command(after_help = "Put the line for your shell into its startup file:
  ~/.bashrc:                   source <(xwalk completions bash)
  ~/.zshrc, behind compinit:   source <(xwalk completions zsh)
  ~/.config/fish/config.fish:  xwalk completions fish | source
  ~/.config/elvish/rc.elv:     eval (xwalk completions elvish | slurp)
  $PROFILE:  xwalk completions powershell | Out-String | Invoke-Expression

Ids are those of what is bundled and of the standards that --standards in the line, xwalk.toml and XWALK_STANDARDS name. Behind
an assessment, a clause is offered by its number alone where only one of the editions in question has that number.")]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_parser = PossibleValuesParser::new(SHELLS.iter().map(|shell| shell.name())))]
    shell: String,
}

impl Command for Completions {
    fn run(&self, options: &Options, output: &Output) -> Result<(), Failure> {
        options.output.refuse_format("completions writes a script")?;
        let mut script = Vec::new();
        for shell in SHELLS.iter().filter(|shell| shell.name() == self.shell) {
            shell.write_registration(VARIABLE, NAME, NAME, NAME, &mut script)?;
        }
        output.write_text(&String::from_utf8(script)?, Made::Script, &Sources::default())?;
        Ok(())
    }

    fn folder(&self) -> Option<PathBuf> {
        None
    }
}

impl Completions {
    /// Answers a shell that asks how a line may continue, and ends the process; in any other run, does nothing.
    pub(crate) fn answer_shell(parser: fn() -> clap::Command) {
        CompleteEnv::with_factory(parser).var(VARIABLE).bin(NAME).shells(Shells(SHELLS)).complete();
    }
}

/// A shell that gets the names of the library as an answer.
struct Shell {
    is_asked_by: &'static (dyn EnvCompleter + Sync),
    /// The script for the shell, if it is not the one of the library for completions.
    script: Option<&'static str>,
}

impl EnvCompleter for Shell {
    fn name(&self) -> &'static str {
        self.is_asked_by.name()
    }

    fn is(&self, name: &str) -> bool {
        self.is_asked_by.is(name)
    }

    fn write_registration(
        &self,
        variable: &str,
        name: &str,
        binary: &str,
        completer: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match self.script {
            Some(script) => out.write_all(script.as_bytes()),
            None => self.is_asked_by.write_registration(variable, name, binary, completer, out),
        }
    }

    fn write_complete(
        &self,
        command: &mut clap::Command,
        line: Vec<OsString>,
        folder: Option<&Path>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        candidates::offer(command, &line);
        self.is_asked_by.write_complete(command, line, folder, out)
    }
}
