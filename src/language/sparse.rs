//! Sparse bytes: a file of bytes most of which are nought, laid so that compression finds less to do. First its length, as four
//! bytes from the lowest; then a bit for each byte, from the highest, set where it isn't nought; then those that aren't.
//!
//! The weights of the names' model take 67 KB so under brotli, 82 byte by byte.

/// The bytes of a sparse file; what it is cut short of is nought.
pub(super) fn unpack(file: &[u8]) -> Vec<u8> {
    let Some((length, rest)) = file.split_first_chunk::<4>() else { return Vec::new() };
    // No more than the file's bits speak of, whatever its head says.
    let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or_default();
    let length = length.min(rest.len().saturating_mul(8));
    let (marks, values) = rest.split_at(length.div_ceil(8).min(rest.len()));
    let mut values = values.iter();
    let mut bytes = vec![0; length];
    for (eight, &mark) in bytes.chunks_mut(8).zip(marks) {
        for (place, byte) in eight.iter_mut().enumerate() {
            if mark & (0x80 >> place) != 0 {
                *byte = values.next().copied().unwrap_or_default();
            }
        }
    }
    bytes
}

/// The sparse file of these bytes.
#[cfg(feature = "command")]
pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    let mut file = length.to_le_bytes().to_vec();
    file.extend(bytes.chunks(8).map(|eight| {
        let marks = (0..).zip(eight).filter(|(_, byte)| **byte != 0);
        marks.fold(0_u8, |marks, (place, _): (u32, _)| marks | 0x80 >> place)
    }));
    file.extend(bytes.iter().filter(|byte| **byte != 0));
    file
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_file_is_its_length_its_marks_and_its_values() {
        let file = [10, 0, 0, 0, 0b0100_0001, 0b1000_0000, 7, 8, 9];
        assert_eq!(unpack(&file), [0, 7, 0, 0, 0, 0, 0, 8, 9, 0]);
    }

    #[test]
    fn a_file_cut_short_is_nought_from_there() {
        assert_eq!(
            unpack(&[10, 0, 0, 0, 0b0100_0001, 0b1000_0000, 7]),
            [0, 7, 0, 0, 0, 0, 0, 0, 0, 0]
        );
        assert_eq!(unpack(&[255, 255, 255, 255, 1]), [0; 8]);
        assert_eq!(unpack(&[1, 0]), Vec::<u8>::new());
    }

    #[cfg(feature = "command")]
    proptest! {
        #[test]
        fn what_is_packed_comes_back(bytes in prop::collection::vec(prop_oneof![3 => Just(0), 1 => any::<u8>()], 0..100)) {
            prop_assert_eq!(unpack(&pack(&bytes)), bytes);
        }
    }
}
