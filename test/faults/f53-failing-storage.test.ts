// F53 (push and pull): the Nth write to the tablet's storage fails and the app dies there, for every N.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSync } from '../../src/tablet/actions/start-sync.ts'
import { holdingOf } from '../../src/tablet/store/list-pages.ts'
import { countWaiting } from '../../src/tablet/store/outbox.ts'
import { digestOf } from '../../src/protocol/holdings.ts'
import { dieAfter, isDeath, live } from '../support/dying-storage.ts'
import { type ModelField, startModelField } from '../support/model-field.ts'
import type { Change } from '../support/model-server.ts'
import { feedLines } from '../support/made-up-people.ts'
import { register } from '../support/node-tablet.ts'
import { homeCommune } from '../support/test-server.ts'

let field: ModelField
beforeEach(async () => {
  field = await startModelField()
})
afterEach(() => {
  live(field.session().profileId)
  field.stop()
})

test(
  'wherever it dies while sending, each record and photo ends once on the server and the queue empties',
  { timeout: 60_000 },
  async () => {
    const saved: string[] = []
    let deaths = 0
    for (let writes = 0, died = true; died; writes += 1) {
      expect(writes).toBeLessThan(200)
      field.server.intercept(() => {
        throw new TypeError('fetch failed')
      })
      saved.push((await register(field.session(), [300 + writes])).id, (await register(field.session())).id)
      await field.sync()
      field.handle().stop()
      await field.restart()
      field.server.intercept(null)

      const handle = startSync(field.session(), field.time.world)
      dieAfter(field.session().profileId, writes)
      await handle.now()
      handle.stop()
      died = live(field.session().profileId) && field.time.reported.length > deaths
      deaths = field.time.reported.length
      await field.restart()
      expect(await field.sync()).toMatchObject({ waiting: 0, photosWaiting: 0 })
      expect(field.profile().stored.map(({ id }) => id)).toEqual(saved)
      expect(await countWaiting(field.session().store)).toEqual({ records: 0, photos: 0, bytes: 0 })
    }
    expect(field.time.reported.every(isDeath)).toBe(true)
    expect(deaths).toBeGreaterThan(5)
    expect([...field.server.photos.values()].every(({ complete }) => complete)).toBe(true)
  },
)

test(
  'wherever it dies while receiving, the list is the server’s in the end, and never a half of a page',
  { timeout: 60_000 },
  async () => {
    field.server.pageLimit = 3
    let deaths = 0
    let count = 0
    for (let writes = 0, died = true; died; writes += 1) {
      expect(writes).toBeLessThan(200)
      count += 4
      for (const { change } of feedLines(count, homeCommune).slice(-8)) field.server.publish(change as Change)
      dieAfter(field.session().profileId, writes)
      await field.sync()
      died = live(field.session().profileId) && field.time.reported.length > deaths
      deaths = field.time.reported.length
      await field.restart()
      const held = await holdingOf(field.session().store, homeCommune)
      const known = feedLines(count, homeCommune).map(({ change }) => lineOf(change as Change))
      expect(held).toEqual(digestOf(known.slice(0, held.count)))
      expect(await field.sync()).toMatchObject({ lastProblem: null })
      expect(await holdingOf(field.session().store, homeCommune)).toEqual(digestOf(known))
      expect(field.session().list.people()).toHaveLength(count)
    }
    expect(field.time.reported.every(isDeath)).toBe(true)
    expect(deaths).toBeGreaterThan(3)
  },
)

function lineOf({ commune, ...bare }: Change): string {
  return JSON.stringify({ ...bare, commune })
}
