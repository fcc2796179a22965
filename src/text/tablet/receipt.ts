// Words of Kiểm tra biên nhận.
const vi = {
  title: 'Kiểm tra biên nhận',
  hint: 'Đưa mã QR của biên nhận vào giữa khung hình.',
  denied: 'Chưa được phép dùng máy ảnh. Hãy cho phép trong cài đặt của trình duyệt, hoặc chọn ảnh chụp biên nhận.',
  none: 'Không mở được máy ảnh. Hãy chọn ảnh chụp biên nhận.',
  notAReceipt: 'Đây không phải mã của biên nhận chi trả. Hãy quét lại mã trên biên nhận.',
  genuine: 'Biên nhận thật',
  genuineHint: 'Do máy của cán bộ được văn phòng chứng thực lập ra.',
  outsideCertificate: 'Chưa chắc chắn',
  outsideCertificateHint: 'Chữ ký đúng, nhưng ngày lập nằm ngoài thời gian máy được chứng thực. Hãy hỏi văn phòng.',
  forged: 'Biên nhận không thật',
  forgedHint: 'Nội dung đã bị sửa, hoặc máy lập biên nhận không được văn phòng chứng thực. Hãy báo văn phòng.',
  name: 'Người hưởng',
  amount: 'Số tiền',
  period: 'Kỳ',
  receivedBy: 'Người nhận',
  when: 'Lúc',
  paidBy: 'Cán bộ chi trả',
  record: 'Mã bản ghi',
  again: 'Quét biên nhận khác',
}

const en: typeof vi = {
  title: 'Check a receipt',
  hint: 'Hold the receipt’s QR code in the middle of the picture.',
  denied: 'The camera may not be used. Allow it in the browser’s settings, or choose a picture of the receipt.',
  none: 'The camera cannot be opened. Choose a picture of the receipt.',
  notAReceipt: 'This is not the code of a receipt. Scan the code on the receipt.',
  genuine: 'A genuine receipt',
  genuineHint: 'Made by the tablet of an officer whom the office has certified.',
  outsideCertificate: 'Not certain',
  outsideCertificateHint:
    'The signature is right, but the day lies outside the time of the certificate. Ask the office.',
  forged: 'Not a genuine receipt',
  forgedHint: 'Its words were changed, or the office never certified the tablet. Tell the office.',
  name: 'Beneficiary',
  amount: 'Amount',
  period: 'Month',
  receivedBy: 'Received by',
  when: 'When',
  paidBy: 'Officer',
  record: 'Record',
  again: 'Scan another receipt',
}

export const receiptWords = { vi, en }
