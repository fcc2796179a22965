// How a list says a person is paid: a wording, an account number, a bank's name.
import { banks } from '../code-lists/banks.ts'
import { AccountNumber, type PaymentMethod } from '../payment-method.ts'
import type { PhoneNumber } from '../phone.ts'
import { type CellOf } from './classify-row.ts'
import { textOf, wordingKey } from './grid.ts'
import type { RowNotice } from './list-row.ts'

const bankWords = banks
  .filter((bank) => !bank.mobileMoney)
  .map((bank) => ({ bin: bank.bin, short: wordingKey(bank.shortName), name: wordingKey(bank.name) }))

const longestWording = 200

/** BIN of a bank by its short or full name as lists write it, or null. `NH Agribank CN Ô Môn` is Agribank. */
export function bankOf(text: string): string | null {
  const key = wordingKey(text.slice(0, longestWording))
  if (key === '') return null
  const squeezed = key.replaceAll(' ', '')
  const found =
    bankWords.find(({ short, name }) => short === key || name === key) ??
    bankWords
      .filter(
        ({ short }) =>
          short.length >= 3 && (key.split(' ').includes(short) || squeezed.includes(short.replaceAll(' ', ''))),
      )
      .toSorted((a, b) => b.short.length - a.short.length)[0]
  return found?.bin ?? null
}

/**
 * The way of payment that a row names, and what could not be understood of it. Null when the list does not say: a list
 * without such columns takes nothing away from what is known.
 * @param holder whose account it is when the list does not say: the person.
 */
export function readMethod(
  cellOf: CellOf,
  holder: string,
  phone: PhoneNumber | null,
): { method: PaymentMethod | null; notices: RowNotice[] } {
  const said = textOf(cellOf('method'))
  const key = wordingKey(said.slice(0, longestWording))
  const number = textOf(cellOf('accountNumber')).replace(/[\s.\-']/g, '')
  const bankText = textOf(cellOf('bank'))
  if (number !== '') {
    if (!AccountNumber.safeParse(number).success) return { method: null, notices: ['accountUnreadable'] }
    const bank = bankOf(bankText)
    const name = textOf(cellOf('accountHolder')) || holder
    const method: PaymentMethod = { kind: 'bankAccount', bank, account: { number, holder: name.slice(0, 200) } }
    return { method, notices: bankText !== '' && bank === null ? ['bankUnknown'] : [] }
  }
  if (key === '') return { method: null, notices: [] }
  if (/vi dien tu|mobile money|tien di dong|momo|viettel money|vnpt money/.test(key)) {
    return { method: { kind: 'digitalAccount', provider: said.slice(0, 200), phone }, notices: [] }
  }
  if (/tai nha|tan nha|tai ho/.test(key)) {
    return { method: { kind: 'cashAtHome', reason: 'other', note: said.slice(0, 500) }, notices: [] }
  }
  if (/tai khoan|chuyen khoan|^atm|^ck$|^tk$|the ngan hang/.test(key)) {
    return { method: { kind: 'bankAccount', bank: bankOf(bankText), account: null }, notices: [] }
  }
  if (/tien mat|^tm$|truc tiep|diem chi|buu dien|buu cuc/.test(key)) {
    return { method: { kind: 'cashAtPoint', point: said.slice(0, 200) }, notices: [] }
  }
  return { method: null, notices: [] }
}
