//! The names that a user types become what they name.

use std::collections::BTreeSet;

use super::raw::nearest;
use crate::diagnostic::Refusal;
use crate::model::{Assessment, Catalog, ClauseId, ClauseNumber, EditionId, Library};

/// The edition that a name means: its id, an alias, or the standard alone where it has but one edition. Case does not
/// matter.
pub fn edition<'l>(name: &str, library: &'l Library) -> Result<&'l Catalog, Refusal> {
    let name = name.trim();
    if let Some(catalog) = library.catalog_named(name) {
        return Ok(catalog);
    }
    let of_standard = editions_called(name, library);
    match of_standard.as_slice() {
        [one] => Ok(one),
        [] => Err(unknown_edition(name, library)),
        several => Err(Refusal {
            message: format!("{name} has several editions"),
            help: Some(format!("choose one of {}", ids(several))),
        }),
    }
}

/// The editions of the standards that a name without an edition means, newest first: `27001`, `ISO 27001`, `nist csf`,
/// `soc2`.
///
/// The words of the name must be in the id of the standard in one piece. Publishers may be left out; where words end does
/// not matter.
pub fn editions_called<'l>(name: &str, library: &'l Library) -> Vec<&'l Catalog> {
    let exact: Vec<&Catalog> = library.editions_of(name.trim()).collect();
    let (all, asked) = (all_words(name), distinctive_words(name));
    let is_publisher = !all.is_empty() && asked.is_empty();
    let is_called = |catalog: &&Catalog| match is_publisher {
        true => says(&all_words(catalog.id.standard()), &all),
        false => says(&distinctive_words(catalog.id.standard()), &asked),
    };
    let mut editions = match exact.is_empty() && !all.is_empty() {
        true => library.catalogs().filter(is_called).collect(),
        false => exact,
    };
    let same: Vec<&Catalog> = editions
        .iter()
        .filter(|catalog| !is_publisher && distinctive_words(catalog.id.standard()).concat() == asked.concat())
        .copied()
        .collect();
    if !same.is_empty() {
        editions = same;
    }
    editions.sort_by(|one, other| (&other.published, &other.id).cmp(&(&one.published, &one.id)));
    editions
}

