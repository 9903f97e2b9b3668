//! File names for pages whose ids are free text.

use std::collections::BTreeSet;

/// How many characters of an id a file name keeps.
const LONGEST: usize = 60;

/// A file name for each id, each unlike all others: lower-case letters, digits and hyphens of ASCII. An id that is such a
/// name already keeps it, whatever others there are; those that come out alike are numbered in their order.
pub(super) fn of_processes(ids: &[&str]) -> Vec<String> {
    let names: Vec<String> = ids.iter().map(|id| slug(id)).collect();
    let kept = ids.iter().zip(&names).filter(|(id, name)| *id == name).map(|(_, name)| name.clone());
    let mut taken: BTreeSet<String> = kept.collect();
    let distinct = |(id, name): (&&str, String)| {
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let mut candidates = std::iter::once(name.clone()).chain(numbered);
        let is_kept = **id == name;
        let free = candidates.find(|name| is_kept || taken.insert(name.clone()));
        format!("process-{}.html", free.expect("there are more numbers than ids"))
    };
    ids.iter().zip(names.iter().cloned()).map(distinct).collect()
}

/// The words of a text with hyphens between them; `unnamed` if nothing is left.
fn slug(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let whole = words.join("-");
    match whole[..whole.len().min(LONGEST)].trim_end_matches('-') {
        "" => "unnamed".to_owned(),
        short => short.to_owned(),
    }
}
