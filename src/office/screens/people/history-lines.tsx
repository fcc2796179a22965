// Lines of a person's history: what changed, from which day on, who wrote it down and why.
import { formatDate } from '../../../domain/calendar-date.ts'
import type { FieldChange } from '../../../domain/list-history/list-change.ts'
import type { HistoryLine } from '../../../protocol/office/list-history.ts'
import { listHistoryWords } from '../../../text/office/list-history.ts'
import { termWords } from '../../../text/office/terms.ts'
import { useWords } from '../../../ui/language.tsx'
import { useCommuneName } from '../../frame/commune-filter.tsx'
import { describeField, nameOfField } from '../../frame/describe-field.ts'
import { formatMoment } from '../../frame/moments.ts'

/** The newest one first. */
export function HistoryLines({ lines }: { lines: readonly HistoryLine[] }) {
  return (
    <ol className="person-history">
      {lines.map((line) => (
        <li key={line.n} className="stack stack--tight">
          <LineOfHistory line={line} />
        </li>
      ))}
    </ol>
  )
}

function LineOfHistory({ line }: { line: HistoryLine }) {
  const t = useWords(listHistoryWords)
  const days = [line.from && t.from(formatDate(line.from)), line.until && t.until(formatDate(line.until))]
  const when = line.from === null && line.kind === 'changed' ? t.always : days.filter(Boolean).join(' ')
  const what = line.thing === 'entitlement' ? `${t.kind[line.kind]} (${t.ofBenefit})` : t.kind[line.kind]
  const because = [line.decision && t.decision(line.decision), line.reason && t.reason(line.reason)].filter(Boolean)
  return (
    <>
      <div className="person-history__head">
        <strong>{what}</strong> {when !== '' && <span>{when}</span>}
        <span className="soft">
          {formatMoment(line.at)} · {line.by ?? t.byServer} · {t.source[line.source]}
        </span>
      </div>
      {because.length > 0 && <p>{because.join(' · ')}</p>}
      {line.fields.length > 0 && <FieldChanges changes={line.fields} />}
    </>
  )
}

/** Fields with what stood there before and after. */
export function FieldChanges({ changes }: { changes: readonly FieldChange[] }) {
  const history = useWords(listHistoryWords)
  const terms = useWords(termWords)
  const communeName = useCommuneName()
  const words = { terms, history, communeName }
  return (
    <div className="table-scroll">
      <table className="table office-table person-changes">
        <caption className="visually-hidden">{history.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{history.field}</th>
            <th scope="col">{history.before}</th>
            <th scope="col">{history.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{nameOfField(words, field)}</th>
              <td data-label={history.before}>{describeField(words, field, before)}</td>
              <td data-label={history.after}>{describeField(words, field, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
