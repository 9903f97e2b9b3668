//! Which clause is above which, and what one without a name is called.

/// What a clause without a name is called: words of our own, in brackets, that say where it stands.
pub(super) fn title(above: Option<&str>) -> String {
    match above {
        Some(name) => format!("(under {name})"),
        None => "(no title)".to_owned(),
    }
}

/// Takes the parent from one clause of each circle, the first in order, and says which.
pub(super) fn cut_circles(parents: &mut [Option<usize>]) -> Vec<usize> {
    const NEVER: usize = usize::MAX;
    let mut seen_from = vec![NEVER; parents.len()];
    let mut cut = Vec::new();
    for start in 0..parents.len() {
        let mut at = Some(start);
        while let Some(here) = at {
            if seen_from[here] != NEVER {
                if seen_from[here] == start {
                    parents[here] = None;
                    cut.push(here);
                }
                break;
            }
            seen_from[here] = start;
            at = parents[here];
        }
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::cut_circles;

    #[test]
    fn a_circle_is_cut_once_and_a_tail_stays() {
        let mut parents = [Some(1), Some(2), Some(1), Some(0), None, Some(5)];
        assert_eq!(cut_circles(&mut parents), [1, 5]);
        assert_eq!(parents, [Some(1), None, Some(1), Some(0), None, None]);
    }
}
