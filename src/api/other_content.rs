//! Files that are named but contain nothing that a command reads.

use std::path::Path;

use crate::diagnostic::Refusal;
use crate::disk;
use crate::exchange::other_content::{OtherContent, Wanted};

/// Refuses a named file that holds something else than what is wanted: a workbook, a picture, a sheet. What cannot be read is
/// for those to report who read it; of a folder nothing is said.
pub fn refuse_other_content(path: &Path, wanted: Wanted) -> Result<(), Refusal> {
    let Some(bytes) = disk::held(path).filter(|_| !disk::is_pack(path)) else { return Ok(()) };
    match OtherContent::of(path, &bytes, wanted) {
        Some(OtherContent { what, help, .. }) => {
            let wanted = match wanted {
                Wanted::Own => "a file of xwalk",
                Wanted::Standards => "a file of xwalk, or of standards in a known format,",
            };
            let name = disk::name_of(path);
            Err(Refusal::new(format!("{name} is {what}, but {wanted} is required"), help))
        }
        None => Ok(()),
    }
}
