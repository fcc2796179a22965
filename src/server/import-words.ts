// What `npm run import` says to whoever runs the server.
import { formatDong } from '../domain/money.ts'
import type { ListFileProblem } from '../domain/list-import/list-file-problem.ts'
import type { ImportReport } from './actions/report-import.ts'

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
