//! Every rule has a folder in `tests/rules` that breaks it. What is wrong there, and where, was counted by hand in the
//! files; nothing of it was copied from what the program says, the words of the YAML crate after `[syntax]` excepted.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use xwalk::crosswalk::{Crosswalk, Selection};
use xwalk::diagnostic::{ALL, Allowing, Diagnostic, Rule, Severity};
use xwalk::load::layout::Layout;
use xwalk::load::{self, Files, disk, raw};
use xwalk::model::{Assessment, ClauseId, ClauseNumber, EditionId, Library, MethodId, TableId};
use xwalk::query::{Assessed, Baseline, Case, Gap, Gate, Settings};
use xwalk::source::{FileId, Sources, Span};

const ROOT: &str = "tests/rules";

/// The tiny library that stands beside every folder.
const WORLD: &str = "_world";

/// Every folder, and below it all that is wrong in it: file, line, column, message and rule, by file and place.
const EXPECTED: &str = "
# One folder for each rule, and further ways to break it.

encoding
    gamma.yaml:3:19: the file is not UTF-8 text from here on [encoding]
encoding-utf-16
    assessment.yaml:1:1: the file is UTF-16 text [encoding]
syntax
    gamma.yaml:3:13: mapping values are not allowed in this context [syntax]
syntax-tab
    assessment.yaml:5:1: tabs disallowed within this context (block indentation) [syntax]
syntax-unclosed
    assessment.yaml:6:10: while parsing a flow mapping, did not find expected ',' or '}' [syntax]
syntax-unknown-alias
    assessment.yaml:5:12: alias references unknown anchor [syntax]
empty-file
    gamma.yaml:1:1: the file holds no document [empty-file]
empty-file-no-bytes
    assessment.yaml:1:1: the file holds no document [empty-file]
several-documents
    gamma.yaml:7:1: a second document begins here [several-documents]
unknown-kind
    gamma.yaml:1:8: catalogue/1 is no kind of xwalk file [unknown-kind]
unknown-kind-no-key
    gamma.yaml:1:1: the file does not say which kind of xwalk file it is [unknown-kind]
unexpected-kind
    assessment.yaml:2:8: this is a method, and an assessment is asked for [unexpected-kind]
unexpected-kind-in-library
    harbour.yaml:1:8: an assessment is no part of a library of standards [unexpected-kind]
unknown-key
    gamma.yaml:4:1: a catalog has no key publishr [unknown-key]
duplicate-key
    gamma.yaml:5:1: title stands here a second time [duplicate-key]
missing-key
    gamma.yaml:1:1: the catalog has no title [missing-key]
missing-key-in-row
    alpha-1--beta-1--review.yaml:10:5: the row has no relation [missing-key]
wrong-type
    gamma.yaml:3:8: title takes a text, and this is a list [wrong-type]
wrong-type-of-clause
    assessment.yaml:5:12: clause 4.1 takes a status or a mapping, and this is a list [wrong-type]
    assessment.yaml:6:5: clause 4.2 takes a status or a mapping, and this is nothing [wrong-type]
bad-id
    gamma.yaml:2:5: Gamma:1 is no edition id [bad-id]
bad-id-of-clause
    gamma.yaml:6:3: Annex A is no clause id [bad-id]
bad-id-of-table
    alpha-1--beta-1--review.yaml:2:5: Alpha to Beta is no table id [bad-id]
bad-id-of-method
    alpha-in-steps.yaml:2:5: Alpha in steps is no method id [bad-id]
bad-id-of-alias
    assessment.yaml:4:3: Alpha One is no edition id [bad-id]
bad-id-without-edition
    assessment.yaml:6:28: 7.2 does not say of which edition it is [bad-id]
unknown-word
    gamma.yaml:4:9: curent is no status of an edition [unknown-word]
unknown-relation
    alpha-1--beta-1--review.yaml:9:41: ful is no relation [unknown-relation]
unknown-status
    assessment.yaml:6:12: done is no status [unknown-status]
bad-date
    assessment.yaml:3:7: 2026-02-30 is no date [bad-date]
bad-date-published
    gamma.yaml:4:12: 15.11.2008 is no date [bad-date]
out-of-range
    assessment.yaml:4:27: 160 is no percentage [out-of-range]
out-of-range-effort
    assessment.yaml:3:32: two is no number of person-days [out-of-range]
    assessment.yaml:3:44: 100001 is no number of person-days [out-of-range]
    assessment.yaml:6:43: -1 is no number of person-days [out-of-range]
unknown-process
    assessment.yaml:4:55: there is no process incident-managment [unknown-process]
    assessment.yaml:4:75: there is no process sales [unknown-process]
out-of-range-version
    alpha-1--beta-1--review.yaml:5:10: 0 is no version [out-of-range]
maturity-out-of-range
    assessment.yaml:5:45: 7 is no maturity [maturity-out-of-range]
duplicate-id
    alpha-again.yaml:2:5: there is an edition alpha:1 already, in tests/rules/_world/alpha.yaml [duplicate-id]
duplicate-id-of-alias
    gamma.yaml:4:24: the alias alpha one of gamma:1 is also a name of alpha:1 [duplicate-id]
