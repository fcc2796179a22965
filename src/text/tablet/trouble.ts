// Words of the screens in front of the lock that say that something is wrong.
const vi = {
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

export type TroubleWords = typeof vi

const en: TroubleWords = {
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

export const troubleWords = { vi, en }
