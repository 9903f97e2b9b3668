//! How far marks on an axis lie apart.

/// The least of 1, 2, 5, 10, 20, 50 and so on that takes no more than so many steps over a span.
pub(super) fn step(span: f64, most: f64) -> f64 {
    let steps = (0..10).flat_map(|power| [1.0, 2.0, 5.0].map(|digit| digit * 10_f64.powi(power)));
    steps.into_iter().find(|step| span / step <= most).unwrap_or(span)
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn marks_lie_a_round_number_apart() {
        let steps = [(1.0, 5.0), (5.0, 5.0), (6.0, 5.0), (11.0, 5.0), (30.0, 5.0), (365.0, 8.0)];
        assert_eq!(steps.map(|(span, most)| step(span, most)), [1.0, 1.0, 2.0, 5.0, 10.0, 50.0]);
    }
}
