//! The clauses of an edition as groups and controls in each other.
//!
//! Where OSCAL cannot nest two clauses as ours are, the lower one is next to the upper one, and its prop `parent` names
//! that: what is below a heading or an informative clause that is itself below a control, and what has more than
//! twenty clauses above it, which readers of JSON would not follow. A group that would hold groups and controls holds
//! its controls in groups without a number, so that all stay in their order.

use super::clauses::{Control, Described, Group, Part};
use super::ids::EditionIds;

/// How many groups and controls are put into each other.
const DEEPEST: usize = 20;

/// What a group may hold.
enum Entry {
    Group(Group),
    Control(Control),
}

/// All clauses of an edition, in published order: as groups or as controls.
pub(super) fn outline(ids: &EditionIds<'_>, title: &str) -> (Vec<Group>, Vec<Control>) {
    let clauses = ids.catalog.clauses();
    let roots: Vec<usize> = (0..clauses.len()).filter(|at| clauses[*at].parent.is_none()).collect();
    held(entries(ids, &roots, None, 0), title)
}

/// Clauses, with those below them, as what the group of the clause at `within` holds.
fn entries(ids: &EditionIds<'_>, clauses: &[usize], within: Option<usize>, depth: usize) -> Vec<Entry> {
    let mut entries = Vec::new();
    for &position in clauses {
        let described = Described { ids, position, within };
        let children = ids.catalog.children(position);
        if depth >= DEEPEST {
            entries.extend(family(ids, position).into_iter().map(|position| {
                let described = Described { position, ..described };
                if described.is_control() {
                    Entry::Control(described.control())
                } else {
                    Entry::Group(described.group())
                }
            }));
        } else if described.is_control() {
            entries.push(Entry::Control(control(described, children, depth)));
        } else {
            let mut group = described.group();
            let below = self::entries(ids, children, Some(position), depth + 1);
            (group.groups, group.controls) = held(below, &group.title);
            entries.push(Entry::Group(group));
        }
    }
    entries
}

/// A clause as a control, with clauses below it.
fn control(described: Described<'_>, below: &[usize], depth: usize) -> Control {
    let mut control = described.control();
    let mut parts = Vec::new();
    for &position in below {
        put_below(
            &mut control.controls,
            &mut parts,
            Described { position, within: Some(described.position), ..described },
            depth + 1,
        );
    }
    control.parts.extend(parts);
    control
}

/// Puts a clause that is below a control among the controls and the parts of that.
fn put_below(controls: &mut Vec<Control>, parts: &mut Vec<Part>, described: Described<'_>, depth: usize) {
    let children = described.ids.catalog.children(described.position);
    if depth >= DEEPEST {
        for position in family(described.ids, described.position) {
            let described = Described { position, ..described };
            if described.is_control() { controls.push(described.control()) } else { parts.push(described.part()) }
        }
    } else if described.is_control() {
        controls.push(control(described, children, depth));
    } else {
        parts.push(described.part());
        for &position in children {
            put_below(controls, parts, Described { position, ..described }, depth + 1);
        }
    }
}

/// The positions of a clause and of all that are below it, each above what is below it.
fn family(ids: &EditionIds<'_>, position: usize) -> Vec<usize> {
    let (mut found, mut waiting) = (Vec::new(), vec![position]);
    while let Some(next) = waiting.pop() {
        found.push(next);
        waiting.extend(ids.catalog.children(next).iter().rev());
    }
    found
}

/// What a group with a title holds, as OSCAL lets it.
fn held(entries: Vec<Entry>, title: &str) -> (Vec<Group>, Vec<Control>) {
    let (mut groups, mut controls) = (Vec::new(), Vec::new());
    for entry in entries {
        match entry {
            Entry::Control(control) => controls.push(control),
            Entry::Group(group) => {
                if !controls.is_empty() {
                    groups.push(Group::unnumbered(title.to_owned(), std::mem::take(&mut controls)));
                }
                groups.push(group);
            }
        }
    }
    if !groups.is_empty() && !controls.is_empty() {
        groups.push(Group::unnumbered(title.to_owned(), std::mem::take(&mut controls)));
    }
    (groups, controls)
}
