//! How the cost of the whole program grows with each thing that there may be much of.
//!
//! `cargo bench --bench growth` runs all; `-- NAME…` some, by the names that it prints; `-- NAME=SIZE,SIZE` in other
//! sizes. Every run is a process of its own: what it took is processor time, user and system, and the memory that it
//! held. `growth` is the power of the size with which the time grows from one line to the next: 1 is linear, 2 quadratic.
//! At the end, commands are compared: how many times as long as `gap` the others take with one library, in
//! turns. No time is right or wrong here: what is printed is to be read.
//!
//! | variable | |
//! |---|---|
//! | `XWALK_BENCH_BINARY` | the program to measure, instead of the one that was built |
//! | `XWALK_BENCH_REFERENCE` | another one, such as that of an earlier commit, for `readme`: the README's `gap` by both in turns |
//! | `XWALK_BENCH_LIMIT` | after how many seconds of processor time a run is stopped, 30 if nothing is said |
//! | `XWALK_BENCH_WRITE` | a folder: the worlds are written there, each in its largest size, and nothing is run |
#![expect(clippy::print_stdout, reason = "a benchmark tells what it measures")]

mod case;
#[path = "../generate/mod.rs"]
mod generate;
mod measure;
mod race;
mod shapes;

use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use case::{CASES, Case};
use measure::{Cost, Run};
use race::{Lane, RACES, Race, Turn, median};

/// What is said of the README's own command.
const README: &str = "readme";

/// The benchmark as it was asked for.
struct Bench {
    program: PathBuf,
    limit: Duration,
}

/// A name on the command line, with the sizes after it where there are any.
struct Asked {
    name: String,
    sizes: Option<Vec<usize>>,
}

fn main() -> ExitCode {
    let asked: Vec<Asked> = env::args().skip(1).filter(|word| !word.starts_with("--")).map(Asked::read).collect();
    let names: Vec<&str> =
        CASES.iter().map(|case| case.name).chain(RACES.iter().map(|race| race.name)).chain([README]).collect();
    if let Some(unknown) = asked.iter().find(|asked| !names.contains(&asked.name.as_str())) {
        println!("there is no benchmark {}; there are {}", unknown.name, names.join(", "));
        return ExitCode::from(2);
    }
    let of = |name: &str| {
        let found = asked.iter().find(|asked| asked.name == name);
        (asked.is_empty() || found.is_some()).then(|| found.and_then(|asked| asked.sizes.clone()))
    };
    let cases: Vec<(&Case, Vec<usize>)> =
        CASES.iter().filter_map(|case| Some((case, of(case.name)?.unwrap_or(case.sizes.to_vec())))).collect();
    let races: Vec<&Race> = RACES.iter().filter(|race| of(race.name).is_some()).collect();
    if let Some(folder) = env::var_os("XWALK_BENCH_WRITE") {
        write(Path::new(&folder), &cases, &races);
        return ExitCode::SUCCESS;
    }
    let seconds = env::var("XWALK_BENCH_LIMIT").ok().and_then(|text| text.parse().ok()).unwrap_or(30);
    let bench = Bench {
        program: program("XWALK_BENCH_BINARY").unwrap_or_else(|| env!("CARGO_BIN_EXE_xwalk").into()),
        limit: Duration::from_secs(seconds),
    };
    println!("{}", bench.program.display());
    let mut is_sound = true;
    for (case, sizes) in &cases {
        is_sound &= bench.grow(case, sizes);
    }
    for race in races {
        bench.race(race);
    }
    if of(README).is_some() {
        bench.readme();
    }
    if is_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

impl Asked {
    fn read(word: String) -> Self {
        match word.split_once('=') {
            Some((name, sizes)) => Self {
                name: name.to_owned(),
                sizes: sizes.split(',').map(|size| size.replace('_', "").parse().ok()).collect(),
            },
            None => Self { name: word, sizes: None },
        }
    }
}

/// The program that a variable names, from whichever folder it is run.
fn program(variable: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env::var_os(variable)?);
    Some(path.canonicalize().expect("the variable names a program"))
}

fn write(folder: &Path, cases: &[(&Case, Vec<usize>)], races: &[&Race]) {
    for (case, sizes) in cases {
        let Some(size) = sizes.last() else { continue };
        (case.world)(*size).write(&folder.join(case.name));
        println!("{}: {} {}", folder.join(case.name).display(), grouped(*size), case.counted);
        case.commands.iter().for_each(|command| println!("  xwalk {}", arguments(command).join(" ")));
    }
    for race in races {
        (race.world)().write(&folder.join(race.name));
        println!("{}: {}", folder.join(race.name).display(), race.about);
        let commands = std::iter::once(race.yardstick).chain(race.others.iter().map(|(command, _)| *command));
        commands.for_each(|command| println!("  xwalk {}", arguments(command).join(" ")));
    }
}

/// The arguments of a command that is run in the folder of a world.
fn arguments(command: &str) -> Vec<&str> {
    command.split(' ').chain(["--standards", "standards"]).collect()
}

