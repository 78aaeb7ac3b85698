//! The bytes of an upload, chunk by chunk, up to a size.

/// Why an upload is not whole.
#[derive(Debug, thiserror::Error)]
pub enum TooLarge<E> {
    /// It has more bytes than it may; the rest was not asked for.
    #[error("it has more than {0} bytes")]
    Larger(usize),
    /// It broke off.
    #[error("the upload broke off")]
    BrokeOff(#[source] E),
}

/// All bytes that `next` gives until `None`; stops asking with the first chunk that is too much.
///
/// For a field of a form: `collect_at_most(async || field.chunk().await, limits::MOST_BYTES)`.
pub async fn collect_at_most<B, E>(
    mut next: impl AsyncFnMut() -> Result<Option<B>, E>,
    most: usize,
) -> Result<Vec<u8>, TooLarge<E>>
where
    B: AsRef<[u8]>,
{
    let mut bytes = Vec::new();
    while let Some(chunk) = next().await.map_err(TooLarge::BrokeOff)? {
        let chunk = chunk.as_ref();
        if chunk.len() > most - bytes.len() {
            return Err(TooLarge::Larger(most));
        }
        bytes.extend_from_slice(chunk);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    #[tokio::test]
    async fn a_hundred_megabytes_are_refused_after_ten() {
        let mut given = 0;
        let chunk = vec![0_u8; 64 * 1024];
        let next = async || {
            given += chunk.len();
            Ok::<_, Infallible>((given <= 100 << 20).then(|| chunk.clone()))
        };
        let most = crate::documents::limits::MOST_BYTES;
        assert!(matches!(collect_at_most(next, most).await, Err(TooLarge::Larger(_))));
        assert_eq!(given, most + chunk.len());
    }

    #[tokio::test]
    async fn what_just_fits_is_taken_and_what_breaks_off_is_told() {
        let mut chunks = ["ab", "cd"].into_iter();
        let next = async || Ok::<_, Infallible>(chunks.next());
        assert_eq!(collect_at_most(next, 4).await.unwrap(), b"abcd");
        let broken = async || Err::<Option<&str>, _>("gone");
        assert!(matches!(collect_at_most(broken, 4).await, Err(TooLarge::BrokeOff("gone"))));
    }
}
