//! Editions and tables that agree, since all of them describe the same invented world.
//!
//! The world has demands in a row, by number. A clause asks for ten of them, each edition beginning a little later than
//! others do; a heading is the nine clauses below it. A row says how two of them really lie to each other.

use crate::world::{World, scattered};

const CHAPTERS: usize = 50;
const CLAUSES: usize = 9;
/// How many demands a clause asks for.
const DEMANDS: usize = 10;

/// A clause or, without a place in it, a heading.
#[derive(Clone, Copy)]
struct Place {
    edition: usize,
    chapter: usize,
    clause: Option<usize>,
}

impl Place {
    fn number(self) -> String {
        match self.clause {
            Some(clause) => format!("{}.{}", self.chapter + 1, clause + 1),
            None => (self.chapter + 1).to_string(),
        }
    }

    /// The first demand, and the one after the last.
    fn demands(self) -> (usize, usize) {
        let start = self.edition % 5 * 2 + self.chapter * CLAUSES * DEMANDS;
        match self.clause {
            Some(clause) => (start + clause * DEMANDS, start + (clause + 1) * DEMANDS),
            None => (start, start + CLAUSES * DEMANDS),
        }
    }
}

fn edition(number: usize) -> String {
    format!("made-{number}:1")
}

/// What is true of two places; of a reverse that is not full, some rows say nothing.
fn row(one: Place, other: Place, seed: usize) -> String {
    let ((start, end), (from, to)) = (one.demands(), other.demands());
    let shares = start < to && from < end;
    let (covers, is_covered) = (start <= from && to <= end, from <= start && end <= to);
    let relation = match (shares, covers) {
        (false, _) => "none",
        (true, true) => "full",
        (true, false) => "partial",
    };
    let reverse = match (shares, is_covered) {
        (true, true) => ", reverse: full",
        (true, false) if scattered(seed).is_multiple_of(2) => ", reverse: partial",
        _ => "",
    };
    format!("from: \"{}\", to: \"{}\", relation: {relation}{reverse}", one.number(), other.number())
}

/// So many editions of 500 clauses, headings among them, and so many tables of 500 rows.
pub(crate) fn agreeing(editions: usize, tables: usize) -> World {
    let mut world = World::default();
    for number in 0..editions {
        let chapter = |chapter: usize| {
            let clauses = (0..CLAUSES).map(move |clause| format!("\"{}.{}\": Clause", chapter + 1, clause + 1));
            std::iter::once(format!("\"{}\": Chapter", chapter + 1)).chain(clauses)
        };
        world.add_catalog(&edition(number), (0..CHAPTERS).flat_map(chapter));
    }
    for table in 0..tables {
        let (one, other) = (table % editions, (table % editions + 1 + table / editions) % editions);
        let rows = (0..CHAPTERS).flat_map(|chapter| {
            let of_heading = [None, Some(scattered(table + chapter) % CLAUSES)];
            let of_clause = (0..CLAUSES).map(Some);
            let pairs = of_clause.map(|clause| (clause, clause)).chain([(of_heading[0], of_heading[1])]);
            pairs.map(move |(from, to)| {
                let seed = table * 1_000 + chapter * 10 + from.unwrap_or(0);
                let (left, right) =
                    (Place { edition: one, chapter, clause: from }, Place { edition: other, chapter, clause: to });
                // Now and then a clause of another chapter, which shares nothing.
                let is_far = scattered(seed).is_multiple_of(20);
                let right = if is_far { Place { chapter: (chapter + 7) % CHAPTERS, ..right } } else { right };
                row(left, right, seed)
            })
        });
        world.add_table(&format!("t-{table}"), &edition(one), &edition(other), rows);
    }
    world
}
