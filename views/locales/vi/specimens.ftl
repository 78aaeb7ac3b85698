specimen-design = Hệ thống thiết kế
specimen-type = Kiểu chữ
specimen-colours = Màu sắc
specimen-forms = Biểu mẫu
specimen-tags = Thẻ và ghi chú
specimen-reasons = Lý do và điểm còn thiếu
specimen-fits = Vì sao phù hợp
specimen-missing = Còn thiếu gì