/// The words of a name in lower case; where a number follows letters, it is a word of its own: ISO27001 is two.
fn all_words(name: &str) -> Vec<String> {
    let mut apart = String::new();
    for letter in name.to_lowercase().chars() {
        if letter.is_ascii_digit() && apart.ends_with(char::is_alphabetic) {
            apart.push(' ');
        }
        apart.push(letter);
    }
    let words = apart.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The same without those of publishers.
fn distinctive_words(name: &str) -> Vec<String> {
    const PUBLISHERS: [&str; 7] = ["bs", "din", "en", "iec", "iso", "nist", "the"];
    let mut words = all_words(name);
    words.retain(|word| !PUBLISHERS.contains(&word.as_str()));
    words
}

/// Whether words appear in those of a standard one after the other, written as one word or separately.
fn says(standard: &[String], asked: &[String]) -> bool {
    let asked = asked.concat();
    (0..standard.len()).any(|from| (from + 1..=standard.len()).any(|to| standard[from..to].concat() == asked))
}

fn ids(catalogs: &[&Catalog]) -> String {
    catalogs.iter().map(|catalog| catalog.id.as_str()).collect::<Vec<_>>().join(", ")
}

/// What to say of a name that means no edition.
fn unknown_edition(name: &str, library: &Library) -> Refusal {
    let own = "`xwalk list editions` shows the available editions; --standards DIR adds a folder of your own";
    let help = match near_edition(name, library) {
        Some(near) if near.ends_with('?') => format!("{near} {own}"),
        Some(near) => format!("{near}; {own}"),
        None => own.to_owned(),
    };
    Refusal { message: format!("there is no edition {name}"), help: Some(help) }
}

/// What may have been meant by a name that means no edition: the edition with that version of the standard, the other
/// editions of its standard, or what is near by name. A number is never taken for another one.
pub(super) fn near_edition(name: &str, library: &Library) -> Option<String> {
    let (standard, version) = name.rsplit_once(':').unwrap_or((name, ""));
    let of_standard = editions_called(standard, library);
    let meant = of_standard.iter().find(|catalog| catalog.id.as_str().ends_with(&format!(":{version}")));
    if let Some(meant) = meant {
        return Some(format!("did you mean {}?", meant.id));
    }
    if !of_standard.is_empty() {
        return Some(format!("there is {}", ids(&of_standard)));
    }
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let asked = digits(name);
    let standards = library.catalogs().map(|catalog| catalog.id.standard());
    let names = library.catalogs().flat_map(Catalog::names).chain(standards).filter(|name| digits(name) == asked);
    nearest(&name.to_lowercase(), names).map(|near| format!("did you mean {near}?"))
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

/// The clause that a name means: `<edition>/<number>`, where the edition may be an alias; or a number alone, of a target
/// of an assessment, else of an edition with statements in it.
pub fn clause(name: &str, library: &Library, assessment: Option<&Assessment>) -> Result<ClauseId, Refusal> {
    let Some(assessment) = assessment else { return clause_of(name, library, &[]) };
    let stated: Vec<EditionId> = assessment.editions().into_iter().cloned().collect();
    let is_of_target = !with_clause(name, library, &assessment.targets).is_empty();
    let editions = if is_of_target || stated.is_empty() { &assessment.targets } else { &stated };
    clause_of(name, library, editions)
}

/// The clause that a name means: `<edition>/<number>`, where the edition may be an alias; or a number alone, where one of
/// some editions has it and no other.
pub fn clause_of(name: &str, library: &Library, editions: &[EditionId]) -> Result<ClauseId, Refusal> {
    // An alias such as `ISO/IEC 20000-1:2011` holds a slash itself.
    if let Some((edition_name, number)) = name.rsplit_once('/') {
        return numbered(edition(edition_name, library)?, number);
    }
    match (with_clause(name, library, editions).as_slice(), editions) {
        ([one], _) => numbered(one, name),
        ([], [only]) => match library.catalog(only) {
            Some(catalog) => numbered(catalog, name),
            None => Err(unknown_clause_name(name, editions)),
        },
        ([], []) => Err(unknown_clause_name(name, editions)),
        ([], several) => {
            let names = several.iter().map(EditionId::as_str).collect::<Vec<_>>().join(", ");
            let message = format!("none of {names} has a clause {name}");
            let catalogs = several.iter().filter_map(|edition| library.catalog(edition));
            let same =
                |catalog: &&Catalog| catalog.clauses().iter().any(|clause| is_same(clause.number.as_str(), name));
            let near = catalogs.filter(same).find_map(|catalog| Some((catalog, near_clause(name, catalog)?)));
            let help = match near {
                Some((catalog, near)) => format!("did you mean {}/{near}?", catalog.id),
                None => "write <edition>/<clause> for a clause of another edition".to_owned(),
            };
            Err(Refusal { message, help: Some(help) })
        }
        (several, _) => {
            let (all, first) = (ids(several), several[0].id.as_str());
            let message = format!("{name} does not name its edition: {all} have such a clause");
            Err(Refusal { message, help: Some(format!("write <edition>/{name}, such as {first}/{name}")) })
        }
    }
}

/// Those of some editions that have a clause with a number.
fn with_clause<'l>(number: &str, library: &'l Library, editions: &[EditionId]) -> Vec<&'l Catalog> {
    let catalogs = editions.iter().filter_map(|edition| library.catalog(edition));
    catalogs.filter(|catalog| catalog.find(number.trim()).is_some()).collect()
}

/// The clause of an edition with a number.
fn numbered(catalog: &Catalog, number: &str) -> Result<ClauseId, Refusal> {
    let found = ClauseNumber::parse(number.trim()).ok().filter(|number| catalog.clause(number).is_some());
    let number = found.ok_or_else(|| {
        let help = match near_clause(number, catalog) {
            Some(near) => format!("did you mean {}/{near}? `xwalk show {}` lists its clauses", catalog.id, catalog.id),
            None => format!("`xwalk show {}` lists its clauses", catalog.id),
        };
        Refusal { message: format!("{} has no clause {number}", catalog.id), help: Some(help) }
    })?;
    Ok(ClauseId { edition: catalog.id.clone(), number })
}

/// The clause of an edition that is near to a number: the one that is written otherwise and is the same, else what is
/// near by name.
fn near_clause<'l>(number: &str, catalog: &'l Catalog) -> Option<&'l str> {
    let numbers = || catalog.clauses().iter().map(|clause| clause.number.as_str());
    numbers().find(|other| is_same(other, number)).or_else(|| nearest(number, numbers()))
}

/// Whether two numbers are the same except for the case of letters and the separators: `a.5.2`, `A 5.2`, `A5.2`.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    let plain = |number: &str| number.to_lowercase().replace(|letter: char| !letter.is_alphanumeric(), "");
    plain(one) == plain(other)
}

fn unknown_clause_name(name: &str, editions: &[EditionId]) -> Refusal {
    let example = editions.first().map_or("iso-9001:2008", EditionId::as_str);
    Refusal {
        message: format!("{name} does not name its edition"),
        help: Some(format!("write <edition>/{name}, such as {example}/{name}")),
    }
}

/// What to say of a table that does not exist.
pub fn unknown_table(name: &str, library: &Library) -> Refusal {
    let help = match nearest(name, library.tables().map(|table| table.id.as_str())) {
        Some(near) => format!("did you mean {near}?"),
        None => "`xwalk list tables` shows the available tables; to name a file, give its path".to_owned(),
    };
    Refusal { message: format!("there is no table {name}"), help: Some(help) }
}
