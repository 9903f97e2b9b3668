//! A colour, and how well letters in it can be read on white.

use std::fmt;

/// A colour of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// The minimum contrast of letters with their background that WCAG 2.2 requires (success criterion 1.4.3).
    pub const READABLE: f64 = 4.5;

    /// A colour written as `#1b4f8a`, or as `#14a` for `#1144aa`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Option<Vec<u8>> =
            text.strip_prefix('#')?.chars().map(|digit| u8::try_from(digit.to_digit(16)?).ok()).collect();
        match digits?.as_slice() {
            [red, green, blue] => Some(Self { red: red * 17, green: green * 17, blue: blue * 17 }),
            [a, b, c, d, e, f] => Some(Self { red: a * 16 + b, green: c * 16 + d, blue: e * 16 + f }),
            _ => None,
        }
    }

    /// Its contrast with white: from 1, which is white itself, to 21, which is black (WCAG 2.2).
    pub fn contrast_with_white(self) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = 0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue);
        1.05 / (luminance + 0.05)
    }

    /// The nearest darker colour of the same hue in which letters can be read on white; the colour itself where they can.
    #[must_use]
    pub fn readable(self) -> Self {
        let dimmed = |hundredths: u16| {
            let part = |part: u8| u8::try_from(u16::from(part) * hundredths / 100).unwrap_or(part);
            Self { red: part(self.red), green: part(self.green), blue: part(self.blue) }
        };
        let darker = (0..=100).rev().map(dimmed);
        darker.into_iter().find(|colour| colour.contrast_with_white() >= Self::READABLE).unwrap_or(dimmed(0))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn a_colour_is_read_as_style_sheets_write_it() {
        let shown = |text: &str| Colour::parse(text).map(|colour| colour.to_string());
        assert_eq!(shown("#1B4f8a").as_deref(), Some("#1b4f8a"));
        assert_eq!(shown("#14a").as_deref(), Some("#1144aa"));
        for text in ["", "#", "1b4f8a", "#1b4f8", "#1b4f8aa", "#12345g", "red", "#ÿÿÿ"] {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let contrast = |text: &str| (Colour::parse(text).unwrap().contrast_with_white() * 100.0).round() / 100.0;
        assert_eq!([contrast("#fff"), contrast("#000")], [1.0, 21.0]);
        // The two greys between which the line is drawn, as WebAIM's checker has them.
        assert_eq!([contrast("#767676"), contrast("#777777")], [4.54, 4.48]);
    }

    #[test]
    fn a_colour_that_cannot_be_read_has_a_darker_one_that_can() {
        let readable = |text: &str| Colour::parse(text).unwrap().readable().to_string();
        assert_eq!(readable("#1b4f8a"), "#1b4f8a");
        for text in ["#ffcc00", "#ffffff", "#e6ab3c"] {
            assert!(Colour::parse(&readable(text)).unwrap().contrast_with_white() >= 4.5, "{text}");
        }
    }
}
