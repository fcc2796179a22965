// The preview row by row, with filters.
import { useCallback, useState } from 'react'
import type { ImportLine, ImportPreview, LineKind, LinesPage, LinesQuery } from '../../../protocol/office/imports.ts'
import { formatCount } from '../../../text/amounts.ts'
import { importTermWords } from '../../../text/office/import-terms.ts'
import { importWords } from '../../../text/office/import.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Refusal } from '../../actions/ask-server.ts'
import { type ImportPlace, readLines, takeLines } from '../../actions/import-list.ts'
import { MoreRows } from '../../frame/more-rows.tsx'
import { RefusalNote } from '../../frame/refusal-note.tsx'
import { useSession } from '../../frame/session-context.tsx'
import { usePages } from '../../frame/use-loaded.ts'
import { PreviewLine } from './preview-line.tsx'

type Props = {
  place: ImportPlace
  preview: ImportPreview
  onTaken: (preview: ImportPreview) => void
}

type Filter = '' | LineKind | 'noticed' | 'totalMismatch'

const kinds: readonly LineKind[] = ['added', 'changed', 'unchanged', 'missing', 'duplicate', 'ambiguous', 'broken']

function queryOf(filter: Filter): Partial<LinesQuery> {
  if (filter === '') return {}
  return filter === 'noticed' || filter === 'totalMismatch' ? { only: filter } : { kind: filter }
}

/** The first look goes to what needs one. */
function firstFilter({ summary }: ImportPreview): Filter {
  return summary.counts.broken > 0 ? 'broken' : ''
}

/** Filters, the table, and the bulk choice for people who are missing from the file. */
export function PreviewLines({ place, preview, onTaken }: Props) {
  const t = useWords(importWords)
  const terms = useWords(importTermWords)
  const { ask } = useSession()
  const [filter, setFilter] = useState<Filter>(() => firstFilter(preview))
  // What was ticked here since the lines were loaded.
  const [taken, setTaken] = useState<ReadonlyMap<number, boolean>>(new Map())
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { commune, id } = place
  const load = useCallback(
    (cursor: string | undefined, signal?: AbortSignal) =>
      readLines({ commune, id }, { ...queryOf(filter), limit: 100, cursor }, signal),
    [commune, id, filter],
  )
  const lines = usePages<ImportLine, LinesPage>(load)
  const { summary } = preview
  const open = preview.state === 'preview'

  const take = async (line: ImportLine, next: boolean) => {
    setTaken(new Map([...taken, [line.n, next]]))
    const answer = await ask(takeLines(place, { lines: [line.n], taken: next }))
    if (answer.kind === 'ok') return onTaken(answer.value)
    setTaken(new Map([...taken, [line.n, !next]]))
    setRefusal(answer)
  }
  const takeMissing = async (next: boolean) => {
    const answer = await ask(takeLines(place, { lines: 'missing', taken: next }))
    if (answer.kind !== 'ok') return setRefusal(answer)
    onTaken(answer.value)
    setTaken(new Map())
    lines.reload()
  }
  const all = kinds.reduce((sum, kind) => sum + summary.counts[kind], 0)
  const filters: [value: Filter, label: string, count: number][] = [
    ['', t.all, all],
    ...kinds.map((kind): [Filter, string, number] => [kind, terms.kind[kind], summary.counts[kind]]),
    ['noticed', t.noticed, summary.noticed],
    ['totalMismatch', t.totalMismatch, summary.totalMismatches],
  ]
  const options = filters
    .filter(([value, , count]) => value === '' || count > 0)
    .map(([value, label, count]) => ({ value, label: `${label} (${formatCount(count)})` }))
  return (
    <section className="stack" aria-label={t.linesCaption}>
      <div className="row" role="group" aria-label={t.filter}>
        {options.map(({ value, label }) => (
          <Button
            key={value}
            variant={value === filter ? 'primary' : 'secondary'}
            aria-pressed={value === filter}
            onClick={() => setFilter(value)}
          >
            {label}
          </Button>
        ))}
      </div>
      <RefusalNote refusal={refusal} />
      {open && filter === 'missing' && (
        <div className="row">
          <Button onClick={() => void takeMissing(true)}>{t.takeAllMissing}</Button>
          <Button onClick={() => void takeMissing(false)}>{t.keepAllMissing}</Button>
        </div>
      )}
      {lines.items.length > 0 && (
        <div className="table-scroll">
          <table className="table office-table office-table--top import-lines">
            <caption>{t.linesCaption}</caption>
            <thead>
              <tr>
                <th scope="col" className="number">
                  {t.row}
                </th>
                <th scope="col">{t.what}</th>
                <th scope="col">{t.person}</th>
                <th scope="col">{t.benefit}</th>
                <th scope="col">{t.why}</th>
              </tr>
            </thead>
            <tbody>
              {lines.items.map((line) => (
                <PreviewLine
                  key={line.n}
                  line={line}
                  taken={taken.get(line.n) ?? line.taken}
                  onTake={open ? (next) => void take(line, next) : null}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreRows
        loading={lines.loading}
        refusal={lines.refusal}
        more={lines.more}
        reload={lines.reload}
        empty={lines.items.length === 0 ? t.noLines : null}
      />
    </section>
  )
}
