import { useState } from 'react'
import { formatDong } from '../../../domain/money.ts'
import { formatPeriod } from '../../../domain/payment/period.ts'
import { formatClock, formatDay } from '../../../text/moments.ts'
import { paymentTerms } from '../../../text/payment-terms.ts'
import { receiptWords } from '../../../text/tablet/receipt.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { type CheckedReceipt, checkReceipt, textOfCode } from '../../actions/check-receipt.ts'
import { Page } from '../../frame/page.tsx'
import { CodeCamera } from '../../frame/scan/code-camera.tsx'
import { useSession } from '../../frame/session-context.tsx'

type Checked = Exclude<CheckedReceipt, { kind: 'notAReceipt' }>

/** `Kiểm tra biên nhận`: whether a receipt that somebody shows is what an officer of this office signed. Needs no network. */
export function ReceiptScreen() {
  const t = useWords(receiptWords)
  const session = useSession()
  const [checked, setChecked] = useState<Checked | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const check = async (codes: readonly Uint8Array[]) => {
    for (const code of codes) {
      const result = await checkReceipt(session, textOfCode(code))
      if (result.kind !== 'notAReceipt') return setChecked(result)
    }
    setTrouble(t.notAReceipt)
  }
  return (
    <Page title={t.title} back="/chi-tra">
      {checked === null ? (
        <CodeCamera
          hint={t.hint}
          denied={t.denied}
          none={t.none}
          trouble={trouble}
          picking={{ beforePicking: () => Promise.resolve() }}
          onCodes={(codes) => void check(codes)}
        />
      ) : (
        <Verdict checked={checked} />
      )}
      {checked !== null && (
        <div>
          <Button
            icon="qr"
            onClick={() => {
              setChecked(null)
              setTrouble(null)
            }}
          >
            {t.again}
          </Button>
        </div>
      )}
    </Page>
  )
}

const toneOf = { genuine: 'good', outsideCertificate: 'warn', forged: 'bad' } as const
const hintOf = {
  genuine: 'genuineHint',
  outsideCertificate: 'outsideCertificateHint',
  forged: 'forgedHint',
} as const

function Verdict({ checked }: { checked: Checked }) {
  const t = useWords(receiptWords)
  const terms = useWords(paymentTerms)
  return (
    <div className="stack">
      <Banner tone={toneOf[checked.kind]} announce>
        <p>
          <strong>{t[checked.kind]}</strong>
        </p>
        <p>{t[hintOf[checked.kind]]}</p>
      </Banner>
      {checked.kind !== 'forged' && (
        <dl className="facts card">
          <dt>{t.name}</dt>
          <dd>{checked.facts.name}</dd>
          <dt>{t.amount}</dt>
          <dd className="number">{formatDong(checked.facts.amount)}</dd>
          <dt>{t.period}</dt>
          <dd>{formatPeriod(checked.facts.period)}</dd>
          <dt>{t.receivedBy}</dt>
          <dd>{terms.receivedBy[checked.facts.receivedBy]}</dd>
          <dt>{t.when}</dt>
          <dd className="number">
            {formatClock(checked.facts.moment)} {formatDay(checked.facts.moment)}
          </dd>
          <dt>{t.paidBy}</dt>
          <dd>{checked.staffName}</dd>
          <dt>{t.record}</dt>
          <dd className="number">{checked.facts.id}</dd>
        </dl>
      )}
    </div>
  )
}
