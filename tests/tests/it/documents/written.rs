//! Documents that people's own programs wrote.

use super::made::{docx, package, plain_pdf};
use super::{document, text_of};
use server::documents::{Kind, Unreadable, limits};

/// What the page says that each program wrote, apart from its line breaks.
const SAID: [&str; 9] = [
    "ນາງ ຄຳຫຼ້າ ສີສຸພັນ",
    "ຊ່າງເຊື່ອມໂລຫະ ມີປະສົບການ 5 ປີ ຢູ່ນະຄອນຫຼວງວຽງຈັນ. ນໍ້າ, ",
    "ເກົ້າ, ",
    "ຜູ້ໃຫຍ່, ",
    "Welder, 5 years of experience. difficult office file flow",
    "MIG",
    "ດີຫຼາຍ",
    "TIG",
    "ພໍໃຊ້",
];

#[tokio::test]
async fn lao_and_english_come_out_of_pdfs_of_a_browser_and_of_an_office_program() {
    for name in ["chromium.pdf", "writer.pdf"] {
        let read = text_of(&document(name)).await.unwrap();
        println!("{name}: {}", read.text);
        assert_eq!(read.kind, Kind::Pdf);
        for said in SAID {
            assert!(read.text.contains(said), "{name} says {said}: {}", read.text);
        }
    }
}

#[tokio::test]
async fn lao_and_english_come_out_of_a_word_document() {
    let read = text_of(&document("writer.docx")).await.unwrap();
    assert_eq!((read.kind, read.shortened), (Kind::Docx, false));
    for said in SAID {
        assert!(read.text.contains(said), "{said}: {}", read.text);
    }
}

#[tokio::test]
async fn a_text_is_read_in_whichever_encoding_it_was_saved() {
    let little = "\u{feff}ຊ່າງເຊື່ອມ\r\nMIG".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for (bytes, text) in [
        ("ຊ່າງເຊື່ອມ\r\nMIG".as_bytes(), "ຊ່າງເຊື່ອມ\nMIG"),
        (&little, "ຊ່າງເຊື່ອມ\nMIG"),
        (b"caf\xe9 \x80 5", "café € 5"),
    ] {
        assert_eq!(text_of(bytes).await.unwrap().text, text);
    }
}

#[tokio::test]
async fn the_header_of_a_word_document_is_read_first_and_long_text_is_cut() {
    let header = super::made::body("020 5555 1234");
    let long = "ຊ່າງ ".repeat(limits::MOST_TEXT / 4);
    let parts = [("word/document.xml", super::made::body(&long)), ("word/header1.xml", header)];
    let read = text_of(&package(parts)).await.unwrap();
    assert!(read.text.starts_with("020 5555 1234\n"));
    assert!(read.shortened && read.text.len() <= limits::MOST_TEXT);
    assert!(!text_of(&docx("short")).await.unwrap().shortened);
}

#[tokio::test]
async fn what_a_server_cannot_start_is_told_as_its_own_fault() {
    let broken = server::documents::Extractor::of("/nowhere/viak".into());
    assert_eq!(broken.text_of(&plain_pdf("x")).await, Err(Unreadable::Unavailable));
    let silent = server::documents::Extractor::of("/bin/false".into());
    assert_eq!(silent.text_of(&plain_pdf("x")).await, Err(Unreadable::Unavailable));
}

#[tokio::test]
async fn more_files_than_may_wait_are_refused_at_once_and_none_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let slow = folder.path().join("slow");
    std::fs::write(&slow, "#!/bin/sh\ncat > /dev/null\nexit 101\n").unwrap();
    std::fs::set_permissions(&slow, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let reader = server::documents::Extractor::waiting(slow, 1);
    let file = plain_pdf("x");
    // All begin before any is answered: two are read, one waits, one is too many.
    let (a, b, c, d) = tokio::join!(
        reader.text_of(&file),
        reader.text_of(&file),
        reader.text_of(&file),
        reader.text_of(&file)
    );
    assert_eq!([a, b, c].map(Result::unwrap_err), [Unreadable::Damaged; 3]);
    assert_eq!(d, Err(Unreadable::Busy));
    assert_eq!(reader.text_of(&file).await, Err(Unreadable::Damaged), "places are given back");
}
