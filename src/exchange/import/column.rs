//! What columns hold, and the names by which their headings are known.

use super::normal_form::normalized;
use super::own_sheets;
use crate::load::raw::nearest;

/// The header of the reasons why a pair is on a sheet of ours, normalized.
const REASONS: &str = "because";

/// What rows are to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Statements of an assessment.
    Assessment,
    /// Relations of a table.
    Table,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The edition of the clause.
    Edition,
    /// The clause, with or without its edition.
    Clause,
    /// Its title, which is only to be read.
    Title,
    /// Whether it applies.
    Applicable,
    /// How far it is in place.
    Status,
    /// What shows it, each in a line, or after a semicolon.
    Evidence,
    /// Who answers for it.
    Owner,
    /// By when it is to be in place.
    Due,
    /// When it was last assessed.
    Assessed,
    /// From 0 to 5.
    Maturity,
    /// The maturity that is aimed at, from 0 to 5.
    MaturityTarget,
    /// Person-days.
    Effort,
    /// Why it does not apply.
    Justification,
    /// The ids of risks, each in a line, or after a semicolon.
    Risks,
    /// The clauses that cover.
    From,
    /// The clauses that are covered.
    To,
    /// How far they are.
    Relation,
    /// How far backwards.
    Reverse,
    /// Which lettered items are meant.
    Items,
    /// What is left to do.
    Add,
    /// What is left to do the other way round.
    AddReverse,
    /// How sure the row is.
    Confidence,
    /// The tables of which the row was composed.
    DerivedFrom,
    /// What mappers said, each in a line.
    Said,
    /// Who reviewed the row and confirmed it, each in a line, or after a semicolon.
    ReviewedBy,
    /// The group of the row: rows of one group hold together, and not each alone.
    Group,
    /// A remark.
    Note,
    /// The mark of a row that says what follows from other statements: see [`Statements`](super::Statements).
    AsWritten,
}

use Column::{
    Add, AddReverse, Applicable, AsWritten, Assessed, Clause, Confidence, DerivedFrom, Due, Edition, Effort, Evidence,
    From, Group, Items, Justification, Maturity, MaturityTarget, Note, Owner, Relation, Reverse, ReviewedBy, Risks,
    Said, Status, Title, To,
};

impl Column {
    /// The columns that state something.
    pub(super) const OF_STATEMENTS: [Self; 11] = [
        Self::Status,
        Self::Evidence,
        Self::Owner,
        Self::Due,
        Self::Assessed,
        Self::Maturity,
        Self::MaturityTarget,
        Self::Effort,
        Self::Justification,
        Self::Risks,
        Self::Note,
    ];

