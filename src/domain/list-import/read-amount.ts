// Amounts of money as lists hold them: numbers, or text with dots, commas, spaces and the word đồng.
import type { Dong } from '../money.ts'
import { type Cell, textOf } from './grid.ts'

export type AmountReading = { kind: 'amount'; amount: Dong } | { kind: 'none' } | { kind: 'unreadable' }

const grouped = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/
const groupedWithZeroCents = /^(\d{1,3}(?:([.,])\d{3})+)(?!\2)[.,]0{1,2}$/
const scientific = /^\d(?:[.,]\d{1,11})?E\+?(?:0?\d|1[01])$/i
const plainWithZeroCents = /^(\d+)[.,]0{1,2}$/

/** 750000.0000000001 is what arithmetic made of a whole number. */
function wholeOf(number: number): number {
  return Math.abs(number - Math.round(number)) < 0.001 ? Math.round(number) : number
}

/** Reads a cell of an amount column; whole đồng, zero or more. Empty cells and dashes are `none`, not zero. */
export function readAmount(cell: Cell | undefined): AmountReading {
  const text = textOf(typeof cell === 'number' ? wholeOf(cell) : cell)
    .replace(/đồng|dong|vnđ|vnd|đ(?=$|\W)|₫|\s|'/gi, '')
    .replace(/\/tháng$/i, '')
    // `540.000,-`
    .replace(/[.,][-–]$/, '')
  if (text === '' || /^[-–—x]+$/i.test(text)) return { kind: 'none' }
  if (scientific.test(text)) return readAmount(wholeOf(Number(text.replace(',', '.'))))
  const whole = grouped.test(text)
    ? text
    : (groupedWithZeroCents.exec(text)?.[1] ?? plainWithZeroCents.exec(text)?.[1] ?? text)
  const digits = typeof cell === 'number' ? text : whole.replace(/[.,]/g, '')
  const readable = typeof cell === 'number' || /^\d+$/.test(whole) || grouped.test(whole)
  const amount = readable && /^\d{1,12}$/.test(digits) ? Number(digits) : null
  return amount === null ? { kind: 'unreadable' } : { kind: 'amount', amount: amount as Dong }
}
