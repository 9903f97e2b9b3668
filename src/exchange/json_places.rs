//! Places in a text of JSON, whose reader gives the line and the column where it stopped.

/// Where a line starts, counted from one.
pub(in crate::exchange) fn line_start(text: &str, line: usize) -> usize {
    let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(breaks).nth(line.saturating_sub(1)).unwrap_or(text.len())
}

/// The value of JSON that ends at an offset, or the bracket before it that begins one.
pub(in crate::exchange) fn value_before(text: &str, stop: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut end = stop.min(bytes.len());
    while end > 0 && (bytes[end - 1].is_ascii_whitespace() || b",}]".contains(&bytes[end - 1])) {
        end -= 1;
    }
    let mut start = end.saturating_sub(1);
    if bytes.get(start) == Some(&b'"') {
        // The quote that opens the text is the one before with no backslash in front of it.
        while start > 0 {
            start -= 1;
            if bytes[start] == b'"' && (start == 0 || bytes[start - 1] != b'\\') {
                break;
            }
        }
    } else {
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
        while start > 0 && is_word(bytes[start]) && is_word(bytes[start - 1]) {
            start -= 1;
        }
    }
    (start, end.max(start))
}
