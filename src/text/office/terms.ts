// What the things of the domain are called on the office's screens.
import type { AccountState, PhoneOwner, Verification } from '../../domain/beneficiary.ts'
import type { ConsentPurpose } from '../../domain/consent.ts'
import type { EntitlementState, Programme } from '../../domain/entitlement.ts'
import type { Paper, PhotoRole } from '../../domain/paper.ts'
import type { HomeReason, PaymentKind } from '../../domain/payment-method.ts'
import type { Role } from '../../domain/role.ts'
import type { ReviewState } from '../../domain/review.ts'
import type { Sex } from '../../domain/sex.ts'
import type { SubstituteRecipient } from '../../domain/substitute-recipient.ts'

type Terms = {
  review: Record<ReviewState, string>
  sex: Record<Sex, string>
  role: Record<Role, string>
  programme: Record<Programme, string>
  entitlement: Record<EntitlementState, string>
  method: Record<PaymentKind, string>
  methodUnknown: string
  homeReason: Record<HomeReason, string>
  openAccount: string
  bank: string
  accountNumber: string
  holder: string
  provider: string
  point: string
  account: Record<AccountState, string>
  verification: Record<Verification, string>
  phoneOwner: Record<PhoneOwner, string>
  paper: Record<Paper, string>
  photo: Record<PhotoRole, string>
  consent: Record<ConsentPurpose, string>
  substitute: Record<SubstituteRecipient['kind'], string>
  paperUntil: (date: string) => string
  noSubstitute: string
  field: Record<
    | 'name'
    | 'birth'
    | 'sex'
    | 'idNumber'
    | 'idIssued'
    | 'oldIdNumber'
    | 'fileCode'
    | 'phone'
    | 'phoneOwner'
    | 'permanentAddress'
    | 'currentAddress'
    | 'commune'
    | 'hamlet'
    | 'method'
    | 'substitute'
    | 'programme'
    | 'category'
    | 'verification'
    | 'account'
    | 'note',
    string
  >
}

const vi: Terms = {
  review: { new: 'Chờ duyệt', accepted: 'Đã duyệt', needsPapers: 'Cần bổ sung', rejected: 'Từ chối' },
  sex: { F: 'Nữ', M: 'Nam' },
  role: {
    wardOfficer: 'Cán bộ phường, xã',
    paymentOfficer: 'Nhân viên chi trả',
    reviewer: 'Người duyệt',
    observer: 'Người theo dõi',
    administrator: 'Quản trị',
  },
  programme: { NCC: 'Người có công', BTXH: 'Bảo trợ xã hội' },
  entitlement: { active: 'Đang hưởng', suspended: 'Tạm dừng', ceased: 'Thôi hưởng' },
  method: {
    bankAccount: 'Tài khoản ngân hàng',
    digitalAccount: 'Tài khoản số',
    cashAtPoint: 'Tiền mặt tại điểm chi trả',
    cashAtHome: 'Tiền mặt tại nhà',
  },
  methodUnknown: 'Chưa rõ',
  homeReason: {
    ill: 'ốm đau',
    disabled: 'khuyết tật, không đi lại được',
    nobodyToCollect: 'không có người nhận thay',
    other: 'lý do khác',
  },
  openAccount: 'Chưa có – đề nghị mở',
  bank: 'Ngân hàng',
  accountNumber: 'Số tài khoản',
  holder: 'Chủ tài khoản',
  provider: 'Nhà cung cấp',
  point: 'Điểm chi trả',
  account: { none: 'Chưa mở', requested: 'Đã đề nghị mở', opened: 'Đã mở', refused: 'Bị từ chối' },
  verification: {
    notYet: 'Chưa xác thực',
    match: 'Khớp',
    mismatch: 'Không khớp',
    notFound: 'Không tìm thấy',
    deceased: 'Đã chết',
  },
  phoneOwner: {
    self: 'của người hưởng',
    relative: 'của người thân',
    neighbour: 'của hàng xóm',
    other: 'của người khác',
  },
  paper: {
    cardFront: 'Ảnh mặt trước thẻ',
    cardBack: 'Ảnh mặt sau thẻ',
    person: 'Ảnh người hưởng',
    authorisation: 'Giấy ủy quyền',
    signature: 'Chữ ký hoặc điểm chỉ',
    citizenId: 'Căn cước công dân',
    phone: 'Số điện thoại',
    accountNumber: 'Số tài khoản',
    consent: 'Đồng ý cung cấp thông tin',
    other: 'Giấy tờ khác',
  },
  photo: {
    cardFront: 'Mặt trước thẻ',
    cardBack: 'Mặt sau thẻ',
    person: 'Người hưởng',
    authorisation: 'Giấy ủy quyền',
    signature: 'Chữ ký',
    thumbprint: 'Điểm chỉ',
    witnessSignature: 'Chữ ký người làm chứng',
    other: 'Giấy tờ khác',
  },
  consent: {
    passToProvider: 'Cung cấp thông tin cho ngân hàng, ví điện tử',
    keepPortrait: 'Lưu ảnh chân dung',
  },
  substitute: { guardian: 'Người giám hộ', authorisedPerson: 'Người được ủy quyền' },
  paperUntil: (date) => `có giá trị đến hết ${date}`,
  noSubstitute: 'Không có người nhận thay',
  field: {
    name: 'Họ và tên',
    birth: 'Ngày sinh',
    sex: 'Giới tính',
    idNumber: 'Số CCCD/CMND',
    idIssued: 'Ngày cấp',
    oldIdNumber: 'Số CMND cũ',
    fileCode: 'Mã hồ sơ',
    phone: 'Điện thoại',
    phoneOwner: 'Điện thoại của ai',
    permanentAddress: 'Nơi thường trú',
    currentAddress: 'Nơi ở hiện tại',
    commune: 'Xã/Phường',
    hamlet: 'Ấp/Khu vực',
    method: 'Phương thức',
    substitute: 'Người nhận thay',
    programme: 'Chương trình',
    category: 'Nhóm đối tượng',
    verification: 'Đối chiếu dân cư',
    account: 'Tài khoản',
    note: 'Ghi chú',
  },
}

