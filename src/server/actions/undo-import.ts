// An import taken back whole: added people leave the list, changed ones are as they were. Refused where somebody worked on
// one of them since, because their work would be lost.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import type { BeneficiaryId, EntitlementId } from '../../domain/ids.ts'
import type { UndoAnswer } from '../../protocol/office/imports.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { communeFeed, lockFeed } from '../store/feed.ts'
import { listEffects } from '../store/import-lines.ts'
import { findImport, type ImportKey, markUndone } from '../store/imports.ts'
import type { ListCause } from '../store/list-history.ts'
import { putOnList, takeEntitlementsOffList, takeOffList } from '../store/list.ts'
import { countRegistered, storedThings } from '../store/list-people.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { ServerTools, WritingTools } from '../tools.ts'
import { doBeside, longTask } from './do-beside.ts'
import { effectsOf, type ImportEffect } from './import-effects.ts'

/** People of whom something is no longer as the import left it. */
async function changedSince(trx: Trx, { commune }: ImportKey, effects: readonly ImportEffect[]): Promise<number> {
  const people = new Set<string>()
  for (const thing of ['beneficiary', 'entitlement'] as const) {
    const mine = effects.filter((effect) => effect.thing === thing)
    const now = await storedThings(
      trx,
      commune,
      thing,
      mine.map((effect) => effect.id),
    )
    for (const { id, person, isAfter } of mine) if (!isAfter(now.get(id))) people.add(person)
  }
  return people.size
}

/** Takes a committed import back; a long one beside everything else. */
export async function undoImport(tools: ServerTools, actor: OfficeActor, key: ImportKey): Promise<UndoAnswer> {
  const { added = 0, changed = 0 } = (await findImport(tools.db, key))?.result ?? {}
  const beside = added + changed > longTask ? await doBeside(tools, { kind: 'undo', actor, key }) : null
  return beside ?? undoNow(tools, actor, key)
}

/** Takes a committed import back, holding this thread up. */
export async function undoNow(tools: WritingTools, actor: OfficeActor, key: ImportKey): Promise<UndoAnswer> {
  return inTransaction(tools.db, async (trx): Promise<UndoAnswer> => {
    await lockFeed(trx, communeFeed(key.commune))
    const known = await findImport(trx, key)
    if (known?.state !== 'committed') return { kind: 'notCommitted' }
    const effects = effectsOf(await listEffects(trx, key.id))
    const changed = await changedSince(trx, key, effects)
    if (changed > 0) return { kind: 'refused', because: 'changedLater', people: changed }
    const added = effects
      .filter((effect) => effect.thing === 'beneficiary' && effect.before === null)
      .map(({ id }) => id)
    const registered = await countRegistered(trx, key.commune, added)
    if (registered > 0) return { kind: 'refused', because: 'registered', people: registered }
    const cause: ListCause = { source: 'importUndone', staffId: actor.staffId, sourceId: key.id }
    const restored = await restore(trx, tools, key, effects, new Set(added), cause)
    await markUndone(trx, key, actor.staffId, tools.now())
    const counts = { removed: added.length, restored }
    const entry = { action: 'import.undone', commune: key.commune, thing: 'import', thingId: key.id, detail: counts }
    await writeAudit(trx, tools, actor, entry)
    return { kind: 'undone', ...counts }
  })
}

async function restore(
  trx: Trx,
  tools: WritingTools,
  { commune }: ImportKey,
  effects: readonly ImportEffect[],
  added: ReadonlySet<string>,
  cause: ListCause,
): Promise<number> {
  const beneficiaries = effects.flatMap(({ thing, before }) =>
    thing === 'beneficiary' && before !== null ? [JSON.parse(before) as Beneficiary] : [],
  )
  const entitlements = effects.flatMap(({ thing, before }) =>
    thing === 'entitlement' && before !== null ? [JSON.parse(before) as Entitlement] : [],
  )
  await putOnList(trx, commune, { beneficiaries, entitlements }, tools.now(), cause)
  const newRights = effects.filter(
    (effect) => effect.thing === 'entitlement' && effect.before === null && !added.has(effect.person),
  )
  await takeEntitlementsOffList(
    trx,
    commune,
    newRights.map(({ id }) => id as EntitlementId),
    tools.now(),
    cause,
  )
  await takeOffList(trx, commune, [...added] as BeneficiaryId[], tools.now(), cause)
  const people = effects.map(({ person }) => person).filter((id) => !added.has(id))
  return new Set(people).size
}