duplicate-id-of-alias-sorted-first
    able.yaml:4:11: the alias Alpha One of able:1 is also a name of alpha:1 [duplicate-id]
duplicate-id-of-method
    steps-b.yaml:2:5: there is a method alpha-in-steps already, in tests/rules/duplicate-id-of-method/steps-a.yaml [duplicate-id]
duplicate-id-of-table
    alpha-1--beta-1.yaml:2:5: there is a table alpha-1--beta-1 already, in tests/rules/_world/alpha-1--beta-1.yaml [duplicate-id]
id-not-file-name
    review.yaml:2:5: the table is alpha-1--beta-1--review and its file is review [id-not-file-name]
unknown-edition
    alpha-1--bata-1.yaml:4:5: there is no edition bata:1 [unknown-edition]
unknown-edition-superseded
    gamma.yaml:4:13: gamma:1 supersedes alpha:0, which does not exist [unknown-edition]
unknown-clause
    assessment.yaml:6:5: alpha:1 has no clause 4.3 [unknown-clause]
unknown-clause-in-row
    alpha-1--beta-1--review.yaml:10:21: alpha:1 has no clause 5.9 [unknown-clause]
duplicate-clause
    gamma.yaml:8:3: 4.1 stands here a second time [duplicate-clause]
unknown-parent
    gamma.yaml:7:33: gamma:1 has no clause AB to be the parent of A2 [unknown-parent]
parent-cycle
    gamma.yaml:6:3: clauses are above each other in a circle: 4, 5 and 4 again [parent-cycle]
empty-catalog
    gamma.yaml:2:5: gamma:1 has no clauses [empty-catalog]
row-without-to
    alpha-1--beta-1--review.yaml:10:5: the row does not say which clause it speaks of [row-without-to]
row-without-from
    alpha-1--beta-1--review.yaml:10:28: the row says partial and not of what [row-without-from]
impossible-reverse
    alpha-1--beta-1--review.yaml:9:56: full forwards and none backwards cannot both be [impossible-reverse]
contradicting-rows
    alpha-1--beta-1--review.yaml:11:5: alpha:1/4.1 and beta:1/6.1 are partial here and full in another row [contradicting-rows]
contradicting-rows-nothing
    alpha-1--beta-1--review.yaml:9:5: nothing is said to cover beta:1/7.2, and another row covers it [contradicting-rows]
informative-clause
    assessment.yaml:5:5: alpha:1/0 (Introduction) is informative and cannot be assessed [informative-clause]
informative-clause-in-row
    alpha-1--beta-1--review.yaml:9:32: beta:1/0 (Scope) is informative and cannot be related [informative-clause]
missing-justification
    assessment.yaml:6:22: 4.2 is not applicable without a justification [missing-justification]
missing-justification-short
    assessment.yaml:5:12: 4.2 is not applicable without a justification [missing-justification]
    assessment.yaml:6:22: 5.1 is not applicable without a justification [missing-justification]
duplicate-statement
    assessment.yaml:7:5: 4.1 stands here a second time [duplicate-statement]
supersedes-cycle
    gamma-1.yaml:2:5: editions supersede each other in a circle: gamma:1, gamma:2 and gamma:1 again [supersedes-cycle]
unknown-step
    alpha-in-steps.yaml:8:47: there is no step 2b [unknown-step]
step-cycle
    alpha-in-steps.yaml:7:3: steps wait for each other in a circle: 2, 3 and 2 again [step-cycle]
repeated-row
    alpha-1--beta-1--review.yaml:11:5: alpha:1/4.1 and beta:1/6.1 are related here a second time [repeated-row]
unquoted-id
    assessment.yaml:6:5: the id 4.10 is not quoted, and other YAML readers change it [unquoted-id]
stated-below-inferred
    assessment.yaml:7:5: beta:1/6.1 is stated as planned, and by other statements it is full [stated-below-inferred]
stated-below-presumed
    assessment.yaml:7:5: beta:1/6.1 is stated as planned, and by other statements it is presumed [stated-below-presumed]
stated-above-inferred
    assessment.yaml:7:5: beta:1/6.1 is stated as implemented, and by other statements it is presumed [stated-above-inferred]

# Files that are read although they are written in an unusual way.

bom
crlf
long-and-short-forms
null-values
rows-with-nothing
unquoted-ids
    gamma.yaml:5:3: the id 4 is not quoted, and other YAML readers change it [unquoted-id]
    gamma.yaml:6:3: the id 4.1 is not quoted, and other YAML readers change it [unquoted-id]
    gamma.yaml:7:3: the id 4.10 is not quoted, and other YAML readers change it [unquoted-id]
    gamma.yaml:8:3: the id 1e3 is not quoted, and other YAML readers change it [unquoted-id]
    gamma.yaml:9:3: the id no is not quoted, and other YAML readers change it [unquoted-id]
    gamma.yaml:10:3: the id ~ is not quoted, and other YAML readers change it [unquoted-id]
    gamma.yaml:11:3: the id 0x1F is not quoted, and other YAML readers change it [unquoted-id]
    gamma.yaml:12:3: the id true is not quoted, and other YAML readers change it [unquoted-id]
    gamma.yaml:15:3: the id .inf is not quoted, and other YAML readers change it [unquoted-id]
    assessment.yaml:5:5: the id 4.1 is not quoted, and other YAML readers change it [unquoted-id]
    assessment.yaml:6:5: the id 4.10 is not quoted, and other YAML readers change it [unquoted-id]
    assessment.yaml:7:5: the id 1e3 is not quoted, and other YAML readers change it [unquoted-id]
    assessment.yaml:8:5: the id no is not quoted, and other YAML readers change it [unquoted-id]
    assessment.yaml:9:5: the id ~ is not quoted, and other YAML readers change it [unquoted-id]
