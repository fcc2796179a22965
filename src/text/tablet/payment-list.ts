// Words of Chi trả tại nhà: the day's list.

type Words = {
  title: string
  left: (left: number, people: number, money: string) => string
  paidSoFar: (money: string) => string
  period: string
  periodOf: (month: string) => string
  search: string
  searchHint: string
  clear: string
  show: string
  filters: Record<'due' | 'notPaid' | 'paid' | 'all', (count: number) => string>
  list: string
  noHamlet: string
  hamletOf: (name: string) => string
  hamletCount: (left: number, all: number) => string
  choose: string
  none: string
  noneHint: string
  nobody: string
  nobodyHint: string
  settle: string
  checkReceipt: string
  toList: string
  gone: string
  goneHint: string
  draftHere: string
}

const vi: Words = {
  title: 'Chi trả tại nhà',
  left: (left, people, money) => `Còn ${left}/${people} người · ${money}`,
  paidSoFar: (money) => `Đã chi ${money}`,
  period: 'Kỳ chi trả',
  periodOf: (month) => `Kỳ tháng ${month}`,
  search: 'Tìm người cần chi',
  searchHint: 'Tên, ấp/khu vực, năm sinh, một phần số giấy tờ',
  clear: 'Xóa ô tìm',
  show: 'Xem',
  filters: {
    due: (count) => `Còn phải chi (${count})`,
    notPaid: (count) => `Chưa chi được (${count})`,
    paid: (count) => `Đã chi trả (${count})`,
    all: (count) => `Tất cả (${count})`,
  },
  list: 'Danh sách chi trả',
  noHamlet: 'Chưa rõ ấp/khu vực',
  hamletOf: (name) => `Ấp/Khu vực ${name}`,
  hamletCount: (left, all) => `còn ${left}/${all}`,
  choose: 'Chọn một người trong danh sách.',
  none: 'Chưa có ai được giao cho bạn chi trả tại nhà.',
  noneHint: 'Văn phòng phân công sau khi khóa danh sách của kỳ. Hãy nối mạng để nhận.',
  nobody: 'Không có ai phù hợp.',
  nobodyHint: 'Xóa bớt chữ ở ô tìm hoặc chọn “Tất cả”.',
  settle: 'Quyết toán ngày',
  checkReceipt: 'Kiểm tra biên nhận',
  toList: 'Về danh sách chi trả',
  gone: 'Khoản chi này không còn được giao cho bạn.',
  goneHint: 'Văn phòng đã giao cho người khác hoặc đã đóng kỳ. Những gì bạn đã ghi vẫn còn nguyên.',
  draftHere: 'Đang ghi dở',
}

const en: Words = {
  title: 'Pay at home',
  left: (left, people, money) => `${left} of ${people} people left · ${money}`,
  paidSoFar: (money) => `${money} paid`,
  period: 'Month',
  periodOf: (month) => `Month ${month}`,
  search: 'Find somebody to pay',
  searchHint: 'Name, hamlet, year of birth, part of an ID number',
  clear: 'Clear the search',
  show: 'Show',
  filters: {
    due: (count) => `To pay (${count})`,
    notPaid: (count) => `Could not be paid (${count})`,
    paid: (count) => `Paid (${count})`,
    all: (count) => `All (${count})`,
  },
  list: 'People to pay',
  noHamlet: 'Hamlet not known',
  hamletOf: (name) => `Hamlet ${name}`,
  hamletCount: (left, all) => `${left} of ${all} left`,
  choose: 'Choose somebody from the list.',
  none: 'Nobody is assigned to you to be paid at home.',
  noneHint: 'The office assigns people once the month’s list is locked. Connect to the network to receive them.',
  nobody: 'Nobody answers.',
  nobodyHint: 'Take words out of the search, or choose “All”.',
  settle: 'Settle the day',
  checkReceipt: 'Check a receipt',
  toList: 'To the list of people to pay',
  gone: 'This delivery is no longer yours.',
  goneHint: 'The office gave it to somebody else, or closed the month. Whatever you recorded is kept.',
  draftHere: 'Begun',
}

export const paymentListWords = { vi, en }
