// Words of Quyết toán ngày.
import type { SettlementLack } from '../../domain/payment/settlement-draft.ts'

type Words = {
  title: string
  days: string
  dayOf: (day: string, month: string) => string
  state: Record<'open' | 'addition' | 'drafts' | 'settled' | 'nothing', string>
  none: string
  noneHint: string
  toPayments: string
  drafts: (count: number) => string
  openDraft: (name: string) => string
  settled: string
  addition: string

  cashOut: string
  cashOutMore: string
  cashOutHint: string
  paid: string
  paidOf: (count: number) => string
  noPayments: string
  voidedSince: string
  voided: string
  returnDue: string
  overspent: string
  count: string
  note: (value: string) => string
  howMany: string
  counted: string
  difference: string
  even: string
  missing: (money: string) => string
  tooMuch: (money: string) => string
  differenceReason: string
  differenceHint: string
  receiver: string
  receiverHint: string
  officerSigns: (name: string) => string
  receiverSigns: string
  officerSignature: string
  receiverSignature: string

  save: string
  saved: string
  savedText: (money: string) => string
  cannotSave: string
  lack: Record<SettlementLack, string>
  signAgain: string
  failed: Record<'storageFull' | 'outdatedApp' | 'storeGone' | 'noDraft' | 'failed' | 'closed', string>
  earlier: string
  earlierOne: (at: string) => string
  earlierFacts: (cashOut: string, paid: string, returned: string) => string
}

const vi: Words = {
  title: 'Quyết toán ngày',
  days: 'Ngày cần quyết toán',
  dayOf: (day, month) => `Ngày ${day} – kỳ ${month}`,
  state: {
    open: 'Chưa quyết toán',
    addition: 'Cần quyết toán bổ sung',
    drafts: 'Còn khoản ghi dở',
    settled: 'Đã quyết toán',
    nothing: 'Chưa chi khoản nào',
  },
  none: 'Chưa có ngày nào cần quyết toán.',
  noneHint: 'Khi đã chi trả hoặc được giao chi trả, ngày sẽ hiện ở đây.',
  toPayments: 'Về Chi trả tại nhà',
  drafts: (count) => `Còn ${count} khoản chi đang ghi dở. Ghi cho xong hoặc bỏ phần đang ghi rồi mới quyết toán được.`,
  openDraft: (name) => `Mở khoản đang ghi của ${name}`,
  settled: 'Ngày này đã quyết toán xong.',
  addition: 'Sau khi quyết toán có khoản chi hoặc khoản hủy mới. Phần bổ sung dưới đây chỉ gồm những thay đổi đó.',

  cashOut: 'Tiền mặt mang đi',
  cashOutMore: 'Tiền mặt lấy thêm',
  cashOutHint: 'Số tiền đã nhận để đi chi, tính bằng đồng',
  paid: 'Đã chi',
  paidOf: (count) => `${count} lần chi`,
  noPayments: 'Không có lần chi nào.',
  voidedSince: 'Đã hủy sau lần quyết toán trước',
  voided: 'đã hủy, không tính',
  returnDue: 'Phải nộp lại',
  overspent: 'Đã chi nhiều hơn số mang đi. Kiểm tra lại tiền mặt mang đi.',
  count: 'Kiểm đếm tiền nộp lại',
  note: (value) => `Tờ ${value}`,
  howMany: 'Số tờ',
  counted: 'Đếm được',
  difference: 'Chênh lệch',
  even: 'Khớp, không chênh lệch',
  missing: (money) => `Thiếu ${money}`,
  tooMuch: (money) => `Thừa ${money}`,
  differenceReason: 'Lý do chênh lệch',
  differenceHint: 'Bắt buộc khi thiếu hoặc thừa',
  receiver: 'Người nhận lại tiền',
  receiverHint: 'Họ và tên thủ quỹ hoặc người nhận tiền',
  officerSigns: (name) => `Người chi trả ký: ${name}`,
  receiverSigns: 'Người nhận lại tiền ký',
  officerSignature: 'Chữ ký người chi trả',
  receiverSignature: 'Chữ ký người nhận lại tiền',

  save: 'Lưu quyết toán',
  saved: 'Đã quyết toán',
  savedText: (money) => `Đã lưu quyết toán, nộp lại ${money}. Bản quyết toán tự gửi khi có mạng.`,
  cannotSave: 'Chưa lưu được vì còn thiếu:',
  lack: {
    cashOut: 'tiền mặt mang đi, là số đồng',
    counts: 'số tờ phải là số',
    differenceReason: 'lý do chênh lệch',
    receiver: 'tên người nhận lại tiền',
    signature: 'chữ ký người chi trả',
    witnessSignature: 'chữ ký người nhận lại tiền',
    changedSince: 'số đã chi thay đổi sau khi ký; hai bên ký lại',
  },
  signAgain: 'Bỏ chữ ký cũ, ký lại',
  failed: {
    storageFull:
      'Bộ nhớ máy đã đầy nên chưa lưu được. Phần đang ghi vẫn còn. Hãy gửi bớt dữ liệu trong Đồng bộ rồi bấm lần nữa.',
    outdatedApp: 'Ứng dụng ở thẻ này đã cũ nên không lưu được. Hãy đóng thẻ này và mở lại ứng dụng.',
    storeGone: 'Kho dữ liệu của máy đã đóng nên chưa lưu được. Hãy khóa máy rồi mở lại.',
    noDraft: 'Phần đang ghi đã được lưu hoặc bị bỏ ở thẻ khác. Hãy mở lại ngày này.',
    failed: 'Chưa lưu được. Phần đang ghi vẫn còn. Hãy bấm lần nữa.',
    closed: 'Ngày này chưa quyết toán được: còn khoản ghi dở, hoặc đã quyết toán xong.',
  },
  earlier: 'Các lần quyết toán của ngày',
  earlierOne: (at) => `Lúc ${at}`,
  earlierFacts: (cashOut, paid, returned) => `Mang đi ${cashOut} · đã chi ${paid} · nộp lại ${returned}`,
}

