// Words of Mở khóa, of a forgotten PIN, and of the screens in front of the lock that say that something is wrong.
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
  back: 'Quay lại',

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

  emptyTitle: 'Dữ liệu trên máy này đã bị xóa',
  emptyText:
    'Máy này đã được ghép, nhưng trình duyệt không còn dữ liệu nào của nó. Thường do xóa dữ liệu trình duyệt hoặc máy hết bộ nhớ.',
  shortenedTitle: 'Một phần dữ liệu trên máy bị mất',
  shortenedText: 'Những hồ sơ lưu sau cùng không còn trên máy. Phần còn lại vẫn đọc và gửi được.',
  damagedTitle: 'Dữ liệu trên máy bị hỏng',
  damagedText: 'Trình duyệt không đọc được dữ liệu của máy này. Ứng dụng không xóa và không ghi đè gì.',
  missing: (from: number, to: number) =>
    from === to
      ? `Hồ sơ bị thiếu: số ${from}.`
      : `Hồ sơ bị thiếu: từ số ${from} đến số ${to}, tất cả ${to - from + 1} hồ sơ.`,
  missingSent: 'Hồ sơ nào đã gửi thì văn phòng vẫn còn giữ.',
  staff: 'Cán bộ',
  area: 'Địa bàn',
  profile: 'Mã người dùng trên máy',
  whatToDo: 'Việc cần làm',
  doCall: 'Gọi văn phòng và đọc những dòng trên.',
  doExport: 'Bấm Xuất tệp gửi và đưa tệp cho văn phòng.',
  doOpenRest: 'Mở phần còn lại bằng mã PIN để gửi nốt những gì còn trên máy.',
  doEnrol: 'Xin văn phòng mã mới và ghép máy lại. Hồ sơ đã gửi không mất.',
  doRetry: 'Đóng các thẻ khác, khởi động lại máy rồi thử lại.',
  openRest: 'Mở phần còn lại',
  retry: 'Thử lại',
  enrolAgain: 'Ghép máy lại',

  unsupportedTitle: 'Trình duyệt này chưa dùng được',
  unsupportedText:
    'Tận Nhà cần một trình duyệt mới và kết nối an toàn (https) để giữ hồ sơ trên máy. Hãy cập nhật Chrome hoặc Edge rồi mở lại.',
  unsupportedMissing: 'Còn thiếu:',
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
  back: 'Back',

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

  emptyTitle: 'The data on this tablet was deleted',
  emptyText:
    'This tablet is enrolled, but the browser has none of its data any more. Usually browser data was cleared or storage ran out.',
  shortenedTitle: 'Some data on this tablet is gone',
  shortenedText: 'The records saved last are no longer on the tablet. The rest can still be read and sent.',
  damagedTitle: 'The data on this tablet is damaged',
  damagedText: 'The browser cannot read this tablet’s data. The app deletes and overwrites nothing.',
  missing: (from, to) =>
    from === to
      ? `Missing record: number ${from}.`
      : `Missing records: numbers ${from} to ${to}, ${to - from + 1} in all.`,
  missingSent: 'Records that were sent are safe at the office.',
  staff: 'Officer',
  area: 'Area',
  profile: 'Id of the user on this tablet',
  whatToDo: 'What to do',
  doCall: 'Call the office and read out the lines above.',
  doExport: 'Press Export sealed file and bring the file to the office.',
  doOpenRest: 'Open the rest with your PIN to send what is left on the tablet.',
  doEnrol: 'Ask the office for a new code and enrol again. Records that were sent are not lost.',
  doRetry: 'Close other tabs, restart the tablet and try again.',
  openRest: 'Open the rest',
  retry: 'Try again',
  enrolAgain: 'Enrol again',

  unsupportedTitle: 'This browser cannot be used yet',
  unsupportedText:
    'Tận Nhà needs a recent browser and a secure connection (https) to keep records on the tablet. Update Chrome or Edge and open it again.',
  unsupportedMissing: 'Missing:',
}

export const unlockWords = { vi, en }
