// Step 3 as typed → how the person wants to be paid.
import { AccountNumber, type PaymentMethod } from '../payment-method.ts'
import { parsePhone } from '../phone.ts'
import { tidyOrNull, tidyText } from '../tidy-text.ts'
import type { RegistrationDraft } from './draft.ts'
import type { Missing, Read } from './missing.ts'

type Typed = RegistrationDraft['method']

const lacking = (...missing: Missing[]): Read<never> => ({ kind: 'lacking', missing })
const whole = (value: PaymentMethod): Read<PaymentMethod> => ({ kind: 'whole', value })

/** 6–19 letters or digits without the spaces and dots that people put between them; null for anything else. */
export function parseAccountNumber(typed: string): string | null {
  return AccountNumber.safeParse(typed.replace(/[\s.-]/g, '')).data ?? null
}

function readBankAccount(typed: Typed): Read<PaymentMethod> {
  const bank = /^\d{6}$/.test(typed.bank) ? typed.bank : null
  if (typed.openBankAccount) return whole({ kind: 'bankAccount', bank, account: null })
  const number = parseAccountNumber(typed.accountNumber)
  const holder = tidyText(typed.holder)
  const missing: Missing[] = []
  if (bank === null) missing.push('bank')
  if (tidyText(typed.accountNumber) === '') missing.push('accountNumber')
  else if (number === null) missing.push('accountNumberUnreadable')
  else if (parseAccountNumber(typed.accountAgain) !== number) missing.push('accountNumberDiffers')
  if (holder === '') missing.push('accountHolder')
  if (missing.length > 0 || number === null) return lacking(...missing)
  return whole({ kind: 'bankAccount', bank, account: { number, holder } })
}

function readDigitalAccount(typed: Typed): Read<PaymentMethod> {
  const provider = tidyText(typed.provider)
  const phone = parsePhone(typed.digitalPhone)
  const missing: Missing[] = []
  if (provider === '') missing.push('provider')
  if (!typed.openDigitalAccount && phone === null) {
    missing.push(tidyText(typed.digitalPhone) === '' ? 'digitalPhone' : 'digitalPhoneUnreadable')
  }
  if (missing.length > 0) return lacking(...missing)
  return whole({ kind: 'digitalAccount', provider, phone: typed.openDigitalAccount ? null : phone })
}

function readCashAtHome(typed: Typed): Read<PaymentMethod> {
  if (typed.homeReason === '') return lacking('homeReason')
  const note = tidyOrNull(typed.homeNote)
  if (typed.homeReason === 'other' && note === null) return lacking('homeNote')
  return whole({ kind: 'cashAtHome', reason: typed.homeReason, note })
}

/** What was typed for another method than the chosen one is left out. */
export function readMethod(typed: Typed): Read<PaymentMethod> {
  switch (typed.kind) {
    case '':
      return lacking('method')
    case 'bankAccount':
      return readBankAccount(typed)
    case 'digitalAccount':
      return readDigitalAccount(typed)
    case 'cashAtPoint': {
      const point = tidyText(typed.point)
      return point === '' ? lacking('point') : whole({ kind: 'cashAtPoint', point })
    }
    case 'cashAtHome':
      return readCashAtHome(typed)
  }
}
