// Words of Chi trả tại nhà: why somebody was not paid, what was recorded, and voiding it.
import type { NonDeliveryReason } from '../../domain/code-lists/non-delivery-reasons.ts'

type Words = {
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

export const paymentRecordWords = { vi, en }
