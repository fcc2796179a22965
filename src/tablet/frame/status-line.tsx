import { Link } from 'wouter'
import { frameWords } from '../../text/tablet/frame.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { useWords } from '../../ui/language.tsx'
import { useSyncStatus } from './session-context.tsx'
import { type StatusKind, statusSentence } from './status-sentence.ts'

const iconOf: Record<StatusKind, IconName> = {
  offline: 'cloudOff',
  sending: 'cloudUp',
  recordsLeft: 'cloudUp',
  photosLeft: 'cloudUp',
  allSent: 'cloudCheck',
}

/** Always there, never shouting: where the records stand. Leads to Đồng bộ. */
export function StatusLine() {
  const t = useWords(frameWords)
  const status = useSyncStatus()
  const { kind, sentence, more } = statusSentence(status, t)
  const needsOffice = status.revoked || status.frozen || status.upgradeRequired
  return (
    <Link href="/dong-bo" className={`status-line status-line--${kind}`}>
      <Icon name={iconOf[kind]} />
      <span role="status" className="status-line__texts">
        <span>{sentence}</span>
        {more !== null && <span className="status-line__more">{more}</span>}
        {needsOffice && <span className="status-line__more">{t.needsOffice}</span>}
      </span>
    </Link>
  )
}
