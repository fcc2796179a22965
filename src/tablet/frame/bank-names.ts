// The banks' names are a long table, and loaded where somebody has an account.
import { use } from 'react'
import type { Bank } from '../../domain/code-lists/banks.ts'
import { MissingPart } from './lazy-part.ts'

let loading: Promise<ReadonlyMap<string, Bank>> | null = null

function loadBanks(): Promise<ReadonlyMap<string, Bank>> {
  loading ??= import('../../domain/code-lists/banks.ts').then(
    ({ bankByBin }) => bankByBin,
    (cause: unknown) => {
      loading = null
      throw new MissingPart(cause)
    },
  )
  return loading
}

/** The short name of the bank of a BIN; null for one that is not known. Suspends until the names are loaded. @param bin null for no bank. */
export function useBankName(bin: string | null): string | null {
  return bin === null ? null : (use(loadBanks()).get(bin)?.shortName ?? null)
}
