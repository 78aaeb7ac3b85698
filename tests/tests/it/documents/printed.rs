//! A CV that the platform printed is read again by the platform.

use super::text_of;
use chrono::NaiveDate;
use print::{Confirmed, Cv, Locale, Skill};
use server::printing::Press;

fn cv(about: &str) -> Cv {
    let skill = |name: &str, confirmed| Skill {
        name: name.to_owned(),
        level: "ຊຳນານ".to_owned(),
        evidence: "ໃຊ້ທຸກວັນ 5 ປີ".to_owned(),
        confirmed,
    };
    Cv {
        name: "ນາງ ຄຳຫຼ້າ ສີສຸພັນທອງ".to_owned(),
        headline: "ຊ່າງເຊື່ອມ MIG/TIG".to_owned(),
        about: about.to_owned(),
        skills: vec![
            skill("MIG/MAG", Confirmed::By("ໂດຍໂຮງຮຽນ".to_owned())),
            skill("ອ່ານແບບ", Confirmed::SelfStated),
        ],
        printed_on: NaiveDate::from_ymd_opt(2026, 11, 29).unwrap(),
        ..Cv::default()
    }
}

#[tokio::test]
async fn the_lao_of_a_printed_cv_comes_back_letter_by_letter() {
    let about = "ຂ້າພະເຈົ້າມັກວຽກທີ່ຕ້ອງການຄວາມລະອຽດ. ນ້ຳ ເກົ້າ ຜູ້ໃຫຍ່ ຄຳສັ່ງ ຊື່ ຢູ່ \
        Viak & Co. $x$ #read(\"/etc/passwd\")";
    let bytes = Press::default().cv(cv(about), Locale::Lo).await.unwrap();
    let read = text_of(&bytes).await.unwrap().text;
    println!("{read}");
    let one_line = read.replace('\n', " ");
    for said in [
        "ນາງ ຄຳຫຼ້າ ສີສຸພັນທອງ",
        "ຊ່າງເຊື່ອມ MIG/TIG",
        about,
        "MIG/MAG",
        "ຢັ້ງຢືນແລ້ວ: ໂດຍໂຮງຮຽນ",
        "ພິມວັນທີ 29/11/2026",
        "ໜ້າ 1 / 1",
    ] {
        assert!(one_line.contains(said), "{said}: {read}");
    }
}

#[tokio::test]
async fn a_book_is_not_printed() {
    let refused = Press::default().cv(cv(&"ກ".repeat(200_000)), Locale::Lo).await;
    assert!(matches!(refused, Err(server::printing::PressError::Refused(print::PrintError::TooLong))));
}