    /// The names of the column in lower case without spaces and signs, its own first.
    fn names(self) -> &'static [&'static str] {
        match self {
            Edition => &["edition", "standard", "framework", "norm", "ausgabe", "regelwerk"],
            Clause => &[
                "clause",
                "clauseid",
                "clauseno",
                "clausenumber",
                "clauseinfull",
                "control",
                "controlid",
                "controlinfull",
                "controlno",
                "id",
                "no",
                "number",
                "ref",
                "reference",
                "requirement",
                "requirementid",
                "requirementno",
                "requirementnumber",
                "requirementref",
                "section",
                "subclause",
                "abschnitt",
                "anforderung",
                "anforderungsnr",
                "kapitel",
                "klausel",
                "kontrolle",
                "kontrollid",
                "maßnahme",
                "maßnahmenid",
                "maßnahmennr",
                "nr",
                "nummer",
                "mesure",
                "mesures",
                "exigence",
            ],
            Title => &[
                "title",
                "clausetitle",
                "controlname",
                "controltitle",
                "name",
                "requirementtitle",
                "bezeichnung",
                "kontrollname",
                "thema",
                "titel",
                "titre",
                "título",
                "titolo",
            ],
            Applicable => &[
                "applicable",
                "applicability",
                "applicableyesno",
                "applicableyn",
                "applies",
                "inscope",
                "isapplicable",
                "anwendbar",
                "anwendbarkeit",
                "applicabilité",
                "applicabile",
                "aplica",
                "aplicable",
                "aplicável",
                "vantoepassing",
            ],
            AsWritten => &["aswritten"],
            Status => &[
                "status",
                "state",
                "compliance",
                "compliancestatus",
                "currentstatus",
                "implementation",
                "implementationstate",
                "implementationstatus",
                "implemented",
                "stand",
                "umsetzung",
                "umsetzungsstand",
                "umsetzungsstatus",
                "statut",
                "état",
                "étatdemiseenœuvre",
            ],
            Evidence => &[
                "evidence",
                "proof",
                "proofs",
                "records",
                "beleg",
                "belege",
                "nachweis",
                "nachweise",
                "preuve",
                "preuves",
                "evidencia",
                "evidencias",
            ],
            Owner => &[
                "owner",
                "accountable",
                "assignee",
                "controlowner",
                "responsible",
                "responsibleperson",
                "verantwortlich",
                "verantwortliche",
                "verantwortlicher",
                "zuständig",
                "responsable",
                "propriétaire",
            ],
            Due => &[
                "due",
                "deadline",
                "duedate",
                "duedateday",
                "targetdate",
                "fällig",
                "fälligam",
                "frist",
                "termin",
                "zieltermin",
                "échéance",
                "fechalímite",
                "délai",
            ],
            Assessed => {
                &["assessed", "assessedon", "assessmentdate", "lastassessed", "bewertetam", "geprüftam", "prüfdatum"]
            }
            Maturity => &["maturity", "maturitylevel", "reife", "reifegrad"],
            MaturityTarget => &["maturitytarget", "targetmaturity", "zielreifegrad"],
            Risks => &["risk", "risks", "riskid", "riskids"],
            Effort => &["effort", "days", "persondays", "aufwand", "personentage"],
            Justification => &[
                "justification",
                "exclusionjustification",
                "inclusionjustification",
                "justificationforinclusion",
                "justificationforselection",
                "reasonforinclusion",
                "reasonforselection",
                "justificationforexclusion",
                "justificationforinclusionexclusion",
                "justificationforinclusionorexclusion",
                "rationale",
                "reason",
                "reasonforexclusion",
                "begründung",
                "justificación",
            ],
            From => {
                &["from", "fde", "focaldocumentelement", "focaldocumentelementid", "sourcenodeid", "sourcerefid", "von"]
            }
            To => &[
                "to",
                "rde",
                "referencedocumentelement",
                "referencedocumentelementid",
                "scf",
                "scfcontrolnumber",
                "targetnodeid",
                "targetrefid",
                "nach",
            ],
            Relation => &[
                "relation",
                "relationship",
                "relationshiptype",
                "strength",
                "strmrelationship",
                "beziehung",
                "forward",
                "forwards",
                "forwardrelation",
                "forwardrelationship",
                "relationforward",
                "relationforwards",
                "relationshipforward",
                "vorwärts",
            ],
            Reverse => &[
                "reverse",
                "backward",
                "backwards",
                "reverserelation",
                "reverserelationship",
                "backwardrelation",
                "backwardsrelation",
                "relationreverse",
                "relationinreverse",
                "relationbackward",
                "relationbackwards",
                "relationshipreverse",
                "rückwärts",
            ],
            Items => &["items", "letters", "buchstaben"],
            Add => &["add", "lefttodo", "todo", "whatislefttodo", "zuergänzen"],
            AddReverse => &["addreverse", "lefttodobackwards", "whatislefttodobackwards", "rückwärtszuergänzen"],
            DerivedFrom => &["derivedfrom", "abgeleitetaus"],
            Said => &["said"],
            ReviewedBy => &["reviewedby", "reviewer", "reviewers", "reviewerlabel", "geprüftvon"],
            // What others call a group may be a chapter.
            Group => &["groupidentifier"],
            Confidence => &["confidence", "sure", "sicherheit"],
            Note => &[
                "note",
                "comment",
                "comments",
                "notes",
                "remark",
                "remarks",
                "anmerkung",
                "bemerkung",
                "bemerkungen",
                "kommentar",
                "commentaire",
                "commentaires",
                "remarque",
                "remarques",
            ],
        }
    }

    /// Its name in messages and options: that of the key in a file.
    pub fn name(self) -> &'static str {
        match self {
            AddReverse => "add-reverse",
            DerivedFrom => "derived-from",
            ReviewedBy => "reviewed-by",
            Group => "group-identifier",
            AsWritten => "as-written",
            MaturityTarget => "maturity-target",
            Edition | Clause | Title | Applicable | Status | Evidence | Owner | Due | Assessed | Maturity | Effort
            | Justification | Risks | From | To | Relation | Reverse | Items | Add | Confidence | Said | Note => {
                self.names()[0]
            }
        }
    }

    /// Whether a heading is nearly one of its names, as where a letter is missing.
    pub(super) fn is_near(self, head: &str) -> bool {
        let head = normalized(head);
        head.chars().count() > 3 && nearest(&head, self.names().iter().copied()).is_some()
    }

    /// Whether a heading is that of whole ids, which are in our own workbooks next to those for people.
    pub(super) fn is_in_full(head: &str) -> bool {
        let head = normalized(head);
        head.ends_with("infull") || own_sheets::is_in_full(&head)
    }

    /// Whether a column with this heading says the same as one that counts in its place: another word for a status, or the
    /// short id next to the whole one.
    pub(super) fn is_twin(self, head: &str, counts: &str) -> bool {
        self == Status
            || (self == Justification && Fit::of(head) != Fit::of(counts))
            || (self == Clause && Self::is_in_full(counts) && normalized(counts).starts_with(&normalized(head)))
    }

    /// Whether a heading means less than any other name of its column: a reference may be one to something else.
    pub(super) fn is_vague(head: &str) -> bool {
        matches!(normalized(head).as_str(), "ref" | "reference")
    }

    /// Whether a heading is the column's own name, and not another one by which it is known.
    pub(super) fn is_called(self, head: &str) -> bool {
        normalized(head) == self.names()[0]
    }
}

