const vi = {
  lead: 'Khi máy lâu ngày không có mạng, cán bộ bấm “Xuất tệp gửi” trên máy và mang tệp *.tannha về đây. Nạp nhiều lần cùng một tệp không sao: bản ghi đã có sẽ không ghi lại.',
  file: 'Tệp gửi (*.tannha)',
  choose: 'Chọn tệp trước khi nạp.',
  take: 'Nạp tệp',
  sending: 'Đang gửi tệp…',
  done: 'Đã nạp tệp.',
  accepted: (count: number) => `${count} bản ghi mới được nhận`,
  duplicate: (count: number) => `${count} bản ghi đã có từ trước`,
  quarantined: (count: number) => `${count} bản ghi bị giữ lại, xem ở “Bản ghi giữ lại”`,
  photos: (count: number) => `${count} ảnh`,
  photosRefused: (count: number) => `${count} ảnh trong tệp bị hỏng, cần chụp lại`,
  of: (officer: string, at: string) => `Tệp của ${officer}, xuất lúc ${at}.`,
  fork: 'Tệp mâu thuẫn với những gì máy này đã gửi trước đây. Các bản ghi mâu thuẫn được giữ riêng và máy bị tạm khóa; xem ở “Máy và người dùng”.',
  gap: 'Tệp thiếu những bản ghi ở giữa nên chưa nhận. Hãy xuất lại tệp trên máy.',
  badChain:
    'Các bản ghi trong tệp không nối tiếp nhau. Những bản ghi trước chỗ đứt đã được nhận; hãy xuất lại tệp trên máy.',
  badSignature: 'Chữ ký của một bản ghi không đúng. Các bản ghi trước đó đã được nhận; hãy xuất lại tệp trên máy.',
}
type Words = typeof vi

const en: Words = {
  lead: 'When a tablet has had no network for long, the officer presses “Export a sealed file” and brings the *.tannha file here. Taking the same file several times does no harm: records that are here already are not written again.',
  file: 'Sealed file (*.tannha)',
  choose: 'Choose a file first.',
  take: 'Take it in',
  sending: 'Sending the file…',
  done: 'The file was taken in.',
  accepted: (count) => `${count} new records accepted`,
  duplicate: (count) => `${count} records were here already`,
  quarantined: (count) => `${count} records kept apart, see “Records kept apart”`,
  photos: (count) => `${count} photos`,
  photosRefused: (count) => `${count} photos in the file are damaged and must be taken again`,
  of: (officer, at) => `File of ${officer}, made at ${at}.`,
  fork: 'The file contradicts what this tablet sent before. The contradicting records are kept apart and the tablet is frozen; see “Tablets and staff”.',
  gap: 'Records in the middle are missing, so nothing was taken. Export the file again on the tablet.',
  badChain:
    'The records in the file do not follow each other. Those before the break were taken; export the file again on the tablet.',
  badSignature: 'The signature of a record is wrong. Those before it were taken; export the file again on the tablet.',
}

export const sealedFileWords = { vi, en }
