//! Every rule that data can break.

/// How bad it is that a rule is broken, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The data cannot be used.
    Error,
    /// The data can be used, and does not keep a promise that it makes or that is asked of it.
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
    /// The file is larger than xwalk reads.
    TooLarge = "too-large", Error;
    /// The file is not UTF-8 text.
    Encoding = "encoding", Error;
    /// The file is not YAML, or nests or repeats itself beyond all measure.
    Syntax = "syntax", Error;
    /// The file holds no document.
    EmptyFile = "empty-file", Error;
    /// The file holds more than one document.
    SeveralDocuments = "several-documents", Error;
    /// The first key does not say which kind of xwalk file this is.
    UnknownKind = "unknown-kind", Error;
    /// A file that stands among standards and is in no format that is read.
    UnknownFormat = "unknown-format", Warning;
    /// Something in another program's file that has no place here, or that names nothing there is; it is left out.
    LeftOut = "left-out", Warning;
    /// Something in another program's file that is read as less than its word may mean, or under another name.
    ReadAs = "read-as", Note;
    /// The file is of another kind than the one asked for.
    UnexpectedKind = "unexpected-kind", Error;
    /// A key that this kind of file does not have.
    UnknownKey = "unknown-key", Error;
    /// A key that stands twice in one mapping.
    DuplicateKey = "duplicate-key", Error;
    /// A key that has to be there is not.
    MissingKey = "missing-key", Error;
    /// A value of another shape than the key takes.
    WrongType = "wrong-type", Error;
    /// An id with characters that ids do not have.
    BadId = "bad-id", Error;
    /// A language that is named in another way than by its tag.
    BadLanguage = "bad-language", Error;
    /// A word that is not one of those the key takes.
    UnknownWord = "unknown-word", Error;
    /// A relation that is none of full, partial, none and related.
    UnknownRelation = "unknown-relation", Error;
    /// A status that is none of the five.
    UnknownStatus = "unknown-status", Error;
    /// A date that the calendar does not have, or that is written another way than 2026-11-20.
    BadDate = "bad-date", Error;
    /// A number outside its range.
    OutOfRange = "out-of-range", Error;
    /// A maturity that is not a whole number from 0 to 5.
    MaturityOutOfRange = "maturity-out-of-range", Error;
    /// Two files claim one id, or one alias.
    DuplicateId = "duplicate-id", Error;
    /// A relation table whose id is not its file name.
    IdNotFileName = "id-not-file-name", Error;
    /// An edition that no catalog describes.
    UnknownEdition = "unknown-edition", Error;
    /// A clause that its catalog does not have.
    UnknownClause = "unknown-clause", Error;
    /// A relation table that is not there.
    UnknownTable = "unknown-table", Error;
    /// A method that is not there.
    UnknownMethod = "unknown-method", Error;
    /// A pack was made with another edition than the one that is here.
    OutdatedPack = "outdated-pack", Error;
    /// A clause that stands twice in its catalog.
    DuplicateClause = "duplicate-clause", Error;
    /// A clause names a parent that its catalog does not have.
    UnknownParent = "unknown-parent", Error;
    /// Clauses that are above each other in a circle.
    ParentCycle = "parent-cycle", Error;
    /// A catalog without clauses.
    EmptyCatalog = "empty-catalog", Error;
    /// A row that does not say which clause it speaks of.
    RowWithoutTo = "row-without-to", Error;
    /// A row says that something covers a clause, and not what.
    RowWithoutFrom = "row-without-from", Error;
    /// A reverse strength that cannot go with the forward one.
    ImpossibleReverse = "impossible-reverse", Error;
    /// Two rows of one table say different things of one pair.
    ContradictingRows = "contradicting-rows", Error;
    /// A statement about, or a relation of, a clause that asks for nothing.
    InformativeClause = "informative-clause", Error;
    /// A clause is declared not applicable without a reason.
    MissingJustification = "missing-justification", Error;
    /// A clause of an assessment is stated twice.
    DuplicateStatement = "duplicate-statement", Error;
    /// Two cells of one row of a spreadsheet contradict each other.
    ContradictingCells = "contradicting-cells", Error;
    /// Something that people see in a spreadsheet is not taken over, or is read otherwise than it looks.
    NotTakenOver = "not-taken-over", Warning;
    /// An objective names a process that the assessment does not have.
    UnknownProcess = "unknown-process", Error;
    /// A file of reviews that was changed by hand, or of which a part is missing.
    BrokenReview = "broken-review", Error;
    /// Editions that supersede each other in a circle.
    SupersedesCycle = "supersedes-cycle", Error;
    /// A step that the method does not have.
    UnknownStep = "unknown-step", Error;
    /// Steps of a method, or clauses of a catalog, that wait for each other in a circle.
    StepCycle = "step-cycle", Error;
    /// A key that has another name now.
    RenamedKey = "renamed-key", Warning;
    /// A relation table that says nothing of any clause.
    EmptyTable = "empty-table", Warning;
    /// A method without steps.
    EmptyMethod = "empty-method", Warning;
    /// A row says of a clause that it covers itself.
    RowToItself = "row-to-itself", Warning;
    /// A clause id with a character that looks like another one.
    LookAlikeId = "look-alike-id", Warning;
    /// A row that says again what another row of its table says.
    RepeatedRow = "repeated-row", Warning;
    /// A value that stands twice in a list.
    RepeatedValue = "repeated-value", Warning;
    /// An id that YAML reads as a number, a truth value or nothing, because it is not quoted.
    UnquotedId = "unquoted-id", Warning;
    /// A catalog says otherwise of a clause than it did when a row about it was last reviewed.
    SuspectRow = "suspect-row", Warning;
    /// A catalog says otherwise of a clause than it did when a statement about it was last reviewed.
    SuspectStatement = "suspect-statement", Warning;
    /// A table names the content of an edition that it was made for, and the catalog says otherwise.
    EditionChanged = "edition-changed", Warning;
    /// A statement is older than an amendment that added something to its clause.
    AssessedBeforeAmendment = "assessed-before-amendment", Warning;
    /// A clause is stated as not, or not wholly, in place, and another statement proves that all of it is.
    StatementsContradict = "statements-contradict", Warning;
    /// Other statements make it certain that more of a clause is in place than is stated.
    StatedBelowInferred = "stated-below-inferred", Warning;
    /// What was reviewed is no longer there.
    OutdatedReview = "outdated-review", Note;
    /// A clause is called a heading, and no clause stands under it.
    HeadingWithoutClauses = "heading-without-clauses", Note;
    /// Other statements make it possible that more of a clause is in place than is stated.
    StatedBelowPresumed = "stated-below-presumed", Note;
    /// Statements about other editions make less of a clause certain than is stated.
    StatedAboveInferred = "stated-above-inferred", Note;
    /// The coverage of a target is below what the policy asks for.
    CoverageTooLow = "coverage-too-low", Gate;
    /// The coverage of a chapter is below what the policy asks for.
    ChapterCoverageTooLow = "chapter-coverage-too-low", Gate;
    /// Something is past its day and still open.
    Overdue = "overdue", Gate;
    /// A clause is stated as implemented without evidence.
    EvidenceMissing = "evidence-missing", Gate;
    /// A path under evidence leads to no file.
    EvidenceNotFound = "evidence-not-found", Gate;
    /// A path under evidence leads to something else than a file at or below the folder of the assessment.
    EvidenceOutOfPlace = "evidence-out-of-place", Gate;
    /// A statement is older than the policy allows, or does not say when it was made.
    StatusTooOld = "status-too-old", Gate;
    /// An answer rests on a relation row that is less sure than the policy asks for.
    ConfidenceTooLow = "confidence-too-low", Gate;
    /// The coverage of a target is worse than that of the baseline.
    CoverageFell = "coverage-fell", Gate;
    /// Rows, of one table or of several, cannot all be right.
    TablesContradict = "tables-contradict", Error;
    /// Rows cannot all be right if a reverse that is not stated is not full.
    TablesContradictStrictly = "tables-contradict-strictly", Warning;
    /// Rows make two clauses of one edition ask for the same.
    ClausesMadeEqual = "clauses-made-equal", Warning;
    /// A relation table says again what others say, and does not tell so.
    CopiedTable = "copied-table", Warning;
    /// A row covers a chapter, and rows at the level of its clauses say less of them.
    ChapterOutrunsClauses = "chapter-outruns-clauses", Warning;
    /// Two relation tables between the same editions, one of which has its ends swapped.
    SwappedEnds = "swapped-ends", Warning;
    /// A relation table or an edition cannot have come about as it says.
    ImpossibleLineage = "impossible-lineage", Warning;
    /// A clause is related to half of another edition, or to more of it.
    WideFan = "wide-fan", Warning;
    /// A row alone covers clauses of a chapter of which no row at their level says anything.
    ChapterAlone = "chapter-alone", Note;
    /// Chapters of an edition that no relation table looks at, although it relates the edition.
    ChapterNotMapped = "chapter-not-mapped", Note;
    /// An allow comment names a rule that does not exist or cannot be allowed.
    UnknownAllow = "unknown-allow", Warning;
    /// An allow comment does not say why.
    AllowWithoutReason = "allow-without-reason", Warning;
    /// An allow comment allows nothing.
    UnusedAllow = "unused-allow", Warning;
}

/// What users read of the rules: a section for each, in the order of [`ALL`].
const PAGES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md"));

impl Rule {
    /// Its section of the documentation, in Markdown, head line included.
    pub fn documentation(self) -> &'static str {
        let head = format!("\n## {}\n", self.id());
        let start = PAGES.find(&head).expect("a test sees to it that every rule has its section") + 1;
        let section = &PAGES[start..];
        section[..section.find("\n## ").unwrap_or(section.len())].trim_end()
    }

    /// Why the rule exists, as one paragraph.
    pub fn rationale(self) -> String {
        self.paragraph("**Why.** ")
    }

    /// How to fix it, as one paragraph.
    pub fn remedy(self) -> String {
        self.paragraph("**Way out.** ")
    }

    fn paragraph(self, mark: &str) -> String {
        let rest =
            self.documentation().split_once(mark).expect("a test sees to it that every section has its paragraphs").1;
        rest.lines().take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

impl Rule {
    /// Whether `audit` looks at it, which compares tables with each other, and no other command.
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
