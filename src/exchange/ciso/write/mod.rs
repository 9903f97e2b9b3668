//! Editions and relation tables as libraries of CISO Assistant, which reads them as its own.
//!
//! Only words of our own are written: numbers, titles, summaries, and what relation tables say. Texts in the attribute
//! `text` stay here. Urns that came from CISO Assistant go back as they were; others are made of ids, in the letters
//! that it allows.

mod catalog;
mod form;
mod pair;
mod said;
mod tables;

pub use catalog::catalog;
pub use tables::tables;

use crate::exchange::written::Losses;
