//! Names of what other programs' files hold, in addition to the known ones: each belongs to one edition or table only.

use std::collections::{HashMap, HashSet};

use super::content::Content;
use super::format::Format;
use crate::diagnostic::{Diagnostic, Rule};
use crate::load::raw::Scalar;
use crate::model::Library;
use crate::source::{FileId, Sources, Span};

/// Gives each edition an id and aliases of its own. Names in `taken`, in lower case, are those of editions that are
/// there. An edition whose urn is that of one before, or of one that is there, is the same a second time, and is left
/// out; so is one that was written here of an edition that is there. One of others whose id alone is taken gets
/// another, since nothing says that the two have the same clauses.
pub(super) fn editions(contents: &mut [(FileId, Content)], taken: HashSet<String>, sources: &Sources) {
    let known = taken.clone();
    let mut ids = taken.clone();
    let mut aliases = taken;
    let all = contents.iter().flat_map(|(_, content)| &content.catalogs);
    aliases.extend(all.filter_map(|catalog| Some(catalog.id.as_ref()?.value.to_lowercase())));
    let mut urns: HashMap<String, Span> = HashMap::new();
    for (file, content) in contents.iter_mut() {
        let Content { catalogs, faults, ours, .. } = content;
        catalogs.retain_mut(|catalog| {
            let is_ours = |id: &&Scalar| ours.iter().any(|ours| id.value == *ours.as_str());
            if let Some(id) = catalog.id.as_ref().filter(is_ours).filter(|id| known.contains(id.value.as_str())) {
                let message =
                    format!("{} was written by xwalk and already exists: the existing edition is read", id.value);
                let help = "leave this file out; clauses that only this file contains are not read";
                faults.push(Diagnostic::new(Rule::LeftOut, id.span, message).help(help));
                return false;
            }
            let is_urn = |alias: &&Scalar| alias.value.starts_with("urn:");
            let named: Vec<&Scalar> = catalog.aliases.iter().filter(is_urn).collect();
            if let Some((urn, first)) = named.iter().find_map(|urn| Some((*urn, *urns.get(urn.value.as_str())?))) {
                let message = format!("{} is already described in {}", urn.shown(), sources.get(first.file).name());
                let fault = Diagnostic::new(Rule::LeftOut, urn.span, message).label(first, "first here");
                faults.push(fault.help("keep one of the two files: the first is read"));
                return false;
            }
            if let Some(urn) = named.iter().find(|urn| known.contains(&urn.value.to_lowercase())) {
                let message = format!("{} is the name of an edition that already exists", urn.shown());
                let help =
                    "leave this file out, or what already contains it, such as a pack made from it: only that is read";
                faults.push(Diagnostic::new(Rule::LeftOut, urn.span, message).help(help));
                return false;
            }
            urns.extend(named.into_iter().map(|urn| (urn.value.to_string(), urn.span)));
            catalog.aliases.retain(|alias| aliases.insert(alias.value.to_lowercase()));
            if let Some(id) = &mut catalog.id {
                if ids.contains(id.value.as_str()) {
                    let beside = Format::of(sources.get(*file).text()).map(|format| format.id_beside(&id.value));
                    let other = free(&beside.unwrap_or_else(|| format!("{}-other", id.value)), &ids);
                    let message = format!("edition {} already exists; this one is named {other}", id.shown());
                    let help = "the two are kept apart: nothing shows that their clauses are the same";
                    faults.push(Diagnostic::new(Rule::ReadAs, id.span, message).help(help));
                    *id = Scalar::new(other, id.span);
                }
                ids.insert(id.value.to_string());
            }
            true
        });
    }
    known_predecessors(contents, &ids);
}

/// Removes the link from an edition to a superseded one that is not there, and reports it.
fn known_predecessors(contents: &mut [(FileId, Content)], ids: &HashSet<String>) {
    for (_, content) in contents {
        let Content { catalogs, faults, .. } = content;
        for catalog in catalogs {
            let is_known = |earlier: &mut Scalar| ids.contains(&earlier.value.to_lowercase());
            let Some(earlier) = catalog.supersedes.take_if(|earlier| !is_known(earlier)) else { continue };
            let message =
                format!("an edition supersedes {}, which is not available: the link is left out", earlier.shown());
            let help = "name the file of that edition as well";
            faults.push(Diagnostic::new(Rule::ReadAs, earlier.span, message).help(help));
        }
    }
}

/// Gives each table a different id: one that is taken gets a counter.
pub(super) fn tables(contents: &mut [(FileId, Content)], library: &Library) {
    let mut taken: HashSet<String> = library.tables().map(|table| table.id.to_string()).collect();
    let tables = contents.iter_mut().flat_map(|(_, content)| &mut content.tables);
    for id in tables.filter_map(|table| table.id.as_mut()) {
        if taken.contains(id.value.as_str()) {
            *id = Scalar::new(free(&id.value, &taken), id.span);
        }
        taken.insert(id.value.to_string());
    }
}

/// A name that is not taken: itself, or itself with a count.
fn free(name: &str, taken: &HashSet<String>) -> String {
    let counted = (2..).map(|count| format!("{name}-{count}"));
    let mut names = std::iter::once(name.to_owned()).chain(counted);
    names.find(|name| !taken.contains(name)).expect("there are more counts than names")
}
