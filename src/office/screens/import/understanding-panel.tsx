// How the file was understood, and where a person can say it better: sheet, columns, programme, categories.
import { useState } from 'react'
import { categories } from '../../../domain/code-lists/categories.ts'
import type { Programme } from '../../../domain/entitlement.ts'
import { ColumnField, type ColumnMeaning, ignoredColumns } from '../../../domain/list-import/column-meaning.ts'
import type { ImportChoices, ImportPreview } from '../../../protocol/office/imports.ts'
import { importTermWords } from '../../../text/office/import-terms.ts'
import { importWords } from '../../../text/office/import.ts'
import { termWords } from '../../../text/office/terms.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { chooseColumns, type ImportPlace } from '../../actions/import-list.ts'
import { useSession } from '../../frame/session-context.tsx'
import { letterOf } from './column-letter.ts'
import { useFileSentence } from './upload-form.tsx'

type Props = { place: ImportPlace; preview: ImportPreview; onRead: (preview: ImportPreview) => void }

/** Folded while everything was recognised, open when no heading was found. */
export function UnderstandingPanel({ place, preview, onRead }: Props) {
  const t = useWords(importWords)
  const terms = useWords(termWords)
  const { ask } = useSession()
  const sentence = useFileSentence()
  const { summary } = preview
  // What is being chosen here, as long as nothing else was settled meanwhile.
  const settled = JSON.stringify(preview.choices)
  const [edited, setEdited] = useState({ of: settled, choices: preview.choices })
  const choices = edited.of === settled ? edited.choices : preview.choices
  const setChoices = (next: ImportChoices) => setEdited({ of: settled, choices: next })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const read = async (next: ImportChoices) => {
    setBusy(true)
    setProblem(null)
    const answer = await ask(chooseColumns(place, next))
    setBusy(false)
    if (answer.kind !== 'ok') return setProblem(sentence(answer))
    onRead(answer.value)
  }
  return (
    <details className="card import-panel" open={summary.heading === null || undefined}>
      <summary className="import-summary">{t.understood}</summary>
      <div className="stack">
        {summary.heading === null && <Banner tone="warn">{t.noHeading}</Banner>}
        {problem !== null && <Banner tone="bad">{problem}</Banner>}
        {summary.sheets.length > 1 && (
          <SelectField
            label={t.sheet}
            value={String(choices.sheet ?? summary.sheet)}
            // Another sheet has other columns: what was settled for this one no longer holds.
            onChange={(event) => void read({ sheet: Number(event.target.value) })}
            options={summary.sheets.map(({ name, rows, hidden }, index) => ({
              value: String(index),
              label: t.sheetOption(name, rows, hidden),
            }))}
          />
        )}
        <ColumnChoices summary={summary} choices={choices} onChange={setChoices} />
        <SelectField
          label={t.programme}
          value={choices.programme ?? summary.programme ?? ''}
          onChange={(event) => setChoices({ ...choices, programme: event.target.value as Programme })}
          placeholder={summary.programme === null ? t.programmeUnknown : undefined}
          options={(['BTXH', 'NCC'] as const).map((value) => ({ value, label: terms.programme[value] }))}
        />
        <CategoryChoices summary={summary} choices={choices} onChange={setChoices} />
        <CheckField
          label={t.skipHidden}
          checked={choices.skipHidden ?? false}
          onChange={(event) => setChoices({ ...choices, skipHidden: event.target.checked })}
        />
        <Button icon="sync" busy={busy} onClick={() => void read(choices)}>
          {busy ? t.reading : t.apply}
        </Button>
      </div>
    </details>
  )
}

type Part = { summary: ImportPreview['summary']; choices: ImportChoices; onChange: (choices: ImportChoices) => void }

function ColumnChoices({ summary, choices, onChange }: Part) {
  const t = useWords(importWords)
  const names = useWords(importTermWords).column
  const options = [...ColumnField.options, ...ignoredColumns].map((value) => ({ value, label: names[value] }))
  return (
    <div className="columns">
      {summary.columns.map(({ index, headings, meaning, samples }) => {
        const chosen = choices.columns?.[String(index)]
        return (
          <SelectField
            key={index}
            label={t.columnLabel(letterOf(index), headings.join(' – '))}
            hint={samples.length > 0 ? t.samples(samples) : undefined}
            value={(chosen === undefined ? meaning : chosen) ?? ''}
            placeholder={t.columnUnused}
            options={options}
            onChange={(event) => {
              const value = event.target.value === '' ? null : (event.target.value as NonNullable<ColumnMeaning>)
              onChange({ ...choices, columns: { ...choices.columns, [index]: value } })
            }}
          />
        )
      })}
    </div>
  )
}

function CategoryChoices({ summary, choices, onChange }: Part) {
  const t = useWords(importWords)
  if (summary.categories.length === 0) return null
  const options = categories.map(({ code, name }) => ({ value: code, label: `${code} – ${name}` }))
  return (
    <fieldset className="import-categories">
      <legend>{t.categories}</legend>
      <div className="columns">
        {summary.categories.map(({ key, text, code, rows }) => {
          const chosen = choices.categories?.[key]
          return (
            <SelectField
              key={key}
              label={t.categoryRows(text, rows)}
              value={(chosen === undefined ? code : chosen) ?? ''}
              placeholder={t.categoryNone}
              options={options}
              onChange={(event) =>
                onChange({
                  ...choices,
                  categories: { ...choices.categories, [key]: event.target.value === '' ? null : event.target.value },
                })
              }
            />
          )
        })}
      </div>
    </fieldset>
  )
}
