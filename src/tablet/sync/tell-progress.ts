// Turns what the steps tell into the status that is shown.
import { noteContact, readContact } from '../store/contact-notes.ts'
import { countWaiting } from '../store/outbox.ts'
import { readFrozen } from '../store/sync-notes.ts'
import type { UnlockedStore } from '../store/unlocked-store.ts'
import type { Progress } from './run.ts'
import { countsOf, type StatusKeeper } from './sync-status.ts'
import type { Phase } from './synchronize.ts'

export type Teller = {
  tell: (progress: Progress) => void
  enter: (phase: Phase) => void
  /** Whether anything came across, either way. */
  moved: () => boolean
  /** When everything that was heard is written down. */
  settled: () => Promise<void>
}

/** Begins to tell of one run. */
export async function tellProgress(store: UnlockedStore, keeper: StatusKeeper): Promise<Teller> {
  const before = await countWaiting(store)
  const totals = { total: before.records + before.photos, bytesTotal: before.bytes }
  let sent = { done: 0, bytesDone: 0 }
  let lines = 0
  let noting: Promise<void> | null = null
  let notedIn: Phase | null = null

  const hear = (serverTime: number | null) => {
    keeper.change({ connection: 'ok', lastContact: store.tools.now() })
    const { phase } = keeper.status()
    // Once a phase is enough: each note is a write to the disk.
    if (noting !== null && notedIn === phase) return
    notedIn = phase
    noting = (noting ?? Promise.resolve())
      .then(() => noteContact(store, serverTime))
      .then(() => readNotes(store, keeper))
    // A failure is met by whoever waits for `settled`.
    noting.catch(() => {})
  }
  const showSent = () => {
    // What was saved while the run went on is sent too: never more done than there was.
    const total = Math.max(totals.total, sent.done)
    keeper.change({ progress: { ...sent, total, bytesTotal: Math.max(totals.bytesTotal, sent.bytesDone) } })
  }

  return {
    tell(progress) {
      switch (progress.step) {
        case 'heard':
          return hear(progress.serverTime)
        case 'list':
          lines += progress.lines
          return keeper.change({ progress: { done: lines, total: 0, bytesDone: 0, bytesTotal: 0 } })
        case 'sent':
          sent = { done: sent.done + progress.things, bytesDone: sent.bytesDone + progress.bytes }
          return showSent()
      }
    },
    enter(phase) {
      keeper.change({ phase })
      if (phase === 'list') keeper.change({ progress: null })
      else showSent()
    },
    moved: () => sent.done > 0 || sent.bytesDone > 0 || lines > 0,
    settled: async () => noting ?? undefined,
  }
}

/** Reads counts and notes afresh from the store. */
export async function recount(store: UnlockedStore, keeper: StatusKeeper): Promise<void> {
  keeper.change({ ...countsOf(await countWaiting(store)), counted: true })
  await readNotes(store, keeper)
}

async function readNotes(store: UnlockedStore, keeper: StatusKeeper): Promise<void> {
  const { lastContact, clockSkewMs } = await readContact(store)
  keeper.change({ lastContact, clockSkewMs, frozen: await readFrozen(store) })
}
