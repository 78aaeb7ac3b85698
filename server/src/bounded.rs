//! Files that are read whole, up to a size: a device or a wrong file does not fill the memory.

use std::io::{Error, ErrorKind, Read, Result};
use std::path::Path;

/// The bytes of a file; an error of the kind [`ErrorKind::FileTooLarge`] where it has more than `most`.
pub(crate) fn read(path: &Path, most: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(Error::new(ErrorKind::FileTooLarge, format!("it has more than {most} bytes")));
    }
    Ok(bytes)
}

/// The same as text in UTF-8, without a mark of it at the beginning.
pub(crate) fn read_text(path: &Path, most: u64) -> Result<String> {
    let text = String::from_utf8(read(path, most)?).map_err(|error| {
        let line = 1 + error
            .as_bytes()
            .iter()
            .take(error.utf8_error().valid_up_to())
            .filter(|b| **b == b'\n')
            .count();
        Error::new(ErrorKind::InvalidData, format!("line {line} is not UTF-8"))
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_large_or_no_text_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "\u{feff}two\nlines").unwrap();
        assert_eq!(read_text(&file, 100).unwrap(), "two\nlines");
        assert_eq!(read(&file, 5).unwrap_err().kind(), ErrorKind::FileTooLarge);
        assert_eq!(read(Path::new("/dev/zero"), 1000).unwrap_err().kind(), ErrorKind::FileTooLarge);
        std::fs::write(&file, b"two\nlin\xffes").unwrap();
        assert!(read_text(&file, 100).unwrap_err().to_string().contains("line 2"));
    }
}
