// One sentence per lack, doubt, need and paper of a registration: what it is and what to do.
import type { IdContradiction } from '../../domain/citizen-id.ts'
import type { Doubt } from '../../domain/registration/doubts.ts'
import type { CashReason, Need } from '../../domain/registration/eligibility.ts'
import type { Missing } from '../../domain/registration/missing.ts'
import type { PaperReason } from '../../domain/registration/missing-papers.ts'

type Problems = {
  missing: Record<Missing, string>
  doubt: Record<Exclude<Doubt['kind'], 'idContradiction'>, string>
  idContradiction: Record<IdContradiction, string>
  /** After "Cần bổ sung: ". */
  need: Record<Need, string>
  cash: Record<CashReason, string>
  paperReason: Record<PaperReason, string>
}

const vi: Problems = {
  missing: {
    name: 'Nhập họ và tên.',
    birth: 'Nhập ngày sinh hoặc năm sinh.',
    birthUnreadable: 'Ngày sinh chưa đúng. Ghi 01/02/1945, 02/1945 hoặc 1945.',
    birthInFuture: 'Ngày sinh ở sau hôm nay. Xin kiểm tra lại.',
    sex: 'Chọn giới tính.',
    idNumber: 'Nhập số giấy tờ, hoặc chọn “Không có”.',
    citizenIdUnreadable: 'Số CCCD phải có đủ 12 chữ số.',
    oldCardUnreadable: 'Số CMND phải có đủ 9 chữ số.',
    idIssuedUnreadable: 'Ngày cấp chưa đúng. Ghi đủ ngày/tháng/năm, hoặc để trống.',
    oldIdUnreadable: 'Số CMND cũ phải có 9 hoặc 12 chữ số, hoặc để trống.',
    phoneUnreadable: 'Số điện thoại di động phải có 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
    substituteName: 'Nhập họ và tên người nhận thay.',
    substituteRelation: 'Nhập quan hệ với người hưởng.',
    substituteIdUnreadable: 'Số giấy tờ của người nhận thay phải có 9 hoặc 12 chữ số.',
    substitutePhoneUnreadable:
      'Số điện thoại của người nhận thay phải có 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
    authorisationDate: 'Nhập ngày của giấy ủy quyền.',
    authorisationDateUnreadable: 'Ngày của giấy ủy quyền chưa đúng. Ghi đủ ngày/tháng/năm.',
    authorisationCertifiedBy: 'Nhập nơi chứng thực giấy ủy quyền.',
    validUntilUnreadable: 'Ngày hết giá trị chưa đúng. Ghi đủ ngày/tháng/năm, hoặc để trống.',
    method: 'Chọn phương thức nhận tiền.',
    bank: 'Chọn ngân hàng.',
    accountNumber: 'Nhập số tài khoản, hoặc đánh dấu “Chưa có – đề nghị mở”.',
    accountNumberUnreadable: 'Số tài khoản gồm 6 đến 19 chữ số hoặc chữ cái.',
    accountNumberDiffers: 'Hai lần nhập số tài khoản chưa giống nhau.',
    accountHolder: 'Nhập tên chủ tài khoản.',
    provider: 'Nhập đơn vị cung cấp tài khoản số.',
    digitalPhone: 'Nhập số điện thoại của tài khoản, hoặc đánh dấu “Chưa có – đề nghị mở”.',
    digitalPhoneUnreadable: 'Số điện thoại của tài khoản phải có 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
    point: 'Nhập điểm chi trả.',
    homeReason: 'Chọn lý do chi trả tại nhà.',
    homeNote: 'Ghi rõ lý do chi trả tại nhà.',
    confirmation: 'Chọn cách xác nhận: ký tên, điểm chỉ hoặc người làm chứng.',
    signature: 'Mời ký tên vào khung.',
    thumbprint: 'Chụp phiếu có dấu điểm chỉ.',
    witnessName: 'Nhập họ và tên người làm chứng.',
    witnessSignature: 'Mời người làm chứng ký vào khung.',
  },
  doubt: {
    idIssuedBeforeBirth: 'Ngày cấp giấy tờ trước năm sinh. Xin kiểm tra lại.',
    substituteIdProvince: 'Ba số đầu trên giấy tờ của người nhận thay không thuộc mã tỉnh nào. Xin kiểm tra lại.',
    authorisationNotInForce: 'Giấy ủy quyền hôm nay không có giá trị. Cần giấy mới trước khi mở tài khoản.',
    holderIsSomebodyElse: 'Tên chủ tài khoản khác tên người nhận. Xin kiểm tra lại.',
    noProgramme: 'Chưa chọn chương trình. Văn phòng sẽ phải hỏi lại.',
    portraitWithoutConsent: 'Đã chụp chân dung nhưng chưa đồng ý cho lưu. Hãy hỏi ý kiến, hoặc xóa ảnh.',
  },
  idContradiction: {
    province: 'Ba số đầu của CCCD không thuộc mã tỉnh nào. Xin đối chiếu với thẻ; vẫn lưu được.',
    sex: 'Số CCCD ghi giới tính khác với mục đã chọn. Xin đối chiếu với thẻ; vẫn lưu được.',
    birthYear: 'Số CCCD ghi năm sinh khác với ngày sinh đã nhập. Xin đối chiếu với thẻ; vẫn lưu được.',
  },
  need: {
    identityCard: 'căn cước công dân của người nhận',
    cardContradiction: 'kiểm tra số CCCD cho khớp ngày sinh, giới tính',
    cardFront: 'ảnh mặt trước thẻ',
    cardBack: 'ảnh mặt sau thẻ',
    fullBirthDate: 'ngày sinh đầy đủ để biết đã đủ 15 tuổi',
    phone: 'số điện thoại của người nhận',
    consent: 'đồng ý chuyển thông tin cho ngân hàng hoặc đơn vị cung cấp tài khoản',
    holderName: 'tài khoản đứng tên người nhận',
    authorisationInForce: 'giấy ủy quyền còn giá trị',
  },
  cash: {
    cashWished: 'Người hưởng chọn nhận tiền mặt.',
    childWithoutGuardian: 'Dưới 15 tuổi và không có người giám hộ.',
  },
  paperReason: {
    toOpenAccount: 'để mở tài khoản',
    substituteReceives: 'vì có người nhận thay',
    officeAsked: 'văn phòng yêu cầu',
  },
}

