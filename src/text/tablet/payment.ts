// Words of Chi trả tại nhà: one person at the door.
import type { PaymentLack } from '../../domain/payment/payment-draft.ts'

/** Why somebody is known without a card. The record carries the Vietnamese words, whatever the language of the screen. */
export type SightReason = 'known' | 'unreadable' | 'notAtHand' | 'none'

type Words = {
  amounts: string
  total: string
  due: string
  itemFrom: (month: string) => string
  itemState: Record<'paidHere' | 'paidElsewhere' | 'withdrawn', string>
  leaveOut: (item: string) => string
  elsewhere: string
  elsewhereHandedOver: string
  changed: string
  takenAway: string
  goneFromList: string

  who: string
  self: (name: string) => string
  substitute: (name: string, relation: string) => string
  authorisation: (number: string, date: string, by: string) => string
  validUntil: (date: string) => string
  noLastDay: string
  expired: (date: string) => string
  notYet: (date: string) => string
  expiredWhatNow: string
  expiredNote: string

  check: string
  checkCard: string
  checkCardHint: string
  checkSight: string
  checkSightHint: string
  cardRight: (name: string) => string
  cardWrong: (name: string) => string
  cardUnknown: string
  scanAgain: string
  sightWhy: string
  sight: Record<SightReason, string>
  sightOther: string
  sightOtherLabel: string

  confirm: string
  thumbprintHint: string
  witnessHint: string
  extraPhoto: string

  paid: string
  notPaid: string
  discard: string
  discardSure: string
  discardYes: string
  no: string
  cannotPay: string
  lack: Record<PaymentLack, string>
  failed: Record<'storageFull' | 'outdatedApp' | 'storeGone' | 'noDraft' | 'failed', string>

  saved: string
  savedText: (name: string, money: string) => string
  savedVisit: (name: string) => string
  next: (name: string) => string
  receipt: string
  receiptFor: (name: string) => string
  receiptHint: string
  receiptNone: string
  close: string
}

