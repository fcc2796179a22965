// Step: the office learns how this tablet fares. Nothing depends on it.
import type { ContactReport } from '../../protocol/contact.ts'
import { utf8 } from '../../protocol/bytes.ts'
import { countWaiting } from '../store/outbox.ts'
import type { UnlockedStore } from '../store/unlocked-store.ts'
import { ask } from './ask-server.ts'
import { isInterrupted, type Run } from './run.ts'
import { type Stop, stopFor } from './stop.ts'

export type StorageState = Pick<ContactReport, 'persisted' | 'storageUsed' | 'storageQuota' | 'storeTrouble'>

/** A tablet that fares as it last said says so again only after this: that it is alive the server sees by every pull. */
const saidForMs = 60 * 60_000
/** Storage that grew or shrank by less than such a part of all there is, is as it was. */
const partsOfStorage = 20

/** What was last said, and when by the tablet's uptime, since the unlocking. */
const lastSaid = new WeakMap<UnlockedStore, { word: string; at: number }>()

/** @param storage what the browser says of its promise to keep the data. */
export async function reportContact(run: Run, storage: StorageState): Promise<Stop | { kind: 'done' }> {
  const waiting = await countWaiting(run.store)
  const report: ContactReport = {
    app: run.line.app,
    recordsWaiting: waiting.records,
    photosWaiting: waiting.photos,
    ...storage,
  }
  const word = roughly(report)
  const last = lastSaid.get(run.store)
  if (last?.word === word && run.line.uptime() - last.at < saidForMs) return { kind: 'done' }
  const answer = await ask(run.line, {
    method: 'POST',
    path: '/contact',
    headers: { 'content-type': 'application/json' },
    body: utf8(JSON.stringify(report)),
  })
  if (answer.kind === 'answer') {
    lastSaid.set(run.store, { word, at: run.line.uptime() })
    return { kind: 'done' }
  }
  return isInterrupted(run) ? { kind: 'interrupted' } : stopFor(answer)
}

/** Alike for reports that tell the office the same. */
function roughly({ storageUsed, storageQuota, ...rest }: ContactReport): string {
  const isKnown = storageUsed !== null && storageQuota !== null && storageQuota > 0
  return JSON.stringify([rest, isKnown ? Math.round((partsOfStorage * storageUsed) / storageQuota) : null])
}
