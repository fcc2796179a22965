// Words of taking unsent records over to a new enrolment of the same officer.
const vi = {
  title: 'Chuyển hồ sơ chưa gửi',
  text: 'Máy chủ không nhận thêm hồ sơ từ lần ghép máy cũ này. Hồ sơ chưa gửi có thể chuyển sang lần ghép máy mới của chính bạn trên máy này.',
  enrolFirst:
    'Hãy xin văn phòng mã ghép máy mới, bấm Khóa máy, chọn Ghép thêm người dùng để ghép lại, rồi mở khóa người dùng cũ và quay lại đây.',
  start: 'Chuyển sang người dùng mới',
  pick: 'Chuyển sang',
  pin: 'Mã PIN của lần ghép máy mới',
  carry: 'Chuyển hồ sơ',
  cancel: 'Thôi',
  carried: (records: number) => `Đã chuyển ${records} hồ sơ. Máy đang mở bằng người dùng mới và sẽ gửi khi có mạng.`,
  photosLost: (count: number) => `${count} ảnh bị mất trên máy nên không chuyển được.`,
  unreadable: (seqs: string) =>
    `Không mở được hồ sơ số ${seqs}. Hãy xuất tệp gửi và báo văn phòng trước khi gỡ người dùng cũ.`,
  goOn: 'Làm việc với người dùng mới',
  otherStaff: 'Lần ghép máy này là của người khác. Chỉ chuyển được sang lần ghép máy của chính bạn.',
  storageFull: 'Bộ nhớ máy đã đầy. Hãy xóa bớt ảnh, video của máy rồi thử lại. Hồ sơ cũ vẫn còn nguyên.',
  storeGone: 'Không mở được dữ liệu trên máy. Hồ sơ cũ vẫn còn nguyên: hãy xuất tệp gửi và báo văn phòng.',
  outdatedApp: 'Một thẻ khác đã mở bản mới của ứng dụng. Hãy mở lại trang rồi thử lại.',
  storeTrouble: 'Dữ liệu của lần ghép máy mới có vấn đề. Hãy khóa máy và mở người dùng đó để xem.',
  recoveryNeeded: 'Đã nhập sai mã PIN quá nhiều lần. Hãy khóa máy và dùng Quên mã PIN cho người dùng mới.',
}

export type CarryOverWords = typeof vi

const en: CarryOverWords = {
  title: 'Carry unsent records over',
  text: 'The server takes no more records from this earlier enrolment. Unsent records can be carried over to your own new enrolment on this tablet.',
  enrolFirst:
    'Ask the office for a new enrolment code, press Lock, choose Enrol another user, then unlock the earlier user and come back here.',
  start: 'Carry over to the new user',
  pick: 'Carry over to',
  pin: 'PIN of the new enrolment',
  carry: 'Carry records over',
  cancel: 'Cancel',
  carried: (records) =>
    `${records === 1 ? '1 record was' : `${records} records were`} carried over. The tablet is open as the new user and sends with a network.`,
  photosLost: (count) =>
    `${count === 1 ? '1 photo is' : `${count} photos are`} lost on this tablet and could not be carried over.`,
  unreadable: (seqs) =>
    `Records number ${seqs} cannot be opened. Export the sealed file and tell the office before you remove the earlier user.`,
  goOn: 'Work as the new user',
  otherStaff: 'That enrolment belongs to somebody else. Records can only go to your own.',
  storageFull: 'Storage is full. Delete some photos and videos and try again. The earlier records are all there.',
  storeGone:
    'The data on this tablet cannot be opened. The earlier records are all there: export the sealed file and tell the office.',
  outdatedApp: 'Another tab has opened a newer version of the app. Open the page again and try again.',
  storeTrouble: 'Something is wrong with the data of the new enrolment. Lock the tablet and open that user to see.',
  recoveryNeeded: 'Too many wrong PINs. Lock the tablet and use PIN forgotten for the new user.',
}

export const carryOverWords = { vi, en }
