//! Tasks in time where people do one task after the other: a serial schedule with priority by the critical path.
//!
//! Of the tasks whose predecessors all have their place, the one with the most work on the longest path from its start to the
//! end comes next (of two alike, the first), and takes the earliest time at which its owner is free for all of it. That is a
//! rule of thumb, and the same one in every run: the shortest schedule is not searched for.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::Workflow;
use crate::model::WorkingDays;

/// A task as a schedule sees it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Work {
    /// Its duration.
    pub duration: WorkingDays,
    /// Who does it, and nothing else in the meantime; nothing if nobody's time is limited.
    pub owner: Option<usize>,
}

/// When each task is done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timetable {
    /// For each task, when it starts.
    pub start: Vec<WorkingDays>,
    /// For each task, when it is done.
    pub finish: Vec<WorkingDays>,
    /// For each task, by how much it can be late without making the whole later, the order of each owner's tasks being kept.
    pub slack: Vec<WorkingDays>,
    /// When everything is done.
    pub length: WorkingDays,
}

impl Timetable {
    /// Whether a delay of a task delays the whole. What takes no time delays nothing.
    pub fn is_critical(&self, task: usize) -> bool {
        self.slack[task] == WorkingDays::default() && self.finish[task] > self.start[task]
    }
}

impl Workflow {
    /// Places the tasks, one work for each.
    pub fn serial(&self, works: &[Work]) -> Timetable {
        let mut tails = vec![WorkingDays::default(); works.len()];
        for task in self.order().iter().rev() {
            let behind = self.successors(*task).map(|later| tails[later]).max().unwrap_or_default();
            tails[*task] = behind + works[*task].duration;
        }
        let mut waits: Vec<usize> = (0..works.len()).map(|task| self.predecessors(task).count()).collect();
        let ready = (0..works.len()).filter(|task| waits[*task] == 0);
        let mut ready: BinaryHeap<(WorkingDays, Reverse<usize>)> =
            ready.map(|task| (tails[task], Reverse(task))).collect();
        let mut busy: BTreeMap<usize, BTreeSet<(WorkingDays, WorkingDays)>> = BTreeMap::new();
        let mut table = Timetable {
            start: vec![WorkingDays::default(); works.len()],
            finish: vec![WorkingDays::default(); works.len()],
            ..Timetable::default()
        };
        while let Some((_, Reverse(task))) = ready.pop() {
            let work = works[task];
            let earliest = self.predecessors(task).map(|earlier| table.finish[earlier]).max().unwrap_or_default();
            let start = match work.owner.filter(|_| work.duration > WorkingDays::default()) {
                Some(owner) => {
                    let taken = busy.entry(owner).or_default();
                    let start = free_from(taken, earliest, work.duration);
                    taken.insert((start, start + work.duration));
                    start
                }
                None => earliest,
            };
            (table.start[task], table.finish[task]) = (start, start + work.duration);
            for later in self.successors(task) {
                waits[later] -= 1;
                if waits[later] == 0 {
                    ready.push((tails[later], Reverse(later)));
                }
            }
        }
        table.length = table.finish.iter().copied().max().unwrap_or_default();
        table.slack = self.slack(works, &table);
        table
    }

    /// Backwards from the end: a task is done before all that wait for it start, and before its owner's next task does.
    fn slack(&self, works: &[Work], table: &Timetable) -> Vec<WorkingDays> {
        let mut place = vec![0; works.len()];
        self.order().iter().enumerate().for_each(|(at, task)| place[*task] = at);
        let mut by_start: Vec<usize> = (0..works.len()).collect();
        by_start.sort_by_key(|task| (table.start[*task], place[*task]));
        let mut latest = vec![table.length; works.len()];
        let mut next: BTreeMap<usize, WorkingDays> = BTreeMap::new();
        for task in by_start.into_iter().rev() {
            let owner = works[task].owner.filter(|_| works[task].duration > WorkingDays::default());
            let begin = |later: usize| latest[later].since(works[later].duration);
            let waiting = self.successors(task).map(begin);
            let own = owner.and_then(|owner| next.get(&owner).copied());
            latest[task] = waiting.chain(own).min().unwrap_or(table.length);
            if let Some(owner) = owner {
                next.insert(owner, latest[task].since(works[task].duration));
            }
        }
        latest.iter().zip(&table.finish).map(|(latest, finish)| latest.since(*finish)).collect()
    }
}

