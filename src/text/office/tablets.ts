const vi = {
  title: 'Máy và người dùng',
  tabs: 'Các phần của Máy và người dùng',
  tabletsTab: 'Máy',
  staffTab: 'Người dùng',
  recoveriesTab: 'Quên mã PIN',

  noTablets: 'Chưa có máy nào ghép. Vào “Người dùng”, chọn cán bộ và bấm “Cấp mã ghép máy”.',
  caption: 'Máy đã ghép',
  officer: 'Cán bộ',
  tablet: 'Máy',
  state: { active: 'Đang dùng', frozen: 'Tạm khóa', revoked: 'Đã thu hồi' },
  stateColumn: 'Tình trạng',
  lastContact: 'Liên lạc lần cuối',
  never: 'chưa lần nào',
  queue: 'Chờ gửi',
  queueOf: (records: number, photos: number) => `${records} bản ghi, ${photos} ảnh`,
  version: 'Phiên bản',
  storage: 'Bộ nhớ',
  persisted: 'được giữ lâu dài',
  notPersisted: 'trình duyệt có thể xóa',
  persistUnknown: 'chưa rõ có được giữ lâu dài không',
  storageUsed: (used: string, quota: string) => `${used} / ${quota}`,
  trouble: {
    empty: 'Kho dữ liệu trên máy bị trống. Không dùng máy để đăng ký cho đến khi kiểm tra.',
    shortened: 'Kho dữ liệu trên máy bị mất phần cuối.',
    damaged: 'Kho dữ liệu trên máy bị hỏng.',
  },
  received: 'Đã nhận',
  actions: 'Thao tác',

  revoke: 'Thu hồi',
  revokeTitle: (name: string) => `Thu hồi máy của ${name}?`,
  revokeLead:
    'Lần tới máy liên lạc, khóa và dữ liệu của cán bộ này trên máy sẽ bị xóa ngay. Những gì chưa gửi sẽ mất, trừ khi đã xuất tệp gửi. Không thể hoàn tác.',
  revokeWaiting: (records: number) => `Lần liên lạc cuối, máy còn ${records} bản ghi chưa gửi.`,
  reason: 'Lý do',
  reasonMissing: 'Ghi lý do; lý do được lưu vào nhật ký.',
  revoked: 'Đã thu hồi máy.',

  fork: 'Xem bản ghi mâu thuẫn',
  forkTitle: (name: string) => `Bản ghi mâu thuẫn từ máy của ${name}`,
  forkLead:
    'Máy này đã gửi hai bản ghi khác nhau cho cùng một số thứ tự, như khi máy bị sao chép hoặc khôi phục từ bản cũ. Máy bị tạm khóa, không bản ghi nào bị mất. Những bản ghi dưới đây được giữ riêng, còn nguyên chữ ký.',
  forkSeq: 'Số thứ tự',
  forkKind: 'Loại',
  forkPerson: 'Người hưởng',
  unreadable: 'không đọc được',
  forkRevoke: 'Thu hồi, cán bộ ghép máy lại',
  forkUnfreeze: 'Cho máy dùng tiếp',
  forkChoose: 'Quyết định',
  forkRevokeHint:
    'Nên chọn, sau khi cán bộ đã ghép máy lại bằng mã mới hoặc đã xuất tệp gửi: thu hồi sẽ xóa những gì máy này chưa gửi.',
  forkUnfreezeHint: 'Chỉ chọn khi biết chắc chỉ còn một máy đúng. Bản ghi mâu thuẫn vẫn được giữ riêng.',
  forkDecided: 'Đã ghi quyết định.',

  recoveriesLead:
    'Cán bộ quên mã PIN đọc bốn chữ số đang hiện trên máy. Chỉ duyệt khi anh/chị nhận ra người đang nói và bốn chữ số khớp.',
  noRecoveries: 'Không có yêu cầu nào.',
  askedAt: 'Yêu cầu lúc',
  recoveryState: { asked: 'Chờ duyệt', approved: 'Đã duyệt, chờ máy nhận', fetched: 'Máy đã nhận', expired: 'Hết hạn' },
  check: 'Bốn chữ số trên máy',
  checkWrong: 'Nhập đủ bốn chữ số.',
  approve: 'Duyệt yêu cầu',
  approved: 'Đã duyệt. Trên máy, cán bộ có thể đặt mã PIN mới.',

  kind: {
    registration: 'Đăng ký',
    payment: 'Chi trả',
    visit: 'Chưa chi được',
    settlement: 'Quyết toán ngày',
    correction: 'Đính chính',
  },
}
type Words = typeof vi

