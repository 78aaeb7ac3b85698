rules-title = ກົດລະບຽບແຮງງານ
rules-lead = ກົດໝາຍບອກແນວໃດ, ແຕ່ມື້ໃດ, ມາຈາກໃສ. ລະບົບກວດປະກາດວຽກ ແລະ ການສົ່ງຄົນໄປເຮັດວຽກ ຕາມກົດລະບຽບເຫຼົ່ານີ້.
rules-on = ກົດລະບຽບໃນວັນທີ
rules-on-hint = ວັນ/ເດືອນ/ປີ, ຕົວຢ່າງ 01/10/2024. ເລືອກມື້ກ່ອນ ຫຼື ມື້ຕໍ່ໜ້າກໍໄດ້.
rules-on-problem = ຂຽນວັນ/ເດືອນ/ປີ ໃຫ້ຖືກ. ຕອນນີ້ສະແດງກົດລະບຽບຂອງມື້ນີ້.
rules-on-show = ສະແດງ
rules-of-day = ໃນວັນທີ { $day }
rules-topics = ເລືອກເລື່ອງ
rules-other-topics = ເລື່ອງອື່ນ
rules-not-on-day = ໃນມື້ນັ້ນບໍ່ມີຜົນບັງຄັບ.
rules-since = ມີຜົນແຕ່ { $day }
rules-since-unknown = ບໍ່ຮູ້ວ່າມີຜົນແຕ່ມື້ໃດ
rules-waiting = ກະຊວງຍັງບໍ່ທັນຢືນຢັນ: ລະບົບພຽງແຕ່ເຕືອນ ແລະ ໃຫ້ເຈົ້າໜ້າທີ່ຕັດສິນ.
rules-confirmed = ກະຊວງຢືນຢັນແລ້ວ { $day }
rules-waiting-count = ຍັງລໍຖ້າກະຊວງຢືນຢັນ: { $count } ຂໍ້.
rules-now = ຕອນນີ້
rules-history = ກ່ອນໜ້ານີ້ ແລະ ຕໍ່ໄປ
rules-issued = ອອກວັນທີ { $day }
rules-sources = ແຫຼ່ງຂໍ້ມູນ: { $text }
rules-alternative = ແຫຼ່ງອື່ນບອກວ່າ: { $says } ({ $sources })
rules-sure-high = ແນ່ນອນ: ຈາກຕົວບົດ ຫຼື ຈາກສອງແຫຼ່ງທີ່ກົງກັນ
rules-sure-medium = ຂ້ອນຂ້າງແນ່ນອນ: ຈາກແຫຼ່ງໜຶ່ງທີ່ເຊື່ອຖືໄດ້
rules-sure-low = ຍັງບໍ່ແນ່ນອນ: ແຫຼ່ງຂໍ້ມູນບໍ່ກົງກັນ
rules-effect-refuse = ຖ້າບໍ່ຖືກຕາມນີ້ ລະບົບຈະບໍ່ຮັບ.
rules-effect-review = ຖ້າບໍ່ຖືກຕາມນີ້ ເຈົ້າໜ້າທີ່ຈະກວດ ແລະ ຕັດສິນ.
rules-effect-warn = ຖ້າບໍ່ຖືກຕາມນີ້ ລະບົບຈະເຕືອນ.
rules-effect-inform = ບອກໃຫ້ຮູ້ເທົ່ານັ້ນ.
rules-not-computed = ລະບົບຍັງບໍ່ໄດ້ກວດຂໍ້ນີ້ເອງ.
rules-value-unknown = (ຍັງບໍ່ຮູ້ຈຳນວນ)
rules-instrument = { $title }, ເລກທີ { $number }
rules-step-propose = ສະເໜີ
rules-step-check = ກວດຕາມກົດໝາຍແລ້ວ
rules-step-approve = ອະນຸມັດ
rules-step-schedule = ກຳນົດມື້ມີຜົນ
rules-step-begin = ມີຜົນບັງຄັບ
rules-step-end = ໝົດຜົນບັງຄັບ
rules-step-reject = ບໍ່ຮັບ
rules-step-confirm = ຢືນຢັນ
rules-step-unconfirm = ຖອນການຢືນຢັນ
rules-step-shorten = ສິ້ນສຸດກ່ອນກຳນົດ ຍ້ອນມີສະບັບໃໝ່
rules-topic-working-time = ເວລາເຮັດວຽກ
rules-topic-contract = ສັນຍາແຮງງານ
rules-topic-wage = ຄ່າແຮງງານຂັ້ນຕ່ຳ
rules-topic-equal-treatment = ຄວາມສະເໝີພາບ
rules-topic-age = ອາຍຸ
rules-topic-foreign-workers = ແຮງງານຕ່າງປະເທດໃນລາວ
rules-topic-agencies = ບໍລິສັດຈັດຫາງານ
rules-topic-sending-abroad = ໄປເຮັດວຽກຕ່າງປະເທດ
rules-topic-thailand = ໄທ
rules-topic-korea = ເກົາຫຼີ
rules-topic-japan = ຍີ່ປຸ່ນ
rules-topic-viet-nam = ຫວຽດນາມ
rules-topic-fees = ຄ່າໃຊ້ຈ່າຍໃນການຫາງານ
rules-topic-adverts = ປະກາດວຽກ
rules-topic-complaints = ການຮ້ອງທຸກ
rules-topic-personal-data = ຂໍ້ມູນສ່ວນຕົວ
rules-topic-training = ການຝຶກອົບຮົມ
rules-topic-matching = ການແນະນຳວຽກ ແລະ ຄົນ
rules-topic-support = ຄົນທີ່ຊ່ວຍກ່ອນ
rules-topic-social-security = ປະກັນສັງຄົມ
rules-topic-income-tax = ອາກອນລາຍໄດ້
rules-topic-exchange = ການແລກປ່ຽນຂໍ້ມູນກັບປະເທດອື່ນ
rules-unit-hours = { $count ->
   *[other] { $number } ຊົ່ວໂມງ
}
rules-unit-minutes = { $count ->
   *[other] { $number } ນາທີ
}
rules-unit-days = { $count ->
   *[other] { $number } ມື້
}
rules-unit-months = { $count ->
   *[other] { $number } ເດືອນ
}
rules-unit-years = { $count ->
   *[other] { $number } ປີ
}
rules-unit-points = { $count ->
   *[other] { $number } ຄະແນນ
}
rules-unit-months-of-pay = { $count ->
   *[other] ຄ່າແຮງງານ { $number } ເດືອນ
}
rules-article = { $count ->
   *[other] ມາດຕາ { $numbers }
}
