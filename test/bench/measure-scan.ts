// How many cards are read from pictures that are hard in one way each, beside the libraries that read QR codes.
import { takeShot } from '../support/card-picture.ts'
import { type Difficulty, everyDifficulty, shotsOf } from '../support/card-shots.ts'
import { judgeReader, ours, peers } from '../support/code-readers.ts'
import { atLeast, type Row, within } from './row.ts'

const pictures = 25
/** Not the seed that the looks were chosen with. */
const seed = 7

/** One row per difficulty: ours against the best of the others on the same pictures; and how often we read wrongly. */
export async function measureScan(): Promise<Row[]> {
  const rows: Row[] = []
  let wrong = 0
  for (const difficulty of everyDifficulty) {
    const { found, misread } = await readAll(difficulty)
    const mine = found.get('ours') ?? 0
    const [best] = Object.keys(peers)
      .map((name) => ({ what: name, value: found.get(name) ?? 0 }))
      .toSorted((a, b) => b.value - a.value)
    if (best === undefined) throw new Error('nobody to be measured against')
    const all = Object.keys(peers).map((name) => `${name} ${found.get(name) ?? 0}`)
    const what = `best of ${all.join(', ')}`
    rows.push(atLeast(`cards read, ${difficulty}`, 1, { what, value: best.value }, mine, `of ${pictures}`))
    wrong += misread
  }
  return [...rows, within('cards read wrongly', 0, wrong, 'pictures')]
}

async function readAll(difficulty: Difficulty): Promise<{ found: Map<string, number>; misread: number }> {
  const found = new Map<string, number>()
  let misread = 0
  for (const shot of shotsOf(difficulty, pictures, seed)) {
    const picture = takeShot(shot)
    for (const [name, read] of Object.entries({ ours, ...peers })) {
      const judged = await judgeReader(read, picture, shot.text)
      if (judged === 'right') found.set(name, (found.get(name) ?? 0) + 1)
      if (judged === 'wrong' && name === 'ours') misread += 1
    }
  }
  return { found, misread }
}
