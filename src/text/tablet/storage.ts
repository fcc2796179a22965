// Words about what the browser keeps.
const vi = {
  used: (used: string, left: string) => `Ứng dụng đang dùng ${used}. Trình duyệt còn cho dùng khoảng ${left}.`,
  unknown: 'Trình duyệt không cho biết bộ nhớ còn bao nhiêu.',
  low: 'Bộ nhớ sắp hết. Hãy gửi hồ sơ và xóa bớt ảnh, video của máy.',
  persisted: 'Trình duyệt đã nhận giữ dữ liệu trên máy này.',
  notPersisted:
    'Trình duyệt chưa nhận giữ dữ liệu: khi máy gần hết bộ nhớ, dữ liệu chưa gửi có thể bị xóa. Hãy thêm Tận Nhà vào màn hình chính và gửi hồ sơ mỗi ngày.',
  persistenceUnknown: 'Trình duyệt không cho biết có giữ dữ liệu lâu dài hay không. Hãy gửi hồ sơ mỗi ngày.',
  ask: 'Hỏi lại trình duyệt',
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
}

export const storageWords = { vi, en }
