// Tablets that push as fast as they can, or at a steady pace, at a server in a process of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Envelope, envelopeHash, genesisHash, sealLink } from '../../src/protocol/envelope.ts'
import { startServerProcess } from '../support/server-process.ts'
import { startTestServer } from '../support/test-server.ts'
import { enrolTestTablet, openTestTablet, registrationBody, type TestTablet } from '../support/test-tablet.ts'

/** Nobody is told to wait while a bench measures. */
export const noLimits = {
  LIMITS: JSON.stringify({ requestsPerMinutePerProfile: 1e9, requestsPerMinutePerAddress: 1e9 }),
}

/** What a tablet has ready to push, batch by batch. */
export type Loaded = { tablet: TestTablet; batches: Envelope[][] }

/** Seals all that a tablet will push; a chain is one hash after another, but its signatures can be made side by side. */
async function load(tablet: TestTablet, pushes: number, size: number): Promise<Envelope[][]> {
  const batches: Envelope[][] = []
  let seq = 0
  let prev = await genesisHash(tablet.profileId)
  for (let push = 0; push < pushes; push += 1) {
    const sealed: Promise<Envelope>[] = []
    for (let n = 0; n < size; n += 1) {
      const link = { seq: (seq += 1), prev, body: JSON.stringify(registrationBody()) }
      sealed.push(sealLink(link, tablet.keys.privateKey))
      prev = await envelopeHash(link)
    }
    batches.push(await Promise.all(sealed))
  }
  return batches
}

/** Runs `work` with tablets that have all their pushes sealed, at a server in a process of its own. */
export async function withLoadedTablets<T>(
  { databaseUrl, tablets, pushes, size }: { databaseUrl: string | null; tablets: number; pushes: number; size: number },
  work: (loaded: readonly Loaded[]) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tan-nha-load-'))
  const environment = { ...noLimits, ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }) }
  try {
    const enrolling = await startTestServer({ dataDir, environment })
    const enrolled: TestTablet[] = []
    for (let n = 0; n < tablets; n += 1) enrolled.push(await enrolTestTablet(enrolling))
    await enrolling.stop()
    const loads: Envelope[][][] = []
    for (const tablet of enrolled) loads.push(await load(tablet, pushes, size))
    const server = await startServerProcess(dataDir, [], environment)
    try {
      return await work(
        enrolled.map(({ enrolment, keys }, index) => ({
          tablet: openTestTablet(server.url, enrolment, keys),
          batches: loads[index] ?? [],
        })),
      )
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Pushes a batch. @throws when not all of it was accepted. */
export async function pushWhole(tablet: TestTablet, batch: readonly Envelope[]): Promise<void> {
  const { status, body } = await tablet.push(batch)
  const results = (body['results'] ?? []) as { status: string }[]
  if (status !== 200 || results.length !== batch.length || results.some((result) => result.status !== 'accepted')) {
    throw new Error(`a push answered ${status}`)
  }
}

/**
 * Pushes at a steady pace, whatever the server does: one tablet after the other, each waiting for its own last answer only.
 * @returns milliseconds from the moment when each push was due until its answer.
 */
export async function pushSteadily(loaded: readonly Loaded[], perSecond: number): Promise<number[]> {
  const start = performance.now()
  const pushes = loaded[0]?.batches.length ?? 0
  const waits: number[] = []
  await Promise.all(
    loaded.map(async ({ tablet, batches }, index) => {
      for (let n = 0; n < pushes; n += 1) {
        const due = start + ((n * loaded.length + index) * 1000) / perSecond
        const early = due - performance.now()
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
        await pushWhole(tablet, batches[n] ?? [])
        waits.push(performance.now() - due)
      }
    }),
  )
  return waits
}
