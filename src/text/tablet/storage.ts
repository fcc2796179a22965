// Words about what the browser keeps, and about the sealed file that carries what was not sent.
const vi = {
  used: (used: string, left: string) => `Ứng dụng đang dùng ${used}. Trình duyệt còn cho dùng khoảng ${left}.`,
  unknown: 'Trình duyệt không cho biết bộ nhớ còn bao nhiêu.',
  low: 'Bộ nhớ sắp hết. Hãy gửi hồ sơ và xóa bớt ảnh, video của máy.',
  persisted: 'Trình duyệt đã nhận giữ dữ liệu trên máy này.',
  notPersisted:
    'Trình duyệt chưa nhận giữ dữ liệu: khi máy gần hết bộ nhớ, dữ liệu chưa gửi có thể bị xóa. Hãy thêm Tận Nhà vào màn hình chính và gửi hồ sơ mỗi ngày.',
  persistenceUnknown: 'Trình duyệt không cho biết có giữ dữ liệu lâu dài hay không. Hãy gửi hồ sơ mỗi ngày.',
  ask: 'Hỏi lại trình duyệt',
  export: 'Xuất tệp gửi',
  exportHint:
    'Khi nhiều ngày không có mạng, hãy đưa tệp này cho văn phòng. Tệp đã niêm phong: chỉ máy chủ của văn phòng mở được.',
  exported: (size: string) =>
    `Đã xuất tệp gửi (${size}) vào thư mục tải về. Hồ sơ vẫn ở lại máy cho đến khi máy chủ nhận.`,
  exportFailed: 'Không xuất được tệp gửi. Ứng dụng không xóa gì trên máy. Hãy báo văn phòng.',
}

export type StorageWords = typeof vi

const en: StorageWords = {
  used: (used, left) => `The app uses ${used}. The browser allows about ${left} more.`,
  unknown: 'The browser does not say how much storage is left.',
  low: 'Storage is almost full. Send the records and delete some photos and videos.',
  persisted: 'The browser has promised to keep the data on this tablet.',
  notPersisted:
    'The browser has not promised to keep the data: when storage runs low, data that was not sent may be deleted. Add Tận Nhà to the home screen and send records every day.',
  persistenceUnknown: 'The browser does not say whether it keeps the data for long. Send records every day.',
  ask: 'Ask the browser again',
  export: 'Export sealed file',
  exportHint:
    'After days without a network, bring this file to the office. It is sealed: only the office’s server can open it.',
  exported: (size) =>
    `The sealed file (${size}) is in the downloads folder. Records stay on the tablet until the server takes them.`,
  exportFailed: 'The sealed file could not be made. The app deletes nothing on the tablet. Please tell the office.',
}

export const storageWords = { vi, en }
