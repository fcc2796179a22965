// Opening one person: the lines that say all that is known, out of the pages where they lie sealed.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import type { BeneficiaryId } from '../../domain/ids.ts'
import { position, refillList } from './list-pages.ts'
import { openLines, type ThingKey } from './page-text.ts'
import { type UnlockedStore, whileOpen } from './unlocked-store.ts'

/** With all that is known. */
export type Person = { readonly beneficiary: Beneficiary; readonly entitlements: readonly Entitlement[] }

/**
 * All of a person; null for somebody who is not on the list. Lines that can not be opened any more are pulled afresh with the
 * next sync; until then the person is null, too.
 * @throws StoreClosed
 */
export async function readPersonLines(store: UnlockedStore, id: BeneficiaryId): Promise<Person | null> {
  const read = await whileOpen(store, () => readOnce(store, id))
  if (read !== 'elsewhere') return read
  // Another tab has moved the lines: its pages are read first.
  await position(store)
  const again = await whileOpen(store, () => readOnce(store, id))
  if (again !== 'elsewhere') return again
  await refillList(store)
  return null
}

async function readOnce(
  { db, sealer, list, book }: UnlockedStore,
  id: BeneficiaryId,
): Promise<Person | null | 'elsewhere'> {
  const listed = list.listed(id)
  if (listed === undefined) return null
  const keys: ThingKey[] = [`beneficiary/${id}`, ...listed.entitlements.map((one): ThingKey => `entitlement/${one.id}`)]
  const pages = await Promise.all([...book.people.pagesOf(id)].map((page) => openLines(db, sealer(), page)))
  const texts = pages.flatMap((page) => page ?? [])
  const [beneficiary, ...entitlements] = keys.map((key) => thingIn(texts, key))
  if (beneficiary === undefined || entitlements.some((one) => one === undefined)) return 'elsewhere'
  return { beneficiary: beneficiary as Beneficiary, entitlements: entitlements as Entitlement[] }
}

/** The thing of a line; the seal vouches for its shape. */
function thingIn(texts: readonly string[], key: ThingKey): unknown {
  const [type, id = ''] = key.split('/')
  for (const text of texts) {
    if (!text.includes(id)) continue
    const line = JSON.parse(text) as { type: string; id: string }
    if (line.type === type && line.id === id) return line
  }
  return undefined
}
