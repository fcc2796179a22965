// One sentence per problem that a tablet can meet: what happened, what was kept, what to do.
import { type PinWeakness, pinLength } from '../domain/pin.ts'

/** Keys are the reasons of protocol/push.ts. */
const quarantineVi = {
  not_json: 'Nội dung hồ sơ không đọc được.',
  bad_record: 'Hồ sơ thiếu phần bắt buộc hoặc sai dạng.',
  unknown_kind: 'Văn phòng chưa nhận loại hồ sơ này.',
  unknown_version: 'Hồ sơ thuộc phiên bản mà máy chủ chưa hiểu.',
  bad_data: 'Một mục trong hồ sơ không hợp lệ.',
  commune_out_of_scope: 'Hồ sơ thuộc địa bàn mà bạn không phụ trách.',
  role_not_allowed: 'Vai trò của bạn không được lập loại hồ sơ này.',
  id_taken: 'Số hiệu của hồ sơ trùng với một hồ sơ khác.',
  unknown_reference: 'Hồ sơ nhắc đến một hồ sơ mà máy chủ không có.',
  text_not_storable: 'Hồ sơ có ký tự mà máy chủ không lưu được.',
  list_not_locked: 'Danh sách chi trả của kỳ này chưa được chốt ở văn phòng.',
  unknown_item: 'Khoản chi không có trong danh sách chi trả của người này.',
}

/** Keys are the kinds of problem that the sync can end with. */
const syncVi = {
  noConnection: 'Không nối được với máy chủ. Mọi thứ vẫn lưu trên máy và sẽ tự gửi khi có mạng.',
  busy: 'Máy chủ đang bận. Máy sẽ tự thử lại sau ít phút.',
  serverFailing: 'Máy chủ đang gặp sự cố. Hồ sơ vẫn lưu trên máy và sẽ tự gửi lại.',
  signedOut: 'Máy chủ không còn nhận máy này. Hồ sơ vẫn còn nguyên: hãy xuất tệp gửi và xin văn phòng mã ghép máy mới.',
  revoked: 'Văn phòng đã thu hồi máy này.',
  upgradeRequired: 'Bản ứng dụng này quá cũ để gửi. Hồ sơ vẫn còn nguyên: hãy nối mạng và bấm Cập nhật.',
  frozen:
    'Máy chủ thấy dữ liệu máy này không nối tiếp với lần trước, nên tạm ngừng nhận. Hồ sơ vẫn còn nguyên: hãy xuất tệp gửi và báo văn phòng.',
  recordStuck: 'Có một hồ sơ mà máy chủ không nhận được. Hồ sơ vẫn còn trên máy: hãy xuất tệp gửi và báo văn phòng.',
  listDiffers: 'Danh sách trên máy không khớp với máy chủ. Máy sẽ tự tải lại; nếu vẫn còn báo, hãy gọi văn phòng.',
  refused: 'Máy chủ trả lời không như mong đợi. Hồ sơ vẫn lưu trên máy và sẽ được gửi lại.',
  storageFull: 'Bộ nhớ máy đã đầy nên không lưu được danh sách mới. Hãy xóa bớt ảnh, video của máy.',
  failed: 'Lần gửi vừa rồi bị ngắt giữa chừng. Hồ sơ vẫn lưu trên máy và sẽ được gửi lại.',
}

const pinVi: Record<PinWeakness, string> = {
  notDigits: 'Mã PIN chỉ gồm chữ số.',
  tooShort: `Mã PIN cần ít nhất ${pinLength.min} chữ số.`,
  tooLong: `Mã PIN dài nhất ${pinLength.max} chữ số.`,
  repeated: 'Mã này chỉ lặp lại một hai chữ số, rất dễ đoán. Hãy chọn mã khác.',
  sequence: 'Mã này là dãy số liền nhau, rất dễ đoán. Hãy chọn mã khác.',
  pattern: 'Mã này thuộc những mã nhiều người dùng nhất. Hãy chọn mã khác.',
  date: 'Mã này giống một ngày tháng năm. Hãy chọn mã khác.',
  known: 'Mã này nằm trong số điện thoại, số giấy tờ hoặc năm sinh của bạn. Hãy chọn mã khác.',
}

const vi = { quarantine: quarantineVi, sync: syncVi, pin: pinVi }

export type ProblemWords = typeof vi

const en: ProblemWords = {
  quarantine: {
    not_json: 'The record could not be read.',
    bad_record: 'The record lacks a required part or has the wrong form.',
    unknown_kind: 'The office does not take this kind of record yet.',
    unknown_version: 'The record has a version that the server does not understand yet.',
    bad_data: 'One item of the record is not valid.',
    commune_out_of_scope: 'The record belongs to an area that is not yours.',
    role_not_allowed: 'Your role may not make this kind of record.',
    id_taken: 'The record has the same id as another one.',
    unknown_reference: 'The record refers to a record that the server does not have.',
    text_not_storable: 'The record holds characters that the server cannot store.',
    list_not_locked: 'The paying list of this month has not been locked at the office.',
    unknown_item: "The item is not on this person's paying list.",
  },
  sync: {
    noConnection:
      'The server could not be reached. Everything is kept on the tablet and goes out by itself with a network.',
    busy: 'The server is busy. The tablet tries again by itself in a few minutes.',
    serverFailing: 'The server has a problem. Records are kept on the tablet and are sent again by themselves.',
    signedOut:
      'The server no longer knows this tablet. Nothing is lost: export the sealed file and ask the office for a new enrolment code.',
    revoked: 'The office has revoked this tablet.',
    upgradeRequired:
      'This version of the app is too old to send. Nothing is lost: connect to the network and press Update.',
    frozen:
      'To the server, this tablet’s data does not follow on from last time, so it takes nothing for now. Nothing is lost: export the sealed file and tell the office.',
    recordStuck:
      'There is a record that the server cannot take. It is still on the tablet: export the sealed file and tell the office.',
    listDiffers:
      'The list on the tablet does not match the server’s. It is fetched again by itself; if this stays, call the office.',
    refused: 'The server’s answer was not as expected. Records are kept on the tablet and are sent again.',
    storageFull: 'The tablet’s storage is full, so the new list could not be kept. Delete some photos or videos.',
    failed: 'Sending was interrupted. Records are kept on the tablet and are sent again.',
  },
  pin: {
    notDigits: 'A PIN has digits only.',
    tooShort: `A PIN needs at least ${pinLength.min} digits.`,
    tooLong: `A PIN has at most ${pinLength.max} digits.`,
    repeated: 'This PIN repeats one or two digits and is very easy to guess. Choose another.',
    sequence: 'This PIN is a run of digits and is very easy to guess. Choose another.',
    pattern: 'This PIN is one of the most used ones. Choose another.',
    date: 'This PIN looks like a date. Choose another.',
    known: 'This PIN is part of your phone number, ID number or year of birth. Choose another.',
  },
}

export const problemWords = { vi, en }
