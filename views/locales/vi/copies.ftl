copies-title = Mọi thông tin được lưu về tôi
copies-lead = Tại đây bạn nhận bản sao mọi thông tin Viak lưu về bạn và tài khoản của bạn.
copies-heading = Bản sao của bạn
copies-kept-out = Không có mật khẩu và mã bí mật, cũng không có thông tin về người khác có liên quan.
copies-file = Tải bản sao (JSON)
copies-file-what = Tệp mà chương trình khác đọc được. Hãy giữ cẩn thận: có tên, điện thoại và công việc của bạn.
