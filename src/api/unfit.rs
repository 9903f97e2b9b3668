//! Which paths under evidence do not point to a file.

use std::collections::BTreeMap;
use std::path::Path;

use crate::disk::{self, Standing};
use crate::model::{Assessment, Unfit, is_address};
use crate::source::{FileId, Sources};

/// The paths under evidence that are not files, from the folder of the assessment; web addresses are not checked, nor
/// is what names a place within a file. What is empty is reported when it is read.
pub fn unfit(assessment: &Assessment, file: FileId, sources: &Sources) -> BTreeMap<String, Unfit> {
    let folder = Path::new(sources.get(file).name()).parent().unwrap_or(Path::new(""));
    let named = assessment.statements().flat_map(|(_, statement)| &statement.evidence);
    let evidence = named.chain(assessment.register.iter().map(|piece| &piece.place));
    let look = |path: &str| match disk::standing(folder, path) {
        Standing::File => None,
        Standing::Nothing => Some(Unfit::Missing),
        Standing::Folder => Some(Unfit::Folder),
        Standing::Special => Some(Unfit::Special),
        Standing::Outside => Some(Unfit::Outside),
    };
    let look = |path: &str| match (look(path), path.split_once('#')) {
        (Some(Unfit::Missing), Some((file, _))) => look(file),
        (found, _) => found,
    };
    let evidence = evidence.map(|path| path.as_str()).filter(|path| !is_address(path) && !path.trim().is_empty());
    evidence.filter_map(|path| Some((path.to_owned(), look(path)?))).collect()
}
