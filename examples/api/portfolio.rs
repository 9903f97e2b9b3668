//! Many assessments in one process: the standards are read and joined once, and every processor answers its share. A file that
//! cannot be used is named, and the others are answered.
//!
//! ```sh
//! cargo run --example api-portfolio -- iso-iec-20000-1:2011 examples/*/assessment.yaml
//! ```

use std::io::{self, Write as _};
use std::process::ExitCode;
use std::thread;

use xwalk::api::{Coverage, Error, Standards};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let target = arguments.next().unwrap_or_default();
    let paths: Vec<String> = arguments.collect();
    let answers = answers(&Standards::bundled(), &target, &paths);
    let (mut stdout, mut stderr, mut is_complete) = (io::stdout(), io::stderr(), true);
    drop(writeln!(stdout, "assessment,applicable,full,partial,presumed"));
    for (path, answer) in paths.iter().zip(answers) {
        match answer {
            Ok(row) => drop(writeln!(stdout, "{path},{row}")),
            Err(error) => {
                is_complete = false;
                drop(writeln!(stderr, "{path} was left out:\n{error}\n"));
            }
        }
    }
    if is_complete { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// How much of a target each assessment covers, in the order of their paths.
pub fn answers(standards: &Standards, target: &str, paths: &[String]) -> Vec<Result<String, Error>> {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let share = paths.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let workers: Vec<_> = paths
            .chunks(share)
            .map(|paths| scope.spawn(|| paths.iter().map(|path| row(standards, target, path)).collect::<Vec<_>>()))
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("no question panics")).collect()
    })
}

fn row(standards: &Standards, target: &str, path: &str) -> Result<String, Error> {
    // It is dropped as soon as it is answered, so that the number of assessments costs no memory.
    let assessment = standards.assessment(path)?;
    let answer = assessment.coverage(&Coverage::new().target(target))?;
    let total = answer.groups.iter().find(|group| group.name == "total").expect("every target has a total");
    let tally = &total.tally;
    Ok(format!("{},{},{},{}", tally.applicable, tally.full, tally.partial, tally.presumed))
}
