//! The fields of a statement, each as YAML.

use crate::edit::scalar::{WIDTH, requoted, scalar, wrapped};
use crate::load::layout::{Form, Layout, Quote, Style};
use crate::model::Statement;

/// The keys of a record, in the order in which they are written where none is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
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
}

/// All keys, in their order.
pub(crate) const FIELDS: [Field; 11] = [
    Field::Status,
    Field::Evidence,
    Field::Owner,
    Field::Due,
    Field::Assessed,
    Field::Maturity,
    Field::MaturityTarget,
    Field::Effort,
    Field::Justification,
    Field::Risks,
    Field::Note,
];

/// A statement as it is wanted, but without the fields that are not stated yet.
pub(super) fn common(stated: &Statement, wanted: &Statement) -> Statement {
    Statement {
        status: wanted.status,
        evidence: if stated.evidence.is_empty() { Vec::new() } else { wanted.evidence.clone() },
        owner: stated.owner.as_ref().and(wanted.owner.clone()),
        due: stated.due.and(wanted.due),
        assessed: stated.assessed.and(wanted.assessed),
        maturity: stated.maturity.and(wanted.maturity),
        maturity_target: stated.maturity_target.and(wanted.maturity_target),
        effort: stated.effort.and(wanted.effort),
        justification: stated.justification.as_ref().and(wanted.justification.clone()),
        risks: if stated.risks.is_empty() { Vec::new() } else { wanted.risks.clone() },
        note: stated.note.as_ref().and(wanted.note.clone()),
        span: wanted.span,
    }
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    /// A number, which needs no quotes.
    Number(String),
    /// A word or a day, which needs quotes in JSON only.
    Word(String),
    /// A text.
    Text(String),
    /// A list of texts.
    Texts(Vec<String>),
}

impl Field {
    /// Its key.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Evidence => "evidence",
            Self::Owner => "owner",
            Self::Due => "due",
            Self::Assessed => "assessed",
            Self::Maturity => "maturity",
            Self::MaturityTarget => "maturity-target",
            Self::Effort => "effort",
            Self::Justification => "justification",
            Self::Risks => "risk",
            Self::Note => "note",
        }
    }

    /// What a statement says under it, if anything.
    pub(crate) fn of(self, statement: &Statement) -> Option<Content> {
        let text = |text: &crate::source::Text| Content::Text(text.to_string());
        match self {
            Self::Status => Some(Content::Word(statement.status.to_string())),
            Self::Evidence if statement.evidence.is_empty() => None,
            Self::Evidence => Some(Content::Texts(statement.evidence.iter().map(ToString::to_string).collect())),
            Self::Owner => statement.owner.as_ref().map(text),
            Self::Due => statement.due.map(|day| Content::Word(day.to_string())),
            Self::Assessed => statement.assessed.map(|day| Content::Word(day.to_string())),
            Self::Maturity => statement.maturity.map(|maturity| Content::Number(maturity.to_string())),
            Self::MaturityTarget => statement.maturity_target.map(|target| Content::Number(target.to_string())),
            Self::Effort => statement.effort.map(|effort| Content::Number(effort.to_string())),
            Self::Justification => statement.justification.as_ref().map(text),
            Self::Risks if statement.risks.is_empty() => None,
            Self::Risks => Some(Content::Texts(statement.risks.iter().map(ToString::to_string).collect())),
            Self::Note => statement.note.as_ref().map(text),
        }
    }
}

impl Content {
    /// As it is written in one line, in the quotes of the text before.
    pub(crate) fn written(&self, quote: Quote, style: Style) -> String {
        let needs_none = matches!(quote, Quote::Plain | Quote::Block);
        match self {
            Self::Number(word) if needs_none => word.clone(),
            Self::Word(word) if needs_none && style != Style::Json => word.clone(),
            Self::Number(text) | Self::Word(text) | Self::Text(text) => requoted(text, quote, style),
            Self::Texts(texts) => {
                let style = Style::Flow.within(style);
                let texts: Vec<String> = texts.iter().map(|text| scalar(text, style)).collect();
                format!("[{}]", texts.join(", "))
            }
        }
    }
}

/// A scalar as it is written, in lines that are not too wide; see [`wrapped`].
pub(super) fn in_lines(written: &str, column: usize, indent: usize) -> String {
    match Layout::read(written).map(|layout| layout.root.form) {
        Some(Form::Text(text, _)) => wrapped(&text, column, indent),
        Some(_) | None => written.to_owned(),
    }
}

/// A value that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Yaml {
    /// In one line, or, of a text that is too wide, in several.
    Leaf(String),
    /// As a list of texts.
    List(Vec<String>),
    /// As a mapping.
    Branch(Vec<(String, Self)>),
}

impl Yaml {
    /// A statement: the status alone where there is no more, else a record.
    pub(super) fn of(statement: &Statement, style: Style) -> Self {
        let fields = FIELDS.iter().filter_map(|field| {
            let content = field.of(statement)?;
            Some((scalar(field.key(), style), Self::field(&content, style)))
        });
        let mut fields: Vec<(String, Self)> = fields.collect();
        if fields.len() == 1 { fields.remove(0).1 } else { Self::Branch(fields) }
    }

    /// The content of a field.
    pub(super) fn field(content: &Content, style: Style) -> Self {
        match content {
            Content::Texts(texts) => {
                Self::List(texts.iter().map(|text| scalar(text, Style::Flow.within(style))).collect())
            }
            Content::Number(_) | Content::Word(_) | Content::Text(_) => {
                Self::Leaf(content.written(Quote::Plain, style))
            }
        }
    }

    /// In one line, a mapping in brackets.
    pub(super) fn line(&self) -> String {
        match self {
            Self::Leaf(text) => text.clone(),
            Self::List(texts) => format!("[{}]", texts.join(", ")),
            Self::Branch(pairs) => {
                let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}: {}", value.line())).collect();
                format!("{{{}}}", pairs.join(", "))
            }
        }
    }

    /// Below its key, line by line; every level is indented by as many blanks more.
    pub(crate) fn lines(&self, key: &str, indent: usize, step: usize) -> Vec<String> {
        let blanks = " ".repeat(indent);
        let line = || format!("{blanks}{key}: {}", self.line());
        match self {
            Self::Leaf(_) | Self::List(_) if line().chars().count() <= WIDTH => vec![line()],
            Self::Leaf(text) => {
                let start = format!("{blanks}{key}:");
                let text = in_lines(text, start.chars().count() + 1, indent + step.max(1));
                let gap = if text.starts_with('\n') { "" } else { " " };
                format!("{start}{gap}{text}").split('\n').map(str::to_owned).collect()
            }
            Self::List(texts) => {
                let deeper = " ".repeat(indent + step.max(1));
                let item = |text: &String| {
                    let column = deeper.len() + 2;
                    let text = match column + text.chars().count() {
                        fitting if fitting <= WIDTH => text.clone(),
                        _ => in_lines(text, column, column),
                    };
                    format!("{deeper}- {text}").split('\n').map(str::to_owned).collect::<Vec<_>>()
                };
                std::iter::once(format!("{blanks}{key}:")).chain(texts.iter().flat_map(item)).collect()
            }
            Self::Branch(pairs) => {
                let inner = pairs.iter().flat_map(|(key, value)| value.lines(key, indent + step, step));
                std::iter::once(format!("{blanks}{key}:")).chain(inner).collect()
            }
        }
    }
}
