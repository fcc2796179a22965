// What a registration says beside what the list says: where they differ, and how the list will read once it is accepted.
import { z } from 'zod'
import type { Beneficiary, PhoneOwner } from './beneficiary.ts'
import type { PartialDate } from './calendar-date.ts'
import type { IdNumber } from './citizen-id.ts'
import type { BeneficiaryId, CommuneCode } from './ids.ts'
import type { PaymentMethod } from './payment-method.ts'
import { normalizeName } from './person-name.ts'
import type { PhoneNumber } from './phone.ts'
import { sameValue } from './same-value.ts'
import type { Sex } from './sex.ts'
import type { SubstituteRecipient } from './substitute-recipient.ts'

/** Fields of the list that a registration speaks of. */
export const ListField = z.enum([
  'name',
  'birth',
  'sex',
  'idNumber',
  'oldIdNumber',
  'fileCode',
  'phone',
  'phoneOwner',
  'permanentAddress',
  'currentAddress',
  'hamlet',
  'method',
  'substitute',
])
export type ListField = z.infer<typeof ListField>

/** What an officer wrote down of a person. */
export type Registered = {
  person: {
    name: string
    birth: PartialDate
    sex: Sex
    idNumber: IdNumber | null
    oldIdNumber: IdNumber | null
    fileCode: string | null
    phone: PhoneNumber | null
    phoneOwner: PhoneOwner | null
    permanentAddress: string | null
    currentAddress: string | null
    hamlet: string | null
  }
  method: PaymentMethod
  substitute: SubstituteRecipient | null
}

/** Tones of a word apart from its letters, so that `hòa` and `hoà` are one spelling. */
function spelling(text: string): string {
  return normalizeName(text)
    .toLowerCase()
    .normalize('NFD')
    .split(' ')
    .map(
      (word) =>
        word.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '') +
        (/[\u0300\u0301\u0303\u0309\u0323]/.exec(word)?.[0] ?? ''),
    )
    .join(' ')
}

function isSame(field: ListField, listed: unknown, registered: unknown): boolean {
  if (typeof listed === 'string' && typeof registered === 'string') {
    return field === 'name' || field === 'hamlet' ? spelling(listed) === spelling(registered) : listed === registered
  }
  return sameValue(listed, registered)
}

/** What the registration says in a field of the list; undefined where it says nothing, which erases nothing. */
function saidIn(field: ListField, { person, method, substitute }: Registered): unknown {
  if (field === 'method') return method
  // "Nobody" is an answer to who receives; an empty line elsewhere is none.
  if (field === 'substitute') return substitute
  const said = person[field]
  return said === null || said === '' ? undefined : said
}

/** The fields in which a registration says something else than the list, in the order of the form. */
export function differencesFromList(listed: Beneficiary, registered: Registered): ListField[] {
  return ListField.options.filter((field) => {
    const said = saidIn(field, registered)
    return said !== undefined && !isSame(field, listed[field], said)
  })
}

/**
 * The person as the list will read.
 * @param keep fields in which the list keeps what it has.
 */
export function updatedFromRegistration(
  listed: Beneficiary,
  registered: Registered,
  keep: readonly ListField[] = [],
): Beneficiary {
  const changes = differencesFromList(listed, registered)
    .filter((field) => !keep.includes(field))
    .map((field) => [field, saidIn(field, registered)] as const)
  return { ...listed, ...Object.fromEntries(changes) }
}

/** A person whom no list named before. */
export function addedFromRegistration(
  registered: Registered,
  { id, commune }: { id: BeneficiaryId; commune: CommuneCode },
): Beneficiary {
  const { name, birth, sex, idNumber, oldIdNumber, fileCode, phone, phoneOwner } = registered.person
  const { permanentAddress, currentAddress, hamlet } = registered.person
  return {
    id,
    commune,
    name: normalizeName(name),
    birth,
    sex,
    idNumber,
    oldIdNumber,
    fileCode,
    phone,
    phoneOwner,
    permanentAddress,
    currentAddress,
    hamlet,
    verification: 'notYet',
    method: registered.method,
    account: 'none',
    substitute: registered.substitute,
  }
}
