//! One clause as a control, a group or a part of a control.
//!
//! | ours | OSCAL |
//! |---|---|
//! | requirement | control, its requirements below it as controls in it |
//! | heading; informative clause | group; below a control a part of ours, since a control holds no groups |
//! | number | prop `label` without a class |
//! | summary | of a control the part `statement`, with the prop `wording` = `summary`: it is not the standard's text |
//! | titles and summaries in other languages | props `title` and `summary` of ours, in the class of the language |
//! | attribute | prop of ours in the class `attribute`; `uri` is the id if it is a token, `text` the statement |
//! | attribute `status: withdrawn`, not of a heading | control with the prop `status` = `withdrawn` |
//! | attribute `successors` of such a clause, where it names a clause | link `incorporated-into` |

use serde::Serialize;

use super::document::{Link, NAMESPACE, Prop};
use super::ids::EditionIds;
use super::text::{prose, title, token};
use crate::model::{Clause, ClauseKind};

/// What the remark of an attribute begins with that is called by no token.
pub(in crate::exchange::oscal) const CALLED: &str = "The attribute is called ";

/// A control.
#[derive(Debug, Serialize)]
pub(super) struct Control {
    id: String,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<Prop>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<Link>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) parts: Vec<Part>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) controls: Vec<Control>,
}

/// A group: of groups or of controls, never of both.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<Prop>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<Part>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) groups: Vec<Group>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) controls: Vec<Control>,
}

/// A part of a control or a group.
#[derive(Debug, Serialize)]
pub(super) struct Part {
    id: String,
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ns: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    props: Vec<Prop>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prose: Option<String>,
}

/// A clause with what is known of it elsewhere.
#[derive(Debug, Clone, Copy)]
pub(super) struct Described<'c> {
    pub(super) ids: &'c EditionIds<'c>,
    /// Its position in the catalog.
    pub(super) position: usize,
    /// The position of the clause in whose group or control it stands.
    pub(super) within: Option<usize>,
}

impl Group {
    /// A group that is not a clause: the controls of a group that has groups as well.
    pub(super) fn unnumbered(title: String, controls: Vec<Control>) -> Self {
        let props = Prop::own("kind", "unnumbered").into_iter().collect();
        Self { id: None, title, props, parts: Vec::new(), groups: Vec::new(), controls }
    }
}

impl<'c> Described<'c> {
    /// Whether it is to be a control.
    pub(super) fn is_control(self) -> bool {
        self.clause().kind == ClauseKind::Requirement || self.is_withdrawn()
    }

    /// As a control that holds nothing yet.
    pub(super) fn control(self) -> Control {
        let is_asked = self.is_withdrawn() && self.clause().kind == ClauseKind::Requirement;
        let successors = self.successors().map(|at| format!("#{}", self.ids.id(at)));
        Control {
            id: self.id(),
            title: self.title(),
            props: self.props(is_asked.then_some("requirement")),
            links: successors.map(|href| Link { href, rel: "incorporated-into" }).collect(),
            parts: self.parts(),
            controls: Vec::new(),
        }
    }

    /// As a group that holds nothing yet.
    pub(super) fn group(self) -> Group {
        // A heading with nothing below it is distinguished from a clause that contains no requirement.
        let is_bare = self.ids.catalog.children(self.position).is_empty();
        let kind = match self.clause().kind {
            ClauseKind::Informative => Some("informative"),
            ClauseKind::Heading | ClauseKind::Requirement => is_bare.then_some("heading"),
        };
        let summary = self.clause().summary.as_deref().and_then(prose);
        let parts = summary.map(|summary| self.worded("overview", "ovw", "summary", Some(summary)));
        Group {
            id: Some(self.id()),
            title: self.title(),
            props: self.props(kind),
            parts: parts.into_iter().collect(),
            groups: Vec::new(),
            controls: Vec::new(),
        }
    }

    /// As a part of the control that it is below.
    pub(super) fn part(self) -> Part {
        let is_informative = self.clause().kind == ClauseKind::Informative;
        Part {
            id: self.id(),
            name: if is_informative { "informative" } else { "heading" },
            ns: Some(NAMESPACE),
            title: Some(self.title()),
            props: self.props(None),
            prose: self.clause().summary.as_deref().and_then(prose),
        }
    }

