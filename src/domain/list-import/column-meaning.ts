// What a column of a ward's list can mean.
import { z } from 'zod'

export const ColumnField = z.enum([
  'order',
  'fileCode',
  'name',
  'familyName',
  'givenName',
  'birth',
  'birthDay',
  'birthMonth',
  'birthYear',
  'birthMale',
  'birthFemale',
  'sex',
  'idNumber',
  'oldIdNumber',
  'permanentAddress',
  'currentAddress',
  'hamlet',
  'commune',
  'category',
  'monthly',
  'arrears',
  'funeral',
  'oneOff',
  'supplement',
  'total',
  'substituteName',
  'substituteRelation',
  'substituteId',
  'substitutePhone',
  'method',
  'accountNumber',
  'accountHolder',
  'bank',
  'phone',
  'decision',
  'from',
  'note',
])
export type ColumnField = z.infer<typeof ColumnField>

/** Columns that are part of every such list and of no use here: recognised so that nobody wonders about them. */
export const ignoredColumns = ['coefficient', 'arrearsMonths', 'district', 'idIssued', 'signature'] as const
export type IgnoredColumn = (typeof ignoredColumns)[number]

/** What a column was taken for: a field, something known and not needed, or nothing that we know. */
export type ColumnMeaning = ColumnField | IgnoredColumn | null

export type Column = {
  /** From 0. */
  index: number
  /** What stands above it, from top to bottom. */
  headings: readonly string[]
  meaning: ColumnMeaning
}

/** The fields, to tell them from columns that are known and not needed. */
export const columnFields: ReadonlySet<ColumnMeaning> = new Set(ColumnField.options)
