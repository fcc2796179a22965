// What was opened of sealed rows since the unlocking, so that a day of many records is not opened again with each new one.
import { toHex } from '../../protocol/bytes.ts'
import type { SealedValue } from './tablet-database.ts'

export type OpenedRows = {
  /**
   * What is inside a row, opened at most once as long as the row stays what it was.
   * @param open opens it; undefined for one that can not be opened.
   */
  open: <Value>(
    table: string,
    id: string | number,
    row: SealedValue,
    open: () => Promise<Value | undefined>,
  ) => Promise<Value | undefined>
  clear: () => void
}

const nonceBytes = 12

/** A nonce is never used twice: the same nonce at the same place is the same content. */
export function startOpenedRows(): OpenedRows {
  const known = new Map<string, { nonce: string; value: Promise<unknown> }>()
  return {
    open<Value>(table: string, id: string | number, row: SealedValue, open: () => Promise<Value | undefined>) {
      const key = `${table}/${id}`
      const nonce = toHex(row.sealed.subarray(0, nonceBytes))
      const before = known.get(key)
      if (before?.nonce === nonce) return before.value as Promise<Value | undefined>
      const value = open()
      known.set(key, { nonce, value })
      // A store that closes meanwhile is no word on the row.
      value.catch(() => known.delete(key))
      return value
    },
    clear: () => known.clear(),
  }
}
