//! Libraries as people write them, large in one way each.

use std::fmt::Write as _;

use crate::world::{World, scattered};

const WORDS: [&str; 24] = [
    "manage", "record", "review", "control", "plan", "service", "supplier", "incident", "change", "asset", "risk",
    "audit", "policy", "access", "monitor", "capacity", "release", "problem", "quality", "document", "improve",
    "train", "restore", "report",
];

/// A sentence of so many words by chance.
fn sentence(seed: usize, words: usize) -> String {
    let mut text = String::new();
    for at in 0..words {
        let word = WORDS[scattered(seed * 31 + at) % WORDS.len()];
        let start = if at == 0 { "" } else { " " };
        write!(text, "{start}{word}").expect("a string takes it");
    }
    text
}

fn edition(number: usize) -> String {
    format!("made-{number}:1")
}

/// The requirement with a position in an edition: a hundred in each chapter.
fn clause(position: usize) -> String {
    format!("{}.{}", position / 100 + 1, position % 100 + 1)
}

fn head_of_table(name: &str, from: usize, to: usize) -> String {
    let (from, to) = (edition(from), edition(to));
    format!(
        "xwalk: relations/1\nid: {name}\nfrom: {from}\nto: {to}\nversion: 1\nsource: made up\nconfidence: low\nrows:\n"
    )
}

/// 205 catalogs and 50 tables, every value on a line of its own: 23 MB.
pub(crate) fn block() -> World {
    const CATALOGS: usize = 205;
    const CLAUSES: usize = 370;
    const TABLES: usize = 50;
    let mut world = World::default();
    for number in 0..CATALOGS {
        let id = edition(number);
        let mut text = format!(
            "---\nxwalk: catalog/1\nid: {id}\ntitle: Made up {number}\naliases: [\"Made {number}\"]\nsource: >-\n  Numbers and titles\n  are made up.\n\nclauses:\n"
        );
        for position in 0..CLAUSES {
            let (id, seed) = (clause(position), number * CLAUSES + position);
            let (title, first, second) = (sentence(seed, 5), sentence(seed + 1, 9), sentence(seed + 2, 8));
            let (phase, element) = (["plan", "do", "check", "act"][seed % 4], WORDS[seed % WORDS.len()]);
            write!(
                text,
                "  \"{id}\":\n    title: {title}\n    summary: >-\n      {first}\n      {second}\n    pdca: {phase}\n    element: {element}\n    level: \"{}\"\n",
                seed % 3 + 1
            )
            .expect("a string takes it");
        }
        world.add(format!("standards/made-{number}.yaml"), text);
    }
    for number in 0..TABLES {
        let name = format!("t-{number}");
        let mut text = head_of_table(&name, number, number + 1);
        for from in 0..CLAUSES {
            let seed = number * CLAUSES + from;
            let (to, add, note) = (clause(scattered(seed) % CLAUSES), sentence(seed, 16), sentence(seed + 3, 4));
            write!(
                text,
                "  - from: \"{}\"\n    to: \"{to}\"\n    relation: partial\n    add: {add}\n    note: \"{note}\"\n",
                clause(from)
            )
            .expect("a string takes it");
        }
        world.add(format!("standards/{name}.yaml"), text);
    }
    add_base(&mut world, CLAUSES);
    world
}

/// One table with a million rows in brackets, between two editions of a thousand clauses: 73 MB.
pub(crate) fn flow() -> World {
    const CLAUSES: usize = 1_000;
    let mut world = World::default();
    for number in 0..2 {
        let clauses = (0..CLAUSES).map(|position| format!("\"{}\": Requirement {position}", clause(position)));
        let id = edition(number);
        world.add_catalog(&id, clauses);
    }
    let row = |row: usize| {
        let (from, to) = (clause(row / CLAUSES), clause(row % CLAUSES));
        let relation = ["full", "partial", "partial", "partial"][scattered(row) % 4];
        format!("from: \"{from}\", to: \"{to}\", relation: {relation}, note: \"row {row}\"")
    };
    world.add_table("t", &edition(0), &edition(1), (0..CLAUSES * CLAUSES).map(row));
    add_base(&mut world, CLAUSES);
    world
}

/// 4,000 catalogs of twenty clauses, and a table of eight rows from each to the next one.
pub(crate) fn small() -> World {
    const CATALOGS: usize = 4_000;
    let mut world = World::default();
    for number in 0..CATALOGS {
        let clauses = (0..20).map(|position| format!("\"{}\": {}", clause(position), sentence(number + position, 4)));
        world.add_catalog(&edition(number), clauses);
        if number + 1 < CATALOGS {
            let same = |position| format!("from: \"{0}\", to: \"{0}\", relation: partial", clause(position));
            world.add_table(&format!("t-{number}"), &edition(number), &edition(number + 1), (0..8).map(same));
        }
    }
    add_base(&mut world, 20);
    world
}

/// Every other clause of the first edition is in place, and the second one is aimed at.
fn add_base(world: &mut World, clauses: usize) {
    let statements = (0..clauses).step_by(2).map(|position| format!("\"{}\": implemented", clause(position)));
    world.add_assessment(&[format!("\"{}\"", edition(1))], [(edition(0), statements)]);
}
