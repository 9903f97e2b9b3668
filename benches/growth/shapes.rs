//! Worlds that are large in one way each: those on which a step that is not linear shows.

use crate::generate::{CLAUSES, World, add_base, add_library, edition, scattered};

/// Clauses with the numbers from one.
fn numbered(count: usize) -> impl Iterator<Item = String> {
    (1..=count).map(|number| format!("\"{number}\": Requirement {number}"))
}

/// What is stated on clauses with the numbers from one, the same statuses again and again.
fn stated(count: usize, statuses: &'static [&str]) -> impl Iterator<Item = String> {
    (1..=count).map(|number| format!("\"{number}\": {}", statuses[number % statuses.len()]))
}

fn row(from: usize, to: usize, relation: &str) -> String {
    format!("from: \"{from}\", to: \"{to}\", relation: {relation}")
}

/// An edition of so many clauses, each in a row to the one clause of another: what is in place covers it in part, what is
/// not would cover it wholly.
pub(crate) fn one_clause(rows: usize) -> World {
    let mut world = World::default();
    world.add_catalog(&edition(0), numbered(rows));
    world.add_catalog(&edition(1), numbered(1));
    let relation = |number: usize| ["full", "partial", "partial"][number % 3];
    let rows_to_it = (1..=rows).map(|number| row(number, 1, relation(number)));
    world.add_table("made-0--made-1", &edition(0), &edition(1), rows_to_it);
    let statements = stated(rows, &["not-implemented", "implemented", "partial"]);
    world.add_assessment(&[edition(1)], [(edition(0), statements)]);
    world
}

/// One clause in a row to each of so many clauses of another edition. It is not in place, and would cover every third
/// wholly.
pub(crate) fn from_one_clause(rows: usize) -> World {
    let mut world = World::default();
    world.add_catalog(&edition(0), numbered(1));
    world.add_catalog(&edition(1), numbered(rows));
    let relation = |number: usize| ["full", "partial", "partial"][number % 3];
    let rows_from_it = (1..=rows).map(|number| row(1, number, relation(number)));
    world.add_table("made-0--made-1", &edition(0), &edition(1), rows_from_it);
    world.add_assessment(&[edition(1)], [(edition(0), stated(1, &["not-implemented"]))]);
    world
}

/// One row that is repeated so many times, half of them in each of two tables. A repeated row is a warning.
pub(crate) fn one_pair(rows: usize) -> World {
    let mut world = World::default();
    world.add_catalog(&edition(0), numbered(1));
    world.add_catalog(&edition(1), numbered(1));
    for source in ["one", "another"] {
        let repeated = (0..rows / 2).map(|_| row(1, 1, "partial"));
        world.add_table(&format!("made-0--made-1--{source}"), &edition(0), &edition(1), repeated);
    }
    world.add_assessment(&[edition(1)], [(edition(0), stated(1, &["implemented"]))]);
    world
}

/// So many editions of five clauses, all aimed at, each with a table from one edition of a hundred.
pub(crate) fn targets(count: usize) -> World {
    const BASE: usize = 100;
    let mut world = World::default();
    world.add_catalog(&edition(0), numbered(BASE));
    for target in 1..=count {
        world.add_catalog(&edition(target), numbered(5));
        let rows = (1..=5).map(|to| {
            let seed = scattered(target * 5 + to);
            row(seed % BASE + 1, to, ["full", "partial"][seed / BASE % 2])
        });
        world.add_table(&format!("made-0--made-{target}"), &edition(0), &edition(target), rows);
    }
    let targets: Vec<String> = (1..=count).map(edition).collect();
    world.add_assessment(&targets, [(edition(0), stated(BASE, &["not-implemented", "implemented", "partial"]))]);
    world
}

/// One edition of so many clauses, each of them a chapter of its own.
pub(crate) fn one_catalog(clauses: usize) -> World {
    let mut world = World::default();
    world.add_catalog(&edition(0), numbered(clauses));
    world
        .add_assessment(&[edition(0)], [(edition(0), stated(clauses, &["not-implemented", "implemented", "partial"]))]);
    world
}

