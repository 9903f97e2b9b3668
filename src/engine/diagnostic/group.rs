//! Many findings of one cause become one that says how many there are.

use std::collections::{BTreeMap, BTreeSet};

use super::words::counted;
use super::{Diagnostic, Rule};
use crate::source::FileId;

/// How many of one cause are reported one by one, and how many places a combined finding names.
const FEW: usize = 5;

/// How many findings of one rule, each of a cause of its own, are reported one by one.
const MANY: usize = 500;

/// How many causes, or files, are reported separately if there are more findings than that.
const SEVERAL: usize = 50;

/// What findings have in common that are reported as one.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Kin {
    rule: Rule,
    is_denied: bool,
    since: Option<&'static str>,
    /// None where it does not matter which.
    file: Option<FileId>,
    /// None where it does not matter what they say.
    cause: Option<String>,
}

impl Kin {
    /// Of one cause, which is one thing wherever it shows, or one text in one file.
    fn of_cause(finding: &Diagnostic) -> Self {
        let file = finding.cause.is_none().then_some(finding.span.file);
        let cause = Some(finding.cause.as_ref().unwrap_or(&finding.message).clone());
        Self { file, cause, ..Self::of_rule(finding) }
    }

    fn of_file(finding: &Diagnostic) -> Self {
        Self { file: Some(finding.span.file), ..Self::of_rule(finding) }
    }

    fn of_rule(finding: &Diagnostic) -> Self {
        let since = finding.since.as_ref().map(super::BaselineState::name);
        Self { rule: finding.rule, is_denied: finding.is_denied, since, file: None, cause: None }
    }
}

/// The findings, where those of one cause are combined into one at the place of the first, with their number and the next
/// places. Where a rule has very many and no cause distinguishes them, those in one file are one, and at last all of
/// them. `can_check` says of a file whether `xwalk check` reads it.
pub fn grouped(findings: &[Diagnostic], can_check: &dyn Fn(FileId) -> bool) -> Vec<Diagnostic> {
    let mut rules: BTreeMap<Kin, Vec<Diagnostic>> = BTreeMap::new();
    for finding in findings {
        rules.entry(Kin::of_rule(finding)).or_default().push(finding.clone());
    }
    let mut reported: Vec<Diagnostic> = rules.into_values().flat_map(|findings| few_of(findings, can_check)).collect();
    super::sort(&mut reported);
    reported
}

/// What is reported of the findings of one rule.
fn few_of(findings: Vec<Diagnostic>, can_check: &dyn Fn(FileId) -> bool) -> Vec<Diagnostic> {
    let by_cause = merged(&findings, FEW, Kin::of_cause, can_check);
    if findings.len() <= MANY || by_cause.len() <= SEVERAL {
        return by_cause;
    }
    let by_file = merged(&findings, FEW, Kin::of_file, can_check);
    if by_file.len() <= SEVERAL { by_file } else { merged(&findings, FEW, Kin::of_rule, can_check) }
}

/// The findings, where more than `few` of one kind are combined into one.
fn merged(
    findings: &[Diagnostic],
    few: usize,
    kin: fn(&Diagnostic) -> Kin,
    can_check: &dyn Fn(FileId) -> bool,
) -> Vec<Diagnostic> {
    let mut families: BTreeMap<Kin, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings {
        families.entry(kin(finding)).or_default().push(finding);
    }
    let family = |family: Vec<&Diagnostic>| {
        if family.len() > few { vec![one_for(&family, can_check)] } else { family.into_iter().cloned().collect() }
    };
    families.into_values().flat_map(family).collect()
}

