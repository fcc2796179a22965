// Words of the frame around every screen of the tablet.
const vi = {
  appName: 'Tận Nhà',
  skip: 'Đến nội dung chính',
  navigation: 'Các phần chính',
  home: 'Hôm nay',
  lookUp: 'Tra cứu',
  register: 'Đăng ký',
  sync: 'Đồng bộ',
  settings: 'Cài đặt',
  lock: 'Khóa máy',
  back: 'Quay lại',
  loading: 'Đang mở…',
  offline: 'Không có mạng',
  sending: (done: number, total: number) => `Đang gửi ${done}/${total}`,
  allSent: 'Đã gửi hết',
  recordsLeft: (count: number) => `Còn ${count} hồ sơ chờ gửi`,
  photosLeft: (count: number) => `Còn ${count} ảnh chờ gửi`,
  needsOffice: 'Cần liên hệ văn phòng',
  toSync: (sentence: string) => `${sentence}. Mở Đồng bộ`,
  update: 'Có bản mới – Cập nhật',
  updateUnlock: 'Máy sẽ khóa lại trong giây lát. Bản nháp và hồ sơ chờ gửi được giữ nguyên.',
  brokenTitle: 'Màn hình này gặp sự cố',
  brokenText:
    'Những gì đã lưu vẫn còn nguyên trên máy. Hãy mở lại; nếu vẫn lỗi, bấm Đồng bộ để gửi hoặc xuất tệp rồi báo văn phòng.',
  reload: 'Mở lại',
  partMissing:
    'Không tải được phần này vì máy chưa lưu đủ ứng dụng. Hãy nối mạng rồi mở lại. Dữ liệu đã lưu vẫn còn nguyên.',
  notFoundTitle: 'Không có trang này',
  notFoundText: 'Đường dẫn không đúng hoặc đã cũ.',
  toHome: 'Về Hôm nay',
  outdatedTitle: 'Đã có bản mới hơn trên máy này',
  outdatedText: 'Một thẻ khác đã mở bản mới của Tận Nhà. Bản nháp đã được giữ. Hãy mở lại để dùng bản mới.',
  goneTitle: 'Trình duyệt vừa xóa dữ liệu của ứng dụng',
  goneText: 'Hãy mở lại: máy sẽ cho biết còn gì, mất gì và phải làm gì. Đừng ghép máy lại trước khi hỏi văn phòng.',
  unwrittenTitle: 'Không ghi được vào bộ nhớ máy',
  unwrittenText:
    'Bộ nhớ máy có thể đã đầy. Những gì đã lưu và bản nháp vẫn còn. Hãy xóa bớt ảnh, video không cần trên máy, rồi mở lại.',
  wipedTitle: 'Văn phòng đã thu hồi máy này',
  wipedText:
    'Dữ liệu của hồ sơ người dùng này trên máy đã được xóa theo lệnh của văn phòng. Nếu cần dùng lại, hãy xin mã ghép máy mới.',
}

export type FrameWords = typeof vi

const en: FrameWords = {
  appName: 'Tận Nhà',
  skip: 'To the main content',
  navigation: 'Main sections',
  home: 'Today',
  lookUp: 'Look up',
  register: 'Register',
  sync: 'Sync',
  settings: 'Settings',
  lock: 'Lock',
  back: 'Back',
  loading: 'Opening…',
  offline: 'No network',
  sending: (done, total) => `Sending ${done}/${total}`,
  allSent: 'Everything sent',
  recordsLeft: (count) => (count === 1 ? '1 record waiting to be sent' : `${count} records waiting to be sent`),
  photosLeft: (count) => (count === 1 ? '1 photo waiting to be sent' : `${count} photos waiting to be sent`),
  needsOffice: 'Please contact the office',
  toSync: (sentence) => `${sentence}. Open Sync`,
  update: 'New version – Update',
  updateUnlock: 'The tablet will lock for a moment. Drafts and waiting records stay as they are.',
  brokenTitle: 'This screen has a problem',
  brokenText:
    'What was saved is still on the tablet. Open it again; if it still fails, use Sync to send or export, and tell the office.',
  reload: 'Open again',
  partMissing:
    'This part could not be loaded because the app is not completely stored on the tablet. Connect to the network and open it again. Saved data is still there.',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address is wrong or out of date.',
  toHome: 'To Today',
  outdatedTitle: 'A newer version is open on this tablet',
  outdatedText:
    'Another tab has opened a new version of Tận Nhà. Your draft was kept. Open again to use the new version.',
  goneTitle: 'The browser has just removed the app’s data',
  goneText:
    'Open again: the tablet will say what is left, what is missing and what to do. Do not enrol it again before asking the office.',
  unwrittenTitle: 'The tablet’s storage can not be written',
  unwrittenText:
    'The storage may be full. What was saved and the drafts are still there. Delete photos or videos that are not needed on the tablet, then open again.',
  wipedTitle: 'The office has revoked this tablet',
  wipedText:
    'This user’s data on the tablet was deleted on the office’s order. To use it again, ask for a new enrolment code.',
}

export const frameWords = { vi, en }
