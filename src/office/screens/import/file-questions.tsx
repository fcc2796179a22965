// What the file leaves open and a person has to say: its old letters, years of two digits, the programme.
import { useState } from 'react'
import type { Programme } from '../../../domain/entitlement.ts'
import type { ImportChoices, ImportPreview } from '../../../protocol/office/imports.ts'
import { importQuestionWords } from '../../../text/office/import-questions.ts'
import { importWords } from '../../../text/office/import.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceGroup } from '../../../ui/choice-group.tsx'
import { useWords } from '../../../ui/language.tsx'
import { chooseColumns, type ImportPlace } from '../../actions/import-list.ts'
import { useSession } from '../../frame/session-context.tsx'
import { EncodingQuestion } from './encoding-question.tsx'
import { useFileSentence } from './upload-form.tsx'

type Props = { place: ImportPlace; preview: ImportPreview; onRead: (preview: ImportPreview) => void }

/** Each answer is taken at once; the file is read anew where it makes a difference. */
export function FileQuestions({ place, preview, onRead }: Props) {
  const t = useWords(importQuestionWords)
  const reading = useWords(importWords).reading
  const { ask } = useSession()
  const sentence = useFileSentence()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { choices, summary, remembered } = preview

  const answer = async (next: ImportChoices) => {
    setBusy(true)
    setProblem(null)
    const read = await ask(chooseColumns(place, next))
    setBusy(false)
    if (read.kind === 'ok') onRead(read.value)
    else setProblem(sentence(read))
  }
  const part = { preview, choices, busy, onAnswer: (next: ImportChoices) => void answer(next) }
  return (
    <>
      {remembered && (
        <Banner tone="info" actions={<Button onClick={() => void answer({})}>{t.forget}</Button>}>
          {t.remembered}
        </Banner>
      )}
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {busy && (
        <Banner tone="info" announce>
          {reading}
        </Banner>
      )}
      <EncodingQuestion {...part} />
      {summary.twoDigitYears.count > 0 && <CenturyQuestion {...part} />}
      {(summary.programme === null || choices.programme !== undefined) && <ProgrammeQuestion {...part} />}
    </>
  )
}

type Part = {
  preview: ImportPreview
  choices: ImportChoices
  onAnswer: (choices: ImportChoices) => void
  busy: boolean
}

function CenturyQuestion({ preview, choices, onAnswer, busy }: Part) {
  const t = useWords(importQuestionWords)
  const { count, examples } = preview.summary.twoDigitYears
  return (
    <section className="card stack">
      <ChoiceGroup
        legend={t.century(count)}
        hint={t.centuryHint(examples.map(({ row, text }) => t.example(row, text)).join(' · '))}
        name="century"
        value={choices.century === undefined ? null : String(choices.century)}
        disabled={busy}
        columns
        options={[
          { value: '1900', label: t.nineteen },
          { value: '2000', label: t.twenty },
        ]}
        onChange={(event) => onAnswer({ ...choices, century: event.target.value === '1900' ? 1900 : 2000 })}
      />
    </section>
  )
}

function ProgrammeQuestion({ choices, onAnswer, busy }: Part) {
  const t = useWords(importQuestionWords)
  const terms = useWords(termWords).programme
  return (
    <section className="card stack">
      <ChoiceGroup
        legend={t.programme}
        hint={t.programmeHint}
        name="programme"
        value={choices.programme ?? null}
        disabled={busy}
        columns
        options={(['BTXH', 'NCC'] as const).map((value) => ({ value, label: terms[value] }))}
        onChange={(event) => onAnswer({ ...choices, programme: event.target.value as Programme })}
      />
    </section>
  )
}
