import { readReceipt, type ReadReceipt } from '../../protocol/receipt.ts'
import type { Session } from './session.ts'

export type CheckedReceipt = ReadReceipt

/** Checks a scanned receipt, of whichever tablet, against the office's key. Needs no network. */
export function checkReceipt({ store }: Session, text: string): Promise<CheckedReceipt> {
  return readReceipt(text, store.profile.server.verify)
}
