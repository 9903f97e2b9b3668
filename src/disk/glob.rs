//! Paths with wildcards, which not every shell replaces by what they name.

use std::path::{Component, Path, PathBuf};

use glob::Pattern;

use super::{Failure, ensure_there};
use crate::diagnostic::Refusal;

/// What a path names.
#[derive(Debug, Default)]
pub struct Expanded {
    /// Files and folders, in the order of names.
    pub paths: Vec<PathBuf>,
    /// What matches a pattern and cannot be read.
    pub failures: Vec<Failure>,
}

/// What a path names: itself where it is there or has no wildcards, else everything that matches. As for a shell, a
/// wildcard does not match the dot with which the name of a hidden file begins.
pub fn expanded(path: &Path) -> Result<Expanded, Refusal> {
    let text = path.to_string_lossy();
    if path.exists() || !text.contains(['*', '?', '[']) {
        return Ok(Expanded { paths: vec![path.to_owned()], failures: Vec::new() });
    }
    let help = "write * for any part of a name, ** for any folders, ? for one sign";
    let matches = glob::glob(&text).map_err(|_| Refusal::new(format!("{text} is not a valid file pattern"), help))?;
    let shown = Hidden::named_by(&text);
    let mut found = Expanded::default();
    for matched in matches {
        let matched = matched.map_err(|error| Failure { path: error.path().to_owned(), error: error.into() });
        match matched.and_then(|path| ensure_there(&path).map(|()| path)) {
            Ok(path) if shown.has(&path) => found.paths.push(path),
            Err(failure) if shown.has(&failure.path) => found.failures.push(failure),
            Ok(_) | Err(_) => {}
        }
    }
    found.paths.sort();
    if found.paths.is_empty() && found.failures.is_empty() {
        return Err(Refusal::new(format!("nothing matches {text}"), help));
    }
    Ok(found)
}

/// The names of hidden files and folders that a pattern names as such. The option of the library for this leaves out
/// all that is hidden, and fails at a name that is no UTF-8.
struct Hidden(Vec<Pattern>);

impl Hidden {
    fn named_by(pattern: &str) -> Self {
        let parts = pattern.split(std::path::is_separator).filter(|part| part.starts_with('.'));
        Self(parts.filter_map(|part| Pattern::new(part).ok()).collect())
    }

    /// Whether the pattern names all of a path that is hidden.
    fn has(&self, path: &Path) -> bool {
        path.components().all(|part| match part {
            Component::Normal(name) => {
                let name = name.to_string_lossy();
                !name.starts_with('.') || self.0.iter().any(|hidden| hidden.matches(&name))
            }
            Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => true,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::expanded;

    #[test]
    fn a_pattern_names_what_a_shell_would_name() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["p/a.yaml", "p/.dot.yaml", "p/in/b.yaml", "p/.hid/c.yaml", "p/in/.hid/d.yaml", "p/in/deep/e.yaml"]
        {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let named = |pattern: &str| {
            // The name of the folder is hidden itself, which the pattern says.
            let found = expanded(&folder.path().join("p").join(pattern)).unwrap();
            assert!(found.failures.is_empty());
            let start = folder.path().join("p");
            let below = |path: &PathBuf| path.strip_prefix(&start).unwrap().to_str().unwrap().replace('\\', "/");
            found.paths.iter().map(below).collect::<Vec<_>>()
        };
        assert_eq!(named("*"), ["a.yaml", "in"]);
        assert_eq!(named("**/*.yaml"), ["a.yaml", "in/b.yaml", "in/deep/e.yaml"]);
        assert_eq!(named(".d*"), [".dot.yaml"]);
        assert_eq!(named("**/.hid/*.yaml"), [".hid/c.yaml", "in/.hid/d.yaml"]);
        assert!(expanded(&folder.path().join("p/?dot.yaml")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn what_matches_and_cannot_be_read_is_told() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.yaml"), "").unwrap();
        std::os::unix::fs::symlink("nowhere", folder.path().join("b.yaml")).unwrap();
        let found = expanded(&folder.path().join("*.yaml")).unwrap();
        assert_eq!((found.paths.len(), found.failures.len()), (1, 1));
        assert!(found.failures[0].path.ends_with("b.yaml"));
    }
}
