//! The query part of an address as pairs; bytes that are not UTF-8 are an error, never replaced.

use percent_encoding::percent_decode_str;

/// A query that holds bytes which are not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the address holds bytes that are not UTF-8")]
pub struct NotUtf8;

/// Name and value pairs of a query, in order.
pub fn pairs(query: &str) -> Result<Vec<(String, String)>, NotUtf8> {
    query.split('&').filter(|pair| !pair.is_empty()).map(pair).collect()
}

fn pair(raw: &str) -> Result<(String, String), NotUtf8> {
    let (name, value) = raw.split_once('=').unwrap_or((raw, ""));
    Ok((decoded(name)?, decoded(value)?))
}

fn decoded(raw: &str) -> Result<String, NotUtf8> {
    let spaced = raw.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8().map(std::borrow::Cow::into_owned).map_err(|_| NotUtf8)
}

/// Pairs as a query, encoded.
pub fn encode<N: AsRef<str>, V: AsRef<str>>(pairs: impl IntoIterator<Item = (N, V)>) -> String {
    let mut serializer = form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs {
        serializer.append_pair(name.as_ref(), value.as_ref());
    }
    serializer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_as_it_was_written() {
        let written = encode([("q", "ຊ່າງເຊື່ອມ & hàn"), ("page", "2")]);
        assert_eq!(
            pairs(&written).unwrap(),
            [("q".into(), "ຊ່າງເຊື່ອມ & hàn".into()), ("page".into(), "2".into())]
        );
    }

    #[test]
    fn broken_bytes_are_refused() {
        assert_eq!(pairs("q=%ff%fe"), Err(NotUtf8));
    }
}
