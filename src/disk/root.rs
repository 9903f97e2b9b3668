//! The positions of files in their repository.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Failure, canonical, not_a_folder};
use crate::source::{Place, Sources};

/// Gives the path of every file from the root of its repository: from a folder that is named, else from that which holds
/// `.git` at or above the current folder, or else above the files; without one, from the current folder. A file outside
/// has its whole path.
pub fn locate(sources: &mut Sources, root: Option<&Path>) -> Result<(), Failure> {
    let files: Vec<_> = sources.ids().filter(|file| sources.get(*file).is_file()).collect();
    let places: Vec<PathBuf> = files.iter().map(|file| place(Path::new(sources.get(*file).name()))).collect();
    let root = match root {
        Some(root) => folder(root)?,
        None => {
            let here = canonical(Path::new("."));
            let own = repository(&here).filter(|root| places.iter().any(|place| place.starts_with(root)));
            let of_files = || places.iter().find_map(|place| repository(place.parent()?));
            own.or_else(of_files).unwrap_or(here)
        }
    };
    for (file, place) in files.into_iter().zip(places) {
        let is_in_repository = place.starts_with(&root);
        let path = place.strip_prefix(&root).unwrap_or(&place).display().to_string().replace('\\', "/");
        sources.set_place(file, Place { path, is_in_repository });
    }
    Ok(())
}

/// The whole path; a file that is a link keeps its own name.
fn place(path: &Path) -> PathBuf {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    path.file_name().map_or_else(|| canonical(path), |name| canonical(parent).join(name))
}

fn folder(path: &Path) -> Result<PathBuf, Failure> {
    let failure = |error| Failure { path: path.to_owned(), error };
    if !fs::metadata(path).map_err(failure)?.is_dir() {
        return Err(not_a_folder(path));
    }
    Ok(canonical(path))
}

fn repository(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_owned)
}
