// What is wrong with a typed person or benefit, a sentence each.
import type { BenefitProblem } from '../../domain/list-edit/typed-benefit.ts'
import type { TypedProblem } from '../../domain/list-edit/typed-person.ts'

/** What can be wrong in the office's form: of a registration's problems those that belong to the list. */
type PersonProblem = Exclude<
  TypedProblem,
  | 'birth'
  | 'sex'
  | 'idNumber'
  | 'citizenIdUnreadable'
  | 'oldCardUnreadable'
  | 'idIssuedUnreadable'
  | 'method'
  | 'confirmation'
  | 'signature'
  | 'thumbprint'
  | 'witnessName'
  | 'witnessSignature'
>

const vi = {
  problem: {
    name: 'Nhập họ và tên.',
    birthUnreadable: 'Ngày sinh chưa đúng. Ghi 01/02/1945, 02/1945 hoặc 1945.',
    birthInFuture: 'Ngày sinh ở sau hôm nay.',
    idUnreadable: 'Số CCCD có 12 chữ số, số CMND có 9 chữ số.',
    oldIdUnreadable: 'Số CMND cũ có 9 hoặc 12 chữ số.',
    phoneUnreadable: 'Số di động có 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
    substituteName: 'Nhập họ và tên người nhận thay.',
    substituteRelation: 'Nhập quan hệ với người hưởng.',
    substituteIdUnreadable: 'Số giấy tờ có 9 hoặc 12 chữ số.',
    substitutePhoneUnreadable: 'Số di động có 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
    authorisationDate: 'Nhập ngày của giấy ủy quyền.',
    authorisationDateUnreadable: 'Ghi đủ ngày/tháng/năm.',
    authorisationCertifiedBy: 'Nhập nơi chứng thực.',
    validUntilUnreadable: 'Ghi đủ ngày/tháng/năm, hoặc để trống.',
    bank: 'Chọn ngân hàng.',
    accountNumber: 'Nhập số tài khoản, hoặc đánh dấu là chưa có.',
    accountNumberUnreadable: 'Số tài khoản gồm 6 đến 19 chữ số hoặc chữ cái.',
    accountNumberDiffers: 'Hai lần nhập chưa giống nhau.',
    accountHolder: 'Nhập tên chủ tài khoản.',
    provider: 'Nhập nhà cung cấp.',
    digitalPhone: 'Nhập số điện thoại của tài khoản, hoặc đánh dấu là chưa có.',
    digitalPhoneUnreadable: 'Số di động có 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
    point: 'Nhập điểm chi trả.',
    homeReason: 'Chọn lý do chi trả tại nhà.',
    homeNote: 'Ghi rõ lý do.',
  } satisfies Record<PersonProblem, string>,
  benefitProblem: {
    programme: 'Chọn chương trình.',
    category: 'Chọn nhóm đối tượng, hoặc ghi tên nhóm.',
    monthly: 'Nhập mức hưởng mỗi tháng.',
    monthlyUnreadable: 'Số tiền là số tròn đồng, như 540.000.',
    arrearsUnreadable: 'Số tiền là số tròn đồng, như 540.000.',
    dayUnreadable: 'Ghi đủ ngày/tháng/năm.',
    untilBeforeFrom: 'Ngày cuối ở trước ngày đầu.',
  } satisfies Record<BenefitProblem, string>,
}
type Words = typeof vi

const en: Words = {
  problem: {
    name: 'Enter the name.',
    birthUnreadable: 'This is no date of birth. Write 01/02/1945, 02/1945 or 1945.',
    birthInFuture: 'The birth lies after today.',
    idUnreadable: 'A citizen ID has 12 digits, an old ID 9.',
    oldIdUnreadable: 'An old ID number has 9 or 12 digits.',
    phoneUnreadable: 'A mobile number has 10 digits and begins with 03, 05, 07, 08 or 09.',
    substituteName: 'Enter the name of the substitute recipient.',
    substituteRelation: 'Enter the relation to the beneficiary.',
    substituteIdUnreadable: 'The ID number has 9 or 12 digits.',
    substitutePhoneUnreadable: 'A mobile number has 10 digits and begins with 03, 05, 07, 08 or 09.',
    authorisationDate: 'Enter the date of the authorisation.',
    authorisationDateUnreadable: 'Write day/month/year.',
    authorisationCertifiedBy: 'Enter who certified it.',
    validUntilUnreadable: 'Write day/month/year, or leave it empty.',
    bank: 'Choose the bank.',
    accountNumber: 'Enter the account number, or tick that there is none.',
    accountNumberUnreadable: 'An account number has 6 to 19 digits or letters.',
    accountNumberDiffers: 'The two numbers are not the same.',
    accountHolder: 'Enter the name of the account holder.',
    provider: 'Enter the provider.',
    digitalPhone: 'Enter the phone number of the account, or tick that there is none.',
    digitalPhoneUnreadable: 'A mobile number has 10 digits and begins with 03, 05, 07, 08 or 09.',
    point: 'Enter the payment point.',
    homeReason: 'Choose why it is paid at home.',
    homeNote: 'Explain the reason.',
  },
  benefitProblem: {
    programme: 'Choose the programme.',
    category: 'Choose the category, or write its name.',
    monthly: 'Enter the amount a month.',
    monthlyUnreadable: 'The amount is in whole đồng, such as 540.000.',
    arrearsUnreadable: 'The amount is in whole đồng, such as 540.000.',
    dayUnreadable: 'Write day/month/year.',
    untilBeforeFrom: 'The last day lies before the first.',
  },
}

export const listProblemWords = { vi, en }
