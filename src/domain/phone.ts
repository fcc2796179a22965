// Vietnamese mobile numbers: ten digits today, beginning with 03, 05, 07, 08 or 09.
import { z } from 'zod'
import { newPrefixByOld } from './code-lists/phone-prefixes.ts'

export const PhoneNumber = z
  .string()
  .regex(/^0[35789]\d{8}$/)
  .brand<'PhoneNumber'>()
export type PhoneNumber = z.infer<typeof PhoneNumber>

/**
 * Reads a mobile number as typed or as Excel left it: spaces, dots, `+84`, a lost leading zero, old 11-digit numbers.
 * @returns ten digits, or null when it is no mobile number.
 */
export function parsePhone(text: string): PhoneNumber | null {
  const digits = text.replace(/[\s.\-()]/g, '').replace(/^(\+84|0084)/, '0')
  if (!/^\d+$/.test(digits)) return null
  const international = /^84\d{9,10}$/.test(digits) ? `0${digits.slice(2)}` : digits
  const national = international.startsWith('0') ? international : `0${international}`
  const newPrefix = national.length === 11 ? newPrefixByOld.get(national.slice(0, 4)) : undefined
  const number = newPrefix === undefined ? national : newPrefix + national.slice(4)
  return PhoneNumber.safeParse(number).success ? (number as PhoneNumber) : null
}
