// Words of Quét thẻ, and of the scanner wherever it stands.
import type { CardRefusal } from '../../domain/card-code/citizen-card.ts'
import type { CardField } from '../../domain/card-code/compare-card.ts'

const refusalsVi: Record<CardRefusal, string> = {
  notACard:
    'Đây không phải mã QR của thẻ căn cước. Hãy quét lại mã ở mặt trước thẻ CCCD gắn chip, hoặc ở mặt sau thẻ căn cước mới.',
  letters: 'Chữ trong mã bị đọc sai nên chưa dùng được. Hãy quét lại; nếu vẫn vậy, hãy gõ số trên thẻ.',
  idNumber: 'Số căn cước phải có đúng 12 chữ số (CMND: 9 chữ số). Hãy quét lại, hoặc gõ số trên thẻ.',
  oldIdNumber: 'Số CMND cũ trong mã không đúng dạng. Hãy quét lại, hoặc gõ số trên thẻ.',
  name: 'Mã không có họ tên. Hãy quét lại, hoặc gõ số trên thẻ.',
  birth: 'Ngày sinh trong mã là ngày không có thật. Hãy quét lại, hoặc nhập tay theo thẻ.',
  sex: 'Giới tính trong mã không đọc được. Hãy quét lại, hoặc nhập tay theo thẻ.',
  issued: 'Ngày cấp trong mã là ngày không có thật. Hãy quét lại, hoặc nhập tay theo thẻ.',
}

const fieldsVi: Record<CardField, string> = {
  name: 'Họ và tên',
  birth: 'Ngày sinh',
  sex: 'Giới tính',
  idNumber: 'Số giấy tờ',
  oldIdNumber: 'Số CMND cũ',
  permanentAddress: 'Nơi thường trú',
}

const vi = {
  title: 'Quét thẻ',
  hint: 'Đưa mã QR trên thẻ vào giữa khung hình, giữ yên, đủ sáng, không lóa.',
  starting: 'Đang mở máy ảnh…',
  looking: 'Đang tìm mã QR…',
  denied:
    'Chưa được phép dùng máy ảnh. Hãy cho phép trong cài đặt của trình duyệt, chọn ảnh chụp thẻ, hoặc gõ số trên thẻ.',
  none: 'Không mở được máy ảnh. Hãy chọn ảnh chụp thẻ, hoặc gõ số trên thẻ.',
  readerFailed: 'Không mở được bộ đọc mã QR. Hãy gõ số trên thẻ, hoặc khóa máy rồi mở lại.',
  readingPhoto: 'Đang đọc ảnh…',
  nothingInPhoto: 'Không thấy mã QR trong ảnh. Hãy chụp lại gần hơn, đủ sáng, không lóa; hoặc gõ số trên thẻ.',
  typed: 'Nhập số trên thẻ, hoặc dùng máy quét cầm tay',
  typedHint: 'Số CCCD 12 chữ số, CMND 9 chữ số, hoặc cả dòng mà máy quét cầm tay ghi vào.',
  find: 'Tìm',
  close: 'Đóng',
  refusals: refusalsVi,
  fields: fieldsVi,
  numberNotHere: 'Ở đây cần cả thẻ. Hãy quét mã QR trên thẻ, hoặc nhập từng mục bằng tay.',
  severalTitle: 'Thẻ này có thể của ai?',
  severalHint: 'Danh sách có người trùng họ tên, ngày sinh hoặc số giấy tờ. Hãy hỏi lại rồi chọn.',
  birth: 'Sinh',
  idNumber: 'Số giấy tờ',
  unknown: 'chưa có',
  noneOfThem: 'Không phải ai trong số này – đăng ký mới',
  again: 'Quét thẻ khác',
  nobody: (number: string) =>
    `Không ai trong danh sách trên máy mang số ${number}. Hãy xem lại số, hoặc đăng ký người mới.`,
  registerNew: 'Đăng ký người mới',
  matches: 'Thẻ vừa quét khớp với danh sách.',
  differsTitle: (count: number) => `Thẻ khác danh sách ở ${count} mục`,
  differsHint: 'Chọn theo thẻ hoặc giữ như danh sách cho từng mục. Danh sách chỉ đổi khi văn phòng duyệt hồ sơ.',
  formDiffersTitle: (count: number) => `Thẻ khác phần đã nhập ở ${count} mục`,
  formDiffersHint: 'Chọn theo thẻ hoặc giữ phần đã nhập cho từng mục.',
  byCard: 'Theo thẻ',
  byList: 'Giữ như danh sách',
  byForm: 'Giữ phần đã nhập',
  silent: 'chưa có',
  choose: 'Hãy chọn một trong hai.',
  registerWith: 'Đăng ký với các mục đã chọn',
  fillIn: 'Điền các mục đã chọn',
  keepList: 'Giữ như danh sách',
}