unquoted-elsewhere
    gamma.yaml:6:32: the id 4 is not quoted, and other YAML readers change it [unquoted-id]

# Places in files that are written in an unusual way.

bom-with-faults
    assessment.yaml:3:7: 2026-11-31 is no date [bad-date]
    assessment.yaml:6:5: the id 4.10 is not quoted, and other YAML readers change it [unquoted-id]
    assessment.yaml:6:11: done is no status [unknown-status]
    assessment.yaml:7:41: 9 is no maturity [maturity-out-of-range]
bom-on-the-first-line
    assessment.yaml:1:8: assesment/1 is no kind of xwalk file [unknown-kind]
crlf-with-faults
    assessment.yaml:5:12: done is no status [unknown-status]
    assessment.yaml:8:12: 2027-3-31 is no date [bad-date]
    assessment.yaml:9:17: 3.5 is no maturity [maturity-out-of-range]
wide-characters
    assessment.yaml:5:43: erledigt is no status [unknown-status]
    assessment.yaml:6:27: a statement has no key statüs [unknown-key]
    assessment.yaml:8:16: a process has no key titel [unknown-key]
block-values
    assessment.yaml:4:3: 2026-11-31 is no date [bad-date]
    assessment.yaml:8:7: done is no status [unknown-status]
    assessment.yaml:10:7: planed is no status [unknown-status]
anchors-and-tags
    assessment.yaml:5:54: 9 is no maturity [maturity-out-of-range]
    assessment.yaml:6:28: done is no status [unknown-status]
    assessment.yaml:6:50: 8 is no maturity [maturity-out-of-range]
    assessment.yaml:7:47: 7 is no maturity [maturity-out-of-range]
alias-of-a-faulty-value
    assessment.yaml:5:29: done is no status [unknown-status]
comment-before-the-document
    gamma.yaml:3:1: the catalog has no title [missing-key]
root-is-a-number
    assessment.yaml:1:1: file takes a mapping, and this is a text [wrong-type]
root-is-a-list
    assessment.yaml:1:1: file takes a mapping, and this is a list [wrong-type]
empty-list-items
    alpha-1--beta-1--review.yaml:10:4: row takes a mapping, and this is nothing [wrong-type]
    alpha-1--beta-1--review.yaml:13:8: from takes a text, and this is nothing [wrong-type]
wrong-type-of-rows
    alpha-1--beta-1--review.yaml:9:3: rows takes a list, and this is a mapping [wrong-type]

# Everything is said in one run.

several-errors
    assessment.yaml:3:7: 20.11.2026 is no date [bad-date]
    assessment.yaml:4:1: an assessment has no key assesor [unknown-key]
    assessment.yaml:5:19: there is no edition gamma:1 [unknown-edition]
    assessment.yaml:6:35: -5 is no percentage [out-of-range]
    assessment.yaml:9:5: alpha:1/0 (Introduction) is informative and cannot be assessed [informative-clause]
    assessment.yaml:10:12: implmented is no status [unknown-status]
    assessment.yaml:11:41: high is no maturity [maturity-out-of-range]
    assessment.yaml:11:52: 2027-13-01 is no date [bad-date]
    assessment.yaml:12:5: alpha:1 has no clause 4.20 [unknown-clause]
    assessment.yaml:13:12: 5.1 is not applicable without a justification [missing-justification]
    assessment.yaml:14:5: 5.1 stands here a second time [duplicate-statement]
    assessment.yaml:15:12: the statement has no status [missing-key]
    assessment.yaml:16:3: delta is no edition id [bad-id]
    assessment.yaml:20:12: title takes a text, and this is a mapping [wrong-type]
    assessment.yaml:21:28: beta:1 has no clause 7.9 [unknown-clause]
    assessment.yaml:21:40: 7.1 does not say of which edition it is [bad-id]
coverage-too-low
    assessment.yaml:5:29: the coverage of beta:1 is at least 25.0 % of 4 requirements, and 50 % is asked for [coverage-too-low]
chapter-coverage-too-low
    assessment.yaml:6:15: the coverage of chapter 7 of beta:1 is about 0.0 % of 2 requirements, and 50 % is asked for [chapter-coverage-too-low]
overdue
    assessment.yaml:9:36: alpha:1/5.1 is planned and was due on 2026-11-19, owner Ann [overdue]
    assessment.yaml:12:12: alpha:1/5.2 is not-implemented and was due on 2025-12-31 [overdue]
evidence-missing
    assessment.yaml:6:5: alpha:1/4.1 is stated as implemented without evidence [evidence-missing]
    assessment.yaml:8:5: alpha:1/4.10 is stated as implemented without evidence [evidence-missing]
