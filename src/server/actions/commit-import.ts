// A preview becomes one change of the list: everything that was taken, or nothing.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import { type CommitLine, openQuestions } from '../../protocol/office/imports.ts'
import { staffIdOf } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { communeFeed, lockFeed } from '../store/feed.ts'
import { countTaken, putEffects, takenPlans } from '../store/import-lines.ts'
import { findImport, type ImportKey, markCommitted } from '../store/imports.ts'
import type { ListCause } from '../store/list-history.ts'
import { storedThings } from '../store/list-people.ts'
import { putOnList } from '../store/list.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { effectNotes } from './import-effects.ts'
import { type Importer, previewAgain } from './preview-import.ts'

export type CommitResult = Exclude<CommitLine, { kind: 'progress' | 'failed' }>

const linesAtOnce = 200

/** Words that stand as the reason of a benefit that an import let cease; written into the list, so in Vietnamese. */
const noLongerListed = 'Không còn trong danh sách nhập'

/**
 * Commits a preview. The list is locked from the first line to the last, yet the server goes on answering meanwhile.
 * @param onProgress how many lines of how many are written; told while the transaction runs, so nothing is final yet.
 */
export async function commitImport(
  tools: ServerTools,
  actor: Importer,
  key: ImportKey,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<CommitResult> {
  const result = await inTransaction(tools.db, async (trx): Promise<CommitResult> => {
    const feedSeq = await lockFeed(trx, communeFeed(key.commune))
    const known = await findImport(trx, key)
    if (known?.state !== 'preview') return { kind: 'notAPreview' }
    const questions = openQuestions(known.summary, known.choices)
    if (questions.length > 0) return { kind: 'openQuestions', questions }
    if (known.feed_seq !== feedSeq) return { kind: 'listChanged' }
    const cause: ListCause = { source: 'import', staffId: staffIdOf(actor), sourceId: key.id }
    const counts = await writePlans(trx, tools, { key, linesId: known.linesId, cause, onProgress })
    await markCommitted(trx, key, staffIdOf(actor), tools.now(), counts)
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

type Writing = {
  key: ImportKey
  linesId: string
  cause: ListCause
  onProgress: (done: number, total: number) => void
}

async function writePlans(
  trx: Trx,
  tools: ServerTools,
  { key, linesId, cause, onProgress }: Writing,
): Promise<{ added: number; changed: number; ceased: number }> {
  const taken = Object.values(await countTaken(trx, linesId)).reduce((sum, lines) => sum + lines, 0)
  const effects = effectNotes(key.id)
  let ceased = 0
  let done = 0
  for (let from: number | null = 0; from !== null;) {
    const { plans, next } = await takenPlans(trx, linesId, { from, limit: linesAtOnce })
    const part = gather(plans)
    const before = {
      beneficiary: await storedThings(trx, key.commune, 'beneficiary', [...part.people.keys()]),
      entitlement: await storedThings(trx, key.commune, 'entitlement', [...part.rights.keys()]),
    }
    const people = [...part.people.values()].filter(({ id }) => before.beneficiary.get(id) !== part.texts.get(id))
    const rights = [...part.rights.values()]
    await putOnList(trx, key.commune, { beneficiaries: people, entitlements: rights }, tools.now(), cause)
    const note = (thing: 'beneficiary' | 'entitlement', id: string, person: string) =>
      effects.note({ thing, id, person, before: before[thing].get(id) ?? null, after: part.texts.get(id) ?? '' })
    for (const { id } of people) note('beneficiary', id, id)
    for (const { id, beneficiary } of rights) note('entitlement', id, beneficiary)
    ceased += part.ceased
    done += plans.length
    onProgress(done, taken)
    await nextTurn()
    from = next
  }
  await putEffects(trx, effects.rows())
  return { ...effects.counts(), ceased }
}

type Part = {
  people: Map<string, Beneficiary>
  rights: Map<string, Entitlement>
  /** JSON of each, by id. */
  texts: Map<string, string>
  ceased: number
}

function gather(plans: readonly { kind: string; planned: string }[]): Part {
  const part: Part = { people: new Map(), rights: new Map(), texts: new Map(), ceased: 0 }
  for (const { kind, planned } of plans) {
    const { beneficiary, entitlement } = JSON.parse(planned) as { beneficiary: Beneficiary; entitlement: Entitlement }
    const isCeasing = kind === 'missing'
    const right: Entitlement = isCeasing
      ? { ...entitlement, state: 'ceased', stateReason: noLongerListed }
      : entitlement
    part.rights.set(right.id, right)
    part.texts.set(right.id, JSON.stringify(right))
    if (isCeasing) part.ceased += 1
    else {
      part.people.set(beneficiary.id, beneficiary)
      part.texts.set(beneficiary.id, JSON.stringify(beneficiary))
    }
  }
  return part
}