/// Which rows a justification is for, by the header of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// Any.
    Any,
    /// Those that apply.
    Inclusion,
    /// Those that do not.
    Exclusion,
}

impl Fit {
    pub(super) fn of(head: &str) -> Self {
        let head = normalized(head);
        let says = |words: &[&str]| words.iter().any(|word| head.contains(word));
        match (says(&["inclusion", "selection"]), says(&["exclusion"])) {
            (true, false) => Self::Inclusion,
            (false, true) => Self::Exclusion,
            (true, true) | (false, false) => Self::Any,
        }
    }
}

impl Kind {
    pub(super) fn columns(self) -> &'static [Column] {
        match self {
            Self::Assessment => &[
                Edition,
                Clause,
                Title,
                Applicable,
                Status,
                Evidence,
                Owner,
                Due,
                Assessed,
                Maturity,
                MaturityTarget,
                Effort,
                Justification,
                Risks,
                Note,
                AsWritten,
            ],
            Self::Table => &[
                From,
                To,
                Relation,
                Reverse,
                Items,
                Add,
                AddReverse,
                Note,
                Confidence,
                DerivedFrom,
                Said,
                ReviewedBy,
                Group,
            ],
        }
    }

    /// Whether a column with this heading only helps to fill a sheet in: our own sheets for mappers, and those of
    /// candidates, have it. What others call rank or score may say something, so those need the column of reasons of
    /// our sheets next to them.
    pub(super) fn is_only_read(self, head: &str, has_reasons: bool) -> bool {
        match self {
            Self::Assessment => false,
            Self::Table => match normalized(head).as_str() {
                "fromtitle" | "totitle" | REASONS => true,
                "rank" | "score" => has_reasons,
                _ => false,
            },
        }
    }

    /// Whether this is the header of the reasons why a pair is on one of our own sheets.
    pub(super) fn is_reasons(self, head: &str) -> bool {
        self == Self::Table && normalized(head) == REASONS
    }

    /// What makes a row a heading.
    pub(super) fn required_columns(self) -> [Column; 2] {
        match self {
            Self::Assessment => [Clause, Status],
            Self::Table => [To, Relation],
        }
    }

    pub(super) fn column(self, head: &str) -> Option<Column> {
        let head = normalized(head);
        // Templates say of a column that it need not be filled in.
        let head = head.strip_suffix("optional").unwrap_or(&head);
        let of_name = |name: &str| self.columns().iter().copied().find(|column| column.names().contains(&name));
        of_name(head).or_else(|| of_name(own_sheets::column(head)?))
    }
}
