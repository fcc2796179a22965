import { useSyncExternalStore } from 'react'
import { type Ledger, ledgerOf } from '../actions/payment-ledger.ts'
import { useSession } from './session-context.tsx'

/** The money in this officer's hands; follows it. Null until it was read once. */
export function useLedger(): Ledger | null {
  const ledger = ledgerOf(useSession())
  return useSyncExternalStore(ledger.subscribe, ledger.current)
}
