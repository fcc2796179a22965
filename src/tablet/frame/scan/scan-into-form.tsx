import { Suspense, useState } from 'react'
import type { CitizenCard } from '../../../domain/card-code/citizen-card.ts'
import {
  type CardDifference,
  type CardField,
  compareCard,
  type KnownFields,
} from '../../../domain/card-code/compare-card.ts'
import { scanWords } from '../../../text/tablet/scan.ts'
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
  onClose: () => void
}

type Stage = { kind: 'scanning' } | { kind: 'settling'; card: CitizenCard; differs: CardDifference[] }

/** A card for a form: it fills what is empty; where something else was typed, the officer decides. */
export function ScanIntoForm({ known, fields, keepDraft, onTake, onClose }: Props) {
  const t = useWords(scanWords)
  const [stage, setStage] = useState<Stage>({ kind: 'scanning' })

  const compare = (card: CitizenCard) => {
    const differs = compareCard(card, known).filter(({ field }) => fields.includes(field))
    const isContradicted = differs.some(({ onList }) => onList !== null)
    if (isContradicted) setStage({ kind: 'settling', card, differs })
    else
      onTake(
        card,
        differs.map(({ field }) => field),
      )
  }
  const differing = stage.kind === 'settling' ? stage.differs.filter(({ onList }) => onList !== null).length : 0
  return (
    <Dialog
      open
      full
      title={stage.kind === 'settling' ? t.formDiffersTitle(differing) : t.title}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t.close}</Button>}
    >
      <Suspense>
        {stage.kind === 'scanning' && <CardScanner beforePicking={keepDraft} onCard={compare} />}
        {stage.kind === 'settling' && (
          <div className="stack">
            <p>{t.formDiffersHint}</p>
            <SettleDifferences
              differences={stage.differs}
              against="form"
              onSettled={(taken) => onTake(stage.card, taken)}
            />
          </div>
        )}
      </Suspense>
    </Dialog>
  )
}
