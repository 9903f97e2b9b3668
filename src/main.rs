//! The command line of xwalk.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
