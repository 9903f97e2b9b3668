//! What an organization has left to do for a standard: a line for each requirement about which something is to be done.
//!
//! ```sh
//! cargo run --example api-gap -- examples/harbour-it/assessment.yaml iso-iec-20000-1:2011
//! ```

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::ExitCode;

use xwalk::api::{Action, Error, Gap, Standards};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(target)) = (arguments.next(), arguments.next()) else {
        return failed(&"say which assessment, and which edition it is asked about");
    };
    match left_to_do(&path, &target) {
        Ok(text) => match io::stdout().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => failed(&error),
        },
        // Of wrong data this is every fault, with the line that is meant.
        Err(error) => failed(&error),
    }
}

/// What is left to do, in lines.
pub fn left_to_do(path: &str, target: &str) -> Result<String, Error> {
    let standards = Standards::bundled();
    let assessment = standards.assessment(path)?;
    let answer = assessment.gap(&Gap::new().target(target))?;
    let mut text = String::new();
    for (target, tally) in &answer.targets {
        let organization = assessment.organization();
        let (full, all) = (tally.full, tally.applicable);
        text += &format!("{organization}: of {all} requirements of {target}, {full} are met in full\n");
    }
    for row in answer.rows.iter().filter(|row| row.action != Action::None) {
        let chain: Vec<String> = row.chain.iter().map(ToString::to_string).collect();
        let (number, action) = (row.clause.number.as_str(), row.action.name());
        let because = if chain.is_empty() { "nothing".to_owned() } else { chain.join(" ") };
        writeln!(text, "{number} {action}: {} (because of {because})", row.title).expect("a text takes all");
    }
    Ok(text)
}

fn failed(why: &dyn std::fmt::Display) -> ExitCode {
    drop(writeln!(io::stderr(), "{why}"));
    ExitCode::FAILURE
}
