//! Labels of a country's concepts in three languages.

use search::{Concept, Label, Language, Lexicon, OccupationKey, Parent, PlaceKey, SkillKey};

use super::{DISTRICTS, GROUP, OCCUPATIONS, PROVINCES, SKILLS};

const DEEDS: [&str; 20] = [
    "welding",
    "cooking",
    "driving",
    "teaching",
    "nursing",
    "cleaning",
    "selling",
    "repairing",
    "planting",
    "sewing",
    "painting",
    "printing",
    "guarding",
    "mining",
    "fishing",
    "baking",
    "packing",
    "counting",
    "testing",
    "designing",
];
const THINGS: [&str; 22] = [
    "metal", "rice", "truck", "school", "hospital", "hotel", "market", "engine", "forest", "garment", "wall",
    "book", "bank", "copper", "river", "bread", "parcel", "stock", "software", "bridge", "solar", "dairy",
];
const HEADS: [&str; 28] = [
    "b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "br", "ch",
    "dr", "fl", "gr", "kl", "pl", "sh", "st", "tr",
];
const HEARTS: [&str; 8] = ["avi", "emo", "ila", "oru", "uno", "aida", "eabo", "oumi"];
const FEET: [&str; 11] = ["n", "r", "l", "s", "t", "m", "k", "nd", "st", "ng", "ck"];
const LAO: [&str; 22] = [
    "ເຫຼັກ",
    "ເຂົ້າ",
    "ລົດ",
    "ໂຮງຮຽນ",
    "ໂຮງໝໍ",
    "ໂຮງແຮມ",
    "ຕະຫຼາດ",
    "ເຄື່ອງຈັກ",
    "ປ່າໄມ້",
    "ເສື້ອຜ້າ",
    "ຝາ",
    "ປຶ້ມ",
    "ທະນາຄານ",
    "ທອງ",
    "ແມ່ນ້ຳ",
    "ເຂົ້າຈີ່",
    "ພັດສະດຸ",
    "ສາງ",
    "ໂປຣແກຣມ",
    "ຂົວ",
    "ແສງຕາເວັນ",
    "ນົມ",
];
const LAO_DEEDS: [&str; 20] = [
    "ເຊື່ອມ",
    "ຄົວ",
    "ຂັບ",
    "ສອນ",
    "ພະຍາບານ",
    "ອະນາໄມ",
    "ຂາຍ",
    "ສ້ອມແປງ",
    "ປູກ",
    "ຫຍິບ",
    "ທາສີ",
    "ພິມ",
    "ຍາມ",
    "ຂຸດຄົ້ນ",
    "ຫາປາ",
    "ອົບ",
    "ຫໍ່",
    "ນັບ",
    "ທົດສອບ",
    "ອອກແບບ",
];
const TOWNS: [&str; PROVINCES] = [
    "Vientiane",
    "Savannakhet",
    "Champasak",
    "Luangprabang",
    "Khammouane",
    "Oudomxay",
    "Saravane",
    "Xayabury",
    "Bolikhamxay",
    "Houaphan",
    "Xiengkhouang",
    "Luangnamtha",
    "Bokeo",
    "Phongsaly",
    "Attapeu",
    "Sekong",
    "Xaysomboun",
    "Borikhane",
];

/// A name of an occupation: 0 English, 1 Lao, 2 Vietnamese.
pub(crate) fn occupation(number: u32, language: usize) -> String {
    let (deed, thing) = (number as usize % 20, number as usize / 20 % 22);
    match language {
        0 => format!("{} {} worker", THINGS[thing], DEEDS[deed]),
        1 => format!("ຊ່າງ{}{}", LAO_DEEDS[deed], LAO[thing]),
        _ => format!("thợ {}{} việc {}{}", DEEDS[deed], "ề", THINGS[thing], "ạ"),
    }
}

/// A name of a skill.
pub(crate) fn skill(number: u32) -> String {
    let word = |number: usize| [HEADS[number % 28], HEARTS[number / 28 % 8], FEET[number % 11]].concat();
    let number = number as usize;
    format!("{} {}", word(number % 211), word(number * 7 % 223))
}

/// A name of a province.
pub(crate) fn province(number: u32) -> String {
    TOWNS[number as usize % PROVINCES].to_owned()
}

/// All labels with their trees.
pub(crate) fn lexicon() -> Lexicon {
    let label = |concept, text, language| Label { concept, text, language, preferred: true, shared: false };
    let mut labels = Vec::new();
    let mut parents = Vec::new();
    for number in 0..OCCUPATIONS as u32 {
        let concept = Concept::Occupation(OccupationKey(1_000 + number));
        let group = Concept::Occupation(OccupationKey(100 + number / GROUP));
        parents.push(Parent { concept, parent: group });
        for (at, language) in [Language::English, Language::Lao, Language::Vietnamese].into_iter().enumerate()
        {
            labels.push(label(concept, occupation(number, at), language));
        }
    }
    for number in 0..SKILLS as u32 {
        labels.push(label(Concept::Skill(SkillKey(number)), skill(number), Language::English));
    }
    for number in 0..PROVINCES as u32 {
        let concept = Concept::Place(PlaceKey(10 + number));
        parents.push(Parent { concept, parent: Concept::Place(PlaceKey(1)) });
        labels.push(label(concept, province(number), Language::English));
        for district in 0..DISTRICTS {
            let below = Concept::Place(PlaceKey(1_000 + number * DISTRICTS + district));
            parents.push(Parent { concept: below, parent: concept });
            labels.push(label(below, format!("{} district {district}", province(number)), Language::English));
        }
    }
    Lexicon::build(labels, parents)
}
