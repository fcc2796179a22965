// What the thread that reads a list and the server say to each other, in this order.
import type { CommuneCode } from '../../domain/ids.ts'
import type { ListFileProblem } from '../../domain/list-import/list-file-problem.ts'
import type { ImportChoices, ImportSummary } from '../../protocol/office/imports.ts'
import type { PlannedLine } from './plan-lines.ts'
import type { ListTask } from './understand-file.ts'

/** A part of the list that is known, as JSON of beneficiaries and entitlements. */
export type KnownPart = { people: readonly string[]; rights: readonly string[] }

/** How a list is compared: with what was handed over in parts before. */
export type Compared = { commune: CommuneCode; idsElsewhere: readonly string[] }

/** What the file was read as, before it is compared. */
export type ReadFacts = {
  /** ID numbers of its rows. */
  ids: readonly string[]
  /** Fingerprint of its heading; null without one. */
  heading: string | null
  /** Choices that hold, those remembered for such a heading included. */
  choices: ImportChoices
  remembered: boolean
}

export type ToWorker =
  | { kind: 'task'; task: ListTask }
  | ({ kind: 'known' } & KnownPart)
  | ({ kind: 'compare' } & Compared)
  | { kind: 'next' }

/** With the last words about a file: whether the thread is as good as new for another one. */
type Last = { mayStay: boolean }

export type FromWorker =
  | ({ kind: 'bad'; problem: ListFileProblem } & Last)
  | ({ kind: 'read' } & ReadFacts)
  /** `next` is said for each part; the thread is only so many ahead. */
  | { kind: 'lines'; lines: PlannedLine[] }
  | ({ kind: 'summary'; summary: ImportSummary } & Last)
