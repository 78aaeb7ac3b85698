//! The bytes of an upload, chunk by chunk, up to a size.

/// It has more bytes than it may; the rest need not be asked for.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("it has more than {0} bytes")]
pub struct TooLarge(usize);

/// What has come of an upload so far. Whoever reads it stops with the first chunk that is too much:
/// `while let Some(chunk) = field.chunk().await? { collected.add(&chunk)?; }`.
#[derive(Debug)]
pub struct Collected {
    bytes: Vec<u8>,
    most: usize,
}

impl Collected {
    /// Nothing yet; so many bytes may come.
    pub fn at_most(most: usize) -> Self {
        Self { bytes: Vec::new(), most }
    }

    /// Takes the next chunk, unless it is too much.
    pub fn add(&mut self, chunk: &[u8]) -> Result<(), TooLarge> {
        if chunk.len() > self.most - self.bytes.len() {
            return Err(TooLarge(self.most));
        }
        self.bytes.extend_from_slice(chunk);
        Ok(())
    }

    /// All that came.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_megabytes_are_refused_after_ten() {
        let most = crate::documents::limits::MOST_BYTES;
        let (mut collected, chunk) = (Collected::at_most(most), vec![0; 64 * 1024]);
        let taken = (0..1_600).take_while(|_| collected.add(&chunk).is_ok()).count();
        assert_eq!(taken, most / chunk.len());
        assert_eq!(collected.add(&chunk), Err(TooLarge(most)));
    }

    #[test]
    fn what_just_fits_is_taken() {
        let mut collected = Collected::at_most(4);
        assert_eq!((collected.add(b"ab"), collected.add(b"cd")), (Ok(()), Ok(())));
        assert_eq!(collected.add(b"e"), Err(TooLarge(4)));
        assert_eq!(collected.into_bytes(), b"abcd");
    }
}
