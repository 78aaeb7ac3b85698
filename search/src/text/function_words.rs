//! Words that carry a query's grammar, not its content.

use super::{fold, is_grammar, plain, stem, words};

const ENGLISH: &str = " and or in at for of the a an to with near from as on by i job jobs work works vacancy vacancies \
    hiring wanted looking find need position positions ";
const VIETNAMESE: &str = " và va hoặc hoac ở tại tai trong cho của cua là việc viec làm lam tìm cần tuyển tuyen dụng \
    dung người không ";
const LAO: &str = " ແລະ ຫຼື ຢູ່ ໃນ ທີ່ ຂອງ ວຽກ ງານ ວຽກງານ ຊອກ ຫາ ຊອກຫາ ຮັບ ສະໝັກ ຮັບສະໝັກ ຕ້ອງການ ແຖວ ໃກ້ ເຮັດ ເຮັດວຽກ \
    ຂ້ອຍ ເປັນ ທີ່ມີ ";
const THAI: &str = " และ หรือ ที่ ใน อยู่ ของ งาน หางาน หา สมัคร รับ รับสมัคร ต้องการ ใกล้ ทำ ทำงาน เป็น ";
const PLACE: &str = " province district city town village capital tỉnh tinh thành thanh phố pho huyện huyen tp ແຂວງ ເມືອງ \
    ນະຄອນ ນະຄອນຫຼວງ ບ້ານ จังหวัด อำเภอ เมือง ";

fn lists(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word) && !word.is_empty()
}

/// Whether a folded word says nothing about what is sought.
pub(crate) fn is_function_word(word: &str) -> bool {
    [ENGLISH, VIETNAMESE, LAO, THAI].iter().any(|list| lists(list, word))
}

/// Whether a folded word names the kind of a place, and says nothing beside the place itself.
pub(crate) fn is_place_word(word: &str) -> bool {
    lists(PLACE, word)
}

/// Whether all words of a text carry grammar and none says what is sought: *the*, *ຢູ່ໃນ*.
///
/// ```
/// assert!(search::says_nothing("in the") && !search::says_nothing("in the kitchen"));
/// ```
pub fn says_nothing(text: &str) -> bool {
    let folded = fold(text);
    words(&folded).iter().all(|word| {
        let word = word.of(&folded);
        is_function_word(word) || is_grammar(&stem(&plain(word)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_normal_form() {
        for list in [ENGLISH, VIETNAMESE, LAO, THAI, PLACE] {
            assert_eq!(fold(list), list.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
}
