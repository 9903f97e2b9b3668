//! Work on tasks that come one by one, side by side and in bounded memory, with results in the order of the tasks.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many batches a thread may be ahead of the results that were taken.
const AHEAD: usize = 3;

/// How many tasks are handed over together at most: to wake a thread for each of them costs more than a small task.
const BATCH: usize = 8;

/// Does one thing with each task, on so many threads. `begin` makes what each of them works with, `done` takes results in
/// the order of the tasks; at no time are there more than a few tasks and results. Ends with the first error of `next` and
/// `done`.
pub fn stream<T: Send, W, R: Send, E>(
    jobs: NonZeroUsize,
    mut next: impl FnMut() -> Result<Option<T>, E>,
    begin: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, T) -> R + Sync,
    mut done: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    if jobs.get() == 1 {
        let mut workplace = begin();
        while let Some(task) = next()? {
            done(work(&mut workplace, task))?;
        }
        return Ok(());
    }
    let most = jobs.get() * AHEAD;
    let (tasks, waiting) = sync_channel::<(usize, Vec<T>)>(most);
    let (results, finished) = channel();
    let waiting = Mutex::new(waiting);
    let worker = |results: Sender<_>| {
        let mut workplace = begin();
        while let Some((number, batch)) = taken(&waiting) {
            let mut work = |task| catch_unwind(AssertUnwindSafe(|| work(&mut workplace, task)));
            let batch: Vec<_> = batch.into_iter().map(&mut work).collect();
            if results.send((number, batch)).is_err() {
                break;
            }
        }
    };
    let worker = &worker;
    thread::scope(|scope| {
        // When this is left, for whatever reason, no more tasks come, and nobody waits for results.
        let (tasks, finished) = (tasks, finished);
        let mut is_alone = true;
        for _ in 0..jobs.get() {
            let results = results.clone();
            // Where no more threads can be had, those that there are do it all.
            is_alone &= thread::Builder::new().spawn_scoped(scope, move || worker(results)).is_err();
        }
        drop(results);
        if is_alone {
            let mut workplace = begin();
            while let Some(task) = next()? {
                done(work(&mut workplace, task))?;
            }
            return Ok(());
        }
        let (mut given, mut taken, mut is_over) = (0_usize, 0_usize, false);
        let mut early = BTreeMap::new();
        loop {
            while !is_over && given - taken < most {
                // Few tasks, which may be large ones, are handed over one by one, so that every thread has some.
                let size = (given / most + 1).min(BATCH);
                let mut batch = Vec::with_capacity(size);
                while !is_over && batch.len() < size {
                    match next()? {
                        Some(task) => batch.push(task),
                        None => is_over = true,
                    }
                }
                if !batch.is_empty() {
                    drop(tasks.send((given, batch)).map(|()| given += 1));
                }
            }
            if given == taken {
                return Ok(());
            }
            let Ok((number, batch)) = finished.recv() else { return Ok(()) };
            early.insert(number, batch);
            while let Some(batch) = early.remove(&taken) {
                taken += 1;
                for result in batch {
                    match result {
                        Ok(result) => done(result)?,
                        Err(panic) => resume_unwind(panic),
                    }
                }
            }
        }
    })
}

/// The next task; none where no more come.
fn taken<T>(waiting: &Mutex<Receiver<T>>) -> Option<T> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

#[cfg(test)]
mod tests {
    use std::hint::black_box;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn squares(jobs: usize, count: u64) -> (Vec<u64>, usize) {
        let (open, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let mut tasks = 0..count;
        let mut found = Vec::new();
        let next = || {
            let task = tasks.next();
            if task.is_some() {
                most.fetch_max(open.fetch_add(1, Ordering::Relaxed) + 1, Ordering::Relaxed);
            }
            Ok::<_, ()>(task)
        };
        // Some take longer than others.
        let work = |_: &mut (), task: u64| {
            black_box((0..task % 50 * 1_000).fold(0_u64, u64::wrapping_add));
            task * task
        };
        let done = |square| {
            open.fetch_sub(1, Ordering::Relaxed);
            found.push(square);
            Ok(())
        };
        stream(NonZeroUsize::new(jobs).unwrap(), next, || (), work, done).unwrap();
        (found, most.into_inner())
    }

    #[test]
    fn results_come_in_the_order_of_the_tasks_and_few_are_under_way() {
        let expected: Vec<u64> = (0..1_000).map(|task| task * task).collect();
        for jobs in [1, 2, 3, 7] {
            let (found, most) = squares(jobs, 1_000);
            assert_eq!(found, expected, "{jobs}");
            assert!(most <= jobs * AHEAD * BATCH, "{jobs}: {most} at once");
        }
        assert_eq!(squares(2, 0), (Vec::new(), 0));
    }

    #[test]
    fn the_first_error_ends_it() {
        let mut tasks = 0..;
        let done = |task| if task == 20 { Err(task) } else { Ok(()) };
        let jobs = NonZeroUsize::new(3).unwrap();
        assert_eq!(stream(jobs, || Ok(tasks.next()), || (), |_, task| task, done), Err(20));
    }

    #[test]
    #[should_panic(expected = "nine")]
    fn a_panic_of_a_worker_is_a_panic_of_the_whole() {
        let mut tasks = 0..100;
        let work = |_: &mut (), task| assert!(task != 9, "nine");
        stream(NonZeroUsize::new(2).unwrap(), || Ok::<_, ()>(tasks.next()), || (), work, |()| Ok(())).unwrap();
    }
}
