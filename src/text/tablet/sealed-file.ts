// Words about the sealed file that carries what was not sent.
const vi = {
  export: 'Xuất tệp gửi',
  exportHint:
    'Khi nhiều ngày không có mạng, hãy đưa tệp này cho văn phòng. Tệp đã niêm phong: chỉ máy chủ của văn phòng mở được.',
  exported: (size: string) =>
    `Đã xuất tệp gửi (${size}) vào thư mục tải về. Hồ sơ vẫn ở lại máy cho đến khi máy chủ nhận.`,
  exportFailed: 'Không xuất được tệp gửi. Ứng dụng không xóa gì trên máy. Hãy báo văn phòng.',
}

export type SealedFileWords = typeof vi

const en: SealedFileWords = {
  export: 'Export sealed file',
  exportHint:
    'After days without a network, bring this file to the office. It is sealed: only the office’s server can open it.',
  exported: (size) =>
    `The sealed file (${size}) is in the downloads folder. Records stay on the tablet until the server takes them.`,
  exportFailed: 'The sealed file could not be made. The app deletes nothing on the tablet. Please tell the office.',
}

export const sealedFileWords = { vi, en }
