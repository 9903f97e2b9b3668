//! What a portfolio takes, side by side with as many single gap analyses, on the bundled library: assessments of 120
//! statements on two editions, each against two targets.
//!
//! `cargo bench --bench portfolio` runs all; `-- SIZE…` in other numbers of assessments. Every run is a process of its own;
//! times are those that go by, so the machine should be idle. Of single analyses 200 are run, and their time is scaled: one
//! takes as long as the other. No time is right or wrong here: what is printed is to be read.
//!
//! | variable | |
//! |---|---|
//! | `XWALK_BENCH_BINARY` | the program to measure, instead of the one that was built |
#![expect(clippy::print_stdout, reason = "a benchmark tells what it measures")]

#[path = "generate/portfolio.rs"]
mod made;
#[expect(dead_code, reason = "the rest is for other benchmarks")]
#[path = "generate/world.rs"]
mod world;

use std::env;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use made::Portfolio;
use xwalk::bundled;
use xwalk::load;
use xwalk::model::{EditionId, Library};
use xwalk::source::Sources;

/// How many single analyses are run.
const SINGLE: usize = 200;

const STATEMENTS: usize = 120;
const BASE: [&str; 2] = ["iso-9001:2015", "iso-iec-20000-1:2018"];
const TARGETS: [&str; 2] = ["iso-iec-27001:2022", "iso-14001:2015"];

/// What a run took.
struct Cost {
    seconds: f64,
    /// The most memory, in megabytes; zero where the system does not say.
    peak: f64,
}

fn main() {
    let sizes: Vec<usize> = env::args().skip(1).filter_map(|word| word.replace('_', "").parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![1_000, 10_000, 100_000] } else { sizes };
    let program = env::var_os("XWALK_BENCH_BINARY").map_or_else(|| env!("CARGO_BIN_EXE_xwalk").into(), PathBuf::from);
    let folder = tempfile::tempdir().expect("there is room for files");
    let portfolio = Portfolio { clauses: clauses(&library()), targets: TARGETS.map(str::to_owned).to_vec() };
    println!("{}", program.display());
    println!("{} statements on {}; targets {}\n", portfolio.clauses.len(), BASE.join(", "), TARGETS.join(", "));

    for number in 0..SINGLE {
        let path = folder.path().join(format!("{number}.yaml"));
        fs::write(path, portfolio.file(number)).expect("the folder takes files");
    }
    let start = Instant::now();
    let peaks = (0..SINGLE)
        .map(|number| run(&program, &["gap", &format!("{number}.yaml"), "--format", "csv"], folder.path()).peak);
    let peak = peaks.fold(0.0, f64::max);
    let single = start.elapsed().as_secs_f64() / SINGLE as f64;
    println!("gap, one process each ({SINGLE} of them): {:.2} ms, {peak:.0} MB\n", single * 1e3);

    println!(
        "{:>11} {:<24} {:>5} {:>9} {:>12} {:>8} {:>9} {:>9}",
        "assessments", "answer", "jobs", "seconds", "ms each", "per s", "× gap", "MB"
    );
    for size in sizes {
        let lines = folder.path().join("assessments.ndjson");
        let mut file = BufWriter::new(File::create(&lines).expect("the folder takes files"));
        (0..size).for_each(|number| file.write_all(portfolio.line(number).as_bytes()).expect("the disk has room"));
        file.flush().expect("the disk has room");
        drop(file);
        for (answer, format) in [("overview", "json"), ("row per assessment", "csv"), ("row per requirement", "ndjson")]
        {
            let mut alone = None;
            for jobs in [1, 2] {
                let jobs_text = jobs.to_string();
                let arguments = ["portfolio", "assessments.ndjson", "--format", format, "--jobs", &jobs_text];
                let cost = run(&program, &arguments, folder.path());
                let each = cost.seconds / size as f64;
                let faster =
                    alone.map_or(String::new(), |alone: f64| format!("  {:.2} × one job", alone / cost.seconds));
                alone = Some(cost.seconds);
                println!(
                    "{size:>11} {answer:<24} {jobs:>5} {:>9.2} {:>12.4} {:>8.0} {:>9.1} {:>9.0}{faster}",
                    cost.seconds,
                    each * 1e3,
                    1.0 / each,
                    single / each,
                    cost.peak
                );
            }
        }
    }
    println!("\na gap process takes {peak:.0} MB at most: twice that and 32 MB more are {:.0} MB", 2.0 * peak + 32.0);
}

fn library() -> Library {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    load::library(&sources, files).sound().expect("what is bundled is sound").0
}

/// The first requirements of both editions.
fn clauses(library: &Library) -> Vec<String> {
    let of = |edition: &str| {
        let id = EditionId::parse(edition).expect("it is an id");
        let catalog = library.catalog(&id).expect("it is bundled");
        let requirements = catalog.requirements().map(|clause| format!("{edition}/{}", clause.number));
        requirements.collect::<Vec<_>>()
    };
    BASE.into_iter().flat_map(of).take(STATEMENTS).collect()
}

fn run(program: &Path, arguments: &[&str], folder: &Path) -> Cost {
    let start = Instant::now();
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut peak = 0.0_f64;
    loop {
        peak = peak.max(memory(child.id()).unwrap_or_default());
        if let Some(status) = child.try_wait().expect("a child can be waited for") {
            assert!(status.success(), "{arguments:?}: {status}");
            return Cost { seconds: start.elapsed().as_secs_f64(), peak };
        }
        thread::sleep((start.elapsed() / 50).clamp(Duration::from_micros(200), Duration::from_millis(20)));
    }
}

/// The peak memory of a process up to here, in megabytes, if the system reports it.
fn memory(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().trim_end_matches("kB").trim_end().parse().ok()?;
    Some(kilobytes * 1_024.0 / 1e6)
}