const vi: Words = {
  amounts: 'Các khoản được nhận',
  total: 'Cộng',
  due: 'Phải chi',
  itemFrom: (month) => `của tháng ${month}`,
  itemState: { paidHere: 'Đã chi', paidElsewhere: 'Đã chi ở nơi khác', withdrawn: 'Đã rút khỏi danh sách' },
  leaveOut: (item) => `Chi khoản ${item}`,
  elsewhere:
    'Văn phòng báo khoản này đã được chi ở nơi khác. Đừng trao tiền nữa; nếu thấy không đúng, hãy báo văn phòng.',
  elsewhereHandedOver: 'Tôi đã trao tiền rồi, vẫn ghi nhận để văn phòng xử lý',
  changed: 'Danh sách đã thay đổi từ khi bắt đầu ghi. Số tiền dưới đây là số đã đọc cho người nhận.',
  takenAway: 'Văn phòng đã giao người này cho cán bộ khác hoặc đã đóng kỳ. Nếu đã trao tiền, cứ ghi cho xong.',
  goneFromList: 'Người này không còn trong danh sách trên máy; chỉ người hưởng tự nhận được.',

  who: 'Người nhận tiền',
  self: (name) => `Người hưởng – ${name}`,
  substitute: (name, relation) => `${name} (${relation})`,
  authorisation: (number, date, by) =>
    number === '' ? `Giấy ủy quyền ngày ${date}, ${by}` : `Giấy ủy quyền số ${number} ngày ${date}, ${by}`,
  validUntil: (date) => `có giá trị đến ${date}`,
  noLastDay: 'giấy không ghi thời hạn',
  expired: (date) => `Hết hạn ngày ${date}: không được nhận thay.`,
  notYet: (date) => `Có giá trị từ ${date}: chưa được nhận thay.`,
  expiredWhatNow: 'Chi cho chính người hưởng, hoặc ghi chưa chi được vì giấy ủy quyền.',
  expiredNote: 'Chưa chi được vì giấy ủy quyền',

  check: 'Kiểm tra người nhận',
  checkCard: 'Quét thẻ',
  checkCardHint: 'Mã QR trên thẻ căn cước, hoặc gõ số',
  checkSight: 'Nhận diện trực tiếp',
  checkSightHint: 'Khi không quét được thẻ; phải ghi lý do',
  cardRight: (name) => `Đúng người nhận: ${name}.`,
  cardWrong: (name) => `Thẻ này là của ${name}, không phải người nhận đã chọn. Đừng trao tiền.`,
  cardUnknown: 'Số này không phải của người nhận đã chọn. Kiểm tra lại số trên thẻ.',
  scanAgain: 'Quét lại',
  sightWhy: 'Vì sao không quét thẻ?',
  sight: {
    known: 'Biết rõ người nhận',
    unreadable: 'Thẻ không đọc được',
    notAtHand: 'Không có thẻ tại nhà',
    none: 'Chưa được cấp thẻ',
  },
  sightOther: 'Lý do khác',
  sightOtherLabel: 'Ghi rõ lý do',

  confirm: 'Người nhận xác nhận bằng',
  thumbprintHint: 'Chụp dấu điểm chỉ trên danh sách giấy',
  witnessHint: 'Khi người nhận không ký và không điểm chỉ được',
  extraPhoto: 'Ảnh kèm theo (không bắt buộc)',

  paid: 'Đã chi trả',
  notPaid: 'Chưa chi được',
  discard: 'Bỏ phần đang ghi',
  discardSure: 'Bỏ phần đang ghi của người này? Chữ ký và ảnh vừa lấy cũng mất. Những gì đã lưu thì vẫn còn.',
  discardYes: 'Bỏ',
  no: 'Không',
  cannotPay: 'Chưa ghi được vì còn thiếu:',
  lack: {
    items: 'không còn khoản nào để chi',
    paidHere: 'máy này đã ghi chi các khoản này; muốn chi lại phải hủy lần ghi trước',
    paidElsewhere: 'văn phòng báo đã chi ở nơi khác',
    recipient: 'chọn người nhận tiền',
    authorisationExpired: 'giấy ủy quyền đã hết hạn',
    authorisationNotYet: 'giấy ủy quyền chưa có giá trị',
    check: 'quét thẻ hoặc nhận diện trực tiếp',
    checkNote: 'lý do không quét thẻ',
    signature: 'chữ ký của người nhận',
    thumbprint: 'ảnh điểm chỉ của người nhận',
    witnessName: 'họ và tên người làm chứng',
    witnessSignature: 'chữ ký của người làm chứng',
  },
  failed: {
    storageFull:
      'Bộ nhớ máy đã đầy nên chưa lưu được. Phần đang ghi vẫn còn. Hãy gửi bớt dữ liệu trong Đồng bộ rồi bấm lần nữa.',
    outdatedApp: 'Ứng dụng ở thẻ này đã cũ nên không lưu được. Hãy đóng thẻ này và mở lại ứng dụng.',
    storeGone: 'Kho dữ liệu của máy đã đóng nên chưa lưu được. Hãy khóa máy rồi mở lại.',
    noDraft: 'Phần đang ghi đã được lưu hoặc bị bỏ ở thẻ khác. Hãy mở lại người này.',
    failed: 'Chưa lưu được. Phần đang ghi vẫn còn. Hãy bấm lần nữa.',
  },

  saved: 'Đã lưu',
  savedText: (name, money) =>
    `Đã ghi chi trả ${money} cho ${name}. Bản ghi nằm an toàn trên máy và tự gửi khi có mạng.`,
  savedVisit: (name) => `Đã ghi chưa chi được cho ${name}. Bản ghi tự gửi khi có mạng.`,
  next: (name) => `Người tiếp theo: ${name}`,
  receipt: 'Biên nhận',
  receiptFor: (name) => `Biên nhận của ${name}`,
  receiptHint: 'Người nhận có thể chụp lại mã này. Ai có ứng dụng cũng kiểm tra được mà không cần mạng.',
  receiptNone: 'Máy chưa nhận được chứng thực của văn phòng nên chưa lập được biên nhận. Hãy nối mạng một lần.',
  close: 'Đóng',
}

