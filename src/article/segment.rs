use super::Span;

/// A stretch of a block's text that no mark's edge cuts, with the marks that cover it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment<'t, M> {
    /// The text, whole and unchanged.
    pub text: &'t str,
    /// The marks that cover it, in the order given.
    pub marks: Vec<M>,
}

/// The block's text cut at every edge of the marks in it; the segments' texts together are the
/// block's text. Marks of other blocks, or that do not fit the text, are passed over.
///
/// Takes time in the order of the marks times how deep they nest.
#[must_use]
pub fn segments<'t, M: Copy>(
    block: usize,
    text: &'t str,
    marks: &[(Span, M)],
) -> Vec<Segment<'t, M>> {
    let fits = |span: &Span| {
        span.block == block && span.start < span.end && text.get(span.start..span.end).is_some()
    };
    let mut order: Vec<usize> = (0..marks.len()).filter(|&i| fits(&marks[i].0)).collect();
    order.sort_by_key(|&i| marks[i].0.start);
    let mut edges: Vec<usize> = order
        .iter()
        .flat_map(|&i| [marks[i].0.start, marks[i].0.end])
        .chain([0, text.len()])
        .collect();
    edges.sort_unstable();
    edges.dedup();

    let mut open: Vec<usize> = Vec::new();
    let mut next = order.into_iter().peekable();
    edges
        .windows(2)
        .map(|edge| {
            open.retain(|&i| marks[i].0.end > edge[0]);
            while let Some(i) = next.next_if(|&i| marks[i].0.start <= edge[0]) {
                open.push(i);
            }
            open.sort_unstable();
            Segment {
                text: &text[edge[0]..edge[1]],
                marks: open.iter().map(|&i| marks[i].1).collect(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn overlapping_marks_are_cut_at_each_edge() {
        let marks =
            [(Span::new(0, 0, 4), 'a'), (Span::new(0, 2, 6), 'b'), (Span::new(1, 0, 2), 'c')];
        let cut: Vec<(&str, Vec<char>)> =
            segments(0, "abcdefgh", &marks).into_iter().map(|s| (s.text, s.marks)).collect();
        assert_eq!(
            cut,
            [("ab", vec!['a']), ("cd", vec!['a', 'b']), ("ef", vec!['b']), ("gh", vec![])]
        );
    }

    proptest! {
        #[test]
        fn segments_together_are_the_text(
            text in "[aя😀 ]{0,30}",
            spans in prop::collection::vec((0_usize..40, 0_usize..40), 0..12),
        ) {
            let marks: Vec<_> =
                spans.iter().enumerate().map(|(i, &(a, b))| (Span::new(0, a, b), i)).collect();
            let cut = segments(0, &text, &marks);
            prop_assert_eq!(cut.iter().map(|s| s.text).collect::<String>(), text.clone());
            for &(span, mark) in &marks {
                let Some(words) = text.get(span.start..span.end).filter(|w| !w.is_empty()) else {
                    prop_assert!(cut.iter().all(|s| !s.marks.contains(&mark)));
                    continue;
                };
                let marked: String =
                    cut.iter().filter(|s| s.marks.contains(&mark)).map(|s| s.text).collect();
                prop_assert_eq!(marked, words);
            }
        }
    }
}
