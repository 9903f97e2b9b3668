//! Which method puts a target in place.

use std::collections::BTreeSet;

use crate::diagnostic::Refusal;
use crate::load::raw::nearest;
use crate::model::{EditionId, Library, Method, MethodId};

/// The method that puts a target in place: the one named, else the one that says it is for the target, else the one that
/// names clauses of it and is a project for all the targets that it names most of. A project for several standards is
/// for none of them alone unless it is named.
pub(super) fn method<'l>(
    asked: Option<&str>,
    target: &EditionId,
    targets: &[&EditionId],
    library: &'l Library,
) -> Result<Option<&'l Method>, Refusal> {
    if let Some(asked) = asked {
        let found = MethodId::parse(asked).ok().and_then(|id| library.method(&id));
        return found.map(Some).ok_or_else(|| {
            let help = match nearest(asked, library.methods().map(|method| method.id.as_str())) {
                Some(near) => format!("did you mean {near}?"),
                None => "`xwalk list methods` shows the available methods".to_owned(),
            };
            Refusal { message: format!("method {asked} does not exist"), help: Some(help) }
        });
    }
    let of_target: Vec<&Method> = library.methods().filter(|method| method.target.as_ref() == Some(target)).collect();
    match of_target.as_slice() {
        [] => Ok(project(target, targets, library)),
        [one] => Ok(Some(one)),
        several => {
            let ids = several.iter().map(|method| method.id.as_str()).collect::<Vec<_>>().join(", ");
            Err(Refusal {
                message: format!("{target} has several methods"),
                help: Some(format!("add --method M, one of {ids}")),
            })
        }
    }
}

/// The methods that name clauses of a target, and are for no edition.
pub(super) fn naming<'l>(target: &EditionId, library: &'l Library) -> impl Iterator<Item = &'l Method> {
    library.methods().filter(move |method| method.target.is_none() && editions(method).contains(target.as_str()))
}

/// The one method that names clauses of most targets, of this one among them.
fn project<'l>(target: &EditionId, targets: &[&EditionId], library: &'l Library) -> Option<&'l Method> {
    let served = naming(target, library).filter_map(|method| {
        let editions = editions(method);
        let standards: BTreeSet<&str> =
            editions.iter().map(|edition| edition.split_once(':').map_or(*edition, |(standard, _)| standard)).collect();
        let aimed_at = targets.iter().filter(|target| editions.contains(target.as_str())).count();
        (standards.len() == 1 || aimed_at > 1).then_some((aimed_at, method))
    });
    let served: Vec<(usize, &Method)> = served.collect();
    let most = served.iter().map(|(aimed_at, _)| *aimed_at).max()?;
    let mut best = served.into_iter().filter(|(aimed_at, _)| *aimed_at == most);
    match (best.next(), best.next()) {
        (Some((_, one)), None) => Some(one),
        (_, Some(_)) | (None, _) => None,
    }
}

/// The editions of which steps name clauses.
fn editions(method: &Method) -> BTreeSet<&str> {
    let clauses = method.steps.iter().flat_map(|step| &step.clauses);
    clauses.filter_map(|clause| Some(clause.split_once('/')?.0)).collect()
}
