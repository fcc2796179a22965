const vi = {
  title: 'Đăng nhập văn phòng',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  signIn: 'Đăng nhập',
  signingIn: 'Đang đăng nhập…',
  retryIn: (minutes: number) => `Đã sai quá nhiều lần. Thử lại sau ${minutes} phút.`,
  fillBoth: 'Nhập tên đăng nhập và mật khẩu.',
  toTablet: 'Mở ứng dụng trên máy tính bảng',
  asSomebodyElse: 'Đăng nhập bằng tài khoản khác',

  setupTitle: 'Tạo người quản trị đầu tiên',
  setupLead: 'Máy chủ này chưa có ai. Liên kết anh/chị vừa mở chỉ dùng được một lần, để tạo người quản trị đầu tiên.',
  setupDone:
    'Máy chủ đã có người quản trị, hoặc liên kết đã hết hạn. Hãy đăng nhập, hoặc khởi động lại máy chủ để có liên kết mới.',
  name: 'Họ và tên',
  usernameHint: 'Chữ thường không dấu, số, dấu chấm hoặc gạch; ví dụ: ng.thi.lan',
  usernameWrong: 'Tên đăng nhập dài 2–40 ký tự: chữ thường không dấu, số, dấu chấm, gạch dưới hoặc gạch ngang.',
  nameMissing: 'Nhập họ và tên.',
  passwordHint: 'Ít nhất 10 ký tự. Một câu ngắn dễ nhớ là tốt nhất.',
  repeat: 'Nhập lại mật khẩu',
  repeatDiffers: 'Hai lần nhập không giống nhau.',
  create: 'Tạo người quản trị',

  changeTitle: 'Tài khoản của tôi',
  changeLead: 'Sau khi đổi mật khẩu, các phiên đăng nhập khác của anh/chị sẽ kết thúc.',
  present: 'Mật khẩu hiện tại',
  presentWrong: 'Mật khẩu hiện tại không đúng.',
  next: 'Mật khẩu mới',
  change: 'Đổi mật khẩu',
  changed: 'Đã đổi mật khẩu.',
  role: 'Vai trò',
  communes: 'Địa bàn',

  short: 'Mật khẩu phải có ít nhất 10 ký tự.',
  common: 'Mật khẩu này quá phổ biến, dễ bị đoán. Hãy chọn mật khẩu khác.',
  likeName: 'Mật khẩu không được giống tên đăng nhập.',
}
type Words = typeof vi

const en: Words = {
  title: 'Sign in to the office',
  username: 'User name',
  password: 'Password',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  retryIn: (minutes) => `Too many failures. Try again in ${minutes} min.`,
  fillBoth: 'Enter your user name and password.',
  toTablet: 'Open the tablet app',
  asSomebodyElse: 'Sign in as somebody else',

  setupTitle: 'Create the first administrator',
  setupLead:
    'There is nobody on this server yet. The link that you opened works once, to create the first administrator.',
  setupDone:
    'This server has an administrator already, or the link has expired. Sign in, or start the server again for a new link.',
  name: 'Full name',
  usernameHint: 'Small letters without marks, digits, dots or dashes; for example: ng.thi.lan',
  usernameWrong: 'A user name has 2–40 characters: small letters without marks, digits, dots, underscores or dashes.',
  nameMissing: 'Enter the full name.',
  passwordHint: 'At least 10 characters. A short sentence that is easy to remember is best.',
  repeat: 'Password again',
  repeatDiffers: 'The two entries differ.',
  create: 'Create the administrator',

  changeTitle: 'My account',
  changeLead: 'After you change the password, your other sessions end.',
  present: 'Present password',
  presentWrong: 'The present password is wrong.',
  next: 'New password',
  change: 'Change the password',
  changed: 'The password was changed.',
  role: 'Role',
  communes: 'Communes',

  short: 'A password needs at least 10 characters.',
  common: 'This password is too common and easily guessed. Choose another one.',
  likeName: 'The password must not be like the user name.',
}

export const signInWords = { vi, en }