export type ScanWords = typeof vi

const en: ScanWords = {
  title: 'Scan a card',
  hint: 'Bring the QR code of the card into the middle; hold still, good light, no glare.',
  starting: 'Opening the camera…',
  looking: 'Looking for a QR code…',
  denied:
    'The camera may not be used yet. Allow it in the browser’s settings, choose a picture of the card, or type the number on the card.',
  none: 'The camera could not be opened. Choose a picture of the card, or type the number on the card.',
  readerFailed:
    'The reader of QR codes could not be opened. Type the number on the card, or lock the tablet and open it again.',
  readingPhoto: 'Reading the picture…',
  nothingInPhoto:
    'No QR code was seen in the picture. Take it again, closer, in good light, without glare; or type the number on the card.',
  typed: 'Type the number on the card, or use a hand scanner',
  typedHint: 'Twelve digits of a citizen ID, nine of an old card, or the whole line that a hand scanner writes.',
  find: 'Find',
  close: 'Close',
  refusals: {
    notACard:
      'This is not the QR code of a citizen ID card. Scan again: it is on the front of the chip card, on the back of the new card.',
    letters: 'The letters in the code were read wrongly. Scan again; if it stays so, type the number on the card.',
    idNumber: 'A citizen ID has exactly 12 digits (an old card 9). Scan again, or type the number on the card.',
    oldIdNumber: 'The old ID number in the code is malformed. Scan again, or type the number on the card.',
    name: 'The code has no name. Scan again, or type the number on the card.',
    birth: 'The date of birth in the code does not exist. Scan again, or type what the card says.',
    sex: 'The sex in the code can not be read. Scan again, or type what the card says.',
    issued: 'The day of issue in the code does not exist. Scan again, or type what the card says.',
  },
  fields: {
    name: 'Full name',
    birth: 'Date of birth',
    sex: 'Sex',
    idNumber: 'ID number',
    oldIdNumber: 'Old ID number',
    permanentAddress: 'Permanent address',
  },
  numberNotHere: 'The whole card is needed here. Scan its QR code, or type field by field.',
  severalTitle: 'Whose card may this be?',
  severalHint: 'The list has people of the same name, birth or ID number. Ask again, then choose.',
  birth: 'Born',
  idNumber: 'ID number',
  unknown: 'none',
  noneOfThem: 'None of them – register a new person',
  again: 'Scan another card',
  nobody: (number) => `Nobody on this tablet’s list has the number ${number}. Check it, or register a new person.`,
  registerNew: 'Register a new person',
  matches: 'The card agrees with the list.',
  differsTitle: (count) => `The card differs from the list in ${count === 1 ? '1 field' : `${count} fields`}`,
  differsHint:
    'For each field take the card’s value or keep the list’s. The list changes only when the office accepts.',
  formDiffersTitle: (count) => `The card differs from what was typed in ${count === 1 ? '1 field' : `${count} fields`}`,
  formDiffersHint: 'For each field take the card’s value or keep what was typed.',
  byCard: 'As on the card',
  byList: 'Keep the list’s',
  byForm: 'Keep what was typed',
  silent: 'none yet',
  choose: 'Choose one of the two.',
  registerWith: 'Register with what was chosen',
  fillIn: 'Fill in what was chosen',
  keepList: 'Keep the list',
}

export const scanWords = { vi, en }
