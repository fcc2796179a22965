// F23: the body of an answer ends too soon, in the three ways that HTTP/1.1 knows.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holdingOf, position } from '../../src/tablet/store/list-pages.ts'
import { type Field, startField } from '../support/field.ts'
import { register } from '../support/node-tablet.ts'
import { homeCommune } from '../support/test-server.ts'

let field: Field
beforeEach(async () => {
  field = await startField()
  // What comes compressed breaks by itself when it is cut; here only the protocol may notice.
  const { send } = field.tools
  field.tools.send = (path, init) =>
    send(path, { ...init, headers: { ...(init.headers as Record<string, string>), 'accept-encoding': 'identity' } })
})
afterEach(() => field.stop())

const ways = ['length', 'chunked', 'close'] as const

describe.each(ways)('an answer cut off by way of %s', (how) => {
  test('of a push settles nothing, and sending again has no second effect', async () => {
    await register(field.session())
    await register(field.session())
    field.proxy.plan(({ path }) => (path.endsWith('/records') ? { kind: 'cutAnswer', how, after: 30 } : null))
    expect(await field.sync()).toMatchObject({ connection: 'none', waiting: 2 })
    field.proxy.plan(() => null)
    expect(await field.sync()).toMatchObject({ connection: 'ok', waiting: 0 })
    expect((await field.envelopes()).map(({ seq }) => seq)).toEqual([1, 2])
  })

  test('of a page, even right behind a line, is not applied and does not move the cursor', async () => {
    await field.putPeople(10)
    await field.sync()
    const before = await position(field.session().store)
    const held = await holdingOf(field.session().store, homeCommune)
    await field.putPeople(20)
    const page = await fetch(`${field.server.url}/api/v1/changes?cursor=${before.cursor}`, {
      headers: { authorization: `Bearer ${field.session().store.profile.token}`, 'accept-encoding': 'identity' },
    })
    const text = await page.text()
    const lineEnds = [...text.matchAll(/\n/g)].map(({ index }) => Buffer.byteLength(text.slice(0, index + 1)))
    for (const after of [lineEnds[0], lineEnds[5], lineEnds.at(-2)].map((end) => end ?? 0)) {
      field.proxy.plan(({ path }) => (path.includes('/changes') ? { kind: 'cutAnswer', how, after } : null))
      expect(await field.sync()).toMatchObject({ connection: 'none' })
      expect(await position(field.session().store)).toEqual(before)
      expect(await holdingOf(field.session().store, homeCommune)).toEqual(held)
    }
    field.proxy.plan(() => null)
    expect(await field.sync()).toMatchObject({ connection: 'ok' })
    expect(field.session().list.people()).toHaveLength(20)
  })
})
