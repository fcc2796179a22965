// What the bench does inside a real browser: the tablet's own actions beside the bare browser doing the least possible.
import { argon2id } from 'hash-wasm'
import { addPhoto } from '../../../src/tablet/actions/add-photo.ts'
import { lockVault } from '../../../src/tablet/actions/lock-vault.ts'
import { searchOf } from '../../../src/tablet/actions/people-search.ts'
import { saveRecord } from '../../../src/tablet/actions/save-record.ts'
import type { Session } from '../../../src/tablet/actions/session.ts'
import { unlockVault } from '../../../src/tablet/actions/unlock-vault.ts'
import { makeBrowserTools } from '../../../src/tablet/browser-tools.ts'
import { keepSheet } from '../../../src/tablet/store/keep-sheet.ts'
import { applyPage } from '../../../src/tablet/store/list-pages.ts'
import { databaseName } from '../../../src/tablet/store/tablet-database.ts'
import registration from '../../fixtures/records/registration.v1.json'
import { feedLines } from '../../support/made-up-people.ts'
import { benchTools, commune, enrol, noise, openRaw, pin, putRaw } from './bench-tablet.ts'

const photoBytes = 220 * 1024

/** Since the last unlocking. */
type Since = 'nothing' | 'update' | 'updateOfForm'

async function saveOnce(session: Session): Promise<number> {
  const pictures = [noise(photoBytes), noise(photoBytes)]
  const draftId = session.tools.newId()
  const start = performance.now()
  const photos = []
  for (const [index, bytes] of pictures.entries()) {
    const added = await addPhoto(session, draftId, {
      role: index === 0 ? 'cardFront' : 'cardBack',
      bytes,
      type: 'image/jpeg',
    })
    if (added.kind !== 'added') throw new Error(added.kind)
    photos.push(added.photo)
  }
  const { kind, v, data } = registration
  const saved = await saveRecord(session, {
    kind: kind as 'registration',
    v,
    commune,
    subject: null,
    photos,
    data,
    draftId,
  })
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  return performance.now() - start
}

/** The tap: photos are stored when they are taken, so what `Lưu hồ sơ` waits for is the record alone. */
async function tapOnce(session: Session): Promise<number> {
  const draftId = session.tools.newId()
  const photos = []
  for (const role of ['cardFront', 'cardBack'] as const) {
    const added = await addPhoto(session, draftId, { role, bytes: noise(photoBytes), type: 'image/jpeg' })
    if (added.kind !== 'added') throw new Error(added.kind)
    photos.push(added.photo)
  }
  const start = performance.now()
  const saved = await saveRecord(session, {
    kind: 'registration',
    v: 1,
    commune,
    subject: null,
    photos,
    data: registration.data,
    draftId,
  })
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  return performance.now() - start
}

async function dropSheets(profileId: string): Promise<void> {
  const db = await openRaw(databaseName(profileId as Session['profileId']))
  await new Promise<void>((resolve, reject) => {
    const transaction = db.transaction('sheets', 'readwrite')
    transaction.objectStore('sheets').clear()
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
  })
  db.close()
}

/** The same bytes, and a strict transaction for each thing that must be durable on its own: two photos and the record. */
async function rawOnce(db: IDBDatabase): Promise<number> {
  const pictures = [noise(photoBytes), noise(photoBytes)]
  const body = JSON.stringify(registration)
  const start = performance.now()
  for (const picture of pictures) await putRaw(db, [picture])
  await putRaw(db, [body])
  return performance.now() - start
}

const bench = {
  /** Ours and the bare browser's, taking turns so that a busy machine is busy for both. */
  async save(rounds: number): Promise<{ ours: number[]; raw: number[]; tap: number[] }> {
    const session = await enrol(benchTools())
    const db = await openRaw()
    const measured = { ours: [] as number[], raw: [] as number[], tap: [] as number[] }
    await saveOnce(session)
    await rawOnce(db)
    for (let round = 0; round < rounds; round += 1) {
      measured.raw.push(await rawOnce(db))
      measured.ours.push(await saveOnce(session))
      measured.tap.push(await tapOnce(session))
    }
    lockVault(session)
    db.close()
    return measured
  },

  /** Fills a profile's list; gives the profile's id. */
  async fill(people: number): Promise<string> {
    const session = await enrol(benchTools())
    const lines = feedLines(people, commune)
    let from: string | null = null
    for (let at = 0; at < lines.length; at += 2000) {
      const cursor = `c${at}`
      const more = at + 2000 < lines.length
      const page = { from, epoch: 'bench', communes: session.communes, lines: lines.slice(at, at + 2000), cursor, more }
      if (!(await applyPage(session.store, page))) throw new Error('page not applied')
      from = cursor
    }
    // A tablet stays open for longer than this after a download.
    await keepSheet(session.store)
    lockVault(session)
    return session.profileId
  },

  /**
   * From the right PIN to a list that can be searched, key derivation left out; and the longest time the screen stood still.
   * @param after what happened since: an update of the app, or one by which words are read otherwise. A sheet that the latter finds
   * is as good as none: the pages are read, and the index is made of them anew.
   */
  async unlock(profileId: string, people: number, after: Since): Promise<{ ms: number; longestGap: number }> {
    if (after === 'updateOfForm') await dropSheets(profileId)
    let longestGap = 0
    let last = performance.now()
    let watching = true
    const watch = () => {
      longestGap = Math.max(longestGap, performance.now() - last)
      last = performance.now()
      if (watching) setTimeout(watch, 0)
    }
    watch()
    const start = performance.now()
    const tools = benchTools()
    if (after !== 'nothing') tools.app = tools.newId()
    const unlocked = await unlockVault(tools, profileId as Session['profileId'], pin)
    if (unlocked.kind !== 'unlocked') throw new Error(unlocked.kind)
    await searchOf(unlocked.session).whenComplete()
    const held = unlocked.session.list.count()
    const ms = performance.now() - start
    await new Promise((resolve) => setTimeout(resolve, 0))
    watching = false
    lockVault(unlocked.session)
    if (held !== people) throw new Error(`${held} people are held, not ${people}`)
    return { ms, longestGap }
  },

  /** Key derivation as the tablet does it (a worker) and bare on the main thread, in milliseconds. */
  async derive(memoryKiB: number, iterations: number): Promise<{ ours: number; bare: number }> {
    const tools = makeBrowserTools()
    const salt = noise(16)
    const start = performance.now()
    await tools.deriveKey(pin, salt, { memoryKiB, iterations })
    const ours = performance.now() - start
    const begin = performance.now()
    await argon2id({
      password: pin,
      salt,
      memorySize: memoryKiB,
      iterations,
      parallelism: 1,
      hashLength: 32,
      outputType: 'binary',
    })
    return { ours, bare: performance.now() - begin }
  },
}

export type { Since }
export type Bench = typeof bench
Object.assign(window, { bench })
