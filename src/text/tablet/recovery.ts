// Words of a forgotten PIN.
const vi = {
  back: 'Quay lại',
  outdatedApp: 'Dữ liệu trên máy thuộc bản mới hơn của ứng dụng. Hãy mở lại trang khi có mạng để dùng bản mới.',
  recoverTitle: 'Quên mã PIN',
  recoverIntro: 'Văn phòng có thể cho phép máy này đặt mã PIN mới. Không hồ sơ nào bị mất. Cần có mạng.',
  recoverAsk: 'Gửi yêu cầu đến văn phòng',
  recoverAskAgain: 'Gửi yêu cầu mới',
  recoverCheck: 'Hãy gọi văn phòng và đọc bốn chữ số này:',
  recoverApproved: 'Khi văn phòng báo đã duyệt, hãy đặt mã PIN mới.',
  recoverSetPin: 'Đặt mã PIN mới',
  notApproved: 'Văn phòng chưa duyệt yêu cầu này. Hãy gọi văn phòng rồi thử lại.',
  askAgain: 'Yêu cầu này không còn dùng được. Hãy gửi yêu cầu mới.',
  noConnection: 'Không nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại.',
  tooManyTries: 'Máy đã hỏi quá nhiều lần. Hãy chờ ít phút rồi thử lại.',
  refused: 'Máy chủ không nhận yêu cầu này. Hãy gọi văn phòng.',
  working: 'Đang làm việc…',
}

export type RecoveryWords = typeof vi

const en: RecoveryWords = {
  back: 'Back',
  outdatedApp: 'The data on this tablet belongs to a newer version of the app. Open the page again with a network.',
  recoverTitle: 'PIN forgotten',
  recoverIntro: 'The office can let this tablet set a new PIN. No record is lost. A network is needed.',
  recoverAsk: 'Send a request to the office',
  recoverAskAgain: 'Send a new request',
  recoverCheck: 'Call the office and read out these four digits:',
  recoverApproved: 'When the office says that it has approved, set a new PIN.',
  recoverSetPin: 'Set a new PIN',
  notApproved: 'The office has not approved this request yet. Call the office, then try again.',
  askAgain: 'This request can no longer be used. Please send a new one.',
  noConnection: 'The server could not be reached. Check the network and try again.',
  tooManyTries: 'The tablet has asked too often. Wait a few minutes and try again.',
  refused: 'The server does not take this request. Please call the office.',
  working: 'Working…',
}

export const recoveryWords = { vi, en }