evidence-not-found
    assessment.yaml:6:63: minutes.pdf of alpha:1/4.1 leads to no file [evidence-not-found]
    assessment.yaml:10:11: records/2026.xlsx of alpha:1/4.2 leads to no file [evidence-not-found]
status-too-old
    assessment.yaml:9:45: alpha:1/5.1 was assessed on 2025-11-19, 366 days ago, and 365 are allowed [status-too-old]
confidence-too-low
    assessment.yaml:4:27: of beta:1, 1 requirement rests on rows of a confidence below high: alpha-1--beta-1--guess (1) [confidence-too-low]
coverage-fell
    assessment.yaml:3:11: of 4 requirements of beta:1, 0.0 % are full, and by the baseline it was 25.0 % of 4 [coverage-fell]
unknown-allow
    assessment.yaml:5:5: the id 4.1 is not quoted, and other YAML readers change it [unquoted-id]
    assessment.yaml:5:37: there is no rule unquoted-ids [unknown-allow]
    assessment.yaml:6:39: unknown-clause is an error, which cannot be allowed [unknown-allow]
    assessment.yaml:7:38: the comment does not say what it allows [unknown-allow]
allow-without-reason
    assessment.yaml:5:37: unquoted-id is allowed without a reason [allow-without-reason]
unused-allow
    assessment.yaml:7:5: alpha:1/4.2 is stated as implemented without evidence [evidence-missing]
    assessment.yaml:7:39: overdue is not found on this line [unused-allow]
two-files-with-errors
    alpha-1--gamma-1.yaml:5:10: one is no version [out-of-range]
    alpha-1--gamma-1.yaml:7:13: certain is no confidence [unknown-word]
    alpha-1--gamma-1.yaml:10:13: alpha:1 has no clause 4.4 [unknown-clause]
    gamma.yaml:4:12: 2008-13 is no date [bad-date]
    gamma.yaml:5:7: managment-system is no kind of catalog [unknown-word]
    gamma.yaml:9:38: maybe is no value of mandatory [unknown-word]
unknown-edition-and-rows
    alpha-1--bata-1.yaml:4:5: there is no edition bata:1 [unknown-edition]
    alpha-1--bata-1.yaml:5:10: 0 is no version [out-of-range]
    alpha-1--bata-1.yaml:9:13: alpha:1 has no clause 4.4 [unknown-clause]
    alpha-1--bata-1.yaml:9:41: ful is no relation [unknown-relation]
two-parent-cycles
    gamma.yaml:5:3: clause 4 is above itself [parent-cycle]
    gamma.yaml:6:3: clauses are above each other in a circle: 5, 6 and 5 again [parent-cycle]
method-without-target
    steps.yaml:5:43: 4 does not say of which edition it is [bad-id]

# Nothing is said twice, and what only follows from a fault is not said.

wrong-type-of-relation
    alpha-1--beta-1--review.yaml:9:41: relation takes a text, and this is a list [wrong-type]
wrong-type-of-kind
    gamma.yaml:1:8: xwalk takes a text, and this is a list [wrong-type]
duplicate-key-in-row
    alpha-1--beta-1--review.yaml:9:32: beta:1/6.1 stands twice in one row [duplicate-key]
rows-twice
    alpha-1--beta-1--review.yaml:10:1: rows stands here a second time [duplicate-key]
misspelt-required-key
    assessment.yaml:2:1: an assessment has no key organisation [unknown-key]
    assessment.yaml:5:14: a statement has no key statsu [unknown-key]
unread-edition-id
    gamma.yaml:2:5: Gamma:1 is no edition id [bad-id]
unread-step
    steps.yaml:5:8: step takes a mapping, and this is a text [wrong-type]
empty-catalog-with-a-table
    gamma.yaml:2:5: gamma:1 has no clauses [empty-catalog]

# Files that mean harm. The bomb has 642 bytes, so 10 642 nodes are too few for it: 10 131 stand before the ninth alias
# of line 6, and that is another 1 111. The 33rd level of the nested files is the 32nd bracket.

alias-bomb
    assessment.yaml:6:57: the file nests or repeats itself beyond all measure [syntax]
deep-nesting
    assessment.yaml:3:42: the file nests or repeats itself beyond all measure [syntax]
deep-nesting-far
    assessment.yaml:3:42: the file nests or repeats itself beyond all measure [syntax]
";

/// The folders of [`EXPECTED`], each with its lines.
fn expected() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut folder = "";
    for line in EXPECTED.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix("    ") {
            Some(fault) => folders.get_mut(folder).expect("a folder above it").push(fault),
            None => {
                folder = line;
                assert!(folders.insert(folder, Vec::new()).is_none(), "{folder} is listed twice");
            }
        }
    }
    folders
}

/// What became of a folder.
struct Outcome {
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
    library: Option<Library>,
    assessment: Option<Assessment>,
}

impl Outcome {
    /// Each diagnostic as a line of [`EXPECTED`].
    fn lines(&self) -> Vec<String> {
        self.diagnostics
            .iter()
            .map(|fault| {
                let place = self.sources.place(fault.span);
                let path = Path::new(self.sources.get(fault.span.file).name());
                let name = path.file_name().expect("a file").to_string_lossy();
                let message = fault.message.replace('\\', "/");
                format!("{name}:{}:{}: {message} [{}]", place.line, place.column, fault.rule.id())
            })
            .collect()
    }
}

