//! Figures over time as lines of blocks.

use crate::language::{DocumentLanguage, figures};
use crate::report::{Line, Lines, Scale, Tone};

/// A line of blocks, each as high as the figure of a date.
pub(super) struct Sparkline<'l> {
    /// What it is, such as `guaranteed`.
    pub(super) name: &'l str,
    /// What it means.
    pub(super) tone: Tone,
    /// The blocks, in the order of dates.
    pub(super) blocks: String,
    /// The first figure and the last, in words.
    pub(super) ends: String,
}

const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The lines with figures of several dates.
pub(super) fn sparklines(lines: &Lines) -> Vec<Sparkline<'_>> {
    let figures = lines.lines.iter().flat_map(|line| &line.points).map(|(_, figure)| *figure);
    let end = match lines.scale {
        Scale::Shares => 1.0,
        Scale::Counts => figures.fold(1.0, f64::max),
    };
    let sparkline = |line| of(line, lines.scale, end);
    lines.lines.iter().filter_map(sparkline).collect()
}

fn of(line: &Line, scale: Scale, end: f64) -> Option<Sparkline<'_>> {
    let [(_, first), .., (_, last)] = line.points.as_slice() else { return None };
    let in_words = |figure: &f64| match scale {
        Scale::Shares => figures::share(DocumentLanguage::English, *figure),
        Scale::Counts => figure.to_string(),
    };
    let block = |figure: f64| BLOCKS[((figure / end).clamp(0.0, 1.0) * (BLOCKS.len() - 1) as f64).round() as usize];
    Some(Sparkline {
        name: &line.name,
        tone: line.tone,
        blocks: chosen(line).into_iter().map(block).collect(),
        ends: format!("{} to {}", in_words(first), in_words(last)),
    })
}

/// The figures that have room: all of them, or the first, the last and others as far apart as can be.
fn chosen(line: &Line) -> Vec<f64> {
    const ROOM: usize = 40;
    let count = line.points.len();
    let shown = count.min(ROOM);
    (0..shown).map(|at| line.points[at * (count - 1) / (shown - 1).max(1)].1).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::sparklines;
    use crate::report::{Line, Lines, Scale, Tone};

    fn lines(scale: Scale, figures: &[f64]) -> Lines {
        let points = figures
            .iter()
            .enumerate()
            .map(|(day, figure)| (date(2026, 1 + day as i8 / 28, 1 + day as i8 % 28), *figure));
        let line = Line { name: "open".into(), points: points.collect(), tone: Tone::Plain, is_dashed: false };
        Lines { title: "Over time".into(), scale, lines: vec![line] }
    }

    #[test]
    fn a_block_is_as_high_as_its_figure_on_the_scale() {
        let shares = lines(Scale::Shares, &[0.0, 0.5, 1.0]);
        let drawn = &sparklines(&shares)[0];
        assert_eq!((drawn.blocks.as_str(), drawn.ends.as_str()), ("▁▅█", "0.0 % to 100.0 %"));
        let counts = lines(Scale::Counts, &[14.0, 7.0, 0.0]);
        assert_eq!(sparklines(&counts)[0].blocks, "█▅▁");
        assert_eq!(sparklines(&counts)[0].ends, "14 to 0");
    }

    #[test]
    fn one_date_is_no_line_and_many_are_thinned_out_between_the_first_and_the_last() {
        assert!(sparklines(&lines(Scale::Shares, &[0.5])).is_empty());
        let many: Vec<f64> = (0..100).map(f64::from).collect();
        let counts = lines(Scale::Counts, &many);
        let blocks = &sparklines(&counts)[0].blocks;
        assert_eq!(blocks.chars().count(), 40);
        assert!(blocks.starts_with('▁') && blocks.ends_with('█'), "{blocks}");
    }
}
