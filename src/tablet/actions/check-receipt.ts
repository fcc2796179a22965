import { readReceipt, type ReadReceipt } from '../../protocol/receipt.ts'
import type { Session } from './session.ts'

export type CheckedReceipt = ReadReceipt

/** Checks a scanned receipt, of whichever tablet, against the office's key. Needs no network. */
export function checkReceipt({ store }: Session, text: string): Promise<CheckedReceipt> {
  return readReceipt(text, store.profile.server.verify)
}

/** The text in a code; a receipt has nothing but ASCII. @param code the code's own bytes. */
export function textOfCode(code: Uint8Array): string {
  return Array.from(code, (byte) => String.fromCharCode(byte)).join('')
}
