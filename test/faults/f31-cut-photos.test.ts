// F31: the upload of a photo is cut, at every chunk of it.
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Field, startField } from '../support/field.ts'
import { register } from '../support/node-tablet.ts'

let field: Field
beforeEach(async () => {
  field = await startField()
})
afterEach(() => field.stop())

const chunk = 16 * 1024
const photoBytes = 160 * 1024

/** What was taken in of an upload; the server drops what it has not read yet when a line breaks. */
async function takenIn(sha256: string): Promise<number> {
  const path = join(field.server.dataDir, 'photos', 'incoming', `${field.session().profileId}-${sha256}`)
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

const patched = () => field.proxy.seen.bodiesUp['PATCH'] ?? 0

async function hashOnServer(sha256: string): Promise<string> {
  const bytes = await readFile(join(field.server.dataDir, 'photos', 'whole', sha256.slice(0, 2), sha256))
  return createHash('sha256').update(bytes).digest('hex')
}

test('cut once, at each chunk in turn: whole in the end, at most a tenth sent twice', async () => {
  for (let after = 0; after < photoBytes; after += chunk) {
    const { photos } = await register(field.session(), [photoBytes])
    const [photo] = photos
    const from = patched()
    let cut = false
    field.proxy.plan(({ method }) => {
      if (method !== 'PATCH' || cut) return null
      cut = true
      const until = () => vi.waitUntil(async () => (await takenIn(photo?.sha256 ?? '')) >= after)
      return { kind: 'cutRequest', after, until }
    })
    expect(await field.sync()).toMatchObject({ connection: 'none', photosWaiting: 1, waiting: 0 })
    expect(await field.sync()).toMatchObject({ connection: 'ok', photosWaiting: 0 })
    expect(await hashOnServer(photo?.sha256 ?? '')).toBe(photo?.sha256)
    expect(patched() - from).toBeLessThanOrEqual(1.1 * (photo?.bytes ?? 0))
  }
})

test('cut at every chunk of one upload, with the app restarted between: whole in the end, at most a tenth sent twice', async () => {
  const [photo] = (await register(field.session(), [photoBytes])).photos
  const from = patched()
  field.proxy.plan(({ method, headers }) => {
    if (method !== 'PATCH') return null
    const reached = Number(headers['upload-offset']) + chunk
    const until = () => vi.waitUntil(async () => (await takenIn(photo?.sha256 ?? '')) >= reached)
    // What is left at the end is shorter than a chunk and comes through.
    return reached < (photo?.bytes ?? 0) ? { kind: 'cutRequest', after: chunk, until } : null
  })
  let tries = 0
  for (let left = 1; left > 0 && tries < 20; tries += 1) {
    left = (await field.sync()).photosWaiting
    if (tries % 3 === 0) await field.restart()
  }
  expect(await hashOnServer(photo?.sha256 ?? '')).toBe(photo?.sha256)
  expect(patched() - from).toBeLessThanOrEqual(1.1 * (photo?.bytes ?? 0))
})
