// What the office may still ask for, in words that can be read to the person at the door.
import type { Paper } from '../domain/paper.ts'

const vi: Record<Paper, string> = {
  cardFront: 'Ảnh mặt trước căn cước',
  cardBack: 'Ảnh mặt sau căn cước',
  person: 'Ảnh chân dung người hưởng',
  authorisation: 'Giấy ủy quyền',
  signature: 'Chữ ký hoặc điểm chỉ',
  citizenId: 'Số căn cước công dân',
  phone: 'Số điện thoại',
  accountNumber: 'Số tài khoản',
  consent: 'Sự đồng ý của người hưởng',
  other: 'Giấy tờ khác',
}

const en: Record<Paper, string> = {
  cardFront: 'Photo of the front of the ID card',
  cardBack: 'Photo of the back of the ID card',
  person: 'Photo of the beneficiary',
  authorisation: 'Authorisation paper',
  signature: 'Signature or thumbprint',
  citizenId: 'Citizen ID number',
  phone: 'Phone number',
  accountNumber: 'Account number',
  consent: 'Consent of the beneficiary',
  other: 'Other papers',
}

export const paperWords = { vi, en }
