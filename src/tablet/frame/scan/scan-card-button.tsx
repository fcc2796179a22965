import { Suspense, useState } from 'react'
import type { CitizenCard } from '../../../domain/card-code/citizen-card.ts'
import {
  type CardDifference,
  type CardField,
  compareCard,
  type KnownFields,
} from '../../../domain/card-code/compare-card.ts'
import { scanWords } from '../../../text/tablet/scan.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useWords } from '../../../ui/language.tsx'
import { lazyPart } from '../lazy-part.ts'

const CardScanner = lazyPart(async () => (await import('./card-scanner.tsx')).CardScanner)
const SettleDifferences = lazyPart(async () => (await import('./settle-differences.tsx')).SettleDifferences)

type Props = {
  /** What the form says now, of the fields that it has. */
  known: KnownFields
  /** The fields that the form has a place for. */
  fields: readonly CardField[]
  /** Keeps the form's draft before a picker opens. */
  keepDraft: () => Promise<void>
  onTake: (card: CitizenCard, fields: CardField[]) => void
}

type Stage =
  { kind: 'closed' | 'scanning' | 'filled' } | { kind: 'settling'; card: CitizenCard; differs: CardDifference[] }

/** `Quét thẻ` in a form: fills what is empty; where something else was typed, the officer decides. */
export function ScanCardButton({ known, fields, keepDraft, onTake }: Props) {
  const t = useWords(scanWords)
  const [stage, setStage] = useState<Stage>({ kind: 'closed' })
  const close = () => setStage({ kind: 'closed' })

  const take = (card: CitizenCard, taken: CardField[]) => {
    onTake(card, taken)
    setStage({ kind: 'filled' })
  }
  const compare = (card: CitizenCard) => {
    const differs = compareCard(card, known).filter(({ field }) => fields.includes(field))
    const isContradicted = differs.some(({ onList }) => onList !== null)
    if (isContradicted) setStage({ kind: 'settling', card, differs })
    else
      take(
        card,
        differs.map(({ field }) => field),
      )
  }
  const differing = stage.kind === 'settling' ? stage.differs.filter(({ onList }) => onList !== null).length : 0
  return (
    <>
      <div className="row">
        <Button icon="qr" onClick={() => setStage({ kind: 'scanning' })}>
          {t.title}
        </Button>
      </div>
      {stage.kind === 'filled' && <Banner tone="good">{t.filled}</Banner>}
      <Dialog
        open={stage.kind === 'scanning' || stage.kind === 'settling'}
        full
        title={stage.kind === 'settling' ? t.formDiffersTitle(differing) : t.title}
        onClose={close}
        actions={<Button onClick={close}>{t.close}</Button>}
      >
        <Suspense>
          {stage.kind === 'scanning' && <CardScanner beforePicking={keepDraft} onCard={compare} />}
          {stage.kind === 'settling' && (
            <div className="stack">
              <p>{t.formDiffersHint}</p>
              <SettleDifferences
                differences={stage.differs}
                against="form"
                onSettled={(taken) => take(stage.card, taken)}
              />
            </div>
          )}
        </Suspense>
      </Dialog>
    </>
  )
}
