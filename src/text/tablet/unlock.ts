// Words of Mở khóa.
const vi = {
  title: 'Mở khóa',
  pin: 'Mã PIN',
  other: 'Người khác',
  notRemoved: 'Chưa gỡ người dùng: còn hồ sơ hoặc ảnh chưa gửi. Hãy mở khóa để gửi, hoặc xuất tệp gửi trước.',
  who: 'Ai đang dùng máy?',
  unlock: 'Mở khóa',
  unlocking: 'Đang mở khóa…',
  tooMany: 'Đã nhập sai quá nhiều lần. Cần văn phòng cho phép mở lại. Hồ sơ và bản nháp vẫn còn nguyên.',
  forgotten: 'Quên mã PIN',
  addUser: 'Ghép thêm người dùng',
  outdatedApp: 'Dữ liệu trên máy thuộc bản mới hơn của ứng dụng. Hãy mở lại trang khi có mạng để dùng bản mới.',
}

export type UnlockWords = typeof vi

const en: UnlockWords = {
  title: 'Unlock',
  pin: 'PIN',
  other: 'Somebody else',
  notRemoved:
    'The user was not removed: records or photos were not sent. Unlock to send them, or export the sealed file first.',
  who: 'Who is using the tablet?',
  unlock: 'Unlock',
  unlocking: 'Unlocking…',
  tooMany: 'Too many wrong tries. The office has to let you in again. Records and drafts are all there.',
  forgotten: 'PIN forgotten',
  addUser: 'Enrol another user',
  outdatedApp: 'The data on this tablet belongs to a newer version of the app. Open the page again with a network.',
}

export const unlockWords = { vi, en }
