import './enrol.css'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { formatCount } from '../../../text/amounts.ts'
import { enrolWords } from '../../../text/tablet/enrol.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { useWords } from '../../../ui/language.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { askPersistence, reportStorage } from '../../actions/report-storage.ts'
import { FrontPage } from '../../frame/front-page.tsx'
import { useSession, useSyncStatus } from '../../frame/session-context.tsx'
import { PersistenceState } from '../../frame/storage-state.tsx'
import { useTools } from '../../frame/tools-context.tsx'

/** The first download of the list after enrolling. It may be left running. */
export function FirstDownload({ onStart }: { onStart: () => void }) {
  const t = useWords(enrolWords)
  const { staff, communes, list } = useSession()
  const status = useSyncStatus()
  const people = useSyncExternalStore(list.subscribe, list.count)
  const isDone = status.lastContact !== null && status.phase === 'idle' && status.lastProblem === null
  return (
    <FrontPage title={t.welcome(staff.name)}>
      <dl className="facts">
        <dt>{t.area}</dt>
        <dd>{communes.map(({ name }) => name).join(', ')}</dd>
      </dl>
      {isDone ? (
        <Banner tone="good">{people > 0 ? t.downloaded(formatCount(people)) : t.downloadedNone}</Banner>
      ) : (
        <Progress
          label={t.download}
          done={people}
          total={null}
          detail={
            status.connection === 'none'
              ? t.downloadOffline
              : people > 0
                ? t.downloading(formatCount(people))
                : t.downloadWaiting
          }
        />
      )}
      <Persistence />
      <Button variant={isDone ? 'primary' : 'secondary'} wide onClick={onStart}>
        {isDone ? t.start : t.startMeanwhile}
      </Button>
    </FrontPage>
  )
}

function Persistence() {
  const tools = useTools()
  const [persisted, setPersisted] = useState<boolean | null | undefined>(undefined)
  useEffect(() => {
    void reportStorage(tools).then((report) => setPersisted(report.persisted))
  }, [tools])
  if (persisted === undefined) return null
  return <PersistenceState persisted={persisted} onAsk={() => void askPersistence(tools).then(setPersisted)} />
}
