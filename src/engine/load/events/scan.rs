//! Keys and texts in files that are laid out line by line.

use std::borrow::Cow;

use super::event::Stop;

/// How long a key may be, in bytes: YAML looks no further for its colon.
const LONGEST_KEY: usize = 1000;

/// A key that was read.
pub(super) struct Key<'t> {
    pub(super) value: Cow<'t, str>,
    /// The offset after it.
    pub(super) end: usize,
    /// The offset of its colon.
    pub(super) colon: usize,
    pub(super) is_bare: bool,
}

/// A text that was read.
pub(super) struct Scanned<'t> {
    /// Empty if it is skipped.
    pub(super) value: Cow<'t, str>,
    /// The offset after its first line.
    pub(super) first_end: usize,
    /// The offset of the line after it.
    pub(super) next: usize,
    pub(super) is_bare: bool,
}

/// Whether all characters of a text are printable ones, with no tab or carriage return among them.
pub(super) fn is_printable(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_control = |byte: &u8| (*byte < b' ' && *byte != b'\n') || *byte == 0x7f;
    // Controls beyond ASCII, byte order marks and characters that are none; and some more that are rare.
    let is_odd =
        |pair: &[u8]| (pair[0] == 0xc2 && pair[1] < 0xa0) || (pair[0] == 0xef && (pair[1] == 0xbb || pair[1] == 0xbf));
    !bytes.iter().fold(false, |found, byte| found | is_control(byte))
        && !bytes.windows(2).fold(false, |found, pair| found | is_odd(pair))
}

/// The offset of the end of the line in which an offset lies.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text.as_bytes()[at..].iter().position(|byte| *byte == b'\n').map_or(text.len(), |length| at + length)
}

/// The offset of the next line, if nothing else is in this one.
pub(super) fn rest_of_line(text: &str, at: usize) -> Result<usize, Stop> {
    let rest = &text.as_bytes()[at..];
    let blanks = rest.iter().take_while(|byte| **byte == b' ').count();
    match rest.get(blanks) {
        None => Ok(text.len()),
        Some(b'\n') => Ok(at + blanks + 1),
        Some(_) => Err(Stop::Unusual),
    }
}

/// The key that begins here; none where what begins here is a text.
pub(super) fn key(text: &str, start: usize) -> Result<Option<Key<'_>>, Stop> {
    let bytes = text.as_bytes();
    let key = match bytes.get(start) {
        Some(quote @ (b'"' | b'\'')) => {
            // A quoted key has neither its quote nor an escape in it, and one line.
            let inside = &bytes[start + 1..];
            let end = inside.iter().position(|byte| [*quote, b'\n', b'\\'].contains(byte)).ok_or(Stop::Unusual)?;
            let end = start + 1 + end;
            if bytes[end] != *quote {
                return Ok(None);
            }
            match bytes.get(end + 1) {
                Some(b':') => Key { value: text[start + 1..end].into(), end: end + 1, colon: end + 1, is_bare: false },
                Some(_) | None => return Ok(None),
            }
        }
        Some(_) => {
            if !may_begin(bytes, start) {
                return Ok(None);
            }
            match plain_line(bytes, start)? {
                (colon, true) if bytes[colon - 1] != b' ' => {
                    Key { value: text[start..colon].into(), end: colon, colon, is_bare: true }
                }
                (_, true) => return Err(Stop::Unusual),
                (_, false) => return Ok(None),
            }
        }
        None => return Err(Stop::Unusual),
    };
    let is_usual = matches!(bytes.get(key.colon + 1), None | Some(b' ' | b'\n')) && key.end - start <= LONGEST_KEY;
    if is_usual { Ok(Some(key)) } else { Err(Stop::Unusual) }
}

/// Whether a plain text may begin here.
fn may_begin(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'-' => !matches!(bytes.get(at + 1), None | Some(b' ' | b'\n')),
        b'?' | b':' | b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>' | b'\'' | b'"'
        | b'%' | b'@' | b'`' => false,
        _ => true,
    }
}

