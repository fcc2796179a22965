// Words of what a list file leaves open.
import { formatCount } from '../amounts.ts'

const vi = {
  encodingTitle: (encoding: string) => `Chữ trong tệp được đọc theo bảng mã ${encoding}`,
  encodingText:
    'So chữ trước và sau khi chuyển. Cột nào sai thì chọn lại bảng mã của cột đó; đúng cả thì đánh dấu xác nhận. Chưa xác nhận thì chưa nhập được.',
  encodingCaption: 'Chữ của từng cột trước và sau khi chuyển',
  column: 'Cột',
  before: 'Trong tệp',
  after: 'Sau khi chuyển',
  encoding: 'Bảng mã',
  encodingOf: (column: string) => `Bảng mã của cột ${column}`,
  encodingOfAll: 'Bảng mã của cả trang tính',
  asRecognised: 'Như máy đã nhận ra',
  confirm: 'Tôi đã xem: chữ sau khi chuyển là đúng',
  century: (count: number) => `${formatCount(count)} ngày sinh chỉ có hai chữ số của năm. Đó là năm nào?`,
  centuryHint: (examples: string) =>
    `${examples}. Người có số CCCD khớp hai chữ số ấy được tính theo thế kỷ ghi trong CCCD. Chưa trả lời thì các dòng ấy là dòng lỗi.`,
  example: (row: number, text: string) => `dòng ${row}: ${text}`,
  nineteen: '19… (ví dụ 45 là 1945)',
  twenty: '20… (ví dụ 12 là 2012)',
  programme: 'Danh sách này thuộc chương trình nào?',
  programmeHint: 'Tiêu đề và nhóm đối tượng trong tệp không cho biết. Chưa trả lời thì chưa nhập được.',
  remembered: 'Các cột được hiểu như lần trước cho danh sách có cùng dòng tiêu đề.',
  forget: 'Nhận lại từ đầu',
}
type Words = typeof vi

const en: Words = {
  encodingTitle: (encoding) => `The text was read as ${encoding}`,
  encodingText:
    'Compare the text before and after. Choose another encoding for a column that is wrong; when all is right, confirm it. Until then nothing can be imported.',
  encodingCaption: 'Text of each column before and after the conversion',
  column: 'Column',
  before: 'In the file',
  after: 'After conversion',
  encoding: 'Encoding',
  encodingOf: (column) => `Encoding of column ${column}`,
  encodingOfAll: 'Encoding of the whole sheet',
  asRecognised: 'As recognised',
  confirm: 'I have looked: the converted text is right',
  century: (count) => `${formatCount(count)} births have only two digits of the year. Which years are they?`,
  centuryHint: (examples) =>
    `${examples}. Where a citizen ID agrees with the two digits, its century counts. Until this is answered, these rows are broken.`,
  example: (row, text) => `row ${row}: ${text}`,
  nineteen: '19… (45 is 1945)',
  twenty: '20… (12 is 2012)',
  programme: 'Which programme is this list of?',
  programmeHint: 'Neither its titles nor its categories say so. Until this is answered, nothing can be imported.',
  remembered: 'The columns are understood as for the last list with the same heading.',
  forget: 'Recognise anew',
}

export const importQuestionWords = { vi, en }
