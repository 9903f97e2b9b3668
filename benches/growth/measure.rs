//! One run of the program as a process of its own.

use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What became of a run.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Run {
    Ended(Cost),
    /// It was stopped since it took longer than it may.
    Stopped,
}

/// What a run took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// The time that it kept processors busy, user and system; where that is not known, the time that went by.
    pub(crate) seconds: f64,
    /// The most memory that it held, in bytes, if that is known. It is measured now and then, so of a run of a few
    /// milliseconds it may be less than it was.
    pub(crate) peak: Option<u64>,
    pub(crate) status: ExitStatus,
}

/// Runs a program in a folder, and stops it where it keeps processors busy for longer than `limit`. What it says goes
/// nowhere.
pub(crate) fn run<'a>(
    program: &Path,
    arguments: impl IntoIterator<Item = &'a str>,
    folder: &Path,
    limit: Duration,
) -> Run {
    let (busy, start) = (busy(), Instant::now());
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut peak = None;
    let status = loop {
        peak = memory(&child).max(peak);
        if let Some(status) = child.try_wait().expect("a child can be waited for") {
            break status;
        }
        let passed = start.elapsed();
        // A run that waits for a processor is given its time, unless it waits for ever.
        if busy_so_far(&child).unwrap_or(passed) > limit || passed > limit * 20 {
            child.kill().expect("a child can be stopped");
            child.wait().expect("a child can be waited for");
            return Run::Stopped;
        }
        // Short runs are measured often.
        thread::sleep((passed / 50).clamp(Duration::from_micros(200), Duration::from_millis(20)));
    };
    let passed = start.elapsed().as_secs_f64();
    let seconds = busy.zip(self::busy()).map_or(passed, |(before, after)| after - before);
    Run::Ended(Cost { seconds, peak, status })
}

/// For how many seconds all children so far kept processors busy.
#[cfg(unix)]
fn busy() -> Option<f64> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeVal;
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).ok()?;
    let seconds = |time: TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    Some(seconds(usage.user_time()) + seconds(usage.system_time()))
}

#[cfg(not(unix))]
fn busy() -> Option<f64> {
    None
}

/// The processor time of a child up to here, if the system reports it.
fn busy_so_far(child: &Child) -> Option<Duration> {
    /// Linux reports hundredths of seconds, whatever it counts itself.
    const TICK: Duration = Duration::from_millis(10);
    let line = std::fs::read_to_string(format!("/proc/{}/stat", child.id())).ok()?;
    // After the name, which may contain anything, come the state and ten numbers before those of user and system time.
    let ticks = line.rsplit_once(')')?.1.split_whitespace().skip(11).take(2).map(str::parse::<u32>);
    Some(TICK * ticks.sum::<Result<u32, _>>().ok()?)
}

/// The peak memory of a child up to here, in bytes, if the system reports it.
fn memory(child: &Child) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches("kB").trim_end().parse::<u64>().ok()? * 1_024)
}
