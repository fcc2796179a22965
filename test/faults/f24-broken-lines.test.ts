// F24: a connection that is reset, that hangs, that gives one byte a second.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Fault } from '../support/fault-proxy.ts'
import { type Field, startField } from '../support/field.ts'
import { register } from '../support/node-tablet.ts'

let field: Field
beforeEach(async () => {
  field = await startField({ patienceMs: 250 })
})
afterEach(() => field.stop())

const broken: [string, Fault][] = [
  ['is reset', { kind: 'reset' }],
  ['hangs', { kind: 'hang' }],
  ['gives one byte a second', { kind: 'trickle', bytesPerSecond: 1 }],
]

test.each(broken)(
  'a line that %s is given up in time, the next try waits longer, and the one after the repair succeeds',
  async (_name, fault) => {
    await register(field.session(), [300])
    for (const path of ['/records', '/changes', '/photos/']) {
      field.proxy.plan((request) => (request.path.includes(path) ? fault : null))
      const began = performance.now()
      const status = await field.sync()
      expect(performance.now() - began).toBeLessThan(8_000)
      expect(status).toMatchObject({ connection: 'none', lastProblem: { kind: 'noConnection' }, photosWaiting: 1 })
      expect((status.nextTryAt ?? 0) - Date.now()).toBeGreaterThan(2_000)
    }
    field.proxy.plan(() => null)
    expect(await field.sync()).toMatchObject({ connection: 'ok', waiting: 0, photosWaiting: 0, lastProblem: null })
    expect(await field.envelopes()).toHaveLength(1)
  },
)
