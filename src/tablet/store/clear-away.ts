// What a tablet need not keep any longer. Counted by the server's clock, so that a tablet whose own clock jumps throws
// nothing away; the outbox never expires.
import { forgetList } from './list-pages.ts'
import { deleteChunks } from './photo-chunks.ts'
import { readMeta } from './tablet-database.ts'
import type { UnlockedStore } from './unlocked-store.ts'
import { serverClock } from './contact-notes.ts'
import { mustWrite } from './write-strictly.ts'

const day = 24 * 60 * 60_000
/** The server may be restored from a backup that is so old; then it asks for these again. */
const keepRecordsMs = 30 * day
const keepPhotosMs = 7 * day
const keepOrphansMs = day

/** Records and photos that the server has had for long enough, and photos that belong to nothing. */
export async function clearAway(store: UnlockedStore): Promise<void> {
  const { db, tools } = store
  await mustWrite(store, [db.records, db.photos, db.photoChunks, db.drafts, db.outcomes], async () => {
    const now = await serverClock(store)
    const photos = await db.photos.toArray()
    for (const photo of photos) {
      if (photo.state !== 'complete' || photo.chunks === 0 || photo.completeAt > now - keepPhotosMs) continue
      // A draft that shows the same picture still needs it.
      if (photo.uses.length > 0) continue
      await deleteChunks(db, photo.sha256)
      await db.photos.put({ ...photo, chunks: 0 })
    }
    const unsent = new Set(photos.filter(({ state }) => state === 'held').flatMap(({ seqs }) => seqs))
    const old = await db.records
      .where('[state+settledAt]')
      .between(['sent', 0], ['sent', now - keepRecordsMs])
      .toArray()
    for (const { seq, id } of old.filter((record) => !unsent.has(record.seq))) {
      await db.records.delete(seq)
      await db.outcomes.delete(id)
      await dropFromPhotos(store, seq)
    }
    const drafts = new Set(await db.drafts.toCollection().primaryKeys())
    for (const photo of photos) {
      const needed = photo.seqs.length > 0 || photo.draftIds.some((draft) => drafts.has(draft))
      if (needed || photo.addedAt > tools.now() - keepOrphansMs) continue
      await deleteChunks(db, photo.sha256)
      await db.photos.delete(photo.sha256)
    }
  })
}

async function dropFromPhotos({ db }: UnlockedStore, seq: number): Promise<void> {
  for (const photo of await db.photos.where('seqs').equals(seq).toArray()) {
    const seqs = photo.seqs.filter((one) => one !== seq)
    if (seqs.length > 0 || photo.uses.length > 0) await db.photos.put({ ...photo, seqs })
    else {
      await db.photos.delete(photo.sha256)
      await deleteChunks(db, photo.sha256)
    }
  }
}

/**
 * Takes the list away when the server was not heard for `days`. The latest moment that the clock ever showed counts, so that
 * setting it back prolongs nothing.
 * @returns whether it did.
 */
export async function expireList(store: UnlockedStore, days: number): Promise<boolean> {
  const now = store.tools.now()
  const latest = await mustWrite(store, [], async () => {
    const contact = await readMeta(store.db, 'contact')
    if (contact === undefined) return null
    const latestClock = Math.max(contact.latestClock, now)
    await store.db.meta.put({ key: 'contact', value: { ...contact, latestClock } })
    return latestClock - contact.at
  })
  if (latest === null || latest <= days * day || store.book.meta.state !== 'held') return false
  await forgetList(store, 'expired')
  return true
}
