// People and what they receive, as the list of a commune says. Whoever writes here also tells the tablets.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import type { BeneficiaryId, CommuneCode, EntitlementId } from '../../domain/ids.ts'
import { compareWithStored } from './compare-with-stored.ts'
import { type Change, communeFeed, lockFeed, recordChanges } from './feed.ts'
import { rowInserter } from './insert-rows.ts'
import { addToHistory, type ListCause, type NewListChange } from './list-history.ts'
import { beneficiaryColumns, beneficiaryRow, entitlementColumns, entitlementRow } from './list-rows.ts'
import { indexBeneficiaries } from './search/file-people.ts'
import type { Trx } from './transaction.ts'

const rowsAtOnce = 400

/** What is written of one commune in one go. */
export type ListPart = { beneficiaries: readonly Beneficiary[]; entitlements: readonly Entitlement[] }

const byServer: ListCause = { source: 'server', staffId: null }

/**
 * Writes people and entitlements of one commune (new, or in place of what was known), their changes for the tablets, and
 * what differs into their history.
 * @param at milliseconds since 1970.
 * @throws when a thing belongs to another commune.
 */
export async function putOnList(
  trx: Trx,
  commune: CommuneCode,
  part: ListPart,
  at: number,
  cause: ListCause = byServer,
): Promise<void> {
  // Held from before the comparison: otherwise two writers could both compare with what stood there before either.
  await lockFeed(trx, communeFeed(commune))
  const changes = await compareWithStored(trx, commune, part, at)
  await writeOnList(trx, commune, part, at)
  await addToHistory(trx, commune, changes, { at, ...cause })
}

/** Writes as `putOnList` does, for callers that hold the feed's counter row and have written the history themselves. */
export async function writeOnList(trx: Trx, commune: CommuneCode, part: ListPart, at: number): Promise<void> {
  if ([...part.beneficiaries, ...part.entitlements].some((thing) => thing.commune !== commune)) {
    throw new Error('a list part holds things of another commune')
  }
  const people: Change[] = part.beneficiaries.map((line) => ({
    thing: 'beneficiary',
    id: line.id,
    line: { type: 'beneficiary', ...line },
  }))
  const rights: Change[] = part.entitlements.map((line) => ({
    thing: 'entitlement',
    id: line.id,
    line: { type: 'entitlement', ...line },
  }))
  await recordChanges(trx, communeFeed(commune), [...people, ...rights])
  await putBeneficiaries(
    trx,
    part.beneficiaries.map((person) => beneficiaryRow(person, at)),
  )
  await putEntitlements(
    trx,
    part.entitlements.map((right) => entitlementRow(right, at)),
  )
  const touched = [...part.beneficiaries.map(({ id }) => id), ...part.entitlements.map((right) => right.beneficiary)]
  await noteForSearch(trx, commune, touched)
}

function noteForSearch(trx: Trx, commune: CommuneCode, people: readonly BeneficiaryId[]): Promise<void> {
  return indexBeneficiaries(
    trx,
    [...new Set(people)].map((id) => ({ commune, id })),
  )
}

/** Takes people and all they receive off the list of a commune; tablets get tombstones. */
export async function takeOffList(
  trx: Trx,
  commune: CommuneCode,
  ids: readonly BeneficiaryId[],
  at: number,
  cause: ListCause = byServer,
): Promise<void> {
  await lockFeed(trx, communeFeed(commune))
  await removeFromList(trx, commune, ids, at)
  const left = ids.map((id): NewListChange => ({ ...leaving, beneficiary: id, thing: 'beneficiary', thingId: id }))
  await addToHistory(trx, commune, left, { at, ...cause })
}

const leaving = { kind: 'left', from: null, until: null, fields: [] } as const

/** Takes off as `takeOffList` does, without a line in the history: for people who move. */
export async function removeFromList(
  trx: Trx,
  commune: CommuneCode,
  ids: readonly BeneficiaryId[],
  at: number,
): Promise<void> {
  for (const some of inParts(ids)) {
    const rights = await trx
      .selectFrom('entitlement')
      .select('id')
      .where('commune', '=', commune)
      .where('beneficiary_id', 'in', some)
      .where('listed', '=', 1)
      .execute()
    await recordChanges(trx, communeFeed(commune), [
      ...rights.map(({ id }): Change => ({ thing: 'entitlement', id, line: null })),
      ...some.map((id): Change => ({ thing: 'beneficiary', id, line: null })),
    ])
    const gone = { listed: 0, updated_at: at } as const
    await trx.updateTable('beneficiary').set(gone).where('commune', '=', commune).where('id', 'in', some).execute()
    await trx
      .updateTable('entitlement')
      .set(gone)
      .where('commune', '=', commune)
      .where('beneficiary_id', 'in', some)
      .execute()
    await noteForSearch(trx, commune, some)
  }
}

/** Takes single entitlements off the list while their people stay; tablets get tombstones. */
export async function takeEntitlementsOffList(
  trx: Trx,
  commune: CommuneCode,
  ids: readonly EntitlementId[],
  at: number,
  cause: ListCause = byServer,
): Promise<void> {
  for (const some of inParts(ids)) {
    const changes = some.map((id): Change => ({ thing: 'entitlement', id, line: null }))
    await recordChanges(trx, communeFeed(commune), changes)
    const gone = await trx
      .updateTable('entitlement')
      .set({ listed: 0, updated_at: at })
      .where('commune', '=', commune)
      .where('id', 'in', some)
      .returning(['id', 'beneficiary_id'])
      .execute()
    const left = gone.map((right): NewListChange => ({
      ...leaving,
      beneficiary: right.beneficiary_id,
      thing: 'entitlement',
      thingId: right.id,
    }))
    await addToHistory(trx, commune, left, { at, ...cause })
    await noteForSearch(
      trx,
      commune,
      gone.map((right) => right.beneficiary_id),
    )
  }
}

const putBeneficiaries = rowInserter(
  'beneficiary',
  beneficiaryColumns,
  `on conflict (commune, id) do update set name = excluded.name, name_key = excluded.name_key,
     id_number = excluded.id_number, old_id_number = excluded.old_id_number, file_code = excluded.file_code,
     hamlet = excluded.hamlet, sort_key = excluded.sort_key,
     method = excluded.method, data = excluded.data, listed = excluded.listed, updated_at = excluded.updated_at`,
)

const putEntitlements = rowInserter(
  'entitlement',
  entitlementColumns,
  `on conflict (commune, id) do update set beneficiary_id = excluded.beneficiary_id, programme = excluded.programme,
     category = excluded.category, monthly = excluded.monthly, arrears = excluded.arrears, state = excluded.state,
     data = excluded.data, listed = excluded.listed, updated_at = excluded.updated_at`,
)

function inParts<T>(things: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(things.length / rowsAtOnce) }, (_, index) =>
    things.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce),
  )
}
