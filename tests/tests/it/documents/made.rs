//! Files made by hand: packages of Word, and PDFs object by object.

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const BODY: &str = "word/document.xml";

/// A package of parts.
pub(crate) fn package<'a>(parts: impl IntoIterator<Item = (&'a str, Vec<u8>)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A DOCX with these letters in its one paragraph.
pub(super) fn docx(text: &str) -> Vec<u8> {
    package([("[Content_Types].xml", b"<Types/>".to_vec()), (BODY, body(text))])
}

/// The body of it.
pub(crate) fn body(text: &str) -> Vec<u8> {
    let xml = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let paragraph = format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    format!("<w:document xmlns:w=\"{xml}\"><w:body>{paragraph}</w:body></w:document>").into_bytes()
}

/// A PDF of numbered objects, from 1, the first of which is its catalogue; `more` goes into the trailer.
pub(super) fn pdf(objects: &[Vec<u8>], more: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", number + 1).into_bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let size = objects.len() + 1;
    file.extend(
        format!("trailer\n<</Size {size} /Root 1 0 R {more}>>\nstartxref\n{table}\n%%EOF\n").into_bytes(),
    );
    file
}

/// An object that is a stream.
pub(super) fn stream(dict: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<<{dict} /Length {}>>\nstream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

/// Catalogue, pages, and one page whose content is object 4 and whose resources are `resources`.
pub(super) fn page(resources: &str) -> Vec<Vec<u8>> {
    let page = format!(
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<{resources}>>>>"
    );
    vec![
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>".to_vec(),
        page.into_bytes(),
    ]
}

/// A font that every reader has.
pub(super) const HELVETICA: &str = "/Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>";

/// A PDF that says `text` in Helvetica.
pub(super) fn plain_pdf(text: &str) -> Vec<u8> {
    let mut objects = page(HELVETICA);
    objects.push(stream("", format!("BT /F 12 Tf 50 700 Td ({text}) Tj ET").as_bytes()));
    pdf(&objects, "")
}

/// So many megabytes of spaces as a stream of PDF packs them: one block, again and again.
pub(super) fn deflated_spaces(megabytes: usize) -> Vec<u8> {
    let mut packer = flate2::Compress::new(flate2::Compression::best(), false);
    let mut block = Vec::with_capacity(64 * 1024);
    packer.compress_vec(&vec![b' '; 1 << 20], &mut block, flate2::FlushCompress::Full).unwrap();
    // The head of zlib, the blocks, and an empty last one.
    [b"\x78\xda".to_vec(), block.repeat(megabytes), b"\x03\0".to_vec()].concat()
}
