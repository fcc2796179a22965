import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { CardReading, CitizenCard } from '../../../domain/card-code/citizen-card.ts'
import { readCardBytes } from '../../../domain/card-code/read-card-code.ts'
import { readTypedCard } from '../../../domain/card-code/read-typed-card.ts'
import type { IdNumber } from '../../../domain/citizen-id.ts'
import { scanWords } from '../../../text/tablet/scan.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { CodeCamera } from './code-camera.tsx'

type Props = {
  /** A card was read; called once for each, the camera then rests until the piece is shown anew. */
  onCard: (card: CitizenCard) => void
  /** Only a number was typed. Left out where a number is not enough. */
  onNumber?: (idNumber: IdNumber) => void
  /** Over before the picker of pictures opens: keeps the draft of the form around the scanner. */
  beforePicking?: () => Promise<void>
}

const nothingToKeep = () => Promise.resolve()

/** The first card among codes; without one, why the first code is none. */
function cardAmong(codes: readonly Uint8Array[]): CardReading | null {
  const readings = codes.map(readCardBytes)
  return readings.find(({ kind }) => kind === 'card') ?? readings[0] ?? null
}

/**
 * Reads a citizen ID card: from the camera, from a picture, from what a hand scanner or a person types. It knows no list:
 * whoever shows it decides what a card means.
 */
export function CardScanner({ onCard, onNumber, beforePicking = nothingToKeep }: Props) {
  const t = useWords(scanWords)
  const [typed, setTyped] = useState('')
  const [typedTrouble, setTypedTrouble] = useState<string>()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isDone, setDone] = useState(false)
  const input = useHandScanner()

  const take = (card: CitizenCard) => {
    if (isDone) return
    setDone(true)
    onCard(card)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A scanner in the form of another form must not send that one, too.
    event.stopPropagation()
    const reading = readTypedCard(typed)
    if (reading.kind === 'refused') return setTypedTrouble(t.refusals[reading.why])
    if (reading.kind === 'number' && onNumber === undefined) return setTypedTrouble(t.numberNotHere)
    setTyped('')
    setTypedTrouble(undefined)
    if (reading.kind === 'card') take(reading.card)
    else onNumber?.(reading.idNumber)
  }

  return (
    <div className="stack">
      <CodeCamera
        hint={t.hint}
        denied={t.denied}
        none={t.none}
        trouble={trouble}
        isLooking={!isDone}
        picking={{ beforePicking }}
        onCodes={(codes) => {
          const reading = cardAmong(codes)
          if (reading?.kind === 'card') take(reading.card)
          else setTrouble(reading === null ? null : t.refusals[reading.why])
        }}
      />
      <form className="card-scanner__typed" onSubmit={submit} noValidate>
        <TextField
          ref={input}
          label={t.typed}
          hint={t.typedHint}
          error={typedTrouble}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
            setTypedTrouble(undefined)
          }}
          spellCheck={false}
          autoCorrect="off"
          autoCapitalize="off"
          beside={
            <Button type="submit" icon="search">
              {t.find}
            </Button>
          }
        />
      </form>
    </div>
  )
}

/** A hand scanner types wherever the focus is: where that is no field, what it types belongs here. */
function useHandScanner() {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const catchKey = ({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      const isDigit = /^\d$/.test(key) && !ctrlKey && !altKey && !metaKey
      const isElsewhere = target instanceof Element && target.closest('input, textarea, select, [contenteditable]')
      // The key that moves the focus is typed where the focus has come to.
      if (isDigit && !isElsewhere) input.current?.focus()
    }
    document.addEventListener('keydown', catchKey)
    return () => document.removeEventListener('keydown', catchKey)
  }, [])
  return input
}
