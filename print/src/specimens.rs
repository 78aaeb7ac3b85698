//! A CV as a person might have it, for tests and for whoever wants to look at one.

use crate::cv::{
    Confirmed, Contacts, Cv, Experience, Language, LanguageTest, Licence, Qualification, Skill, When, Wishes,
};
use chrono::NaiveDate;

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn by(whom: &str) -> Confirmed {
    Confirmed::By(whom.to_owned())
}

/// One of two texts.
struct Say {
    lao: bool,
}

impl Say {
    fn it(&self, in_lao: &str, in_english: &str) -> String {
        if self.lao { in_lao } else { in_english }.to_owned()
    }
}

/// A welder, in Lao or in English, with `jobs` jobs.
pub(crate) fn welder(lao: bool, jobs: usize) -> Cv {
    let say = Say { lao };
    Cv {
        name: say.it("ນາງ ຄຳຫຼ້າ ສີສຸພັນທອງ", "Khamla Sisouphanthong"),
        headline: say.it("ຊ່າງເຊື່ອມ MIG/TIG ມີປະສົບການ 5 ປີ", "MIG/TIG welder with five years of experience"),
        district: say.it("ເມືອງໄຊທານີ, ນະຄອນຫຼວງວຽງຈັນ", "Xaythany, Vientiane Capital"),
        contacts: Some(Contacts {
            phone: "020 5555 1234".to_owned(),
            email: "khamla@example.com".to_owned(),
        }),
        about: say.it(
            "ຂ້າພະເຈົ້າເຮັດວຽກເຊື່ອມໂລຫະມາແຕ່ປີ 2019. ມັກວຽກທີ່ຕ້ອງການຄວາມລະອຽດ ແລະ ຢາກຮຽນຮູ້ເຕັກນິກໃໝ່.",
            "I have welded since 2019. I like exact work and want to learn new techniques.",
        ),
        wishes: wishes(&say),
        experience: (0..jobs).map(|number| job(&say, number)).collect(),
        qualifications: vec![Qualification {
            title: say.it("ຊັ້ນກາງວິຊາຊີບ ສາຂາເຊື່ອມໂລຫະ", "Vocational diploma in welding"),
            school: say.it("ວິທະຍາໄລເຕັກນິກ ປາກປ່າສັກ", "Pakpasak Technical College"),
            when: Some(When::Year(2019)),
            confirmed: by(&say.it("ໃບຢັ້ງຢືນ VT-2019-0042", "certificate VT-2019-0042")),
        }],
        skills: skills(&say),
        languages: languages(&say),
        licences: vec![Licence {
            name: say.it("ໃບຂັບຂີ່ ປະເພດ B", "Driving licence, class B"),
            number: "0123456".to_owned(),
            valid_until: Some(When::Day(day(2028, 4, 30))),
            confirmed: Confirmed::SelfStated,
        }],
        printed_on: day(2026, 11, 29),
    }
}

fn wishes(say: &Say) -> Wishes {
    Wishes {
        work: say.it("ຊ່າງເຊື່ອມ, ຊ່າງທໍ່", "Welder, pipe fitter"),
        places: say.it("ນະຄອນຫຼວງວຽງຈັນ, ສ. ເກົາຫຼີ", "Vientiane Capital, Republic of Korea"),
        pay: say.it("ແຕ່ 6.000.000 ກີບຕໍ່ເດືອນ", "from 6,000,000 kip a month"),
        terms: say.it("ເຕັມເວລາ", "full time"),
        from: Some(When::Day(day(2027, 1, 15))),
    }
}

/// The job before so many others; the second is confirmed.
fn job(say: &Say, number: usize) -> Experience {
    let year = 2021 - i32::try_from(number).unwrap();
    Experience {
        title: say.it("ຊ່າງເຊື່ອມໂລຫະ", "Welder"),
        employer: say.it("ບໍລິສັດ ຄຳຫຼ້າ ກໍ່ສ້າງ ຈຳກັດ, ເມືອງໄຊທານີ", "Khamla Construction Co., Ltd, Xaythany"),
        from: Some(When::Month(day(year, 3, 1))),
        until: (number > 0).then(|| When::Month(day(year + 1, 2, 1))),
        tasks: say.it(
            "ເຊື່ອມໂຄງສ້າງເຫຼັກ ແລະ ທໍ່ນໍ້າຕາມແບບ, ກວດຄຸນນະພາບຮອຍເຊື່ອມ, ນຳພາທີມງານ 4 ຄົນ ແລະ \
             ສອນຜູ້ໃຫຍ່ທີ່ມາຝຶກງານໃໝ່ໃຫ້ເຮັດວຽກຢ່າງປອດໄພ.\n\nຮັບຜິດຊອບເຄື່ອງເຊື່ອມ MIG/MAG ເກົ້າໜ່ວຍ.",
            "Welded steel frames and water pipes from drawings, checked seams, led a team of four and taught \
             newcomers to work safely.\n\nLooked after nine MIG/MAG machines.",
        ),
        confirmed: match number {
            1 => by(&say.it("ໂດຍນາຍຈ້າງ, 04/03/2023", "by the employer, 04/03/2023")),
            _ => Confirmed::SelfStated,
        },
    }
}

fn skills(say: &Say) -> Vec<Skill> {
    let skill =
        |name: String, level: String, evidence: String, confirmed| Skill { name, level, evidence, confirmed };
    let good = say.it("ດີ", "good");
    vec![
        skill(
            "MIG/MAG".to_owned(),
            say.it("ຊຳນານ", "advanced"),
            say.it("ໃຊ້ທຸກວັນ 5 ປີ", "used daily for five years"),
            by(&say.it("ການທົດສອບ, 12/05/2025", "test of 12/05/2025")),
        ),
        skill(say.it("ອ່ານແບບກໍ່ສ້າງ", "Reading drawings"), good.clone(), String::new(), Confirmed::SelfStated),
        skill(
            say.it("ຄວາມປອດໄພໃນການເຮັດວຽກ", "Safety at work"),
            good,
            say.it("ນຳພາທີມງານ", "led a team"),
            Confirmed::SelfStated,
        ),
    ]
}

fn languages(say: &Say) -> Vec<Language> {
    vec![
        Language {
            name: say.it("ລາວ", "Lao"),
            level: say.it("ພາສາແມ່", "first language"),
            test: None,
            confirmed: Confirmed::SelfStated,
        },
        Language {
            name: say.it("ເກົາຫຼີ", "Korean"),
            level: say.it("ພື້ນຖານ", "basic"),
            test: Some(LanguageTest {
                name: "EPS-TOPIK".to_owned(),
                score: "142/200".to_owned(),
                taken: Some(When::Day(day(2025, 5, 12))),
            }),
            confirmed: by(""),
        },
    ]
}
