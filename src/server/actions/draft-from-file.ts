// A paying list that came as a file: read, mapped and shown by the list import; here its rows become what is owed.
import { PartialDate } from '../../domain/calendar-date.ts'
import { IdNumber } from '../../domain/citizen-id.ts'
import type { CommuneCode } from '../../domain/ids.ts'
import type { Dong } from '../../domain/money.ts'
import type { DraftInput, DraftPerson } from '../../domain/payment/draft-period.ts'
import type { ItemId, PaymentItem } from '../../domain/payment/item.ts'
import { type FileRow, matchFile, type UnmatchedRow } from '../../domain/payment/match-file.ts'
import type { ImportLine } from '../../protocol/office/imports.ts'
import { listLines } from '../store/import-lines.ts'
import { findImport } from '../store/imports.ts'
import type { PayablePerson } from '../store/payable-people.ts'
import type { Reader } from '../store/transaction.ts'

const linesAtOnce = 2000
/** Stands on the list beside money that the file asks for beyond monthly amount and arrears. */
const noteOf = (row: number) => `${noteBegin}${row}`
const noteBegin = 'Theo tệp danh sách chi trả, dòng '

export type FileDraft = {
  input: DraftInput
  /** Funeral support and one-off money of the rows. */
  extra: PaymentItem[]
  unmatched: UnmatchedRow[]
}

/** Where the rows of an import lie; null when there is no such import, or it was undone. */
export async function findFileRows(db: Reader, commune: CommuneCode, importId: string): Promise<string | null> {
  const file = await findImport(db, { commune, id: importId })
  return file === null || file.state === 'undone' ? null : file.linesId
}

/** Puts the rows of a file in the place of what the list of people says. */
export async function draftFromFile(
  db: Reader,
  linesId: string,
  input: DraftInput,
  people: ReadonlyMap<string, PayablePerson>,
): Promise<FileDraft> {
  const { matched, unmatched } = matchFile(await rowsOf(db, linesId), [...people.values()])
  const owed = Map.groupBy(matched, ({ right }) => right.beneficiary)
  const asked = [...owed].map(([id, rows]): DraftPerson => {
    const entitlements = rows.map(({ right, monthly, arrears }) => {
      // Whether it is owed at all is for the check before locking to say: it lays the file beside the list.
      const asInFile = { monthly: monthly as Dong, arrears: arrears as Dong, state: 'active' as const }
      return { ...right, ...asInFile, from: null, until: null }
    })
    return { id, diedIn: null, entitlements }
  })
  const extra = matched.flatMap(({ row, right, other }): PaymentItem[] => {
    if (other <= 0) return []
    const { beneficiary, id: entitlement, programme } = right
    const money = { kind: 'oneOff' as const, amount: other as Dong, from: null, withdrawn: false }
    return [{ id: input.newId() satisfies ItemId, beneficiary, entitlement, programme, ...money, note: noteOf(row) }]
  })
  const drafted = input.drafted.filter(({ note }) => note?.startsWith(noteBegin) !== true)
  return { input: { ...input, people: asked, drafted, listedArrears: new Map() }, extra, unmatched }
}

async function rowsOf(db: Reader, linesId: string): Promise<FileRow[]> {
  const rows: FileRow[] = []
  for (let from = 0; ;) {
    const lines = await listLines(db, linesId, { from, limit: linesAtOnce })
    rows.push(...lines.flatMap((line) => fileRow(line) ?? []))
    const last = lines.at(-1)
    if (!last || lines.length < linesAtOnce) return rows
    from = last.n + 1
  }
}

/** Rows that can be paid: people whom the file does not name, broken and repeated rows are left out. */
function fileRow(line: ImportLine): FileRow | null {
  if (line.row === null || line.kind === 'broken' || line.kind === 'duplicate' || line.kind === 'missing') return null
  return {
    row: line.row,
    name: line.name,
    birth: PartialDate.nullable().parse(line.birth),
    idNumber: IdNumber.nullable().parse(line.idNumber),
    fileCode: line.fileCode,
    category: line.category,
    monthly: line.monthly,
    arrears: line.arrears,
    other: line.total === null ? 0 : line.total - line.monthly - line.arrears,
  }
}
