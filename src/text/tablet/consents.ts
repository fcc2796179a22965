// The sentences of consent, read aloud to the person. A changed sentence is a new version: the record keeps which one was read.
import type { ConsentPurpose } from '../../domain/consent.ts'

/** Version of the sentences below, kept with each answer. */
export const consentVersion = '2026-11'

const vi: Record<ConsentPurpose, string> = {
  passToProvider:
    'Tôi đồng ý để xã/phường chuyển họ tên, ngày sinh, số giấy tờ, điện thoại và ảnh thẻ của tôi cho ngân hàng hoặc đơn vị cung cấp tài khoản, chỉ để mở tài khoản và trả trợ cấp. Tôi có thể rút lại bất cứ lúc nào và nhận tiền mặt.',
  keepPortrait:
    'Tôi đồng ý để xã/phường lưu ảnh chân dung của tôi trong hồ sơ, chỉ để nhận đúng người khi chi trả. Tôi có thể yêu cầu xóa ảnh.',
}

const en: Record<ConsentPurpose, string> = {
  passToProvider:
    'I agree that the commune passes my name, birth, ID number, phone and card photos to the bank or account provider, only to open the account and pay the benefit. I may take this back at any time and be paid in cash.',
  keepPortrait:
    'I agree that the commune keeps my portrait with the registration, only to recognise the right person when paying. I may ask for it to be deleted.',
}

export const consentWords = { vi, en }