/// One finding for all of a family, which is none without members.
fn one_for(family: &[&Diagnostic], can_check: &dyn Fn(FileId) -> bool) -> Diagnostic {
    let (first, count) = (family[0], family.len());
    let files = family.iter().map(|finding| finding.span.file).collect::<BTreeSet<_>>().len();
    let is_same = family.iter().all(|finding| finding.message == first.message);
    let where_ = if files > 1 { format!(" in {}", counted(files, "file", "files")) } else { String::new() };
    let message = if is_same {
        format!("{} ({}{where_})", first.message, counted(count, "time", "times"))
    } else {
        format!("{} (and {} more of {}{where_})", first.message, count - 1, first.rule.id())
    };
    let all = "`xwalk check --all` shows all of them";
    let help = match &first.help {
        help if !can_check(first.span.file) => help.clone(),
        Some(help) => Some(format!("{help}; {all}")),
        None => Some(all.to_owned()),
    };
    let subject = first.subject.clone().unwrap_or_else(|| first.message.clone());
    let one = Diagnostic { message, help, count, ..first.clone() }.subject(subject);
    family[1..FEW.min(count)].iter().fold(one, |one, next| one.label(next.span, "also here"))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Diagnostic, Rule};
    use crate::source::{FileId, Sources, Span};

    fn files() -> [FileId; 2] {
        let mut sources = Sources::default();
        [sources.add("a", "a"), sources.add("b", "b")]
    }

    fn grouped(findings: &[Diagnostic]) -> Vec<Diagnostic> {
        super::grouped(findings, &|_| true)
    }

    fn at(file: FileId, start: u32, message: &str) -> Diagnostic {
        Diagnostic::new(Rule::UnknownEdition, Span { file, start, end: start }, message)
    }

    #[test]
    fn more_than_five_of_one_cause_are_one_with_their_number_and_five_places() {
        let [a, b] = files();
        let of_cause = |file, start| at(file, start, "there is no x:1").help("add it").of_one_cause();
        let five: Vec<Diagnostic> = (0..5).map(|start| of_cause(a, start)).collect();
        assert_eq!(grouped(&five), five);
        let seven: Vec<Diagnostic> = five.iter().cloned().chain([of_cause(b, 0), of_cause(b, 1)]).collect();
        let [one] = grouped(&seven).try_into().unwrap();
        assert_eq!(one.message, "there is no x:1 (7 times in 2 files)");
        assert_eq!(one.help.as_deref(), Some("add it; `xwalk check --all` shows all of them"));
        let places: Vec<u32> = one.labels.iter().map(|label| label.span.start).collect();
        assert_eq!((one.count, one.span.start, places), (7, 0, vec![1, 2, 3, 4]));
        // It is found again as what one of them alone would be.
        let sources = {
            let mut sources = Sources::default();
            sources.add("a", "a");
            sources
        };
        assert_eq!(one.fingerprint(&sources), five[0].fingerprint(&sources));
    }

    #[test]
    fn the_same_words_in_two_files_are_two_causes_unless_one_thing_is_behind_them() {
        let [a, b] = files();
        let findings: Vec<Diagnostic> =
            (0..4).flat_map(|start| [at(a, start, "twice"), at(b, start, "twice")]).collect();
        assert_eq!(grouped(&findings).len(), 8);
    }

    #[test]
    fn what_check_does_not_read_is_not_sent_to_it() {
        let [a, _] = files();
        let six: Vec<Diagnostic> = (0..6).map(|start| at(a, start, "no x:1").help("add it")).collect();
        assert_eq!(super::grouped(&six, &|_| false)[0].help.as_deref(), Some("add it"));
        let six: Vec<Diagnostic> = (0..6).map(|start| at(a, start, "no x:1")).collect();
        assert_eq!(super::grouped(&six, &|_| false)[0].help, None);
    }

    #[test]
    fn ten_thousand_of_one_rule_are_few_and_none_is_lost() {
        let [a, b] = files();
        let findings: Vec<Diagnostic> =
            (0..10_000).map(|start| at(if start < 9_000 { a } else { b }, start, &format!("no {start}"))).collect();
        let found = grouped(&findings);
        let said: Vec<&str> = found.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(said, ["no 0 (and 8999 more of unknown-edition)", "no 9000 (and 999 more of unknown-edition)"]);
        assert_eq!(found.iter().map(|finding| finding.count).sum::<usize>(), 10_000);
    }
}
