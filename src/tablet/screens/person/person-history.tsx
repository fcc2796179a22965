import { Suspense } from 'react'
import { personWords } from '../../../text/tablet/person.ts'
import { useWords } from '../../../ui/language.tsx'
import type { ListedRecord } from '../../actions/session.ts'
import { lazyPart } from '../../frame/lazy-part.ts'

const HistoryLine = lazyPart(async () => (await import('./history-line.tsx')).HistoryLine)

/** Records made on this tablet about the person, and what the office answered. */
export function PersonHistory({ records }: { records: readonly ListedRecord[] }) {
  const t = useWords(personWords)
  return (
    <section className="card stack stack--tight">
      <h3>{t.history}</h3>
      {records.length === 0 && <p className="soft">{t.noHistory}</p>}
      <ul className="person__records">
        <Suspense>
          {records.map((record) => (
            <HistoryLine key={record.id} record={record} />
          ))}
        </Suspense>
      </ul>
    </section>
  )
}
