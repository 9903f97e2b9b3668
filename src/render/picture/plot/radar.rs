//! Figures of one scale around a centre.

use std::f64::consts::TAU;

use svg::node::element::Group;

use super::sample::sample;
use crate::language::{DocumentLanguage, Phrase, figures, say};
use crate::render::in_words;
use crate::render::picture::{canvas, circle, hint, joined, path, round, shortened, text, toned};
use crate::report::{Radar, Ring};

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 460.0;
/// The centre, and how far the end of the scale is from it.
const CENTRE: (f64, f64) = (380.0, 215.0);
const RADIUS: f64 = 165.0;
/// How many columns of a terminal the name of a spoke may take.
const NAME: usize = 30;

pub(super) fn draw(radar: &Radar, language: DocumentLanguage) -> String {
    let rings = radar.rings.iter().map(|ring| ring.name.as_str()).collect::<Vec<_>>().join(", ");
    let description = say!("picture-radar", spokes = joined(&radar.spokes), end = radar.end, rings = rings);
    let description = in_words(&description, language);
    let mut picture = canvas("radar", &radar.title, &description, WIDTH, HEIGHT);
    let web = Web { spokes: radar.spokes.len(), end: f64::from(radar.end), language };
    for mark in 1..=radar.end {
        let figures: Vec<Option<f64>> = vec![Some(f64::from(mark)); web.spokes];
        picture = picture.add(path("xw-rule", &web.outline(&figures)));
    }
    for (at, name) in radar.spokes.iter().enumerate() {
        let (x, y) = web.place(at, web.end);
        let line = format!("M {} {} L {} {}", round(CENTRE.0), round(CENTRE.1), round(x), round(y));
        picture = picture.add(path("xw-rule", &line)).add(web.name(at, name));
    }
    for mark in 0..=radar.end {
        let (x, y) = web.place(0, f64::from(mark));
        picture = picture.add(text(x + 4.0, y + 4.0, "xw-small xw-faint", &mark.to_string()));
    }
    let mut x = 24.0;
    for ring in &radar.rings {
        picture = picture.add(web.ring(ring, &radar.spokes));
        let (entry, behind) = sample(&ring.name, ring.tone, ring.is_dashed, x, HEIGHT - 12.0);
        picture = picture.add(entry);
        x = behind;
    }
    picture.to_string()
}

/// Where figures stand.
struct Web {
    spokes: usize,
    end: f64,
    language: DocumentLanguage,
}

impl Web {
    /// The place of a figure on a spoke.
    fn place(&self, spoke: usize, figure: f64) -> (f64, f64) {
        let angle = TAU * spoke as f64 / self.spokes.max(1) as f64;
        let length = RADIUS * (figure / self.end).clamp(0.0, 1.0);
        (CENTRE.0 + length * angle.sin(), CENTRE.1 - length * angle.cos())
    }

    /// The line through figures of neighbouring spokes; it ends where a spoke has none.
    fn outline(&self, figures: &[Option<f64>]) -> String {
        let place = |spoke: usize| figures[spoke].map(|figure| self.place(spoke, figure));
        let whole = figures.iter().all(Option::is_some);
        let mut line = String::new();
        let mut is_open = false;
        for spoke in 0..figures.len() {
            match place(spoke) {
                Some((x, y)) => {
                    let sign = if is_open { "L" } else { "M" };
                    line += &format!("{sign} {} {} ", round(x), round(y));
                    is_open = true;
                }
                None => is_open = false,
            }
        }
        let last = figures.len().checked_sub(1);
        match (whole, place(0), last.and_then(place)) {
            (true, ..) if !figures.is_empty() => line += "Z",
            (false, Some((x, y)), Some(_)) => line += &format!("L {} {}", round(x), round(y)),
            _ => {}
        }
        line.trim_end().to_owned()
    }

    fn ring(&self, ring: &Ring, spokes: &[Phrase]) -> Group {
        let dashes = if ring.is_dashed { " xw-dashed" } else { "" };
        let mut group = toned(ring.tone).add(path(&format!("xw-line{dashes}"), &self.outline(&ring.figures)));
        for (spoke, figure) in ring.figures.iter().enumerate() {
            let Some(figure) = figure else { continue };
            let (x, y) = self.place(spoke, *figure);
            let said = format!("{}: {} {}", spokes[spoke], ring.name, figures::number(self.language, *figure, 1));
            group = group.add(circle("xw-area", round(x), round(y), 3.0).add(hint(&said)));
        }
        group
    }

    /// The name of a spoke, outside of its end.
    fn name(&self, spoke: usize, name: &str) -> Group {
        let (x, y) = self.place(spoke, self.end);
        let (right, down) = (x - CENTRE.0, y - CENTRE.1);
        let (class, x) = match right {
            right if right > 1.0 => ("xw-small", x + 8.0),
            right if right < -1.0 => ("xw-small xw-end", x - 8.0),
            _ => ("xw-small xw-middle", x),
        };
        let y = if right.abs() <= 1.0 { y + if down < 0.0 { -8.0 } else { 16.0 } } else { y + 4.0 };
        Group::new().add(hint(name)).add(text(x, y, class, &shortened(name, NAME)))
    }
}
