// When the tablet last heard from the server, and how far its clock is off.
import { readMeta } from './tablet-database.ts'
import { type UnlockedStore, whileOpen } from './unlocked-store.ts'
import { mustWrite } from './write-strictly.ts'

export type ContactNotes = {
  /** Wall clock of the last real answer, milliseconds; null: never since enrolment. */
  lastContact: number | null
  /** Server time minus tablet time at the last answer. */
  clockSkewMs: number | null
}

export async function readContact(store: UnlockedStore): Promise<ContactNotes> {
  const contact = await whileOpen(store, () => readMeta(store.db, 'contact'))
  return { lastContact: contact?.at ?? null, clockSkewMs: contact?.clockSkewMs ?? null }
}

/** Notes a real answer of the server; `serverTime` in milliseconds when the answer said it. Call it at most a few times a sync. */
export async function noteContact(store: UnlockedStore, serverTime: number | null): Promise<void> {
  const at = store.tools.now()
  await mustWrite(store, [], async () => {
    const known = await readMeta(store.db, 'contact')
    const value = {
      at,
      serverTime: serverTime ?? known?.serverTime ?? null,
      clockSkewMs: serverTime === null ? (known?.clockSkewMs ?? null) : serverTime - at,
      latestClock: at,
    }
    await store.db.meta.put({ key: 'contact', value })
  })
}

/**
 * The server's clock as last heard, milliseconds: what is kept for so many days is counted by it, so that a tablet whose
 * clock jumps throws nothing away. The tablet's own clock only while the server was never heard.
 */
export async function serverClock({ db, tools }: Pick<UnlockedStore, 'db' | 'tools'>): Promise<number> {
  return (await readMeta(db, 'contact'))?.serverTime ?? tools.now()
}
