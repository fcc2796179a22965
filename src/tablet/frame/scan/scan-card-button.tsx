import { type ComponentProps, Suspense, useState } from 'react'
import { registerWords } from '../../../text/tablet/register.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { lazyPart } from '../lazy-part.ts'

const ScanIntoForm = lazyPart(async () => (await import('./scan-into-form.tsx')).ScanIntoForm)

type Props = Omit<ComponentProps<typeof ScanIntoForm>, 'onClose'>

/** `Quét thẻ` in a form. */
export function ScanCardButton({ onTake, ...scan }: Props) {
  const t = useWords(registerWords)
  const [stage, setStage] = useState<'closed' | 'open' | 'filled'>('closed')
  const take: Props['onTake'] = (card, fields) => {
    onTake(card, fields)
    setStage('filled')
  }
  return (
    <>
      <div className="row">
        <Button icon="qr" onClick={() => setStage('open')}>
          {t.scanCard}
        </Button>
      </div>
      {stage === 'filled' && <Banner tone="good">{t.filledFromCard}</Banner>}
      {stage === 'open' && (
        <Suspense>
          <ScanIntoForm {...scan} onTake={take} onClose={() => setStage('closed')} />
        </Suspense>
      )}
    </>
  )
}