const en: Terms = {
  review: { new: 'Waiting', accepted: 'Accepted', needsPapers: 'Needs papers', rejected: 'Rejected' },
  sex: { F: 'Female', M: 'Male' },
  role: {
    wardOfficer: 'Ward officer',
    paymentOfficer: 'Payment officer',
    reviewer: 'Reviewer',
    observer: 'Observer',
    administrator: 'Administrator',
  },
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
    ill: 'ill',
    disabled: 'disabled and cannot travel',
    nobodyToCollect: 'nobody to collect it',
    other: 'another reason',
  },
  openAccount: 'None yet – asks to open one',
  bank: 'Bank',
  accountNumber: 'Account number',
  holder: 'Account holder',
  provider: 'Provider',
  point: 'Payment point',
  account: { none: 'Not opened', requested: 'Requested', opened: 'Opened', refused: 'Refused' },
  verification: {
    notYet: 'Not verified yet',
    match: 'Matches',
    mismatch: 'Does not match',
    notFound: 'Not found',
    deceased: 'Deceased',
  },
  phoneOwner: {
    self: "the beneficiary's own",
    relative: "a relative's",
    neighbour: "a neighbour's",
    other: "somebody else's",
  },
  paper: {
    cardFront: 'Photo of the card, front',
    cardBack: 'Photo of the card, back',
    person: 'Photo of the person',
    authorisation: 'Authorisation paper',
    signature: 'Signature or thumbprint',
    citizenId: 'Citizen ID card',
    phone: 'Phone number',
    accountNumber: 'Account number',
    consent: 'Consent to pass data on',
    other: 'Another paper',
  },
  photo: {
    cardFront: 'Card, front',
    cardBack: 'Card, back',
    person: 'The person',
    authorisation: 'Authorisation paper',
    signature: 'Signature',
    thumbprint: 'Thumbprint',
    witnessSignature: "Witness's signature",
    other: 'Another paper',
  },
  consent: { passToProvider: 'Pass data to the bank or wallet', keepPortrait: 'Keep the portrait' },
  substitute: { guardian: 'Guardian', authorisedPerson: 'Authorised person' },
  paperUntil: (date) => `valid until ${date}`,
  noSubstitute: 'No substitute recipient',
  field: {
    name: 'Name',
    birth: 'Birth',
    sex: 'Sex',
    idNumber: 'ID number',
    idIssued: 'Issued on',
    oldIdNumber: 'Old ID number',
    fileCode: 'File code',
    phone: 'Phone',
    phoneOwner: 'Whose phone',
    permanentAddress: 'Permanent address',
    currentAddress: 'Current address',
    commune: 'Commune',
    hamlet: 'Hamlet',
    method: 'Payment method',
    substitute: 'Substitute recipient',
    programme: 'Programme',
    category: 'Category',
    verification: 'Population check',
    account: 'Account',
    note: 'Note',
  },
}

export const termWords = { vi, en }
