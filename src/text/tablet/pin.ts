// Words around typing and choosing a PIN, wherever that happens.
const vi = {
  erase: 'Xóa một chữ số',
  digitsTyped: (count: number) => `Đã nhập ${count} chữ số`,
  choose: 'Chọn mã PIN',
  chooseHint: 'Ít nhất 6 chữ số. Tránh ngày sinh, số điện thoại và dãy số dễ đoán. Không ai ở văn phòng biết mã này.',
  repeat: 'Nhập lại mã PIN',
  repeatHint: 'Nhập lại đúng mã vừa chọn.',
  differ: 'Hai lần nhập không giống nhau. Hãy chọn lại mã PIN.',
  next: 'Tiếp tục',
  wrong: (left: number) =>
    left > 0 ? `Mã PIN không đúng. Còn ${left} lần thử trước khi phải chờ.` : 'Mã PIN không đúng.',
  wait: (time: string) => `Hãy chờ ${time} rồi thử lại. Hồ sơ và bản nháp vẫn an toàn.`,
}

export type PinWords = typeof vi

const en: PinWords = {
  erase: 'Erase one digit',
  digitsTyped: (count) => (count === 1 ? '1 digit typed' : `${count} digits typed`),
  choose: 'Choose a PIN',
  chooseHint:
    'At least 6 digits. Avoid your date of birth, phone number and easy runs. Nobody at the office knows this PIN.',
  repeat: 'Repeat the PIN',
  repeatHint: 'Type the same PIN once more.',
  differ: 'The two PINs differ. Please choose again.',
  next: 'Continue',
  wrong: (left) =>
    left > 0 ? `Wrong PIN. ${left} more ${left === 1 ? 'try' : 'tries'} before you have to wait.` : 'Wrong PIN.',
  wait: (time) => `Wait ${time}, then try again. Records and drafts are safe.`,
}

export const pinWords = { vi, en }