/// Where a plain line ends, or the key in it does: the offset, and whether a colon that ends a key is there.
fn plain_line(bytes: &[u8], start: usize) -> Result<(usize, bool), Stop> {
    let mut at = start;
    loop {
        let rest = &bytes[at..];
        let Some(length) = rest.iter().position(|byte| matches!(byte, b'\n' | b':' | b'#')) else {
            return Ok((bytes.len(), false));
        };
        at += length;
        match bytes[at] {
            b'\n' => return Ok((at, false)),
            b':' if matches!(bytes.get(at + 1), None | Some(b' ' | b'\n')) => return Ok((at, true)),
            b'#' if at > start && bytes[at - 1] == b' ' => return Err(Stop::Unusual),
            _ => at += 1,
        }
    }
}

/// The text that begins here, inside a level that is indented so far.
pub(super) fn scalar(text: &str, start: usize, outer: usize, is_skipped: bool) -> Result<Scanned<'_>, Stop> {
    match text.as_bytes()[start] {
        b'\'' => single(text, start, outer, is_skipped),
        b'"' => double(text, start, outer, is_skipped),
        _ => plain(text, start, outer, is_skipped),
    }
}

/// The part of a line between two offsets without the spaces at its end.
fn trimmed(text: &str, start: usize, end: usize) -> &str {
    text[start..end].trim_end_matches(' ')
}

/// The lines after the end of one: how many are blank, how far the first other one is indented, and where it begins.
fn behind(bytes: &[u8], end: usize) -> Option<(usize, usize, usize)> {
    let (mut blank, mut at) = (0, end + 1);
    loop {
        let indent = bytes.get(at..)?.iter().take_while(|byte| **byte == b' ').count();
        match bytes.get(at + indent)? {
            b'\n' => {
                blank += 1;
                at += indent + 1;
            }
            _ => return Some((blank, indent, at + indent)),
        }
    }
}

/// What a line break becomes with so many blank lines after it.
fn fold(blank: usize, out: &mut String) {
    match blank {
        0 => out.push(' '),
        _ => out.extend(std::iter::repeat_n('\n', blank)),
    }
}

fn plain(text: &str, start: usize, outer: usize, is_skipped: bool) -> Result<Scanned<'_>, Stop> {
    let bytes = text.as_bytes();
    let line = |start: usize| match plain_line(bytes, start)? {
        (end, false) => Ok(end),
        (_, true) => Err(Stop::Unusual),
    };
    if !may_begin(bytes, start) {
        return Err(Stop::Unusual);
    }
    let mut end = line(start)?;
    let first = trimmed(text, start, end);
    let mut value = Cow::Borrowed(first);
    while let Some((blank, indent, next)) = behind(bytes, end)
        && indent > outer
    {
        // A dash or a question mark may begin something else.
        if bytes[next] == b'#' || matches!((bytes[next], bytes.get(next + 1)), (b'-' | b'?', None | Some(b' ' | b'\n')))
        {
            return Err(Stop::Unusual);
        }
        end = line(next)?;
        if !is_skipped {
            let value = value.to_mut();
            fold(blank, value);
            value.push_str(trimmed(text, next, end));
        }
    }
    Ok(Scanned { value, first_end: start + first.len(), next: (end + 1).min(text.len()), is_bare: true })
}

fn single(text: &str, start: usize, outer: usize, is_skipped: bool) -> Result<Scanned<'_>, Stop> {
    let bytes = text.as_bytes();
    let mut quoted = Quoted::new(text, start, is_skipped);
    loop {
        let found = bytes[quoted.at..].iter().position(|byte| matches!(byte, b'\'' | b'\n'));
        let at = quoted.at + found.ok_or(Stop::Unusual)?;
        match (bytes[at], bytes.get(at + 1)) {
            (b'\'', Some(b'\'')) => {
                quoted.take(at);
                quoted.push('\'', at + 2);
            }
            (b'\'', _) => return quoted.finish(at),
            _ => quoted.fold(at, outer)?,
        }
    }
}

