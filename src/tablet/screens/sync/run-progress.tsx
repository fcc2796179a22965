import { useEffect, useState } from 'react'
import { formatBytes, formatCount } from '../../../text/amounts.ts'
import { syncWords } from '../../../text/tablet/sync.ts'
import { useWords } from '../../../ui/language.tsx'
import { Progress } from '../../../ui/progress.tsx'
import type { SyncStatus } from '../../actions/start-sync.ts'
import { useTools } from '../../frame/tools-context.tsx'
import { secondsLeft } from './seconds-left.ts'

/** How far the run that goes on has come, in counts, bytes and time left. Nothing between runs. */
export function RunProgress({ status: { phase, progress } }: { status: SyncStatus }) {
  const t = useWords(syncWords)
  const { uptime } = useTools()
  const [begun, setBegun] = useState<{ at: number; bytes: number } | null>(null)
  const isSending = phase === 'records' || phase === 'photos'
  const bytesDone = progress?.bytesDone ?? 0
  const [ms, setMs] = useState(0)
  useEffect(() => {
    const now = uptime()
    setBegun((before) => (isSending ? (before ?? { at: now, bytes: bytesDone }) : null))
    setMs((before) => (begun === null ? before : now - begun.at))
  }, [isSending, bytesDone, uptime, begun])

  if (progress === null || phase === 'idle') return null
  if (phase === 'list') {
    return <Progress label={t.phaseList} done={0} total={null} detail={t.progressList(formatCount(progress.done))} />
  }
  const left =
    begun && secondsLeft({ bytesThen: begun.bytes, bytesNow: bytesDone, bytesTotal: progress.bytesTotal, ms })
  const counts = t.progressSend(progress.done, progress.total, formatBytes(bytesDone), formatBytes(progress.bytesTotal))
  const time = left === null ? null : left >= 90 ? t.minutes(Math.round(left / 60)) : t.seconds(left)
  return (
    <Progress
      label={phase === 'records' ? t.phaseRecords : t.phasePhotos}
      done={progress.bytesTotal > 0 ? bytesDone : progress.done}
      total={progress.bytesTotal > 0 ? progress.bytesTotal : progress.total}
      detail={time === null ? counts : `${counts} – ${t.timeLeft(time)}`}
    />
  )
}