/// The earliest moment from which nothing is taken for so long.
fn free_from(
    taken: &BTreeSet<(WorkingDays, WorkingDays)>,
    earliest: WorkingDays,
    duration: WorkingDays,
) -> WorkingDays {
    let mut start = earliest;
    for (from, until) in taken {
        if *until <= start {
            continue;
        }
        if *from >= start + duration {
            break;
        }
        start = *until;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn work(days: u64, owner: Option<usize>) -> Work {
        Work { duration: WorkingDays::whole(days), owner }
    }

    fn days(times: &[WorkingDays]) -> Vec<f64> {
        times.iter().map(|time| time.days()).collect()
    }

    /// Ann (0) has a: 3 days, c: 4 and e: 2; Bob (1) has b: 5 and d: 1. c waits for a, d for a and b, e for d.
    ///
    /// From the start of each to the end: a 3 + max(c 4, d 1 + e 2) = 7, b 5 + 3 = 8, c 4, d 3, e 2. So b first: Bob 0 to 5;
    /// then a: Ann 0 to 3; c: Ann 3 to 7; d: Bob 5 to 6; e: Ann is free from 7, so 7 to 9. All is done after 9 days.
    #[test]
    fn five_tasks_of_two_owners_are_placed_as_by_hand() {
        let workflow = Workflow::new(&[vec![], vec![], vec![0], vec![0, 1], vec![3]]).unwrap();
        let works = [work(3, Some(0)), work(5, Some(1)), work(4, Some(0)), work(1, Some(1)), work(2, Some(0))];
        let table = workflow.serial(&works);
        assert_eq!(days(&table.start), [0.0, 0.0, 3.0, 5.0, 7.0]);
        assert_eq!(days(&table.finish), [3.0, 5.0, 7.0, 6.0, 9.0]);
        assert_eq!(table.length, WorkingDays::whole(9));
        // Ann's three tasks leave no day between them; Bob may be one day late.
        assert_eq!(days(&table.slack), [0.0, 1.0, 0.0, 1.0, 0.0]);
        let critical: Vec<bool> = (0..5).map(|task| table.is_critical(task)).collect();
        assert_eq!(critical, [true, false, true, false, true]);
    }

    #[test]
    fn without_owners_only_the_order_counts() {
        let workflow = Workflow::new(&[vec![], vec![], vec![0], vec![0, 1], vec![3]]).unwrap();
        let table = workflow.serial(&[work(3, None), work(5, None), work(4, None), work(1, None), work(2, None)]);
        assert_eq!(days(&table.start), [0.0, 0.0, 3.0, 5.0, 6.0]);
        assert_eq!(table.length, WorkingDays::whole(8));
        assert_eq!(days(&table.slack), [1.0, 0.0, 1.0, 0.0, 0.0]);
    }

    #[test]
    fn a_short_task_takes_the_time_in_which_its_owner_waits() {
        // b waits for a of another person; c, which is shorter, fits before it.
        let workflow = Workflow::new(&[vec![], vec![0], vec![]]).unwrap();
        let table = workflow.serial(&[work(3, None), work(4, Some(0)), work(2, Some(0))]);
        assert_eq!(days(&table.start), [0.0, 3.0, 0.0]);
        assert_eq!(days(&table.slack), [0.0, 0.0, 1.0]);
    }

    #[test]
    fn what_takes_no_time_is_not_critical_and_keeps_nobody() {
        let table = Workflow::new(&[vec![], vec![0]]).unwrap().serial(&[work(0, Some(0)), work(0, Some(0))]);
        assert_eq!((table.length, table.is_critical(0)), (WorkingDays::default(), false));
    }
}
