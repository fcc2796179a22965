import type { AccountState } from '../../../domain/beneficiary.ts'
import type { PaymentMethod } from '../../../domain/payment-method.ts'
import { personWords } from '../../../text/tablet/person.ts'
import { type TabletTerms, termWords } from '../../../text/tablet/terms.ts'
import { useWords } from '../../../ui/language.tsx'
import { useBankName } from '../../frame/bank-names.ts'

function detailOf(method: PaymentMethod, bank: string | null, terms: TabletTerms): string {
  switch (method.kind) {
    case 'bankAccount': {
      const { account } = method
      return [bank ?? method.bank, account === null ? terms.openAccount : `${account.number} – ${account.holder}`]
        .filter((part) => part !== null)
        .join(', ')
    }
    case 'digitalAccount':
      return `${method.provider}, ${method.phone ?? terms.openAccount}`
    case 'cashAtPoint':
      return method.point
    case 'cashAtHome':
      return [terms.homeReason[method.reason], method.note].filter((part) => part !== null).join(', ')
  }
}

/** How the person is paid today, as the list says. */
export function PaidBy({ method, account }: { method: PaymentMethod | null; account: AccountState }) {
  const t = useWords(personWords)
  const terms = useWords(termWords)
  const bank = useBankName(method?.kind === 'bankAccount' ? method.bank : null)
  if (method === null) return <p className="soft">{terms.methodUnknown}</p>
  return (
    <div>
      <p>
        <strong>{terms.method[method.kind]}</strong>
      </p>
      <p>{detailOf(method, bank, terms)}</p>
      {account !== 'none' && <p className="soft">{t.accountState(terms.account[account])}</p>}
    </div>
  )
}
