import { type ComponentType, Suspense, useState } from 'react'
import { registerWords } from '../../../text/tablet/register.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'

export type ScanProps = { onTaken: () => void; onClose: () => void }

/** `Quét thẻ` in a form. @param scan reads a card and fills the form; loaded when it is first wanted. */
export function ScanCardButton({ scan: Scan }: { scan: ComponentType<ScanProps> }) {
  const t = useWords(registerWords)
  const [stage, setStage] = useState<'closed' | 'open' | 'filled'>('closed')
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
          <Scan onTaken={() => setStage('filled')} onClose={() => setStage('closed')} />
        </Suspense>
      )}
    </>
  )
}
