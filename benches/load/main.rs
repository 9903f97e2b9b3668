//! What it costs to load a library: the program beside another one, such as that of an earlier commit.
//!
//! `cargo bench --bench load` runs all; `-- NAME…` some of `block`, `flow` and `small`. Every run is a process of its
//! own; both programs run in turns, and the least of three turns counts. Ratios are of this program to the other.
//!
//! | variable | |
//! |---|---|
//! | `XWALK_BENCH_BINARY` | the program to measure, instead of the one that was built |
//! | `XWALK_BENCH_REFERENCE` | the other one; without it, only what this one takes is printed |
#![expect(clippy::print_stdout, reason = "a benchmark tells what it measures")]

#[path = "../growth/measure.rs"]
mod measure;
mod shapes;
#[path = "../generate/world.rs"]
mod world;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use measure::Run;
use world::World;

/// A library by its name.
type Shape = (&'static str, fn() -> World);

const SHAPES: [Shape; 3] = [("block", shapes::block), ("flow", shapes::flow), ("small", shapes::small)];

const COMMANDS: [&str; 3] = ["list editions", "check assessment.yaml", "gap assessment.yaml"];

/// The least that a command took.
#[derive(Debug, Clone, Copy)]
struct Least {
    processors: f64,
    clock: f64,
    megabytes: f64,
}

fn main() -> ExitCode {
    let asked: Vec<String> = env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    if let Some(unknown) = asked.iter().find(|asked| SHAPES.iter().all(|(name, _)| name != asked)) {
        println!("there is no benchmark {unknown}; there are {}", SHAPES.map(|(name, _)| name).join(", "));
        return ExitCode::from(2);
    }
    let own = program("XWALK_BENCH_BINARY").unwrap_or_else(|| env!("CARGO_BIN_EXE_xwalk").into());
    let other = program("XWALK_BENCH_REFERENCE");
    println!("{}", own.display());
    if let Some(other) = &other {
        println!("beside {}", other.display());
    }
    for (name, world) in SHAPES.iter().filter(|(name, _)| asked.is_empty() || asked.iter().any(|asked| asked == name)) {
        let (world, folder) = (world(), tempfile::tempdir().expect("there is a place for temporary files"));
        world.write(folder.path());
        let bytes: usize = world.files.iter().map(|(_, text)| text.len()).sum();
        println!("\n{name}: {} files, {:.1} MB", world.files.len(), bytes as f64 / 1e6);
        println!("  {:<24} {:>14} {:>14} {:>14}", "", "processors", "clock", "peak");
        for command in COMMANDS {
            let programs: Vec<&Path> =
                [Some(&own), other.as_ref()].into_iter().flatten().map(PathBuf::as_path).collect();
            let least = least(&programs, command, folder.path());
            let line = |what: &str, [processors, clock, peak]: [String; 3]| {
                println!("  {what:<24} {processors:>14} {clock:>14} {peak:>14}");
            };
            for cost in &least {
                let seconds = |value: f64| format!("{value:.3} s");
                line(command, [seconds(cost.processors), seconds(cost.clock), format!("{:.0} MB", cost.megabytes)]);
            }
            if let [own, other] = least.as_slice() {
                let ratios =
                    [own.processors / other.processors, own.clock / other.clock, own.megabytes / other.megabytes];
                line("  ratio", ratios.map(|ratio| format!("{ratio:.3}")));
            }
        }
    }
    ExitCode::SUCCESS
}

/// The program that a variable names, from whichever folder it is run.
fn program(variable: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env::var_os(variable)?);
    Some(path.canonicalize().expect("the variable names a program"))
}

/// The least that each of some programs takes for a command, in turns.
fn least(programs: &[&Path], command: &str, folder: &Path) -> Vec<Least> {
    const TURNS: usize = 3;
    const LIMIT: Duration = Duration::from_secs(300);
    let mut least: Vec<Option<Least>> = vec![None; programs.len()];
    for _ in 0..TURNS {
        for (program, least) in programs.iter().zip(&mut least) {
            let start = Instant::now();
            let arguments = command.split(' ').chain(["--standards", "standards"]);
            let Run::Ended(cost) = measure::run(program, arguments, folder, LIMIT) else {
                panic!("{command} did not end in {} s", LIMIT.as_secs());
            };
            let clock = start.elapsed().as_secs_f64();
            assert!(cost.status.success(), "{command} ended with {}", cost.status);
            let megabytes = cost.peak.map_or(f64::NAN, |bytes| bytes as f64 / 1e6);
            *least = Some(least.map_or(Least { processors: cost.seconds, clock, megabytes }, |least| Least {
                processors: least.processors.min(cost.seconds),
                clock: least.clock.min(clock),
                megabytes: least.megabytes.max(megabytes),
            }));
        }
    }
    least.into_iter().flatten().collect()
}
