// What a commit did to each thing, kept so that it can be taken back and seen whether anybody worked on it since. Things that
// were added are many and need little: some hundreds of them share a row.
import { hash } from 'node:crypto'
import type { ImportEffectTable } from '../store/import-tables.ts'

type Thing = 'beneficiary' | 'entitlement'

/** One thing of a commit; `before` is its JSON, null when it was added. */
export type ImportEffect = {
  thing: Thing
  id: string
  person: string
  before: string | null
  /** Whether a JSON is what the commit wrote. */
  isAfter: (text: string | undefined) => boolean
}

const thingsInRow = 500

const fingerprint = (text: string) => hash('sha256', text, 'base64url').slice(0, 27)

/** Gathers the effects of a commit; of a thing that is written twice, the first `before` and the last `after` count. */
export function effectNotes(importId: string) {
  const noted = new Map<string, { thing: Thing; person: string; before: string | null; after: string }>()
  const touched = new Set<string>()
  let added = 0
  return {
    note({ thing, id, person, before, after }: Omit<ImportEffect, 'isAfter'> & { after: string }) {
      touched.add(person)
      const known = noted.get(id)
      if (known === undefined && thing === 'beneficiary' && before === null) added += 1
      noted.set(id, { thing, person, before: known === undefined ? before : known.before, after: fingerprint(after) })
    },
    counts: () => ({ added, changed: touched.size - added }),
    rows(): ImportEffectTable[] {
      const rows: ImportEffectTable[] = []
      let many: string[] = []
      const flush = () => {
        const id = String(rows.length).padStart(6, '0')
        if (many.length > 0)
          rows.push({ import_id: importId, thing: 'added', id, before: null, after: many.join('\n') })
        many = []
      }
      for (const [id, { thing, person, before, after }] of noted) {
        if (before !== null) {
          rows.push({ import_id: importId, thing, id, before, after: `${after} ${person}` })
          continue
        }
        many.push(`${thing} ${id} ${after} ${person}`)
        if (many.length === thingsInRow) flush()
      }
      flush()
      return rows
    },
  }
}

export type ImportEffects = ReturnType<typeof effectNotes>

/** Effects as they were noted. */
export function effectsOf(rows: readonly ImportEffectTable[]): ImportEffect[] {
  return rows.flatMap((row): ImportEffect[] => {
    // As they were written at first: the whole JSON.
    if (row.thing !== 'added' && row.after.startsWith('{')) {
      const after = JSON.parse(row.after) as { beneficiary?: string }
      const person = after.beneficiary ?? row.id
      return [{ thing: row.thing, id: row.id, person, before: row.before, isAfter: (text) => text === row.after }]
    }
    if (row.thing !== 'added') {
      const [after = '', person = ''] = row.after.split(' ')
      return [{ thing: row.thing, id: row.id, person, before: row.before, isAfter: isText(after) }]
    }
    return row.after.split('\n').map((line) => {
      const [thing = '', id = '', after = '', person = ''] = line.split(' ')
      return { thing: thing as Thing, id, person, before: null, isAfter: isText(after) }
    })
  })
}

function isText(print: string): ImportEffect['isAfter'] {
  return (text) => text !== undefined && fingerprint(text) === print
}
