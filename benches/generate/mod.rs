//! Made-up libraries and assessments: sound, of any size, the same every time.

mod world;

pub(crate) use world::{World, scattered};

/// How many requirements an edition of a large library has.
pub(crate) const CLAUSES: usize = 1_000;

/// The id of a made-up edition.
pub(crate) fn edition(number: usize) -> String {
    format!("made:{number}")
}

/// The requirement with a position in a large edition: ten headings of a hundred requirements.
fn clause(position: usize) -> String {
    format!("{}.{}", position / 100 + 1, position % 100 + 1)
}

/// Adds editions of a thousand requirements under ten headings, and for each pair of them a table with so many rows, each
/// from another requirement of the one, in their order, to one of the other by chance.
pub(crate) fn add_library(
    world: &mut World,
    editions: usize,
    pairs: impl IntoIterator<Item = (usize, usize)>,
    rows: usize,
) {
    for number in 0..editions {
        let chapters = (1..=CLAUSES / 100).map(|chapter| format!("\"{chapter}\": Chapter {chapter}"));
        let requirements = (0..CLAUSES).map(|position| format!("\"{}\": Requirement {position}", clause(position)));
        world.add_catalog(&edition(number), chapters.chain(requirements));
    }
    for (table, (from, to)) in pairs.into_iter().enumerate() {
        let row = |row: usize| {
            let seed = scattered(row);
            let (source, target) = (clause(row % CLAUSES), clause(seed % CLAUSES));
            let relation = ["full", "partial", "partial", "partial"][seed / CLAUSES % 4];
            format!("from: \"{source}\", to: \"{target}\", relation: {relation}")
        };
        let name = format!("made-{from}--made-{to}--{table}");
        world.add_table(&name, &edition(from), &edition(to), (table * rows..(table + 1) * rows).map(row));
    }
}

/// Adds an assessment that has two thirds of some editions in place and aims at others.
pub(crate) fn add_base(world: &mut World, base: &[usize], targets: &[usize]) {
    let statement = |position: usize| {
        let status = ["implemented", "implemented", "not-implemented"][position % 3];
        format!("\"{}\": {status}", clause(position))
    };
    let targets: Vec<String> = targets.iter().copied().map(edition).collect();
    world.add_assessment(&targets, base.iter().map(|number| (edition(*number), (0..CLAUSES).map(statement))));
}

/// A library with so many rows, five tables from each edition to each of the two next ones, with an assessment of the
/// first that aims at the second.
pub(crate) fn neighbours(rows: usize) -> World {
    let tables = rows / CLAUSES;
    let editions = (tables / 10).max(3);
    let pair = |table: usize| (table % editions, (table % editions + 1 + table / editions % 2) % editions);
    let mut world = World::default();
    add_library(&mut world, editions, (0..tables).map(pair), CLAUSES);
    add_base(&mut world, &[0], &[1]);
    world
}
