// Vietnamese words of an import that leave the server: at the command line, and in files for offices.
import type { RowFault, RowNotice } from '../../domain/list-import/list-row.ts'
import { formatDong } from '../../domain/money.ts'
import type { ListFileProblem } from '../../domain/list-import/list-file-problem.ts'
import type { LineKind } from '../../protocol/office/imports.ts'
import type { ImportReport } from './report-import.ts'

/** One sentence for a file that is not taken. */
export const fileSentences: Readonly<Record<ListFileProblem, string>> = {
  encrypted: 'Tệp có mật khẩu nên không đọc được.',
  corrupt: 'Tệp bị hỏng hoặc bị cắt cụt nên không đọc được.',
  notAList: 'Đây không phải danh sách Excel hoặc CSV.',
  webPage: 'Đây là trang web (HTML) được đặt tên như Excel, không phải bảng tính.',
  tooLarge: 'Tệp quá lớn, hoặc giải nén ra quá lớn.',
  tookTooLong: 'Đọc tệp quá lâu nên đã dừng.',
  oldEncoding: 'Không nhận ra chữ trong tệp dùng bảng mã nào.',
  empty: 'Tệp không có dòng nào.',
}

export const noHeading = 'Không tìm thấy dòng tiêu đề có cột họ và tên, nên không biết đọc các cột thế nào.'
export const noProgramme = 'Tệp không cho biết chương trình nào. Hãy thêm --programme BTXH hoặc --programme NCC.'
export const unknownCommune = (code: string) => `Không có xã, phường nào mang mã ${code}.`
export const noFile = (file: string) => `Không mở được tệp ${file}.`
export const notWritten = 'Danh sách đang được người khác sửa nên chưa ghi gì. Hãy chạy lại.'

/** The report for people: what was read, what was done, what is left to look at. */
export function reportText(report: ImportReport, isDryRun: boolean): string {
  const { people, sumMonthly, sumTotal, encoding, sheet, added, changed, unchanged, missing } = report
  const places = (rows: readonly { row: number }[]) =>
    rows.length === 0
      ? '0'
      : `${rows.length} (dòng ${rows
          .slice(0, 20)
          .map(({ row }) => row)
          .join(', ')}${rows.length > 20 ? ', …' : ''})`
  return [
    `Trang tính “${sheet}”, bảng mã ${encoding}: ${people} người, mỗi tháng ${formatDong(sumMonthly)}, tổng cộng ${formatDong(sumTotal)}.`,
    `${isDryRun ? 'Nếu nhập sẽ' : 'Đã'} thêm ${added}, thay đổi ${changed} dòng; ${unchanged} dòng giữ nguyên.`,
    `Không còn trong tệp: ${missing} (vẫn giữ trong danh sách).`,
    `Trùng trong tệp: ${places(report.duplicates)}. Dòng lỗi: ${places(report.broken)}.`,
    `Tổng không khớp: ${places(report.totalMismatches)}.`,
  ].join('\n')
}

/** What a line of a preview is called. */
export const kindWords: Readonly<Record<LineKind, string>> = {
  added: 'Thêm mới',
  changed: 'Thay đổi',
  unchanged: 'Giữ nguyên',
  missing: 'Không còn trong tệp',
  duplicate: 'Trùng trong tệp',
  ambiguous: 'Chưa rõ là ai',
  broken: 'Dòng lỗi',
}

/** Why a line needs a look, for whoever mends the list in Excel. */
export const reasonWords: Readonly<Record<RowFault | RowNotice | 'severalFit' | 'onAnotherList', string>> = {
  noName: 'Thiếu họ tên',
  birthUnreadable: 'Ngày sinh không đọc được hoặc không có thật',
  birthTwoDigitYear: 'Năm sinh chỉ có hai chữ số',
  idUnreadable: 'Số CCCD/CMND không đủ 12 hoặc 9 chữ số',
  cellLost: 'Có ô công thức không có kết quả, hoặc bị lỗi',
  foreignLetters: 'Tên có chữ không phải tiếng Việt; có thể sai bảng mã',
  amountUnreadable: 'Số tiền không phải là một số nguyên',
  textTooLong: 'Có ô quá dài',
  hiddenRow: 'Dòng bị ẩn trong tệp',
  idRepaired: 'Đã thêm lại số 0 ở đầu số CCCD/CMND',
  idContradictsBirth: 'Năm sinh không khớp với số CCCD',
  idContradictsSex: 'Giới tính không khớp với số CCCD',
  idUnknownProvince: 'Ba số đầu của CCCD không phải mã tỉnh',
  phoneUnreadable: 'Số điện thoại không phải số di động',
  accountUnreadable: 'Số tài khoản sai dạng',
  bankUnknown: 'Không nhận ra ngân hàng',
  dateUnreadable: 'Thời điểm hưởng không đọc được',
  totalMismatch: 'Tổng cộng không bằng các khoản cộng lại',
  noMonthly: 'Không có mức hưởng hằng tháng',
  smallAmount: 'Số tiền nhỏ bất thường; có thể danh sách tính theo nghìn đồng',
  categoryUnknown: 'Không nhận ra nhóm đối tượng',
  substituteLeftOut: 'Người nhận thay chưa có giấy ủy quyền hoặc giám hộ',
  nameDiffers: 'Cùng số CCCD/CMND nhưng khác họ tên',
  otherCommune: 'Cột xã/phường ghi một nơi khác',
  severalFit: 'Nhiều người trong danh sách có thể là người này',
  onAnotherList: 'Số CCCD đang có trong danh sách của xã, phường khác',
}
