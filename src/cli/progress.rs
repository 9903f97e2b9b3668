//! The progress of a long run, for a user who waits at a terminal.

use std::env;
use std::io::{self, IsTerminal};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What is done sooner than this is not shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the progress is updated.
const TICK: Duration = Duration::from_millis(120);

/// A line on standard error that says what is done and how far that is. Nothing is written before a second has passed, and
/// nothing at all if standard error is not a terminal, or if the environment says that no user watches.
pub(super) struct Progress {
    bar: Arc<Mutex<Option<ProgressBar>>>,
    count: ProgressBar,
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins to wait; `what` is what is done, such as `checking`.
    pub(super) fn new(what: &'static str) -> Self {
        let count = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let bar = Arc::new(Mutex::new(None));
        if !is_watched() {
            return Self { bar, count, stop: None, thread: None };
        }
        let (stop, stopped) = channel();
        let (shared, of_thread) = (Arc::clone(&bar), count.clone());
        let wait = move || {
            if stopped.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                of_thread.set_message(what);
                of_thread.set_style(style(of_thread.length().is_some()));
                of_thread.set_draw_target(ProgressDrawTarget::stderr());
                of_thread.enable_steady_tick(TICK);
                *shared.lock().unwrap_or_else(PoisonError::into_inner) = Some(of_thread);
            }
        };
        // Without a thread nothing is shown, and all is done.
        let thread = thread::Builder::new().spawn(wait).ok();
        Self { bar, count, stop: Some(stop), thread }
    }

    /// How much there is to do, where that is known.
    pub(super) fn set_total(&self, total: Option<usize>) {
        if let Some(total) = total {
            self.count.set_length(total as u64);
            if self.bar.lock().unwrap_or_else(PoisonError::into_inner).is_some() {
                self.count.set_style(style(true));
            }
        }
    }

    /// One more is done.
    pub(super) fn advance(&self) {
        self.count.inc(1);
    }
}

impl Drop for Progress {
    /// Removes the line, so that what follows is where it would be without it.
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
        if let Some(bar) = self.bar.lock().unwrap_or_else(PoisonError::into_inner).take() {
            bar.finish_and_clear();
        }
    }
}

fn style(has_total: bool) -> ProgressStyle {
    let template = if has_total { "{msg} {wide_bar} {pos} of {len}, {eta} left" } else { "{spinner} {msg} {elapsed}" };
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// Whether a user watches: at a terminal, and not in a log of a build.
fn is_watched() -> bool {
    io::stderr().is_terminal() && env::var_os("CI").is_none()
}
