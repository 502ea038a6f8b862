/// How many code points lie between two checkpoints: the longest walk of a conversion.
const STRIDE: usize = 128;

/// The positions of one block's text in bytes, Unicode code points and UTF-16 code units.
///
/// Rust slices by bytes, the file counts code points, the DOM counts UTF-16 units. Building takes
/// one pass over the text; a conversion then takes a binary search and at most 128 code points.
pub struct Offsets<'a> {
    text: &'a str,
    checkpoints: Vec<Position>,
}

/// One place in the text in each of the three units.
#[derive(Clone, Copy, Default)]
struct Position {
    byte: usize,
    code_point: usize,
    utf16: usize,
}

impl<'a> Offsets<'a> {
    /// The positions of this text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut checkpoints = vec![Position::default()];
        let mut position = Position::default();
        for character in text.chars() {
            position.byte += character.len_utf8();
            position.code_point += 1;
            position.utf16 += character.len_utf16();
            if position.code_point % STRIDE == 0 {
                checkpoints.push(position);
            }
        }
        Self { text, checkpoints }
    }

    /// The byte at which the code point of this number begins; nothing past the end of the text.
    #[must_use]
    pub fn byte_of_code_point(&self, code_point: usize) -> Option<usize> {
        self.find(code_point, |position| position.code_point).map(|position| position.byte)
    }

    /// How many code points stand before this byte; nothing inside a code point or past the end.
    #[must_use]
    pub fn code_point_of_byte(&self, byte: usize) -> Option<usize> {
        self.find(byte, |position| position.byte).map(|position| position.code_point)
    }

    /// How many UTF-16 units stand before this byte; nothing inside a code point or past the end.
    #[must_use]
    pub fn utf16_of_byte(&self, byte: usize) -> Option<usize> {
        self.find(byte, |position| position.byte).map(|position| position.utf16)
    }

    /// The byte at which this UTF-16 unit begins; nothing inside a code point or past the end.
    #[must_use]
    pub fn byte_of_utf16(&self, unit: usize) -> Option<usize> {
        self.find(unit, |position| position.utf16).map(|position| position.byte)
    }

    /// The place whose position in one unit is exactly this.
    fn find(&self, wanted: usize, unit: impl Fn(&Position) -> usize) -> Option<Position> {
        let after = self.checkpoints.partition_point(|position| unit(position) <= wanted);
        let mut position = self.checkpoints[after - 1];
        for character in self.text[position.byte..].chars() {
            if unit(&position) >= wanted {
                break;
            }
            position.byte += character.len_utf8();
            position.code_point += 1;
            position.utf16 += character.len_utf16();
        }
        (unit(&position) == wanted).then_some(position)
    }
}

/// The text between two code points; nothing where they do not fit it.
#[must_use]
pub fn slice_code_points(text: &str, start: usize, end: usize) -> Option<&str> {
    let offsets = Offsets::new(text);
    text.get(offsets.byte_of_code_point(start)?..offsets.byte_of_code_point(end)?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn converts_where_the_three_units_differ() {
        // Counted by hand: «я» 2 bytes, 1 unit; «😀» 4 bytes, 2 units; «и» + U+0306 4 bytes, 2 units.
        let offsets = Offsets::new("я😀и\u{306}\r\n\u{a0}z");
        assert_eq!(offsets.byte_of_code_point(2), Some(6));
        assert_eq!(offsets.utf16_of_byte(6), Some(3));
        assert_eq!(offsets.byte_of_utf16(2), None, "the middle of a surrogate pair");
        assert_eq!(offsets.code_point_of_byte(3), None, "the middle of a code point");
        assert_eq!(offsets.byte_of_code_point(8), Some(15), "the end of the text");
        assert_eq!(offsets.byte_of_code_point(9), None, "past the end");
    }

    const PIECES: [&str; 12] = [
        "a",
        "я",
        "ё",
        "и\u{306}",
        "😀",
        "👩\u{200d}👩\u{200d}👧",
        "🇰🇿",
        "\r\n",
        "\u{a0}",
        "\u{ad}",
        "қ",
        "«",
    ];

    /// Texts in which bytes, code points, UTF-16 units and graphemes all differ.
    fn mixed_text() -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(&PIECES[..]), 0..400)
            .prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn every_code_point_survives_the_way_there_and_back(text in mixed_text()) {
            let offsets = Offsets::new(&text);
            for (code_point, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(offsets.byte_of_code_point(code_point), Some(byte));
                prop_assert_eq!(offsets.code_point_of_byte(byte), Some(code_point));
                let unit = text[..byte].encode_utf16().count();
                prop_assert_eq!(offsets.utf16_of_byte(byte), Some(unit));
                prop_assert_eq!(offsets.byte_of_utf16(unit), Some(byte));
            }
        }

        #[test]
        fn a_slice_is_the_same_in_every_unit(text in mixed_text(), a in 0_usize..900, b in 0_usize..900) {
            let by_characters = (a <= b && b <= text.chars().count())
                .then(|| text.chars().skip(a).take(b - a).collect::<String>());
            prop_assert_eq!(slice_code_points(&text, a, b).map(str::to_owned), by_characters);
        }
    }
}
