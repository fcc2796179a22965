// Every import of the communes in scope: what became of it, and the way back to it.
import { Link } from 'wouter'
import type { ImportEntry, ImportsPage, ImportState } from '../../../protocol/office/imports.ts'
import { importWords } from '../../../text/office/import.ts'
import { formatCount } from '../../../text/amounts.ts'
import { Badge } from '../../../ui/badge.tsx'
import type { Tone } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import { listImports } from '../../actions/import-list.ts'
import { useCommuneName } from '../../frame/commune-filter.tsx'
import { formatMoment } from '../../frame/moments.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { usePages } from '../../frame/use-loaded.ts'

const toneOf: Record<ImportState, Tone | 'plain'> = { preview: 'info', committed: 'good', undone: 'plain' }

/** The state of an import as a short word. */
export function StateBadge({ state }: { state: ImportState }) {
  const t = useWords(importWords)
  return <Badge tone={toneOf[state]}>{t.state[state]}</Badge>
}

/** The table of imports, newest first. */
export function ImportHistory() {
  const t = useWords(importWords)
  const nameOf = useCommuneName()
  const { items, loading, refusal, more, reload } = usePages<ImportEntry, ImportsPage>(listImports)
  return (
    <section className="stack" aria-label={t.history}>
      <h2>{t.history}</h2>
      {items.length > 0 && (
        <div className="table-scroll">
          <table className="table office-table">
            <caption>{t.historyCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.file}</th>
                <th scope="col">{t.commune}</th>
                <th scope="col">{t.when}</th>
                <th scope="col">{t.by}</th>
                <th scope="col" className="number">
                  {t.people}
                </th>
                <th scope="col">{t.result}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((entry) => (
                <HistoryRow key={entry.id} entry={entry} commune={nameOf(entry.commune)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows
        loading={loading}
        refusal={refusal}
        more={more}
        reload={reload}
        empty={items.length === 0 ? t.noHistory : null}
      />
    </section>
  )
}

function HistoryRow({ entry, commune }: { entry: ImportEntry; commune: string }) {
  const t = useWords(importWords)
  const { result } = entry
  return (
    <tr>
      <td>
        <Link className="office-table__main" href={`/nhap-danh-sach/${entry.commune}/${entry.id}`}>
          {entry.fileName}
        </Link>
      </td>
      <td data-label={t.commune}>{commune}</td>
      <td data-label={t.when}>{formatMoment(entry.committedAt ?? entry.createdAt)}</td>
      <td data-label={t.by}>{entry.by?.name ?? t.byServer}</td>
      <td data-label={t.people} className="number">
        {formatCount(entry.people)}
      </td>
      <td>
        <StateBadge state={entry.state} /> {result && t.resultOf(result.added, result.changed, result.ceased)}
      </td>
    </tr>
  )
}
