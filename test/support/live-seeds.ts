// F27 is lived in two files, so that two cores share it. SEED=<n> lives one life again; SEEDS=<n> lives more of them
// than usual, FROM=<n> starts elsewhere.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { simulate } from './simulation.ts'
import { type SimulatedServer, startSimulatedServer } from './simulated-server.ts'

const usualSeeds = 500
const one = process.env['SEED']
const count = one === undefined ? Number(process.env['SEEDS'] ?? usualSeeds) : 1
const first = Number(one ?? process.env['FROM'] ?? 1)

/** Defines the test that lives every second seed, beginning with the first (`part` 0) or with the one after it (1). */
export function liveSeeds(part: 0 | 1): void {
  const seeds = Array.from({ length: count }, (_, index) => first + index).filter((_, index) => index % 2 === part)
  let server: SimulatedServer
  beforeAll(async () => {
    server = await startSimulatedServer()
  })
  afterAll(() => server.stop())

  test(
    `F27: ${seeds.length} lives of tablets and a server in bad weather end with every record once on the server`,
    { timeout: 30 * 60_000 },
    async () => {
      const began = performance.now()
      const sum = { lives: 0, records: 0, crashes: 0, restores: 0 }
      for (const seed of seeds) {
        const life = await simulate(server, seed)
        if (one !== undefined) process.stdout.write(`${life.told.join('\n')}\n`)
        sum.lives += 1
        sum.records += life.records
        sum.crashes += life.crashes
        sum.restores += life.restores
      }
      const seconds = (performance.now() - began) / 1000
      process.stdout.write(`F27 ${JSON.stringify({ ...sum, livesPerSecond: Math.round(sum.lives / seconds) })}\n`)
      expect(sum.lives).toBe(seeds.length)
    },
  )
}
