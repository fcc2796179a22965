// ID numbers as lists hold them: with dots and spaces, as numbers that lost their leading zeros, two in one cell.
import type { IdNumber } from '../citizen-id.ts'
import { provinceByCode } from '../code-lists/province-codes.ts'
import { type Cell, textOf } from './grid.ts'

export type IdReading =
  | { kind: 'ids'; idNumber: IdNumber; oldIdNumber: IdNumber | null; repaired: boolean }
  | { kind: 'none' }
  | { kind: 'unreadable' }

type One = { number: IdNumber; repaired: boolean }

/**
 * Gives an 8-, 10- or 11-digit number its leading zeros back where the result can be an ID number: nine digits for an old
 * one, twelve with a province that exists for a citizen ID.
 */
function repair(digits: string): One | null {
  if (digits.length === 9 || digits.length === 12) return { number: digits as IdNumber, repaired: false }
  if (digits.length === 8) return { number: `0${digits}` as IdNumber, repaired: true }
  if (digits.length !== 11 && digits.length !== 10) return null
  const full = digits.padStart(12, '0')
  return provinceByCode.has(full.slice(0, 3)) ? { number: full as IdNumber, repaired: true } : null
}

/** Words in the place of a number: there is none, or not yet. */
const noNumber = /^(không|chưa|mất|đang|ko|k có|hết hạn|n\/a)( \D*)?$/i

function digitsOf(part: string): string {
  const scientific = /^\d(?:[.,]\d+)?E\+?\d{1,2}$/i.test(part) ? String(Number(part.replace(',', '.'))) : part
  return scientific.replace(/[\s.\-'`’‘]/g, '')
}

/** Reads a cell of an ID column: one number, or today's and the old one in either order. */
export function readIdNumber(cell: Cell | undefined): IdReading {
  const text = textOf(cell)
    // `… cấp ngày 10/05/2021` is about the card.
    .replace(/(?:ngày )?cấp.*$/i, '')
    .replace(/(cccd|cmnd|cmt|cc|số|so)\s*:?/gi, ' ')
    .trim()
  if (text === '' || /^[-–—.x0?]+$/i.test(text) || noNumber.test(text)) return { kind: 'none' }
  // A number that a program wrote with a fraction; `092.155.990.000` is grouped.
  const parts = text.replace(/^(\d{8,12})\.0+$/, '$1').split(/[/;,|()]+/)
  const read: One[] = []
  for (const part of parts.map(digitsOf).filter((digits) => digits !== '')) {
    const one = /^\d+$/.test(part) ? repair(part) : null
    if (one === null) return { kind: 'unreadable' }
    read.push(one)
  }
  const sorted = read.toSorted((a, b) => b.number.length - a.number.length)
  const [first, second] = sorted
  if (first === undefined || sorted.length > 2) return { kind: 'unreadable' }
  return {
    kind: 'ids',
    idNumber: first.number,
    oldIdNumber: second && second.number !== first.number ? second.number : null,
    repaired: first.repaired || (second?.repaired ?? false),
  }
}
