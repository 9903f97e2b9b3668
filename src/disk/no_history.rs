//! What stands for the history of a file in a build without the feature `git`.

use std::io;
use std::path::Path;

use super::{Failure, Version};

/// Refuses every history: this build was made without the feature `git`.
pub fn history(path: &Path) -> Result<Vec<Version>, Failure> {
    let message = "this build of xwalk leaves git out\n\n  tip: build it with `--features git`, or with all by leaving out \
                   `--no-default-features`; or name the file as it was at several dates";
    Err(Failure { path: path.to_owned(), error: io::Error::other(message) })
}
