// A person on the list. What the person receives is an Entitlement: a line of a list is not a person.
import { z } from 'zod'
import { PartialDate } from './calendar-date.ts'
import { IdNumber } from './citizen-id.ts'
import { BeneficiaryId, CommuneCode } from './ids.ts'
import { PaymentMethod } from './payment-method.ts'
import { PhoneNumber } from './phone.ts'
import { Sex } from './sex.ts'
import { SubstituteRecipient } from './substitute-recipient.ts'

/** State against the population database. */
export const Verification = z.enum(['notYet', 'match', 'mismatch', 'notFound', 'deceased'])
export type Verification = z.infer<typeof Verification>

/** Where the opening of an account stands. */
export const AccountState = z.enum(['none', 'requested', 'opened', 'refused'])
export type AccountState = z.infer<typeof AccountState>

/** Whose phone it is. */
export const PhoneOwner = z.enum(['self', 'relative', 'neighbour', 'other'])
export type PhoneOwner = z.infer<typeof PhoneOwner>

const optionalText = z.string().max(300).nullable()

export const Beneficiary = z.object({
  id: BeneficiaryId,
  commune: CommuneCode,
  /** NFC, as on the card. */
  name: z.string().min(1).max(200),
  birth: PartialDate.nullable(),
  sex: Sex.nullable(),
  /** Today's number: 12 digits, or 9 where there is no citizen ID yet. */
  idNumber: IdNumber.nullable(),
  oldIdNumber: IdNumber.nullable(),
  /** Code of the case file at the commune. */
  fileCode: optionalText,
  phone: PhoneNumber.nullable(),
  phoneOwner: PhoneOwner.nullable(),
  permanentAddress: optionalText,
  currentAddress: optionalText,
  /** Ấp in the country, khu vực in town, without that word in front. */
  hamlet: optionalText,
  verification: Verification,
  /** How the person is paid today; null when the list does not say. */
  method: PaymentMethod.nullable(),
  account: AccountState,
  substitute: SubstituteRecipient.nullable(),
})
export type Beneficiary = z.infer<typeof Beneficiary>
