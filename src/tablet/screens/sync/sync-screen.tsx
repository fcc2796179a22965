import './sync.css'
import { useState } from 'react'
import { formatBytes, formatCount } from '../../../text/amounts.ts'
import { formatMoment } from '../../../text/moments.ts'
import { sealedFileWords } from '../../../text/tablet/sealed-file.ts'
import { syncWords } from '../../../text/tablet/sync.ts'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { listRecords } from '../../actions/list-records.ts'
import type { Session } from '../../actions/session.ts'
import { ExportButton } from '../../frame/export-button.tsx'
import { Page } from '../../frame/page.tsx'
import { useSession, useSync, useSyncStatus } from '../../frame/session-context.tsx'
import { StorageState } from '../../frame/storage-state.tsx'
import { useTools } from '../../frame/tools-context.tsx'
import { useStored } from '../../frame/use-stored.ts'
import { CarryOver } from './carry-over.tsx'
import { RecordList } from './record-list.tsx'
import { RunProgress } from './run-progress.tsx'
import { SyncProblems } from './sync-problems.tsx'

/** `Đồng bộ`: what waits, what was sent, what the office answered; and the two ways out of the tablet. */
export function SyncScreen({ onCarried }: { onCarried: (to: Session) => void }) {
  const t = useWords(syncWords)
  const sealedFile = useWords(sealedFileWords)
  const { profileId } = useSession()
  const { now } = useTools()
  const sync = useSync()
  const status = useSyncStatus()
  const records = useStored(listRecords)
  const [isAsked, setAsked] = useState(false)
  const isRunning = status.phase !== 'idle'

  const send = async () => {
    setAsked(true)
    await sync.now()
    setAsked(false)
  }

  return (
    <Page title={t.title}>
      <SyncProblems status={status} />
      {(status.frozen !== null || status.signedOut) && <CarryOver onCarried={onCarried} />}
      <section className="card stack">
        <h2>{t.stateTitle}</h2>
        <dl className="facts facts--short number">
          <dt>{t.waitingRecords}</dt>
          <dd>{formatCount(status.waiting)}</dd>
          <dt>{t.waitingPhotos}</dt>
          <dd>{formatCount(status.photosWaiting)}</dd>
          <dt>{t.waitingBytes}</dt>
          <dd>{formatBytes(status.bytesWaiting)}</dd>
          <dt>{t.lastContact}</dt>
          <dd>{status.lastContact === null ? t.never : formatMoment(status.lastContact, now())}</dd>
          {status.nextTryAt !== null && (
            <>
              <dt>{t.nextTry}</dt>
              <dd>{formatMoment(status.nextTryAt, now())}</dd>
            </>
          )}
        </dl>
        <RunProgress status={status} />
        <Button variant="primary" icon="sync" busy={isAsked || isRunning} onClick={() => void send()}>
          {isAsked || isRunning ? t.sendingNow : t.now}
        </Button>
      </section>

      <section className="card stack">
        <h2>{t.recordsTitle}</h2>
        {records !== null && <RecordList records={records} />}
      </section>

      <section className="card stack">
        <h2>{sealedFile.export}</h2>
        <p className="soft">{sealedFile.exportHint}</p>
        <ExportButton profileId={profileId} />
      </section>

      <section className="card stack">
        <h2>{t.storageTitle}</h2>
        <StorageState />
      </section>
    </Page>
  )
}
