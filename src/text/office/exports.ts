// Words of files that are taken away.
const vi = {
  list: 'Tải danh sách (Excel)',
  listCsv: 'Tải danh sách (CSV)',
  problems: 'Tải các dòng cần xem lại (Excel)',
}
type Words = typeof vi

const en: Words = {
  list: 'Download the list (Excel)',
  listCsv: 'Download the list (CSV)',
  problems: 'Download the rows that need a look (Excel)',
}

export const exportWords = { vi, en }
