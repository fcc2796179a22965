// What the things of paying are called, on the tablet as in the office.
import type { NonDeliveryReason } from '../domain/code-lists/non-delivery-reasons.ts'
import { nonDeliveryReasons } from '../domain/code-lists/non-delivery-terms.ts'
import type { Channel } from '../domain/payment/channel.ts'
import type { PaymentFlag } from '../domain/payment/fact.ts'
import type { ItemKind } from '../domain/payment/item.ts'
import type { PeriodState } from '../domain/payment/period-state.ts'
import type { Standing } from '../domain/payment/standing.ts'

type Terms = {
  period: Record<PeriodState, string>
  channel: Record<Channel, string>
  kind: Record<ItemKind, string>
  standing: Record<Standing['state'], string>
  flag: Record<PaymentFlag, string>
  reason: Record<NonDeliveryReason, string>
  receivedBy: Record<'self' | 'guardian' | 'authorisedPerson', string>
  checkedBy: Record<'card' | 'sight', string>
  /** Who signed for somebody who could not. */
  witness: (name: string) => string
}

const vietnameseReasons = Object.fromEntries(
  Object.entries(nonDeliveryReasons).map(([code, { name }]) => [code, name]),
) as Terms['reason']

const vi: Terms = {
  period: {
    draft: 'Đang lập',
    checked: 'Đã kiểm tra',
    locked: 'Đã khóa, đang chi trả',
    paid: 'Đã chi trả xong',
    closed: 'Đã đóng',
  },
  channel: {
    home: 'Tại nhà',
    point: 'Tại điểm chi trả',
    account: 'Qua tài khoản',
    unknown: 'Chưa rõ phương thức',
  },
  kind: {
    monthly: 'Trợ cấp hằng tháng',
    arrears: 'Truy lĩnh',
    funeral: 'Mai táng phí',
    oneOff: 'Trợ cấp một lần',
    carriedOver: 'Kỳ trước chuyển sang',
  },
  standing: {
    nothingDue: 'Không phải chi',
    notYetVisited: 'Chưa đến',
    notPaid: 'Chưa chi được',
    partlyPaid: 'Chi một phần',
    paid: 'Đã chi trả',
  },
  flag: {
    double: 'Chi trùng',
    totalDiffers: 'Số tiền trao khác tổng các khoản',
    amountDiffers: 'Số tiền khác danh sách',
    notAssigned: 'Người chi không được phân công',
    reassigned: 'Đã phân công cho người khác trước khi chi',
    otherChannel: 'Không thuộc diện chi tại nhà',
    withdrawnItem: 'Khoản đã rút khỏi danh sách',
    expiredAuthorisation: 'Giấy ủy quyền hết hạn hoặc chưa có hiệu lực',
    afterClose: 'Đến sau khi đóng kỳ',
  },
  reason: vietnameseReasons,
  receivedBy: { self: 'Người hưởng', guardian: 'Người giám hộ', authorisedPerson: 'Người được ủy quyền' },
  checkedBy: { card: 'Quét thẻ căn cước', sight: 'Nhận diện trực tiếp' },
  witness: (name) => `Người làm chứng ký thay: ${name}`,
}

const en: Terms = {
  period: {
    draft: 'Being drafted',
    checked: 'Checked',
    locked: 'Locked, being paid',
    paid: 'Paid',
    closed: 'Closed',
  },
  channel: { home: 'At home', point: 'At a payment point', account: 'By account', unknown: 'Method not known' },
  kind: {
    monthly: 'Monthly benefit',
    arrears: 'Arrears',
    funeral: 'Funeral support',
    oneOff: 'One-off benefit',
    carriedOver: 'Carried over',
  },
  standing: {
    nothingDue: 'Nothing due',
    notYetVisited: 'Not yet visited',
    notPaid: 'Not paid',
    partlyPaid: 'Partly paid',
    paid: 'Paid',
  },
  flag: {
    double: 'Double payment',
    totalDiffers: 'Handed over another sum than the items add up to',
    amountDiffers: "Another amount than the list's",
    notAssigned: 'Paid by somebody it was not assigned to',
    reassigned: 'Assigned to somebody else before it was paid',
    otherChannel: 'Not a home delivery',
    withdrawnItem: 'An item had been taken off the list',
    expiredAuthorisation: 'The authorisation had expired or not begun',
    afterClose: 'Came after the month was closed',
  },
  reason: {
    R01: 'Not at home',
    R02: 'In hospital',
    R03: 'Has moved away',
    R04: 'Has died',
    R05: 'Missing',
    R06: 'Serving a prison sentence',
    R07: 'Detained for a month or more',
    R08: 'Refuses the benefit',
    R09: 'No longer entitled (age, disability, poverty status …)',
    R10: 'Personal data wrong or missing (name, birth, ID number)',
    R11: 'Could not show an identity paper',
    R12: 'Authorisation invalid or expired',
    R13: 'Guardian or recipient not settled yet',
    R14: 'Asks for the amount to be looked at again',
    R15: 'Registered for an account, or paid this month already',
    R16: 'Cannot be reached, address not found',
    R17: 'Could not get there (flood, disaster, unsafe)',
    R18: 'Abroad',
    R19: 'Not enough cash with the officer',
    R99: 'Other reason (in words)',
  },
  receivedBy: { self: 'The beneficiary', guardian: 'Guardian', authorisedPerson: 'Authorised person' },
  checkedBy: { card: 'Card scanned', sight: 'By sight' },
  witness: (name) => `A witness signed: ${name}`,
}

export const paymentTerms = { vi, en }