/// Reads the common world.
fn world(sources: &mut Sources) -> Files {
    let mut files = Files::default();
    disk::folder(sources, &mut files, &Path::new(ROOT).join(WORLD)).expect("the world can be read");
    files
}

/// Loads the common world together with a folder, and the folder's assessment against both.
fn load(folder: &str) -> Outcome {
    let folder = Path::new(ROOT).join(folder);
    let mut sources = Sources::default();
    let mut files = world(&mut sources);
    for path in yaml_files(&folder).iter().filter(|path| !path.ends_with("assessment.yaml")) {
        match disk::file(&mut sources, path).expect("it can be read") {
            Ok(file) => files.read(&sources, file),
            Err(fault) => files.add_fault(fault),
        }
    }
    let (library, diagnostics) = match load::library(&sources, files).sound() {
        Ok((library, warnings)) => (Some(library), warnings),
        Err(diagnostics) => (None, diagnostics),
    };
    let mut outcome = Outcome { sources, diagnostics, library, assessment: None };
    let path = folder.join("assessment.yaml");
    if let (Some(library), true) = (&outcome.library, path.exists()) {
        match disk::file(&mut outcome.sources, &path).expect("it can be read") {
            Ok(file) => match load::assessment(&outcome.sources, file, library).sound() {
                Ok((assessment, warnings)) => {
                    outcome.diagnostics.extend(warnings);
                    outcome.diagnostics.extend(notes(&outcome.sources, library, &assessment, file));
                    gates(&outcome.sources, library, &assessment, file, &mut outcome.diagnostics);
                    outcome.assessment = Some(assessment);
                }
                Err(faults) => outcome.diagnostics.extend(faults),
            },
            Err(fault) => outcome.diagnostics.push(fault),
        }
    }
    outcome
}

/// What an assessment states otherwise than it follows.
fn notes(sources: &Sources, library: &Library, assessment: &Assessment, file: FileId) -> Vec<Diagnostic> {
    let settings = Settings::default();
    let crosswalk = Crosswalk::new(library, &Selection::default());
    let case = Case { sources, library, crosswalk: &crosswalk, settings: &settings };
    let gap = Gap { target: Some("beta:1".to_owned()), ..Gap::default() };
    gap.ask(Assessed { case, assessment, file }).expect("beta:1 is there").findings
}

/// The gates that an assessment misses, what is known and what comments allow.
fn gates(
    sources: &Sources,
    library: &Library,
    assessment: &Assessment,
    file: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let settings = Settings::default();
    let crosswalk = Crosswalk::new(library, &Selection::default());
    let case = Case { sources, library, crosswalk: &crosswalk, settings: &settings };
    let case = Assessed { case, assessment, file };
    let Some(raw::File::Assessment(written)) = raw::read(sources, file, &mut Vec::new()) else { panic!("it was read") };
    let folder = Path::new(sources.get(file).name()).parent().expect("it lies in a folder").to_owned();
    let evidence = assessment.statements().flat_map(|(_, statement)| &statement.evidence);
    let paths = evidence.filter(|path| !path.contains("://") && !folder.join(path.as_str()).exists());
    let gate = Gate::default();
    diagnostics.extend(gate.missed(case, &written, &paths.map(ToString::to_string).collect()).expect("it has a day"));
    if let Ok(baseline) = std::fs::read_to_string(folder.join("baseline.json")) {
        let baseline: Baseline = serde_json::from_str(&baseline).expect("a baseline");
        let standings = gate.standings(case, &written, &[]).expect("its targets are known");
        diagnostics.extend(standings.iter().filter_map(|standing| baseline.fell("assessment.yaml", standing)));
    }
    let comments = |text: &str| Layout::read(text).expect("it was read").comments;
    Allowing { comments: &comments, is_judged: &|_, _| true }.apply(sources, &[file].into(), diagnostics);
}

fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("it can be listed").into_path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect()
}

fn edition(id: &str) -> EditionId {
    EditionId::parse(id).expect("an edition id")
}

fn clause(id: &str) -> ClauseId {
    let (edition_id, number) = id.split_once('/').expect("a clause ref");
    ClauseId { edition: edition(edition_id), number: ClauseNumber::parse(number).expect("a clause id") }
}

/// Whether every place that a diagnostic names lies inside its file, between characters.
fn assert_inside(sources: &Sources, fault: &Diagnostic) {
    for Span { file, start, end } in std::iter::once(fault.span).chain(fault.labels.iter().map(|label| label.span)) {
        let text = sources.get(file).text();
        assert!(start <= end, "{fault:?}");
        assert!(text.get(start as usize..end as usize).is_some(), "{fault:?} in {} bytes", text.len());
    }
}

#[test]
fn every_folder_is_faulted_for_what_was_counted_by_hand_and_for_nothing_else() {
    let mut report = String::new();
    for (folder, expected) in expected() {
        let found = load(folder).lines();
        if expected != found {
            let lines = |lines: &[String]| lines.iter().map(|line| format!("    {line}\n")).collect::<String>();
            let expected: Vec<String> = expected.into_iter().map(str::to_owned).collect();
            writeln!(report, "{folder}\n  by hand:\n{}  by the program:\n{}", lines(&expected), lines(&found))
                .expect("a string takes it");
        }
    }
    assert!(report.is_empty(), "these folders differ:\n\n{report}");
}