impl Bench {
    /// Prints what a case takes in all sizes. False where a command ends otherwise than it has to.
    fn grow(&self, case: &Case, sizes: &[usize]) -> bool {
        println!("\n{}: {}", case.name, case.counted);
        println!("  {:>9} {:>10} {:>8} {:>8}", "size", "seconds", "growth", "peak MB");
        let folders: Vec<tempfile::TempDir> = sizes.iter().map(|size| folder_with(&(case.world)(*size))).collect();
        let mut is_sound = true;
        for command in case.commands {
            println!("  {command}");
            let mut before: Option<(usize, f64)> = None;
            for (size, folder) in sizes.iter().zip(&folders) {
                print!("  {:>9} ", grouped(*size));
                io::stdout().flush().expect("standard output is there");
                let Some(cost) = self.least(command, folder.path()) else {
                    println!("did not end in {} s", self.limit.as_secs());
                    break;
                };
                let growth = before.map_or(String::new(), |before| growth(before, (*size, cost.seconds)));
                let peak = cost.peak.map_or(String::new(), |bytes| format!("{:.0}", bytes as f64 / 1e6));
                print!("{:>10.3} {growth:>8} {peak:>8}", cost.seconds);
                if cost.status.code() != Some(case.exit) {
                    is_sound = false;
                    print!("  ended with {}, not with exit code {}", cost.status, case.exit);
                }
                println!();
                before = Some((*size, cost.seconds));
            }
        }
        is_sound
    }

    /// The least that a command takes: of one run where that is long, of three where it is short. Nothing where it is
    /// stopped.
    fn least(&self, command: &str, folder: &Path) -> Option<Cost> {
        const LONG: f64 = 1.0;
        let mut least: Option<Cost> = None;
        for _ in 0..3 {
            match measure::run(&self.program, arguments(command), folder, self.limit) {
                Run::Stopped => return None,
                Run::Ended(cost) if least.is_none_or(|least| cost.seconds < least.seconds) => least = Some(cost),
                Run::Ended(_) => {}
            }
            if least.is_some_and(|least| least.seconds > LONG) {
                break;
            }
        }
        least
    }

    /// Prints how many times as long as the yardstick each of the other commands takes.
    fn race(&self, race: &Race) {
        println!("\n{}: {}", race.name, race.about);
        let folder = folder_with(&(race.world)());
        let lane = |command| Lane { program: &self.program, arguments: arguments(command), folder: folder.path() };
        for (command, most) in race.others {
            let turns = race::turns(&lane(race.yardstick), &lane(command), 5, Duration::from_secs(20), self.limit);
            let goal = most.map_or(String::new(), |most| format!(", to be at most {most:.1}"));
            println!("  {command} / {}: {}{goal}", race.yardstick, self.in_words(&turns));
        }
    }

    /// Prints how many times as long as the reference the README's `gap` takes.
    fn readme(&self) {
        let arguments = || vec!["gap", "examples/harbour-it/assessment.yaml"];
        println!("\n{README}: xwalk {}", arguments().join(" "));
        let Some(reference) = program("XWALK_BENCH_REFERENCE") else {
            println!("  nothing to compare with: XWALK_BENCH_REFERENCE=PATH names another xwalk");
            return;
        };
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let lane = |program| Lane { program, arguments: arguments(), folder };
        let turns = race::turns(&lane(&reference), &lane(&self.program), 200, Duration::from_secs(20), self.limit);
        println!("  this / {}: {}, to be at most 1.0", reference.display(), self.in_words(&turns));
    }

    /// The ratio of the turns, in the middle and at both ends, and what both take.
    fn in_words(&self, turns: &[Turn]) -> String {
        let limit = self.limit.as_secs();
        match turns.last() {
            None | Some((None, _)) => return format!("the yardstick did not end in {limit} s"),
            Some((Some(yardstick), None)) => {
                let least = self.limit.as_secs_f64() / yardstick;
                return format!("above {least:.1}: it did not end in {limit} s, and that took {yardstick:.3} s");
            }
            Some((Some(_), Some(_))) => {}
        }
        let pairs: Vec<(f64, f64)> = turns.iter().filter_map(|(yardstick, other)| yardstick.zip(*other)).collect();
        let ratios: Vec<f64> = pairs.iter().map(|(yardstick, other)| other / yardstick).collect();
        let (least, most) =
            ratios.iter().fold((f64::MAX, 0.0_f64), |(least, most), ratio| (ratio.min(least), ratio.max(most)));
        let middle = |values: Vec<f64>| median(values).unwrap_or(f64::NAN);
        format!(
            "{:.3} ({least:.3} to {most:.3} in {} turns), {:.3} s and {:.3} s",
            middle(ratios),
            pairs.len(),
            middle(pairs.iter().map(|(_, other)| *other).collect()),
            middle(pairs.iter().map(|(yardstick, _)| *yardstick).collect())
        )
    }
}

fn folder_with(world: &generate::World) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is a place for temporary files");
    world.write(folder.path());
    folder
}

/// The power of the size with which the time grows; nothing if both times are too short to measure.
fn growth((size, seconds): (usize, f64), (larger, longer): (usize, f64)) -> String {
    const SHORT: f64 = 0.02;
    if longer < SHORT {
        return String::new();
    }
    format!("n^{:.2}", (longer / seconds).ln() / (larger as f64 / size as f64).ln())
}

/// A number with commas between its thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).expect("digits are text")).collect();
    groups.join(",")
}
