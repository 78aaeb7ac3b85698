//! Words that people write: English with a long tail, and Lao without spaces.

use super::draw::{Draw, Zipf};
use super::labels;

const TAIL: usize = 30_000;
const FILLER: &str = "experience work team responsible years company good skills customer project service quality \
    management daily support production training safety machine equipment report office sales construction \
    maintenance system design factory worker hotel kitchen school nurse driver warehouse delivery manager \
    cleaning planning reading learning salary contract hours shift night weekend family honest careful fast \
    ready travel province village capital Thailand Vietnam Japan Korea language written spoken certificate \
    diploma bachelor university college course degree young strong healthy able willing looking position";
const LAO: &str = "ວຽກ ງານ ຊ່າງ ໄຟຟ້າ ບໍລິສັດ ໂຮງງານ ປະສົບການ ສອງ ປີ ເຮັດ ຢູ່ ແຂວງ ເມືອງ ບ້ານ ຂັບ ລົດ ກໍ່ສ້າງ ພະນັກງານ \
    ບັນຊີ ໂຮງແຮມ ອາຫານ ຄົວ ສອນ ນັກຮຽນ ພາສາ ລາວ ອັງກິດ ຈີນ ໄທ ຂາຍ ສິນຄ້າ ຕະຫຼາດ ລູກຄ້າ ບໍລິການ ດີ ດ່ວນ ເງິນເດືອນ ສູງ \
    ຕ້ອງການ ຮັບ ສະໝັກ ມີ ຄວາມຮູ້ ຄອມພິວເຕີ ສ້ອມແປງ ເຄື່ອງ ຈັກ ເຫຼັກ ໄມ້ ນ້ຳ ກະສິກຳ ປູກ ເຂົ້າ ຕັດຫຍິບ ເສື້ອຜ້າ ໝໍ ພະຍາບານ";
const HEAD: &str = "b c d f g h j k l m n p r s t v w z br ch dr fl gr kl pl sh st tr";
const HEART: &str = "a e i o u ai ea ou";
const FOOT: &str = "n r l s t m k nd st ng ck th";
const ENDS: [&str; 6] = ["", "ing", "er", "s", "ed", "ion"];

pub(crate) struct Words {
    filler: Vec<&'static str>,
    lao: Vec<&'static str>,
    tail: Vec<String>,
    common: Zipf,
    lao_ranks: Zipf,
    rare: Zipf,
}

impl Words {
    pub(crate) fn new() -> Self {
        let list = |words: &'static str| words.split_whitespace().collect::<Vec<_>>();
        let (head, heart, foot) = (list(HEAD), list(HEART), list(FOOT));
        let mut draw = Draw::new(7, 7);
        let pick = |from: &[&'static str], draw: &mut Draw| from[draw.below(from.len())];
        let mut tail: Vec<String> = (0..TAIL * 2)
            .map(|_| {
                let syllables = 1 + draw.below(3);
                let mut word: String = (0..syllables)
                    .map(|_| {
                        [pick(&head, &mut draw), pick(&heart, &mut draw), pick(&foot, &mut draw)].concat()
                    })
                    .collect();
                word.push_str(ENDS[draw.below(ENDS.len())]);
                word
            })
            .collect();
        let mut seen = std::collections::HashSet::new();
        tail.retain(|word| word.len() > 2 && seen.insert(word.clone()));
        tail.truncate(TAIL);
        let (filler, lao) = (list(FILLER), list(LAO));
        let rare = Zipf::new(tail.len(), 1.0);
        Self {
            common: Zipf::new(filler.len(), 0.5),
            lao_ranks: Zipf::new(lao.len(), 0.5),
            filler,
            lao,
            tail,
            rare,
        }
    }

    /// About 590 bytes.
    pub(crate) fn body(&self, draw: &mut Draw, skills: &[u32]) -> String {
        let mut text = String::new();
        for skill in skills {
            text.push_str(&labels::skill(*skill));
            text.push_str(", ");
        }
        for place in 0..26 {
            let word = if draw.chance(25) {
                self.filler[self.common.pick(draw)]
            } else {
                &self.tail[self.rare.pick(draw)]
            };
            text.push_str(word);
            text.push_str(if place % 9 == 8 { ". " } else { " " });
        }
        for _ in 0..2 {
            for _ in 0..6 {
                text.push_str(self.lao[self.lao_ranks.pick(draw)]);
            }
            text.push(' ');
        }
        text
    }

    /// Two words of a text that the text has spaces around.
    pub(crate) fn two_spaced(body: &str, draw: &mut Draw) -> [String; 2] {
        let words: Vec<&str> = body
            .split([' ', ',', '.'])
            .filter(|word| word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
            .collect();
        [(); 2].map(|()| words[draw.below(words.len())].to_owned())
    }

    /// A Lao word of a text.
    pub(crate) fn one_unspaced(&self, body: &str, draw: &mut Draw) -> String {
        let held: Vec<&&str> = self.lao.iter().filter(|word| body.contains(**word)).collect();
        (*held[draw.below(held.len())]).to_owned()
    }
}