#[test]
fn the_table_and_the_folders_are_the_same() {
    let folders: BTreeSet<String> = fs::read_dir(ROOT)
        .expect("it can be listed")
        .map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned())
        .filter(|name| name != WORLD)
        .collect();
    let listed: BTreeSet<String> = expected().into_keys().map(str::to_owned).collect();
    assert_eq!(folders, listed);
}

#[test]
fn every_rule_has_a_folder_of_its_name_that_breaks_it() {
    let expected = expected();
    for rule in ALL.iter().filter(|rule| **rule != Rule::TooLarge) {
        let ending = format!(" [{}]", rule.id());
        let breaks = expected.get(rule.id()).is_some_and(|faults| faults.iter().any(|fault| fault.ends_with(&ending)));
        assert!(breaks, "no folder {0} that breaks {0}", rule.id());
        assert!(load(rule.id()).diagnostics.iter().any(|fault| fault.rule == *rule), "{} is not raised", rule.id());
    }
}

#[test]
fn every_place_lies_inside_its_file() {
    for folder in expected().into_keys() {
        let outcome = load(folder);
        for fault in &outcome.diagnostics {
            assert_inside(&outcome.sources, fault);
        }
    }
}

#[test]
fn no_word_is_called_an_error_twice() {
    for folder in expected().into_keys() {
        let outcome = load(folder);
        let mut places = BTreeSet::new();
        for fault in outcome.diagnostics.iter().filter(|fault| fault.severity() == Severity::Error) {
            assert!(places.insert((fault.span.file, fault.span.start)), "{folder}: {fault:?}");
        }
    }
}

#[test]
fn every_message_is_one_line_without_a_full_stop() {
    for folder in expected().into_keys() {
        for fault in load(folder).diagnostics {
            let Diagnostic { message, help, .. } = &fault;
            for text in std::iter::once(message).chain(help) {
                assert!(!text.is_empty() && !text.ends_with('.') && !text.contains('\n'), "{folder}: {fault:?}");
            }
        }
    }
}

#[test]
fn a_file_beyond_the_limit_is_not_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("gamma.yaml");
    fs::File::create(&path).and_then(|file| file.set_len(disk::LARGEST + (1 << 20))).expect("a sparse file");
    let mut sources = Sources::default();
    let fault = disk::file(&mut sources, &path).expect("it is there").expect_err("it is too large");
    assert_eq!((fault.rule, fault.message.as_str()), (Rule::TooLarge, "the file has 513 MiB"));
    assert_inside(&sources, &fault);
}

#[test]
fn a_file_with_a_byte_order_mark_and_windows_line_ends_reads_as_any_other() {
    let outcome = load("bom");
    let (library, assessment) = (outcome.library.expect("sound"), outcome.assessment.expect("sound"));
    let plan = library.clause(&clause("gamma:1/4.1")).expect("it is there");
    assert_eq!((&*plan.title, plan.attributes.get("level")), ("Plan", Some("3")));
    assert_eq!(library.catalog(&edition("gamma:1")).expect("it is there").published.as_deref(), Some("2008-11"));
    assert_eq!(&*assessment.organization, "Harbour IT Services");
    assert_eq!(assessment.scope.as_deref(), Some("The service desk and its night shift"));
    assert_eq!(assessment.date.map(|date| date.to_string()).as_deref(), Some("2026-11-20"));
    let statement = assessment.statement(&clause("gamma:1/4.1")).expect("it is stated");
    assert_eq!((statement.status.to_string().as_str(), statement.maturity), ("partial", Some(3)));
    assert_eq!(statement.due.map(|date| date.to_string()).as_deref(), Some("2027-03-31"));
}

#[test]
fn a_table_with_windows_line_ends_reads_as_any_other() {
    let outcome = load("crlf");
    let (library, assessment) = (outcome.library.expect("sound"), outcome.assessment.expect("sound"));
    let table = library.table(&TableId::parse("alpha-1--beta-1--review").expect("an id")).expect("it is there");
    let adds: Vec<_> = table.rows.iter().map(|row| (row.to.to_string(), row.add.as_deref())).collect();
    assert_eq!(adds, [("beta:1/6.1".to_owned(), Some("Nothing is left")), ("beta:1/7.2".to_owned(), None)]);
    assert_eq!(assessment.statement(&clause("alpha:1/4.2")).expect("it is stated").maturity, Some(0));
}

#[test]
fn ids_without_quotes_are_the_texts_that_stand_in_the_file() {
    let outcome = load("unquoted-ids");
    let (library, assessment) = (outcome.library.expect("sound"), outcome.assessment.expect("sound"));
    let gamma = library.catalog(&edition("gamma:1")).expect("it is there");
    let titles: Vec<_> = gamma.clauses().iter().map(|clause| (clause.number.as_str(), clause.title.as_str())).collect();
    assert_eq!(
        titles,
        [
            ("4", "Planning"),
            ("4.1", "Plan"),
            ("4.10", "Keep records"),
            ("1e3", "Thousand"),
            ("no", "Norway"),
            ("~", "Nothing"),
            ("0x1F", "Hexadecimal"),
            ("true", "Truth"),
            ("2026-11-20", "A day"),
            ("1:30", "Half past one"),
            (".inf", "No end"),
        ]
    );
    let statuses = ["4.1", "4.10", "1e3", "no", "~"].map(|number| {
        assessment.statement(&clause(&format!("gamma:1/{number}"))).expect("it is stated").status.to_string()
    });
    assert_eq!(statuses, ["planned", "implemented", "partial", "implemented", "partial"]);
}

