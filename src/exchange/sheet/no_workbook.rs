//! What stands for the reader of workbooks in a build that was made without one.

use super::Sheet;
use crate::source::Sources;

/// Refuses every workbook: this build was made without the feature `xlsx`.
pub fn workbook(_: &mut Sources, _: &str, _: &[u8], _: u64) -> Result<Vec<Sheet>, String> {
    Err("this build of xwalk does not support xlsx: build it with `--features xlsx`, or save the sheet as CSV"
        .to_owned())
}
