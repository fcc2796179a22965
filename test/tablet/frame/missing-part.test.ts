import { describe, expect, it } from 'vitest'
import { recoverMissingPart } from '../../../src/tablet/frame/missing-part.ts'
import { makeOpenWork } from '../../../src/tablet/frame/open-work.tsx'

function page() {
  const memory = new Map<string, string>()
  const happened: string[] = []
  const work = makeOpenWork()
  let now = 1_000_000
  return {
    happened,
    work,
    wait: (ms: number) => (now += ms),
    miss: () =>
      recoverMissingPart({
        now: () => now,
        memory: { getItem: (key) => memory.get(key) ?? null, setItem: (key, value) => void memory.set(key, value) },
        save: () => work.saveAll(1000),
        reload: () => void happened.push('reloaded'),
      }),
  }
}

describe('a part of the app that is gone', () => {
  it('is fetched by opening the page anew, after every open form has saved itself', async () => {
    const { happened, work, miss } = page()
    work.begin({
      kind: 'form',
      save: async () => {
        await Promise.resolve()
        happened.push('saved')
      },
    })
    expect(miss()).toBe(true)
    await expect.poll(() => happened).toEqual(['saved', 'reloaded'])
  })

  it('does not make the page turn in circles', async () => {
    const { happened, wait, miss } = page()
    expect(miss()).toBe(true)
    wait(5_000)
    expect(miss()).toBe(false)
    wait(60_000)
    expect(miss()).toBe(true)
    await expect.poll(() => happened).toEqual(['reloaded', 'reloaded'])
  })

  it('is fetched also when a form cannot save itself', async () => {
    const { happened, work, miss } = page()
    work.begin({ kind: 'form', save: () => Promise.reject(new Error('the store is gone')) })
    work.begin({
      kind: 'form',
      save: () => {
        throw new Error('a bug')
      },
    })
    miss()
    await expect.poll(() => happened).toEqual(['reloaded'])
  })
})
