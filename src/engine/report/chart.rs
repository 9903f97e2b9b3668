//! Bars of counts.

use super::Tone;
use crate::language::Phrase;

/// Bars, each of segments that add up to its total. Every number of it is also in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Its title.
    pub title: Phrase,
    /// Its bars, top to bottom, each with the same segments.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it is of.
    pub label: Phrase,
    /// Its number in words, such as `33.3 % of 39`.
    pub value: Phrase,
    /// Its segments, left to right.
    pub segments: Vec<Segment>,
}

/// A segment of a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// What it counts, such as `full`.
    pub name: Phrase,
    /// How many.
    pub count: usize,
    /// What that means.
    pub tone: Tone,
}

impl Bar {
    /// How many all segments count together.
    pub fn total(&self) -> usize {
        self.segments.iter().map(|segment| segment.count).sum()
    }
}
