//! Records as lines of JSON.

use crate::report::{Field, FieldValue, sanitized};

/// Adds a record as a line: an object with every field, in their order; one without a value is null.
pub fn ndjson_record(fields: &[Field], values: &[FieldValue<'_>], out: &mut Vec<u8>) {
    out.push(b'{');
    for (at, (field, value)) in fields.iter().zip(values).enumerate() {
        if at > 0 {
            out.push(b',');
        }
        out.push(b'"');
        out.extend_from_slice(field.name.as_bytes());
        out.extend_from_slice(b"\":");
        match value {
            FieldValue::Nothing => out.extend_from_slice(b"null"),
            FieldValue::Count(count) => out.extend_from_slice(count.to_string().as_bytes()),
            FieldValue::Day(day) => out.extend_from_slice(format!("\"{day}\"").as_bytes()),
            FieldValue::Text(text) if text.bytes().all(is_plain) => {
                out.push(b'"');
                out.extend_from_slice(text.as_bytes());
                out.push(b'"');
            }
            FieldValue::Text(text) => {
                serde_json::to_writer(&mut *out, &sanitized(text)).expect("a text goes into memory");
            }
        }
    }
    out.extend_from_slice(b"}\n");
}

/// Whether a byte represents itself in JSON, as nearly all do.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\'
}

/// Whether a file begins as such records do.
pub fn starts_ndjson(held: &[u8]) -> bool {
    held.starts_with(b"{\"assessment\":")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::FieldKind::{Count, Day, Text};

    #[test]
    fn a_record_is_a_line_with_every_field() {
        let fields = [
            Field::required("a", Text),
            Field::optional("b", Text),
            Field::required("c", Count),
            Field::optional("d", Day),
        ];
        let values = [
            FieldValue::text("x\"\u{1b}y"),
            FieldValue::text(""),
            FieldValue::Count(7),
            FieldValue::Day(jiff::civil::date(2026, 11, 30)),
        ];
        let mut out = Vec::new();
        ndjson_record(&fields, &values, &mut out);
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "{\"a\":\"x\\\"\u{241b}y\",\"b\":null,\"c\":7,\"d\":\"2026-11-30\"}\n"
        );
    }
}
