//! Small numbers in few bytes: seven bits each, the high bit where more follow.

/// Appends a number.
pub(in crate::columns) fn put(to: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// Appends a number that may be unknown.
pub(in crate::columns) fn put_known(to: &mut Vec<u8>, number: Option<u64>) {
    match number {
        None => to.push(0),
        // One more, so that 0 is free; the highest number of all takes a mark of its own.
        Some(u64::MAX) => to.extend([0x80, 0]),
        Some(number) => put(to, number + 1),
    }
}

/// Reads what was put, in the same order. Beyond the end everything is 0.
#[derive(Clone, Copy)]
pub(in crate::columns) struct Reader<'a>(pub(in crate::columns) &'a [u8]);

impl Reader<'_> {
    /// Whether nothing is left.
    pub(in crate::columns) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next byte.
    #[inline]
    pub(in crate::columns) fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *byte
    }

    /// The next two bytes.
    #[inline]
    pub(in crate::columns) fn short(&mut self) -> u16 {
        u16::from_le_bytes([self.byte(), self.byte()])
    }

    /// The next four bytes, with a sign.
    #[inline]
    pub(in crate::columns) fn signed(&mut self) -> i32 {
        i32::from_le_bytes([self.byte(), self.byte(), self.byte(), self.byte()])
    }

    /// The next number.
    #[inline]
    pub(in crate::columns) fn number(&mut self) -> u64 {
        let first = self.byte();
        if first < 0x80 {
            return u64::from(first);
        }
        let mut number = u64::from(first & 0x7F);
        for place in 1..10u32 {
            let byte = self.byte();
            number |= u64::from(byte & 0x7F) << (7 * place);
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    /// The next number that may be unknown.
    #[inline]
    pub(in crate::columns) fn known(&mut self) -> Option<u64> {
        if let [0x80, 0, rest @ ..] = self.0 {
            self.0 = rest;
            return Some(u64::MAX);
        }
        self.number().checked_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_put_is_read(numbers in proptest::collection::vec(
            proptest::option::of(prop_oneof![any::<u64>(), 0..300u64, Just(u64::MAX), Just(u64::MAX - 1)]), 0..20,
        )) {
            let mut bytes = Vec::new();
            for number in &numbers {
                put_known(&mut bytes, *number);
                put(&mut bytes, number.unwrap_or(7));
            }
            let mut reader = Reader(&bytes);
            for number in numbers {
                prop_assert_eq!(reader.known(), number);
                prop_assert_eq!(reader.number(), number.unwrap_or(7));
            }
            prop_assert!(reader.is_empty() && reader.number() == 0);
        }
    }
}
