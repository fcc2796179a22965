import { describe, expect, it } from 'vitest'
import { looksAt } from '../../../src/tablet/actions/look-for-codes.ts'
import { plainShot, takeShot } from '../../support/card-picture.ts'
import { everyDifficulty, shotsOf } from '../../support/card-shots.ts'
import { judgeReader, ours, peers } from '../../support/code-readers.ts'

/** A fixed few; `npm run bench` reads many, of another seed. */
const pictures = 2
const seed = 3

describe('cards in pictures that are hard to read', () => {
  it.each(everyDifficulty)('%s: as many as the best of the libraries, every letter right', async (difficulty) => {
    const counts: Record<string, number> = { ours: 0 }
    for (const shot of shotsOf(difficulty, pictures, seed)) {
      const picture = takeShot(shot)
      for (const [name, read] of Object.entries({ ours, ...peers })) {
        const judged = await judgeReader(read, picture, shot.text)
        if (name === 'ours') expect(judged).not.toBe('wrong')
        counts[name] = (counts[name] ?? 0) + (judged === 'right' ? 1 : 0)
      }
    }
    expect(counts.ours).toBeGreaterThanOrEqual(Math.max(...Object.values(counts)))
    expect(counts.ours).toBeGreaterThan(0)
  })

  it('no code is seen where there is none', async () => {
    const wood = takeShot({ ...plainShot, width: 240, height: 180, module: 0.2 })
    expect(await ours(wood)).toBeNull()
  })
})

describe('the looks at a picture', () => {
  it.each([
    [640, 480],
    [1920, 1080],
    [4000, 3000],
    [300, 4000],
  ])('cover every pixel of %i × %i as it is, and none is larger than a tablet bears', (width, height) => {
    const looks = looksAt({ width, height })
    const asItIs = looks.filter(({ pass }) => pass.scale === 1)
    for (const [x, y] of [
      [0, 0],
      [width - 1, height - 1],
      [Math.floor(width / 2), Math.floor(height / 3)],
    ] as const) {
      const seen = asItIs.some(
        ({ area }) => x >= area.left && x < area.left + area.width && y >= area.top && y < area.top + area.height,
      )
      expect(seen).toBe(true)
    }
    for (const { pass, area } of looks) {
      expect(area.width * area.height * pass.scale * pass.scale).toBeLessThanOrEqual(2_900_000)
      expect(area.left + area.width).toBeLessThanOrEqual(width)
      expect(area.top + area.height).toBeLessThanOrEqual(height)
    }
  })

  it('are taken of the width and height that a browser’s own picture has', () => {
    // An ImageData keeps its size where a spread does not see it.
    const picture = new (class {
      get width() {
        return 640
      }
      get height() {
        return 480
      }
    })()
    expect(looksAt(picture)).toEqual(looksAt({ width: 640, height: 480 }))
  })
})
