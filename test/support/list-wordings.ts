// What communes write above the columns of their lists.

/** `male` and `female` hold the year of birth of men and women. */
export type ListField =
  | 'order'
  | 'fileCode'
  | 'name'
  | 'birth'
  | 'male'
  | 'female'
  | 'sex'
  | 'id'
  | 'hamlet'
  | 'category'
  | 'monthly'
  | 'arrears'
  | 'total'
  | 'phone'
  | 'note'
  | 'signature'

/** Wordings as they were seen, or as people would write them. */
export const listWordings: Readonly<Record<ListField, readonly string[]>> = {
  order: ['STT', 'TT', 'Số TT', 'Số thứ tự', 'S TT'],
  fileCode: ['Mã hồ sơ', 'Mã HS', 'Số hồ sơ', 'Mã đối tượng', 'Mã số', 'Mã ĐT'],
  name: [
    'Họ và tên',
    'Họ tên',
    'Họ và tên người hưởng',
    'Họ tên đối tượng',
    'Tên người hưởng',
    'Họ, chữ đệm và tên',
    'Họ và tên người thụ hưởng',
    'Họ & tên',
    'Họ và tên (chữ in hoa)',
    'Đối tượng (họ và tên)',
    'Họ tên theo CCCD',
  ],
  birth: [
    'Năm sinh',
    'Ngày sinh',
    'Ngày tháng năm sinh',
    'Ngày, tháng, năm sinh',
    'Ngày/năm sinh',
    'NTNS',
    'Sinh năm',
    'Năm sinh (ghi rõ)',
    'Ng. sinh',
    'Ngày th.năm sinh',
    'Ngày sinh theo CCCD',
    'Ngày tháng năm sinh (ghi theo CCCD)',
    'Năm sinh (hoặc ngày tháng năm sinh)',
  ],
  male: ['Nam'],
  female: ['Nữ'],
  sex: ['Giới tính', 'Phái', 'GT', 'Nam/Nữ', 'Giới', 'Giới tính (Nam/Nữ)'],
  id: [
    'Số CCCD/CMND',
    'CCCD',
    'Số CMT',
    'Số định danh',
    'Số định danh cá nhân',
    'Số giấy tờ tùy thân',
    'CMND/CCCD',
    'Số căn cước công dân',
    'Số CCCD',
    'Số ĐDCN',
    'Số thẻ CCCD',
    'Thẻ căn cước',
    'Mã số định danh cá nhân',
    'Số CCCD hoặc CMND',
  ],
  hamlet: [
    'Ấp',
    'Khu vực',
    'Ấp/Khu vực',
    'Ấp (khu vực)',
    'KV',
    'Tên ấp',
    'Khóm/ấp',
    'Thuộc ấp',
    'Ấp nơi cư trú',
    'Nơi ở (ấp/khu vực)',
  ],
  category: [
    'Đối tượng',
    'Loại đối tượng',
    'Nhóm đối tượng',
    'Nhóm',
    'Diện đối tượng',
    'Diện',
    'Chế độ',
    'Đối tượng hưởng',
    'Chế độ hưởng',
  ],
  monthly: [
    'Mức trợ cấp',
    'Mức hưởng',
    'Số tiền/tháng',
    'Mức hưởng/tháng',
    'Trợ cấp hàng tháng',
    'Số tiền',
    'Mức TC',
    'Mức trợ cấp (đồng)',
    'Trợ cấp tháng 12',
    'Tiền trợ cấp',
    'Mức trợ cấp hằng tháng',
    'Mức/tháng',
    'Định mức',
  ],
  arrears: [
    'Truy lĩnh',
    'Truy lĩnh tháng 11',
    'Số tiền truy lĩnh',
    'Truy lĩnh (đồng)',
    'Truy lãnh',
    'Truy lĩnh tháng 10, 11/2023',
    'Truy lĩnh từ tháng 8/2026',
    'Truy trả',
    'Truy hưởng',
  ],
  total: ['Tổng cộng', 'Tổng số tiền', 'Tổng tiền', 'Cộng', 'Thực lĩnh', 'Tổng', 'Thực nhận', 'Tổng số tiền được lĩnh'],
  phone: ['Điện thoại', 'ĐT', 'SĐT', 'Số điện thoại', 'Số ĐT', 'ĐT liên hệ', 'Di động'],
  note: ['Ghi chú', 'GC'],
  signature: ['Ký nhận', 'Ký tên', 'Chữ ký', 'Ký, ghi rõ họ tên'],
}