const en: Words = {
  title: 'Settle the day',
  days: 'Days to settle',
  dayOf: (day, month) => `${day} – month ${month}`,
  state: {
    open: 'Not settled',
    addition: 'An addition is needed',
    drafts: 'A payment is begun',
    settled: 'Settled',
    nothing: 'Nothing paid yet',
  },
  none: 'There is no day to settle.',
  noneHint: 'Once somebody was paid, or is assigned to be paid, the day stands here.',
  toPayments: 'To Pay at home',
  drafts: (count) =>
    `${count === 1 ? '1 payment is' : `${count} payments are`} begun and not finished. Finish or discard ${count === 1 ? 'it' : 'them'} before the day is settled.`,
  openDraft: (name) => `Open what was begun for ${name}`,
  settled: 'This day is settled.',
  addition: 'Payments or voids came after the day was settled. The addition below consists of those changes only.',

  cashOut: 'Cash taken out',
  cashOutMore: 'More cash taken out',
  cashOutHint: 'What was received to be paid, in đồng',
  paid: 'Paid',
  paidOf: (count) => (count === 1 ? '1 payment' : `${count} payments`),
  noPayments: 'No payments.',
  voidedSince: 'Voided since the last settlement',
  voided: 'voided, not counted',
  returnDue: 'To be returned',
  overspent: 'More was paid than was taken out. Look at the cash taken out again.',
  count: 'Count what comes back',
  note: (value) => `Notes of ${value}`,
  howMany: 'How many',
  counted: 'Counted',
  difference: 'Difference',
  even: 'Even, no difference',
  missing: (money) => `${money} missing`,
  tooMuch: (money) => `${money} too much`,
  differenceReason: 'Why there is a difference',
  differenceHint: 'Needed when money is missing or too much',
  receiver: 'Who takes the money back',
  receiverHint: 'Name of the treasurer, or of whoever receives it',
  officerSigns: (name) => `The officer signs: ${name}`,
  receiverSigns: 'Whoever takes the money back signs',
  officerSignature: 'The officer’s signature',
  receiverSignature: 'The receiver’s signature',

  save: 'Save the settlement',
  saved: 'Settled',
  savedText: (money) => `The settlement is saved, ${money} returned. It will be sent when there is a network.`,
  cannotSave: 'Not saved yet, because this is missing:',
  lack: {
    cashOut: 'the cash taken out, a number of đồng',
    counts: 'how many notes, as numbers',
    differenceReason: 'why there is a difference',
    receiver: 'who takes the money back',
    signature: 'the officer’s signature',
    witnessSignature: 'the receiver’s signature',
    changedSince: 'what was paid has changed since it was signed; both sign again',
  },
  signAgain: 'Drop the signatures and sign again',
  failed: {
    storageFull:
      'The tablet’s storage is full, so nothing was saved. What was begun is kept. Send data in Sync, then press again.',
    outdatedApp: 'The app in this tab is out of date and cannot save. Close this tab and open the app again.',
    storeGone: 'The tablet’s store is closed, so nothing was saved. Lock the tablet and open it again.',
    noDraft: 'What was begun was saved or discarded in another tab. Open this day again.',
    failed: 'Nothing was saved. What was begun is kept. Press again.',
    closed: 'This day cannot be settled now: a payment is begun, or everything is settled.',
  },
  earlier: 'Settlements of the day',
  earlierOne: (at) => `At ${at}`,
  earlierFacts: (cashOut, paid, returned) => `${cashOut} taken out · ${paid} paid · ${returned} returned`,
}

export const settlementWords = { vi, en }