const en: Problems = {
  missing: {
    name: 'Enter the name.',
    birth: 'Enter the date or the year of birth.',
    birthUnreadable: 'This is no date of birth. Write 01/02/1945, 02/1945 or 1945.',
    birthInFuture: 'The birth lies after today. Please check.',
    sex: 'Choose the sex.',
    idNumber: 'Enter the ID number, or choose “None”.',
    citizenIdUnreadable: 'A citizen ID has 12 digits.',
    oldCardUnreadable: 'An old ID card has 9 digits.',
    idIssuedUnreadable: 'This is no date of issue. Write day/month/year, or leave it empty.',
    oldIdUnreadable: 'The old ID number has 9 or 12 digits, or is left empty.',
    phoneUnreadable: 'A mobile number has 10 digits and begins with 03, 05, 07, 08 or 09.',
    substituteName: 'Enter the name of the substitute recipient.',
    substituteRelation: 'Enter the relation to the beneficiary.',
    substituteIdUnreadable: 'The ID number of the substitute recipient has 9 or 12 digits.',
    substitutePhoneUnreadable:
      'The phone of the substitute recipient has 10 digits and begins with 03, 05, 07, 08 or 09.',
    authorisationDate: 'Enter the date of the authorisation.',
    authorisationDateUnreadable: 'This is no date of an authorisation. Write day/month/year.',
    authorisationCertifiedBy: 'Enter who certified the authorisation.',
    validUntilUnreadable: 'The last day of validity is no date. Write day/month/year, or leave it empty.',
    method: 'Choose how the money is received.',
    bank: 'Choose the bank.',
    accountNumber: 'Enter the account number, or tick “None yet – please open one”.',
    accountNumberUnreadable: 'An account number has 6 to 19 digits or letters.',
    accountNumberDiffers: 'The account number was typed differently the second time.',
    accountHolder: 'Enter the name of the account’s holder.',
    provider: 'Enter the provider of the digital account.',
    digitalPhone: 'Enter the phone number of the account, or tick “None yet – please open one”.',
    digitalPhoneUnreadable: 'The phone number of the account has 10 digits and begins with 03, 05, 07, 08 or 09.',
    point: 'Enter the payment point.',
    homeReason: 'Choose the reason for paying at home.',
    homeNote: 'Write down the reason for paying at home.',
    confirmation: 'Choose how it is confirmed: signature, thumbprint or a witness.',
    signature: 'Please sign in the frame.',
    thumbprint: 'Take a photo of the thumbprint paper.',
    witnessName: 'Enter the name of the witness.',
    witnessSignature: 'The witness signs in the frame.',
  },
  doubt: {
    idIssuedBeforeBirth: 'The card was issued before the year of birth. Please check.',
    substituteIdProvince: 'The first three digits of the substitute’s ID are of no province. Please check.',
    authorisationNotInForce: 'The authorisation is not valid today. A new one is needed before an account is opened.',
    holderIsSomebodyElse: 'The account’s holder is not the recipient. Please check.',
    noProgramme: 'No programme was chosen. The office will have to ask.',
    portraitWithoutConsent: 'A portrait was taken, but nobody agreed to its being kept. Ask, or delete it.',
  },
  idContradiction: {
    province:
      'The first three digits of the ID are of no province. Compare with the card; it can be saved all the same.',
    sex: 'The ID number says another sex. Compare with the card; it can be saved all the same.',
    birthYear: 'The ID number says another year of birth. Compare with the card; it can be saved all the same.',
  },
  need: {
    identityCard: 'the citizen ID card of the recipient',
    cardContradiction: 'an ID number that fits birth and sex',
    cardFront: 'a photo of the front of the card',
    cardBack: 'a photo of the back of the card',
    fullBirthDate: 'the whole date of birth, to know whether 15 years are reached',
    phone: 'a phone number of the recipient',
    consent: 'consent to pass data to the bank or account provider',
    holderName: 'an account in the recipient’s name',
    authorisationInForce: 'an authorisation that is valid',
  },
  cash: {
    cashWished: 'The beneficiary chose cash.',
    childWithoutGuardian: 'Under 15 and without a guardian.',
  },
  paperReason: {
    toOpenAccount: 'to open an account',
    substituteReceives: 'because somebody else receives',
    officeAsked: 'asked for by the office',
  },
}

export const registrationProblemWords = { vi, en }
