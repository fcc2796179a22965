// What a registration still lacks before it can be saved, by name; the sentences are in `text`.
import type { RegistrationStep } from './draft.ts'

type Place = { step: RegistrationStep; field: string }

/** Every lack with the step and the draft's field where it is mended. `…Unreadable`: something is typed, but not that. */
export const missingPlaces = {
  name: { step: 'person', field: 'person.name' },
  birth: { step: 'person', field: 'person.birth' },
  birthUnreadable: { step: 'person', field: 'person.birth' },
  birthInFuture: { step: 'person', field: 'person.birth' },
  sex: { step: 'person', field: 'person.sex' },
  idNumber: { step: 'person', field: 'person.idNumber' },
  citizenIdUnreadable: { step: 'person', field: 'person.idNumber' },
  oldCardUnreadable: { step: 'person', field: 'person.idNumber' },
  idIssuedUnreadable: { step: 'person', field: 'person.idIssued' },
  oldIdUnreadable: { step: 'person', field: 'person.oldIdNumber' },
  phoneUnreadable: { step: 'person', field: 'person.phone' },
  substituteName: { step: 'substitute', field: 'substitute.name' },
  substituteRelation: { step: 'substitute', field: 'substitute.relation' },
  substituteIdUnreadable: { step: 'substitute', field: 'substitute.idNumber' },
  substitutePhoneUnreadable: { step: 'substitute', field: 'substitute.phone' },
  authorisationDate: { step: 'substitute', field: 'substitute.paperDate' },
  authorisationDateUnreadable: { step: 'substitute', field: 'substitute.paperDate' },
  authorisationCertifiedBy: { step: 'substitute', field: 'substitute.certifiedBy' },
  validUntilUnreadable: { step: 'substitute', field: 'substitute.validUntil' },
  method: { step: 'method', field: 'method.kind' },
  bank: { step: 'method', field: 'method.bank' },
  accountNumber: { step: 'method', field: 'method.accountNumber' },
  accountNumberUnreadable: { step: 'method', field: 'method.accountNumber' },
  accountNumberDiffers: { step: 'method', field: 'method.accountAgain' },
  accountHolder: { step: 'method', field: 'method.holder' },
  provider: { step: 'method', field: 'method.provider' },
  digitalPhone: { step: 'method', field: 'method.digitalPhone' },
  digitalPhoneUnreadable: { step: 'method', field: 'method.digitalPhone' },
  point: { step: 'method', field: 'method.point' },
  homeReason: { step: 'method', field: 'method.homeReason' },
  homeNote: { step: 'method', field: 'method.homeNote' },
  confirmation: { step: 'confirmation', field: 'confirmation.how' },
  signature: { step: 'confirmation', field: 'confirmation.how' },
  thumbprint: { step: 'confirmation', field: 'confirmation.how' },
  witnessName: { step: 'confirmation', field: 'confirmation.witness' },
  witnessSignature: { step: 'confirmation', field: 'confirmation.how' },
} as const satisfies Record<string, Place>

export type Missing = keyof typeof missingPlaces

/** A part of the registration as read: whole, or what it lacks. */
export type Read<T> = { kind: 'whole'; value: T } | { kind: 'lacking'; missing: Missing[] }

/** What of a list belongs to one step. */
export function missingInStep(missing: readonly Missing[], step: RegistrationStep): Missing[] {
  return missing.filter((lack) => missingPlaces[lack].step === step)
}

/** Whether something was typed that is wrong, unlike a field that is still empty. */
export function isMistake(lack: Missing): boolean {
  return /(Unreadable|InFuture|Differs)$/.test(lack)
}
