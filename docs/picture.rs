//! Draws what a terminal shows: a command, and the first paragraphs of what it printed, from standard input as an SVG.
//!
//! ```sh
//! xwalk list --color always | cargo run --example picture -- 2 "xwalk list" > list.svg
//! ```

use std::io::{self, Read, Write};

use anstyle::{Color, Effects, RgbColor, Style};
use anstyle_svg::{Palette, Term};

const fn rgb(hex: u32) -> RgbColor {
    let [_, red, green, blue] = hex.to_be_bytes();
    RgbColor(red, green, blue)
}

/// A ground that stands out from a white page and from a black one.
const NIGHT: Color = Color::Rgb(rgb(0x1b222c));
const CHALK: Color = Color::Rgb(rgb(0xd6dee7));
/// Black to white, then bright black to bright white; those between can be read on the ground.
const PALETTE: Palette = Palette([
    rgb(0x0d1117),
    rgb(0xff7b72),
    rgb(0x56d364),
    rgb(0xe3b341),
    rgb(0x79c0ff),
    rgb(0xd2a8ff),
    rgb(0x5cd6e0),
    rgb(0xd6dee7),
    rgb(0x8b949e),
    rgb(0xff7b72),
    rgb(0x56d364),
    rgb(0xe3b341),
    rgb(0x79c0ff),
    rgb(0xd2a8ff),
    rgb(0x5cd6e0),
    rgb(0xffffff),
]);

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(count), Some(command)) = (arguments.next().and_then(|count| count.parse().ok()), arguments.next()) else {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "how many paragraphs of which command?"));
    };
    let mut printed = String::new();
    io::stdin().read_to_string(&mut printed)?;
    io::stdout().write_all(drawn(&command, &printed, count).as_bytes())
}

/// The command and the first paragraphs of what it printed; dots stand for the rest.
pub(crate) fn drawn(command: &str, printed: &str, count: usize) -> String {
    let paragraphs: Vec<&str> = printed.trim_end().split("\n\n").collect();
    let shown = paragraphs[..count.min(paragraphs.len())].join("\n\n");
    let rest = if count < paragraphs.len() { "\n\n…" } else { "" };
    let bold = Style::new().effects(Effects::BOLD);
    let text = format!("$ {bold}{command}{bold:#}\n\n{shown}{rest}\n");
    Term::new().palette(PALETTE).fg_color(CHALK).bg_color(NIGHT).min_width_px(680).render_svg(&text)
}
