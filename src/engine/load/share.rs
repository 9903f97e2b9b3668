//! Work that is done side by side, with results in the order of the tasks.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does one thing with each task, on as many processors as there are. What comes of it does not depend on who is done first.
pub fn share<T: Sync, R: Send>(tasks: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let workers = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(tasks.len());
    if workers < 2 {
        return tasks.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(task) = tasks.get(at) else { return done };
            done.push((at, work(task)));
        }
    };
    let mut results: Vec<(usize, R)> = thread::scope(|scope| {
        // Where no more threads can be had, those that there are do it all.
        let begin = |_| thread::Builder::new().spawn_scoped(scope, take).ok();
        let others: Vec<_> = (1..workers).filter_map(begin).collect();
        let mut results = take();
        for other in others {
            match other.join() {
                Ok(done) => results.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    });
    results.sort_unstable_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn results_stand_in_the_order_of_the_tasks() {
        let tasks: Vec<u64> = (0..1_000).collect();
        // Some take longer than others.
        let sum = |number: &u64| (0..number % 50 * 1_000).fold(0_u64, u64::wrapping_add) * 2 + number;
        let alone: Vec<u64> = tasks.iter().map(sum).collect();
        assert_eq!(share(&tasks, sum), alone);
        assert_eq!(share(&tasks[..1], sum), [0]);
        assert!(share(&tasks[..0], sum).is_empty());
    }
}
