// Who works in the demo. The passwords are printed for everybody to see: nothing real may ever stand behind them.
import type { CommuneCode } from '../../domain/ids.ts'
import type { Role } from '../../domain/role.ts'

export const demoWard = '31183' as CommuneCode

export type DemoAccount = { role: Role; username: string; name: string; password: string }

export const demoAdministrator = {
  role: 'administrator',
  username: 'quantri',
  name: 'Lê Quản Trị',
  password: 'ben-ninh-kieu-26',
} as const satisfies DemoAccount

/** Everybody but the administrator works in the demo's ward alone. */
export const demoStaff = [
  { role: 'reviewer', username: 'xetduyet', name: 'Trần Thị Xét Duyệt', password: 'cho-noi-cai-rang-26' },
  { role: 'wardOfficer', username: 'canbo1', name: 'Nguyễn Văn Cán Bộ', password: 'vuon-co-bang-lang-26' },
  { role: 'wardOfficer', username: 'canbo2', name: 'Võ Thị Khu Vực', password: 'nha-co-binh-thuy-26' },
  { role: 'paymentOfficer', username: 'chitra', name: 'Phan Văn Bưu Tá', password: 'cau-can-tho-ngay-26' },
  { role: 'observer', username: 'giamsat', name: 'Đỗ Thị Giám Sát', password: 'song-hau-nuoc-lon-26' },
] as const satisfies readonly DemoAccount[]
