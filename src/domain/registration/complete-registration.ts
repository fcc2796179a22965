// A draft, read as a whole: the data of a record, or everything that is still missing.
import type { CalendarDate } from '../calendar-date.ts'
import type { Consent } from '../consent.ts'
import type { Programme } from '../entitlement.ts'
import type { PhotoRole } from '../paper.ts'
import { needsAccount, type PaymentMethod } from '../payment-method.ts'
import type { SubstituteRecipient } from '../substitute-recipient.ts'
import { tidyOrNull } from '../tidy-text.ts'
import type { RegistrationDraft } from './draft.ts'
import type { Missing } from './missing.ts'
import { readConfirmation, type RegisteredConfirmation } from './read-confirmation.ts'
import { readMethod } from './read-method.ts'
import { type RegisteredPerson, readPerson } from './read-person.ts'
import { readSubstitute } from './read-substitute.ts'

/** What the first three steps say once nothing is missing in them: enough to judge eligibility. */
export type RegisteredWish = {
  person: RegisteredPerson
  substitute: SubstituteRecipient | null
  method: PaymentMethod
}

/** The data of a registration; `protocol/records/registration.ts` is the format in which it travels. */
export type CompleteRegistration = RegisteredWish & {
  programme: Programme | null
  category: string | null
  lacksCitizenId: boolean
  consents: Consent[]
  confirmation: RegisteredConfirmation
  note: string | null
}

export type Completion = { kind: 'complete'; data: CompleteRegistration } | { kind: 'incomplete'; missing: Missing[] }

/** What stands beside the typed text: the pictures taken, and the day. */
export type DraftSurroundings = { photos: readonly PhotoRole[]; today: CalendarDate }

/** The first three steps, or null while one of them lacks something. */
export function readWish(draft: RegistrationDraft, today: CalendarDate): RegisteredWish | null {
  const person = readPerson(draft.person, today)
  const substitute = readSubstitute(draft.substitute)
  const method = readMethod(draft.method)
  if (person.kind === 'lacking' || substitute.kind === 'lacking' || method.kind === 'lacking') return null
  return { person: person.value, substitute: substitute.value, method: method.value }
}

/** Consent to pass data on means nothing where nobody is to be told. */
function consentsAsked(draft: RegistrationDraft, method: PaymentMethod): Consent[] {
  return draft.consents.filter(({ purpose }) => purpose !== 'passToProvider' || needsAccount(method))
}

/** Reads a draft. What is missing is named in the order of the steps. */
export function completeRegistration(draft: RegistrationDraft, { photos, today }: DraftSurroundings): Completion {
  const wish = readWish(draft, today)
  const confirmation = readConfirmation(draft.confirmation, photos)
  if (wish === null || confirmation.kind === 'lacking') {
    const reads = [readPerson(draft.person, today), readSubstitute(draft.substitute), readMethod(draft.method)]
    const missing = [...reads, confirmation].flatMap((read) => (read.kind === 'lacking' ? read.missing : []))
    return { kind: 'incomplete', missing }
  }
  return {
    kind: 'complete',
    data: {
      ...wish,
      programme: draft.person.programme || null,
      category: tidyOrNull(draft.person.category),
      // A citizen ID that was typed settles the question, whatever was ticked before it was found.
      lacksCitizenId: draft.lacksCitizenId && wish.person.idKind !== 'cccd',
      consents: consentsAsked(draft, wish.method),
      confirmation: confirmation.value,
      note: tidyOrNull(draft.note),
    },
  }
}
