//! Every rule that data can break.

/// How bad it is that a rule is broken, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The data cannot be used.
    Error,
    /// The data can be used, but misses a gate of its policy or of the command line.
    Gate,
    /// The data can be used, and is probably not what was meant.
    Warning,
    /// Worth knowing; nothing is wrong with the file.
    Note,
}

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal, $severity:ident;)+) => {
        /// A rule, named by what breaks it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[doc = $doc])+ $name,)+ }

        /// Every rule there is, in the order of the documentation.
        pub const ALL: &[Rule] = &[$(Rule::$name,)+];

        impl Rule {
            /// The name by which users know the rule; it never changes its meaning.
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }

            /// The rule with this name.
            pub fn find(id: &str) -> Option<Self> {
                ALL.iter().copied().find(|rule| rule.id() == id)
            }

            /// What the rule is about, in one sentence.
            pub fn about(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc,)+).trim_ascii(),)+ }
            }
        }
    };
}

rules! {
    /// The file or folder cannot be read.
    Unreadable = "unreadable", Error;
    /// The file is larger than the limit of xwalk.
    TooLarge = "too-large", Error;
    /// The file is not UTF-8 text.
    Encoding = "encoding", Error;
    /// The file is not valid YAML, or its nesting or its aliases exceed the limits.
    Syntax = "syntax", Error;
    /// The file contains no data.
    EmptyFile = "empty-file", Error;
    /// The file contains more than one YAML document.
    SeveralDocuments = "several-documents", Error;
    /// The first key does not name the kind of xwalk file.
    UnknownKind = "unknown-kind", Error;
    /// A file in a folder of standards has a format that xwalk does not read.
    UnknownFormat = "unknown-format", Warning;
    /// An item in another program's file has no place here or names something unknown; it is left out.
    LeftOut = "left-out", Warning;
    /// An item in another program's file is read with a weaker meaning or under another name.
    ReadAs = "read-as", Note;
    /// The file is of a different kind than expected.
    UnexpectedKind = "unexpected-kind", Error;
    /// This kind of file does not have this key.
    UnknownKey = "unknown-key", Error;
    /// A key appears twice in one mapping.
    DuplicateKey = "duplicate-key", Error;
    /// A required key is missing.
    MissingKey = "missing-key", Error;
    /// The value has the wrong type for its key.
    WrongType = "wrong-type", Error;
    /// An id contains characters that are not allowed in ids.
    BadId = "bad-id", Error;
    /// A language is not given by its tag.
    BadLanguage = "bad-language", Error;
    /// The key does not accept this word.
    UnknownWord = "unknown-word", Error;
    /// The relation is not one of full, partial, none and related.
    UnknownRelation = "unknown-relation", Error;
    /// The status is not one of the five.
    UnknownStatus = "unknown-status", Error;
    /// The date does not exist, or is not written like 2026-11-20.
    BadDate = "bad-date", Error;
    /// A number is outside its permitted range.
    OutOfRange = "out-of-range", Error;
    /// A maturity is not a whole number from 0 to 5.
    MaturityOutOfRange = "maturity-out-of-range", Error;
    /// Two files use the same id or the same alias.
    DuplicateId = "duplicate-id", Error;
    /// The id of a relation table is not its file name.
    IdNotFileName = "id-not-file-name", Error;
    /// No catalog describes this edition.
    UnknownEdition = "unknown-edition", Error;
    /// The catalog does not have this clause.
    UnknownClause = "unknown-clause", Error;
    /// The relation table does not exist.
    UnknownTable = "unknown-table", Error;
    /// The method does not exist.
    UnknownMethod = "unknown-method", Error;
    /// A pack was made with a different edition than the one that is available.
    OutdatedPack = "outdated-pack", Error;
    /// A clause appears twice in its catalog.
    DuplicateClause = "duplicate-clause", Error;
    /// The catalog does not have the clause that is named as parent.
    UnknownParent = "unknown-parent", Error;
    /// Clauses are parents of each other in a circle.
    ParentCycle = "parent-cycle", Error;
    /// A catalog has no clauses.
    EmptyCatalog = "empty-catalog", Error;
    /// A row does not name the clause that it is about.
    RowWithoutTo = "row-without-to", Error;
    /// A row says that a clause is covered, but not by what.
    RowWithoutFrom = "row-without-from", Error;
    /// A row or an entry under `unrelated` is about clauses of editions that its table does not relate.
    RowOfOtherEditions = "row-of-other-editions", Warning;
    /// The reverse relation is not possible together with the forward relation.
    ImpossibleReverse = "impossible-reverse", Error;
    /// Two rows of one table contradict each other on the same pair of clauses.
    ContradictingRows = "contradicting-rows", Error;
    /// A statement or a relation refers to a clause that contains no requirement.
    InformativeClause = "informative-clause", Error;
    /// A clause is not applicable, but no reason is given.
    MissingJustification = "missing-justification", Error;
    /// An assessment contains two statements on the same clause.
    DuplicateStatement = "duplicate-statement", Error;
    /// Two cells of a spreadsheet contradict each other, or two rows about one assessment.
    ContradictingCells = "contradicting-cells", Error;
    /// Visible content of a spreadsheet is not imported, or is read differently from how it looks.
    NotTakenOver = "not-taken-over", Warning;
    /// An objective names a process that is not in the assessment.
    UnknownProcess = "unknown-process", Error;
    /// A name under `capacity` is not the owner of any statement.
    UnknownOwner = "unknown-owner", Warning;
    /// A piece of evidence is an empty text.
    EmptyEvidence = "empty-evidence", Warning;
    /// A review file was changed by hand, or part of it is missing.
    BrokenReview = "broken-review", Error;
    /// Editions supersede each other in a circle.
    SupersedesCycle = "supersedes-cycle", Error;
    /// The method does not have this step.
    UnknownStep = "unknown-step", Error;
    /// A translation does not fit the text that it translates.
    TranslationMismatch = "translation-mismatch", Error;
    /// Steps of a method, or clauses of a catalog, wait for each other in a circle.
    StepCycle = "step-cycle", Error;
    /// A key has been renamed.
    RenamedKey = "renamed-key", Warning;
    /// A relation table is empty: it has no rows and no unrelated clauses.
    EmptyTable = "empty-table", Warning;
    /// A method has no steps.
    EmptyMethod = "empty-method", Warning;
    /// A row says that a clause covers itself.
    RowToItself = "row-to-itself", Warning;
    /// A clause id contains a character that looks like a different one.
    LookAlikeId = "look-alike-id", Warning;
    /// A row repeats what another row of its table says.
    RepeatedRow = "repeated-row", Warning;
    /// A value appears twice in a list.
    RepeatedValue = "repeated-value", Warning;
    /// An id without quotes, which YAML reads as a number, a truth value or an empty value.
    UnquotedId = "unquoted-id", Warning;
    /// A clause has changed in its catalog since a row about it was last reviewed.
    SuspectRow = "suspect-row", Warning;
    /// A clause has changed in its catalog since a statement about it was last reviewed.
    SuspectStatement = "suspect-statement", Warning;
    /// A table was made for certain content of an edition, but the catalog has different content.
    EditionChanged = "edition-changed", Warning;
    /// A statement is older than an amendment that added something to its clause.
    AssessedBeforeAmendment = "assessed-before-amendment", Warning;
    /// A clause is stated as not completely in place, but another statement proves that it is.
    StatementsContradict = "statements-contradict", Warning;
    /// Other statements prove that more of a clause is in place than is stated.
    StatedBelowInferred = "stated-below-inferred", Warning;
    /// The reviewed row or statement no longer exists.
    OutdatedReview = "outdated-review", Note;
    /// A clause is marked as a heading, but has no clauses below it.
    HeadingWithoutClauses = "heading-without-clauses", Note;
    /// Other statements make it possible that more of a clause is in place than is stated.
    StatedBelowPresumed = "stated-below-presumed", Note;
    /// A clause is stated at a higher level than the statements on other editions prove.
    StatedAboveInferred = "stated-above-inferred", Note;
    /// The coverage of a target is below the minimum of the policy.
    CoverageTooLow = "coverage-too-low", Gate;
    /// The coverage of a chapter is below the minimum of the policy.
    ChapterCoverageTooLow = "chapter-coverage-too-low", Gate;
    /// Something is past its due date and still open.
    Overdue = "overdue", Gate;
    /// A clause is stated as implemented without evidence.
    EvidenceMissing = "evidence-missing", Gate;
    /// There is no file at a path under evidence.
    EvidenceNotFound = "evidence-not-found", Gate;
    /// A path under evidence is not a file in or below the folder of the assessment.
    EvidenceOutOfPlace = "evidence-out-of-place", Gate;
    /// A statement is older than the policy allows, or has no date.
    StatusTooOld = "status-too-old", Gate;
    /// An answer is based on a relation row with less confidence than the policy requires.
    ConfidenceTooLow = "confidence-too-low", Gate;
    /// The coverage of a target is lower than in the baseline.
    CoverageFell = "coverage-fell", Gate;
    /// Rows of one or several tables cannot all be right.
    TablesContradict = "tables-contradict", Error;
    /// Rows cannot all be right if a reverse that is not stated is not full.
    TablesContradictStrictly = "tables-contradict-strictly", Warning;
    /// Rows make two clauses of one edition equal.
    ClausesMadeEqual = "clauses-made-equal", Warning;
    /// A relation table repeats the content of other tables and does not say so.
    CopiedTable = "copied-table", Warning;
    /// A row covers a chapter, but rows for the clauses of the chapter say less.
    ChapterOutrunsClauses = "chapter-outruns-clauses", Warning;
    /// One of two relation tables between the same editions may have `from` and `to` swapped.
    SwappedEnds = "swapped-ends", Warning;
    /// A relation table or an edition gives dates or origins that are not possible together.
    ImpossibleLineage = "impossible-lineage", Warning;
    /// A clause is related to at least half of another edition.
    WideFan = "wide-fan", Warning;
    /// Only the row of a chapter covers its clauses; no row at their own level says anything about them.
    ChapterAlone = "chapter-alone", Note;
    /// A relation table relates an edition, but some of its chapters are in no row.
    ChapterNotMapped = "chapter-not-mapped", Note;
    /// An allow comment names a rule that does not exist or cannot be allowed.
    UnknownAllow = "unknown-allow", Warning;
    /// An allow comment does not give a reason.
    AllowWithoutReason = "allow-without-reason", Warning;
    /// An allow comment allows nothing.
    UnusedAllow = "unused-allow", Warning;
}

impl Rule {
    /// Whether only `audit` checks it, which compares tables with each other.
    pub fn is_of_audit(self) -> bool {
        matches!(
            self,
            Self::TablesContradict
                | Self::TablesContradictStrictly
                | Self::ClausesMadeEqual
                | Self::CopiedTable
                | Self::ChapterOutrunsClauses
                | Self::SwappedEnds
                | Self::ImpossibleLineage
                | Self::WideFan
                | Self::ChapterAlone
                | Self::ChapterNotMapped
        )
    }
}

impl Severity {
    /// Its name in every format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Gate => "gate",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}
