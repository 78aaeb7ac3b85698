//! A small lexicon and documents for it.

use search::{
    Change, Concept, Document, DocumentConcept, DocumentKey, Index, Kind, Label, Language, Lexicon,
    OccupationKey, Parent, PlaceKey, Position, Request, Role, SkillKey,
};

pub(crate) const LAOS: PlaceKey = PlaceKey(1);
pub(crate) const SAVANNAKHET: PlaceKey = PlaceKey(13);
pub(crate) const CAPITAL: PlaceKey = PlaceKey(10);
pub(crate) const VIENTIANE: PlaceKey = PlaceKey(11);
pub(crate) const KAYSONE: PlaceKey = PlaceKey(1301);
pub(crate) const METAL: OccupationKey = OccupationKey(72);
pub(crate) const WELDER: OccupationKey = OccupationKey(7212);
pub(crate) const SMITH: OccupationKey = OccupationKey(7221);
pub(crate) const COOK: OccupationKey = OccupationKey(5120);
pub(crate) const ACCOUNTANT: OccupationKey = OccupationKey(2411);
pub(crate) const DEVELOPER: OccupationKey = OccupationKey(2512);
pub(crate) const SERVICE: OccupationKey = OccupationKey(51);
pub(crate) const WELDING: SkillKey = SkillKey(1);
pub(crate) const ACCOUNTING: SkillKey = SkillKey(2);
pub(crate) const JAVA: SkillKey = SkillKey(3);

const LABELS: &[(Concept, &str, &[&str])] = &[
    (Concept::Occupation(METAL), "en", &["metal and machinery workers"]),
    (Concept::Occupation(WELDER), "en", &["welder", "welders and flame cutters"]),
    (Concept::Occupation(WELDER), "lo", &["ຊ່າງເຊື່ອມ", "ຊ່າງຈອດເຫຼັກ"]),
    (Concept::Occupation(WELDER), "th", &["ช่างเชื่อม"]),
    (Concept::Occupation(WELDER), "vi", &["thợ hàn"]),
    (Concept::Occupation(SMITH), "en", &["blacksmith"]),
    (Concept::Occupation(SMITH), "lo", &["ຊ່າງຕີເຫຼັກ"]),
    (Concept::Occupation(COOK), "en", &["cook", "chef"]),
    (Concept::Occupation(COOK), "lo", &["ພໍ່ຄົວ", "ແມ່ຄົວ"]),
    (Concept::Occupation(COOK), "vi", &["đầu bếp"]),
    (Concept::Occupation(COOK), "th", &["พ่อครัว"]),
    (Concept::Occupation(ACCOUNTANT), "en", &["accountant"]),
    (Concept::Occupation(ACCOUNTANT), "lo", &["ນັກບັນຊີ", "ພະນັກງານບັນຊີ"]),
    (Concept::Occupation(ACCOUNTANT), "vi", &["kế toán"]),
    (Concept::Occupation(ACCOUNTANT), "th", &["พนักงานบัญชี"]),
    (Concept::Skill(WELDING), "en", &["arc welding"]),
    (Concept::Skill(ACCOUNTING), "en", &["accounting"]),
    (Concept::Skill(JAVA), "en", &["Java"]),
    (Concept::Skill(JAVA), "vi", &["Java"]),
    (Concept::Occupation(DEVELOPER), "en", &["Java developer"]),
    (Concept::Place(LAOS), "en", &["Laos"]),
    (Concept::Place(LAOS), "lo", &["ລາວ"]),
    (Concept::Place(SAVANNAKHET), "en", &["Savannakhet"]),
    (Concept::Place(SAVANNAKHET), "lo", &["ສະຫວັນນະເຂດ"]),
    (Concept::Place(SAVANNAKHET), "vi", &["Savannakhet"]),
    (Concept::Place(CAPITAL), "en", &["Vientiane Capital", "Vientiane"]),
    (Concept::Place(CAPITAL), "lo", &["ນະຄອນຫຼວງວຽງຈັນ"]),
    (Concept::Place(VIENTIANE), "en", &["Vientiane Province", "Vientiane"]),
    (Concept::Place(VIENTIANE), "lo", &["ແຂວງວຽງຈັນ"]),
    (Concept::Place(KAYSONE), "en", &["Kaysone Phomvihane"]),
];

pub(crate) fn labels() -> Vec<Label> {
    let mut all = Vec::new();
    for (concept, code, texts) in LABELS {
        for (at, text) in texts.iter().enumerate() {
            let (language, text) = (Language::from_code(code), (*text).to_owned());
            all.push(Label {
                concept: *concept,
                shared: text == "Vientiane",
                text,
                language,
                preferred: at == 0,
            });
        }
    }
    all
}