#[test]
fn long_and_short_forms_say_the_same() {
    let outcome = load("long-and-short-forms");
    let (library, assessment) = (outcome.library.expect("sound"), outcome.assessment.expect("sound"));
    let gamma = library.catalog(&edition("gamma:1")).expect("it is there");
    assert_eq!(gamma.aliases.iter().map(|alias| &**alias).collect::<Vec<_>>(), ["Gamma One"]);
    let clauses: Vec<_> = gamma.clauses().iter().map(|clause| (clause.title.as_str(), clause.mandatory)).collect();
    assert_eq!(clauses, [("Planning", true), ("Plan", true), ("Review", true), ("Improve", false)]);
    let table = library.table(&TableId::parse("alpha-1--gamma-1").expect("an id")).expect("it is there");
    let rows: Vec<String> = table.rows.iter().map(|row| format!("{:?} {} {}", row.from, row.to, row.forward)).collect();
    assert_eq!(
        rows,
        [
            "[alpha:1/4.1] gamma:1/4.1 full",
            "[alpha:1/4.2, beta:1/6.2] gamma:1/4.2 partial",
            "[alpha:1/4.2, beta:1/6.2] gamma:1/4.3 partial",
        ]
    );
    let stated: Vec<String> = assessment
        .statements()
        .map(|(clause, statement)| format!("{clause} {} {}", statement.status, statement.evidence.join(" ")))
        .collect();
    assert_eq!(
        stated,
        [
            "alpha:1/4.1 implemented ",
            "alpha:1/4.10 implemented docs/records.pdf",
            "alpha:1/4.2 implemented ",
            "alpha:1/5.1 partial docs/a.pdf https://b.example",
        ]
    );
    let method = library.method(&MethodId::parse("alpha-in-steps").expect("an id")).expect("it is there");
    assert_eq!(method.steps.iter().map(|step| step.mandatory).collect::<Vec<_>>(), [false, true]);
    assert_eq!(method.steps[1].after.iter().map(|step| &**step).collect::<Vec<_>>(), ["1"]);
    assert_eq!(method.steps[1].done_when.as_deref(), Some("The plan is signed"));
}

/// Loads a text as a file of the library and as an assessment, and checks what holds for every text whatsoever.
/// Hands back what is wrong with it as an assessment.
fn survive(text: &str) -> Vec<Diagnostic> {
    let mut sources = Sources::default();
    let mut files = world(&mut sources);
    let file = sources.add("alpha-1--beta-1--review.yaml", text.to_owned());
    files.read(&sources, file);
    let loaded = load::library(&sources, files);
    loaded.diagnostics().iter().for_each(|fault| assert_inside(&sources, fault));
    match loaded.sound() {
        Ok((_, warnings)) => assert!(warnings.iter().all(|fault| fault.severity() != Severity::Error)),
        Err(faults) => assert!(faults.iter().any(|fault| fault.severity() == Severity::Error)),
    }
    let mut sources = Sources::default();
    let files = world(&mut sources);
    let (library, _) = load::library(&sources, files).sound().expect("the world is sound");
    let file = sources.add("assessment.yaml", text.to_owned());
    let loaded = load::assessment(&sources, file, &library);
    loaded.diagnostics().iter().for_each(|fault| assert_inside(&sources, fault));
    match loaded.sound() {
        Ok((assessment, warnings)) => {
            notes(&sources, &library, &assessment, file).iter().for_each(|fault| assert_inside(&sources, fault));
            warnings
        }
        Err(faults) => {
            assert!(faults.iter().any(|fault| fault.severity() == Severity::Error));
            faults
        }
    }
}

/// What a change may put into a file.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\r",
    "\t",
    "  ",
    "    ",
    ":",
    ": ",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\"",
    "'",
    "#",
    "|\n",
    ">-\n",
    "&a ",
    "*a",
    "<<: *a",
    "!!int ",
    "!!str ",
    "!!binary ",
    "!!null ",
    "!x ",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "~",
    "null",
    "no",
    "4.10",
    "1e3",
    ".inf",
    "-0",
    "0x1F",
    "99999999999999999999",
    "full",
    "none",
    "alpha:1/4.1",
    "beta:1",
    "\"\"",
    "\\u001b",
    "\"\\x1b\"",
    "\u{feff}",
    "\u{85}",
    "\u{2028}",
    "\u{0}",
    "\u{1b}",
    "é",
    "👩‍💻",
    "rows:",
    "rows: ",
    "statuses:",
    "clauses:",
    "xwalk: catalog/1\n",
    "xwalk: relations/1\n",
    "xwalk: method/1\n",
    "xwalk: assessment/1\n",
    "parent: \"4\"",
    "after: [\"2\"]",
    "supersedes: alpha:1\n",
];

