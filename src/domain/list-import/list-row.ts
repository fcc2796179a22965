// A person's row of a list, read: what it says, what is wrong with it, and what somebody should know about it.
import type { PartialDate } from '../calendar-date.ts'
import type { IdNumber } from '../citizen-id.ts'
import type { Programme } from '../entitlement.ts'
import type { Dong } from '../money.ts'
import type { PaymentMethod } from '../payment-method.ts'
import type { PhoneNumber } from '../phone.ts'
import type { Sex } from '../sex.ts'
import type { SubstituteRecipient } from '../substitute-recipient.ts'
import { z } from 'zod'

/** Why a row cannot be taken as it stands. */
export const RowFault = z.enum([
  'noName',
  'birthUnreadable',
  'birthTwoDigitYear',
  'idUnreadable',
  /** A formula without a result, or an error such as `#REF!`. */
  'cellLost',
  /** Letters that Vietnamese does not have: the text is in another encoding than it was read in. */
  'foreignLetters',
  'amountUnreadable',
  'textTooLong',
])
export type RowFault = z.infer<typeof RowFault>

/** What is worth knowing of a row that is taken. */
export const RowNotice = z.enum([
  'hiddenRow',
  'idRepaired',
  'idContradictsBirth',
  'idContradictsSex',
  'idUnknownProvince',
  'phoneUnreadable',
  'accountUnreadable',
  'bankUnknown',
  'dateUnreadable',
  'totalMismatch',
  'noMonthly',
  'smallAmount',
  'categoryUnknown',
  'substituteLeftOut',
  'nameDiffers',
  /** The list's own column names another commune than the list is taken in for. */
  'otherCommune',
])
export type RowNotice = z.infer<typeof RowNotice>

export type ListRow = {
  /** As the spreadsheet counts, from 1. */
  row: number
  name: string
  birth: PartialDate | null
  sex: Sex | null
  idNumber: IdNumber | null
  oldIdNumber: IdNumber | null
  fileCode: string | null
  phone: PhoneNumber | null
  permanentAddress: string | null
  currentAddress: string | null
  hamlet: string | null
  /** As the list writes it, with the name of today or an old one. */
  commune: string | null
  programme: Programme | null
  /** Code; null when the wording matched none. */
  category: string | null
  /** The list's own wording. */
  categoryText: string
  monthly: Dong
  arrears: Dong
  /** Funeral support, one-off benefits and supplements of the row: checked in the total, kept in the file. */
  otherAmounts: Dong
  /** The total as the list states it; null when it has no such column. */
  total: Dong | null
  method: PaymentMethod | null
  substitute: SubstituteRecipient | null
  decision: string | null
  /** `YYYY-MM-DD`. */
  from: string | null
  faults: RowFault[]
  notices: RowNotice[]
}

/** What the row's amounts come to. */
export function sumOfParts(row: Pick<ListRow, 'monthly' | 'arrears' | 'otherAmounts'>): number {
  return row.monthly + row.arrears + row.otherAmounts
}
