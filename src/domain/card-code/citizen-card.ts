// What the QR code of a citizen ID card says.
import type { CalendarDate, PartialDate } from '../calendar-date.ts'
import type { IdNumber } from '../citizen-id.ts'
import type { Sex } from '../sex.ts'

export type CitizenCard = {
  /** Twelve digits. */
  idNumber: IdNumber
  /** The number of the card before, nine or twelve digits. */
  oldIdNumber: IdNumber | null
  /** NFC, as on the card: upper or title case. */
  name: string
  birth: PartialDate
  sex: Sex
  /** Without the doubled commas that some cards carry; may be empty. */
  address: string
  /** The address exactly as the code has it. */
  rawAddress: string
  issued: CalendarDate | null
}

/**
 * Why a code is not taken.
 * `notACard`: some other QR code. `letters`: characters that no card has, so it was read or sent on wrongly.
 * The others name the part that can not be.
 */
export type CardRefusal = 'notACard' | 'letters' | 'idNumber' | 'oldIdNumber' | 'name' | 'birth' | 'sex' | 'issued'

export type CardReading = { kind: 'card'; card: CitizenCard } | { kind: 'refused'; why: CardRefusal }
