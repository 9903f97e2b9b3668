//! Clause ids as other people write them: zeros before numbers, capitals and spaces do not distinguish clauses.

use std::collections::HashMap;

use crate::model::{Catalog, Clause, EditionId};

/// The clauses of editions by the form of their ids, each edition read when one of its clauses is looked for.
#[derive(Debug, Default)]
pub(super) struct Forms<'l> {
    editions: HashMap<&'l EditionId, HashMap<String, Vec<usize>>>,
}

impl<'l> Forms<'l> {
    /// The clause that an id names in another form, such as `AC-2` by `AC-02`; nothing if several do, and nothing needs
    /// to be asked where the catalog has the id as it stands.
    pub(super) fn clause(&mut self, home: &'l Catalog, id: &str) -> Option<&'l Clause> {
        let by_form = self.editions.entry(&home.id).or_insert_with(|| by_form(home));
        match by_form.get(&form(id))?.as_slice() {
            [one] => Some(&home.clauses()[*one]),
            _ => None,
        }
    }
}

fn by_form(home: &Catalog) -> HashMap<String, Vec<usize>> {
    let mut by_form: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, clause) in home.clauses().iter().enumerate() {
        by_form.entry(form(clause.number.as_str())).or_default().push(at);
    }
    by_form
}

/// An id in lower case, without spaces and without zeros before its numbers: `ac-2(1)` of `AC-02 (01)`.
pub(super) fn form(id: &str) -> String {
    let mut form = String::with_capacity(id.len());
    let mut digits = id.chars().peekable();
    let mut is_in_number = false;
    while let Some(c) = digits.next() {
        if c.is_whitespace() {
            continue;
        }
        let has_digit_next = digits.peek().is_some_and(char::is_ascii_digit);
        let is_padding = c == '0' && !is_in_number && has_digit_next;
        if !is_padding {
            form.extend(c.to_lowercase());
            is_in_number = c.is_ascii_digit();
        }
    }
    form
}

#[cfg(test)]
mod tests {
    use super::form;

    #[test]
    fn zeros_before_numbers_capitals_and_blanks_make_no_difference_and_all_else_does() {
        for (id, expected) in [
            ("AC-02 (01)", "ac-2(1)"),
            ("AC-2(1)", "ac-2(1)"),
            ("03.01.10", "3.1.10"),
            ("GV.OC-01", "gv.oc-1"),
            ("A.5.0", "a.5.0"),
            ("100", "100"),
            ("00", "0"),
            ("1.10", "1.10"),
        ] {
            assert_eq!(form(id), expected, "{id}");
        }
        assert_ne!(form("4.1"), form("4.10"));
    }
}
