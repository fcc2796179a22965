// The one sentence that is always in sight. It is made of the outbox and of real answers of the server alone.
import type { FrameWords } from '../../text/tablet/frame.ts'
import type { SyncStatus } from '../actions/start-sync.ts'

export type StatusKind = 'offline' | 'sending' | 'recordsLeft' | 'photosLeft' | 'allSent'

type Facts = Pick<SyncStatus, 'phase' | 'connection' | 'waiting' | 'photosWaiting' | 'progress'>

/** What the status line says, from the loudest fact down. */
export function statusKind({ phase, connection, waiting, photosWaiting, progress }: Facts): StatusKind {
  if (connection === 'none') return 'offline'
  if ((phase === 'records' || phase === 'photos') && progress !== null && progress.total > 0) return 'sending'
  if (waiting > 0) return 'recordsLeft'
  if (photosWaiting > 0) return 'photosLeft'
  return 'allSent'
}

/** The sentence, and what is still waiting when the sentence itself does not say it. */
export function statusSentence(
  facts: Facts,
  t: FrameWords,
): { kind: StatusKind; sentence: string; more: string | null } {
  const kind = statusKind(facts)
  const { waiting, photosWaiting, progress } = facts
  const left = waiting > 0 ? t.recordsLeft(waiting) : photosWaiting > 0 ? t.photosLeft(photosWaiting) : null
  switch (kind) {
    case 'offline':
      return { kind, sentence: t.offline, more: left }
    case 'sending':
      return { kind, sentence: t.sending(progress?.done ?? 0, progress?.total ?? 0), more: null }
    case 'recordsLeft':
    case 'photosLeft':
      return { kind, sentence: left ?? t.allSent, more: null }
    case 'allSent':
      return { kind, sentence: t.allSent, more: null }
  }
}