pub(crate) fn parents() -> Vec<Parent> {
    let occupations = [(WELDER, METAL), (SMITH, METAL), (COOK, SERVICE)];
    let places = [(SAVANNAKHET, LAOS), (CAPITAL, LAOS), (VIENTIANE, LAOS), (KAYSONE, SAVANNAKHET)];
    let occupations = occupations
        .map(|(low, high)| Parent { concept: Concept::Occupation(low), parent: Concept::Occupation(high) });
    let places =
        places.map(|(low, high)| Parent { concept: Concept::Place(low), parent: Concept::Place(high) });
    occupations.into_iter().chain(places).collect()
}

pub(crate) fn lexicon() -> Lexicon {
    Lexicon::build(labels(), parents())
}

/// A document as the server would make it: concepts linked from the text.
pub(crate) fn document(lexicon: &Lexicon, number: u128, title: &str, body: &str) -> Document {
    let mut document = Document::new(DocumentKey(number), title, body, 20_000 + number as i32);
    for (text, role) in [(title, Role::Main), (body, Role::Mentioned)] {
        for mention in lexicon.link(text) {
            document.concepts.push(DocumentConcept { concept: mention.concept, role });
            if let (Concept::Occupation(key), Role::Main) = (mention.concept, role) {
                document.occupation = Some(key);
                document.occupation_group = match key {
                    WELDER | SMITH => Some(METAL),
                    COOK => Some(SERVICE),
                    _ => None,
                };
            }
        }
    }
    document
}

pub(crate) const TEXTS: &[(&str, &str, Option<PlaceKey>)] = &[
    ("Welder", "We need a welder for pipelines, salary good", Some(SAVANNAKHET)),
    ("ຕ້ອງການຊ່າງເຊື່ອມດ່ວນ", "ເຮັດວຽກຢູ່ໂຮງງານເຫຼັກ ມີປະສົບການສອງປີ", Some(SAVANNAKHET)),
    ("Tuyển thợ hàn", "Lương cao, có kinh nghiệm", Some(CAPITAL)),
    ("รับสมัครช่างเชื่อม", "ทำงานที่โรงงาน", Some(SAVANNAKHET)),
    ("Blacksmith wanted", "Forging knives near the welder's shop", Some(VIENTIANE)),
    ("Chef for hotel", "Managing the kitchen, Lao and Thai dishes", Some(CAPITAL)),
    ("ພະນັກງານບັນຊີ", "ບໍລິສັດຢູ່ນະຄອນຫຼວງວຽງຈັນ", Some(CAPITAL)),
    ("Kế toán trưởng", "Accounting with Excel and MISA", None),
    ("Java developer", "Spring, Kafka; managers welcome", None),
];

pub(crate) fn documents(lexicon: &Lexicon) -> Vec<Document> {
    let mut all = Vec::new();
    for (number, (title, body, province)) in TEXTS.iter().enumerate() {
        let mut document = document(lexicon, number as u128 + 1, title, body);
        document.province = *province;
        document.country = province.map(|_| LAOS);
        document.district = (*province == Some(SAVANNAKHET)).then_some(KAYSONE);
        document.wage = (number % 3 != 0).then_some(number as u64 * 1_700_000);
        document.contract = (number % 4 != 0).then_some(number as u32 % 2);
        document.abroad = [None, Some(true), Some(false)][number % 3];
        document.position = province
            .map(|place| Position { lat: 10.0 + place.0 as f32 / 2.0, lon: 100.0 + number as f32 / 10.0 });
        all.push(document);
    }
    all
}

pub(crate) struct World {
    pub(crate) lexicon: Lexicon,
    pub(crate) index: Index,
    pub(crate) folder: tempfile::TempDir,
}

impl World {
    pub(crate) fn of(documents: Vec<Document>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let index = Index::open(folder.path(), Kind::Vacancies).unwrap();
        let lexicon = lexicon();
        let changes = documents.into_iter().map(|document| Change::Put(Box::new(document))).collect();
        index.apply(&lexicon, changes, 1).unwrap();
        Self { lexicon, index, folder }
    }

    pub(crate) fn usual() -> Self {
        Self::of(documents(&lexicon()))
    }

    pub(crate) fn ask(&self, request: &Request) -> search::Results {
        self.index.search(&self.lexicon, request).unwrap()
    }

    /// Keys of the hits of a text.
    pub(crate) fn keys(&self, text: &str) -> Vec<u128> {
        let results = self.ask(&query(text));
        results.hits.iter().map(|hit| hit.key.0).collect()
    }
}

pub(crate) fn query(text: &str) -> Request {
    Request { text: text.to_owned(), today: 20_010, ..Request::default() }
}
