// What was typed instead of scanned: a hand scanner's line, or just the number on the card.
import { IdNumber } from '../citizen-id.ts'
import type { CardReading } from './citizen-card.ts'
import { readCardText } from './read-card-code.ts'

/**
 * Reads what was typed or what a hand scanner sent.
 * @returns `number` for nothing but nine or twelve digits, with spaces or dots between them as people write them.
 */
export function readTypedCard(typed: string): CardReading | { kind: 'number'; idNumber: IdNumber } {
  const digits = typed.replace(/[\s.-]/g, '')
  if (!/^\d+$/.test(digits)) return readCardText(typed)
  const idNumber = IdNumber.safeParse(digits)
  return idNumber.success ? { kind: 'number', idNumber: idNumber.data } : { kind: 'refused', why: 'idNumber' }
}
