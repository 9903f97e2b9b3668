//! Assessments in every style in which people write YAML, made of a row of numbers.

use std::ops::Range;

/// Choices, one number each.
pub(crate) struct Dice(std::vec::IntoIter<u8>);

impl Dice {
    pub(crate) fn new(numbers: Vec<u8>) -> Self {
        Self(numbers.into_iter())
    }

    /// A number below another; zero where all are used up.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        usize::from(self.0.next().unwrap_or(0)) % most
    }

    /// Yes, once in so many times; no where all numbers are used up.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    pub(crate) fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// The clauses of the two editions of the small world, in the order of their catalogs.
pub(crate) const CLAUSES: [(&str, &[&str]); 2] =
    [("c:1", &["1.1", "1.2", "1.10", "2.1", "2.2", "3"]), ("d:1", &["A.1", "A.2", "A.10"])];

/// A text and what its writer knows of it.
#[derive(Debug)]
pub(crate) struct Styled {
    pub(crate) text: String,
    /// The clauses that are stated, with the stretch of each entry: from its key to the end of its last line.
    pub(crate) entries: Vec<(&'static str, &'static str, Range<usize>)>,
    /// The line of each edition and of `statuses`, which may have to give up a `{}` or `null`.
    pub(crate) heads: Vec<Range<usize>>,
    /// Every comment; no two are the same.
    pub(crate) comments: Vec<String>,
    /// Whether lines end in `\r\n`.
    pub(crate) is_crlf: bool,
}

struct Writer<'d> {
    dice: &'d mut Dice,
    text: String,
    eol: &'static str,
    steps: [usize; 3],
    comments: Vec<String>,
    is_commented: bool,
}

impl Styled {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        let is_crlf = dice.once_in(3);
        let is_commented = !dice.once_in(3);
        let steps = [1 + dice.below(8), 1 + dice.below(8), 1 + dice.below(8)];
        let eol = if is_crlf { "\r\n" } else { "\n" };
        let mut writer = Writer { dice, text: String::new(), eol, steps, comments: Vec::new(), is_commented };
        if writer.dice.once_in(4) {
            writer.text.push('\u{feff}');
        }
        writer.own_line(0);
        writer.line(0, "xwalk: assessment/1");
        writer.line(0, "organization: &name Harbour");
        let (mut entries, mut heads) = (Vec::new(), Vec::new());
        let is_last = writer.dice.once_in(2);
        if !is_last {
            writer.statuses(&mut entries, &mut heads);
        }
        writer.line(0, "scope: >-");
        writer.line(3, "# no comment, but text");
        writer.line(0, "");
        writer.own_line(0);
        writer.line(0, "assessor: 'A: B'");
        if is_last {
            writer.statuses(&mut entries, &mut heads);
        }
        if writer.dice.once_in(3) {
            let end = writer.text.trim_end().len();
            writer.text.truncate(end);
        }
        let Writer { text, comments, .. } = writer;
        Self { text, entries, heads, comments, is_crlf }
    }
}

type Entries = Vec<(&'static str, &'static str, Range<usize>)>;