fn double(text: &str, start: usize, outer: usize, is_skipped: bool) -> Result<Scanned<'_>, Stop> {
    let bytes = text.as_bytes();
    let mut quoted = Quoted::new(text, start, is_skipped);
    loop {
        let found = bytes[quoted.at..].iter().position(|byte| matches!(byte, b'"' | b'\\' | b'\n'));
        let at = quoted.at + found.ok_or(Stop::Unusual)?;
        match bytes[at] {
            b'"' => return quoted.finish(at),
            b'\n' => quoted.fold(at, outer)?,
            _ => {
                quoted.take(at);
                let escaped = bytes.get(at + 1).copied().ok_or(Stop::Unusual)?;
                let mut number = |digits: usize| -> Result<(), Stop> {
                    let digits = text.get(at + 2..at + 2 + digits).ok_or(Stop::Unusual)?;
                    let is_number = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
                    let code = if is_number { u32::from_str_radix(digits, 16).ok() } else { None };
                    let c = code.and_then(char::from_u32).ok_or(Stop::Unusual)?;
                    quoted.push(c, at + 2 + digits.len());
                    Ok(())
                };
                match escaped {
                    b'x' => number(2)?,
                    b'u' => number(4)?,
                    b'U' => number(8)?,
                    b'\n' => quoted.join(at + 1, outer)?,
                    _ => quoted.push(escape(escaped)?, at + 2),
                }
            }
        }
    }
}

/// The character that a letter after a backslash stands for.
fn escape(letter: u8) -> Result<char, Stop> {
    Ok(match letter {
        b'n' => '\n',
        b't' => '\t',
        b'r' => '\r',
        b'0' => '\0',
        b'a' => '\u{7}',
        b'b' => '\u{8}',
        b'v' => '\u{b}',
        b'f' => '\u{c}',
        b'e' => '\u{1b}',
        b'N' => '\u{85}',
        b'_' => '\u{a0}',
        b'L' => '\u{2028}',
        b'P' => '\u{2029}',
        b' ' | b'"' | b'/' | b'\\' => char::from(letter),
        _ => return Err(Stop::Unusual),
    })
}

/// A text in quotes that is being read.
struct Quoted<'t> {
    text: &'t str,
    start: usize,
    /// Where what is not taken yet begins.
    at: usize,
    /// What was taken, where that is not what is there.
    out: Option<String>,
    /// How much of it no line break takes spaces from.
    kept: usize,
    first_end: Option<usize>,
    is_skipped: bool,
}

impl<'t> Quoted<'t> {
    fn new(text: &'t str, start: usize, is_skipped: bool) -> Self {
        Self { text, start, at: start + 1, out: None, kept: 0, first_end: None, is_skipped }
    }

    /// Takes what stands up to an offset.
    fn take(&mut self, end: usize) {
        if !self.is_skipped {
            self.out.get_or_insert_default().push_str(&self.text[self.at..end]);
        }
        self.at = end;
    }

    /// Takes a character for what stands up to an offset.
    fn push(&mut self, c: char, end: usize) {
        if !self.is_skipped {
            let out = self.out.get_or_insert_default();
            out.push(c);
            self.kept = out.len();
        }
        self.at = end;
    }

    /// Goes on in the next line that is not blank, which has to be indented; says how many are.
    fn next_line(&mut self, end: usize, outer: usize) -> Result<usize, Stop> {
        self.first_end.get_or_insert(self.start + trimmed(self.text, self.start, end).len());
        match behind(self.text.as_bytes(), end) {
            Some((blank, indent, next)) if indent > outer => {
                self.at = next;
                Ok(blank)
            }
            Some(_) | None => Err(Stop::Unusual),
        }
    }

    /// Takes a line up to its break, and what the break becomes.
    fn fold(&mut self, end: usize, outer: usize) -> Result<(), Stop> {
        self.take(end);
        let blank = self.next_line(end, outer)?;
        if let Some(out) = &mut self.out {
            out.truncate(self.kept.max(out.trim_end_matches(' ').len()));
            fold(blank, out);
        }
        Ok(())
    }

    /// Passes over a line break after a backslash.
    fn join(&mut self, end: usize, outer: usize) -> Result<(), Stop> {
        let blank = self.next_line(end, outer)?;
        if let Some(out) = &self.out {
            self.kept = out.len();
        }
        if blank == 0 { Ok(()) } else { Err(Stop::Unusual) }
    }

    /// Takes the rest, up to the quote.
    fn finish(mut self, end: usize) -> Result<Scanned<'t>, Stop> {
        let first_end = self.first_end.unwrap_or(end + 1);
        let next = rest_of_line(self.text, end + 1)?;
        let value = match self.out {
            None if self.is_skipped => Cow::Borrowed(""),
            None => Cow::Borrowed(&self.text[self.at..end]),
            Some(_) => {
                self.take(end);
                Cow::Owned(self.out.unwrap_or_default())
            }
        };
        Ok(Scanned { value, first_end, next, is_bare: false })
    }
}
