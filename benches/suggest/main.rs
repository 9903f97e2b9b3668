//! How well `xwalk suggest` finds again what published tables state, each table held out in turn.
//!
//! `cargo bench --bench suggest` prints, for each bundled table that somebody else published or states and for each of
//! its two directions: how many clauses have partners in it; hit@1, the share of them whose best candidate is a partner;
//! MRR, the mean of 1/rank of the first partner; and recall at 5, 10 and 20, the mean share of a clause's partners among
//! so many candidates. A partner is a clause to which a row of any strength but `none` relates it, touch points included.
//! Candidates are all clauses of the other edition that are not informative, headings too. One that nothing speaks for is
//! not found.
//!
//! Held out are the scored table and every other one between the same two editions, what was derived from them, and what
//! `tables::RELATIVES` names besides. Weights are chosen again for each table, on all the others; those that are shipped
//! are the ones that are chosen on all. The figures therefore say what a table is worth to which nobody has fitted
//! anything except what is not in [`Weights`]: the glossary, and what words count in titles, headings and
//! summaries.

#![expect(clippy::print_stdout, reason = "what is measured is printed")]

mod measure;
mod tables;
mod weights;

use xwalk::bundled;
use xwalk::crosswalk::{Crosswalk, Selection};
use xwalk::load;
use xwalk::source::Sources;
use xwalk::survey::{ClauseIndex, Evidences, Links, Weights};

use measure::{Figures, mean};
use tables::Task;

fn main() {
    let mut sources = Sources::default();
    let files = bundled::files(&mut sources);
    let (library, _) = load::library(&sources, files).sound().expect("what is bundled is sound");
    let index = ClauseIndex::new(&library);
    let tasks: Vec<Task<'_>> = tables::scored(&library)
        .into_iter()
        .map(|(asked, held_out)| {
            let selection = Selection { without: held_out, ..Selection::default() };
            let links = Links::new(&index, &Crosswalk::new(&library, &selection));
            let evidences = Evidences::new(&index, &links, asked.candidates, asked.targets);
            Task { asked, evidences }
        })
        .collect();
    let by_weights = weights::figures(&tasks);
    println!("{:57} {}", "", Figures::HEAD);
    let words_alone = Weights { alike: 0.0, through: 0.0, place: 0.0, attributes: 0.0, across_kinds: 1.0 };
    let (mut all, mut all_words) = (Vec::new(), Vec::new());
    for task in &tasks {
        let is_other = |other: usize| tasks[other].asked.table != task.asked.table;
        let chosen = weights::best(&by_weights, is_other);
        let (held_out, words) = (task.figures(&chosen), task.figures(&words_alone));
        let name = format!("{} for {}", task.asked.candidates.id, task.asked.targets.id);
        println!("{name:50} {:6} {held_out}   words alone: {}", task.asked.partners.len(), words.short());
        all.push(held_out);
        all_words.push(words);
    }
    println!("{:57} {}   words alone: {}", "mean", mean(&all), mean(&all_words).short());
    let chosen = weights::best(&by_weights, |_| true);
    println!("\nchosen on all: {chosen:?}");
    let is_shipped = if chosen == Weights::default() { "these are shipped" } else { "NOT what is shipped" };
    println!("{is_shipped}; chosen without one table:");
    for (weights, tables) in weights::without_each(&by_weights, &tasks) {
        println!("  {weights:?}: {}", tables.join(", "));
    }
}