/// Two editions of so many requirements below one heading each, every requirement in a row to one of the other edition.
pub(crate) fn one_chapter(requirements: usize) -> World {
    let mut world = World::default();
    let chapter = || {
        let below = (1..=requirements).map(|number| format!("\"1.{number}\": Requirement {number}"));
        std::iter::once("\"1\": Chapter".to_owned()).chain(below)
    };
    world.add_catalog(&edition(0), chapter());
    world.add_catalog(&edition(1), chapter());
    let rows = (1..=requirements).map(|number| {
        let to = scattered(number) % requirements + 1;
        format!("from: \"1.{number}\", to: \"1.{to}\", relation: partial")
    });
    world.add_table("made-0--made-1", &edition(0), &edition(1), rows);
    let statements = (1..=requirements).map(|number| {
        let status = ["not-implemented", "implemented", "partial"][number % 3];
        format!("\"1.{number}\": {status}")
    });
    world.add_assessment(&[edition(1)], [(edition(0), statements)]);
    world
}

/// So many rows that say equal, from one edition to another and back, which close a ring over all clauses.
pub(crate) fn ring(rows: usize) -> World {
    let clauses = rows / 2;
    let mut world = World::default();
    world.add_catalog(&edition(0), numbered(clauses));
    world.add_catalog(&edition(1), numbered(clauses));
    let equal = |from: usize, to: usize| format!("{}, reverse: full", row(from, to, "full"));
    world.add_table("there", &edition(0), &edition(1), (1..=clauses).map(|number| equal(number, number)));
    let next = |number: usize| number % clauses + 1;
    world.add_table("back", &edition(1), &edition(0), (1..=clauses).map(|number| equal(number, next(number))));
    world
}

/// Ten rows from so many clauses together to a clause each of a second edition, and one from those ten to the only clause
/// of a third. All of the first is in place but for its last clause, which the even rows go without.
pub(crate) fn joint(clauses: usize) -> World {
    const ROWS: usize = 10;
    let mut world = World::default();
    world.add_catalog(&edition(0), numbered(clauses));
    world.add_catalog(&edition(1), numbered(ROWS));
    world.add_catalog(&edition(2), numbered(1));
    let together = |last: usize, to: usize| {
        let from = (1..=last).map(|number| format!("\"{number}\"")).collect::<Vec<_>>().join(", ");
        format!("from: [{from}], to: \"{to}\", relation: full")
    };
    let rows = (1..=ROWS).map(|to| together(clauses - usize::from(to % 2 == 0), to));
    world.add_table("made-0--made-1", &edition(0), &edition(1), rows);
    world.add_table("made-1--made-2", &edition(1), &edition(2), [together(ROWS, 1)]);
    let statements = (1..=clauses).map(|number| {
        let status = if number == clauses { "not-implemented" } else { "implemented" };
        format!("\"{number}\": {status}")
    });
    world.add_assessment(&[edition(1), edition(2)], [(edition(0), statements)]);
    world
}

/// One edition of so many clauses, each the parent of the next one.
pub(crate) fn deep(clauses: usize) -> World {
    let mut world = World::default();
    let below = |number: usize| {
        let above = number - 1;
        format!("\"{number}\": {{ title: Part {number}, parent: \"{above}\" }}")
    };
    let clauses = std::iter::once("\"1\": Part 1".to_owned()).chain((2..=clauses).map(below));
    world.add_catalog(&edition(0), clauses);
    world.add_assessment(&[edition(0)], [(edition(0), stated(1, &["implemented"]))]);
    world
}

/// An edition of a thousand clauses, and an assessment and a sheet that state something of so many that it does not have.
pub(crate) fn unknown(ids: usize) -> World {
    let mut world = World::default();
    world.add_catalog(&edition(0), numbered(CLAUSES));
    let ids = 1..=ids;
    let statements = ids.clone().map(|number| format!("\"U{number}\": implemented"));
    world.add_assessment(&[edition(0)], [(edition(0), statements)]);
    let rows = ids.map(|number| format!("U{number},implemented\n"));
    world.add("sheet.csv", std::iter::once("clause,status\n".to_owned()).chain(rows).collect());
    world
}

/// Two different editions out of so many.
fn pair(editions: usize, table: usize) -> (usize, usize) {
    let seed = scattered(usize::MAX - table);
    let from = seed % editions;
    (from, (from + 1 + seed / editions % (editions - 1)) % editions)
}

/// A library in which anything may lead to anything: tables of a hundred rows between pairs of editions by chance. Two
/// thirds of the first three editions are in place; aimed at are the next ones.
pub(crate) fn random(editions: usize, rows: usize, targets: usize) -> World {
    const ROWS: usize = 100;
    const BASE: [usize; 3] = [0, 1, 2];
    let mut world = World::default();
    add_library(&mut world, editions, (0..rows / ROWS).map(|table| pair(editions, table)), ROWS);
    let targets: Vec<usize> = (BASE.len()..BASE.len() + targets).collect();
    add_base(&mut world, &BASE, &targets);
    world
}
