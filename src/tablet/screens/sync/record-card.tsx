import { formatBytes } from '../../../text/amounts.ts'
import { formatMoment } from '../../../text/moments.ts'
import { paperWords } from '../../../text/papers.ts'
import { problemWords } from '../../../text/problems.ts'
import { type SyncWords, syncWords } from '../../../text/tablet/sync.ts'
import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { QuarantineReason } from '../../../protocol/push.ts'
import type { ListedPhoto, ListedRecord } from '../../actions/session.ts'
import { useTools } from '../../frame/tools-context.tsx'
import { OutcomeBadges } from './outcome-badges.tsx'

const toneOf = { waiting: 'info', sent: 'good', quarantined: 'warn' } as const

/** One record: whether it was sent, each of its photos, and what the office answered. */
export function RecordCard({ record }: { record: ListedRecord }) {
  const t = useWords(syncWords)
  const reasons: Record<QuarantineReason, string> = useWords(problemWords).quarantine
  const papers = useWords(paperWords)
  const { now } = useTools()
  const { outcome, photos, state } = record
  const word = { waiting: t.recordWaiting, sent: t.recordSent, quarantined: t.recordQuarantined }[state]
  // A day's settlement is nobody's.
  const isOfDay = record.kind === 'settlement'
  const sent = photos.filter((photo) => photo.state === 'sent' || photo.state === 'complete').length
  return (
    <li className="sync__record">
      <div className="row row--between">
        <div>
          <div className="sync__name">{isOfDay ? t.kind.settlement : (record.name ?? t.unnamed)}</div>
          <div className="soft">
            {!isOfDay && `${t.kind[record.kind]} – `}
            {formatMoment(Date.parse(record.at), now())}
          </div>
        </div>
        <div className="row">
          <Badge tone={toneOf[state]}>{word}</Badge>
          {outcome !== null && state === 'sent' && <OutcomeBadges outcome={outcome} />}
        </div>
      </div>
      {state === 'quarantined' && (
        <div className="sync__reasons">
          {record.reasons.map((reason) => (
            <p key={reason}>{reasons[reason]}</p>
          ))}
          <p className="soft">{t.keptSafe}</p>
        </div>
      )}
      {outcome?.review === 'needsPapers' && outcome.papers.length > 0 && (
        <p>
          {t.papers} {outcome.papers.map((paper) => papers[paper]).join('; ')}
        </p>
      )}
      {outcome?.note && (
        <p className="soft">
          {t.note} {outcome.note}
        </p>
      )}
      {photos.length > 0 && (
        <details className="sync__photos">
          <summary>{t.photosSent(sent, photos.length)}</summary>
          <ul>
            {photos.map((photo) => (
              <li key={`${photo.sha256}-${photo.role}`}>
                {t.photoRole[photo.role]}: {photoSentence(photo, t)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function photoSentence({ state, sent, bytes }: ListedPhoto, t: SyncWords): string {
  switch (state) {
    case 'waiting':
      return t.photoWaiting(formatBytes(sent), formatBytes(bytes))
    case 'sent':
      return t.photoSent
    case 'complete':
      return t.photoComplete
    case 'lost':
      return t.photoLost
  }
}
