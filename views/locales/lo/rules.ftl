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
rules-state-proposed = ສະເໜີແລ້ວ, ລໍຖ້າການກວດຕາມກົດໝາຍ
rules-state-legal-check = ກວດຕາມກົດໝາຍແລ້ວ, ລໍຖ້າອະນຸມັດ
rules-state-approved = ອະນຸມັດແລ້ວ, ລໍຖ້າກຳນົດມື້
rules-state-scheduled = ກຳນົດມື້ແລ້ວ
rules-state-in-force = ມີຜົນບັງຄັບ
rules-state-superseded = ໝົດຜົນບັງຄັບ
rules-state-rejected = ບໍ່ຮັບ
rules-done-proposed = ບັນທຶກການສະເໜີແລ້ວ. ຄົນອື່ນຕ້ອງກວດ ແລະ ອະນຸມັດ.
rules-done-decided = ບັນທຶກແລ້ວ.
rules-done-rejected = ບໍ່ຮັບສະບັບນີ້ແລ້ວ.
rules-problem-not-now = ເຮັດບໍ່ໄດ້: ອາດມີຄົນຕັດສິນກ່ອນແລ້ວ. ເບິ່ງສະຖານະຂ້າງລຸ່ມ.
rules-problem-same-hands = ຄົນທີ່ສະເໜີ ຫຼື ກວດແລ້ວ ອະນຸມັດເອງບໍ່ໄດ້: ຕ້ອງເປັນຄົນອື່ນ.
rules-problem-no-reason = ຂຽນເຫດຜົນກ່ອນ.
rules-problem-overlap = ມີສະບັບອື່ນຂອງກົດນີ້ ໃນມື້ດຽວກັນ. ປ່ຽນມື້ ຫຼື ບໍ່ຮັບສະບັບນີ້.
rules-desk-title = ດູແລກົດລະບຽບ
rules-desk-lead = ການປ່ຽນກົດລະບຽບຕ້ອງມີສາມຄົນ: ຄົນສະເໜີ, ຄົນກວດຕາມກົດໝາຍ ແລະ ຄົນອະນຸມັດ.
rules-desk-open = ການສະເໜີທີ່ລໍຖ້າ
rules-desk-open-none = ບໍ່ມີການສະເໜີລໍຖ້າ. ສະເໜີໄດ້ຢູ່ໜ້າຂອງແຕ່ລະກົດ.
rules-desk-unconfirmed = ລໍຖ້າກະຊວງຢືນຢັນ
rules-desk-unconfirmed-lead = ກົດເຫຼົ່ານີ້ຍັງບໍ່ປະຕິເສດຫຍັງເອງ: ລະບົບພຽງແຕ່ເຕືອນ ແລະ ໃຫ້ເຈົ້າໜ້າທີ່ຕັດສິນ.
rules-desk-unconfirmed-none = ຢືນຢັນໝົດແລ້ວ.
rules-desk-versions = ສະບັບຕ່າງໆ
rules-desk-versions-none = ຍັງບໍ່ມີສະບັບໃດ.
rules-desk-public = ໜ້າທີ່ທຸກຄົນເຫັນ
rules-reason = ເຫດຜົນ
rules-propose = ສະເໜີສະບັບໃໝ່
rules-propose-from = ມື້ເລີ່ມມີຜົນ (ວັນ/ເດືອນ/ປີ)
rules-propose-until = ມື້ສຸດທ້າຍ (ວັນ/ເດືອນ/ປີ)
rules-propose-citation = ນິຕິກຳ: ຊື່ ແລະ ເລກທີ
rules-propose-article = ມາດຕາ
rules-propose-issued = ວັນທີອອກ (ວັນ/ເດືອນ/ປີ)
rules-propose-value-hint = ຕອນນີ້: { $now }. ຖ້າມີຫຼາຍຄ່າ ໃຫ້ຂັ້ນດ້ວຍ ;
rules-propose-problem = ອ່ານບໍ່ໄດ້ ຫຼື ຍັງບໍ່ໄດ້ຂຽນ.
rules-propose-problems = ຍັງບໍ່ໄດ້ບັນທຶກ. ແກ້ບ່ອນທີ່ໝາຍໄວ້.
rules-propose-submit = ສະເໜີ
rules-do-check = ກວດແລ້ວ ຖືກຕາມກົດໝາຍ
rules-do-approve = ອະນຸມັດ
rules-do-schedule = ກຳນົດໃຫ້ມີຜົນຕາມມື້
rules-do-reject = ບໍ່ຮັບ
rules-do-confirm = ກະຊວງຢືນຢັນແລ້ວ
rules-do-unconfirm = ຖອນການຢືນຢັນ
home-rules = ກົດລະບຽບທີ່ລໍຖ້າການຕັດສິນ: { $count }
rules-desk-all = ກົດລະບຽບທັງໝົດ