const en: Words = {
  amounts: 'Amounts to receive',
  total: 'Total',
  due: 'To pay',
  itemFrom: (month) => `of ${month}`,
  itemState: { paidHere: 'Paid', paidElsewhere: 'Paid elsewhere', withdrawn: 'Taken off the list' },
  leaveOut: (item) => `Pay ${item}`,
  elsewhere: 'The office says that this was paid elsewhere. Hand over nothing; tell the office if that is wrong.',
  elsewhereHandedOver: 'I have handed the money over; record it, and the office will settle it',
  changed: 'The list has changed since this was begun. The amounts below are those that were read to the person.',
  takenAway:
    'The office gave this person to somebody else, or closed the month. If the money was handed over, finish recording it.',
  goneFromList: 'This person is no longer on the tablet’s list; only the beneficiary can receive.',

  who: 'Who receives',
  self: (name) => `The beneficiary – ${name}`,
  substitute: (name, relation) => `${name} (${relation})`,
  authorisation: (number, date, by) =>
    number === '' ? `Authorisation of ${date}, ${by}` : `Authorisation no. ${number} of ${date}, ${by}`,
  validUntil: (date) => `valid until ${date}`,
  noLastDay: 'the paper says no last day',
  expired: (date) => `Expired on ${date}: may not receive.`,
  notYet: (date) => `Valid from ${date}: may not receive yet.`,
  expiredWhatNow: 'Pay the beneficiary in person, or record that it could not be paid because of the paper.',
  expiredNote: 'Could not be paid because of the paper',

  check: 'Who is it?',
  checkCard: 'Scan the card',
  checkCardHint: 'The QR code of the ID card, or type the number',
  checkSight: 'Known by sight',
  checkSightHint: 'When the card cannot be scanned; a reason is needed',
  cardRight: (name) => `The right person: ${name}.`,
  cardWrong: (name) => `This is the card of ${name}, not of the person chosen. Hand over nothing.`,
  cardUnknown: 'This is not the number of the person chosen. Look at the card again.',
  scanAgain: 'Scan again',
  sightWhy: 'Why was the card not scanned?',
  sight: {
    known: 'The person is well known',
    unreadable: 'The card cannot be read',
    notAtHand: 'The card is not at home',
    none: 'No card was issued yet',
  },
  sightOther: 'Another reason',
  sightOtherLabel: 'The reason in words',

  confirm: 'The recipient confirms by',
  thumbprintHint: 'Photograph the thumbprint on the paper list',
  witnessHint: 'When the recipient can neither sign nor give a thumbprint',
  extraPhoto: 'Another photo (optional)',

  paid: 'Paid',
  notPaid: 'Could not pay',
  discard: 'Discard what was begun',
  discardSure: 'Discard what was begun for this person? Signature and photos go with it. What was saved stays.',
  discardYes: 'Discard',
  no: 'No',
  cannotPay: 'Not recorded yet, because this is missing:',
  lack: {
    items: 'nothing is left to be paid',
    paidHere: 'this tablet has recorded a payment of these; void it before paying again',
    paidElsewhere: 'the office says it was paid elsewhere',
    recipient: 'who receives the money',
    authorisationExpired: 'the authorisation has expired',
    authorisationNotYet: 'the authorisation is not valid yet',
    check: 'scan the card, or know the person by sight',
    checkNote: 'why the card was not scanned',
    signature: 'the recipient’s signature',
    thumbprint: 'the photo of the recipient’s thumbprint',
    witnessName: 'the name of the witness',
    witnessSignature: 'the signature of the witness',
  },
  failed: {
    storageFull:
      'The tablet’s storage is full, so nothing was saved. What was begun is kept. Send data in Sync, then press again.',
    outdatedApp: 'The app in this tab is out of date and cannot save. Close this tab and open the app again.',
    storeGone: 'The tablet’s store is closed, so nothing was saved. Lock the tablet and open it again.',
    noDraft: 'What was begun was saved or discarded in another tab. Open this person again.',
    failed: 'Nothing was saved. What was begun is kept. Press again.',
  },

  saved: 'Saved',
  savedText: (name, money) =>
    `The payment of ${money} to ${name} is recorded, safe on the tablet, and will be sent when there is a network.`,
  savedVisit: (name) => `It is recorded that ${name} could not be paid. It will be sent when there is a network.`,
  next: (name) => `Next: ${name}`,
  receipt: 'Receipt',
  receiptFor: (name) => `Receipt of ${name}`,
  receiptHint: 'The recipient may photograph this code. Anyone with the app can check it without a network.',
  receiptNone: 'The office has not certified this tablet yet, so no receipt can be given. Connect to the network once.',
  close: 'Close',
}

export const paymentWords = { vi, en }
