//! Files that are not what they are called: only their content counts.

use super::made::{body, docx, package, page, pdf, plain_pdf, stream};
use super::{document, text_of};
use server::documents::{Kind, Unreadable, limits};

#[tokio::test]
async fn a_pdf_called_txt_is_a_pdf_and_a_picture_called_pdf_is_a_picture() {
    assert_eq!(text_of(&plain_pdf("Welder")).await.unwrap().kind, Kind::Pdf);
    let picture = [b"\x89PNG\r\n\x1a\n".as_slice(), &[0; 100]].concat();
    assert_eq!(text_of(&picture).await, Err(Unreadable::Picture));
}

#[tokio::test]
async fn each_kind_that_is_no_cv_is_refused_as_what_it_is() {
    for (bytes, refused) in [
        (document("writer.doc"), Unreadable::OldWord),
        (document("writer.rtf"), Unreadable::RichText),
        (document("writer.odt"), Unreadable::OtherOffice),
        (std::fs::read(tests::program()).unwrap()[..10_000].to_vec(), Unreadable::Program),
        (b"<!DOCTYPE html><p>Welder".to_vec(), Unreadable::Markup),
        ([0x01, 0x00, 0x9f, 0x80, 0xfe].repeat(100), Unreadable::Unknown),
        (package([("photos/1.jpg", vec![1])]), Unreadable::Archive),
        (package([("[Content_Types].xml", vec![]), ("xl/workbook.xml", vec![])]), Unreadable::OtherOffice),
        (vec![b' '; limits::MOST_BYTES + 1], Unreadable::TooLarge),
        (Vec::new(), Unreadable::Empty),
        (b" \n\t - ".to_vec(), Unreadable::NoText),
    ] {
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(12)]).into_owned();
        assert_eq!(text_of(&bytes).await, Err(refused), "{start:?}");
    }
}

#[tokio::test]
async fn a_word_document_without_its_body_is_damaged() {
    let without = package([("[Content_Types].xml", b"<Types/>".to_vec()), ("word/styles.xml", body(""))]);
    assert_eq!(text_of(&without).await, Err(Unreadable::Damaged));
    let whole = docx("Welder");
    assert_eq!(text_of(&whole[..whole.len() / 2]).await, Err(Unreadable::Damaged));
    let broken = package([("word/document.xml", b"<w:document><w:body><w:p>".to_vec())]);
    assert_eq!(text_of(&broken).await, Err(Unreadable::Damaged));
}

#[tokio::test]
async fn a_scan_has_no_text() {
    let mut scan = page("/XObject <</I 5 0 R>>");
    scan.push(stream("", b"q 500 0 0 700 40 40 cm /I Do Q"));
    let picture =
        "/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray";
    scan.push(stream(picture, &[0, 255, 255, 0]));
    assert_eq!(text_of(&pdf(&scan, "")).await, Err(Unreadable::NoText));
}

#[tokio::test]
async fn a_pdf_under_a_password_is_told_apart_from_a_damaged_one() {
    let key = "<".to_owned() + &"5a".repeat(32) + ">";
    let encrypt = format!("/Encrypt <</Filter /Standard /V 1 /R 2 /P -4 /O {key} /U {key}>> /ID [<00> <00>]");
    let mut objects = page(super::made::HELVETICA);
    objects.push(stream("", b"BT /F 12 Tf (secret) Tj ET"));
    assert_eq!(text_of(&pdf(&objects, &encrypt)).await, Err(Unreadable::Encrypted));
    assert_eq!(text_of(b"%PDF-1.7\nand then nothing of the kind").await, Err(Unreadable::Damaged));
}

#[tokio::test]
async fn a_pdf_without_the_end_of_its_table_is_read_all_the_same() {
    let whole = plain_pdf("Welder in Vientiane");
    let table = whole.windows(5).rposition(|bytes| bytes == b"xref\n").unwrap();
    let cut = &whole[..table + 12];
    assert_eq!(text_of(cut).await.unwrap().text, "Welder in Vientiane");
}
