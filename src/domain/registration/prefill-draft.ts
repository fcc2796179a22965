// A draft that begins with what is already known: the list's line, or the record that came back from the office.
import type { Beneficiary } from '../beneficiary.ts'
import { formatDate } from '../calendar-date.ts'
import type { Entitlement } from '../entitlement.ts'
import type { PaymentMethod } from '../payment-method.ts'
import type { SubstituteRecipient } from '../substitute-recipient.ts'
import type { CompleteRegistration } from './complete-registration.ts'
import { emptyDraft, type RegistrationDraft } from './draft.ts'

function substituteDraft(substitute: SubstituteRecipient | null): RegistrationDraft['substitute'] {
  const empty = emptyDraft().substitute
  if (substitute === null) return empty
  const who = {
    ...empty,
    kind: substitute.kind,
    name: substitute.name,
    relation: substitute.relation,
    idNumber: substitute.idNumber ?? '',
    phone: substitute.phone ?? '',
    address: substitute.address ?? '',
  }
  if (substitute.kind === 'guardian') return who
  const { number, date, certifiedBy, validUntil } = substitute.authorisation
  return {
    ...who,
    paperNumber: number ?? '',
    paperDate: formatDate(date),
    certifiedBy,
    validUntil: validUntil === null ? '' : formatDate(validUntil),
  }
}

function methodDraft(method: PaymentMethod | null): RegistrationDraft['method'] {
  const empty = emptyDraft().method
  switch (method?.kind) {
    case undefined:
      return empty
    case 'bankAccount': {
      const { account } = method
      return {
        ...empty,
        kind: 'bankAccount',
        bank: method.bank ?? '',
        openBankAccount: account === null,
        accountNumber: account?.number ?? '',
        accountAgain: account?.number ?? '',
        holder: account?.holder ?? '',
      }
    }
    case 'digitalAccount':
      return {
        ...empty,
        kind: 'digitalAccount',
        provider: method.provider,
        openDigitalAccount: method.phone === null,
        digitalPhone: method.phone ?? '',
      }
    case 'cashAtPoint':
      return { ...empty, kind: 'cashAtPoint', point: method.point }
    case 'cashAtHome':
      return { ...empty, kind: 'cashAtHome', homeReason: method.reason, homeNote: method.note ?? '' }
  }
}

/** What the list says of a person, as if it had been typed. The wish of today is asked anew only where the list is silent. */
export function draftFromList(person: Beneficiary, entitlements: readonly Entitlement[]): RegistrationDraft {
  const empty = emptyDraft()
  const main = entitlements.find(({ state }) => state === 'active') ?? entitlements[0]
  return {
    ...empty,
    person: {
      ...empty.person,
      name: person.name,
      birth: person.birth === null ? '' : formatDate(person.birth),
      sex: person.sex ?? '',
      idKind: person.idNumber?.length === 9 ? 'cmnd' : 'cccd',
      idNumber: person.idNumber ?? '',
      oldIdNumber: person.oldIdNumber ?? '',
      phone: person.phone ?? '',
      phoneOwner: person.phoneOwner ?? '',
      permanentAddress: person.permanentAddress ?? '',
      currentAddress: person.currentAddress ?? '',
      hamlet: person.hamlet ?? '',
      fileCode: person.fileCode ?? '',
      programme: main?.programme ?? '',
      category: main?.category ?? '',
    },
    substitute: substituteDraft(person.substitute),
    method: methodDraft(person.method),
    answeredBy: person.substitute?.kind === 'guardian' ? 'substitute' : 'self',
  }
}

/** The earlier registration as a draft of the record that will amend it. Confirmation and consent are asked again. */
export function draftFromEarlier(
  data: CompleteRegistration,
  earlier: NonNullable<RegistrationDraft['earlier']>,
): RegistrationDraft {
  const empty = emptyDraft()
  const { person } = data
  return {
    ...empty,
    person: {
      name: person.name,
      birth: formatDate(person.birth),
      sex: person.sex,
      idKind: person.idKind,
      idNumber: person.idNumber ?? '',
      idIssued: person.idIssued === null ? '' : formatDate(person.idIssued),
      oldIdNumber: person.oldIdNumber ?? '',
      phone: person.phone ?? '',
      phoneOwner: person.phoneOwner ?? '',
      permanentAddress: person.permanentAddress ?? '',
      currentAddress: person.currentAddress ?? '',
      hamlet: person.hamlet ?? '',
      fileCode: person.fileCode ?? '',
      programme: data.programme ?? '',
      category: data.category ?? '',
    },
    substitute: substituteDraft(data.substitute),
    method: methodDraft(data.method),
    lacksCitizenId: data.lacksCitizenId,
    answeredBy: data.substitute?.kind === 'guardian' ? 'substitute' : 'self',
    note: data.note ?? '',
    earlier,
  }
}
