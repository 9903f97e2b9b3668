//! Editions and relation tables as libraries of CISO Assistant, which reads them as its own.
//!
//! Only words of our own are written: numbers, titles, summaries, and what relation tables say. Texts in the attribute `text` stay
//! here. Urns that came from CISO Assistant go back as they were; others are made of ids, in the letters that it allows.

mod catalog;
mod form;
mod pair;
mod said;
mod tables;

pub use catalog::catalog;
pub use tables::tables;

use crate::exchange::written::Loss;

/// What a library cannot say, counted.
#[derive(Debug, Default)]
struct Losses(Vec<Loss>);

impl Losses {
    /// Counts several; `what` goes on behind their number.
    fn add(&mut self, count: usize, what: &str) {
        match self.0.iter_mut().find(|loss| loss.what == what) {
            Some(loss) => loss.count += count,
            None if count == 0 => {}
            None => self.0.push(Loss { what: what.to_owned(), count }),
        }
    }
}
