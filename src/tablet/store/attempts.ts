// Wrong PINs are counted on disk before the PIN is looked at, so that pulling the plug saves no try. Waits are measured in
// time that the app was open: a clock that is set forward shortens none, and a reload starts none anew.
import type { StoreTools } from './store-tools.ts'
import { type Attempts, readVault, type TabletDatabase } from './tablet-database.ts'

export const triesBeforeWait = 5
export const triesInAll = 10
const minute = 60_000
/** After the fifth wrong PIN, the sixth … */
const waits = [1, 5, 15, 30, 60].map((minutes) => minutes * minute)
/** How far a wait may run before its rest is written down. */
const noteEveryMs = 5000

const none: Attempts = { failures: 0, waitMs: 0, marks: {} }

export type Admission = { kind: 'admitted'; failures: number } | { kind: 'wait'; ms: number } | { kind: 'exhausted' }

/** Counts a try as failed, on disk, before it is made. `failures` counts this one too. */
export function admitAttempt(tools: StoreTools, db: TabletDatabase): Promise<Admission> {
  return db.transaction('rw', db.vault, async () => {
    const attempts = (await readVault(db, 'attempts')) ?? none
    if (attempts.failures >= triesInAll) return { kind: 'exhausted' }
    const ms = waitLeft(tools, attempts)
    if (ms > 0) return { kind: 'wait', ms }
    const failures = attempts.failures + 1
    const waitMs = waits[failures - triesBeforeWait] ?? 0
    await put(db, { failures, waitMs, marks: { [tools.instance]: { uptime: tools.uptime(), waitMs } } })
    return { kind: 'admitted', failures }
  })
}

/** The PIN was right. */
export async function forgiveAttempts(db: TabletDatabase): Promise<void> {
  await put(db, none)
}

/** Milliseconds of open app until the next try; notes on disk what has passed. */
export function remainingWait(tools: StoreTools, db: TabletDatabase): Promise<number> {
  return db.transaction('rw', db.vault, async () => {
    const attempts = (await readVault(db, 'attempts')) ?? none
    const left = waitLeft(tools, attempts)
    const unseen = left > 0 && attempts.marks[tools.instance] === undefined
    const far = attempts.waitMs - left >= noteEveryMs || (left === 0 && attempts.waitMs > 0)
    if (unseen || far) await put(db, { ...attempts, waitMs: left, marks: marksWith(tools, attempts, left) })
    return left
  })
}

/** Whether the PIN may still be tried at all. */
export async function areExhausted(db: TabletDatabase): Promise<boolean> {
  return ((await readVault(db, 'attempts')) ?? none).failures >= triesInAll
}

/** Two open tabs both count from when they first saw the wait; the one that has waited longer is right. */
function waitLeft(tools: StoreTools, { waitMs, marks }: Attempts): number {
  const mark = marks[tools.instance]
  const own = mark === undefined ? waitMs : mark.waitMs - (tools.uptime() - mark.uptime)
  return Math.max(0, Math.min(waitMs, own))
}

function marksWith(tools: StoreTools, { marks }: Attempts, waitMs: number): Attempts['marks'] {
  return marks[tools.instance] ? marks : { ...marks, [tools.instance]: { uptime: tools.uptime(), waitMs } }
}

async function put(db: TabletDatabase, value: Attempts): Promise<void> {
  await db.vault.put({ key: 'attempts', value })
}
