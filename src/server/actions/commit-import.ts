// A preview becomes one change of the list: everything that was taken, or nothing.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import type { CommitLine } from '../../protocol/office/imports.ts'
import type { OfficeActor } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { communeFeed, lockFeed } from '../store/feed.ts'
import { findImport, type ImportKey, markCommitted, putEffects, takenPlans } from '../store/imports.ts'
import { inParts } from '../store/in-parts.ts'
import { putOnList } from '../store/list.ts'
import type { ListCause } from '../store/list-history.ts'
import { storedThings } from '../store/list-people.ts'
import type { ImportEffectTable } from '../store/import-tables.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { previewAgain } from './preview-import.ts'

export type CommitResult = Exclude<CommitLine, { kind: 'progress' | 'failed' }>

type Plan = { people: Map<string, Beneficiary>; rights: Map<string, Entitlement>; ceased: number }

const thingsAtOnce = 1000

/** Words that stand as the reason of a benefit that an import let cease; written into the list, so in Vietnamese. */
const noLongerListed = 'Không còn trong danh sách nhập'

function gather(lines: readonly { kind: string; planned: string }[]): Plan {
  const plan: Plan = { people: new Map(), rights: new Map(), ceased: 0 }
  for (const { kind, planned } of lines) {
    const { beneficiary, entitlement } = JSON.parse(planned) as { beneficiary: Beneficiary; entitlement: Entitlement }
    if (kind === 'missing') {
      plan.rights.set(entitlement.id, { ...entitlement, state: 'ceased', stateReason: noLongerListed })
      plan.ceased += 1
    } else {
      plan.people.set(beneficiary.id, beneficiary)
      plan.rights.set(entitlement.id, entitlement)
    }
  }
  return plan
}

/**
 * Commits a preview.
 * @param onProgress how many things of how many are written; told while the transaction runs, so nothing is final yet.
 */
export async function commitImport(
  tools: ServerTools,
  actor: OfficeActor,
  key: ImportKey,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<CommitResult> {
  const result = await inTransaction(tools.db, async (trx): Promise<CommitResult> => {
    const feedSeq = await lockFeed(trx, communeFeed(key.commune))
    const known = await findImport(trx, key)
    if (known?.state !== 'preview') return { kind: 'notAPreview' }
    if (known.feed_seq !== feedSeq) return { kind: 'listChanged' }
    const plan = gather(await takenPlans(trx, key.id))
    const cause: ListCause = { source: 'import', staffId: actor.staffId, sourceId: key.id }
    const written = await writePlan(trx, tools, key, plan, cause, onProgress)
    const counts = { added: written.added, changed: written.changed, ceased: plan.ceased }
    await markCommitted(trx, key, actor.staffId, tools.now(), counts)
    await writeAudit(trx, tools, actor, {
      action: 'import.committed',
      commune: key.commune,
      thing: 'import',
      thingId: key.id,
      detail: { ...counts, sha256: known.file_sha256 },
    })
    const { people, sumMonthly, sumTotal } = known.summary
    return { kind: 'committed', ...counts, people, sumMonthly, sumTotal }
  })
  if (result.kind === 'listChanged') await previewAgain(tools, actor, key)
  return result
}

async function writePlan(
  trx: Trx,
  tools: ServerTools,
  { commune, id }: ImportKey,
  { people, rights }: Plan,
  cause: ListCause,
  onProgress: (done: number, total: number) => void,
): Promise<{ added: number; changed: number }> {
  const peopleBefore = await storedThings(trx, commune, 'beneficiary', [...people.keys()])
  const rightsBefore = await storedThings(trx, commune, 'entitlement', [...rights.keys()])
  const changedPeople = [...people.values()].filter((person) => peopleBefore.get(person.id) !== JSON.stringify(person))
  const effects: ImportEffectTable[] = [
    ...changedPeople.map((person) => effectOf(id, 'beneficiary', person, peopleBefore)),
    ...[...rights.values()].map((right) => effectOf(id, 'entitlement', right, rightsBefore)),
  ]
  const total = changedPeople.length + rights.size
  let done = 0
  for (const some of inParts(changedPeople, thingsAtOnce)) {
    await putOnList(trx, commune, { beneficiaries: some, entitlements: [] }, tools.now(), cause)
    onProgress((done += some.length), total)
  }
  for (const some of inParts([...rights.values()], thingsAtOnce)) {
    await putOnList(trx, commune, { beneficiaries: [], entitlements: some }, tools.now(), cause)
    onProgress((done += some.length), total)
  }
  await putEffects(trx, effects)
  const added = changedPeople.filter((person) => !peopleBefore.has(person.id)).length
  const touched = new Set([
    ...changedPeople.map((person) => person.id),
    ...[...rights.values()].map((right) => right.beneficiary),
  ])
  return { added, changed: touched.size - added }
}

function effectOf(
  importId: string,
  thing: 'beneficiary' | 'entitlement',
  after: Beneficiary | Entitlement,
  before: ReadonlyMap<string, string>,
): ImportEffectTable {
  return {
    import_id: importId,
    thing,
    id: after.id,
    before: before.get(after.id) ?? null,
    after: JSON.stringify(after),
  }
}