impl Writer<'_> {
    fn comment(&mut self) -> String {
        let comment = format!("#{} c{}", [" ", ""][self.dice.below(2)], self.comments.len() + 100);
        self.comments.push(comment.clone());
        comment
    }

    /// A comment behind something, sometimes.
    fn behind(&mut self) -> String {
        if self.is_commented && self.dice.once_in(3) {
            format!(" {}{}", ["", "  ", "\t"][self.dice.below(3)], self.comment())
        } else {
            String::new()
        }
    }

    fn line(&mut self, indent: usize, text: &str) {
        let behind = if text.is_empty() || text.contains(['#', '>', '|']) { String::new() } else { self.behind() };
        self.raw(indent, &format!("{text}{behind}"));
    }

    fn raw(&mut self, indent: usize, text: &str) {
        if !text.is_empty() {
            self.text.push_str(&" ".repeat(indent));
        }
        self.text.push_str(text);
        self.text.push_str(self.eol);
    }

    /// A blank line or a comment in a line of its own, sometimes.
    fn own_line(&mut self, indent: usize) {
        if self.is_commented && self.dice.once_in(4) {
            let comment = self.comment();
            self.raw(indent, &comment);
        }
        if self.dice.once_in(6) {
            self.raw(0, "");
        }
    }

    fn key(&mut self, key: &str) -> String {
        match self.dice.below(3) {
            0 | 1 => format!("\"{key}\""),
            _ => format!("'{key}'"),
        }
    }

    fn status(&mut self) -> String {
        let status = self.dice.one_of(&["implemented", "partial", "planned", "not-implemented"]);
        match self.dice.below(5) {
            0 => format!("\"{status}\""),
            1 => format!("'{status}'"),
            _ => status.to_owned(),
        }
    }

    fn statuses(&mut self, entries: &mut Entries, heads: &mut Vec<Range<usize>>) {
        let start = self.text.len();
        match self.dice.below(12) {
            0 => return,
            1 => self.line(0, "statuses: {}"),
            2 => self.line(0, "statuses: null"),
            3 => self.line(0, "statuses:"),
            4 => {
                let text = "statuses: { \"c:1\": { \"1.2\": partial }, \"d:1\": {\"A.2\":planned} }";
                self.line(0, text);
                let at = |part: &str| start + text.find(part).unwrap();
                entries.push(("c:1", "1.2", at("\"1.2\"")..at(" }, ")));
                entries.push(("d:1", "A.2", at("\"A.2\"")..at("} }")));
            }
            _ => {
                self.line(0, "statuses:");
                let many = 1 + self.dice.below(2);
                for (edition, clauses) in CLAUSES.into_iter().take(many) {
                    self.own_line(self.steps[0]);
                    self.edition(edition, clauses, entries, heads);
                }
            }
        }
        heads.push(start..start + self.text[start..].find('\n').unwrap());
    }

    fn edition(
        &mut self,
        edition: &'static str,
        clauses: &[&'static str],
        entries: &mut Entries,
        heads: &mut Vec<Range<usize>>,
    ) {
        let indent = self.steps[0];
        let start = self.text.len();
        match self.dice.below(12) {
            0 => self.line(indent, &format!("{edition}: {{}}")),
            1 => self.line(indent, &format!("{edition}:")),
            2 => self.line(indent, &format!("{edition}: ~")),
            3 => self.flow_edition(edition, clauses, entries),
            _ => {
                self.line(indent, &format!("{edition}:"));
                let stated: Vec<_> = clauses.iter().filter(|_| !self.dice.once_in(3)).copied().collect();
                for clause in if stated.is_empty() { vec![clauses[0]] } else { stated } {
                    self.own_line(self.steps[0] + self.steps[1]);
                    self.entry(edition, clause, entries);
                }
            }
        }
        heads.push(start..start + self.text[start..].find('\n').unwrap());
    }

    fn flow_edition(&mut self, edition: &'static str, clauses: &[&'static str], entries: &mut Entries) {
        self.text.push_str(&format!("{}{edition}: {{", " ".repeat(self.steps[0])));
        let is_long = self.dice.once_in(2);
        for (at, clause) in clauses.iter().take(1 + self.dice.below(3)).enumerate() {
            let behind = if is_long { self.behind() } else { String::new() };
            self.text.push_str(if at == 0 { " " } else { "," });
            if is_long {
                self.text.push_str(&format!("{behind}{}{}", self.eol, " ".repeat(self.steps[0] + 1)));
            }
            let start = self.text.len();
            let (key, status) = (self.key(clause), self.status());
            let value = match self.dice.below(3) {
                0 => format!("{{status: {status}, note: x}}"),
                1 => format!("{{ note: 'it''s, so', status: {status}, evidence: [ a, \"b\" ] , }}"),
                _ => status,
            };
            self.text.push_str(&format!("{key}: {value}"));
            entries.push((edition, clause, start..self.text.len()));
        }
        let end = if is_long { self.behind() } else { String::new() };
        let gap =
            if end.is_empty() { " ".to_owned() } else { format!("{end}{}{}", self.eol, " ".repeat(self.steps[0] + 1)) };
        let behind = self.behind();
        self.text.push_str(&format!("{gap}}}{behind}{}", self.eol));
    }

    fn entry(&mut self, edition: &'static str, clause: &'static str, entries: &mut Entries) {
        let indent = self.steps[0] + self.steps[1];
        let (key, status) = (self.key(clause), self.status());
        let start = self.text.len() + indent;
        match self.dice.below(10) {
            0 | 1 => self.line(indent, &format!("{key}: {status}")),
            2 => {
                self.line(indent, &format!("{key}:"));
                self.line(indent + self.steps[2], &status);
            }
            3 => self.line(indent, &format!("{key}:\t{{ status: {status}, owner: *name }}")),
            4 => {
                self.line(indent, &format!("{key}: {{status: {status},"));
                self.line(indent + 1, "evidence: [a,");
                self.line(indent + 2, "\"b c\"],");
                self.line(indent + 1, "note: \"x\"}");
            }
            _ => self.block_record(&key, &status),
        }
        let end = start + self.text[start..].trim_end().len();
        entries.push((edition, clause, start..end));
    }

    fn block_record(&mut self, key: &str, status: &str) {
        let indent = self.steps[0] + self.steps[1];
        let inner = indent + self.steps[2];
        self.line(indent, &format!("{key}:"));
        self.own_line(inner);
        if self.dice.once_in(4) {
            self.line(inner, "due: 2027-01-31");
        }
        self.line(inner, &format!("status: {status}"));
        match self.dice.below(6) {
            0 | 1 => {
                self.line(inner, "evidence:");
                let list = inner + self.dice.below(3);
                for item in ["a.pdf", "'b c'", "\"d\""].into_iter().take(1 + self.dice.below(3)) {
                    self.line(list, &format!("- {item}"));
                    self.own_line(list);
                }
            }
            2 => self.line(inner, "evidence: [ a.pdf, 'b', \"c\" ]"),
            3 => self.line(inner, "evidence: a.pdf"),
            4 => self.line(inner, "evidence:"),
            _ => {}
        }
        match self.dice.below(6) {
            0 => self.line(inner, "owner: Ann"),
            1 => self.line(inner, "owner: \"Ann: B\""),
            2 => self.line(inner, "owner: *name"),
            3 => self.line(inner, "owner: ~"),
            4 => self.line(inner, "owner:"),
            _ => {}
        }
        match self.dice.below(7) {
            0 => self.line(inner, "note: 'it''s'"),
            1 | 2 => {
                let head = self.dice.one_of(&["|", ">-", "|+", ">2", "|-"]);
                let behind = self.behind();
                self.raw(inner, &format!("note: {head}{behind}"));
                let deeper = if head == ">2" { 2 } else { self.steps[2] };
                self.raw(inner + deeper, "some text");
                self.raw(inner + deeper, "# and no comment");
                if self.dice.once_in(2) {
                    self.raw(0, "");
                }
            }
            3 => {
                self.raw(inner, "note: some");
                self.line(inner + 1, "more");
            }
            4 => {
                self.raw(inner, "note: \"some \\");
                self.line(inner + 1, "more\"");
            }
            _ => {}
        }
        if self.dice.once_in(3) {
            self.line(inner, "maturity: 3");
        }
        self.own_line(inner);
    }
}
