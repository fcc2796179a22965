// What makes a password too easy to guess. Length counts; rules about kinds of characters do not help and are not here.
import { searchKey } from './person-name.ts'

export const shortestPassword = 10

export type PasswordWeakness = 'short' | 'common' | 'likeName'

/** Beginnings that lists of leaked passwords are full of, Vietnamese ones included; whatever digits follow add little. */
const commonWords = [
  'password',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'matkhau',
  'qwerty',
  'qwertyuiop',
  'qwerty123',
  'asdfghjkl',
  'asdfgh',
  'zxcvbnm',
  '1q2w3e4r',
  '1qaz2wsx',
  'q1w2e3r4',
  'qazwsx',
  'abcdef',
  'abc123',
  'iloveyou',
  'anhyeuem',
  'emyeuanh',
  'yeuemnhieu',
  'khongbiet',
  'khongco',
  'vietnam',
  'saigon',
  'hanoi',
  'cantho',
  'tannha',
  'admin',
  'administrator',
  'quantri',
  'welcome',
  'letmein',
  'changeme',
  'dragon',
  'monkey',
  'football',
  'superman',
  'computer',
  'internet',
]

const fillers = /[\d\s!@#$%^&*()_+\-=.,?]/g

function isCommon(password: string): boolean {
  const plain = searchKey(password)
  // One short piece over and over, whatever the piece.
  if (/^(.{1,4})\1+.{0,3}$/.test(plain)) return true
  if ('01234567890123456789'.includes(plain) || '98765432109876543210'.includes(plain)) return true
  const bare = plain.replace(fillers, '')
  if (bare === '') return /^\d+$/.test(plain) && new Set(plain).size <= 4
  return commonWords.some(
    (word) => plain === word || bare === word.replace(fillers, '') || plain.replace(/\d+$/, '') === word,
  )
}

/**
 * Why a chosen password is not taken, or null when it is.
 * @param username it must not be built upon.
 */
export function weaknessOfPassword(password: string, username: string): PasswordWeakness | null {
  if ([...password].length < shortestPassword) return 'short'
  if (isCommon(password)) return 'common'
  const bare = searchKey(password).replace(fillers, '')
  const name = searchKey(username).replace(fillers, '')
  return name.length > 2 && bare === name ? 'likeName' : null
}
