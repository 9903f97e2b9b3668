//! What readers of JSON and YAML say of a document, in words of the document instead of those of a program.

/// A message in plain words; as it stands if it is plain already.
pub(in crate::exchange) fn plain(message: &str) -> String {
    let between = |before: &str, after: &str| message.strip_prefix(before)?.split_once(after);
    let apart = |before: &str| message.strip_prefix(before)?.rsplit_once(", expected ");
    if let Some((found, expected)) = apart("invalid type: ") {
        return format!("{} is expected here, but this is {}", expected_kind(expected), found_kind(found));
    }
    if let Some((found, expected)) = apart("invalid value: ") {
        return format!("{} is expected here, but this is {}", expected_kind(expected), found_kind(found));
    }
    if let Some(key) = quoted_behind(message, "missing field ") {
        return format!("the key {key} is missing here");
    }
    if let Some(key) = quoted_behind(message, "duplicate field ") {
        return format!("the key {key} appears here twice");
    }
    if let Some((key, _)) = between("duplicate mapping key: ", ", ") {
        return format!("the key {key} appears here twice");
    }
    if let Some(inside) = message.strip_prefix("EOF while parsing ") {
        return format!("the document ends inside {}", inside.replace("an object", "an object, before its }"));
    }
    let known = match message {
        "expected string scalar" => "a text is expected here",
        "expected mapping start" => "an object is expected here",
        "expected sequence start" => "a list is expected here",
        "expected value" | "expected ident" => {
            "a value is expected here: a text in quotation marks, a number, true, false or null"
        }
        "trailing comma" => "there is a comma after the last entry",
        "trailing characters" => "there is more text after the end of the document",
        "key must be a string" => "a key is expected here, in quotation marks",
        "recursion limit exceeded" => "it is nested too deeply",
        other => other,
    };
    known.to_owned()
}

/// The text between marks that is after a beginning.
pub(in crate::exchange) fn quoted_behind<'m>(message: &'m str, beginning: &str) -> Option<&'m str> {
    Some(message.strip_prefix(beginning)?.trim_matches('`'))
}

/// What a reader expects, by the words that it has for kinds of values.
pub(in crate::exchange) fn expected_kind(expected: &str) -> &str {
    match expected {
        "a sequence" => "a list",
        "a map" => "an object",
        "a string" | "a borrowed string" => "a text",
        "a boolean" => "true or false",
        expected if expected.starts_with("struct ") || expected.starts_with("enum ") => "an object",
        expected => expected,
    }
}

/// What is there.
fn found_kind(found: &str) -> &str {
    let kinds = [
        ("map", "an object"),
        ("sequence", "a list"),
        ("string", "a text"),
        ("integer", "a number"),
        ("floating point", "a number"),
        ("boolean", "true or false"),
        ("null", "null"),
        ("unit", "null"),
    ];
    kinds.into_iter().find(|(start, _)| found.starts_with(start)).map_or(found, |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn no_word_of_a_program_is_left() {
        for (message, expected) in [
            ("invalid type: map, expected a text", "a text is expected here, but this is an object"),
            ("invalid type: integer `5`, expected struct Catalog", "an object is expected here, but this is a number"),
            (
                "invalid type: string \"a, expected b\", expected a sequence",
                "a list is expected here, but this is a text",
            ),
            ("missing field `href`", "the key href is missing here"),
            ("duplicate field `uuid`", "the key uuid appears here twice"),
            ("duplicate mapping key: title, set DuplicateKeyPolicy in Options", "the key title appears here twice"),
            ("EOF while parsing an object", "the document ends inside an object, before its }"),
            ("expected mapping start", "an object is expected here"),
            ("expected `,` or `}`", "expected `,` or `}`"),
        ] {
            assert_eq!(plain(message), expected);
        }
    }
}
