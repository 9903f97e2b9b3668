//! What is left out of a foreign file, and what is read as less than it may mean: counted by kind, with the first of
//! each.

use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;

/// Counts of things that did not come over as they stand.
#[derive(Debug, Default)]
pub(super) struct Tally {
    kinds: Vec<Kind>,
}

#[derive(Debug)]
struct Kind {
    rule: Rule,
    what: String,
    help: Option<&'static str>,
    count: usize,
    first: Span,
    example: String,
}

impl Tally {
    /// Counts one that is left out; `what` says in the plural what it is and why, `example` is what is there.
    pub(super) fn leave_out(&mut self, what: impl Into<String>, first: Span, example: impl Into<String>) {
        self.add(Rule::LeftOut, what.into(), None, first, example.into());
    }

    /// The same with a way to have it read.
    pub(super) fn leave_out_with(
        &mut self,
        what: impl Into<String>,
        help: &'static str,
        first: Span,
        example: impl Into<String>,
    ) {
        self.add(Rule::LeftOut, what.into(), Some(help), first, example.into());
    }

    /// Counts one that is read as something else than it says.
    pub(super) fn read_as(&mut self, what: impl Into<String>, first: Span, example: impl Into<String>) {
        self.add(Rule::ReadAs, what.into(), None, first, example.into());
    }

    fn add(&mut self, rule: Rule, what: String, help: Option<&'static str>, first: Span, example: String) {
        match self.kinds.iter_mut().find(|kind| kind.rule == rule && kind.what == what) {
            Some(kind) => kind.count += 1,
            None => self.kinds.push(Kind { rule, what, help, count: 1, first, example }),
        }
    }

    /// How many of each kind are left out, in the order in which the kinds were met.
    pub(super) fn left_out(&self) -> Vec<(String, usize)> {
        let left_out = self.kinds.iter().filter(|kind| kind.rule == Rule::LeftOut);
        left_out.map(|kind| (kind.what.clone(), kind.count)).collect()
    }

    /// One finding for each kind, at the first of it.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let finding = |kind: Kind| {
            let example = match kind.example.as_str() {
                "" => String::new(),
                example => format!(", first {}", shown(example)),
            };
            let message = format!("{}: {}{example}", kind.what, kind.count);
            Diagnostic::new(kind.rule, kind.first, message).maybe_help(kind.help.map(str::to_owned))
        };
        self.kinds.into_iter().map(finding).collect()
    }
}

/// A text in a line, not too long.
fn shown(text: &str) -> String {
    const LONGEST: usize = 40;
    let line = text.trim().replace(['\n', '\r', '\t'], " ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
