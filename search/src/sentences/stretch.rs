//! The shortest stretch of a sentence that holds given words.

/// How many other words stand in the shortest stretch that holds each word at least once, given the places
/// of each in rising order. Fewer than two words have none between them.
pub(super) fn gap(words: &[&[u32]]) -> u32 {
    if words.len() < 2 {
        return 0;
    }
    let mut places: Vec<(u32, usize)> = Vec::new();
    for (word, at) in words.iter().enumerate() {
        places.extend(at.iter().map(|place| (*place, word)));
    }
    places.sort_unstable();
    let mut held = vec![0u32; words.len()];
    let mut missing = words.len();
    let mut from = places.iter();
    let mut shortest = u32::MAX;
    for (end, word) in &places {
        let Some(count) = held.get_mut(*word) else { continue };
        *count += 1;
        if *count == 1 {
            missing -= 1;
        }
        while missing == 0 {
            let Some((start, first)) = from.next() else { break };
            shortest = shortest.min(end - start + 1);
            let Some(count) = held.get_mut(*first) else { break };
            *count -= 1;
            if *count == 0 {
                missing += 1;
            }
        }
    }
    if shortest == u32::MAX { 0 } else { shortest.saturating_sub(words.len() as u32) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_stretch_counts() {
        assert_eq!(gap(&[&[0, 7], &[2, 9], &[8]]), 0);
        assert_eq!(gap(&[&[0], &[5]]), 4);
        assert_eq!(gap(&[&[3, 4]]), 0);
        assert_eq!(gap(&[]), 0);
        assert_eq!(gap(&[&[1, 10], &[4]]), 2);
    }
}
