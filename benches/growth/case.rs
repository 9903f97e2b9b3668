//! Worlds of growing size, and what is asked of them.

use crate::generate::{World, neighbours};
use crate::shapes;

/// A shape in several sizes, with the commands whose cost is to grow no faster than the size.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// What its size counts.
    pub(crate) counted: &'static str,
    pub(crate) world: fn(usize) -> World,
    /// Smallest first.
    pub(crate) sizes: &'static [usize],
    /// What is run in the folder of a world.
    pub(crate) commands: &'static [&'static str],
    /// The exit code of every command: 1 where the shape is one of faults.
    pub(crate) exit: i32,
}

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "one-clause",
        counted: "rows to one clause",
        world: shapes::one_clause,
        sizes: &[3_125, 6_250, 12_500, 25_000, 50_000],
        commands: &["gap assessment.yaml", "explain assessment.yaml made:1/1", "plan assessment.yaml"],
        exit: 0,
    },
    Case {
        name: "from-one-clause",
        counted: "rows from one clause",
        world: shapes::from_one_clause,
        sizes: &[3_125, 6_250, 12_500, 25_000, 50_000],
        commands: &["gap assessment.yaml", "explain assessment.yaml made:1/1", "plan assessment.yaml"],
        exit: 0,
    },
    Case {
        name: "one-pair",
        counted: "rows on one pair of clauses",
        world: shapes::one_pair,
        sizes: &[12_500, 25_000, 50_000, 100_000, 200_000],
        commands: &["check assessment.yaml", "gap assessment.yaml"],
        exit: 0,
    },
    Case {
        name: "targets",
        counted: "targets",
        world: shapes::targets,
        sizes: &[375, 750, 1_500, 3_000],
        commands: &[
            "check assessment.yaml",
            "coverage assessment.yaml",
            "gap assessment.yaml",
            "plan assessment.yaml",
            "report assessment.yaml",
        ],
        exit: 0,
    },
    Case {
        name: "one-catalog",
        counted: "clauses in one catalog",
        world: shapes::one_catalog,
        sizes: &[4_000, 16_000, 50_000, 100_000],
        commands: &["coverage assessment.yaml", "gap assessment.yaml", "show made:0"],
        exit: 0,
    },
    Case {
        name: "one-chapter",
        counted: "requirements below one heading",
        world: shapes::one_chapter,
        sizes: &[1_250, 2_500, 5_000, 10_000],
        commands: &["gap assessment.yaml", "explain assessment.yaml made:1/1", "plan assessment.yaml"],
        exit: 0,
    },
    Case {
        name: "ring",
        counted: "equalities in one ring",
        world: shapes::ring,
        sizes: &[750, 1_500, 3_000, 6_000],
        commands: &["map made:0 made:1 --inferred", "map made:0 made:1 --inferred --max-hops 20"],
        exit: 0,
    },
    Case {
        name: "joint",
        counted: "clauses in each joint row",
        world: shapes::joint,
        sizes: &[250, 500, 1_000, 2_000],
        commands: &[
            "explain assessment.yaml made:1/1",
            "explain assessment.yaml made:2/1",
            "gap assessment.yaml",
            "check assessment.yaml",
        ],
        exit: 0,
    },
    Case {
        name: "deep",
        counted: "parents above each other",
        world: shapes::deep,
        sizes: &[1_250, 2_500, 5_000, 10_000],
        commands: &["show made:0", "list editions", "gap assessment.yaml"],
        exit: 0,
    },
    Case {
        name: "unknown",
        counted: "unknown ids",
        world: shapes::unknown,
        sizes: &[2_000, 4_000, 8_000, 16_000],
        commands: &["check assessment.yaml", "import sheet.csv --organization Us --edition made:0 --dry-run"],
        exit: 1,
    },
    Case {
        name: "neighbours",
        counted: "rows between neighbouring editions",
        world: neighbours,
        sizes: &[10_000, 100_000, 1_000_000],
        commands: &["check assessment.yaml", "gap assessment.yaml"],
        exit: 0,
    },
    Case {
        name: "random",
        counted: "rows by chance between 100 editions of 1,000 clauses",
        world: |rows| shapes::random(100, rows, 1),
        sizes: &[50_000, 100_000, 200_000, 1_000_000],
        commands: &["gap assessment.yaml", "plan assessment.yaml --wins 0", "plan assessment.yaml"],
        exit: 0,
    },
];
