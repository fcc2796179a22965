// Deliveries: whom the office sends this officer to, and with how much. A row each, sealed; what the tablet itself recorded of
// them lies among the records and stays when a delivery goes.
import type { CommuneCode } from '../../domain/ids.ts'
import type { Delivery } from '../../domain/payment/delivery.ts'
import type { FeedLine } from './plan-pages.ts'
import { openJson, sealJson, type Sealer } from './sealed-rows.ts'
import type { DeliveryRow, TabletDatabase } from './tablet-database.ts'
import { type UnlockedStore, whileOpen } from './unlocked-store.ts'

export type DeliveryChanges = { kept: DeliveryRow[]; dropped: string[] }

/** What a page of the feed does to the deliveries; of several lines about one the last counts. */
export async function sealDeliveries(
  sealer: Sealer,
  lines: readonly FeedLine[],
  generation: number,
): Promise<DeliveryChanges> {
  const last = new Map<string, Delivery | null>()
  for (const { change } of lines) {
    if (change.type === 'delivery') {
      const { type: _, ...delivery } = change
      last.set(change.id, delivery)
    } else if (change.type === 'drop' && change.of === 'delivery') last.set(change.id, null)
  }
  const kept = [...last].map(async ([id, delivery]): Promise<DeliveryRow[]> => {
    if (delivery === null) return []
    return [{ id, commune: delivery.commune, generation, ...(await sealJson(sealer, 'deliveries', id, delivery)) }]
  })
  return { kept: (await Promise.all(kept)).flat(), dropped: [...last].flatMap(([id, one]) => (one ? [] : [id])) }
}

/**
 * Inside the page's transaction.
 * @param scope communes that stay. @param generation when a refill has come to its end: what did not come again goes.
 */
export async function writeDeliveries(
  { deliveries }: TabletDatabase,
  { kept, dropped }: DeliveryChanges,
  scope: readonly CommuneCode[],
  generation: number | null,
): Promise<void> {
  await deliveries.bulkPut(kept)
  await deliveries.bulkDelete(dropped)
  await deliveries.where('commune').noneOf(scope).delete()
  if (generation !== null) await deliveries.where('generation').below(generation).delete()
}

/** Whether a page has anything to say of deliveries. */
export function speaksOfDeliveries(lines: readonly FeedLine[]): boolean {
  return lines.some(({ change }) => change.type === 'delivery' || (change.type === 'drop' && change.of === 'delivery'))
}

/** Whether the officer is sent to anybody. */
export async function hasDeliveries(store: UnlockedStore): Promise<boolean> {
  return (await whileOpen(store, () => store.db.deliveries.limit(1).count())) > 0
}

/** Every delivery that can be opened. What was opened before and has not changed is not opened again. */
export function allDeliveries(store: UnlockedStore): Promise<Delivery[]> {
  const { db, opened } = store
  return whileOpen(store, async () => {
    const rows = await db.deliveries.toArray()
    const deliveries = rows.map((row) =>
      opened.open('deliveries', row.id, row, () => openJson<Delivery>(store.sealer(), 'deliveries', row.id, row)),
    )
    return (await Promise.all(deliveries)).filter((delivery) => delivery !== undefined)
  })
}
