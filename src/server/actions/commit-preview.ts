// A preview becomes one change of the list: everything that was taken, or nothing.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import { type CommitLine, openQuestions } from '../../protocol/office/imports.ts'
import { staffIdOf } from '../actor.ts'
import { writeAudit } from '../store/audit.ts'
import { communeFeed, lockFeed } from '../store/feed.ts'
import { countTaken, putEffects, takenPlans } from '../store/import-lines.ts'
import { findImport, type ImportKey, type ImportResult, type ImportRow, markCommitted } from '../store/imports.ts'
import type { ListCause } from '../store/list-history.ts'
import { storedThings } from '../store/list-people.ts'
import { putOnList } from '../store/list.ts'
import { inTransaction, type Trx } from '../store/transaction.ts'
import type { WritingTools } from '../tools.ts'
import { effectNotes, type ImportEffects } from './import-effects.ts'
import type { Importer } from './preview-import.ts'
import { type Staged, stageImport } from './stage-import.ts'

export type CommitResult = Exclude<CommitLine, { kind: 'progress' | 'failed' }>

const linesAtOnce = 200

/** Words that stand as the reason of a benefit that an import let cease; written into the list, so in Vietnamese. */
const noLongerListed = 'Không còn trong danh sách nhập'

/**
 * Commits a preview. The list is locked from the first line that is written to the last.
 * @param onProgress how many lines of how many are ready; nothing is final yet.
 * @param isAlone nobody else uses this database connection: newcomers are written aside before the list is locked.
 */
export async function commitPreview(
  tools: WritingTools,
  actor: Importer,
  key: ImportKey,
  { onProgress, isAlone }: { onProgress: (done: number, total: number) => void; isAlone: boolean },
): Promise<CommitResult> {
  const cause: ListCause = { source: 'import', staffId: staffIdOf(actor), sourceId: key.id }
  for (;;) {
    const staged = isAlone ? await stageImport(tools, key, cause, onProgress) : null
    try {
      const result = await inTransaction(tools.db, async (trx): Promise<CommitResult | 'leftMeanwhile'> => {
        const feedSeq = await lockFeed(trx, communeFeed(key.commune))
        const known = await findImport(trx, key)
        if (known?.state !== 'preview') return { kind: 'notAPreview' }
        const questions = openQuestions(known.summary, known.choices)
        if (questions.length > 0) return { kind: 'openQuestions', questions }
        if (known.feed_seq !== feedSeq) return { kind: 'listChanged' }
        if (staged !== null && !(await staged.stands(trx, known.linesId))) return 'leftMeanwhile'
        const counts = await writeLines(trx, tools, { key, known, cause, staged, onProgress })
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
      if (result !== 'leftMeanwhile') return result
    } finally {
      await staged?.end()
    }
  }
}

type Writing = {
  key: ImportKey
  known: ImportRow
  cause: ListCause
  staged: Staged | null
  onProgress: (done: number, total: number) => void
}

async function writeLines(
  trx: Trx,
  tools: WritingTools,
  { key, known: { linesId }, cause, staged, onProgress }: Writing,
): Promise<ImportResult> {
  const taken = Object.values(await countTaken(trx, linesId)).reduce((sum, lines) => sum + lines, 0)
  const effects = staged?.effects ?? effectNotes(key.id)
  await staged?.putOnList(trx)
  let ceased = 0
  let done = staged?.lines ?? 0
  for (let from: number | null = 0; from !== null;) {
    const { plans, next } = await takenPlans(trx, linesId, { from, limit: linesAtOnce, isStaged: staged !== null })
    ceased += await writePart(trx, key, gather(plans), { effects, cause, at: tools.now() })
    done += plans.length
    onProgress(done, taken)
    await nextTurn()
    from = next
  }
  await putEffects(trx, effects.rows())
  return { ...effects.counts(), ceased }
}

/** @returns how many benefits ceased. */
async function writePart(
  trx: Trx,
  { commune }: ImportKey,
  part: Part,
  { effects, cause, at }: { effects: ImportEffects; cause: ListCause; at: number },
): Promise<number> {
  const before = {
    beneficiary: await storedThings(trx, commune, 'beneficiary', [...part.people.keys()]),
    entitlement: await storedThings(trx, commune, 'entitlement', [...part.rights.keys()]),
  }
  const people = [...part.people.values()].filter(({ id }) => before.beneficiary.get(id) !== part.texts.get(id))
  const rights = [...part.rights.values()]
  await putOnList(trx, commune, { beneficiaries: people, entitlements: rights }, at, cause)
  const note = (thing: 'beneficiary' | 'entitlement', id: string, person: string) =>
    effects.note({ thing, id, person, before: before[thing].get(id) ?? null, after: part.texts.get(id) ?? '' })
  for (const { id } of people) note('beneficiary', id, id)
  for (const { id, beneficiary } of rights) note('entitlement', id, beneficiary)
  return part.ceased
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
