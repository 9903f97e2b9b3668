//! The tables and methods of a packed library come to the editions that they build on.

use super::packed::{Foreign, Shelf};
use super::taken::taken;
use crate::diagnostic::{Diagnostic, Rule};
use crate::model::Library;
use crate::source::{Damage, FileId, Sources, Span};

/// Adds the tables and methods of a packed library, whose editions are there; none where one that it builds on is missing
/// or is another one than it was.
pub(super) fn add(
    file: FileId,
    shelf: Shelf,
    damage: &Damage,
    sources: &Sources,
    library: &mut Library,
    faults: &mut Vec<Diagnostic>,
) {
    let name = sources.get(file).name();
    let before = faults.len();
    faults.extend(shelf.foreign.iter().filter_map(|foreign| unfit(foreign, name, Span::start_of(file), library)));
    if faults.len() > before {
        return;
    }
    let Ok((tables, methods)) = shelf.tables_and_methods(library) else {
        return damage.report(format!("{name}: the header of the pack is damaged"));
    };
    for table in tables {
        let (span, id) = (table.span, table.id.clone());
        if let Err(first) = library.add_table(table) {
            faults.push(taken(sources, span, "a table", id.as_str(), first.span));
        }
    }
    for method in methods {
        let (span, id) = (method.span, method.id.clone());
        if let Err(first) = library.add_method(method) {
            faults.push(taken(sources, span, "a method", id.as_str(), first.span));
        }
    }
}

/// Why an edition is not the one that a pack builds on.
fn unfit(foreign: &Foreign, name: &str, span: Span, library: &Library) -> Option<Diagnostic> {
    let Foreign { id, fingerprint } = foreign;
    match library.catalog(id) {
        Some(catalog) if *catalog.fingerprint() == **fingerprint => None,
        Some(_) => {
            let message = format!("{name} was made with a different version of {id}, with other clauses");
            Some(Diagnostic::new(Rule::OutdatedPack, span, message).help("make the pack again with `xwalk pack`"))
        }
        None => {
            let message = format!("{name} builds on {id}, which is missing");
            let help = "add the folder or pack that contains it with --standards, as when the pack was made";
            Some(Diagnostic::new(Rule::UnknownEdition, span, message).help(help))
        }
    }
}
