// A registration typed by a careful officer, to be spoiled field by field.
import { CalendarDate, Moment } from '../../../src/domain/calendar-date.ts'
import type { Consent, ConsentPurpose } from '../../../src/domain/consent.ts'
import { emptyDraft, type RegistrationDraft } from '../../../src/domain/registration/draft.ts'

export const today = CalendarDate.parse('2026-11-23')

type Spoiled = { [Part in keyof RegistrationDraft]?: Partial<RegistrationDraft[Part]> | RegistrationDraft[Part] }

/** Nothing is missing in it. */
export function typedDraft(changes: Spoiled = {}): RegistrationDraft {
  const empty = emptyDraft()
  const whole: RegistrationDraft = {
    ...empty,
    person: {
      ...empty.person,
      name: '  Nguyễn  Thị Tuyết ',
      birth: '1/2/1945',
      sex: 'F',
      idNumber: '092 145 991 234',
      idIssued: '10.04.2022',
      phone: '+84 912 345 678',
      phoneOwner: 'relative',
      hamlet: 'Thới Hòa',
      programme: 'BTXH',
      category: 'HT.75',
    },
    method: { ...empty.method, kind: 'bankAccount', openBankAccount: true },
    confirmation: { how: 'signature', witness: '' },
  }
  const entries = Object.entries(changes).map(([part, change]) => {
    const before: unknown = whole[part as keyof RegistrationDraft]
    const isGroup = typeof before === 'object' && before !== null && !Array.isArray(before)
    return [part, isGroup ? { ...before, ...(change as object) } : change]
  })
  return { ...whole, ...(Object.fromEntries(entries) as Partial<RegistrationDraft>) }
}

/** An answer to one question of consent. */
export function consent(purpose: ConsentPurpose, given = true): Consent {
  return { purpose, given, textVersion: '2026-11', at: Moment.parse('2026-11-23T09:41:00+07:00'), by: 'self' }
}
