// Tables of lists that were imported.
import type { CommuneCode, StaffId } from '../../domain/ids.ts'

type Flag = 0 | 1

/** A list that was taken in, or is about to be. */
export type ImportTable = {
  commune: CommuneCode
  id: string
  /** Empty when whoever runs the server imported it at the command line. */
  staff_id: StaffId | ''
  file_name: string
  file_sha256: string
  file_bytes: number
  state: 'preview' | 'committed' | 'undone'
  /** ImportChoices as JSON. */
  choices: string
  /** ImportSummary as JSON. */
  summary: string
  /** What the commit did, as JSON. */
  result: string | null
  /** Where the commune's feed stood when the preview was made: another number means another list. */
  feed_seq: number
  created_at: number
  committed_at: number | null
  committed_by: StaffId | '' | null
  undone_at: number | null
  undone_by: StaffId | null
  /** Under which id its lines stand; null: under its own. */
  lines_id: string | null
}

/** The file as it was uploaded; kept as long as an import speaks of it. */
export type ImportFileTable = { commune: CommuneCode; sha256: string; bytes: Uint8Array }

export type ImportLineTable = {
  /** `lines_id` of the import. */
  import_id: string
  /** Place within the import, from 0. */
  n: number
  kind: 'added' | 'changed' | 'unchanged' | 'missing' | 'duplicate' | 'ambiguous' | 'broken'
  noticed: Flag
  mismatch: Flag
  taken: Flag
  /** ImportLine without `taken`, as JSON. */
  line: string
  /** The beneficiary and the entitlement as they will be, as JSON; null where nothing can be taken. */
  planned: string | null
}

/** Lines that are being written; what a process that was killed left behind is found by it. */
export type ImportDraftTable = { lines_id: string; started_at: number }

/** What was settled about lists with this heading, as JSON of ImportChoices. */
export type ImportHabitTable = {
  commune: CommuneCode
  /** Fingerprint of the heading. */
  heading: string
  choices: string
  at: number
  staff_id: StaffId | null
}

/**
 * What a commit wrote: the JSON before, and after `<fingerprint of the JSON> <person>`. Things that were added share rows:
 * one line `<thing> <id> <fingerprint> <person>` for each.
 */
export type ImportEffectTable = {
  import_id: string
  thing: 'beneficiary' | 'entitlement' | 'added'
  id: string
  before: string | null
  after: string
}
