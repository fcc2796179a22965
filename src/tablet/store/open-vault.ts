// From an open database and its data key to a store that can be worked with.
import { type Bytes, fromUtf8 } from '../../protocol/bytes.ts'
import { importDataKey } from '../../protocol/sealing.ts'
import { type ListBook, emptyBook, readBook, startBook } from './list-book.ts'
import { startListeners } from './listeners.ts'
import { startOpenedRows } from './opened-rows.ts'
import type { SeqRange } from './open-tablet-database.ts'
import { openRow, type Sealer } from './sealed-rows.ts'
import type { StoreTools } from './store-tools.ts'
import { getMeta, readVault, type TabletDatabase } from './tablet-database.ts'
import { type ClosedReason, type Profile, StoreClosed, type UnlockedStore } from './unlocked-store.ts'

const takeoverMs = 3000

/**
 * @param dataKey 32 bytes in the clear; overwritten here.
 * @returns null when the vault's own rows can not be opened with it.
 */
export async function openVault(
  tools: StoreTools,
  db: TabletDatabase,
  profileId: Profile['profileId'],
  dataKey: Bytes,
  missing: SeqRange | null = null,
): Promise<UnlockedStore | null> {
  const sealer: Sealer = { profile: profileId, key: await importDataKey(dataKey) }
  dataKey.fill(0)
  const [secrets, pkcs8] = await Promise.all([
    openVaultRow(db, sealer, 'secrets'),
    openVaultRow(db, sealer, 'signingKey'),
  ])
  if (secrets === null || pkcs8 === null) return null
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const signingKey = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign'])
  pkcs8.fill(0)
  const profile = JSON.parse(fromUtf8(secrets)) as Profile
  const book = startBook(await getMeta(db, 'list'))
  await readBook(book, db, sealer)
  return holdOpen(tools, db, profile, { sealer, signingKey }, book, missing)
}

async function openVaultRow(db: TabletDatabase, sealer: Sealer, key: 'secrets' | 'signingKey'): Promise<Bytes | null> {
  const row = await readVault(db, key)
  return row === undefined ? null : openRow(sealer, 'vault', key, row)
}

type Keys = { sealer: Sealer; signingKey: CryptoKey }

function holdOpen(
  tools: StoreTools,
  db: TabletDatabase,
  profile: Profile,
  keys: Keys,
  book: ListBook,
  missing: SeqRange | null,
): UnlockedStore {
  const closing = startListeners<ClosedReason>()
  const changes = startListeners()
  const lastCalls = new Set<() => Promise<void>>()
  const opened = startOpenedRows()
  let held: Keys | null = keys
  let reason: ClosedReason | null = null

  function take(): Keys {
    if (held === null) throw new StoreClosed(reason ?? 'locked')
    return held
  }

  function close(why: ClosedReason): void {
    if (reason !== null) return
    reason = why
    held = null
    emptyBook(book)
    opened.clear()
    db.close()
    closing.tell(why)
  }

  db.on('close', () => close('gone'))
  db.on('versionchange', (event: IDBVersionChangeEvent) => {
    if (event.newVersion === null) close('wiped')
    else void letThemSave(lastCalls).then(() => close('outdated'))
    // Dexie would close at once and open again at the next call.
    return false
  })

  return {
    tools,
    profile,
    db,
    sealer: () => take().sealer,
    signingKey: () => take().signingKey,
    list: book.people,
    book,
    opened,
    missing,
    communes: () => book.meta.communes,
    closed: () => reason,
    close,
    onClosed: closing.add,
    beforeTakeover: (listener) => {
      lastCalls.add(listener)
      return () => void lastCalls.delete(listener)
    },
    subscribe: changes.add,
    tell: () => changes.tell(),
  }
}

async function letThemSave(lastCalls: ReadonlySet<() => Promise<void>>): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, takeoverMs))
  await Promise.race([Promise.allSettled([...lastCalls].map((call) => call())), late])
}
