// What the things of the domain are called on the tablet's screens.
import type { AccountState, PhoneOwner } from '../../domain/beneficiary.ts'
import type { IdKind } from '../../domain/citizen-id.ts'
import type { EntitlementState, Programme } from '../../domain/entitlement.ts'
import type { PhotoRole } from '../../domain/paper.ts'
import type { HomeReason, PaymentKind } from '../../domain/payment-method.ts'
import type { Sex } from '../../domain/sex.ts'

type Terms = {
  sex: Record<Sex, string>
  idKind: Record<IdKind, string>
  programme: Record<Programme, string>
  entitlement: Record<EntitlementState, string>
  method: Record<PaymentKind, string>
  methodUnknown: string
  homeReason: Record<HomeReason, string>
  openAccount: string
  account: Record<AccountState, string>
  phoneOwner: Record<PhoneOwner, string>
  photo: Record<PhotoRole, string>
  substitute: Record<'none' | 'guardian' | 'authorisedPerson', string>
  hamlet: string
  /** In place of a category whose name would tell of somebody's health. */
  category: (code: string | null) => string
}

const vi: Terms = {
  sex: { F: 'Nữ', M: 'Nam' },
  idKind: { cccd: 'CCCD / Căn cước', cmnd: 'CMND', none: 'Không có' },
  programme: { NCC: 'Người có công', BTXH: 'Bảo trợ xã hội' },
  entitlement: { active: 'Đang hưởng', suspended: 'Tạm dừng', ceased: 'Thôi hưởng' },
  method: {
    bankAccount: 'Tài khoản ngân hàng',
    digitalAccount: 'Tài khoản số',
    cashAtPoint: 'Tiền mặt tại điểm chi trả',
    cashAtHome: 'Tiền mặt tại nhà',
  },
  methodUnknown: 'Chưa có thông tin',
  homeReason: {
    ill: 'Ốm đau',
    disabled: 'Khuyết tật, không đi lại được',
    nobodyToCollect: 'Không có người nhận thay',
    other: 'Lý do khác',
  },
  openAccount: 'Chưa có – đề nghị mở',
  account: { none: 'Chưa mở', requested: 'Đã đề nghị mở', opened: 'Đã mở', refused: 'Bị từ chối' },
  phoneOwner: {
    self: 'Của người hưởng',
    relative: 'Của người thân',
    neighbour: 'Của hàng xóm',
    other: 'Của người khác',
  },
  photo: {
    cardFront: 'Mặt trước thẻ',
    cardBack: 'Mặt sau thẻ',
    person: 'Chân dung người hưởng',
    authorisation: 'Giấy ủy quyền',
    signature: 'Chữ ký',
    thumbprint: 'Phiếu điểm chỉ',
    witnessSignature: 'Chữ ký người làm chứng',
    other: 'Giấy tờ khác',
  },
  substitute: {
    none: 'Không có, người hưởng tự nhận',
    guardian: 'Người giám hộ',
    authorisedPerson: 'Người được ủy quyền',
  },
  hamlet: 'Ấp/Khu vực',
  category: (code) => (code === null ? 'Nhóm được giữ kín' : `Nhóm ${code}`),
}

const en: Terms = {
  sex: { F: 'Female', M: 'Male' },
  idKind: { cccd: 'Citizen ID (CCCD)', cmnd: 'Old ID card (CMND)', none: 'None' },
  programme: { NCC: 'Meritorious service', BTXH: 'Social assistance' },
  entitlement: { active: 'Active', suspended: 'Suspended', ceased: 'Ceased' },
  method: {
    bankAccount: 'Bank account',
    digitalAccount: 'Digital account',
    cashAtPoint: 'Cash at a payment point',
    cashAtHome: 'Cash at home',
  },
  methodUnknown: 'Not known',
  homeReason: {
    ill: 'Ill',
    disabled: 'Disabled and cannot travel',
    nobodyToCollect: 'Nobody to collect it',
    other: 'Another reason',
  },
  openAccount: 'None yet – please open one',
  account: { none: 'Not opened', requested: 'Requested', opened: 'Opened', refused: 'Refused' },
  phoneOwner: {
    self: 'The beneficiary’s own',
    relative: 'A relative’s',
    neighbour: 'A neighbour’s',
    other: 'Somebody else’s',
  },
  photo: {
    cardFront: 'Front of the card',
    cardBack: 'Back of the card',
    person: 'Portrait of the beneficiary',
    authorisation: 'Authorisation paper',
    signature: 'Signature',
    thumbprint: 'Thumbprint paper',
    witnessSignature: 'Signature of the witness',
    other: 'Another paper',
  },
  substitute: {
    none: 'Nobody, the beneficiary receives in person',
    guardian: 'Guardian',
    authorisedPerson: 'Authorised person',
  },
  hamlet: 'Hamlet',
  category: (code) => (code === null ? 'Category kept private' : `Category ${code}`),
}

export const termWords = { vi, en }
export type TabletTerms = Terms
