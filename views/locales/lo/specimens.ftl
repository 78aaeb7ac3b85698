specimen-design = ລະບົບການອອກແບບ
specimen-type = ຕົວອັກສອນ
specimen-colours = ສີ
specimen-forms = ແບບຟອມ
specimen-tags = ປ້າຍ ແລະ ໝາຍເຫດ
specimen-reasons = ເຫດຜົນ ແລະ ສິ່ງທີ່ຂາດ
specimen-fits = ເໝາະສົມຍ້ອນຫຍັງ
specimen-missing = ຍັງຂາດຫຍັງ