const en: Words = {
  title: 'Tablets and staff',
  tabs: 'Parts of Tablets and staff',
  tabletsTab: 'Tablets',
  staffTab: 'Staff',
  recoveriesTab: 'Forgotten PIN',

  noTablets: 'No tablet is enrolled yet. Under “Staff”, choose an officer and press “Issue an enrolment code”.',
  caption: 'Enrolled tablets',
  officer: 'Officer',
  tablet: 'Tablet',
  state: { active: 'In use', frozen: 'Frozen', revoked: 'Revoked' },
  stateColumn: 'State',
  lastContact: 'Last contact',
  never: 'never',
  queue: 'Waiting to be sent',
  queueOf: (records, photos) => `${records} records, ${photos} photos`,
  version: 'Version',
  storage: 'Storage',
  persisted: 'kept for good',
  notPersisted: 'the browser may erase it',
  persistUnknown: 'not known whether it is kept for good',
  storageUsed: (used, quota) => `${used} of ${quota}`,
  trouble: {
    empty: "The tablet's store was found empty. Do not register with it until it has been looked at.",
    shortened: "The end of the tablet's store is lost.",
    damaged: "The tablet's store is damaged.",
  },
  received: 'Received',
  actions: 'Actions',

  revoke: 'Revoke',
  revokeTitle: (name) => `Revoke ${name}'s tablet?`,
  revokeLead:
    "At its next contact the tablet destroys this officer's keys and data at once. What has not been sent is lost, unless it was exported as a sealed file. This cannot be undone.",
  revokeWaiting: (records) => `At its last contact the tablet held ${records} records not sent yet.`,
  reason: 'Reason',
  reasonMissing: 'Say why; it is written into the log.',
  revoked: 'The tablet was revoked.',

  fork: 'See the contradicting records',
  forkTitle: (name) => `Contradicting records from ${name}'s tablet`,
  forkLead:
    'This tablet sent two different records under one number, as a copied or restored tablet does. It is frozen, and no record is lost. Those below are kept apart with their signatures.',
  forkSeq: 'Number',
  forkKind: 'Kind',
  forkPerson: 'Beneficiary',
  unreadable: 'cannot be read',
  forkRevoke: 'Revoke; the officer enrols anew',
  forkUnfreeze: 'Let the tablet go on',
  forkChoose: 'Decision',
  forkRevokeHint:
    'Recommended, once the officer has enrolled with a new code or exported a sealed file: revoking erases what this tablet has not sent.',
  forkUnfreezeHint: 'Only if you are sure that one right tablet is left. The contradicting records stay apart.',
  forkDecided: 'The decision was recorded.',

  recoveriesLead:
    'An officer who forgot the PIN reads out the four digits on the tablet. Approve only if you know who is speaking and the digits agree.',
  noRecoveries: 'There are no requests.',
  askedAt: 'Asked at',
  recoveryState: {
    asked: 'Waiting',
    approved: 'Approved, not fetched yet',
    fetched: 'Fetched by the tablet',
    expired: 'Expired',
  },
  check: 'Four digits on the tablet',
  checkWrong: 'Enter all four digits.',
  approve: 'Approve',
  approved: 'Approved. The officer can now choose a new PIN on the tablet.',

  kind: {
    registration: 'Registration',
    payment: 'Payment',
    visit: 'Failed visit',
    settlement: 'Daily settlement',
    correction: 'Correction',
  },
}

export const tabletWords = { vi, en }
