import { type ReactNode, useState } from 'react'
import { weaknessOfPin } from '../../domain/pin.ts'
import { problemWords } from '../../text/problems.ts'
import { pinWords } from '../../text/tablet/pin.ts'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../ui/language.tsx'
import { PinPad } from '../../ui/pin-pad.tsx'

type Props = {
  /** The PIN, typed twice the same and not weak. */
  onChosen: (pin: string) => void
  busy?: boolean
  /** A refusal that came from elsewhere. */
  error?: string | undefined
  /** Buttons beside the one that goes on. */
  aside?: ReactNode
}

/** A new PIN, typed twice; a weak one is refused with its reason. */
export function ChoosePin({ onChosen, busy = false, error, aside }: Props) {
  const t = useWords(pinWords)
  const problems = useWords(problemWords)
  const [first, setFirst] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<string | undefined>(undefined)

  const next = () => {
    if (busy) return
    if (first === null) {
      const weakness = weaknessOfPin(typed)
      setRefusal(weakness === null ? undefined : problems.pin[weakness])
      if (weakness === null) setFirst(typed)
      if (weakness !== 'tooShort') setTyped('')
    } else if (typed === first) {
      onChosen(typed)
    } else {
      setFirst(null)
      setTyped('')
      setRefusal(t.differ)
    }
  }

  return (
    <div className="stack">
      <PinPad
        key={first === null ? 'choose' : 'repeat'}
        label={first === null ? t.choose : t.repeat}
        value={typed}
        onChange={(value) => {
          setTyped(value)
          setRefusal(undefined)
        }}
        onEnter={next}
        words={{ erase: t.erase, typed: t.digitsTyped }}
        error={refusal ?? error}
        disabled={busy}
        takesKeys
      />
      <p className="soft">{first === null ? t.chooseHint : t.repeatHint}</p>
      <div className="row row--between">
        {aside}
        <Button variant="primary" wide={aside === undefined} busy={busy} disabled={typed === ''} onClick={next}>
          {t.next}
        </Button>
      </div>
    </div>
  )
}
