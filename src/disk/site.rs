//! A folder of pages that keeps a list of what was written into it, so that the next run replaces that and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use super::Failure;
use super::write::{folder_of, keep_mode, temporary_beside, temporary_folder};
use crate::source::digest;

/// The file that lists the pages of a folder which xwalk wrote, each with the SHA-256 of what it wrote, as `sha256sum`
/// has it.
pub const SITE_LIST: &str = ".xwalk-site";

/// What is said at the top of the list.
const HEAD: &str = "# Pages written by xwalk. Its next run replaces or removes them if they are unchanged.\n";

/// Whether pages may take the place of files that xwalk did not write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// They are kept, and if a page has the same name, nothing is written.
    Keep,
    /// A file with the same name is replaced.
    Replace,
}

/// Writes pages into a folder: makes the folder where there is none, replaces the pages that an earlier run wrote, and
/// removes those that are no longer among them. Whatever else is in the folder stays. If something else has the name of a
/// page, or not all pages can be written, nothing is changed.
pub fn write_site(path: &Path, pages: &[(String, Vec<u8>)], others: Others) -> Result<(), Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    if path.symlink_metadata().is_err() {
        return write_new(path, pages).map_err(failure);
    }
    // A link to a folder stays, and the pages are written into the folder to which it points.
    let folder = fs::canonicalize(path).map_err(failure)?;
    if !folder.is_dir() {
        return Err(failure(io::Error::other("it is a file, but a folder is required")));
    }
    let list = folder.join(SITE_LIST);
    let text = fs::read_to_string(&list).unwrap_or_default();
    let known = Known::read(&text);
    if others == Others::Keep && !list.is_file() && !is_empty(&folder).map_err(failure)? {
        let message = format!(
            "it contains files, but no {SITE_LIST} that lists the pages of an earlier run\n\n  tip: name a new or empty folder, or add --force to write into this one"
        );
        return Err(failure(io::Error::other(message)));
    }
    let pages: Vec<Page<'_>> = pages.iter().map(|(name, bytes)| Page { name, bytes, digest: digest(bytes) }).collect();
    refuse_obstacles(&folder, &pages, &known, others).map_err(failure)?;

    let is_new = |page: &&Page<'_>| !holds(&folder.join(page.name), |found| *found == page.digest);
    let write = |page: &Page<'_>| {
        let place = folder.join(page.name);
        Ok((temporary_beside(&place, page.bytes)?, place))
    };
    // All of it is on the disk before the first page takes its place.
    let written = pages.iter().filter(is_new).map(write).collect::<io::Result<Vec<_>>>().map_err(failure)?;
    let (both, after) = (known.with(&pages), Known::default().with(&pages));
    let keep = |known: &Known| {
        let temporary = temporary_beside(&list, known.text().as_bytes())?;
        temporary.persist(&list).map_err(|error| error.error).map(drop)
    };
    // A run that ends half way leaves a list that knows the earlier and the later pages.
    keep(&both).map_err(failure)?;
    for (temporary, place) in written {
        temporary.persist(place).map_err(|error| failure(error.error))?;
    }
    for (name, digests) in &known.0 {
        let place = folder.join(name);
        if !after.0.contains_key(name) && holds(&place, |found| digests.contains(found)) {
            fs::remove_file(&place).map_err(failure)?;
        }
    }
    keep(&after).map_err(failure)
}

/// A page that is to be written.
struct Page<'p> {
    name: &'p str,
    bytes: &'p [u8],
    digest: String,
}

/// The pages of earlier runs, with the digests of what they may hold.
#[derive(Debug, Default, Clone)]
struct Known(BTreeMap<String, BTreeSet<String>>);

impl Known {
    /// Names with a folder in them are none that xwalk wrote.
    fn read(text: &str) -> Self {
        let mut known = Self::default();
        for (digest, name) in text.lines().filter_map(|line| line.split_once("  ")) {
            let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
            let is_name = !name.starts_with('.') && !name.contains(['/', '\\', ':']);
            if is_digest && is_name {
                known.0.entry(name.to_owned()).or_default().insert(digest.to_owned());
            }
        }
        known
    }

    fn with(&self, pages: &[Page<'_>]) -> Self {
        let mut both = self.clone();
        for page in pages {
            both.0.entry(page.name.to_owned()).or_default().insert(page.digest.clone());
        }
        both
    }

    fn text(&self) -> String {
        let lines = self.0.iter().flat_map(|(name, digests)| digests.iter().map(move |digest| (digest, name)));
        HEAD.to_owned() + &lines.map(|(digest, name)| format!("{digest}  {name}\n")).collect::<String>()
    }
}

/// Refuses where a page would take the place of what is not an unchanged page of an earlier run.
fn refuse_obstacles(folder: &Path, pages: &[Page<'_>], known: &Known, others: Others) -> io::Result<()> {
    const NAMED: usize = 8;
    let is_obstacle = |name: &&str| {
        let place = folder.join(name);
        let Ok(metadata) = place.symlink_metadata() else { return false };
        if others == Others::Replace {
            return metadata.is_dir();
        }
        let page = pages.iter().find(|page| page.name == *name);
        let is_ours = |digest: &String| {
            page.is_some_and(|page| page.digest == *digest)
                || known.0.get(*name).is_some_and(|digests| digests.contains(digest))
        };
        *name != SITE_LIST && !holds(&place, is_ours)
    };
    let names: Vec<&str> = pages.iter().map(|page| page.name).chain([SITE_LIST]).filter(is_obstacle).collect();
    let Some(first) = names.get(..names.len().min(NAMED)).filter(|names| !names.is_empty()) else { return Ok(()) };
    let more = if names.len() > NAMED { format!(" and {} more", names.len() - NAMED) } else { String::new() };
    let tip = match others {
        Others::Keep => "move it away, name another folder, or add --force to replace it",
        Others::Replace => "move it away, or name another folder",
    };
    Err(io::Error::other(format!(
        "nothing was written, since the folder contains items that are not unchanged pages of an earlier run: {}{more}\n\n  tip: {tip}",
        first.join(", ")
    )))
}

/// Whether there is a regular file with this digest at a place.
fn holds(place: &Path, is_asked: impl Fn(&String) -> bool) -> bool {
    let is_file = place.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
    is_file && fs::read(place).is_ok_and(|bytes| is_asked(&digest(&bytes)))
}

/// Whether a folder contains nothing but hidden files, such as `.git`.
fn is_empty(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        if !entry?.file_name().to_string_lossy().starts_with('.') {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A new folder: made next to it, and renamed when it is complete.
fn write_new(path: &Path, pages: &[(String, Vec<u8>)]) -> io::Result<()> {
    let fresh = temporary_folder(folder_of(path))?;
    for (name, bytes) in pages {
        fs::write(fresh.path().join(name), bytes)?;
    }
    let pages: Vec<Page<'_>> = pages.iter().map(|(name, bytes)| Page { name, bytes, digest: digest(bytes) }).collect();
    fs::write(fresh.path().join(SITE_LIST), Known::default().with(&pages).text())?;
    keep_mode(path, fresh.path())?;
    fs::rename(fresh.path(), path)?;
    // It has its name, so nothing is left to remove.
    drop(fresh.keep());
    Ok(())
}
