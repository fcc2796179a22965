import { useState } from 'react'
import { paymentWords, type SightReason } from '../../../text/tablet/payment.ts'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'

const reasons: readonly SightReason[] = ['known', 'unreadable', 'notAtHand', 'none']
const other = 'other'

/** The record carries the words of the administration's language. */
const recorded = paymentWords.vi.sight

type Props = { note: string; onNote: (note: string) => void }

/** Why no card was scanned: one of the usual reasons, or in words. */
export function SightFields({ note, onNote }: Props) {
  const t = useWords(paymentWords)
  const usual = reasons.find((reason) => recorded[reason] === note) ?? null
  const [isOther, setOther] = useState(note !== '' && usual === null)
  const choose = (value: string) => {
    const reason = reasons.find((one) => one === value)
    setOther(reason === undefined)
    onNote(reason === undefined ? '' : recorded[reason])
  }
  return (
    <>
      <ChoiceGroup
        legend={t.sightWhy}
        name="sight-reason"
        columns
        value={isOther ? other : (usual ?? '')}
        onChange={({ target }) => choose(target.value)}
        options={[
          ...reasons.map((reason) => ({ value: reason, label: t.sight[reason] })),
          { value: other, label: t.sightOther },
        ]}
      />
      {isOther && (
        <TextField
          label={t.sightOtherLabel}
          maxLength={500}
          value={note}
          onChange={({ target }) => onNote(target.value)}
        />
      )}
    </>
  )
}
