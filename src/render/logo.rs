//! A picture of a file that a document shows: PNG, JPEG or SVG.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A picture with its size.
#[derive(Debug, Clone, PartialEq)]
pub struct Logo {
    kind: LogoKind,
    bytes: Vec<u8>,
    /// Its width through its height.
    aspect: f64,
}

/// What a picture is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoKind {
    /// Portable Network Graphics.
    Png,
    /// What cameras write.
    Jpeg,
    /// Scalable Vector Graphics.
    Svg,
}

impl LogoKind {
    /// How the names of its files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Svg => "svg",
        }
    }

    /// What it is called where contents are named.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Svg => "image/svg+xml",
        }
    }
}

impl Logo {
    /// The picture that a file holds, or what is wrong with it as a lower-case sentence.
    pub fn read(bytes: Vec<u8>) -> Result<Self, String> {
        const KINDS: &str = "a logo must be a PNG, a JPEG or an SVG file";
        let kind = match imagesize::image_type(&bytes) {
            Ok(imagesize::ImageType::Png) => LogoKind::Png,
            Ok(imagesize::ImageType::Jpeg) => LogoKind::Jpeg,
            _ => LogoKind::Svg,
        };
        let (width, height) = match kind {
            LogoKind::Png | LogoKind::Jpeg => {
                let size = imagesize::blob_size(&bytes).map_err(|_| "the picture file is incomplete".to_owned())?;
                (size.width as f64, size.height as f64)
            }
            LogoKind::Svg => match svg_size(&bytes) {
                Some(Some(size)) => size,
                Some(None) => return Err("the SVG has no size: give it width and height, or a viewBox".to_owned()),
                None => return Err(format!("the file is not a picture: {KINDS}")),
            },
        };
        let is_some = |length: f64| length.is_finite() && length > 0.0;
        if !is_some(width) || !is_some(height) {
            return Err("the picture has no size".to_owned());
        }
        Ok(Self { kind, bytes, aspect: width / height })
    }

    /// What it is written in.
    pub fn kind(&self) -> LogoKind {
        self.kind
    }

    /// Its file.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The largest size of its shape within a width and a height of one unit.
    pub fn within(&self, width: f64, height: f64) -> (f64, f64) {
        if self.aspect > width / height { (width, width / self.aspect) } else { (height * self.aspect, height) }
    }

    /// Its file as an address that holds it whole.
    pub fn address(&self) -> String {
        format!("data:{};base64,{}", self.kind.media_type(), STANDARD.encode(&self.bytes))
    }
}

/// Nothing if a file is not an SVG; else its size, if it has one.
fn svg_size(bytes: &[u8]) -> Option<Option<(f64, f64)>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    loop {
        match reader.read_event().ok()? {
            Event::Start(root) | Event::Empty(root) => {
                return (root.local_name().as_ref() == "svg").then(|| size_of(&root));
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn size_of(root: &BytesStart<'_>) -> Option<(f64, f64)> {
    let value = |name: &str| {
        let found = root.try_get_attribute(name).ok().flatten()?;
        Some(found.value.into_owned())
    };
    // A share of the surroundings is not a length.
    let length = |name: &str| {
        let text = value(name).filter(|text| !text.contains('%'))?;
        text.trim().trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<f64>().ok()
    };
    let stated = length("width").zip(length("height"));
    stated.or_else(|| {
        let numbers: Vec<f64> = value("viewBox")?
            .split(|c: char| c == ',' || c.is_whitespace())
            .filter_map(|number| number.parse().ok())
            .collect();
        let [_, _, width, height] = numbers.as_slice() else { return None };
        Some((*width, *height))
    })
}

#[cfg(test)]
mod tests {
    use super::{Logo, LogoKind};

    fn svg(attributes: &str) -> Result<(f64, f64), String> {
        let text =
            format!("<?xml version=\"1.0\"?>\n<!-- ours -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}/>");
        Logo::read(text.into_bytes()).map(|logo| logo.within(100.0, 100.0))
    }

    #[test]
    fn a_picture_keeps_its_shape_in_the_room_that_it_has() {
        assert_eq!(svg("width='200' height='50'"), Ok((100.0, 25.0)));
        assert_eq!(svg("width='20mm' height='40mm'"), Ok((50.0, 100.0)));
        assert_eq!(svg("width='100%' height='100%' viewBox='0 0 300 150'"), Ok((100.0, 50.0)));
        assert_eq!(svg("viewBox='0,0,10,10'"), Ok((100.0, 100.0)));
    }

    #[test]
    fn what_is_no_picture_is_refused_with_the_reason() {
        assert!(svg("").unwrap_err().starts_with("the SVG has no size"));
        assert_eq!(svg("width='0' height='1'").unwrap_err(), "the picture has no size");
        for bytes in [&b""[..], b"<html/>", b"\xff\xfe", b"GIF89a\x01\0\x01\0"] {
            let refused = Logo::read(bytes.to_vec()).unwrap_err();
            assert_eq!(refused, "the file is not a picture: a logo must be a PNG, a JPEG or an SVG file");
        }
        assert_eq!(
            Logo::read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()).unwrap_err(),
            "the picture file is incomplete"
        );
    }

    #[test]
    fn a_png_says_its_size_in_its_head() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend([0, 0, 0, 40, 0, 0, 0, 10, 8, 6, 0, 0, 0]);
        let logo = Logo::read(png).unwrap();
        assert_eq!((logo.kind(), logo.within(20.0, 20.0)), (LogoKind::Png, (20.0, 5.0)));
        assert!(logo.address().starts_with("data:image/png;base64,iVBORw0KGgo"));
    }
}
