//! What people see of a worksheet that is not a value of a cell, found while the parts of its workbook are checked.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::BytesStart;

use super::place::{attribute, place};

/// What the parts of a workbook say of each other, and of hidden rows and comments.
#[derive(Default)]
pub(super) struct Particulars {
    /// The names of sheets with the ids by which the workbook relates to their parts.
    sheets: Vec<(String, String)>,
    /// What each part relates to, by its name.
    relations: BTreeMap<String, Vec<Relation>>,
    /// The rows of each part that people do not see, from one.
    hidden_rows: BTreeMap<String, BTreeSet<u32>>,
    /// The cells, by row and column from one, to which each part has a comment.
    comments: BTreeMap<String, BTreeSet<(u32, u32)>>,
}

struct Relation {
    id: String,
    part: String,
}

/// The part that is checked.
pub(super) struct Part<'p> {
    /// Its name in the package.
    pub(super) name: &'p str,
    /// What its first element is called.
    pub(super) root: &'p str,
    /// The number of the row that began last.
    pub(super) row: u32,
}

impl Particulars {
    /// Takes over what an element of a part says.
    pub(super) fn take(&mut self, part: &Part<'_>, element: &BytesStart<'_>) -> Result<(), String> {
        match (part.root, element.local_name().as_ref()) {
            ("worksheet", "row") => {
                let hidden = attribute(element, "hidden")?;
                if hidden.is_some_and(|hidden| matches!(hidden.as_str(), "1" | "true")) {
                    self.hidden_rows.entry(key(part.name)).or_default().insert(part.row);
                }
            }
            ("comments", "comment") => {
                if let Some(cell) = attribute(element, "ref")? {
                    self.comments.entry(key(part.name)).or_default().insert(place(&cell)?);
                }
            }
            ("workbook", "sheet") => {
                let id = element.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "id");
                if let (Some(name), Some(id)) = (attribute(element, "name")?, id) {
                    self.sheets.push((unescaped(&name), id.value.as_ref().to_owned()));
                }
            }
            ("Relationships", "Relationship") => {
                let mode = attribute(element, "TargetMode")?;
                if let (Some(id), Some(target)) = (attribute(element, "Id")?, attribute(element, "Target")?)
                    && mode.is_none_or(|mode| mode != "External")
                    && let Some(of) = described(part.name)
                {
                    let part = resolved(&of, &unescaped(&target));
                    self.relations.entry(of).or_default().push(Relation { id, part });
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The hidden rows of a sheet, and its cells with a comment, by row from one and column from zero.
    pub(super) fn of_sheet(&self, sheet: &str) -> (BTreeSet<u32>, BTreeSet<(u32, usize)>) {
        let id = self.sheets.iter().find(|(name, _)| name == sheet).map(|(_, id)| id);
        let of_workbook =
            self.relations.iter().filter(|(part, _)| part.ends_with("workbook.xml")).flat_map(|(_, of)| of);
        let part = of_workbook.filter(|relation| Some(&relation.id) == id).map(|relation| &relation.part).next();
        let Some(part) = part else { return Default::default() };
        let related = self.relations.get(part).into_iter().flatten();
        let comments = related.filter_map(|relation| self.comments.get(&relation.part)).flatten();
        let comments = comments.map(|(row, column)| (*row, column.saturating_sub(1) as usize)).collect();
        (self.hidden_rows.get(part).cloned().unwrap_or_default(), comments)
    }
}

/// The name of a part, by which it is found whatever its case.
fn key(part: &str) -> String {
    part.trim_start_matches('/').to_ascii_lowercase()
}

/// The part whose relations a part lists: `xl/workbook.xml` for `xl/_rels/workbook.xml.rels`.
fn described(part: &str) -> Option<String> {
    let part = key(part);
    let (folder, name) = part.rsplit_once('/')?;
    let folder = folder.strip_suffix("_rels")?;
    Some(format!("{folder}{}", name.strip_suffix(".rels")?))
}

/// The part that a target names, as seen from another part.
fn resolved(from: &str, target: &str) -> String {
    if target.starts_with('/') {
        return key(target);
    }
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in target.split('/') {
        match step {
            "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    key(&steps.join("/"))
}

fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), |text| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::{described, resolved};

    #[test]
    fn parts_are_found_by_what_other_parts_call_them() {
        assert_eq!(described("xl/_rels/workbook.xml.rels").as_deref(), Some("xl/workbook.xml"));
        assert_eq!(described("_rels/.rels").as_deref(), Some(""));
        assert_eq!(described("xl/workbook.xml"), None);
        for (from, target, part) in [
            ("xl/workbook.xml", "worksheets/Sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets/sheet1.xml", "../comments1.xml", "xl/comments1.xml"),
            ("sheet1.xml", "../../a.xml", "a.xml"),
        ] {
            assert_eq!(resolved(from, target), part, "{target}");
        }
    }
}
