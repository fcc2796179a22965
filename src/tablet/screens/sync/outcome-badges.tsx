import type { Outcome } from '../../../protocol/changes.ts'
import { syncWords } from '../../../text/tablet/sync.ts'
import { Badge } from '../../../ui/badge.tsx'
import { useWords } from '../../../ui/language.tsx'

/** What the office made of a record: its review, and where the account stands. */
export function OutcomeBadges({ outcome: { review, account } }: { outcome: Outcome }) {
  const t = useWords(syncWords)
  return (
    <>
      {review === 'new' && <Badge>{t.reviewNew}</Badge>}
      {review === 'accepted' && <Badge tone="good">{t.reviewAccepted}</Badge>}
      {review === 'needsPapers' && <Badge tone="warn">{t.reviewNeedsPapers}</Badge>}
      {review === 'rejected' && <Badge tone="bad">{t.reviewRejected}</Badge>}
      {account === 'requested' && <Badge tone="info">{t.accountRequested}</Badge>}
      {account === 'opened' && <Badge tone="good">{t.accountOpened}</Badge>}
      {account === 'refused' && <Badge tone="bad">{t.accountRefused}</Badge>}
    </>
  )
}
