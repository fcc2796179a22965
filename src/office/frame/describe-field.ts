// A value of the history as people read it, by the field it stands in.
import { AccountState, PhoneOwner, Verification } from '../../domain/beneficiary.ts'
import { formatDate, PartialDate } from '../../domain/calendar-date.ts'
import { categoryByCode } from '../../domain/code-lists/categories.ts'
import { EntitlementState } from '../../domain/entitlement.ts'
import { formatDong } from '../../domain/money.ts'
import { PaymentMethod } from '../../domain/payment-method.ts'
import { Sex } from '../../domain/sex.ts'
import { SubstituteRecipient } from '../../domain/substitute-recipient.ts'
import type { listHistoryWords } from '../../text/office/list-history.ts'
import type { termWords } from '../../text/office/terms.ts'
import { describeMethod, describeSubstitute } from './describe.ts'

type Words = {
  terms: (typeof termWords)['vi']
  history: (typeof listHistoryWords)['vi']
  communeName: (code: string) => string
}

/** The name of a field of a person or a benefit. */
export function nameOfField({ terms, history }: Pick<Words, 'terms' | 'history'>, field: string): string {
  const names: Record<string, string> = { ...terms.field, ...history.fields }
  return names[field] ?? field
}

/** What stood there; something readable also for what a newer server wrote. */
export function describeField({ terms, history, communeName }: Words, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return history.nothing
  switch (field) {
    case 'birth':
    case 'from':
    case 'until':
    case 'died':
      return read(PartialDate.safeParse(value), formatDate, value)
    case 'sex':
      return read(Sex.safeParse(value), (sex) => terms.sex[sex], value)
    case 'phoneOwner':
      return read(PhoneOwner.safeParse(value), (owner) => terms.phoneOwner[owner], value)
    case 'verification':
      return read(Verification.safeParse(value), (state) => terms.verification[state], value)
    case 'account':
      return read(AccountState.safeParse(value), (state) => terms.account[state], value)
    case 'state':
      return read(EntitlementState.safeParse(value), (state) => terms.entitlement[state], value)
    case 'method':
      return read(PaymentMethod.safeParse(value), (method) => describeMethod(terms, method), value)
    case 'substitute':
      return read(SubstituteRecipient.safeParse(value), (who) => describeSubstitute(terms, who), value)
    case 'monthly':
    case 'arrears':
      return typeof value === 'number' ? formatDong(value) : plain(value)
    case 'category':
      return categoryByCode.get(plain(value))?.name ?? plain(value)
    case 'commune':
      return communeName(plain(value))
    default:
      return plain(value)
  }
}

type Parsed<T> = { success: true; data: T } | { success: false }

function read<T>(parsed: Parsed<T>, describe: (value: T) => string, value: unknown): string {
  return parsed.success ? describe(parsed.data) : plain(value)
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
