// One sentence for each way in which a request of the office can fail: what happened, and what to do.

const vi = {
  noConnection: 'Không kết nối được máy chủ. Chưa có gì thay đổi; kiểm tra mạng rồi thử lại.',
  signed_out: 'Phiên làm việc đã hết. Hãy đăng nhập lại.',
  bad_credentials: 'Tên đăng nhập hoặc mật khẩu không đúng.',
  too_many_requests: 'Đã thử quá nhiều lần. Hãy đợi một lúc rồi thử lại.',
  forbidden: 'Quyền của anh/chị không bao gồm việc này. Chưa có gì thay đổi.',
  not_found: 'Không tìm thấy, hoặc không thuộc địa bàn của anh/chị.',
  conflict:
    'Người khác vừa thay đổi nội dung này. Quyết định của anh/chị chưa được ghi; hãy xem lại bản mới rồi quyết định.',
  already_decided: 'Việc này đã được quyết định trước đó. Quyết định của anh/chị chưa được ghi.',
  weak_password: 'Mật khẩu chưa đủ mạnh.',
  username_taken: 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
  wrong_check: 'Bốn chữ số không khớp với máy đang yêu cầu. Hãy hỏi lại người đang cầm máy.',
  invalid_request: 'Có ô chưa đúng. Kiểm tra lại rồi gửi.',
  too_large: 'Tệp quá lớn nên máy chủ không nhận.',
  bad_file: 'Tệp bị hỏng hoặc không phải tệp gửi của Tận Nhà. Chưa có gì được ghi.',
  bad_escrow: 'Tệp này thuộc về một máy chủ khác nên không mở được. Chưa có gì được ghi.',
  storage_full: 'Máy chủ hết chỗ lưu. Chưa có gì được ghi; hãy báo người quản trị máy chủ.',
  unavailable: 'Máy chủ đang bận hoặc đang khởi động lại. Chưa có gì thay đổi; hãy thử lại sau ít phút.',
  other: 'Máy chủ gặp lỗi. Chưa có gì thay đổi; hãy thử lại, nếu vẫn lỗi thì báo người quản trị.',
}
type Words = typeof vi

const en: Words = {
  noConnection: 'The server cannot be reached. Nothing has changed; check the network and try again.',
  signed_out: 'Your session has ended. Please sign in again.',
  bad_credentials: 'The user name or the password is wrong.',
  too_many_requests: 'Too many attempts. Please wait a while and try again.',
  forbidden: 'Your role does not include this. Nothing has changed.',
  not_found: 'Not found, or outside your communes.',
  conflict:
    'Somebody else has just changed this. Your decision was not recorded; look at the new version, then decide.',
  already_decided: 'This was decided before. Your decision was not recorded.',
  weak_password: 'The password is not strong enough.',
  username_taken: 'Somebody already has this user name. Choose another one.',
  wrong_check: 'The four digits are not those of the tablet that asks. Ask the person who holds it again.',
  invalid_request: 'A field is not right. Check it and send again.',
  too_large: 'The file is too large for the server.',
  bad_file: 'The file is damaged or is not a sealed file of Tận Nhà. Nothing was recorded.',
  bad_escrow: 'The file belongs to another server and cannot be opened. Nothing was recorded.',
  storage_full: 'The server has no space left. Nothing was recorded; tell whoever runs the server.',
  unavailable: 'The server is busy or starting again. Nothing has changed; try again in a few minutes.',
  other: 'The server met an error. Nothing has changed; try again, and tell the administrator if it stays.',
}

export const problemWords = { vi, en }
