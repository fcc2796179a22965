// Who receives in the beneficiary's place: a guardian, or a person authorised by a paper.
import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { IdNumber } from './citizen-id.ts'
import { PhoneNumber } from './phone.ts'

const text = z.string().trim().min(1).max(200)

export const Authorisation = z.strictObject({
  number: text.nullable(),
  date: CalendarDate,
  /** The commune that certified it, in words. */
  certifiedBy: text,
  /** Last day it is valid; how long one is valid differs by place, so the paper itself says. */
  validUntil: CalendarDate.nullable(),
})
export type Authorisation = z.infer<typeof Authorisation>

const who = {
  name: text,
  relation: text,
  idNumber: IdNumber.nullable(),
  phone: PhoneNumber.nullable(),
  address: z.string().trim().max(300).nullable(),
}

export const SubstituteRecipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('guardian'), ...who }),
  z.strictObject({ kind: z.literal('authorisedPerson'), ...who, authorisation: Authorisation }),
])
export type SubstituteRecipient = z.infer<typeof SubstituteRecipient>
