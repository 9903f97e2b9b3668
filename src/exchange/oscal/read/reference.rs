//! Which edition a document means that refers to another document.

use std::path::Path;

use super::edition::{ours, urn};
use super::model::{BackMatter, Property, Resource};
use super::word::Word;
use crate::exchange::oscal::write::uuid;

/// An edition that may be meant, by all its names.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) aliases: Vec<String>,
    /// The name of its file, if it is one of the run.
    pub(super) file: Option<String>,
}

impl Candidate {
    /// An edition with its aliases, and the name that a document of ours has for it.
    pub(super) fn new(id: String, title: String, aliases: impl Iterator<Item = String>, file: Option<String>) -> Self {
        let written = urn(&uuid("catalog", &id));
        Self { aliases: aliases.chain([written]).collect(), id, title, file }
    }
}

/// Names of files that say nothing of what is in them: the folder has to agree too.
const PLAIN_NAMES: [&str; 8] =
    ["catalog", "profile", "mapping-collection", "assessment-plan", "system-security-plan", "index", "data", "oscal"];

/// The edition that a reference means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// The position of the candidate.
    pub(super) at: usize,
    /// Whether the property that we write next to a reference says another edition.
    pub(super) is_overruled: bool,
}

/// The edition that a reference means: by its uuid or the name of a file; by what we wrote next to it; by its title.
/// Where another program changed the reference and left what we wrote next to it, the reference counts. Nothing if none
/// or several may be meant.
pub(super) fn find(
    href: &Word,
    props: &[Property],
    back_matter: &BackMatter,
    candidates: &[Candidate],
) -> Option<Found> {
    let href = href.text.trim();
    let resource = href.strip_prefix('#').and_then(|uuid| resource(back_matter, uuid));
    let uuid = href.trim_start_matches('#').trim_start_matches("urn:uuid:");
    let hrefs: Vec<&str> = match resource {
        Some(resource) => resource.rlinks.iter().map(|link| link.href.as_str()).collect(),
        None => vec![href],
    };
    let with_id = |id: &Word| candidates.iter().position(|candidate| candidate.id == id.text.trim());
    let beside = ours(props, "edition");
    let of_resource = resource.and_then(|resource| ours(&resource.props, "edition"));
    let led_to = by_name(&urn(uuid), candidates).or_else(|| by_file(&hrefs, candidates));
    let led_to = led_to.or_else(|| with_id(of_resource?));
    if let Some(at) = led_to {
        let other = [beside, of_resource].into_iter().flatten().any(|stated| with_id(stated) != Some(at));
        return Some(Found { at, is_overruled: other });
    }
    if let Some(stated) = beside.or(of_resource) {
        return with_id(stated).map(|at| Found { at, is_overruled: false });
    }
    let title = resource.and_then(|resource| resource.title.as_ref()).map(|title| title.text.trim());
    let at = title.and_then(|title| by_name(title, candidates)).or_else(|| by_name(href, candidates));
    at.map(|at| Found { at, is_overruled: false })
}

/// What a reference names, for a message: the file or title that is in the back matter, or else itself.
pub(super) fn shown(href: &Word, back_matter: &BackMatter) -> String {
    let href = href.text.trim();
    let resource = href.strip_prefix('#').and_then(|uuid| resource(back_matter, uuid));
    let is_readable = |link: &&str| link.ends_with(".json") || link.ends_with(".yaml");
    let links = || resource.into_iter().flat_map(|resource| resource.rlinks.iter().map(|link| link.href.as_str()));
    let link = links().find(is_readable).or_else(|| links().next());
    let name = link.map(|link| link.rsplit('/').next().unwrap_or(link));
    let title = resource.and_then(|resource| resource.title.as_ref()).map(Word::as_str);
    name.or(title).unwrap_or(href).to_owned()
}

pub(super) fn resource<'b>(back_matter: &'b BackMatter, uuid: &str) -> Option<&'b Resource> {
    back_matter.resources.iter().find(|resource| resource.uuid.text.eq_ignore_ascii_case(uuid))
}

fn by_name(name: &str, candidates: &[Candidate]) -> Option<usize> {
    let is_called = |candidate: &Candidate| {
        let mut names = candidate.aliases.iter().chain([&candidate.id, &candidate.title]);
        names.any(|known| known.eq_ignore_ascii_case(name))
    };
    only(candidates.iter().map(|candidate| usize::from(is_called(candidate))))
}

fn by_file(hrefs: &[&str], candidates: &[Candidate]) -> Option<usize> {
    let agreement = |candidate: &Candidate| {
        let file = candidate.file.as_ref()?;
        hrefs.iter().map(|href| agreement(href, file)).max()
    };
    only(candidates.iter().map(|candidate| agreement(candidate).unwrap_or(0)))
}

/// The position of the one that is better than all others, if there is one.
fn only(scores: impl Iterator<Item = usize>) -> Option<usize> {
    let scores: Vec<usize> = scores.collect();
    let best = *scores.iter().max().filter(|best| **best > 0)?;
    let mut at = scores.iter().enumerate().filter(|(_, score)| **score == best).map(|(at, _)| at);
    at.next().filter(|_| at.next().is_none())
}

/// How many names at the ends of two paths agree, whatever the form of the file is. Nothing if the names of the files
/// differ, or say nothing and the folders differ.
fn agreement(href: &str, file: &str) -> usize {
    let (href, file) = (names(href), names(file));
    let same = href.iter().rev().zip(file.iter().rev()).take_while(|(href, file)| href == file).count();
    let is_plain = href.last().is_some_and(|name| PLAIN_NAMES.contains(&name.as_str()));
    if is_plain && same == 1 && href.len() > 1 && file.len() > 1 { 0 } else { same }
}

/// The names of a path, in lower case; the last without its ending, and without what calls a form of it small.
fn names(path: &str) -> Vec<String> {
    let path = path.split(['?', '#']).next().unwrap_or("").replace('\\', "/").to_lowercase();
    let mut names: Vec<String> =
        path.split('/').filter(|name| !["", ".", ".."].contains(name)).map(str::to_owned).collect();
    if let Some(last) = names.last_mut() {
        let is_form = Path::new(last.as_str())
            .extension()
            .is_some_and(|ending| ["json", "yaml", "yml", "xml"].iter().any(|form| ending == *form));
        if is_form {
            last.truncate(last.rfind('.').unwrap_or(last.len()));
        }
        if let Some(stem) = last.strip_suffix("-min") {
            *last = stem.to_owned();
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::agreement;

    #[test]
    fn a_file_is_known_by_its_name_whatever_its_form_and_by_its_folder_where_the_name_says_nothing() {
        for (href, file, expected) in [
            ("../../xml/NIST_rev5_catalog.xml", "content/json/NIST_rev5_catalog-min.json", 1),
            ("https://host.example/a/json/NIST_rev5_catalog.json", "a/json/NIST_rev5_catalog.json", 3),
            ("catalogs/PCI/catalog.json", "work/catalogs/PCI/catalog.json", 3),
            ("catalogs/HIGH/catalog.json", "work/catalogs/PCI/catalog.json", 0),
            ("./catalog.json", "work/catalog.yaml", 1),
            ("other.json", "catalog.json", 0),
        ] {
            assert_eq!(agreement(href, file), expected, "{href} and {file}");
        }
    }
}
