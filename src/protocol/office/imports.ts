// Taking in a ward's list: a file becomes a preview that stays on the server, and the preview one change of the list.
import { z } from 'zod'
import { Programme } from '../../domain/entitlement.ts'
import { CommuneCode, StaffId } from '../../domain/ids.ts'
import { changedFields } from '../../domain/list-import/apply-row.ts'
import { ColumnField, ignoredColumns } from '../../domain/list-import/column-meaning.ts'
import { TextEncoding } from '../../domain/list-import/legacy-encodings.ts'
import { ListFileProblem } from '../../domain/list-import/list-file-problem.ts'
import { RowFault, RowNotice } from '../../domain/list-import/list-row.ts'
import { PageQuery, pageOf } from './page.ts'

/** Member `reason` of the 422 problem `bad_file`. */
export const BadFile = z.looseObject({ code: z.literal('bad_file'), reason: ListFileProblem })

/** POST /office/communes/:commune/imports; its body is the file itself, as `application/octet-stream`. */
export const ImportQuery = z.strictObject({ name: z.string().trim().min(1).max(255) })
export type ImportQuery = z.output<typeof ImportQuery>

const ColumnMeaning = z.union([ColumnField, z.enum(ignoredColumns)]).nullable()

/** PUT …/:id/choices: what a person settled; what is left out stays as it is recognised. */
export const ImportChoices = z.strictObject({
  /** Place of the sheet in the file, from 0. */
  sheet: z.number().int().nonnegative().max(500).optional(),
  /** Meaning of columns by their place from 0; null: not needed. */
  columns: z.record(z.string().regex(/^\d{1,3}$/), ColumnMeaning).optional(),
  programme: Programme.optional(),
  /** Code of a category by the key of the list's wording. */
  categories: z.record(z.string().max(300), z.string().max(40).nullable()).optional(),
  skipHidden: z.boolean().optional(),
  /** In which hundred years a year of two digits is. */
  century: z.union([z.literal(1900), z.literal(2000)]).optional(),
  /** Somebody looked at texts that were not in Unicode, before and after, and found them right. */
  encodingConfirmed: z.boolean().optional(),
  /** What a column's texts are in, by its place from 0; `sheet` stands for all columns. */
  encodings: z.record(z.string().regex(/^(\d{1,3}|sheet)$/), TextEncoding).optional(),
})
export type ImportChoices = z.infer<typeof ImportChoices>

export const LineKind = z.enum(['added', 'changed', 'unchanged', 'missing', 'duplicate', 'ambiguous', 'broken'])
export type LineKind = z.infer<typeof LineKind>

const count = z.number().int().nonnegative()
const sum = z.number().int().nonnegative()

/** What a file was understood as. */
export const ImportSummary = z.object({
  encoding: z.string(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: count })),
  sheet: count,
  /** Rows of the heading, as the spreadsheet counts; null when none was found. */
  heading: z.object({ first: count, last: count }).nullable(),
  columns: z.array(
    z.object({ index: count, headings: z.array(z.string()), meaning: ColumnMeaning, samples: z.array(z.string()) }),
  ),
  programme: Programme.nullable(),
  categories: z.array(z.object({ key: z.string(), text: z.string(), code: z.string().nullable(), rows: count })),
  groupRows: count,
  /** Rows that are no people, as far as they are worth showing. */
  passedOver: z.array(z.object({ row: count, text: z.string() })),
  sumMismatches: z.array(
    z.object({
      row: count,
      label: z.string(),
      field: z.enum(['monthly', 'arrears', 'total']),
      stated: sum,
      counted: z.number().int(),
    }),
  ),
  /** Columns that were not typed in Unicode, with texts before and after. */
  encodings: z.array(
    z.object({
      index: count,
      encoding: TextEncoding,
      examples: z.array(z.object({ before: z.string(), after: z.string() })),
    }),
  ),
  /** Dates with years of two digits: how many, and the first of them as they stand. */
  twoDigitYears: z.object({ count, examples: z.array(z.object({ row: count, text: z.string() })) }),
  counts: z.record(LineKind, count),
  /** Lines with something worth knowing, and those whose total is not the sum of its parts. */
  noticed: count,
  totalMismatches: count,
  /** Distinct people of the file, without duplicates, broken and unclear rows, and their sums in đồng. */
  people: count,
  sumMonthly: sum,
  sumArrears: sum,
  sumTotal: sum,
})
export type ImportSummary = z.infer<typeof ImportSummary>

/** What has to be answered before anything is written. */
export const ImportQuestion = z.enum(['programme', 'encoding'])
export type ImportQuestion = z.infer<typeof ImportQuestion>

/** Questions that a reading leaves open: nothing names the programme; texts were converted and nobody looked at them. */
export function openQuestions(
  { programme, encodings }: Pick<ImportSummary, 'programme' | 'encodings'>,
  { encodingConfirmed }: ImportChoices,
): ImportQuestion[] {
  const isConverted = encodings.some(({ encoding }) => encoding !== 'unicode')
  return [
    ...(programme === null ? (['programme'] as const) : []),
    ...(isConverted && encodingConfirmed !== true ? (['encoding'] as const) : []),
  ]
}

