//! Which words does the template itself say, in each language?

/// A language in which a CV can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// Lao.
    Lo,
    /// English.
    En,
    /// Vietnamese.
    Vi,
}

impl Locale {
    /// The tag of the language, as a PDF declares it.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::Lo => "lo",
            Self::En => "en",
            Self::Vi => "vi",
        }
    }

    pub(crate) const fn words(self) -> &'static Words {
        match self {
            Self::Lo => &LAO,
            Self::En => &ENGLISH,
            Self::Vi => &VIETNAMESE,
        }
    }
}

/// A word of each is needed in every language, which the compiler sees to.
pub(crate) struct Words {
    pub(crate) cv: &'static str,
    pub(crate) about: &'static str,
    pub(crate) wishes: &'static str,
    pub(crate) work: &'static str,
    pub(crate) places: &'static str,
    pub(crate) pay: &'static str,
    pub(crate) terms: &'static str,
    pub(crate) from: &'static str,
    pub(crate) experience: &'static str,
    pub(crate) today: &'static str,

    pub(crate) until: &'static str,
    pub(crate) qualifications: &'static str,
    pub(crate) skills: &'static str,
    pub(crate) skill: &'static str,
    pub(crate) level: &'static str,
    pub(crate) evidence: &'static str,
    pub(crate) languages: &'static str,
    pub(crate) language: &'static str,
    pub(crate) test: &'static str,
    pub(crate) licences: &'static str,
    pub(crate) number: &'static str,
    pub(crate) valid_until: &'static str,
    pub(crate) confirmed: &'static str,
    pub(crate) self_stated: &'static str,
    pub(crate) note: &'static str,
    pub(crate) printed: &'static str,
    pub(crate) page: &'static str,
}

const LAO: Words = Words {
    cv: "ຊີວະປະຫວັດຫຍໍ້",
    about: "ກ່ຽວກັບຂ້າພະເຈົ້າ",
    wishes: "ວຽກທີ່ຕ້ອງການ",
    work: "ອາຊີບ",
    places: "ສະຖານທີ່",
    pay: "ຄ່າແຮງງານ",
    terms: "ເງື່ອນໄຂ",
    from: "ເລີ່ມວຽກໄດ້ແຕ່",
    experience: "ປະສົບການເຮັດວຽກ",
    today: "ປັດຈຸບັນ",
    until: "ຮອດ",
    qualifications: "ການສຶກສາ ແລະ ການຝຶກອົບຮົມ",
    skills: "ທັກສະ",
    skill: "ທັກສະ",
    level: "ລະດັບ",
    evidence: "ຫຼັກຖານ",
    languages: "ພາສາ",
    language: "ພາສາ",
    test: "ການສອບເສັງ",
    licences: "ໃບອະນຸຍາດ",
    number: "ເລກທີ",
    valid_until: "ໃຊ້ໄດ້ຮອດ",
    confirmed: "ຢັ້ງຢືນແລ້ວ",
    self_stated: "ເຈົ້າຕົວແຈ້ງເອງ",
    note: "ຂໍ້ມູນທັງໝົດນີ້ເຈົ້າຂອງຊີວະປະຫວັດເປັນຜູ້ແຈ້ງເອງ ຍົກເວັ້ນສ່ວນທີ່ໝາຍວ່າ “ຢັ້ງຢືນແລ້ວ”.",
    printed: "ພິມວັນທີ",
    page: "ໜ້າ",
};

const ENGLISH: Words = Words {
    cv: "Curriculum vitae",
    about: "About me",
    wishes: "Work I am looking for",
    work: "Occupation",
    places: "Place",
    pay: "Pay",
    terms: "Terms",
    from: "Can start from",
    experience: "Work experience",
    today: "present",
    until: "until",
    qualifications: "Education and training",
    skills: "Skills",
    skill: "Skill",
    level: "Level",
    evidence: "Shown by",
    languages: "Languages",
    language: "Language",
    test: "Test",
    licences: "Licences",
    number: "No.",
    valid_until: "valid until",
    confirmed: "Confirmed",
    self_stated: "self-stated",
    note: "Everything here is stated by the person themselves, unless it is marked “Confirmed”.",
    printed: "Printed on",
    page: "Page",
};

const VIETNAMESE: Words = Words {
    cv: "Sơ yếu lý lịch",
    about: "Giới thiệu bản thân",
    wishes: "Công việc mong muốn",
    work: "Nghề nghiệp",
    places: "Nơi làm việc",
    pay: "Mức lương",
    terms: "Điều kiện",
    from: "Có thể bắt đầu từ",
    experience: "Kinh nghiệm làm việc",
    today: "nay",
    until: "đến",
    qualifications: "Học vấn và đào tạo",
    skills: "Kỹ năng",
    skill: "Kỹ năng",
    level: "Trình độ",
    evidence: "Minh chứng",
    languages: "Ngôn ngữ",
    language: "Ngôn ngữ",
    test: "Kỳ thi",
    licences: "Giấy phép",
    number: "Số",
    valid_until: "có giá trị đến",
    confirmed: "Đã xác nhận",
    self_stated: "tự khai",
    note: "Mọi thông tin ở đây do chính người lao động tự khai, trừ những phần được ghi “Đã xác nhận”.",
    printed: "In ngày",
    page: "Trang",
};
