// Texts that were not in Unicode, before and after: somebody looks at them, corrects what was taken wrongly, and says so.
import { encodingNames, TextEncoding } from '../../../domain/list-import/legacy-encodings.ts'
import type { ImportChoices, ImportPreview } from '../../../protocol/office/imports.ts'
import { importQuestionWords } from '../../../text/office/import-questions.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { useWords } from '../../../ui/language.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { letterOf } from './column-letter.ts'

type Props = {
  preview: ImportPreview
  choices: ImportChoices
  onAnswer: (choices: ImportChoices) => void
  busy: boolean
}

const options = TextEncoding.options.map((value) => ({ value, label: encodingNames[value] }))

/** Nothing where every text was in Unicode. */
export function EncodingQuestion({ preview, choices, onAnswer, busy }: Props) {
  const t = useWords(importQuestionWords)
  const { encodings, columns, encoding } = preview.summary
  if (encodings.length === 0) return null
  const headingOf = (index: number) => columns.find((column) => column.index === index)?.headings.join(' – ') ?? ''
  const choose = (key: string, value: string) =>
    onAnswer({
      ...choices,
      encodingConfirmed: undefined,
      encodings: { ...choices.encodings, [key]: value as TextEncoding },
    })
  return (
    <section className="card stack" aria-label={t.encodingTitle(encoding)}>
      <h2>{t.encodingTitle(encoding)}</h2>
      <p>{t.encodingText}</p>
      <div className="table-scroll">
        <table className="table office-table office-table--top">
          <caption>{t.encodingCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.before}</th>
              <th scope="col">{t.after}</th>
              <th scope="col">{t.encoding}</th>
            </tr>
          </thead>
          <tbody>
            {encodings.map(({ index, encoding: found, examples }) => (
              <tr key={index}>
                <th scope="row">
                  {letterOf(index)} {headingOf(index)}
                </th>
                <td data-label={t.before}>
                  <Texts texts={examples.map(({ before }) => before)} />
                </td>
                <td data-label={t.after}>
                  <Texts texts={examples.map(({ after }) => after)} />
                </td>
                <td data-label={t.encoding}>
                  <SelectField
                    label={t.encodingOf(letterOf(index))}
                    value={choices.encodings?.[String(index)] ?? found}
                    options={options}
                    disabled={busy}
                    onChange={(event) => choose(String(index), event.target.value)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SelectField
        label={t.encodingOfAll}
        value={choices.encodings?.['sheet'] ?? ''}
        placeholder={t.asRecognised}
        options={options}
        disabled={busy}
        onChange={(event) => {
          if (event.target.value !== '') choose('sheet', event.target.value)
        }}
      />
      <CheckField
        label={t.confirm}
        checked={choices.encodingConfirmed ?? false}
        disabled={busy}
        onChange={(event) => onAnswer({ ...choices, encodingConfirmed: event.target.checked })}
      />
    </section>
  )
}

function Texts({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="import-reasons">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
