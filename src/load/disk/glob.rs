//! Paths with wildcards, which not every shell replaces by what they name.

use std::path::{Path, PathBuf};

use crate::diagnostic::Refusal;

/// What a path names: itself where it is there or has no wildcards, else everything that matches, in the order of names.
pub fn expanded(path: &Path) -> Result<Vec<PathBuf>, Refusal> {
    let text = path.to_string_lossy();
    if path.exists() || !text.contains(['*', '?', '[']) {
        return Ok(vec![path.to_owned()]);
    }
    let help = "write * for any part of a name, ** for any folders, ? for one sign";
    let found = glob::glob(&text).map_err(|_| Refusal::new(format!("{text} is not a valid file pattern"), help))?;
    let mut found: Vec<PathBuf> = found.filter_map(Result::ok).collect();
    found.sort();
    if found.is_empty() {
        return Err(Refusal::new(format!("nothing matches {text}"), help));
    }
    Ok(found)
}
