//! The names that a user types become what they name.

use std::collections::BTreeSet;

use super::raw::nearest;
use crate::diagnostic::Refusal;
use crate::model::{Assessment, Catalog, ClauseId, ClauseNumber, EditionId, Library};

/// The edition that a name means: its id, an alias, or the standard alone where it has but one edition. Case does not matter.
pub fn edition<'l>(name: &str, library: &'l Library) -> Result<&'l Catalog, Refusal> {
    let name = name.trim();
    if let Some(catalog) = library.catalog_named(name) {
        return Ok(catalog);
    }
    let of_standard: Vec<&Catalog> = library.editions_of(name).collect();
    match of_standard.as_slice() {
        [one] => Ok(one),
        [] => {
            let names = library.catalogs().flat_map(Catalog::names);
            let help = match nearest(&name.to_lowercase(), names) {
                Some(near) => format!("did you mean {near}?"),
                None => "`xwalk list editions` shows what there is".to_owned(),
            };
            Err(Refusal { message: format!("there is no edition {name}"), help: Some(help) })
        }
        several => {
            let ids = several.iter().map(|catalog| catalog.id.as_str()).collect::<Vec<_>>().join(", ");
            Err(Refusal { message: format!("{name} has several editions"), help: Some(format!("choose one of {ids}")) })
        }
    }
}

/// The editions that names mean, each once, in the order of the names.
pub fn editions<'l>(names: &[String], library: &'l Library) -> Result<Vec<&'l Catalog>, Refusal> {
    let (mut catalogs, mut known) = (Vec::new(), BTreeSet::new());
    for name in names {
        let catalog = edition(name, library)?;
        if known.insert(&catalog.id) {
            catalogs.push(catalog);
        }
    }
    Ok(catalogs)
}

/// The clause that a name means: `<edition>/<number>`, where the edition may be an alias; or a number alone, of the one target of an assessment.
pub fn clause(name: &str, library: &Library, assessment: Option<&Assessment>) -> Result<ClauseId, Refusal> {
    clause_of(name, library, assessment.map_or(&[][..], |assessment| &assessment.targets))
}

/// The clause that a name means: `<edition>/<number>`, where the edition may be an alias; or a number alone, of the only one of some editions.
pub fn clause_of(name: &str, library: &Library, editions: &[EditionId]) -> Result<ClauseId, Refusal> {
    let (catalog, number) = match (name.rsplit_once('/'), editions) {
        // An alias such as `ISO/IEC 20000-1:2011` holds a slash itself.
        (Some((edition_name, number)), _) => (edition(edition_name, library)?, number),
        (None, [only]) => match library.catalog(only) {
            Some(catalog) => (catalog, name),
            None => return Err(unknown_clause_name(name, editions)),
        },
        (None, _) => return Err(unknown_clause_name(name, editions)),
    };
    let found = ClauseNumber::parse(number.trim()).ok().filter(|number| catalog.clause(number).is_some());
    let number = found.ok_or_else(|| {
        let near = nearest(number, catalog.clauses().iter().map(|clause| clause.number.as_str()));
        let help = match near {
            Some(near) => format!("did you mean {}/{near}? `xwalk show {}` lists its clauses", catalog.id, catalog.id),
            None => format!("`xwalk show {}` lists its clauses", catalog.id),
        };
        Refusal { message: format!("{} has no clause {number}", catalog.id), help: Some(help) }
    })?;
    Ok(ClauseId { edition: catalog.id.clone(), number })
}

fn unknown_clause_name(name: &str, editions: &[EditionId]) -> Refusal {
    let example = editions.first().map_or("iso-9001:2008", EditionId::as_str);
    Refusal {
        message: format!("{name} does not say of which edition it is"),
        help: Some(format!("write <edition>/{name}, such as {example}/{name}")),
    }
}

/// What to say of a table that does not exist.
pub fn unknown_table(name: &str, library: &Library) -> Refusal {
    let help = match nearest(name, library.tables().map(|table| table.id.as_str())) {
        Some(near) => format!("did you mean {near}?"),
        None => "`xwalk list tables` shows what there is".to_owned(),
    };
    Refusal { message: format!("there is no table {name}"), help: Some(help) }
}
