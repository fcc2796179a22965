import { useState } from 'react'
import type { CardDifference, CardField } from '../../../domain/card-code/compare-card.ts'
import { scanWords } from '../../../text/tablet/scan.ts'
import { termWords } from '../../../text/tablet/terms.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'

type Settled = Partial<Record<CardField, 'card' | 'known'>>

type Props = {
  differences: readonly CardDifference[]
  /** What the card is compared with. */
  against: 'list' | 'form'
  busy?: boolean
  /** The fields to be taken from the card; none means that everything stays as it is. */
  onSettled: (taken: CardField[]) => void
}

/** Field by field: as on the card, or as it is. Where nothing is known yet the card's value is proposed; the rest is asked. */
export function SettleDifferences({ differences, against, busy = false, onSettled }: Props) {
  const t = useWords(scanWords)
  const terms = useWords(termWords)
  const [settled, setSettled] = useState<Settled>(() =>
    Object.fromEntries(differences.flatMap(({ field, onList }) => (onList === null ? [[field, 'card']] : []))),
  )
  const [isAsked, setAsked] = useState(false)
  const words = (field: CardField, value: string) =>
    field === 'sex' && (value === 'F' || value === 'M') ? terms.sex[value] : value

  const finish = () => {
    setAsked(true)
    if (differences.some(({ field }) => settled[field] === undefined)) return
    onSettled(differences.flatMap(({ field }) => (settled[field] === 'card' ? [field] : [])))
  }
  return (
    <div className="stack">
      {differences.map(({ field, onCard, onList }) => (
        <ChoiceGroup
          key={field}
          name={`settle-${field}`}
          legend={t.fields[field]}
          columns
          value={settled[field] ?? null}
          error={isAsked && settled[field] === undefined ? t.choose : undefined}
          onChange={({ target }) => {
            const chosen = target.value === 'card' ? 'card' : 'known'
            setSettled((before) => ({ ...before, [field]: chosen }))
          }}
          options={[
            { value: 'card', label: words(field, onCard), hint: t.byCard },
            {
              value: 'known',
              label: onList === null ? t.silent : words(field, onList),
              hint: against === 'list' ? t.byList : t.byForm,
            },
          ]}
        />
      ))}
      <div>
        <Button variant="primary" icon="check" busy={busy} onClick={finish}>
          {against === 'list' ? t.registerWith : t.fillIn}
        </Button>
      </div>
    </div>
  )
}
