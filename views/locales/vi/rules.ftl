rules-title = Quy định lao động
rules-lead = Luật quy định gì, từ khi nào và dựa vào đâu. Viak kiểm tra tin tuyển dụng và việc đưa người đi làm theo các quy định này.
rules-on = Quy định vào ngày
rules-on-hint = Ngày/tháng/năm, ví dụ 01/10/2024. Có thể là ngày trước hoặc sau.
rules-on-problem = Hãy viết ngày/tháng/năm. Dưới đây là quy định của hôm nay.
rules-on-show = Xem
rules-of-day = Vào ngày { $day }
rules-topics = Theo chủ đề
rules-other-topics = Chủ đề khác
rules-not-on-day = Không có hiệu lực vào ngày đó.
rules-since = Có hiệu lực từ { $day }
rules-since-unknown = Chưa rõ có hiệu lực từ khi nào
rules-waiting = Bộ chưa xác nhận: Viak chỉ cảnh báo, cán bộ quyết định.
rules-confirmed = Bộ đã xác nhận ngày { $day }
rules-waiting-count = Còn { $count } quy định chờ Bộ xác nhận.
rules-now = Hiện nay
rules-history = Trước đây và sắp tới
rules-issued = Ban hành ngày { $day }
rules-sources = Nguồn: { $text }
rules-alternative = Nguồn khác nói: { $says } ({ $sources })
rules-sure-high = Chắc chắn: từ văn bản gốc hoặc hai nguồn khớp nhau
rules-sure-medium = Khá chắc: từ một nguồn đáng tin
rules-sure-low = Chưa chắc: các nguồn không khớp
rules-effect-refuse = Không đúng thì không được nhận.
rules-effect-review = Không đúng thì cán bộ xem xét và quyết định.
rules-effect-warn = Không đúng thì Viak cảnh báo.
rules-effect-inform = Chỉ để thông tin.
rules-not-computed = Viak nêu quy định này nhưng chưa tự kiểm tra.
rules-value-unknown = (chưa rõ)
rules-instrument = { $title }, số { $number }
rules-step-propose = Đề xuất
rules-step-check = Đã đối chiếu với luật
rules-step-approve = Phê duyệt
rules-step-schedule = Đã định ngày hiệu lực
rules-step-begin = Có hiệu lực
rules-step-end = Hết hiệu lực
rules-step-reject = Bác bỏ
rules-step-confirm = Xác nhận
rules-step-unconfirm = Rút xác nhận
rules-step-shorten = Kết thúc sớm vì có bản mới
rules-topic-working-time = Thời giờ làm việc
rules-topic-contract = Hợp đồng lao động
rules-topic-wage = Lương tối thiểu
rules-topic-equal-treatment = Đối xử bình đẳng
rules-topic-age = Độ tuổi
rules-topic-foreign-workers = Lao động nước ngoài tại Lào
rules-topic-agencies = Doanh nghiệp dịch vụ việc làm
rules-topic-sending-abroad = Làm việc ở nước ngoài
rules-topic-thailand = Thái Lan
rules-topic-korea = Hàn Quốc
rules-topic-japan = Nhật Bản
rules-topic-viet-nam = Việt Nam
rules-topic-fees = Chi phí tuyển dụng
rules-topic-adverts = Tin tuyển dụng
rules-topic-complaints = Khiếu nại
rules-topic-personal-data = Dữ liệu cá nhân
rules-topic-training = Đào tạo
rules-topic-matching = Giới thiệu việc và người
rules-topic-support = Người được ưu tiên hỗ trợ
rules-topic-social-security = Bảo hiểm xã hội
rules-topic-income-tax = Thuế thu nhập
rules-topic-exchange = Trao đổi với nước khác
rules-unit-hours = { $count ->
   *[other] { $number } giờ
}
rules-unit-minutes = { $count ->
   *[other] { $number } phút
}
rules-unit-days = { $count ->
   *[other] { $number } ngày
}
rules-unit-months = { $count ->
   *[other] { $number } tháng
}
rules-unit-years = { $count ->
   *[other] { $number } năm
}
rules-unit-points = { $count ->
   *[other] { $number } điểm
}
rules-unit-months-of-pay = { $count ->
   *[other] { $number } tháng lương
}
rules-article = { $count ->
   *[other] Điều { $numbers }
}
rules-state-proposed = Đã đề xuất, chờ đối chiếu với luật
rules-state-legal-check = Đã đối chiếu, chờ phê duyệt
rules-state-approved = Đã phê duyệt, chờ định ngày
rules-state-scheduled = Đã định ngày
rules-state-in-force = Đang có hiệu lực
rules-state-superseded = Hết hiệu lực
rules-state-rejected = Bị bác bỏ
rules-done-proposed = Đã ghi đề xuất. Người khác sẽ đối chiếu và phê duyệt.
rules-done-decided = Đã ghi.
rules-done-rejected = Đã bác bỏ bản này.
rules-problem-not-now = Không làm được: có thể người khác đã quyết định trước. Xem trạng thái bên dưới.
rules-problem-same-hands = Người đã đề xuất hoặc đối chiếu không được làm bước này: cần người khác.
rules-problem-no-reason = Hãy viết lý do trước.
rules-problem-overlap = Bản khác của quy định này bắt đầu trong thời gian đó. Hãy đề xuất ngày khác hoặc bác bỏ.
rules-desk-title = Quản lý quy định
rules-desk-lead = Thay đổi quy định cần ba người: người đề xuất, người đối chiếu với luật và người phê duyệt.
rules-desk-open = Đề xuất đang chờ
rules-desk-open-none = Không có. Đề xuất thay đổi tại trang của từng quy định.
rules-desk-unconfirmed = Chờ Bộ xác nhận
rules-desk-unconfirmed-lead = Các quy định này chưa tự bác bỏ gì: Viak chỉ cảnh báo, cán bộ quyết định.
rules-desk-unconfirmed-none = Tất cả đã được xác nhận.
rules-desk-versions = Các bản
rules-desk-versions-none = Chưa có bản nào.
rules-desk-public = Trang mọi người xem
rules-reason = Lý do
rules-propose = Đề xuất bản mới
rules-propose-from = Ngày bắt đầu (ngày/tháng/năm)
rules-propose-until = Ngày cuối (ngày/tháng/năm)
rules-propose-citation = Văn bản: tên và số
rules-propose-article = Điều
rules-propose-issued = Ngày ban hành (ngày/tháng/năm)
rules-propose-value-hint = Hiện nay: { $now }. Nhiều giá trị thì ngăn cách bằng ;
rules-propose-problem = Không đọc được hoặc còn thiếu.
rules-propose-problems = Chưa ghi. Hãy sửa chỗ được đánh dấu.
rules-propose-submit = Đề xuất
rules-do-check = Phù hợp với luật
rules-do-approve = Phê duyệt
rules-do-schedule = Cho có hiệu lực đúng ngày
rules-do-reject = Bác bỏ
rules-do-confirm = Bộ xác nhận
rules-do-unconfirm = Rút xác nhận
home-rules = Quy định chờ quyết định: { $count }
rules-desk-all = Tất cả quy định
