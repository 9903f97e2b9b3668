//! Sets that lie in each other, and so are one.

use super::network::Network;

/// Of each set a number that it has in common with those that are the same by a chain of rows that lead back to it.
pub(super) fn strong_components(network: &Network<'_>) -> Vec<u32> {
    const NONE: u32 = u32::MAX;
    let count = network.sets.len();
    let (mut number, mut low, mut component) = (vec![NONE; count], vec![0_u32; count], vec![NONE; count]);
    let (mut next, mut components) = (0, 0);
    let mut open: Vec<u32> = Vec::new();
    // A set, and how many of the sets in which it lies were followed.
    let mut path: Vec<(u32, usize)> = Vec::new();
    for start in (0..).take(count) {
        if number[start as usize] != NONE {
            continue;
        }
        path.push((start, 0));
        while let Some((set, followed)) = path.pop() {
            let at = set as usize;
            if followed == 0 {
                (number[at], low[at]) = (next, next);
                next += 1;
                open.push(set);
            }
            let above = network.up.of_number(set);
            if let Some(tie) = above.get(followed) {
                path.push((set, followed + 1));
                let above = tie.to as usize;
                if number[above] == NONE {
                    path.push((tie.to, 0));
                } else if component[above] == NONE {
                    low[at] = low[at].min(number[above]);
                }
                continue;
            }
            if low[at] == number[at] {
                while let Some(other) = open.pop() {
                    component[other as usize] = components;
                    if other == set {
                        break;
                    }
                }
                components += 1;
            }
            if let Some((below, _)) = path.last() {
                low[*below as usize] = low[*below as usize].min(low[at]);
            }
        }
    }
    component
}