/// A change to a text.
#[derive(Debug, Clone)]
enum Change {
    Insert(Index, &'static str),
    Delete(Index, usize),
    RepeatLine(Index, Index),
    CutOff(Index),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        6 => (any::<Index>(), select(PIECES)).prop_map(|(at, piece)| Change::Insert(at, piece)),
        4 => (any::<Index>(), 1..12_usize).prop_map(|(at, length)| Change::Delete(at, length)),
        3 => (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::RepeatLine(from, to)),
        1 => any::<Index>().prop_map(Change::CutOff),
    ]
}

fn changed(text: &str, changes: &[Change]) -> String {
    changes.iter().fold(text.to_owned(), |text, change| {
        let mut characters: Vec<char> = text.chars().collect();
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        match change {
            Change::Insert(at, piece) => {
                let at = at.index(characters.len() + 1);
                characters.splice(at..at, piece.chars());
            }
            Change::Delete(at, length) => {
                let at = at.index(characters.len() + 1);
                characters.drain(at..(at + length).min(characters.len()));
            }
            Change::RepeatLine(from, to) => {
                if !lines.is_empty() {
                    lines.insert(to.index(lines.len()), lines[from.index(lines.len())]);
                }
                return lines.concat();
            }
            Change::CutOff(at) => characters.truncate(at.index(characters.len() + 1)),
        }
        characters.into_iter().collect()
    })
}

/// Texts to begin with: the good files, and those with many faults.
fn seeds() -> Vec<String> {
    [
        WORLD,
        "bom",
        "crlf",
        "long-and-short-forms",
        "unquoted-ids",
        "anchors-and-tags",
        "several-errors",
        "two-files-with-errors",
        "step-cycle",
        "parent-cycle",
    ]
    .iter()
    .flat_map(|folder| yaml_files(&Path::new(ROOT).join(folder)))
    .map(|path| fs::read_to_string(path).expect("it is text"))
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_end_in_a_value_or_in_a_diagnostic(bytes in vec(any::<u8>(), 0..400)) {
        survive(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_pieces_of_yaml_end_in_a_value_or_in_a_diagnostic(kind in select(&["", "xwalk: catalog/1\nid: gamma:1\n", "xwalk: assessment/1\n"][..]), pieces in vec(select(PIECES), 0..40)) {
        survive(&format!("{kind}{}", pieces.concat()));
    }

    #[test]
    fn any_change_of_a_file_ends_in_a_value_or_in_a_diagnostic(seed in select(seeds()), changes in vec(change(), 1..6)) {
        survive(&changed(&seed, &changes));
    }
}

#[test]
fn a_scalar_of_fifty_megabytes_ends_in_a_diagnostic() {
    let scalar = "x".repeat(50 << 20);
    let start = "xwalk: assessment/1\norganization: Harbour\n";
    for (text, rule) in [
        (scalar.clone(), Rule::WrongType),
        (format!("{start}date: {scalar}\n"), Rule::BadDate),
        (format!("{start}statuses:\n  alpha:1:\n    ? {scalar}\n    : implemented\n"), Rule::BadId),
    ] {
        let faults = survive(&text);
        assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [rule]);
    }
}

#[test]
fn a_status_of_fifty_megabytes_ends_in_a_diagnostic() {
    let status = "x".repeat(50 << 20);
    let faults =
        survive(&format!("xwalk: assessment/1\norganization: Harbour\nstatuses:\n  alpha:1:\n    \"4.1\": {status}\n"));
    assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [Rule::UnknownStatus]);
}

#[test]
fn an_alias_bomb_ends_in_a_diagnostic() {
    let mut list = "xwalk: assessment/1\norganization: Harbour\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    let mut mapping = "xwalk: assessment/1\norganization: Harbour\na0: &a0 { x: x }\n".to_owned();
    for level in 1..30 {
        let alias = format!("*a{}", level - 1);
        let several = [alias.as_str(); 10].join(", ");
        writeln!(list, "a{level}: &a{level} [{several}]").expect("a string takes it");
        writeln!(mapping, "a{level}: &a{level} {{ b: {alias}, c: {alias}, <<: [{several}] }}")
            .expect("a string takes it");
    }
    let merges = "xwalk: assessment/1\norganization: &a Harbour\nstatuses: &s { <<: *s }\n".to_owned();
    for text in [list, mapping, merges] {
        let faults = survive(&text);
        assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [Rule::Syntax], "{}", &text[..80]);
    }
}

#[test]
fn nesting_a_hundred_thousand_deep_ends_in_a_diagnostic() {
    let start = "xwalk: assessment/1\norganization: Harbour\nstatuses: ";
    let (open, close) = ("[".repeat(100_000), "]".repeat(100_000));
    let indented = (1..2_000).fold("\n".to_owned(), |text, level| format!("{text}{}a:\n", " ".repeat(level)));
    for nest in [
        open.clone(),
        format!("{open}{close}"),
        "{".repeat(100_000),
        "{a: ".repeat(100_000),
        format!("\n{}", "- ".repeat(100_000)),
        format!("\n{}", "? ".repeat(100_000)),
        indented,
    ] {
        let faults = survive(&format!("{start}{nest}\n"));
        assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [Rule::Syntax], "{}", &nest[..8]);
    }
}
