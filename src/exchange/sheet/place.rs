//! Places in a worksheet, as the parts of a workbook write them.

use quick_xml::events::BytesStart;

use super::budget::{LAST_COLUMN, LAST_ROW};
use super::letters;

/// The value of an attribute as it is written.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, String> {
    let found = element.try_get_attribute(name).map_err(|error| error.to_string())?;
    Ok(found.map(|attribute| attribute.value.as_ref().to_owned()))
}

/// The row and the column, from one, of a cell as `B7`; the column is 0 for a row alone.
pub(super) fn place(name: &str) -> Result<(u32, u32), String> {
    let digits = name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len());
    let (column, row) = name.split_at(digits);
    let shown: String = name.chars().take(20).collect();
    let is_number = !row.is_empty() && row.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number || (column.is_empty() && row.starts_with('0')) {
        return Err(format!("{shown} is not a place in a worksheet"));
    }
    let row = row.parse().ok().filter(|row| (1..=LAST_ROW).contains(row));
    let row = row.ok_or_else(|| format!("{shown} lies beyond the last row of a worksheet, {LAST_ROW}"))?;
    let letter =
        |sum: u32, letter: u8| sum.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let column = column.bytes().fold(0, letter);
    if column > LAST_COLUMN {
        let last = letters(LAST_COLUMN as usize - 1);
        return Err(format!("{shown} lies beyond the last column of a worksheet, {last}"));
    }
    Ok((row, column))
}

/// Checks a range as `A1:B7`: its ends are places, and the first comes first.
pub(super) fn range_of(range: &str) -> Result<(), String> {
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    if top > bottom || left > right || left == 0 {
        return Err(format!("{range} is not a range of cells"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{place, range_of};

    #[test]
    fn a_place_is_one_that_a_worksheet_has() {
        assert_eq!(place("A1"), Ok((1, 1)));
        assert_eq!(place("xfd1048576"), Ok((1_048_576, 16_384)));
        assert_eq!(place("7"), Ok((7, 0)));
        for (bad, why) in [
            ("A1048577", "A1048577 lies beyond the last row of a worksheet, 1048576"),
            ("A4294967298", "A4294967298 lies beyond the last row of a worksheet, 1048576"),
            ("A0", "A0 lies beyond the last row of a worksheet, 1048576"),
            ("XFE1", "XFE1 lies beyond the last column of a worksheet, XFD"),
            ("AAAAAAAAAAAAAAAAAAAAAAAA1", "AAAAAAAAAAAAAAAAAAAA lies beyond the last column of a worksheet, XFD"),
            ("A", "A is not a place in a worksheet"),
            ("$A$1", "$A$1 is not a place in a worksheet"),
            ("", " is not a place in a worksheet"),
        ] {
            assert_eq!(place(bad), Err(why.to_owned()), "{bad}");
        }
    }

    #[test]
    fn a_range_goes_down_and_to_the_right() {
        for good in ["A1", "A1:A1", "B2:XFD1048576"] {
            assert_eq!(range_of(good), Ok(()), "{good}");
        }
        for bad in ["B5:A1", "A5:A1", "B1:A5", "A1:XFE2", "1:2", "A1:", "A1:B2:C3"] {
            assert!(range_of(bad).is_err(), "{bad}");
        }
    }
}
