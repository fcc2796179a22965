// Words of the in-page camera.
const vi = {
  title: (photo: string) => `Chụp ${photo.toLowerCase()}`,
  starting: 'Đang mở máy ảnh…',
  cardHint: 'Đặt thẻ vừa khung, đủ sáng, không lóa.',
  paperHint: 'Chụp trọn tờ giấy, đủ sáng, chữ rõ.',
  personHint: 'Chụp rõ mặt, đủ sáng.',
  shoot: 'Chụp',
  torch: 'Đèn',
  pick: 'Chọn ảnh có sẵn',
  cancel: 'Hủy',
  use: 'Dùng ảnh này',
  again: 'Chụp lại',
  preparing: 'Đang xử lý ảnh…',
  preview: 'Ảnh vừa chụp',
  blurred: 'Ảnh có vẻ bị mờ, chữ nhỏ có thể khó đọc. Nên chụp lại.',
  sharp: 'Ảnh đủ nét.',
  denied: 'Chưa được phép dùng máy ảnh. Hãy cho phép trong cài đặt của trình duyệt, hoặc chọn ảnh có sẵn.',
  none: 'Không mở được máy ảnh. Có thể chọn ảnh có sẵn.',
  notAPicture: 'Tệp này không phải là ảnh đọc được. Hãy chọn ảnh khác.',
  tooLarge: 'Tệp này quá lớn. Hãy chọn ảnh khác.',
  failed: 'Không xử lý được ảnh. Hãy thử lại.',
  storageFull:
    'Bộ nhớ máy đã đầy: ảnh chưa được lưu. Phần chữ vẫn được lưu. Hãy gửi bớt dữ liệu trong Đồng bộ, xóa bớt ảnh, video của máy, rồi chụp lại.',
  storeGone: 'Không lưu được ảnh vì kho dữ liệu của máy đã đóng. Hãy khóa máy rồi mở lại.',
  outdatedApp: 'Không lưu được ảnh vì ứng dụng ở thẻ này đã cũ. Hãy đóng thẻ này và mở lại ứng dụng.',
}

export type CameraWords = typeof vi

const en: CameraWords = {
  title: (photo) => `Take a photo: ${photo.toLowerCase()}`,
  starting: 'Opening the camera…',
  cardHint: 'Fill the frame with the card; good light, no glare.',
  paperHint: 'The whole sheet, good light, readable print.',
  personHint: 'The face, in good light.',
  shoot: 'Take photo',
  torch: 'Torch',
  pick: 'Choose a picture',
  cancel: 'Cancel',
  use: 'Use this photo',
  again: 'Take it again',
  preparing: 'Preparing the photo…',
  preview: 'The photo just taken',
  blurred: 'The photo looks blurred; small print may be hard to read. Better take it again.',
  sharp: 'The photo is sharp enough.',
  denied: 'The camera may not be used yet. Allow it in the browser’s settings, or choose a picture.',
  none: 'The camera could not be opened. You can choose a picture.',
  notAPicture: 'This file is not a readable picture. Choose another one.',
  tooLarge: 'This file is too large. Choose another one.',
  failed: 'The photo could not be prepared. Try again.',
  storageFull:
    'The tablet’s storage is full: the photo was not saved. The text is still being saved. Send data in Sync, delete photos or videos of the tablet, then take the photo again.',
  storeGone: 'The photo was not saved because the tablet’s store is closed. Lock the tablet and open it again.',
  outdatedApp:
    'The photo was not saved because the app in this tab is out of date. Close this tab and open the app again.',
}

export const cameraWords = { vi, en }
