// Things of the domain as one line of text.
import { formatDate } from '../../domain/calendar-date.ts'
import { banks } from '../../domain/code-lists/banks.ts'
import type { PaymentMethod } from '../../domain/payment-method.ts'
import type { SubstituteRecipient } from '../../domain/substitute-recipient.ts'
import type { termWords } from '../../text/office/terms.ts'

type Terms = (typeof termWords)['vi']

/** Short name of a bank by its BIN; the BIN itself when it is not on the list. */
function bankName(bin: string): string {
  return banks.find((bank) => bank.bin === bin)?.shortName ?? bin
}

/** How somebody is, or wants to be, paid. */
export function describeMethod(terms: Terms, method: PaymentMethod | null): string {
  if (method === null) return terms.methodUnknown
  const kind = terms.method[method.kind]
  switch (method.kind) {
    case 'bankAccount': {
      const account = method.account ? `${method.account.number} (${method.account.holder})` : terms.openAccount
      return [kind, method.bank && bankName(method.bank), account].filter(Boolean).join(' · ')
    }
    case 'digitalAccount':
      return [kind, method.provider, method.phone ?? terms.openAccount].join(' · ')
    case 'cashAtPoint':
      return [kind, method.point].join(' · ')
    case 'cashAtHome':
      return [kind, terms.homeReason[method.reason], method.note].filter(Boolean).join(' · ')
  }
}

/** Who receives in the person's place. */
export function describeSubstitute(terms: Terms, substitute: SubstituteRecipient | null): string {
  if (substitute === null) return terms.noSubstitute
  const { kind, name, relation, idNumber, phone, address } = substitute
  const paper =
    substitute.kind === 'authorisedPerson'
      ? [
          substitute.authorisation.number,
          formatDate(substitute.authorisation.date),
          substitute.authorisation.certifiedBy,
          substitute.authorisation.validUntil && terms.paperUntil(formatDate(substitute.authorisation.validUntil)),
        ]
          .filter(Boolean)
          .join(', ')
      : null
  return [terms.substitute[kind], name, relation, idNumber, phone, address, paper].filter(Boolean).join(' · ')
}
