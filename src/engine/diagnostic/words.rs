//! Numbers of things, in words.

use std::fmt::Display;

/// A number with what it counts: `1 clause`, `2 clauses`, `0.5 person-days`.
pub fn counted(count: impl Display, one: &str, several: &str) -> String {
    let count = count.to_string();
    let what = if count == "1" { one } else { several };
    format!("{count} {what}")
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn one_thing_is_one_and_all_other_numbers_are_several() {
        let said = ["0", "1", "1.5", "2"].map(|count| counted(count, "policy is", "policies are"));
        assert_eq!(said, ["0 policies are", "1 policy is", "1.5 policies are", "2 policies are"]);
    }
}