export const ImportState = z.enum(['preview', 'committed', 'undone'])
export type ImportState = z.infer<typeof ImportState>

/** Null: whoever runs the server, at the command line. */
const who = z.object({ id: StaffId, name: z.string() }).nullable()

/** A line of the history of imports. */
export const ImportEntry = z.object({
  id: z.string(),
  commune: CommuneCode,
  fileName: z.string(),
  fileBytes: count,
  /** Lower-case hex of the file as it was uploaded. */
  fileSha256: z.string(),
  state: ImportState,
  by: who,
  createdAt: z.string(),
  committedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  people: count,
  sumMonthly: sum,
  sumTotal: sum,
  counts: z.record(LineKind, count),
  /** What the commit did; null before it. */
  result: z.object({ added: count, changed: count, ceased: count }).nullable(),
})
export type ImportEntry = z.infer<typeof ImportEntry>

/** GET /office/imports. */
export const ImportsQuery = PageQuery.extend({ commune: CommuneCode.optional() })
export type ImportsQuery = z.output<typeof ImportsQuery>
export const ImportsPage = pageOf(ImportEntry)
export type ImportsPage = z.infer<typeof ImportsPage>

/** Answer to the upload, to new choices, and GET …/:id. */
export const ImportPreview = ImportEntry.extend({
  summary: ImportSummary,
  choices: ImportChoices,
  /** The choices are those of an earlier list with the same heading. */
  remembered: z.boolean(),
  questions: z.array(ImportQuestion),
  /** How far a commit is that runs now; it goes on when nobody watches. */
  running: z.object({ done: count, total: count }).nullable(),
  taken: z.record(LineKind, count),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const ChangedField = z.enum(changedFields)

/** A value in words of the wire: dates as `YYYY-MM-DD`, amounts in đồng, methods and substitutes as objects. */
const value = z.unknown()

export const ImportLine = z.object({
  /** Number of the line within the import, from 0. */
  n: count,
  kind: LineKind,
  /** Row of the file; null for somebody whom the file no longer names. */
  row: count.nullable(),
  taken: z.boolean(),
  name: z.string(),
  birth: z.string().nullable(),
  sex: z.string().nullable(),
  idNumber: z.string().nullable(),
  fileCode: z.string().nullable(),
  hamlet: z.string().nullable(),
  /** Code; the wording only where it has none and tells nobody's illness. */
  category: z.string().nullable(),
  categoryText: z.string().nullable(),
  monthly: sum,
  arrears: sum,
  total: sum.nullable(),
  /** A new benefit of somebody who is on the list already. */
  ofKnownPerson: z.boolean(),
  changes: z.array(z.object({ field: ChangedField, before: value, after: value })),
  faults: z.array(RowFault),
  notices: z.array(RowNotice),
  /** For duplicates: the row that was taken instead. */
  of: count.nullable(),
  because: z.enum(['severalFit', 'onAnotherList']).nullable(),
})
export type ImportLine = z.infer<typeof ImportLine>

/** GET …/:id/lines. */
export const LinesQuery = PageQuery.extend({
  kind: LineKind.optional(),
  only: z.enum(['noticed', 'totalMismatch']).optional(),
})
export type LinesQuery = z.output<typeof LinesQuery>
export const LinesPage = pageOf(ImportLine)
export type LinesPage = z.infer<typeof LinesPage>

/** PUT …/:id/taken: take or leave lines; for a missing one "take" means: let the benefit cease. */
export const TakenChange = z.strictObject({
  taken: z.boolean(),
  lines: z.union([z.array(count).min(1).max(500), z.enum(['added', 'changed', 'missing', 'duplicate', 'ambiguous'])]),
})
export type TakenChange = z.infer<typeof TakenChange>

/** Lines of the answer to POST …/:id/commit (NDJSON): progress, then one last word. Without the last word nothing is known. */
export const CommitLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: count, total: count }),
  z.object({
    kind: z.literal('committed'),
    added: count,
    changed: count,
    ceased: count,
    people: count,
    sumMonthly: sum,
    sumTotal: sum,
  }),
  /** The list changed since the preview was made; a new preview stands ready. */
  z.object({ kind: z.literal('listChanged') }),
  z.object({ kind: z.literal('notAPreview') }),
  /** Nothing was written: something has to be answered first. */
  z.object({ kind: z.literal('openQuestions'), questions: z.array(ImportQuestion) }),
  z.object({ kind: z.literal('failed') }),
])
export type CommitLine = z.infer<typeof CommitLine>

/** Answer to POST …/:id/undo. Nothing is undone where somebody worked on the same people since. */
export const UndoAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('undone'), removed: count, restored: count }),
  z.object({ kind: z.literal('notCommitted') }),
  /** How many people were changed, or registered at the door, after the import. */
  z.object({ kind: z.literal('refused'), because: z.enum(['changedLater', 'registered']), people: count }),
])
export type UndoAnswer = z.infer<typeof UndoAnswer>
