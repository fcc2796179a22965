// Words of Hôm nay.
const vi = {
  title: 'Hôm nay',
  scan: 'Quét thẻ',
  scanHint: 'Mã QR trên thẻ căn cước',
  lookUp: 'Tra cứu',
  register: 'Đăng ký',
  registerHint: 'Người chưa có trong danh sách',
  pay: 'Chi trả tại nhà',
  payHint: 'Người được giao nhận tiền tại nhà',
  people: (count: string) => `${count} người trong danh sách`,
  queueTitle: 'Hồ sơ chờ gửi',
  queueNone: 'Không có hồ sơ nào chờ gửi.',
  queue: (records: number, photos: number) => (photos > 0 ? `${records} hồ sơ và ${photos} ảnh` : `${records} hồ sơ`),
  openSync: 'Mở Đồng bộ',
  draftsTitle: 'Bản nháp cần làm tiếp',
  draftNew: 'Người mới, chưa nhập tên',
  draftPayment: (name: string) => `Chi trả – ${name}`,
  draftSettlement: 'Quyết toán ngày',
  draftSaved: (at: string) => `Lưu lúc ${at}`,
  continue: 'Làm tiếp',
  backTitle: 'Cần bổ sung',
  backNote: 'Ghi chú của văn phòng:',
  unnamed: 'Hồ sơ chưa rõ tên',
  complete: 'Bổ sung',
  syncedTitle: 'Lần nhận tin gần nhất',
  syncedNever: 'Máy chưa nhận được tin nào từ máy chủ kể từ khi mở khóa.',
  listNever: 'Danh sách chưa tải xong. Hãy nối mạng để tải.',
  listExpired:
    'Đã lâu máy không liên lạc với văn phòng nên danh sách được cất đi. Hồ sơ chờ gửi và bản nháp vẫn còn. Hãy nối mạng để nhận lại danh sách.',
  rescue: (from: number, to: number) =>
    `Máy bị mất các hồ sơ từ số ${from} đến số ${to}. Có thể xem và gửi phần còn lại, nhưng không lưu được hồ sơ mới. Hãy gửi hoặc xuất tệp rồi báo văn phòng.`,
  clockWrong: 'Đồng hồ của máy lệch nhiều so với máy chủ. Hãy chỉnh lại ngày giờ trong cài đặt của máy.',
  quarantined: (count: number) => `${count} hồ sơ đã đến văn phòng nhưng cần người xem xét. Mở Đồng bộ để xem lý do.`,
}

export type HomeWords = typeof vi

const en: HomeWords = {
  title: 'Today',
  scan: 'Scan a card',
  scanHint: 'The QR code of the citizen ID card',
  lookUp: 'Look up',
  register: 'Register',
  registerHint: 'A person who is not on the list',
  pay: 'Pay at home',
  payHint: 'People whom you pay at home',
  people: (count) => `${count} people on the list`,
  queueTitle: 'Waiting to be sent',
  queueNone: 'Nothing is waiting to be sent.',
  queue: (records, photos) => {
    const left = records === 1 ? '1 record' : `${records} records`
    return photos > 0 ? `${left} and ${photos === 1 ? '1 photo' : `${photos} photos`}` : left
  },
  openSync: 'Open Sync',
  draftsTitle: 'Drafts to finish',
  draftNew: 'New person, no name yet',
  draftPayment: (name) => `Payment – ${name}`,
  draftSettlement: 'Settle the day',
  draftSaved: (at) => `Saved at ${at}`,
  continue: 'Continue',
  backTitle: 'More papers needed',
  backNote: 'The office’s note:',
  unnamed: 'Record without a name',
  complete: 'Complete',
  syncedTitle: 'Last word from the server',
  syncedNever: 'The server has not answered since the tablet was unlocked.',
  listNever: 'The list has not been downloaded completely. Connect to the network to get it.',
  listExpired:
    'The tablet has not heard from the office for long, so the list was put away. Waiting records and drafts are still there. Connect to the network to receive the list again.',
  rescue: (from, to) =>
    `Records number ${from} to ${to} are missing on this tablet. The rest can be read and sent, but nothing new can be saved. Send or export it, then tell the office.`,
  clockWrong: 'The tablet’s clock is far off the server’s. Set date and time in the tablet’s settings.',
  quarantined: (count) =>
    `${count === 1 ? '1 record has' : `${count} records have`} reached the office but somebody must look at ${count === 1 ? 'it' : 'them'}. Open Sync to see why.`,
}

export const homeWords = { vi, en }
