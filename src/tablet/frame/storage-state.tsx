import { useCallback, useEffect, useState } from 'react'
import { formatBytes } from '../../text/amounts.ts'
import { storageWords } from '../../text/tablet/storage.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../ui/language.tsx'
import { askPersistence, reportStorage, type StorageReport } from '../actions/report-storage.ts'
import { useTools } from './tools-context.tsx'

const lowBytes = 200_000_000

/** What the browser keeps, how much, and whether it has promised to. */
export function StorageState() {
  const t = useWords(storageWords)
  const tools = useTools()
  const [report, setReport] = useState<StorageReport | null>(null)
  const look = useCallback(async () => setReport(await reportStorage(tools)), [tools])
  useEffect(() => void look(), [look])
  if (!report) return null
  const { used, quota, persisted } = report
  const left = used !== null && quota !== null ? Math.max(0, quota - used) : null
  return (
    <div className="stack stack--tight">
      <p>{left === null || used === null ? t.unknown : t.used(formatBytes(used), formatBytes(left))}</p>
      {left !== null && left < lowBytes && <Banner tone="bad">{t.low}</Banner>}
      <PersistenceState persisted={persisted} onAsk={() => void askPersistence(tools).then(look)} />
    </div>
  )
}

/** Whether the browser has promised to keep the data; if not, plainly so, with a way to ask again. */
export function PersistenceState({ persisted, onAsk }: { persisted: boolean | null; onAsk?: () => void }) {
  const t = useWords(storageWords)
  if (persisted === true) return <Banner tone="good">{t.persisted}</Banner>
  return (
    <Banner tone="warn" actions={onAsk && <Button onClick={onAsk}>{t.ask}</Button>}>
      {persisted === false ? t.notPersisted : t.persistenceUnknown}
    </Banner>
  )
}
