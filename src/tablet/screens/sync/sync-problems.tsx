import { problemWords } from '../../../text/problems.ts'
import { formatMoment } from '../../../text/moments.ts'
import { syncWords } from '../../../text/tablet/sync.ts'
import { Banner } from '../../../ui/banner.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { SyncProblem, SyncStatus } from '../../actions/start-sync.ts'

/** Problems that pass by themselves; the others ask for something to be done. */
const passing: readonly SyncProblem['kind'][] = ['noConnection', 'busy', 'serverFailing', 'refused', 'failed']

/** What went wrong last, in words, and what stands in the way of sending at all. */
export function SyncProblems({ status }: { status: SyncStatus }) {
  const t = useWords(syncWords)
  const words: Record<SyncProblem['kind'] | 'revoked', string> = useWords(problemWords).sync
  const { lastProblem, lastContact } = status
  const standing = [
    status.revoked && words.revoked,
    status.frozen !== null && words.frozen,
    status.signedOut && words.signedOut,
    status.upgradeRequired && words.upgradeRequired,
  ].filter((sentence) => sentence !== false)
  const isSaid = lastProblem !== null && standing.includes(words[lastProblem.kind])
  return (
    <>
      {standing.map((sentence) => (
        <Banner key={sentence} tone="bad">
          {sentence}
        </Banner>
      ))}
      {lastProblem !== null && !isSaid && (
        <Banner tone={passing.includes(lastProblem.kind) ? 'warn' : 'bad'}>
          {lastProblem.kind === 'recordStuck' && <strong>{t.recordSeq(lastProblem.seq)} </strong>}
          {words[lastProblem.kind]}
        </Banner>
      )}
      {status.clockWrong && lastContact !== null && (
        <Banner tone="warn">{t.clockWrong(formatMoment(lastContact + (status.clockSkewMs ?? 0), lastContact))}</Banner>
      )}
    </>
  )
}
