import { useState } from 'react'
import { syncWords } from '../../../text/tablet/sync.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { ListedRecord } from '../../actions/session.ts'
import { RecordCard } from './record-card.tsx'

const atOnce = 30

/** Records, those that need somebody first, then the newest. */
export function RecordList({ records }: { records: readonly ListedRecord[] }) {
  const t = useWords(syncWords)
  const [shown, setShown] = useState(atOnce)
  if (records.length === 0) return <p className="soft">{t.recordsNone}</p>
  const urgency = ({ state, photos }: ListedRecord) =>
    state === 'quarantined' || photos.some((photo) => photo.state === 'lost') ? 0 : state === 'waiting' ? 1 : 2
  const ordered = records.toSorted((a, b) => urgency(a) - urgency(b) || b.seq - a.seq)
  const left = ordered.length - shown
  return (
    <>
      <ul className="sync__records">
        {ordered.slice(0, shown).map((record) => (
          <RecordCard key={record.id} record={record} />
        ))}
      </ul>
      {left > 0 && <Button onClick={() => setShown(shown + atOnce)}>{t.more(Math.min(left, atOnce))}</Button>}
    </>
  )
}
