// The three answers of the office. Asking for papers and rejecting open a small form first; accepting is one press.
import { type Ref, type RefObject, useEffect, useRef, useState } from 'react'
import { Paper } from '../../../domain/paper.ts'
import type { ReviewDecision } from '../../../protocol/office/registrations.ts'
import { frameWords } from '../../../text/office/frame.ts'
import { registrationWords } from '../../../text/office/registrations.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { FieldError } from '../../../ui/field.tsx'
import { useWords } from '../../../ui/language.tsx'
import { TextAreaField } from '../../../ui/text-area-field.tsx'

/** What the panel adds to a decision; version, kept fields and link come from the screen. */
export type Words =
  | { decision: 'accept' }
  | Pick<Extract<ReviewDecision, { decision: 'needPapers' }>, 'decision' | 'papers' | 'note'>
  | Pick<Extract<ReviewDecision, { decision: 'reject' }>, 'decision' | 'note'>

export type OpenForm = 'needPapers' | 'reject' | null

type Props = {
  open: OpenForm
  onOpen: (form: OpenForm) => void
  busy: boolean
  onDecide: (words: Words) => void
  acceptRef: Ref<HTMLButtonElement>
}

/** `Duyệt`, `Yêu cầu bổ sung`, `Từ chối`. */
export function DecisionPanel({ open, onOpen, busy, onDecide, acceptRef }: Props) {
  const t = useWords(registrationWords)
  return (
    <section className="card stack stack--tight" aria-labelledby="decide">
      <h2 id="decide">{t.decide}</h2>
      <div className="row">
        <Button
          ref={acceptRef}
          variant="primary"
          icon="check"
          busy={busy && open === null}
          onClick={() => onDecide({ decision: 'accept' })}
        >
          {t.accept}
        </Button>
        <Button
          aria-expanded={open === 'needPapers'}
          onClick={() => onOpen(open === 'needPapers' ? null : 'needPapers')}
        >
          {t.askForPapers}
        </Button>
        <Button
          variant="danger"
          aria-expanded={open === 'reject'}
          onClick={() => onOpen(open === 'reject' ? null : 'reject')}
        >
          {t.reject}
        </Button>
      </div>
      {open === null && <p className="soft">{t.acceptHint}</p>}
      {open === 'needPapers' && <PapersForm busy={busy} onDecide={onDecide} onCancel={() => onOpen(null)} />}
      {open === 'reject' && <RejectForm busy={busy} onDecide={onDecide} onCancel={() => onOpen(null)} />}
    </section>
  )
}

/** Whoever opened a form by key goes on in its first field. */
function useFirstField(): RefObject<HTMLDivElement | null> {
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  return form
}

type FormProps = { busy: boolean; onDecide: (words: Words) => void; onCancel: () => void }

function PapersForm({ busy, onDecide, onCancel }: FormProps) {
  const t = useWords(registrationWords)
  const terms = useWords(termWords)
  const cancel = useWords(frameWords).cancel
  const [papers, setPapers] = useState<readonly Paper[]>([])
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const form = useFirstField()
  const send = () => {
    setMissing(papers.length === 0)
    if (papers.length > 0) onDecide({ decision: 'needPapers', papers: [...papers], note: note.trim() || null })
  }
  return (
    <div className="stack" ref={form}>
      <fieldset className="field" aria-describedby="papers-error">
        <legend className="field__label">{t.whichPapers}</legend>
        <div className="review-papers">
          {Paper.options.map((paper) => (
            <CheckField
              key={paper}
              label={terms.paper[paper]}
              checked={papers.includes(paper)}
              onChange={(event) =>
                setPapers(event.target.checked ? [...papers, paper] : papers.filter((other) => other !== paper))
              }
            />
          ))}
        </div>
        <FieldError id="papers-error" error={missing ? t.choosePaper : undefined} />
      </fieldset>
      <TextAreaField
        label={t.noteLabel}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="row">
        <Button variant="primary" busy={busy} onClick={send}>
          {t.send}
        </Button>
        <Button onClick={onCancel}>{cancel}</Button>
      </div>
    </div>
  )
}

function RejectForm({ busy, onDecide, onCancel }: FormProps) {
  const t = useWords(registrationWords)
  const cancel = useWords(frameWords).cancel
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const form = useFirstField()
  const send = () => {
    setMissing(note.trim() === '')
    if (note.trim() !== '') onDecide({ decision: 'reject', note: note.trim() })
  }
  return (
    <div className="stack" ref={form}>
      <TextAreaField
        label={t.whyReject}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
        error={missing ? t.whyRejectMissing : undefined}
      />
      <div className="row">
        <Button variant="danger" busy={busy} onClick={send}>
          {t.send}
        </Button>
        <Button onClick={onCancel}>{cancel}</Button>
      </div>
    </div>
  )
}
