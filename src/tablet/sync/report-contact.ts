// Step: the office learns how this tablet fares. Nothing depends on it.
import type { ContactReport } from '../../protocol/contact.ts'
import { utf8 } from '../../protocol/bytes.ts'
import { countWaiting } from '../store/outbox.ts'
import { ask } from './ask-server.ts'
import { isInterrupted, type Run } from './run.ts'
import { type Stop, stopFor } from './stop.ts'

export type StorageState = Pick<ContactReport, 'persisted' | 'storageUsed' | 'storageQuota' | 'storeTrouble'>

/** @param storage what the browser says of its promise to keep the data. */
export async function reportContact(run: Run, storage: StorageState): Promise<Stop | { kind: 'done' }> {
  const waiting = await countWaiting(run.store)
  const report: ContactReport = {
    app: run.line.app,
    recordsWaiting: waiting.records,
    photosWaiting: waiting.photos,
    ...storage,
  }
  const answer = await ask(run.line, {
    method: 'POST',
    path: '/contact',
    headers: { 'content-type': 'application/json' },
    body: utf8(JSON.stringify(report)),
  })
  if (answer.kind === 'answer') return { kind: 'done' }
  return isInterrupted(run) ? { kind: 'interrupted' } : stopFor(answer)
}
