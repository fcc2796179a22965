// Words of a paying list that comes as a file.

const vi = {
  fromFile: 'Lập từ tệp danh sách',
  lead: 'Chọn tệp đã tải lên ở “Nhập danh sách”. Số tiền từng người lấy nguyên từ tệp; khi kiểm tra, chỗ khác với danh sách người hưởng sẽ được chỉ ra.',
  file: 'Tệp danh sách',
  fileOf: (name: string, at: string, people: string) => `${name} – ${at}, ${people} người`,
  none: 'Chưa có tệp nào của xã, phường này. Tải tệp lên ở “Nhập danh sách” trước.',
  missing: 'Chọn một tệp.',
  allMatched: 'Mọi dòng của tệp đã vào danh sách chi trả.',
  unmatched: (count: string) => `${count} dòng của tệp chưa vào danh sách chi trả:`,
  row: 'Dòng',
  name: 'Họ và tên',
  why: 'Vì sao',
  because: {
    notOnList: 'Không có trong danh sách người hưởng',
    severalFit: 'Có nhiều người cùng tên, cùng năm sinh',
    whichBenefit: 'Không rõ là chế độ nào của người này',
    twice: 'Một dòng khác trong tệp đã ghi chế độ này',
  },
  close: 'Đóng',
}

type Words = typeof vi
const en: Words = {
  fromFile: 'Draft from a file',
  lead: 'Choose a file that was uploaded under “Nhập danh sách”. Everybody’s amount is taken from the file as it stands; the check shows where it differs from the list of people.',
  file: 'File',
  fileOf: (name, at, people) => `${name} – ${at}, ${people} people`,
  none: 'There is no file of this commune yet. Upload one under “Nhập danh sách” first.',
  missing: 'Choose a file.',
  allMatched: 'Every row of the file is on the paying list.',
  unmatched: (count) => `${count} rows of the file are not on the paying list:`,
  row: 'Row',
  name: 'Name',
  why: 'Why',
  because: {
    notOnList: 'Not on the list of people',
    severalFit: 'Several people of this name and birth',
    whichBenefit: 'It is not clear which of the person’s benefits it is',
    twice: 'Another row of the file is about this benefit',
  },
  close: 'Close',
}

export const paymentFileWords = { vi, en }