    fn clause(self) -> &'c Clause {
        &self.ids.catalog.clauses()[self.position]
    }

    fn id(self) -> String {
        self.ids.id(self.position).to_owned()
    }

    fn title(self) -> String {
        title(&self.clause().title, &self.clause().number)
    }

    /// What it requires: every control has to say, even if only that it is not said here.
    fn parts(self) -> Vec<Part> {
        let summary = self.clause().summary.as_deref().and_then(prose);
        let text = self.clause().attributes.get("text").and_then(prose);
        match (text, summary) {
            (Some(text), summary) => {
                let summary = summary.map(|summary| self.worded("overview", "ovw", "summary", Some(summary)));
                summary.into_iter().chain([self.worded("statement", "smt", "text", Some(text))]).collect()
            }
            (None, Some(summary)) => vec![self.worded("statement", "smt", "summary", Some(summary))],
            (None, None) => vec![self.worded("statement", "smt", "none", None)],
        }
    }

    fn worded(self, name: &'static str, ending: &str, wording: &str, prose: Option<String>) -> Part {
        let id = format!("{}_{ending}", self.ids.id(self.position));
        let props = Prop::own("wording", wording).into_iter().collect();
        Part { id, name, ns: None, title: None, props, prose }
    }

    fn is_withdrawn(self) -> bool {
        match self.clause().kind {
            ClauseKind::Heading => false,
            ClauseKind::Requirement | ClauseKind::Informative => {
                self.clause().attributes.get("status").is_some_and(|status| status.eq_ignore_ascii_case("withdrawn"))
            }
        }
    }

    /// The positions of the clauses that took its place.
    fn successors(self) -> impl Iterator<Item = usize> {
        let named =
            self.clause().attributes.iter().filter(move |(name, _)| self.is_withdrawn() && *name == "successors");
        named.filter_map(move |(_, value)| self.ids.named(value))
    }

    fn props(self, kind: Option<&str>) -> Vec<Prop> {
        let (catalog, clause) = (self.ids.catalog, self.clause());
        let label = Prop::oscal("label", clause.number.as_str());
        let status = self.is_withdrawn().then(|| Prop::oscal("status", "withdrawn")).flatten();
        let kind = kind.and_then(|kind| Prop::own("kind", kind));
        let parent = clause.parent.filter(|parent| Some(*parent) != self.within);
        let parent = parent.and_then(|parent| Prop::own("parent", catalog.clauses()[parent].number.as_str()));
        let mandatory = (!clause.mandatory).then(|| Prop::own("mandatory", "false")).flatten();
        let amended = catalog.lifecycle.amendments.iter().flat_map(|amendment| {
            let gained = amendment.clauses.iter().filter(|(number, _)| *number == clause.number);
            gained.filter_map(|(_, text)| Some(Prop::own("amendment", &*amendment.id)?.with_remarks(text)))
        });
        let is_said = |name: &str, value: &str| match name {
            "uri" => value == self.ids.id(self.position),
            "text" => self.is_control(),
            "status" => self.is_withdrawn(),
            "successors" => self.is_withdrawn() && self.ids.named(value).is_some(),
            _ => false,
        };
        let attributes = clause.attributes.iter().filter(|(name, value)| !is_said(name, value));
        let attributes = attributes.filter_map(|(name, value)| attribute(name, value));
        let own = [label, status, kind, parent, mandatory].into_iter().flatten();
        own.chain(amended).chain(Prop::translated(&clause.translations)).chain(attributes).collect()
    }
}

/// An attribute: under a name that is a token, which a remark spells out if it is another.
fn attribute(name: &str, value: &str) -> Option<Prop> {
    let token = token(name);
    match token == name {
        true => Some(Prop::whole(&token, value)?.in_class("attribute")),
        false => Some(Prop::own(&token, value)?.in_class("attribute").with_remarks(&format!("{CALLED}{name}"))),
    }
}
