// Why a payment could not be handed over, and whether the commune has to do something about it.
import type { NonDeliveryReason } from './non-delivery-reasons.ts'

export const nonDeliveryReasons = {
  R01: { name: 'Vắng nhà', needsCommune: false },
  R02: { name: 'Đang điều trị tại cơ sở y tế', needsCommune: false },
  R03: { name: 'Đã chuyển nơi cư trú', needsCommune: true },
  R04: { name: 'Đã chết', needsCommune: true },
  R05: { name: 'Mất tích', needsCommune: true },
  R06: { name: 'Đang chấp hành án phạt tù', needsCommune: true },
  R07: { name: 'Bị tạm giam từ 01 tháng trở lên', needsCommune: true },
  R08: { name: 'Từ chối nhận chế độ', needsCommune: true },
  R09: { name: 'Không còn đủ điều kiện hưởng (quá tuổi, hết khuyết tật, hết hộ nghèo...)', needsCommune: true },
  R10: { name: 'Sai, thiếu thông tin nhân thân (họ tên, ngày sinh, số CCCD)', needsCommune: true },
  R11: { name: 'Không xuất trình được giấy tờ tùy thân', needsCommune: false },
  R12: { name: 'Giấy ủy quyền không hợp lệ hoặc hết thời hạn', needsCommune: false },
  R13: { name: 'Chưa xác định được người giám hộ, người nhận thay', needsCommune: true },
  R14: { name: 'Người hưởng đề nghị xem lại số tiền', needsCommune: true },
  R15: { name: 'Đã đăng ký nhận qua tài khoản / đã nhận kỳ này', needsCommune: true },
  R16: { name: 'Không liên lạc được, không tìm thấy địa chỉ', needsCommune: false },
  R17: { name: 'Không đến được (ngập, thiên tai, mất an toàn)', needsCommune: false },
  R18: { name: 'Đi nước ngoài', needsCommune: true },
  R19: { name: 'Thiếu tiền mặt khi đi chi trả', needsCommune: false },
  R99: { name: 'Lý do khác (ghi rõ)', needsCommune: true },
} as const satisfies Record<NonDeliveryReason, { name: string; needsCommune: boolean }>
