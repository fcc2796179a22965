import { Suspense, useState } from 'react'
import { type ChosenRecipient, isCardOf, isNumberOf } from '../../../domain/payment/match-recipient.ts'
import type { PaymentDraft } from '../../../domain/payment/payment-draft.ts'
import { paymentWords } from '../../../text/tablet/payment.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { lazyPart } from '../../frame/lazy-part.ts'
import { SightFields } from './sight-fields.tsx'

const CardScanner = lazyPart(async () => (await import('../../frame/scan/card-scanner.tsx')).CardScanner)

type Check = Pick<PaymentDraft, 'checkedBy' | 'checkNote'>
type Props = {
  recipient: ChosenRecipient
  check: Check
  onCheck: (check: Check) => void
  /** Keeps the form's draft before a picker opens. */
  keepDraft: () => Promise<void>
}

/** Whose card it was, when it was not the recipient's; `number`: a number that is not theirs. */
type Wrong = { kind: 'card'; name: string } | { kind: 'number' }

/** How the officer made sure who stands there: by the card, or by sight with a reason. */
export function CheckFields({ recipient, check, onCheck, keepDraft }: Props) {
  const t = useWords(paymentWords)
  const [isScanning, setScanning] = useState(false)
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const decide = (isRight: boolean, otherwise: Wrong) => {
    setScanning(false)
    setWrong(isRight ? null : otherwise)
    onCheck({ checkedBy: isRight ? 'card' : '', checkNote: '' })
  }
  const scan = () => {
    setWrong(null)
    setScanning(true)
  }
  const { checkedBy } = check
  return (
    <section className="stack stack--tight" aria-labelledby="check">
      <h3 id="check">{t.check}</h3>
      <div className="row">
        <Button icon="qr" variant={checkedBy === '' ? 'primary' : 'secondary'} onClick={scan}>
          {t.checkCard}
        </Button>
        <Button
          icon="eye"
          aria-pressed={checkedBy === 'sight'}
          onClick={() => {
            setWrong(null)
            onCheck({ checkedBy: 'sight', checkNote: '' })
          }}
        >
          {t.checkSight}
        </Button>
      </div>
      {checkedBy === 'card' && <Banner tone="good">{t.cardRight(recipient.name)}</Banner>}
      {wrong !== null && <Banner tone="bad">{wrong.kind === 'card' ? t.cardWrong(wrong.name) : t.cardUnknown}</Banner>}
      {checkedBy === 'sight' && (
        <SightFields note={check.checkNote} onNote={(checkNote) => onCheck({ checkedBy: 'sight', checkNote })} />
      )}
      <Dialog
        open={isScanning}
        full
        title={t.checkCard}
        onClose={() => setScanning(false)}
        actions={<Button onClick={() => setScanning(false)}>{t.close}</Button>}
      >
        <Suspense>
          <CardScanner
            beforePicking={keepDraft}
            onCard={(card) => decide(isCardOf(card, recipient), { kind: 'card', name: card.name })}
            onNumber={(number) => decide(isNumberOf(number, recipient), { kind: 'number' })}
          />
        </Suspense>
      </Dialog>
    </section>
  )
}
