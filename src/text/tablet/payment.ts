// Words of Chi trả tại nhà: the day's list, and one person at the door.
import type { NonDeliveryReason } from '../../domain/code-lists/non-delivery-reasons.ts'
import type { PaymentLack } from '../../domain/payment/payment-draft.ts'

/** Why somebody is known without a card. The record carries the Vietnamese words, whatever the language of the screen. */
export type SightReason = 'known' | 'unreadable' | 'notAtHand' | 'none'

type Words = {
  title: string
  left: (left: number, people: number, money: string) => string
  paidSoFar: (money: string) => string
  period: string
  periodOf: (month: string) => string
  search: string
  searchHint: string
  clear: string
  show: string
  filters: Record<'due' | 'notPaid' | 'paid' | 'all', (count: number) => string>
  list: string
  noHamlet: string
  hamletOf: (name: string) => string
  hamletCount: (left: number, all: number) => string
  choose: string
  none: string
  noneHint: string
  nobody: string
  nobodyHint: string
  settle: string
  checkReceipt: string
  toList: string
  gone: string
  goneHint: string
  draftHere: string

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

  whyNot: string
  leadsTo: Record<NonDeliveryReason, string>
  noteLabel: string
  noteNeeded: string
  saveVisit: string
  chooseReason: string

  recorded: string
  recordedPaid: (money: string, at: string) => string
  recordedVisit: (reason: string, at: string) => string
  receivedBy: (who: string) => string
  voided: string
  voidWaiting: string
  voidReason: (reason: string) => string
  waiting: string
  void: string
  voidTitle: string
  voidText: string
  voidWhy: string
  voidWhyNeeded: string
  secondPerson: string
  secondPersonHint: (limit: string) => string
  secondPersonNeeded: string
  voidYes: string
  notVoidable: string
  outcome: Record<'double' | 'partlyDouble', string>
  elsewhereRecords: string
}

const vi: Words = {
  title: 'Chi trả tại nhà',
  left: (left, people, money) => `Còn ${left}/${people} người · ${money}`,
  paidSoFar: (money) => `Đã chi ${money}`,
  period: 'Kỳ chi trả',
  periodOf: (month) => `Kỳ tháng ${month}`,
  search: 'Tìm người cần chi',
  searchHint: 'Tên, ấp/khu vực, năm sinh, một phần số giấy tờ',
  clear: 'Xóa ô tìm',
  show: 'Xem',
  filters: {
    due: (count) => `Còn phải chi (${count})`,
    notPaid: (count) => `Chưa chi được (${count})`,
    paid: (count) => `Đã chi trả (${count})`,
    all: (count) => `Tất cả (${count})`,
  },
  list: 'Danh sách chi trả',
  noHamlet: 'Chưa rõ ấp/khu vực',
  hamletOf: (name) => `Ấp/Khu vực ${name}`,
  hamletCount: (left, all) => `còn ${left}/${all}`,
  choose: 'Chọn một người trong danh sách.',
  none: 'Chưa có ai được giao cho bạn chi trả tại nhà.',
  noneHint: 'Văn phòng phân công sau khi khóa danh sách của kỳ. Hãy nối mạng để nhận.',
  nobody: 'Không có ai phù hợp.',
  nobodyHint: 'Xóa bớt chữ ở ô tìm hoặc chọn “Tất cả”.',
  settle: 'Quyết toán ngày',
  checkReceipt: 'Kiểm tra biên nhận',
  toList: 'Về danh sách chi trả',
  gone: 'Khoản chi này không còn được giao cho bạn.',
  goneHint: 'Văn phòng đã giao cho người khác hoặc đã đóng kỳ. Những gì bạn đã ghi vẫn còn nguyên.',
  draftHere: 'Đang ghi dở',

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
  expired: (date) => `Hết hạn từ ${date}: không được nhận thay.`,
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

  whyNot: 'Vì sao chưa chi được?',
  leadsTo: {
    R01: 'Giữ trong danh sách, lần sau đến lại.',
    R02: 'Giữ trong danh sách; chi ở nơi điều trị hoặc cho người được ủy quyền.',
    R03: 'Xã, phường kiểm tra để dừng hoặc chuyển chế độ.',
    R04: 'Không chi các tháng sau tháng mất; xã, phường đề nghị thôi hưởng và mai táng phí.',
    R05: 'Xã, phường đề nghị thôi hưởng hoặc tạm đình chỉ.',
    R06: 'Xã, phường đề nghị thôi hưởng hoặc tạm đình chỉ.',
    R07: 'Xã, phường đề nghị tạm dừng.',
    R08: 'Xã, phường lập văn bản có chữ ký, đề nghị thôi hưởng.',
    R09: 'Xã, phường kiểm tra điều kiện hưởng.',
    R10: 'Xã, phường đính chính, công an xác minh.',
    R11: 'Lần sau đến lại.',
    R12: 'Cần giấy ủy quyền mới.',
    R13: 'Xã, phường xác định người giám hộ, người nhận thay.',
    R14: 'Xã, phường xem lại số tiền.',
    R15: 'Văn phòng kiểm tra trùng hoặc đổi phương thức.',
    R16: 'Lần sau đến lại.',
    R17: 'Lần sau đến lại.',
    R18: 'Xã, phường kiểm tra.',
    R19: 'Mang đủ tiền, đến lại.',
    R99: 'Phải ghi rõ; xã, phường xử lý.',
  },
  noteLabel: 'Ghi chú',
  noteNeeded: 'Với lý do khác phải ghi rõ.',
  saveVisit: 'Ghi chưa chi được',
  chooseReason: 'Hãy chọn lý do.',

  recorded: 'Đã ghi trên máy này',
  recordedPaid: (money, at) => `Đã chi ${money} lúc ${at}`,
  recordedVisit: (reason, at) => `${reason} – ${at}`,
  receivedBy: (who) => `Người nhận: ${who}`,
  voided: 'Đã hủy',
  voidWaiting: 'Chờ văn phòng đồng ý hủy',
  voidReason: (reason) => `Lý do hủy: ${reason}`,
  waiting: 'Chờ gửi',
  void: 'Hủy vì ghi nhầm',
  voidTitle: 'Hủy lần ghi này',
  voidText: 'Lần ghi vẫn được giữ, kèm lý do hủy và tên bạn. Không có gì bị xóa.',
  voidWhy: 'Lý do hủy',
  voidWhyNeeded: 'Phải ghi lý do hủy.',
  secondPerson: 'Người thứ hai đồng ý',
  secondPersonHint: (limit) =>
    `Số tiền trên ${limit}: ghi tên người đồng ý. Việc hủy chỉ có hiệu lực khi người ấy xác nhận ở văn phòng; đến lúc đó khoản này vẫn tính là đã chi.`,
  secondPersonNeeded: 'Phải ghi tên người thứ hai.',
  voidYes: 'Hủy lần ghi',
  notVoidable: 'Lần ghi này đã được hủy hoặc đang chờ hủy.',
  outcome: {
    double: 'Văn phòng: chi trùng, người khác đã chi',
    partlyDouble: 'Văn phòng: chi trùng một phần',
  },
  elsewhereRecords: 'Đã ghi cho những người không còn được giao',
}

