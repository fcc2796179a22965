import { describe, expect, test } from 'vitest'
import { weaknessOfPassword } from '../../src/domain/password.ts'

describe('a password that is easy to guess is not taken', () => {
  test.each(['', 'ngắn quá', 'chín ký t'])('shorter than ten characters: %j', (password) => {
    expect(weaknessOfPassword(password, 'lan')).toBe('short')
  })

  test.each([
    '1234567890',
    '0123456789',
    '9876543210',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '1212121212',
    'password123',
    'Password123!',
    'MatKhau2026',
    'mật khẩu 123',
    'qwertyuiop',
    'anhyeuem123',
    'Admin@123456',
    '1q2w3e4r12',
    '1111122222',
  ])('a common one: %j', (password) => {
    expect(weaknessOfPassword(password, 'lan')).toBe('common')
  })

  test('the user name with digits around it', () => {
    expect(weaknessOfPassword('Ng.Thi.Lan.2026', 'ng.thi.lan')).toBe('likeName')
  })
})

test.each(['con cò mà đi ăn đêm', 'Xanh-7-lá-chuối', 'k2Vq9Lz0pT', 'bến ninh kiều chiều mưa'])(
  'a sentence or a random text is taken: %j',
  (password) => {
    expect(weaknessOfPassword(password, 'ng.thi.lan')).toBeNull()
  },
)
