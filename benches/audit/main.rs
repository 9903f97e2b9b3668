//! What it costs to audit relation tables, beside checking the same folder: 15,000 clauses and 38,000 rows, headings among them.
//!
//! `cargo bench --bench audit`. Every run is a process of its own; both commands run in turns, and the least of three turns
//! counts. The ratio is to be at most two.
//!
//! | variable | |
//! |---|---|
//! | `XWALK_BENCH_BINARY` | the program to measure, in the place of the one that was built |
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
        for (command, (processors, clock)) in COMMANDS.iter().zip(least) {
            let ratio = processors / least[0].0;
            println!("  {command:<16} {processors:>8.3} s of processors {clock:>8.3} s, {ratio:.2} times check");
        }
    }
}

/// The least that each command takes, of processors and by the clock.
fn least(program: &Path, folder: &Path) -> [(f64, f64); COMMANDS.len()] {
    const TURNS: usize = 3;
    const LIMIT: Duration = Duration::from_secs(300);
    let mut least = [(f64::INFINITY, f64::INFINITY); COMMANDS.len()];
    for _ in 0..TURNS {
        for (command, least) in COMMANDS.iter().zip(&mut least) {
            let start = Instant::now();
            let Run::Ended(cost) = measure::run(program, command.split(' ').chain(["standards"]), folder, LIMIT) else {
                panic!("{command} did not end in {} s", LIMIT.as_secs());
            };
            assert!(cost.status.success(), "{command} ended with {}", cost.status);
            *least = (least.0.min(cost.seconds), least.1.min(start.elapsed().as_secs_f64()));
        }
    }
    least
}
