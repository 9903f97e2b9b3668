//! Made-up assessments of bundled editions, as many as are asked for.

use std::fmt::Write as _;

use super::world::scattered;

/// The clauses of which statements are made: whole references, in their order.
pub(crate) struct Portfolio {
    pub(crate) clauses: Vec<String>,
    pub(crate) targets: Vec<String>,
}

impl Portfolio {
    /// What is stated of each clause in an assessment: three of seven are in place, two in part.
    fn status(number: usize, at: usize) -> &'static str {
        let words = ["implemented", "partial", "implemented", "planned", "partial", "implemented", "not-implemented"];
        words[scattered(number * 1_000 + at) % words.len()]
    }

    /// An assessment as a line of JSON.
    pub(crate) fn line(&self, number: usize) -> String {
        let targets = self.targets.iter().map(|target| format!("\"{target}\"")).collect::<Vec<_>>().join(", ");
        let mut line = format!(
            "{{\"xwalk\": \"assessment/1\", \"organization\": \"Supplier {number}\", \"site\": \"Site {}\", \"targets\": [{targets}], \"statuses\": {{",
            number % 40
        );
        let mut edition = "";
        for (at, clause) in self.clauses.iter().enumerate() {
            let (of, id) = clause.split_once('/').expect("a reference is whole");
            let before = match (edition == of, edition.is_empty()) {
                (true, _) => ", ".to_owned(),
                (false, true) => format!("\"{of}\": {{"),
                (false, false) => format!("}}, \"{of}\": {{"),
            };
            edition = of;
            write!(line, "{before}\"{id}\": \"{}\"", Self::status(number, at)).expect("a string takes it");
        }
        line.push_str("}}}\n");
        line
    }

    /// The same as a file.
    pub(crate) fn file(&self, number: usize) -> String {
        let mut text = format!(
            "xwalk: assessment/1\norganization: Supplier {number}\nsite: Site {}\ntargets: [{}]\nstatuses:\n",
            number % 40,
            self.targets.join(", ")
        );
        let mut edition = "";
        for (at, clause) in self.clauses.iter().enumerate() {
            let (of, id) = clause.split_once('/').expect("a reference is whole");
            if of != edition {
                writeln!(text, "  {of}:").expect("a string takes it");
                edition = of;
            }
            writeln!(text, "    \"{id}\": {}", Self::status(number, at)).expect("a string takes it");
        }
        text
    }
}