const en: Words = {
  title: 'Pay at home',
  left: (left, people, money) => `${left} of ${people} people left · ${money}`,
  paidSoFar: (money) => `${money} paid`,
  period: 'Month',
  periodOf: (month) => `Month ${month}`,
  search: 'Find somebody to pay',
  searchHint: 'Name, hamlet, year of birth, part of an ID number',
  clear: 'Clear the search',
  show: 'Show',
  filters: {
    due: (count) => `To pay (${count})`,
    notPaid: (count) => `Could not be paid (${count})`,
    paid: (count) => `Paid (${count})`,
    all: (count) => `All (${count})`,
  },
  list: 'People to pay',
  noHamlet: 'Hamlet not known',
  hamletOf: (name) => `Hamlet ${name}`,
  hamletCount: (left, all) => `${left} of ${all} left`,
  choose: 'Choose somebody from the list.',
  none: 'Nobody is assigned to you to be paid at home.',
  noneHint: 'The office assigns people once the month’s list is locked. Connect to the network to receive them.',
  nobody: 'Nobody answers.',
  nobodyHint: 'Take words out of the search, or choose “All”.',
  settle: 'Settle the day',
  checkReceipt: 'Check a receipt',
  toList: 'To the list of people to pay',
  gone: 'This delivery is no longer yours.',
  goneHint: 'The office gave it to somebody else, or closed the month. Whatever you recorded is kept.',
  draftHere: 'Begun',

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

  whyNot: 'Why could it not be paid?',
  leadsTo: {
    R01: 'Stays on the list, visit again.',
    R02: 'Stays on the list; pay at the place of treatment or an authorised person.',
    R03: 'The commune checks, to stop or transfer the benefit.',
    R04: 'Nothing is paid for the months after the month of death; the commune proposes to end the benefit, and funeral support.',
    R05: 'The commune proposes to end or suspend the benefit.',
    R06: 'The commune proposes to end or suspend the benefit.',
    R07: 'The commune proposes to suspend the benefit.',
    R08: 'The commune gets a signed statement and proposes to end the benefit.',
    R09: 'The commune checks whether the person is entitled.',
    R10: 'The commune corrects, the police verifies.',
    R11: 'Visit again.',
    R12: 'A new authorisation is needed.',
    R13: 'The commune settles who the guardian or recipient is.',
    R14: 'The commune looks at the amount again.',
    R15: 'The office looks for a double payment or changes the method.',
    R16: 'Visit again.',
    R17: 'Visit again.',
    R18: 'The commune checks.',
    R19: 'Bring enough cash, visit again.',
    R99: 'Needs words; the commune deals with it.',
  },
  noteLabel: 'Note',
  noteNeeded: 'Another reason needs words.',
  saveVisit: 'Record that it could not be paid',
  chooseReason: 'Choose a reason.',

  recorded: 'Recorded on this tablet',
  recordedPaid: (money, at) => `${money} paid at ${at}`,
  recordedVisit: (reason, at) => `${reason} – ${at}`,
  receivedBy: (who) => `Received by: ${who}`,
  voided: 'Voided',
  voidWaiting: 'The void waits for the office',
  voidReason: (reason) => `Why it was voided: ${reason}`,
  waiting: 'Waits to be sent',
  void: 'Void a wrong entry',
  voidTitle: 'Void this entry',
  voidText: 'The entry is kept, with the reason and your name. Nothing is erased.',
  voidWhy: 'Why it is voided',
  voidWhyNeeded: 'A reason is needed.',
  secondPerson: 'Second person who agrees',
  secondPersonHint: (limit) =>
    `Above ${limit}: name who agrees. The void takes effect only when that person confirms it at the office; until then this counts as paid.`,
  secondPersonNeeded: 'Name the second person.',
  voidYes: 'Void the entry',
  notVoidable: 'This entry is voided already, or its void waits.',
  outcome: {
    double: 'Office: double payment, somebody else had paid',
    partlyDouble: 'Office: partly a double payment',
  },
  elsewhereRecords: 'Recorded for people who are no longer yours',
}

export const paymentWords = { vi, en }
