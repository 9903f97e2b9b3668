//! What it costs to audit relation tables, beside checking the same folder: 15,000 clauses and 38,000 rows, headings
//! among them.
//!
//! `cargo bench --bench audit`. Every run is a process of its own; both commands run in turns, and the least of three
//! turns counts. The ratio is to be at most two.
//!
//! | variable | |
//! |---|---|
//! | `XWALK_BENCH_BINARY` | the program to measure, instead of the one that was built |
#![expect(clippy::print_stdout, reason = "a benchmark tells what it measures")]

#[path = "../growth/measure.rs"]
mod measure;
mod shapes;
#[expect(dead_code, reason = "nothing is assessed here")]
#[path = "../generate/world.rs"]
mod world;

use std::env;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use measure::Run;

const COMMANDS: [&str; 3] = ["check", "audit", "audit --forced"];

fn main() {
    let program: PathBuf =
        env::var_os("XWALK_BENCH_BINARY").map_or_else(|| env!("CARGO_BIN_EXE_xwalk").into(), PathBuf::from);
    let program = program.canonicalize().expect("the variable names a program");
    for (editions, tables) in [(15, 38), (30, 76), (60, 152)] {
        let (world, folder) = (shapes::agreeing(editions, tables), tempfile::tempdir().expect("a folder"));
        world.write(folder.path());
        println!("{} clauses, {} rows", editions * 500, tables * 500);
        let least = least(&program, folder.path());
        for (command, Least { processors, clock, megabytes }) in COMMANDS.iter().zip(least) {
            let ratio = processors / least[0].processors;
            println!(
                "  {command:<16} {processors:>8.3} s of processors, {clock:.3} s, {megabytes:.0} MB: {ratio:.2} times check"
            );
        }
    }
}

/// The least that a command takes.
#[derive(Clone, Copy)]
struct Least {
    processors: f64,
    clock: f64,
    megabytes: f64,
}

/// What each command takes at least, in turns.
fn least(program: &Path, folder: &Path) -> [Least; COMMANDS.len()] {
    const TURNS: usize = 3;
    const LIMIT: Duration = Duration::from_secs(300);
    let mut least =
        [Least { processors: f64::INFINITY, clock: f64::INFINITY, megabytes: f64::INFINITY }; COMMANDS.len()];
    for _ in 0..TURNS {
        for (command, least) in COMMANDS.iter().zip(&mut least) {
            let start = Instant::now();
            let Run::Ended(cost) = measure::run(program, command.split(' ').chain(["standards"]), folder, LIMIT) else {
                panic!("{command} did not end in {} s", LIMIT.as_secs());
            };
            assert!(cost.status.success(), "{command} ended with {}", cost.status);
            *least = Least {
                processors: least.processors.min(cost.seconds),
                clock: least.clock.min(start.elapsed().as_secs_f64()),
                megabytes: least.megabytes.min(cost.peak.map_or(f64::NAN, |bytes| bytes as f64 / 1e6)),
            };
        }
    }
    least
}
