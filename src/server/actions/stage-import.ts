// Those of an import's people who are new on the list, written aside before the list is locked: a long list is ready by then,
// and others who want to write wait for a moment only.
import type { Beneficiary } from '../../domain/beneficiary.ts'
import type { Entitlement } from '../../domain/entitlement.ts'
import { countTaken, takenPlans } from '../store/import-lines.ts'
import { findImport, type ImportKey } from '../store/imports.ts'
import { storedThings } from '../store/list-people.ts'
import type { ListCause } from '../store/list-history.ts'
import { type Newcomer, stageNewcomers } from '../store/stage-newcomers.ts'
import type { Reader, Trx } from '../store/transaction.ts'
import type { ServerTools } from '../tools.ts'
import { effectNotes, type ImportEffects } from './import-effects.ts'

/** Newcomers of an import who are ready to be put on the list. */
export type Staged = {
  /** How many lines of the import they are. */
  lines: number
  /** What their coming does, to be noted with the commit. */
  effects: ImportEffects
  /** Whether all of them are still lines of the import, and still taken. */
  stands: (trx: Trx, linesId: string) => Promise<boolean>
  putOnList: (trx: Trx) => Promise<void>
  /** To be called in any case. */
  end: () => Promise<void>
}

const linesAtOnce = 200

/**
 * Writes an import's newcomers aside, on a database connection that nobody else uses.
 * @returns null where there is no such preview.
 */
export async function stageImport(
  { db, now }: Pick<ServerTools, 'db' | 'now'>,
  key: ImportKey,
  cause: ListCause,
  onProgress: (done: number, total: number) => void,
): Promise<Staged | null> {
  const known = await findImport(db, key)
  if (known?.state !== 'preview') return null
  const { linesId } = known
  const taken = Object.values(await countTaken(db, linesId)).reduce((sum, lines) => sum + lines, 0)
  const staging = await stageNewcomers(db, key.commune, { ...cause, at: now() })
  try {
    const effects = effectNotes(key.id)
    const seen = new Set<string>()
    let lines = 0
    for (let from: number | null = 0; from !== null;) {
      const { plans, next } = await takenPlans(db, linesId, { from, limit: linesAtOnce })
      const newcomers = await newcomersIn(db, key, plans, seen)
      await staging.add(newcomers)
      for (const { person, right, texts } of newcomers) {
        const common = { person: person.id, before: null }
        effects.note({ ...common, thing: 'beneficiary', id: person.id, after: texts.person })
        effects.note({ ...common, thing: 'entitlement', id: right.id, after: texts.right })
      }
      lines += newcomers.length
      onProgress(lines, taken)
      from = next
    }
    const { putOnList, end, countLeft } = staging
    const stands: Staged['stands'] = async (trx, id) => id === linesId && (await countLeft(trx, linesId)) === 0
    return { lines, effects, stands, putOnList, end }
  } catch (error) {
    await staging.end()
    throw error
  }
}

/** Lines about people of whom neither the list nor an earlier line knows. @param seen people of earlier lines. */
async function newcomersIn(
  db: Reader,
  { commune }: ImportKey,
  plans: readonly { n: number; kind: string; planned: string }[],
  seen: Set<string>,
): Promise<Newcomer[]> {
  const lines = plans.map(({ n, kind, planned }) => {
    const { beneficiary, entitlement } = JSON.parse(planned) as { beneficiary: Beneficiary; entitlement: Entitlement }
    return { n, kind, person: beneficiary, right: entitlement }
  })
  const added = lines.filter(({ kind, person: { id } }) => {
    const isFirst = !seen.has(id)
    seen.add(id)
    return isFirst && kind === 'added'
  })
  const people = await storedThings(
    db,
    commune,
    'beneficiary',
    added.map(({ person }) => person.id),
  )
  const rights = await storedThings(
    db,
    commune,
    'entitlement',
    added.map(({ right }) => right.id),
  )
  return added
    .filter(({ person, right }) => !people.has(person.id) && !rights.has(right.id))
    .map(({ n, person, right }) => ({
      n,
      person,
      right,
      texts: { person: JSON.stringify(person), right: JSON.stringify(right) },
    }))
}
