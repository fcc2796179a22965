// Data of a `registration` record: what the officer wrote down at the door.
import { z } from 'zod'
import { PhoneOwner } from '../../domain/beneficiary.ts'
import { CalendarDate, PartialDate } from '../../domain/calendar-date.ts'
import { IdKind, IdNumber } from '../../domain/citizen-id.ts'
import { Consent } from '../../domain/consent.ts'
import { Programme } from '../../domain/entitlement.ts'
import { PaymentMethod } from '../../domain/payment-method.ts'
import { PhoneNumber } from '../../domain/phone.ts'
import { Sex } from '../../domain/sex.ts'
import { SubstituteRecipient } from '../../domain/substitute-recipient.ts'

const name = z.string().trim().min(1).max(200)
const optionalText = z.string().trim().max(300).nullable()

export const RegistrationPerson = z.strictObject({
  name,
  birth: PartialDate,
  sex: Sex,
  idKind: IdKind,
  idNumber: IdNumber.nullable(),
  idIssued: CalendarDate.nullable(),
  oldIdNumber: IdNumber.nullable(),
  phone: PhoneNumber.nullable(),
  phoneOwner: PhoneOwner.nullable(),
  permanentAddress: optionalText,
  currentAddress: optionalText,
  hamlet: optionalText,
  fileCode: optionalText,
})
export type RegistrationPerson = z.infer<typeof RegistrationPerson>

/** How the person confirmed what was read aloud; its picture is the photo of the same role. */
export const Confirmation = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('signature') }),
  z.strictObject({ how: z.literal('thumbprint') }),
  z.strictObject({ how: z.literal('witness'), witness: name }),
])
export type Confirmation = z.infer<typeof Confirmation>

/** Version 1. */
export const RegistrationV1 = z
  .strictObject({
    person: RegistrationPerson,
    programme: Programme.nullable(),
    category: z.string().max(40).nullable(),
    substitute: SubstituteRecipient.nullable(),
    method: PaymentMethod,
    /** The person has no citizen ID card and is put forward to the police for one. */
    lacksCitizenId: z.boolean(),
    consents: z.array(Consent).max(10),
    confirmation: Confirmation,
    note: z.string().trim().max(1000).nullable(),
  })
  .refine((data) => (data.person.idKind === 'none') === (data.person.idNumber === null), {
    path: ['person', 'idNumber'],
    message: 'id_number',
  })
export type RegistrationV1 = z.infer<typeof RegistrationV1>
